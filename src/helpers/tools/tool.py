"""What every tool shares: it is drawn again, has a still version and follows what it shows."""

import logging
from abc import ABC, abstractmethod
from collections import defaultdict, deque
from collections.abc import Callable
from functools import wraps
from typing import Any, ClassVar

import ipywidgets as widgets

from helpers.texts.language import N_, _
from helpers.tools.watch import watch
from helpers.training.working_copy import WorkingCopy

_LOG = logging.getLogger(__name__)
_LIVE = 3
FAILED = N_(
    "Something went wrong in this part. Your work up to here is saved. "
    "Press “Start again” at the top of the page."
)


class Shown(ABC):
    """What a lesson shows: a subclass builds ``view`` and says how to ``redraw`` it."""

    view: widgets.Widget

    def __init__(self) -> None:
        self._drawing = False
        self._drawn: object = None

    @abstractmethod
    def redraw(self) -> None:
        """Bring everything on the screen in line with the working copy."""

    @abstractmethod
    def still_html(self) -> str:
        """Return the tool as it stands now, as HTML without controls."""

    @abstractmethod
    def still_text(self) -> str:
        """Return in words what the tool shows."""

    @abstractmethod
    def fail(self, sentence: str) -> None:
        """Show a sentence that says that something went wrong."""

    @property
    def concerns(self) -> object:
        """What the tool shows: while this stays equal, nothing is redrawn."""
        return object()

    def redraw_once(self) -> None:
        """Redraw, while the controls that this moves do not count as moved by a person."""
        self._drawing = True
        try:
            self._drawn = self.concerns
            self.redraw()
        finally:
            self._drawing = False

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        shown = self.view._repr_mimebundle_(**kwargs)
        live = shown[0] if isinstance(shown, tuple) else shown or {}
        return {**live, "text/html": self.still_html(), "text/plain": self.still_text()}


class Tool(Shown):
    """A view on the working copy, which it follows: ``concerns`` is what it shows of that."""

    _shown: ClassVar[dict[str, deque["Tool"]]] = defaultdict(lambda: deque(maxlen=_LIVE))

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__()
        self.work = work

    def start(self) -> None:
        """Draw for the first time and follow the working copy from now on."""
        self.redraw_once()
        self.work.on_change(self._follow)
        watch(self.work)
        older = self._shown[f"{type(self).__name__} {self.work.name}"]
        if len(older) == older.maxlen:
            close_view(older[0].view)
        older.append(self)

    def _follow(self) -> None:
        if self.view.comm is not None and self.concerns != self._drawn:
            guarded(Tool.redraw_once)(self)


def close_view(widget: widgets.Widget) -> None:
    """Close a view with all that is in it."""
    for part in getattr(widget, "children", ()):
        close_view(part)
    widget.close()


def side_by_side(left: list[widgets.Widget], right: list[widgets.Widget]) -> widgets.Box:
    """Return controls on the left and what they do on the right; below each other when narrow."""
    fits = {"min_width": "0", "max_width": "100%", "overflow": "visible"}
    columns = [
        widgets.VBox(left, layout={"flex": "5 1 21rem", **fits}),
        widgets.VBox(right, layout={"flex": "6 1 24rem", **fits}),
    ]
    return widgets.Box(columns, layout={"flex_flow": "row wrap", "grid_gap": "1.5rem"})


def guarded(action: Callable[..., None]) -> Callable[..., None]:
    """Return ``action``, a method of a tool, so that a failure is a sentence, not a traceback."""

    @wraps(action)
    def safely(self: Shown, *args: Any) -> None:
        try:
            action(self, *args)
        except Exception:
            _LOG.exception("%s failed", type(self).__name__)
            self.fail(_(FAILED))

    return safely


def answering(
    tool: Any, act: Callable[[dict[str, Any]], dict[str, str]]
) -> Callable[[dict[str, Any]], dict[str, str]]:
    """Return ``act``, so that a failure is an answer too: a sentence, which ``tool`` shows."""

    def safely(said: dict[str, Any]) -> dict[str, str]:
        try:
            return act(said)
        except Exception:
            _LOG.exception("%s failed", type(tool).__name__)
            tool.fail(_(FAILED))
            return {"": _(FAILED)}

    return safely
