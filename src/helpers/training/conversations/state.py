"""How far a conversation is, and whether a condition holds there."""

from typing import NamedTuple

from helpers.training.conversations.conversation import MOST_OPEN, Condition, Conversation


class State(NamedTuple):
    """How far a conversation is; every set is in the order in which things happened.

    ``turn`` counts your lines, ``said`` holds the ids of the offered lines that you said, ``used``
    the wordings that the other used, and ``ended`` is the id of the ending or empty.
    """

    turn: int = 0
    openness: int = 0
    known: tuple[str, ...] = ()
    confirmed: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    ended: str = ""

    def with_line(self, line: str) -> "State":
        """Return the state one line of yours further; ``line`` is the id of an offered one."""
        said = (*self.said, line) if line and line not in self.said else self.said
        return State(self.turn + 1, *self[1:5], said, self.used, self.ended)

    def with_answer(
        self, wording: str, openness: int, marks: tuple[str, ...], ended: str
    ) -> "State":
        """Return the state after the other used a wording."""
        marked, used = with_these(self.marks, marks), (*self.used, wording)
        return State(
            self.turn, openness, self.known, self.confirmed, marked, self.said, used, ended
        )

    def with_end(self, name: str) -> "State":
        """Return the state in which it has ended."""
        return State(*self[:-1], name)

    def openness_after(self, change: int) -> int:
        """Return how open the other is after becoming more open, or less."""
        return min(max(self.openness + change, 0), MOST_OPEN)


def begin(conversation: Conversation) -> State:
    """Return the state before your first line."""
    return State(openness=conversation.openness)


def holds(condition: Condition, state: State, main: frozenset[str]) -> bool:
    """Return whether all parts of a condition hold; the state counts the line that it is about.

    >>> holds(Condition(knows=("bijlage",)), State(known=("bijlage",)), frozenset())
    True
    """
    low, below, turn, knows, not_knows, marked, unmarked, confirmed, count = condition.needs
    return (
        not_knows.isdisjoint(state.known)
        and (not knows or knows.issubset(state.known))
        and low <= state.openness < below
        and state.turn >= turn
        and (not marked or marked.issubset(state.marks))
        and unmarked.isdisjoint(state.marks)
        and (not confirmed or confirmed.issubset(state.confirmed))
        and (not count or len(main.intersection(state.confirmed)) >= count)
    )


def opens(conversation: Conversation, state: State, name: str, harder: int = 0) -> bool:
    """Return whether a thing would come out now; ``harder`` asks for that much more openness.

    Without ``openness`` a thing needs at least 1: from who is shut nothing comes.
    """
    condition = conversation.thing(name).opens
    needed = 1 if condition.openness is None else condition.openness
    return state.openness >= needed + harder and holds(condition, state, conversation.main)


def ready(conversation: Conversation, state: State) -> bool:
    """Return whether a reframe would come at the right moment."""
    if conversation.ready is None:
        return conversation.main <= set(state.confirmed)
    return holds(conversation.ready, state, conversation.main)


def with_these(known: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names with these too, each once.

    >>> with_these(("brief", "wens"), ("lijst", "brief"))
    ('brief', 'wens', 'lijst')
    """
    new = [one for one in names if one not in known]
    return (*known, *new) if new else known
