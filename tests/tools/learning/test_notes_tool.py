"""The place for own notes in a lesson."""

from typing import Any

from helpers.texts.language import _
from helpers.tools.learning.notes import Notes
from helpers.training.notes import NotesFile


def say(tool: Notes, **message: Any) -> None:
    data = {"method": "custom", "content": {"from": "proef", "n": 1, **message}}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def test_what_is_typed_is_saved_and_back_in_a_new_kernel() -> None:
    tool = Notes("01")
    say(tool, do="text", value="Vraag de griffie\n<b>niet vet</b>", known="")
    assert tool.view.text == "Vraag de griffie\n<b>niet vet</b>"
    assert NotesFile().text("01") == tool.view.text
    assert Notes("01").view.text == tool.view.text
    assert Notes("02").view.text == ""


def test_a_lesson_may_be_named_by_its_whole_name() -> None:
    say(Notes("01_besluitvorming"), do="text", value="hier", known="")
    assert NotesFile().text("01") == "hier"


def test_a_message_that_makes_no_sense_changes_nothing() -> None:
    tool = Notes("01")
    for message in ({"do": "wissen"}, {"do": "text", "value": 5, "known": None}, {}):
        say(tool, **message)
    assert tool.view.text == ""
    assert tool.view.notice == ""


def test_a_note_of_another_window_comes_in() -> None:
    tool = Notes("01")
    NotesFile().write("01", "van daar", known="")
    assert tool.work.refresh()
    assert tool.view.text == "van daar"


def test_what_somebody_wrote_never_gets_into_a_notebook() -> None:
    tool = Notes("01")
    say(tool, do="text", value="vertrouwelijk", known="")
    bundle = tool._repr_mimebundle_()
    assert "vertrouwelijk" not in bundle["text/html"] + bundle["text/plain"]
    assert _("Your own notes") in bundle["text/html"]
