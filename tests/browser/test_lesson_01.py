"""Every tool of lesson 01, by mouse and by keyboard."""

import re

from tests.browser.conftest import Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/01_besluitvorming_als_puzzel.ipynb"
BOARD = "text=De route naar het besluit."


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_a_tool_that_loads_slowly_is_given_time(lesson: Lesson) -> None:
    script = """async () => {
      const place = "/lab/extensions/draagvlak-lesson/patience.js";
      const { givePatience } = await import(window.location.origin + place);
      const asked = [];
      const signals = { timeout: (ms) => asked.push(ms) };
      givePatience(signals);
      signals.timeout(2000);
      signals.timeout(500);
      return [asked, String(AbortSignal.timeout).includes("native code")];
    }"""
    assert lesson.page.evaluate(script) == [[300_000, 500], False]


def test_an_agreement_is_made_on_the_puzzle_board_by_mouse(lesson: Lesson) -> None:
    board = lesson.tool(BOARD)
    board.locator("label").filter(has_text="College, aangepast voorstel").click()
    details = board.get_by_role("region")
    expect(details.get_by_role("heading", level=3)).to_have_text("7. College, aangepast voorstel")
    details.get_by_role("button", name="Maak een afspraak").click()
    form = board.get_by_role("form")
    form.get_by_label("Uiterlijk op welke dag?").fill("2026-10-20")
    form.get_by_role("button", name="Bewaar").click()
    expect(form.get_by_label("Wat gaat er gebeuren?")).to_have_attribute("aria-invalid", "true")
    form.get_by_label("Wat gaat er gebeuren?").fill("Nagaan wat de wethouder financiën nodig heeft")
    form.get_by_label("Wie doet").select_option(index=1)
    form.get_by_role("button", name="Bewaar").click()
    expect(board.locator("p").filter(has_text="Voor 1 van de 6 komende stappen")).to_be_visible()
    expect(details.get_by_text("Nagaan wat de wethouder financiën nodig heeft")).to_be_visible()
    lesson.photo("puzzle-board")


def test_an_exercise_looks_at_what_was_done_on_the_board(lesson: Lesson) -> None:
    box = lesson.page.get_by_role("group", name="Twee afspraken op het bord", exact=True)
    box.get_by_role("button", name="Bekijk wat eruit kwam").focus()
    lesson.page.keyboard.press("Enter")
    expect(box.get_by_text("Bereikt: 1 van de 2.")).to_be_visible()
    expect(box.get_by_role("listitem").filter(has_text="is bereikt")).to_have_count(1)
    box.scroll_into_view_if_needed()
    lesson.photo("exercise-do")


def test_the_puzzle_board_goes_by_keyboard(lesson: Lesson) -> None:
    board, keyboard = lesson.tool(BOARD), lesson.page.keyboard
    board.get_by_role("radio", checked=True).focus()
    keyboard.press("ArrowRight")
    title = board.get_by_role("region").get_by_role("heading", level=3)
    expect(title).to_have_text("8. Agendacommissie")
    keyboard.press("ArrowLeft")
    expect(title).to_have_text("7. College, aangepast voorstel")
    board.get_by_role("radio", name=re.compile("^5 ")).focus()
    keyboard.press("Space")
    board.get_by_role("button", name="Deze stap is geweest").focus()
    keyboard.press("Enter")
    expect(
        board.locator("p").filter(has_text="Volgende stap: Gesprekken met fracties klaar")
    ).to_be_visible()
    board.get_by_role("button", name="Ongedaan maken").focus()
    keyboard.press("Enter")
    expect(
        board.locator("p").filter(has_text="Volgende stap: Wijkavond in de Vlierakker")
    ).to_be_visible()


def test_choosing_shows_why(lesson: Lesson) -> None:
    exercise = lesson.tool("text=Vier weken eerder").first
    check = exercise.get_by_role("button", name="Bekijk wat dit doet")
    exercise.get_by_role("radio", name=re.compile("We nemen samen een uur")).check()
    check.click()
    expect(exercise.get_by_role("button", name="Probeer opnieuw")).to_be_enabled()
    expect(exercise.locator(".dv-said").filter(has_text="Past hier")).to_be_visible()
    lesson.photo("exercise-choose")


def test_ordering_goes_by_keyboard_and_keeps_the_focus(lesson: Lesson) -> None:
    exercise, keyboard = lesson.tool("text=Wat komt er eerst?").first, lesson.page.keyboard
    lines = exercise.get_by_role("listitem")
    last = lines.nth(5).inner_text().split("\n")[-1]
    up = exercise.get_by_role("button", name=re.compile("hoger; de regel staat nu op plek 6"))
    up.focus()
    for _ in range(5):
        keyboard.press("Enter")
    expect(lines.first).to_contain_text(last[2:30])
    exercise.get_by_role("button", name="Bekijk wat dit doet").click()
    expect(exercise.get_by_role("button", name="Probeer opnieuw")).to_be_enabled()
    lesson.photo("exercise-order")


def test_writing_opens_the_example_after_an_honest_try(lesson: Lesson) -> None:
    exercise = lesson.tool("text=Een nieuwe collega leest mee")
    box = exercise.get_by_role("textbox")
    beside = exercise.get_by_role("button", name="Leg het naast een voorbeeld")
    box.fill("Nee.")
    beside.click()
    expect(exercise.get_by_role("checkbox")).to_have_count(0)
    box.fill("Ik snap dat je schrikt. " * 6)
    beside.click()
    first = exercise.get_by_role("checkbox").first
    first.check()
    lesson.photo("exercise-write")


def test_work_in_every_tool_and_an_open_agreement_are_back_after_a_reload(lesson: Lesson) -> None:
    notes, board = lesson.tool("textarea").first, lesson.tool(BOARD)
    choice = lesson.tool("text=Wie spreekt er voor het stuk?").first.get_by_role("checkbox").nth(1)
    written = lesson.tool("text=Stel dat het college het voorstel aanpast").get_by_role("textbox")
    board.get_by_role("radio", name=re.compile("^6 ")).focus()
    lesson.page.keyboard.press("Space")
    board.get_by_role("button", name="Deze stap is geweest").click()
    expect(board.get_by_role("button", name="Deze stap is toch nog niet geweest")).to_be_visible()
    choice.check()
    for box in (notes.get_by_role("textbox"), written):
        box.fill("Bellen vóór de commissie")
        box.blur()
    expect(notes.get_by_text("Bewaard", exact=False)).to_be_visible()
    board.locator("label").filter(has_text="Agendacommissie").last.click()
    board.get_by_role("button", name="Maak een afspraak").click()
    agreement = board.get_by_role("form").get_by_label("Wat gaat er gebeuren?")
    agreement.fill("De griffie vragen wanneer het past")
    lesson.reload()
    expect(agreement).to_have_value("De griffie vragen wanneer het past")
    agreement.scroll_into_view_if_needed()
    lesson.photo("open-again")
    board.get_by_role("button", name="Annuleer").click()
    expect(board.get_by_role("form")).to_have_count(0)
    expect(notes.get_by_role("textbox")).to_have_value("Bellen vóór de commissie")
    expect(written).to_have_value("Bellen vóór de commissie")
    expect(choice).to_be_checked()
    board.get_by_role("radio", name=re.compile("^6 ")).focus()
    lesson.page.keyboard.press("Space")
    expect(board.get_by_role("button", name="Deze stap is toch nog niet geweest")).to_be_visible()
