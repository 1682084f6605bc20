"""Lesson 09: a first page, a dossier of it, one out of Excel with faults, and the tools on it."""

import io
import re
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from playwright.sync_api import Locator

from helpers.dossier.workbook import write_template
from tests.browser.conftest import READY, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/09_eigen_dossier.ipynb"
TITLE = "Sporthal Hazerloo"


def chooser(lesson: Lesson) -> Locator:
    return lesson.page.locator(f"{READY} .dv-dossiers")


def sheet(lesson: Lesson, title: str) -> Locator:
    head = lesson.page.get_by_role("heading", name=title, exact=True, level=3)
    return lesson.page.locator(f"{READY} .jp-OutputArea-output").filter(has=head).first


def begun_anew(lesson: Lesson) -> None:
    """Wait until the page of before is gone and the lesson runs again."""
    expect(lesson.page.locator("[data-before]")).to_have_count(0, timeout=60_000)
    lesson.page.wait_for_selector(READY, timeout=60_000)


def before(lesson: Lesson) -> None:
    chooser(lesson).evaluate("card => card.dataset.before = 'yes'")


def fill(sheet: Worksheet, row: int, **values: object) -> None:
    """Write values under the titles of a sheet; a blank in a title is an underscore here."""
    at = {str(cell.value).replace(" ", "_"): cell.column for cell in sheet[1]}
    for title, value in values.items():
        sheet.cell(row, at[title], value)


def workbook(path: Path, mended: bool) -> Path:
    """Write a workbook as somebody fills it in; as long as it is not mended, with two faults."""
    write_template(path)
    book = load_workbook(path)
    head = {str(row[0].value): row[1] for row in book["Dossier"].iter_rows(min_row=2)}
    head["Korte naam"].value, head["Titel"].value = "sporthal", f"{TITLE} uit Excel"
    head["Stand op"].value = "22-11-2026"
    people, wants, route = book["Betrokkenen"], book["Belangen"], book["Route"]
    fill(people, 2, Korte_naam="club", Naam="Hockeyclub", Soort="partner")
    fill(people, 3, Korte_naam="buurt", Naam="De buurt rond het veld", Soort="bewoners")
    fill(people, 4, Korte_naam="dorpen", Naam="Dorpen Samen", Soort="fractie", Zetels=4)
    fill(people, 4, Ingeschatte_stem="waarschijnlijk tegen", Bron_van_de_stem="De wandelgang")
    people.cell(2, 5, 6 if mended else "veel")
    fill(wants, 2, Korte_naam="seizoen", Betrokkene="club", Belang="Een heel seizoen")
    fill(wants, 3, Korte_naam="slaap", Betrokkene="buurt" if mended else "buren")
    wants.cell(3, 3, "Niet weer lawaai.")
    fill(wants, 4, Korte_naam="huur", Betrokkene="dorpen", Belang="Een lagere huur")
    fill(route, 2, Korte_naam="raad", Volgorde=1, Naam="De raad besluit", Waar="gemeenteraad")
    fill(route, 2, Datum="28-1-2037")
    book.save(path)
    return path


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_a_first_page_becomes_a_dossier_by_keyboard(lesson: Lesson) -> None:
    page = sheet(lesson, "Je eigen dossier")
    page.get_by_label("Wie?").first.fill("Hockeyclub")
    interest = page.get_by_label("Wat willen ze beschermen?").first
    interest.fill("Een heel seizoen")
    interest.blur()
    expect(page.get_by_text("Bewaard", exact=True).first).to_be_visible()

    own = chooser(lesson)
    own.get_by_label("Hoe heet het dossier?").focus()
    lesson.page.keyboard.press("Enter")
    expect(own.get_by_text("Schrijf eerst op hoe het dossier heet.")).to_be_visible()
    expect(own.get_by_label("Hoe heet het dossier?")).to_be_focused()
    lesson.page.keyboard.type(TITLE)
    before(lesson)
    lesson.page.keyboard.press("Enter")
    begun_anew(lesson)
    expect(own.get_by_role("heading", name="Jouw dossiers", exact=True)).to_be_focused()
    expect(own.get_by_text(f"Nu open: {TITLE}.")).to_be_visible()
    expect(own.get_by_text("✓ is nu open")).to_be_visible()
    own.scroll_into_view_if_needed()
    lesson.photo("own-begun")
    check = sheet(lesson, "De checklist van je dossier")
    expect(check).to_contain_text("✓ Weet je van iedereen wat die wil beschermen?")
    expect(check).to_contain_text("Nog niet met: Hockeyclub.")
    check.scroll_into_view_if_needed()
    lesson.photo("own-check")


def test_a_workbook_is_brought_in_once_it_is_mended(lesson: Lesson, tmp_path: Path) -> None:
    own = chooser(lesson)
    file = own.get_by_label("Kies je ingevulde Excel-bestand")
    file.set_input_files(workbook(tmp_path / "sporthal.xlsx", mended=False))
    expect(own.get_by_text("In dit bestand moeten eerst 2 dingen in orde.")).to_be_visible()
    faults = own.get_by_role("listitem")
    expect(faults.filter(has_text="Betrokkenen").filter(has_text="veel")).to_be_visible()
    expect(faults.filter(has_text="Belangen").filter(has_text="buren")).to_be_visible()
    expect(own.get_by_text("Verbeter dit in Excel", exact=False)).to_be_visible()
    faults.last.scroll_into_view_if_needed()
    lesson.photo("own-faults")
    assert lesson.serious_faults() == []
    before(lesson)
    file.set_input_files(workbook(tmp_path / "sporthal.xlsx", mended=True))
    begun_anew(lesson)
    expect(own.get_by_text(f"Nu open: {TITLE} uit Excel.")).to_be_visible()
    expect(own.get_by_role("button", name=f"Open {TITLE}", exact=True)).to_be_visible()
    check = sheet(lesson, "De checklist van je dossier")
    expect(check).to_contain_text("Nog niet van: De buurt rond het veld.")
    lesson.photo("own-excel")


def test_the_tables_and_the_checklist_follow_each_other(lesson: Lesson) -> None:
    tables = sheet(lesson, "De tabellen van je dossier")
    place = tables.get_by_label("Plaats", exact=True)
    place.fill("Hazerloo")
    place.press("Enter")
    expect(place).to_have_value("Hazerloo")
    seats = tables.get_by_label("Zetels", exact=True)
    seats.fill("30")
    seats.press("Enter")
    expect(tables.get_by_text("Er zijn 30 zetels", exact=False).first).to_be_visible()
    kept = seats.locator("xpath=following-sibling::p[contains(@class, 'dv-kept')]")
    expect(kept).to_have_text("Bewaard")
    seats.fill("")
    seats.press("Enter")
    tables.get_by_label("Wat vul je in?").select_option(label="Belangen (3)")
    tables.get_by_role("button", name=re.compile("buurt rond het veld")).first.press("Enter")
    wish = tables.get_by_label("Belang", exact=True)
    wish.fill("Slapen na tien uur")
    wish.blur()
    check = sheet(lesson, "De checklist van je dossier")
    expect(check).to_contain_text("✓ Weet je van iedereen wat die wil beschermen?")
    tables.scroll_into_view_if_needed()
    lesson.photo("own-tables")


@pytest.mark.parametrize("name", ["Puzzelbord", "Belangenlijst", "Kaart voor een gesprek"])
def test_a_tool_of_the_lessons_opens_on_the_own_dossier(lesson: Lesson, name: str) -> None:
    tools = sheet(lesson, "Alle hulpmiddelen op je dossier")
    tools.get_by_role("button", name=re.compile(f"^{name}")).press("Enter")
    expect(tools.get_by_role("heading", name=name, exact=True, level=3).first).to_be_visible()
    expect(tools).to_contain_text("Hockeyclub" if name != "Puzzelbord" else "De raad besluit")
    tools.scroll_into_view_if_needed()
    lesson.photo(f"own-tool-{name.split()[0]}")
    tools.get_by_role("button", name="Sluit dit, en laat alle hulpmiddelen zien").press("Enter")
    expect(tools.get_by_role("button", name=re.compile(f"^{name}"))).to_be_visible()


def test_what_is_due_goes_into_a_calendar(lesson: Lesson) -> None:
    due = sheet(lesson, "Wat er moet gebeuren, en wanneer")
    expect(due).to_contain_text("28 januari 2037: Stap op de route: De raad besluit")
    with lesson.page.expect_download() as given:
        due.get_by_role("button", name="Zet dit in mijn agenda").press("Enter")
    assert given.value.suggested_filename == "sporthal.ics"
    due.scroll_into_view_if_needed()
    lesson.photo("own-due")


def test_then_and_now_tells_what_changed(lesson: Lesson) -> None:
    history = sheet(lesson, "Toen en nu")
    expect(history).to_contain_text("Er is 1 regel anders.")
    expect(history.get_by_role("status").filter(has_text="Er is 1 regel anders.")).to_be_visible()
    history.scroll_into_view_if_needed()
    lesson.photo("own-history")


def made(lesson: Lesson, kind: str) -> tuple[str, Path]:
    """Press the button for a file, and return what it is called and where the browser put it."""
    with lesson.page.expect_download() as given:
        sheet(lesson, "Je dossierplan").get_by_role("button", name=f"Maak het {kind}").click()
    return given.value.suggested_filename, Path(given.value.path())


def in_word(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def in_excel(path: Path) -> set[object]:
    sheet = load_workbook(io.BytesIO(path.read_bytes()))["Betrokkenen"]
    return {cell for row in sheet.iter_rows(values_only=True) for cell in row}


def test_the_plan_and_the_tables_hold_a_forecast_only_when_somebody_asks_for_it(
    lesson: Lesson, course: Course
) -> None:
    plan = sheet(lesson, "Je dossierplan")
    name, path = made(lesson, "Word-bestand")
    assert re.fullmatch(r"dossierplan-sporthal-\d{4}-\d\d-\d\d\.docx", name)
    assert (course.work / "verslagen" / name).read_bytes() == path.read_bytes()
    text = in_word(path)
    assert f"Dossierplan: {TITLE} uit Excel" in text
    assert "Een lagere huur" in text
    assert not re.search("waarschijnlijk tegen|De wandelgang|Hoe de stemming kan lopen", text)
    name, path = made(lesson, "Excel-bestand")
    assert re.fullmatch(r"tabellen-sporthal-\d{4}-\d\d-\d\d\.xlsx", name)
    assert "Dorpen Samen" in in_excel(path)
    assert not in_excel(path) & {"waarschijnlijk tegen", "De wandelgang"}

    plan.get_by_label("Zet inschattingen er toch in", exact=False).press("Space")
    why = plan.get_by_label("Waarom moeten ze erin?", exact=False)
    why.fill("Voor het gesprek met de wethouder")
    why.press("Enter")
    plan.scroll_into_view_if_needed()
    lesson.photo("own-plan")
    text = in_word(made(lesson, "Word-bestand")[1])
    for said in ("waarschijnlijk tegen", "De wandelgang", "Voor het gesprek met de wethouder"):
        assert said in text
    assert in_excel(made(lesson, "Excel-bestand")[1]) >= {"waarschijnlijk tegen", "De wandelgang"}


@pytest.mark.parametrize("answer", ["Laat het zoals het is", "Leg het apart in mijn map"])
def test_a_dossier_is_only_laid_aside_after_a_question(
    lesson: Lesson, course: Course, answer: str
) -> None:
    own = chooser(lesson)
    away = own.get_by_role("button", name=f"Haal {TITLE} weg", exact=True)
    away.press("Enter")
    asked = own.get_by_role("group", name=f'Wat wil je met "{TITLE}"?')
    expect(asked.get_by_text("Archiefwet", exact=False)).to_be_visible()
    asked.scroll_into_view_if_needed()
    lesson.photo("own-away")
    asked.get_by_role("button", name=answer).press("Enter")
    expect(asked).to_be_hidden()
    stays = answer.startswith("Laat")
    expect(away).to_have_count(1 if stays else 0)
    if not stays:
        said = own.get_by_role("status").filter(has_text="Het dossier ligt nu in")
        expect(said).to_be_in_viewport()
    kept = list((course.work / "eigen" / "weggelegd").glob("*/*.json"))
    assert bool(kept) is not stays


def test_what_was_done_with_the_open_dossier_is_said_on_the_page_that_begins_anew(
    lesson: Lesson, course: Course
) -> None:
    own, title = chooser(lesson), f"{TITLE} uit Excel"
    own.get_by_role("button", name=f"Haal {title} weg", exact=True).press("Enter")
    before(lesson)
    asked = own.get_by_role("group", name=f'Wat wil je met "{title}"?')
    asked.get_by_role("button", name="Wis het voorgoed").press("Enter")
    begun_anew(lesson)
    expect(own.get_by_text("Het dossier is gewist.")).to_be_visible()
    expect(own.get_by_role("heading", name="Jouw dossiers", exact=True)).to_be_focused()
    expect(own.get_by_text("Je hebt nog geen eigen dossier", exact=False)).to_be_visible()
    assert not list((course.work / "eigen" / "dossiers").glob("sporthal*"))
    lesson.photo("own-erased")


def test_after_all_that_there_are_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []
