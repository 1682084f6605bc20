"""The message to one group: why, what, when, what not and where to ask; and whether it arrived."""

from datetime import date
from typing import Any

import ipywidgets as widgets

from helpers.analysis.messages.message_checks import message_gaps, message_text, understood
from helpers.analysis.messages.readability import reading_hints
from helpers.dossier.expectations import Message
from helpers.report.document import save_document
from helpers.report.messages import messages_document
from helpers.texts.language import N_, _
from helpers.tools.expectations.message_words import Line, gap_lines, hint_lines, read_lines
from helpers.tools.forms.row_sheet import RowSheet
from helpers.tools.forms.sheet_items import Cell, Item, group, section, told
from helpers.tools.missing import missing
from helpers.training.snapshots import free_path
from helpers.training.work_folder import work_folder
from helpers.training.working_copy import WorkingCopy

_PARTS = {
    "why": N_("Why is it changing? Begin with the goal."),
    "what": N_("What changes for this group? Who does what?"),
    "when": N_("From when?"),
    "will_not": N_("What will not happen?"),
    "ask": N_("Where can people ask?"),
}
_READERS = (N_("First reader"), N_("Second reader"))


class MessageBuilder(RowSheet):
    """A message with what it lacks and what may be hard in it, and what its readers said back."""

    TITLE = N_("Message to a group")
    TABLE, WHO, STEM, PEOPLE = "messages", "group", "message", "groups"
    WHICH, NEW = N_("Which message?"), N_("a new message")

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self.view = widgets.VBox([self.undo, self.outcome, self.form])

    @property
    def message(self) -> Message:
        """The message that is shown."""
        shown: Message = self.record
        return shown

    @property
    def concerns(self) -> object:
        """The messages, what readers said, the groups and the goals."""
        dossier = self.work.dossier
        return dossier.readbacks, dossier.groups, dossier.goals, super().concerns

    def nobody(self) -> Item:
        """Return the sentence for a dossier without groups."""
        return told("nobody", *missing(self.work.dossier, "groups"))

    def items(self) -> list[Item]:
        """Return the parts of the message, and below them what its readers said back."""
        if not self.row:
            return [self.nobody()]
        name = self.people[self.row[self.WHO]]
        parts = [self.text(self.cell(part), _(label), rows=3) for part, label in _PARTS.items()]
        first = [self.who(_("For which group?")), *self._changes(), self._goal()]
        head = _("Message to: {who}").format(who=name)
        another = self.another(_("Write another message"), "why")
        shown = [section("message", head, [*first, *parts])]
        word = self.button("word", _("Put all messages in a Word file"), "word", self._to_word)
        return [*self.chooser(), *shown, *self._readers(), *another, word]

    def lines(self) -> list[Line]:
        """Return what a reader misses, what may be hard, and whether it was understood."""
        if not self.row:
            return []
        message, text = self.message, message_text(self.message)
        head = _("Message to: {who}").format(who=self.people[message.group])
        said = [one for one in self.work.dossier.readbacks if one.message == message.id]
        return [
            {"text": head, "look": "dv-note"},
            *gap_lines(message_gaps(message)),
            *hint_lines(text, reading_hints(text)),
            *(read_lines(understood(said)) if text else []),
        ]

    def _to_word(self, _value: object) -> None:
        dossier = self.work.dossier
        if not any(message_text(one) for one in dossier.messages):
            self._note = _("There is no message yet to put in it.")
            return
        folder = work_folder() / "verslagen"
        path = free_path(folder / f"berichten-{dossier.id}-{date.today():%Y-%m-%d}.docx")
        try:
            save_document(messages_document(dossier), path)
        except OSError:
            said = _(
                "The Word file could not be written in {folder}. Is the disk full, or may you not "
                "write there?"
            )
            self._note = said.format(folder=folder)
        else:
            self._note = _("The Word file is here: {path}").format(path=path)

    def _changes(self) -> list[Item]:
        groups = {one.id: one.changes for one in self.work.dossier.groups}
        changes = groups.get(self.row[self.WHO], "")
        said = _("In the dossier it says: {text}").format(text=changes)
        return [told("changes", said, look="dv-note")] if changes else []

    def _goal(self) -> Item:
        goals = [(one.id, one.text or one.id) for one in self.work.dossier.goals]
        pairs = [("", _("not chosen yet")), *goals]
        return self.choice(self.cell("goal"), _("Which goal does it rest on?"), pairs)

    def _readers(self) -> list[Item]:
        if not message_text(self.message):
            return []
        how = _(
            "Let two people read it who did not write it. Then take the text away. Write down "
            "their own words, and look whether that is what you meant."
        )
        readers = [self._reader(at, _(name)) for at, name in enumerate(_READERS)]
        head = _("Have they understood?")
        return [section("readers", head, [told("how", how, look="dv-note"), *readers])]

    def _reader(self, at: int, name: str) -> Item:
        row = self._readback(at)

        def cell(column: str) -> Cell:
            return Cell("readbacks", row, column)

        fields = [
            self.text(cell("reader"), _("Who read it? A role, no name."), rows=1),
            self.text(cell("their_why"), _("Why is it changing, in their words?")),
            self.tick(cell("why_right"), _("This is the why that I meant.")),
            self.text(cell("their_what"), _("What changes for them, in their words?")),
            self.tick(cell("what_right"), _("This is what I meant.")),
        ]
        return group(f"reader {row['id']}", name, fields)

    def _readback(self, at: int) -> dict[str, Any]:
        """Return what is known beforehand of what a reader said back."""
        key = self.message.id
        known = [one for one in self.work.dossier.readbacks if one.message == key]
        if at < len(known):
            return {"id": known[at].id, "message": key}
        return {"id": f"{key[:30]}_reader_{at + 1}", "message": key}
