"""The council as a half-circle of seats, each with the vote that is judged for it."""

import math
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from helpers.dossier.words import WORDS, Vote
from helpers.pictures.style import FONT, INK, MARKS, QUIET, write
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import listed

_INNER, _OUTER, _LABEL, _GAP = 0.42, 1.0, 1.12, 0.19
_LINE = 15
_ROWS = ((20, 2), (34, 3), (60, 4), (120, 6))


def seat_places(count: int) -> np.ndarray:
    """Return the places of ``count`` seats, shape (count, 2), from left to right in a half-circle.

    The seats stand in rows; each row holds a share of the seats that fits its length.

    >>> seat_places(9).shape
    (9, 2)
    """
    rows = next((rows for most, rows in _ROWS if count <= most), 8)
    radii = np.linspace(_INNER, _OUTER, rows)
    ends = np.round(np.cumsum(radii) / radii.sum() * count).astype(int)
    held = np.diff(ends, prepend=0)
    angle = np.concatenate([[math.pi / 2] if n == 1 else np.linspace(math.pi, 0, n) for n in held])
    radius = np.repeat(radii, held)
    order = np.lexsort((radius, -angle))
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])[order]


def draw_half_circle(ax: Axes, fracties: pd.DataFrame) -> Axes:
    """Draw one mark a seat, grouped by party group from left to right, and return ``ax``.

    ``fracties`` has the columns ``name``, ``seats`` (whole number) and ``vote`` (one of the five
    words, as in :class:`~helpers.dossier.columns.Vote`), one row a party group, in the order of the
    chamber.
    """
    places = seat_places(int(fracties["seats"].sum()))
    owner = np.repeat(np.arange(len(fracties)), fracties["seats"])
    votes = fracties["vote"].to_numpy()[owner]
    size = 12_500 / max(len(places), 18)
    for at, (word, mark) in enumerate(MARKS.items()):
        # The last of each kind of mark is the one that the legend explains.
        here = np.vstack([places[votes == word], _legend_place(at)])
        ax.scatter(
            here[:, 0],
            here[:, 1],
            s=[size * (0.72 if mark.shape == "D" else 0.9)] * (len(here) - 1) + [70],
            marker=mark.shape,
            c=mark.fill,
            edgecolors=mark.edge,
            linewidths=1.6,
            label=word,
        )
    _name_groups(ax, fracties)
    _explain(ax)
    ax.set(xlim=(-1.85, 1.85), ylim=(-0.42, 1.28), aspect="equal")
    ax.set_axis_off()
    return ax


def describe_half_circle(fracties: pd.DataFrame) -> str:
    """Return in words what :func:`draw_half_circle` shows, for who does not see it."""
    told = []
    for word in MARKS:
        groups = fracties[fracties["vote"] == word]
        if len(groups):
            seats = int(groups["seats"].sum())
            count = ngettext("{n} seat", "{n} seats", seats).format(n=seats)
            told.append(f"{_(WORDS[Vote(word)])}: {count} ({listed(groups['name'])})")
    start = _("Half-circle with {n} seats.").format(n=int(fracties["seats"].sum()))
    return f"{start} {'; '.join(told)}."


def _name_groups(ax: Axes, fracties: pd.DataFrame) -> None:
    for (name, seats), angle in zip(
        fracties[["name", "seats"]].itertuples(index=False), _label_angles(fracties), strict=True
    ):
        x, y = math.cos(angle), math.sin(angle)
        write(
            ax,
            _LABEL * x,
            _LABEL * y,
            fill(f"{name}\u00a0({seats})", _LINE),
            INK,
            FONT,
            linespacing=1.05,
            ha="center" if abs(x) < 0.12 else "left" if x > 0 else "right",
            va="center" if y < 0.85 else "bottom",
        )


def _label_angles(fracties: pd.DataFrame) -> np.ndarray:
    """Return where each name goes: at the middle of its seats, pushed apart where they crowd."""
    seats = fracties["seats"].to_numpy(dtype=float)
    middle = math.pi * (1 - (np.cumsum(seats) - seats / 2) / max(seats.sum(), 1))
    gap = min(_GAP, math.pi / len(seats))
    order = np.arange(len(seats)) * gap
    ahead = np.minimum.accumulate(middle + order) - order
    floor = np.maximum.accumulate((ahead + order)[::-1])[::-1] - order
    low = (len(seats) - 1 - np.arange(len(seats))) * gap - 0.04
    angles: np.ndarray = np.clip(floor, low, math.pi + 0.04)
    return angles


def _legend_place(at: int) -> tuple[float, float]:
    return -1.2 + 0.98 * (at // 2), -0.22 - 0.13 * (at % 2)


def _explain(ax: Axes) -> None:
    for at, word in enumerate(MARKS):
        x, y = _legend_place(at)
        write(ax, x + 0.09, y, _(WORDS[Vote(word)]), QUIET, FONT - 1, va="center")
