"""Only a whole, bounded, plain answer to an exercise of the course gets in."""

import json
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.training.content import all_exercises, open_exercise
from helpers.training.group.bare import bare_of, can_be_shared, fitted
from helpers.training.group.reading import read_sent
from helpers.training.group.refused import RefusedError, Why
from helpers.training.group.sent import LARGEST, LONGEST, Sent
from helpers.training.group.wording import is_plain, plain, sentences_of
from helpers.training.kinds.exercise import Kind

MAP = "02-plek-op-de-kaart"
WRITE = "02-op-de-stoel-van"
SORT = "02-hoe-weet-je-het"
EXERCISES = [one for number in range(10) for one in all_exercises(f"{number:02d}")]


def sent(exercise: str = MAP, *answer: str, kind: str = "estimate", **more: Any) -> bytes:
    chosen = list(answer) or ["invloed/2", "geraakt/8.5"]
    whole = {"session": "482915", "exercise": exercise, "kind": kind, "answer": chosen}
    return json.dumps({**whole, **more}).encode()


def why(raw: bytes) -> Why:
    with pytest.raises(RefusedError, match=r"^[a-z_]+$") as refused:
        read_sent(raw)
    return refused.value.why


def worded(text: str) -> bytes:
    return sent(WRITE, text, kind="write")


def right(exercise: Kind) -> tuple[str, ...]:
    """Return an answer that an exercise allows, made by hand from what its author wrote."""
    raw = exercise.model_dump()
    if exercise.kind == "choose":
        return (raw["options"][0]["id"],)
    if exercise.kind == "estimate":
        return tuple(f"{one['id']}/{one['right']:g}" for one in raw["axes"])
    if exercise.kind == "write":
        return ("Wie zorgt, heeft plek.",)
    return tuple(f"{part.id}/{exercise.target(part)}" for part in exercise.parts)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "exercise", [one for one in EXERCISES if can_be_shared(one)], ids=lambda one: one.id
)
def test_an_answer_to_any_exercise_that_can_be_shared_is_read_back_as_it_was_sent(
    exercise: Kind,
) -> None:
    made = Sent(
        session="000001",
        exercise=exercise.id,
        kind=exercise.kind,  # type: ignore[arg-type]
        answer=right(exercise),
    )
    assert read_sent(made.content) == made
    assert set(json.loads(made.content)) == {"session", "exercise", "kind", "answer"}
    assert len(made.content) < LARGEST


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe{}",
        b"<script>alert(1)</script>",
        b"PK\x03\x04",
        b"[" * 2000,
        b'{"a":' * 600,
        sent(session="48291"),
        sent(session="48291\n"),
        sent(session="٤٨٢٩١٥"),
        sent(session=482915),
        sent(name="Jan"),
        sent(sent_at="2026-09-15"),
        sent(kind="talk"),
        sent("../../etc/passwd"),
        sent("02-../../../x"),
        sent(MAP, *["invloed/2"] * 17),
        sent(answer="invloed/2"),
        sent(answer=[["invloed/2"]]),
        sent(answer=[2]),
        sent(answer=[""]),
        sent(answer=[]),
        worded("a" * (LONGEST + 1)),
        b'{"session":"482915","exercise":"02-x","kind":"write","answer":["\\ud800"]}',
    ],
)
def test_what_is_no_answer_is_refused(raw: bytes) -> None:
    assert why(raw) is Why.NO_ANSWER


def test_what_is_too_large_is_not_even_read() -> None:
    assert why(b" " * LARGEST + sent()) is Why.TOO_LARGE


@pytest.mark.parametrize(
    "raw",
    [
        sent("02-bestaat-niet"),
        sent(WRITE),  # an estimate for what asks for a wording
        sent("99-plek-op-de-kaart"),
        sent("02-9", kind="estimate"),  # only the whole name counts
    ],
)
def test_an_exercise_that_is_not_there_or_of_another_kind_is_refused(raw: bytes) -> None:
    assert why(raw) is Why.OTHER_EXERCISE


@pytest.mark.parametrize(
    "answer",
    [
        ("invloed/2",),
        ("invloed/2", "invloed/3"),
        ("invloed/2", "geraakt/8.5", "geraakt/1"),
        ("invloed/10.01", "geraakt/2"),
        ("invloed/-0.01", "geraakt/2"),
        ("invloed/nan", "geraakt/2"),
        ("invloed/inf", "geraakt/2"),
        ("invloed/1e1", "geraakt/2"),
        ("invloed/٣", "geraakt/2"),
        ("invloed/2.000000001", "geraakt/2"),
        ("invloed/0x1", "geraakt/2"),
        ("invloed/", "geraakt/2"),
        ("invloed", "geraakt"),
        ("elders/2", "geraakt/2"),
    ],
)
def test_a_place_off_the_map_is_refused(answer: tuple[str, ...]) -> None:
    assert why(sent(MAP, *answer)) is Why.NOT_FITTING


def test_the_ends_of_the_map_are_on_it() -> None:
    assert read_sent(sent(MAP, "invloed/0", "geraakt/10")).answer == ("invloed/0", "geraakt/10")


def test_sorting_wants_each_line_once_in_a_group_that_is_there() -> None:
    exercise = open_exercise(SORT)
    whole = right(exercise)
    swapped = (whole[0].partition("/")[0] + "/nergens", *whole[1:])
    for answer in (whole[1:], swapped, (*whole[1:], whole[1])):
        assert why(sent(SORT, *answer, kind="sort")) is Why.NOT_FITTING
    assert read_sent(sent(SORT, *whole[::-1], kind="sort")).answer == whole


def test_choosing_twice_or_elsewhere_is_refused() -> None:
    exercise = next(
        one for one in EXERCISES if one.kind == "choose" and not one.model_dump()["several"]
    )
    first, second = (part.id for part in exercise.parts[:2])
    for answer in ((first, second), (first, first), ("ergens",)):
        assert why(sent(exercise.id, *answer, kind="choose")) is Why.NOT_FITTING


def test_the_order_of_ticking_is_not_kept() -> None:
    several = [one for one in EXERCISES if one.kind == "choose" and one.model_dump()["several"]]
    assert several
    for exercise in several:
        ids = tuple(part.id for part in exercise.parts[:2])
        assert fitted(exercise, ids[::-1]) == fitted(exercise, ids) == ids


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=1"]
)
def test_markup_is_text_like_any(text: str) -> None:
    assert read_sent(worded(text)).answer == (text,)


@pytest.mark.parametrize(
    "text",
    [
        "twee\nregels",
        "bel\x07",
        "nul\x00",
        "van \u202erechts",
        "on\u200bzichtbaar",
        "\ufeffbegin",
        "z\u0300\u0301\u0302\u0303algo",
        "eigen \ue000 teken",
        " rand",
        "dubbel  wit",
        "e\u0301\u2028",
        "...",
        "\u00a0",
    ],
)
def test_signs_that_steer_how_others_read_it_are_refused(text: str) -> None:
    assert why(worded(text)) is Why.NOT_PLAIN


@given(st.text(max_size=400))
@example("a \u200b b")
@example("\u0300\u0300\u0300\u0300a")
def test_what_was_made_plain_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    for one in sentences_of(text):
        assert is_plain(one)
        assert len(one) <= LONGEST
        assert read_sent(worded(one)).answer == (one,)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_with_a_reason(raw: bytes) -> None:
    assert isinstance(why(raw), Why)


def test_an_answer_that_is_not_whole_is_not_sent() -> None:
    exercise = open_exercise(MAP)
    begun = exercise.begin()
    half = exercise.answer(begun, ["invloed/2"])
    wrong = exercise.answer(begun, ["invloed/2", "geraakt/veel"])
    whole = exercise.answer(begun, ["geraakt/8,456", "invloed/2,0"])
    assert [bare_of(exercise, one) for one in (begun, half, wrong)] == [(), (), ()]
    assert bare_of(exercise, whole) == ("invloed/2", "geraakt/8.46")


def test_a_long_text_is_cut_into_sentences() -> None:
    assert sentences_of("Eerst dit. En dan?\n\nDaarna dat. Eerst dit.") == [
        "Eerst dit.",
        "En dan?",
        "Daarna dat.",
    ]
    [cut] = sentences_of("woord " * 100)
    assert (len(cut) <= LONGEST, cut[-1]) == (True, "…")
