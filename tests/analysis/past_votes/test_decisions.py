"""A record of past votes, turned by hand, and an invented one."""

import numpy as np
import pandas as pd
import pytest

from helpers.analysis.past_votes.decisions import (
    blocks_of_days,
    simulated_record,
    votes_by_decision,
)

COLUMNS = ["decision", "date", "group", "yes", "no", "absent"]
RECORD = pd.DataFrame(
    [
        ("late", "2026-03-01", "right", 4, 0, 1),
        ("late", "2026-03-01", "left", 2, 2, 0),
        ("early", "2026-01-15", "left", 0, 3, 1),
        ("early", "2026-01-15", "old", 0, 0, 2),
        ("second", "2026-01-15", "left", 3, 1, 0),
    ],
    columns=COLUMNS,
)


def test_each_group_has_the_vote_of_its_larger_part() -> None:
    past = votes_by_decision(RECORD)
    assert past.votes.index.tolist() == ["early", "second", "late"]
    assert past.votes.columns.tolist() == ["right", "left", "old"]
    nan = np.nan
    wanted = [[nan, 0, nan], [nan, 1, nan], [1, nan, nan]]
    np.testing.assert_array_equal(past.votes.to_numpy(), wanted)
    assert past.seats.to_numpy().tolist() == [[0, 4, 2], [0, 4, 0], [5, 4, 0]]
    assert past.dates.dt.day.tolist() == [15, 15, 1]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (("late", "2026-03-01", "left", 1, 0, 0), "more than one row for the same group"),
        (("late", "2026-03-02", "old", 1, 0, 0), "more than one date"),
    ],
)
def test_refuses_a_record_that_says_two_things(row: tuple[object, ...], says: str) -> None:
    twice = pd.concat([RECORD, pd.DataFrame([row], columns=COLUMNS)])
    with pytest.raises(ValueError, match=says):
        votes_by_decision(twice)


def test_days_are_numbered_in_their_order() -> None:
    days = pd.Series(pd.to_datetime(["2026-03-01", "2026-01-15", "2026-03-01"]))
    assert blocks_of_days(days).tolist() == [1, 0, 1]


def test_an_invented_record_has_the_shares_and_the_togetherness_that_it_was_given() -> None:
    groups = pd.DataFrame(
        {
            "group": list("abc"),
            "seats": [9, 5, 1],
            "chance": [0.5, 0.5, 0.8],
            "loading": [0.9, -0.9, 0],
        }
    )
    record = simulated_record(groups, pd.date_range("2024-01-01", periods=100), 40, seed=3)
    past = votes_by_decision(record)
    assert past.votes.mean().tolist() == pytest.approx([0.5, 0.5, 0.8], abs=0.03)
    both = (past.votes["a"] * past.votes["b"]).mean()
    assert both == pytest.approx(0.25 + np.arcsin(-0.81) / (2 * np.pi), abs=0.02)
    assert past.seats.drop_duplicates().to_numpy().tolist() == [[9, 5, 1]]
    again = simulated_record(groups, pd.date_range("2024-01-01", periods=100), 40, seed=3)
    pd.testing.assert_frame_equal(record, again)
