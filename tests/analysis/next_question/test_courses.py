"""The short list of packages, against all packages of the example."""

import numpy as np
import pandas as pd
import pytest

from helpers.analysis.next_question.courses import (
    MOST_WEIGHED,
    expected_seats,
    one_change,
    promising_packages,
    with_strategies,
)
from helpers.analysis.next_question.prospects import Course
from helpers.analysis.packages.weigh import all_packages, package_places, weigh_packages
from helpers.dossier.examples import open_dossier

EXAMPLE = open_dossier("winkelhart")
TABLES = [
    EXAMPLE.table(name)
    for name in ("stakeholders", "interests", "options", "effects", "thresholds")
]
OPTIONS = TABLES[2]
START = package_places(OPTIONS, EXAMPLE.proposal)


def short_list() -> list[tuple[int, ...]]:
    return promising_packages(*TABLES, EXAMPLE.proposal, firm_share=0.6, softness=7.0)


def test_the_proposal_comes_first_and_then_the_smallest_change() -> None:
    found = short_list()
    assert found[0] == tuple(START)
    table = weigh_packages(*TABLES, EXAMPLE.proposal, packages=np.array(found[1:2]))
    assert table["firm"].tolist() == [True]
    assert table["vetoed"].tolist() == [False]


def test_no_package_comes_twice_and_none_has_a_veto_against_it() -> None:
    found = short_list()
    assert len(set(found)) == len(found)
    table = weigh_packages(*TABLES, EXAMPLE.proposal, packages=np.array(found[1:]))
    assert not table["vetoed"].any()
    counts = table["changes"].value_counts()
    assert set(counts.index) == {1, 2, 3, 4, 5, 6}
    assert counts.max() <= 4


def test_expected_seats_are_chances_times_seats() -> None:
    groups = pd.DataFrame({"seats": [4, 3, 2], "judged_vote": ["probably_for", "unknown", None]})
    value = np.array([[0.0, 0.0], [0.0, 0.0], [0.0, 4.0]])
    found = expected_seats(
        groups, value, np.array([0.0, 0.0, 4.0]), np.array([0]), np.array([[0], [1]]), 2.0
    )
    low = 1 / (1 + np.exp(2.0))
    assert found.tolist() == pytest.approx([4 * 0.75 + 1.5 + 2 * low, 4 * 0.75 + 1.5 + 1])


def test_one_change_gives_every_other_option_once() -> None:
    found = one_change(OPTIONS, START)
    assert len(found) == 1 + len(OPTIONS) - len(START)
    assert ((found != START).sum(axis=1) == [0] + [1] * (len(found) - 1)).all()
    every = {tuple(row) for row in all_packages(OPTIONS).tolist()}
    assert {tuple(row) for row in found.tolist()} <= every


def test_in_a_space_too_large_to_weigh_only_one_issue_changes() -> None:
    options = pd.DataFrame(
        {
            "id": [f"o{j}_{o}" for j in range(11) for o in range(3)],
            "issue": [f"j{j}" for j in range(11) for _ in range(3)],
            "status_quo": [o == 0 for _ in range(11) for o in range(3)],
        }
    )
    assert MOST_WEIGHED < 3**11
    people, wants, _, _, least = TABLES
    works = pd.DataFrame({"option": ["o0_1"], "interest": ["samen_akkoord"], "effect": [3.0]})
    found = promising_packages(
        people, wants, options, works, least.iloc[:0], [], firm_share=0.6, softness=7.0
    )
    assert all(np.sum(np.array(one) != np.array(found[0])) <= 1 for one in found)
    assert len(found) == 4


def test_strategies_are_tried_on_the_first_two_packages() -> None:
    table = pd.DataFrame(
        {"id": ["a", "b"], "stakeholder": ["x", "y"], "chance": [0.2, 1.0], "gain": [3.0, -1.0]}
    )
    found = with_strategies([(0,), (1,), (2,)], table)
    assert [name for _, name in found] == ["", "", "", "a", "a", "b", "b"]
    assert found[4][0] == Course((1,), ("x", 0.2, 3.0))
    assert with_strategies([(0,)], None) == [(Course((0,)), "")]
