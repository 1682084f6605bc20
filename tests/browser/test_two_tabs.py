"""One lesson open in two tabs of the browser: both go on, and neither loses a word."""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator

from tests.browser.conftest import READY, Course, Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/07_verbinden_bij_weerstand.ipynb"
GOES_ON = True
CARD = "text=Kaart voor een gesprek"


def field(lesson: Lesson, label: str) -> Locator:
    return lesson.tool(CARD).first.get_by_label(label, exact=False).first


def kept(course: Course) -> str:
    path = course.work / "dossiers" / "vakantieverhuur.json"
    return json.dumps(json.loads(path.read_text("utf-8"))["dossier"]["preparations"])


@pytest.fixture(scope="module")
def second(shared: Lesson, context: BrowserContext, course: Course) -> Iterator[Lesson]:
    """The same lesson in a tab beside the first, opened after something was typed there."""
    why = field(shared, "Waarom bel je nu?")
    why.fill("Uit de eerste tab.")
    lesson = Lesson(context.new_page())
    lesson.page.on("pageerror", lambda error: lesson.complaints.append(str(error)))
    lesson.page.goto(course.url(LESSON, workspace="naast"))
    lesson.page.wait_for_selector(READY, timeout=60_000)
    yield lesson
    lesson.page.close()


def test_the_second_tab_shows_what_was_typed_in_the_first(second: Lesson) -> None:
    expect(field(second, "Waarom bel je nu?")).to_have_value("Uit de eerste tab.")


def test_the_first_tab_goes_on_and_the_second_follows(
    lesson: Lesson, second: Lesson, course: Course
) -> None:
    lesson.page.bring_to_front()
    lesson.photo("first-of-two")
    lesson.page.wait_for_selector(READY, timeout=60_000)
    questions = field(lesson, "Je vragen")
    questions.fill("Wat kunt u zelf zien?")
    questions.blur()
    expect(field(second, "Je vragen")).to_have_value("Wat kunt u zelf zien?")
    assert "Wat kunt u zelf zien?" in kept(course)
    assert "Uit de eerste tab." in kept(course)


def test_what_both_type_in_one_field_stays_of_both(
    lesson: Lesson, second: Lesson, course: Course
) -> None:
    ours, theirs = field(lesson, "Waarom bel je nu?"), field(second, "Waarom bel je nu?")
    ours.fill("Uit de eerste tab. Hier erbij.")
    theirs.fill("Uit de eerste tab. Daar erbij.")
    ours.blur()
    theirs.blur()
    expect(ours).to_have_value(expecting("Hier erbij.", "Daar erbij."))
    expect(theirs).to_have_value(expecting("Hier erbij.", "Daar erbij."))
    assert {"Hier erbij.", "Daar erbij."} == set(both(kept(course)))


def expecting(*parts: str) -> object:
    """A pattern for a text with these parts, in any order."""
    import re

    return re.compile("".join(f"(?=[\\s\\S]*{re.escape(part)})" for part in parts))


def both(text: str) -> list[str]:
    return [part for part in ("Hier erbij.", "Daar erbij.") if part in text]


def test_nothing_was_complained_about(lesson: Lesson, second: Lesson) -> None:
    assert second.complaints == []
    lesson.photo("first-at-the-end")
    second.photo("second-at-the-end")
