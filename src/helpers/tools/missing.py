"""What a dossier does not have yet, in words: what is missing for a tool, and where it goes."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_, _


class Need(NamedTuple):
    """Something that a tool works with: whether a dossier has it, and the table for it."""

    there: Callable[[Dossier], object]
    what: str
    short: str
    table: str


NEEDS = {
    "people": Need(
        lambda dossier: dossier.stakeholders,
        N_("There is nobody in this dossier yet."),
        N_("somebody who has something at stake"),
        "stakeholders",
    ),
    "power": Need(
        lambda dossier: [one for one in dossier.stakeholders if one.power is not None],
        N_("Of nobody you know yet how much power or attention they have."),
        N_("how much power and attention somebody has"),
        "stakeholders",
    ),
    "interests": Need(
        lambda dossier: dossier.interests,
        N_("No interest is written down yet."),
        N_("an interest"),
        "interests",
    ),
    "fracties": Need(
        lambda dossier: [one for one in dossier.fracties if one.seats],
        N_("There is no party group with seats in this dossier yet."),
        N_("party groups with their seats"),
        "stakeholders",
    ),
    "issues": Need(
        lambda dossier: [one for one in dossier.options if not one.status_quo],
        N_("There is no issue yet on which something can be chosen."),
        N_("an issue with something to choose"),
        "issues",
    ),
    "effects": Need(
        lambda dossier: dossier.effects or dossier.values,
        N_("It is not known yet how an option works out on an interest."),
        N_("how options work out on interests"),
        "effects",
    ),
    "route": Need(
        lambda dossier: dossier.route,
        N_("No step of the route is written down yet."),
        N_("a step of the route"),
        "route",
    ),
    "groups": Need(
        lambda dossier: dossier.groups,
        N_("There is no group yet that the change touches."),
        N_("a group that the change touches"),
        "groups",
    ),
    "aspects": Need(
        lambda dossier: dossier.aspects,
        N_("It is not written down yet by what people judge the change."),
        N_("something by which people judge the change"),
        "aspects",
    ),
    "partners": Need(
        lambda dossier: dossier.partners,
        N_("There is no partner in this dossier yet."),
        N_("a partner"),
        "partners",
    ),
}
_WHERE = N_("Fill it in on the page of your own dossier (lesson 09), in the table {table}.")


def missing(dossier: Dossier, *needs: str) -> list[str]:
    """Return what is missing of ``needs``, each as a sentence that also says where it goes.

    >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> missing(bare, "route")[0].endswith("in de tabel Route.")
    True
    """
    return [f"{_(one.what)} {where(one.table)}" for one in _lacking(dossier, needs)]


def missing_words(dossier: Dossier, needs: Iterable[str]) -> list[str]:
    """Return what is missing of ``needs``, each in a few words."""
    return [_(one.short) for one in _lacking(dossier, needs)]


def where(table: str) -> str:
    """Return the sentence that says in which table something is filled in."""
    return _(_WHERE).format(table=_(TABLES[table].SHEET))


def _lacking(dossier: Dossier, needs: Iterable[str]) -> list[Need]:
    return [NEEDS[name] for name in needs if not NEEDS[name].there(dossier)]
