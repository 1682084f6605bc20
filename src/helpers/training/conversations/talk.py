"""A talk that somebody holds: what was said so far, frozen; each line gives a new one."""

from datetime import date

from pydantic import BaseModel, ConfigDict

from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.heard import Heard, hear
from helpers.training.conversations.offered import offered, words_of
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import Move, move_of, take
from helpers.training.own_text import clean


class Turn(BaseModel):
    """A line of yours and what the other said to it.

    ``kind`` is what the line did, ``act`` what it was taken for; ``form``, ``function`` and
    ``spans`` are the reading of a ``typed`` line. ``openness`` is that of the other after it.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    said: str
    answer: str = ""
    typed: bool = False
    kind: str = ""
    act: str = ""
    form: str | None = None
    function: str | None = None
    spans: tuple[tuple[int, int], ...] = ()
    opened: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    openness: int = 0


class Talk(BaseModel):
    """Everything that was said in a conversation, and how far it is."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    conversation: str
    state: State
    turns: tuple[Turn, ...] = ()
    last: date | None = None

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return bool(self.state.ended)


def new_talk(conversation: Conversation) -> Talk:
    """Return a talk in which only the other has said something."""
    return Talk(conversation=conversation.id, state=begin(conversation))


def say_line(conversation: Conversation, talk: Talk, name: str) -> Talk:
    """Return the talk after an offered line; the same talk when that line is not offered now."""
    for one in offered(conversation, talk.state):
        if one.id == name:
            about = conversation.thing(one.does.ask).about if one.does.ask else None
            said = Turn(said=words_of(talk.state, one), function=about)
            return _taken(conversation, talk, move_of(one), said)
    return talk


def hear_text(conversation: Conversation, talk: Talk, text: str) -> Heard:
    """Return how a typed line is heard now; its move is None when the rules are not sure."""
    return hear(conversation, talk.state, clean(text).strip())


def say_text(conversation: Conversation, talk: Talk, text: str, heard: Heard) -> Talk:
    """Return the talk after a typed line; the same talk when the rules are not sure about it."""
    if heard.move is None:
        return talk
    said = Turn(
        said=clean(text).strip(),
        typed=True,
        form=heard.reading.form,
        function=heard.reading.function,
        spans=heard.spans,
    )
    return _taken(conversation, talk, heard.move, said)


def close(conversation: Conversation, talk: Talk, words: str = "") -> Talk:
    """Return the talk after you ended it."""
    return _taken(conversation, talk, Move("close"), Turn(said=words))


def fit(conversation: Conversation, talk: Talk) -> Talk:
    """Return a saved talk as far as it still fits the conversation, also after an update."""
    state = talk.state
    things = {one.id for one in conversation.things}
    ended = state.ended
    if ended and ended not in {one.id for one in conversation.endings}:
        ended = conversation.endings[-1].id
    fitted = state._replace(
        known=tuple(one for one in state.known if one in things),
        confirmed=tuple(one for one in state.confirmed if one in things),
        turn=min(state.turn, conversation.turns if ended else conversation.turns - 1),
        ended=ended,
    )
    return talk if fitted == state else talk.model_copy(update={"state": fitted})


def _taken(conversation: Conversation, talk: Talk, move: Move, said: Turn) -> Talk:
    if talk.ended:
        return talk
    step = take(conversation, talk.state, move)
    update = {
        "answer": step.answer,
        "kind": move.kind,
        "act": step.act,
        "opened": step.opened,
        "confirmed": step.confirmed,
        "openness": step.state.openness,
    }
    turns = (*talk.turns, said.model_copy(update=update))
    return talk.model_copy(update={"state": step.state, "turns": turns})
