"""The bare answer to an exercise: what it may be, and how it is taken from an attempt."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from helpers.training.group.sent import KINDS
from helpers.training.group.wording import is_plain
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.estimate import Estimate, read_number, typed_of
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.kinds.placing import Placing

Answer = tuple[str, ...]
_NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,2})?")


def can_be_shared(exercise: Kind) -> bool:
    """Return whether a group can put its answers to an exercise together."""
    return exercise.kind in KINDS


def bare_of(exercise: Kind, attempt: Attempt) -> Answer:
    """Return what somebody answered, without anything else; nothing as long as it is not whole.

    In a fixed order, so that how somebody went about it cannot be seen.
    """
    if exercise.why_not(attempt) or not can_be_shared(exercise):
        return ()
    if isinstance(exercise, Estimate):
        typed = typed_of(attempt.answer)
        pairs = ((axis.id, read_number(typed[axis.id])) for axis in exercise.axes)
        return tuple(f"{key}/{_written(value or 0.0)}" for key, value in pairs)
    if isinstance(exercise, Choose | Placing):
        return _in_order(exercise, attempt.answer)
    return ()


def fitted(exercise: Kind, answer: Sequence[str]) -> Answer:
    """Return an answer in its fixed order; ``ValueError`` when the exercise does not allow it."""
    for kind, fits in _FITS.items():
        if exercise.kind == kind and fits(exercise, answer):
            return _in_order(exercise, answer)
    raise ValueError("no such answer")


def places_of(answers: Sequence[Answer]) -> list[dict[str, float]]:
    """Return the numbers of estimates, by axis.

    >>> places_of([("invloed/2", "geraakt/8.5")])
    [{'invloed': 2.0, 'geraakt': 8.5}]
    """
    return [
        {key: float(value) for key, value in (one.split("/") for one in answer)}
        for answer in answers
    ]


def _written(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def _in_order(exercise: Kind, answer: Sequence[str]) -> Answer:
    order = [part.id for part in exercise.parts]
    if exercise.kind == "write":
        return tuple(answer)
    return tuple(sorted(answer, key=lambda one: order.index(one.partition("/")[0])))


def _fits_choose(exercise: Any, answer: Sequence[str]) -> bool:
    known = {part.id for part in exercise.parts}
    count = len(answer)
    return set(answer) <= known and len(set(answer)) == count and (exercise.several or count == 1)


def _fits_placing(exercise: Any, answer: Sequence[str]) -> bool:
    choices = {one.id for one in exercise.choices}
    pairs = [one.partition("/") for one in answer]
    lines = [line for line, _slash, _choice in pairs]
    whole = sorted(lines) == sorted(part.id for part in exercise.parts)
    return whole and all(choice in choices for _line, _slash, choice in pairs)


def _fits_estimate(exercise: Estimate, answer: Sequence[str]) -> bool:
    pairs = [one.partition("/") for one in answer]
    typed = {axis: value for axis, _slash, value in pairs}
    if len(pairs) != len(typed) or set(typed) != {axis.id for axis in exercise.axes}:
        return False
    if not all(_NUMBER.fullmatch(value) for value in typed.values()):
        return False
    return all(axis.least <= float(typed[axis.id]) <= axis.most for axis in exercise.axes)


def _fits_write(_exercise: Kind, answer: Sequence[str]) -> bool:
    return len(answer) == 1 and is_plain(answer[0])


_FITS: dict[str, Callable[[Any, Sequence[str]], bool]] = {
    "choose": _fits_choose,
    "sort": _fits_placing,
    "match": _fits_placing,
    "estimate": _fits_estimate,
    "write": _fits_write,
}
