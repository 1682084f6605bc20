"""A goal tree: from the highest goal on the left to the measures on the right."""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import FancyBboxPatch

from helpers.pictures.image import drawn, layered, svg_text
from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FOR,
    FOR_LIGHT,
    INK,
    NEUTRAL,
    NEUTRAL_LIGHT,
    SMALL,
    inches,
    new_figure,
    wrapped,
    write,
)
from helpers.texts.language import _, ngettext

WIDE, HIGH = 2.3, 0.78
_ACROSS, _DOWN = 3.0, 1.0
_LINES = 3
_PLAIN, _UNSURE = 1.4, (0, (2, 2))
_KEY, _KEY_ROWS, _KEY_ACROSS, _KEY_WIDE = 0.27, 3, 2.6, 6.2


class Box(NamedTuple):
    """A goal or a measure: its text, its column and row, whether it is a measure, and its gaps."""

    text: str
    column: int
    row: float
    measure: bool
    gaps: int


class Line(NamedTuple):
    """A line between two boxes, by their place in the list.

    ``strength`` is 0 to 3, None for a goal under a goal; ``sure`` says whether its strength and its
    argument are there.
    """

    left: int
    right: int
    strength: float | None
    sure: bool


def tree_size(boxes: Sequence[Box]) -> tuple[float, float]:
    """Return the width and height in inches that the boxes need.

    >>> tree_size([Box("Doel", 0, 0.0, False, 0), Box("Maatregel", 1, 1.5, True, 0)])
    (5.6, 2.6)
    """
    columns = max((one.column for one in boxes), default=0)
    rows = max((one.row for one in boxes), default=0.0)
    return round(_ACROSS * columns + WIDE + 0.3, 2), round(_DOWN * rows + HIGH + 0.32, 2)


def draw_goal_tree(ax: Axes, boxes: Sequence[Box], lines: Sequence[Line]) -> Axes:
    """Draw the boxes and the lines between them, one unit an inch, and return ``ax``.

    A measure has round corners; a box with gaps has a thick edge and says how many.
    """
    for one in lines:
        left, right = boxes[one.left], boxes[one.right]
        style = "-" if one.sure else _UNSURE
        colour = NEUTRAL if one.strength is None else FOR
        wide = _PLAIN if one.strength is None else 1.0 + one.strength
        x = (_ACROSS * left.column + WIDE, _ACROSS * right.column)
        y = (-_DOWN * left.row, -_DOWN * right.row)
        ax.plot(x, y, color=colour, linewidth=wide, linestyle=style, zorder=1)
    for box in boxes:
        _draw_box(ax, box)
    wide, high = tree_size(boxes)
    ax.set(xlim=(-0.15, wide - 0.15), ylim=(HIGH / 2 + 0.16 - high, HIGH / 2 + 0.16))
    ax.set_axis_off()
    return ax


def goal_tree_svg(boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """Return :func:`draw_goal_tree` with its key below it, as an SVG document."""
    tree, high = tree_size(boxes)
    wide, below = max(tree, _KEY_WIDE), _KEY * _KEY_ROWS + 0.15
    key = below / (high + below)
    size, place = (wide, high + below), (0.0, key, tree / wide, 1 - key)
    return layered(drawn(draw_goal_tree, size, boxes, lines, place=place), _key_svg(size, key))


@lru_cache(maxsize=4)
def _key_svg(size: tuple[float, float], share: float) -> str:
    figure = new_figure(*size)
    figure.patch.set_visible(False)
    draw_goal_key(figure.add_axes((0, 0, 1, share)))
    return svg_text(figure)


def draw_goal_key(ax: Axes) -> Axes:
    """Draw what the lines and the marks of :func:`draw_goal_tree` mean, and return ``ax``."""
    kinds = [
        (NEUTRAL, _PLAIN, "-", _("a goal under a goal")),
        (FOR, 4.0, "-", _("contributes strongly")),
        (FOR, 2.0, "-", _("contributes a little")),
        (FOR, 2.0, _UNSURE, _("how strongly, or why, is not known yet")),
    ]
    wide, high = inches(ax)
    places = [(x, -_KEY * (0.5 + row)) for row in range(_KEY_ROWS) for x in (0.0, _KEY_ACROSS)]
    for (x, y), (colour, thick, style, words) in zip(places, kinds, strict=False):
        ax.plot((x, x + 0.45), (y, y), color=colour, linewidth=thick, linestyle=style)
        write(ax, x + 0.55, y, words, va="center")
    x, y = places[-2]
    note = {"facecolor": AGAINST_LIGHT, "edgecolor": AGAINST, "pad": 1.6}
    one = ngettext("{n} gap", "{n} gaps", 1).format(n=1)
    write(ax, x, y, one, INK, SMALL - 1, va="center", bbox=note)
    write(ax, x + 0.55, y, _("so much is still missing with this goal or measure"), va="center")
    ax.set(xlim=(-0.15, wide - 0.15), ylim=(-high, 0))
    ax.set_axis_off()
    return ax


def _draw_box(ax: Axes, box: Box) -> None:
    x, y = _ACROSS * box.column, -_DOWN * box.row
    plain, edge = (FOR_LIGHT, FOR) if box.measure else (NEUTRAL_LIGHT, NEUTRAL)
    if box.gaps:
        edge = AGAINST
    corners = "round,pad=0,rounding_size=0.25" if box.measure else "square,pad=0"
    ax.add_patch(
        FancyBboxPatch(
            (x, y - HIGH / 2),
            WIDE,
            HIGH,
            boxstyle=corners,
            facecolor=plain,
            edgecolor=edge,
            linewidth=2.6 if box.gaps else 1.2,
            zorder=2,
        )
    )
    words = wrapped(box.text, WIDE - 0.16, SMALL, _LINES)
    write(ax, x + WIDE / 2, y, words, INK, SMALL, ha="center", va="center", zorder=3)
    if box.gaps:
        said = ngettext("{n} gap", "{n} gaps", box.gaps).format(n=box.gaps)
        note = {"facecolor": AGAINST_LIGHT, "edgecolor": AGAINST, "pad": 1.6}
        place = (x + WIDE - 0.06, y + HIGH / 2)
        write(ax, *place, said, INK, SMALL - 1, ha="right", va="center", bbox=note, zorder=4)


def describe_goal_tree(boxes: Sequence[Box], lines: Sequence[Line]) -> str:
    """Return in words what :func:`draw_goal_tree` shows."""
    goals = [one for one in boxes if not one.measure]
    counts = ngettext("{n} goal", "{n} goals", len(goals)).format(n=len(goals))
    others = len(boxes) - len(goals)
    served = ngettext("{n} measure", "{n} measures", others).format(n=others)
    parts = [_("Goal tree with {goals} and {measures}.").format(goals=counts, measures=served)]
    for at, box in enumerate(boxes):
        below = [boxes[one.right].text for one in lines if one.left == at]
        said = _("{text}: {gaps}.")
        gaps = ngettext("{n} gap", "{n} gaps", box.gaps).format(n=box.gaps)
        parts.append(said.format(text=box.text, gaps=gaps if box.gaps else _("no gaps")))
        if below:
            parts.append(_("Connected with: {what}.").format(what=", ".join(below)))
    return " ".join(parts)
