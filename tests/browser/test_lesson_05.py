"""Every tool of lesson 05, by mouse and by keyboard: customers, expectations, goals, a message."""

import re

from playwright.sync_api import Locator

from tests.browser.conftest import Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/05_verwachtingen.ipynb"
EXPECTED, GOALS, MESSAGE = (
    "Eén verwachting tegelijk",
    "Doelen en maatregelen",
    "Bericht aan een groep",
)


def customers(lesson: Lesson) -> Locator:
    return lesson.tool("input[type=range]").first


def sheet(lesson: Lesson, title: str) -> Locator:
    return lesson.tool(f'.dv-sheet h3:text-is("{title}")').first


def line(tool: Locator, text: str) -> Locator:
    return tool.locator("p").filter(has_text=text).first


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_the_keyboard_gives_the_numbers_that_the_text_names(lesson: Lesson) -> None:
    tool, keyboard = customers(lesson), lesson.page.keyboard
    state = line(tool, "De overheid maakt")
    expect(state).to_contain_text("87 van elke honderd")
    tool.get_by_label("Hoeveel groepen zijn er?").focus()
    for _ in range(7):
        keyboard.press("ArrowRight")
    expect(tool.locator(".dv-now").first).to_have_text("8 groepen")
    expect(state).to_contain_text("52 van elke honderd")
    tool.get_by_label("Hoe verschillend zijn hun wensen?").focus()
    keyboard.press("End")
    expect(state).to_contain_text("30 van elke honderd")
    expect(line(tool, "Het bedrijf")).to_contain_text("Van de 44 die blijven")
    expect(line(tool, "Het bedrijf")).to_contain_text("77 procent")
    expect(tool.locator("img")).to_have_attribute("alt", re.compile("30 tevreden"))
    lesson.photo("customers")


def test_the_mouse_drags_the_groups_back_to_one(lesson: Lesson) -> None:
    tool = customers(lesson)
    tool.get_by_label("Hoeveel groepen zijn er?").click(position={"x": 2, "y": 10})
    expect(tool.locator(".dv-now").first).to_have_text("1 groep")
    expect(line(tool, "Het bedrijf")).to_contain_text("geen reden")


def test_the_mouse_chooses_a_cell_and_reads_what_fits(lesson: Lesson) -> None:
    tool = sheet(lesson, EXPECTED)
    tool.get_by_label("Welke groep?").select_option(label="Ouderen die slecht lopen")
    tool.get_by_label("Welk aspect?").select_option(label="Container dichtbij")
    head = "Ouderen die slecht lopen: Container dichtbij"
    expect(tool.get_by_role("heading", name=head)).to_be_visible()
    expect(line(tool, head)).to_be_visible()
    expect(line(tool, "iets anders dan het verschil laat zien")).to_be_visible()
    lesson.photo("cell")


def test_the_keyboard_moves_the_bar_and_counts_who_has_enough(lesson: Lesson) -> None:
    tool = sheet(lesson, EXPECTED)
    expect(line(tool, "Zo is het goed genoeg")).to_contain_text("voor 1 van de 10 groepen")
    bar = tool.get_by_label("Wanneer is wat beloofd is goed genoeg?")
    bar.focus()
    lesson.page.keyboard.press("ArrowDown")
    expect(line(tool, "Zo is het goed genoeg")).to_contain_text("voor 4 van de 10 groepen")
    expect(line(tool, "waarvan je het weet, is er aan")).to_contain_text("aan 6 minder beloofd")
    lesson.page.keyboard.press("ArrowUp")
    expect(line(tool, "Zo is het goed genoeg")).to_contain_text("voor 1 van de 10 groepen")


def test_what_one_would_do_is_kept(lesson: Lesson, course: Course) -> None:
    tool = sheet(lesson, EXPECTED)
    tool.get_by_label("Wat doe je ermee?").select_option(label="uitleggen waarom en wat")
    field = tool.get_by_label("Hoe, en wie doet dat?")
    field.fill("<b>De wijkbeheerder</b> belt aan")
    field.press("Tab")
    expect(tool.locator("b")).to_have_count(0)
    expect(field.locator("xpath=..")).to_contain_text("Bewaard")
    kept = (course.work / "dossiers" / "afval.json").read_text("utf-8")
    assert "<b>De wijkbeheerder</b> belt aan" in kept


def test_a_goal_that_is_mended_leaves_the_list(lesson: Lesson) -> None:
    tool = sheet(lesson, GOALS)
    missing = line(tool, 'Er staat niet hoever je met "Meer gft')
    expect(missing).to_be_visible()
    chooser = tool.get_by_label("Welk doel of welke maatregel wil je bekijken?")
    gft = "Meer gft en plastic gaat in de goede bak"
    chooser.select_option(label=f"Doel: {gft}")
    expect(tool.get_by_role("heading", name=gft)).to_be_visible()
    field = tool.get_by_label("Straks", exact=True)
    field.fill("70 procent")
    field.blur()
    expect(missing).to_have_count(0)
    lesson.photo("goals")
    tool.get_by_role("button", name="Ongedaan maken").click()
    expect(missing).to_be_visible()


def test_the_keyboard_connects_the_app_with_a_goal(lesson: Lesson) -> None:
    tool, keyboard = sheet(lesson, GOALS), lesson.page.keyboard
    missing = line(tool, '"Een app met de afvalkalender" draagt aan geen doel bij')
    expect(missing).to_be_visible()
    tool.get_by_label("Welk doel of welke maatregel wil je bekijken?").focus()
    keyboard.press("End")
    expect(tool.get_by_role("heading", name="Een app met de afvalkalender")).to_be_visible()
    tool.get_by_label("Verbind met").focus()
    keyboard.press("ArrowDown")
    expect(missing).to_be_visible()
    tool.get_by_role("button", name="Verbind", exact=True).press("Enter")
    expect(missing).to_have_count(0)
    expect(tool.get_by_label("Hoeveel draagt het bij?")).to_be_focused()
    tool.get_by_role("button", name="Ongedaan maken").press("Enter")
    expect(missing).to_be_visible()


def test_the_message_to_large_families_misses_nothing(lesson: Lesson) -> None:
    tool = sheet(lesson, MESSAGE)
    tool.get_by_label("Welk bericht?").select_option(label="Grote gezinnen")
    expect(line(tool, "Een lezer vindt waarom, wat, wanneer")).to_be_visible()
    second = tool.get_by_role("group", name="Tweede lezer")
    expect(second.get_by_label("Waarom verandert het, in hun woorden?")).to_have_value(
        re.compile("geld nodig")
    )
    lesson.photo("message")


def test_a_day_and_a_way_to_ask_are_seen_by_keyboard(lesson: Lesson) -> None:
    tool, keyboard = sheet(lesson, MESSAGE), lesson.page.keyboard
    tool.get_by_label("Welk bericht?").focus()
    keyboard.press("ArrowDown")
    expect(tool.get_by_role("heading", name="Bericht aan: Ouderen")).to_be_visible()
    for label, text in (("Vanaf wanneer?", "binnenkort"), ("Waar kunnen mensen vragen", "bij ons")):
        field = tool.get_by_label(label)
        field.focus()
        keyboard.press("Control+A")
        keyboard.type(text)
        keyboard.press("Tab")
    expect(line(tool, "geen dag")).to_be_visible()
    field = tool.get_by_label("Vanaf wanneer?")
    field.fill("Vanaf 1 april 2027.")
    field.press("Tab")
    expect(line(tool, "geen dag")).to_have_count(0)


def test_a_missing_thing_brings_its_field_and_what_goes_can_come_back(lesson: Lesson) -> None:
    tool, keyboard = sheet(lesson, GOALS), lesson.page.keyboard
    button = tool.get_by_role("button", name='Vul aan: Er staat niet hoever je met "Meer gft')
    button.press("Enter")
    field = tool.get_by_label("Straks", exact=True)
    expect(field).to_be_focused()
    kept = field.locator("xpath=..")
    expect(kept).not_to_contain_text("Bewaard")
    keyboard.type("70 procent")
    expect(kept).to_contain_text("Bewaard")
    expect(button).to_have_count(0)
    gft = "Meer gft en plastic gaat in de goede bak"
    tool.get_by_role("button", name="Verwijder dit").press("Enter")
    undo = tool.get_by_role("button", name="Ongedaan maken")
    expect(undo).to_be_focused()
    expect(tool.get_by_text(f'"{gft}" is weggehaald.')).to_be_visible()
    keyboard.press("Enter")
    expect(tool.get_by_role("heading", name=gft)).to_be_visible()
    expect(undo).to_be_focused()
    keyboard.press("Enter")
    expect(button).to_be_visible()


def test_a_new_goal_is_named_by_typing_and_is_called_so_everywhere(lesson: Lesson) -> None:
    tool, keyboard = sheet(lesson, GOALS), lesson.page.keyboard
    tool.get_by_role("button", name="Voeg een doel toe").dblclick()
    expect(tool.get_by_label("Wat moet er bereikt worden?")).to_be_focused()
    keyboard.type("Minder geluid")
    keyboard.press("Tab")
    expect(tool.get_by_label("Wat moet er bereikt worden?")).to_have_value("Minder geluid")
    expect(
        tool.get_by_role("button", name=re.compile("Vul aan.*Minder geluid")).first
    ).to_be_visible()
    expect(tool.get_by_text("Een nieuw doel")).to_have_count(0)


def test_only_the_first_sheet_warns_in_full(lesson: Lesson) -> None:
    short = lesson.page.locator(".dv-sheet .dv-warning").filter(has_text="Ook hier")
    expect(short).to_have_count(3)
    expect(lesson.page.locator(".dv-sheet .dv-warning")).to_have_count(4)


def test_nothing_sticks_out_of_a_narrow_screen(lesson: Lesson) -> None:
    page = lesson.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_timeout(500)
    out = page.evaluate(
        """() => [...document.querySelectorAll('.jp-OutputArea .dv *')].filter((one) =>
          one.getBoundingClientRect().right > 321 && !one.closest('.dv-same, .dv-picture, svg'))
          .map((one) => one.outerHTML.slice(0, 80))"""
    )
    page.set_viewport_size({"width": 1280, "height": 800})
    assert out == []


def test_a_number_is_typed_and_looked_at_by_keyboard(lesson: Lesson) -> None:
    box = lesson.page.get_by_role("group", name="Hoeveel van de honderd?", exact=True)
    field, keyboard = box.get_by_role("textbox", name="Tevreden mensen"), lesson.page.keyboard
    expect(field).to_have_accessible_description("van de honderd")
    for typed, said in (
        ("", "Vul eerst een getal in."),
        ("veel <b>", "is geen getal"),
        ("140", "Kies een getal van 0 tot en met 100."),
        ("61,5", "aan de hoge kant:"),
        ("27", "komt in de buurt:"),
    ):
        field.fill(typed)
        keyboard.press("Tab")
        keyboard.press("Enter")
        expect(box.get_by_text(said)).to_be_visible()
    box.scroll_into_view_if_needed()
    lesson.photo("estimate-number")
