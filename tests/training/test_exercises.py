"""The exercises of the course: each played right, wrong and half-way."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.training.content import (
    CONTENT,
    KINDS,
    all_exercises,
    lesson_case,
    lesson_exercises,
    open_exercise,
)
from helpers.training.content_check import file_problems
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.elsewhere import Elsewhere
from helpers.training.kinds.estimate import Estimate
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.order import Order
from helpers.training.kinds.placing import Placing
from helpers.training.kinds.write import Write
from helpers.training.principles import PRINCIPLES
from helpers.training.progress import Progress
from tests.training.playing import right_answer, wrong_answer

FILES = sorted(CONTENT.glob("*/[0-9][0-9].yaml"))
LESSONS = sorted({path.stem for path in FILES})
ALL = [exercise for lesson in LESSONS for exercise in all_exercises(lesson)]
CHOOSE = [one for one in ALL if isinstance(one, Choose)]
ORDER = [one for one in ALL if isinstance(one, Order)]
PLACING = [one for one in ALL if isinstance(one, Placing)]
GIVEN = [one for one in ALL if not isinstance(one, (Write, Elsewhere))]
WRITE = [one for one in ALL if isinstance(one, Write)]
LETTERS = {"00": "", "01": "A", "02": "A", "03": "B", "04": "D", "05": "C"}
LETTERS |= {"06": "E", "07": "F", "08": "G", "09": ""}
REASONS = ("why", "early", "late", "otherwise", "below", "above")
BANNED = re.compile(
    r"\b(pareto|nash|rho|evsi|evpi|brier|banzhaf|shapley|mactor|salience|stakeholders?|batna|"
    r"power|mindset|commitment|draagvlak creëren|in positie brengen|fout|helaas)\b",
    re.IGNORECASE,
)


def name_of(one: Kind | Path) -> str:
    return one.stem if isinstance(one, Path) else one.id


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_checker_has_nothing_to_say_about_what_is_shipped(path: Path) -> None:
    assert [str(problem) for problem in file_problems(path)] == []


@pytest.mark.parametrize("lesson", [one for one in LESSONS if one != "00"])
def test_a_lesson_has_six_exercises_or_more_of_at_least_four_kinds(lesson: str) -> None:
    exercises = lesson_exercises(lesson)
    assert len(exercises) >= 6
    assert len({one.kind for one in exercises}) >= 4
    core = [one.core for one in exercises]
    assert core == sorted(core, reverse=True), "core comes first"
    assert 1 <= sum(core) <= 4


@pytest.mark.parametrize("lesson", [one for one in LESSONS if one not in ("00", "09")])
def test_a_lesson_is_closed_by_a_case_of_its_own(lesson: str) -> None:
    case = lesson_case(lesson)
    assert case
    assert all(one.id.startswith(f"{lesson}-slot-") for one in case.exercises)
    assert not {one.id for one in case.exercises} & {one.id for one in lesson_exercises(lesson)}
    for sentence in re.split(r"(?<=[.?!:])[\"”]? ", " ".join(case.story)):
        assert len(sentence.split()) <= 22, sentence


def test_every_kind_is_used_somewhere() -> None:
    assert {one.kind for one in ALL} == set(KINDS)


def test_the_first_lesson_shows_how_it_works() -> None:
    assert [(one.kind, one.core) for one in lesson_exercises("00")] == [
        ("choose", True),
        ("write", False),
    ]


def test_every_principle_of_a_written_lesson_is_practised() -> None:
    practised = {number for one in ALL for number in one.principles}
    written = {letter for lesson in LESSONS for letter in LETTERS[lesson]}
    assert practised >= {one for one in PRINCIPLES if one[0] in written}


@pytest.mark.parametrize("lesson", sorted({one.id[:2] for one in CHOOSE}))
def test_the_right_option_stands_in_another_place_each_time(lesson: str) -> None:
    places = [
        [option.right for option in one.options].index(True)
        for one in CHOOSE
        if one.id.startswith(lesson) and not one.several
    ]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_no_word_of_the_trade_and_no_schoolmaster(exercise: Kind) -> None:
    assert BANNED.findall(exercise.model_dump_json()) == []


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_sentences_can_be_read_aloud(exercise: Kind) -> None:
    parts = [part.model_dump() for part in exercise.parts]
    told = [part.get(name) for part in parts for name in REASONS]
    texts = [exercise.situation, exercise.example_answer, *(one for one in told if one)]
    for sentence in re.split(r"(?<=[.?!:])[\"”]? ", " ".join(texts)):
        assert len(sentence.split()) <= 22, sentence


@pytest.mark.parametrize("exercise", CHOOSE, ids=name_of)
def test_choosing_right(exercise: Choose) -> None:
    attempt = exercise.check(exercise.answer(exercise.begin(), sorted(exercise.right_ids)))
    assert attempt.right
    assert {line.mark for line in exercise.feedback(attempt)} <= {"right", ""}


@pytest.mark.parametrize(
    ("exercise", "option"),
    [(one, option) for one in CHOOSE for option in one.options if not option.right],
    ids=lambda one: one.id,
)
def test_choosing_wrong_says_what_that_would_do(exercise: Choose, option: object) -> None:
    key = getattr(option, "id", "")
    attempt = exercise.check(exercise.answer(exercise.begin(), [key]))
    assert not attempt.done
    assert exercise.feedback(attempt)[-1].text == exercise.part(key).why
    assert exercise.open_example(attempt).done


@pytest.mark.parametrize("exercise", ORDER, ids=name_of)
def test_ordering_right(exercise: Order) -> None:
    answer = [item.id for item in exercise.in_order]
    attempt = exercise.check(exercise.answer(exercise.begin(), answer))
    assert attempt.right
    assert len(exercise.reasons()) == len(exercise.items)


@pytest.mark.parametrize("exercise", ORDER, ids=name_of)
def test_ordering_two_neighbours_wrong_says_what_that_would_do(exercise: Order) -> None:
    right = [item.id for item in exercise.in_order]
    for first, second in pairwise(range(len(right))):
        answer = list(right)
        answer[first], answer[second] = answer[second], answer[first]
        attempt = exercise.begin().model_copy(update={"checked": (tuple(answer),)})
        if not exercise.is_right(answer):
            line = exercise.feedback(attempt)[-1]
            told = [(one.early, one.late) for one in exercise.items if one.text == line.head]
            assert line.text in told[0]


@pytest.mark.parametrize("exercise", WRITE, ids=name_of)
def test_writing_with_all_points_and_with_none(exercise: Write) -> None:
    written = exercise.open_example(exercise.write(exercise.begin(), exercise.example_answer))
    every = [point.id for point in exercise.points]
    assert exercise.check(exercise.answer(written, every)).right
    none = exercise.check(exercise.answer(written, []))
    assert (none.done, none.right) == (True, False)
    assert [line.text for line in exercise.feedback(none)[1:]] == [p.why for p in exercise.points]


@pytest.mark.parametrize("exercise", GIVEN, ids=name_of)
def test_whatever_kind_it_is_right_is_right_and_says_why(exercise: Kind) -> None:
    attempt = exercise.check(exercise.answer(exercise.begin(), right_answer(exercise)))
    assert (attempt.right, attempt.done) == (True, True)
    assert "other" not in {line.mark for line in exercise.feedback(attempt)}
    assert all(line.text or line.head for line in exercise.feedback(attempt))


@pytest.mark.parametrize("exercise", GIVEN, ids=name_of)
def test_whatever_kind_it_is_wrong_says_what_that_would_do(exercise: Kind) -> None:
    attempt = exercise.check(exercise.answer(exercise.begin(), wrong_answer(exercise)))
    assert (attempt.right, attempt.tried) == (False, True)
    assert [line for line in exercise.feedback(attempt) if line.mark == "other" and line.text]
    assert exercise.open_example(attempt).done


@pytest.mark.parametrize("exercise", PLACING, ids=name_of)
def test_every_line_in_every_wrong_place_says_what_that_would_do(exercise: Placing) -> None:
    right = right_answer(exercise)
    for at, part in enumerate(exercise.parts):
        for choice in exercise.choices:
            if choice.id == exercise.target(part):
                continue
            answer = [*right[:at], f"{part.id}/{choice.id}", *right[at + 1 :]]
            attempt = exercise.check(exercise.answer(exercise.begin(), answer))
            assert exercise.feedback(attempt)[1].text == getattr(part, "otherwise", "")
            assert not attempt.right


@pytest.mark.parametrize("exercise", [one for one in ALL if isinstance(one, Estimate)], ids=name_of)
def test_every_estimate_on_the_scale_is_told_low_near_or_high(exercise: Estimate) -> None:
    for axis in exercise.axes:
        told = {axis.least: axis.below, axis.right: axis.why, axis.most: axis.above}
        for typed, said in told.items():
            near = abs(typed - axis.right) <= axis.margin
            others = [f"{one.id}/{one.right:g}" for one in exercise.axes if one != axis]
            answer = [*others, f"{axis.id}/{typed:g}"]
            attempt = exercise.check(exercise.answer(exercise.begin(), answer))
            lines = [line.text for line in exercise.feedback(attempt)]
            assert (axis.why if near else said) in lines


def half_of(exercise: Kind) -> list[str]:
    if isinstance(exercise, Order):
        return [*reversed(right_answer(exercise))]
    return right_answer(exercise)[:1]


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_half_way_is_still_there_in_a_new_kernel(exercise: Kind) -> None:
    answer = half_of(exercise)
    progress = Progress()
    progress.step(exercise, exercise.hint)
    progress.step(exercise, lambda attempt: exercise.answer(attempt, answer))
    if isinstance(exercise, Write):
        progress.step(exercise, lambda attempt: exercise.write(attempt, "Nog niet klaar"))
    found = Progress().attempt(exercise)
    assert (found.hints, found.answer, found.done) == (1, tuple(answer), False)
    assert found.text == ("Nog niet klaar" if isinstance(exercise, Write) else "")
    assert found.last is not None


def test_an_exercise_is_found_by_its_name_and_by_its_place() -> None:
    assert open_exercise("02-3") == open_exercise("02-belang-achter-standpunt")
