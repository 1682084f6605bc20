"""Partners by themes: how one works together now, how one wants to, and where nobody was asked."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from numpy.typing import NDArray

from helpers.pictures.image import drawn, layered, svg_text
from helpers.pictures.style import (
    AGAINST,
    FOR,
    FOR_LIGHT,
    INK,
    LINE,
    OPEN,
    PAPER,
    QUIET,
    draw_short_words,
    inches,
    new_figure,
    wrapped,
    write,
)
from helpers.texts.language import _
from helpers.texts.numbers import listed

Array = NDArray[np.float64]
_LEFT, _RIGHT, _HEAD, _FOOT = 2.4, 0.12, 1.75, 0.75
_CELL, _NARROWEST = (0.62, 0.34), 7.0
_FILLS = (OPEN, "#e3eff8", FOR_LIGHT, "#2673a8", FOR)
_DARK = 3
_CORNERS = np.array([(0, 0), (1, 0), (1, 1), (0, 1)])


class Spot(NamedTuple):
    """A partner and a theme: their places, the level now and wanted (None = not known)."""

    row: int
    column: int
    level: int | None
    wish: int | None
    white: bool

    @property
    def words(self) -> str:
        """What stands in it: the level now, and the one wanted when that differs."""
        now = "?" if self.level is None else str(self.level)
        return now if self.wish in (None, self.level) else f"{now}\N{RIGHTWARDS ARROW}{self.wish}"


def matrix_size(partners: int, themes: int) -> tuple[float, float]:
    """Return the width and height in inches in which so many partners and themes can be read.

    >>> matrix_size(3, 2)
    (7.0, 3.52)
    """
    wide = _LEFT + themes * _CELL[0] + _RIGHT
    return round(max(wide, _NARROWEST), 2), round(_HEAD + partners * _CELL[1] + _FOOT, 2)


def draw_partner_matrix(
    ax: Axes, partners: Sequence[str], themes: Sequence[str], spots: Sequence[Spot]
) -> Axes:
    """Draw a row for each partner and a column for each theme, and return ``ax``.

    A darker cell is a higher level; a white spot has a thick frame. What does not concern a
    partner stays empty. Best in the size of :func:`matrix_size`.
    """
    _name(ax, partners, themes, _frame(ax, partners, themes))
    return _fill(ax, spots)


def partner_matrix_svg(
    partners: Sequence[str], themes: Sequence[str], spots: Sequence[Spot]
) -> str:
    """Return :func:`draw_partner_matrix` as an SVG document.

    The names are drawn once and kept, the cells each time: that takes half the time.
    """
    size = matrix_size(len(partners), len(themes))
    names = _names_svg(size, tuple(partners), tuple(themes))
    return layered(drawn(_draw_cells, size, partners, themes, spots), names)


def _draw_cells(
    ax: Axes, partners: Sequence[str], themes: Sequence[str], spots: Sequence[Spot]
) -> Axes:
    _frame(ax, partners, themes)
    return _fill(ax, spots)


def describe_partner_matrix(
    partners: Sequence[str], themes: Sequence[str], spots: Sequence[Spot]
) -> str:
    """Return in words what stands out in :func:`draw_partner_matrix`."""
    said = _("Field of partners ({partners}) by themes ({themes}). White spots: {white}.")
    white = [one for one in spots if one.white]
    head = said.format(partners=len(partners), themes=len(themes), white=len(white))
    if not white:
        return head
    counts = np.bincount([one.row for one in white], minlength=len(partners))
    most = listed([name for name, n in zip(partners, counts, strict=True) if n == counts.max()])
    more = _("Most of them with {partner}: {n}.")
    alike = len(partners) > 1 and counts.min() == counts.max()
    return head if alike else f"{head} {more.format(partner=most, n=counts.max())}"


def matrix_table(
    partners: Sequence[str], themes: Sequence[str], spots: Sequence[Spot]
) -> list[list[str]]:
    """Return the same as rows of words; a white spot is named.

    >>> matrix_table(["Zorg"], ["Huur", "Wijk"], [Spot(0, 1, 1, 3, False)])
    [['Zorg', '', '1→3']]
    """
    white = _("white spot")
    rows = [[name, *[""] * len(themes)] for name in partners]
    for one in spots:
        rows[one.row][one.column + 1] = f"{one.words} ({white})" if one.white else one.words
    return rows


def _explained() -> str:
    return _(
        "0 not together · 1 we tell them · 2 we ask their view · 3 we make it together · 4 we "
        "decide together · 1→3: now 1, wanted 3 · ? not known · thick frame: white spot · empty: "
        "does not concern them"
    )


def _frame(ax: Axes, partners: Sequence[str], themes: Sequence[str]) -> tuple[float, float]:
    """Give each cell its place, and return how wide and high one is in inches."""
    wide, high = inches(ax)
    cell = (
        min((wide - _LEFT - _RIGHT) / max(len(themes), 1), 2 * _CELL[0]),
        max((high - _HEAD - _FOOT) / max(len(partners), 1), _CELL[1] / 2),
    )
    right = (wide - _LEFT) / cell[0]
    ax.set(xlim=(-_LEFT / cell[0], right), ylim=(len(partners) + _FOOT / cell[1], -_HEAD / cell[1]))
    ax.set_axis_off()
    return cell


def _name(
    ax: Axes, partners: Sequence[str], themes: Sequence[str], cell: tuple[float, float]
) -> None:
    below = len(partners) + 0.15 / cell[1]
    said = wrapped(_explained(), inches(ax)[0] - 0.3)
    write(ax, -_LEFT / cell[0] + 0.1 / cell[0], below, said, QUIET, va="top")
    lines = max(int(cell[1] / 0.16), 1)
    ax.hlines(np.arange(len(partners) + 1), 0, len(themes), color=LINE, linewidth=0.6, zorder=0.5)
    ax.vlines(np.arange(len(themes) + 1), 0, len(partners), color=LINE, linewidth=0.6, zorder=0.5)
    for at, name in enumerate(partners):
        text = wrapped(name, _LEFT - 0.2, lines=lines)
        write(ax, -0.08 / cell[0], at + 0.5, text, ha="right", va="center", linespacing=1.0)
    for at, name in enumerate(themes):
        text = wrapped(name, _HEAD - 0.1, lines=3)
        write(
            ax,
            at + 0.5,
            -0.06 / cell[1],
            text,
            ha="center",
            va="bottom",
            rotation=90,
            multialignment="left",
            linespacing=1.05,
        )


def _fill(ax: Axes, spots: Sequence[Spot]) -> Axes:
    if not spots:
        return ax
    places = np.array([(one.column, one.row) for one in spots], dtype=float)
    fills = [_FILLS[one.level or 0] for one in spots]
    squares = places[:, None] + _CORNERS
    for fill in dict.fromkeys(fills):
        here = squares[[one == fill for one in fills]]
        ax.add_artist(_boxes(here, facecolor=fill, edgecolor=LINE, label="spots"))
    white = np.array([one.white for one in spots])
    framed = places[white][:, None] + 0.5 + (_CORNERS - 0.5) * 0.86
    if len(framed):
        frame = {"edgecolor": AGAINST, "linewidth": 2.4, "label": "white", "zorder": 2}
        ax.add_artist(_boxes(framed, facecolor="none", **frame))
    inks = [PAPER if (one.level or 0) >= _DARK else INK for one in spots]
    draw_short_words(ax, places + 0.5, [one.words for one in spots], inks)
    return ax


def _boxes(corners: Array, **look: Any) -> PathPatch:
    """Return boxes that look alike as one patch: shape (boxes, 4, 2). One is drawn so quickly."""
    closed = np.concatenate((corners, corners[:, :1]), axis=1)
    codes = [Path.MOVETO, *[Path.LINETO] * 3, Path.CLOSEPOLY] * len(corners)
    return PathPatch(Path(closed.reshape(-1, 2), codes), **look)


@lru_cache(maxsize=4)
def _names_svg(
    size: tuple[float, float], partners: tuple[str, ...], themes: tuple[str, ...]
) -> str:
    figure = new_figure(*size)
    figure.patch.set_visible(False)
    ax = figure.add_axes((0, 0, 1, 1))
    _name(ax, partners, themes, _frame(ax, partners, themes))
    return svg_text(figure)
