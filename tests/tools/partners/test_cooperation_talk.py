"""Both sides say how working together goes, and what to talk about follows from it."""

import datetime as dt
from collections.abc import Callable

import pytest

from helpers.dossier.model import Dossier
from helpers.tools.partners.cooperation_talk import CooperationTalk
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="vastgoed", title="Vastgoed", as_of=dt.date(2026, 9, 15))
SMALL = (
    BARE.add("themes", id="panden", name="Panden")
    .add("themes", id="huur", name="Huurafspraken")
    .add("partners", id="wonen", name="De corporatie")
    .add("partners", id="zieken", name="Het ziekenhuis")
    .add("partner_themes", partner="wonen", theme="panden", relevance=3, level=2, phase=4)
    .add("partner_themes", partner="wonen", theme="huur", relevance=3, level=1, phase=1)
    .add("themes", id="zorg", name="Zorg")
    .add("partner_themes", partner="zieken", theme="zorg", relevance=2)
    .add("cooperation", partner="wonen", condition="ambition", ours=4, theirs=4,
         their_well="Het jaarlijkse gesprek")
    .add("cooperation", partner="wonen", condition="interests", ours=2, theirs=2)
    .add("cooperation", partner="wonen", condition="relation", ours=5, theirs=2,
         their_wish="Eén vast gezicht")
    .add("cooperation", partner="wonen", condition="organisation", ours=4, theirs=4)
)  # fmt: skip
SCORE = "cooperation wonen process"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> CooperationTalk:
    ship(monkeypatch, SMALL)
    return CooperationTalk(working_copy("vastgoed"))


def agenda(tool: CooperationTalk) -> list[str]:
    return [line for line in said(tool).splitlines() if line[:1].isdigit()]


def test_the_agenda_begins_with_what_one_does_not_know_and_leaves_out_what_goes_well(
    tool: CooperationTalk,
) -> None:
    assert [line[:12] for line in agenda(tool)] == ["1. Hoe het s", "2. Hoe julli", "3. Ruimte vo"]
    assert "wij zeggen 5, zij zeggen 2" in agenda(tool)[1]
    assert "samen geven jullie hier een laag cijfer voor (wij 2, zij 2)" in agenda(tool)[2]


def test_it_opens_with_what_goes_well_and_gives_their_words(tool: CooperationTalk) -> None:
    lines = said(tool).splitlines()
    assert lines[1] == "Begin met wat goed gaat."
    assert 'Zij zeggen dat dit goed gaat: "Het jaarlijkse gesprek"' in lines
    assert 'Zij willen anders: "Eén vast gezicht"' in lines


def test_a_score_changes_agenda_and_picture_and_can_be_undone(tool: CooperationTalk) -> None:
    before = tool.picture.svg
    say(tool, "set", f"{SCORE} ours", value="3")
    say(tool, "set", f"{SCORE} theirs", value="3")
    assert len(agenda(tool)) == 2
    assert tool.picture.svg != before
    assert ["Hoe het stap voor stap verloopt", "3", "3"] in tool.picture.table["rows"]
    assert len(agenda(CooperationTalk(WorkingCopy("vastgoed")))) == 2
    tool.work.undo()
    assert len(agenda(tool)) == 3


def test_whoever_is_asked_late_is_asked_afterwards(tool: CooperationTalk) -> None:
    said_of = tool.still_text()
    assert "Panden: voor het eerst gevraagd toen het plan klaar was. Dat is achteraf" in said_of
    assert "Huurafspraken: voor het eerst gevraagd toen de vraag nog open lag." in said_of
    assert "Wie alleen informatie krijgt, haakt vaak af." in said_of
    say(tool, "set", "partner_themes wonen panden phase", value="1")
    assert "Dat is achteraf" not in tool.still_text()
    assert "Dat is aan het begin." in tool.still_text()
    say(tool, "set", "partner_themes wonen panden phase", value="")
    assert "Panden: niet bekend wanneer" in tool.still_text()
    say(tool, "set", "partner", value="zieken")
    assert "Zorg: nog niet gevraagd." in tool.still_text()


def test_words_belong_to_the_condition_and_partner_that_are_shown(tool: CooperationTalk) -> None:
    say(tool, "set", "partner", value="zieken")
    say(tool, "set", "condition", value="process")
    write(tool, "cooperation zieken process their_wish", "Eerder <b>gevraagd</b> worden")
    assert tool.work.dossier.cooperation[-1].partner == "zieken"
    assert "Eerder <b>gevraagd</b> worden" in said(tool)
    assert "<b>" not in tool.still_html()
    assert len(agenda(tool)) == 5
    write(tool, "cooperation zieken process their_wish", "")
    assert {one.partner for one in tool.work.dossier.cooperation} == {"wonen"}


def test_every_field_moves_to_both_ends(tool: CooperationTalk) -> None:
    move_everything(tool)
    assert len(tool.work.dossier.partners) == 2


def test_without_partners_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ship(monkeypatch, BARE)
    tool = CooperationTalk(working_copy("vastgoed"))
    assert "Er staat nog geen partner" in tool.still_html()
    assert (tool.picture.svg, tool.picture.alt, said(tool)) == ("", "", "")
    assert "partner" not in shown(tool)


def test_nonsense_leaves_everything_as_it_was(tool: CooperationTalk) -> None:
    for key, value in (("partner", "niemand"), ("condition", "x"), (f"{SCORE} ours", "9")):
        say(tool, "set", key, value=value)
    assert tool.work.dossier == SMALL
    assert tool.form.notice == ""


def test_a_redraw_is_quick(
    tool: CooperationTalk, within: Callable[[Callable[[], object], float], None]
) -> None:
    def change() -> None:
        tool._pictured = None
        tool.redraw_once()

    within(change, 0.1)
