"""Issues and options that somebody adds to a dossier, with what they are worth to each party.

Each function returns the fields of the working copy that change, as in
:mod:`helpers.training.on_the_table`.
"""

from collections.abc import Mapping
from typing import Any

from helpers.dossier.model import Dossier
from helpers.training.on_the_table import settled
from helpers.training.working_copy import Work

OWN = "own"
"""The ids of what was added begin with this."""

Worth = Mapping[str, float | None]
"""What an option is worth to each stakeholder, by id, in value points; ``None`` = not known."""


def is_own(key: str) -> bool:
    """Tell whether this is the id of an issue or option that somebody added.

    >>> is_own("own_1"), is_own("own_option_2"), is_own("parkeren")
    (True, True, False)
    """
    return key.startswith(f"{OWN}_")


def add_issue(
    work: Work, name: str, stays: str, option: str, worth: Worth, brought_by: str | None
) -> dict[str, Any]:
    """Add an issue with one option beside its status quo, which is named ``stays``.

    It lies on the table at once.
    """
    key = work.dossier.free_id("issues", OWN)
    now = work.dossier.free_id("options", f"{OWN}_option")
    dossier = work.dossier.add("issues", id=key, name=name, added=True, brought_by=brought_by)
    dossier = dossier.add("options", id=now, issue=key, name=stays, status_quo=True)
    laid = work.model_copy(update={"dossier": dossier})
    return {"laid": (*work.laid, key), **add_option(laid, key, option, worth, brought_by)}


def add_option(
    work: Work, issue: str, option: str, worth: Worth, brought_by: str | None
) -> dict[str, Any]:
    """Add an option to an issue."""
    key = work.dossier.free_id("options", f"{OWN}_option")
    row = {"id": key, "issue": issue, "name": option, "brought_by": brought_by}
    return _whole(work, with_worth(work.dossier.add("options", **row), key, worth))


def change_option(
    work: Work, key: str, name: str, worth: Worth, brought_by: str | None
) -> dict[str, Any]:
    """Change an option that was added."""
    dossier = work.dossier.change("options", key, name=name, brought_by=brought_by)
    return {"dossier": with_worth(dossier, key, worth)}


def remove_option(work: Work, key: str) -> dict[str, Any]:
    """Remove an option that was added; an added issue that has no other goes as well.

    A kept package in which it was chosen keeps the status quo of that issue.
    """
    gone = {key}
    issue = next((one.issue for one in work.dossier.options if one.id == key), "")
    rest = [one for one in work.dossier.options if one.issue == issue and one.id != key]
    dossier = work.dossier
    if is_own(issue) and all(one.status_quo for one in rest):
        gone |= {one.id for one in rest}
        issues = tuple(one for one in dossier.issues if one.id != issue)
        dossier = dossier.model_copy(update={"issues": issues})
    rows = {
        "options": tuple(one for one in dossier.options if one.id not in gone),
        "effects": tuple(one for one in dossier.effects if one.option not in gone),
        "values": tuple(one for one in dossier.values if one.option not in gone),
    }
    left = {one.id for one in dossier.issues}
    kept = tuple(
        one.model_copy(update={"package": tuple(o for o in one.package if o not in gone)})
        for one in work.kept
    )
    fields = {"laid": tuple(one for one in work.laid if one in left), "kept": kept}
    return {**fields, **_whole(work, dossier.model_copy(update=rows))}


def with_worth(dossier: Dossier, option: str, worth: Worth) -> Dossier:
    """Return a dossier that says of an option what it is worth to each stakeholder.

    What is not known is an unknown effect on what matters most to that stakeholder.
    """
    values = tuple(one for one in dossier.values if one.option != option)
    effects = tuple(one for one in dossier.effects if one.option != option)
    dossier = dossier.model_copy(update={"values": values, "effects": effects})
    for who, points in worth.items():
        if points is not None:
            dossier = dossier.add("values", stakeholder=who, option=option, value=points)
        else:
            dossier, interest = _interest_of(dossier, who)
            dossier = dossier.add("effects", option=option, interest=interest)
    return dossier


def worth_of(dossier: Dossier, option: str) -> dict[str, float | None]:
    """Return what an added option is worth to each stakeholder, as :func:`with_worth` wrote it."""
    told = {one.stakeholder: one.value for one in dossier.values if one.option == option}
    return {one.id: told.get(one.id) for one in dossier.stakeholders}


def _interest_of(dossier: Dossier, who: str) -> tuple[Dossier, str]:
    """Return what weighs most to a stakeholder; who has no interest yet gets an unknown one."""
    own = [one for one in dossier.interests if one.stakeholder == who]
    if own:
        return dossier, max(own, key=lambda one: one.weight or 0).id
    key = dossier.free_id("interests", OWN)
    return dossier.add("interests", id=key, stakeholder=who), key


def _whole(work: Work, dossier: Dossier) -> dict[str, Any]:
    """Return the dossier with a proposal, and a package that is tried, that fit its issues."""
    everything = [one.id for one in dossier.issues]
    tried, proposal = work.package or dossier.proposal, dossier.proposal
    if proposal:
        proposal = settled(dossier, everything, proposal)
    dossier = dossier.model_copy(update={"proposal": proposal})
    return {"dossier": dossier, "package": settled(dossier, everything, tried)}
