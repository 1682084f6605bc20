"""A firm majority and the votes under a package: known answers, closed forms, properties."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.votes.majority import accepts, firm_majority, vote_chances

NAN = float("nan")


def row(enough: list[bool], seats: list[int], chances: list[float], **how: float) -> dict:
    return firm_majority(enough, seats, chances, **how).iloc[0].to_dict()


def test_exactly_the_value_of_no_deal_is_enough() -> None:
    assert accepts([5.0, 4.999, 5.001], 5.0).tolist() == [True, False, True]


def test_rounding_makes_no_no() -> None:
    assert accepts(sum([0.1] * 3) - 1e-12, 0.3)


def test_a_set_share_of_the_seats_is_firm() -> None:
    # 31 seats: 60 % is 18.6, so 19
    assert not row([True, True, False], [10, 8, 13], [NAN] * 3)["firm_by_interest"]
    assert row([True, True, False], [10, 9, 12], [NAN] * 3)["firm_by_interest"]


def test_the_share_itself_is_enough_also_when_it_rounds_badly() -> None:
    found = [
        row([True, False], [w, 100 - w], [NAN, NAN], firm_share=w / 100) for w in range(50, 100)
    ]
    assert all(one["firm_by_interest"] for one in found)


@pytest.mark.parametrize(
    ("seats", "chances", "left", "firm"),
    [
        ([10, 7, 14], [0.95, 0.75, 0.05], 10, False),  # the doubtful 7 drop out
        ([10, 7, 14], [0.95, 0.95, 0.05], 17, True),  # nobody doubtful
        ([9, 7, 6, 9], [0.75, 0.95, 0.95, 0.05], 13, False),
        ([9, 7, 9, 6], [0.95, 0.75, 0.95, 0.05], 18, True),
        ([16, 15], [NAN, 0.05], 0, False),  # not known is not counted as a yes
        ([16, 15], [0.5, 0.05], 0, False),
        ([10, 10], [0.95, 0.05], 10, False),  # half is no majority
    ],
)
def test_a_majority_must_stand_without_its_largest_doubtful_group(
    seats: list[int], chances: list[float], left: int, firm: bool
) -> None:
    found = row([False] * len(seats), seats, chances)
    assert (found["seats_left"], found["firm_by_vote"], found["firm"]) == (left, firm, firm)


def test_either_of_the_two_makes_it_firm() -> None:
    assert row([True, False], [20, 11], [NAN, NAN])["firm"]
    assert row([False, False], [20, 11], [0.95, NAN])["firm"]


def test_many_packages_at_once_give_the_same_as_one_by_one() -> None:
    rng = np.random.default_rng(3)
    enough = rng.random((40, 6)) < 0.6
    chances = np.where(rng.random((40, 6)) < 0.2, np.nan, rng.random((40, 6)))
    seats = [9, 7, 5, 4, 3, 3]
    table = firm_majority(enough, seats, chances)
    for at in range(40):
        single = row(enough[at].tolist(), seats, chances[at].tolist())
        assert table.loc[at].to_dict() == single


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 9), st.booleans(), st.floats(0, 1)), min_size=1, max_size=8)
)
def test_firm_against_plain_counting(groups: list[tuple[int, bool, float]]) -> None:
    seats, enough, chances = map(list, zip(*groups, strict=True))
    total = sum(seats)
    in_it = sum(w for w, ok in zip(seats, enough, strict=True) if ok)
    yes = [(w, p) for w, p in zip(seats, chances, strict=True) if p > 0.5]
    left = sum(w for w, _ in yes) - max([w for w, p in yes if p < 0.9], default=0)
    found = row(enough, seats, chances)
    assert found["firm_by_interest"] == (total > 0 and in_it * 10 >= total * 6)
    assert found["firm_by_vote"] == (2 * left > total)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.floats(0, 1)), min_size=1, max_size=8), st.data())
def test_more_in_it_for_somebody_never_makes_it_less_firm(
    groups: list[tuple[int, float]], data: st.DataObject
) -> None:
    seats, chances = map(list, zip(*groups, strict=True))
    enough = data.draw(st.lists(st.booleans(), min_size=len(seats), max_size=len(seats)))
    who = data.draw(st.integers(0, len(seats) - 1))
    better = [*enough[:who], True, *enough[who + 1 :]]
    assert row(better, seats, chances)["firm"] >= row(enough, seats, chances)["firm"]


def test_an_empty_council_is_not_firm() -> None:
    assert not row([], [], [])["firm"]


def test_without_a_judgement_the_vote_follows_the_interests() -> None:
    chances = vote_chances([5.0, 11.0, -1.0], 0.0, 5.0, [None] * 3, 6.0)
    wanted = [0.5, 1 / (1 + math.exp(-1)), 1 / (1 + math.exp(1))]
    assert chances.tolist() == pytest.approx(wanted)


def test_a_package_moves_a_judged_vote_from_where_it_stands() -> None:
    words = ["probably_for", "probably_against"]
    assert vote_chances([7.0, 7.0], 7.0, 99.0, words, 5.0).tolist() == pytest.approx([0.75, 0.25])
    up = vote_chances([12.0, 12.0], 7.0, 99.0, words, 5.0)
    odds = [3 * math.e, math.e / 3]
    assert up.tolist() == pytest.approx([o / (1 + o) for o in odds])


def test_what_its_user_does_not_know_the_model_does_not_know() -> None:
    assert np.isnan(vote_chances([50.0], 0.0, 0.0, ["unknown"], 5.0)).all()


@pytest.mark.parametrize("nothing", [None, NAN, ""])
def test_an_empty_cell_is_no_judgement(nothing: object) -> None:
    assert vote_chances([5.0], 0.0, 5.0, [nothing], 5.0).tolist() == [0.5]  # type: ignore[list-item]


@settings(deadline=None)
@given(st.floats(-1000, 1000), st.floats(0, 100), st.sampled_from(["probably_for", None]))
def test_more_value_is_never_less_chance(value: float, more: float, word: str | None) -> None:
    low, high = vote_chances([[value], [value + more]], 3.0, 3.0, [word], 0.1)
    assert 0 <= low[0] <= high[0] <= 1


def test_refuses_a_softness_of_nothing() -> None:
    with pytest.raises(ValueError, match="softness must be more than 0"):
        vote_chances([1.0], 0.0, 0.0, [None], 0.0)
