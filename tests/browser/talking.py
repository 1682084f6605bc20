"""Talks that are typed from beginning to end, as a participant does, and what comes of them."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from playwright.sync_api import Locator

from helpers.training.conversations.content import open_conversation
from tests.browser.conftest import Lesson
from tests.browser.expecting import expect

TALKS = Path(__file__).parents[1] / "training" / "conversations" / "typed_talks.yaml"


class Typed(NamedTuple):
    """What somebody types in one conversation, and the ending that it leads to."""

    conversation: str
    way: str
    lines: tuple[str, ...]
    end: str

    def __str__(self) -> str:
        """Return what a test is called by."""
        return f"{self.conversation}-{self.way}"


def typed_talks(lesson: str = "") -> list[Typed]:
    """Return the talks of a lesson by its two digits; without it those of all."""
    read: dict[str, dict[str, Any]] = yaml.safe_load(TALKS.read_text("utf-8"))
    return [
        Typed(name, way, tuple(talk["lines"]), talk["end"])
        for name, ways in read.items()
        if name.startswith(lesson)
        for way, talk in ways.items()
    ]


def conversation(lesson: Lesson, title: str) -> Locator:
    """Return the conversation with this title."""
    head = lesson.page.locator("h3").get_by_text(title, exact=True)
    return lesson.page.locator("css:light=.dv-conversation").filter(has=head).first


def say(talk: Locator, line: str) -> None:
    """Type a line and press Enter; wait until the other has answered."""
    log = talk.get_by_role("log").get_by_role("listitem")
    before = log.count()
    field = talk.get_by_label("Of zeg het in je eigen woorden")
    field.fill(line)
    field.press("Enter")
    expect(log.nth(before)).to_be_visible()


def hold(talk: Locator, lines: Iterable[str]) -> Locator:
    """Say all lines until the talk has ended, end it if it has not; return the report."""
    report = talk.locator(".dv-report")
    for line in lines:
        if report.is_visible():
            break
        say(talk, line)
    if not report.is_visible():
        talk.get_by_role("button", name="Rond het gesprek af").click()
        talk.locator(".dv-ask").get_by_role("button").first.click()
    expect(report).to_be_visible()
    return report


def begin_again(talk: Locator) -> None:
    """Begin again, if anything was said."""
    again = talk.get_by_role("button", name="Begin opnieuw")
    if again.get_attribute("aria-disabled") != "true":
        again.click()
        sure = talk.locator(".dv-ask").get_by_role("button").first
        if sure.is_visible():
            sure.click()
    expect(talk.get_by_role("log").get_by_role("listitem")).to_have_count(1)


def type_to_its_end(lesson: Lesson, typed: Typed) -> None:
    """Type a whole talk, and see the report of the ending that it leads to."""
    script = open_conversation(typed.conversation)
    talk = conversation(lesson, script.title)
    begin_again(talk)
    report = hold(talk, typed.lines)
    expect(report).to_contain_text(script.ending(typed.end).title)
    report.scroll_into_view_if_needed()
    lesson.photo(f"report-{typed}")
