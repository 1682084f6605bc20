"""How two sides see the conditions of working together: two marks on a line from 1 to 5."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes

from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FONT,
    FOR,
    INK,
    LINE,
    NEUTRAL,
    SMALL,
    wrapped,
    write,
)
from helpers.texts.language import _
from helpers.texts.numbers import number

_LOW, _HIGH = 1, 5
_SIZE = 11


class TwoViews(NamedTuple):
    """A condition and its scores from 1 to 5 by both sides; None = not filled in."""

    name: str
    ours: float | None
    theirs: float | None


def draw_two_views(ax: Axes, views: Sequence[TwoViews]) -> Axes:
    """Draw a line for each condition, from above, and return ``ax``.

    A circle is our score, a diamond theirs; the line between them is the difference.
    """
    we, they = _("we"), _("they")
    for at, one in enumerate(views):
        y = -at
        ax.plot((_LOW, _HIGH), (y, y), color=LINE, linewidth=1, zorder=1)
        write(ax, 0.75, y, wrapped(one.name, 2.0, lines=2), ha="right", va="center")
        if one.ours is not None and one.theirs is not None:
            ax.plot((one.ours, one.theirs), (y, y), color=NEUTRAL, linewidth=4, zorder=2)
        _mark(ax, one.ours, y + _apart(one), "o", FOR, FOR, f"{one.name}: {we}")
        _mark(ax, one.theirs, y - _apart(one), "D", AGAINST_LIGHT, AGAINST, f"{one.name}: {they}")
    for score in range(_LOW, _HIGH + 1):
        write(ax, score, 0.55, str(score), INK, SMALL, ha="center", va="bottom")
    foot = -len(views) + 0.3
    _mark(ax, 1, foot, "o", FOR, FOR, "")
    write(ax, 1.12, foot, we, size=FONT, va="center")
    _mark(ax, 2, foot, "D", AGAINST_LIGHT, AGAINST, "")
    write(ax, 2.12, foot, they, size=FONT, va="center")
    ax.set(xlim=(-1.3, 5.2), ylim=(foot - 0.4, 1.0))
    ax.set_axis_off()
    return ax


def describe_two_views(views: Sequence[TwoViews]) -> str:
    """Return in words what :func:`draw_two_views` shows."""
    said = _("{name}: we {ours}, they {theirs}.")
    return " ".join(
        said.format(name=one.name, ours=score_text(one.ours), theirs=score_text(one.theirs))
        for one in views
    )


def score_text(score: float | None) -> str:
    """Return a score as people read it.

    >>> score_text(4.0)
    '4'
    """
    return _("not known yet") if score is None else number(score, 1)


def _apart(view: TwoViews) -> float:
    """Return how far both marks stand from the line, so that equal ones can both be seen."""
    return 0.2 if view.ours == view.theirs else 0.0


def _mark(
    ax: Axes, score: float | None, y: float, shape: str, fill: str, edge: str, label: str
) -> None:
    if score is None:
        return
    ax.plot(
        [score],
        [y],
        linestyle="none",
        marker=shape,
        markersize=_SIZE,
        markerfacecolor=fill,
        markeredgecolor=edge,
        markeredgewidth=1.8,
        label=label or "_",
        zorder=3,
    )
