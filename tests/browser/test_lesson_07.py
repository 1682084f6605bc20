"""Lesson 07: the card for a call, and the manager typed to a good and to a poor end."""

import json

import pytest

from tests.browser.conftest import Course, Lesson
from tests.browser.expecting import expect
from tests.browser.talking import Typed, type_to_its_end, typed_talks

LESSON = "notebooks/nl/07_verbinden_bij_weerstand.ipynb"


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_the_card_looks_at_what_stands_in_it(lesson: Lesson) -> None:
    card = lesson.tool("text=Kaart voor een gesprek").first
    questions = card.get_by_label("Je vragen", exact=False).first
    questions.fill("Wij willen dat u meewerkt.")
    questions.blur()
    expect(card).to_contain_text('"Wij willen dat u meewerkt." is geen')
    questions.fill("Wat kunt u zelf zien?")
    questions.blur()
    expect(card).not_to_contain_text("meewerkt")
    lesson.photo("card")


def test_a_day_that_is_cleared_in_part_is_asked_for_and_not_taken_away(
    lesson: Lesson, course: Course
) -> None:
    card = lesson.tool("text=Kaart voor een gesprek").first
    asked = card.get_by_role("status").filter(has_text="Deze datum is niet volledig")
    day = card.get_by_label("Op welke dag bel je?")
    day.fill("2026-09-15")
    day.blur()
    why = card.get_by_label("Waarom bel je nu?")
    why.fill("Het besluit komt eraan.")
    day.focus()
    lesson.page.keyboard.press("Backspace")
    why.focus()
    expect(asked).to_be_visible()
    why.fill("Het besluit komt eraan, en ik wil eerst luisteren.")
    why.blur()
    path = course.work / "dossiers" / "vakantieverhuur.json"
    expect(card.get_by_text("Bewaard", exact=True).first).to_be_visible()
    saved = [one["date"] for one in json.loads(path.read_text("utf-8"))["dossier"]["preparations"]]
    assert "2026-09-15" in saved
    day.fill("2026-10-01")
    day.blur()
    expect(asked).to_have_count(0)
    expect(day).to_have_value("2026-10-01")
    lesson.photo("half-a-day")


@pytest.mark.parametrize("typed", typed_talks("07"), ids=str)
def test_the_call_is_typed_to_its_end(lesson: Lesson, typed: Typed) -> None:
    type_to_its_end(lesson, typed)
