"""The chance of a majority as a band from 0 to 100 percent."""

from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.pictures.style import FONT, FOR, FOR_LIGHT, INK, LINE, QUIET
from helpers.texts.language import _
from helpers.texts.numbers import between

_NARROWEST = 0.012


class ChanceBand(NamedTuple):
    """A chance from ``low`` to ``high``, and the wider range ``least`` to ``most`` around it."""

    low: float
    high: float
    least: float
    most: float


def draw_chance(ax: Axes, band: ChanceBand) -> Axes:
    """Draw the band (thick) and its range under other shared factors (thin), and return ``ax``.

    All four numbers are shares from 0 to 1.
    """
    ax.add_patch(Rectangle((0, -0.5), 1, 1, facecolor="none", edgecolor=LINE, linewidth=1.5))
    wide = max(band.high - band.low, _NARROWEST)
    left = min(band.low, 1 - wide)
    ax.add_patch(Rectangle((left, -0.5), wide, 1, facecolor=FOR_LIGHT, edgecolor=FOR, linewidth=2))
    ax.plot([band.least, band.most], [0, 0], color=INK, linewidth=2.5, marker="|", markersize=11)
    ax.axvline(0.5, color=QUIET, linewidth=1.2, linestyle=(0, (4, 3)))
    for share in (0, 0.25, 0.5, 0.75, 1):
        ax.text(share, -0.8, f"{share:.0%}", ha="center", va="top", fontsize=FONT, color=INK)
    ax.text(0, 0.8, _("Chance of a majority"), fontsize=FONT + 1, color=INK)
    ax.set(xlim=(-0.02, 1.02), ylim=(-0.6, 0.6))
    ax.set_axis_off()
    return ax


def describe_chance(band: ChanceBand) -> str:
    """Return in words what :func:`draw_chance` shows."""
    return _(
        "Band from 0 to 100 percent: the chance of a majority is {chance}. A thin line shows the "
        "range when party groups move together less or more: {around}."
    ).format(chance=between(band.low, band.high), around=between(band.least, band.most))
