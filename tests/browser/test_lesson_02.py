"""Every tool of lesson 02, by mouse and by keyboard; and a package with a firm majority."""

import json
import re

from playwright.sync_api import Locator

from tests.browser.conftest import READY, ROOT, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
GOES_ON = True
FORECAST = "label:has-text('Hoe sterk volgen fracties')"
INTERESTS = "text=Wat wil je zien?"
MAP = "[role=application]"
ORDER = "text=Een kwartier voor de lijst"


def line(tool: Locator, text: str) -> Locator:
    return tool.locator("p").filter(has_text=text)


def trainer_texts() -> list[str]:
    cells = json.loads((ROOT / LESSON).read_text("utf-8"))["cells"]
    sources = ["".join(c["source"]) for c in cells if "trainer" in c["metadata"].get("tags", [])]
    return [re.sub(r"[*_`#>]", "", one.splitlines()[0]).strip()[:40] for one in sources]


def test_code_and_trainer_are_out_of_sight(lesson: Lesson) -> None:
    expect(lesson.page.locator(f"{READY} .jp-CodeCell .jp-InputArea:visible")).to_have_count(0)
    trainer = [t for t in trainer_texts() if lesson.page.get_by_text(t).first.is_visible()]
    assert trainer == []


def test_the_mouse_moves_a_vote_and_picture_and_sentence_follow(lesson: Lesson) -> None:
    tool = lesson.tool(FORECAST)
    chance, picture = line(tool, "De kans op een meerderheid"), tool.locator("img").first
    expect(picture).to_be_attached()
    said, shown = chance.inner_text(), str(picture.get_attribute("alt"))
    tool.get_by_label("Buurtbelang Ravelwoude").select_option(label="zeker voor")
    expect(chance).not_to_have_text(said)
    expect(picture).not_to_have_attribute("alt", shown)
    lesson.photo("lesson-changed")
    tool.get_by_role("button", name="Ongedaan maken").click()
    expect(chance).to_have_text(said)
    expect(picture).to_have_attribute("alt", shown)


def test_the_keyboard_moves_a_vote_and_the_slider(lesson: Lesson) -> None:
    tool, keyboard = lesson.tool(FORECAST), lesson.page.keyboard
    chance = line(tool, "De kans op een meerderheid")
    before = chance.inner_text()
    first = tool.get_by_label("Samen Ravelwoude")
    first.focus()
    keyboard.press("ArrowUp")
    expect(first).to_have_value("probably_for")
    expect(chance).not_to_have_text(before)
    middle = chance.inner_text()
    slider = tool.get_by_role("slider")
    slider.focus()
    keyboard.press("End")
    expect(chance).not_to_have_text(middle)
    assert slider.input_value() == "0.7"
    keyboard.press("Home")
    expect(slider).to_have_value("0")
    expect(slider).to_have_attribute("aria-valuetext", "niet, stap 0 van 14")


def test_a_participant_makes_a_package_with_a_firm_majority(lesson: Lesson) -> None:
    tool = lesson.tool(FORECAST)
    expect(line(tool, "voor fracties met samen 12 van de 31 zetels")).to_be_visible()
    expect(line(tool, "Voor Buurtbelang Ravelwoude, Zilverlijst, Dorpenlijst")).to_be_visible()
    tool.get_by_label("Parkeren").select_option(label="Betaald, met mantelzorgpas")
    expect(line(tool, "voor fracties met samen 8 van de 31 zetels")).to_be_visible()
    tool.get_by_label("Woningen").select_option(label="54 woningen, 24 voor ouderen")
    expect(line(tool, "voor fracties met samen 20 van de 31 zetels")).to_be_visible()
    expect(line(tool, "De kans op een meerderheid is tussen")).to_be_visible()
    lesson.photo("lesson-firm")


def test_back_to_the_start_asks_first_and_can_be_undone(lesson: Lesson) -> None:
    tool = lesson.tool(FORECAST)
    held = line(tool, "voor fracties met samen")
    tool.get_by_label("Geld").select_option(label="Krediet in twee stappen")
    expect(line(tool, "Je verandert dit in het voorstel")).to_contain_text("Geld")
    before = held.inner_text()
    tool.get_by_role("button", name="Zet dit dossier terug naar het begin").click()
    expect(tool.get_by_role("button", name="Nee, laat het staan")).to_be_focused()
    lesson.page.keyboard.press("Escape")
    expect(tool.get_by_role("group", name="Terug naar het begin?")).to_be_hidden()
    tool.get_by_role("button", name="Zet dit dossier terug naar het begin").press("Enter")
    tool.get_by_role("button", name="Ja, zet het terug").press("Enter")
    expect(line(tool, "Dit is het voorstel zoals het er ligt.")).to_be_visible()
    tool.get_by_role("button", name="Ongedaan maken").click()
    expect(held).to_have_text(before)


def test_a_screen_reader_hears_only_what_changed(lesson: Lesson) -> None:
    tool = lesson.tool(FORECAST)
    chance = line(tool, "De kans op een meerderheid")
    said, before = tool.locator("[role=status].dv-sr").last, chance.inner_text()
    tool.get_by_label("Dorpenlijst").select_option(label="zeker voor")
    expect(chance).not_to_have_text(before)
    expect(said).to_have_text(chance.inner_text())
    tool.get_by_role("button", name="Ongedaan maken").click()
    expect(chance).to_have_text(before)


def test_a_removed_interest_leaves_the_focus_in_the_list(lesson: Lesson) -> None:
    tool = lesson.tool(INTERESTS)
    tool.get_by_role("button", name="Wijzig: Dat het parkeren zichzelf betaalt").press("Enter")
    tool.get_by_role("button", name="Verwijder dit belang").press("Enter")
    expect(line(tool, "Het belang is verwijderd.")).to_be_visible()
    expect(tool.locator("summary").filter(has_text="Wethouder ruimte")).to_be_focused()
    tool.get_by_role("button", name="Ongedaan maken").click()
    expect(line(tool, "59 belangen van 24")).to_be_visible()


def test_the_picture_of_what_options_mean_is_there_as_a_table(lesson: Lesson) -> None:
    tool = lesson.tool(INTERESTS)
    tool.locator("summary").filter(has_text="In één beeld").press("Enter")
    tool.locator("summary").filter(has_text="Hetzelfde in een tabel").press("Enter")
    row = tool.get_by_role("row", name=re.compile("^Marktkooplieden"))
    expect(row.get_by_role("cell", name="+16")).to_be_visible()


def test_who_tips_the_vote_unfolds_by_keyboard(lesson: Lesson) -> None:
    tool = lesson.tool(FORECAST)
    tool.locator("summary").focus()
    lesson.page.keyboard.press("Enter")
    expect(tool.get_by_role("img", name="Balken")).to_be_visible()
    lesson.photo("tipping")


def test_the_interest_list_filters_marks_and_changes_by_mouse(lesson: Lesson) -> None:
    tool = lesson.tool(INTERESTS)
    tool.get_by_label("Welke").select_option(label="alleen wat je nog niet weet")
    expect(tool.locator("li.dv-entry")).to_have_count(10)
    tool.get_by_label("Welke").select_option(label="alle belangen")
    mark = tool.get_by_role("button", name="Dit wil ik nakijken: De belofte aan de wijk")
    mark.click()
    expect(line(tool, "23 belangen moeten worden nagekeken")).to_be_visible()
    tool.get_by_role("button", name="Wijzig: De belofte aan de wijk").click()
    form = tool.get_by_role("form")
    form.get_by_label("Belang", exact=False).last.fill("<b>De belofte</b> waarmaken")
    form.get_by_role("button", name="Bewaar").click()
    expect(tool.get_by_text("<b>De belofte</b> waarmaken", exact=True)).to_be_visible()
    lesson.photo("interest-list")


def test_the_interest_list_takes_a_new_interest_by_keyboard(lesson: Lesson) -> None:
    tool, keyboard = lesson.tool(INTERESTS), lesson.page.keyboard
    tool.get_by_role("button", name="Voeg een belang toe").focus()
    keyboard.press("Enter")
    form = tool.get_by_role("form", name="Voeg een belang toe")
    expect(form.get_by_label("Van wie is dit belang?")).to_be_focused()
    form.get_by_role("button", name="Bewaar").focus()
    keyboard.press("Enter")
    expect(form.get_by_text("Kies van wie dit belang is.")).to_be_visible()
    form.get_by_label("Van wie is dit belang?").focus()
    keyboard.type("Waterschap")
    keyboard.press("Tab")
    keyboard.type("Het riool kan dit niet aan.")
    form.get_by_role("button", name="Bewaar").focus()
    keyboard.press("Enter")
    expect(line(tool, "60 belangen van 24 betrokkenen")).to_be_visible()
    expect(tool.get_by_role("button", name="Voeg een belang toe")).to_be_focused()


def test_the_map_moves_by_keyboard_by_mouse_and_in_the_table(
    lesson: Lesson, course: Course
) -> None:
    tool, page = lesson.tool(MAP), lesson.page
    point = tool.get_by_role("button", name=re.compile("^24 Waterschap"))
    point.focus()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(point).to_have_accessible_name(re.compile("^24 Waterschap. Macht 4,5, Betrokkenheid 4"))
    province = tool.get_by_role("button", name=re.compile("^23 Provincie"))
    province.drag_to(tool.get_by_role("application"), target_position={"x": 400, "y": 200})
    expect(province).not_to_have_accessible_name(re.compile("Betrokkenheid 3"))
    tool.locator("summary").filter(has_text="Hetzelfde in getallen").click()
    cell = tool.get_by_role("spinbutton", name="Hoe sterk Waterschap geraakt wordt")
    cell.fill("9")
    cell.press("Tab")
    expect(point).to_have_accessible_name(re.compile("Geraakt 9"))
    lesson.photo("map")
    people = {one["id"]: one for one in course.saved()["dossier"]["stakeholders"]}
    assert (people["waterschap"]["power"], people["waterschap"]["affected"]) == (4.5, 9)


def test_the_map_is_one_stop_of_tab_with_every_mark_inside(lesson: Lesson) -> None:
    tool, keyboard = lesson.tool(MAP), lesson.page.keyboard
    marks = tool.locator(".dv-point")
    total = marks.count()
    assert total == 24
    expect(tool.locator(".dv-point[tabindex='0']")).to_have_count(1)
    tool.get_by_role("button", name="Naar hetzelfde in getallen").focus()
    keyboard.press("Tab")
    keyboard.press("Home")
    for at in range(3):
        expect(marks.nth(at)).to_be_focused()
        keyboard.press("PageDown")
    keyboard.press("End")
    expect(marks.last).to_be_focused()
    keyboard.press("PageUp")
    expect(marks.nth(total - 2)).to_be_focused()
    keyboard.press("Tab")
    expect(tool.locator(".dv-point:focus")).to_have_count(0)
    keyboard.press("Shift+Tab")
    expect(marks.nth(total - 2)).to_be_focused()


def test_an_exercise_is_answered_by_keyboard_and_repeated(lesson: Lesson) -> None:
    tool, keyboard = lesson.tool("text=Standpunt of belang?"), lesson.page.keyboard
    tool.get_by_role("button", name="Hint 1 van 2").click()
    expect(tool.get_by_role("button", name="Hint 2 van 2")).to_be_visible()
    tool.get_by_role("checkbox", name=re.compile("Bouw in drie delen")).focus()
    keyboard.press("Space")
    tool.get_by_role("button", name="Bekijk wat dit doet").focus()
    keyboard.press("Enter")
    again = tool.get_by_role("button", name="Probeer opnieuw")
    expect(again).to_be_enabled()
    lesson.photo("exercise-wrong")
    again.click()
    expect(tool.get_by_role("checkbox", checked=True)).to_have_count(0)
    for text in ("moet elke dag langs kunnen", "wat het plan echt kost"):
        tool.get_by_role("checkbox", name=re.compile(text)).check()
    tool.get_by_role("button", name="Bekijk wat dit doet").click()
    expect(again).to_be_enabled()
    lesson.photo("exercise-right")
