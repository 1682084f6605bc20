"""Each sub-region says what comes first and with which goal; what they share is to be seen."""

import datetime as dt
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.dossier.model import Dossier
from helpers.dossier.regions import Priority, Region
from helpers.tools.meetings.region_priorities import RegionPriorities
from helpers.tools.meetings.region_rows import in_order, moved, without_priority
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="dijk", title="De dijk", as_of=dt.date(2026, 9, 15))
SMALL = (
    BARE.add("stakeholders", id="schap", name="Het waterschap", kind="government")
    .add("regions", id="noord", name="Noord")
    .add("regions", id="zuid", name="Zuid")
    .add("priorities", id="a", region="noord", task="Dijk hoger", goal="Droge kelders", rank=1,
         brought_by="schap")
    .add("priorities", id="b", region="noord", task="Bus", goal="Elk kwartier een bus", rank=2)
    .add("priorities", id="c", region="noord", task="Bomen")
    .add("priorities", id="d", region="zuid", task="Gemaal", brought_by="schap")
)  # fmt: skip


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> RegionPriorities:
    ship(monkeypatch, SMALL)
    return RegionPriorities(working_copy("dijk"))


def heads(tool: RegionPriorities) -> list[str]:
    return [one["legend"] for one in shown(tool).values() if one["kind"] == "group"]


def test_the_tasks_stand_in_their_order_with_their_goal(tool: RegionPriorities) -> None:
    assert heads(tool) == ["1. Dijk hoger", "2. Bus", "Nog geen plaats: Bomen"]
    assert shown(tool)["goal a"]["lines"][0]["text"] == "Doel: Droge kelders"


def test_a_missing_goal_is_named_and_brings_its_field(tool: RegionPriorities) -> None:
    missing = shown(tool)["todo c"]
    assert missing["text"] == "Hier staat nog geen doel."
    assert "2 opgaven hebben nog geen doel." in said(tool)
    say(tool, "press", "todo c")
    assert missing["opens"] in shown(tool)
    write(tool, missing["opens"], "Schaduw op elk plein")
    assert "1 opgave heeft nog geen doel." in said(tool)


def test_the_order_is_changed_with_buttons_is_spoken_and_kept(tool: RegionPriorities) -> None:
    say(tool, "press", "up b")
    assert tool.form.note == '"Bus" staat nu op plaats 1.'
    say(tool, "press", "up c")
    assert heads(tool) == ["1. Bus", "2. Dijk hoger", "3. Bomen"]
    say(tool, "press", "down c")
    assert tool.form.note == '"Bomen" heeft geen plaats.'
    say(tool, "press", "up b")  # it is at the top already
    again = RegionPriorities(WorkingCopy("dijk"))
    assert heads(again) == ["1. Bus", "2. Dijk hoger", "Nog geen plaats: Bomen"]
    tool.work.undo()
    assert heads(tool)[2] == "3. Bomen"


def test_a_button_that_moves_a_task_keeps_the_focus(tool: RegionPriorities) -> None:
    for key, one in shown(tool).items():
        if key.split()[0] in ("up", "down"):
            assert one["opens"] == key


def test_it_says_what_comes_first_and_where_no_order_was_chosen(tool: RegionPriorities) -> None:
    assert 'Noord: eerst "Dijk hoger". Doel: Droge kelders' in said(tool)
    assert "Zuid: nog geen volgorde gekozen." in said(tool)
    assert "Ingebracht door Het waterschap, in meer dan één deelregio: Noord en Zuid." in said(tool)


def test_a_task_of_another_sub_region_is_taken_over_and_then_shared(
    tool: RegionPriorities,
) -> None:
    assert "Nog geen opgave staat bij meer dan één deelregio." in said(tool)
    say(tool, "set", "region", value="zuid")
    assert [one["id"] for one in shown(tool)["take zuid"]["options"]] == ["", "a", "b", "c"]
    say(tool, "set", "take zuid", value="a")
    assert '"Dijk hoger" delen ze: Noord (plaats 1) en Zuid (nog geen plaats).' in said(tool)
    key = tool.work.dossier.priorities[-1].id
    write(tool, f"priorities {key} goal", "Geen water in de schuur")
    assert "De doelen verschillen." in said(tool)


def test_tasks_and_sub_regions_come_and_go_and_come_back(tool: RegionPriorities) -> None:
    say(tool, "press", "add noord")
    key = tool.work.dossier.priorities[-1].id
    write(tool, f"priorities {key} task", "Fietspad")
    say(tool, "press", f"remove {key}")
    assert "weggehaald" in tool.undo.said
    tool.work.undo()
    assert "Nog geen plaats: Fietspad" in heads(tool)
    say(tool, "press", "add region")
    say(tool, "set", "region", value="noord")
    say(tool, "press", "remove region noord")
    assert [one.region for one in tool.work.dossier.priorities] == ["zuid"]
    tool.work.undo()
    assert len(tool.work.dossier.priorities) == 5


def test_a_sub_region_keeps_a_name(tool: RegionPriorities) -> None:
    write(tool, "regions noord name", " ")
    assert "Hier hoort een naam" in tool.form.note
    assert tool.work.dossier.regions[0].name == "Noord"


@pytest.mark.parametrize(
    "dossier",
    [BARE, BARE.add("regions", id="a", name="A"),
     BARE.add("regions", id="a", name="A").add("priorities", id="x", region="a")],
)  # fmt: skip
def test_little_in_the_dossier_gets_a_clear_answer(
    monkeypatch: pytest.MonkeyPatch, dossier: Dossier
) -> None:
    ship(monkeypatch, dossier)
    tool = RegionPriorities(working_copy("dijk"))
    assert said(tool)
    assert tool.still_text()
    say(tool, "press", "add region")
    assert tool.work.dossier.regions[-1].name == "Een nieuwe deelregio"


def test_every_field_moves_to_both_ends(tool: RegionPriorities) -> None:
    say(tool, "press", "edit a")
    move_everything(tool)
    for value in ("onzin", "<b>", 4, None):
        say(tool, "set", "region", value=value)
        say(tool, "set", "take noord", value=value)
    assert tool.form.notice == ""


def test_what_was_typed_is_shown_as_it_is(tool: RegionPriorities) -> None:
    say(tool, "press", "edit a")
    write(tool, "priorities a task", "<b>vet</b> {n}")
    assert "1. <b>vet</b> {n}" in heads(tool)
    assert "<b>" not in tool.still_html()


MOVES = st.lists(st.tuples(st.integers(0, 7), st.sampled_from([-1, 1])), max_size=30)


@given(MOVES)
def test_places_are_whole_whatever_is_moved(moves: list[tuple[int, int]]) -> None:
    rows = tuple(Priority(id=f"p{at}", region="ab"[at % 4 == 3]) for at in range(8))
    dossier = BARE.model_copy(update={"priorities": rows})
    for at, step in moves:
        dossier = moved(dossier, f"p{at}", step)
    for region in "ab":
        ranks = [one.rank for one in in_order(dossier.priorities, region) if one.rank]
        assert ranks == list(range(1, len(ranks) + 1))
        assert len(ranks) <= 5
    assert {one.id for one in dossier.priorities} == {one.id for one in rows}


def test_up_and_down_again_changes_nothing() -> None:
    assert moved(moved(SMALL, "b", -1), "b", 1) == SMALL
    assert [one.rank for one in without_priority(SMALL, "a").priorities] == [1, None, None]


def test_a_redraw_with_many_tasks_is_quick(monkeypatch: pytest.MonkeyPatch, within: object) -> None:
    dice = random.Random(6)
    regions = tuple(Region(id=f"r{at}", name=f"Deel {at}") for at in range(12))
    rows = tuple(
        Priority(id=f"p{at}", region=f"r{at % 12}", task=f"Opgave {dice.randint(0, 60)}", rank=None)
        for at in range(240)
    )
    ship(monkeypatch, BARE.model_copy(update={"regions": regions, "priorities": rows}))
    tool = RegionPriorities(working_copy("dijk"))
    within(tool.redraw_once, 0.1)  # type: ignore[operator]
