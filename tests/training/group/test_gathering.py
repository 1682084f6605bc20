"""What a session takes, and that nothing of it tells who or when."""

import json

import pytest

from helpers.training.content import open_exercise
from helpers.training.group.gathering import MOST, Gathering
from helpers.training.group.refused import RefusedError, Why
from helpers.training.group.sent import LARGEST

EXERCISE = open_exercise("02-plek-op-de-kaart")


def answer(x: float, y: float = 9, session: str = "482915", exercise: str = "") -> bytes:
    whole = {
        "session": session,
        "exercise": exercise or EXERCISE.id,
        "kind": "estimate",
        "answer": [f"invloed/{x:g}", f"geraakt/{y:g}"],
    }
    return json.dumps(whole).encode()


@pytest.fixture
def gathering() -> Gathering:
    return Gathering(EXERCISE, "482915")


def why(gathering: Gathering, raw: bytes) -> Why:
    with pytest.raises(RefusedError, match=r"^[a-z_]+$") as refused:
        gathering.take(raw)
    return refused.value.why


def test_the_order_says_nothing_of_when_they_came() -> None:
    orders = set()
    for _try in range(40):
        one = Gathering(EXERCISE, "482915")
        for x in (1, 2, 3):
            one.take(answer(x))
        assert len(one.answers) == 3
        assert one.answers == one.answers
        orders.add(one.answers)
    assert len(orders) > 1


def test_an_order_stays_when_another_comes_in(gathering: Gathering) -> None:
    for x in range(8):
        gathering.take(answer(x))
    before = gathering.answers
    gathering.take(answer(9))
    assert tuple(one for one in gathering.answers if one in before) == before


def test_another_session_and_another_exercise_are_refused(gathering: Gathering) -> None:
    assert why(gathering, answer(1, session="111111")) is Why.OTHER_SESSION
    other = json.dumps(
        {"session": "482915", "exercise": "02-op-de-stoel-van", "kind": "write", "answer": ["Ja."]}
    )
    assert why(gathering, other.encode()) is Why.OTHER_EXERCISE
    assert gathering.answers == ()


def test_after_stopping_nothing_gets_in_and_after_wiping_nothing_is_left(
    gathering: Gathering,
) -> None:
    gathering.take(answer(1))
    gathering.stop()
    assert why(gathering, answer(2)) is Why.CLOSED
    assert len(gathering.answers) == 1
    gathering.wipe()
    assert gathering.answers == ()
    assert "invloed/1" not in repr(vars(gathering))


def test_a_session_is_full_at_its_bound(gathering: Gathering) -> None:
    for _at in range(MOST):
        gathering.take(answer(3))
    assert why(gathering, answer(3)) is Why.FULL


def test_choosing_the_files_once_more_counts_nobody_twice(gathering: Gathering) -> None:
    assert gathering.take_files([answer(1), answer(2)]) == []
    assert gathering.take_files([answer(1), answer(2), answer(3)]) == []
    assert len(gathering.answers) == 3


def test_files_that_are_no_answers_are_left_out_and_the_rest_counts(gathering: Gathering) -> None:
    bad = [b"<script>", b"x" * (LARGEST + 1), answer(11), answer(1, session="000000")]
    refused = gathering.take_files([answer(1), *bad])
    assert refused == [Why.NO_ANSWER, Why.TOO_LARGE, Why.NOT_FITTING, Why.OTHER_SESSION]
    assert gathering.answers == (("invloed/1", "geraakt/9"),)


def test_files_without_any_answer_take_nothing_away(gathering: Gathering) -> None:
    gathering.take_files([answer(1)])
    assert gathering.take_files([b""]) == [Why.NO_ANSWER]
    assert len(gathering.answers) == 1


def test_of_a_thousand_files_no_more_than_the_bound_are_read(gathering: Gathering) -> None:
    refused = gathering.take_files([answer(1)] * 1000)
    assert len(gathering.answers) == MOST
    assert refused == [Why.FULL] * (1000 - MOST)


def test_a_conversation_cannot_be_put_together() -> None:
    with pytest.raises(ValueError, match="cannot be put together"):
        Gathering(open_exercise("02-een-stevig-pakket"))
