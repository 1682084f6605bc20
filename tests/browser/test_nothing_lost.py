"""What was typed or pressed is never lost: not by haste, a reload, or a kernel that stops."""

import re

from playwright.sync_api import Locator

from helpers.training.start_dossier import StartDossierFile
from tests.browser.conftest import READY, Course, Lesson
from tests.browser.expecting import expect
from tests.browser.test_exercise_kinds import AGAIN, exercise, press
from tests.browser.test_exercise_kinds import prepare as prepare
from tests.browser.test_lesson_02 import FORECAST, INTERESTS, MAP, line

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
GOES_ON = True
KERNEL = "jupyterapp.shell.currentWidget.sessionContext.session.kernel"
SUBJECT = "Waar gaat je dossier over"


def notes(lesson: Lesson) -> Locator:
    return lesson.tool("textarea").first.get_by_role("textbox")


def own(lesson: Lesson, label: str) -> Locator:
    return lesson.tool(f"text={SUBJECT}").get_by_label(label).first


def kept(lesson: Lesson) -> Locator:
    return lesson.tool(f"text={SUBJECT}").get_by_text("Bewaard", exact=True).first


def busy(lesson: Lesson, seconds: float) -> None:
    """Let the kernel do something else for a while."""
    code = f"import time; time.sleep({seconds})"
    lesson.page.evaluate(
        f"code => void window.{KERNEL}.requestExecute({{ code, store_history: false }})", code
    )


def kill(lesson: Lesson) -> None:
    """Let the kernel's process stop in the middle of its work."""
    code = "import os; os._exit(1)"
    lesson.page.evaluate(f"code => void window.{KERNEL}.requestExecute({{ code }})", code)


def revived(lesson: Lesson) -> None:
    bar = lesson.page.locator("[data-draagvlak-bar]")
    expect(bar).to_contain_text("Kijk je laatste zin straks even na", timeout=30_000)
    lesson.page.wait_for_selector(READY, timeout=60_000)


def test_all_work_and_what_was_typed_just_before_is_there_after_a_reload(
    lesson: Lesson, course: Course
) -> None:
    forecast, interests = lesson.tool(FORECAST), lesson.tool(INTERESTS)
    review, sorting = exercise(lesson, AGAIN), exercise(lesson, "Hoe weet je het?")
    chance, count = line(forecast, "De kans op"), line(interests, "moeten worden nagekeken")
    before = chance.inner_text(), count.inner_text()
    forecast.get_by_label("Zilverlijst").select_option(label="zeker voor")
    expect(chance).not_to_have_text(before[0])
    interests.get_by_role("button", name="Dit wil ik nakijken").first.click()
    expect(count).not_to_have_text(before[1])
    after = chance.inner_text(), count.inner_text()
    review.get_by_role("radio").nth(1).check()
    press(review, "Bekijk wat dit doet")
    expect(review.get_by_text("past hier:")).to_be_visible()
    sorting.get_by_role("combobox", name=re.compile("^Nuchter")).select_option("Zelf bedacht")
    typed = [
        (notes(lesson), "De nachtploeg & <i>de bakker</i>"),
        (own(lesson, "Wie?"), "Bewoners van de dijk"),
        (own(lesson, "Wat ga je doen?"), "Een uur met de wethouder."),
    ]
    for box, text in typed:
        box.fill(text)
        box.blur()
    expect(kept(lesson)).to_be_visible()
    # From here nothing is left: all of it is still being typed.
    elsewhere, subject = StartDossierFile(course.work), own(lesson, SUBJECT)
    known = subject.input_value()
    interests.get_by_role("button", name="Voeg een belang toe").click()
    position = interests.get_by_label("Standpunt", exact=False)
    position.fill("De stoep eerst")
    own(lesson, "Wat ga je doen?").fill("Een fietspad")
    notes(lesson).press_sequentially(" En een zin die")
    subject.fill("Van dit venster.")
    elsewhere.write_subject("Van elders.", known)
    lesson.reload()
    expect(notes(lesson)).to_have_value(f"{typed[0][1]} En een zin die")
    expect(own(lesson, "Wie?")).to_have_value(typed[1][1])
    expect(own(lesson, "Wat ga je doen?")).to_have_value("Een fietspad")
    expect(subject).to_have_value("Van elders.\n\nVan dit venster.")
    expect(position).to_have_value("De stoep eerst")
    expect(chance).to_have_text(after[0])
    expect(count).to_have_text(after[1])
    expect(forecast.get_by_label("Zilverlijst")).to_have_value("certainly_for")
    expect(review.get_by_text("past hier:")).to_be_visible()
    nuchter = sorting.get_by_role("combobox", name=re.compile("^Nuchter"))
    expect(nuchter).to_have_value("bedacht")
    position.scroll_into_view_if_needed()
    lesson.photo("after-reload")


def test_a_kernel_that_stops_takes_nothing_that_was_typed(lesson: Lesson, course: Course) -> None:
    subject = own(lesson, SUBJECT)
    subject.fill("Een fietspad")
    subject.blur()
    busy(lesson, 1)
    kill(lesson)
    subject.fill("Een fietspad langs de dijk. De raad besluit.")
    subject.blur()
    revived(lesson)
    expect(subject).to_have_value("Een fietspad langs de dijk. De raad besluit.")
    expect(lesson.tool(f"text={SUBJECT}").get_by_text("Bewaard").first).to_be_visible()
    form = lesson.tool(INTERESTS).get_by_role("form", name="Voeg een belang toe")
    expect(form.get_by_label("Standpunt", exact=False)).to_have_value("De stoep eerst")
    lesson.photo("revived")
    assert "langs de dijk" in (course.work / "eigen" / "startdossier.json").read_text("utf-8")


def test_a_form_is_saved_once_however_often_it_is_clicked(lesson: Lesson, course: Course) -> None:
    tool = lesson.tool(INTERESTS)
    form = tool.get_by_role("form", name="Voeg een belang toe")
    expect(form.get_by_label("Standpunt", exact=False)).to_have_value("De stoep eerst")
    form.get_by_label("Van wie is dit belang?").select_option(label="Waterschap")
    busy(lesson, 1)
    save = form.get_by_role("button", name="Bewaar")
    save.click(click_count=3)
    expect(form).to_have_count(0)
    count = len(course.saved()["dossier"]["interests"])
    expect(
        tool.locator("p").filter(has_text=f"{count} belangen van 24 betrokkenen")
    ).to_be_visible()
    said = [one["position"] for one in course.saved()["dossier"]["interests"]]
    assert said.count("De stoep eerst") == 1


def test_newer_work_of_another_window_stays_and_nothing_old_comes_back(
    lesson: Lesson, course: Course
) -> None:
    subject, elsewhere = own(lesson, SUBJECT), StartDossierFile(course.work)
    elsewhere.write_subject("Opnieuw van elders.", elsewhere.page.subject)
    expect(subject).to_have_value("Opnieuw van elders.")
    lesson.start_again()
    expect(subject).to_have_value("Opnieuw van elders.")
    expect(lesson.tool(INTERESTS).get_by_role("form")).to_have_count(0)


def test_quick_actions_all_arrive(lesson: Lesson) -> None:
    tool = lesson.tool(INTERESTS)
    before = tool.locator("p").filter(has_text="belangen moeten worden nagekeken").inner_text()
    for _group in range(3):
        tool.locator("details:not([open]) > summary").first.click()
    busy(lesson, 1)
    for at in range(3):
        tool.get_by_role("button", name="Dit wil ik nakijken").nth(at).click()
    count = int(re.search(r"(\d+) belangen moeten", before).group(1)) + 3  # type: ignore[union-attr]
    expect(
        tool.locator("p").filter(has_text=f"{count} belangen moeten worden nagekeken")
    ).to_be_visible()
    busy(lesson, 1)
    for _press in range(3):
        tool.get_by_role("button", name="Ongedaan maken").click()
    expect(tool.locator("p").filter(has_text=before)).to_be_visible()


def test_numbers_typed_fast_land_in_their_own_cells(lesson: Lesson, course: Course) -> None:
    tool, keyboard = lesson.tool(MAP), lesson.page.keyboard
    tool.locator("summary").filter(has_text="Hetzelfde in getallen").click()
    first = tool.get_by_role("spinbutton").first
    first.focus()
    keyboard.press("Control+A")
    for number in range(1, 10):
        keyboard.type(str(number))
        keyboard.press("Tab")
        if number % 3 == 0:
            keyboard.press("Tab")
    cells = tool.get_by_role("spinbutton")
    for number in range(1, 10):
        expect(cells.nth(number - 1)).to_have_value(str(number))
    columns = ("power", "involvement", "affected")
    expected = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]

    def saved() -> list[list[float]]:
        people = course.saved()["dossier"]["stakeholders"][:3]
        return [[one[column] for column in columns] for one in people]

    lesson.photo("numbers")
    expect(tool.get_by_role("button", name=re.compile("^3 .* Geraakt 9"))).to_be_attached()
    assert saved() == expected


def test_too_much_text_is_said(lesson: Lesson) -> None:
    notes(lesson).fill("a" * 32_010)
    said = lesson.tool("textarea").first.get_by_text("Meer dan 32.000 tekens past hier niet")
    expect(said).to_be_visible()
    assert len(notes(lesson).input_value()) == 32_000
    said.scroll_into_view_if_needed()
    lesson.photo("too-long")
    notes(lesson).fill("Kort.")
    expect(said).to_have_count(0)


def test_a_double_click_adds_one_stakeholder_and_a_strange_year_is_said(lesson: Lesson) -> None:
    tool = lesson.tool(f"text={SUBJECT}")
    who = tool.get_by_label("Wie?", exact=True)
    who.fill("Bewoners")
    busy(lesson, 0.5)
    tool.get_by_role("button", name="Voeg nog").click(click_count=2)
    expect(who).to_have_count(2)
    expect(who.last).to_be_focused()
    day = tool.get_by_label("Op welke dag?")
    day.fill("0026-10-01")
    day.blur()
    said = tool.get_by_text("Kies een datum tussen 1 maart 1900 en 31 december 2199.")
    expect(said).to_be_visible()
    said.scroll_into_view_if_needed()
    lesson.photo("strange-year")
    day.fill("2026-10-01")
    day.blur()
    expect(said).to_have_count(0)
    expect(day).to_have_value("2026-10-01")


def test_marks_stay_inside_a_narrow_page(lesson: Lesson) -> None:
    lesson.page.set_viewport_size({"width": 400, "height": 800})
    mark = lesson.tool(INTERESTS).get_by_text("één persoon: alleen wat in het openbaar is gezegd")
    mark.scroll_into_view_if_needed()
    lesson.photo("narrow")
    box = mark.bounding_box()
    assert box is not None
    assert box["x"] + box["width"] <= 400
