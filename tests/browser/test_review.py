"""A question that did not work out comes back at the start of a later lesson."""

from playwright.sync_api import expect

from tests.browser.conftest import Course, Lesson, open_lesson

LESSON = "notebooks/nl/01_besluitvorming_als_puzzel.ipynb"
LATER = "notebooks/nl/02_belangen_in_beeld.ipynb"
TITLE = "Vier weken eerder"


def test_a_question_that_did_not_work_out_comes_back(lesson: Lesson, course: Course) -> None:
    first = lesson.page.get_by_role("group", name=TITLE, exact=True)
    first.get_by_role("radio").first.check()
    first.get_by_role("button", name="Bekijk wat dit doet").click()
    expect(first.get_by_text("pakt anders uit:")).to_be_visible()

    later = open_lesson(lesson.page.context, course, LATER)
    again = later.page.get_by_role("group", name=TITLE, exact=True)
    expect(later.page.get_by_text("Dit komt uit eerdere lessen.", exact=False)).to_be_visible()
    expect(again.get_by_role("radio", checked=True)).to_have_count(0)
    again.scroll_into_view_if_needed()
    later.photo("review")
    assert later.serious_faults() == []
    again.get_by_role("radio").first.focus()
    later.page.keyboard.press("ArrowDown")
    again.get_by_role("button", name="Bekijk wat dit doet").focus()
    later.page.keyboard.press("Enter")
    expect(again.get_by_text("past hier:")).to_be_visible()
    later.reload()
    expect(again.get_by_text("past hier:")).to_be_visible()
    assert later.complaints == []
    expect(first.get_by_text("pakt anders uit:")).to_be_visible()
