"""Rules are brought to their smallest numbers without changing who wins."""

from fractions import Fraction

import numpy as np
import pytest

from helpers.analysis.power.voting_rule import swing_counts, voting_rule, weighted_swings


def test_a_share_of_a_sum_is_exact_with_fractions() -> None:
    """55 % of 100 members is 55; in floats 0.55 * 100 is a little more."""
    assert voting_rule(Fraction(55, 100) * 100, [1] * 100).fewest == 55
    assert voting_rule(0.55 * 100, [1] * 100).fewest == 56


def test_equal_weights_count_players_whatever_the_weight() -> None:
    rule = voting_rule([7, 4], [[3, 3, 3, 3], [4, 2, 0, 2]])
    assert (rule.fewest, rule.quotas, rule.rows) == (3, (2,), ((2, 1, 0, 1),))


def test_arrays_of_numpy_are_taken_too() -> None:
    rule = voting_rule(np.array([2, 3]), np.array([[1, 1], [2, 1]]))
    assert rule == voting_rule([2, 3], [[1, 1], [2, 1]])


@pytest.mark.parametrize("blocking", [0, 1, 2, 3])
def test_swings_of_each_size_add_up_to_the_swings(blocking: int) -> None:
    rule = voting_rule([2, 7], [[1, 1, 1], [5, 3, 1]], blocking)
    by_size = [weighted_swings(rule, [int(s == size) for s in range(3)]) for size in range(3)]
    assert [sum(column) for column in zip(*by_size, strict=True)] == swing_counts(rule)


def test_when_nobody_can_block_one_vote_is_enough() -> None:
    rule = voting_rule(3, [1, 1, 1], 3)
    assert weighted_swings(rule, [1, 10, 100]) == [1, 1, 1]


def test_weights_as_large_as_populations_are_counted_by_listing() -> None:
    rule = voting_rule(10 * 2**55 + 100, [2**55 + i for i in range(20)])  # any 11, and some 10
    assert swing_counts(rule)[19] > swing_counts(rule)[0] > 0


def test_sums_that_do_not_fit_are_refused() -> None:
    with pytest.raises(ValueError, match="too large to count"):
        swing_counts(voting_rule(2**62, [2**61 + i for i in range(5)]))
