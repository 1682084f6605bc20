"""Taking a row out of a dossier, and what goes with it because it refers to that row."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from helpers.dossier.columns import Column, columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES

_HEAD = ("coalition", "proposal")


class Removal(NamedTuple):
    """A dossier without a row, and how many rows that touched, by table.

    ``gone`` counts the rows that went along, ``emptied`` those that stay without naming it.
    """

    dossier: Dossier
    gone: dict[str, int]
    emptied: dict[str, int]


def without(dossier: Dossier, table: str, key: Any) -> Removal:
    """Return the dossier without the row ``key`` of ``table``.

    A row that cannot be without it goes along, and what refers to that one in its turn; where the
    column may stay empty it becomes empty. Raises ``KeyError`` for an unknown key.

    >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> bare = bare.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    >>> more = bare.add("interests", id="rust", stakeholder="wijk", interest="Rust")
    >>> without(more, "stakeholders", "wijk").gone
    {'interests': 1}
    """
    if key not in {row.key for row in getattr(dossier, table)}:
        raise KeyError(key)
    going: dict[str, set[Any]] = {table: {key}}
    waiting = [(table, {key})]
    while waiting:
        target, keys = waiting.pop()
        for name, column in _referring(target):
            if column.required:
                more = _naming(dossier, name, column, keys) - going.get(name, set())
                going.setdefault(name, set()).update(more)
                waiting += [(name, more)] if more else []
    return _taken_out(dossier, table, {name: keys for name, keys in going.items() if keys})


def _referring(table: str) -> Iterator[tuple[str, Column]]:
    for name, kind in TABLES.items():
        for column in columns_of(kind).values():
            if column.refers == table:
                yield name, column


def _naming(dossier: Dossier, table: str, column: Column, keys: set[Any]) -> set[Any]:
    rows = getattr(dossier, table)
    return {row.key for row in rows if getattr(row, column.name) in keys}


def _taken_out(dossier: Dossier, table: str, going: dict[str, set[Any]]) -> Removal:
    emptied: dict[str, int] = {}
    left: dict[str, Any] = {
        name: tuple(row for row in getattr(dossier, name) if row.key not in going.get(name, ()))
        for name in TABLES
    }
    for target, keys in going.items():
        for name, column in _referring(target):
            if not column.required:
                left[name], count = _without_mention(left[name], column, keys)
                if count:
                    emptied[name] = emptied.get(name, 0) + count
    everyone = going.get("stakeholders", set()) | going.get("options", set())
    for name in _HEAD:
        left[name] = tuple(one for one in getattr(dossier, name) if one not in everyone)
    counts = {name: len(keys) - (name == table) for name, keys in going.items()}
    gone = {name: count for name, count in counts.items() if count}
    return Removal(dossier.model_copy(update=left), gone, emptied)


def _without_mention(
    rows: tuple[Any, ...], column: Column, keys: set[Any]
) -> tuple[tuple[Any, ...], int]:
    touched = sum(getattr(row, column.name) in keys for row in rows)
    if not touched:
        return rows, 0
    empty = {column.name: column.default}
    kept = (
        row.model_copy(update=empty) if getattr(row, column.name) in keys else row for row in rows
    )
    return tuple(kept), touched
