"""One button that takes the last change of this page back; any tool can put it in its view."""

import traitlets

from helpers.texts.language import _
from helpers.tools.controls.rows import Styled, script
from helpers.tools.tool import guarded
from helpers.training.working_copy import WorkingCopy


class UndoButton(Styled):
    """A button that follows a working copy: off when there is nothing to take back."""

    _esm = script("undo")
    label = traitlets.Unicode().tag(sync=True)
    said = traitlets.Unicode().tag(sync=True)
    off = traitlets.Bool(True).tag(sync=True)
    presses = traitlets.Int(0).tag(sync=True)

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(label=_("Undo"))
        self.work = work
        self._follow()
        work.on_change(self._follow)
        self.observe(self._press, "presses")

    def fail(self, sentence: str) -> None:
        """Say what went wrong."""
        self.said = sentence

    def _follow(self) -> None:
        with self.hold_sync():
            self.off = not self.work.can_undo
            self.said = ""

    @guarded
    def _press(self, change: traitlets.Bunch) -> None:
        if self.work.can_undo:
            self.work.undo()
            self.said = self.work.notice or _("Your last change has been taken back.")
