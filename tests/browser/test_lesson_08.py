"""Lesson 08: partners and themes, trust over the years, and the talk about working together."""

from playwright.sync_api import expect

from tests.browser.conftest import Lesson

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
