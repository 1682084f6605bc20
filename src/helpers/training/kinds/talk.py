"""A conversation to hold, looked at by what came of it."""

from typing import ClassVar, Literal

from pydantic import Field

from helpers.texts.language import _
from helpers.training.conversations.conversation import Names
from helpers.training.conversations.state import State
from helpers.training.kinds.elsewhere import TRIED, Elsewhere
from helpers.training.kinds.exercise import Attempt, Part


class Outcome(Part):
    """Something that can come of it: things heard, things confirmed, or one of these endings."""

    known: Names = ()
    confirmed: Names = ()
    ended: Names = ()

    def holds(self, state: State) -> bool:
        """Return whether it came of a conversation that is in this state."""
        return (
            set(self.known) <= set(state.known)
            and set(self.confirmed) <= set(state.confirmed)
            and (not self.ended or state.ended in self.ended)
        )


class Talk(Elsewhere):
    """Hold a conversation to its end; it is done when it was looked at, also when it went badly."""

    parts_field: ClassVar[str] = "outcomes"
    kind: Literal["talk"]
    conversation: str
    outcomes: tuple[Outcome, ...] = Field(min_length=1, max_length=6)

    def not_yet(self) -> str:
        """Return what is needed before there is something to look at."""
        return _("Hold the conversation to its end first. Then look here what came of it.")

    def reached(self, state: State | None) -> tuple[str, ...]:
        """Return what came of a conversation that ended; nothing as long as none did."""
        if state is None or not state.ended:
            return ()
        return (TRIED, *(one.id for one in self.outcomes if one.holds(state)))

    def check(self, attempt: Attempt) -> Attempt:
        """Return the attempt after looking: a conversation that ended is done."""
        looked = super().check(attempt)
        return looked if looked is attempt else looked.model_copy(update={"done": True})
