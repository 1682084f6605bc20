"""What comes back at the start of a lesson: what did not work out, or was long ago."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.training.content import lesson_exercises
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.progress import Progress
from helpers.training.review import LONG_AGO, due, review_of
from tests.training.playing import right_answer, wrong_answer

TODAY = dt.date(2026, 9, 15)
EARLIER = [
    one
    for lesson in ("01", "02", "03", "04")
    for one in lesson_exercises(lesson)
    if one.kind in ("choose", "sort", "order", "match", "estimate")
]
FRESH, OLD = TODAY - dt.timedelta(days=1), TODAY - LONG_AGO


def done(exercise: Kind, right: bool, day: dt.date) -> Attempt:
    answer = right_answer(exercise) if right else wrong_answer(exercise)
    attempt = exercise.check(exercise.answer(exercise.begin(), answer))
    return attempt.model_copy(update={"last": day})


def with_attempts(**attempts: Attempt) -> Progress:
    progress = Progress()
    progress.save(lambda saved: {"exercises": {**saved.exercises, **attempts}})
    return progress


def names(lesson: str, progress: Progress, as_of: dt.date = TODAY) -> list[str]:
    return [one.id for one in due(lesson, progress, as_of).exercises]


def test_without_anything_done_nothing_comes_back() -> None:
    assert due("05", Progress(), TODAY) == ((), False)


def test_what_went_right_yesterday_does_not_come_back() -> None:
    one = EARLIER[0]
    found = due("05", with_attempts(**{one.id: done(one, True, FRESH)}), TODAY)
    assert found == ((), True)


def test_what_did_not_work_out_comes_before_what_was_long_ago() -> None:
    old, wrong, new = EARLIER[:3]
    progress = with_attempts(
        **{
            old.id: done(old, True, OLD),
            wrong.id: done(wrong, False, FRESH),
            new.id: done(new, True, FRESH),
        }
    )
    assert names("05", progress) == [f"05/{wrong.id}", f"05/{old.id}"]


def test_a_lesson_asks_nothing_of_itself_or_of_later_lessons() -> None:
    progress = with_attempts(**{one.id: done(one, False, OLD) for one in EARLIER})
    for lesson in ("02", "03", "04"):
        assert all(name[3:5] < lesson for name in names(lesson, progress))
        assert len(names(lesson, progress)) == 2
    assert due("01", progress, TODAY) == ((), False)


def test_only_what_is_quick_comes_back() -> None:
    slow = [one for one in lesson_exercises("03") if one.kind in ("write", "talk")]
    tried = {one.id: Attempt(kind=one.kind, done=True, last=OLD) for one in slow}
    assert due("05", with_attempts(**tried), TODAY).exercises == ()


def test_doing_it_again_leaves_the_first_answer_as_it_was() -> None:
    one = EARLIER[0]
    progress = with_attempts(**{one.id: done(one, False, OLD)})
    [again] = due("05", progress, TODAY).exercises
    assert not progress.attempt(again).tried
    progress.step(again, lambda now: again.check(again.answer(now, right_answer(again))))
    assert progress.attempt(again).right
    assert not progress.attempt(one).right
    assert names("05", progress) == [again.id], "it stays as long as this lesson is read"


def test_what_was_found_in_a_review_is_not_asked_again_in_the_next_lesson() -> None:
    one = EARLIER[0]
    again = review_of("05", one)
    progress = with_attempts(**{one.id: done(one, False, OLD), again.id: done(again, True, FRESH)})
    assert names("07", progress) == []
    assert names("07", progress, FRESH + LONG_AGO) == [f"07/{one.id}"]
    assert names("02", progress) == [f"02/{one.id}"], "an earlier lesson does not know that yet"


def test_finding_it_only_after_the_example_is_not_finding_it() -> None:
    one = EARLIER[0]
    attempt = one.open_example(done(one, False, FRESH))
    attempt = one.check(one.answer(attempt, right_answer(one)))
    assert names("05", with_attempts(**{one.id: attempt.model_copy(update={"last": FRESH})}))


STEP = st.tuples(st.integers(0, len(EARLIER) - 1), st.booleans(), st.integers(0, 30))


@settings(max_examples=30)
@given(st.lists(STEP, max_size=8))
def test_whatever_was_done_it_is_two_at_most_and_always_the_same_two(
    steps: list[tuple[int, bool, int]],
) -> None:
    progress = Progress()
    attempts = {
        EARLIER[at].id: done(EARLIER[at], right, TODAY - dt.timedelta(days=ago))
        for at, right, ago in steps
    }
    progress.save(lambda _saved: {"exercises": attempts})
    chosen = names("05", progress)
    assert chosen == names("05", Progress())
    assert len(chosen) <= 2
    wrong = {f"05/{name}" for name, one in attempts.items() if not one.right}
    old = {f"05/{name}" for name, one in attempts.items() if one.last and one.last <= OLD}
    assert set(chosen) <= wrong | old
    assert len(chosen) == min(2, len(wrong | old))
    assert len(wrong & set(chosen)) == min(2, len(wrong)), "what did not work out comes first"


@pytest.mark.parametrize("kind", ["choose", "sort", "order", "match", "estimate"])
def test_every_quick_kind_can_be_done_again(kind: str) -> None:
    one = next(one for one in EARLIER if one.kind == kind)
    again = review_of("08", one)
    attempt = again.check(again.answer(again.begin(), right_answer(again)))
    assert attempt.right
    assert again.question == one.question
