"""How far a group agrees, against numbers worked out by hand."""

from statistics import median, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.agreement import (
    Agreement,
    Spread,
    agreement_on_choice,
    agreement_on_number,
    spread_of,
)


@pytest.mark.parametrize(
    ("counts", "answers", "said"),
    [
        ([10, 0], 10, Agreement.ALL),
        ([3, 1], 4, Agreement.MOST),
        ([7, 3], 10, Agreement.HALF),
        ([1, 1], 2, Agreement.HALF),
        ([4, 3, 3], 10, Agreement.DIVIDED),
        ([], 0, Agreement.DIVIDED),
    ],
)
def test_agreement_is_the_share_of_what_most_chose(
    counts: list[int], answers: int, said: Agreement
) -> None:
    assert agreement_on_choice(counts, answers) is said


@given(st.lists(st.floats(0, 10), min_size=2, max_size=60))
def test_the_middle_half_is_that_of_the_standard_library(values: list[float]) -> None:
    found = spread_of(values)
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    assert found[:3] == pytest.approx((median(values), low, high), abs=1e-9)


def test_of_few_numbers_none_lies_far_off() -> None:
    assert spread_of([3, 3, 3, 9]).far == 0
    assert spread_of([3, 3, 3, 3, 9]).far == 1
    assert spread_of([4]) == Spread(4.0, 4.0, 4.0, 0)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([5, 5, 5], Agreement.ALL),
        ([5, 5, 5, 5, 9], Agreement.MOST),
        ([4, 5, 5, 6], Agreement.MOST),
        ([2, 4, 5, 7], Agreement.HALF),
        ([0, 1, 9, 10], Agreement.DIVIDED),
    ],
)
def test_agreement_on_a_number_is_the_width_of_the_middle_half(
    values: list[float], said: Agreement
) -> None:
    assert agreement_on_number(spread_of(values), 0, 10) is said
