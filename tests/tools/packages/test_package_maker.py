"""The package maker: choose, lay on the table, keep, compare; every control to both its ends."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.tools.packages.package_maker import PackageMaker
from helpers.training.on_the_table import MOST_KEPT
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.messages import tell
from tests.tools.packages.deals import choose, made_up, maker, party, said, say

Within = Callable[[Callable[[], object], float], None]


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> PackageMaker:
    """Six parties, three points with three options and two more that come later."""
    return maker(monkeypatch, made_up(6, (3, 3, 3, 3, 2), later=2))


def by_hand(dossier: Dossier, package: tuple[str, ...]) -> dict[str, float]:
    worth = {(one.stakeholder, one.option): one.value for one in dossier.values}
    people = [one.id for one in dossier.stakeholders]
    return {who: sum(worth.get((who, one), 0) for one in package) for who in people}


def all_of(dossier: Dossier, issues: list[str]) -> list[tuple[str, ...]]:
    each = [[one.id for one in dossier.options if one.issue == issue] for issue in issues]
    return list(itertools.product(*each))


def test_every_option_can_be_chosen_and_each_party_moves_as_by_hand(tool: PackageMaker) -> None:
    for issue in list(tool.table.issues):
        for option in issue["options"]:
            choose(tool, option["id"])
            worth = by_hand(tool.work.dossier, tool.package)
            assert {one.id: one.value for one in tool.parties} == worth
            for one in tool.work.dossier.thresholds:
                enough = worth[one.stakeholder] >= one.no_deal
                assert party(tool, one.stakeholder)["says"] == ("yes" if enough else "no")
    assert tool.table.notice == ""


def test_a_party_that_is_short_says_by_how_much(tool: PackageMaker) -> None:
    short = [one for one in tool.parties if one.short]
    assert short
    for one in short:
        assert f"Komt {one.short:.0f} tekort" in party(tool, one.id)["words"]
        assert f"{one.name} {one.short:.0f}" in said(tool)
        assert party(tool, one.id)["brief"] == f"{one.short:.0f} tekort"
    for one in tool.parties:
        assert one.short or party(tool, one.id)["brief"] == "zegt ja"


def test_only_what_lies_on_the_table_counts(tool: PackageMaker) -> None:
    assert [one["id"] for one in tool.table.issues] == ["j0", "j1", "j2"]
    assert [one["id"] for one in tool.table.aside] == ["j3", "j4"]
    assert tool.tally is not None
    assert tool.tally.total == 27
    say(tool, "lay", "j3")
    assert [one["id"] for one in tool.table.aside] == ["j4"]
    assert tool.tally.total == 81
    assert tool.table.said == "Op tafel: Punt 3."
    choose(tool, "j3_2")
    say(tool, "off", "j3")
    assert tool.table.said == "Van tafel: Punt 3."
    assert tool.tally.total == 27
    assert "j3_0" in tool.package
    say(tool, "off", "j0")
    say(tool, "lay", "nergens")
    say(tool, "choose", "j4", "j4_1")
    assert len(tool.table.issues) == 3
    assert "j4_1" not in tool.package


def test_the_count_and_the_best_of_each_are_those_of_every_package(tool: PackageMaker) -> None:
    for issue in ("j3", "j4"):
        say(tool, "lay", issue)
    dossier = tool.work.dossier
    least = {one.stakeholder: one.no_deal for one in dossier.thresholds}
    worth = [by_hand(dossier, one) for one in all_of(dossier, [f"j{n}" for n in range(5)])]
    agreed = [one for one in worth if all(one[who] >= least[who] for who in least)]
    assert tool.tally is not None
    assert (tool.tally.total, tool.tally.all_agree) == (162, len(agreed))
    assert agreed
    best = {who: max(one[who] for one in agreed) for who in least}
    assert dict(zip(least, tool.tally.best.tolist(), strict=True)) == best
    for row, who in zip(tool.results.pie["rows"], least, strict=True):
        assert f"nu {best[who]:.0f};" in row["words"]
    assert f"bij {len(agreed)} van de 162" in said(tool)


def test_before_anything_was_added_the_pie_waits(tool: PackageMaker) -> None:
    assert tool.results.pie["rows"] == []
    assert "nog niets bij gelegd" in tool.results.pie["lines"][0]
    say(tool, "lay", "j4")
    assert "In het begin zei iedereen ja bij" in tool.results.pie["lines"][0]


def test_says_whether_more_can_be_had_as_by_hand(tool: PackageMaker) -> None:
    dossier = tool.work.dossier
    every = [by_hand(dossier, one) for one in all_of(dossier, ["j0", "j1", "j2"])]
    seen = set()
    for package in all_of(dossier, ["j0", "j1", "j2"]):
        for option in package:
            choose(tool, option)
        now = by_hand(dossier, package)
        more = any(all(one[w] >= now[w] for w in now) and one != now for one in every)
        seen.add(more)
        assert ("Er zit meer in" in said(tool)) == more
    assert seen == {True, False}


def keep_two(tool: PackageMaker) -> None:
    say(tool, "keep", value="Eerste")
    choose(tool, "j0_1")
    say(tool, "keep", value="<b>Tweede</b>")


def test_packages_stand_side_by_side_and_are_tried_again(tool: PackageMaker) -> None:
    assert tool.results.kept["groups"] == []
    keep_two(tool)
    names = [one["name"] for one in tool.results.kept["columns"]]
    assert names == ["Nu op tafel", "Eerste", "<b>Tweede</b>"]
    chosen, worth = tool.results.kept["groups"]
    assert chosen["rows"][0] == {"head": "Punt 0", "cells": ["Optie 1", "Optie 0", "Optie 1"]}
    assert len(worth["rows"]) == 7
    for row, one in zip(worth["rows"][1:], tool.parties, strict=True):
        assert row["cells"][0] == row["cells"][2]
        assert row["cells"][0].startswith(f"{one.value:.0f} ".replace("-", "\N{MINUS SIGN}"))
    say(tool, "take", "1")
    assert "j0_0" in tool.package
    say(tool, "drop", "1")
    assert [one.name for one in tool.work.kept] == ["<b>Tweede</b>"]
    assert tool.results.said == "Verwijderd: Eerste."
    tell(tool.undo, what="undo")
    assert [one.name for one in tool.work.kept] == ["Eerste", "<b>Tweede</b>"]


def test_as_many_are_kept_as_fit(tool: PackageMaker) -> None:
    for n in range(MOST_KEPT + 1):
        assert bool(tool.results.kept["full"]) == (n >= MOST_KEPT)
        say(tool, "keep")
    assert len(tool.work.kept) == MOST_KEPT


def test_proposals_stay_closed_until_two_different_packages_were_kept(tool: PackageMaker) -> None:
    say(tool, "party", value="p0")
    for _ in range(2):
        assert "Probeer het eerst zelf" in tool.results.swaps["closed"]
        say(tool, "keep")
    assert "nu 1" in tool.results.swaps["closed"]
    choose(tool, "j0_1")
    say(tool, "keep")
    assert tool.results.swaps["closed"] == ""


def open_swaps(tool: PackageMaker, who: str) -> list[dict[str, Any]]:
    if tool.results.swaps["closed"]:
        keep_two(tool)
    say(tool, "party", value=who)
    found: list[dict[str, Any]] = tool.results.swaps["swaps"]
    return found


def test_a_swap_says_what_it_costs_and_brings_and_does_that(tool: PackageMaker) -> None:
    for issue in ("j3", "j4"):
        say(tool, "lay", issue)
    tried = 0
    for who in [one.id for one in tool.parties]:
        swaps = open_swaps(tool, who)
        for swap in swaps[:2]:
            before, start = {one.id: one for one in tool.parties}, tool.package
            say(tool, "swap", swap["id"])
            after = {one.id: one for one in tool.parties}
            gains = [key for key in after if after[key].value > before[key].value]
            loses = [after[key].name for key in after if after[key].value < before[key].value]
            assert who in gains
            assert len(set(tool.package) - set(start)) == 2
            assert (
                f"levert dat {after[who].name} {after[who].value - before[who].value:.0f} op"
                in (" ".join(swap["lines"]))
            )
            assert all(name in swap["lines"][-1] for name in loses)
            tried += 1
            tell(tool.undo, what="undo")
            assert tool.package == start
    assert tried > 4


def test_the_mark_says_for_whom_the_proposals_are(tool: PackageMaker) -> None:
    texts = tool.results.about["texts"]
    assert texts["for_party"] == "Voor een partij, niet voor de voorzitter"
    keep_two(tool)
    assert tool.results.swaps["swaps"] == []
    assert tool.results.swaps["options"][0] == {"id": "", "label": "Kies een partij"}
    say(tool, "party", value="nobody")
    assert tool.results.swaps["value"] == ""


NONSENSE: list[tuple[Any, Any, Any]] = [
    ("choose", "j0", "nergens"), ("choose", "j0", None), ("choose", 7, ["j0_1"]), ("lay", None, ""),
    ("off", {"a": 1}, ""), ("keep", "", None), ("drop", "99", ""), ("take", None, None),
    ("swap", "j0_1 j1_1", ""), ("party", "", {"x": 1}), ("<script>", "", ""), (None, None, None),
    ("stop", "", ""), ("count", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("do", "key", "value"), NONSENSE)
def test_nonsense_changes_no_package(tool: PackageMaker, do: Any, key: Any, value: Any) -> None:
    before = tool.package
    say(tool, do, key, value)
    assert tool.package == before
    assert tool.table.notice == tool.results.notice == ""
    tool.table._handle_msg({"content": {"data": {"method": "custom", "content": "x"}}})
    assert tool.package == before


OWN = {"issue": "new", "title": "Bos", "option": "Veel bomen", "brought_by": "p2",
       "worth p0": "3", "worth p1": "-3", "worth p2": "0"}  # fmt: skip


def test_an_own_point_is_added_and_the_pie_has_it(tool: PackageMaker) -> None:
    assert tell(tool.own.view, what="add", values=OWN) == {}
    assert [one["label"] for one in tool.table.issues][-1] == "Bos"
    assert tool.tally is not None
    assert tool.tally.total == 54
    assert "van de 27 pakketten" in tool.results.pie["lines"][0]
    most = {
        who: max(abs(one.value) for one in tool.work.dossier.values if one.stakeholder == who)
        for who in ("p0", "p1")
    }
    new = tool.work.dossier.options[-1]
    worth = {one.stakeholder: one.value for one in tool.work.dossier.values if one.option == new.id}
    assert worth["p0"] > 0 > worth["p1"]
    assert worth["p0"] <= most["p0"] + 0.02
    assert worth["p2"] == 0
    assert new.brought_by == "p2"
    choose(tool, new.id)
    assert (
        party(tool, "p3")["says"] == "unsure"
        or party(tool, "p3")["bar"]["high"] > (party(tool, "p3")["bar"]["low"])
    )
    assert "Van Partij p3, Partij p4 en Partij p5 weet je nog niet alles" in said(tool)
    tell(tool.undo, what="undo")
    tell(tool.undo, what="undo")
    assert tool.work.is_fresh


def test_an_own_option_is_changed_and_removed(tool: PackageMaker) -> None:
    values = {**OWN, "issue": "j0", "title": ""}
    assert tell(tool.own.view, what="add", values=values) == {}
    entry = tool.own.view.groups[0]["entries"][0]
    assert entry["title"] == "Punt 0: Veel bomen"
    assert entry["values"]["worth p0"] == "3"
    assert entry["values"]["worth p4"] == "unknown"
    changed = {**entry["values"], "option": "Weinig bomen", "worth p0": "-1"}
    assert tell(tool.own.view, what="save", key=entry["id"], values=changed) == {}
    entry = tool.own.view.groups[0]["entries"][0]
    assert (entry["name"], entry["values"]["worth p0"]) == ("Weinig bomen", "-1")
    assert tell(tool.own.view, what="remove", key=entry["id"]) == {}
    assert tool.own.view.groups == []
    gone = tell(tool.own.view, what="save", key=entry["id"], values=changed)
    assert "is er niet meer" in gone[""]
    assert tell(tool.own.view, what="remove", key="j0_1") == {}
    assert len(tool.work.dossier.options) == 14


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ""), ("title", " \n "), ("title", "x" * 61), ("option", ""), ("issue", "nergens")],
)
def test_what_is_missing_in_the_form_is_said_beside_its_field(
    tool: PackageMaker, field: str, value: str
) -> None:
    assert set(tell(tool.own.view, what="add", values={**OWN, field: value})) == {field}
    assert tool.work.is_fresh


def test_hostile_values_of_the_form_are_names_and_unknowns(tool: PackageMaker) -> None:
    hostile = {
        **OWN,
        "title": "j0",
        "option": "<img onerror=x>",
        "brought_by": "x",
        "worth p0": "9e9",
    }
    assert tell(tool.own.view, what="add", values=hostile) == {}
    assert [one["label"] for one in tool.table.issues][-1] == "j0"
    assert len([one for one in tool.work.dossier.options if one.issue == "j0"]) == 3
    assert tool.work.dossier.options[-1].brought_by is None
    choose(tool, tool.work.dossier.options[-1].id)
    assert "<img" not in tool.still_html()
    assert tell(tool.own.view, what="add", values="x")
    assert tell(tool.own.view, what="dance") == {}


def test_without_seats_nobody_speaks_of_a_majority(tool: PackageMaker) -> None:
    assert "meerderheid" not in said(tool)


def test_the_chance_of_a_majority_is_there_where_seats_decide() -> None:
    council = PackageMaker(working_copy("winkelhart"))
    assert "De kans op een meerderheid is tussen" in said(council)
    assert "meer dan de helft van de zetels" in said(council)
    before = said(council)
    choose(council, "parkeren_pas")
    assert said(council) != before


def test_a_change_elsewhere_redraws_nothing_here(
    tool: PackageMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(tool, "redraw", lambda: drawn.append("again"))
    tool.work.amend(lambda dossier: dossier.add("groups", id="g", name="Bewoners"))
    assert drawn == []
    tool.work.choose("j0_1")
    assert drawn == ["again"]


def test_a_choice_counts_nothing_again(tool: PackageMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tool._weigh()
    choose(tool, "j1_2")
    assert tool._weigh() is not None
    assert all(one is other for one, other in zip(tool._weigh(), before, strict=True))


def test_two_tools_and_another_kernel_show_the_same(tool: PackageMaker) -> None:
    other = PackageMaker(tool.work)
    say(tool, "lay", "j4")
    assert other.table.issues == tool.table.issues
    elsewhere = WorkingCopy("deal")
    elsewhere.choose("j0_2")
    tool.work.refresh()
    assert tool.table.issues[0]["value"] == "j0_2"
    assert other.table.lines == tool.table.lines


def test_a_failure_is_a_sentence(tool: PackageMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(tool.work, "save", broken)
    choose(tool, "j0_1")
    assert "ging iets mis" in tool.table.notice
    assert "ging iets mis" in tell(tool.own.view, what="add", values=OWN)[""]


def test_the_still_version_has_all_in_words(tool: PackageMaker) -> None:
    say(tool, "lay", "j3")
    keep_two(tool)
    text = tool.still_text()
    for word in ("Punt 0: Optie 1", "Punt 4", "Partij p5:", "partijen zeggen ja", "Eerste"):
        assert word in text
    page = tool._repr_mimebundle_()["text/html"]
    assert "&lt;b&gt;Tweede" in page
    assert "<b>Tweede" not in page


def test_no_word_of_the_trade_is_on_the_screen(tool: PackageMaker) -> None:
    say(tool, "lay", "j3")
    open_swaps(tool, "p0")
    fixed = [tool.table.about["texts"], tool.results.about["texts"], tool.own.view.words]
    changing = [tool.results.swaps, tool.results.pie, tool.own.view.fields, tool.still_text()]
    words = f"{fixed} {changing}".lower()
    for word in ("pareto", "batna", "nash", "logroll", "effici", "threshold", "package"):
        assert word not in words


def test_running_a_lesson_again_keeps_few_tools_alive(tool: PackageMaker) -> None:
    tools = [PackageMaker(tool.work) for _ in range(5)]
    assert [one.view.comm is not None for one in tools][-2:] == [True, True]
    assert tools[0].view.comm is None


def test_a_choice_among_3000_packages_is_within_a_tenth_of_a_second(
    monkeypatch: pytest.MonkeyPatch, within: Within
) -> None:
    large = maker(monkeypatch, made_up(6, (4, 3, 4, 4, 4, 4), later=2))
    for issue in ("j4", "j5"):
        say(large, "lay", issue)
    assert large.tally is not None
    assert large.tally.total == 3072
    keep_two(large)
    say(large, "party", value="p0")
    turns = itertools.cycle(["j0_1", "j0_2", "j0_3"])
    within(lambda: choose(large, next(turns)), 0.1)


def test_in_the_housing_deal_four_points_are_too_few_and_eight_are_enough() -> None:
    deal = PackageMaker(working_copy("woondeal"))
    assert deal.tally is not None
    assert deal.tally.all_agree == 0
    for issue in open_dossier("woondeal").issues:
        if issue.added:
            say(deal, "lay", issue.id)
    assert deal.tally.all_agree > 0
    assert deal.tally.all_agree == deal.tally.decided
