"""The state machines of the exercises: whatever somebody does, in whatever order."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from helpers.texts.language import _
from helpers.training.content import read_content
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.kinds.order import Order
from helpers.training.kinds.write import Write
from helpers.training.own_text import word_count

ALL = [*read_content(Path(__file__).parent / "content" / "01.yaml").exercises.values()]
CHOOSE, SEVERAL, ORDER, WRITE = ALL
IDS = st.sampled_from([*{part.id for one in ALL for part in one.parts}, "onbekend"])
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("answer"), st.lists(IDS, max_size=6)),
        st.tuples(st.just("right"), st.none()),
        st.tuples(st.just("write"), st.text(max_size=60)),
        st.tuples(st.just("write"), st.just("Morgen vraag ik het aan de griffie.")),
        st.tuples(st.sampled_from(["check", "hint", "open_example", "again"]), st.none()),
    ),
    max_size=14,
)


def right_answer(exercise: Kind) -> list[str]:
    if isinstance(exercise, Choose):
        return [option.id for option in exercise.options if option.right]
    if isinstance(exercise, Order):
        return [item.id for item in exercise.in_order]
    return [part.id for part in exercise.parts]


def stepped(exercise: Kind, attempt: Attempt, step: str, value: Any) -> Attempt:
    if step == "answer":
        return exercise.answer(attempt, value)
    if step == "right":
        return exercise.answer(attempt, right_answer(exercise))
    if step == "write":
        return exercise.write(attempt, value) if isinstance(exercise, Write) else attempt
    result = getattr(exercise, step)(attempt)
    assert isinstance(result, Attempt)
    return result


def assert_sound(exercise: Kind, before: Attempt, after: Attempt) -> None:
    parts = {part.id for part in exercise.parts}
    assert set(after.answer) <= parts
    assert {part.id for part in exercise.shown(after)} == parts
    assert 0 <= after.hints <= len(exercise.hints)
    assert after.done >= before.done
    assert after.right >= before.right
    assert after.done >= after.right
    assert bool(exercise.feedback(after)) == bool(after.checked)
    assert all(line.text or line.word for line in exercise.feedback(after))
    assert exercise.fit(Attempt.model_validate_json(after.model_dump_json())) == after
    if after.example and not before.example:
        tried = bool(before.checked)
        assert tried or word_count(before.text) >= getattr(exercise, "least_words", 99)


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
@settings(deadline=None)
@given(steps=STEPS)
def test_no_order_of_steps_leads_astray(exercise: Kind, steps: list[tuple[str, Any]]) -> None:
    attempt = exercise.begin()
    for step, value in steps:
        before, attempt = attempt, stepped(exercise, attempt, step, value)
        assert_sound(exercise, before, attempt)


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_an_attempt_and_an_exercise_never_change(exercise: Kind) -> None:
    with pytest.raises(ValidationError, match="frozen"):
        exercise.begin().hints = 3  # type: ignore[misc]
    with pytest.raises(ValidationError, match="frozen"):
        exercise.title = "Anders"  # type: ignore[misc]


@pytest.mark.parametrize("exercise", ALL[:3], ids=lambda one: one.id)
def test_the_right_answer_is_right_and_done(exercise: Kind) -> None:
    attempt = exercise.check(exercise.answer(exercise.begin(), right_answer(exercise)))
    assert attempt.right
    assert attempt.done
    assert attempt.tried


@pytest.mark.parametrize("exercise", ALL[:3], ids=lambda one: one.id)
def test_after_looking_at_the_example_it_is_done_but_not_right(exercise: Kind) -> None:
    wrong = list(reversed(right_answer(exercise)))
    if isinstance(exercise, Choose):
        wrong = [exercise.options[0].id, exercise.options[1].id][: 1 + exercise.several]
    attempt = exercise.open_example(exercise.check(exercise.answer(exercise.begin(), wrong)))
    attempt = exercise.check(exercise.answer(attempt, right_answer(exercise)))
    assert (attempt.done, attempt.right) == (True, False)
    again = exercise.check(exercise.answer(exercise.again(attempt), right_answer(exercise)))
    assert again.right


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_without_a_try_there_is_a_sentence_and_nothing_happens(exercise: Kind) -> None:
    begun = exercise.begin()
    assert exercise.why_not(begun)
    assert exercise.why_no_example(begun)
    assert exercise.check(begun) == exercise.open_example(begun) == begun
    assert not begun.tried


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_hints_come_one_by_one_and_end(exercise: Kind) -> None:
    attempt = exercise.begin()
    seen = []
    for _step in range(5):
        attempt = exercise.hint(attempt)
        seen.append(attempt.hints)
    assert seen == [1, 2, 2, 2, 2]


def test_a_new_round_shows_the_options_in_another_order_and_always_the_same_one() -> None:
    exercise = CHOOSE
    begun = exercise.begin()
    rounds = [begun := exercise.again(begun) for _ in range(6)]
    shown = [tuple(part.id for part in exercise.shown(attempt)) for attempt in rounds]
    assert len(set(shown)) > 2
    assert shown == [tuple(part.id for part in exercise.shown(attempt)) for attempt in rounds]
    assert exercise.shown(exercise.begin()) == exercise.parts, "first as the author listed them"


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=500))
def test_an_order_to_begin_with_never_works_already(round: int) -> None:
    exercise = ORDER
    begun = exercise.begin(round)
    assert not exercise.is_right(begun.answer)
    assert begun == exercise.begin(round)


def test_steps_at_the_same_place_may_change_places() -> None:
    exercise = ORDER
    assert exercise.is_right(["horen", "lezen", "wegen", "kiezen", "zeggen"])
    assert exercise.is_right(["horen", "wegen", "lezen", "kiezen", "zeggen"])
    assert not exercise.is_right(["wegen", "horen", "lezen", "kiezen", "zeggen"])


@settings(deadline=None)
@given(st.permutations(["horen", "wegen", "lezen", "kiezen", "zeggen"]))
def test_feedback_names_the_fewest_lines_that_have_to_move(answer: list[str]) -> None:
    exercise = ORDER
    assert isinstance(exercise, Order)
    attempt = exercise.begin().model_copy(update={"checked": (tuple(answer),)})
    named = [line.head for line in exercise.feedback(attempt) if line.mark == "other"]
    rest = [key for key in answer if exercise.part(key).text not in named]
    place = {item.id: item.place for item in exercise.items}

    def works(keys: Any) -> bool:
        return [place[key] for key in keys] == sorted(place[key] for key in keys)

    assert works(rest)
    assert not any(works(keys) for keys in combinations(answer, len(rest) + 1))


def test_a_line_that_stands_too_late_says_what_comes_of_that() -> None:
    exercise = ORDER
    answer = ["wegen", "lezen", "kiezen", "zeggen", "horen"]
    attempt = exercise.check(exercise.answer(exercise.begin(), answer))
    lead, line = exercise.feedback(attempt)
    assert "1 regel" in lead.text
    assert (line.head, line.word) == ("Horen", _("belongs earlier"))
    assert line.text == "Te laat voor horen."


def test_choosing_more_counts_what_fits_without_naming_it() -> None:
    exercise = SEVERAL

    def lead(*answer: str) -> str:
        attempt = exercise.check(exercise.answer(exercise.begin(), answer))
        return exercise.feedback(attempt)[0].text

    assert "1 van de 2" in lead("een")
    assert lead("een", "drie") == _("This is everything that fits here.")
    assert lead("een", "twee", "drie") not in (lead("een", "drie"), lead("een"))
    assert "drie" not in lead("een").lower().split()


def test_a_second_choice_where_one_is_asked_is_left_out() -> None:
    exercise = CHOOSE
    attempt = exercise.answer(exercise.begin(), ["bellen"])
    assert exercise.answer(attempt, ["bellen", "vragen"]) == attempt
    assert exercise.answer(attempt, ["onbekend"]) == attempt


def test_writing_opens_the_example_after_enough_words_and_is_done_after_comparing() -> None:
    exercise = WRITE
    assert isinstance(exercise, Write)
    attempt = exercise.write(exercise.begin(), "Ik vraag het")
    assert "2 woorden" in exercise.why_no_example(attempt)
    attempt = exercise.open_example(exercise.write(attempt, "Ik vraag het morgen zelf"))
    assert (attempt.example, attempt.done) == (True, False)
    attempt = exercise.check(exercise.answer(attempt, ["wie"]))
    assert (attempt.done, attempt.right) == (True, False)
    words = [line.word for line in exercise.feedback(attempt)]
    assert words == ["", _("right for my text"), _("not yet, or not sure")]


def test_an_attempt_survives_an_update_of_its_exercise() -> None:
    old, new = CHOOSE, SEVERAL
    attempt = old.check(old.answer(old.begin(), ["vragen"])).model_copy(update={"hints": 2})
    fitted = new.fit(attempt)
    assert (fitted.done, fitted.right) == (True, True)
    assert (fitted.answer, fitted.checked, fitted.hints) == ((), (), 0)
    ordered = ORDER.fit(attempt)
    assert len(ordered.answer) == 5
    assert ordered.done
