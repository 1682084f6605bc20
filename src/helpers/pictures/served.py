"""Of a hundred people: who is satisfied, who is not, and who was let go."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FONT,
    FOR,
    FOR_LIGHT,
    INK,
    OPEN,
    QUIET,
    write,
)
from helpers.texts.language import _

_NARROW, _LETTER = 18, 1.35
_DOWN = 1.8


class Hundred(NamedTuple):
    """Of a hundred people whole numbers that add up: satisfied, not satisfied, let go."""

    name: str
    satisfied: int
    dissatisfied: int
    gone: int


def hundred(name: str, satisfied: float, kept: float) -> Hundred:
    """Return whole numbers for shares from 0 to 1: ``satisfied`` is a share of all people.

    >>> hundred("shop", 0.418, 0.6)[1:]
    (42, 18, 40)
    """
    gone = round(100 * (1 - kept))
    happy = min(round(100 * satisfied), 100 - gone)
    return Hundred(name, happy, 100 - gone - happy, gone)


def draw_served(ax: Axes, rows: Sequence[Hundred]) -> Axes:
    """Draw a bar of a hundred people for each row, from above, and return ``ax``.

    What a part is stands in it, or below it when the part is narrow.
    """
    looks = [(FOR_LIGHT, FOR, ""), (AGAINST_LIGHT, AGAINST, "//"), (OPEN, QUIET, "")]
    words = [_("satisfied"), _("not satisfied"), _("let go")]
    for at, row in enumerate(rows):
        y, left = -_DOWN * at, 0
        narrow: list[tuple[float, str]] = []
        write(ax, 0, y + 0.62, row.name, size=FONT + 1, va="bottom")
        for count, (fill, edge, hatch), word in zip(row[1:], looks, words, strict=True):
            if not count:
                continue
            ax.add_patch(
                Rectangle(
                    (left, y - 0.45),
                    count,
                    0.9,
                    facecolor=fill,
                    edgecolor=edge,
                    hatch=hatch,
                    linewidth=1.6,
                    label=f"{row.name}: {count} {word}",
                )
            )
            said, middle = f"{count} {word}", left + count / 2
            if count >= _NARROW:
                box = {"facecolor": OPEN, "edgecolor": "none", "pad": 1.5}
                write(ax, middle, y, said, INK, FONT, ha="center", va="center", bbox=box)
            else:
                narrow.append((middle, said))
            left += count
        for start, said in _beside(narrow):
            write(ax, start, y - 0.52, said, INK, FONT, va="top")
    ax.set(xlim=(-1, 101), ylim=(-_DOWN * (len(rows) - 1) - 0.9, 1.2))
    ax.set_axis_off()
    return ax


def _beside(words: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Return where each begins: under its middle, but clear of its neighbours and within 100."""
    free, starts = 0.0, []
    for middle, said in words:
        starts.append(max(middle - _LETTER * len(said) / 2, free))
        free = starts[-1] + _LETTER * len(said)
    limit, placed = 100.0, []
    for start, (_middle, said) in zip(reversed(starts), reversed(words), strict=True):
        limit = min(start, limit - _LETTER * len(said))
        placed.append((limit, said))
    return placed


def describe_served(rows: Sequence[Hundred]) -> str:
    """Return in words what :func:`draw_served` shows."""
    said = _("{name}: of every hundred people {satisfied} are satisfied, {dissatisfied} are not")
    away = _("{gone} were let go")
    parts = []
    for row in rows:
        words = said.format(**row._asdict())
        parts.append(f"{words}, {away.format(gone=row.gone)}." if row.gone else f"{words}.")
    return " ".join(parts)
