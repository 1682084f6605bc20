"""How a vote can end when votes are unknown: against every pattern and every filling in."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.votes.meeting import outcome
from helpers.analysis.votes.outcomes import (
    OUTCOMES,
    ends_given_factor,
    outcome_chances,
    outcome_intervals,
)
from helpers.analysis.votes.vote import loading, majority_interval

NAN = float("nan")
GROUPS = st.lists(
    st.tuples(st.integers(1, 6), st.floats(0.01, 0.99), st.booleans()), min_size=1, max_size=5
)
FACTORS = st.sampled_from([0.0, 0.35, 0.9])


@settings(max_examples=60)
@given(GROUPS, st.integers(0, 2), st.booleans())
def test_every_pattern_of_votes_ends_by_the_rules(
    groups: list[tuple[int, float, bool]], vacant: int, again: bool
) -> None:
    seats, chances, _ = map(list, zip(*groups, strict=True))
    wanted = dict.fromkeys(OUTCOMES, 0.0)
    for votes in itertools.product([0, 1], repeat=len(seats)):
        yes = sum(w for w, vote in zip(seats, votes, strict=True) if vote)
        ends = outcome(yes, sum(seats) - yes, sum(seats) + vacant, vacant=vacant, after_tie=again)
        both = zip(chances, votes, strict=True)
        wanted[ends] += math.prod(p if vote else 1 - p for p, vote in both)
    found = outcome_chances(seats, chances, 0.0, vacant=vacant, after_tie=again)
    assert found == pytest.approx(tuple(wanted.values()), abs=1e-9)


def test_one_chance_needs_every_vote_judged() -> None:
    with pytest.raises(ValueError, match="from 0 to 1"):
        outcome_chances([3, 2], [0.5, NAN], 0.0)


@settings(max_examples=60)
@given(GROUPS, FACTORS, st.integers(0, 2), st.data())
def test_every_filling_in_lies_in_the_intervals(
    groups: list[tuple[int, float, bool]], rho: float, vacant: int, data: st.DataObject
) -> None:
    seats, chances, hidden = map(np.array, zip(*groups, strict=True))
    known = np.where(hidden, NAN, chances)
    ends = outcome_intervals(seats, known, loading(rho), vacant=vacant)
    inside = outcome_chances(seats, chances, loading(rho), vacant=vacant)
    for interval, chance in zip(ends, inside, strict=True):
        assert interval.low - 1e-12 <= chance <= interval.high + 1e-12
    assert ends.adopted == pytest.approx(majority_interval(seats, known, loading(rho)), abs=1e-12)


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(st.integers(1, 6), st.integers(0, 2), st.integers(0, 2), st.integers(0, 1)),
        min_size=1,
        max_size=4,
    ),
    st.integers(0, 2),
    st.booleans(),
    st.data(),
)
def test_certain_votes_end_as_the_count_by_hand(
    groups: list[tuple[int, int, int, int]], vacant: int, again: bool, data: st.DataObject
) -> None:
    yes = no = 0
    rows = []
    for held, away, out, against in groups:
        absent, abstaining = min(away, held), min(out, held - min(away, held))
        voters = held - absent - abstaining
        deviating = min(against, voters // 2)
        for_it = data.draw(st.booleans())
        rows.append((held, float(for_it), deviating, absent, abstaining))
        yes += voters - deviating if for_it else deviating
        no += deviating if for_it else voters - deviating
    seats, chances, deviating, absent, abstaining = map(list, zip(*rows, strict=True))
    wanted = outcome(
        yes,
        no,
        sum(seats) + vacant,
        vacant=vacant,
        abstaining=sum(abstaining),
        after_tie=again,
    )
    ends = outcome_intervals(
        seats,
        chances,
        0.5,
        deviating=deviating,
        absent=absent,
        abstaining=abstaining,
        vacant=vacant,
        after_tie=again,
    )
    found = [name for name, one in zip(OUTCOMES, ends, strict=True) if one == pytest.approx((1, 1))]
    assert found == [wanted]


def test_an_unknown_vote_can_make_a_tie_in_between() -> None:
    # 4 seats for and 5 against are certain: of the unknown 1 and 2, the 2 alone make it 6 to 6
    ends = outcome_intervals([4, 5, 1, 2], [1.0, 0.0, NAN, NAN], 0.0, vacant=1)
    for one in (ends.adopted, ends.postponed, ends.rejected):
        assert one == pytest.approx((0, 1))
    without = outcome_intervals([4, 4, 1, 2], [1.0, 0.0, NAN, NAN], 0.0, vacant=1)
    assert without.postponed == (0, 0)


def test_too_few_voters_make_no_vote_whatever_they_vote() -> None:
    ends = outcome_intervals([4, 5], [NAN, 0.5], 0.5, absent=[0, 5])
    assert ends.invalid == (1, 1)
    assert ends.adopted == ends.postponed == ends.rejected == (0, 0)


def test_the_new_vote_after_an_invalid_one_counts_with_any_number() -> None:
    again = outcome_chances([4, 5], [0.5, 0.5], 0.5, absent=[0, 5], after_invalid=True)
    assert again == pytest.approx((0.5, 0, 0.5, 0))
    nobody = outcome_chances([2], [0.5], 0.0, absent=2, after_invalid=True, after_tie=True)
    assert nobody == pytest.approx((0, 0, 1, 0))


def test_each_number_of_unknown_seats_has_its_own_chances() -> None:
    ends = ends_given_factor([3, 2, 2, 1], [0.4, NAN, NAN, NAN], 0.5)
    assert ends.shape == (6, 4, 192)  # 0, 1, 2, 3, 4 or 5 seats
    assert ends.sum(axis=1) == pytest.approx(np.ones((6, 192)))
