"""How good past forecasts were: the Brier score, and whether 70% came true 7 times in 10."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.votes.vote import Array, Interval

_EDGES = np.linspace(0, 1, 11)


def brier_score(chances: ArrayLike, outcomes: ArrayLike) -> float:
    """Return the mean of ``(p - y)^2``: 0 is perfect, 0.25 is what always saying 50% gets.

    ``chances`` from 0 to 1; ``outcomes`` 1 (it happened) or 0, same shape. A pair with a ``nan``
    does not count; ``nan`` when none does. Source: Brier 1950, "Verification of forecasts expressed
    in terms of probability" (here for one event, half of his score).

    >>> brier_score([1.0, 0.75, 0.5], [1, 1, 0])
    0.10416666666666667
    """
    p, y = _pairs(chances, outcomes)
    return float(((p - y) ** 2).mean()) if p.size else float("nan")


def brier_interval(low: ArrayLike, high: ArrayLike, outcomes: ArrayLike) -> Interval:
    """Return the best and worst Brier score of forecasts that were given as intervals.

    Each forecast may have been any chance from ``low`` to ``high``; shapes as in
    :func:`brier_score`. An unknown vote (from 0 to 1) gets 0 at best and 1 at worst.

    >>> brier_interval([0.0, 0.5], [1.0, 0.5], [1, 0])
    Interval(low=0.125, high=0.625)
    """
    ends = [np.asarray(one, dtype=float).ravel() for one in (low, high)]
    if ends[0].shape != ends[1].shape or (ends[0] > ends[1]).any():
        raise ValueError("low and high must be two ends of the same forecasts")
    half_known = np.isnan(ends[0]) | np.isnan(ends[1])
    first, y = _pairs(np.where(half_known, np.nan, ends[0]), outcomes)
    last, _ = _pairs(np.where(half_known, np.nan, ends[1]), outcomes)
    best, worst = np.where(y == 1, last, first), np.where(y == 1, first, last)
    return Interval(brier_score(best, y), brier_score(worst, y))


def reliability(
    chances: ArrayLike, outcomes: ArrayLike, edges: ArrayLike | None = None
) -> pd.DataFrame:
    """Return per bin of forecasts how often it happened: one row a bin that has any.

    ``edges`` are the ends of the bins, rising from 0 to 1 (default tenths; the words' chances .05,
    .25, .75 and .95 each have their own); a chance on an edge goes into the higher bin. Columns:
    ``low``, ``high`` (of the bin), ``count``, ``mean_chance``, ``share`` (that happened) and its
    95% interval ``share_low``, ``share_high`` (Wilson 1927). The interval takes forecasts as
    independent; for votes of one day it is too narrow. Well calibrated means that ``mean_chance``
    lies in the interval. Other arguments as in :func:`brier_score`.

    >>> table = reliability([0.75, 0.75, 0.25], [1, 1, 0])
    >>> table[["low", "count", "share"]].round(2).values.tolist()
    [[0.2, 1.0, 0.0], [0.7, 2.0, 1.0]]
    """
    p, y = _pairs(chances, outcomes)
    ends = _EDGES if edges is None else np.asarray(edges, dtype=float)
    if ends.size < 2 or ends[0] != 0 or ends[-1] != 1 or not (np.diff(ends) > 0).all():
        raise ValueError("edges must rise from 0 to 1")
    at = np.clip(np.searchsorted(ends, p + 1e-12, side="right") - 1, 0, ends.size - 2)
    count = np.bincount(at, minlength=ends.size - 1)
    some = count > 0
    n = count[some]
    share = np.bincount(at, y, ends.size - 1)[some] / n
    low, high = wilson_interval(share, n)
    return pd.DataFrame(
        {
            "low": ends[:-1][some],
            "high": ends[1:][some],
            "count": n,
            "mean_chance": np.bincount(at, p, ends.size - 1)[some] / n,
            "share": share,
            "share_low": low,
            "share_high": high,
        }
    )


def wilson_interval(share: Array, count: NDArray[np.int64]) -> tuple[Array, Array]:
    """Return the 95% interval of a share of ``count`` (Wilson 1927), same shapes.

    >>> [end.round(3).tolist() for end in wilson_interval(np.array([0.5]), np.array([10]))]
    [[0.237], [0.763]]
    """
    square = 1.959963984540054**2 / count
    middle = (share + square / 2) / (1 + square)
    half = np.sqrt(square * (share * (1 - share) + square / 4)) / (1 + square)
    return (middle - half).clip(0, 1), (middle + half).clip(0, 1)


def mean_interval(
    values: ArrayLike,
    blocks: NDArray[np.int64],
    *,
    seed: int,
    resamples: int = 2000,
    level: float = 0.9,
) -> Interval:
    """Return an interval of the mean of scores, one a decision, when days belong together.

    Give the difference between two models' scores to see whether one is really better. ``blocks``,
    ``seed`` and the way of drawing as in
    :func:`~helpers.analysis.past_votes.factor_fit.resampled_intervals`.

    >>> mean_interval([1.0, 1.0, 2.0, 2.0], np.array([0, 0, 1, 1]), seed=1)
    Interval(low=1.0, high=2.0)
    """
    each = np.asarray(values, dtype=float)
    _, day = np.unique(blocks, return_inverse=True)
    sums, counts = np.bincount(day, each), np.bincount(day)
    drawn = np.random.default_rng(seed).integers(0, counts.size, (resamples, counts.size))
    means = sums[drawn].sum(axis=1) / counts[drawn].sum(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(low), float(high))


def _pairs(chances: ArrayLike, outcomes: ArrayLike) -> tuple[Array, Array]:
    """Return the forecasts that have an outcome, and these outcomes."""
    p, y = (np.asarray(one, dtype=float).ravel() for one in (chances, outcomes))
    if p.shape != y.shape:
        raise ValueError("every forecast needs its own outcome")
    both = ~(np.isnan(p) | np.isnan(y))
    p, y = p[both], y[both]
    if not ((p >= 0) & (p <= 1)).all() or not ((y == 0) | (y == 1)).all():
        raise ValueError("chances must be from 0 to 1 and outcomes 0 or 1")
    return p, y
