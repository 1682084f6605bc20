"""What is not known yet, and which judgements are due to be looked at again."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from helpers.analysis.days import Day, dates, stamp
from helpers.analysis.stakeholders.interests import said

DUE, BEFORE_STEP, FRESH = "due", "before_step", "fresh"
CONTENT, WEIGHT, EFFECT = "interest", "weight", "effect"


class Around(NamedTuple):
    """The last step of the route behind ``as_of`` and the next one before it; ``NaT`` when none."""

    last: pd.Timestamp
    next: pd.Timestamp


def unknowns(
    interests: pd.DataFrame, effects: pd.DataFrame, values: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return everything about the interests that is not known: one row an unknown.

    Needs ``interests.id, stakeholder, interest, weight`` and ``effects.option, interest, effect``.
    Columns: ``interest``, ``stakeholder``, ``what`` (``interest``: only the position is known;
    ``weight``; or ``effect``, of the option in ``option``, else ``""``). An interest of which only
    the position is known has no row for its weight: that question comes later.

    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["a"], "interest": ["rust"],
    ...                       "weight": [None]})
    >>> works = pd.DataFrame({"option": ["o"], "interest": ["k"], "effect": [float("nan")]})
    >>> unknowns(wants, works)[["what", "option"]].values.tolist()
    [['weight', ''], ['effect', 'o']]
    """
    unsaid = ~said(interests)
    no_weight = interests["weight"].isna().to_numpy(dtype=bool) & ~unsaid
    holder = interests.set_index("id")["stakeholder"]
    missing = effects[effects["effect"].isna() & effects["interest"].isin(holder.index)]
    if values is not None:
        pairs = pd.MultiIndex.from_arrays([missing["interest"].map(holder), missing["option"]])
        missing = missing[~pairs.isin(pd.MultiIndex.from_frame(values[["stakeholder", "option"]]))]
    parts = [
        pd.DataFrame({"interest": interests["id"][unsaid], "what": CONTENT, "option": ""}),
        pd.DataFrame({"interest": interests["id"][no_weight], "what": WEIGHT, "option": ""}),
        pd.DataFrame(
            {"interest": missing["interest"], "what": EFFECT, "option": missing["option"]}
        ),
    ]
    table = pd.concat(parts, ignore_index=True)
    table.insert(1, "stakeholder", table["interest"].map(holder))
    return table


def steps_around(route: pd.DataFrame, as_of: Day) -> Around:
    """Return the date of the last step that lies behind ``as_of`` and of the next one.

    Needs ``route.date`` and ``done``. A step is behind when it is done and dated on or before
    ``as_of``; the next is the first date after ``as_of``, or ``as_of`` itself when that step is not
    done.

    >>> days = pd.DataFrame({"date": ["2026-06-25", "2026-10-27"], "done": [True, False]})
    >>> steps_around(days, pd.Timestamp("2026-09-15")).next.isoformat()
    '2026-10-27T00:00:00'
    """
    day, today = dates(route["date"]), stamp(as_of)
    done = route["done"].astype(bool)
    return Around(day[done & (day <= today)].max(), day[~done & (day >= today)].min())


def review(
    judgements: pd.DataFrame, route: pd.DataFrame, as_of: Day, review_days: int = 30
) -> pd.DataFrame:
    """Return when each judgement is to be looked at again: one row a judgement, in their order.

    ``judgements`` has ``id``, ``date`` (when it was made) and perhaps ``review_by``; interests fit
    as they are, judged votes after a rename of ``vote_date``. Two rules set the day: ``review_by``,
    or else ``date`` + ``review_days``; and the next step of the route when the judgement is no
    younger than the last step (people may have moved since). Columns: ``id``, ``look_by`` (the
    earlier of the two; ``NaT`` when there is no date at all), ``days`` (whole days from ``as_of``
    to it, negative when past, ``nan`` without a date) and ``state``: ``due`` (the day has come, or
    there is no date), ``before_step`` (it comes on or before the next step) or ``fresh``.

    >>> judged = pd.DataFrame({"id": ["k", "m"], "date": ["2026-06-20", "2026-09-10"]})
    >>> steps = pd.DataFrame({"date": ["2026-06-25", "2026-09-30"], "done": [True, False]})
    >>> review(judged, steps, pd.Timestamp("2026-07-01"), 30)["state"].tolist()
    ['before_step', 'fresh']
    """
    today, around = stamp(as_of), steps_around(route, as_of)
    made = dates(judgements["date"])
    by_time = made + pd.Timedelta(days=review_days)
    if "review_by" in judgements:
        by_time = dates(judgements["review_by"]).fillna(by_time)
    moved = (made <= around.last) & ~(by_time <= around.next) & pd.notna(around.next)
    look_by = by_time.mask(moved, around.next)
    come = look_by.isna() | (look_by <= today)
    state = np.select([come, look_by <= around.next], [DUE, BEFORE_STEP], FRESH)
    return pd.DataFrame(
        {
            "id": judgements["id"].to_numpy(),
            "look_by": look_by.to_numpy(),
            "days": ((look_by - today) / pd.Timedelta(days=1)).to_numpy(),
            "state": state,
        }
    )
