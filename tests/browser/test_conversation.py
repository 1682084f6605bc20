"""A conversation in the browser: by keyboard, in haste, through a kernel that stops, on paper."""

from playwright.sync_api import Locator

from tests.browser.conftest import READY, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/03_vragen_stellen.ipynb"
KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
FIRST = "Wat zou die bijlage moeten oplossen?"
WATCH_FRAMES = """() => {
  window.printedPages = [];
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const one of addedNodes)
        if (one.tagName === "IFRAME") {
          window.printedPages.push(one);
          one.contentWindow.print = () => {};
        }
  }).observe(document.body, { childList: true });
}"""


def talk(lesson: Lesson) -> Locator:
    """Return the first conversation of the lesson."""
    return lesson.page.locator(".dv-conversation").first


def said(lesson: Lesson) -> Locator:
    return talk(lesson).get_by_role("log").get_by_role("listitem")


def field(lesson: Lesson) -> Locator:
    return talk(lesson).get_by_label("Of zeg het in je eigen woorden")


def test_a_typed_line_is_said_with_enter_and_shows_how_it_was_read(lesson: Lesson) -> None:
    expect(said(lesson)).to_have_count(1)
    field(lesson).fill(FIRST)
    field(lesson).press("Enter")
    expect(said(lesson)).to_have_count(3)
    expect(said(lesson).nth(1)).to_contain_text("Dit leest de cursus als een open vraag")
    expect(said(lesson).nth(1).locator("mark").first).to_be_visible()
    expect(field(lesson)).to_have_value("")
    expect(field(lesson)).to_be_focused()


def test_what_is_not_understood_costs_no_turn_and_stays_in_the_field(lesson: Lesson) -> None:
    count = said(lesson).count()
    for text in ("hallo", "How are you doing today?", "<img src=x onerror=alert(1)>", "   "):
        field(lesson).fill(text)
        field(lesson).press("Enter")
        expect(
            talk(lesson)
            .get_by_role("status")
            .filter(has_text="kies een zin")
            .or_(talk(lesson).get_by_role("status").filter(has_text="Een groet mag"))
            .first
        ).to_be_visible()
        expect(field(lesson)).to_have_value(text)
    expect(said(lesson)).to_have_count(count)
    field(lesson).fill("")


def test_shift_enter_begins_a_new_line(lesson: Lesson) -> None:
    field(lesson).press_sequentially("Eén")
    field(lesson).press("Shift+Enter")
    field(lesson).press_sequentially("twee")
    expect(field(lesson)).to_have_value("Eén\ntwee")


def test_an_offered_line_is_said_once_by_keyboard_and_in_haste(lesson: Lesson) -> None:
    count = said(lesson).count()
    line = talk(lesson).locator(".dv-lines button").first
    line.focus()
    for _press in range(3):
        lesson.page.keyboard.press("Enter")
    expect(said(lesson)).to_have_count(count + 2)
    expect(talk(lesson).get_by_role("heading", name="Wat zeg je?")).to_be_focused()
    lesson.page.keyboard.press("Tab")
    expect(talk(lesson).locator(".dv-lines button").first).to_be_focused()


def test_after_a_kernel_that_was_killed_the_talk_goes_on_at_the_same_turn(
    lesson: Lesson, course: Course
) -> None:
    before = said(lesson).all_inner_texts()
    assert len(before) > 3
    field(lesson).fill("Nog niet gezegd.\nOok dit niet.")
    lesson.page.evaluate(
        f"code => void window.{KERNEL}.requestExecute({{ code }})", "import os; os._exit(1)"
    )
    bar = lesson.page.locator("[data-draagvlak-bar]")
    expect(bar).to_contain_text("Kijk je laatste zin straks even na", timeout=30_000)
    lesson.page.wait_for_selector(READY, timeout=60_000)
    expect(said(lesson)).to_have_count(len(before))
    assert said(lesson).all_inner_texts() == before
    expect(field(lesson)).to_have_value("Nog niet gezegd.\nOok dit niet.")
    field(lesson).fill("Wat hebt u de fracties erover horen zeggen?")
    field(lesson).press("Enter")
    expect(said(lesson)).to_have_count(len(before) + 2)
    assert (course.work / "gesprekken.json").exists()


def test_the_end_asks_first_and_gives_a_report_that_is_printed_alone(lesson: Lesson) -> None:
    talk(lesson).get_by_role("button", name="Rond het gesprek af").click()
    talk(lesson).get_by_role("button", name="Ja", exact=True).click()
    title = talk(lesson).get_by_role("heading", name="Wat het opleverde")
    expect(title).to_be_focused()
    heads = talk(lesson).locator(".dv-report").get_by_role("heading", level=4)
    expect(heads.first).to_have_text("Wat de ander eraan had")
    expect(heads.last).to_have_text("Eén ding om de volgende keer te proberen")
    lesson.photo("conversation-report")
    lesson.page.evaluate(WATCH_FRAMES)
    talk(lesson).get_by_role("button", name="Druk dit gesprek af").click()
    page = lesson.page.evaluate("window.printedPages[0].contentDocument.body.innerText")
    assert FIRST in page
    assert "Keerpunten" in page
    assert "Vragen stellen" not in page
    lesson.page.evaluate("window.printedPages[0].remove()")


def test_a_talk_that_is_over_is_read_back_turn_by_turn(lesson: Lesson) -> None:
    talk(lesson).get_by_role("button", name="Begin opnieuw").click()
    expect(said(lesson)).to_have_count(1)
    talk(lesson).locator("summary").click()
    talk(lesson).get_by_role("button", name="Volgende beurt").click()
    replay = talk(lesson).locator("details")
    expect(replay).to_contain_text("Beurt 1 van")
    expect(replay).to_contain_text(FIRST)
    assert lesson.serious_faults() == []
