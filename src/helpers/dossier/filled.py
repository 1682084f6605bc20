"""Filling in a row of a dossier cell by cell: it comes when something is in it."""

from collections.abc import Mapping
from typing import Any

from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES

_MAY_GO = ("intake", "parts", "readbacks", "partner_themes", "cooperation", "stories")


def cell_value(dossier: Dossier, table: str, row: Mapping[str, Any], column: str) -> Any:
    """Return what stands in a column of a row; of a row that is not there yet, what empty means.

    ``row`` holds what is known of the row beforehand, at least its key.
    """
    return getattr(_row(dossier, table, row), column)


def filled(dossier: Dossier, table: str, row: Mapping[str, Any], **values: Any) -> Dossier:
    """Return a dossier in which a row has ``values``; the row is made when it is not there yet.

    A row of the intake, of the parts of an assignment, of what was said back, of a partner and a
    theme, of a cooperation or of the stories goes when nothing is left in it. Raises
    ``pydantic.ValidationError`` for a value that the column does not allow.

    >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> row = {"id": "een", "assignment": "app"}
    >>> more = filled(bare, "parts", row, part="Bouwen")
    >>> more.parts[0].part, filled(more, "parts", row, part="") == bare
    ('Bouwen', True)
    """
    now = _row(dossier, table, row)
    new = type(now).model_validate({**dict(now), **values})
    rows = getattr(dossier, table)
    if table in _MAY_GO and new == type(now).model_validate(dict(row)):
        kept = tuple(one for one in rows if one.key != new.key)
    elif new.key in {one.key for one in rows}:
        kept = tuple(new if one.key == new.key else one for one in rows)
    else:
        kept = (*rows, new)
    return dossier.model_copy(update={table: kept})


def _row(dossier: Dossier, table: str, row: Mapping[str, Any]) -> Any:
    bare = TABLES[table].model_validate(dict(row))
    return next((one for one in getattr(dossier, table) if one.key == bare.key), bare)
