"""What goes into the dossier plan, out of the working copy and the start dossier."""

from helpers.dossier.model import Dossier
from helpers.report.plan.contents import Asked, Contents
from helpers.texts.language import _
from helpers.texts.numbers import between
from helpers.tools.asking.asked_words import question_text
from helpers.tools.asking.asking import SURE, asking
from helpers.tools.asking.question_rows import ASKS
from helpers.tools.votes.standing import standing
from helpers.training.start_dossier import Intention, Page
from helpers.training.working_copy import WorkingCopy

_OWN = "09"


def plan_contents(
    work: WorkingCopy, page: Page, forecasts: bool = False, reason: str = ""
) -> Contents:
    """Return what the plan shows; with ``forecasts`` also how the vote may go, for a ``reason``."""
    dossier, intention = work.dossier, intention_of(page)
    return Contents(
        dossier,
        package=work.package,
        kept=work.kept,
        actions=tuple(work.actions.items()),
        questions=_questions(dossier),
        intention=intention.text,
        day=intention.day,
        forecasts=forecasts,
        reason=reason,
        chance=_chance(dossier) if forecasts else (),
    )


def intention_of(page: Page) -> Intention:
    """Return what somebody is going to do: the intention of lesson 09, else of the last lesson.

    >>> intention_of(Page(intentions={"02": Intention(text="Bellen"), "03": Intention()})).text
    'Bellen'
    """
    written = {key: one for key, one in page.intentions.items() if one.text.strip()}
    last = max(written, default="")
    return written.get(_OWN) or written.get(last) or Intention()


def _questions(dossier: Dossier) -> tuple[Asked, ...]:
    return tuple(
        Asked(
            question_text(dossier, one),
            one.who.name if one.who else "",
            ASKS[one.asked_by] if one.who else None,
        )
        for one in asking(dossier).questions
        if one.group != SURE
    )


def _chance(dossier: Dossier) -> tuple[str, ...]:
    """Return the chance of a majority for the proposal as it lies, when there is one to tell."""
    if not dossier.proposal or not any(one.seats for one in dossier.fracties):
        return ()
    band = standing(dossier, dossier.proposal).band
    text = _("The chance of a majority is {chance}.").format(chance=between(band.low, band.high))
    return _("Looked at: the proposal as it lies."), text
