"""The answer book holds everything that a trainer may want of every exercise."""

import re
from itertools import pairwise

import pytest

from helpers.tools.learning.answer_book import answer_book
from helpers.training.content import KINDS, lesson_case, lesson_exercises
from helpers.training.kinds.estimate import Axis
from helpers.training.kinds.placing import Placed

LESSONS = [f"0{n}" for n in range(10)]


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("lesson", LESSONS)
def test_the_book_holds_every_answer_reason_hint_and_question(lesson: str) -> None:
    text = plain(answer_book(lesson).text)
    case = lesson_case(lesson)
    own = [(f"{lesson}-{at}", one) for at, one in enumerate(lesson_exercises(lesson), start=1)]
    closing = [(str(at), one) for at, one in enumerate(case.exercises if case else (), start=1)]
    assert all(plain(part) in text for part in (case.story if case else ()))
    for place, exercise in own + closing:
        assert f"{place}. {exercise.title}" in text
        wanted = [
            exercise.situation,
            exercise.question,
            exercise.example_answer,
            exercise.common_wrong,
            exercise.debrief,
            *exercise.hints,
        ]
        for part in exercise.parts:
            wanted += [part.text, part.why]
            if isinstance(part, Placed):
                wanted.append(part.otherwise)
            if isinstance(part, Axis):
                wanted += [part.below, part.above]
        assert [one for one in wanted if plain(one) not in text] == []


def test_every_kind_of_exercise_is_in_a_book() -> None:
    assert {one.kind for lesson in LESSONS for one in lesson_exercises(lesson)} == set(KINDS)


def test_the_headings_go_down_one_at_a_time() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)>", answer_book("02").html)]
    assert levels[0] == 1
    steps = pairwise(levels)
    assert all(later - earlier <= 1 for earlier, later in steps)
