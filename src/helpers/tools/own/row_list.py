"""The rows of a table as a list to open, and what is asked before one goes."""

from collections.abc import Mapping
from typing import Any

from helpers.dossier.columns import columns_of
from helpers.dossier.removal import Removal
from helpers.dossier.tables import TABLES
from helpers.texts.language import _
from helpers.tools.forms.sheet_items import Cell, Item, grid, group, told
from helpers.tools.own.row_fields import begins_with
from helpers.tools.own.table_order import ORDER
from helpers.tools.own.table_sheet import TableSheet


def needed_items(tool: TableSheet, needed: str) -> list[Item]:
    """Return what says that another table comes first, and a button that leads there."""
    table = _(TABLES[needed].SHEET)
    said = _("First something must stand in the table {table}.").format(table=table)
    label = _("To the table {table}").format(table=table)
    to = tool.button("to", label, "part", lambda _value: tool.to_part(needed))
    return [told("needed", said), to]


def found_items(tool: TableSheet, keys: list[Any], marks: Mapping[Any, str]) -> list[Item]:
    """Return the rows ``keys`` to open, as many as are shown at once."""
    names = tool.names.all(tool.part)
    if not names:
        return [told("none", _("Nothing stands here yet."))]
    shown = keys[: tool.most]
    rows = [_row(tool, key, names[key], marks.get(key, "")) for key in shown]
    items: list[Item] = [{"id": f"list {tool.part}", "kind": "list", "items": rows}]
    if len(shown) < len(names):
        seen = _("You see {n} of {all}.").format(n=len(shown), all=len(names))
        items.append(told("seen", seen, look="dv-note"))
    if len(shown) < len(keys):
        after = row_id(tool.part, keys[tool.most])
        items.append(tool.button("more", _("Show more"), after, tool.show_more))
    return items


def _row(tool: TableSheet, key: Any, text: str, note: str) -> Item:
    opens, known = first_field(tool.part, key), row_id(tool.part, key)
    pressed = tool.button(known, "", opens, lambda _value: tool.open(key))
    return {**pressed, "kind": "row", "text": text, "note": note}


def row_id(table: str, key: Any) -> str:
    """Return the id of the item of a row in the list.

    >>> row_id("interests", "rust"), row_id("effects", ("betaald", "rust"))
    ('row interests rust', 'row effects betaald rust')
    """
    return " ".join(["row", table, *([key] if isinstance(key, str) else map(str, key))])


def first_field(table: str, key: Any) -> str:
    """Return the id of the first field of a row, to which the focus goes."""
    columns = columns_of(TABLES[table])
    first = next(iter(begins_with(table)), list(columns.values())[1])
    if "id" in columns:
        return Cell(table, {"id": key}, first.name).id
    return f"key {table} {first.name}"


def asking(name: str, removal: Removal, buttons: list[Item]) -> Item:
    """Return what would go with a row, with the buttons to choose."""
    said = []
    if removal.gone:
        along = _("This goes with it: {tables}.")
        said.append(along.format(tables=_counted(removal.gone)))
    if removal.emptied:
        kept = _("This stays, but no longer names it: {tables}.")
        said.append(kept.format(tables=_counted(removal.emptied)))
    legend = _("Remove “{name}”?").format(name=name)
    return group("ask", legend, [told("along", *said), side("answers", buttons)])


def side(key: str, buttons: list[Item]) -> Item:
    """Return buttons beside each other, where there is room."""
    return grid(f"side {key}", buttons)


def beside(items: list[Item], wrong: Mapping[str, str]) -> list[Item]:
    """Return fields with what is wrong with a column beside its field, else above all of them."""
    said = []
    for one in _flat(items):
        text = wrong.get(one["id"].split(" ")[-1], "")
        if text and "wrong" in one:
            one["kept"] = not one["wrong"]  # it is saved, and does not fit the rest yet
            one["wrong"] = one["wrong"] or text
        elif text:
            said.append(text)
    return [*([told("wrong", *said, look="dv-alert")] if said else []), *items]


def _flat(items: list[Item]) -> list[Item]:
    return [one for item in items for one in [item, *_flat(item.get("items", []))]]


def _counted(counts: Mapping[str, int]) -> str:
    found = sorted(counts.items(), key=lambda one: ORDER.index(one[0]))
    return ", ".join(f"{_(TABLES[table].SHEET)} ({n})" for table, n in found)
