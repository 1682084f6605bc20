"""Another view stands on what a client confirmed, and helps the client."""

from itertools import product

import pytest

from helpers.analysis.intake.reframe import (
    RESTS_ON,
    TEST,
    Ground,
    Verdict,
    grounds,
    usable,
    verdict,
)
from helpers.dossier.assignment import Heard, Reframe
from helpers.dossier.words import Answer, ReframePart, Rung


def row(rung: str, **more: object) -> Heard:
    given = {"id": rung, "assignment": "app", "rung": rung, "heard": "Iets", "confirmed": True}
    return Heard.model_validate(given | more)


def test_every_step_of_the_ladder_serves_one_part() -> None:
    steps = [rung for part in ReframePart for rung in RESTS_ON[part]]
    assert sorted(steps) == sorted(Rung)


@pytest.mark.parametrize("part", ReframePart)
def test_a_part_rests_on_a_confirmed_line_that_was_chosen_for_it(part: ReframePart) -> None:
    words = Reframe.model_validate({"assignment": "app", part.value: "een rij"})
    rung = RESTS_ON[part][0]

    def found(*rows: Heard) -> Ground:
        return next(one.ground for one in grounds(words, rows) if one.part is part)

    assert found(row(rung, supports=part)) is Ground.RESTS
    assert found(row(rung)) is Ground.LOOSE
    assert found(row(rung, supports=part, confirmed=False)) is Ground.LOOSE
    assert found(row(rung, supports=part, heard=" ")) is Ground.LOOSE
    assert found(row(rung, supports=part, assignment="fietspad")) is Ground.LOOSE
    assert {one.ground for one in grounds(words, []) if one.part is not part} == {Ground.EMPTY}


def test_a_result_wanted_is_no_cause() -> None:
    rows = [row("desired_result", supports="going_on")]
    assert usable(ReframePart.GOING_ON, rows) == ()


def test_the_verdict_is_that_of_the_course_for_every_answer() -> None:
    for answers in product(Answer, repeat=len(TEST)):
        given = dict(zip(TEST, answers, strict=True))
        found = verdict(Reframe(assignment="app", **given))
        agreed = given.pop("client_agrees")
        if Answer.NO in given.values():
            assert found is Verdict.SOLD, "who agreed to it does not matter"
        elif set(given.values()) == {Answer.YES}:
            by_client = {"yes": Verdict.HELPED, "no": Verdict.NOT_AGREED, "unknown": Verdict.OPEN}
            assert found is by_client[agreed]
        else:
            assert found is (Verdict.NOT_AGREED if agreed is Answer.NO else Verdict.OPEN)
