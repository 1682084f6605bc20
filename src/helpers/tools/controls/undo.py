"""The last change of this page back, or every change; any tool can put it in its view."""

from typing import Any

import traitlets

from helpers.texts.language import N_, _
from helpers.tools.controls.rows import Rows
from helpers.tools.controls.scripts import script
from helpers.tools.tool import answering
from helpers.training.own_dossiers import OwnCopy
from helpers.training.working_copy import WorkingCopy

_BACK = N_(
    "Everything you changed in this dossier goes back to how the course gave it. "
    "A copy with today's date stays in your folder. "
    "Your notes, your exercises and your own dossier stay as they are."
)
_OWN_BACK = N_(
    "Everything you changed in this dossier goes back to how it once came in. "
    "A copy with today's date stays in your folder. "
    "Your notes, your exercises and your other dossiers stay as they are."
)


class UndoButtons(Rows):
    """Two buttons that follow a working copy; each is off when there is nothing for it to do.

    It sends ``what`` = undo for the last change, and wipe to go back to how the dossier was at the
    start; the view asks first whether that is meant, and says what it does.
    """

    _esm = script("rows", "undo")
    said = traitlets.Unicode().tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)
    off = traitlets.Bool(True).tag(sync=True)
    fresh = traitlets.Bool(True).tag(sync=True)

    def __init__(self, work: WorkingCopy) -> None:
        words = {
            "undo": _("Undo"),
            "wipe": _("Put this dossier back to the start"),
            "nothing": _("Since this page was opened nothing was changed in this dossier."),
            "as_given": _("The dossier is as it was at the start: nothing was changed in it."),
            "sure": _("Put it back to the start?"),
            "what": _(_OWN_BACK if isinstance(work, OwnCopy) else _BACK),
            "yes": _("Yes, put it back"),
            "no": _("No, leave it"),
        }
        super().__init__(words=words)
        self.work = work
        self._follow()
        work.on_change(self._follow)
        self.hear(answering(self, self._take))

    def offer(self, sentence: str) -> None:
        """Say what has just been taken away, and bring the focus to the button that undoes it."""
        with self.hold_sync():
            self.said = sentence
            self.turn += 1

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self.said = sentence

    def _follow(self) -> None:
        with self.hold_sync():
            self.off = not self.work.can_undo
            self.fresh = self.work.is_fresh
            self.said = ""

    def _take(self, said: dict[str, Any]) -> dict[str, str]:
        if said.get("what") == "undo":
            self._undo()
        elif said.get("what") == "wipe":
            self._wipe()
        return {}

    def _undo(self) -> None:
        if self.work.can_undo:
            self.work.undo()
            self.said = self.work.notice or _("Your last change has been taken back.")

    def _wipe(self) -> None:
        self.work.start_again()
        self.said = self.work.notice or _(
            "The dossier is as it was at the start. With Undo you get your changes back."
        )
