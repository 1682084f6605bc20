"""What a trainer has in front of a group, and a participant never meets by accident."""

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Locator, Page

from helpers.training.content import all_exercises
from tests.browser.conftest import KEPT, READY, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/02_belangen_in_beeld.ipynb"
GOES_ON = True
STRIP = f"{READY} .draagvlak-trainer-strip"
FILES = "lab/extensions/draagvlak-lesson"
SET_CLOCK = "ahead => { Date.now = () => new Date().getTime() + ahead; }"


def strip(lesson: Lesson) -> Locator:
    return lesson.page.locator(STRIP)


def press(lesson: Lesson, name: str) -> None:
    strip(lesson).get_by_role("button", name=name).click()


def told(lesson: Lesson) -> Locator:
    return strip(lesson).get_by_role("status")


def chance(lesson: Lesson) -> Locator:
    lines = lesson.page.locator(f"{READY} p.dv-lead")
    return lines.filter(has_text="De kans op een meerderheid").first


def sheet(lesson: Lesson, button: Locator) -> Page:
    """Return the page to print that opens at a button, and keep it when pictures are asked for."""
    with lesson.page.context.expect_page() as opened:
        button.click()
    paper = opened.value
    paper.wait_for_selector("main > *")
    paper.wait_for_function("document.styleSheets.length > 0")
    return paper


def keep(paper: Page, name: str) -> int:
    """Return how many bytes the PDF has; keep it when somebody asked for pictures."""
    path = Path(KEPT) / f"{name}.pdf" if KEPT else None
    return len(paper.pdf(path=path, prefer_css_page_size=True))


def note(lesson: Lesson) -> Locator:
    """Return the head of the first note; a cell has its text a second time, in an editor."""
    heads = lesson.page.locator(f"{READY} .jp-MarkdownOutput strong")
    return heads.filter(has_text="Voor de trainer: deze les in 60 minuten")


def command(lesson: Lesson) -> None:
    lesson.page.evaluate("() => window.jupyterapp.commands.execute('draagvlak:trainer')")


def test_a_participant_sees_no_strip_and_no_notes(lesson: Lesson) -> None:
    assert strip(lesson).count() == 0
    expect(note(lesson)).to_be_hidden()
    lesson.page.keyboard.press("2")
    assert "tussen 7 en 80 procent" in chance(lesson).inner_text()
    lesson.photo("as_participant")


def test_a_participant_prints_the_lesson_without_notes_and_with_room_to_write(
    lesson: Lesson,
) -> None:
    paper = sheet(lesson, lesson.page.get_by_role("button", name="Druk de les af"))
    text = paper.locator("main").inner_text()
    assert "Voor de trainer" not in text
    assert "working_copy" not in text
    assert "Een standpunt is wat iemand zegt." in text
    assert paper.locator(".tool").count() > 8
    assert paper.locator(".line").count() >= 5 * 3 + 2 * 5
    assert paper.locator("li.fill-in").count() >= 8
    assert "Alleen als je wilt." not in text
    assert "Deze oefening maak je op het scherm" not in text
    assert paper.locator("img[alt='']").count() == 0
    assert paper.title() == "Les 02. Belangen in beeld"
    assert keep(paper, "les-02") > 30_000
    paper.close()


def test_the_address_opens_the_trainer_view(
    lesson: Lesson, context: BrowserContext, course: Course
) -> None:
    lesson.page.goto(course.url(LESSON) + "&trainer")
    lesson.page.wait_for_selector(READY, timeout=60_000)
    expect(strip(lesson)).to_be_visible()
    expect(note(lesson)).to_be_visible()
    expect(strip(lesson).get_by_role("button", name="Na luisteren (2)")).to_be_visible()
    lesson.photo("as_trainer")
    assert lesson.serious_faults() == []


def test_notes_go_off_the_big_screen_and_letters_grow(lesson: Lesson) -> None:
    words = lesson.page.locator(f"{READY} p").filter(has_text="In les 01 zag je vier stukjes")
    before = words.bounding_box()
    press(lesson, "Verberg notities")
    expect(note(lesson)).to_be_hidden()
    press(lesson, "Grote letters")
    after = words.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] > 1.3 * before["height"]
    lesson.photo("as_trainer_projecting")
    press(lesson, "Grote letters")
    press(lesson, "Toon notities")


def test_the_timer_counts_the_minutes_of_the_part(lesson: Lesson) -> None:
    parts, time = strip(lesson).get_by_role("combobox"), strip(lesson).get_by_role("timer")
    assert parts.locator("option").count() == 10
    assert parts.locator("option").first.inner_text() == "Wat je straks kunt, 2 min"
    parts.select_option("Proberen: de stemprognose, 9 min")
    expect(time).to_have_text("Nog 9:00")
    press(lesson, "Start")
    lesson.page.evaluate(SET_CLOCK, 10_000)
    expect(time).to_have_text("Nog 8:50")
    lesson.page.evaluate(SET_CLOCK, 0)
    press(lesson, "Pauze")
    press(lesson, "Tel opnieuw")
    expect(time).to_have_text("Nog 9:00")


@pytest.mark.parametrize(
    ("minutes", "passed", "said"),
    [(2, 0, "Nog 2:00"), (2, 61, "Nog 1:00"), (1, 60, "om 0:00"), (1, 95, "om 0:30")],
)
def test_the_timer_tells_what_is_left_and_what_is_over(
    lesson: Lesson, course: Course, minutes: int, passed: int, said: str
) -> None:
    script = """async ([url, minutes, passed]) => {
      const { Countdown, told } = await import(url);
      let now = 0;
      const one = new Countdown(() => now);
      one.set(minutes);
      one.toggle();
      now = passed * 500;
      one.toggle();
      now += 100000; // standing still
      one.toggle();
      now += passed * 500;
      return told({ time_left: "Nog {time}", time_over: "om {time}" }, one.left);
    }"""
    given = [f"{course.address}/{FILES}/timer.js", minutes, passed]
    assert lesson.page.evaluate(script, given) == said


def test_one_key_tells_the_next_state_and_the_own_dossier_comes_back(
    lesson: Lesson, course: Course
) -> None:
    choice = lesson.tool("input[type=range]").first.get_by_label("Zilverlijst")
    before = chance(lesson).inner_text()
    choice.select_option("certainly_against")
    expect(chance(lesson)).not_to_have_text(before)
    saved, own = course.saved(), chance(lesson).inner_text()
    lesson.page.locator(f"{READY} p").filter(has_text="Na deze les kun je").click()
    for key, low_high in (("1", "7 en 80"), ("2", "23 en 28"), ("3", "81 en 83"), ("0", "7 en 80")):
        lesson.page.keyboard.press(key)
        expect(chance(lesson)).to_contain_text(f"tussen {low_high} procent")
        expect(told(lesson)).to_contain_text(
            low_high if key != "0" else "zoals de cursus het geeft"
        )
        if key == "3":
            lesson.photo("as_trainer_bigger_pie")
    assert course.saved() == saved
    press(lesson, "Terug naar mijn eigen dossier")
    expect(chance(lesson)).to_have_text(own)
    expect(choice).to_have_value("certainly_against")
    assert course.saved() == saved
    lesson.tool("input[type=range]").first.get_by_role("button", name="Ongedaan maken").click()
    expect(chance(lesson)).to_have_text(before)


def test_a_digit_that_is_typed_is_no_key(lesson: Lesson) -> None:
    own = chance(lesson).inner_text()
    field = lesson.page.locator(f"{READY} textarea").first
    field.click()
    field.press("2")
    lesson.page.wait_for_timeout(500)
    assert chance(lesson).inner_text() == own
    field.press("Backspace")


def test_cards_notes_and_answers_are_printed(lesson: Lesson) -> None:
    find = strip(lesson).get_by_role
    paper = sheet(lesson, find("button", name="Druk de kaarten af"))
    assert paper.locator("section.card").count() == 10
    assert paper.locator("h2").first.inner_text() == "Kaart 1. Fractie Dorpenlijst"
    assert keep(paper, "kaarten-02") > 10_000
    paper.close()
    paper = sheet(lesson, find("button", name="Druk de kern van de les af"))
    assert paper.locator("h3").filter(has_text="Thuis").count() == 0
    assert paper.locator(".to-write").count() == 4
    keep(paper, "kern-02")
    paper.close()
    paper = sheet(lesson, find("button", name="Druk de notities af"))
    assert "Weinig tijd?" in paper.locator("main").inner_text()
    assert paper.get_by_text("Kaart 1. Fractie Dorpenlijst").count() == 0
    keep(paper, "notities-02")
    paper.close()
    paper = sheet(lesson, find("button", name="Druk het antwoordenboek af"))
    case = paper.locator("h2").filter(has_text="De slotcasus:")
    assert case.count() == 1
    assert paper.locator("h2").count() == len(all_exercises("02")) + 1
    keep(paper, "antwoorden-02")
    paper.close()


def test_what_would_run_is_left_out_of_a_sheet(lesson: Lesson, course: Course) -> None:
    script = """async (url) => {
      const { harmless } = await import(url);
      const hostile = '<p onclick="a()">x</p><script>a()</' + 'script><img src=x onerror=a()>';
      const box = document.createElement("div");
      box.append(...harmless(hostile));
      return box.innerHTML;
    }"""
    clean = lesson.page.evaluate(script, f"{course.address}/{FILES}/paper.js")
    assert clean == '<p>x</p><img src="x">'


def test_closing_ends_the_demonstration_and_hides_everything(lesson: Lesson) -> None:
    own = chance(lesson).inner_text()
    press(lesson, "Na luisteren (2)")
    expect(chance(lesson)).to_contain_text("tussen 23 en 28 procent")
    press(lesson, "Sluit trainerweergave")
    expect(chance(lesson)).to_have_text(own)
    assert strip(lesson).count() == 0
    expect(note(lesson)).to_be_hidden()
    command(lesson)
    expect(strip(lesson)).to_be_visible()
    command(lesson)
    expect(strip(lesson)).to_have_count(0)
