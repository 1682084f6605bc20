"""Which principles of the course a dossier keeps already, and for whom or what something lacks.

Every check reads the tables as they stand. It says nothing about how well something was done: that
a summary was confirmed, not that it was a good one.
"""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from helpers.analysis.goals.goal_tree import review_goals
from helpers.analysis.intake.ladder import ladder, missing_steps
from helpers.analysis.intake.preparation import findings
from helpers.analysis.messages.message_checks import Understood, message_gaps, understood
from helpers.analysis.partners.coverage import coverage
from helpers.analysis.route import DONE, route_ahead
from helpers.analysis.stakeholders.gains import SOMETHING, gains
from helpers.analysis.stakeholders.review import DUE, review
from helpers.dossier.model import Dossier
from helpers.dossier.words import Kind


class State(StrEnum):
    """How far a check is: nothing to look at yet, something lacks, or nothing lacks."""

    EMPTY = "empty"
    LACKS = "lacks"
    KEPT = "kept"


class Check(NamedTuple):
    """One check: its name, the principles it stands for, the lesson, and what came of it.

    ``lacks`` names the rows at which something lacks, as ``table`` holds them, in their order;
    ``of`` is how many were looked at.
    """

    name: str
    principles: tuple[str, ...]
    lesson: str
    table: str
    lacks: tuple[str, ...]
    of: int

    @property
    def state(self) -> State:
        """How far it is."""
        if not self.of:
            return State.EMPTY
        return State.LACKS if self.lacks else State.KEPT


Found = tuple[Iterable[str], int]
"""The ids at which something lacks, and how many rows were looked at."""


class _Rule(NamedTuple):
    name: str
    principles: tuple[str, ...]
    lesson: str
    table: str
    look: Callable[[Dossier], Found]


def checklist(dossier: Dossier) -> tuple[Check, ...]:
    """Return every check of a dossier, in the order of the lessons.

    >>> empty = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> {check.state.value for check in checklist(empty)}
    {'empty'}
    """
    checks = []
    for name, principles, lesson, table, look in _RULES:
        lacks, of = look(dossier)
        checks.append(Check(name, principles, lesson, table, tuple(lacks), of))
    return tuple(checks)


def _without(rows: Iterable[Any], known: Iterable[str]) -> list[str]:
    there = set(known)
    return [row.id for row in rows if row.id not in there]


def _speakers(dossier: Dossier) -> Found:
    ahead = [one for one in dossier.route if not one.done]
    return [one.id for one in ahead if not one.speaker], len(ahead)


def _convinced(dossier: Dossier) -> Found:
    table = dossier.table
    ahead = route_ahead(table("route"), table("stakeholders"), table("contacts"), dossier.as_of)
    left = ahead[(ahead["state"] != DONE) & ahead["present"].astype(bool)]
    return left.loc[left["nobody_convinced"], "id"], len(left)


def _interests(dossier: Dossier) -> Found:
    known = (one.stakeholder for one in dossier.interests if one.interest.strip())
    return _without(dossier.stakeholders, known), len(dossier.stakeholders)


def _fresh(dossier: Dossier) -> Found:
    wants, route = dossier.table("interests"), dossier.table("route")
    judged = review(wants, route, dossier.as_of, dossier.review_days)
    return judged.loc[judged["state"] == DUE, "id"], len(judged)


def _something(dossier: Dossier) -> Found:
    if not (dossier.proposal and dossier.stakeholders):
        return (), 0
    table = dossier.table
    people, wants, works = table("stakeholders"), table("interests"), table("effects")
    found = gains(people, wants, works, dossier.proposal, table("values"))
    return found.loc[found["verdict"] != SOMETHING, "stakeholder"], len(found)


def _spoken(dossier: Dossier) -> Found:
    spoken = (one.stakeholder for one in dossier.contacts)
    return _without(dossier.stakeholders, spoken), len(dossier.stakeholders)


def _confirmed(dossier: Dossier) -> Found:
    talks = dossier.contacts
    return [one.id for one in talks if not one.confirmed], len(talks)


def _through(dossier: Dossier) -> Found:
    groups = {one.id for one in dossier.stakeholders if one.kind == Kind.FRACTIE}
    talks = [one for one in dossier.contacts if one.stakeholder in groups]
    unsaid = [one.id for one in talks if not (one.asked_by.strip() and one.channel.strip())]
    return unsaid, len(talks)


def _asked(dossier: Dossier) -> Found:
    open_ones = [
        one.id for one in dossier.assignments if missing_steps(ladder(dossier.intake, one.id))
    ]
    return open_ones, len(dossier.assignments)


def _reframed(dossier: Dossier) -> Found:
    ready = [one for one in dossier.reframes if one.assignment]
    done = {one.assignment for one in ready if one.need.strip()}
    return _without(dossier.assignments, done), len(dossier.assignments)


def _expected(dossier: Dossier) -> Found:
    asked = (one.group for one in dossier.expectations if one.expected is not None)
    return _without(dossier.groups, asked), len(dossier.groups)


def _goals(dossier: Dossier) -> Found:
    table, year = dossier.table, dossier.as_of.year
    found = review_goals(table("goals"), table("measures"), table("contributions"), year)
    rows = {one.row for one in found.findings if one.table == "goals"}
    return [one.id for one in dossier.goals if one.id in rows], len(dossier.goals)


def _told(dossier: Dossier) -> Found:
    whole = (one.group for one in dossier.messages if not message_gaps(one))
    return _without(dossier.groups, whole), len(dossier.groups)


def _understood(dossier: Dossier) -> Found:
    lacks = []
    for message in dossier.messages:
        said = [one for one in dossier.readbacks if one.message == message.id]
        if understood(said) != (Understood.YES,):
            lacks.append(message.id)
    return lacks, len(dossier.messages)


def _stories(dossier: Dossier) -> Found:
    told = {one.stakeholder for one in dossier.stories if one.story.strip() and one.confirmed}
    asked = {one.stakeholder for one in dossier.stories}
    return [one for one in sorted(asked) if one not in told], len(asked)


def _priorities(dossier: Dossier) -> Found:
    first = (one.region for one in dossier.priorities if one.rank == 1 and one.goal.strip())
    return _without(dossier.regions, first), len(dossier.regions)


def _prepared(dossier: Dossier) -> Found:
    return [one.id for one in dossier.preparations if findings(one)], len(dossier.preparations)


def _white_spots(dossier: Dossier) -> Found:
    rows = dossier.table("partner_themes")
    days = [one.last_contact for one in dossier.partner_themes]
    rows["last_contact"] = [float("nan") if day is None else day.toordinal() for day in days]
    cells = coverage(rows, dossier.as_of.toordinal())
    white = set(cells.loc[cells["white"], "partner"])
    return [one.id for one in dossier.partners if one.id in white], len(dossier.partners)


def _both_sides(dossier: Dossier) -> Found:
    rows = dossier.cooperation
    partners = sorted({one.partner for one in rows})
    one_sided = {one.partner for one in rows if one.ours is None or one.theirs is None}
    return [one for one in partners if one in one_sided], len(partners)


_RULES = (
    _Rule("speaker", ("B4",), "01", "route", _speakers),
    _Rule("convinced", ("A3", "B4"), "01", "route", _convinced),
    _Rule("interest", ("A7", "A8"), "02", "stakeholders", _interests),
    _Rule("fresh", ("A8", "A9"), "02", "interests", _fresh),
    _Rule("something", ("A7",), "02", "stakeholders", _something),
    _Rule("spoken", ("B1", "B3"), "03", "stakeholders", _spoken),
    _Rule("confirmed", ("B2",), "03", "contacts", _confirmed),
    _Rule("through", ("B5",), "03", "contacts", _through),
    _Rule("asked", ("D6",), "04", "assignments", _asked),
    _Rule("reframed", ("D7",), "04", "assignments", _reframed),
    _Rule("expected", ("C1", "C6"), "05", "groups", _expected),
    _Rule("goals", ("C8",), "05", "goals", _goals),
    _Rule("told", ("C7", "C10"), "05", "groups", _told),
    _Rule("understood", ("C9",), "05", "messages", _understood),
    _Rule("stories", ("E1", "E5"), "06", "stakeholders", _stories),
    _Rule("priorities", ("E2",), "06", "regions", _priorities),
    _Rule("prepared", ("F1", "F2", "F3", "F5"), "07", "preparations", _prepared),
    _Rule("white_spots", ("G2", "G3", "G5"), "08", "partners", _white_spots),
    _Rule("both_sides", ("G7",), "08", "partners", _both_sides),
)
