"""A meeting chaired in the browser: by keyboard, in haste, by mouse, and on a narrow screen."""

import pytest
from playwright.sync_api import Locator

from tests.browser.conftest import READY, Course, Lesson
from tests.browser.expecting import expect
from tests.browser.test_conversation import KERNEL, WATCH_FRAMES

LESSON = "notebooks/nl/06_de_koek_groter_maken.ipynb"


def tool(lesson: Lesson) -> Locator:
    return lesson.page.locator(".dv-chairing").first


def happened(lesson: Lesson) -> Locator:
    return tool(lesson).get_by_role("log").get_by_role("listitem")


def lines(lesson: Lesson) -> Locator:
    return tool(lesson).locator(".dv-lines button")


def test_by_keyboard_an_act_is_done_once_however_often_enter_is_pressed(lesson: Lesson) -> None:
    count = happened(lesson).count()
    lines(lesson).first.focus()
    for _press in range(3):
        lesson.page.keyboard.press("Enter")
    expect(tool(lesson).locator(".dv-you")).to_have_count(1)
    expect(tool(lesson).get_by_role("heading", name="Wat doe je?")).to_be_focused()
    assert happened(lesson).count() > count + 1
    lesson.page.keyboard.press("Tab")
    expect(lines(lesson).first).to_be_focused()


def test_trust_is_shown_only_after_a_guess(lesson: Lesson) -> None:
    expect(tool(lesson).get_by_role("table")).to_have_count(0)
    lines(lesson).nth(1).click()
    question = tool(lesson).get_by_role("group", name="Voordat je het ziet")
    expect(question).to_be_visible()
    expect(lines(lesson)).to_have_count(0)
    question.get_by_role("radio").first.focus()
    lesson.page.keyboard.press("ArrowDown")
    lesson.page.keyboard.press("Tab")
    lesson.page.keyboard.press("Enter")
    table = tool(lesson).get_by_role("table")
    expect(table).to_have_count(1)
    expect(table.get_by_role("row")).to_have_count(6)
    expect(table).to_contain_text("vertrouwen")
    expect(happened(lesson).filter(has_text="Dit is een verhaal, geen meting")).to_have_count(1)
    lesson.photo("chairing-trust")


def test_after_a_kernel_that_was_killed_the_meeting_goes_on(lesson: Lesson, course: Course) -> None:
    before = happened(lesson).all_inner_texts()
    assert len(before) > 5
    lesson.page.evaluate(
        f"code => void window.{KERNEL}.requestExecute({{ code }})", "import os; os._exit(1)"
    )
    bar = lesson.page.locator("[data-draagvlak-bar]")
    expect(bar).to_contain_text("Kijk je laatste zin straks even na", timeout=30_000)
    lesson.page.wait_for_selector(READY, timeout=60_000)
    expect(happened(lesson)).to_have_count(len(before))
    assert happened(lesson).all_inner_texts() == before
    assert (course.work / "voorzitten.json").exists()


@pytest.mark.parametrize("width", [1280, 400])
def test_it_fits_the_screen(lesson: Lesson, width: int) -> None:
    lesson.page.set_viewport_size({"width": width, "height": 800})
    wide = "node => node.scrollWidth > node.clientWidth + 1"
    assert not tool(lesson).evaluate(wide)
    lesson.photo(f"chairing-{width}")
    lesson.page.set_viewport_size({"width": 1280, "height": 800})


def test_at_the_end_the_report_has_the_focus_and_is_printed_alone(lesson: Lesson) -> None:
    report = tool(lesson).locator(".dv-report")
    for _act in range(20):
        if report.is_visible():
            break
        count = happened(lesson).count()
        radios = tool(lesson).get_by_role("radio")
        if radios.count():
            radios.last.check()
            tool(lesson).get_by_role("button", name="Laat het vertrouwen zien").click()
        else:
            lines(lesson).first.click()
        expect(happened(lesson).nth(count)).to_be_visible()
    expect(report.get_by_role("heading", level=3)).to_be_focused()
    heads = report.get_by_role("heading", level=4)
    expect(heads.first).to_have_text("Hoe het afliep")
    expect(heads.last).to_have_text("Eén ding om de volgende keer te proberen")
    expect(report.get_by_role("table").get_by_role("row")).to_have_count(6)
    lesson.page.evaluate(WATCH_FRAMES)
    tool(lesson).get_by_role("button", name="Druk dit overleg af").click()
    page = lesson.page.evaluate("window.printedPages[0].contentDocument.body.innerText")
    assert "Ronde 1: De opening" in page
    assert "Keerpunten" in page
    assert "Bronoverleg" not in page
    lesson.page.evaluate("window.printedPages[0].remove()")
    assert lesson.serious_faults() == []


def test_begun_again_the_earlier_time_is_told(lesson: Lesson) -> None:
    tool(lesson).get_by_role("button", name="Begin opnieuw").click()
    expect(tool(lesson).locator(".dv-you")).to_have_count(0)
    tool(lesson).locator("summary", has_text="Eerdere keren").click()
    expect(tool(lesson).locator(".dv-earlier li")).to_contain_text(["aan tafel"])
