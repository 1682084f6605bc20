"""Every table of the own dossier on screen: rows come, change and go, and all stays whole."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.dossier.columns import columns_of
from helpers.dossier.draft import draft_of
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.references import reference_findings
from helpers.dossier.tables import TABLES
from helpers.tools.own.dossier_tables import DossierTables
from helpers.tools.own.table_order import ORDER, START
from helpers.tools.tool import FAILED
from helpers.training.own_dossiers import OwnCopy, OwnDossiers, own_dossier
from tests.tools.sheets import move_everything, say, shown, write

HOSTILE = ["<b>x</b>", "=1+1", "\x00", "é" * 40_000, "  ", "'; drop table", "../..", "\u202e"]


def own(dossier: Dossier | None = None) -> OwnCopy:
    if dossier is not None:
        OwnDossiers().begin(dossier, "Proef")
    return own_dossier()


@pytest.fixture
def tool() -> DossierTables:
    return DossierTables(own())


def to(tool: DossierTables, table: str) -> None:
    say(tool, "set", "part", value=table)


def rows(tool: DossierTables) -> list[str]:
    return [one["text"] for one in shown(tool).values() if one["kind"] == "row"]


def press_row(tool: DossierTables, text: str) -> None:
    found = [key for key, one in shown(tool).items() if one.get("text") == text]
    say(tool, "press", found[0])


def choose(tool: DossierTables, key: str, label: str) -> None:
    options = shown(tool)[key]["options"]
    say(tool, "set", key, value=next(one["id"] for one in options if one["label"] == label))


def ending(tool: DossierTables, column: str) -> str:
    return next(key for key in shown(tool) if key.split(" ")[-1] == column)


def add(tool: DossierTables, table: str, **given: str) -> None:
    """Add a row by what a person reads: texts are typed, choices made by their label."""
    to(tool, table)
    say(tool, "press", "add")
    for column, text in given.items():
        key = ending(tool, column)
        if shown(tool)[key]["kind"] == "choice":
            choose(tool, key, text)
        else:
            write(tool, key, text)


def with_point(tool: DossierTables) -> None:
    add(tool, "issues", name="Parkeren")
    say(tool, "press", "add option")
    write(tool, ending(tool, "name"), "Betaald parkeren")


def whole(dossier: Dossier) -> bool:
    return not list(reference_findings(draft_of(dossier)))


def test_first_the_head_and_then_the_tables_in_the_order_in_which_one_fills_them(
    tool: DossierTables,
) -> None:
    options = shown(tool)["part"]["options"]
    assert [one["id"] for one in options] == ["", *START, *(t for t in ORDER if t not in START)]
    assert set(ORDER) == set(TABLES)
    assert [one["label"] for one in options[:3]] == [
        "Het dossier zelf",
        "Betrokkenen (0)",
        "Belangen (0)",
    ]
    assert options[0]["group"] == options[4]["group"] != options[5]["group"]


def test_the_head_saves_itself_and_says_what_is_wrong_at_the_field(tool: DossierTables) -> None:
    write(tool, " title", "Sporthal Noord")
    write(tool, " seats", "veel")
    assert "veel" in shown(tool)[" seats"]["wrong"]
    assert not shown(tool)[" seats"].get("kept")
    assert shown(tool)[" seats"]["value"] == "veel"
    write(tool, " seats", "31")
    write(tool, " title", " ")
    assert "leeg" in shown(tool)[" title"]["wrong"]
    dossier = tool.work.dossier
    assert (dossier.title, dossier.seats) == ("Sporthal Noord", 31)


def test_seats_that_do_not_fit_the_body_are_told_but_kept(tool: DossierTables) -> None:
    say(tool, "set", " body", value="raad")
    write(tool, " seats", "30")
    assert "30" in shown(tool)[" seats"]["wrong"]
    assert shown(tool)[" seats"]["kept"] is True
    assert tool.work.dossier.seats == 30
    write(tool, " seats", "31")
    assert shown(tool)[" seats"]["wrong"] == ""


def test_a_row_comes_when_all_it_needs_is_filled_in(tool: DossierTables) -> None:
    to(tool, "stakeholders")
    say(tool, "press", "add")
    name = ending(tool, "name")
    write(tool, name, "Wijkraad Noord")
    assert tool.work.dossier.stakeholders == ()
    choose(tool, ending(tool, "kind"), "bewoners")
    (one,) = tool.work.dossier.stakeholders
    assert (one.name, one.kind) == ("Wijkraad Noord", "residents")
    assert shown(tool)[name]["value"] == "Wijkraad Noord"
    assert all("seats" not in key for key in shown(tool))


def test_interests_need_somebody_first_and_lead_there(tool: DossierTables) -> None:
    to(tool, "interests")
    assert "add" not in shown(tool)
    say(tool, "press", "to")
    assert tool.part == "stakeholders"


def test_scales_are_words_with_the_number_and_rows_have_readable_names(
    tool: DossierTables,
) -> None:
    add(tool, "stakeholders", name="Wijkraad", kind="bewoners")
    add(tool, "interests", stakeholder="Wijkraad")
    write(tool, ending(tool, "interest"), "Rust in de straat")
    weight = ending(tool, "weight")
    labels = [one["label"] for one in shown(tool)[weight]["options"]]
    assert len(labels) == 7
    assert [label[:3] for label in labels[1:]] == [f"{n} (" for n in range(6)]
    say(tool, "set", weight, value="5.0")
    assert tool.work.dossier.interests[0].weight == 5
    say(tool, "press", "back")
    assert rows(tool) == ["Wijkraad: Rust in de straat"]


def test_a_new_issue_has_a_status_quo_and_the_proposal_follows(tool: DossierTables) -> None:
    with_point(tool)
    dossier = tool.work.dossier
    assert [one.status_quo for one in dossier.options] == [True, False]
    assert dossier.proposal == (dossier.options[0].id,)
    to(tool, "issues")
    press_row(tool, "Parkeren")
    choose(tool, "proposal", "Betaald parkeren")
    assert tool.work.dossier.proposal == (dossier.options[1].id,)
    assert whole(tool.work.dossier)


def test_exactly_one_option_is_the_status_quo_and_that_one_stays(tool: DossierTables) -> None:
    with_point(tool)
    key = ending(tool, "status_quo")
    say(tool, "set", key, value=True)
    first, second = tool.work.dossier.options
    assert (first.status_quo, second.status_quo) == (False, True)
    say(tool, "press", "remove")
    assert "precies één" in tool.form.note
    assert len(tool.work.dossier.options) == 2
    to(tool, "options")
    press_row(tool, f"Parkeren: {first.name}")
    say(tool, "press", "remove")
    assert [one.id for one in tool.work.dossier.options] == [second.id]
    assert tool.work.dossier.proposal == (second.id,)


def test_removing_says_what_goes_along_and_can_be_left_or_undone(tool: DossierTables) -> None:
    add(tool, "stakeholders", name="Wijkraad", kind="bewoners")
    add(tool, "interests", stakeholder="Wijkraad")
    with_point(tool)
    add(tool, "effects", option="Parkeren: Betaald parkeren", interest="Wijkraad")
    before = tool.work.dossier
    to(tool, "stakeholders")
    press_row(tool, "Wijkraad")
    say(tool, "press", "remove")
    told = shown(tool)["along"]["lines"][0]["text"]
    assert "Belangen (1)" in told
    assert "Uitwerkingen (1)" in told
    assert tool.work.dossier == before
    say(tool, "press", "remove no")
    say(tool, "press", "remove")
    say(tool, "press", "remove yes")
    dossier = tool.work.dossier
    assert (dossier.stakeholders, dossier.interests, dossier.effects) == ((), (), ())
    assert "Wijkraad" in tool.undo.said
    tool.work.undo()
    assert tool.work.dossier.stakeholders == before.stakeholders


def test_a_row_without_an_id_is_there_once(tool: DossierTables) -> None:
    for name in ("Wijkraad", "Winkeliers"):
        add(tool, "stakeholders", name=name, kind="bewoners")
        add(tool, "thresholds", stakeholder=name)
    add(tool, "thresholds", stakeholder="Wijkraad")
    assert len(tool.work.dossier.thresholds) == 2
    assert "al in de lijst" in tool.form.note
    choose(tool, "key thresholds stakeholder", "Winkeliers")
    assert "al in de lijst" in tool.form.note
    assert len({one.key for one in tool.work.dossier.thresholds}) == 2


def test_three_hundred_rows_are_searched_and_come_in_parts(
    within: Callable[[Callable[[], object], float], None],
) -> None:
    dossier = Dossier(id="groot", title="Groot", as_of="2026-09-15")
    for n in range(300):
        dossier = dossier.add("stakeholders", id=f"s{n}", name=f"Groep {n}", kind="residents")
    tool = DossierTables(own(dossier))
    to(tool, "stakeholders")
    assert len(rows(tool)) == 25
    say(tool, "press", "more")
    assert len(rows(tool)) == 50
    say(tool, "write", "search", value="groep 29", known="")
    assert rows(tool) == [f"Groep {n}" for n in range(300) if "29" in str(n)]
    within(tool.redraw_once, 0.1)


def test_what_another_window_removed_closes(tool: DossierTables) -> None:
    add(tool, "stakeholders", name="Wijkraad", kind="bewoners")
    other = OwnCopy(tool.work.name)
    other.amend(lambda dossier: dossier.model_copy(update={"stakeholders": ()}))
    tool.work.refresh()
    assert rows(tool) == []
    assert "add" in shown(tool)


@pytest.mark.parametrize("name", example_names())
def test_every_row_of_every_example_opens_and_keeps_its_values(name: str) -> None:
    tool = DossierTables(own(open_dossier(name)))
    before = tool.work.dossier
    for table in ORDER:
        to(tool, table)
        for key in list(tool.names.all(table))[:8]:
            tool.open(key)
            tool.redraw_once()
            for one in shown(tool).values():
                if one["kind"] == "choice":
                    assert one["value"] in [option["id"] for option in one["options"]]
                assert not one.get("wrong"), one
    assert tool.work.dossier == before
    assert tool.form.notice == ""


@pytest.mark.parametrize("table", ORDER)
def test_every_field_of_every_table_moves_to_both_ends(table: str) -> None:
    examples = [open_dossier(name) for name in example_names()]
    dossier = max(examples, key=lambda one: len(getattr(one, table)))
    tool = DossierTables(own(dossier))
    to(tool, table)
    if getattr(dossier, table):
        tool.open(getattr(dossier, table)[0].key)
        tool.redraw_once()
    move_everything(tool)
    assert whole(tool.work.dossier)
    assert table in TABLES


@pytest.mark.parametrize("text", HOSTILE)
def test_nonsense_in_any_field_leaves_a_whole_dossier(tool: DossierTables, text: str) -> None:
    with_point(tool)
    for key in list(shown(tool)):
        say(tool, "write", key, value=text, known="")
        say(tool, "set", key, value=text)
    for said in ({}, {"do": 3}, {"do": "press", "id": ["x"]}, {"do": "set", "id": "part"}):
        tool._hear(tool.form, said, None)
    assert whole(tool.work.dossier)
    assert tool.form.notice == ""


STEPS = st.lists(st.tuples(st.sampled_from(ORDER), st.integers(0, 9)), min_size=1, max_size=12)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, name=st.sampled_from(["winkelhart", "woondeal", "afval", "vastgoed"]))
def test_whatever_goes_the_dossier_stays_whole(steps: list[tuple[str, int]], name: str) -> None:
    tool = DossierTables(own(open_dossier(name)))
    for table, at in steps:
        keys: list[Any] = list(tool.names.all(table))
        if keys:
            to(tool, table)
            tool.open(keys[at % len(keys)])
            tool.redraw_once()
            for key in ("remove", "remove yes"):
                if key in shown(tool):
                    say(tool, "press", key)
    assert whole(tool.work.dossier)
    assert tool.form.notice != FAILED
    assert all(columns_of(TABLES[table]) for table in ORDER)
