"""A vote that ties in a meeting that is not full is held again in the next one.

Gemeentewet art. 32: the second tie rejects.
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.votes.meeting import is_valid, voting_blocs
from helpers.analysis.votes.outcomes import OutcomeIntervals
from helpers.analysis.votes.vote import Array, Interval, chances_given_factor, over_factor


def outcomes_after_tie(
    seats: ArrayLike,
    chances: ArrayLike,
    loadings: ArrayLike,
    *,
    absent: ArrayLike = 0,
    next_absent: ArrayLike = 0,
    deviating: ArrayLike = 0,
    abstaining: ArrayLike = 0,
    vacant: int = 0,
) -> OutcomeIntervals:
    """Return how a proposal ends when a postponed vote is held again in the next meeting.

    Each group votes the second time as it did the first; only who is there differs: ``absent`` in
    the first meeting, ``next_absent`` in the second. A tie again rejects, so that nothing stays
    ``postponed``; ``invalid`` is a vote for which too few took part. The other arguments, and what
    an unknown chance (``nan``) does, are those of
    :func:`~helpers.analysis.votes.outcomes.outcome_intervals`.

    >>> ends = outcomes_after_tie([3, 3], [1.0, 0.0], 0.0, absent=[1, 1], next_absent=[0, 1])
    >>> ends.adopted
    Interval(low=1.0, high=1.0)
    """
    p = np.atleast_1d(np.asarray(chances, dtype=float))
    slope = np.broadcast_to(np.asarray(loadings, dtype=float), p.shape)
    held, away, later, out = (
        np.broadcast_to(np.asarray(part, dtype=np.int64), p.shape)
        for part in (seats, absent, next_absent, abstaining)
    )
    blocs = np.stack([voting_blocs(held, deviating, one, out) for one in (away, later)])
    sitting, abstain = int(held.sum()), int(out.sum())
    valid, valid_again = (
        is_valid(sitting, sitting - abstain - int(one.sum()), abstain) for one in (away, later)
    )
    full = vacant == 0 and not away.any()
    unknown = np.isnan(p)
    table = _both_counts(blocs[:, ~unknown], chances_given_factor(p[~unknown], slope[~unknown]))
    ends = []
    for added in _both_sums(blocs[:, unknown]):
        first, second = (
            2 * (np.arange(size) + more) - int(one.sum())
            for size, more, one in zip(table.shape[:2], added, blocs, strict=True)
        )
        again = (first == 0)[:, None] & (not full) & valid
        adopted = ((first > 0)[:, None] & valid) | (again & valid_again & (second > 0))
        invalid = np.broadcast_to(again & (not valid_again) | (not valid), adopted.shape)
        yes, none = (np.tensordot(one, table, axes=2) for one in (adopted, invalid))
        ends.append([yes, np.zeros_like(yes), 1 - yes - none, none])
    low, high = over_factor(np.min(ends, axis=0)), over_factor(np.max(ends, axis=0))
    pairs = zip(low.clip(0, 1).tolist(), high.clip(0, 1).tolist(), strict=True)
    return OutcomeIntervals(*(Interval(*pair) for pair in pairs))


def _both_sums(blocs: NDArray[np.int64]) -> set[tuple[int, int]]:
    """Return each two numbers of yes-seats that the blocs can give: at first, and again."""
    sums = {(0, 0)}
    for one, other in blocs.T.tolist():
        sums |= {(first + one, second + other) for first, second in sums}
    return sums


def _both_counts(blocs: NDArray[np.int64], given: Array) -> Array:
    """Return the chance of each two counts of yes-seats, at each point of the factor.

    ``blocs`` (2, groups) are the seats with which a group moves the first and the second count;
    the result has shape (sum of the first + 1, sum of the second + 1, 192).
    """
    table = np.zeros((*(blocs.sum(axis=1) + 1), given.shape[0]))
    table[0, 0] = 1
    reach = np.array([1, 1])
    for bloc, yes in zip(blocs.T, given.T, strict=True):
        filled = table[: reach[0], : reach[1]]
        moved = filled * yes
        filled -= moved
        reach = reach + bloc
        table[bloc[0] : reach[0], bloc[1] : reach[1]] += moved
    return table
