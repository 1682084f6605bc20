"""Days: which one comes first, and how many working days are left. Nobody reads a clock here."""

from functools import cache
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Day(Protocol):
    """A day that came in as an argument: a date, or anything that writes itself as an ISO date."""

    def isoformat(self) -> str:
        """Return the day as in ``2026-09-15``."""


def stamp(day: Day) -> pd.Timestamp:
    """Return the day as pandas holds it, without a time.

    >>> str(stamp(pd.Timestamp("2026-09-15T10:30")).date())
    '2026-09-15'
    """
    return pd.Timestamp(day.isoformat()).normalize()


def dates(column: pd.Series) -> pd.Series:
    """Return a column of dates (or empty cells) as timestamps; an empty cell is ``NaT``.

    >>> dates(pd.Series([None, "2026-09-15"])).isna().tolist()
    [True, False]
    """
    return pd.to_datetime(column.astype(object))


@cache
def holidays(year: int) -> NDArray[np.datetime64]:
    """Return the Dutch public holidays of a year.

    Source: Algemene termijnenwet art. 3, first and second paragraph.
    New Year's Day, Good Friday, Easter Monday, the King's birthday (27 April, or the Saturday
    before when that is a Sunday), 5 May, Ascension Day, Whit Monday and both days of Christmas.

    >>> [str(day) for day in holidays(2026)[:3]]
    ['2026-01-01', '2026-04-03', '2026-04-06']
    """
    easter = _easter(year)
    king = np.datetime64(f"{year}-04-27")
    king = king - (1 if pd.Timestamp(king).day_of_week == 6 else 0)
    moving = [easter - 2, easter + 1, king, easter + 39, easter + 50]
    fixed = [np.datetime64(f"{year}-{day}") for day in ("01-01", "05-05", "12-25", "12-26")]
    return np.array(sorted([*moving, *fixed]), dtype="datetime64[D]")


def working_days(start: Day, end: Day) -> int:
    """Return the number of working days from ``start`` up to, and not with, ``end``.

    Monday to Friday without the public holidays of :func:`holidays`; ``start`` counts when it is a
    working day; 0 when ``end`` is not later.

    >>> working_days(pd.Timestamp("2026-04-02"), pd.Timestamp("2026-04-08"))
    2
    """
    first, last = stamp(start), stamp(end)
    if last <= first:
        return 0
    free = np.concatenate([holidays(year) for year in range(first.year, last.year + 1)])
    return int(np.busday_count(first.date(), last.date(), holidays=free))


def _easter(year: int) -> np.datetime64:
    """Return Easter Sunday in the Gregorian calendar (Meeus 1991; Butcher's rule of 1876)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return np.datetime64(f"{year}-{month:02d}-{day + 1:02d}")
