"""One look for every picture: colours for the colour-blind, each with a shape beside it.

Colours: Okabe & Ito (2008), "Color Universal Design". Dark and light tell the strength; the shape
tells the side, so that a picture also reads in grey.
"""

from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from textwrap import fill
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path as MarkerPath
from matplotlib.text import Text
from matplotlib.textpath import TextPath
from matplotlib.transforms import Bbox, IdentityTransform, Transform

INK = "#1f2933"
QUIET = "#5b6670"
LINE = "#c9d0d6"
PAPER = "#ffffff"
FOR, FOR_LIGHT = "#005b96", "#8cc5ee"
AGAINST, AGAINST_LIGHT = "#a33b00", "#f3b183"
OPEN = "#ffffff"
NEUTRAL, NEUTRAL_LIGHT = "#5b6670", "#d5dade"
FONT = 11
SMALL = 10


class Mark(NamedTuple):
    """How one judged vote looks: marker shape, fill and edge colour."""

    shape: str
    fill: str
    edge: str


MARKS = {
    "certainly_for": Mark("o", FOR, FOR),
    "probably_for": Mark("o", FOR_LIGHT, FOR),
    "unknown": Mark("s", OPEN, QUIET),
    "probably_against": Mark("D", AGAINST_LIGHT, AGAINST),
    "certainly_against": Mark("D", AGAINST, AGAINST),
}


def new_figure(width: float, height: float) -> Figure:
    """Return an empty figure of ``width`` by ``height`` inches that no global state keeps alive.

    It has no layout engine: that would draw everything twice. Whoever fills it places the axes.
    """
    return Figure(figsize=(width, height), dpi=110, facecolor=PAPER)


def wiped(ax: Axes) -> Axes:
    """Return ``ax`` without what was drawn on it; quicker than new axes."""
    for artist in [*ax.collections, *ax.patches, *ax.lines, *ax.texts, *ax.images]:
        artist.remove()
    return ax


def inches(ax: Axes) -> tuple[float, float]:
    """Return the width and height of ``ax`` on its figure, in inches.

    >>> ax = new_figure(8, 4).add_axes((0, 0, 0.5, 1))
    >>> tuple(round(side, 6) for side in inches(ax))
    (4.0, 4.0)
    """
    wide, high = ax.get_figure(root=True).get_size_inches()  # type: ignore[union-attr]
    place = ax.get_position()
    return float(wide * place.width), float(high * place.height)


def wrapped(text: str, width: float, size: float = SMALL, lines: int | None = None) -> str:
    r"""Return ``text`` in lines that fit in ``width`` inches at ``size`` points.

    A letter of the widest font that a browser may choose takes 0.6 of its size; words longer than a
    line are broken with a hyphen. More than ``lines`` lines end in an ellipsis.

    >>> wrapped("Wethouder ruimte en economie", 1.5)
    'Wethouder ruimte\nen economie'
    """
    letters = max(int(width * 72 / (0.6 * size)), 4)
    words = " ".join(_pieces(word, letters) for word in text.split())
    return fill(words, letters, max_lines=lines, placeholder=" …")


def _pieces(word: str, letters: int) -> str:
    """Return a word that is longer than a line in pieces with a hyphen."""
    if len(word) <= letters:
        return word
    step = letters - 1
    return "- ".join(word[at : at + step] for at in range(0, len(word), step))


def write(
    ax: Axes, x: float, y: float, words: str, colour: str = INK, size: float = SMALL, **how: Any
) -> Text:
    """Write ``words`` on ``ax`` as they are: a dollar sign is a dollar sign and starts no formula.

    >>> write(new_figure(1, 1).add_axes((0, 0, 1, 1)), 0, 0, "van $5 naar $6_").get_parse_math()
    False
    """
    return ax.text(x, y, words, color=colour, fontsize=size, parse_math=False, **how)


class _Outline(MarkerPath):
    """A path that works out once how large it is: of curves that takes longer than drawing them."""

    @cached_property
    def _own_extents(self) -> Bbox:
        return super().get_extents()

    def get_extents(self, transform: Transform | None = None, **how: Any) -> Bbox:
        """Return how far it reaches after a transform that turns nothing."""
        own = self._own_extents
        return own if transform is None else own.transformed(transform)


@cache
def _outline(word: str, bold: bool) -> MarkerPath:
    """Return ``word`` as a path in points with its middle at (0, 0)."""
    font = FontProperties(weight="bold" if bold else "normal")
    path = TextPath((0, 0), word, size=SMALL, prop=font)
    box = path.get_extents()
    middle = np.array([(box.x0 + box.x1) / 2, 0.36 * SMALL])
    return _Outline(path.vertices - middle, path.codes)


def draw_short_words(
    ax: Axes,
    places: np.ndarray,
    words: Sequence[str],
    colours: Sequence[str],
    bold: bool = False,
) -> None:
    """Draw a short word (a number, a sign) in the middle of each place, as outlines of letters.

    ``places`` has shape (n, 2), in the units of ``ax``. Words that come again share one collection
    a word and colour, all others one a colour, with the words (and spaces between) as its label:
    some hundred words cost a fifth of what as many texts cost.
    """
    often = {word for word, count in Counter(words).items() if count > 1}
    kinds: dict[tuple[str, str], list[int]] = {}
    for at, (word, colour) in enumerate(zip(words, colours, strict=True)):
        kinds.setdefault((word if word in often else "", colour), []).append(at)
    for (word, colour), at_ in kinds.items():
        here = [word] if word else [words[at] for at in at_]
        drawn = PathCollection(
            [_outline(one, bold) for one in here],
            sizes=[1],
            offsets=places[at_],
            offset_transform=ax.transData,
            facecolors=colour,
            edgecolors=colour,  # then one word many times is written as markers: twice as quick
            linewidths=0,
            label=" ".join(here),
            zorder=4,
        )
        drawn.set_transform(IdentityTransform())
        ax.add_collection(drawn, autolim=False)
