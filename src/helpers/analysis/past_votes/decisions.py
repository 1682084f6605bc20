"""A record of past votes: from one row a party group and decision to the vote of each group.

A record has one row for each decision and party group: ``decision`` (its id), ``date``, ``group``,
``yes``, ``no`` and ``absent`` (members). A group that was not there has no row.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.days import dates


class PastVotes(NamedTuple):
    """The votes of party groups by decision, oldest first; all three with the same rows.

    ``votes`` and ``seats`` have one row a decision and one column a group. A vote is 1.0 (more of
    the group's members for than against), 0.0 (more against) or ``nan`` (as many, or none). Seats
    are all members of the group on that day, 0 when it was not there. ``dates`` has the days.
    """

    votes: pd.DataFrame
    seats: pd.DataFrame
    dates: pd.Series


def votes_by_decision(record: pd.DataFrame) -> PastVotes:
    """Return a record as one row a decision and one column a party group.

    Rows go by date; decisions of one day and groups keep the order of the record. A group that
    splits counts with the larger part (Gemeentewet art. 27: members vote without instruction).
    Raises ``ValueError`` when a decision has two rows for a group or two dates.

    >>> rows = [("d1", "2026-01-15", "left", 3, 1, 0), ("d1", "2026-01-15", "right", 0, 2, 1)]
    >>> columns = ["decision", "date", "group", "yes", "no", "absent"]
    >>> past = votes_by_decision(pd.DataFrame(rows, columns=columns))
    >>> past.votes.loc["d1"].to_dict(), past.seats.loc["d1"].to_dict()
    ({'left': 1.0, 'right': 0.0}, {'left': 4, 'right': 3})
    """
    rows = record.assign(date=dates(record["date"])).sort_values("date", kind="stable")
    if rows.duplicated(["decision", "group"]).any():
        raise ValueError("a decision has more than one row for the same group")
    day = rows.drop_duplicates(["decision", "date"]).set_index("decision")["date"]
    if day.index.has_duplicates:
        raise ValueError("a decision has more than one date")
    groups = list(dict.fromkeys(record["group"]))
    vote = (rows["yes"] > rows["no"]).astype(float).where(rows["yes"] != rows["no"])
    rows = rows.assign(vote=vote, seats=rows[["yes", "no", "absent"]].sum(axis=1))
    cells = rows.set_index(["decision", "group"])
    votes, seats = (cells[one].unstack().loc[day.index, groups] for one in ("vote", "seats"))  # noqa: PD010
    return PastVotes(votes.astype(float), seats.fillna(0).astype(int), day)


def blocks_of_days(days: pd.Series) -> NDArray[np.int64]:
    """Return for each decision the number of its day, from 0 for the first one.

    Votes of one day belong together: often one debate, one majority.

    >>> blocks_of_days(pd.Series(pd.to_datetime(["2026-01-15", "2026-01-15", "2026-02-01"])))
    array([0, 0, 1])
    """
    return days.rank(method="dense").to_numpy().astype(np.int64) - 1


def simulated_record(
    groups: pd.DataFrame, days: pd.DatetimeIndex, votes: int, seed: int
) -> pd.DataFrame:
    """Return an invented record with known parameters: ``votes`` decisions on each of the days.

    ``groups`` has one row a party group: ``group``, ``seats``, ``chance`` (of yes) and ``loading``.
    Each decision draws a shared factor and an own factor a group, and a group votes as one bloc:
    the model of :mod:`helpers.analysis.votes.vote`. The same ``seed`` gives the same record.

    >>> groups = pd.DataFrame({"group": ["a"], "seats": [3], "chance": [1.0], "loading": [0.5]})
    >>> simulated_record(groups, pd.DatetimeIndex(["2026-01-15"]), 1, seed=1).values.tolist()
    [['2026-01-15-001', Timestamp('2026-01-15 00:00:00'), 'a', 3, 0, 0]]
    """
    from scipy.special import ndtri

    random = np.random.default_rng(seed)
    slope = groups["loading"].to_numpy()
    shape = (len(days) * votes, len(groups))
    latent = slope * random.standard_normal((shape[0], 1))
    latent = latent + np.sqrt(1 - slope**2) * random.standard_normal(shape)
    yes = latent < ndtri(groups["chance"].to_numpy())
    numbers = [f"{day:%Y-%m-%d}-{n:03d}" for day in days for n in range(1, votes + 1)]
    held = np.tile(groups["seats"].to_numpy(), (shape[0], 1))
    return pd.DataFrame(
        {
            "decision": np.repeat(numbers, shape[1]),
            "date": np.repeat(days.to_numpy(), votes * shape[1]),
            "group": np.tile(groups["group"].to_numpy(), shape[0]),
            "yes": np.where(yes, held, 0).ravel(),
            "no": np.where(yes, 0, held).ravel(),
            "absent": 0,
        }
    )
