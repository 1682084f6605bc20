"""First everybody tells, then the picture of all pairs; nobody is locked out, nothing is lost."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.model import Dossier
from helpers.tools.meetings.source_meeting import SourceMeeting
from helpers.training.on_the_table import lay
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="dijk", title="De dijk", as_of=dt.date(2026, 9, 15))
NAMES = {"dorp": "Het dorp", "schap": "Het waterschap", "boeren": "De boeren"}


def dike() -> Dossier:
    """Return three parties with two points on the table, and one that can come later."""
    made = BARE
    for key, name in NAMES.items():
        made = made.add("stakeholders", id=key, name=name, kind="partner")
    for issue, later in (("hoogte", False), ("pad", False), ("grond", True)):
        made = made.add("issues", id=issue, name=issue.capitalize(), added=later)
        made = made.add("options", id=f"{issue}_nu", issue=issue, name="Zoals nu", status_quo=True)
        made = made.add("options", id=f"{issue}_meer", issue=issue, name=f"Meer {issue}")
    worth = {
        "dorp": {"hoogte_meer": -4, "pad_meer": 4, "grond_meer": 1},
        "schap": {"hoogte_meer": 6, "pad_meer": 4, "grond_meer": 1},
        "boeren": {"hoogte_meer": 8, "pad_meer": -1, "grond_meer": 9},
    }
    for who, values in worth.items():
        for option, value in values.items():
            made = made.add("values", stakeholder=who, option=option, value=value)
    return made


def told(dossier: Dossier, *who: str, **more: Any) -> Dossier:
    for one in who:
        row = {"story": "Zo zit het.", "wish": "Rust.", **more}
        dossier = dossier.add("stories", id=one, stakeholder=one, **row)
    return dossier


def meeting(monkeypatch: pytest.MonkeyPatch, dossier: Dossier) -> SourceMeeting:
    ship(monkeypatch, dossier)
    return SourceMeeting(working_copy("dijk"))


def weigh(tool: SourceMeeting, do: str, key: str, value: str = "") -> None:
    """Say to the lower sheet what its page would say."""
    number = int(tool.weigher.heard.get("n", 0)) + 1
    content = {"do": do, "id": key, "from": "proef", "n": number, "value": value}
    data = {"method": "custom", "content": content}
    tool.weigher._handle_msg({"content": {"data": data}, "buffers": []})


def overview(tool: SourceMeeting) -> str:
    return "\n".join(line["text"] for line in tool.told.lines)


def kinds(tool: SourceMeeting) -> list[str]:
    return [one["id"] for one in tool.weigher.items]


def closed(tool: SourceMeeting) -> str:
    return str(tool.weigher.items[0]["lines"][0]["text"])


def test_it_says_calmly_who_has_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), "dorp"))
    assert "1 van de 3 partijen" in overview(tool)
    assert "Nog niet verteld: Het waterschap en De boeren." in overview(tool)
    labels = [one["label"] for one in shown(tool)["party"]["options"]]
    assert labels == [
        "Het dorp",
        *(f"{NAMES[k]} (nog niet verteld)" for k in ("schap", "boeren")),
    ]


def test_the_picture_waits_until_everybody_told(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), "dorp", "schap"))
    assert "Nog te horen: De boeren." in closed(tool)
    assert tool.picture.svg == ""
    say(tool, "set", "party", value="boeren")
    write(tool, "stories boeren story", "Het land wordt nat.")
    assert "Wel een verhaal, nog geen wens: De boeren." in overview(tool)
    assert tool.picture.svg == ""
    write(tool, "stories boeren wish", "Droge kelders.")
    assert tool.picture.svg
    assert "Welke twee partijen?" in [one.get("label") for one in tool.weigher.items]


def test_it_opens_anyway_and_says_what_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, dike())
    weigh(tool, "press", "open")
    assert tool.picture.svg
    assert "heb jij voor hen ingevuld" in tool.weigher.items[0]["lines"][0]["text"]
    assert tool.work.dossier.stories == ()


def test_a_card_is_saved_and_there_tomorrow(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, dike())
    write(tool, "stories dorp story", "Wij willen de rivier zien.")
    write(tool, "stories dorp heard", "Zij hechten aan het uitzicht.")
    say(tool, "set", "stories dorp confirmed", value=True)
    again = WorkingCopy("dijk").dossier.stories
    assert [(one.stakeholder, one.story, one.confirmed) for one in again] == [
        ("dorp", "Wij willen de rivier zien.", True)
    ]
    tool.work.undo()
    assert not tool.work.dossier.stories[0].confirmed


def test_a_summary_that_changes_is_to_be_confirmed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), *NAMES, heard="Uitzicht.", confirmed=True))
    assert "Iedereen heeft verteld, en iedereen vindt de samenvatting goed." in overview(tool)
    write(tool, "stories dorp wish", "Uitzicht op de rivier.")
    assert tool.work.dossier.stories[0].confirmed
    write(tool, "stories dorp heard", "Uitzicht, en rust.")
    assert shown(tool)["stories dorp confirmed"]["value"] is False
    assert "Samenvatting nog niet bevestigd: Het dorp." in overview(tool)
    assert tool.picture.svg


def test_a_party_can_tell_more_than_one_story(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), "dorp"))
    say(tool, "press", "more dorp")
    write(tool, "stories dorp_1 story", "En er is nog iets.")
    assert [one.id for one in tool.work.dossier.stories] == ["dorp", "dorp_1"]
    assert {"story dorp", "story dorp_1"} <= set(shown(tool))


def test_a_pair_says_on_which_points_and_why(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), *NAMES))
    assert tool.picture.table["rows"] == [
        ["Het dorp en Het waterschap", "1", "0", "1"],
        ["Het dorp en De boeren", "1", "1", "0"],
        ["Het waterschap en De boeren", "0", "1", "1"],
    ]
    assert 'Hoogte: botst. De liefste keus van Het waterschap is "Meer hoogte"' in said(tool)
    assert 'Pad: vult elkaar aan. Bij "Meer pad" winnen ze allebei.' in said(tool)
    weigh(tool, "set", "pair", "0 2")
    assert "Het dorp en De boeren" in said(tool)
    weighs = "is dit punt 50 procent van alles wat telt, en voor De boeren 11 procent."
    assert f"Voor Het dorp {weighs}" in said(tool)


def test_a_pair_can_be_pressed_in_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), *NAMES))
    for content in ({"do": "press", "id": "1 2"}, {"do": "press", "id": "9 9"}, "onzin", None):
        data = {"method": "custom", "content": content}
        tool.picture._handle_msg({"content": {"data": data}, "buffers": []})
        if content == {"do": "press", "id": "1 2"}:
            assert [one["chosen"] for one in tool.picture.spots] == [False, False, True]
            assert "Het waterschap en De boeren" in said(tool)
    assert tool.picture.spots[0]["label"].startswith("Het dorp en Het waterschap: botst op 1 punt")
    assert tool.form.notice == ""


def test_a_point_that_comes_on_the_table_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), *NAMES))
    assert "Grond" not in said(tool)
    tool.work.save(lambda work: lay(work, "grond"))
    assert 'Grond: vult elkaar aan. Bij "Meer grond" winnen ze allebei.' in said(tool)


def test_who_must_agree_sits_at_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    made = dike().add("thresholds", stakeholder="schap").add("thresholds", stakeholder="boeren")
    tool = meeting(monkeypatch, made)
    assert list(tool.parties) == ["schap", "boeren"]


@pytest.mark.parametrize(
    "dossier", [BARE, BARE.add("stakeholders", id="a", name="A", kind="owner")]
)
def test_little_in_the_dossier_gets_a_clear_answer(
    monkeypatch: pytest.MonkeyPatch, dossier: Dossier
) -> None:
    tool = meeting(monkeypatch, dossier)
    assert "twee of meer partijen" in closed(tool)
    assert tool.picture.svg == ""
    assert tool.still_text()


def test_without_points_there_is_nothing_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = BARE.add("stakeholders", id="a", name="A", kind="owner")
    bare = bare.add("stakeholders", id="b", name="B", kind="owner")
    tool = meeting(monkeypatch, told(bare, "a", "b"))
    assert "nog niets te vergelijken" in str(tool.weigher.items)


def test_every_field_moves_to_both_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = meeting(monkeypatch, told(dike(), *NAMES))
    move_everything(tool)
    for value in ("1 2", "0 1", "onzin", "<b>"):
        weigh(tool, "set", "pair", value)
    weigh(tool, "press", "open")
    assert len(tool.work.dossier.stories) == 3
    assert tool.form.notice == ""


def test_the_still_version_shows_the_cards_of_all_and_escapes_what_was_typed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = meeting(monkeypatch, told(dike(), *NAMES, heard="<script>x</script>"))
    assert "<script>" not in tool.still_html()
    assert all(name in tool.still_text() for name in NAMES.values())
    assert "<img" in tool.still_html()


def test_ten_parties_with_many_points_are_drawn_quickly(
    monkeypatch: pytest.MonkeyPatch, within: Callable[[Callable[[], object], float], None]
) -> None:
    made = BARE
    for at in range(12):
        made = made.add("stakeholders", id=f"p{at}", name=f"Partij {at}", kind="partner")
    for at in range(12):
        made = made.add("issues", id=f"i{at}", name=f"Punt {at}")
        for number in range(3):
            key = f"i{at}_{number}"
            made = made.add("options", id=key, issue=f"i{at}", name=key, status_quo=number == 0)
            for who in range(12):
                worth = (at * 7 + number * 5 + who * 3) % 11 - 5 if number else 0
                made = made.add("values", stakeholder=f"p{who}", option=key, value=worth)
    tool = meeting(monkeypatch, told(made, *(f"p{at}" for at in range(12))))
    assert len(tool.picture.spots) == 45
    assert "de eerste 10 partijen" in str(tool.weigher.items)
    pairs = iter([f"0 {at}" for at in range(1, 9)] * 20)
    within(lambda: weigh(tool, "set", "pair", next(pairs)), 0.1)
