"""An exercise on the page, moved to its ends without a browser."""

from pathlib import Path
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.tools.controls.exercises import ChooseForm, OrderForm, WriteForm
from helpers.tools.learning.exercise import Exercise, ExerciseTool
from helpers.tools.still import Still
from helpers.tools.tool import FAILED
from helpers.training import content
from helpers.training.content import CONTENT, all_exercises
from helpers.training.kinds.elsewhere import Elsewhere
from helpers.training.kinds.exercise import Kind
from helpers.training.progress import Progress
from tests.training.playing import right_answer, wrong_answer

ALL = [
    exercise
    for lesson in sorted({path.stem for path in CONTENT.glob("*/[0-9][0-9].yaml")})
    for exercise in all_exercises(lesson)
]


def name_of(exercise: Kind) -> str:
    return exercise.id


def shown(name: str) -> ExerciseTool:
    tool = Exercise(name).shown
    assert isinstance(tool, ExerciseTool)
    return tool


def say(tool: ExerciseTool, do: Any, **more: Any) -> None:
    """Send what the page sends."""
    message = {"do": do, "from": "proef", "n": 1, **more}
    data = {"method": "custom", "content": message}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def labels(tool: ExerciseTool) -> dict[str, tuple[str, bool]]:
    return {one["do"]: (one["label"], bool(one["why"])) for one in tool.view.buttons}


def words(lines: list[dict[str, Any]]) -> str:
    return " ".join(f"{line['word']} {line['head']} {line['text']}" for line in lines)


def tried(tool: ExerciseTool, answer: list[str]) -> None:
    """Let it have been reached, where an exercise looks at something elsewhere."""
    if isinstance(tool.exercise, Elsewhere):
        tool.work.step(tool.exercise, lambda now: tool.exercise.answer(now, answer))
        tool.work.step(tool.exercise, tool.exercise.check)


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_every_exercise_is_played_to_its_end(exercise: Kind) -> None:
    tool = shown(exercise.id)
    for _hint in exercise.hints:
        say(tool, "hint")
    assert tool.view.hints["lines"] == list(exercise.hints)
    assert labels(tool)["hint"] == (_("No more hints"), True)
    for part in exercise.parts:
        say(tool, "answer", value=[part.id])
        say(tool, "check", value=[part.id])
    for answer in (wrong_answer(exercise), right_answer(exercise)):
        tried(tool, answer)
        say(tool, "check", value=answer)
    if exercise.kind == "write":
        say(tool, "text", value=exercise.example_answer, known="")
    say(tool, "example")
    if exercise.kind == "write":
        say(tool, "check", value=[part.id for part in exercise.parts])
    assert tool.attempt.done
    assert exercise.debrief in words(tool.view.closing["lines"])
    assert tool.view.example["lines"][0]["text"] in " ".join(exercise.example_answer.split())
    assert labels(tool)["example"][1], "the example stays open"
    say(tool, "again")
    assert tool.view.example == {}
    assert tool.view.feedback == []
    assert tool.attempt.done
    assert labels(tool)["again"][1], "there is nothing to redo in a new round"


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_how_we_look_at_it_tells_no_reason_that_stands_above_already(exercise: Kind) -> None:
    tool = shown(exercise.id)
    answer = right_answer(exercise)
    tried(tool, answer)
    say(tool, "check", value=answer)
    say(tool, "example")
    lines = [*tool.view.feedback, *tool.view.example.get("lines", [])]
    if exercise.kind != "write":
        texts = [line["text"] for line in lines]
        assert {texts.count(line.text) for line in exercise.reasons()} == {1}
        assert {line.head for line in exercise.reasons()} <= {line["head"] for line in lines}
    seen = [(line["head"], line["text"]) for line in lines]
    assert len(set(seen)) == len(seen)


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_the_still_version_asks_and_gives_nothing_away(exercise: Kind) -> None:
    tool = shown(exercise.id)
    say(tool, "hint")
    still = tool.still_html() + tool.still_text()
    assert exercise.question.splitlines()[0][:40] in still
    secrets = [exercise.example_answer, exercise.common_wrong, *exercise.hints]
    reasons = ("why", "early", "late", "otherwise", "below", "above")
    parts = [part.model_dump() for part in exercise.parts]
    secrets += [part[name] for part in parts for name in reasons if part.get(name)]
    assert not [secret for secret in secrets if secret[:40] in still]
    if exercise.kind != "write":
        assert all(part.text in tool.still_text() for part in exercise.parts)


@pytest.mark.parametrize("exercise", ALL, ids=name_of)
def test_a_stored_notebook_gets_the_same_still_version_every_day(exercise: Kind) -> None:
    bundle = Exercise(exercise.id)._repr_mimebundle_()
    assert bundle["text/html"] == shown(exercise.id).still_html()
    assert bundle["text/plain"].startswith(_("Exercise"))
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_choosing_shows_the_reason_and_marks_what_was_looked_at() -> None:
    tool = shown("01-vier-weken-eerder")
    say(tool, "check", value=["bijlage"])
    assert tool.view.feedback[0]["word"] == _("works out differently")
    assert tool.view.feedback[0]["text"] == tool.exercise.part("bijlage").why
    assert tool.view.parts[0]["note"] == _("looked at")
    say(tool, "check", value=["uur"])
    assert tool.view.feedback[0]["mark"] == "right"
    right = next(part for part in tool.view.parts if part["id"] == "uur")
    assert (right["note"], right["mark"]) == (_("fits here"), "right")
    assert tool.attempt.right


def test_pressing_too_early_says_what_is_needed() -> None:
    too_early = _("Try it yourself first. After that the example opens.")
    for name, check, example in (
        ("01-1", _("Choose one first."), too_early),
        ("01-2", _("Tick one or more first."), too_early),
        ("01-3", _("Move at least one line first."), too_early),
        ("01-5", _("Lay your text beside the example first."), "20 woorden"),
    ):
        tool = shown(name)
        say(tool, "check", value=[])
        assert tool.view.note[0]["text"] == check
        say(tool, "example")
        assert example in tool.view.note[0]["text"]
        say(tool, "hint")
        assert tool.view.note == []


def test_the_answer_is_back_after_a_restart_of_the_kernel() -> None:
    tool = shown("01-de-route")
    order = list(reversed(tool.view.answer))
    say(tool, "answer", value=order)
    assert ExerciseTool(tool.exercise, Progress()).view.answer == order


def test_another_window_sees_what_was_done_here() -> None:
    here = shown("01-vier-weken-eerder")
    there = ExerciseTool(here.exercise, Progress())
    say(there, "check", value=["bellen"])
    assert here.work.refresh()
    assert here.view.answer == ["bellen"]
    assert here.view.feedback == there.view.feedback


def test_two_views_of_one_kernel_show_the_same() -> None:
    one, other = shown("01-verkopen"), shown("01-verkopen")
    assert isinstance(one.view, WriteForm)
    assert isinstance(other.view, WriteForm)
    say(one, "text", value="Je hebt gelijk", known="")
    assert other.view.text == "Je hebt gelijk"
    say(other, "text", value="Nee", known="")
    assert one.view.text == "Je hebt gelijk\n\nNee"


@pytest.mark.parametrize(
    "message",
    [
        {"do": "answer", "value": "bijlage"},
        {"do": "answer", "value": [1, None]},
        {"do": "answer", "value": ["<script>"]},
        {"do": "answer"},
        {"do": "text", "value": "dit is geen schrijfoefening"},
        {"do": "wissen"},
        {"do": None},
        {"do": ["check"]},
        {},
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing(message: dict[str, Any]) -> None:
    tool = shown("01-vier-weken-eerder")
    before = dict(tool.view.get_state(["answer", "feedback", "example", "notice"]))
    say(tool, **{"do": "", **message})
    assert tool.view.get_state(["answer", "feedback", "example", "notice"]) == before


def test_a_message_that_is_no_object_is_passed_over() -> None:
    tool = shown("01-vier-weken-eerder")
    tool.hear(tool.view, "check", [])
    assert tool.view.heard == {}


def test_the_page_hears_up_to_where_it_was_answered() -> None:
    tool = shown("01-vier-weken-eerder")
    say(tool, "answer", value=["uur"], n=7)
    assert tool.view.heard == {"from": "proef", "n": 7}


def test_a_failure_is_a_sentence_and_not_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = shown("01-vier-weken-eerder")

    def broken(*args: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(Progress, "step", broken)
    say(tool, "check", value=["uur"], n=3)
    assert tool.view.notice == _(FAILED)
    assert tool.view.heard["n"] == 3


def test_a_disk_that_is_full_is_said_at_the_exercise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device")

    tool = shown("01-vier-weken-eerder")
    monkeypatch.setattr("helpers.training.saved.replace_file", full)
    say(tool, "check", value=["uur"])
    assert "niet bewaard" in tool.view.notice
    assert tool.attempt.right


def test_six_exercises_stay_alive_and_only_old_copies_of_one_are_let_go() -> None:
    tools = [shown(f"02-{n}") for n in range(1, 7)]
    assert all(tool.view.comm is not None for tool in tools)
    copies = [shown("00-1") for _copy in range(5)]
    assert [tool.view.comm is not None for tool in copies] == [False, False, True, True, True]


def test_each_kind_has_its_own_form() -> None:
    forms = (("01-1", ChooseForm), ("01-3", OrderForm), ("01-5", WriteForm))
    assert all(isinstance(shown(name).view, form) for name, form in forms)


def test_an_exercise_that_is_broken_says_what_its_author_has_to_mend(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "nl").mkdir()
    text = (CONTENT / "nl" / "01.yaml").read_text("utf-8").replace("minutes: 3", "minutes: 99", 1)
    (tmp_path / "nl" / "01.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(content, "CONTENT", tmp_path)
    said = Exercise("01-1")._repr_mimebundle_()["text/plain"]
    assert said.startswith(_("This exercise cannot be shown yet. Its author has to mend this:"))
    assert "oefening 01-vier-weken-eerder, veld minutes: " in said
    assert "99" in said
    assert isinstance(Exercise("01-2").shown, ExerciseTool), "the others still work"


def test_what_an_author_writes_is_shown_as_text() -> None:
    still = Still([("p", "<b>vet</b> & meer"), ("li", "een"), ("li", "twee"), ("p", "")])
    assert still.html == (
        "<p>&lt;b&gt;vet&lt;/b&gt; &amp; meer</p>"
        '<ul style="list-style: none"><li>een</li><li>twee</li></ul>'
    )
