"""What is due, and on which day: steps, judgements to look at again, partners, what was asked."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from helpers.analysis.days import Day, stamp
from helpers.analysis.stakeholders.review import review
from helpers.dossier.model import Dossier


class Due(StrEnum):
    """What is due on a day."""

    STEP = "step"
    REVIEW = "review"
    PARTNER = "partner"
    ASSIGNMENT = "assignment"
    CONVERSATION = "conversation"


class Reminder(NamedTuple):
    """What is due on a day: the ids of its rows, in the order of their table."""

    day: pd.Timestamp
    due: Due
    rows: tuple[str, ...]


def reminders(dossier: Dossier) -> tuple[Reminder, ...]:
    """Return what is due, the earliest day first; a review that is late is due on ``as_of``.

    Steps of the route that are not done, interests by the rule of
    :func:`~helpers.analysis.stakeholders.review.review` (an interest without any date is due
    now), partners whose agreed rhythm ends, assignments and prepared conversations with a day. What
    had to be there on a day that is past is not due: :func:`behind` holds that.

    >>> dossier = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> dossier = dossier.add("route", id="raad", step=1, name="Raad", body="council",
    ...                       date="2026-10-27")
    >>> [(str(one.day.date()), one.due.value, one.rows) for one in reminders(dossier)]
    [('2026-10-27', 'step', ('raad',))]
    """
    found: dict[tuple[pd.Timestamp, Due], dict[str, None]] = defaultdict(dict)
    for day, due, row in _all(dossier):
        found[max(stamp(day), stamp(dossier.as_of)), due][row] = None
    order = list(Due)
    keys = sorted(found, key=lambda key: (key[0], order.index(key[1])))
    return tuple(Reminder(day, due, tuple(found[day, due])) for day, due in keys)


def behind(dossier: Dossier) -> tuple[Reminder, ...]:
    """Return the steps and assignments whose day is past, by that day; no step that is done.

    >>> dossier = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> dossier = dossier.add("route", id="raad", step=1, name="Raad", body="council",
    ...                       date="2026-09-01")
    >>> [(str(one.day.date()), one.rows) for one in behind(dossier)], reminders(dossier)
    ([('2026-09-01', ('raad',))], ())
    """
    now = stamp(dossier.as_of)
    late = [Reminder(stamp(day), due, (row,)) for day, due, row in _with_day(dossier)]
    return tuple(sorted(one for one in late if one.day < now))


def _with_day(dossier: Dossier) -> Iterator[tuple[Day, Due, str]]:
    """Yield what was planned for one day, and cannot be done later without a new one."""
    for step in sorted(dossier.route, key=lambda one: one.step):
        if step.date and not step.done:
            yield step.date, Due.STEP, step.id
    for assignment in dossier.assignments:
        if assignment.wanted_by:
            yield assignment.wanted_by, Due.ASSIGNMENT, assignment.id


def _all(dossier: Dossier) -> Iterator[tuple[Day, Due, str]]:
    for day, due, row in _with_day(dossier):
        if stamp(day) >= stamp(dossier.as_of):
            yield day, due, row
    yield from _reviews(dossier)
    for theme in dossier.partner_themes:
        if theme.last_contact and theme.rhythm:
            yield (
                stamp(theme.last_contact) + pd.Timedelta(days=theme.rhythm),
                Due.PARTNER,
                theme.partner,
            )
    for card in dossier.preparations:
        if card.date and card.date >= dossier.as_of:
            yield card.date, Due.CONVERSATION, card.id


def _reviews(dossier: Dossier) -> Iterator[tuple[Day, Due, str]]:
    if not dossier.interests:
        return
    table = review(
        dossier.table("interests"), dossier.table("route"), dossier.as_of, dossier.review_days
    )
    for row, day in zip(table["id"], table["look_by"], strict=True):
        yield (dossier.as_of if pd.isna(day) else day), Due.REVIEW, row
