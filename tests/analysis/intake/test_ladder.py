"""A picture is whole when a client told every step and confirmed it."""

from itertools import product

import pytest

from helpers.analysis.intake.ladder import State, ladder, missing_steps
from helpers.dossier.assignment import Heard
from helpers.dossier.words import Rung


def row(rung: str, heard: str = "Iets", **more: object) -> Heard:
    given = {"id": f"{rung}_{len(more)}", "assignment": "app", "rung": rung, "heard": heard}
    return Heard.model_validate(given | more)


def whole(**more: object) -> list[Heard]:
    return [row(rung, **{"confirmed": True, **more}) for rung in Rung]


def test_the_steps_stand_in_the_order_in_which_one_asks() -> None:
    backwards = [row(rung) for rung in reversed(Rung)]
    assert [step.rung.value for step in ladder(backwards, "app")] == [
        "situation", "problem", "cause", "tried_solutions", "desired_result",
    ]  # fmt: skip


def test_nothing_is_missing_when_every_step_was_told_and_confirmed() -> None:
    assert missing_steps(ladder(whole(), "app")) == ()


def test_what_another_assignment_was_about_does_not_count() -> None:
    assert len(missing_steps(ladder(whole(), "fietspad"))) == len(Rung)


@pytest.mark.parametrize("heard", ["", "  \n "])
def test_an_empty_line_that_is_confirmed_tells_nothing(heard: str) -> None:
    lacks = missing_steps(ladder([row("cause", heard, confirmed=True)], "app"))
    assert (Rung.CAUSE, State.NOT_HEARD) in lacks


def test_what_was_read_somewhere_was_not_told_by_the_client() -> None:
    read = row("situation", source="Jaarcijfers", confirmed=True)
    (first, *_rest) = missing_steps(ladder([read], "app"))
    assert first == (Rung.SITUATION, State.NOT_HEARD)
    asked_too = [read, row("situation", contact="gesprek")]
    assert missing_steps(ladder(asked_too, "app"))[0].what != Rung.SITUATION


@pytest.mark.parametrize(("told", "confirmed"), list(product([False, True], repeat=2)))
def test_a_step_lacks_the_story_or_its_summary(told: bool, confirmed: bool) -> None:
    rows = [row("problem", confirmed=confirmed)] if told else []
    lacks = {one.what: one.state for one in missing_steps(ladder(rows, "app"))}
    expected = {(False, False): "not_heard", (False, True): "not_heard",
                (True, False): "not_confirmed", (True, True): None}  # fmt: skip
    assert lacks.get(Rung.PROBLEM) == expected[told, confirmed]
