"""The yes-seats of the others: each time the distribution of a council without that group."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.votes.all_but_one import seats_of_all_but_one
from helpers.analysis.votes.vote import (
    chances_given_factor,
    loading,
    over_factor,
    seats_for_distribution,
)

SEATS = st.lists(st.integers(0, 9), min_size=1, max_size=6)
CHANCE = st.floats(0.001, 0.999)
FACTORS = st.sampled_from([0.0, 0.35, 0.8, 0.95])


@given(SEATS, FACTORS, st.data())
def test_all_but_one_is_the_distribution_of_the_others(
    seats: list[int], rho: float, data: st.DataObject
) -> None:
    chances = data.draw(st.lists(CHANCE, min_size=len(seats), max_size=len(seats)))
    given_ = chances_given_factor(chances, loading(rho))
    left_out = []
    for f, others in seats_of_all_but_one(np.array(seats), given_):
        left_out.append(f)
        rest = [g for g in range(len(seats)) if g != f]
        if rest:
            wanted = seats_for_distribution(
                [seats[g] for g in rest], [chances[g] for g in rest], loading(rho)
            )
            assert over_factor(others) == pytest.approx(wanted, abs=1e-12)
        else:
            assert others.tolist() == [[1.0] * 192]
    assert sorted(left_out) == list(range(len(seats)))
