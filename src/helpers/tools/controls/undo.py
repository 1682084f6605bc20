"""The last change of this page back, or every change; any tool can put it in its view."""

import traitlets

from helpers.texts.language import _
from helpers.tools.controls.rows import Styled, script
from helpers.tools.tool import guarded
from helpers.training.working_copy import WorkingCopy


class UndoButtons(Styled):
    """Two buttons that follow a working copy; each is off when there is nothing for it to do.

    ``presses`` goes up with each change that is taken back, ``wipes`` with each time that the
    dossier goes back to how the course gave it; the view asks first whether that is meant.
    """

    _esm = script("undo")
    words = traitlets.Dict().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    off = traitlets.Bool(True).tag(sync=True)
    fresh = traitlets.Bool(True).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)
    wipes = traitlets.Int(0).tag(sync=True)

    def __init__(self, work: WorkingCopy) -> None:
        words = {
            "undo": _("Undo"),
            "wipe": _("Put this dossier back to the start"),
            "sure": _("Put it back to the start?"),
            "what": _(
                "Everything you changed in this dossier goes back to how the course gave it. "
                "A copy with today's date stays in your folder. "
                "Your notes, your exercises and your own dossier stay as they are."
            ),
            "yes": _("Yes, put it back"),
            "no": _("No, leave it"),
        }
        super().__init__(words=words)
        self.work = work
        self._follow()
        work.on_change(self._follow)
        self.observe(self._press, "presses")
        self.observe(self._wipe, "wipes")

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self.said = sentence

    def _follow(self) -> None:
        with self.hold_sync():
            self.off = not self.work.can_undo
            self.fresh = self.work.is_fresh
            self.said = ""

    @guarded
    def _press(self, change: traitlets.Bunch) -> None:
        if self.work.can_undo:
            self.work.undo()
            self.said = self.work.notice or _("Your last change has been taken back.")

    @guarded
    def _wipe(self, change: traitlets.Bunch) -> None:
        self.work.start_again()
        self.said = self.work.notice or _(
            "The dossier is as it was at the start. With Undo you get your changes back."
        )
