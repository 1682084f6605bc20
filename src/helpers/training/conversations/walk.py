"""Every way along the offered lines of a conversation, and how well some players do.

``python -m helpers.training.conversations.walk`` prints the numbers of every conversation.
"""

from collections import Counter
from typing import NamedTuple

from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.offered import offered
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import Move, move_of, take

CLOSE = Move("close")
Key = tuple[object, ...]


class Reached(NamedTuple):
    """A state with the best way to it: the moves, and how often the other closed up."""

    state: State
    moves: tuple[Move, ...]
    harm: int


class Walk(NamedTuple):
    """All that was met: by turn, and what was offered, learned, confirmed and reached at an end.

    ``stuck`` are states in which nothing is offered, ``finished`` the best way to each end state,
    and ``complete`` whether there were not too many states to look at.
    """

    states: int
    offered: frozenset[str]
    learned: frozenset[str]
    confirmed: frozenset[str]
    endings: frozenset[str]
    stuck: tuple[Reached, ...]
    finished: tuple[Reached, ...]
    complete: bool


def walk(conversation: Conversation, most: int = 60_000) -> Walk:
    """Return what there is along the offered lines; at most ``most`` states a turn are followed.

    Two states count as one when they differ only in which wording was used and in which of the
    lines with the same act was said.
    """
    now: dict[Key, Reached] = {(): Reached(begin(conversation), (), 0)}
    alike = _alike(conversation)
    met, seen, complete = 0, set[str](), True
    finished: dict[Key, Reached] = {}
    stuck: list[Reached] = []
    while now:
        met += len(now)
        after: dict[Key, Reached] = {}
        for one in now.values():
            lines = offered(conversation, one.state)
            seen |= {line.id for line in lines}
            if not lines:
                stuck.append(one)
            for move in (*map(move_of, lines), CLOSE):
                reached = _reached(conversation, one, move)
                into = finished if reached.state.ended else after
                _keep(into, _key(alike, reached.state), reached)
        complete = complete and len(after) <= most
        now = dict(list(after.items())[:most])
    return _summed(conversation, met, seen, stuck, finished, complete)


def _reached(conversation: Conversation, one: Reached, move: Move) -> Reached:
    state = take(conversation, one.state, move).state
    harm = one.harm + (state.openness < one.state.openness)
    return Reached(state, (*one.moves, move), harm)


def _keep(found: dict[Key, Reached], key: Key, reached: Reached) -> None:
    known = found.get(key)
    if known is None or reached.harm < known.harm:
        found[key] = reached


def _alike(conversation: Conversation) -> dict[str, int]:
    """Return for each line that is no question the number of the first line that does the same."""
    first: dict[tuple[str, str], int] = {}
    return {
        one.id: first.setdefault((repr(one.does), repr(one.when)), number)
        for number, one in enumerate(conversation.lines)
        if not one.does.ask  # what is known tells enough of those
    }


def _key(alike: dict[str, int], state: State) -> Key:
    said = Counter(alike[name] for name in state.said if name in alike)
    sets = (frozenset(state.known), frozenset(state.confirmed), frozenset(state.marks))
    return (state.openness, *sets, frozenset(said.items()), state.ended)


def _summed(
    conversation: Conversation,
    met: int,
    seen: set[str],
    stuck: list[Reached],
    finished: dict[Key, Reached],
    complete: bool,
) -> Walk:
    ends = [one.state for one in finished.values()]
    return Walk(
        met,
        frozenset(seen),
        frozenset(name for one in ends for name in one.known),
        frozenset(name for one in ends for name in one.confirmed),
        frozenset(one.ended for one in ends),
        tuple(stuck),
        tuple(finished.values()),
        complete,
    )
