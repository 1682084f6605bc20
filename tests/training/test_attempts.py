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
from helpers.training.kinds.elsewhere import TRIED
from helpers.training.kinds.estimate import read_number
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.kinds.order import Order
from helpers.training.kinds.placing import Placing
from helpers.training.kinds.talk import Talk
from helpers.training.kinds.write import Write
from helpers.training.own_text import word_count
from tests.training.playing import right_answer, wrong_answer

ALL = [*read_content(Path(__file__).parent / "content" / "01.yaml").exercises.values()]
CHOOSE, SEVERAL, ORDER, WRITE, SORT, MATCH, NUMBER, PLACE, TALK, DO = ALL
GIVEN = [CHOOSE, SEVERAL, ORDER, SORT, MATCH, NUMBER, PLACE]
PAIRS = ["hoog/belang", "hoog/standpunt", "jij/jij", "jij/tribune", "griffie/jij", "a/b/c"]
TYPED = ["uren/6", "uren/veel", "uren/99", "uren/", "invloed/3", "geraakt/9", "geraakt/1"]
PARTS = sorted({part.id for one in ALL for part in one.parts})
IDS = st.sampled_from([*PARTS, *PAIRS, *TYPED, "onbekend", TRIED])
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


def named(exercise: Kind, answer: tuple[str, ...]) -> set[str]:
    """Return the parts that an answer says something about."""
    return {one.partition("/")[0] for one in answer} - {TRIED}


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
    assert named(exercise, after.answer) <= parts
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


@settings(deadline=None, max_examples=200)
@given(steps=STEPS)
def test_no_order_of_steps_leads_astray(steps: list[tuple[str, Any]]) -> None:
    for exercise in ALL:
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


@pytest.mark.parametrize("exercise", [*GIVEN, TALK, DO], ids=lambda one: one.id)
def test_the_right_answer_is_right_and_done(exercise: Kind) -> None:
    attempt = exercise.check(exercise.answer(exercise.begin(), right_answer(exercise)))
    assert attempt.right
    assert attempt.done
    assert attempt.tried


@pytest.mark.parametrize("exercise", [*GIVEN, TALK, DO], ids=lambda one: one.id)
def test_after_looking_at_the_example_it_is_done_but_not_right(exercise: Kind) -> None:
    wrong = exercise.answer(exercise.begin(), wrong_answer(exercise))
    attempt = exercise.open_example(exercise.check(wrong))
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


@pytest.mark.parametrize("exercise", [SORT, MATCH], ids=lambda one: one.id)
def test_lines_and_choices_are_mixed_anew_each_round(exercise: Kind) -> None:
    assert isinstance(exercise, Placing)
    rounds = [exercise.begin(round) for round in range(6)]
    assert len({exercise.shown(one) for one in rounds}) > 2
    assert [exercise.shown(one) for one in rounds] == [exercise.shown(one) for one in rounds]
    offered = [exercise.offered(one) for one in rounds]
    assert {frozenset(one) for one in offered} == {frozenset(exercise.choices)}
    assert (len(set(offered)) > 2) == (exercise is MATCH), "groups keep their order"


@pytest.mark.parametrize("exercise", [SORT, MATCH], ids=lambda one: one.id)
def test_each_line_is_told_what_its_own_choice_would_do(exercise: Kind) -> None:
    assert isinstance(exercise, Placing)
    right = right_answer(exercise)
    for at, part in enumerate(exercise.parts):
        other = next(one.id for one in exercise.choices if one.id != exercise.target(part))
        answer = [*right[:at], f"{part.id}/{other}", *right[at + 1 :]]
        lead, first, *rest = exercise.feedback(
            exercise.check(exercise.answer(exercise.begin(), answer))
        )
        assert f"{len(right) - 1} van de {len(right)}" in lead.text
        assert (first.text, first.mark) == (getattr(part, "otherwise", ""), "other")
        assert {line.mark for line in rest} == {"right"}


def test_half_a_sorting_says_how_many_lines_are_left() -> None:
    half = SORT.answer(SORT.begin(), ["hoog/belang"])
    assert half.answer == ("hoog/belang",)
    assert "3 regels" in SORT.why_not(half)
    assert SORT.check(half) == half
    for nonsense in (["hoog"], ["hoog/niets"], ["hoog/belang", "hoog/standpunt"], ["/"], ["a/b/c"]):
        assert SORT.answer(half, nonsense) == half


@pytest.mark.parametrize(
    ("typed", "means"),
    [
        ("6", 6),
        (" 6 ", 6),
        ("6,5", 6.5),
        ("6.5", 6.5),
        ("1.200", 1200),
        ("1.200,5", 1200.5),
        ("40 %", 40),
        ("-3", -3),
        ("veel", None),
        ("6 uur", None),
        ("1,2,3", None),
        ("٣", None),
        ("½", None),
        ("", None),
        ("--1", None),
        ("nan", None),
        ("1e9", None),
    ],
)
def test_a_number_is_read_as_people_here_write_it(typed: str, means: float | None) -> None:
    assert read_number(typed) == means


@settings(deadline=None)
@given(st.text(max_size=30))
def test_whatever_is_typed_is_a_number_or_is_said_not_to_be_one(typed: str) -> None:
    attempt = NUMBER.answer(NUMBER.begin(), [f"uren/{typed}"])
    why = NUMBER.why_not(attempt)
    value = read_number(attempt.answer[0].partition("/")[2]) if attempt.answer else None
    assert (why == "") == (value is not None and 0 <= value <= 40)


@pytest.mark.parametrize(
    ("typed", "word", "field"),
    [
        ("4", "close to it", "why"),
        ("8", "close to it", "why"),
        ("3,9", "on the low side", "below"),
        ("8,1", "on the high side", "above"),
    ],
)
def test_an_estimate_is_right_up_to_its_margin(typed: str, word: str, field: str) -> None:
    attempt = NUMBER.check(NUMBER.answer(NUMBER.begin(), [f"uren/{typed}"]))
    [line] = NUMBER.feedback(attempt)
    assert (line.word, line.text) == (_(word), getattr(NUMBER.part("uren"), field))
    assert attempt.right == (field == "why")


def test_a_number_outside_the_scale_is_said_and_is_no_try() -> None:
    for typed, part in (("41", "0"), ("-1", "40"), ("veel", "veel")):
        attempt = NUMBER.answer(NUMBER.begin(), [f"uren/{typed}"])
        assert part in NUMBER.why_not(attempt)
        assert not NUMBER.check(attempt).tried


def test_a_place_needs_both_axes() -> None:
    half = PLACE.answer(PLACE.begin(), ["invloed/3"])
    assert PLACE.why_not(half) == _("Put the dot in a place first.")
    attempt = PLACE.check(PLACE.answer(half, ["invloed/3", "geraakt/2"]))
    assert [line.mark for line in PLACE.feedback(attempt)] == ["right", "other"]
    assert not attempt.right


def test_a_conversation_that_ended_is_done_however_it_went() -> None:
    assert isinstance(TALK, Talk)
    attempt = TALK.check(TALK.answer(TALK.begin(), [TRIED, "pas"]))
    assert (attempt.done, attempt.right) == (True, False)
    marks = [line.mark for line in TALK.feedback(attempt)]
    assert marks == ["", "other", "right"]


def test_work_in_a_tool_is_done_once_everything_is_there() -> None:
    attempt = DO.check(DO.answer(DO.begin(), [TRIED, "afspraken"]))
    assert not attempt.done
    assert DO.check(DO.answer(attempt, [TRIED, "afspraken", "commissie"])).right


def test_trying_again_keeps_an_own_order_and_gives_a_fresh_one_when_it_works() -> None:
    own = ("wegen", "horen", "lezen", "kiezen", "zeggen")
    attempt = ORDER.check(ORDER.answer(ORDER.begin(), own))
    again = ORDER.again(ORDER.hint(attempt))
    assert (again.answer, again.checked, again.hints, again.round) == (own, (), 0, 1)
    assert ORDER.untouched(again)
    found = ORDER.check(ORDER.answer(again, right_answer(ORDER)))
    assert ORDER.again(found).answer == ORDER.start(2) != found.answer


@pytest.mark.parametrize("exercise", ALL, ids=lambda one: one.id)
def test_there_is_something_to_redo_once_something_was_done(exercise: Kind) -> None:
    assert exercise.untouched(exercise.begin())
    assert not exercise.untouched(exercise.hint(exercise.begin()))
    assert exercise.untouched(exercise.again(exercise.hint(exercise.begin())))
