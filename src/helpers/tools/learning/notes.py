"""Own notes: a text beside each lesson that saves itself."""

from typing import Any

from helpers.texts.language import N_, _, language
from helpers.tools.controls.forms import NotesForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.forms.typed import field_texts, place_of
from helpers.tools.still import Still
from helpers.training.notes import open_notes

_HINT = N_("They stay in your own folder. No names of persons.")


class Notes(FormTool):
    """The own notes of one lesson, such as ``01``."""

    view: NotesForm

    def __init__(self, lesson: str) -> None:
        super().__init__(open_notes(), lesson[:2])
        self.lesson = lesson[:2]
        self.view = NotesForm(
            about={
                "lang": language(),
                "place": place_of(self, self.lesson),
                "label": _("Your own notes"),
                "hint": _(_HINT),
                "texts": field_texts(),
            }
        )
        self.start()

    def take(self, said: dict[str, Any]) -> None:
        """Save the text that was typed."""
        if said.get("do") == "text":
            self.work.write(self.lesson, text_of(said), text_of(said, "known"))

    def redraw(self) -> None:
        """Show the text that is saved."""
        with self.view.hold_sync():
            self.view.text = self.work.text(self.lesson)
            self.view.notice = self.work.notice

    @property
    def still(self) -> Still:
        """The label with room to write; what somebody wrote never gets into a notebook."""
        return Still([("p", _("Your own notes")), ("p", _(_HINT)), ("p", "……………………")])

    def still_html(self) -> str:
        """Return the label with room to write."""
        return self.still.html

    def still_text(self) -> str:
        """Return the label."""
        return self.still.text
