"""The next steps on the way to the decision, and what the writer is going to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.dossier.body_words import called
from helpers.report.document import add_table, add_text
from helpers.report.plan.contents import taker
from helpers.texts.language import _
from helpers.texts.numbers import day

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.dossier.steps import Step
    from helpers.dossier.words import Body
    from helpers.report.plan.contents import Contents
    from helpers.training.working_copy import Action


def write_steps(document: Document, contents: Contents) -> bool:
    """Add the steps that are still to come, who speaks for the paper and what was agreed."""
    route = sorted(contents.dossier.route, key=lambda one: one.step)
    left = [one for one in route if not one.done]
    if not route:
        return False
    if not left:
        add_text(document, _("All steps are done."))
        return True
    rows = [_step(one, contents) for one in left]
    heads = [
        _("Step"),
        _("Where"),
        _("When"),
        _("Who speaks for the paper"),
        _("What is agreed for this step"),
    ]
    agreed = 4 if contents.actions else 2.3
    about = _("The steps to come, with who speaks for the paper and what is agreed.")
    add_table(document, heads, rows, (2.8, 2.5, 2.2, 2.4, agreed), about)
    return True


def _step(one: Step, contents: Contents) -> tuple[str, ...]:
    name = f"{one.name} ({_('here the decision is taken')})" if one.deciding else one.name
    speaker = contents.names.get(one.speaker or "", _("nobody yet"))
    when = day(one.date) if one.date else _("no date yet")
    body = contents.dossier.body
    agreed = _said(dict(contents.actions).get(one.id), body)
    return name, called(one.body, body), when, speaker, agreed


def _said(action: Action | None, body: Body) -> str:
    if action is None:
        return _("nothing agreed yet")
    by = _("by {day}").format(day=day(action.by)) if action.by else ""
    return f"{action.what} ({', '.join(part for part in (taker(action.who, body), by) if part)})"


def write_intention(document: Document, contents: Contents) -> bool:
    """Add what the writer is going to do, and on which day."""
    if not contents.intention.strip():
        return False
    when = day(contents.day) if contents.day else _("no day chosen yet")
    add_text(document, contents.intention.strip())
    add_text(document, when, _("On which day:"))
    return True
