"""How well a model of past votes does on later votes, which it has not seen.

An expanding window: learn from all decisions before a day, judge those of that day and some time
after, move on. No decision is judged by a model that has seen its day.
"""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.days import Day, stamp
from helpers.analysis.past_votes.decisions import PastVotes
from helpers.analysis.past_votes.factor_fit import fit_common, fit_votes
from helpers.analysis.past_votes.factor_model import (
    Array,
    FactorModel,
    chances_given_others,
    factor_grid,
    given_points,
    log_likelihoods,
    probit,
)
from helpers.analysis.votes.vote import seats_given_factor

Learner = Callable[[pd.DataFrame, Array], FactorModel]

LEARNERS: dict[str, Learner] = {
    "independent": lambda votes, weights: fit_votes(votes, factors=0, weights=weights),
    "common": lambda votes, weights: fit_common(votes, weights=weights),
    "loadings": lambda votes, weights: fit_votes(votes, weights=weights),
    "two_factors": lambda votes, weights: fit_votes(votes, factors=2, weights=weights),
}
"""Groups apart; one correlation for all; a loading a group; two loadings a group."""


class OutOfTime(NamedTuple):
    """What a model said of each later decision; all with the same rows, oldest first.

    ``log_likelihood`` of all votes on the decision; ``seats`` the log of the chance of the number
    of yes-seats that it got; ``given_others`` each group's chance of yes given the others' votes;
    ``fold`` the number of the window, from 0.
    """

    log_likelihood: pd.Series
    seats: pd.Series
    given_others: pd.DataFrame
    fold: pd.Series


def folds_by_day(
    days: pd.Series, folds: int = 8, first: float = 0.3, start: Day | None = None
) -> NDArray[np.int64]:
    """Return the number of the window of each decision, from 0; -1 is only learned from.

    ``days`` are the dates, rising. The first share ``first`` of the decisions, or those before the
    day ``start``, are only learned from; the rest is cut in at most ``folds`` windows of about
    equally many decisions. A day is never cut. Raises ``ValueError`` when nothing is left to judge.

    >>> folds_by_day(pd.Series(pd.date_range("2026-01-01", periods=6)), folds=2, first=0.5)
    array([-1, -1, -1,  0,  0,  1])
    """
    rank = np.searchsorted(days.to_numpy(), days.to_numpy())
    begin = int(first * len(days)) if start is None else int((days < stamp(start)).sum())
    late = rank >= max(begin, 1)
    if not late.any() or folds < 1:
        raise ValueError("there are no later decisions to judge")
    base = rank[late][0]
    window = (rank - base) * folds // (len(days) - base)
    numbered = np.unique(window[late], return_inverse=True)[1]
    result = np.full(len(days), -1)
    result[late] = numbered
    return result


def recency(days: pd.Series, as_of: Day, half_life: float | None) -> Array:
    """Return how much each decision counts: half as much every ``half_life`` days before ``as_of``.

    Without a half-life each counts 1. Use it when groups may change their ways.

    >>> days = pd.Series(pd.to_datetime(["2026-01-01", "2026-01-31"]))
    >>> recency(days, pd.Timestamp("2026-01-31"), 30).tolist()
    [0.5, 1.0]
    """
    if half_life is None:
        return np.ones(len(days))
    if not half_life > 0:
        raise ValueError(f"half_life must be more than 0 days, not {half_life}")
    age = (stamp(as_of) - days).dt.total_seconds().to_numpy() / 86400
    weights: Array = 0.5 ** (age / half_life)
    return weights


def out_of_time(
    past: PastVotes,
    learn: Learner,
    fold: NDArray[np.int64],
    half_life: float | None = None,
) -> OutOfTime:
    """Return what a model says of each window, learned only from the decisions before it.

    ``learn`` is one of :data:`LEARNERS`; ``fold`` comes from :func:`folds_by_day` and ``half_life``
    goes to :func:`recency`. Groups may come and go: one without a past is judged as a newcomer, and
    one that was not there does not count.
    """
    parts = []
    for one in range(int(fold.max()) + 1):
        now, before = fold == one, fold < one
        weights = recency(past.dates[before], past.dates[now].iloc[0], half_life)
        model = learn(past.votes[before], weights)
        votes, seats = past.votes[now], past.seats[now]
        said = (log_likelihoods(model, votes), _log_seats(model, votes, seats))
        parts.append((*said, chances_given_others(model, votes), pd.Series(one, votes.index)))
    return OutOfTime(*(pd.concat(column) for column in zip(*parts, strict=True)))


def seats_by_model(groups: pd.DataFrame, seats: NDArray[np.int64]) -> Array:
    """Return the chance of every number of yes-seats: shape (sum of seats + 1,).

    ``groups`` has one row a party group as in
    :class:`~helpers.analysis.past_votes.factor_model.FactorModel`, with no, one or two loadings;
    ``seats`` one whole number a group. With one factor it is
    :func:`~helpers.analysis.votes.vote.seats_for_distribution` on a coarser grid.

    >>> groups = pd.DataFrame({"chance": [0.5, 0.5], "loading": [0.0, 0.0]})
    >>> seats_by_model(groups, np.array([1, 2])).round(6).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    level, slope = probit(groups)
    points, log_weights = factor_grid(slope.shape[1])
    log_yes, _ = given_points(level, slope, points)
    chances: Array = seats_given_factor(seats, np.exp(log_yes).T) @ np.exp(log_weights)
    return chances


def _log_seats(model: FactorModel, votes: pd.DataFrame, seats: pd.DataFrame) -> pd.Series:
    """Return the log of the chance of the yes-seats, among the groups that voted."""
    voting = seats.where(votes.notna(), 0).to_numpy()
    yes = (voting * votes.fillna(0).to_numpy()).sum(axis=1).astype(int)
    councils, at = np.unique(voting, axis=0, return_inverse=True)
    groups = model.of(votes.columns)
    logs = [np.log(np.maximum(seats_by_model(groups, one), 1e-300)) for one in councils]
    return pd.Series([logs[c][n] for c, n in zip(at.ravel(), yes, strict=True)], votes.index)


def best_so_far(scores: pd.DataFrame, fold: pd.Series) -> pd.Series:
    """Return the score of whichever model was best on all earlier windows, which is honest too.

    ``scores`` has one row a decision and one column a model (higher is better), ``fold`` the
    window. In the first window nothing is known yet: there it is the first column.

    >>> scores = pd.DataFrame({"a": [-1.0, -5.0], "b": [-2.0, -3.0]})
    >>> best_so_far(scores, pd.Series([0, 1])).tolist()
    [-1.0, -5.0]
    """
    chosen = pd.Series(np.nan, scores.index)
    for one in fold.unique():
        earlier = scores[(fold < one).to_numpy()]
        best = scores.columns[0] if earlier.empty else earlier.sum().idxmax()
        now = (fold == one).to_numpy()
        chosen[now] = scores[best][now]
    return chosen
