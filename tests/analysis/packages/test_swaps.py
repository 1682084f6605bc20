"""Logrolling: against trying every pair of moves, and a trade worked by hand."""

import itertools

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.swaps import issue_stakes, swaps

PEOPLE = pd.DataFrame({"id": ["builder", "street", "shop"]})
CHOICES = pd.DataFrame(
    {
        "id": ["low", "high", "trees", "paving"],
        "issue": ["height", "height", "square", "square"],
    }
)
OPTIONS = ["first_gives_option", "second_gives_option"]
WORTH = np.array([[0, 9, 0, 2], [0, -3, 0, -5], [0, 1, 0, -4]], dtype=float)


def test_a_trade_by_hand() -> None:
    # now: low and paving. Higher costs the street 3, trees bring it 5; the builder: +9 - 2
    table = swaps(PEOPLE, CHOICES, WORTH, np.array([0, 3]))
    assert len(table) == 1
    row = table.iloc[0].to_dict()
    assert row == {
        "first": "builder", "second": "street", "first_gives": "square", "second_gives": "height",
        "first_gives_option": "trees", "second_gives_option": "high",
        "first_gain": 7.0, "second_gain": 2.0, "hurts": (),
    }  # fmt: skip
    worse = WORTH.copy()
    worse[2] = [0, -6, 0, -4]
    assert swaps(PEOPLE, CHOICES, worse, np.array([0, 3]))["hurts"].tolist() == [("shop",)]


def test_what_is_at_stake_is_the_range_of_the_options() -> None:
    assert issue_stakes(WORTH, CHOICES["issue"]).tolist() == [[9, 2], [3, 5], [1, 4]]
    assert issue_stakes(np.zeros((2, 0)), []).shape == (2, 0)


def test_equal_ratios_of_stakes_leave_nothing_to_trade() -> None:
    worth = np.array([[0, 4, 0, 8], [0, -2, 0, -4], [0, 0, 0, 0]], dtype=float)
    for package in itertools.product([0, 1], [2, 3]):
        assert swaps(PEOPLE, CHOICES, worth, np.array(package)).empty


@settings(max_examples=40)
@given(st.integers(0, 2**20))
def test_every_swap_is_found_once(seed: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 4, 3)
    issues = [f"j{j}" for j, size in enumerate(sizes) for _ in range(size)]
    options = pd.DataFrame({"id": [f"o{o}" for o in range(len(issues))], "issue": issues})
    values = rng.integers(-4, 5, (3, len(issues))).astype(float)
    rows = [[o for o, one in enumerate(issues) if one == f"j{j}"] for j in range(3)]
    package = [one[0] for one in rows]
    wanted = set()
    for j, other in itertools.permutations(range(3), 2):
        for o, p in itertools.product(rows[j], rows[other]):
            one, two = (
                values[:, o] - values[:, package[j]],
                values[:, p] - values[:, package[other]],
            )
            total = one + two
            for a, b in itertools.combinations(range(3), 2):
                trade = one[a] < 0 < two[a] and two[b] < 0 < one[b]
                if trade and total[a] > 0 and total[b] > 0:
                    wanted.add((PEOPLE["id"][a], PEOPLE["id"][b], f"o{o}", f"o{p}",
                                total[a], total[b]))  # fmt: skip
    table = swaps(PEOPLE, options, values, np.array(package))
    found = table[["first", "second", *OPTIONS, "first_gain", "second_gain"]]
    assert {tuple(row) for row in found.to_numpy()} == wanted
    assert len(found) == len(wanted)
    assert table["hurts"].map(len).is_monotonic_increasing
