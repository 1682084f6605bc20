"""The housing deal: what its story says about packages is so, told by the engine and by hand.

By hand: the files are read with ``csv``, and every package is gone through with ``itertools``.
"""

import csv
import itertools
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from pathlib import Path

import pytest

from helpers.analysis.packages.dominance import efficient
from helpers.analysis.packages.pie import issue_by_issue, size_of_the_pie, what_it_adds
from helpers.analysis.packages.swaps import swaps
from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import (
    all_packages,
    package_count,
    package_places,
    package_values,
    weigh_packages,
)
from helpers.dossier.examples import open_dossier

HOME = Path(__file__).parents[3] / "datasets" / "woondeal"
DOSSIER = open_dossier("woondeal")
PEOPLE, WANTS, OPTIONS, WORKS, LEAST = (
    DOSSIER.table(name)
    for name in ("stakeholders", "interests", "options", "effects", "thresholds")
)
VALUES = option_values(PEOPLE, WANTS, OPTIONS, WORKS)
END = (
    "plek_spoor", "sociaal_gelijk", "geld_drie", "tempo_snel",
    "bereik_halte", "water_park", "hart_zes", "uitv_grond",
)  # fmt: skip
"""The package with which the lesson ends."""

Package = tuple[str, ...]


def rows(table: str) -> list[dict[str, str]]:
    with (HOME / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


PARTIES = [row["id"] for row in rows("stakeholders")]
ISSUES = [row["id"] for row in rows("issues")]
FIRST = [row["id"] for row in rows("issues") if row["added"] == "no"]
NOW = {row["issue"]: row["id"] for row in rows("options") if row["status_quo"] == "yes"}
ENOUGH = {row["stakeholder"]: int(row["no_deal"]) for row in rows("thresholds")}
WEIGHT = {row["id"]: int(row["weight"]) for row in rows("interests")}
OWNER = {row["id"]: row["stakeholder"] for row in rows("interests")}
EFFECT = {(row["option"], row["interest"]): int(row["effect"]) for row in rows("effects")}


def on_interest(package: Iterable[str], interest: str) -> int:
    return sum(EFFECT.get((option, interest), 0) for option in package)


@cache
def worth(option: str, party: str) -> int:
    mine = [one for one, owner in OWNER.items() if owner == party]
    return sum(WEIGHT[one] * EFFECT.get((option, one), 0) for one in mine)


@cache
def points(package: Package) -> tuple[int, ...]:
    return tuple(sum(worth(option, party) for option in package) for party in PARTIES)


def who_accepts(package: Package) -> set[str]:
    return {who for who, had in zip(PARTIES, points(package), strict=True) if had >= ENOUGH[who]}


def packages(open_issues: Iterable[str]) -> list[Package]:
    """Every package in which only these issues may move from the status quo."""
    may = set(open_issues)
    choices = [
        [
            row["id"]
            for row in rows("options")
            if row["issue"] == issue and (issue in may or row["status_quo"] == "yes")
        ]
        for issue in ISSUES
    ]
    return list(itertools.product(*choices))


FOUR = packages(FIRST)


@cache
def every_package() -> list[Package]:
    return packages(ISSUES)


@cache
def deals() -> set[Package]:
    return {package for package in every_package() if who_accepts(package) == set(PARTIES)}


def deals_of_the_engine() -> set[Package]:
    table = weigh_packages(
        PEOPLE, WANTS, OPTIONS, WORKS, LEAST, DOSSIER.proposal, at_least=DOSSIER.at_least
    )
    return set(table.loc[table["feasible"], "package"])


def gains_of_all(package: Package, than: Package) -> bool:
    return all(a > b for a, b in zip(points(package), points(than), strict=True))


def test_six_parties_must_all_say_yes() -> None:
    assert len(PARTIES) == DOSSIER.at_least == 6
    assert [row["veto"] for row in rows("thresholds")] == ["yes"] * 6
    assert set(ENOUGH) == set(PARTIES)


def test_four_points_lie_there_and_four_come_later_from_four_parties() -> None:
    assert [one.added for one in DOSSIER.issues] == [False] * 4 + [True] * 4
    assert [one.brought_by for one in DOSSIER.issues if not one.added] == [None] * 4
    brought = [one.brought_by for one in DOSSIER.issues if one.added]
    assert brought == ["aldermond", "waterschap", "zuiderwieke", "corporaties"]


def test_every_option_but_the_present_was_brought_by_a_party() -> None:
    assert {row["id"] for row in rows("options") if not row["brought_by"]} == set(NOW.values())
    assert {row["brought_by"] for row in rows("options")} - {""} == set(PARTIES)


def test_the_engine_goes_through_the_same_packages() -> None:
    assert (len(every_package()), len(FOUR)) == (5_832, 108)
    assert package_count(OPTIONS) == len(every_package())
    counted = package_values(VALUES, all_packages(OPTIONS))
    assert counted.tolist() == [list(points(package)) for package in every_package()]


def test_with_the_first_four_points_nothing_is_enough_for_all() -> None:
    assert not deals() & set(FOUR)
    assert not deals_of_the_engine() & set(FOUR)
    assert max(len(who_accepts(package)) for package in FOUR) == 3


def test_with_the_first_four_points_no_party_is_impossible_by_itself() -> None:
    assert set().union(*(who_accepts(package) for package in FOUR)) == set(PARTIES)


def test_on_every_point_what_one_party_wants_costs_another_something() -> None:
    for row in rows("options"):
        if row["status_quo"] == "no":
            touched = [worth(row["id"], party) for party in PARTIES]
            assert min(touched) < 0 < max(touched), row["id"]


def test_point_by_point_everything_stays_as_it_is() -> None:
    found = OPTIONS["id"].to_numpy()[issue_by_issue(OPTIONS, VALUES)]
    assert tuple(found) == tuple(NOW[issue] for issue in ISSUES)
    assert who_accepts(tuple(found)) == set()


def test_the_concept_has_the_middle_of_the_first_four_and_is_enough_for_two() -> None:
    assert DOSSIER.proposal in FOUR
    assert points(DOSSIER.proposal) == (7, 2, 1, 10, 3, 10)
    assert who_accepts(DOSSIER.proposal) == {"aldermond", "corporaties"}


def test_with_all_eight_points_there_are_packages_that_are_enough_for_all() -> None:
    assert len(deals()) == 27
    assert deals_of_the_engine() == deals()
    assert not any("plek_polder" in package for package in deals())


def test_how_many_remain_without_one_of_the_points_that_came_later() -> None:
    by_hand = {
        issue: len([one for one in deals() if NOW[issue] in one]) for issue in ISSUES[len(FIRST) :]
    }
    assert by_hand == {"bereik": 1, "water": 6, "dorpshart": 6, "uitvoering": 0}
    can = [package in deals() for package in every_package()]
    table = what_it_adds(PEOPLE, OPTIONS, VALUES, can)
    issues = table[table["kind"] == "issue"].drop_duplicates("id").set_index("id")
    assert issues.loc[list(by_hand), "deals_without"].to_dict() == by_hand


def test_the_end_package_is_enough_for_all_and_better_for_all_than_the_concept() -> None:
    assert END in deals()
    assert points(END) == (9, 9, 32, 32, 18, 24)
    assert gains_of_all(END, DOSSIER.proposal)
    pie = size_of_the_pie(PEOPLE, OPTIONS, VALUES, package_places(OPTIONS, END))
    assert tuple(pie["bigger"]) == points(END)
    assert (pie["compromise"] == 0).all()


def test_from_the_end_package_nobody_can_gain_without_another_losing() -> None:
    better = [
        package
        for package in every_package()
        if points(package) != points(END)
        and all(a >= b for a, b in zip(points(package), points(END), strict=True))
    ]
    assert better == []
    assert efficient(package_values(VALUES, all_packages(OPTIONS)))[every_package().index(END)]


@pytest.mark.parametrize("party", PARTIES)
def test_in_the_end_package_each_gains_what_matters_most_to_it(party: str) -> None:
    mine = {one: WEIGHT[one] for one, owner in OWNER.items() if owner == party}
    first, second = sorted(mine.items(), key=itemgetter(1), reverse=True)[:2]
    assert first[1] > second[1], "one interest matters most"
    assert on_interest(END, first[0]) > 0


def test_who_gives_something_gives_it_on_what_matters_least_to_them() -> None:
    given = {one: on_interest(END, one) for one in WEIGHT if on_interest(END, one) < 0}
    assert given == {"al_begroting": -4, "zw_mensen": -2, "mi_geld": -5, "ws_rekening": -1}
    for one in given:
        mine = [WEIGHT[other] for other, owner in OWNER.items() if owner == OWNER[one]]
        assert WEIGHT[one] == min(mine)


SWAPS = [
    ("aldermond", "corporaties", "uitv_grond", "sociaal_gelijk", 2, 21),
    ("aldermond", "ministerie", "uitv_grond", "bereik_halte", 6, 3),
    ("aldermond", "zuiderwieke", "uitv_team", "sociaal_gelijk", 5, 3),
]


@pytest.mark.parametrize(("first", "second", "gives", "takes", "mine", "yours"), SWAPS)
def test_from_the_concept_two_parties_can_swap_and_nobody_is_hurt(
    first: str, second: str, gives: str, takes: str, mine: int, yours: int
) -> None:
    issue = {row["id"]: row["issue"] for row in rows("options")}
    moved = {issue[gives]: gives, issue[takes]: takes}
    after = tuple(moved.get(issue[option], option) for option in DOSSIER.proposal)
    change = {
        who: new - old
        for who, new, old in zip(PARTIES, points(after), points(DOSSIER.proposal), strict=True)
    }
    assert (change[first], change[second]) == (mine, yours)
    assert min(change.values()) >= 0
    before = {issue[option]: option for option in DOSSIER.proposal}
    assert worth(gives, first) < worth(before[issue[gives]], first)
    assert worth(takes, second) < worth(before[issue[takes]], second)


def test_the_engine_finds_these_swaps() -> None:
    table = swaps(PEOPLE, OPTIONS, VALUES, package_places(OPTIONS, DOSSIER.proposal))
    free = table[table["hurts"].map(len) == 0]
    columns = ["first", "second", "first_gives_option", "second_gives_option"]
    found = {tuple(row) for row in free[[*columns, "first_gain", "second_gain"]].to_numpy()}
    assert len(free) == 7
    assert set(SWAPS) <= found


def test_who_signs_does_not_decide_on_the_money() -> None:
    route = {one.id: one for one in DOSSIER.route}
    [deciding] = [one for one in DOSSIER.route if one.deciding]
    assert deciding.id == "begrotingen"
    assert deciding.body == "council"
    assert route["wensen"].step < route["tekenen"].step < deciding.step
    assert route["tekenen"].body == "executive"
    assert "onder voorbehoud" in route["tekenen"].name


def test_what_the_participant_still_fills_in_is_empty() -> None:
    heard = {one.stakeholder: (bool(one.heard), one.confirmed) for one in DOSSIER.stories}
    assert list(heard) == PARTIES
    assert {who for who, (told, _) in heard.items() if not told} == {"ministerie"}
    assert {who for who, (_, sure) in heard.items() if not sure} == {"ministerie", "corporaties"}
    ranks = {
        region.id: [one.rank for one in DOSSIER.priorities if one.region == region.id]
        for region in DOSSIER.regions
    }
    assert ranks.pop("polder") == [None] * 4
    assert all(found.count(at) == 1 for found in ranks.values() for at in (1, 2, 3, 4))
