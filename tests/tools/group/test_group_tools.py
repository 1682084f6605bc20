"""Sending an answer and showing all of them, by what the page says and what it then shows."""

import json
from pathlib import Path
from typing import Any

import pytest

from helpers import GroupAnswer, GroupPicture
from helpers.tools.group.group_answer import GroupAnswerTool
from helpers.tools.group.group_picture import GroupPictureTool
from helpers.tools.still import Still
from helpers.training.content import open_exercise
from helpers.training.group.gathering import MOST
from helpers.training.group.sent import LARGEST
from helpers.training.kinds.write import Write
from helpers.training.progress import open_progress

MAP, STORY = "02-plek-op-de-kaart", "02-op-de-stoel-van"
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GroupAnswerTool, "code", "")
    monkeypatch.setattr(GroupAnswerTool, "_names", {})
    monkeypatch.setattr(GroupPictureTool, "_sessions", {})
    monkeypatch.delenv("DRAAGVLAK_GROEP", raising=False)


def answering(name: str = MAP) -> GroupAnswerTool:
    shown = GroupAnswer(name).shown
    assert isinstance(shown, GroupAnswerTool)
    return shown


def showing(name: str = MAP) -> GroupPictureTool:
    shown = GroupPicture(name).shown
    assert isinstance(shown, GroupPictureTool)
    return shown


def say(view: Any, do: str, *buffers: bytes, **more: Any) -> None:
    number = int(view.heard.get("n", 0)) + 1
    content = {"do": do, "from": "proef", "n": number, **more}
    data = {"method": "custom", "content": content}
    views = [memoryview(one) for one in buffers]
    view._handle_msg({"content": {"data": data}, "buffers": views})
    assert view.heard == {"from": "proef", "n": number}
    assert view.notice == ""


def answer(*typed: str) -> None:
    exercise = open_exercise(MAP)
    open_progress().step(exercise, lambda attempt: exercise.answer(attempt, typed))


def write(text: str) -> None:
    exercise = open_exercise(STORY)
    assert isinstance(exercise, Write)
    open_progress().step(exercise, lambda attempt: exercise.write(attempt, text))


def made(tool: GroupAnswerTool, monkeypatch: pytest.MonkeyPatch) -> tuple[str, bytes]:
    """Press the button and return the file that the browser gets."""
    given: list[tuple[str, bytes]] = []
    monkeypatch.setattr(
        tool.view, "send", lambda said, buffers: given.append((said["name"], buffers[0]))
    )
    say(tool.view, "file")
    [one] = given
    return one


def file(code: str, x: float = 2, y: float = 9) -> bytes:
    whole = {"session": code, "exercise": MAP, "kind": "estimate"}
    return json.dumps({**whole, "answer": [f"invloed/{x:g}", f"geraakt/{y:g}"]}).encode()


def test_before_an_answer_and_a_code_nothing_goes_and_it_says_why() -> None:
    tool = answering()
    assert (tool.view.lines, tool.view.note) == (
        [],
        "Maak eerst de oefening. Daarna zie je hier wat er verstuurd zou worden.",
    )
    answer("invloed/2", "geraakt/8,5")
    say(tool.view, "file")
    assert tool.view.note.startswith("Vul de zes cijfers in")
    assert tool.sent is None


def test_what_goes_is_shown_to_the_letter_and_is_what_the_file_holds(
    monkeypatch: pytest.MonkeyPatch, work: Path
) -> None:
    tool = answering()
    answer("invloed/2", "geraakt/8,5")
    say(tool.view, "code", value=" 482 915 ")
    assert tool.view.lines == ["Invloed op het besluit: 2", "Hoeveel er voor hen verandert: 8,5"]
    name, content = made(tool, monkeypatch)
    assert content.decode() == tool.view.exact
    assert json.loads(content) == {
        "session": "482915",
        "exercise": MAP,
        "kind": "estimate",
        "answer": ["invloed/2", "geraakt/8.5"],
    }
    assert str(work) not in name + content.decode()
    assert tool.view.note == "Je antwoordbestand staat bij je downloads. Er staat geen naam in."
    assert made(tool, monkeypatch)[0] == name


def test_the_code_is_kept_for_the_next_exercise_and_only_digits_count() -> None:
    tool = answering()
    say(tool.view, "code", value="48a2<b>915999")
    assert tool.view.code == "482915"
    assert answering(STORY).view.code == "482915"
    for nonsense in ("", "abc", "٤٨٢٩١٥", None, 5, ["1"]):
        say(tool.view, "code", value=nonsense)
        assert tool.view.code == ""


def test_of_an_own_text_one_sentence_goes_that_was_chosen() -> None:
    tool = answering(STORY)
    write(f"Wie zorgt, heeft plek. {HOSTILE} Dit is van mij.")
    say(tool.view, "code", value="482915")
    say(tool.view, "file")
    assert tool.view.note == "Kies eerst een zin."
    assert [one["id"] for one in tool.view.sentences] == ["", "1", "2"]
    for at in ("99", "", "x", None):
        say(tool.view, "sentence", value=at)
        assert tool.sent is None
    say(tool.view, "sentence", value="1")
    assert tool.view.lines == ["Wie zorgt, heeft plek."]
    assert "van mij" not in tool.view.exact
    write("Heel iets anders.")
    assert tool.sent is None


def test_an_answer_never_gets_into_a_notebook() -> None:
    write("Dit is van mij.")
    tool = answering(STORY)
    say(tool.view, "sentence", value="1")
    assert "van mij" not in tool.still_html() + tool.still_text()


def test_the_trainer_brings_in_files_and_sees_one_picture() -> None:
    tool = showing()
    assert (tool.form.begun, tool.form.count) == (False, "Er is geen sessie open.")
    say(tool.form, "begin")
    code = tool.form.code.replace(" ", "")
    assert (len(code), code.isdigit(), tool.form.count) == (6, True, "0 antwoorden")
    say(tool.form, "files", file(code, 2), file(code, 3))
    assert (tool.form.count, tool.picture.svg) == ("2 antwoorden", "")
    say(tool.form, "files", file(code, 2), file(code, 3), file(code, 9))
    assert (tool.form.count, tool.form.problems) == ("3 antwoorden", [])
    assert tool.picture.svg
    assert tool.picture.alt.startswith("3 antwoorden.")
    assert "<img" in tool.still_html()


def test_hostile_files_are_refused_and_shown_nowhere() -> None:
    tool = showing()
    say(tool.form, "begin")
    code = tool.form.code.replace(" ", "")
    bad = [
        HOSTILE.encode(),
        file(code).replace(b"invloed/2", HOSTILE.encode()),
        file(code).replace(MAP.encode(), b"../../etc/passwd"),
        file(code)[:-1] + b', "name": "' + HOSTILE.encode() + b'"}',
        file("000000") if code != "000000" else file("000001"),
        b"x" * (LARGEST + 1),
        b"",
        b"\x00" * 50,
    ]
    say(tool.form, "files", *bad, *[file(code)] * 3, large=2, unread=1)
    assert tool.form.count == "3 antwoorden"
    assert sum(int(line.split()[0]) for line in tool.form.problems) == len(bad) + 3
    everything = [tool.form.get_state(), tool.outcome.get_state(), tool.picture.get_state()]
    whole = json.dumps(everything, default=lambda one: repr(type(one))) + tool.still_html()
    assert "alert(" not in whole.replace("_esm", "")
    assert "passwd" not in whole


def test_a_thousand_files_are_refused_all_together() -> None:
    tool = showing()
    say(tool.form, "begin")
    code = tool.form.code.replace(" ", "")
    say(tool.form, "files", *[file(code)] * (MOST + 1))
    assert tool.form.count == "0 antwoorden"
    assert tool.form.problems == ["Meer dan 300 bestanden tegelijk: er is er geen gelezen."]


def test_wordings_are_text_in_a_mixed_order_and_one_can_be_hidden() -> None:
    tool = showing(STORY)
    say(tool.form, "begin")
    code = tool.form.code.replace(" ", "")
    texts = ["Een.", "Twee.", HOSTILE, "Een."]
    files = [
        json.dumps({"session": code, "exercise": STORY, "kind": "write", "answer": [one]}).encode()
        for one in texts
    ]
    say(tool.form, "files", *files)
    assert {one["text"] for one in tool.form.wordings} == {"Een. (2 keer)", "Twee.", HOSTILE}
    [key] = [one["id"] for one in tool.form.wordings if one["text"] == HOSTILE]
    say(tool.form, "hide", id=key)
    assert HOSTILE not in json.dumps(tool.form.wordings)
    assert [one["shown"] for one in tool.form.wordings].count(False) == 1
    say(tool.form, "show", id=key)
    assert HOSTILE in {one["text"] for one in tool.form.wordings}
    assert HOSTILE not in tool.still_html()


def test_stopping_keeps_the_picture_and_wiping_takes_all_away() -> None:
    tool = showing()
    say(tool.form, "begin")
    code = tool.form.code.replace(" ", "")
    say(tool.form, "files", *[file(code)] * 3)
    say(tool.form, "stop")
    assert tool.form.count == "3 antwoorden; de sessie is gesloten"
    assert tool.picture.svg
    say(tool.form, "files", *[file(code)] * 4)
    assert tool.form.count.startswith("3 ")
    say(tool.form, "wipe")
    assert (tool.form.begun, tool.form.code, tool.picture.svg) == (False, "", "")
    say(tool.form, "begin")
    assert tool.form.count == "0 antwoorden"


def test_a_session_is_still_there_when_the_lesson_runs_again() -> None:
    tool = showing()
    say(tool.form, "begin")
    assert showing().form.code == tool.form.code


@pytest.mark.parametrize("said", [{}, {"do": 5}, {"do": "hide", "id": None}, {"do": "files"}])
def test_nonsense_changes_nothing(said: dict[str, Any]) -> None:
    tool = showing()
    say(tool.form, said.pop("do", ""), **said)
    assert tool.form.begun is False
    tool.form._handle_msg({"content": {"data": {"method": "custom", "content": 3}}, "buffers": []})
    for counted in (-5, "x", None, 10**9):
        say(tool.form, "begin")
        say(tool.form, "files", large=counted)
        assert len(tool.form.problems) <= 1


def test_an_exercise_that_is_not_there_or_cannot_be_shared_is_a_sentence() -> None:
    for name in ("02-bestaat-niet", "02-een-stevig-pakket"):
        for shown in (GroupAnswer(name).shown, GroupPicture(name).shown):
            assert isinstance(shown, Still)
            assert shown.text
