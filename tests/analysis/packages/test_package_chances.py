"""The chance of a majority of many packages: against one forecast at a time."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.package_chances import best_chance, chances_of_majority
from helpers.analysis.votes.vote import majority_interval

CHANCE = st.one_of(st.just(math.nan), st.sampled_from([0.0, 0.05, 0.5, 0.95, 1.0]), st.floats(0, 1))


@settings(max_examples=40)
@given(st.integers(0, 5), st.integers(1, 5), st.data())
def test_each_row_is_one_forecast(groups: int, rows: int, data: st.DataObject) -> None:
    seats = data.draw(st.lists(st.integers(0, 9), min_size=groups, max_size=groups))
    row = st.lists(CHANCE, min_size=groups, max_size=groups)
    chances = np.array(data.draw(st.lists(row, min_size=rows, max_size=rows)))
    loadings = data.draw(
        st.lists(st.floats(-0.95, 0.95), min_size=groups, max_size=groups).map(np.array)
    )
    found = chances_of_majority(seats, chances.reshape(rows, groups), loadings)
    for at, one in enumerate(chances):
        wanted = majority_interval(seats, one, loadings)
        assert found["chance_low"][at] == pytest.approx(wanted.low, abs=1e-12)
        assert found["chance_high"][at] == pytest.approx(wanted.high, abs=1e-12)


def test_groups_that_decide_apart_are_counted_vote_by_vote() -> None:
    seats, chances = [4, 3, 2, 2], [0.9, 0.3, 0.6, 0.5]
    wanted = sum(
        math.prod(p if yes else 1 - p for p, yes in zip(chances, votes, strict=True))
        for votes in itertools.product([False, True], repeat=4)
        if 2 * sum(itertools.compress(seats, votes)) > sum(seats)
    )
    found = chances_of_majority(seats, [chances], 0.0)
    assert found["chance_low"][0] == pytest.approx(wanted, abs=1e-12)
    assert found["chance_high"][0] == found["chance_low"][0]


def test_more_packages_than_one_batch_keep_their_order() -> None:
    rng = np.random.default_rng(6)
    chances = rng.choice([0.05, 0.25, 0.75, 0.95], (1300, 5))
    chances[::7, 2] = np.nan
    found = chances_of_majority([5, 4, 4, 2, 1], chances, 0.6)
    for at in (0, 7, 511, 512, 1299):
        wanted = majority_interval([5, 4, 4, 2, 1], chances[at], 0.6)
        assert tuple(found.loc[at]) == pytest.approx(wanted, abs=1e-12)
    some = chances_of_majority([5, 4, 4, 2, 1], chances[600:610], 0.6)
    np.testing.assert_allclose(found[600:610], some, atol=1e-13)


def test_a_chance_that_is_no_chance_is_refused() -> None:
    with pytest.raises(ValueError, match="every chance must be from 0 to 1"):
        chances_of_majority([1, 1], [[0.5, 1.2]], 0.0)
    with pytest.raises(ValueError, match="one value for every party group"):
        chances_of_majority([1, 1, 1], [[0.5, 0.2]], 0.0)


def test_the_best_chance_holds_whatever_the_unknown_do() -> None:
    table = pd.DataFrame(
        {
            "package": list("abcde"),
            "chance_low": [0.9, 0.5, 0.4, 0.5, 0.5],
            "chance_high": [0.9, 0.7, 0.9, 0.6, 0.7],
            "changes": [1, 2, 1, 0, 2],
            "vetoed": [True, False, False, False, False],
        }
    )
    assert best_chance(table)["package"].tolist() == ["b", "e"]
    assert best_chance(table.assign(vetoed=True)).empty
