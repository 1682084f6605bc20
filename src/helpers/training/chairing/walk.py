"""Every way through a meeting: all states that the chair can bring it to."""

from typing import NamedTuple

from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.state import GONE, WAVERING, State, after, begin, choices, told
from helpers.training.chairing.take import reacts

Path = tuple[str, ...]
FEWEST = 3


class Walk(NamedTuple):
    """All that was met: the choices, what is told and said, the points and endings, by their names.

    ``states`` counts the states, ``finished`` holds a way to each end state, ``few`` are ways to
    where fewer than three choices are left, ``lost`` those to where a wavering party cannot be won
    back by any choice, with that party; ``complete`` says whether it was not too much to look at.
    """

    states: int
    offered: frozenset[str]
    told: frozenset[str]
    said: frozenset[str]
    points: frozenset[str]
    endings: frozenset[str]
    finished: dict[State, Path]
    few: tuple[Path, ...]
    lost: tuple[tuple[Path, str], ...]
    complete: bool


class _Met:
    def __init__(self) -> None:
        self.states = 0
        self.offered, self.told, self.said = set[str](), set[str](), set[str]()
        self.points, self.endings = set[str](), set[str]()
        self.finished: dict[tuple[object, ...], tuple[State, Path]] = {}
        self.few: list[Path] = []
        self.lost: list[tuple[Path, str]] = []


def walk(meeting: Meeting, most: int = 1_500) -> Walk:
    """Return what there is along all choices; at most ``most`` states a moment are followed.

    Points change nothing in what the parties do, so of states that differ only in those the one
    with the most goes on.
    """
    met, complete = _Met(), True
    now: dict[tuple[object, ...], tuple[State, Path]] = {(): (begin(meeting), ())}
    while now:
        met.states += len(now)
        reached: dict[tuple[object, ...], tuple[State, Path]] = {}
        for state, path in now.values():
            _step(meeting, met, state, path, reached)
        complete = complete and len(reached) <= most
        now = dict(list(reached.items())[:: -(-len(reached) // most) or 1])
    return Walk(
        met.states + len(met.finished),
        frozenset(met.offered),
        frozenset(met.told),
        frozenset(met.said),
        frozenset(met.points),
        frozenset(met.endings),
        dict(met.finished.values()),
        tuple(met.few),
        tuple(met.lost),
        complete,
    )


def _step(
    meeting: Meeting,
    met: _Met,
    state: State,
    path: Path,
    reached: dict[tuple[object, ...], tuple[State, Path]],
) -> None:
    """Take every choice of a state."""
    met.told.add(told(meeting, state))
    offered = choices(meeting, state)
    if len(offered) < FEWEST:
        met.few.append(path)
    left = {at for at, seat in enumerate(state.seats) if seat == WAVERING}
    for choice in offered:
        then = after(meeting, state, choice)
        left = {at for at in left if then.seats[at] == GONE}
        met.offered.add(choice.id)
        if any(one.says not in met.said for one in choice.reactions):
            met.said.update(one.text for one in reacts(meeting, state, then, choice))
        met.points |= then.points
        key: tuple[object, ...] = (then.at, then.trust, then.seats, then.steered, then.marks)
        into = reached
        if then.ended:
            met.endings.add(then.ended)
            into = met.finished
        known = into.get(key)
        if known is None or len(known[0].points) < len(then.points):
            into[key] = (then, (*path, choice.id))
    met.lost += [(path, meeting.parties[at].id) for at in sorted(left)]
