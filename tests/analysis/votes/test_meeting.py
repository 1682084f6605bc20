"""How a count of votes ends: hand-made cases by article, and every pattern of votes as oracle."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.votes.meeting import (
    is_valid,
    may_open,
    outcome,
    outcome_without_vote,
    voting_blocs,
)
from helpers.analysis.votes.outcomes import outcome_chances
from helpers.analysis.votes.vote import chance_of_majority, loading, majority_interval


@pytest.mark.parametrize(
    ("sitting", "present", "opens"),
    [(31, 16, True), (31, 15, False), (30, 16, True), (30, 15, False), (9, 5, True), (9, 4, False)],
)
def test_more_than_half_of_the_sitting_members_open_the_meeting(
    sitting: int, present: int, opens: bool
) -> None:
    assert may_open(sitting, present) is opens


@pytest.mark.parametrize(
    ("sitting", "took_part", "abstaining", "counts"),
    [
        (31, 16, 0, True),
        (31, 15, 0, False),
        (31, 15, 2, True),
        (31, 15, 1, False),
        (30, 15, 1, True),
    ],
)
def test_a_vote_counts_when_more_than_half_of_who_may_vote_took_part(
    sitting: int, took_part: int, abstaining: int, counts: bool
) -> None:
    assert is_valid(sitting, took_part, abstaining) is counts


@pytest.mark.parametrize(
    ("yes", "no", "more", "ends"),
    [
        (16, 15, {}, "adopted"),
        (15, 16, {}, "rejected"),
        (9, 8, {}, "adopted"),  # a majority of the votes cast, not of all members
        (8, 8, {}, "postponed"),
        (8, 8, {"after_tie": True}, "rejected"),
        (15, 15, {"abstaining": 1}, "rejected"),  # all who may vote did: a full meeting
        (15, 15, {"vacant": 1}, "postponed"),  # full means all members of whom the body consists
        (15, 15, {"vacant": 1, "after_tie": True}, "rejected"),
        (8, 7, {}, "invalid"),
        (8, 7, {"after_invalid": True}, "adopted"),
        (7, 7, {"after_invalid": True}, "postponed"),
        (8, 7, {"abstaining": 2}, "adopted"),
        (0, 0, {}, "invalid"),
    ],
)
def test_each_way_in_which_a_count_of_31_members_ends(
    yes: int, no: int, more: dict[str, int], ends: str
) -> None:
    assert outcome(yes, no, 31, **more) == ends


def test_a_tie_of_all_members_rejects_at_once() -> None:
    assert outcome(15, 15, 30) == "rejected"


def test_who_asks_for_no_vote_adopts() -> None:
    assert outcome_without_vote() == "adopted"


@pytest.mark.parametrize(
    ("count", "says"),
    [
        ((-1, 3, 31), "0 or more"),
        ((16, 16, 31), "32 votes, but 31 members may vote"),
    ],
)
def test_refuses_a_count_that_cannot_be(count: tuple[int, int, int], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        outcome(*count)


def test_refuses_votes_of_who_must_abstain() -> None:
    with pytest.raises(ValueError, match="31 votes, but 29 members may vote"):
        outcome(16, 15, 31, vacant=1, abstaining=1)


@settings(deadline=None)
@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 5), st.integers(0, 5), st.booleans())
def test_a_second_tie_is_never_postponed_and_more_yes_is_never_worse(
    yes: int, no: int, vacant: int, abstaining: int, again: bool
) -> None:
    seats = yes + no + vacant + abstaining + 2
    rank = ["invalid", "rejected", "postponed", "adopted"]
    kept = {"vacant": vacant, "abstaining": abstaining, "after_tie": again}
    first = outcome(yes, no, seats, **kept)
    assert not (again and first == "postponed")
    assert rank.index(outcome(yes + 1, no, seats, **kept)) >= rank.index(first)


def test_absent_and_abstaining_members_count_for_nothing_and_a_deviating_one_twice() -> None:
    assert voting_blocs([6, 5, 4], absent=1, abstaining=[0, 1, 0]).tolist() == [5, 3, 3]
    assert voting_blocs([6, 5, 4], deviating=[3, 1, 0]).tolist() == [0, 3, 4]


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"absent": [7, 0]}, "more members than it has"),
        ({"deviating": [4, 0]}, "at most half"),
        ({"deviating": [3, 0], "absent": [1, 0]}, "at most half"),
        ({"abstaining": -1}, "0 or more"),
    ],
)
def test_refuses_members_that_are_not_there(parts: dict[str, object], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        voting_blocs([6, 5], **parts)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(1, 7), st.integers(0, 3), st.integers(0, 2), st.floats(0, 1)),
        min_size=1,
        max_size=5,
    )
)
def test_a_split_group_moves_the_count_as_counted_by_hand(
    groups: list[tuple[int, int, int, float]],
) -> None:
    seats = [w for w, _, _, _ in groups]
    absent = [min(a, w) for w, _, a, _ in groups]
    deviating = [min(k, (w - min(a, w)) // 2) for w, k, a, _ in groups]
    chances = [p for *_, p in groups]
    wanted = 0.0
    for votes in itertools.product([0, 1], repeat=len(groups)):
        weight, lead = 1.0, 0
        for vote, w, a, k, p in zip(votes, seats, absent, deviating, chances, strict=True):
            weight *= p if vote else 1 - p
            loyal = w - a - k
            lead += loyal - k if vote else k - loyal
        wanted += weight * (lead > 0)
    blocs = voting_blocs(seats, deviating, absent)
    assert chance_of_majority(blocs, chances, 0.0) == pytest.approx(wanted, abs=1e-9)


def test_the_chances_of_all_outcomes_by_hand() -> None:
    # 4 against 4 with one seat vacant: two groups at 1/2 tie in two of four patterns
    ends = outcome_chances([4, 4], [0.5, 0.5], 0.0, vacant=1)
    assert ends == pytest.approx((0.25, 0.5, 0.25, 0.0))
    assert outcome_chances([4, 4], [0.5, 0.5], 0.0) == pytest.approx((0.25, 0, 0.75, 0))
    again = outcome_chances([4, 4], [0.5, 0.5], 0.0, vacant=1, after_tie=True)
    assert again == pytest.approx((0.25, 0, 0.75, 0))


def test_too_few_voters_make_no_vote() -> None:
    assert outcome_chances([4, 5], [0.5, 0.5], 0.0, absent=[0, 5]) == (0, 0, 0, 1)
    assert outcome_chances([4, 5], [0.5, 0.5], 0.0, abstaining=[0, 5]).invalid == 0


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 9), st.floats(0.01, 0.99)), min_size=1, max_size=7),
    st.sampled_from([0.0, 0.35, 0.9]),
    st.integers(0, 3),
)
def test_outcomes_add_up_and_adopted_is_the_chance_of_a_majority(
    groups: list[tuple[int, float]], rho: float, vacant: int
) -> None:
    seats, chances = map(list, zip(*groups, strict=True))
    ends = outcome_chances(seats, chances, loading(rho), vacant=vacant)
    assert sum(ends) == pytest.approx(1, abs=1e-9)
    assert ends.adopted == pytest.approx(
        chance_of_majority(seats, chances, loading(rho)), abs=1e-12
    )
    assert vacant or ends.postponed == 0


def test_absence_enters_the_interval() -> None:
    chances = [1.0, 0.0, float("nan")]
    assert majority_interval(voting_blocs([5, 5, 1]), chances, 0.5) == (0, 1)
    away = voting_blocs([5, 5, 1], absent=[2, 0, 0])
    assert majority_interval(away, chances, 0.5) == (0, 0)
    assert isinstance(away, np.ndarray)
