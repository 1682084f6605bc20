"""Which advice follows from an assignment, what was heard and how somebody judged it.

The order of the rules is that of the course: what may not be done comes first, then whether it is
yours, then whether you can help at all; only a whole picture leads to anything else.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from helpers.analysis.intake.ladder import Missing, State, Step, ladder, missing_steps
from helpers.dossier.assignment import Assignment, Heard
from helpers.dossier.words import Answer, Rung, Size


class Kind(StrEnum):
    """What to do with an assignment."""

    ASK = "ask"
    STOP = "stop"
    PASS_ON = "pass_on"
    DECLINE = "decline"
    REFRAME = "reframe"
    WITH_OTHERS = "with_others"
    HAND_OVER = "hand_over"
    DO = "do"


class Reason(NamedTuple):
    """A reason by its name, and the answers on which it rests.

    ``rests_on`` holds columns of the assignment and steps of the ladder, each by its name.
    """

    why: str
    rests_on: tuple[str, ...]


class Advice(NamedTuple):
    """What to do, why, and what is missing; ``missing`` is empty unless ``kind`` is ``ASK``."""

    kind: Kind
    reasons: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def client_is_right(self) -> bool:
        """Whether the client's own solution takes away the cause."""
        return any(reason.why == "client_is_right" for reason in self.reasons)


def advise(assignment: Assignment, intake: Iterable[Heard]) -> Advice:
    """Return the advice on an assignment; ``intake`` may hold rows of other assignments too.

    >>> app = Assignment(id="app", client="team", given="Een app", lawful="no")
    >>> advise(app, []).kind.value, advise(app.model_copy(update={"lawful": "yes"}), []).kind.value
    ('stop', 'ask')
    """
    steps = ladder(intake, assignment.id)
    return (
        _at_once(assignment)
        or _no(assignment, steps)
        or _not_yet(assignment, steps)
        or (_with_whole_picture(assignment))
    )


def _at_once(assignment: Assignment) -> Advice | None:
    """Return the advice for which nothing needs to be asked."""
    if assignment.lawful == Answer.NO:
        return Advice(Kind.STOP, (Reason("unlawful", ("lawful",)),))
    if assignment.yours == Answer.NO:
        return Advice(Kind.PASS_ON, (Reason("not_yours", ("yours",)),))
    return None


def _no(assignment: Assignment, steps: tuple[Step, ...]) -> Advice | None:
    """Return the advice not to take it on; that too needs a client who told the situation."""
    reasons = tuple(_reasons_to_decline(assignment))
    if not reasons:
        return None
    lacks = next(step for step in steps if step.rung is Rung.SITUATION).missing
    return Advice(Kind.ASK, reasons, (lacks,)) if lacks else Advice(Kind.DECLINE, reasons)


def _reasons_to_decline(assignment: Assignment) -> Iterator[Reason]:
    if assignment.can_help == Answer.NO:
        yield Reason("cannot_help", ("can_help",))
    if assignment.fits == assignment.worth_it == Answer.NO:
        yield Reason("does_not_fit", ("fits", "worth_it"))


def _not_yet(assignment: Assignment, steps: tuple[Step, ...]) -> Advice | None:
    missing = (*missing_steps(steps), *_not_judged(assignment))
    return Advice(Kind.ASK, missing=missing) if missing else None


def _not_judged(assignment: Assignment) -> Iterator[Missing]:
    """Yield the judgements that are still open, in the order in which they are asked."""
    for column in judgements(assignment):
        if getattr(assignment, column) in (None, Answer.UNKNOWN):
            yield Missing(column, State.NOT_JUDGED)


def judgements(assignment: Assignment) -> tuple[str, ...]:
    """Return the columns that somebody judges for this assignment, in order.

    Whether it is worth it counts only when it does not fit; whether the client's solution helps
    only when there is one.
    """
    worth = ("worth_it",) if assignment.fits == Answer.NO else ()
    helps = ("solution_helps",) if assignment.ready_made == Answer.YES else ()
    return ("lawful", "yours", "fits", *worth, "size", "ready_made", *helps, "can_help")


def _with_whole_picture(assignment: Assignment) -> Advice:
    whole = Reason("whole_picture", tuple(Rung))
    if assignment.ready_made == Answer.YES and assignment.solution_helps == Answer.NO:
        cause_stays = Reason("cause_stays", (Rung.CAUSE, "solution_helps"))
        return Advice(Kind.REFRAME, (cause_stays, whole))
    reasons = (*_reasons_to_do(assignment), whole)
    if assignment.size is Size.TOO_BIG:
        return Advice(Kind.WITH_OTHERS, (Reason("too_big", ("size",)), *reasons))
    if assignment.size is Size.TOO_SMALL:
        return Advice(Kind.HAND_OVER, (Reason("too_small", ("size",)), *reasons))
    return Advice(Kind.DO, reasons)


def _reasons_to_do(assignment: Assignment) -> Iterator[Reason]:
    if assignment.ready_made == Answer.YES:
        yield Reason("client_is_right", (Rung.CAUSE, "solution_helps"))
    if assignment.fits == Answer.NO:
        yield Reason("worth_it", ("fits", "worth_it"))
    else:
        yield Reason("fits", ("fits",))
    yield Reason("can_help", ("can_help",))
