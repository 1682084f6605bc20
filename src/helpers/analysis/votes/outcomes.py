"""The chance of each way in which a vote can end, also when some votes are not known."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from helpers.analysis.votes.meeting import (
    ADOPTED,
    INVALID,
    POSTPONED,
    REJECTED,
    is_valid,
    voting_blocs,
)
from helpers.analysis.votes.vote import (
    Array,
    Interval,
    chances_given_factor,
    over_factor,
    seats_given_factor,
    sums_of,
)

OUTCOMES = (ADOPTED, POSTPONED, REJECTED, INVALID)


class OutcomeChances(NamedTuple):
    """The chance of each way in which a vote can end, from 0 to 1; together 1."""

    adopted: float
    postponed: float
    rejected: float
    invalid: float


class OutcomeIntervals(NamedTuple):
    """The lowest and highest chance of each way in which a vote can end, from 0 to 1."""

    adopted: Interval
    postponed: Interval
    rejected: Interval
    invalid: Interval


def outcome_intervals(
    seats: ArrayLike,
    chances: ArrayLike,
    loadings: ArrayLike,
    *,
    deviating: ArrayLike = 0,
    absent: ArrayLike = 0,
    abstaining: ArrayLike = 0,
    vacant: int = 0,
    after_tie: bool = False,
    after_invalid: bool = False,
) -> OutcomeIntervals:
    """Return the chance of adopted, postponed, rejected and invalid, as intervals.

    Arguments as in :func:`outcome_chances`, but a chance may be ``nan`` (not known). The intervals
    hold whatever the unknown groups vote, also when that hangs on the shared factor: ``E_Z`` of the
    smallest and of the largest chance over all their votes. Adopted and rejected reach their ends
    when all of them vote alike, a tie may do so in between; the four highs can add up to more than
    1.

    >>> ends = outcome_intervals([2, 1, 1], [1.0, 0.0, float("nan")], 0.0, vacant=1)
    >>> ends.adopted, ends.postponed, ends.rejected
    (Interval(low=0.0, high=1.0), Interval(low=0.0, high=1.0), Interval(low=0.0, high=0.0))
    """
    ends = ends_given_factor(
        seats,
        chances,
        loadings,
        deviating=deviating,
        absent=absent,
        abstaining=abstaining,
        vacant=vacant,
        after_tie=after_tie,
        after_invalid=after_invalid,
    )
    low, high = over_factor(ends.min(axis=0)), over_factor(ends.max(axis=0))
    pairs = zip(low.clip(0, 1).tolist(), high.clip(0, 1).tolist(), strict=True)
    return OutcomeIntervals(*(Interval(*pair) for pair in pairs))


def outcome_chances(
    seats: ArrayLike,
    chances: ArrayLike,
    loadings: ArrayLike,
    *,
    deviating: ArrayLike = 0,
    absent: ArrayLike = 0,
    abstaining: ArrayLike = 0,
    vacant: int = 0,
    after_tie: bool = False,
    after_invalid: bool = False,
) -> OutcomeChances:
    """Return the chance of adopted, postponed, rejected and invalid for one vote.

    ``seats``, ``chances`` and ``loadings`` as in
    :func:`~helpers.analysis.votes.vote.seats_for_distribution` (all chances known); ``deviating``,
    ``absent`` and ``abstaining`` members of each group as in
    :func:`~helpers.analysis.votes.meeting.voting_blocs`; ``vacant`` seats of no group. Rules as in
    :func:`~helpers.analysis.votes.meeting.outcome`. When too few take part, ``invalid`` is 1,
    unless this is the new vote ``after_invalid``.

    >>> outcome_chances([2, 2], [1.0, 0.0], 0.0, vacant=1).postponed
    1.0
    """
    ends = outcome_intervals(
        seats,
        chances,
        loadings,
        deviating=deviating,
        absent=absent,
        abstaining=abstaining,
        vacant=vacant,
        after_tie=after_tie,
        after_invalid=after_invalid,
    )
    if np.isnan(np.asarray(chances, dtype=float)).any():
        raise ValueError("every chance must be from 0 to 1")
    return OutcomeChances(*(end.low for end in ends))


def ends_given_factor(
    seats: ArrayLike,
    chances: ArrayLike,
    loadings: ArrayLike,
    *,
    deviating: ArrayLike = 0,
    absent: ArrayLike = 0,
    abstaining: ArrayLike = 0,
    vacant: int = 0,
    after_tie: bool = False,
    after_invalid: bool = False,
) -> Array:
    """Return the chance of each of :data:`OUTCOMES` at each point of the shared factor.

    Arguments as in :func:`outcome_intervals`. The result has shape (votes, 4, 192): one item for
    every number of seats that the groups with an unknown vote can add to yes; one item when all is
    known. Rules as in :func:`~helpers.analysis.votes.meeting.outcome`.

    >>> ends_given_factor([2, 1], [1.0, float("nan")], 0.0)[:, 0, 0].tolist()
    [1.0, 1.0]
    """
    p = np.atleast_1d(np.asarray(chances, dtype=float))
    blocs = np.broadcast_to(voting_blocs(seats, deviating, absent, abstaining), p.shape)
    held, away, out = (
        int(np.broadcast_to(np.asarray(part), p.shape).sum())
        for part in (seats, absent, abstaining)
    )
    unknown = np.isnan(p)
    slope = np.broadcast_to(np.asarray(loadings, dtype=float), p.shape)
    given = chances_given_factor(p[~unknown], slope[~unknown])
    if not after_invalid and not is_valid(held, held - away - out, out):
        invalid = np.array([0.0, 0.0, 0.0, 1.0])
        return np.tile(invalid[:, None], (1, 1, given.shape[0]))
    full = after_tie or (away == 0 and vacant == 0)
    table = seats_given_factor(blocs[~unknown], given)
    at_least = np.zeros((table.shape[0] + 1, table.shape[1]))
    at_least[:-1] = table[::-1].cumsum(axis=0)[::-1]
    total = int(blocs.sum())
    ends = []
    for added in sums_of(blocs[unknown]):
        more, no_fewer = (
            at_least[np.clip(least - added, 0, table.shape[0])]
            for least in (total // 2 + 1, (total + 1) // 2)
        )
        tie = no_fewer - more
        none = np.zeros_like(tie)
        ends.append([more, none if full else tie, 1 - (more if full else no_fewer), none])
    return np.array(ends)
