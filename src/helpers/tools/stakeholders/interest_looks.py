"""What the analysis says of each interest: when to look at it again, and what is not known."""

import datetime as dt
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from helpers.analysis.stakeholders.interests import what_matters
from helpers.analysis.stakeholders.review import DUE, review, unknowns
from helpers.dossier.model import Dossier
from helpers.texts.language import _


class Look(NamedTuple):
    """What the analysis says of an interest: when to look at it again, and what is not known.

    ``state`` as in :func:`helpers.analysis.stakeholders.review.review`; ``unknown`` holds pairs of
    what and of which option, as in :func:`helpers.analysis.stakeholders.review.unknowns`.
    """

    stakeholder: str
    state: str
    look_by: dt.date | None
    unknown: tuple[tuple[str, str], ...] = ()

    @property
    def due(self) -> bool:
        """Whether the day to look at it again has come."""
        return self.state == DUE

    @property
    def unsaid(self) -> bool:
        """Whether only the position is known, and not the interest behind it."""
        return ("interest", "") in self.unknown


@lru_cache(maxsize=4)
def looks_of(dossier: Dossier) -> dict[str, Look]:
    """Return the look at each interest, by its id; what matters most stands first."""
    names = ("stakeholders", "interests", "options", "effects", "values")
    tables = [dossier.table(name) for name in names]
    due = review(tables[1], dossier.table("route"), dossier.as_of, dossier.review_days)
    days = {key: (state, when) for key, when, _days, state in due.itertuples(index=False)}
    missing: dict[str, list[tuple[str, str]]] = {}
    for key, _who, what, option in unknowns(tables[1], tables[3], tables[4]).itertuples(
        index=False
    ):
        missing.setdefault(key, []).append((what, option))
    looks = {}
    for key, who in what_matters(*tables)[["interest", "stakeholder"]].itertuples(index=False):
        state, when = days[key]
        look_by = None if pd.isna(when) else when.date()
        looks[key] = Look(who, state, look_by, tuple(missing.get(key, ())))
    return looks


def counted(looks: list[Look], alone: bool) -> list[dict[str, str]]:
    """Return marks beside a stakeholder: how many are unknown and due; ``alone``: one person."""
    unknown, due = sum(bool(look.unknown) for look in looks), sum(look.due for look in looks)
    marks = []
    if alone:
        marks.append({"symbol": "!", "text": _("one person: only what was said in public")})
    if unknown:
        text = _("{n} not known yet").format(n=unknown)
        marks.append({"symbol": "?", "text": text, "look": "dv-open"})
    if due:
        text = _("{n} due for review").format(n=due)
        marks.append({"symbol": "↻", "text": text, "look": "dv-look"})
    return marks
