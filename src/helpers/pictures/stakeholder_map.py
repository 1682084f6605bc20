"""Who decides, who is involved and who is affected: a map of numbered marks with a list."""

import math

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FONT,
    FOR,
    FOR_LIGHT,
    INK,
    LINE,
    NEUTRAL_LIGHT,
    OPEN,
    QUIET,
    Mark,
    draw_short_words,
    inches,
    wrapped,
    write,
)
from helpers.texts.language import N_, _
from helpers.texts.numbers import listed

QUADRANTS = {
    "power_and_interest": N_("Much power, much attention: work together"),
    "power": N_("Much power, little attention: ask what they need"),
    "interest": N_("Little power, much attention: talk with them and keep them informed"),
    "neither": N_("Little power, little attention: see who is affected all the same"),
    "unknown": N_("Not placed yet"),
}
"""What a participant reads for each quadrant of the map."""

SALIENCE = {
    "definitive": N_("can do much, has a right to speak and cannot wait"),
    "dominant": N_("can do much and has a right to speak"),
    "pressing": N_("can do much and cannot wait"),
    "dependent": N_("has a right to speak and cannot wait, and needs others to be heard"),
    "dormant": N_("can do much, and asks little now"),
    "discretionary": N_("has a right to speak, and asks little now"),
    "demanding": N_("cannot wait, and is not heard much yet"),
    "none": N_("none of the three stands out"),
    "unknown": N_("not known yet"),
}
"""What a participant reads for each class of whose claim stands out."""

ATTITUDES = {
    2: (Mark("o", FOR, FOR), N_("strongly in favour")),
    1: (Mark("o", FOR_LIGHT, FOR), N_("in favour")),
    0: (Mark("s", NEUTRAL_LIGHT, QUIET), N_("in between")),
    -1: (Mark("D", AGAINST_LIGHT, AGAINST), N_("against")),
    -2: (Mark("D", AGAINST, AGAINST), N_("strongly against")),
    None: (Mark("s", OPEN, QUIET), N_("attitude not known")),
}
"""Shape and fill of each attitude, rounded to a whole number; ``None`` is not known."""

_EDGE, _CUT = 0.55, 5.0
_LEFT, _TOP, _BOTTOM, _LIST, _NAME = 0.62, 0.52, 1.0, 0.35, 2.5
_LINE, _TIGHT = 0.2, 0.16
_SIZE = {"o": 290, "s": 270, "D": 205}
_RING, _APART = 640, 0.36
_RING_WORDS = N_("ring: strongly affected by the decision")


def attitude_of(value: float) -> int | None:
    """Return the whole attitude from -2 to 2 for a number, or ``None`` when it is not known.

    >>> attitude_of(-1.4), attitude_of(float("nan"))
    (-1, None)
    """
    return None if math.isnan(value) else max(-2, min(2, round(value)))


def apart(
    points: np.ndarray, least: float, low: float = -np.inf, high: float = np.inf
) -> np.ndarray:
    """Return places near ``points``, shape (n, 2), at least ``least`` away from each other.

    The first point keeps its place; each next one takes the free place nearest to its own, on rings
    around it, from ``low`` to ``high`` in both directions as long as there is room. A point that is
    free already stays where it is.

    >>> apart(np.array([[5.0, 5.0], [5.0, 5.0]]), 0.5).tolist()
    [[5.0, 5.0], [5.5, 5.0]]
    """
    turn = np.linspace(0, 2 * math.pi, 24, endpoint=False)
    ring = np.column_stack([np.cos(turn), np.sin(turn)])
    radii = np.arange(1, 8 + 4 * math.ceil(math.sqrt(len(points)))) * least / 4
    tries = np.vstack([ring * radius for radius in radii])
    places = np.array(points, dtype=float)
    for at in range(1, len(places)):
        if not _free(points[at][None], places[:at], least)[0]:
            around = points[at] + tries
            free = _free(around, places[:at], least)
            inside = free & ((low <= around) & (around <= high)).all(axis=1)
            places[at] = around[np.argmax(inside if inside.any() else free)]
    return places


def _free(tries: np.ndarray, taken: np.ndarray, least: float) -> np.ndarray:
    gaps = np.hypot(*(tries[:, None] - taken[None]).transpose(2, 0, 1))
    free: np.ndarray = (gaps > least - 1e-9).all(axis=1)
    return free


def draw_stakeholder_map(ax: Axes, table: pd.DataFrame) -> Axes:
    """Draw one numbered mark a stakeholder and the list of names, and return ``ax``.

    ``table`` has the columns ``name``, ``involvement`` (across) and ``power`` (up), both 0-10,
    ``attitude`` (-2 to 2: shape and fill) and ``hit`` (true: a ring around the mark); ``nan`` = not
    known: without a place the name stands in the list only. Numbers follow the order of the rows.
    Marks that would cover one another move apart, with a line to their own place. All is drawn
    inside ``ax``; 10 by 6.5 inches holds 24 names.
    """
    wide, high = inches(ax)
    step = (high - _TOP - _BOTTOM) / (10 + 2 * _EDGE)
    left, low = -_EDGE - _LEFT / step, -_EDGE - _BOTTOM / step
    ax.set(xlim=(left, left + wide / step), ylim=(low, low + high / step))
    ax.set_axis_off()
    _draw_ground(ax, step)
    placed = table[["involvement", "power"]].notna().all(axis=1).to_numpy()
    points = table.loc[placed, ["involvement", "power"]].to_numpy(dtype=float)
    places = apart(points, _APART / step, -_EDGE / 2, 10 + _EDGE / 2)
    moved = (points != places).any(axis=1)
    lines = np.stack([points[moved], places[moved], np.full((moved.sum(), 2), np.nan)], axis=1)
    ax.plot(*lines.reshape(-1, 2).T, color=QUIET, linewidth=0.9, marker=".", markersize=3)
    x, top = 10 + _EDGE + _LIST / step, low + high / step
    below = _draw_list(ax, table["name"].tolist(), x, top, high, step)
    _draw_marks(ax, table[placed], places, np.flatnonzero(placed) + 1, below)
    return ax


def describe_stakeholder_map(table: pd.DataFrame) -> str:
    """Return in words what the map shows; also needs the columns ``quadrant``, ``overlooked``."""
    told = [_("Map of power and involvement with {n} stakeholders.").format(n=len(table))]
    for quadrant, words in QUADRANTS.items():
        names = table.loc[table["quadrant"] == quadrant, "name"]
        if len(names):
            told.append(f"{_(words)}: {listed(names)}.")
    overlooked = table.loc[table["overlooked"], "name"]
    if len(overlooked):
        told.append(
            _("Affected by the decision with little power: {who}.").format(who=listed(overlooked))
        )
    return " ".join(told)


def _draw_ground(ax: Axes, step: float) -> None:
    size = 10 + 2 * _EDGE
    ax.add_patch(Rectangle((-_EDGE, -_EDGE), size, size, fill=False, edgecolor=LINE))
    for x, y, w, h in ((_CUT - 1, -_EDGE, 2, size), (-_EDGE, _CUT - 1, size, 2)):
        ax.add_patch(Rectangle((x, y), w, h, facecolor="#f1f3f5", edgecolor="none", zorder=0))
    ax.plot([_CUT, _CUT], [-_EDGE, 10 + _EDGE], color=QUIET, linewidth=1.1, zorder=0.6)
    ax.plot([-_EDGE, 10 + _EDGE], [_CUT, _CUT], color=QUIET, linewidth=1.1, zorder=0.6)
    across, up = _("Involvement: how much attention they give it"), _("Power: how much they decide")
    middle, below = 5, -_EDGE - 0.24 / step
    write(ax, middle, below, across + " →", ha="center", va="top", size=FONT)
    write(ax, below, middle, up + " →", ha="right", va="center", rotation=90, size=FONT)
    ends = np.array([0, _CUT, 10])
    beside = np.full(3, -_EDGE - 0.12 / step)
    for places in (np.column_stack([ends, beside]), np.column_stack([beside, ends])):
        draw_short_words(ax, places, ["0", "5", "10"], [QUIET] * 3)
    for name, x, y, up_ in (
        ("power", -_EDGE, 10 + _EDGE + 0.06 / step, True),
        ("power_and_interest", _CUT + 0.1, 10 + _EDGE + 0.06 / step, True),
        ("neither", -_EDGE, below - 0.26 / step, False),
        ("interest", _CUT + 0.1, below - 0.26 / step, False),
    ):
        write(
            ax,
            x,
            y,
            wrapped(_(QUADRANTS[name]), (_CUT + _EDGE) * step),
            va="bottom" if up_ else "top",
            colour=QUIET,
        )


def _draw_marks(
    ax: Axes, table: pd.DataFrame, places: np.ndarray, numbers: np.ndarray, below: np.ndarray
) -> None:
    """Draw a mark a stakeholder; the last of each collection stands in the explanation."""
    attitude = [attitude_of(float(value)) for value in table["attitude"]]
    hit = table["hit"].to_numpy(dtype=bool)
    ring = np.vstack([places[hit], below[-1]])
    sizes = [_RING] * (len(ring) - 1) + [150]
    ax.scatter(
        ring[:, 0], ring[:, 1], s=sizes, facecolors="none", edgecolors=INK, linewidths=1.4,
        zorder=2, label="ring",
    )  # fmt: skip
    for (value, (mark, _words)), under in zip(ATTITUDES.items(), below[:-1], strict=True):
        mine = np.array([one == value for one in attitude], dtype=bool)
        here = np.vstack([places[mine], under])
        sizes = [_SIZE[mark.shape]] * (len(here) - 1) + [80]
        ax.scatter(
            here[:, 0], here[:, 1], s=sizes, marker=mark.shape, c=mark.fill, edgecolors=mark.edge,
            linewidths=1.5, zorder=3, label=str(value),
        )  # fmt: skip
    words = [str(one) for one in numbers]
    colours = [OPEN if value in (2, -2) else INK for value in attitude]
    draw_short_words(ax, places, words, colours, bold=True)


def _draw_list(
    ax: Axes, names: list[str], x: float, top: float, high: float, step: float
) -> np.ndarray:
    """Draw numbers with names from the top of ``ax``, and below them the words of the explanation.

    Returns the places, shape (kinds of marks, 2), for the marks beside those words.
    """
    said = [words for _mark, words in ATTITUDES.values()] + [_RING_WORDS]
    columns = max(1, math.ceil(len(names) * _TIGHT / (high - (len(said) + 1) * _TIGHT)))
    per = math.ceil(len(names) / columns)
    line = max(_TIGHT, min(_LINE, (high - 0.1) / (per + len(said) + 1))) / step
    for at, name in enumerate(names):
        column, row = divmod(at, per)
        left, y = x + column * _NAME / step, top - 0.05 / step - (row + 0.5) * line
        text = f"{at + 1}".rjust(2, "\u2007") + "\u2002" + wrapped(name, _NAME, lines=1)
        write(ax, left, y, text, va="center_baseline")
    down = top - 0.05 / step - (per + 1 + np.arange(len(said))) * line
    for y, words in zip(down, said, strict=True):
        write(ax, x + 0.29 / step, y, _(words), va="center_baseline", colour=QUIET)
    return np.column_stack([np.full(len(said), x + 0.1 / step), down])
