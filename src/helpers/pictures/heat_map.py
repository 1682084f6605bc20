"""What each option means to whom: a field of signed numbers."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.path import Path

from helpers.pictures.image import drawn, layered, svg_text
from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FOR,
    FOR_LIGHT,
    INK,
    LINE,
    OPEN,
    PAPER,
    QUIET,
    SMALL,
    draw_short_words,
    inches,
    new_figure,
    wrapped,
    write,
)
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import number

_LEFT, _RIGHT, _HEAD, _FOOT = 2.6, 0.1, 2.0, 0.35
_CELL = (0.56, 0.2)
_GROUP, _TEXT_LINE, _BOLD, _NARROWEST = 0.4, 0.16, 0.094, 5.0
_STRONG = 0.7
"""From this share of the largest value on a cell is dark and its number white.

The colours leave out what lies between: there neither a dark nor a white number could be read.
"""
_LETTER = 0.6 * SMALL / 72
_BRIGHTNESS, _BETWEEN = np.array([0.299, 0.587, 0.114]), 0.57
_STEP = _STRONG / 2
_COLOURS = LinearSegmentedColormap.from_list(
    "loss_gain",
    [
        (0.0, AGAINST),
        (0.5 - _STEP, "#b8551b"),
        (0.5 - _STEP, AGAINST_LIGHT),
        (0.5, PAPER),
        (0.5 + _STEP, FOR_LIGHT),
        (0.5 + _STEP, "#2673a8"),
        (1.0, FOR),
    ],
    N=512,
)


def heat_map_size(table: pd.DataFrame, lines: int = 1) -> tuple[float, float]:
    """Return the width and height in inches in which every label can be read.

    ``table`` as for :func:`draw_heat_map`; ``lines`` is the number of lines that the name of a row
    may take.

    >>> heat_map_size(pd.DataFrame({"row": ["a"], "column": ["o"], "group": ["Weekmarkt"]}))
    (5.0, 2.55)
    """
    rows, heads = _frame(table)
    sizes = heads.groupby("group", sort=False).size()
    words = [max(map(len, str(name).split()), default=0) for name in sizes.index]
    cells = [_BOLD * word / size for word, size in zip(words, sizes, strict=True)]
    wide = _LEFT + len(heads) * max([_CELL[0], *cells]) + _RIGHT
    high = _HEAD + len(rows) * (_CELL[1] + (lines - 1) * _TEXT_LINE) + _FOOT
    return round(max(wide, _NARROWEST), 2), round(high, 2)


def draw_heat_map(ax: Axes, table: pd.DataFrame, explained: str = "") -> Axes:
    """Draw one cell a row of ``table``, with its signed number, and return ``ax``.

    ``table`` goes row by row, each with the same columns in the same order. It has ``row`` and
    ``column`` (names), ``group`` (name above neighbouring columns), ``value`` (in value points;
    above 0 is better than now) and ``open`` (0, or how much is not known yet). All is drawn inside
    ``ax``, best in the size that :func:`heat_map_size` gives. A cell that is not touched stays
    empty. ``explained`` says below it what the signs mean, when they do not compare with now.
    """
    draw_cells(ax, table)
    rows, heads = _frame(table)
    _draw_names(ax, rows.tolist(), heads["column"].tolist(), heads["group"].tolist(), explained)
    return ax


def draw_cells(ax: Axes, table: pd.DataFrame) -> Axes:
    """Draw the cells of :func:`draw_heat_map` without a name and return ``ax``."""
    rows, heads = _frame(table)
    shape = (len(rows), len(heads))
    value = table["value"].to_numpy(dtype=float).reshape(shape)
    open_ = table["open"].to_numpy(dtype=float).reshape(shape) > 0
    _set_limits(ax, shape)
    _fill_cells(ax, value, open_)
    return ax


def heat_map_svg(table: pd.DataFrame, explained: str = "") -> str:
    """Return :func:`draw_heat_map` as an SVG document.

    The names are drawn once and kept, the cells each time: that takes a third of the time.
    """
    size = heat_map_size(table)
    rows, heads = _frame(table)
    names = _names_svg(size, tuple(rows), tuple(heads["column"]), tuple(heads["group"]), explained)
    return layered(drawn(draw_cells, size, table), names)


@lru_cache(maxsize=8)
def _names_svg(
    size: tuple[float, float],
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    groups: tuple[str, ...],
    explained: str,
) -> str:
    figure = new_figure(*size)
    figure.patch.set_visible(False)
    _draw_names(figure.add_axes((0, 0, 1, 1)), rows, columns, groups, explained)
    return svg_text(figure)


def _draw_names(
    ax: Axes, rows: Sequence[str], columns: Sequence[str], groups: Sequence[str], explained: str
) -> None:
    cell = _set_limits(ax, (len(rows), len(columns)))
    _name_rows(ax, rows, cell, len(columns))
    _name_columns(ax, columns, groups, cell, len(rows))
    now = _("+ better than now · - worse than now · ? not known yet · empty: no change")
    low = len(rows) + 0.55 * _FOOT / cell[1]
    below = wrapped(explained or now, inches(ax)[0] - 2 * _RIGHT)
    write(ax, len(columns), low, below, ha="right", va="center", colour=QUIET)


def _set_limits(ax: Axes, shape: tuple[int, int]) -> tuple[float, float]:
    """Let a cell be 1 by 1 on ``ax``, with room for the names; return its sides in inches."""
    wide, high = inches(ax)
    cell = ((wide - _LEFT - _RIGHT) / max(shape[1], 1), (high - _HEAD - _FOOT) / max(shape[0], 1))
    ax.set(
        xlim=(-_LEFT / cell[0], shape[1] + _RIGHT / cell[0]),
        ylim=(shape[0] + _FOOT / cell[1], -_HEAD / cell[1]),
    )
    ax.set_axis_off()
    return cell


def describe_heat_map(table: pd.DataFrame) -> str:
    """Return in words what stands out in :func:`draw_heat_map`."""
    rows, heads = _frame(table)
    said = _("Field with {rows} rows and {columns} columns.")
    told = [said.format(rows=len(rows), columns=len(heads))]
    best = table[table["value"] > 0].nlargest(1, "value")
    worst = table[table["value"] < 0].nsmallest(1, "value")
    for end, sentence in (
        (best, _("Gains most: {row} with “{column}” ({value}).")),
        (worst, _("Loses most: {row} with “{column}” ({value}).")),
    ):
        for row, column, value in zip(end["row"], end["column"], end["value"], strict=True):
            told.append(sentence.format(row=row, column=column, value=_signed(value)))
    gains = (table["value"].to_numpy().reshape(len(rows), len(heads)) > 0).any(axis=1)
    without = rows[~gains]
    if len(without):
        told.append(_("Without a single plus: {who}.").format(who="; ".join(without)))
    cells = int((table["open"] > 0).sum())
    if cells:
        sentence = ngettext(
            "In {n} cell something is not known yet.",
            "In {n} cells something is not known yet.",
            cells,
        )
        told.append(sentence.format(n=cells))
    return " ".join(told)


def _frame(table: pd.DataFrame) -> tuple[np.ndarray, pd.DataFrame]:
    """Return the names of the rows, and one row a column with its ``column`` and ``group``."""
    heads = table[["column", "group"]].drop_duplicates()
    return table["row"].to_numpy()[:: max(len(heads), 1)], heads


def _fill_cells(ax: Axes, value: np.ndarray, open_: np.ndarray) -> None:
    most = max(float(np.abs(value).max(initial=0)), 1.0)
    at_row, at_column = np.nonzero((value != 0) | open_)
    here = value[at_row, at_column]
    places = np.column_stack([at_column, at_row])
    each = np.unique(here)
    squares = [_squares(places[here == one]) for one in each]
    cells = PathCollection(squares, cmap=_COLOURS, norm=Normalize(-most, most), edgecolors=LINE)
    cells.set_array(each)
    cells.set_transform(ax.transData)
    ax.add_collection(cells, autolim=False)
    said = {one: _signed(one) if one else "" for one in set(here.tolist())}
    marks = np.where(open_[at_row, at_column], "?", "").tolist()
    words = [said[one] + mark for one, mark in zip(here.tolist(), marks, strict=True)]
    brightness = cells.to_rgba(here)[:, :3] @ _BRIGHTNESS
    colours = np.where(brightness < _BETWEEN, OPEN, INK).tolist()
    draw_short_words(ax, places + 0.5, words, colours)


def _squares(corners: np.ndarray) -> Path:
    """Return squares of 1 by 1 as one path, which is drawn quicker than as many."""
    ring = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)])
    codes = [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    return Path((corners[:, None] + ring).reshape(-1, 2), codes * len(corners))


def _name_rows(ax: Axes, rows: Sequence[str], cell: tuple[float, float], columns: int) -> None:
    ax.hlines(np.arange(len(rows) + 1), 0, columns, color=LINE, linewidth=0.6, zorder=0.5)
    lines = max(int(cell[1] / _TEXT_LINE), 1)
    for at, name in enumerate(rows):
        text = wrapped(name, _LEFT - 0.1, lines=lines)
        write(ax, -0.08 / cell[0], at + 0.53, text, ha="right", va="center")


def _name_columns(
    ax: Axes,
    columns: Sequence[str],
    groups: Sequence[str],
    cell: tuple[float, float],
    rows: int,
) -> None:
    lines = max(int(cell[0] / _TEXT_LINE), 1)
    for at, name in enumerate(columns):
        write(
            ax,
            at + 0.5,
            -0.06 / cell[1],
            wrapped(name, _HEAD - _GROUP, lines=lines),
            ha="center",
            va="bottom",
            multialignment="left",
            rotation=90,
            linespacing=1.05,
        )
    group = np.array(groups)
    if not len(group):
        return
    starts = [0, *(np.flatnonzero(group[1:] != group[:-1]) + 1).tolist(), len(group)]
    ax.vlines(starts, -(_HEAD - _GROUP) / cell[1], rows, color=QUIET, linewidth=1.1)
    for first, last in pairwise(starts):
        write(
            ax,
            (first + last) / 2,
            -(_HEAD - _GROUP + 0.03) / cell[1],
            wrapped(str(group[first]), (last - first) * cell[0] * _LETTER / _BOLD, lines=2),
            ha="center",
            va="bottom",
            fontweight="bold",
        )


def _signed(value: float) -> str:
    return ("+" if value > 0 else "\N{MINUS SIGN}") + number(abs(value), 1)
