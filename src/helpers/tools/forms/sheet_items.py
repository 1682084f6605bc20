"""What a sheet is made of: fields for the cells of a dossier, sentences, sections and frames."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from helpers.dossier.columns import Column, columns_of
from helpers.dossier.model import PARTS
from helpers.dossier.words import WORDS, Answer
from helpers.texts.language import N_, _
from helpers.texts.numbers import day
from helpers.tools.controls.rows import options

Item = dict[str, Any]
Pairs = list[tuple[str, str]]
NOT_KNOWN = N_("I do not know yet")
ROOM = "……………………"


class Cell(NamedTuple):
    """A column of a row; ``row`` holds what is known of the row beforehand, at least its key.

    Without a ``table`` it is a column of the head, and ``row`` is empty.
    """

    table: str
    row: Mapping[str, Any]
    name: str

    @property
    def id(self) -> str:
        """The name by which the page knows it."""
        key = getattr(PARTS[self.table], "KEY", ())
        keys = [str(self.row[name]) for name in key]
        return " ".join([self.table, *keys, self.name])

    @property
    def column(self) -> Column:
        """The column as it is declared."""
        return columns_of(PARTS[self.table])[self.name]

    @property
    def words(self) -> Pairs:
        """What it may hold, for a column of words: as it is stored and as it is shown."""
        words = [(word.value, _(WORDS[word])) for word in self.column.words]
        if self.column.type is Answer:
            unknown = (Answer.UNKNOWN.value, _(NOT_KNOWN))
            return [unknown, *(pair for pair in words if pair[0] != unknown[0])]
        return words if self.column.required else [("", _(NOT_KNOWN)), *words]


def text_item(cell: Cell, value: str, label: str = "", hint: str = "", rows: int = 2) -> Item:
    """Return a field for a text; its label is the column's title unless told otherwise."""
    label = label or _(cell.column.title)
    shown = {"label": label, "hint": hint, "rows": rows, "value": value}
    return {"id": cell.id, "kind": "text", **shown}


def choice_item(key: str, value: str, label: str, pairs: Pairs) -> Item:
    """Return a field for one of ``pairs`` of id and label."""
    shown = {"label": label, "options": options(*pairs), "value": value}
    return {"id": key, "kind": "choice", **shown}


def tick_item(key: str, value: bool, label: str) -> Item:
    """Return a box to tick."""
    return {"id": key, "kind": "tick", "label": label, "value": value}


def date_item(cell: Cell, value: dt.date | None, label: str, wrong: str = "") -> Item:
    """Return a field for a day; ``wrong`` says why the day that was chosen is not taken."""
    shown = {"label": label, "value": value.isoformat() if value else "", "wrong": wrong}
    return {"id": cell.id, "kind": "date", **shown}


def section(key: str, head: str, items: list[Item]) -> Item:
    """Return items under a heading."""
    return {"id": key, "kind": "section", "head": head, "items": items}


def group(key: str, legend: str, items: list[Item]) -> Item:
    """Return items that belong together, in a frame."""
    return {"id": key, "kind": "group", "legend": legend, "items": items}


def grid(key: str, items: list[Item]) -> Item:
    """Return items beside each other, where there is room."""
    return {"id": key, "kind": "grid", "items": items}


def making(button: Item) -> Item:
    """Return a button that makes something; the name it gets is selected, to be typed over."""
    return {**button, "fresh": True}


def live(item: Item) -> Item:
    """Return an item that only makes sense where it can be used: without controls it is left out.

    >>> blocks([live(choice_item("een", "", "Welke?", [("", "kies")]))])
    []
    """
    return {**item, "live": True}


def told(key: str, *texts: str, look: str = "") -> Item:
    """Return sentences; the empty ones are left out."""
    lines = [{"text": text, "look": look} for text in texts if text]
    return {"id": key, "kind": "lines", "lines": lines}


def spoken(lines: Item) -> Item:
    """Return sentences that are read aloud when they change."""
    return {**lines, "spoken": True}


def printing(key: str, label: str, title: str, pages: list[tuple[str, str]]) -> Item:
    """Return a button that prints ``pages``, pairs of a tag and its text."""
    shown = {"label": label, "title": title, "blocks": [list(pair) for pair in pages]}
    return {"id": key, "kind": "print", **shown}


def blocks(items: list[Item], level: int = 4) -> list[tuple[str, str]]:
    """Return the items without controls: pairs of a tag and its text; heads begin at ``level``.

    >>> blocks([section("een", "Kop", [told("twee", "Een zin.")])])
    [('h4', 'Kop'), ('p', 'Een zin.')]
    """
    found: list[tuple[str, str]] = []
    for one in items:
        if one["kind"] in ("section", "group"):
            head = one.get("head") or one["legend"]
            found += [(f"h{level}", head), *blocks(one["items"], level + 1)]
        elif one["kind"] in ("grid", "list"):
            found += blocks(one["items"], level)
        elif one["kind"] == "lines":
            found += [("p", line["text"]) for line in one["lines"]]
        elif one["kind"] in ("todo", "row"):
            found.append(("li", ". ".join(filter(None, [one["text"], one.get("note", "")]))))
        elif one["kind"] not in ("button", "print") and not one.get("live"):
            found.append(("li", f"{one['label']} {_shown(one)}"))
    return found


def _shown(one: Item) -> str:
    value = one["value"]
    if one["kind"] == "tick":
        return "☑" if value else "☐"
    if one["kind"] == "choice":
        return next((word["label"] for word in one["options"] if word["id"] == value), "")
    if one["kind"] == "date" and value:
        return day(dt.date.fromisoformat(value))
    return value or ROOM
