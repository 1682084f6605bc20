"""The years of two ways of dealing with one another: who was open, and what each has by then."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes

from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FOR,
    FOR_LIGHT,
    INK,
    LINE,
    QUIET,
    SMALL,
    write,
)
from helpers.texts.language import _
from helpers.texts.numbers import number

_FLOOR, _BESIDE, _FEWEST = -1.4, 0.09, 6
_LOOKS = {True: ("o", FOR_LIGHT, FOR), False: ("D", AGAINST_LIGHT, AGAINST)}


class Round(NamedTuple):
    """A year: whether we and they were open, and the points of each so far."""

    we: bool
    they: bool
    ours: float
    theirs: float


def draw_trust(ax: Axes, rounds: Sequence[Round], best: float = 0.0) -> Axes:
    """Draw one mark a year for each side, and below them what each has by then; return ``ax``.

    A circle is open, a diamond holds back. Our line is drawn through, theirs is dashed; a thin one
    goes to ``best``, the points that each has when both are open all years.
    """
    wide = max(len(rounds), _FEWEST)
    _draw_years(ax, rounds)
    _legend(ax, wide)
    most = max([1.0, best, *(max(one.ours, one.theirs) for one in rounds)])
    if best:
        ax.plot((0, len(rounds)), (_FLOOR, _FLOOR + best / most), color=QUIET, linewidth=1)
    _draw_points(ax, rounds, most)
    said = _("points so far (thin line: both always open)") if best else _("points so far")
    write(ax, 0.4, 0.2, said, QUIET, SMALL, va="center")
    last = len(rounds)
    for at in sorted({1, *range(5, last + 1, 5), last} if rounds else set()):
        write(ax, at, _FLOOR - 0.1, str(at), QUIET, SMALL, ha="center", va="top")
    write(ax, 0.4, _FLOOR - 0.1, _("year"), QUIET, SMALL, ha="right", va="top")
    ax.set(xlim=(-0.09 * wide, 1.24 * wide), ylim=(_FLOOR - 0.4, 2.2))
    ax.set_axis_off()
    return ax


def describe_trust(rounds: Sequence[Round]) -> str:
    """Return in words what :func:`draw_trust` shows."""
    said = _(
        "Of {years} years we were open in {we} and they in {they}. By then we have {ours} points "
        "and they have {theirs}."
    )
    last = rounds[-1] if rounds else Round(False, False, 0.0, 0.0)
    return said.format(
        years=len(rounds),
        we=sum(one.we for one in rounds),
        they=sum(one.they for one in rounds),
        ours=number(last.ours, 1),
        theirs=number(last.theirs, 1),
    )


def _draw_years(ax: Axes, rounds: Sequence[Round]) -> None:
    for y, name, side in ((1.25, _("we"), "we"), (0.75, _("they"), "they")):
        write(ax, 0.4, y, name, ha="right", va="center")
        for open_, look in _LOOKS.items():
            here = [at for at, one in enumerate(rounds, start=1) if getattr(one, side) == open_]
            _mark(ax, here, y, look, f"{side} {'open' if open_ else 'held back'}")


def _mark(
    ax: Axes, places: Sequence[float], y: float, look: tuple[str, str, str], label: str
) -> None:
    ax.plot(
        places,
        [y] * len(places),
        linestyle="none",
        marker=look[0],
        markersize=9,
        markerfacecolor=look[1],
        markeredgecolor=look[2],
        markeredgewidth=1.6,
        label=label,
    )


def _legend(ax: Axes, wide: int) -> None:
    for at, words, open_ in ((0.15, _("open"), True), (0.4, _("holds back"), False)):
        _mark(ax, [at * wide], 1.9, _LOOKS[open_], "_")
        write(ax, (at + 0.025) * wide, 1.9, words, INK, va="center")


def _draw_points(ax: Axes, rounds: Sequence[Round], most: float) -> None:
    """Draw both lines, and write at each what it comes to."""
    ax.hlines(_FLOOR, 0, len(rounds), color=LINE, linewidth=1)
    ends = [(one.ours / most, one.theirs / most) for one in rounds[-1:]] or [(0.0, 0.0)]
    apart = _BESIDE if abs(ends[0][0] - ends[0][1]) < 2 * _BESIDE else 0.0
    sides = (("ours", _("we"), FOR, "-"), ("theirs", _("they"), AGAINST, (0, (4, 2))))
    for at, (side, name, colour, style) in enumerate(sides):
        points = [0.0, *(getattr(one, side) for one in rounds)]
        heights = [_FLOOR + one / most for one in points]
        ax.plot(
            range(len(points)), heights, color=colour, linestyle=style, linewidth=2.4, label=side
        )
        own, other = ends[0][at], ends[0][1 - at]
        up = own > other or (own == other and at == 0)
        y = heights[-1] + (apart if up else -apart)
        said = f"{name} {number(points[-1], 1)}"
        write(ax, len(rounds) * 1.02 + 0.1, y, said, colour, va="center")
