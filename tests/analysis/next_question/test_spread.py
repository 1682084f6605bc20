"""Sums of uncertain whole numbers, against every combination written out."""

import itertools
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.next_question.spread import (
    NOTHING,
    Spread,
    added,
    mean_over,
    multiplied,
    uniform,
)

VALUES = st.lists(st.integers(-4, 4), min_size=1, max_size=4)


def as_chances(one: Spread) -> dict[int, float]:
    pairs = zip(one.values.tolist(), one.chance.tolist(), strict=True)
    return {value: chance for value, chance in pairs if chance > 1e-15}


def counted(values: list[int]) -> dict[int, float]:
    return {v: float(Fraction(n, len(values))) for v, n in Counter(values).items()}


@settings(max_examples=50)
@given(st.lists(VALUES, max_size=3))
def test_a_sum_has_the_chance_of_all_combinations(parts: list[list[int]]) -> None:
    found = added(uniform(one) for one in parts)
    wanted = counted([sum(each) for each in itertools.product(*parts)])
    assert as_chances(found) == pytest.approx(wanted)


@settings(max_examples=50)
@given(VALUES, VALUES)
def test_a_product_has_the_chance_of_all_combinations(
    factors: list[int], values: list[int]
) -> None:
    found = multiplied(factors, uniform(values))
    wanted = counted([f * v for f, v in itertools.product(factors, values)])
    assert as_chances(found) == pytest.approx(wanted)


@settings(max_examples=50)
@given(VALUES, VALUES)
def test_the_mean_over_others_is_the_mean_of_what_the_sum_is_worth(
    others: list[int], own: list[int]
) -> None:
    worth = Spread(-8, np.arange(-8, 9) ** 2.0)
    mean = mean_over(uniform(others), worth)
    for x in own:
        wanted = sum((t + x) ** 2 for t in others) / len(others)
        assert mean.chance[x - mean.first] == pytest.approx(wanted)


def test_nothing_added_is_surely_zero() -> None:
    assert as_chances(added([])) == as_chances(NOTHING) == {0: 1.0}
