"""A game in which every party's points are told, written as files: the engine counts what is there.

The oracle reads the same files with ``csv`` and goes through every package by itself.
"""

import csv
import itertools
from pathlib import Path

import numpy as np
import pytest

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import all_packages, package_values, weigh_packages
from helpers.analysis.stakeholders.gains import gains
from helpers.analysis.stakeholders.interests import stakes, what_matters
from helpers.analysis.stakeholders.review import unknowns
from helpers.analysis.votes.forecast import package_votes
from helpers.dossier.folder import read_folder
from helpers.dossier.model import Dossier

ISSUES = {"kade": 3, "groen": 3, "banen": 4, "steun": 4, "geld": 5}
POINTS = {
    # for each party: the points of every option, issue by issue
    "bedrijf": [0, 14, 17, 0, 8, 14, 0, 5, 9, 14, 35, 29, 20, 10, 0, 6, 12, 18, 23],
    "milieu": [0, 22, 45, 0, 25, 55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    "vakbond": [0, 0, 12, 0, 0, 0, 0, 10, 20, 42, 0, 10, 10, 10, 30, 20, 10, 4, 0],
    "buren": [0, 8, 12, 0, 30, 30, 18, 10, 4, 0, 0, 30, 40, 20, 0, 0, 0, 0, 8],
    "rijk": [0, 10, 15, 0, 25, 40, 0, 2, 4, 8, 0, 25, 30, 37, 0, 0, 0, 0, 0],
    "gemeente": [0, 4, 10, 0, 10, 4, 0, 8, 14, 12, 0, 20, 30, 40, 0, 6, 15, 23, 10],
}
LEAST = {"bedrijf": 55, "milieu": 50, "vakbond": 50, "buren": 60, "rijk": 65, "gemeente": 40}
VETO = {"bedrijf", "rijk"}
SEATS = {"milieu": 4, "vakbond": 5, "buren": 3, "gemeente": 6}


def write(path: Path, title: list[str], rows: list[list[object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([title, *rows])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The game as an author writes it: a folder with a table a file."""
    home = tmp_path_factory.mktemp("spel") / "spel"
    home.mkdir()
    options = [(issue, f"{issue}_{n}") for issue, count in ISSUES.items() for n in range(count)]
    head = "id: spel\ntitle: Spel\nbody: other\nas_of: 2026-09-15\nat_least: 5\nproposal: ["
    chosen = ", ".join(f"{issue}_0" for issue in ISSUES)
    (home / "dossier.yaml").write_text(f"{head}{chosen}]\n", "utf-8")
    people = [
        [who, who, "fractie" if who in SEATS else "partner", SEATS.get(who, ""),
         "unknown" if who in SEATS else ""]
        for who in POINTS
    ]  # fmt: skip
    write(home / "stakeholders.csv", ["id", "name", "kind", "seats", "judged_vote"], people)
    write(home / "issues.csv", ["id", "name"], [[one, one] for one in ISSUES])
    rows = [[name, issue, name, "yes" if name.endswith("_0") else "no"] for issue, name in options]
    write(home / "options.csv", ["id", "issue", "name", "status_quo"], rows)
    values = [
        [who, name, points]
        for who, all_points in POINTS.items()
        for (_, name), points in zip(options, all_points, strict=True)
    ]
    write(home / "values.csv", ["stakeholder", "option", "value"], values)
    least = [[who, points, "yes" if who in VETO else "no"] for who, points in LEAST.items()]
    write(home / "thresholds.csv", ["stakeholder", "no_deal", "veto"], least)
    return home


@pytest.fixture(scope="module")
def game(folder: Path) -> Dossier:
    return read_folder(folder)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def counted(folder: Path) -> dict[str, int]:
    """Count by hand the packages that k of n, all, and a majority of the seats can accept."""
    points = {(r["stakeholder"], r["option"]): int(r["value"]) for r in rows(folder, "values")}
    least = {r["stakeholder"]: int(r["no_deal"]) for r in rows(folder, "thresholds")}
    veto = {r["stakeholder"] for r in rows(folder, "thresholds") if r["veto"] == "yes"}
    seats = {r["id"]: int(r["seats"] or 0) for r in rows(folder, "stakeholders")}
    issues = [
        [r["id"] for r in rows(folder, "options") if r["issue"] == issue["id"]]
        for issue in rows(folder, "issues")
    ]
    found = {"five": 0, "all": 0, "seats": 0, "strictly": 0}
    for package in itertools.product(*issues):
        total = {who: sum(points[who, option] for option in package) for who in least}
        accept = {who for who in least if total[who] >= least[who]}
        if veto <= accept:
            found["five"] += len(accept) >= 5
            found["all"] += len(accept) == len(least)
            found["seats"] += 2 * sum(seats[who] for who in accept) > sum(seats.values())
        above = {who for who in least if total[who] > least[who]}
        found["strictly"] += veto <= above and len(above) >= 5
    return found


def feasible_count(game: Dossier, at_least: int | None) -> int:
    names = ("stakeholders", "interests", "options", "effects", "thresholds")
    table = weigh_packages(
        *(game.table(name) for name in names),
        game.proposal,
        values=game.table("values"),
        at_least=at_least,
    )
    assert len(table) == 720
    return int(table["feasible"].sum())


def test_the_packages_that_can_be_decided_are_as_counted_by_hand(
    game: Dossier, folder: Path
) -> None:
    by_hand = counted(folder)
    assert game.at_least == 5
    assert feasible_count(game, game.at_least) == by_hand["five"]
    assert feasible_count(game, len(POINTS)) == by_hand["all"]
    assert feasible_count(game, None) == by_hand["seats"]
    assert by_hand == {"five": 181, "all": 73, "seats": 184, "strictly": 168}


def test_in_this_game_the_threshold_itself_makes_a_difference(folder: Path) -> None:
    by_hand = counted(folder)
    assert by_hand["strictly"] < by_hand["five"]


def test_told_points_count_wherever_a_package_is_weighed(game: Dossier) -> None:
    names = ("stakeholders", "interests", "options", "effects")
    tables = [game.table(name) for name in names]
    values = game.table("values")
    package = ("kade_1", "groen_2", "banen_1", "steun_3", "geld_4")
    order = [option.id for option in game.options]
    by_hand = {who: sum(all_[order.index(o)] for o in package) for who, all_ in POINTS.items()}

    brought = gains(tables[0], tables[1], tables[3], package, values)
    assert dict(zip(brought["stakeholder"], brought["value"], strict=True)) == by_hand
    assert set(brought["verdict"]) == {"something"}
    table = stakes(*tables, values).pivot_table("value", "stakeholder", "option", sort=False)
    assert table[list(package)].sum(axis=1).to_dict() == by_hand
    votes = package_votes(
        *tables, game.table("thresholds"), proposal=game.proposal, package=package, values=values
    )
    assert dict(zip(votes["id"], votes["value"], strict=True)) == {w: by_hand[w] for w in SEATS}
    assert votes["enough"].tolist() == [by_hand[who] >= LEAST[who] for who in votes["id"]]
    worth = package_values(option_values(*tables, values), all_packages(tables[2]))
    assert worth.max(axis=0).tolist() == [
        sum(max(all_[order.index(f"{j}_{n}")] for n in range(count)) for j, count in ISSUES.items())
        for all_ in POINTS.values()
    ]


def with_interests(game: Dossier) -> Dossier:
    """The game with two interests of one party: weight x effect would tell something else."""
    for key, weight in (("zon", 4), ("rust", 2)):
        game = game.add("interests", id=key, stakeholder="buren", interest=key, weight=weight)
    game = game.add("effects", option="kade_1", interest="zon", effect=-3)
    game = game.add("effects", option="kade_1", interest="rust")
    return game.add("effects", option="banen_1", interest="rust", effect=3)


def test_told_points_go_before_weight_times_effect(game: Dossier) -> None:
    both = with_interests(game)
    people, wants, options, works, values = (
        both.table(name) for name in ("stakeholders", "interests", "options", "effects", "values")
    )
    brought = gains(people, wants, works, ("kade_1", "banen_1"), values).set_index("stakeholder")
    assert brought.loc["buren", ["gain", "loss", "open"]].tolist() == [18, 0, 0]
    kept = values[values["option"] != "banen_1"]
    brought = gains(people, wants, works, ("kade_1", "banen_1"), kept).set_index("stakeholder")
    assert brought.loc["buren", ["gain", "better", "verdict"]].tolist() == [14, 2, "something"]
    assert unknowns(wants, works)["what"].tolist() == ["effect"]
    assert unknowns(wants, works, values).empty
    table = stakes(people, wants, options, works).set_index(["stakeholder", "option"])
    assert table.loc[("buren", "kade_1"), ["value", "open"]].tolist() == [-12, 1]
    table = stakes(people, wants, options, works, values).set_index(["stakeholder", "option"])
    assert table.loc[("buren", "kade_1"), ["value", "open"]].tolist() == [8, 0]


def test_told_points_are_divided_over_the_interests_that_they_stand_for(game: Dossier) -> None:
    both = with_interests(game)
    people, wants, options, works, values = (
        both.table(name) for name in ("stakeholders", "interests", "options", "effects", "values")
    )
    order = what_matters(people, wants, options, works, values).set_index("interest")
    # kade_1: 8 points as 4 x 3 to 2 x 3; banen_1: 10 points, all for rest; else as much each
    halves = {"kade": 6.0, "groen": 15.0, "banen": 9.0, "steun": 20.0, "geld": 4.0}
    sun = sum({**halves, "kade": max(6.0, 8 * 12 / 18)}.values())
    rest = sum({**halves, "banen": 10.0}.values())
    assert order["matters"].to_dict() == pytest.approx({"zon": sun, "rust": rest})
    assert order["known"].all()
    whole = what_matters(people, wants, options, works)
    assert not whole.set_index("interest").loc["rust", "known"]


def test_what_the_interests_matter_never_exceeds_what_was_told(game: Dossier) -> None:
    both = with_interests(game)
    names = ("stakeholders", "interests", "options", "effects", "values")
    told = what_matters(*(both.table(name) for name in names))["matters"].to_numpy()
    most = sum(
        max(points) for points in np.split(POINTS["buren"], np.cumsum([*ISSUES.values()])[:-1])
    )
    assert most <= told.sum() <= 2 * most
