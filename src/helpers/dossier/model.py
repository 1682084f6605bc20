"""One dossier: a frozen object; a change gives a new one."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal

from pydantic import ConfigDict

from helpers.dossier.columns import Column, Declared, columns_of
from helpers.dossier.head import Head
from helpers.dossier.tables import TABLES, Stakeholder, Tables
from helpers.dossier.words import Kind
from helpers.texts.language import _

if TYPE_CHECKING:
    from pandas import DataFrame


class Dossier(Tables, Head):
    """A dossier: its head and its tables, tuples of frozen rows.

    >>> dossier = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> dossier = dossier.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    >>> dossier.change("stakeholders", "wijk", power=7).stakeholders[0].power
    7.0
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def fracties(self) -> tuple[Stakeholder, ...]:
        """The party groups, in the order of the table."""
        return tuple(one for one in self.stakeholders if one.kind is Kind.FRACTIE)

    def change(self, table: str, key: str | tuple[str, ...], **changes: Any) -> Dossier:
        """Return a dossier in which the row ``key`` of ``table`` has ``changes``.

        ``key`` is the row's id, or the tuple of its key columns in a table without ids (effects:
        option and interest). Raises ``KeyError`` for an unknown key and
        ``pydantic.ValidationError`` for a value that the column does not allow.
        """
        rows = getattr(self, table)
        if key not in {row.key for row in rows}:
            raise KeyError(key)
        changed = tuple(
            type(row).model_validate({**dict(row), **changes}) if row.key == key else row
            for row in rows
        )
        return self.model_copy(update={table: changed})

    def add(self, table: str, **values: Any) -> Dossier:
        """Return a dossier with one row more at the end of ``table``.

        Raises ``KeyError`` when the table has a row with that key already and
        ``pydantic.ValidationError`` for a value that the column does not allow.
        """
        row = TABLES[table].model_validate(values)
        rows = getattr(self, table)
        if row.key in {one.key for one in rows}:
            raise KeyError(row.key)
        return self.model_copy(update={table: (*rows, row)})

    def free_id(self, table: str, stem: str) -> str:
        """Return an id that no row of ``table`` has yet; it begins with ``stem``."""
        rows = getattr(self, table)
        taken = {row.id for row in rows}
        numbers = range(1, len(rows) + 2)
        return next(new for n in numbers if (new := f"{stem[:34]}_{n}") not in taken)

    def table(self, name: str) -> DataFrame:
        """Return a copy of a table as a DataFrame with one row a record, columns as declared.

        Numbers that may be unknown are ``float64`` with ``nan``; dates are ``datetime.date``.
        """
        import pandas as pd

        rows = getattr(self, name)
        cells = {
            key: pd.array(list(map(attrgetter(key), rows)), dtype=_dtype(column)).to_numpy()
            for key, column in columns_of(TABLES[name]).items()
        }
        return pd.DataFrame(cells)

    def __str__(self) -> str:
        """Return a summary of a few lines in the course's language."""
        from helpers.texts.numbers import day

        counts = _(
            "{seats} seats, {fracties} party groups, {stakeholders} stakeholders, "
            "{interests} interests, {issues} issues with {options} options"
        ).format(
            seats=self.seats or 0,
            fracties=len(self.fracties),
            stakeholders=len(self.stakeholders),
            interests=len(self.interests),
            issues=len(self.issues),
            options=len(self.options),
        )
        head = f"{self.title} ({self.place})" if self.place else self.title
        return f"{head}\n{counts}\n" + _("As of {day}").format(day=day(self.as_of))


def _dtype(column: Column) -> Literal["bool", "int64", "float64", "object"]:
    """Return the type with which a column goes into a DataFrame: of a number, or an object."""
    if column.type is bool:
        return "bool"
    if column.type is int and (column.required or column.default is not None):
        return "int64"
    return "float64" if column.type in (int, float) else "object"


PARTS: dict[str, type[Declared]] = {"": Dossier, **TABLES}
"""All that is declared, by name: the head (without a name) and the tables."""
