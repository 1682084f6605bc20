"""Every tool of lesson 06, by mouse and by keyboard: stories, packages, the chair."""

from playwright.sync_api import Locator

from tests.browser.conftest import Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/06_de_koek_groter_maken.ipynb"
GOES_ON = True
FIRST = {
    "Aantal en plek": "6.000, vooral bij het station",
    "Sociale huur": "30 procent in elke gemeente",
    "Het tekort": "Ieder een derde",
    "Tempo": "Driekwart gestart voor 2031",
}
BROUGHT = {
    "Bereikbaarheid": "Busbaan en tweede station",
    "Water": "Waterpark in de Lage Polder",
    "Dorpsharten": "In elk dorp één plek",
    "Grond en planteam": "Planteam en vaste grondprijs",
}


def tool(lesson: Lesson, title: str) -> Locator:
    return lesson.tool(f'h3:text-is("{title}")').first


def stories(lesson: Lesson) -> Locator:
    return tool(lesson, "Wat elke partij vertelt")


def maker(lesson: Lesson) -> Locator:
    return tool(lesson, "Maak een pakket")


def says(lesson: Lesson, text: str) -> None:
    expect(maker(lesson).locator("p").filter(has_text=text).first).to_be_visible()


def keep(lesson: Lesson, name: str) -> None:
    field = maker(lesson).get_by_label("Naam van het pakket op tafel")
    field.fill(name)
    field.press("Enter")
    expect(maker(lesson).get_by_role("table").filter(has_text=name)).to_be_visible()


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_a_summary_is_written_and_then_asks_to_be_confirmed(lesson: Lesson) -> None:
    form = stories(lesson)
    lacks = form.locator("p").filter(has_text="Nog niet samengevat: Ministerie")
    expect(lacks).to_be_visible()
    form.get_by_label("Wie vertelt?").select_option("ministerie")
    expect(form.get_by_role("heading", name="Ministerie")).to_be_visible()
    form.get_by_label("Wat hoorden wij?").fill("Er moet echt gebouwd worden.")
    lesson.page.keyboard.press("Tab")
    expect(lacks).to_have_count(0)
    right = form.get_by_role("checkbox")
    right.focus()
    lesson.page.keyboard.press("Space")
    said = form.locator("p").filter(has_text="Samenvatting nog niet bevestigd")
    expect(said).to_contain_text("Woningcorporaties")
    expect(said).not_to_contain_text("Ministerie")
    lesson.photo("told")


def test_a_pair_is_chosen_with_the_keyboard_and_in_the_picture(lesson: Lesson) -> None:
    form = stories(lesson)
    pair = form.get_by_label("Welke twee partijen?")
    pair.focus()
    lesson.page.keyboard.press("End")
    head = form.get_by_role("heading", name="Waterschap en Woningcorporaties")
    expect(head).to_be_visible()
    spot = form.get_by_role("button", name="Gemeente Aldermond en Gemeente Zuiderwieke").first
    spot.click()
    name = "Gemeente Aldermond en Gemeente Zuiderwieke"
    expect(form.get_by_role("heading", name=name)).to_be_visible()
    expect(form.locator("p").filter(has_text="Sociale huur: botst")).to_be_visible()
    lesson.photo("pairs")


def test_four_points_leave_no_package_and_the_keyboard_chooses(lesson: Lesson) -> None:
    keep(lesson, "Concept")
    says(lesson, "2 van de 6 partijen zeggen ja")
    says(lesson, "0 van de 108 pakketten")
    maker(lesson).get_by_label("Tempo", exact=True).focus()
    lesson.page.keyboard.press("Home")
    says(lesson, "0 van de 6 partijen zeggen ja")
    lesson.page.keyboard.press("ArrowDown")
    says(lesson, "1 van de 6 partijen zegt ja")
    lesson.photo("four")


def test_while_choosing_a_strip_at_the_foot_of_the_screen_says_who_says_yes(
    lesson: Lesson,
) -> None:
    form = maker(lesson)
    form.get_by_role("heading", name="Kies voor elk punt een optie").scroll_into_view_if_needed()
    form.get_by_label("Aantal en plek", exact=True).focus()
    strip = form.locator(".dv-glance")
    expect(strip).to_be_in_viewport(ratio=1)
    expect(strip).to_contain_text("van de 6 partijen")
    expect(strip.locator(".dv-few > div")).to_have_count(6)
    box, choice = strip.bounding_box(), form.get_by_label("Tempo", exact=True)
    choice.focus()
    under = choice.bounding_box()
    assert box
    assert under
    assert under["y"] + under["height"] <= box["y"]
    lesson.photo("strip")


def test_four_points_more_and_everybody_says_yes(lesson: Lesson) -> None:
    form = maker(lesson)
    for name in BROUGHT:
        form.get_by_role("button", name=f"Leg erbij: {name}").click()
        expect(form.get_by_label(name, exact=True)).to_be_visible()
    says(lesson, "27 van de 5.832 pakketten")
    for name, option in [*BROUGHT.items(), *FIRST.items()]:
        form.get_by_label(name, exact=True).select_option(label=option)
    says(lesson, "Iedereen zegt ja.")
    says(lesson, "Niemand kan meer krijgen zonder dat een ander minder krijgt.")
    keep(lesson, "Samen")
    lesson.photo("eight")


def test_from_the_concept_a_party_is_shown_a_swap_and_tries_it(lesson: Lesson) -> None:
    form = maker(lesson)
    expect(form.get_by_text("Voor een partij, niet voor de voorzitter")).to_be_visible()
    form.get_by_role("button", name="Leg dit op tafel: Concept").click()
    says(lesson, "2 van de 6 partijen zeggen ja")
    who = form.get_by_label("Voor welke partij kijk je?")
    who.select_option(label="Gemeente Aldermond")
    swap = form.get_by_role("heading", name="Grond en planteam tegen Sociale huur").first
    expect(swap).to_be_visible()
    lesson.photo("swaps")
    form.get_by_role("button", name="Probeer deze ruil").first.press("Enter")
    social = form.get_by_label("Sociale huur", exact=True)
    expect(social).to_have_value("sociaal_gelijk")


def test_what_comes_first_in_the_polder_is_put_in_order(lesson: Lesson) -> None:
    form = tool(lesson, "Wat elke deelregio voorop zet")
    form.get_by_label("Welke deelregio?").select_option(label="De Lage Polder")
    water = form.get_by_role("group", name="Ruimte voor water")
    water.get_by_role("button", name="Geef een plaats").press("Enter")
    expect(form.get_by_role("group", name="1. Ruimte voor water")).to_be_visible()
    lesson.photo("regions")


def test_the_chair_opens_with_the_keyboard_and_the_parties_answer(lesson: Lesson) -> None:
    form = tool(lesson, "Voorzitten zonder te sturen")
    choice = form.get_by_role("button", name="Voordat we iets wegen")
    choice.focus()
    lesson.page.keyboard.press("Enter")
    expect(form.get_by_text("Meestal ben ik de laatste")).to_be_visible()
    lesson.photo("chair")
