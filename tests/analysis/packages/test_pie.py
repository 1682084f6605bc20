"""The size of the pie: against plain loops over issues and packages."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.deals import feasible
from helpers.analysis.packages.pie import issue_by_issue, size_of_the_pie, what_it_adds
from helpers.analysis.packages.weigh import all_packages, package_values
from helpers.analysis.votes.majority import accepts

PEOPLE = pd.DataFrame({"id": ["a", "b", "c"]})


def game(seed: int) -> tuple[pd.DataFrame, np.ndarray]:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 4, rng.integers(1, 4))
    rows = [(f"o{j}_{o}", f"j{j}", o == 0) for j, n in enumerate(sizes) for o in range(n)]
    options = pd.DataFrame(rows, columns=["id", "issue", "status_quo"])
    values = rng.integers(-3, 6, (3, len(rows))).astype(float)
    values[:, options["status_quo"].to_numpy(dtype=bool)] = 0
    return options, values


@given(st.integers(0, 2**20))
def test_nobody_loses_by_settling_each_issue_by_itself(seed: int) -> None:
    options, values = game(seed)
    chosen = issue_by_issue(options, values)
    assert (values[:, chosen] >= 0).all()
    for j, place in enumerate(chosen.tolist()):
        rows = np.flatnonzero(options["issue"] == f"j{j}")
        agreed = [row for row in rows if (values[:, row] >= 0).all() and values[:, row].any()]
        assert (place in agreed) if agreed else place == rows[0]


def test_of_several_agreed_options_the_one_that_brings_most_is_taken() -> None:
    options = pd.DataFrame(
        {"id": list("stuv"), "issue": "j", "status_quo": [True, False, False, False]}
    )
    # shares of the most they can gain here: u 0.5 + 1, t 1 + 0.1, v 0.4 + 0.9
    assert issue_by_issue(options, [[0, 10, 5, 4], [0, 1, 10, 9]]).tolist() == [2]
    moved = options.assign(status_quo=[False, False, False, True])
    assert issue_by_issue(moved, [[0, 10, 5, 4], [0, 1, 10, 9]]).tolist() == [2]
    assert issue_by_issue(moved, [[0, 10, 5, 4], [0, 1, 3, 9]]).tolist() == [3]


def test_a_trade_makes_the_pie_bigger_for_both() -> None:
    options = pd.DataFrame(
        {"id": list("stuv"), "issue": list("jjll"), "status_quo": [True, False] * 2}
    )
    values = np.array([[0, -1, 0, 4], [0, 5, 0, -2], [0, 0, 0, 1]])
    table = size_of_the_pie(PEOPLE, options, values, np.array([1, 3])).set_index("stakeholder")
    assert table["compromise"].tolist() == [0, 0, 0]
    assert table["bigger"].tolist() == [3, 3, 1]
    assert table["maximum"].tolist() == [4, 5, 1]


@settings(max_examples=40)
@given(st.integers(0, 2**20))
def test_what_is_added_is_what_is_lost_without_it(seed: int) -> None:
    options, values = game(seed)
    packages = all_packages(options)
    worth = package_values(values, packages)
    can = feasible(accepts(worth, [1, 0, 0]), [False] * 3, at_least=3)
    table = what_it_adds(PEOPLE, options, values, can)
    assert (table["deals"] == can.sum()).all()
    names = options["id"].to_numpy()
    now = set(names[options["status_quo"].to_numpy(dtype=bool)])
    seen = set()
    for row in table.itertuples():
        out = {row.id} if row.kind == "option" else set(names[options["issue"] == row.id]) - now
        seen.add((row.kind, row.id))
        left = [
            u[PEOPLE["id"].tolist().index(row.stakeholder)]
            for u, one, yes in zip(worth, packages, can, strict=True)
            if yes and not out & set(names[one])
        ]
        assert row.deals_without == len(left)
        if left:
            assert row.best_without == max(left)
            assert row.adds == row.best - row.best_without >= 0
        else:
            assert math.isnan(row.best_without)
            assert math.isnan(row.adds)
    assert seen == {("issue", one) for one in options["issue"]} | {
        ("option", one) for one in set(names) - now
    }


def test_every_package_must_have_been_judged() -> None:
    options, values = game(1)
    with pytest.raises(ValueError, match="one item for each of the"):
        what_it_adds(PEOPLE, options, values, [True])


def test_without_options_nothing_adds() -> None:
    options = pd.DataFrame({"id": [], "issue": [], "status_quo": []})
    nothing = np.zeros((3, 0))
    assert what_it_adds(PEOPLE, options, nothing, [True]).empty
    pie = size_of_the_pie(PEOPLE, options, nothing, np.zeros(0, dtype=np.int64))
    assert list(itertools.chain(pie["value"], pie["maximum"])) == [0] * 6
