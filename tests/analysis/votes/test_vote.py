"""What the course says about the chance of a majority, against an independent oracle."""

import itertools
import math
from collections.abc import Callable
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.polynomial.legendre import leggauss
from scipy.special import ndtr

from helpers.analysis.votes.vote import (
    chance_of_majority,
    chances_given_factor,
    loading,
    majority_interval,
    seats_for_distribution,
)

NORMAL = NormalDist()
CHANCES = st.floats(0.001, 0.999)
BLOCS = st.lists(st.tuples(st.integers(0, 9), CHANCES), min_size=1, max_size=7)
FACTORS = st.sampled_from([0.0, 0.1, 0.35, 0.6, 0.8, 0.9, 0.95])


def oracle(seats: list[int], chances: list[float], loadings: list[float]) -> float:
    """Every pattern of votes, and the shared factor by Gauss-Legendre on 300 pieces of 8 nodes."""
    nodes, weights = leggauss(8)
    edges = np.linspace(-9, 9, 301)
    half = (edges[1] - edges[0]) / 2
    points = (np.add.outer(edges[:-1] + half, half * nodes)).ravel()
    mass = np.tile(weights * half, 300) * np.exp(-(points**2) / 2) / math.sqrt(2 * math.pi)
    cut = [NORMAL.inv_cdf(p) for p in chances]
    yes = [
        ndtr((c - slope * points) / math.sqrt(1 - slope**2))
        for c, slope in zip(cut, loadings, strict=True)
    ]
    total = 0.0
    for votes in itertools.product([0, 1], repeat=len(seats)):
        held = sum(w for w, v in zip(seats, votes, strict=True) if v)
        if 2 * held > sum(seats):
            each = [y if v else 1 - y for y, v in zip(yes, votes, strict=True)]
            total += float(mass @ np.prod(each, axis=0))
    return total


@pytest.mark.parametrize("shared_factor", [0.0, 0.2, 0.35, 0.6, 0.9, 0.95])
def test_equals_every_pattern_and_fine_quadrature(shared_factor: float) -> None:
    seats = [7, 6, 5, 4, 4, 3, 2, 2, 1, 1]
    chances = [0.95, 0.75, 0.75, 0.25, 0.05, 0.5, 0.75, 0.25, 0.95, 0.4]
    slope = loading(shared_factor)
    wanted = oracle(seats, chances, [slope] * 10)
    assert chance_of_majority(seats, chances, slope) == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=25)
@given(st.floats(0, 0.95), st.lists(st.sampled_from([0.001, 0.05, 0.5, 0.95]), min_size=5))
def test_is_exact_for_every_shared_factor(rho: float, chances: list[float]) -> None:
    seats = [5, 4, 3, 2, 2]
    wanted = oracle(seats, chances[:5], [loading(rho)] * 5)
    assert chance_of_majority(seats, chances[:5], loading(rho)) == pytest.approx(wanted, abs=1e-9)


def test_equals_the_oracle_with_a_loading_for_each_group() -> None:
    seats, chances = [5, 4, 3, 3, 2], [0.3, 0.75, 0.5, 0.95, 0.2]
    loadings = [0.6, -0.5, 0.0, 0.9, -0.2]
    wanted = oracle(seats, chances, loadings)
    assert chance_of_majority(seats, chances, loadings) == pytest.approx(wanted, abs=1e-9)


@settings(max_examples=25, deadline=None)
@given(BLOCS, FACTORS)
def test_equals_the_oracle_for_any_council(blocs: list[tuple[int, float]], rho: float) -> None:
    seats, chances = map(list, zip(*blocs[:5], strict=True))
    wanted = oracle(seats, chances, [loading(rho)] * len(seats))
    assert chance_of_majority(seats, chances, loading(rho)) == pytest.approx(wanted, abs=1e-9)


@given(BLOCS, FACTORS)
def test_the_distribution_adds_up_and_keeps_the_mean(
    blocs: list[tuple[int, float]], rho: float
) -> None:
    seats, chances = map(np.array, zip(*blocs, strict=True))
    spread = seats_for_distribution(seats, chances, loading(rho))
    assert spread.sum() == pytest.approx(1, abs=1e-9)
    mean = (spread * np.arange(spread.size)).sum()
    assert mean == pytest.approx((seats * chances).sum(), abs=1e-7)


@given(BLOCS, FACTORS, st.integers(0, 6), st.floats(0, 0.5))
def test_does_not_fall_when_a_group_leans_more_to_yes(
    blocs: list[tuple[int, float]], rho: float, who: int, more: float
) -> None:
    seats, chances = map(list, zip(*blocs, strict=True))
    higher = list(chances)
    higher[who % len(seats)] = min(1.0, chances[who % len(seats)] + more)
    before = chance_of_majority(seats, chances, loading(rho))
    assert chance_of_majority(seats, higher, loading(rho)) >= before - 1e-12


@given(BLOCS, st.lists(st.floats(-0.95, 0.95), min_size=7, max_size=7), st.integers(0, 6))
def test_loadings_with_a_sign_keep_the_chance_rising_and_can_all_be_turned(
    blocs: list[tuple[int, float]], drawn: list[float], who: int
) -> None:
    seats, chances = map(np.array, zip(*blocs, strict=True))
    loadings = np.array(drawn[: len(blocs)])
    before = chance_of_majority(seats, chances, loadings)
    assert chance_of_majority(seats, chances, -loadings) == pytest.approx(before, abs=1e-12)
    chances[who % len(blocs)] = 1.0
    assert chance_of_majority(seats, chances, loadings) >= before - 1e-12


def test_without_a_shared_factor_it_is_the_plain_convolution() -> None:
    plain = np.array([1.0])
    for bloc, p in zip([4, 3, 2], [0.3, 0.6, 0.8], strict=True):
        plain = np.convolve(plain, [1 - p, *[0.0] * (bloc - 1), p])
    assert seats_for_distribution([4, 3, 2], [0.3, 0.6, 0.8], 0.0) == pytest.approx(
        plain, abs=1e-12
    )


def test_a_tie_rejects() -> None:
    assert chance_of_majority([5, 5], [1.0, 0.0], 0.0) == 0
    assert chance_of_majority([5, 5], [1.0, 1.0], 0.0) == pytest.approx(1)


def test_unknown_runs_from_certain_no_to_certain_yes() -> None:
    nan = float("nan")
    interval = majority_interval([6, 5, 4], [0.75, nan, 0.25], 0.5)
    assert interval.low == chance_of_majority([6, 5, 4], [0.75, 0.0, 0.25], 0.5)
    assert interval.high == chance_of_majority([6, 5, 4], [0.75, 1.0, 0.25], 0.5)
    assert interval.low < interval.high


@given(BLOCS, FACTORS, st.data())
def test_every_filling_in_of_the_unknown_lies_between_the_ends(
    blocs: list[tuple[int, float]], rho: float, data: st.DataObject
) -> None:
    seats, chances = map(np.array, zip(*blocs, strict=True))
    hidden = np.array(data.draw(st.lists(st.booleans(), min_size=7, max_size=7))[: len(blocs)])
    low, high = majority_interval(seats, np.where(hidden, np.nan, chances), loading(rho))
    assert low - 1e-12 <= chance_of_majority(seats, chances, loading(rho)) <= high + 1e-12
    for end, filled in ((low, 0.0), (high, 1.0)):
        corner = chance_of_majority(seats, np.where(hidden, filled, chances), loading(rho))
        assert end == pytest.approx(corner, abs=1e-12)


def test_a_council_of_45_seats_follows_a_slider(
    within: Callable[[Callable[[], object], float], None],
) -> None:
    seats = [8, 7, 5, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1]
    chances = [0.95, 0.75, float("nan"), 0.25, 0.05, 0.5, float("nan"), *[0.75] * 7]
    within(lambda: majority_interval(seats, chances, loading(0.35)), 0.001)


def test_nothing_unknown_gives_one_chance() -> None:
    interval = majority_interval([6, 5, 4], [0.75, 0.5, 0.25], 0.5)
    assert interval.low == interval.high


@pytest.mark.parametrize(
    ("seats", "chances", "slope", "says"),
    [
        ([1, 2], [0.5], 0.0, "one value for every party group"),
        ([-1], [0.5], 0.0, "whole numbers of 0 or more"),
        ([1.5], [0.5], 0.0, "whole numbers of 0 or more"),
        ([1], [1.5], 0.0, "chance must be from 0 to 1"),
        ([1], [float("nan")], 0.0, "chance must be from 0 to 1"),
        ([1], [0.5], 1.0, "loading must be between -1 and 1"),
    ],
)
def test_refuses_what_is_no_council(
    seats: list[float], chances: list[float], slope: float, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        chance_of_majority(seats, chances, slope)


def test_refuses_a_shared_factor_that_is_no_share() -> None:
    with pytest.raises(ValueError, match=r"from 0 to 0\.95"):
        loading(1.0)


def test_given_factor_has_a_row_a_point_and_a_column_a_group() -> None:
    assert chances_given_factor([0.2, 0.5, 0.9], 0.4).shape == (192, 3)
