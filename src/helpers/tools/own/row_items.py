"""One row of a table of the own dossier as fields, and a new row until it has what it needs."""

import datetime as dt
from collections.abc import Callable
from itertools import chain, groupby
from typing import Any

from helpers.dossier.columns import Column, columns_of
from helpers.dossier.records import read_cell
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_, _
from helpers.tools.forms.sheet_items import Cell, Item, grid, told
from helpers.tools.own.row_edit import with_choice, with_key, with_status_quo
from helpers.tools.own.row_fields import (
    begins_with,
    lines_for,
    lower_goals,
    offered,
    to_fill_in,
)
from helpers.tools.own.table_sheet import TableSheet
from helpers.training.own_text import clean

_CHOOSE = N_("Choose one")
_STATUS_QUO = N_("This is the option that everything stays as it is; it belongs to this issue.")


def row_fields(tool: TableSheet) -> list[Item]:
    """Return the fields of the row that is open; each saves itself."""
    table = tool.part
    items = [_field(tool, column) for column in to_fill_in(table, tool.row)]
    runs = [list(run) for _long, run in groupby(items, key=_is_long)]
    more = _issue_items(tool) if table == "issues" else []
    shown = [
        run if _is_long(run[0]) else [grid(f"fields {table} {at}", run)]
        for at, run in enumerate(runs)
    ]
    return [*chain.from_iterable(shown), *more]


def _is_long(item: Item) -> bool:
    """Return whether a field takes the whole width."""
    return bool(item["kind"] == "text" and item["rows"] > 1)


def draft_fields(tool: TableSheet) -> list[Item]:
    """Return the fields that a new row begins with."""
    return [grid(f"fields {tool.part} 0", [_begun(tool, one) for one in begins_with(tool.part)])]


def _field(tool: TableSheet, column: Column) -> Item:
    table, row = tool.part, tool.row
    kind = TABLES[table]
    if column.name in kind.KEY:
        return _key_field(tool, column)
    if table == "options" and column.name in ("issue", "status_quo") and row.status_quo:
        return _kept(tool, column)
    cell = Cell(table, _beforehand(tool), column.name)
    label, hint = _(column.title), _(column.meaning)
    if table == "options" and column.name == "status_quo":
        act = lambda ticked: _to_status_quo(tool, row.id, ticked)  # noqa: E731
        return {**tool.mark(cell.id, False, label, act), "hint": hint}
    if column.type is bool:
        return {**tool.tick(cell, label), "hint": hint}
    if column.type is dt.date:
        return {**tool.date(cell, label), "hint": hint}
    but = (
        lower_goals(tool.work.dossier, row.id)
        if (table, column.name) == ("goals", "parent")
        else ()
    )
    pairs = offered(column, tool.names, getattr(row, column.name), but)
    if pairs is not None:
        return {**tool.choice(cell, label, pairs), "hint": hint}
    lines = lines_for(column, table)
    return tool.typed(cell, label, hint) if lines == 1 else tool.text(cell, label, hint, lines)


def _beforehand(tool: TableSheet) -> dict[str, Any]:
    """Return what a row is known by, and what it cannot do without."""
    names = {*TABLES[tool.part].KEY, *(one.name for one in begins_with(tool.part))}
    return {name: getattr(tool.row, name) for name in names}


def _key_field(tool: TableSheet, column: Column) -> Item:
    pairs = offered(column, tool.names, None) or []
    pairs = [pair for pair in pairs if pair[0]]
    now = str(getattr(tool.row, column.name))
    key = f"key {tool.part} {column.name}"

    def move(value: Any) -> None:
        table, old = tool.part, tool.key
        try:
            changed = with_key(tool.work.dossier, table, old, **{column.name: value})
        except KeyError:
            tool.note(_("That one stands in the list already. Nothing was changed."))
            return
        was = [one.key for one in getattr(tool.work.dossier, table)].index(old)
        tool.amend(lambda dossier: with_key(dossier, table, old, **{column.name: value}))
        tool.open(getattr(changed, table)[was].key)

    return {**tool.pick(key, now, _(column.title), pairs, move), "hint": _(column.meaning)}


def _kept(tool: TableSheet, column: Column) -> Item:
    """Return what cannot change of the option that everything stays as it is."""
    if column.name == "issue":
        key = Cell("options", {"id": tool.row.id}, "issue").id
        name = tool.names.all("issues")[tool.row.issue]
        item = tool.pick(key, tool.row.issue, _(column.title), [(tool.row.issue, name)], _nothing)
        return {**item, "hint": _(_STATUS_QUO)}
    said = _("To make another option the one that nothing changes, tick that there.")
    return told("status quo", said, look="dv-note")


def _nothing(_value: object) -> None:
    """Leave it."""


def _to_status_quo(tool: TableSheet, option: str, ticked: bool) -> None:
    if ticked:
        tool.amend(lambda dossier: with_status_quo(dossier, option))


def _issue_items(tool: TableSheet) -> list[Item]:
    """Return what the proposal chooses at an issue, and a button for one more option."""
    dossier, issue = tool.work.dossier, tool.row.id
    pairs = [(one.id, one.name) for one in dossier.options if one.issue == issue]
    now = next((key for key, _name in pairs if key in dossier.proposal), "")
    choose: Callable[[str], None] = lambda key: (  # noqa: E731
        tool.amend(lambda dossier: with_choice(dossier, key)) if key else None
    )
    shown = pairs if now else [("", _("nothing yet")), *pairs]
    label = _("What does the proposal choose here?")
    key = dossier.free_id("options", "options")
    opens = Cell("options", {"id": key}, "name").id
    add = tool.button(
        "add option",
        _("Add an option to this issue"),
        opens,
        lambda _value: tool.begin("options", issue=issue),
    )
    return [tool.pick("proposal", now, label, shown, choose), add]


def _begun(tool: TableSheet, column: Column) -> Item:
    """Return a field of a row that is not there yet."""
    draft, table = tool.draft or {}, tool.part
    in_key = "id" not in columns_of(TABLES[table])
    key = f"key {table} {column.name}" if in_key else Cell(table, draft, column.name).id
    label, hint = _(column.title), _(column.meaning)
    now = draft.get(column.name)
    pairs = offered(column, tool.names, None)
    if pairs is not None:
        pairs = [("", _(_CHOOSE)), *(pair for pair in pairs if pair[0])]
        give = lambda value: tool.enter(column.name, value or None)  # noqa: E731
        return {**tool.pick(key, str(now or ""), label, pairs, give), "hint": hint}
    return _begun_line(tool, column, key, now)


def _begun_line(tool: TableSheet, column: Column, key: str, now: Any) -> Item:
    wrong = tool.wrong.get(key, "")
    shown = tool.begun.get(key, "" if now is None else str(now))

    def give(text: str) -> None:
        tool.begun[key] = text
        line = " ".join(clean(text).split())
        value, found = read_cell(TABLES[tool.part], column, line)
        tool.wrong[key] = " ".join(found) if line else ""
        tool.enter(column.name, None if found else value)

    item = tool.line(key, shown, _(column.title), _(column.meaning), give)
    return {**item, "wrong": wrong}
