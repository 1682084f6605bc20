"""What differs between a dossier and how it was before: row by row, column by column."""

from enum import StrEnum
from typing import NamedTuple

from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES


class What(StrEnum):
    """What happened to a row."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"


class Change(NamedTuple):
    """A row that differs: its table, its key, what happened, and which columns changed."""

    table: str
    key: str | tuple[str, ...]
    what: What
    columns: tuple[str, ...] = ()


def changes(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Return every row that differs, table by table: first new, then changed, then gone.

    Rows are the same when their keys are; the order of rows does not count.

    >>> old = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> old = old.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    >>> new = old.change("stakeholders", "wijk", power=7)
    >>> [(one.key, one.what.value, one.columns) for one in changes(old, new)]
    [('wijk', 'changed', ('power',))]
    """
    return tuple(change for table in TABLES for change in _in_table(table, before, after))


def _in_table(table: str, before: Dossier, after: Dossier) -> list[Change]:
    old = {row.key: row for row in getattr(before, table)}
    new = {row.key: row for row in getattr(after, table)}
    added = [Change(table, key, What.NEW) for key in new if key not in old]
    changed = [
        Change(table, key, What.CHANGED, columns)
        for key, row in new.items()
        if key in old and (columns := _columns(old[key], row))
    ]
    return [*added, *changed, *(Change(table, key, What.GONE) for key in old if key not in new)]


def _columns(old: object, new: object) -> tuple[str, ...]:
    if old is new or old == new:  # most rows are
        return ()
    was, now = dict(old), dict(new)  # type: ignore[call-overload]
    return tuple(name for name in now if was[name] != now[name])
