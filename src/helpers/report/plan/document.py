"""The dossier plan as one Word document: a chapter for each step of the course."""

from __future__ import annotations

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
            "Here comes what the dossier is about, who decides and on which day. You fill that in "
            "in lesson 09, in the table “Dossier”."
        ),
        write_core,
    ),
    Chapter(
        N_("Who has something at stake"),
        N_("Here comes who has something at stake and what they want. See lesson 02."),
        write_interests,
    ),
    Chapter(
        N_("For whom there is nothing in it yet"),
        N_(
            "Here comes for whom nothing gets better yet. That takes points, options and how they "
            "work out on each interest. See lesson 02."
        ),
        write_nothing,
    ),
    Chapter(
        N_("What was tried"),
        N_("Here come the packages that were tried, and what each changes. See lesson 06."),
        write_packages,
    ),
    Chapter(
        N_("What to ask, and who asks it"),
        N_("Here come the questions that are still open and who asks them. See lesson 03."),
        write_questions,
    ),
    Chapter(
        N_("What people expect"),
        N_("Here comes what each group expects beside what is promised. See lesson 05."),
        write_expectations,
    ),
    Chapter(
        N_("Why and what"),
        N_("Here come the goals, and what is told to each group. See lesson 05."),
        write_messages,
    ),
    Chapter(
        N_("Partners"),
        N_("Here come the partners, and where nobody was asked yet. See lesson 08."),
        write_partners,
    ),
    Chapter(
        N_("Next steps"),
        N_("Here come the steps to the decision and what is agreed for each. See lesson 01."),
        write_steps,
    ),
    Chapter(
        N_("What I am going to do"),
        N_("Here comes what you are going to do, with a day. You write that down in lesson 09."),
        write_intention,
    ),
)
_FORECASTS = Chapter(
    N_("How the vote may go"),
    N_("Here comes how party groups may vote. See lesson 02."),
    write_forecasts,
)


def plan_document(contents: Contents) -> Document:
    """Return the dossier plan: a chapter under each heading, a sentence where nothing is known yet.

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
    for chapter in (*CHAPTERS[:-1], *before, CHAPTERS[-1]):
        document.add_heading(_(chapter.title), level=1)
        if not chapter.write(document, contents):
            add_text(document, _(chapter.empty))
    return document
