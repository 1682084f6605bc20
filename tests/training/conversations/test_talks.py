"""A talk is saved at every turn, goes on after a kill and can be read back."""

import json
from pathlib import Path

import pytest

from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.talk import (
    Talk,
    close,
    fit,
    hear_text,
    new_talk,
    say_line,
    say_text,
)
from helpers.training.conversations.talks import TalksFile


def say(script: Conversation, talk: Talk, text: str) -> Talk:
    return say_text(script, talk, text, hear_text(script, talk, text))


def step(talks: TalksFile, script: Conversation, text: str) -> None:
    talks.step(script, lambda talk: say(script, talk, text))


def test_a_new_kernel_goes_on_at_the_same_turn(script: Conversation) -> None:
    talks = TalksFile()
    step(talks, script, "Hoe ziet een gewone dag eruit?")
    talks.step(script, lambda talk: say_line(script, talk, "wat_gaat_mis"))
    again = TalksFile().talk(script)
    assert again == talks.talk(script)
    assert again.state.turn == 2
    assert [one.typed for one in again.turns] == [True, False]
    assert json.loads(talks.path.read_text("utf-8"))["now"][script.id]["turns"][0]["said"]


def test_every_turn_is_on_disk_before_the_next(script: Conversation) -> None:
    talks = TalksFile()
    for turn in range(1, 5):
        step(talks, script, "Ik heb een tekening bij me.")
        assert TalksFile().talk(script).state.turn == turn


def test_a_line_that_is_not_understood_saves_nothing(script: Conversation) -> None:
    talks = TalksFile()
    step(talks, script, "hallo")
    assert talks.revision == 0
    assert not talks.path.exists()


def test_beginning_again_keeps_what_was_said(script: Conversation) -> None:
    talks = TalksFile()
    talks.again(script)
    assert talks.earlier(script) == ()
    step(talks, script, "Hoe ziet een gewone dag eruit?")
    before = talks.talk(script)
    talks.again(script)
    assert talks.talk(script) == new_talk(script)
    assert TalksFile().earlier(script) == (before,)
    step(talks, script, "Waar loopt u tegenaan?")
    talks.again(script)
    assert [len(one.turns) for one in talks.earlier(script)] == [1, 1]


def test_another_window_does_not_lose_a_turn(script: Conversation) -> None:
    here, there = TalksFile(), TalksFile()
    step(here, script, "Hoe ziet een gewone dag eruit?")
    step(there, script, "Waar loopt u tegenaan?")
    here.refresh()
    assert [one.said for one in here.talk(script).turns] == [
        "Hoe ziet een gewone dag eruit?",
        "Waar loopt u tegenaan?",
    ]


def test_a_damaged_file_is_put_aside(script: Conversation) -> None:
    talks = TalksFile()
    step(talks, script, "Hoe ziet een gewone dag eruit?")
    talks.path.write_text("{", "utf-8")
    fresh = TalksFile()
    assert "beschadigd" in fresh.notice
    assert fresh.talk(script).state.turn == 0


def test_after_an_update_a_talk_goes_on_with_what_is_left(script: Conversation) -> None:
    talk = say(script, new_talk(script), "Hoe ziet een gewone dag eruit?")
    gone = script.model_copy(update={"things": script.things[1:]})
    assert fit(gone, talk).state.known == ()
    ended = close(script, talk)
    other = ended.model_copy(update={"state": ended.state._replace(ended="weg")})
    assert fit(script, other).state.ended == "klaar"
    assert fit(script, talk) == talk


def test_nothing_is_said_after_the_end(script: Conversation) -> None:
    talk = close(script, new_talk(script))
    assert talk.ended
    assert close(script, talk) == talk
    assert say(script, talk, "Hoe gaat het nu verder?") == talk
    assert say_line(script, talk, "hoe_gaat_het") == talk


def test_only_an_offered_line_can_be_said(script: Conversation) -> None:
    talk = new_talk(script)
    assert say_line(script, talk, "dus_lopen") == talk
    assert say_line(script, talk, "<script>") == talk


@pytest.mark.parametrize(
    "text", ["\x00Hoe\r\ngaat het op het plein?", "Hoe gaat het op het plein?"]
)
def test_what_is_typed_is_kept_clean(script: Conversation, text: str) -> None:
    talk = say(script, new_talk(script), text)
    assert talk.turns[0].said.split() == ["Hoe", "gaat", "het", "op", "het", "plein?"]


def test_the_file_of_talks_stands_in_the_work_folder(tmp_path: Path) -> None:
    assert TalksFile(tmp_path).path == tmp_path / "gesprekken.json"
