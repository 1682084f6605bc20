"""Deals: against brute force in whole numbers and fractions, and a game worked by hand."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import helpers.analysis.packages.deals as deals
from helpers.analysis.packages.deals import (
    distance_to_deal,
    feasible,
    max_min_packages,
    max_sum_packages,
    nash_packages,
    own_maximum,
    shares,
)
from helpers.analysis.packages.dominance import efficient
from helpers.analysis.packages.front import efficient_packages
from helpers.analysis.packages.weigh import all_packages, package_values
from helpers.analysis.votes.majority import accepts

# A scorable game in the manner of Raiffa (1982): a builder and neighbours on height and parking.
HOUSES = np.array([[0, 40, 60, 0, 10, 25], [0, -5, -30, 0, 30, 40]])
POINTS = ["height", "height", "height", "parking", "parking", "parking"]


def every_package(sizes: list[int]) -> tuple[list[str], np.ndarray]:
    issues = [f"j{j}" for j, size in enumerate(sizes) for _ in range(size)]
    return issues, all_packages(pd.DataFrame({"issue": issues}))


def game(data: st.DataObject, low: int = -9) -> tuple[np.ndarray, list[str], np.ndarray]:
    sizes = data.draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    people = data.draw(st.integers(1, 4))
    issues, packages = every_package(sizes)
    row = st.lists(st.integers(low, 9), min_size=sum(sizes), max_size=sum(sizes))
    values = np.array(data.draw(st.lists(row, min_size=people, max_size=people)), dtype=float)
    return values, issues, packages


def test_a_game_worked_by_hand() -> None:
    # (60, 40 - 30) = (85, 10) and (40 + 25, -5 + 40) = (65, 35): the products above (50, 5)
    # are 35 * 5 = 175 and 15 * 30 = 450
    assert nash_packages(HOUSES, POINTS, [50, 5]).tolist() == [[1, 5]]
    assert own_maximum(HOUSES, POINTS).tolist() == [85, 40]
    # shares (1, 10/40), (65/85, 35/40)
    assert max_sum_packages(HOUSES, POINTS).tolist() == [[1, 5]]
    assert max_min_packages(HOUSES, POINTS).tolist() == [[1, 5]]
    assert shares([[85.0, 10.0]], [85, 40]).tolist() == [[1, 0.25]]
    assert distance_to_deal([[85, 10], [65, 35]], [70, 20]).tolist() == [10, 5]


def test_the_threshold_itself_is_enough() -> None:
    assert nash_packages([[5, 4]], ["j", "j"], [5]).tolist() == [[0]]
    assert nash_packages([[5, 4]], ["j", "j"], [5.001]).tolist() == []
    assert nash_packages([[0.1, 0.1, 0.2]], ["j", "j", "l"], [0.3]).tolist() == [[0, 2], [1, 2]]


def test_two_who_lose_are_no_nash_point() -> None:
    # -5 * -5 is more than 2 * 2
    assert nash_packages([[-5, 2], [-5, 2]], ["j", "j"], [0, 0]).tolist() == [[1]]
    assert nash_packages([[-5, -2], [-5, -2]], ["j", "j"], [0, 0]).shape == (0, 1)


@settings(max_examples=50)
@given(st.data())
def test_nash_is_the_largest_product_among_packages_that_all_accept(data: st.DataObject) -> None:
    values, issues, packages = game(data)
    worth = package_values(values, packages)
    least = np.array(data.draw(st.lists(st.integers(-9, 9), min_size=4, max_size=4)))[: len(values)]
    product = {
        tuple(one): math.prod(int(u - t) for u, t in zip(row, least, strict=True))
        for one, row in zip(packages.tolist(), worth, strict=True)
        if (row >= least).all()
    }
    found = {tuple(one) for one in nash_packages(values, issues, least).tolist()}
    top = max(product.values(), default=0)
    wanted = {one for one, size in product.items() if size == top}
    assert found <= wanted
    if top > 0:
        assert found == wanted
    assert bool(found) == bool(wanted)
    front = {tuple(one) for one in efficient_packages(values, issues).tolist()}
    assert found <= front


@settings(max_examples=50)
@given(st.data())
def test_the_sum_and_the_least_of_shares_are_largest(data: st.DataObject) -> None:
    values, issues, packages = game(data)
    worth = package_values(values, packages)
    most = worth.max(axis=0)
    assert own_maximum(values, issues).tolist() == most.tolist()
    share = [
        [Fraction(int(u), int(m)) for u, m in zip(row, most, strict=True) if m > 0] for row in worth
    ]
    good = efficient(worth)
    for find, of in ((max_sum_packages, sum), (max_min_packages, lambda s: min(s, default=0))):
        score = [of(one) for one in share]
        top = max(score)
        wanted = packages[[s == top and ok for s, ok in zip(score, good, strict=True)]]
        assert find(values, issues).tolist() == wanted.tolist()


@settings(max_examples=50)
@given(st.data())
def test_nash_does_not_change_with_anybodys_scale(data: st.DataObject) -> None:
    values, issues, _ = game(data)
    least = np.zeros(len(values))
    scale = np.array([3.0, 0.5, 10.0, 7.0])[: len(values)]
    found = nash_packages(values * scale[:, None], issues, least)
    assert found.tolist() == nash_packages(values, issues, least).tolist()


def test_ties_are_told_apart_in_whole_numbers() -> None:
    # the products differ by one in 10^16, which a float does not see
    big = 10**8
    values = [[big, big + 1, big - 1], [big, big - 1, big + 1]]
    assert nash_packages(values, ["j"] * 3, [0, 0]).tolist() == [[0]]
    assert nash_packages(values, ["j"] * 3, [-1, 1]).tolist() == [[2]]
    assert nash_packages([[2, 6, 3], [6, 2, 4]], ["j"] * 3, [0, 0]).tolist() == [[0], [1], [2]]


@pytest.mark.parametrize("scale", [1.0, 1 / 3, 1e-4])
def test_hundreds_of_parties_are_no_product_too_large_or_too_small(scale: float) -> None:
    values = np.random.default_rng(3).integers(1, 1000, (200, 6)) * scale
    found = nash_packages(values, ["j", "j", "l", "l", "m", "m"], np.zeros(200))
    logs = {
        package: sum(math.log(row[list(package)].sum()) for row in values)
        for package in itertools.product((0, 1), (2, 3), (4, 5))
    }
    assert [tuple(row) for row in found.tolist()] == [max(logs, key=lambda one: logs[one])]


def test_a_larger_space_goes_through_the_front(monkeypatch: pytest.MonkeyPatch) -> None:
    values = np.random.default_rng(8).integers(-4, 9, (4, 15)).astype(float)
    issues, _ = every_package([3] * 5)
    listed = nash_packages(values, issues, [1, 0, 2, 0])
    monkeypatch.setattr(deals, "MOST_AT_ONCE", 10)
    assert nash_packages(values, issues, [1, 0, 2, 0]).tolist() == listed.tolist()
    assert len(listed) > 0


def test_without_issues_the_only_package_is_the_status_quo() -> None:
    nothing = np.zeros((2, 0))
    assert nash_packages(nothing, [], [0, -1]).shape == (1, 0)
    assert nash_packages(nothing, [], [0, 1]).shape == (0, 0)
    assert max_sum_packages(nothing, []).shape == (1, 0)
    assert max_min_packages(nothing, []).shape == (1, 0)


def test_who_can_gain_nothing_is_left_out_of_the_shares() -> None:
    values = [[0, 5, 5], [0, -1, -2]]
    assert np.isnan(shares([[1.0, 0.0]], own_maximum(values, ["j"] * 3))[0, 1])
    assert max_sum_packages(values, ["j"] * 3).tolist() == [[1]]
    assert max_min_packages(values, ["j"] * 3).tolist() == [[1]]


@settings(max_examples=50)
@given(st.integers(1, 4), st.data())
def test_feasible_is_veto_and_count_and_seats(people: int, data: st.DataObject) -> None:
    yes_no = st.lists(st.booleans(), min_size=people, max_size=people)
    who = data.draw(st.lists(yes_no, min_size=1, max_size=5))
    veto = data.draw(yes_no)
    seats = data.draw(st.lists(st.integers(0, 9), min_size=people, max_size=people))
    k = data.draw(st.integers(0, people))
    blocked = [any(v and not a for a, v in zip(one, veto, strict=True)) for one in who]
    held = [sum(itertools.compress(seats, one)) for one in who]
    assert feasible(who, veto).tolist() == [not b for b in blocked]
    assert feasible(who, veto, at_least=k).tolist() == [
        not b and sum(one) >= k for b, one in zip(blocked, who, strict=True)
    ]
    assert feasible(who, veto, seats=seats).tolist() == [
        not b and h > sum(seats) / 2 for b, h in zip(blocked, held, strict=True)
    ]


@settings(max_examples=50)
@given(st.data())
def test_no_distance_is_left_iff_all_accept(data: st.DataObject) -> None:
    values, _, packages = game(data)
    worth = package_values(values, packages)
    least = np.arange(len(values)) - 1.0
    distance = distance_to_deal(worth, least)
    assert (distance >= 0).all()
    assert ((distance == 0) == accepts(worth, least).all(axis=1)).all()
