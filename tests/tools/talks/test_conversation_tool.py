"""A conversation on the page, held without a browser."""

import time
from pathlib import Path
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.tools.still import Still
from helpers.tools.talks.conversation import Conversation, ConversationTool
from helpers.tools.tool import FAILED
from helpers.training.content import CONTENT
from helpers.training.conversations import content
from helpers.training.conversations.talk import hear_text, say_text
from helpers.training.conversations.talks import TalksFile
from helpers.training.own_text import LONGEST

NAMES = [path.stem for path in sorted(CONTENT.glob("nl/conversations/*.yaml"))]
NAME = "03-fietsenstalling"
FOLDER = Path(__file__).parents[2] / "training" / "content"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ConversationTool:
    """Return the tool on the conversation of the tests."""
    monkeypatch.setattr(content, "conversation_folder", lambda: FOLDER)
    shown = Conversation(NAME).shown
    assert isinstance(shown, ConversationTool)
    return shown


def say(tool: ConversationTool, do: Any, **more: Any) -> None:
    """Send what the page sends."""
    message = {"do": do, "from": "proef", "n": 1, "turn": tool.view.turn, **more}
    data = {"method": "custom", "content": message}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def typed(tool: ConversationTool, text: str) -> None:
    say(tool, "say", value=text)


def last(tool: ConversationTool) -> str:
    return str(tool.view.turns[-1]["text"])


def test_it_begins_with_the_scene_and_the_first_line_of_the_other(tool: ConversationTool) -> None:
    script = tool.script
    assert tool.view.about["scene"]
    assert [one["text"] for one in tool.view.turns] == [script.opening]
    assert len(tool.view.offered) == 4
    assert str(script.turns) in tool.view.left


def test_an_offered_line_is_said_and_answered(tool: ConversationTool) -> None:
    say(tool, "line", value="hoe_gaat_het")
    you, them = tool.view.turns[1:]
    assert (you["who"], you["name"]) == ("you", _("You"))
    assert (them["who"], them["name"]) == ("them", tool.script.partner)
    assert them["text"] == tool.script.thing("drukte").says
    assert "note" in you
    assert you["note"] == ""


def test_a_typed_line_shows_how_it_was_read_and_by_which_words(tool: ConversationTool) -> None:
    typed(tool, "Hoe komt het dat het misgaat?")
    you = tool.view.turns[1]
    assert _("the cause") in you["note"]
    assert _("an open question") in you["note"]
    shown = [one["text"] for one in you["pieces"] if one["shows"]]
    assert "".join(one["text"] for one in you["pieces"]) == you["text"]
    assert all(f'"{word}"' in you["note"] for word in shown)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "\U0001f600",
        "hallo",
        "How are you?",
        "x" * 10_000,
        "woord " * 5_000,
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "'; DROP TABLE gesprekken; --",
        "{0}{} %s \x00\x07",
    ],
)
def test_nonsense_is_answered_calmly_and_costs_no_turn(tool: ConversationTool, text: str) -> None:
    typed(tool, text)
    assert tool.view.turn == 0
    assert tool.view.note
    assert not tool.view.notice
    assert len(tool.view.turns) == 1


def test_markup_is_shown_as_it_was_typed(tool: ConversationTool) -> None:
    typed(tool, "<b>Hoe</b> druk is het op het plein?")
    assert tool.view.turns[1]["text"] == "<b>Hoe</b> druk is het op het plein?"
    assert "<b>Hoe</b>" in str(tool.view.blocks)


def test_the_note_goes_when_a_line_is_understood(tool: ConversationTool) -> None:
    typed(tool, "hallo")
    assert tool.view.note
    typed(tool, "Hoe druk is het op het plein?")
    assert tool.view.note == ""


def test_ending_gives_the_report_and_nothing_more_can_be_said(tool: ConversationTool) -> None:
    say(tool, "close")
    assert tool.view.report == {}, "nothing was said yet"
    typed(tool, "Hoe druk is het op het plein?")
    say(tool, "close")
    ending = tool.script.ending("klaar")
    assert last(tool) == ending.says
    assert tool.view.report["parts"][0]["lines"][0]["text"] == ending.for_them
    assert tool.view.offered == []
    turns = tool.view.turns
    typed(tool, "Nog één ding: wat wilt u?")
    assert tool.view.turns == turns


def test_beginning_again_keeps_the_talk_to_be_read_back(tool: ConversationTool) -> None:
    typed(tool, "Hoe druk is het op het plein?")
    assert tool.view.talks == []
    say(tool, "again")
    assert len(tool.view.turns) == 1
    (talk,) = tool.view.talks
    assert len(talk["steps"]) == 2
    assert talk["steps"][1]["said"][0]["text"] == "Hoe druk is het op het plein?"
    title = tool.script.thing("drukte").title
    assert title in talk["steps"][1]["said"][1]["note"]
    assert _("not finished") in talk["label"]


def test_what_is_printed_is_the_talk_and_its_report(tool: ConversationTool) -> None:
    typed(tool, "Hoe druk is het op het plein?")
    say(tool, "close")
    tags = {tag for tag, _text in tool.view.blocks}
    texts = " ".join(text for _tag, text in tool.view.blocks)
    assert tags <= {"h1", "h2", "p", "li"}
    for one in (tool.script.opening, "Hoe druk is het op het plein?", _("Turning points")):
        assert one in texts


def test_a_new_kernel_goes_on_at_the_same_turn(tool: ConversationTool) -> None:
    typed(tool, "Hoe druk is het op het plein?")
    typed(tool, "Waar loopt u tegenaan?")
    again = ConversationTool(tool.script, TalksFile())
    assert again.view.turns == tool.view.turns
    assert again.view.offered == tool.view.offered
    assert again.view.turn == 2


def test_a_double_click_says_a_line_once(tool: ConversationTool) -> None:
    for _click in range(2):
        say(tool, "line", value="hoe_gaat_het", turn=0)
    assert tool.view.turn == 1


def test_two_views_show_the_same_talk(tool: ConversationTool) -> None:
    other = Conversation(NAME).shown
    assert isinstance(other, ConversationTool)
    typed(tool, "Hoe druk is het op het plein?")
    assert other.view.turns == tool.view.turns


def test_a_typed_line_after_which_another_window_was_first_is_kept_to_be_said_again(
    tool: ConversationTool,
) -> None:
    before = tool.view.turn
    typed(tool, "Hoe druk is het op het plein?")
    turns = tool.view.turns
    say(tool, "say", value="Wat hebben jullie al geprobeerd?", turn=before)
    assert tool.view.turns == turns
    assert "nog niet gezegd" in tool.view.note


def test_a_typed_line_that_meets_a_newer_talk_on_disk_is_kept_to_be_said_again(
    tool: ConversationTool,
) -> None:
    script, text = tool.script, "Hoe druk is het op het plein?"
    elsewhere = TalksFile(tool.work.folder)
    elsewhere.step(script, lambda talk: say_text(script, talk, text, hear_text(script, talk, text)))
    typed(tool, "Wat hebben jullie al geprobeerd?")
    assert [one["text"] for one in tool.view.turns if one["who"] == "you"] == [text]
    assert "nog niet gezegd" in tool.view.note


@pytest.mark.parametrize(
    "message",
    [
        {"do": "line", "value": "dus_lopen"},
        {"do": "line", "value": 3},
        {"do": "line"},
        {"do": "say", "value": ["Hoe?"]},
        {"do": "wissen"},
        {"do": None},
        {"do": "say", "value": "Hoe druk is het?", "turn": 7},
        {"do": "say", "value": "Hoe druk is het?", "turn": "0"},
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing(
    tool: ConversationTool, message: dict[str, Any]
) -> None:
    before = tool.view.turns
    say(tool, **message)
    assert tool.view.turns == before
    assert tool.view.notice == ""


def test_a_failure_is_a_sentence(tool: ConversationTool, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(TalksFile, "step", broken)
    say(tool, "line", value="hoe_gaat_het")
    assert tool.view.notice == _(FAILED)


def test_what_somebody_said_never_gets_into_a_notebook(tool: ConversationTool) -> None:
    typed(tool, "Hoe vertrouwelijk is het op het plein?")
    still = tool.still_html() + tool.still_text()
    assert "vertrouwelijk" not in still
    assert tool.script.opening in tool.still_text()


def test_a_conversation_that_is_not_there_says_so() -> None:
    shown = Conversation("03-wethoude").shown
    assert isinstance(shown, Still)
    assert "03-wethouder" in shown.text


def test_a_turn_takes_less_than_a_tenth_of_a_second(tool: ConversationTool) -> None:
    typed(tool, "Hoe druk is het op het plein?")  # the rules are read at the first line
    times = []
    for text in ("Waar loopt u tegenaan?", "Hoe komt het dat het misgaat?", "U moet bellen."):
        begin = time.perf_counter()
        typed(tool, text)
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.1


@pytest.mark.parametrize("name", NAMES)
def test_every_conversation_is_shown_and_held_to_its_end(name: str) -> None:
    shown = Conversation(name).shown
    assert isinstance(shown, ConversationTool)
    bundle = Conversation(name)._repr_mimebundle_()
    assert shown.script.title in bundle["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
    while not shown.view.report:
        say(shown, "line", value=shown.view.offered[0]["id"])
    assert len(shown.view.talks) == 1
    assert len(shown.view.report["parts"]) >= 6


def test_a_text_may_be_as_long_as_any_other(tool: ConversationTool) -> None:
    typed(tool, "a" * (LONGEST + 1))
    assert tool.view.turn == 0
