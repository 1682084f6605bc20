"""The efficient packages: against the whole list, in fractions and in floats."""

import itertools
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.dominance import efficient
from helpers.analysis.packages.front import (
    TooManyPackagesError,
    efficient_packages,
    exact_values,
    rows_by_issue,
)
from helpers.analysis.packages.weigh import all_packages, package_values

Table = list[list[float]]


def by_hand(values: list[list]) -> list[bool]:
    """Compare every two, with whatever numbers these are."""
    return [
        not any(
            all(b >= a for a, b in zip(one, other, strict=True)) and other != one
            for other in values
        )
        for one in values
    ]


def issues_of(sizes: tuple[int, ...]) -> list[str]:
    return [f"j{j}" for j, size in enumerate(sizes) for _ in range(size)]


def listed(sizes: tuple[int, ...]) -> np.ndarray:
    return all_packages(pd.DataFrame({"issue": issues_of(sizes)}))


def found_by_enumeration(values: np.ndarray, sizes: tuple[int, ...]) -> np.ndarray:
    packages = listed(sizes)
    return packages[efficient(package_values(values, packages))]


def test_when_all_values_are_equal_everything_is_kept() -> None:
    values = np.zeros((3, 12))
    assert len(efficient_packages(values, issues_of((3, 3, 3, 3)))) == 81


@settings(max_examples=50)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(1, 4), st.data())
def test_the_front_is_exact_in_tenths(sizes: list[int], people: int, data: st.DataObject) -> None:
    row = st.lists(st.integers(-12, 12), min_size=sum(sizes), max_size=sum(sizes))
    tenths = data.draw(st.lists(row, min_size=people, max_size=people))
    places = listed(tuple(sizes))
    exact = [[sum(Fraction(r[o], 10) for o in one) for r in tenths] for one in places.tolist()]
    wanted = places[by_hand(exact)]
    found = efficient_packages(np.array(tenths) / 10, issues_of(tuple(sizes)))
    assert found.tolist() == wanted.tolist()


@pytest.mark.parametrize("sizes", [(2,) * 11, (3, 4, 3, 4, 5), (16, 16, 16), (1, 30, 1, 70)])
@pytest.mark.parametrize("kind", ["whole", "float", "zero_sum", "half"])
def test_issue_by_issue_gives_the_front_of_the_whole_list(
    sizes: tuple[int, ...], kind: str
) -> None:
    rng = np.random.default_rng(7)
    values = rng.integers(0, 30, (4, sum(sizes))).astype(float)
    if kind == "float":
        values = rng.random(values.shape)
    if kind in ("zero_sum", "half"):
        values[3] = -values[:3].T @ [1, 2, 1]
    if kind == "half":
        values[:, -1] = values[:, -2] - 1
    found = efficient_packages(values, issues_of(sizes))
    assert found.tolist() == found_by_enumeration(values, sizes).tolist()
    if kind in ("zero_sum", "half"):
        whole = len(listed(sizes))
        assert len(found) == (whole if kind == "zero_sum" else whole * (sizes[-1] - 1) // sizes[-1])


def test_ties_between_decimals_are_ties() -> None:
    # .1 + .2 and .3 + 0 for the first, 1 and 1 for the second
    values = [[0.1, 0.3, 0.2, 0.0], [1.0, 0.0, 0.0, 1.0]]
    found = efficient_packages(values, ["j", "j", "l", "l"]).tolist()
    assert [0, 3] in found
    assert [1, 2] in found
    values[1] = [0.5, 0.5, 0.5, 0.5]
    assert efficient_packages(values, ["j", "j", "l", "l"]).tolist() == [[1, 2]]


def test_exact_values_are_whole_and_keep_every_comparison() -> None:
    assert exact_values([[2.5, -1.25]]).tolist() == [[2_500_000, -1_250_000]]
    thirds = [[1 / 3, 2 / 3]]
    assert exact_values(thirds).tolist() == thirds
    assert exact_values([[1e300, 1.0]]).tolist() == [[1e300, 1.0]]
    assert exact_values([[0.3 - 0.1 - 0.2, 0.3]]).tolist() == [[0, 300_000]]
    assert exact_values(np.zeros((2, 0))).shape == (2, 0)


def test_somebody_with_large_numbers_does_not_blot_out_another() -> None:
    values = [[1e9, 1e9], [1e-7, 2e-7]]
    assert exact_values(values).tolist() == values
    assert efficient_packages(values, ["j", "j"]).tolist() == [[1]]


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_a_value_that_is_no_number_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="every value must be a number"):
        efficient_packages([[wrong, 1.0]], ["j", "j"])


def test_options_of_an_issue_need_not_stand_together() -> None:
    assert rows_by_issue(pd.Series(["b", "a", "b"])) == [[0, 2], [1]]
    found = efficient_packages([[3, 0, 1], [0, 0, 2]], ["b", "a", "b"])
    assert found.tolist() == [[0, 1], [2, 1]]


def test_without_issues_there_is_one_package() -> None:
    assert efficient_packages(np.zeros((2, 0)), []).shape == (1, 0)


def test_a_far_larger_space_is_no_problem_when_much_is_dominated() -> None:
    rng = np.random.default_rng(4)
    values = rng.integers(0, 5, (2, 60))
    found = efficient_packages(values, issues_of((3,) * 20))
    worth = package_values(values, found)
    assert efficient(worth).all()
    best = values.reshape(2, 20, 3).max(axis=2).sum(axis=1)
    assert worth.max(axis=0).tolist() == best.tolist()


def test_too_many_packages_say_so_beforehand_with_their_number() -> None:
    values = np.random.default_rng(5).random((6, 60))
    with pytest.raises(TooManyPackagesError, match="best_for_most_seats") as caught:
        efficient_packages(values, issues_of((3,) * 20), most=10_000)
    assert caught.value.count == 3**20
    assert str(3**20) in str(caught.value)


@settings(max_examples=50)
@given(st.integers(2, 5), st.data())
def test_no_package_is_better_for_all_than_one_of_the_front(
    people: int, data: st.DataObject
) -> None:
    seed = data.draw(st.integers(0, 2**16))
    values = np.random.default_rng(seed).integers(-5, 6, (people, 9)).astype(float)
    packages = listed((3, 3, 3))
    worth = package_values(values, packages)
    front = package_values(values, efficient_packages(values, issues_of((3, 3, 3))))
    for one in worth:
        assert (front >= one).all(axis=1).any()
    for one, other in itertools.permutations(front, 2):
        assert (one > other).any() or (one == other).all()
