"""The package that the most seats accept: against listing every package."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.large import best_for_most_seats
from helpers.analysis.packages.weigh import all_packages, package_values
from helpers.analysis.votes.majority import accepts


def listed(values: np.ndarray, issues: list[str], no_deal: np.ndarray) -> np.ndarray:
    packages = all_packages(pd.DataFrame({"issue": issues}))
    return accepts(package_values(values, packages), no_deal)


@settings(max_examples=30)
@given(st.integers(0, 2**20), st.sampled_from([1, 10, 3]))
def test_it_is_the_best_of_all_packages(seed: int, parts: int) -> None:
    rng = np.random.default_rng(seed)
    sizes = rng.integers(1, 5, rng.integers(1, 5))
    issues = [f"j{j}" for j, size in enumerate(sizes) for _ in range(size)]
    people = int(rng.integers(1, 6))
    values = rng.integers(-9, 10, (people, len(issues))) / parts
    no_deal = rng.integers(-9, 20, people) / parts
    seats = rng.integers(0, 9, people)
    veto = rng.random(people) < 0.3
    enough = listed(values, issues, no_deal)
    allowed = (enough | ~veto).all(axis=1)
    found = best_for_most_seats(values, issues, no_deal, seats, veto)
    if not allowed.any():
        assert found is None
        return
    assert found is not None
    assert found.seats == (enough[allowed] @ seats).max()
    worth = values[:, found.package].sum(axis=1)
    assert found.accept.tolist() == accepts(worth, no_deal).tolist()
    assert found.accept[veto].all()
    assert [issues[at] for at in found.package] == list(dict.fromkeys(issues))


def test_the_threshold_itself_is_enough_also_for_the_solver() -> None:
    found = best_for_most_seats([[0.0, 0.1, 0.0, 0.2]], ["j", "j", "l", "l"], [0.3], [7])
    assert found is not None
    assert found.package.tolist() == [1, 3]
    assert found.seats == 7
    short = best_for_most_seats([[0.0, 0.1, 0.0, 0.2]], ["j", "j", "l", "l"], [0.300001], [7])
    assert short is not None
    assert short.seats == 0


def test_thirds_are_enough_too() -> None:
    found = best_for_most_seats([[0, 1 / 3, 0, 2 / 3]], ["j", "j", "l", "l"], [1], [7])
    assert found is not None
    assert found.seats == 7


def test_a_space_that_cannot_be_listed_is_solved() -> None:
    rng = np.random.default_rng(3)
    issues = [f"j{j}" for j in range(30) for _ in range(4)]
    values = rng.integers(-5, 6, (8, 120)).astype(float)
    seats = np.array([6, 5, 4, 4, 4, 3, 3, 2])
    found = best_for_most_seats(values, issues, np.full(8, 60.0), seats)
    assert found is not None
    assert found.seats == seats[accepts(values[:, found.package].sum(axis=1), 60.0)].sum()
    easy = best_for_most_seats(values, issues, np.full(8, -200.0), seats)
    assert easy is not None
    assert easy.seats == seats.sum()


def test_without_issues_only_the_status_quo_is_left() -> None:
    found = best_for_most_seats(np.zeros((2, 0)), [], [0, 1], [3, 4])
    assert found is not None
    assert found.package.tolist() == []
    assert found.seats == 3
    assert best_for_most_seats(np.zeros((1, 0)), [], [1], [3], [True]) is None


def test_values_that_are_no_numbers_are_refused() -> None:
    with pytest.raises(ValueError, match="every value must be a number"):
        best_for_most_seats([[np.nan]], ["j"], [0], [1])
