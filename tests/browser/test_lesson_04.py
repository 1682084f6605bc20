"""Lesson 04: four clients typed to their ends, the intake and another view on the question."""

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import Lesson
from tests.browser.expecting import expect
from tests.browser.talking import Typed, type_to_its_end, typed_talks

LESSON = "notebooks/nl/04_je_opdrachtgever_sturen.ipynb"
RUNGS = ("situatie 2", "probleem", "oorzaak", "al geprobeerd", "gewenst resultaat")


def intake(lesson: Lesson) -> Locator:
    return lesson.tool("text=Intake: wat heeft de opdrachtgever nodig?").first


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


@pytest.mark.parametrize("typed", typed_talks("04"), ids=str)
def test_a_talk_is_typed_to_its_end(lesson: Lesson, typed: Typed) -> None:
    type_to_its_end(lesson, typed)


def test_another_view_opens_only_when_the_picture_is_whole_and_confirmed(lesson: Lesson) -> None:
    sheet = intake(lesson)
    view = lesson.tool("text=Een andere kijk op de vraag").first
    expect(view).to_contain_text("komt nu te vroeg")
    sheet.get_by_role("button", name="Nog iets gehoord (situatie)").press("Enter")
    expect(sheet.get_by_label("Wat heb je gehoord? (situatie 2)", exact=True)).to_be_focused()
    for rung in RUNGS:
        field = sheet.get_by_label(f"Wat heb je gehoord? ({rung})", exact=True)
        field.fill(f"Dit is de {rung}.")
        field.blur()
        sheet.get_by_label(f"Samengevat, en de opdrachtgever zei dat het klopt ({rung})").press(
            "Space"
        )
    expect(view).not_to_contain_text("komt nu te vroeg")
    lesson.photo("another-view")
