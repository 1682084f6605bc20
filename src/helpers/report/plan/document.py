"""The dossier plan as one Word document: a chapter for each step of the course."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from helpers.report.document import add_text, new_document, number_pages
from helpers.report.left_out import without_forecasts
from helpers.report.plan.asking import write_questions
from helpers.report.plan.contents import Chapter, Contents
from helpers.report.plan.core import write_core, write_interests
from helpers.report.plan.expecting import write_expectations, write_messages
from helpers.report.plan.forecasts import WHY_OUT, add_warning, write_forecasts
from helpers.report.plan.gains import write_nothing, write_packages
from helpers.report.plan.partnering import write_partners
from helpers.report.plan.steps import write_intention, write_steps
from helpers.texts.language import N_, _
from helpers.texts.numbers import day

if TYPE_CHECKING:
    from docx.document import Document

CHAPTERS = (
    Chapter(
        N_("What it is about"),
        N_(
            "What the dossier is about, who decides and on which day. You fill that in in lesson "
            "09, in the table “Dossier”."
        ),
        write_core,
    ),
    Chapter(
        N_("Who has something at stake"),
        N_("Who they are and what they want. See lesson 02."),
        write_interests,
    ),
    Chapter(
        N_("For whom there is nothing in it yet"),
        N_("That takes points, options and how they work out on each interest. See lesson 02."),
        write_nothing,
    ),
    Chapter(
        N_("What was tried"),
        N_("Packages, and what each changes for whom. See lesson 06."),
        write_packages,
    ),
    Chapter(
        N_("What to ask, and who asks it"),
        N_("The questions that are still open, and the conversations so far. See lesson 03."),
        write_questions,
    ),
    Chapter(
        N_("What people expect"),
        N_("What each group expects beside what is promised. See lesson 05."),
        write_expectations,
    ),
    Chapter(
        N_("Why and what"),
        N_("The goals, and what is told to each group. See lesson 05."),
        write_messages,
    ),
    Chapter(
        N_("Partners"),
        N_("Who could work along on what, and where nobody was asked yet. See lesson 08."),
        write_partners,
    ),
    Chapter(
        N_("Next steps"),
        N_("The steps to the decision, and what is agreed for each. See lesson 01."),
        write_steps,
    ),
    Chapter(
        N_("What I am going to do"),
        N_("One thing, with a day. You write that down in lesson 09."),
        write_intention,
    ),
)
_FORECASTS = Chapter(
    N_("How the vote may go"),
    N_("What party groups are judged to vote, and on what that rests. See lesson 02."),
    write_forecasts,
)


def plan_document(contents: Contents) -> Document:
    """Return the dossier plan: a chapter for all that is known, and at the end what lacks yet.

    Without ``contents.forecasts`` nothing in it says how anybody may vote, whatever the dossier
    holds; with it, a warning stands at the top.
    """
    dossier = contents.dossier
    if not contents.forecasts:
        quiet = without_forecasts(dossier)
        contents = contents._replace(dossier=quiet, reason="", chance=())
    document = new_document(_("Dossier plan: {title}").format(title=dossier.title))
    number_pages(document, dossier.title)
    made = _("As it stood on {day}. Functions and groups, no names of persons.")
    add_text(document, made.format(day=day(dossier.as_of)))
    if contents.forecasts:
        add_warning(document, contents)
    else:
        out = _("How anybody may vote was left out.")
        add_text(document, f"{out} {_(WHY_OUT)}")
    before = [_FORECASTS] if contents.forecasts else []
    lacking = [
        one
        for one in (*CHAPTERS[:-1], *before, CHAPTERS[-1])
        if not _written(document, one, contents)
    ]
    _tell_lacking(document, lacking)
    return document


def _written(document: Document, chapter: Chapter, contents: Contents) -> bool:
    """Add a chapter and return whether there was anything to say; without that no heading stays."""
    heading = document.add_heading(_(chapter.title), level=1)
    if chapter.write(document, contents):
        return True
    heading._p.getparent().remove(heading._p)
    return False


def _tell_lacking(document: Document, lacking: Sequence[Chapter]) -> None:
    """Add what is not in the plan yet, and where one fills it in."""
    if lacking:
        document.add_heading(_("What is not in it yet"), level=1)
    for chapter in lacking:
        add_text(document, _(chapter.empty), f"{_(chapter.title)}.", "List Bullet")
