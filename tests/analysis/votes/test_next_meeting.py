"""Two meetings: by every pattern of votes and the rules, and between the two votes apart."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.votes.meeting import outcome
from helpers.analysis.votes.next_meeting import outcomes_after_tie
from helpers.analysis.votes.outcomes import outcome_chances, outcome_intervals

NAN = float("nan")
GROUPS = st.lists(
    st.tuples(
        st.integers(1, 6), st.integers(0, 2), st.integers(0, 2), st.integers(0, 1), st.floats(0, 1)
    ),
    min_size=1,
    max_size=4,
)


def ends_by_the_rules(votes: tuple[int, ...], groups: list[tuple[int, ...]], vacant: int) -> str:
    seats = sum(w for w, *_ in groups)

    def held(away: int, **again: bool) -> str:
        yes = no = 0
        for vote, group in zip(votes, groups, strict=True):
            voters = group[0] - group[away]
            yes += voters - group[3] if vote else group[3]
            no += group[3] if vote else voters - group[3]
        return outcome(yes, no, seats + vacant, vacant=vacant, **again)

    first = held(1)
    return held(2, after_tie=True) if first == "postponed" else first


@settings(max_examples=60)
@given(GROUPS, st.integers(0, 1))
def test_every_pattern_ends_by_the_rules(
    drawn: list[tuple[int, int, int, int, float]], vacant: int
) -> None:
    groups = []
    for held, away, later, against, _ in drawn:
        away, later = min(away, held), min(later, held)
        groups.append((held, away, later, min(against, (held - max(away, later)) // 2)))
    chances = [one[-1] for one in drawn]
    wanted = dict.fromkeys(["adopted", "postponed", "rejected", "invalid"], 0.0)
    for votes in itertools.product([0, 1], repeat=len(groups)):
        both = zip(chances, votes, strict=True)
        weight = math.prod(p if vote else 1 - p for p, vote in both)
        wanted[ends_by_the_rules(votes, groups, vacant)] += weight
    seats, absent, later, deviating = map(list, zip(*groups, strict=True))
    found = outcomes_after_tie(
        seats,
        chances,
        0.0,
        absent=absent,
        next_absent=later,
        deviating=deviating,
        vacant=vacant,
    )
    for interval, chance in zip(found, wanted.values(), strict=True):
        assert interval == pytest.approx((chance, chance), abs=1e-9)


@settings(max_examples=30)
@given(st.lists(st.floats(0.01, 0.99), min_size=3, max_size=3), st.sampled_from([0.0, 0.6, 0.95]))
def test_the_same_people_tie_again(chances: list[float], slope: float) -> None:
    found = outcomes_after_tie([5, 4, 2], chances, slope, absent=[1, 0, 0], next_absent=[1, 0, 0])
    wanted = outcome_chances([5, 4, 2], chances, slope, absent=[1, 0, 0], after_tie=True)
    assert [one.low for one in found] == pytest.approx(list(wanted), abs=1e-9)


def test_who_comes_back_decides() -> None:
    # 3 + 1 against 4, one of the last away: a tie, until that one is back or another stays away
    council, chances, away = [3, 1, 5], [1.0, 1.0, 0.0], [0, 0, 1]
    once = outcome_chances(council, chances, 0.0, absent=away)
    assert once.postponed == pytest.approx(1)
    back = outcomes_after_tie(council, chances, 0.0, absent=away)
    assert back.rejected == pytest.approx((1, 1))
    fewer = outcomes_after_tie(council, chances, 0.0, absent=away, next_absent=[0, 0, 2])
    assert fewer.adopted == pytest.approx((1, 1))
    empty = outcomes_after_tie(council, chances, 0.0, absent=away, next_absent=[3, 1, 1])
    assert empty.invalid == pytest.approx((1, 1))


def test_an_unknown_group_votes_the_same_twice() -> None:
    found = outcomes_after_tie([3, 3, 2], [1.0, 0.0, NAN], 0.0, absent=[0, 0, 2])
    # without the unknown a tie; when it is back, it decides
    assert found.adopted == pytest.approx((0, 1))
    assert found.rejected == pytest.approx((0, 1))
    once = outcome_intervals([3, 3, 2], [1.0, 0.0, NAN], 0.0, absent=[0, 0, 2])
    assert once.postponed == pytest.approx((1, 1))


def test_too_few_at_first_make_no_vote() -> None:
    ends = outcomes_after_tie([3, 3], [0.5, NAN], 0.5, absent=[3, 0])
    assert ends.invalid == pytest.approx((1, 1))
    assert ends.adopted == ends.rejected == pytest.approx((0, 0), abs=1e-12)
