"""Taking all work along in one file, and bringing such a file in on another computer."""

import datetime as dt
from typing import Any

from helpers.texts.language import N_, _, language, ngettext
from helpers.tools.controls.forms import TakeAlongForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.still import Still
from helpers.training.carried import (
    MOST_BYTES,
    Brought,
    NotCarriedError,
    bring,
    carried_files,
    mark_taken,
    packed,
)
from helpers.training.progress import open_progress
from helpers.training.work_folder import work_folder

_TITLE = N_("Taking your work along")
_LEAD = N_(
    "One press of the button, and all that you made is among your downloads as one file. "
    "Keep it where only you can open it."
)
_UNWRITTEN = N_(
    "This could not be done in {folder}. Is the disk full, or may you not write there? "
    "Mend that and try again."
)
_NOT_OURS = N_(
    "This is not a file with packed work; nothing of it was taken. "
    "Choose the file that was made by the button above."
)


class TakeAlong(FormTool):
    """A button that packs the work, and a field that takes in what was packed elsewhere."""

    view: TakeAlongForm

    def __init__(self) -> None:
        super().__init__(open_progress(), "take along")
        self._note = ""
        self._came = b""
        self.view = TakeAlongForm(about=_about())
        self.start()

    def hear(self, view: TakeAlongForm, said: Any, buffers: Any) -> None:
        """Take a message of the view; a packed file comes with it as bytes."""
        self._came = bytes(buffers[0]) if buffers else b""
        super().hear(view, said, buffers)

    def take(self, said: dict[str, Any]) -> None:
        """Pack, or bring in."""
        self._note = ""
        step = {"pack": self._pack, "bring": self._bring}.get(text_of(said, "do"))
        try:
            if step:
                step()
        except OSError:
            self._note = _(_UNWRITTEN).format(folder=work_folder())

    def _pack(self) -> None:
        folder, now = work_folder(), dt.datetime.now()
        count = sum(1 for _path in carried_files(folder))
        if not count:
            self._note = _("You have no work to take along yet.")
            return
        name = _("draagvlak-work-{moment}.zip").format(moment=f"{now:%Y-%m-%d-%H%M}")
        self.view.send({"name": name}, buffers=[packed(folder)])
        mark_taken(folder, now)
        self._note = ngettext(
            "{name} is among your downloads, with {n} file in it.",
            "{name} is among your downloads, with {n} files in it.",
            count,
        ).format(name=name, n=count)

    def _bring(self) -> None:
        try:
            brought = bring(self._came, work_folder(), dt.datetime.now())
        except NotCarriedError:
            self._note = _(_NOT_OURS)
            return
        self.work.refresh()
        self._note = " ".join(_told(brought))

    def redraw(self) -> None:
        """Say what came of it."""
        with self.view.hold_sync():
            self.view.note = self._note
            self.view.notice = self.work.notice

    @property
    def still(self) -> Still:
        """What one can do here."""
        texts = _texts()
        return Still(
            [("h3", _(_TITLE)), ("p", _(_LEAD)), ("h4", texts["back"]), ("p", texts["file_hint"])]
        )

    def still_html(self) -> str:
        """Return what one can do here."""
        return self.still.html

    def still_text(self) -> str:
        """Return it as plain text."""
        return self.still.text


def _told(brought: Brought) -> list[str]:
    """Return what came back, in sentences."""
    if not brought.new and not brought.other:
        return [_("All of this work is here already. Nothing was changed.")]
    told = []
    if brought.new:
        told.append(
            ngettext(
                "{n} file with work is back.", "{n} files with work are back.", brought.new
            ).format(n=brought.new)
        )
    if brought.other:
        told.append(
            ngettext(
                "Of {n} file something else was here already, and that stays. "
                "What you brought is in {folder}.",
                "Of {n} files something else was here already, and that stays. "
                "What you brought is in {folder}.",
                len(brought.other),
            ).format(n=len(brought.other), folder=brought.beside)
        )
    return told


def _texts() -> dict[str, str]:
    return {
        "pack": _("Pack my work"),
        "back": _("Bringing work in from another computer"),
        "file": _("Choose the file with your work"),
        "file_hint": _("What is here already stays as it is."),
        "reading": _("Reading ..."),
        "too_large": _(_NOT_OURS),
        "unread": _("This file could not be read. Choose it again."),
    }


def _about() -> dict[str, Any]:
    return {
        "lang": language(),
        "title": _(_TITLE),
        "lead": _(_LEAD),
        "most": MOST_BYTES,
        "texts": _texts(),
    }
