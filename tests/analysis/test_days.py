"""Days without a clock: holidays against published dates, working days against a calendar."""

import calendar
import datetime as dt

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.days import dates, holidays, stamp, working_days

EASTER = {2000: "04-23", 2008: "03-23", 2011: "04-24", 2024: "03-31", 2025: "04-20", 2026: "04-05",
          2027: "03-28", 2038: "04-25", 2049: "04-18"}  # fmt: skip


@pytest.mark.parametrize(("year", "day"), EASTER.items())
def test_easter_monday_follows_easter(year: int, day: str) -> None:
    assert np.datetime64(f"{year}-{day}") + 1 in holidays(year)


def test_the_holidays_of_2026() -> None:
    spring = ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25"]
    days = [*spring, "12-25", "12-26"]
    assert [str(day) for day in holidays(2026)] == [f"2026-{day}" for day in days]


def test_the_kings_day_moves_from_sunday_to_saturday() -> None:
    assert np.datetime64("2025-04-26") in holidays(2025)
    assert np.datetime64("2025-04-27") not in holidays(2025)


def test_counts_today_and_not_the_day_itself() -> None:
    tuesday = dt.date(2026, 9, 15)
    assert working_days(tuesday, dt.date(2026, 9, 16)) == 1
    assert working_days(tuesday, dt.date(2026, 9, 22)) == 5
    assert working_days(tuesday, tuesday) == 0
    assert working_days(tuesday, dt.date(2026, 9, 1)) == 0


@settings(deadline=None)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2035, 12, 31)), st.integers(0, 500))
def test_equals_walking_through_the_calendar(start: dt.date, length: int) -> None:
    end = start + dt.timedelta(days=length)
    walked = [start + dt.timedelta(days=n) for n in range(length)]
    free = {str(day) for year in range(start.year, end.year + 1) for day in holidays(year)}
    wanted = sum(d.weekday() < calendar.SATURDAY and d.isoformat() not in free for d in walked)
    assert working_days(start, end) == wanted


@pytest.mark.parametrize("day", [dt.date(2026, 9, 15), dt.datetime(2026, 9, 15, 23, 59),
                                 pd.Timestamp("2026-09-15 08:00")])  # fmt: skip
def test_takes_anything_that_writes_itself_as_a_date(day: dt.date) -> None:
    assert stamp(day) == pd.Timestamp("2026-09-15")


def test_an_empty_column_of_dates_stays_empty() -> None:
    assert dates(pd.Series([None, None], dtype=object)).isna().all()
    assert dates(pd.Series([], dtype=object)).empty
    assert dates(pd.Series([dt.date(2026, 9, 15)])).dt.day.tolist() == [15]
