"""What tips the vote: against every pattern of votes, against exact counts, and as a property."""

import itertools
import math
from collections.abc import Callable
from fractions import Fraction
from statistics import NormalDist

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.polynomial.legendre import leggauss
from scipy.special import ndtr

from helpers.analysis.votes.tipping import what_pairs_tip, what_tips_it
from helpers.analysis.votes.vote import (
    chance_of_majority,
    loading,
)

NORMAL = NormalDist()
NAN = float("nan")
SEATS = st.lists(st.integers(0, 9), min_size=1, max_size=6)
CHANCE = st.floats(0.001, 0.999)
FACTORS = st.sampled_from([0.0, 0.35, 0.8, 0.95])


def oracle(seats: list[int], chances: list[float], loadings: list[float], f: int) -> float:
    """Every pattern of the others' votes; the shared factor by Gauss-Legendre on 300 pieces."""
    nodes, weights = leggauss(8)
    edges = np.linspace(-9, 9, 301)
    half = (edges[1] - edges[0]) / 2
    points = (np.add.outer(edges[:-1] + half, half * nodes)).ravel()
    mass = np.tile(weights * half, 300) * np.exp(-(points**2) / 2) / math.sqrt(2 * math.pi)
    others = [g for g in range(len(seats)) if g != f]
    yes = {
        g: ndtr(
            (NORMAL.inv_cdf(chances[g]) - loadings[g] * points) / math.sqrt(1 - loadings[g] ** 2)
        )
        for g in others
    }
    total = 0.0
    for votes in itertools.product([0, 1], repeat=len(others)):
        held = sum(seats[g] for g, vote in zip(others, votes, strict=True) if vote)
        if 2 * held <= sum(seats) < 2 * (held + seats[f]):
            each = [yes[g] if vote else 1 - yes[g] for g, vote in zip(others, votes, strict=True)]
            total += float(mass @ np.prod(each, axis=0)) if each else 1.0
    return total


def banzhaf(seats: list[int], f: int) -> Fraction:
    """Count the coalitions of the others that f makes win, exactly (Penrose 1946; Banzhaf 1965)."""
    others = [w for g, w in enumerate(seats) if g != f]
    sums = [sum(some) for n in range(len(others) + 1) for some in itertools.combinations(others, n)]
    swings = sum(2 * held <= sum(seats) < 2 * (held + seats[f]) for held in sums)
    return Fraction(swings, len(sums))


@pytest.mark.parametrize("shared_factor", [0.0, 0.35, 0.9, 0.95])
def test_equals_every_pattern_and_fine_quadrature(shared_factor: float) -> None:
    seats = [7, 6, 5, 4, 4, 3, 2, 1]
    chances = [0.95, 0.75, 0.25, 0.75, 0.05, 0.5, 0.4, 0.25]
    slope = loading(shared_factor)
    table = what_tips_it(seats, chances, slope)
    wanted = [oracle(seats, chances, [slope] * 8, f) for f in range(8)]
    assert table["low"].tolist() == pytest.approx(wanted, abs=1e-9)
    assert table["high"].tolist() == table["low"].tolist()


def test_equals_the_oracle_with_a_loading_for_each_group() -> None:
    seats, chances, loadings = [5, 4, 3, 3], [0.3, 0.75, 0.5, 0.95], [0.6, -0.5, 0.0, 0.9]
    wanted = [oracle(seats, chances, loadings, f) for f in range(4)]
    assert what_tips_it(seats, chances, loadings)["low"].tolist() == pytest.approx(wanted, abs=1e-9)


@pytest.mark.parametrize("seats", [[4, 3, 3, 1], [9, 7, 5, 5, 4, 3, 2, 1, 1], [3], [2, 2], [0, 5]])
def test_without_opinions_it_is_the_banzhaf_measure(seats: list[int]) -> None:
    table = what_tips_it(seats, [0.5] * len(seats), 0.0)
    exact = [float(banzhaf(seats, f)) for f in range(len(seats))]
    assert table["low"].tolist() == pytest.approx(exact, abs=1e-12)


@given(st.lists(CHANCE, min_size=4, max_size=4), FACTORS)
def test_a_dummy_tips_nothing_whatever_the_shared_factor(chances: list[float], rho: float) -> None:
    table = what_tips_it([3, 3, 3, 1], chances, loading(rho))
    assert banzhaf([3, 3, 3, 1], 3) == 0
    assert table.loc[3].tolist() == [0, 0]


@given(st.lists(st.sampled_from([0.25, 0.75, NAN]), min_size=4, max_size=4), FACTORS)
def test_a_dummy_tips_nothing_when_votes_are_not_known(chances: list[float], rho: float) -> None:
    assert what_tips_it([3, 3, 3, 1], chances, loading(rho)).loc[3].tolist() == [0, 0]


@given(SEATS, CHANCE, FACTORS, st.data())
def test_groups_that_are_alike_tip_alike(
    seats: list[int], chance: float, rho: float, data: st.DataObject
) -> None:
    rest = data.draw(st.lists(CHANCE, min_size=len(seats), max_size=len(seats)))
    table = what_tips_it([*seats, 4, 4], [*rest, chance, chance], loading(rho))
    twins = table.tail(2)["low"].tolist()
    assert twins[0] == pytest.approx(twins[1], abs=1e-12)


@given(SEATS, FACTORS, st.data())
def test_more_seats_with_the_same_chance_tip_at_least_as_much(
    seats: list[int], rho: float, data: st.DataObject
) -> None:
    chance = data.draw(CHANCE)
    table = what_tips_it(seats, [chance] * len(seats), loading(rho))
    order = np.argsort(seats, kind="stable")
    assert (np.diff(table["low"].to_numpy()[order]) >= -1e-12).all()


@settings(max_examples=40)
@given(SEATS, FACTORS, st.data())
def test_the_factor_is_left_alone(seats: list[int], rho: float, data: st.DataObject) -> None:
    """Without f's own correlation the tipping is the change of the chance between no and yes."""
    chances = data.draw(st.lists(CHANCE, min_size=len(seats), max_size=len(seats)))
    loadings = [loading(rho)] * len(seats)
    table = what_tips_it(seats, chances, loadings)
    for f in range(len(seats)):
        ends = [
            chance_of_majority(seats, [*chances[:f], p, *chances[f + 1 :]], loadings)
            for p in (0.0, 1.0)
        ]
        assert table.loc[f, "low"] == pytest.approx(ends[1] - ends[0], abs=1e-9)


@settings(max_examples=40)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=5), FACTORS, st.data())
def test_the_range_holds_whatever_the_unknown_groups_do(
    seats: list[int], rho: float, data: st.DataObject
) -> None:
    n = len(seats)
    known = data.draw(st.lists(st.one_of(CHANCE, st.just(NAN)), min_size=n, max_size=n))
    filled = [data.draw(st.floats(0, 1)) if math.isnan(p) else p for p in known]
    around = what_tips_it(seats, known, loading(rho))
    inside = what_tips_it(seats, filled, loading(rho))["low"]
    assert (around["low"] <= inside + 1e-12).all()
    assert (inside <= around["high"] + 1e-12).all()


def test_an_unknown_vote_of_the_group_itself_does_not_matter() -> None:
    judged = what_tips_it([5, 4, 3], [0.3, 0.75, 0.6], 0.5)
    unknown = what_tips_it([5, 4, 3], [NAN, 0.75, 0.6], 0.5)
    assert unknown.loc[0].tolist() == pytest.approx(judged.loc[0].tolist(), abs=1e-12)


def test_without_a_shared_factor_the_range_ends_at_a_certain_yes_or_no() -> None:
    table = what_tips_it([5, 4, 3, 1], [0.3, NAN, 0.6, NAN], 0.0)
    corners = [
        what_tips_it([5, 4, 3, 1], [0.3, float(a), 0.6, float(b)], 0.0)["low"]
        for a in (0, 1)
        for b in (0, 1)
    ]
    assert table["low"].tolist() == pytest.approx(np.min(corners, axis=0), abs=1e-12)
    assert table["high"].tolist() == pytest.approx(np.max(corners, axis=0), abs=1e-12)


def test_when_nothing_is_known_one_vote_can_change_nothing_or_everything() -> None:
    table = what_tips_it([1, 1, 1], [NAN] * 3, 0.5)
    assert table.to_numpy() == pytest.approx(np.tile([0.0, 1.0], (3, 1)))


def test_no_groups_give_no_rows() -> None:
    assert what_tips_it([], [], 0.0).empty


@pytest.mark.parametrize("tips", [what_tips_it, what_pairs_tip])
@pytest.mark.parametrize(
    ("seats", "says"), [([1, 2], "one value for every"), ([-1], "0 or more"), ([1.5], "whole")]
)
def test_refuses_seats_that_do_not_fit(
    tips: Callable[..., pd.DataFrame], seats: list[float], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        tips(seats, [0.5], 0.0)


@settings(max_examples=40)
@given(SEATS, FACTORS, st.data())
def test_a_pair_is_the_chance_of_a_majority_at_its_four_votes(
    seats: list[int], rho: float, data: st.DataObject
) -> None:
    """Without the pair's own correlation both votes are fixed by a chance of 0 or 1."""
    chances = data.draw(st.lists(CHANCE, min_size=len(seats), max_size=len(seats)))
    for row in what_pairs_tip(seats, chances, loading(rho)).itertuples():
        passes = {}
        for votes in itertools.product([0.0, 1.0], repeat=2):
            filled = list(chances)
            filled[row.first], filled[row.second] = votes
            passes[votes] = chance_of_majority(seats, filled, loading(rho))
        whole = passes[1, 1] - passes[0, 0]
        apart = passes[1, 0] + passes[0, 1] - 2 * passes[0, 0]
        assert row.low == pytest.approx(whole, abs=1e-12)
        assert row.extra_low == pytest.approx(whole - apart, abs=1e-12)


@settings(max_examples=30)
@given(st.lists(st.integers(1, 6), min_size=2, max_size=5), FACTORS, st.data())
def test_the_ranges_of_pairs_hold_whatever_the_unknown_groups_do(
    seats: list[int], rho: float, data: st.DataObject
) -> None:
    n = len(seats)
    known = data.draw(st.lists(st.one_of(CHANCE, st.just(NAN)), min_size=n, max_size=n))
    filled = [data.draw(st.floats(0, 1)) if math.isnan(p) else p for p in known]
    around, inside = (what_pairs_tip(seats, p, loading(rho)) for p in (known, filled))
    for part in ("", "extra_"):
        assert (around[f"{part}low"] <= inside[f"{part}low"] + 1e-12).all()
        assert (inside[f"{part}high"] <= around[f"{part}high"] + 1e-12).all()


@given(st.lists(CHANCE, min_size=4, max_size=4), FACTORS)
def test_a_pair_with_a_dummy_tips_what_the_other_tips_alone(
    chances: list[float], rho: float
) -> None:
    pairs = what_pairs_tip([3, 3, 3, 1], chances, loading(rho)).query("second == 3")
    alone = what_tips_it([3, 3, 3, 1], chances, loading(rho))["low"][:3]
    assert pairs["low"].tolist() == pytest.approx(alone.tolist(), abs=1e-12)
    assert pairs["extra_high"].tolist() == pytest.approx([0, 0, 0], abs=1e-12)


def test_pairs_by_hand() -> None:
    # Two of three equal groups decide together; one alone when the other two disagree.
    table = what_pairs_tip([1, 1, 1], [0.5, 0.5, 0.5], 0.0)
    assert table[["first", "second"]].to_numpy().tolist() == [[0, 1], [0, 2], [1, 2]]
    assert table["low"].tolist() == pytest.approx([1, 1, 1])
    assert table["extra_low"].tolist() == pytest.approx([0, 0, 0])
    unanimous = what_pairs_tip([1, 1], [0.5, 0.5], 0.0)
    assert unanimous[["low", "extra_low"]].to_numpy() == pytest.approx(np.ones((1, 2)))
    either = what_pairs_tip([4, 4, 1], [0.5, 0.5, 1.0], 0.0).loc[0]
    assert (either["low"], either["extra_low"]) == pytest.approx((1, -1))


def test_one_group_makes_no_pair() -> None:
    assert what_pairs_tip([5], [0.5], 0.0).empty
