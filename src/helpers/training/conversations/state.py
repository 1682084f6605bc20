"""How far a conversation is, and whether a condition holds there."""

from typing import NamedTuple

from helpers.training.conversations.conversation import ALWAYS, MOST_OPEN, Condition, Conversation


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

    def with_openness(self, change: int) -> "State":
        """Return the state in which the other is more open, or less."""
        openness = min(max(self.openness + change, 0), MOST_OPEN)
        return self if openness == self.openness else self._replace(openness=openness)

    def with_marks(self, marks: tuple[str, ...]) -> "State":
        """Return the state with these marks too."""
        return self._replace(marks=_with(self.marks, marks)) if marks else self

    def with_known(self, names: tuple[str, ...]) -> "State":
        """Return the state in which these things are learned too."""
        return self._replace(known=_with(self.known, names))

    def with_confirmed(self, names: tuple[str, ...]) -> "State":
        """Return the state in which these things are confirmed too."""
        return self._replace(confirmed=_with(self.confirmed, names))


def begin(conversation: Conversation) -> State:
    """Return the state before your first line."""
    return State(openness=conversation.openness)


def holds(condition: Condition, state: State, main: frozenset[str]) -> bool:
    """Return whether all parts of a condition hold; the state counts the line that it is about.

    >>> holds(Condition(knows=("bijlage",)), State(known=("bijlage",)), frozenset())
    True
    """
    if condition is ALWAYS:
        return True
    return (
        (condition.openness is None or state.openness >= condition.openness)
        and (condition.below is None or state.openness < condition.below)
        and (condition.turn is None or state.turn >= condition.turn)
        and (not condition.knows or set(condition.knows) <= set(state.known))
        and (not condition.not_knows or not set(condition.not_knows) & set(state.known))
        and (not condition.marked or set(condition.marked) <= set(state.marks))
        and (not condition.unmarked or not set(condition.unmarked) & set(state.marks))
        and _confirmed(condition, state, main)
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


def _confirmed(condition: Condition, state: State, main: frozenset[str]) -> bool:
    if not condition.confirmed:
        return True
    if isinstance(condition.confirmed, int):
        return len(main & set(state.confirmed)) >= condition.confirmed
    return set(condition.confirmed) <= set(state.confirmed)


def _with(known: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    return known + tuple(one for one in names if one not in known)
