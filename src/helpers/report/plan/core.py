"""The first chapters: what it is about and who decides, and who wants what."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from helpers.dossier.model import Dossier
from helpers.dossier.words import WORDS, Body, SourceKind
from helpers.report.document import add_picture, add_table, add_text
from helpers.report.left_out import POLITICAL
from helpers.report.plan.contents import sureness
from helpers.report.plan.pictures import map_picture
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import day, listed, number

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.dossier.tables import Interest
    from helpers.report.plan.contents import Contents

MOST_INTERESTS, MOST_OF_ONE, MOST_ROWS = 40, 2, 60
"""With more interests than the first, so many of each stakeholder stand in the plan."""
_NO_ATTITUDE = N_("The attitude of party groups and executives was left out of this picture.")


def write_core(document: Document, contents: Contents) -> bool:
    """Add the story, and in a table who decides, on which day and what is proposed."""
    dossier = contents.dossier
    told = [part.strip() for part in dossier.story.split("\n\n") if part.strip()]
    rows = [row for row in (_decides(dossier), _when(dossier), _next(dossier)) if row[1]]
    rows += _proposal(dossier)
    for part in told:
        add_text(document, " ".join(part.split()))
    if rows:
        heads = [_("What"), _("How it stands")]
        add_table(document, heads, rows, (3, 7), _("Who decides, when, and on what."))
    return bool(told or rows)


def _decides(dossier: Dossier) -> tuple[str, str]:
    who = "" if dossier.body is Body.OTHER else _(WORDS[dossier.body])
    place = _("{body} of {place}") if who and dossier.place else "{body}{place}"
    told = place.format(body=who, place=dossier.place)
    if dossier.seats and who:
        told += ", " + _("{n} seats").format(n=number(dossier.seats))
    if dossier.at_least:
        text = ngettext("at least {n} must agree", "at least {n} must agree", dossier.at_least)
        told = ", ".join(part for part in (told, text.format(n=dossier.at_least)) if part)
    return _("Who decides"), told


def _when(dossier: Dossier) -> tuple[str, str]:
    steps = [_dated(one.name, one.date) for one in dossier.route if one.deciding and not one.done]
    return _("On which day"), "\n".join(steps)


def _next(dossier: Dossier) -> tuple[str, str]:
    left = sorted((one for one in dossier.route if not one.done), key=lambda one: one.step)
    return _("Next step"), _dated(left[0].name, left[0].date) if left else ""


def _dated(name: str, date: object) -> str:
    when = day(date) if date else _("no date yet")  # type: ignore[arg-type]
    return f"{name}: {when}"


def _proposal(dossier: Dossier) -> list[tuple[str, str]]:
    issues = {one.id: one.name for one in dossier.issues}
    chosen = {one.issue: one.name for one in dossier.options if one.id in dossier.proposal}
    label = _("Proposal: {issue}")
    return [(label.format(issue=issues[key]), chosen[key]) for key in issues if key in chosen]


def write_interests(document: Document, contents: Contents) -> bool:
    """Add the map of power and involvement, and a table of who says and wants what."""
    dossier, names = contents.dossier, contents.names
    if not dossier.stakeholders:
        return False
    if drawn := map_picture(dossier):
        add_picture(document, *drawn)
        if not contents.forecasts and any(one.kind in POLITICAL for one in dossier.stakeholders):
            add_text(document, _(_NO_ATTITUDE))
    shown = _shown(dossier.interests)
    if shown:
        heads = [_("Who"), _("Position"), _("Interest"), _("What that rests on")]
        rows = [_interest(one, names) for one in shown]
        about = _("What each stakeholder says, what is behind it, and what that rests on.")
        add_table(document, heads, rows, (2.7, 2.9, 3.1, 4.4), about)
    if len(shown) < len(dossier.interests):
        text = _("Of each the {n} that weigh most. All {all} interests stand in the Excel file.")
        add_text(document, text.format(n=MOST_OF_ONE, all=len(dossier.interests)))
    known = {one.stakeholder for one in dossier.interests}
    silent = [name for key, name in names.items() if key not in known]
    if silent:
        text = _("What matters to them has not been written down yet: {who}.")
        add_text(document, text.format(who=listed(silent)))
    return True


def _shown(interests: tuple[Interest, ...]) -> list[Interest]:
    """Return all interests, or of many those of each stakeholder that weigh most."""
    if len(interests) <= MOST_INTERESTS:
        return list(interests)
    ranked = sorted(interests, key=lambda one: -(one.weight or 0))
    seen = Counter[str]()
    chosen = set()
    for one in ranked:
        seen[one.stakeholder] += 1
        if seen[one.stakeholder] <= MOST_OF_ONE:
            chosen.add(one.id)
    return [one for one in interests if one.id in chosen][:MOST_ROWS]


def _interest(one: Interest, names: dict[str, str]) -> tuple[str, ...]:
    guessed = one.source_kind is SourceKind.ASSUMPTION
    kind = _(WORDS[one.source_kind]) if one.source_kind and (guessed or not one.source) else ""
    source = ": ".join(part for part in (kind, one.source) if part)
    when = day(one.date) if one.date else ""
    sure = sureness(one.certainty) if one.interest else ""
    behind = one.interest or _("not known yet")
    rests = ", ".join(part for part in (source, when) if part) or _("not written down")
    told = ". ".join(part[:1].upper() + part[1:] for part in (sure, rests) if part)
    return names[one.stakeholder], one.position, behind, told
