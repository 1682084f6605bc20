"""One line of yours, and what the other says to it."""

from collections.abc import Iterator
from typing import NamedTuple

from helpers.training.conversations.conversation import ANY, Conversation, Does, Line, Reply
from helpers.training.conversations.state import State, holds, opens, ready, with_these


class Move(NamedTuple):
    """What you do with a line: ``ask``, ``summarise``, ``reframe``, ``close`` or an act.

    ``things`` are the ids that it is about, ``line`` the id of an offered line. A closed question
    is ``harder``: it asks for that much more openness.
    """

    kind: str
    things: tuple[str, ...] = ()
    line: str = ""
    harder: int = 0


class Step(NamedTuple):
    """What came of a move: the state after it, as which act it was taken and the answer.

    ``answer`` is empty when the other has nothing left to say, or when you ended it; ``opened`` and
    ``confirmed`` are the ids of what was learned and confirmed just now.
    """

    state: State
    act: str
    answer: str
    opened: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()


def move_of(line: Line) -> Move:
    """Return what an offered line does."""
    does: Does = line.does
    if does.ask:
        return Move("ask", (does.ask,), line.id)
    if does.summarise:
        return Move("summarise", does.summarise, line.id)
    if does.reframe:
        return Move("reframe", does.reframe, line.id)
    return Move("close" if does.close else does.act or "tell", (), line.id)


def take(conversation: Conversation, state: State, move: Move) -> Step:
    """Return what comes of a move; nothing changes once the conversation has ended."""
    if state.ended:
        return Step(state, "close", "")
    state = state.with_line(move.line)
    if move.kind == "close":
        return Step(_finished(conversation, state), "close", "")
    step = _effect(conversation, state, move)
    if step.state.ended or (step.answer and step.state.turn < conversation.turns):
        return step
    return step._replace(state=_finished(conversation, step.state))


def act_of(conversation: Conversation, state: State, move: Move) -> str:
    """Return as which act a move is taken; the state counts its line."""
    if move.kind == "ask":
        return _ask_act(conversation, state, move)
    if move.kind == "summarise":
        heard = set(move.things) & set(state.known)
        if not heard:
            return "summarise_wrong"
        return "summarise_right" if heard - set(state.confirmed) else "summarise_again"
    if move.kind == "reframe":
        return "reframe_ready" if ready(conversation, state) else "reframe_early"
    return move.kind


def _ask_act(conversation: Conversation, state: State, move: Move) -> str:
    name = move.things[0]
    if name in state.known:
        return "ask_known"
    return "ask" if opens(conversation, state, name, move.harder) else "ask_early"


def _effect(conversation: Conversation, state: State, move: Move) -> Step:
    act = act_of(conversation, state, move)
    if act == "ask_other":
        free = [one.id for one in conversation.things if one.id not in state.known]
        name = next((one for one in free if opens(conversation, state, one, move.harder)), "")
        return (
            _opened(conversation, state, "ask", name)
            if name
            else _replied(conversation, state, act)
        )
    if act == "ask":
        return _opened(conversation, state, act, move.things[0])
    if act == "ask_early":
        return _not_yet(conversation, state, move.things[0])
    if act == "summarise_right":
        new = tuple(one for one in move.things if one in state.known and one not in state.confirmed)
        after = state._replace(openness=state.openness_after(1), confirmed=(*state.confirmed, *new))
        return _replied(conversation, after, act, new)
    return _replied(conversation, state, act)


def _opened(conversation: Conversation, state: State, act: str, name: str) -> Step:
    thing = conversation.thing(name)
    openness = state.openness_after(int(thing.main))
    after = state._replace(openness=openness, known=with_these(state.known, (name,)))
    return Step(after, act, thing.says, opened=(name,))


def _not_yet(conversation: Conversation, state: State, name: str) -> Step:
    for at, text in enumerate(conversation.thing(name).not_yet):
        if f"{name}.{at}" not in state.used:
            used = state._replace(used=(*state.used, f"{name}.{at}"))
            return Step(used, "ask_early", text)
    return _replied(conversation, state, "ask_early")


def left(conversation: Conversation, state: State, act: str) -> Iterator[tuple[str, Reply, str]]:
    """Give what the other can still say to an act, first what comes first."""
    for to in (act, ANY):
        for reply, keyed in conversation.wordings.get(to, ()):
            if holds(reply.when, state, conversation.main):
                for key, text in keyed:
                    if key not in state.used:
                        yield key, reply, text


def _replied(
    conversation: Conversation, state: State, act: str, confirmed: tuple[str, ...] = ()
) -> Step:
    for key, reply, text in left(conversation, state, act):
        openness = state.openness_after(reply.openness)
        after = state.with_answer(key, openness, reply.mark, reply.end or "")
        return Step(after, act, text, (), confirmed)
    return Step(state, act, "", (), confirmed)


def _finished(conversation: Conversation, state: State) -> State:
    for one in conversation.endings:
        if holds(one.when, state, conversation.main):
            return state.with_end(one.id)
    return state.with_end(conversation.endings[-1].id)
