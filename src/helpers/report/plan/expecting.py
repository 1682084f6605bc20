"""What people expect beside what is promised, and what is told to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.analysis.expectations.gaps import (
    REALISTIC,
    TOO_HIGH,
    TOO_LOW,
    UNKNOWN,
    collisions,
    expectation_gaps,
)
from helpers.analysis.messages.message_checks import message_gaps, message_text
from helpers.dossier.words import WORDS
from helpers.report.document import add_table, add_text
from helpers.texts.language import N_, _
from helpers.texts.numbers import listed

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.dossier.expectations import Expectation
    from helpers.dossier.goals import Goal
    from helpers.report.plan.contents import Contents

MOST_EXPECTATIONS = 30
_VERDICTS = {
    REALISTIC: N_("as promised"),
    TOO_HIGH: N_("more than is promised"),
    TOO_LOW: N_("less than is promised"),
    UNKNOWN: N_("not known yet"),
}
_PARTS = {
    "why": N_("Why"),
    "what": N_("What"),
    "when": N_("From when"),
    "will_not": N_("What will not happen"),
    "ask": N_("Where to ask"),
}


def write_expectations(document: Document, contents: Contents) -> bool:
    """Add what each group expects, whether that is promised, and what is done about it."""
    dossier = contents.dossier
    if not dossier.expectations:
        return False
    groups = {one.id: one.name for one in dossier.groups}
    aspects = {one.id: one.name for one in dossier.aspects}
    table = dossier.table("expectations")
    verdicts = expectation_gaps(table)["verdict"].tolist()
    pairs = list(zip(dossier.expectations, verdicts, strict=True))[:MOST_EXPECTATIONS]
    rows = [
        (groups[one.group], aspects[one.aspect], one.expects, _(_VERDICTS[found]), _done(one))
        for one, found in pairs
    ]
    heads = [_("Group"), _("Aspect"), _("What they expect"), _("They expect"), _("What is done")]
    about = _("What each group expects, whether that is promised, and what is done about it.")
    add_table(document, heads, rows, (2, 1.8, 3.4, 1.9, 2.9), about)
    if len(dossier.expectations) > len(rows):
        text = _("These are the first {n}. All stand in the Excel file.")
        add_text(document, text.format(n=len(rows)))
    for aspect, more, less in collisions(table).itertuples(index=False):
        text = _("{aspect}: {more} want more of it, {less} less. No promise serves both.")
        who = listed(groups[one] for one in more), listed(groups[one] for one in less)
        add_text(document, text.format(aspect=aspects[aspect], more=who[0], less=who[1]))
    return True


def _done(one: Expectation) -> str:
    does = _(WORDS[one.handling]) if one.handling else _("not chosen yet")
    return ": ".join(part for part in (does, one.note) if part)


def write_messages(document: Document, contents: Contents) -> bool:
    """Add the goals, and for each group that has a message its parts."""
    dossier = contents.dossier
    told = [one for one in dossier.messages if message_text(one)]
    goals = [one for one in dossier.goals if one.text]
    names = {one.id: one.name for one in dossier.groups}
    if goals:
        document.add_heading(_("Goals"), level=2)
    for goal in goals:
        add_text(document, _goal(goal), style="List Bullet")
    for one in told:
        document.add_heading(_("Message to: {who}").format(who=names[one.group]), level=2)
        for part, title in _PARTS.items():
            if text := getattr(one, part).strip():
                add_text(document, text, f"{_(title)}:")
        if message_gaps(one):
            add_text(document, _("This message is a draft: something is still missing in it."))
    return bool(told or goals)


def _goal(goal: Goal) -> str:
    measured = [
        _("now {value}").format(value=goal.baseline) if goal.baseline else "",
        _("to {value}").format(value=goal.target) if goal.target else "",
        str(goal.year or ""),
    ]
    said = ", ".join(part for part in measured if part)
    return f"{goal.text} ({said})" if said else goal.text
