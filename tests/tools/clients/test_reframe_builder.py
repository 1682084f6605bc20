"""Another view comes late, stands on what was said, and is tested on whether it helps."""

import pytest

from helpers.tools.clients.client_intake import ClientIntake
from helpers.tools.clients.reframe_builder import ReframeBuilder
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import FINE, said, say, ship, shown, with_assignment, write

HEAR, GOING_ON, NEED = (f"reframes app {part}" for part in ("hear", "going_on", "need"))
TEST = ("takes_cause_away", "gives_result", "also_by_others", "client_agrees")


def opened(monkeypatch: pytest.MonkeyPatch, told: bool = True, **judged: str) -> ReframeBuilder:
    ship(monkeypatch, with_assignment(told=told, **judged))
    return ReframeBuilder(working_copy("een_app"))


def test_it_is_refused_kindly_while_the_picture_is_not_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch, told=False)
    assert "komt nu te vroeg" in said(tool)
    assert "nog niet gevraagd: situatie, probleem, oorzaak, al geprobeerd en gewenst" in said(tool)
    assert not any(one["kind"] == "text" for one in shown(tool).values())


def test_it_is_refused_while_a_summary_is_not_confirmed_and_keeps_what_was_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch)
    write(tool, GOING_ON, "te weinig uitleg")
    intake = ClientIntake(tool.work)
    say(intake, "set", "intake cause confirmed", value=False)
    assert "samenvatting nog niet bevestigd: oorzaak" in said(tool)
    assert "te weinig uitleg" in tool.still_text()
    say(intake, "set", "intake cause confirmed", value=True)
    assert shown(tool)[GOING_ON]["value"] == "te weinig uitleg"


def test_each_part_is_built_from_confirmed_lines_of_its_own_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch)
    parts = {one["legend"]: one["items"] for one in tool.form.items if one["kind"] == "group"}
    offered = [[one["id"] for one in items if one["kind"] == "tick"] for items in parts.values()]
    assert offered == [["said situation", "said problem"], ["said cause", "said tried_solutions"],
                       ["said desired_result"]]  # fmt: skip


def test_a_ticked_line_begins_the_sentence_and_never_overwrites_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch)
    say(tool, "set", "said cause", value=True)
    assert shown(tool)[GOING_ON]["value"] == "dit is de cause"
    assert "Loopt de zin nog niet" in said(tool)
    write(tool, GOING_ON, "te weinig uitleg")
    say(tool, "set", "said tried_solutions", value=True)
    assert shown(tool)[GOING_ON]["value"] == "te weinig uitleg"
    assert "Loopt de zin nog niet" not in said(tool)
    say(tool, "set", "said cause", value=False)
    say(tool, "set", "said tried_solutions", value=False)
    assert "steunt nog nergens op" in said(tool)


def test_the_whole_sentence_is_said_once_every_part_rests_on_something(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = opened(monkeypatch)
    texts = {HEAR: "er elke maandag een rij staat", GOING_ON: "te weinig uitleg", NEED: "rust."}
    for key, text in texts.items():
        write(tool, key, text)
    sentence = (
        "Ik hoor dat er elke maandag een rij staat, "
        "volgens mij is er te weinig uitleg aan de hand, dus hebt u rust nodig."
    )
    assert sentence in said(tool)
    write(tool, HEAR, "dat er elke maandag een rij staat")
    assert sentence in said(tool), "a word that the sentence has already is not said twice"
    assert "En wees stil" not in said(tool)
    for rung in ("situation", "cause", "desired_result"):
        say(tool, "set", f"said {rung}", value=True)
    assert "En wees stil" in said(tool)
    assert ReframeBuilder(WorkingCopy("een_app")).still_text() == tool.still_text()


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({}, "weet nog niet"),
        (dict.fromkeys(TEST, "yes"), "echt mee geholpen"),
        (dict.fromkeys(TEST, "yes") | {"also_by_others": "no"}, "verkoop je vooral jezelf"),
        (dict.fromkeys(TEST, "yes") | {"takes_cause_away": "no"}, "vooral iets verkocht"),
        (dict.fromkeys(TEST, "yes") | {"client_agrees": "no"}, "Misschien heeft de opdrachtgever"),
    ],
)
def test_the_test_says_whether_the_client_is_helped(
    monkeypatch: pytest.MonkeyPatch, answers: dict[str, str], words: str
) -> None:
    tool = opened(monkeypatch)
    for name, value in answers.items():
        say(tool, "set", f"reframes app {name}", value=value)
    assert words in said(tool)


def test_a_client_who_is_right_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    right = FINE | {"ready_made": "yes", "solution_helps": "yes"}
    assert "Zeg dan dat die goed is" in said(opened(monkeypatch, **right))


def test_ticking_can_be_taken_back_in_one_step(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = opened(monkeypatch)
    before = tool.form.items
    say(tool, "set", "said cause", value=True)
    tool.work.undo()
    assert tool.form.items == before
