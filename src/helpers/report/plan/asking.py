"""What to ask and who asks it, and the conversations so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.report.document import add_table, add_text
from helpers.report.plan.contents import taker
from helpers.texts.language import _
from helpers.texts.numbers import day

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.dossier.words import Body
    from helpers.report.plan.contents import Asked, Contents

MOST_QUESTIONS, MOST_CONTACTS = 10, 10


def write_questions(document: Document, contents: Contents) -> bool:
    """Add the questions, the most telling first, and with whom was spoken."""
    dossier, names = contents.dossier, contents.names
    if not dossier.stakeholders:
        return False
    if contents.questions:
        heads = [_("Question"), _("To whom"), _("Who asks")]
        about = _("What to ask, to whom, and who asks it; the most telling question first.")
        asked = [_asked(one, dossier.body) for one in contents.questions[:MOST_QUESTIONS]]
        add_table(document, heads, asked, (6, 2.3, 2.3), about)
    else:
        add_text(document, _("There are no questions that follow from this dossier now."))
    document.add_heading(_("Conversations so far"), level=2)
    if not dossier.contacts:
        add_text(document, _("No conversation has been written down yet."))
        return True
    talks = sorted(dossier.contacts, key=lambda one: one.date, reverse=True)
    rows = [
        (
            day(one.date),
            names[one.stakeholder],
            names.get(one.asked_by, one.asked_by),
            one.channel,
            _("yes") if one.confirmed else _("no"),
        )
        for one in talks[:MOST_CONTACTS]
    ]
    heads = [_("Day"), _("With whom"), _("Who asked"), _("Through"), _("Confirmed")]
    add_table(
        document, heads, rows, (2.2, 2.5, 2.5, 2.8, 1.7), _("With whom was spoken, and when.")
    )
    if len(talks) > len(rows):
        text = _("These are the last {n}. All stand in the Excel file.")
        add_text(document, text.format(n=len(rows)))
    return True


def _asked(one: Asked, body: Body) -> tuple[str, str, str]:
    who = taker(one.who, body) if one.who else _("everyone who speaks with others")
    return one.question, one.whom or _("everyone"), who
