"""Who comes back is told what comes next, and where it is."""

import json

import pytest

from helpers.training.content import lesson_case, lesson_exercises
from helpers.training.course_map import Lesson, lessons
from helpers.training.kinds.exercise import Kind
from helpers.training.progress import Progress
from helpers.training.resume import NextStep, Why, next_step
from helpers.training.work_folder import COURSE


def all_exercises() -> list[Kind]:
    return [kind for one in lessons() for kind in lesson_exercises(one.number)]


def do(progress: Progress, kind: Kind) -> None:
    progress.step(kind, lambda attempt: attempt.model_copy(update={"done": True}))


def test_who_did_nothing_begins_at_the_beginning() -> None:
    step = next_step(Progress())
    assert (step.lesson.number, step.exercise, step.why) == ("00", None, Why.BEGIN)


def test_what_was_left_half_way_comes_first_also_when_it_is_not_the_newest_in_the_course() -> None:
    progress, (first, second, *_) = Progress(), lesson_exercises("03")
    progress.step(first, first.hint)
    progress.step(second, second.hint)
    assert next_step(progress)[1:] == (second, Why.BUSY)
    progress.step(first, first.hint)
    assert next_step(progress)[1:] == (first, Why.BUSY)
    assert next_step(Progress())[1:] == (first, Why.BUSY), "tomorrow too"


def test_after_what_was_done_comes_the_first_core_exercise_from_there_on() -> None:
    progress = Progress()
    core = [kind for kind in lesson_exercises("02") if kind.core]
    do(progress, core[0])
    assert next_step(progress)[1:] == (core[1], Why.NEXT)
    for kind in core[1:]:
        do(progress, kind)
    step = next_step(progress)
    assert (step.lesson.number, step.why) == ("03", Why.NEXT)
    assert step.exercise == next(kind for kind in lesson_exercises("03") if kind.core)


def test_who_left_the_closing_case_half_way_goes_on_where_it_stands() -> None:
    progress, case = Progress(), lesson_case("03")
    assert case
    progress.step(case.exercises[0], case.exercises[0].hint)
    step = next_step(progress)
    assert (step.exercise, step.why, step.in_case) == (case.exercises[0], Why.BUSY, True)
    assert step.notebook == step.lesson.study
    for kind in case.exercises[:2]:
        do(progress, kind)
    assert next_step(progress)[1:] == (case.exercises[2], Why.NEXT)
    for kind in case.exercises[2:]:
        do(progress, kind)
    assert not next_step(progress).in_case
    own = lesson_exercises("03")[0]
    progress.step(own, own.hint)
    assert next_step(progress).notebook == step.lesson.notebook


@pytest.mark.parametrize("lesson", [one for one in lessons() if lesson_case(one.number)])
def test_the_link_leads_to_the_heading_of_the_case(lesson: Lesson) -> None:
    case = lesson_case(lesson.number)
    assert case
    heading = NextStep(lesson, case.exercises[0], Why.BUSY).heading
    notebook = json.loads((COURSE / lesson.study).read_text("utf-8"))
    told = ["".join(cell["source"]).partition("\n")[0] for cell in notebook["cells"]]
    assert told.count(f"## {heading}") == 1


def test_what_was_skipped_comes_after_the_end() -> None:
    progress = Progress()
    *rest, _last = [kind for kind in all_exercises() if kind.core]
    for kind in [one for one in all_exercises() if one.core and one != rest[0]]:
        do(progress, kind)
    step = next_step(progress)
    assert (step.exercise, step.why) == (rest[0], Why.NEXT)


def test_who_did_it_all_goes_on_with_the_own_dossier() -> None:
    progress = Progress()
    for kind in all_exercises():
        do(progress, kind)
    step = next_step(progress)
    written = [one for one in lessons() if one.notebook]
    assert (step.lesson, step.exercise, step.why) == (written[-1], None, Why.OWN)


def test_an_exercise_that_is_gone_from_the_course_is_passed_over() -> None:
    progress, kind = Progress(), lesson_exercises("01")[0]
    progress.step(kind, kind.hint)
    gone = kind.model_copy(update={"id": "01-bestaat-niet-meer"})
    progress.step(gone, gone.hint)
    assert next_step(progress)[1:] == (kind, Why.BUSY)
