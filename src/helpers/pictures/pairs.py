"""All pairs of parties: on how many points they clash, can trade, and both gain."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.pictures.style import (
    AGAINST,
    FOR,
    INK,
    LINE,
    NEUTRAL,
    PAPER,
    SMALL,
    draw_short_words,
    inches,
    wrapped,
    write,
)
from helpers.texts.language import _, ngettext

_LEFT, _HEAD, _FOOT, _EDGE = 1.75, 0.62, 0.5, 0.08
_CELL = (1.2, 0.56)
_NARROWEST = 5.6
_MARK = 21
_SHAPES = {"conflict": ("D", AGAINST), "trade": ("s", NEUTRAL), "complement": ("o", FOR)}


class Pair(NamedTuple):
    """Two parties by their place, and on how many points they clash, can trade and both gain."""

    first: int
    second: int
    conflict: int
    trade: int
    complement: int

    @property
    def counts(self) -> dict[str, int]:
        """The three numbers by their kind."""
        return {name: getattr(self, name) for name in _SHAPES}


def pairs_size(parties: int) -> tuple[float, float]:
    """Return the width and height in inches in which all pairs of so many parties can be read.

    >>> pairs_size(6)
    (7.83, 3.92)
    """
    sides = max(parties - 1, 1)
    wide = max(_LEFT + sides * _CELL[0] + _EDGE, _NARROWEST)
    return round(wide, 2), round(_HEAD + sides * _CELL[1] + _FOOT, 2)


def pair_places(pairs: Sequence[Pair], parties: int) -> list[tuple[float, float, float, float]]:
    """Return where each pair stands as left, top, width and height, each a share of the picture.

    >>> pair_places([Pair(0, 1, 1, 0, 0)], 2)
    [(0.3125, 0.369, 0.2143, 0.3333)]
    """
    wide, high = pairs_size(parties)
    return [
        (
            round((_LEFT + one.first * _CELL[0]) / wide, 4),
            round((_HEAD + (one.second - 1) * _CELL[1]) / high, 4),
            round(_CELL[0] / wide, 4),
            round(_CELL[1] / high, 4),
        )
        for one in pairs
    ]


def draw_pairs(
    ax: Axes, names: Sequence[str], pairs: Sequence[Pair], chosen: int | None = None
) -> Axes:
    """Draw a cell for each pair with its numbers, and return ``ax``.

    A diamond is a clash, a square room to trade, a circle something by which both gain. The pair
    with number ``chosen`` has a thick frame. Best in the size of :func:`pairs_size`.
    """
    wide, high = inches(ax)
    ax.set(xlim=(0, wide), ylim=(high, 0))
    ax.set_axis_off()
    sides = len(names) - 1
    for at in range(sides):
        x, y = _LEFT + (at + 0.5) * _CELL[0], _HEAD + (at + 0.5) * _CELL[1]
        head = wrapped(names[at], _CELL[0] - 0.06, lines=3)
        top = _HEAD + at * _CELL[1] - 0.06
        write(ax, x, top, head, ha="center", va="bottom", linespacing=1.0)
        left = wrapped(names[at + 1], _LEFT - 0.2, lines=2)
        write(ax, _LEFT - 0.1, y, left, ha="right", va="center", linespacing=1.0)
    for number, one in enumerate(pairs):
        _draw_pair(ax, one, number == chosen)
    _draw_marks(ax, pairs)
    _explain(ax, _HEAD + max(sides, 1) * _CELL[1] + 0.3)
    return ax


def describe_pairs(names: Sequence[str], pairs: Sequence[Pair]) -> str:
    """Return in words what :func:`draw_pairs` shows."""
    said = _("Field with all pairs of {n} parties.").format(n=len(names))
    told = [
        _("{pair}: {counts}.").format(pair=pair_name(names, one), counts=pair_text(one))
        for one in pairs
    ]
    return " ".join([said, *told])


def pair_name(names: Sequence[str], pair: Pair) -> str:
    """Return what a pair is called."""
    return _("{one} and {other}").format(one=names[pair.first], other=names[pair.second])


def pair_text(pair: Pair) -> str:
    """Return the numbers of a pair in words."""
    return ", ".join(
        (
            ngettext("clash on {n} point", "clash on {n} points", pair.conflict).format(
                n=pair.conflict
            ),
            ngettext("room to trade on {n}", "room to trade on {n}", pair.trade).format(
                n=pair.trade
            ),
            ngettext("both gain on {n}", "both gain on {n}", pair.complement).format(
                n=pair.complement
            ),
        )
    )


def pairs_table(names: Sequence[str], pairs: Sequence[Pair]) -> list[list[str]]:
    """Return the same as rows of words: the pair and its three numbers."""
    return [[pair_name(names, one), *map(str, one.counts.values())] for one in pairs]


def pair_kinds() -> Mapping[str, str]:
    """Return what the three kinds of points are called."""
    return {
        "conflict": _("clash"),
        "trade": _("room to trade"),
        "complement": _("both gain"),
    }


def _draw_pair(ax: Axes, pair: Pair, chosen: bool) -> None:
    x, y = _LEFT + pair.first * _CELL[0], _HEAD + (pair.second - 1) * _CELL[1]
    edge, line = (INK, 2.6) if chosen else (LINE, 0.8)
    z = 2 if chosen else 1
    label = "chosen" if chosen else "pair"
    cell = Rectangle((x, y), *_CELL, facecolor=PAPER, edgecolor=edge, linewidth=line)
    cell.set(zorder=z, label=label)
    ax.add_patch(cell)


def _draw_marks(ax: Axes, pairs: Sequence[Pair]) -> None:
    """Draw the numbers above 0 of all pairs; each kind has its own place in the cell."""
    places, words = [], []
    for at, (name, (shape, colour)) in enumerate(_SHAPES.items()):
        here = [one for one in pairs if one.counts[name]]
        spots = [
            (
                _LEFT + (one.first + (at + 0.75) / 3.5) * _CELL[0],
                _HEAD + (one.second - 0.5) * _CELL[1],
            )
            for one in here
        ]
        _marks(ax, spots, shape, colour, name)
        places += spots
        words += [str(one.counts[name]) for one in here]
    if places:
        draw_short_words(ax, np.array(places), words, [PAPER] * len(words), bold=True)


def _marks(
    ax: Axes, places: Sequence[tuple[float, float]], shape: str, colour: str, label: str
) -> None:
    if places:
        x, y = zip(*places, strict=True)
        small = _MARK - 5 if shape == "D" else _MARK
        drawn = ax.scatter(x, y, s=small**2, marker=shape, color=colour, linewidths=0)
        drawn.set(label=label, zorder=3)


def _explain(ax: Axes, y: float) -> None:
    x = 0.2
    for name, word in pair_kinds().items():
        shape, colour = _SHAPES[name]
        ax.scatter([x], [y], s=90, marker=shape, color=colour, label="_", zorder=3)
        write(ax, x + 0.16, y, word, INK, SMALL, va="center")
        x += 0.36 + 0.6 * SMALL / 72 * len(word) + 0.2
