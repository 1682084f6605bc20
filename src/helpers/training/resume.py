"""Where somebody left the course, and what comes next."""

from enum import Enum
from typing import NamedTuple

from helpers.texts.language import N_, _
from helpers.training.content import all_exercises, lesson_case, lesson_exercises
from helpers.training.course_map import Lesson, lessons
from helpers.training.kinds.exercise import Kind
from helpers.training.progress import Progress

_OWN = "09"
CASE_HEADING = N_("Closing case: {title}")


class Why(Enum):
    """Why this is the next step."""

    BEGIN = "begin"
    """Nothing was done yet."""
    BUSY = "busy"
    """It was begun and is not done."""
    NEXT = "next"
    """It comes after what was done."""
    OWN = "own"
    """Every core exercise was done: the own dossier is next."""


class NextStep(NamedTuple):
    """The lesson to open, the exercise in it (nothing when the lesson itself is next), and why."""

    lesson: Lesson
    exercise: Kind | None
    why: Why

    @property
    def in_case(self) -> bool:
        """Whether the exercise is of the case that closes the lesson."""
        case = lesson_case(self.lesson.number)
        return bool(case and self.exercise in case.exercises)

    @property
    def notebook(self) -> str:
        """The path of the notebook to open: the case stands with the exercises for self-study."""
        return self.lesson.study if self.in_case else self.lesson.notebook

    @property
    def heading(self) -> str:
        """The heading in that notebook under which to go on; empty for its beginning."""
        case = lesson_case(self.lesson.number)
        return _(CASE_HEADING).format(title=case.title) if case and self.in_case else ""


def next_step(progress: Progress) -> NextStep:
    """Return the exercise that was left half-way, else the first core one after the last.

    Who is busy with a case goes on with that first.
    """
    written = [one for one in lessons() if one.notebook]
    last = _last(progress, written)
    if last is None:
        return NextStep(written[0], None, Why.BEGIN)
    lesson, exercise = last
    if not progress.attempt(exercise).done:
        return NextStep(lesson, exercise, Why.BUSY)
    case = lesson_case(lesson.number)
    for kind in case.exercises if case and exercise in case.exercises else ():
        if not progress.attempt(kind).done:
            return NextStep(lesson, kind, Why.NEXT)
    at = written.index(lesson)
    for one in [*written[at:], *written[:at]]:
        for kind in lesson_exercises(one.number):
            if kind.core and not progress.attempt(kind).done:
                return NextStep(one, kind, Why.NEXT)
    own = next((one for one in written if one.number == _OWN), written[-1])
    return NextStep(own, None, Why.OWN)


def _last(progress: Progress, written: list[Lesson]) -> tuple[Lesson, Kind] | None:
    """Return the exercise that somebody worked at last; a review counts as its lesson's next."""
    there = {kind.id: (one, kind) for one in written for kind in all_exercises(one.number)}
    found = [there[name] for name in progress.names if name in there]
    return found[-1] if found else None
