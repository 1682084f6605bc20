"""The kinds that look elsewhere or take other answers, on the page and without a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.tools.controls.exercises import ElsewhereForm, EstimateForm, PlacingForm
from helpers.tools.learning.exercise import Exercise, ExerciseTool
from helpers.training import content
from helpers.training.conversations import talks
from helpers.training.conversations.content import open_conversation
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.offered import offered
from helpers.training.conversations.talk import close, say_line
from helpers.training.conversations.talks import open_talks
from helpers.training.progress import Progress
from helpers.training.working_copy import Action, Taker, working_copy

FIXTURE = Path(__file__).parents[2] / "training" / "content" / "01.yaml"
SORT, MATCH, NUMBER, PLACE, TALK, DO = (f"01-{n}" for n in range(5, 11))


@pytest.fixture(autouse=True)
def one_of_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "content" / "nl"
    folder.mkdir(parents=True)
    (folder / "01.yaml").write_text(FIXTURE.read_text("utf-8"), "utf-8")
    (folder / "conversations").symlink_to(content.CONTENT / "nl" / "conversations")
    monkeypatch.setattr(content, "CONTENT", folder.parent)
    monkeypatch.setattr(talks, "_open", {})
    return


def shown(name: str) -> ExerciseTool:
    tool = Exercise(name).shown
    assert isinstance(tool, ExerciseTool)
    return tool


def say(tool: ExerciseTool, do: str, **more: Any) -> None:
    data = {"method": "custom", "content": {"do": do, "from": "proef", "n": 1, **more}}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def first_note(tool: ExerciseTool) -> str:
    return str(tool.view.note[0]["text"]) if tool.view.note else ""


def words(tool: ExerciseTool) -> list[str]:
    return [line["word"] for line in tool.view.feedback]


def held(script: Conversation, turns: int) -> None:
    """Hold a conversation for so many turns with the first line that is offered, and end it."""
    talks_file = open_talks()
    for _turn in range(turns):
        state = talks_file.talk(script).state
        name = offered(script, state)[0].id
        talks_file.step(script, lambda talk, name=name: say_line(script, talk, name))
    talks_file.step(script, lambda talk: close(script, talk, "Tot morgen."))


def test_each_kind_has_its_form() -> None:
    forms = {SORT: PlacingForm, MATCH: PlacingForm, NUMBER: EstimateForm, PLACE: EstimateForm}
    forms |= {TALK: ElsewhereForm, DO: ElsewhereForm}
    assert all(isinstance(shown(name).view, form) for name, form in forms.items())


def test_a_sorting_shows_lines_and_groups_and_keeps_half_of_it() -> None:
    tool = shown(SORT)
    assert [one["text"] for one in tool.view.choices] == ["Standpunt", "Belang"]
    say(tool, "answer", value=["langs/belang"])
    assert shown(SORT).view.answer == ["langs/belang"]
    say(tool, "check", value=["langs/belang"])
    assert "3 regels" in first_note(tool)
    whole = ["langs/belang", "hoog/belang", "kosten/belang", "delen/standpunt"]
    say(tool, "check", value=whole)
    assert words(tool) == ["", _("works out differently"), *[_("fits here")] * 3]
    assert not tool.attempt.right
    say(tool, "check", value=["hoog/standpunt", *whole[:1], *whole[2:]])
    assert tool.attempt.right


def test_a_new_round_of_matching_is_mixed_anew_and_empty() -> None:
    tool = shown(MATCH)
    orders = set()
    for _round in range(6):
        orders.add(tuple(one["id"] for one in tool.view.choices))
        say(tool, "hint")
        say(tool, "again")
        assert tool.view.answer == []
    assert len(orders) > 2


@pytest.mark.parametrize(
    ("typed", "said"),
    [("veel", "geen getal"), ("41", "van 0 tot en met 40"), ("", "Vul eerst een getal in.")],
)
def test_a_number_that_cannot_be_is_answered_calmly(typed: str, said: str) -> None:
    tool = shown(NUMBER)
    say(tool, "check", value=[f"uren/{typed}"] if typed else [])
    assert said in first_note(tool)
    assert tool.view.notice == ""
    assert not tool.attempt.tried


def test_a_typed_number_is_back_as_it_was_typed() -> None:
    tool = shown(NUMBER)
    say(tool, "answer", value=["uren/ 6,5"])
    assert ExerciseTool(tool.exercise, Progress()).view.answer == ["uren/6,5"]
    say(tool, "check", value=["uren/6,5"])
    assert words(tool) == [_("close to it")]
    assert tool.view.feedback[0]["head"] == "Uren per maand: 6,5 uur"


def test_a_map_says_its_axes_with_their_ends() -> None:
    axes = shown(PLACE).view.about["axes"]
    assert [(one["id"], one["low"], one["high"], one["step"]) for one in axes] == [
        ("invloed", "weinig", "veel", 1),
        ("geraakt", "", "", 1),
    ]
    assert not [one for one in axes if "right" in one or "margin" in one], "that would tell it"


def test_a_conversation_is_looked_at_once_it_ended() -> None:
    tool, script = shown(TALK), open_conversation("03-wethouder")
    say(tool, "check", value=["tried", "juni", "pas"])
    assert first_note(tool) == tool.exercise.why_not(tool.attempt) != ""
    assert not tool.attempt.tried, "what the page says of it does not count"
    held(script, 1)
    say(tool, "check", value=[])
    assert tool.attempt.done
    assert not tool.attempt.right
    assert words(tool)[1:] == [_("not yet"), _("not yet")]


def test_the_newest_conversation_that_ended_counts() -> None:
    tool, script = shown(TALK), open_conversation("03-wethouder")
    held(script, 2)
    open_talks().again(script)
    say(tool, "check", value=[])
    assert tool.attempt.done


def test_work_on_the_board_is_looked_at_in_the_dossier() -> None:
    tool, work = shown(DO), working_copy("winkelhart")
    say(tool, "check", value=["tried", "afspraken", "commissie"])
    assert first_note(tool) != ""
    work.plan("commissie_2", "wethouder_ruimte", Action(what="Vragen", who=Taker.ALDERMAN))
    say(tool, "check", value=[])
    assert words(tool) == ["", _("not yet"), _("reached")]
    assert [one.get("note", "") for one in tool.view.parts] == ["", _("was reached")]
    work.plan("college_2", "wethouder_ruimte", Action(what="Vragen", who=Taker.YOU))
    say(tool, "check", value=[])
    assert tool.attempt.right


def test_a_conversation_that_is_gone_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = shown(TALK)
    monkeypatch.setattr(content, "CONTENT", Path("/nergens"))
    say(tool, "check", value=[])
    assert tool.view.notice != ""


@pytest.mark.parametrize("name", [SORT, MATCH, NUMBER, PLACE, TALK, DO])
@pytest.mark.parametrize("value", [None, "hoog", [1], ["<b>"], ["hoog/"], ["/"], [["x"]], {"a": 1}])
def test_nonsense_changes_nothing(name: str, value: Any) -> None:
    tool = shown(name)
    say(tool, "answer", value=value)
    say(tool, "check", value=value)
    assert tool.view.answer == []
    assert tool.view.notice == ""
    assert not tool.attempt.tried


@pytest.mark.parametrize("name", [SORT, MATCH])
def test_the_still_version_names_what_there_is_to_choose_from(name: str) -> None:
    tool = shown(name)
    choices = [one["text"] for one in tool.view.choices]
    assert all(text in tool.still_text() for text in choices)
