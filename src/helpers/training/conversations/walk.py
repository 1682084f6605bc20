"""Every way along the offered lines of a conversation."""

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

    Two states of one turn count as one when they differ only in what nothing depends on, in the
    wordings that were used and in the lines that were said: the one with the least harm goes on.
    """
    now: dict[Key, Reached] = {(): Reached(begin(conversation), (), 0)}
    matters = _Matters.of(conversation)
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
                if reached.state.ended:
                    _keep(finished, _end_key(reached.state), reached)
                else:
                    _keep(after, matters.key(reached.state), reached)
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


class _Matters(NamedTuple):
    """The marks and confirmed things on which anything in a conversation depends."""

    marks: frozenset[str]
    confirmed: frozenset[str]

    @classmethod
    def of(cls, conversation: Conversation) -> "_Matters":
        conditions = [one.when for one in conversation.lines]
        conditions += [one.when for one in conversation.replies]
        conditions += [one.when for one in conversation.endings]
        conditions += [one.opens for one in conversation.things]
        conditions += [conversation.ready] if conversation.ready else []
        marks = {mark for one in conditions for mark in (*one.marked, *one.unmarked)}
        named = [one.confirmed for one in conditions if isinstance(one.confirmed, tuple)]
        return cls(frozenset(marks), conversation.main.union(*named))

    def key(self, state: State) -> Key:
        marks = self.marks.intersection(state.marks)
        confirmed = self.confirmed.intersection(state.confirmed)
        return (state.openness, frozenset(state.known), confirmed, marks)


def _end_key(state: State) -> Key:
    return (state.ended, state.turn, frozenset(state.known), frozenset(state.confirmed))


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
