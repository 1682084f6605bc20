"""What stays out of what is handed on, unless somebody asks for it: how people will vote.

A forecast about party groups can be asked for (Woo) and does not belong in an official paper. So
these are left empty: how each is thought to vote and what that rests on, whether somebody is
convinced, and of party groups and executives their attitude and where they stood after a
conversation. What they said, asked or want to keep safe is no forecast, and stays.
"""

from helpers.dossier.model import Dossier
from helpers.dossier.steps import Contact
from helpers.dossier.tables import Stakeholder
from helpers.dossier.words import Answer, Kind

_VOTE = ("judged_vote", "vote_certainty", "vote_source_kind", "vote_source", "vote_date")
LEFT_OUT = {
    "stakeholders": (*_VOTE, "attitude"),
    "contacts": ("convinced", "position_after"),
}
"""The columns that are left empty, by table; attitude and position only of who is political."""

POLITICAL = (Kind.FRACTIE, Kind.EXECUTIVE)
"""Whose side is a political one."""


def without_forecasts(dossier: Dossier) -> Dossier:
    """Return a dossier in which nothing says how somebody will vote or who is convinced.

    >>> dossier = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> dossier = dossier.add("stakeholders", id="groen", name="Groen", kind="fractie", seats=3,
    ...                       judged_vote="certainly_for", attitude=2)
    >>> one = without_forecasts(dossier).stakeholders[0]
    >>> one.judged_vote, one.attitude, one.seats
    (None, None, 3)
    """
    people = {one.id for one in dossier.stakeholders if one.kind in POLITICAL}
    return dossier.model_copy(
        update={
            "stakeholders": tuple(_quiet(one) for one in dossier.stakeholders),
            "contacts": tuple(_unsaid(one, people) for one in dossier.contacts),
        }
    )


def _quiet(one: Stakeholder) -> Stakeholder:
    empty = {name: Stakeholder.model_fields[name].default for name in _VOTE}
    attitude = None if one.kind in POLITICAL else one.attitude
    return one.model_copy(update={**empty, "attitude": attitude})


def _unsaid(one: Contact, political: set[str]) -> Contact:
    stood = "" if one.stakeholder in political else one.position_after
    return one.model_copy(update={"convinced": Answer.UNKNOWN, "position_after": stood})
