"""Small widgets, each with a label, for mouse and keyboard; their looks stand in files beside."""

from collections.abc import Callable
from pathlib import Path

import anywidget
import traitlets

_HERE = Path(__file__).parent
_CSS = (_HERE / "controls.css").read_text("utf-8")


def _script(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


class Choices(anywidget.AnyWidget):
    """A list of choices, one a row.

    ``rows`` are dicts with ``id``, ``label`` and perhaps ``note`` and ``options``; a row without
    ``options`` has the shared ``options``, dicts with ``id`` and ``label``. ``value`` maps a row's
    id to an option's id; a value that names no row or no option is refused.
    """

    _esm = _script("choices.js")
    _css = _CSS
    caption = traitlets.Unicode().tag(sync=True)
    rows = traitlets.List(traitlets.Dict()).tag(sync=True)
    options = traitlets.List(traitlets.Dict()).tag(sync=True)
    value = traitlets.Dict().tag(sync=True)

    @traitlets.validate("value")
    def _known(self, proposal: traitlets.Bunch) -> dict[str, str]:
        rows = {row["id"]: row.get("options", self.options) for row in self.rows}
        for row, chosen in proposal.value.items():
            if chosen not in [option["id"] for option in rows.get(row, [])]:
                raise traitlets.TraitError(f"no such row or option: {row}, {chosen}")
        return dict(proposal.value)


class Slider(anywidget.AnyWidget):
    """A slider from ``low`` to ``high``; ``words`` says its value for a screen reader.

    ``each`` holds the words of every step, from ``low`` on, for as long as it is being moved.
    """

    _esm = _script("slider.js")
    _css = _CSS
    label = traitlets.Unicode().tag(sync=True)
    low = traitlets.Float(0.0).tag(sync=True)
    high = traitlets.Float(1.0).tag(sync=True)
    step = traitlets.Float(0.05).tag(sync=True)
    value = traitlets.Float(0.0).tag(sync=True)
    words = traitlets.Unicode().tag(sync=True)
    each = traitlets.List(traitlets.Unicode()).tag(sync=True)
    ends = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def call(self, words: Callable[[float], str]) -> None:
        """Set what every step is called, and what the value is called now."""
        steps = round((self.high - self.low) / self.step)
        with self.hold_sync():
            self.each = [words(self.low + at * self.step) for at in range(steps + 1)]
            self.words = words(self.value)

    @traitlets.validate("value")
    def _inside(self, proposal: traitlets.Bunch) -> float:
        return float(min(max(proposal.value, self.low), self.high))


class Spoken(anywidget.AnyWidget):
    """Sentences that change: dicts with ``text`` and perhaps ``look``, a class of the styles.

    A screen reader hears those that changed, but not one with ``quiet``; ``tag`` is another element
    than a paragraph. When ``turn`` changes, the focus goes to the first of them.
    """

    _esm = _script("spoken.js")
    _css = _CSS
    lines = traitlets.List(traitlets.Dict()).tag(sync=True)
    turn = traitlets.Int(0).tag(sync=True)


class Picture(anywidget.AnyWidget):
    """A picture (``svg``, a document) with ``alt``, the text that says what it shows.

    With a ``title`` it folds: ``unfolded`` says whether it is to be seen. ``table`` says the same
    in words: ``title``, ``columns`` and ``rows`` (the first cell names the row). ``spots`` can be
    pressed: dicts with ``id``, ``label``, ``chosen`` and ``place`` (left, top, width and height,
    each a share of the picture); it sends ``do`` = press and the ``id``.
    """

    _esm = _script("picture.js")
    _css = _CSS
    svg = traitlets.Unicode().tag(sync=True)
    table = traitlets.Dict().tag(sync=True)
    alt = traitlets.Unicode().tag(sync=True)
    title = traitlets.Unicode().tag(sync=True)
    unfolded = traitlets.Bool(True).tag(sync=True)
    spots = traitlets.List(traitlets.Dict()).tag(sync=True)
