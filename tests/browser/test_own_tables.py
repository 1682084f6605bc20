"""Lesson 09: tables filled in by mouse and keyboard, and a tool on what is in them."""

import re

from playwright.sync_api import Locator

from tests.browser.conftest import READY, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/09_eigen_dossier.ipynb"
GOES_ON = True


def sheet(lesson: Lesson, title: str) -> Locator:
    head = lesson.page.get_by_role("heading", name=title, exact=True, level=3)
    return lesson.page.locator(f"{READY} .jp-OutputArea-output").filter(has=head).first


def tables(lesson: Lesson) -> Locator:
    return sheet(lesson, "De tabellen van je dossier")


def to(lesson: Lesson, label: str) -> Locator:
    shown = tables(lesson)
    choice = shown.get_by_label("Wat vul je in?")
    option = choice.locator("option").filter(has_text=re.compile(rf"^{label} \("))
    choice.select_option(value=str(option.get_attribute("value")))
    expect(shown.get_by_role("heading", name=label, exact=True)).to_be_visible()
    return shown


def test_a_number_that_does_not_fit_is_said_at_the_field(lesson: Lesson) -> None:
    shown = tables(lesson)
    seats = shown.get_by_label("Zetels")
    seats.fill("veel")
    seats.blur()
    expect(seats).to_have_attribute("aria-invalid", "true")
    expect(shown.get_by_text(re.compile("veel. kan hier niet"))).to_be_visible()
    expect(seats).to_have_value("veel")
    expect(seats.locator("xpath=following-sibling::p[1]")).to_have_text("")
    seats.scroll_into_view_if_needed()
    lesson.photo("tables-head")
    seats.fill("31")
    seats.blur()
    expect(seats).to_have_attribute("aria-invalid", "false")


def test_a_row_is_made_by_keyboard_and_goes_with_undo(lesson: Lesson) -> None:
    shown = to(lesson, "Betrokkenen")
    shown.get_by_role("button", name="Voeg er een toe").press("Enter")
    name = shown.get_by_label("Naam", exact=True)
    expect(name).to_be_focused()
    lesson.page.keyboard.type("Wijkraad Noord")
    lesson.page.keyboard.press("Tab")
    kind = shown.get_by_label("Soort")
    expect(kind).to_be_focused()
    kind.select_option(label="bewoners")
    expect(shown.get_by_label("Macht")).to_be_visible()
    expect(name).to_have_value("Wijkraad Noord")
    shown.get_by_label("Macht").select_option(label="7 (veel)")
    kind.scroll_into_view_if_needed()
    lesson.photo("tables-row")
    shown.get_by_role("button", name="Terug naar de lijst").press("Enter")
    row = shown.get_by_role("button", name="Wijkraad Noord")
    expect(row).to_be_focused()
    row.press("Enter")
    expect(name).to_be_focused()
    shown.get_by_role("button", name="Verwijder dit").press("Enter")
    undo = shown.get_by_role("button", name="Ongedaan maken")
    expect(undo).to_be_focused()
    expect(shown.get_by_text("Verwijderd: Wijkraad Noord.", exact=False)).to_be_visible()
    lesson.page.keyboard.press("Enter")
    expect(row).to_be_visible()


def test_what_goes_along_is_asked_first(lesson: Lesson) -> None:
    shown = to(lesson, "Belangen")
    shown.get_by_role("button", name="Voeg er een toe").click()
    shown.get_by_label("Betrokkene", exact=True).select_option(label="Wijkraad Noord")
    wish = shown.get_by_label("Belang", exact=True)
    wish.fill("Rust in de straat")
    wish.blur()
    shown.get_by_label("Gewicht").select_option(index=6)
    wish.scroll_into_view_if_needed()
    lesson.photo("tables-interest")
    shown.get_by_role("button", name="Terug naar de lijst").click()
    expect(shown.get_by_role("button", name="Wijkraad Noord: Rust in de straat")).to_be_focused()
    to(lesson, "Betrokkenen")
    shown.get_by_role("button", name="Wijkraad Noord").click()
    shown.get_by_role("button", name="Verwijder dit").press("Enter")
    leave = shown.get_by_role("button", name="Laat staan")
    expect(leave).to_be_focused()
    expect(shown.get_by_text("Dit gaat mee weg: Belangen (1).")).to_be_visible()
    leave.scroll_into_view_if_needed()
    lesson.photo("tables-ask")
    leave.press("Enter")
    expect(shown.get_by_role("button", name="Verwijder dit")).to_be_focused()


def test_a_tool_opens_below_the_list_and_the_way_back_is_kept(lesson: Lesson) -> None:
    shown = sheet(lesson, "Alle hulpmiddelen op je dossier")
    row = shown.get_by_role("button", name=re.compile("^Belangenlijst"))
    row.scroll_into_view_if_needed()
    lesson.photo("own-tools")
    row.press("Enter")
    expect(shown.get_by_role("heading", name="Belangenlijst")).to_be_focused()
    expect(shown.get_by_text("1 belang van 1 betrokkene", exact=False)).to_be_visible()
    expect(shown.get_by_role("heading", name="Belangenlijst")).to_be_in_viewport()
    lesson.page.wait_for_timeout(1_000)
    expect(shown.get_by_role("heading", name="Belangenlijst")).to_be_in_viewport()
    lesson.photo("own-tool-open")
    back = shown.get_by_role("button", name="Sluit dit", exact=False)
    back.press("Enter")
    expect(row).to_be_focused()
    expect(shown.get_by_text("1 belang van 1 betrokkene", exact=False)).to_have_count(0)
    shown.get_by_role("button", name=re.compile("^Stemverwachting")).click()
    expect(
        shown.get_by_text("Er staat nog geen fractie met zetels", exact=False).first
    ).to_be_visible()
    lesson.page.wait_for_timeout(1_000)
    lesson.photo("own-tool-missing")
    assert lesson.serious_faults() == []


def test_all_of_it_fits_a_small_screen(lesson: Lesson) -> None:
    lesson.page.set_viewport_size({"width": 400, "height": 800})
    shown = to(lesson, "Belangen")
    shown.get_by_role("button", name=re.compile("^Wijkraad Noord")).click()
    wish = shown.get_by_label("Belang", exact=True)
    wish.scroll_into_view_if_needed()
    lesson.photo("tables-400")
    card = shown.locator(".dv-card").first
    assert card.evaluate("node => node.scrollWidth <= node.clientWidth + 1")
    tools = sheet(lesson, "Alle hulpmiddelen op je dossier")
    tools.get_by_role("button", name="Sluit dit", exact=False).click()
    tools.get_by_role("button", name=re.compile("^Puzzelbord")).scroll_into_view_if_needed()
    lesson.photo("own-tools-400")
    lesson.page.set_viewport_size({"width": 1280, "height": 800})
