"""Lesson 03: the question coach, three conversations typed to their ends, and the next question."""

import pytest

from tests.browser.conftest import Lesson
from tests.browser.expecting import expect
from tests.browser.talking import Typed, type_to_its_end, typed_talks

LESSON = "notebooks/nl/03_vragen_stellen.ipynb"
GOES_ON = True
COACH = ".dv-coach"


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_the_coach_reads_by_keyboard_and_offers_one_wording(lesson: Lesson) -> None:
    coach = lesson.page.locator(COACH).first
    field = coach.get_by_role("textbox")
    field.fill("Komt dat niet gewoon door de planning?")
    field.press("Enter")
    reading = coach.locator(".dv-reading")
    expect(reading).to_contain_text("stur")
    offered = reading.locator(".dv-section .dv-spoken")
    expect(offered).to_have_text("Hoe is dat zo gekomen?")
    reading.get_by_role("button").click()
    expect(field).to_have_value("Hoe is dat zo gekomen?")
    field.press("Enter")
    expect(coach.locator(".dv-tried tbody tr")).to_have_count(2)
    lesson.photo("coach")


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "How are you?", "🗑️🗑️", "zz " * 3000]
)
def test_the_coach_stays_calm(lesson: Lesson, text: str) -> None:
    coach = lesson.page.locator(COACH).first
    field = coach.get_by_role("textbox")
    field.fill(text)
    coach.get_by_role("button").first.click()
    expect(coach.locator(".dv-reading p").first).to_be_visible()
    assert coach.locator(".dv-reading img").count() == 0


@pytest.mark.parametrize("typed", typed_talks("03"), ids=str)
def test_a_talk_is_typed_to_its_end(lesson: Lesson, typed: Typed) -> None:
    type_to_its_end(lesson, typed)


def test_an_answer_moves_the_list_and_the_forecast(lesson: Lesson) -> None:
    tool = lesson.tool("text=Vul het antwoord in").first
    chance = tool.locator("p").filter(has_text="De kans op een meerderheid").first
    expect(chance).to_contain_text("tussen 7 en 80 procent")
    asked = "Vul het antwoord in: Lommerrijk: Hoe kijkt uw fractie"
    question = tool.get_by_role("button", name=asked)
    question.press("Enter")
    form = tool.get_by_role("form")
    form.get_by_role("combobox").first.select_option(label="waarschijnlijk voor")
    form.get_by_role("button", name="Bewaar").click()
    expect(tool.locator("p").filter(has_text="tussen 26 en 68 procent").first).to_be_visible()
    lesson.photo("next-question")
    tool.get_by_role("button", name="Ongedaan maken").press("Enter")
    expect(chance).to_contain_text("tussen 7 en 80 procent")
    expect(question).to_have_count(1)
