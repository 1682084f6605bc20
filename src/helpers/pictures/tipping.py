"""What the vote of each party group changes: bars, with a range where votes are not known."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.pictures.style import (
    FONT,
    LINE,
    NEUTRAL,
    NEUTRAL_LIGHT,
    PAPER,
    QUIET,
    inches,
    wrapped,
    write,
)
from helpers.texts.language import _, ngettext

_LEFT, _RIGHT, _HEAD, _FOOT = 2.75, 1.75, 0.55, 0.7
_NOTHING = 0.005


def draw_tipping(ax: Axes, table: pd.DataFrame) -> Axes:
    """Draw a bar a party group, from the first row at the top, and return ``ax``.

    ``table`` has the columns ``name``, ``seats``, ``low`` and ``high`` (0 to 1: how much the chance
    of a majority differs between a yes and a no of this group). The full bar ends at ``low``, the
    open part at ``high``. All is drawn inside ``ax``; 9 inches wide and 0.4 a row fits.
    """
    wide, high = inches(ax)
    end = _round_end(float(table["high"].max()) if len(table) else 0.0)
    unit = end / (wide - _LEFT - _RIGHT)
    row = (high - _HEAD - _FOOT) / max(len(table), 1)
    ax.set(
        xlim=(-_LEFT * unit, end + _RIGHT * unit),
        ylim=(len(table) + _FOOT / row, -_HEAD / row),
    )
    ax.set_axis_off()
    title = _("How many percentage points the chance of a majority differs between a yes and a no")
    at_left, above = (0.1 - _LEFT) * unit, -(_HEAD - 0.08) / row
    write(ax, at_left, above, wrapped(title, wide, FONT), va="top", size=FONT)
    _draw_scale(ax, end, len(table), row)
    bars = zip(table["name"], table["seats"], table["low"], table["high"], strict=True)
    for at, (name, seats, low, top) in enumerate(bars):
        label = wrapped(f"{name} ({seats})", _LEFT, lines=2)
        write(ax, -0.1 * unit, at + 0.5, label, ha="right", va="center")
        _draw_bar(ax, at, low, top, 0.1 * unit)
    if (table["high"] - table["low"] > _NOTHING).any():
        why = _("Hatched: depends on party groups of which you do not know the vote yet")
        write(ax, 0, len(table) + 0.5 / row, wrapped(why, wide - _LEFT), va="center", colour=QUIET)
    return ax


def describe_tipping(table: pd.DataFrame) -> str:
    """Return in words what :func:`draw_tipping` shows, in the order of ``table``."""
    told = [
        ngettext("{name} ({n} seat): {much}", "{name} ({n} seats): {much}", int(seats)).format(
            name=name, n=int(seats), much=_much(low, high)
        )
        for name, seats, low, high in zip(
            table["name"], table["seats"], table["low"], table["high"], strict=True
        )
    ]
    start = _("Bars: what the vote of each party group changes in the chance of a majority.")
    return f"{start} {'; '.join(told)}."


def _draw_scale(ax: Axes, end: float, rows: int, row: float) -> None:
    ticks = [end * part / 4 for part in range(5)]
    ax.vlines(ticks, 0, rows, color=LINE, linewidth=0.8, zorder=0)
    for tick in ticks:
        write(ax, tick, rows + 0.06 / row, _points(tick), ha="center", va="top", colour=QUIET)


def _draw_bar(ax: Axes, at: int, low: float, high: float, gap: float) -> None:
    ax.add_patch(Rectangle((0, at + 0.2), low, 0.6, facecolor=NEUTRAL, edgecolor=NEUTRAL))
    if high - low > _NOTHING:
        ax.add_patch(
            Rectangle(
                (low, at + 0.2),
                high - low,
                0.6,
                facecolor=NEUTRAL_LIGHT,
                edgecolor=NEUTRAL,
                hatch="///",
            )
        )
    behind = {"facecolor": PAPER, "edgecolor": "none", "pad": 1}
    words = _much(low, high)
    write(ax, high + gap, at + 0.5, words, va="center", bbox=behind)


def _much(low: float, high: float) -> str:
    if high < _NOTHING:
        return _("makes no difference now")
    ends = [_points(low), _points(high)]
    if ends[0] == ends[1]:
        return ngettext("{n} point", "{n} points", round(100 * low)).format(n=ends[0])
    return _("{low} to {high} points").format(low=ends[0], high=ends[1])


def _points(share: float) -> str:
    return str(round(100 * share))


def _round_end(most: float) -> float:
    return next((end for end in (0.08, 0.2, 0.4, 0.6, 0.8) if most <= end), 1.0)
