import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.goals.goal_tree import COMPLETE, GoalReview, ancestors, review_goals

YEAR = 2026
LINKS = ["measure", "goal", "strength", "argument"]


def goal(key: str, parent: str = "", **changes: Any) -> dict[str, Any]:
    whole = {
        "text": f"Doel {key}",
        "indicator": "kilo per inwoner",
        "baseline": "210",
        "target": "150",
        "year": 2028,
        "source": "weegbrug",
        "owner": "wethouder",
        "decision": "Raadsbesluit 12 maart 2026",
    }
    return {"id": key, "parent": parent, **whole, **changes}


def link(measure: str, to: str, strength: float = 2.0, argument: str = "Elders gemeten") -> tuple:  # type: ignore[type-arg]
    return measure, to, strength, argument


def review(goals: list[dict[str, Any]], measures: str, links: list[tuple]) -> GoalReview:  # type: ignore[type-arg]
    table = pd.DataFrame(goals, columns=list(goal("x")))
    own = pd.DataFrame({"id": list(measures)})
    return review_goals(table, own, pd.DataFrame(links, columns=LINKS), YEAR)


def checks(found: GoalReview) -> list[tuple[str, str]]:
    return [(one.check, one.row) for one in found.findings]


SOUND = [goal("top"), goal("left", "top"), goal("right", "top")]
SERVED = [link("m", "left"), link("n", "right", 1.0)]


def test_a_sound_tree_has_no_gaps() -> None:
    found = review(SOUND, "mn", SERVED)
    assert checks(found) == []
    assert found.share == 1.0


def test_nothing_at_all_has_no_gaps_either() -> None:
    assert review([], "", []).share == 1.0


@pytest.mark.parametrize("column", ["text", *COMPLETE])
@pytest.mark.parametrize("empty", ["", "  ", None, math.nan])
def test_what_is_not_filled_in_is_found(column: str, empty: object) -> None:
    goals = [*SOUND[:2], goal("right", "top", **{column: empty})]
    assert checks(review(goals, "mn", SERVED)) == [(column, "right")]


@pytest.mark.parametrize(
    ("changed", "check"),
    [
        ({"target": "210"}, "same"),
        ({"target": "flink minder"}, "vague"),
        ({"year": 2025}, "past"),
        ({"parent": "nergens"}, "parent"),
    ],
)
def test_a_goal_that_cannot_be_is_found(changed: dict[str, Any], check: str) -> None:
    goals = [*SOUND[:2], {**goal("right", "top"), **changed}]
    assert checks(review(goals, "mn", SERVED)) == [(check, "right")]


def test_a_decision_above_anchors_what_is_below() -> None:
    goals = [SOUND[0], goal("left", "top", decision=""), SOUND[2]]
    assert checks(review(goals, "mn", SERVED)) == []
    loose = [{**one, "decision": ""} for one in SOUND]
    assert checks(review(loose, "mn", SERVED)) == [
        ("decision", key) for key in ("top", "left", "right")
    ]


def test_a_goal_that_nothing_serves_is_found() -> None:
    found = review(SOUND, "m", [link("m", "left")])
    assert checks(found) == [("measure", "right")]


def test_a_measure_of_no_use_is_found() -> None:
    assert checks(review(SOUND, "mno", SERVED)) == [("goal", "o")]
    weak = [*SERVED, link("o", "left", 0.0)]
    assert checks(review(SOUND, "mno", weak)) == [("goal", "o")]


@pytest.mark.parametrize("strength", [math.nan, None, -1, 3.5])
def test_a_link_without_a_strength_is_found(strength: Any) -> None:
    found = review(SOUND, "mn", [SERVED[0], link("n", "right", strength)])
    assert checks(found) == [("strength", "n")]


def test_a_link_without_an_argument_is_found() -> None:
    found = review(SOUND, "mn", [SERVED[0], link("n", "right", 1.0, " ")])
    assert checks(found) == [("argument", "n")]


def test_a_link_that_stands_twice_or_leads_nowhere_is_found() -> None:
    assert checks(review(SOUND, "mn", [*SERVED, SERVED[0]])) == [("twice", "m")]
    found = review(SOUND, "mn", [*SERVED, link("m", "weg")])
    assert checks(found) == [("ends", "m")]


def test_a_circle_is_found_at_every_goal_in_it() -> None:
    goals = [goal("a", "c"), goal("b", "a"), goal("c", "b"), goal("d", "a")]
    found = review(goals, "m", [link("m", key) for key in "abcd"])
    assert checks(found) == [("cycle", key) for key in "abc"]


@given(parents=st.lists(st.integers(-1, 7), min_size=8, max_size=8))
def test_every_circle_and_only_a_circle_is_found(parents: list[int]) -> None:
    names = {f"g{i}": f"g{p}" if p >= 0 else "" for i, p in enumerate(parents)}
    goals = [goal(key, parent) for key, parent in names.items()]
    found = review(goals, "m", [link("m", key) for key in names])

    def comes_back(key: str) -> bool:
        now = names[key]
        for _ in names:
            if now in ("", key):
                return now == key
            now = names[now]
        return False

    assert {row for check, row in checks(found) if check == "cycle"} == {
        key for key in names if comes_back(key)
    }
    assert all(len(ancestors(key, names)) <= len(names) for key in names)


def test_the_share_is_what_is_met_of_what_was_looked_at() -> None:
    goals = [*SOUND[:2], goal("right", "top", owner="", year=None)]
    found = review(goals, "mn", SERVED)
    assert found.checks == 3 * 14 + 2 + 2 * 4
    assert found.share == pytest.approx(1 - 2 / found.checks)
