"""A meeting that somebody chairs: the steps so far, frozen, and what came of them.

Only the steps are kept. What the parties made of them follows from the meeting each time again.
"""

from datetime import date
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.state import State, begin, here, told, trust_of
from helpers.training.chairing.take import Step, take

GUESS = "guess:"


class Session(BaseModel):
    """What somebody did in a meeting: ids of choices, and guesses that begin with ``guess:``."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    meeting: str
    steps: tuple[str, ...] = ()
    last: date | None = None


class Act(NamedTuple):
    """An act of the chair: what happened before it, and what came of it."""

    told: str
    step: Step


class Guess(NamedTuple):
    """After a round: who was thought to trust the chair least (or nobody), and who did."""

    round: int
    party: str
    least: tuple[str, ...]
    state: State

    @property
    def right(self) -> bool:
        """Whether it was one of those with the least trust."""
        return self.party in self.least


class Play(NamedTuple):
    """A meeting so far: its turns, the steps that made them, and where it is now."""

    steps: tuple[str, ...]
    turns: tuple[Act | Guess, ...]
    state: State

    @property
    def acts(self) -> tuple[Step, ...]:
        """What came of each act."""
        return tuple(one.step for one in self.turns if isinstance(one, Act))

    @property
    def guesses(self) -> tuple[Guess, ...]:
        """The guesses in their order."""
        return tuple(one for one in self.turns if isinstance(one, Guess))

    @property
    def ended(self) -> bool:
        """Whether it is over."""
        return bool(self.state.ended)


def play(meeting: Meeting, steps: tuple[str, ...]) -> Play:
    """Return what comes of the steps; from the first that does not fit they are left out."""
    now = Play((), (), begin(meeting))
    used = frozenset[str]()
    for name in steps:
        turn = _turn(meeting, now, name, used)
        if turn is None:
            return now
        if isinstance(turn, Act):
            used = used.union(one.text for one in turn.step.said)
        state = turn.step.state if isinstance(turn, Act) else turn.state
        now = Play((*now.steps, name), (*now.turns, turn), state)
    return now


def guess_due(meeting: Meeting, now: Play) -> int:
    """Return the round after which a guess is to be made now, or 0.

    One is made after each round but the last, before the trust of the parties is shown.
    """
    at = now.state.at
    if now.ended or not at or isinstance(now.turns[-1], Guess):
        return 0
    over = meeting.moments[at - 1].round
    return over if meeting.moments[at].round != over else 0


def least_trusting(meeting: Meeting, state: State) -> tuple[str, ...]:
    """Return the parties at the table that trust the chair least."""
    names = here(meeting, state)
    lowest = min(trust_of(meeting, state, one) for one in names)
    return tuple(one for one in names if trust_of(meeting, state, one) == lowest)


def with_step(meeting: Meeting, session: Session, name: str) -> Session:
    """Return the session after a step; the same one when that step cannot be made now."""
    steps = play(meeting, session.steps).steps
    longer = play(meeting, (*steps, name)).steps
    return session.model_copy(update={"steps": longer}) if len(longer) > len(steps) else session


def _turn(meeting: Meeting, now: Play, name: str, used: frozenset[str]) -> Act | Guess | None:
    due = guess_due(meeting, now)
    if due:
        party = name.removeprefix(GUESS)
        if not name.startswith(GUESS) or party not in ("", *here(meeting, now.state)):
            return None
        return Guess(due, party, least_trusting(meeting, now.state), now.state)
    step = take(meeting, now.state, name, used)
    return Act(told(meeting, now.state), step) if step else None
