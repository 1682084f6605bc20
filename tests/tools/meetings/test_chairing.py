"""A meeting on the page, chaired without a browser."""

import time
from pathlib import Path
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.tools.meetings import chairing
from helpers.tools.meetings.chairing import Chairing, ChairingTool
from helpers.tools.still import Still
from helpers.tools.tool import FAILED
from helpers.training.chairing import content
from helpers.training.chairing.sessions import SessionsFile
from helpers.training.content import CONTENT

NAME = "06-voorzitten"


@pytest.fixture
def tool() -> ChairingTool:
    """Return the tool on the meeting of lesson 06."""
    shown = Chairing(NAME).shown
    assert isinstance(shown, ChairingTool)
    return shown


def send(tool: ChairingTool, do: Any, **more: Any) -> None:
    """Send what the page sends."""
    message = {"do": do, "from": "proef", "n": 1, "turn": tool.view.turn, **more}
    data = {"method": "custom", "content": message}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def step(tool: ChairingTool, *names: str) -> None:
    for name in names:
        if name.startswith("?"):
            send(tool, "guess", value=name[1:])
        else:
            send(tool, "act", value=name)


def to_the_end(tool: ChairingTool, at: int) -> None:
    """Take the choice at this place each time, and guess the one at this place."""
    while not tool.view.report:
        asked = tool.view.guess.get("options", [])
        offered = asked or tool.view.choices
        send(tool, "guess" if asked else "act", value=offered[at % len(offered)]["id"])


def said(tool: ChairingTool, who: str) -> list[str]:
    return [one["text"] for one in tool.view.turns if one["who"] == who]


def test_it_begins_with_the_scene_the_first_round_and_five_things_to_do(tool: ChairingTool) -> None:
    assert tool.view.about["scene"]
    assert [one["who"] for one in tool.view.turns] == ["round", "told"]
    assert len(tool.view.choices) == 5
    assert tool.view.guess == tool.view.report == {}


def test_the_parties_answer_at_once_and_the_next_moment_comes(tool: ChairingTool) -> None:
    step(tool, "rol")
    kinds = [one["who"] for one in tool.view.turns]
    assert kinds == ["round", "told", "you", "them", "them", "told"]
    assert tool.view.turns[3]["name"] == tool.meeting.party("zuiderwieke").who
    assert "heemraad" in {one["id"] for one in tool.view.choices}


def test_what_comes_on_the_table_is_said(tool: ChairingTool) -> None:
    step(tool, "rol", "heemraad")
    assert said(tool, "point") == [
        _("Now on the table: {points}.").format(points="Ruimte voor water")
    ]


def test_trust_stays_hidden_until_the_guess_after_a_round(tool: ChairingTool) -> None:
    step(tool, "rol", "gelijk")
    assert not [one for one in tool.view.turns if "rows" in one]
    assert tool.view.choices == []
    assert len(tool.view.guess["options"]) == 7
    step(tool, "zwijgen")
    assert tool.view.guess, "an act is not an answer to the question"
    step(tool, "?zuiderwieke")
    (shown,) = [one for one in tool.view.turns if "rows" in one]
    assert "Zuiderwieke" in shown["text"]
    assert "Aldermond" in shown["text"]
    words = {row["name"]: row["word"] for row in shown["rows"]}
    assert words["Aldermond"] == "weinig vertrouwen"
    assert words["Zuiderwieke"] == "ruim vertrouwen"
    assert "verhaal, geen meting" in shown["note"]
    assert len(tool.view.choices) >= 4


def test_who_does_not_know_says_so_and_goes_on(tool: ChairingTool) -> None:
    step(tool, "rol", "gelijk", "?-")
    assert "Je wist het niet" in tool.view.turns[-3]["text"]
    assert tool.view.guess == {}


@pytest.mark.parametrize("at", range(6))
def test_every_place_leads_to_an_end_with_a_report(tool: ChairingTool, at: int) -> None:
    to_the_end(tool, at)
    assert tool.view.choices == []
    assert tool.view.guess == {}
    titles = [part["title"] for part in tool.view.report["parts"]]
    assert titles[:3] == [
        _("How it ended"),
        _("Who sits at the table, and how much trust they have in you"),
        _("Turning points"),
    ]
    assert titles[-1] == _("One thing to try next time")
    rows = tool.view.report["parts"][1]["rows"]
    assert [row["name"] for row in rows] == [one.name for one in tool.meeting.parties]
    assert all(0 <= row["share"] <= 1 and row["word"] for row in rows)
    turning = tool.view.report["parts"][2]["lines"]
    acts = said(tool, "you")
    assert 0 < len(turning) <= 4
    assert all(any(line["text"].startswith(act) for act in acts) for line in turning)


def test_always_steering_empties_the_table_and_the_report_says_who_left_when(
    tool: ChairingTool,
) -> None:
    step(tool, "concept", "gelijk", "?-", "dertig", "bijna_eens")
    rows = tool.view.report["parts"][1]["rows"]
    gone = [row for row in rows if row["gone"]]
    assert len(gone) >= 3
    assert all(row["word"].startswith("weg sinds ronde") for row in gone)
    assert [one for one in tool.view.turns if one.get("leaves")]
    assert tool.view.report["parts"][0]["lines"][0]["head"] == "De tafel valt uit elkaar"


def test_what_is_printed_is_the_meeting_and_its_report(tool: ChairingTool) -> None:
    to_the_end(tool, 1)
    tags = {tag for tag, _text in tool.view.blocks}
    texts = " ".join(text for _tag, text in tool.view.blocks)
    assert tags <= {"h1", "h2", "p", "li"}
    for one in ("Aldermond", "Ronde 1: De opening", _("Turning points"), *said(tool, "you")):
        assert one in texts


def test_a_new_kernel_goes_on_at_the_same_step(tool: ChairingTool) -> None:
    step(tool, "rol", "heemraad", "?ministerie", "zwijgen")
    again = ChairingTool(tool.meeting, SessionsFile())
    assert again.view.turns == tool.view.turns
    assert again.view.choices == tool.view.choices
    assert again.view.turn == 4


def test_beginning_again_keeps_a_line_about_the_earlier_time(tool: ChairingTool) -> None:
    to_the_end(tool, 0)
    assert tool.view.earlier == []
    send(tool, "again")
    assert tool.view.turn == 0
    (line,) = tool.view.earlier
    assert "aan tafel" in line
    step(tool, "rol")
    send(tool, "again")
    assert _("not finished") in tool.view.earlier[0]
    assert len(tool.view.earlier) == 2


def test_a_double_click_does_a_thing_once(tool: ChairingTool) -> None:
    for _click in range(3):
        send(tool, "act", value="rol", turn=0)
    assert tool.view.turn == 1


def test_two_views_show_the_same_meeting(tool: ChairingTool) -> None:
    other = Chairing(NAME).shown
    assert isinstance(other, ChairingTool)
    step(tool, "rol")
    assert other.view.turns == tool.view.turns


@pytest.mark.parametrize(
    "message",
    [
        {"do": "act", "value": "voorlezen"},
        {"do": "act", "value": "recht_twee"},
        {"do": "act", "value": "guess:provincie"},
        {"do": "act", "value": 3},
        {"do": "act", "value": ["rol"]},
        {"do": "act"},
        {"do": "act", "value": "<img src=x onerror=alert(1)>"},
        {"do": "guess", "value": "provincie"},
        {"do": "guess"},
        {"do": "wissen"},
        {"do": None},
        {"do": "act", "value": "rol", "turn": 7},
        {"do": "act", "value": "rol", "turn": "0"},
        {"do": "act", "value": "rol", "turn": None},
        {"do": {"act": 1}, "value": "rol"},
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing(
    tool: ChairingTool, message: dict[str, Any]
) -> None:
    before = tool.view.turns
    send(tool, **message)
    assert tool.view.turns == before
    assert tool.view.turn == 0
    assert tool.view.notice == ""


@pytest.mark.parametrize(
    "value", ["niemand", "guess:provincie", 4, None, ["provincie"], "x" * 9999]
)
def test_a_guess_that_makes_no_sense_is_no_guess(tool: ChairingTool, value: Any) -> None:
    step(tool, "rol", "gelijk")
    send(tool, "guess", value=value)
    assert tool.view.guess
    assert tool.view.notice == ""


def test_a_failure_is_a_sentence(tool: ChairingTool, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise RuntimeError("kapot")

    monkeypatch.setattr(SessionsFile, "step", broken)
    step(tool, "rol")
    assert tool.view.notice == _(FAILED)


def test_what_somebody_did_never_gets_into_a_notebook(tool: ChairingTool) -> None:
    step(tool, "concept")
    still = tool.still_html() + tool.still_text()
    assert "twee kleine aanpassingen" not in still
    assert tool.meeting.title in still
    assert "oude gemaal" in tool.still_text()


def test_a_meeting_that_is_not_there_says_so() -> None:
    shown = Chairing("06-voorziten").shown
    assert isinstance(shown, Still)
    assert NAME in shown.text


def test_what_an_author_has_to_mend_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (CONTENT / "nl" / "chairing" / f"{NAME}.yaml").read_text("utf-8")
    (tmp_path / f"{NAME}.yaml").write_text(text.replace("minutes: 15", "minutes: veel"), "utf-8")
    monkeypatch.setattr(content, "meeting_folder", lambda: tmp_path)
    shown = chairing.Chairing(NAME).shown
    assert isinstance(shown, Still)
    assert "veld minutes" in shown.text


def test_it_is_shown_with_and_without_a_page() -> None:
    bundle = Chairing(NAME)._repr_mimebundle_()
    assert "Voorzitten zonder te sturen" in bundle["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in bundle


def test_a_step_takes_less_than_a_tenth_of_a_second(tool: ChairingTool) -> None:
    to_the_end(tool, 3)
    times = []
    for _run in range(3):
        begin = time.perf_counter()
        tool.redraw()
        times.append(time.perf_counter() - begin)
    assert min(times) < 0.1
