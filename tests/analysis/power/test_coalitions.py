"""Counting coalitions three ways."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.power.coalitions import winning_by_size, winning_by_size_listed, winning_with


def by_hand(quotas: list[int], rows: list[list[int]]) -> list[list[int]]:
    n = len(rows[0])
    table = [[0] * (n + 1) for _ in range(n)]
    for mask in range(2**n):
        some = [i for i in range(n) if mask >> i & 1]
        if all(sum(row[i] for i in some) >= q for q, row in zip(quotas, rows, strict=True)):
            for i in some:
                table[i][len(some)] += 1
    return table


@settings(max_examples=50)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=7).filter(any), st.data())
def test_three_ways_of_counting_agree_with_a_list(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    wanted = by_hand([quota], [weights])
    assert winning_by_size(quota, weights) == wanted
    assert winning_by_size_listed([quota], [weights]) == wanted
    own, every = winning_with(quota, weights)
    assert own == [sum(row) for row in wanted]
    by_size = [sum(column) for column in zip(*wanted, strict=True)]
    assert every == sum(by_size[s] // s for s in range(1, len(weights) + 1))


@settings(max_examples=50)
@given(st.integers(1, 6), st.integers(0, 6), st.data())
def test_conditions_are_met_together(n: int, fewest: int, data: st.DataObject) -> None:
    row = st.lists(st.integers(0, 4), min_size=n, max_size=n).filter(any)
    rows = [data.draw(row), data.draw(row)]
    quotas = [data.draw(st.integers(1, sum(one))) for one in rows]
    wanted = [[0] * fewest + one[fewest:] for one in by_hand(quotas, rows)]
    found = winning_by_size_listed(quotas, rows, fewest)
    assert found == [one[: n + 1] for one in wanted]


def test_too_many_players_to_list_are_refused() -> None:
    with pytest.raises(ValueError, match="37 players are too many to list; the most is 36"):
        winning_by_size_listed([2], [[1] * 37])
