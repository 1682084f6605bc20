"""Which lines are offered: a few that fit now, of which some bring you on and some tempt."""

from zlib import crc32

from helpers.training.conversations.conversation import STANDARD_ACTS, Conversation, Line
from helpers.training.conversations.state import State, holds, opens
from helpers.training.conversations.take import act_of, move_of, replied

MOST = 4
BRINGS_ON = {"ask", "summarise_right", "reframe_ready"}


def offered(conversation: Conversation, state: State) -> tuple[Line, ...]:
    """Return the lines that are offered now: two that bring you on, if there are, and two others.

    Both come in the order of the file; the others move up with what you learn. Their place on the
    page follows from the turn, so that it gives nothing away.
    """
    if state.ended:
        return ()
    good: list[Line] = []
    rest: list[Line] = []
    for one in fitting(conversation, state):
        (good if brings_on(conversation, state, one) else rest).append(one)
    step = (len(state.known) + len(state.confirmed)) % max(len(rest), 1)
    rest = rest[step:] + rest[:step]
    half = MOST // 2
    shown = [*good[:half], *rest[:half], *good[half:], *rest[half:]][:MOST]
    return tuple(sorted(shown, key=lambda one: crc32(f"{state.turn} {one.id}".encode())))


def fitting(conversation: Conversation, state: State) -> list[Line]:
    """Return every line that could be offered now, in the order of the file."""
    soon = state._replace(turn=state.turn + 1)
    return [one for one in conversation.lines if _fits(conversation, soon, one)]


def brings_on(conversation: Conversation, state: State, line: Line) -> bool:
    """Return whether a line would open or confirm something now, or is an act that does no harm."""
    soon = state._replace(turn=state.turn + 1)
    act = act_of(conversation, soon, move_of(line))
    if act in BRINGS_ON:
        return True
    if act in STANDARD_ACTS or act == "close":
        return False
    after, _answer = replied(conversation, soon, act)
    return after.openness > state.openness or (
        after.openness == state.openness and set(after.marks) > set(state.marks)
    )


def words_of(state: State, line: Line) -> str:
    """Return how a line is said: the second time in its other words."""
    return line.again or line.say if line.id in state.said else line.say


def _fits(conversation: Conversation, state: State, line: Line) -> bool:
    does = line.does
    if does.ask:
        if does.ask in state.known:
            return False
    elif line.id in state.said:
        return False
    if not holds(line.when, state, conversation.main):
        return False
    if does.ask:
        return line.id not in state.said or opens(conversation, state, does.ask)
    known = set(state.known)
    if does.summarise:
        return set(does.summarise) <= known and not set(does.summarise) <= set(state.confirmed)
    return set(does.reframe) <= known
