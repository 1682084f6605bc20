"""The exercises in pieces: lesson 00 leads to them, both follow each other, and it erases them."""

from playwright.sync_api import Locator

from helpers.training.content import lesson_case, open_exercise
from helpers.training.kinds.exercise import Kind
from helpers.training.progress import Progress
from tests.browser.conftest import READY, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/00_start.ipynb"
GOES_ON = True
START, EXERCISES = "00_start.ipynb", "02_belangen_in_beeld.ipynb"
FIRST, SECOND, THIRD = "Samen Ravelwoude", "Buurtbelang Ravelwoude", "Ondernemend Ravelwoude"


def show(lesson: Lesson, notebook: str) -> None:
    """Turn to a notebook that is open in JupyterLab."""
    lesson.page.get_by_role("tab", name=notebook).click()


def choice(lesson: Lesson, who: str) -> Locator:
    return lesson.tool("p.dv-lead:has-text('De kans op een')").first.get_by_label(who)


def chance(lesson: Lesson) -> Locator:
    return lesson.page.locator(f"{READY} p.dv-lead").filter(has_text="De kans op een").first


def take_hint(course: Course, exercise: Kind) -> None:
    """Begin an exercise, as another window does."""
    Progress(course.work).step(exercise, exercise.hint)


def test_lesson_00_leads_to_the_case_that_somebody_was_busy_with(
    lesson: Lesson, course: Course
) -> None:
    choice(lesson, FIRST).select_option("probably_for")
    take_hint(course, open_exercise("02-standpunt-of-belang"))
    left = lesson.tool("text=Je was bezig met de oefening").first
    expect(left.get_by_role("link")).to_have_text("les 02, belangen in beeld")
    case = lesson_case("02")
    assert case
    take_hint(course, case.exercises[0])
    left.get_by_role("link", name="de slotcasus van les 02").click()
    heading = lesson.page.get_by_role("heading", name=f"Slotcasus: {case.title}")
    expect(heading).to_be_in_viewport(timeout=60_000)
    lesson.photo("closing-case")


def test_the_exercises_are_alive_and_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    lesson.page.wait_for_selector(READY, timeout=60_000)
    expect(lesson.page.get_by_text("Hier kun je stoppen.").first).to_be_attached()
    first = lesson.tool("text=Standpunt of belang?").first
    first.get_by_role("button", name="Hint", exact=False).first.click()
    left = lesson.tool("text=Je was bezig met de oefening")
    expect(left.get_by_role("link")).to_have_text("les 02, belangen in beeld")
    assert lesson.serious_faults() == []
    lesson.photo("self-study")


def test_a_second_notebook_shows_the_work_and_both_follow_each_other(
    lesson: Lesson, course: Course
) -> None:
    expect(choice(lesson, FIRST)).to_have_value("probably_for")
    before, revision = chance(lesson).inner_text(), course.saved()["revision"]
    show(lesson, START)
    choice(lesson, SECOND).select_option("certainly_for")
    show(lesson, EXERCISES)
    expect(choice(lesson, SECOND)).to_have_value("certainly_for")
    expect(chance(lesson)).not_to_have_text(before)
    choice(lesson, THIRD).select_option("probably_for")
    show(lesson, START)
    expect(choice(lesson, THIRD)).to_have_value("probably_for")
    expect(choice(lesson, SECOND)).to_have_value("certainly_for")
    assert course.saved()["revision"] == revision + 2


def test_lesson_00_erases_what_was_done(lesson: Lesson, course: Course) -> None:
    mine = lesson.tool("text=Wis mijn werk").first
    mine.scroll_into_view_if_needed()
    lesson.photo("my-progress")
    erase = mine.get_by_role("button", name="Wis mijn werk")
    erase.click()
    expect(mine.get_by_role("button", name="Nee, houd alles")).to_be_focused()
    lesson.page.keyboard.press("Escape")
    expect(erase).to_be_focused()
    assert Progress(course.work).revision
    erase.press("Enter")
    lesson.photo("my-progress-asks")
    mine.get_by_role("button", name="Ja, wis het").click()
    expect(mine.get_by_role("status").filter(has_text="Je werk is gewist.")).to_be_visible()
    assert not (course.work / "voortgang.json").exists()
    nothing = lesson.tool("text=Je hebt nog geen oefening gedaan.")
    expect(nothing).to_have_count(1)
    assert lesson.serious_faults() == []
    show(lesson, EXERCISES)
    expect(nothing).to_have_count(1)


def test_closing_asks_nothing(lesson: Lesson) -> None:
    lesson.page.keyboard.press("Control+s")
    lesson.page.wait_for_timeout(500)
    with lesson.page.expect_event("close"):
        lesson.page.close(run_before_unload=True)
