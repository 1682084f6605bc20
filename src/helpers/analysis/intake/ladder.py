"""The ladder of questions to a client: what was heard on each step, and what is still missing."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from helpers.dossier.assignment import Heard
from helpers.dossier.words import Rung


class State(StrEnum):
    """Why something is missing."""

    NOT_HEARD = "not_heard"
    NOT_CONFIRMED = "not_confirmed"
    NOT_JUDGED = "not_judged"


class Missing(NamedTuple):
    """What is missing: a step of the ladder, or a column of the assignment, and why."""

    what: str
    state: State


class Step(NamedTuple):
    """A step of the ladder with the rows in which something was heard."""

    rung: Rung
    rows: tuple[Heard, ...]

    @property
    def told(self) -> tuple[Heard, ...]:
        """The rows that the client told; what was only read somewhere is not among them."""
        return tuple(row for row in self.rows if row.contact or not row.source.strip())

    @property
    def confirmed(self) -> tuple[Heard, ...]:
        """The rows of which the client said that the summary is right."""
        return tuple(row for row in self.rows if row.confirmed)

    @property
    def missing(self) -> Missing | None:
        """What this step lacks: nothing once the client told something and confirmed a summary."""
        if not self.told:
            return Missing(self.rung, State.NOT_HEARD)
        return None if self.confirmed else Missing(self.rung, State.NOT_CONFIRMED)


def ladder(intake: Iterable[Heard], assignment: str) -> tuple[Step, ...]:
    """Return the steps for an assignment (its id) in the order in which one asks.

    First the situation, told at length; then the problems, the cause, the solutions tried and the
    results wanted. Rows without words count as not heard.

    >>> row = Heard(id="een", assignment="app", rung="situation", heard="Er staat een rij")
    >>> [step.rung.value for step in ladder([row], "app") if step.rows]
    ['situation']
    """
    rows = [row for row in intake if row.assignment == assignment and row.heard.strip()]
    return tuple(Step(rung, tuple(row for row in rows if row.rung is rung)) for rung in Rung)


def missing_steps(steps: Iterable[Step]) -> tuple[Missing, ...]:
    """Return what the picture lacks, in the order of the ladder; nothing when it is whole."""
    return tuple(step.missing for step in steps if step.missing)
