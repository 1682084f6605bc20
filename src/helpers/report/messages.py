"""All messages of a dossier in one document, to go on with in Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.analysis.messages.message_checks import message_gaps, message_text
from helpers.report.document import add_table, new_document
from helpers.texts.language import N_, _
from helpers.texts.numbers import day

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.dossier.expectations import Message
    from helpers.dossier.model import Dossier

_PARTS = {
    "why": N_("Why"),
    "what": N_("What"),
    "when": N_("From when"),
    "will_not": N_("What will not happen"),
    "ask": N_("Where to ask"),
}


def messages_document(dossier: Dossier) -> Document:
    """Return a document with a heading for each group that has a message, and its parts below it.

    What readers said back stands in a table; a message that lacks something says so, because a
    draft that looks finished is sent.
    """
    document = new_document(_("Messages: {title}").format(title=dossier.title))
    document.add_paragraph(
        _("A draft of {day}. Who sends it? Have two people read it first.").format(
            day=day(dossier.as_of)
        )
    )
    names = {one.id: one.name for one in dossier.groups}
    for message in dossier.messages:
        if message_text(message):
            _add_message(document, dossier, message, names[message.group])
    return document


def _add_message(document: Document, dossier: Dossier, message: Message, name: str) -> None:
    document.add_heading(name, level=1)
    goals = {one.id: one.text for one in dossier.goals}
    if goal := goals.get(message.goal or ""):
        document.add_paragraph(_("Rests on the goal: {goal}").format(goal=goal))
    for part, title in _PARTS.items():
        if text := getattr(message, part).strip():
            document.add_heading(_(title), level=2)
            document.add_paragraph(text)
    if message_gaps(message):
        unfinished = _("Not finished yet: look in the message builder at what is missing.")
        document.add_paragraph(unfinished)
    said = [one for one in dossier.readbacks if one.message == message.id]
    if said:
        document.add_heading(_("Said back"), level=2)
        heads = [_("Reader"), _("Their why"), _("Their what")]
        add_table(document, heads, [(one.reader, one.their_why, one.their_what) for one in said])
