"""Lesson 07: the card for a call, and the manager typed to a good and to a poor end."""

import pytest
from playwright.sync_api import expect

from helpers.training.conversations.content import open_conversation
from tests.browser.conftest import Lesson
from tests.browser.talking import Typed, begin_again, conversation, hold, typed_talks

LESSON = "notebooks/nl/07_verbinden_bij_weerstand.ipynb"


def test_outputs_have_no_serious_accessibility_faults(lesson: Lesson) -> None:
    assert lesson.serious_faults() == []


def test_the_card_looks_at_what_stands_in_it(lesson: Lesson) -> None:
    card = lesson.tool("text=Kaart voor een gesprek").first
    questions = card.get_by_label("Je vragen", exact=False).first
    questions.fill("Wij willen dat u meewerkt.")
    questions.blur()
    expect(card).to_contain_text('"Wij willen dat u meewerkt." is geen')
    questions.fill("Wat kunt u zelf zien?")
    questions.blur()
    expect(card).not_to_contain_text("meewerkt")
    lesson.photo("card")


@pytest.mark.parametrize("typed", typed_talks("07"), ids=str)
def test_the_call_is_typed_to_its_end(lesson: Lesson, typed: Typed) -> None:
    script = open_conversation(typed.conversation)
    talk = conversation(lesson, script.title)
    begin_again(talk)
    report = hold(talk, typed.lines)
    expect(report).to_contain_text(script.ending(typed.end).title)
    report.scroll_into_view_if_needed()
    lesson.photo(f"report-{typed}")
