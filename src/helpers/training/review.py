"""Spaced review: which questions of earlier lessons come back, and how that went."""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from helpers.training.content import lesson_exercises
from helpers.training.course_map import lessons
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.estimate import Estimate
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.kinds.order import Order
from helpers.training.kinds.placing import Placing
from helpers.training.progress import Progress

MOST = 2
LONG_AGO = dt.timedelta(days=7)
_QUICK = (Choose, Placing, Order, Estimate)


class Due(NamedTuple):
    """What comes back: the ``exercises`` to do again, and whether ``anything`` was done before."""

    exercises: tuple[Kind, ...]
    anything: bool


def due(lesson: str, progress: Progress, as_of: dt.date) -> Due:
    """Return at most two exercises of the lessons before ``lesson`` to do again on ``as_of``.

    Those that were begun as a review of this lesson stay. Then come those that were tried and not
    found, then those of a week ago or longer, the oldest first. Each has an id of its own, so that
    what somebody answered before stays as it was.
    """
    tried = [(one, progress.attempt(one)) for one in _earlier(lesson)]
    tried = [(one, attempt) for one, attempt in tried if attempt.tried]
    rated = [(_rank(lesson, one, attempt, progress, as_of), one) for one, attempt in tried]
    chosen = sorted((rank, one.id) for rank, one in rated if rank)[:MOST]
    by_id = {one.id: one for one, _attempt in tried}
    return Due(tuple(review_of(lesson, by_id[name]) for _rank_, name in chosen), bool(tried))


def review_of(lesson: str, exercise: Kind) -> Kind:
    """Return an exercise as a lesson shows it again, under an id of its own."""
    return exercise.model_copy(update={"id": f"{lesson}/{exercise.id}", "core": False})


def _earlier(lesson: str) -> Iterator[Kind]:
    for one in lessons():
        if one.number < lesson:
            yield from (kind for kind in lesson_exercises(one.number) if isinstance(kind, _QUICK))


def _rank(
    lesson: str, exercise: Kind, first: Attempt, progress: Progress, as_of: dt.date
) -> tuple[int, dt.date] | None:
    """Return how soon an exercise is due, the lowest first; None when it is not."""
    if _touched(progress, lesson, exercise):
        return (0, dt.date.min)
    last = _newest(lesson, exercise, first, progress)
    day = last.last or dt.date.min
    if not _found(exercise, last):
        return (1, day)
    return (2, day) if as_of - LONG_AGO >= day else None


def _touched(progress: Progress, lesson: str, exercise: Kind) -> bool:
    again = review_of(lesson, exercise)
    return progress.attempt(again) != again.begin()


def _newest(lesson: str, exercise: Kind, first: Attempt, progress: Progress) -> Attempt:
    """Return the last attempt at an exercise before ``lesson``, there or as a review."""
    between = [one.number for one in lessons() if exercise.id[:2] < one.number < lesson]
    again = [progress.attempt(review_of(number, exercise)) for number in between]
    return max(
        [first, *(one for one in again if one.tried)], key=lambda one: one.last or dt.date.min
    )


def _found(exercise: Kind, attempt: Attempt) -> bool:
    """Return whether it was found without the example, and the last answer was right too."""
    last = attempt.checked[-1:]
    return attempt.right and all(exercise.is_right(answer) for answer in last)
