"""Which lines are offered: a few that fit now, of which some bring you on and some tempt."""

from zlib import crc32

from helpers.training.conversations.conversation import STANDARD_ACTS, Conversation, Line
from helpers.training.conversations.state import State, holds, opens
from helpers.training.conversations.take import act_of, left, move_of

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
    soon = state._replace(turn=state.turn + 1)
    for one in _fitting(conversation, soon):
        (good if _brings_on(conversation, soon, one) else rest).append(one)
    step = (len(state.known) + len(state.confirmed)) % max(len(rest), 1)
    rest = rest[step:] + rest[:step]
    half = MOST // 2
    shown = [*good[:half], *rest[:half], *good[half:], *rest[half:]][:MOST]
    return tuple(sorted(shown, key=lambda one: crc32(f"{state.turn} {one.id}".encode())))


def fitting(conversation: Conversation, state: State) -> list[Line]:
    """Return every line that could be offered now, in the order of the file."""
    return _fitting(conversation, state._replace(turn=state.turn + 1))


def brings_on(conversation: Conversation, state: State, line: Line) -> bool:
    """Return whether a line would open or confirm something now, or is an act that does no harm."""
    return _brings_on(conversation, state._replace(turn=state.turn + 1), line)


def words_of(state: State, line: Line) -> str:
    """Return how a line is said: the second time in its other words."""
    return line.again or line.say if line.id in state.said else line.say


def _fitting(conversation: Conversation, soon: State) -> list[Line]:
    return [one for one in conversation.lines if _fits(conversation, soon, one)]


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


def _brings_on(conversation: Conversation, soon: State, line: Line) -> bool:
    act = act_of(conversation, soon, move_of(line))
    if act in BRINGS_ON:
        return True
    if act in STANDARD_ACTS or act == "close":
        return False
    for _key, reply, _text in left(conversation, soon, act):
        openness = soon.openness_after(reply.openness)
        new = not set(reply.mark).issubset(soon.marks)
        return openness > soon.openness or (openness == soon.openness and new)
    return False
