"""What the sheet of all tables knows: which table and row are open, and what is begun in it."""

from collections.abc import Callable
from typing import Any

from helpers.dossier.columns import columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import _
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.own.row_edit import with_row
from helpers.tools.own.row_fields import complete, new_row
from helpers.tools.own.row_names import RowNames
from helpers.training.fitting import fitted
from helpers.training.working_copy import WorkingCopy

_AT_ONCE = 25


class TableSheet(SheetTool):
    """The head (``part`` empty) or a table; of a table the list, one row, or a row that is begun.

    ``key`` is the key of the row that is open, ``draft`` and ``begun`` what is filled in of a new
    one, ``wrong`` what is wrong with that by column, ``most`` how many rows the list shows.
    """

    def __init__(self, work: WorkingCopy) -> None:
        self.part = ""
        self.key: Any = None
        self.draft: dict[str, Any] | None = None
        self.begun: dict[str, str] = {}
        self.wrong: dict[str, str] = {}
        self.search = ""
        self.most = _AT_ONCE
        self.asks = False
        self._named: tuple[object, RowNames] | None = None
        super().__init__(work)

    @property
    def concerns(self) -> object:
        """All of the dossier."""
        return self.work.dossier, super().concerns

    @property
    def names(self) -> RowNames:
        """How the rows are called; found again when the dossier changes."""
        dossier = self.work.dossier
        if self._named is None or self._named[0] is not dossier:
            self._named = dossier, RowNames(dossier)
        return self._named[1]

    @property
    def row(self) -> Any:
        """The row that is open, if it is still there."""
        rows = getattr(self.work.dossier, self.part) if self.part else ()
        return next((one for one in rows if one.key == self.key), None)

    def amend(self, change: Callable[[Dossier], Dossier]) -> None:
        """Save a change; the proposal and the packages follow it."""
        self.work.refresh()
        if change(self.work.dossier) != self.work.dossier:
            self.work.save(lambda work: fitted(work, change(work.dossier)))

    def note(self, sentence: str) -> None:
        """Say something at the end of the sheet."""
        self._note = sentence

    def to_part(self, part: str) -> None:
        """Show another table, or the head."""
        self.part, self.search, self.most = part, "", _AT_ONCE
        self.close()

    def open(self, key: Any) -> None:
        """Show one row."""
        self.close()
        self.key = key

    def close(self) -> None:
        """Show the list of rows."""
        self.key = self.draft = None
        self.begun, self.wrong = {}, {}
        self.asks = False

    def begin(self, table: str, **given: Any) -> None:
        """Begin a new row of a table; it comes into the dossier when it has what it needs."""
        if table != self.part:
            self.to_part(table)
        self.close()
        self.draft = {**new_row(self.work.dossier, table), **given}

    def enter(self, name: str, value: Any) -> None:
        """Take something of the row that is begun; with all it needs, it is written down."""
        if self.draft is not None:
            self.draft[name] = value
            self.write_row()

    def write_row(self) -> None:
        """Write down the row that is begun, when it has all it needs."""
        given, table = self.draft or {}, self.part
        if not complete(table, given):
            return
        if "id" in columns_of(TABLES[table]):
            taken = {one.key for one in getattr(self.work.dossier, table)}
            fresh = new_row(self.work.dossier, table)["id"]
            given["id"] = fresh if given["id"] in taken else given["id"]
        key = TABLES[table].model_validate(given).key
        if key in {one.key for one in getattr(self.work.dossier, table)}:
            self.note(_("This one stands in the list already. It is open now."))
        else:
            self.amend(lambda dossier: with_row(dossier, table, given))
        self.open(key)

    def show_more(self, _value: object) -> None:
        """Show more rows of the list."""
        self.most += _AT_ONCE

    def seek(self, text: str) -> None:
        """Show only the rows in whose name a text stands."""
        self.search, self.most = text, _AT_ONCE
