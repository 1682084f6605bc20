"""The integral for many players against exact fractions."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.power.indices import shapley_shubik
from helpers.analysis.power.multilinear import shapley_by_integral


@settings(max_examples=50)
@given(st.lists(st.integers(0, 12), min_size=1, max_size=12).filter(any), st.data())
def test_equals_exact_fractions(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    exact = [float(one) for one in shapley_shubik(quota, weights, exact=True)]
    assert shapley_by_integral(quota, weights).tolist() == pytest.approx(exact, abs=1e-13)


@pytest.mark.parametrize(("share", "n"), [(0.5, 80), (0.66, 80), (0.1, 81), (0.98, 81)])
def test_equals_exact_fractions_for_many_players(share: float, n: int) -> None:
    weights = np.random.default_rng(7).integers(0, 14, n).tolist()
    quota = int(share * sum(weights)) + 1
    exact: list[Fraction] = shapley_shubik(quota, weights, exact=True)
    got = shapley_by_integral(quota, weights)
    assert max(abs(Fraction(a) - b) for a, b in zip(got.tolist(), exact, strict=True)) < 1e-14
    assert shapley_shubik(quota, weights).tolist() == got.tolist()


def test_two_hundred_players_take_together_all_power() -> None:
    weights = np.random.default_rng(3).integers(1, 30, 200).tolist()
    share = shapley_by_integral(sum(weights) // 2 + 1, weights)
    assert share.sum() == pytest.approx(1, abs=1e-12)
    order = np.argsort(weights, kind="stable")
    assert (np.diff(share[order]) >= -1e-15).all()
