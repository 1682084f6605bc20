"""A sheet that is only read: nothing is filled in there, so there is nothing to take back."""

from typing import ClassVar

import ipywidgets as widgets

from helpers.tools.forms.sheet import SheetTool
from helpers.training.working_copy import WorkingCopy


class Overview(SheetTool):
    """A sheet without the buttons that take a change back."""

    WARNING: ClassVar[str] = ""

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self.view = widgets.VBox([self.form, self.outcome])
