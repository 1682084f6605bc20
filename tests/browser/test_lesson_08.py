"""Lesson 08: partners and themes, trust over the years, and the talk about working together."""

from helpers.training.content import open_exercise
from helpers.training.kinds.match import Match
from tests.browser.conftest import Lesson
from tests.browser.expecting import expect

LESSON = "notebooks/nl/08_strategische_partners.ipynb"


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_trust_is_played_by_mouse_and_by_keyboard(lesson: Lesson) -> None:
    tool = lesson.tool("text=Hoe gaan jullie met elkaar om?").first
    picture = tool.locator("img").first
    shown = picture.get_attribute("alt")
    ours = tool.get_by_role("combobox").first
    ours.select_option(index=1)
    expect(picture).not_to_have_attribute("alt", str(shown))
    changed = picture.get_attribute("alt")
    years = tool.get_by_role("slider")
    years.focus()
    lesson.page.keyboard.press("End")
    expect(picture).not_to_have_attribute("alt", str(changed))
    lesson.photo("trust")


def test_a_theme_is_chosen_and_the_partners_follow(lesson: Lesson) -> None:
    tool = lesson.tool("text=Waar werk je aan?").first
    before = tool.locator("img").first.get_attribute("alt")
    tool.get_by_label("Waar werk je aan?").select_option(index=1)
    expect(tool.locator("img").first).not_to_have_attribute("alt", str(before))
    tool.get_by_label("Waar werk je aan?").focus()
    lesson.page.keyboard.press("Home")
    expect(tool.locator("img").first).to_have_attribute("alt", str(before))
    lesson.photo("partners")


def test_a_score_of_our_own_changes_what_there_is_to_talk_about(lesson: Lesson) -> None:
    tool = lesson.tool("text=Met welke partner?").first
    score = tool.get_by_label("Wij zeggen").first
    words = tool.inner_text()
    score.select_option(index=1)
    expect(tool).not_to_have_text(words, use_inner_text=True)
    tool.get_by_role("button", name="Ongedaan maken").press("Enter")
    expect(tool.get_by_text("teruggedraaid").first).to_be_visible()
    lesson.photo("cooperation")


def test_what_each_knows_is_matched_by_mouse(lesson: Lesson) -> None:
    kind = open_exercise("08-wat-weten-ze-nog-meer")
    assert isinstance(kind, Match)
    box = lesson.page.get_by_role("group", name=kind.title, exact=True)
    look = box.get_by_role("button", name="Bekijk wat dit doet")
    for pair in kind.pairs[:-1]:
        box.get_by_role("combobox", name=pair.text).select_option(pair.fits)
    look.click()
    expect(box.get_by_text("Bij 1 regel staat nog niets.")).to_be_visible()
    last = box.get_by_role("combobox", name=kind.pairs[-1].text)
    last.select_option(kind.extra[0].text)
    look.click()
    expect(box.get_by_text("pakt anders uit:")).to_have_count(1)
    last.select_option(kind.pairs[-1].fits)
    look.click()
    expect(box.get_by_text("past hier:")).to_have_count(len(kind.pairs))
    lesson.photo("match")
