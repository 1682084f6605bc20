"""An advice follows from answers that were given, and only from a picture that is whole."""

from itertools import product

import pytest

from helpers.analysis.intake.advice import Advice, Kind, advise, judgements
from helpers.analysis.intake.ladder import State
from helpers.dossier.assignment import Assignment, Heard
from helpers.dossier.words import Answer, Rung, Size

APP = Assignment(id="app", client="team", given="Een app")
JUDGED = ("lawful", "yours", "fits", "worth_it", "ready_made", "solution_helps", "can_help")
SIZES = (None, *Size)
FINE = {"lawful": "yes", "yours": "yes", "fits": "yes", "size": "fits", "ready_made": "no",
        "can_help": "yes"}  # fmt: skip


def told(*rungs: str, confirmed: bool = True) -> list[Heard]:
    return [
        Heard(id=rung, assignment="app", rung=rung, heard="Iets", confirmed=confirmed)
        for rung in rungs
    ]


WHOLE = told(*Rung)
PICTURES = {"nothing": [], "situation": told("situation"), "whole": WHOLE,
            "unconfirmed": told(*Rung, confirmed=False)}  # fmt: skip


def judged(**answers: object) -> Assignment:
    return Assignment.model_validate({**dict(APP), **answers})


@pytest.mark.parametrize(
    ("answers", "kind"),
    [
        ({}, "do"),
        ({"lawful": "no"}, "stop"),
        ({"yours": "no"}, "pass_on"),
        ({"can_help": "no"}, "decline"),
        ({"fits": "no", "worth_it": "no"}, "decline"),
        ({"fits": "no", "worth_it": "yes"}, "do"),
        ({"fits": "no"}, "ask"),
        ({"size": "too_big"}, "with_others"),
        ({"size": "too_small"}, "hand_over"),
        ({"ready_made": "yes", "solution_helps": "no"}, "reframe"),
        ({"ready_made": "yes", "solution_helps": "no", "size": "too_small"}, "reframe"),
        ({"ready_made": "yes", "solution_helps": "yes"}, "do"),
        ({"ready_made": "yes", "solution_helps": "yes", "size": "too_big"}, "with_others"),
        ({"ready_made": "yes"}, "ask"),
    ],
)
def test_with_a_whole_picture_the_answers_decide(answers: dict[str, str], kind: str) -> None:
    assert advise(judged(**FINE | answers), WHOLE).kind == kind


def test_sometimes_the_client_is_right() -> None:
    helps = FINE | {"ready_made": "yes", "solution_helps": "yes"}
    assert advise(judged(**helps), WHOLE).client_is_right
    assert not advise(judged(**FINE), WHOLE).client_is_right


def test_whoever_says_no_listens_first() -> None:
    unfit = judged(**FINE | {"can_help": "no"})
    asked = advise(unfit, [])
    assert (asked.kind, [one.what for one in asked.missing]) == (Kind.ASK, ["situation"])
    assert advise(unfit, told("situation")).kind is Kind.DECLINE


Case = tuple[Assignment, str, Advice]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Return an advice for each of the 35 thousand ways to answer, with each picture."""
    found = []
    for answers in product(Answer, repeat=len(JUDGED)):
        given = dict(zip(JUDGED, answers, strict=True))
        for size, picture in product(SIZES, PICTURES):
            assignment = APP.model_copy(update={**given, "size": size})
            found.append((assignment, picture, advise(assignment, PICTURES[picture])))
    return found


def test_nobody_carries_out_what_is_not_allowed(cases: list[Case]) -> None:
    assert {a.kind for one, _picture, a in cases if one.lawful is Answer.NO} == {Kind.STOP}
    assert not any(a.kind is Kind.STOP for one, _p, a in cases if one.lawful is not Answer.NO)


def test_to_do_or_to_reframe_needs_a_whole_picture(cases: list[Case]) -> None:
    needs = {Kind.DO, Kind.WITH_OTHERS, Kind.HAND_OVER, Kind.REFRAME}
    assert {picture for _one, picture, a in cases if a.kind in needs} == {"whole"}


def test_every_advice_but_asking_has_a_reason_that_was_answered(cases: list[Case]) -> None:
    for one, _picture, found in cases:
        assert bool(found.reasons) or found.kind is Kind.ASK
        for name in (name for reason in found.reasons for name in reason.rests_on):
            assert name in list(Rung) or getattr(one, name) not in (None, Answer.UNKNOWN)


def test_only_asking_misses_something_and_it_always_does(cases: list[Case]) -> None:
    assert all((found.kind is Kind.ASK) == bool(found.missing) for _one, _picture, found in cases)


def test_a_client_who_is_right_never_hears_another_view(cases: list[Case]) -> None:
    right = [found for one, _p, found in cases if one.solution_helps is Answer.YES]
    assert Kind.REFRAME not in {found.kind for found in right}


def test_only_who_cannot_help_or_does_not_fit_says_no(cases: list[Case]) -> None:
    for one, _picture, found in cases:
        if found.kind is Kind.DECLINE:
            assert one.can_help is Answer.NO or {one.fits, one.worth_it} == {Answer.NO}


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_who_answers_what_is_asked_always_comes_to_an_advice(answer: str) -> None:
    assignment, rows, asked = APP, [], 0
    while (found := advise(assignment, rows)).kind is Kind.ASK:
        asked += 1
        missing = found.missing[0]
        if missing.state is State.NOT_JUDGED:
            value = "fits" if missing.what == "size" else answer
            assignment = judged(**dict(assignment) | {missing.what: value})
        else:
            rows = [row for row in rows if row.rung != missing.what]
            rows += told(missing.what, confirmed=missing.state is State.NOT_CONFIRMED)
    assert asked <= 2 * len(Rung) + len(judgements(assignment))
    assert found.reasons
