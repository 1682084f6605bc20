"""The exercises in pieces: alive without a click, and lesson 00 knows what was done there."""

from playwright.sync_api import BrowserContext, expect

from helpers.training.content import lesson_case
from helpers.training.progress import Progress
from tests.browser.conftest import Course, Lesson, open_lesson

LESSON = "exercises/nl/02_belangen_in_beeld.ipynb"
START = "notebooks/nl/00_start.ipynb"


def test_the_exercises_are_alive_and_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    expect(lesson.page.get_by_text("Hier kun je stoppen.").first).to_be_attached()
    first = lesson.tool("text=Standpunt of belang?").first
    first.get_by_role("button", name="Hint", exact=False).first.click()
    expect(lesson.tool("text=Je was bezig met de oefening")).to_contain_text("les 02")
    assert lesson.serious_faults() == []
    lesson.photo("self-study")


def test_lesson_00_says_where_somebody_left_and_erases_it(
    lesson: Lesson, context: BrowserContext, course: Course
) -> None:
    start = open_lesson(context, course, START)
    left = start.tool("text=Je was bezig met de oefening").first
    expect(left.get_by_role("link")).to_have_text("les 02, belangen in beeld")
    case = lesson_case("02")
    assert case
    asked = lesson.page.get_by_role("group", name=case.exercises[0].title, exact=True)
    asked.get_by_role("button", name="Hint", exact=False).click()
    link = left.get_by_role("link", name="de slotcasus van les 02")
    link.click()
    heading = start.page.get_by_role("heading", name=f"Slotcasus: {case.title}")
    expect(heading).to_be_in_viewport(timeout=60_000)
    start.photo("closing-case")
    start.page.get_by_role("tab", name="00_start.ipynb").click()
    mine = start.tool("text=Wis mijn werk").first
    mine.scroll_into_view_if_needed()
    start.photo("my-progress")
    erase = mine.get_by_role("button", name="Wis mijn werk")
    erase.click()
    expect(mine.get_by_role("button", name="Nee, houd alles")).to_be_focused()
    start.page.keyboard.press("Escape")
    expect(erase).to_be_focused()
    assert Progress(course.work).revision
    erase.press("Enter")
    start.photo("my-progress-asks")
    mine.get_by_role("button", name="Ja, wis het").click()
    expect(mine.get_by_role("status").filter(has_text="Je werk is gewist.")).to_be_visible()
    assert not (course.work / "voortgang.json").exists()
    expect(start.tool("text=Je hebt nog geen oefening gedaan.")).to_have_count(1)
    expect(lesson.tool("text=Je hebt nog geen oefening gedaan.")).to_have_count(1)
    assert start.serious_faults() == []
    assert start.complaints == []
    start.page.close()
