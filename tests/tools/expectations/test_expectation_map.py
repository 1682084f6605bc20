"""The map of expectations keeps groups apart and both measures beside each other."""

import datetime as dt
from collections.abc import Callable
from itertools import cycle

import pytest

from helpers.dossier.model import Dossier
from helpers.dossier.words import Body
from helpers.tools.expectations.expectation_map import ExpectationMap
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="afval", title="Afval", as_of=dt.date(2026, 9, 15))
SMALL = (
    BARE.add("groups", id="flat", name="Bewoners van flats", size=4000)
    .add("groups", id="gezin", name="Grote gezinnen", size=2500)
    .add("groups", id="ouderen", name="Ouderen", size=None)
    .add("aspects", id="kosten", name="Kosten", weight=3)
    .add("aspects", id="afstand", name="Afstand", weight=1)
    .add("expectations", group="flat", aspect="kosten", expected=6, promised=3, judged=1,
         direction=-1, raised_by="politics")
    .add("expectations", group="gezin", aspect="kosten", expected=4, promised=4, direction=1)
)  # fmt: skip
CELL = "expectations flat kosten"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> ExpectationMap:
    ship(monkeypatch, SMALL)
    return ExpectationMap(working_copy("afval"))


def overview(tool: ExpectationMap) -> str:
    return "\n".join(line["text"] for line in tool.told.lines)


def test_groups_are_named_and_never_averaged_away(tool: ExpectationMap) -> None:
    assert "Van de 2 groepen waarvan je het weet, is er aan 1 minder beloofd" in overview(tool)
    assert "Bewoners van flats. Samen ongeveer 4.000 mensen." in overview(tool)
    assert "Van Ouderen weet je dit nog niet." in overview(tool)


def test_what_people_say_themselves_stands_beside_the_gap(tool: ExpectationMap) -> None:
    assert "Zelf zeggen ze iets anders" in overview(tool)
    assert ["Bewoners van flats", "-3", "+1", "?", "?"] in tool.picture.table["rows"]
    assert "iets anders dan het verschil laat zien" in said(tool)


def test_groups_that_want_the_opposite_are_named(tool: ExpectationMap) -> None:
    assert "Bij Kosten willen groepen het omgekeerde." in overview(tool)
    assert "Meer: Grote gezinnen. Minder: Bewoners van flats." in overview(tool)


def test_what_fits_depends_on_who_raised_it_and_a_trick_is_named(tool: ExpectationMap) -> None:
    assert "het best passende eerst: rechtzetten wat er gezegd is" in said(tool)
    assert "Vaak is dat de wethouder" in said(tool)
    assert "Een verwachting lager praten" in said(tool)
    tool.work.amend(lambda dossier: dossier.model_copy(update={"body": Body.PROVINCE}))
    assert "Vaak is dat de gedeputeerde" in said(tool)
    tool.work.amend(lambda dossier: dossier.model_copy(update={"body": Body.BOARD}))
    assert "Vaak is dat de portefeuillehouder" in said(tool)
    say(tool, "set", f"{CELL} raised_by", value="media")
    assert "het best passende eerst: uitleggen waarom en wat" in said(tool)


def test_tolerance_is_for_the_user_to_see_and_choose(tool: ExpectationMap) -> None:
    say(tool, "set", f"{CELL} promised", value="5.0")
    assert "minder beloofd" in overview(tool)
    say(tool, "set", "tolerance", value="1.0")
    assert "Voor elke groep waarvan je het weet, is er genoeg beloofd." in overview(tool)
    assert "Hier is beloofd wat ze verwachten." in said(tool)


def test_a_new_cell_is_filled_in_and_is_still_there_tomorrow(tool: ExpectationMap) -> None:
    say(tool, "set", "group", value="ouderen")
    say(tool, "set", "aspect", value="afstand")
    key = "expectations ouderen afstand"
    write(tool, f"{key} expects", "Dat de bak om de hoek staat")
    say(tool, "set", f"{key} expected", value="5.0")
    say(tool, "set", f"{key} promised", value="2.0")
    assert "Ouderen" in overview(tool)
    again = ExpectationMap(WorkingCopy("afval"))
    assert "Samen ongeveer 4.000 mensen" in overview(again)
    assert ["Ouderen", "?", "?", "-3", "?"] in again.picture.table["rows"]


def test_every_field_moves_to_both_ends(tool: ExpectationMap) -> None:
    move_everything(tool)
    assert shown(tool)["tolerance"]["value"] == "0.0"


@pytest.mark.parametrize(
    ("dossier", "words"),
    [
        (BARE, "Er staat nog geen groep"),
        (BARE.add("groups", id="flat", name="<b>Flats</b>", size=0), "weet je dit nog niet"),
    ],
)
def test_little_in_the_dossier_gets_a_clear_answer(
    monkeypatch: pytest.MonkeyPatch, dossier: Dossier, words: str
) -> None:
    ship(monkeypatch, dossier)
    tool = ExpectationMap(working_copy("afval"))
    assert words in overview(tool)
    assert "<b>" not in tool.still_html()
    assert tool.picture.svg == ""


def test_two_hundred_groups_stay_readable_and_quick(
    monkeypatch: pytest.MonkeyPatch, within: Callable[[Callable[[], object], float], None]
) -> None:
    dossier = SMALL
    groups = tuple(dossier.groups[0].model_copy(update={"id": f"g{at}"}) for at in range(197))
    ship(monkeypatch, dossier.model_copy(update={"groups": (*dossier.groups, *groups)}))
    tool = ExpectationMap(working_copy("afval"))
    assert "160 groepen staan niet in het beeld" in tool.picture.alt
    assert "193 andere" in overview(tool)
    within(tool.redraw_once, 0.1)


def test_a_promise_that_changes_is_drawn_at_once(
    within: Callable[[Callable[[], object], float], None],
) -> None:
    tool = ExpectationMap(working_copy("afval"))
    first, promises = tool.work.dossier.expectations[0], cycle(("1.0", "7.0"))
    say(tool, "set", "group", value=first.group)
    say(tool, "set", "aspect", value=first.aspect)
    key = f"expectations {first.group} {first.aspect} promised"

    def change() -> None:
        drawn = tool.picture.svg
        say(tool, "set", key, value=next(promises))
        assert tool.picture.svg != drawn

    within(change, 0.1)


def test_the_table_says_that_a_column_is_a_difference(tool: ExpectationMap) -> None:
    assert tool.picture.table["columns"][1:3] == [
        "Kosten: beloofd min verwacht",
        "Kosten: eigen oordeel",
    ]
