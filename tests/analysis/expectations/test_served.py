from math import isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.expectations.served import share_served, simulate_served

POINTS = st.floats(0.0, 5.0)


@pytest.mark.parametrize("n", [1, 2, 5, 20])
@pytest.mark.parametrize("tau", [0.0, 1.0, 3.0])
def test_closed_form_and_simulation_agree_within_the_error_of_the_simulation(
    n: int, tau: float
) -> None:
    found = simulate_served(n, tau, 1.0, 1.5, seed=11 * n)
    assert abs(found.everyone - share_served(n, tau, 1.0, 1.5)) < 4 * found.error + 1e-3


def test_one_group_is_the_rule_of_68_95_for_normal_persons() -> None:
    shares = [share_served(1, 9.0, 1.0, delta) for delta in (1.0, 2.0, 3.0)]
    assert np.allclose(shares, [0.682689492137, 0.954499736104, 0.997300203937], atol=1e-12)


def test_two_groups_far_apart_are_both_missed() -> None:
    assert share_served(2, 100.0, 1.0, 1.0) < 0.02


def test_nobody_differs_so_everybody_is_satisfied() -> None:
    assert share_served(7, 0.0, 0.0, 0.0) == 1.0


@given(n=st.integers(1, 200), tau=POINTS, sigma=st.floats(0.1, 5.0), delta=POINTS)
def test_more_groups_and_more_difference_are_never_easier(
    n: int, tau: float, sigma: float, delta: float
) -> None:
    here = share_served(n, tau, sigma, delta)
    assert 0 <= here <= 1
    assert share_served(n + 1, tau, sigma, delta) <= here + 1e-12
    assert share_served(n, tau + 0.5, sigma, delta) <= here + 1e-12
    assert share_served(n, tau, sigma, delta + 0.5) >= here - 1e-12


def test_a_company_lets_go_and_satisfies_more_of_those_it_keeps() -> None:
    found = simulate_served(8, 2.5, 1.0, 1.5, seed=3)
    assert found.chosen > found.everyone + 0.2
    assert 1 / 8 <= found.kept < 0.8


def test_a_company_that_serves_all_well_lets_nobody_go() -> None:
    found = simulate_served(4, 0.1, 0.5, 2.0, seed=3)
    assert found.kept == 1.0
    assert isclose(found.chosen, found.everyone)


def test_the_same_seed_gives_the_same_answer() -> None:
    assert simulate_served(3, 1.0, 1.0, 1.0, seed=5) == simulate_served(3, 1.0, 1.0, 1.0, seed=5)


@pytest.mark.parametrize(
    ("n", "tau", "sigma", "delta"),
    [(0, 1, 1, 1), (2, -1, 1, 1), (2, 1, float("nan"), 1), (2, 1, 1, -0.1)],
)
def test_what_cannot_be_is_refused(n: int, tau: float, sigma: float, delta: float) -> None:
    with pytest.raises(ValueError, match=r"at least one group|is 0 or more"):
        share_served(n, tau, sigma, delta)
