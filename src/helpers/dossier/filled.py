"""Filling in a row of a dossier cell by cell: it comes when something is in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from helpers.dossier.columns import Row, key_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES

_MAY_GO = ("intake", "parts", "readbacks", "partner_themes", "cooperation", "stories")


def cell_value(dossier: Dossier, table: str, row: Mapping[str, Any], column: str) -> Any:
    """Return what stands in a column of a row; of a row that is not there yet, what empty means.

    ``row`` holds what is known of the row beforehand, at least its key. Without a ``table`` it is
    a column of the head.
    """
    if not table:
        return getattr(dossier, column)
    return getattr(_row(dossier, table, row), column)


def filled(dossier: Dossier, table: str, row: Mapping[str, Any], **values: Any) -> Dossier:
    """Return a dossier in which a row has ``values``; the row is made when it is not there yet.

    A row of the intake, of the parts of an assignment, of what was said back, of a partner and a
    theme, of a cooperation or of the stories goes when nothing is left in it. Without a ``table``
    they are values of the head. Raises
    ``pydantic.ValidationError`` for a value that the column does not allow.

    >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> row = {"id": "een", "assignment": "app"}
    >>> more = filled(bare, "parts", row, part="Bouwen")
    >>> more.parts[0].part, filled(more, "parts", row, part="") == bare
    ('Bouwen', True)
    """
    if not table:
        return Dossier.model_validate({**dict(dossier), **values})
    rows, bare = getattr(dossier, table), TABLES[table].model_validate(dict(row))
    at = _place(rows, bare)
    now = bare if at is None else rows[at]
    new = type(now).model_validate({**dict(now), **values})
    kept = () if table in _MAY_GO and new == bare else (new,)
    before, after = (rows, ()) if at is None else (rows[:at], rows[at + 1 :])
    return dossier.model_copy(update={table: (*before, *kept, *after)})


def _row(dossier: Dossier, table: str, row: Mapping[str, Any]) -> Any:
    rows, bare = getattr(dossier, table), TABLES[table].model_validate(dict(row))
    at = _place(rows, bare)
    return bare if at is None else rows[at]


def _place(rows: Sequence[Row], bare: Row) -> int | None:
    """Return at which place the row with the same key stands."""
    keys = map(key_of(type(bare)), rows)
    return next((at for at, key in enumerate(keys) if key == bare.key), None)
