"""What a group answered: bars with words, dots on a line, or dots on a map."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes

from helpers.pictures.style import FOR, FOR_LIGHT, INK, LINE, QUIET, wrapped, write
from helpers.texts.language import ngettext
from helpers.texts.numbers import number

_LABEL, _STEP = 3.2, 0.44
_ALONE, _MORE = 9.0, 3.0


class Bar(NamedTuple):
    """A choice and how many took it; bars with the same ``head`` have that above them."""

    label: str
    taken: int
    head: str = ""


class Scale(NamedTuple):
    """An axis: what it is, where it begins and ends, and what those ends are called."""

    text: str
    least: float
    most: float
    low: str = ""
    high: str = ""


def bars_height(bars: Sequence[Bar]) -> float:
    """Return how many inches high the bars want to be."""
    return _STEP * (len(bars) + len({one.head for one in bars if one.head})) + 0.3


def draw_bars(ax: Axes, bars: Sequence[Bar], answers: int) -> Axes:
    """Draw a bar for each choice with its words before it and its number behind; return ``ax``."""
    y, head = 0.0, ""
    for one in bars:
        if one.head != head:
            head = one.head
            write(ax, 0, y, wrapped(head, 7.0, lines=1), QUIET, va="center")
            y -= 1
        write(ax, 0, y, wrapped(one.label, _LABEL, lines=2), INK, va="center")
        width = 3.0 * one.taken / max(answers, 1)
        ax.barh(y, width, 0.62, left=_LABEL + 0.1, color=FOR_LIGHT, edgecolor=FOR, label=one.label)
        write(ax, _LABEL + 0.2 + width, y, str(one.taken), INK, va="center")
        y -= 1
    ax.set(xlim=(-0.05, 7.0), ylim=(y + 0.3, 0.7))
    ax.set_axis_off()
    return ax


def describe_bars(bars: Sequence[Bar], answers: int) -> str:
    """Return in words what :func:`draw_bars` shows."""
    said = [f"{one.head + ': ' if one.head else ''}{one.label}: {one.taken}" for one in bars]
    return f"{_answers(answers)} {'; '.join(said)}."


def draw_line(
    ax: Axes, values: Sequence[float], middle: tuple[float, float, float], scale: Scale
) -> Axes:
    """Draw the values as dots on a line; return ``ax``.

    ``middle`` is the median and the ends of the middle half: a stroke and a bar below the line.
    """
    median, low, high = middle
    ax.hlines(0, scale.least, scale.most, color=LINE, linewidth=1)
    ax.plot((low, high), (-0.9, -0.9), color=FOR_LIGHT, linewidth=8, label="middle half")
    ax.plot((median, median), (-1.3, -0.5), color=INK, linewidth=2, label="median")
    dots = [(value, at) for value, count in Counter(values).items() for at in range(count)]
    _dots(ax, [x for x, _at in dots], [0.4 + 0.7 * at for _x, at in dots], _ALONE)
    top = max([2.0, *(0.9 + 0.7 * at for _x, at in dots)])
    for x, name, side in ((scale.least, scale.low, "left"), (scale.most, scale.high, "right")):
        words = f"{number(x, 2)} {name}".strip()
        write(ax, x, -1.6, words, QUIET, ha=side, va="top")
    pad = 0.04 * (scale.most - scale.least)
    ax.set(xlim=(scale.least - pad, scale.most + pad), ylim=(-2.4, top))
    ax.set_axis_off()
    return ax


def describe_line(values: Sequence[float], scale: Scale) -> str:
    """Return in words what :func:`draw_line` shows."""
    said = [f"{number(value, 2)}: {n}" for value, n in sorted(Counter(values).items())]
    return f"{_answers(len(values))} {scale.text}: {'; '.join(said)}."


def draw_places(ax: Axes, places: Sequence[tuple[float, float]], scales: Sequence[Scale]) -> Axes:
    """Draw the places as dots on a map, larger where more are the same; return ``ax``."""
    across, up = scales
    ax.set(xlim=(across.least, across.most), ylim=(up.least, up.most))
    for x in (across.least, across.most):
        ax.plot((x, x), (up.least, up.most), color=QUIET, linewidth=1, clip_on=False)
    for y in (up.least, up.most):
        ax.plot((across.least, across.most), (y, y), color=QUIET, linewidth=1, clip_on=False)
    _cross(ax, across, up)
    for (x, y), count in Counter(places).items():
        _dots(ax, [x], [y], _ALONE + _MORE * min(count - 1, 5))
        if count > 1:
            write(ax, x, y, str(count), INK, ha="center", va="center", zorder=5)
    ax.set_axis_off()
    return ax


def describe_places(places: Sequence[tuple[float, float]], scales: Sequence[Scale]) -> str:
    """Return in words what :func:`draw_places` shows."""
    across, up = scales
    said = [
        f"{number(x, 2)} / {number(y, 2)}: {n}" for (x, y), n in sorted(Counter(places).items())
    ]
    return f"{_answers(len(places))} {across.text} / {up.text}: {'; '.join(said)}."


def _cross(ax: Axes, across: Scale, up: Scale) -> None:
    """Write what the axes are and what their ends are called."""
    high, wide = up.most - up.least, across.most - across.least
    middle = (across.least + across.most) / 2
    below, beside = up.least - 0.04 * high, across.least - 0.02 * wide
    write(ax, middle, up.least - 0.1 * high, across.text, INK, ha="center", va="top")
    write(ax, across.least, up.most + 0.05 * high, up.text, INK, ha="left", va="bottom")
    for x, name, side in ((across.least, across.low, "left"), (across.most, across.high, "right")):
        write(ax, x, below, f"{number(x, 2)} {name}".strip(), QUIET, ha=side, va="top")
    for y, name in ((up.least, up.low), (up.most, up.high)):
        write(ax, beside, y, f"{name} {number(y, 2)}".strip(), QUIET, ha="right", va="center")


def _dots(ax: Axes, across: Sequence[float], up: Sequence[float], size: float) -> None:
    ax.plot(
        across,
        up,
        linestyle="none",
        marker="o",
        markersize=size,
        markerfacecolor=FOR_LIGHT,
        markeredgecolor=FOR,
        label="answers",
        clip_on=False,
    )


def _answers(count: int) -> str:
    return ngettext("{n} answer.", "{n} answers.", count).format(n=count)
