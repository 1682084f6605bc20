"""Sorting, matching, estimating and looking elsewhere, by mouse and by keyboard."""

import re

from playwright.sync_api import Locator

from helpers.training.content import open_exercise
from helpers.training.progress import Progress
from tests.browser.conftest import Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
SORT = {
    "Mantelzorgkring": "Gevraagd en gehoord",
    "Marktkooplieden": "Gevraagd en gehoord",
    "Nuchter": "Gelezen of in het openbaar gehoord",
    "Samen Ravelwoude": "Gelezen of in het openbaar gehoord",
    "Lommerrijk": "Zelf bedacht",
    "Bewoners rond het plein": "Zelf bedacht",
}
AGAIN = "Vier weken eerder"


def prepare(course: Course) -> None:
    """Let a question of lesson 01 have turned out otherwise."""
    kind = open_exercise("01-vier-weken-eerder")
    wrong = [part.id for part in kind.parts if not getattr(part, "right", False)]
    progress = Progress(course.work)
    progress.step(kind, lambda attempt: kind.check(kind.answer(attempt, wrong[:1])))


def exercise(lesson: Lesson, title: str) -> Locator:
    return lesson.page.get_by_role("group", name=title, exact=True)


def press(box: Locator, name: str) -> None:
    box.get_by_role("button", name=name).click()


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    exercise(lesson, "Een plek op de kaart").scroll_into_view_if_needed()
    assert lesson.serious_faults() == []


def test_a_question_that_did_not_work_out_comes_back(lesson: Lesson, course: Course) -> None:
    again = exercise(lesson, AGAIN)
    expect(lesson.page.get_by_text("Dit komt uit eerdere lessen.", exact=False)).to_be_visible()
    expect(again.get_by_role("radio", checked=True)).to_have_count(0)
    again.scroll_into_view_if_needed()
    lesson.photo("review")
    again.get_by_role("radio").first.focus()
    lesson.page.keyboard.press("ArrowDown")
    again.get_by_role("button", name="Bekijk wat dit doet").focus()
    lesson.page.keyboard.press("Enter")
    expect(again.get_by_text("past hier:")).to_be_visible()
    first = open_exercise("01-vier-weken-eerder")
    assert not Progress(course.work).attempt(first).right, "what was answered there stays"


def test_a_sorting_is_done_and_begun_again(lesson: Lesson) -> None:
    box = exercise(lesson, "Hoe weet je het?")
    before = box.get_by_role("combobox").evaluate_all("all => all.map(one => one.dataset.part)")
    press(box, "Bekijk wat dit doet")
    expect(box.get_by_text("Bij 6 regels staat nog niets.")).to_be_visible()
    for line, group in SORT.items():
        wanted = "Gevraagd en gehoord" if line == "Lommerrijk" else group
        box.get_by_role("combobox", name=re.compile(f"^{line}")).select_option(wanted)
    press(box, "Bekijk wat dit doet")
    expect(box.get_by_text("Bij 5 van de 6 regels staat wat hier past.")).to_be_visible()
    expect(box.get_by_text("pakt anders uit:")).to_be_visible()
    box.scroll_into_view_if_needed()
    lesson.photo("sort-wrong")
    box.get_by_role("combobox", name=re.compile("^Lommerrijk")).select_option("Zelf bedacht")
    press(box, "Bekijk wat dit doet")
    expect(box.get_by_text("Bij 6 van de 6 regels staat wat hier past.")).to_be_visible()
    press(box, "Probeer opnieuw")
    first = box.get_by_role("combobox").first
    expect(first).to_have_value("")
    after = box.get_by_role("combobox").evaluate_all("all => all.map(one => one.dataset.part)")
    assert sorted(after) == sorted(before)
    assert after != before


def test_a_sorting_goes_by_keyboard(lesson: Lesson) -> None:
    box, keyboard = exercise(lesson, "Hoe weet je het?"), lesson.page.keyboard
    box.get_by_role("combobox").first.focus()
    for _line in SORT:
        keyboard.press("ArrowDown")
        keyboard.press("Tab")
    expect(box.get_by_role("button", name="Bekijk wat dit doet")).to_be_focused()
    keyboard.press("Enter")
    expect(box.get_by_text("Bij 2 van de 6 regels staat wat hier past.")).to_be_visible()
    expect(box.get_by_role("button", name="Bekijk wat dit doet")).to_be_focused()


def test_a_dot_goes_on_the_map_by_keyboard_and_by_mouse(lesson: Lesson) -> None:
    box, keyboard = exercise(lesson, "Een plek op de kaart"), lesson.page.keyboard
    press(box, "Bekijk wat dit doet")
    expect(box.get_by_text("Zet eerst de stip op een plek.")).to_be_visible()
    sliders = box.get_by_role("slider")
    sliders.first.focus()
    for _step in range(3):
        keyboard.press("ArrowLeft")
    expect(sliders.first).to_have_value("2")
    keyboard.press("Tab")
    keyboard.press("End")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(box.get_by_text("komt in de buurt:")).to_have_count(2)
    box.scroll_into_view_if_needed()
    lesson.photo("estimate-map")
    picture = box.locator("svg")
    size = picture.bounding_box()
    assert size
    picture.click(position={"x": size["width"] * 0.9, "y": size["height"] * 0.9})
    expect(sliders.last).to_have_value("1")
    expect(sliders.last).to_have_attribute("aria-valuetext", re.compile(r"^1, op een schaal van 0"))
    press(box, "Bekijk wat dit doet")
    expect(box.get_by_text("Aan de hoge kant:")).to_be_visible()
    expect(box.get_by_text("Aan de lage kant:")).to_be_visible()


def test_a_round_just_begun_has_nothing_to_repeat(lesson: Lesson) -> None:
    box = exercise(lesson, "Hoe weet je het?")
    again = box.get_by_role("button", name="Probeer opnieuw")
    press(box, "Probeer opnieuw")
    expect(box.get_by_role("combobox").first).to_have_value("")
    expect(again).to_have_attribute("aria-disabled", "true")
    expect(again).to_have_accessible_description("Je hebt in deze ronde nog niets gedaan.")
    again.press("Enter")
    expect(box.get_by_text("Je hebt in deze ronde nog niets gedaan.")).to_be_in_viewport()
    chosen = box.get_by_role("combobox", name=re.compile("^Nuchter"))
    chosen.select_option("Zelf bedacht")
    expect(again).not_to_have_attribute("aria-disabled", "true")


def test_a_text_lies_beside_the_example(lesson: Lesson) -> None:
    box = exercise(lesson, "Een regel voor de belangenlijst")
    box.get_by_role("textbox").fill("Ze zeggen dat daar niemand komt. " * 5)
    press(box, "Leg het naast een voorbeeld")
    example = box.get_by_role("heading", name="Een voorbeeld")
    expect(example).to_be_visible()
    box.scroll_into_view_if_needed()
    lesson.photo("write-beside")
    own, other = box.get_by_role("textbox").bounding_box(), example.bounding_box()
    assert own
    assert other
    assert own["x"] + own["width"] <= other["x"] + 1, "they stand side by side"
