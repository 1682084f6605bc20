"""One dossier: a frozen object; a change gives a new one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict

from helpers.dossier.columns import Body, Id, Kind, Text, column
from helpers.dossier.tables import (
    Contact,
    Effect,
    Interest,
    Issue,
    Option,
    Stakeholder,
    Step,
    Threshold,
)
from helpers.texts.language import N_, _

if TYPE_CHECKING:
    from pandas import DataFrame


class Dossier(BaseModel):
    """A dossier: its story, the proposal as it lies, and its tables.

    ``proposal`` and every other package is a tuple of option ids, one an issue.

    >>> from helpers.dossier.examples import open_dossier
    >>> dossier = open_dossier("winkelhart")
    >>> dossier.change("stakeholders", dossier.fracties[0].id, seats=1) == dossier
    False
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Id = column(N_("Id"), N_("Name of the folder or file of the dossier."))
    title: Text = column(N_("Title"), N_("What the dossier is called."))
    story: Text = column(N_("Story"), N_("What happened, in short."), default="")
    place: Text = column(N_("Place"), N_("Municipality, province or region."), default="")
    body: Body = column(
        N_("Deciding body"), N_("The body that takes the decision."), default=Body.OTHER
    )
    population: int | None = column(
        N_("Population"),
        N_("Number of inhabitants."),
        default=None,
        low=1,
        high=20_000_000,
        unit=N_("inhabitants"),
    )
    seats: int | None = column(
        N_("Seats"),
        N_("Number of seats of the deciding body."),
        default=None,
        low=1,
        high=1000,
        unit=N_("seats"),
    )
    coalition: tuple[Id, ...] = column(
        N_("Coalition"), N_("The party groups of the coalition."), default=(), refers="stakeholders"
    )
    as_of: dt.date = column(N_("As of"), N_("The day for which the dossier holds."))
    review_days: int = column(
        N_("Review after"),
        N_("After this time a judgement is due for review."),
        default=30,
        low=1,
        high=3650,
        unit=N_("days"),
    )
    firm_share: float = column(
        N_("Firm majority"),
        N_("Share of the seats that makes a majority firm."),
        default=0.6,
        low=0.5,
        high=1,
        unit=N_("share"),
    )
    softness: float = column(
        N_("Softness"),
        N_("How many value points move a vote from doubtful to probable."),
        default=5.0,
        low=0.1,
        high=1000,
        unit=N_("value points"),
    )
    shared_factor: float = column(
        N_("Togetherness"),
        N_("How much party groups move together: 0 not at all, near 1 completely."),
        default=0.35,
        low=0,
        high=0.95,
        unit=N_("share"),
    )
    proposal: tuple[Id, ...] = column(
        N_("Proposal"), N_("The chosen option of each issue."), default=(), refers="options"
    )
    stakeholders: tuple[Stakeholder, ...] = ()
    interests: tuple[Interest, ...] = ()
    issues: tuple[Issue, ...] = ()
    options: tuple[Option, ...] = ()
    effects: tuple[Effect, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    route: tuple[Step, ...] = ()
    contacts: tuple[Contact, ...] = ()

    @property
    def fracties(self) -> tuple[Stakeholder, ...]:
        """The party groups, in the order of the table."""
        return tuple(one for one in self.stakeholders if one.kind is Kind.FRACTIE)

    def change(self, table: str, key: str, **changes: Any) -> Dossier:
        """Return a dossier in which the row with id ``key`` of ``table`` has ``changes``.

        Raises ``KeyError`` for an unknown id and ``pydantic.ValidationError`` for a value that the
        column does not allow.
        """
        rows = getattr(self, table)
        if key not in {row.id for row in rows}:
            raise KeyError(key)
        changed = tuple(
            type(row).model_validate({**row.model_dump(), **changes}) if row.id == key else row
            for row in rows
        )
        return self.model_copy(update={table: changed})

    def table(self, name: str) -> DataFrame:
        """Return a copy of a table as a DataFrame with one row a record, columns as declared."""
        import pandas as pd

        from helpers.dossier.tables import TABLES

        rows = [row.model_dump() for row in getattr(self, name)]
        return pd.DataFrame(rows, columns=list(TABLES[name].model_fields))

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
