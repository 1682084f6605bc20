"""The route to the decision: a line of steps, with who speaks and who is convinced."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.path import Path

from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FOR,
    FOR_LIGHT,
    INK,
    LINE,
    OPEN,
    QUIET,
    Mark,
    inches,
    wrapped,
    write,
)
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import day

_HEAD, _FOOT, _LINE_AT = 0.35, 0.42, 0.3
_COLUMNS = (0.62, 4.3, 7.3)
_TICK = Path([(-0.5, 0.0), (-0.15, -0.4), (0.55, 0.45)])
_STAR = "_deciding"
_MARKS = {
    "done": (Mark("o", QUIET, QUIET), 180, N_("done")),
    "next": (Mark("o", FOR, FOR), 270, N_("next step")),
    "to_come": (Mark("o", OPEN, QUIET), 180, N_("still to come")),
    "done" + _STAR: (Mark("*", QUIET, INK), 600, ""),
    "next" + _STAR: (Mark("*", FOR, INK), 600, ""),
    "to_come" + _STAR: (Mark("*", OPEN, INK), 480, N_("here the decision is taken")),
    "convinced": (Mark("o", FOR_LIGHT, FOR), 100, N_("convinced")),
    "not_convinced": (Mark("D", AGAINST_LIGHT, AGAINST), 75, N_("not convinced")),
    "not_known": (Mark("s", OPEN, QUIET), 100, N_("not known yet")),
}
_EXPLAINED = [kind for kind, (_mark, _size, words) in _MARKS.items() if words]
_ROOMS = ("executive", "committee", "council")


def draw_route(ax: Axes, table: pd.DataFrame) -> Axes:
    """Draw the steps in the order of ``table`` and return ``ax``.

    ``table`` is what :func:`helpers.analysis.route.route_ahead` gives, with the names of who speaks
    in ``speaker_name`` (``""`` = nobody). For steps to come in a room that takes a side there is a
    mark for each who sits there: convinced, not convinced or not known. All is drawn inside ``ax``;
    11 inches wide and 0.55 a step fits.
    """
    wide, high = inches(ax)
    row = (high - _HEAD - _FOOT) / max(len(table), 1)
    ax.set(xlim=(0, wide), ylim=(len(table) + _FOOT / row, -_HEAD / row))
    ax.set_axis_off()
    columns = [at * wide / 11 for at in _COLUMNS]
    heads = (_("Step"), _("Who speaks for the paper"), _("Who is convinced there"))
    for x, head in zip(columns, heads, strict=True):
        write(ax, x, -0.5 * _HEAD / row, head, va="center", fontweight="bold", colour=QUIET)
    ax.plot([_LINE_AT, _LINE_AT], [0.5, len(table) - 0.5], color=LINE, linewidth=3, zorder=0)
    foot = len(table) + 0.55 * _FOOT / row
    _draw_marks(ax, _places_of_marks(table, columns[2], wide, foot))
    for at, (_index, step) in enumerate(table.iterrows()):
        _write_step(ax, at + 0.5, step, columns, wide, 0.2 / row)
    for left, kind in zip(_explanation(), _EXPLAINED, strict=True):
        words = _(_MARKS[kind][2])
        write(ax, left + 0.22, foot, words, va="center", colour=QUIET)
    return ax


def describe_route(table: pd.DataFrame) -> str:
    """Return in words what :func:`draw_route` shows, and what can happen at the next step."""
    done = int((table["state"] == "done").sum())
    told = [_("Route with {n} steps, of which {done} are done.").format(n=len(table), done=done)]
    for _index, step in table[table["state"] == "next"].iterrows():
        told.append(
            _("Next step: {name} ({when}). {can_happen}").format(
                name=step["name"], when=_when(step), can_happen=step["can_happen"]
            )
        )
    for _index, step in table[table["deciding"].astype(bool)].iterrows():
        told.append(
            _("The decision is taken at: {name} ({when}).").format(
                name=step["name"], when=_when(step)
            )
        )
    for _index, step in table[table["state"] != "done"].iterrows():
        if step["speaker_name"]:
            told.append(
                _("At {name} {speaker} speaks for the paper.").format(
                    name=step["name"], speaker=step["speaker_name"]
                )
            )
        if step["nobody_convinced"]:
            told.append(_("At {name} nobody is convinced yet.").format(name=step["name"]))
    return " ".join(told).strip()


def _places_of_marks(
    table: pd.DataFrame, x: float, wide: float, foot: float
) -> dict[str, list[tuple[float, float]]]:
    """Return where each kind of mark comes: on the line, in the rooms and in the explanation."""
    places: dict[str, list[tuple[float, float]]] = {kind: [] for kind in _MARKS}
    for at, (_index, step) in enumerate(table.iterrows()):
        places[_kind(step)].append((_LINE_AT, at + 0.5))
        people = _people(step)
        gap = _gap(people, x, wide)
        for seat, one in enumerate(people):
            places[one].append((x + 0.08 + gap * seat, at + 0.5))
    for kind, left in zip(_EXPLAINED, _explanation(), strict=True):
        places[kind].append((left, foot))
    return places


def _kind(step: pd.Series) -> str:
    """Return the kind of mark of a step: its state, as a star where the decision is taken."""
    return str(step["state"]) + (_STAR if step["deciding"] else "")


def _draw_marks(ax: Axes, places: dict[str, list[tuple[float, float]]]) -> None:
    for kind, (mark, size, _words) in _MARKS.items():
        if places[kind]:
            x, y = zip(*places[kind], strict=True)
            ax.scatter(
                x, y, s=size, marker=mark.shape, c=mark.fill, edgecolors=mark.edge,
                linewidths=1.6, label=kind,
            )  # fmt: skip
    x, y = zip(*places["done"], *places["done" + _STAR], strict=True)
    ax.scatter(
        x, y, s=70, marker=_TICK, facecolors="none", edgecolors=OPEN, linewidths=1.8, zorder=3
    )
    x, y = zip(*places["next"], *places["next" + _STAR], strict=True)
    ax.scatter(x, y, s=55, marker=">", c=OPEN, zorder=3)


def _write_step(
    ax: Axes, y: float, step: pd.Series, columns: list[float], wide: float, line: float
) -> None:
    past = step["state"] == "done"
    colour = QUIET if past else INK
    write(
        ax,
        columns[0],
        y - 0.1 * line,
        wrapped(str(step["name"]), columns[1] - columns[0] - 0.1, lines=2),
        va="bottom",
        colour=colour,
        fontweight="normal" if past else "bold",
    )
    write(ax, columns[0], y + 0.1 * line, _when(step), va="top", colour=QUIET)
    speaker = step["speaker_name"] or (_("nobody yet") if step["body"] in _ROOMS else "\N{EN DASH}")
    width = columns[2] - columns[1] - 0.1
    write(ax, columns[1], y, wrapped(speaker, width, lines=2), va="center", colour=colour)
    people = _people(step)
    if people:
        none = bool(step["nobody_convinced"])
        words = _("{n} of {all}").format(n=len(step["convinced"]), all=len(people))
        write(
            ax,
            columns[2] + 0.13 + _gap(people, columns[2], wide) * len(people),
            y,
            _("nobody yet") if none else words,
            va="center",
            fontweight="bold" if none else "normal",
        )


def _people(step: pd.Series) -> list[str]:
    """Return the kind of mark of each who sits in the room of a step that is still to come."""
    if step["state"] == "done" or step["body"] not in _ROOMS:
        return []
    return [kind for kind in ("convinced", "not_convinced", "not_known") for _one in step[kind]]


def _gap(people: list[str], x: float, wide: float) -> float:
    return min(0.2, (wide - x - 1.35) / max(len(people), 1))


def _explanation() -> list[float]:
    """Return how far from the left each mark of the explanation stands."""
    wide = [0.48 + 0.08 * len(_(_MARKS[kind][2])) for kind in _EXPLAINED]
    return [_LINE_AT + sum(wide[:at]) for at in range(len(wide))]


def _when(step: pd.Series) -> str:
    if pd.isna(step["date"]):
        return _("no date yet")
    when = day(step["date"].date())
    if step["overdue"]:
        return _("{day}, and not ticked off yet").format(day=when)
    if step["state"] != "next":
        return when
    left = int(step["working_days"])
    return ngettext("{day}, in {n} working day", "{day}, in {n} working days", left).format(
        day=when, n=left
    )
