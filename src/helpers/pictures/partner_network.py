"""A network: organisations on the left, themes in the middle, departments on the right."""

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from helpers.pictures.style import (
    AGAINST,
    AGAINST_LIGHT,
    FOR,
    FOR_LIGHT,
    INK,
    NEUTRAL,
    NEUTRAL_LIGHT,
    PAPER,
    SMALL,
    wrapped,
    write,
)
from helpers.texts.language import _
from helpers.texts.numbers import listed

_WIDE, _ACROSS = 2.2, 3.0
_HIGH, _DOWN = 0.36, 0.46
_HEAD, _FOOT, _EDGE = 0.4, 0.12, 0.1
ALONE, ONE = "alone", "one"
_LOOKS = {
    "": (FOR_LIGHT, FOR, 1.0),
    ONE: (AGAINST_LIGHT, AGAINST, 1.6),
    ALONE: (PAPER, AGAINST, 2.6),
}


class Organisation(NamedTuple):
    """A partner: its name, the places of its themes and departments, and what stands out.

    ``flag`` is ``one`` (one department only), ``alone`` (no link) or empty.
    """

    name: str
    themes: tuple[int, ...]
    departments: tuple[int, ...]
    flag: str


class Network(NamedTuple):
    """What is drawn: partners, and the names of themes and departments.

    ``runs`` are pairs of a theme and a department through which contacts about it run.
    """

    partners: Sequence[Organisation]
    themes: Sequence[str]
    departments: Sequence[str]
    runs: Sequence[tuple[int, int]]


def network_size(network: Network) -> tuple[float, float]:
    """Return the width and height in inches in which every name can be read.

    >>> network_size(Network([Organisation("Zorg", (), (), "alone")], [], [], []))
    (8.4, 0.98)
    """
    rows = max(map(len, network[:3]))
    return round(2 * _ACROSS + _WIDE + 2 * _EDGE, 2), round(_HEAD + rows * _DOWN + _FOOT, 2)


def draw_partner_network(ax: Axes, network: Network) -> Axes:
    """Draw all names with the lines between them, one unit an inch, and return ``ax``.

    A thick orange edge on white is an organisation without any link; an orange field one that is
    known by one department only; both also say so in words.
    """
    wide, high = network_size(network)
    ax.set(xlim=(-_EDGE, wide - _EDGE), ylim=(high - _HEAD, -_HEAD))
    ax.set_axis_off()
    places = [_heights(len(names), high) for names in network[:3]]
    links = [
        ((_WIDE, places[0][at]), (_ACROSS, places[1][theme]))
        for at, one in enumerate(network.partners)
        for theme in one.themes
    ]
    runs = [
        ((_ACROSS + _WIDE, places[1][theme]), (2 * _ACROSS, places[2][department]))
        for theme, department in network.runs
    ]
    for lines, colour, label in ((links, FOR, "links"), (runs, NEUTRAL, "runs")):
        drawn = LineCollection(lines, colors=colour, linewidths=1.1, label=label, zorder=1)
        ax.add_collection(drawn, autolim=False)
    for column, head in enumerate((_("organisation"), _("theme"), _("department"))):
        x = column * _ACROSS + _WIDE / 2
        write(ax, x, -0.1, head, INK, SMALL, ha="center", va="bottom", weight="bold")
    for one, y in zip(network.partners, places[0], strict=True):
        _box(ax, 0, y, _with_flag(one), _LOOKS[one.flag])
    for name, y in zip(network.themes, places[1], strict=True):
        _box(ax, _ACROSS, y, name, (PAPER, NEUTRAL, 1.0))
    for name, y in zip(network.departments, places[2], strict=True):
        _box(ax, 2 * _ACROSS, y, name, (NEUTRAL_LIGHT, NEUTRAL, 1.0))
    return ax


def describe_network(network: Network) -> str:
    """Return in words what :func:`draw_partner_network` shows."""
    said = _("Network of {partners} organisations, {themes} themes and {departments} departments.")
    counts = dict(zip(("partners", "themes", "departments"), map(len, network[:3]), strict=True))
    return " ".join([said.format(**counts), *network_sentences(network)])


def network_sentences(network: Network) -> list[str]:
    """Return who is known by one department only, and who is linked to nobody."""
    flagged = (
        (ONE, _("Known by one department only: {who}.")),
        (ALONE, _("Linked to nobody: {who}.")),
    )
    found = []
    for flag, said in flagged:
        if named := [one.name for one in network.partners if one.flag == flag]:
            found.append(said.format(who=listed(named)))
    return found


def network_table(network: Network) -> list[list[str]]:
    """Return the same as rows of words: organisation, themes, departments, and what stands out."""
    return [
        [
            one.name,
            ", ".join(network.themes[at] for at in one.themes),
            ", ".join(network.departments[at] for at in one.departments),
            _flag_text(one.flag),
        ]
        for one in network.partners
    ]


def _flag_text(flag: str) -> str:
    return {ONE: _("one department"), ALONE: _("no link")}.get(flag, "")


def _with_flag(one: Organisation) -> str:
    return f"{one.name} ({_flag_text(one.flag)})" if one.flag else one.name


def _heights(count: int, high: float) -> list[float]:
    """Return the middles of so many boxes, spread evenly over the height of the picture."""
    room = high - _HEAD - _FOOT
    step = room / count if count else room
    return [(at + 0.5) * step for at in range(count)]


def _box(ax: Axes, x: float, y: float, name: str, look: tuple[str, str, float]) -> None:
    fill, edge, line = look
    box = Rectangle((x, y - _HIGH / 2), _WIDE, _HIGH, facecolor=fill, edgecolor=edge, zorder=2)
    box.set(linewidth=line, label=name)
    ax.add_patch(box)
    words = wrapped(name, _WIDE - 0.1, SMALL - 1, 2)
    place = (x + _WIDE / 2, y)
    write(ax, *place, words, INK, SMALL - 1, ha="center", va="center", linespacing=0.95, zorder=3)
