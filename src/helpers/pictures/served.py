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

_NARROW = 6


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
    """Draw a bar of a hundred people for each row, from above, and return ``ax``."""
    looks = [(FOR_LIGHT, FOR, ""), (AGAINST_LIGHT, AGAINST, "//"), (OPEN, QUIET, "")]
    words = [_("satisfied"), _("not satisfied"), _("let go")]
    for at, row in enumerate(rows):
        y, left = -1.5 * at, 0
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
            if count >= _NARROW:
                said = f"{count} {word}" if count >= 3 * _NARROW else str(count)
                box = {"facecolor": OPEN, "edgecolor": "none", "pad": 1.5}
                write(ax, left + count / 2, y, said, INK, FONT, ha="center", va="center", bbox=box)
            left += count
    ax.set(xlim=(-1, 101), ylim=(-1.5 * (len(rows) - 1) - 0.7, 1.3))
    ax.set_axis_off()
    return ax


def describe_served(rows: Sequence[Hundred]) -> str:
    """Return in words what :func:`draw_served` shows."""
    said = _("{name}: of every hundred people {satisfied} are satisfied, {dissatisfied} are not")
    away = _("{gone} were let go")
    parts = []
    for row in rows:
        words = said.format(**row._asdict())
        parts.append(f"{words}, {away.format(gone=row.gone)}." if row.gone else f"{words}.")
    return " ".join(parts)
