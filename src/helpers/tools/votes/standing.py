"""How the vote stands: what analysis says of the working copy, and that in sentences."""

from functools import lru_cache
from typing import Any, NamedTuple

import pandas as pd

from helpers.analysis.stakeholders.gains import NOTHING, UNKNOWN, gains
from helpers.analysis.votes.forecast import package_votes, seats_in_it, seats_needed
from helpers.analysis.votes.majority import CERTAIN, firm_majority
from helpers.analysis.votes.tipping import what_tips_it
from helpers.analysis.votes.vote import Interval, loading, majority_interval
from helpers.dossier.model import Dossier
from helpers.dossier.words import Vote
from helpers.pictures.chance import ChanceBand
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import between, listed

_FACTORS = (0.0, 0.35, 0.7)
_TABLES = ("stakeholders", "interests", "options", "effects", "thresholds", "values")
Lines = list[dict[str, Any]]


class Standing(NamedTuple):
    """How the vote stands under a package.

    ``groups`` has one row a party group (see
    :func:`~helpers.analysis.votes.forecast.package_votes`), ``verdicts`` one row a stakeholder with
    ``name`` and ``verdict``; ``changed`` names the issues on which the package differs from the
    proposal; ``needed`` is the number of seats that makes a majority firm.
    """

    groups: pd.DataFrame
    verdicts: pd.DataFrame
    band: ChanceBand
    changed: tuple[str, ...]
    needed: int


@lru_cache(maxsize=8)
def standing(dossier: Dossier, package: tuple[str, ...]) -> Standing:
    """Return how the vote stands in ``dossier`` under ``package`` (option ids, one an issue).

    Whoever asks again for the same gets the same object.
    """
    tables = {name: dossier.table(name) for name in _TABLES}
    people, wants, works = (tables[name] for name in ("stakeholders", "interests", "effects"))
    groups = package_votes(
        **tables, proposal=dossier.proposal, package=package, softness=dossier.softness
    )
    verdicts = gains(people, wants, works, package, tables["values"])
    verdicts = verdicts.assign(name=people["name"].to_numpy())
    return Standing(
        groups,
        verdicts,
        _band(groups, dossier.shared_factor),
        _changed(dossier, package),
        seats_needed(groups["seats"], dossier.firm_share),
    )


def _band(groups: pd.DataFrame, shared_factor: float) -> ChanceBand:
    def chance(factor: float) -> Interval:
        return majority_interval(groups["seats"], groups["chance"], loading(factor))

    here = chance(shared_factor)
    around = [here, *(chance(factor) for factor in _FACTORS)]
    return ChanceBand(*here, min(one.low for one in around), max(one.high for one in around))


def _changed(dossier: Dossier, package: tuple[str, ...]) -> tuple[str, ...]:
    names = {issue.id: issue.name for issue in dossier.issues}
    other = set(package) - set(dossier.proposal)
    return tuple(names[one.issue] for one in dossier.options if one.id in other)


def nothing_lines(stand: Standing) -> Lines:
    """Return the sentences about for whom there is nothing in it yet."""
    table = stand.verdicts
    if not len(table):
        return []
    nothing = table.loc[table["verdict"] == NOTHING, "name"]
    unknown = table.loc[table["verdict"] == UNKNOWN, "name"]
    lines: Lines = [
        {"text": _("For whom is there nothing in it yet?"), "look": "dv-lead", "tag": "h4"}
    ]
    if len(nothing):
        text = _("For {who} nothing that matters to them gets better yet.")
        lines.append({"text": text.format(who=listed(nothing))})
    else:
        lines.append({"text": _("For everyone at least one thing that matters gets better.")})
    if len(unknown):
        text = _("Of {who} you do not know yet what is in it for them.")
        lines.append({"text": text.format(who=listed(unknown))})
    return lines


def enough_lines(stand: Standing) -> Lines:
    """Return the sentences about for how many seats there is enough in the package."""
    total, held = int(stand.groups["seats"].sum()), seats_in_it(stand.groups)
    if stand.changed:
        what = _("You change the proposal on: {issues}.").format(issues=listed(stand.changed))
    else:
        what = _("This is the proposal as it lies.")
    enough = _("There is enough in it for party groups with {held} of the {total} seats.").format(
        held=held, total=total
    )
    if held >= stand.needed:
        firm = _("That is enough for a firm majority: {needed} seats or more.")
    else:
        firm = _("For a firm majority that must be {needed} seats.")
    said = f"{enough} {firm.format(needed=stand.needed)}"
    return [{"text": what}, {"text": said, "look": "dv-lead"}]


def outcome_lines(stand: Standing) -> Lines:
    """Return the sentences about the chance of a majority and what it rests on."""
    band = stand.band
    chance = _("The chance of a majority is {chance}.").format(chance=between(band.low, band.high))
    around = _(
        "Nobody knows exactly how much party groups follow one another. "
        "With less or more of it the chance is {chance}."
    ).format(chance=between(band.least, band.most))
    told = [_why(stand.groups), around, _without_doubtful(stand.groups)]
    return [{"text": chance, "look": "dv-lead"}, *({"text": text, "quiet": True} for text in told)]


def tipping(stand: Standing, shared_factor: float) -> pd.DataFrame:
    """Return what each party group's vote changes, most first.

    Columns ``name``, ``seats``, and ``low`` and ``high`` of
    :func:`~helpers.analysis.votes.tipping.what_tips_it`.
    """
    groups = stand.groups
    tips = what_tips_it(groups["seats"], groups["chance"], loading(shared_factor))
    table = pd.concat([groups[["name", "seats"]], tips], axis=1)
    return table.sort_values(["high", "low"], ascending=False, kind="stable", ignore_index=True)


def _without_doubtful(groups: pd.DataFrame) -> str:
    """Return what is left of the seats for when the largest doubtful group drops out."""
    held = firm_majority(groups["enough"], groups["seats"], groups["chance"]).iloc[0]
    counted = _("You count on {n} seats for it; a majority is {least}.").format(
        n=held["seats_for"], least=int(groups["seats"].sum()) // 2 + 1
    )
    doubtful = groups[groups["chance"].between(0.5, CERTAIN, inclusive="neither")]
    if not len(doubtful):
        return counted
    who = doubtful.nlargest(1, "seats")["name"].iloc[0]
    drops = _(
        "If {who} votes against after all, the largest that is probably for, {n} are left."
    ).format(who=who, n=held["seats_left"])
    return f"{counted} {drops}"


def _why(groups: pd.DataFrame) -> str:
    unknown = groups.loc[groups["judged"] == Vote.UNKNOWN.value, "name"]
    silent = groups.loc[groups["judged"] == "", "name"]
    told = []
    if len(unknown):
        text = ngettext(
            "You do not know yet what {who} will do; that one can still go either way.",
            "You do not know yet what {who} will do; these can still go either way.",
            len(unknown),
        )
        told.append(text.format(who=listed(unknown)))
    if len(silent):
        text = _("You have not judged {who} yet: for now their interests tell how they may vote.")
        told.append(text.format(who=listed(silent)))
    return " ".join(told) or _("You have a judgement of every party group.")
