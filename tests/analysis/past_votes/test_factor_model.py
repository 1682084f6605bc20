"""The model of past votes: closed forms for two groups, and chances that add up."""

import itertools
import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.past_votes.factor_model import (
    FactorModel,
    as_model,
    chances_given_others,
    factor_grid,
    log_likelihoods,
    patterns,
    probit,
)
from helpers.analysis.votes.vote import seats_for_distribution

NAMES = list("abcd")
LOADING = st.floats(-0.9, 0.9)


def model(chances: list[float], *loadings: list[float]) -> FactorModel:
    titles = (
        ["loading"] if len(loadings) == 1 else [f"loading_{n + 1}" for n in range(len(loadings))]
    )
    table = pd.DataFrame({"chance": chances, **dict(zip(titles, loadings, strict=True))})
    table.index = pd.Index(NAMES[: len(chances)])
    return FactorModel(table, table.mean())


def every_pattern(groups: int) -> pd.DataFrame:
    return pd.DataFrame(itertools.product([0.0, 1.0], repeat=groups), columns=NAMES[:groups])


@settings(max_examples=40)
@given(LOADING, LOADING)
def test_two_groups_at_a_half_vote_alike_as_sheppard_says(one: float, other: float) -> None:
    both = 0.25 + math.asin(one * other) / (2 * math.pi)
    votes = pd.DataFrame({"a": [1.0, 1.0], "b": [1.0, 0.0]})
    found = np.exp(log_likelihoods(model([0.5, 0.5], [one, other]), votes))
    assert found.tolist() == pytest.approx([both, 0.5 - both], abs=1e-7)
    given_b = chances_given_others(model([0.5, 0.5], [one, other]), votes)["a"]
    assert given_b.tolist() == pytest.approx([2 * both, 1 - 2 * both], abs=1e-7)


@settings(max_examples=40)
@given(st.lists(LOADING, min_size=4, max_size=4), st.integers(0, 2))
def test_the_chances_of_all_patterns_add_up(loadings: list[float], factors: int) -> None:
    rows = [loadings, loadings[::-1]]
    short = [[one / 1.5 for one in row] for row in rows[:factors]]
    each = log_likelihoods(model([0.1, 0.5, 0.6, 0.9], *short), every_pattern(4))
    assert np.exp(each).sum() == pytest.approx(1, abs=1e-12)


def test_one_factor_is_the_model_of_the_forecast() -> None:
    chances, loadings = [0.3, 0.75, 0.5, 0.95], [0.6, -0.5, 0.0, 0.9]
    votes = every_pattern(4)
    each = np.exp(log_likelihoods(model(chances, loadings), votes)).to_numpy()
    seats = np.array([8, 4, 2, 1])  # every pattern has its own number of seats
    wanted = seats_for_distribution(seats, chances, loadings)
    assert each == pytest.approx(wanted[(votes.to_numpy() @ seats).astype(int)], abs=1e-7)


def test_without_a_factor_it_is_the_product() -> None:
    each = log_likelihoods(model([0.2, 0.9]), pd.DataFrame({"a": [1.0, 0.0], "b": [0.0, np.nan]}))
    assert np.exp(each).tolist() == pytest.approx([0.2 * 0.1, 0.8])


def test_who_took_no_part_counts_for_nothing() -> None:
    votes = pd.DataFrame({"a": [1.0], "b": [np.nan], "c": [0.0]})
    without = model([0.3, 0.5, 0.6], [0.5, 0.9, 0.4])
    two = log_likelihoods(without, votes[["a", "c"]])
    assert log_likelihoods(without, votes).tolist() == pytest.approx(two.tolist())
    assert 0 < chances_given_others(without, votes)["b"].item() < 1


def test_a_group_without_a_past_is_a_newcomer() -> None:
    known = model([0.3, 0.6], [0.5, 0.4])
    rows = known.of(["b", "new"])
    assert rows.loc["b"].tolist() == [0.6, 0.4]
    assert rows.loc["new"].tolist() == known.newcomer.tolist()


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(0.05, 0.95), LOADING), min_size=1, max_size=4))
def test_reading_and_writing_the_parameters_gives_them_back(
    groups: list[tuple[float, float]],
) -> None:
    chances, loadings = map(list, zip(*groups, strict=True))
    level, slope = probit(model(chances, loadings).groups)
    found = as_model(NAMES[: len(groups)], level, slope).groups
    sign = -1 if slope.sum() < 0 else 1
    assert found["chance"].tolist() == pytest.approx(chances)
    assert found["loading"].tolist() == pytest.approx([sign * one for one in loadings])


@settings(max_examples=30)
@given(st.floats(0, 2 * math.pi), st.booleans())
def test_turned_factors_are_read_in_one_way(angle: float, mirror: bool) -> None:
    level = np.array([0.2, -0.3, 0.5, 0.1])
    slope = np.array([[1.5, 0.2], [0.9, 0.8], [-0.4, 0.6], [0.3, -0.5]])
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    turned = slope @ turn * [1, -1 if mirror else 1]
    one, other = as_model(NAMES, level, slope), as_model(NAMES, level, turned)
    pd.testing.assert_frame_equal(one.groups, other.groups)
    votes = every_pattern(4)
    ends = [np.exp(log_likelihoods(each, votes)).tolist() for each in (one, other)]
    assert ends[0] == pytest.approx(ends[1], abs=1e-12)


def test_patterns_are_counted_once() -> None:
    seen = patterns(pd.DataFrame({"a": [1, 0, 1.0], "b": [0, np.nan, 0]}))
    assert len(seen.yes) == 2
    assert seen.of[0] == seen.of[2] != seen.of[1]


def test_refuses_what_is_no_vote() -> None:
    with pytest.raises(ValueError, match="must be 1"):
        patterns(pd.DataFrame({"a": [0.5]}))
    with pytest.raises(ValueError, match="0, 1 or 2"):
        factor_grid(3)
