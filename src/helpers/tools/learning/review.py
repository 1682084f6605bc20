"""Questions of earlier lessons that come back at the start of a lesson."""

import datetime as dt
from typing import Any

import ipywidgets as widgets

from helpers.texts.language import N_, _
from helpers.tools.learning.exercise import ExerciseTool
from helpers.tools.still import Still
from helpers.training.progress import open_progress
from helpers.training.review import Due, due

_DUE = N_("This comes from earlier lessons. It did not work out then, or it was a while ago.")


class Review:
    """What a lesson shows at its start: two questions of earlier lessons, or one calm sentence.

    The lesson goes by its two digits: ``Review("05")``. ``as_of`` is the day on which it is looked
    at, today when nothing is given.
    """

    def __init__(self, lesson: str, as_of: dt.date | None = None) -> None:
        progress = open_progress()
        found = due(lesson[:2], progress, as_of or dt.date.today())
        self.tools = [ExerciseTool(one, progress) for one in found.exercises]
        self.lead = _lead(found)

    @property
    def still(self) -> Still:
        """What there is to do again, without controls."""
        blocks = [block for tool in self.tools for block in tool.still.blocks]
        return Still([("p", self.lead), *blocks])

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        still = {"text/html": self.still.html, "text/plain": self.still.text}
        if not self.tools:
            return still
        said = widgets.HTML(f'<p class="dv-lead">{self.lead}</p>')
        view = widgets.VBox([said, *(tool.view for tool in self.tools)])
        shown = view._repr_mimebundle_(**kwargs)
        live = shown[0] if isinstance(shown, tuple) else shown or {}
        return {**live, **still}


def _lead(found: Due) -> str:
    if found.exercises:
        return _(
            "This comes from earlier lessons. It did not work out then, or it was a while ago."
        )
    if found.anything:
        return _("There is nothing to repeat today: what you did before is still fresh.")
    return _(
        "Short exercises of earlier lessons come back here once you have done them. "
        "A closing case does not come back."
    )
