"""Lesson 04, its dossiers and its conversations tell one story."""

import re
from pathlib import Path

import pytest

from helpers.analysis.intake.advice import Kind, advise
from helpers.analysis.intake.ladder import ladder, missing_steps
from helpers.dossier.assignment import Assignment, Heard
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.words import WORDS, Rung
from helpers.texts.language import _
from helpers.training.conversations.content import open_conversation

ROOT = Path(__file__).parents[2]
[SOURCE] = (ROOT / "src" / "lessons" / "nl").glob("04_*.md")
LESSON = SOURCE.read_text("utf-8")
TALKED = ("een-app", "past-niet", "te-groot")
NAMES = (*TALKED, "te-klein")
NOT_YET = "nog niets"


def dossier(name: str) -> Dossier:
    return open_dossier(name)


def given(name: str) -> Assignment:
    [assignment] = dossier(name).assignments
    return assignment


def sentences(text: str) -> list[str]:
    whole = " ".join(text.lower().split())
    return [one for one in re.split(r"[.?:] ?", whole) if one]


def whole_picture(assignment: Assignment) -> list[Heard]:
    return [
        Heard(id=rung, assignment=assignment.id, rung=rung, heard="Verteld", confirmed=True)
        for rung in Rung
    ]


def test_the_ladder_that_the_lesson_shows_is_the_one_in_the_dossier() -> None:
    table = re.findall(r"^\| (\w+(?: \w+)?) \| (.+?) \| .*?\|$", LESSON, re.M)
    shown = dict(table[[row[0] for row in table].index("Situatie") :])
    steps = ladder(dossier("een-app").intake, given("een-app").id)
    for step in steps:
        told = shown[_(WORDS[step.rung]).capitalize()]
        heard = re.findall(r"\d+\.\d+", step.rows[0].heard) if step.rows else [NOT_YET]
        assert all(one in told for one in heard), told
    assert [bool(step.rows) for step in steps] == [True, False, False, False, False]


@pytest.mark.parametrize("name", TALKED)
def test_before_the_conversation_nothing_was_confirmed(name: str) -> None:
    lacks = missing_steps(ladder(dossier(name).intake, given(name).id))
    assert [one.what for one in lacks] == list(Rung)


@pytest.mark.parametrize("name", TALKED)
def test_the_client_says_in_the_conversation_what_the_dossier_says(name: str) -> None:
    opening = sentences(open_conversation(f"04-{name}").opening)
    story = sentences(dossier(name).story.replace('"', ""))
    for sentence in sentences(given(name).given):
        assert sentence in opening
        assert sentence in story


@pytest.mark.parametrize("name", NAMES)
def test_the_assignment_may_be_given_and_comes_from_somebody_of_the_own_organisation(
    name: str,
) -> None:
    kinds = {one.id: one.kind for one in dossier(name).stakeholders}
    assert given(name).lawful == "yes"
    assert kinds[given(name).client] == "official"


@pytest.mark.parametrize("name", NAMES)
def test_nobody_votes_in_these_dossiers(name: str) -> None:
    assert dossier(name).fracties == ()


def test_a_leaflet_that_does_not_help_leads_to_another_view() -> None:
    judged = {"size": "too_small", "solution_helps": "no", "can_help": "yes"}
    leaflet = given("te-klein").model_copy(update=judged)
    assert advise(leaflet, dossier("te-klein").intake).kind is Kind.REFRAME


def test_what_does_not_fit_is_put_to_the_manager_once_the_situation_is_confirmed() -> None:
    judged = given("past-niet").model_copy(update={"fits": "no", "worth_it": "no"})
    assert advise(judged, dossier("past-niet").intake).kind is Kind.ASK
    assert advise(judged, whole_picture(judged)).kind is Kind.DECLINE


@pytest.mark.parametrize(("ready_made", "kind"), [("no", Kind.WITH_OTHERS), ("yes", Kind.REFRAME)])
def test_whether_culture_is_a_solution_changes_the_advice(ready_made: str, kind: Kind) -> None:
    judged = {"yours": "yes", "fits": "yes", "size": "too_big", "ready_made": ready_made}
    culture = Assignment.model_validate(
        {**given("te-groot").model_dump(), **judged, "solution_helps": "no", "can_help": "yes"}
    )
    assert advise(culture, whole_picture(culture)).kind is kind


def test_too_big_comes_in_the_five_parts_of_the_lesson() -> None:
    assert len(dossier("te-groot").parts) == 5
    assert "Er staan er al vijf" in LESSON
