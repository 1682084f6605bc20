"""A dossier on its way in: the cells that could be read, so that all checks run at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES

Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Draft:
    """What was read so far, by column; a cell that could not be read is left out.

    ``tables`` misses a table that could not be read at all. ``chosen`` is the proposal as issue ->
    option, where it came so.
    """

    head: Cells
    tables: Mapping[str, Sequence[Cells]]
    chosen: Mapping[str, str] = field(default_factory=dict)

    def values(self, table: str, column: str) -> list[Any]:
        """Return what stands in a column, without the cells that are empty or not read."""
        cells = (row.get(column) for row in self.tables.get(table, ()))
        return [value for value in cells if value is not None]


@dataclass(frozen=True)
class Finding:
    """What is wrong between cells: in row number ``at`` (from 0) of a table, or in the head."""

    what: str
    table: str = ""
    at: int | None = None
    column: str = ""


def draft_of(dossier: Dossier) -> Draft:
    """Return a whole dossier as a draft."""
    tables = {name: [vars(row) for row in getattr(dossier, name)] for name in TABLES}
    return Draft(dict(dossier), tables)
