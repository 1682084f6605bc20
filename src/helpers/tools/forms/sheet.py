"""What the sheets to fill in share: each field is a cell of the dossier and saves itself."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

import ipywidgets as widgets

from helpers.dossier.filled import cell_value, filled
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.records import read_cell
from helpers.dossier.sentences import empty
from helpers.texts.language import N_, _, language
from helpers.tools.controls.controls import Spoken
from helpers.tools.controls.sheets import Sheet
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.forms.form import text_of
from helpers.tools.forms.sheet_items import (
    Cell,
    Item,
    Pairs,
    blocks,
    choice_item,
    date_item,
    text_item,
    tick_item,
)
from helpers.tools.forms.typed import field_texts, place_of, typed_day
from helpers.tools.still import Still
from helpers.tools.tool import Tool, guarded
from helpers.training.own_text import clean, merged
from helpers.training.working_copy import WorkingCopy

Line = dict[str, str]
Act = Callable[[Any], None]


class _Field(NamedTuple):
    """A field that the page shows: what it takes, where that goes, and what it may be."""

    kind: str
    cell: Cell
    allowed: tuple[str, ...] = ()


class SheetTool(Tool):
    """A sheet and, below it, what follows from it; a subclass says the ``items`` and ``lines``."""

    TITLE: ClassVar[str]
    WARNING: ClassVar[str] = N_(
        "Write functions, groups and organisations, no names of persons. Write as if it may "
        "be read: what you note down here stays in your own folder, but it can be asked for."
    )

    AGAIN: ClassVar[str] = N_("Here too: functions and groups, no names of persons.")
    _warning_in: ClassVar[str] = ""

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self._note = ""
        self._wrong: dict[str, str] = {}
        self._taking = False
        self._fields: dict[str, _Field] = {}
        self._acts: dict[str, Act] = {}
        self._opens: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self.undo = UndoButtons(work)
        self.form = self.sheet(self.TITLE, self._warning())
        self.outcome = Spoken()
        self.view = widgets.VBox([self.undo, self.form, self.outcome])
        self.start()

    def _warning(self) -> str:
        """Return the warning: in full in the first sheet of a lesson, short in the others."""
        if not self.WARNING:
            return ""
        mine = f"{type(self).__name__} {self.work.name}"
        SheetTool._warning_in = SheetTool._warning_in or mine
        return self.WARNING if SheetTool._warning_in == mine else self.AGAIN

    def sheet(self, title: str, warning: str = "") -> Sheet:
        """Return an empty sheet whose messages come here."""
        sheet = Sheet(
            about={
                "lang": language(),
                "title": _(title),
                "warning": [_(warning)] if warning else [],
                "place": place_of(self, self.work.name),
                "texts": field_texts(),
            }
        )
        sheet.on_msg(self._hear)
        return sheet

    @abstractmethod
    def items(self) -> list[Item]:
        """Return what the sheet shows now, as :class:`~helpers.tools.controls.sheets.Sheet`."""

    @abstractmethod
    def lines(self) -> list[Line]:
        """Return what follows from the sheet now, as ``Spoken`` shows it."""

    @property
    def concerns(self) -> object:
        """What all sheets show: who there is, which body, what was said, and if it was saved."""
        dossier, work = self.work.dossier, self.work
        people = tuple((one.id, one.name) for one in dossier.stakeholders)
        return people, dossier.body, dossier.contacts, work.can_undo, work.notice

    def redraw(self) -> None:
        """Bring the sheet and what follows from it in line with the working copy."""
        self._fields, self._acts, self._opens = {}, {}, {}
        items = self.items()
        with self.form.hold_sync():
            self.form.items = items
            self.form.note = self._note
            self.form.notice = self.work.notice
        self.outcome.lines = self.lines()

    def fail(self, sentence: str) -> None:
        """Show the sentence at the end of the sheet."""
        self.form.notice = sentence

    def give(self, name: str, content: bytes) -> None:
        """Give a file to the browser, which puts it among the downloads."""
        self.form.send({"name": name}, buffers=[content])

    def _hear(self, form: Any, said: Any, _buffers: object) -> None:
        if not isinstance(said, dict):
            return
        pressed = text_of(said, "id") if text_of(said, "do") == "press" else ""
        opens = self._opens.get(pressed, "")  # as it is now, whatever the page knew of it
        with form.hold_sync():
            self._take(said)
            heard = {"from": str(said.get("from", "")), "n": said.get("n", 0)}
            form.heard = {**heard, "opens": opens} if opens else heard

    def _follow(self) -> None:
        if not self._taking:  # what a message changes is shown once, when all of it is done
            super()._follow()

    @guarded
    def _take(self, said: dict[str, Any]) -> None:
        self._note = ""
        self.work.refresh()  # what is gone elsewhere takes its fields along
        self._taking = True
        try:
            self._do(said)
        finally:
            self._taking = False
        self.redraw_once()

    def _do(self, said: dict[str, Any]) -> None:
        do, key = text_of(said, "do"), text_of(said, "id")
        field, act = self._fields.get(key), self._acts.get(key)
        if field and field.kind == "text" and do == "write":
            self._write(field.cell, text_of(said), text_of(said, "known"))
        elif field and field.kind == "typed" and do == "write":
            self._write_typed(field.cell, text_of(said))
        elif field and field.kind not in ("text", "typed") and do == "set":
            self._set(field, said.get("value"))
        elif act and do in ("set", "press", "write"):
            act(said.get("value"))

    def _write(self, cell: Cell, text: str, known: str) -> None:
        self._typed[cell.id] = text
        mine, read = clean(text).strip(), clean(known).strip()
        self.amend(
            lambda dossier: put(dossier, cell, merged(read, cell_value(dossier, *cell), mine))
        )

    def _write_typed(self, cell: Cell, text: str) -> None:
        self._typed[cell.id] = text
        value, wrong = _read(cell, text)
        if wrong:
            self._wrong[cell.id] = wrong
            return
        self._wrong.pop(cell.id, None)
        self.amend(lambda dossier: put(dossier, cell, value))

    def _set(self, field: _Field, value: Any) -> None:
        if field.kind == "tick":
            chosen: Any = value is True
        elif field.kind == "date":
            try:
                chosen = typed_day(value if isinstance(value, str) else "")
                if chosen is None and field.cell.column.required:
                    raise ValueError(empty(field.cell.column))
            except ValueError as error:
                self._wrong[field.cell.id] = str(error)
                return
            self._wrong.pop(field.cell.id, None)
        elif value in field.allowed:
            chosen = value or field.cell.column.default
        else:
            return
        self.amend(lambda dossier: put(dossier, field.cell, chosen))

    def amend(self, change: Callable[[Dossier], Dossier]) -> None:
        """Save what ``change`` makes of the dossier, unless that is the same."""
        self.work.refresh()
        if change(self.work.dossier) != self.work.dossier:
            self.work.amend(change)

    def value(self, cell: Cell) -> Any:
        """Return what stands in a cell now."""
        return cell_value(self.work.dossier, *cell)

    def text(self, cell: Cell, label: str = "", hint: str = "", rows: int = 2) -> Item:
        """Return a field for a text; blanks at its end stay while somebody types."""
        self._fields[cell.id] = _Field("text", cell)
        saved, typed = self.value(cell), self._typed.get(cell.id, "")
        return text_item(cell, typed if typed.strip() == saved else saved, label, hint, rows)

    def typed(self, cell: Cell, label: str = "", hint: str = "") -> Item:
        """Return a line for what must fit its column: what does not stays, and says what is wrong.

        A number is read as people write it; a text on it has no line ends.
        """
        self._fields[cell.id] = _Field("typed", cell)
        wrong, typed = self._wrong.get(cell.id, ""), self._typed.get(cell.id, "")
        value = self.value(cell)
        shown = typed if wrong or (typed and _read(cell, typed) == (value, "")) else in_line(value)
        return {**text_item(cell, shown, label, hint, rows=1), "wrong": wrong}

    def choice(self, cell: Cell, label: str = "", pairs: Pairs | None = None) -> Item:
        """Return a field for one of ``pairs`` of id and label, else of the column's words."""
        offered = cell.words if pairs is None else pairs
        self._fields[cell.id] = _Field("choice", cell, tuple(key for key, _label in offered))
        value = self.value(cell)
        value = "" if value is None else str(value)
        return choice_item(cell.id, value, label or _(cell.column.meaning), offered)

    def tick(self, cell: Cell, label: str) -> Item:
        """Return a box to tick."""
        self._fields[cell.id] = _Field("tick", cell)
        return tick_item(cell.id, self.value(cell), label)

    def date(self, cell: Cell, label: str) -> Item:
        """Return a field for a day."""
        self._fields[cell.id] = _Field("date", cell)
        return date_item(cell, self.value(cell), label, self._wrong.get(cell.id, ""))

    def pick(self, key: str, now: str, label: str, pairs: Pairs, act: Act) -> Item:
        """Return a choice that is no cell; ``act`` takes what was chosen."""
        allowed = [one for one, _label in pairs]
        self._acts[key] = lambda value: act(value) if value in allowed else None
        return choice_item(key, now, label, pairs)

    def line(self, key: str, now: str, label: str, hint: str, act: Act) -> Item:
        """Return a line to type in that is no cell; ``act`` takes what was typed."""
        self._acts[key] = lambda value: act(value) if isinstance(value, str) else None
        return {"id": key, "kind": "text", "label": label, "hint": hint, "rows": 1, "value": now}

    def mark(self, key: str, now: bool, label: str, act: Act) -> Item:
        """Return a box to tick that is no cell; ``act`` takes whether it is ticked."""
        self._acts[key] = lambda value: act(value is True)
        return tick_item(key, now, label)

    def button(self, key: str, label: str, opens: str, act: Act) -> Item:
        """Return a button; ``opens`` is the id of the field that it brings."""
        self._acts[key], self._opens[key] = act, opens
        return {"id": key, "kind": "button", "label": label, "opens": opens}

    def todo(self, key: str, text: str, label: str, opens: str, act: Act) -> Item:
        """Return something that is missing, and a button to where it can be filled in."""
        return {**self.button(key, label, opens, act), "kind": "todo", "text": text}

    @property
    def still(self) -> Still:
        """The sheet as it stands, with room to write, and what follows from it."""
        lines = [(line.get("tag", "p"), line["text"]) for line in self.lines()]
        return Still([("h3", _(self.TITLE)), *blocks(self.items()), *lines])

    def still_html(self) -> str:
        """Return the sheet and what follows from it, without controls."""
        return self.still.html

    def still_text(self) -> str:
        """Return the sheet and what follows from it as plain text."""
        return self.still.text


def put(dossier: Dossier, cell: Cell, value: Any) -> Dossier:
    """Return a dossier with ``value`` in a cell."""
    return filled(dossier, cell.table, cell.row, **{cell.name: value})


def in_line(value: Any) -> str:
    """Return a value as it stands on a line to type in.

    >>> in_line(None), in_line(7.0), in_line(0.6), in_line("Wijkraad")
    ('', '7', '0,6', 'Wijkraad')
    """
    if isinstance(value, float):
        return f"{value:.12g}".replace(".", ",")
    return "" if value is None else str(value)


def _read(cell: Cell, text: str) -> tuple[Any, str]:
    """Return what a line holds and what is wrong with it, one of both."""
    value, wrong = read_cell(PARTS[cell.table], cell.column, " ".join(clean(text).split()))
    return value, " ".join(wrong)
