"""Estimating base rates and loadings from past votes, with how sure they are.

Marginal maximum likelihood (Bock & Aitkin 1981) with a weak pull of every party group toward the
mean of all: it matters for a group with few votes, and makes a newcomer average.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.past_votes.factor_model import (
    Array,
    FactorModel,
    Patterns,
    as_model,
    factor_grid,
    given_points,
    pattern_chances,
    patterns,
    probit,
)

PULL = 1.0
"""A group's ``a`` and ``b`` differ from the mean of all with variance 1 / ``PULL``, beforehand."""

MOST_SHARED = 0.95
"""The largest correlation of two groups in :func:`fit_common`."""

_FINE, _ROUGH = 1e-5, 1e-4  # of the slope a decision; rough is far below what a draw changes


def fit_votes(
    votes: pd.DataFrame,
    *,
    factors: int = 1,
    weights: Array | None = None,
    pull: float = PULL,
) -> FactorModel:
    """Return the base rate and the loading of each party group: a loading with its own sign.

    ``votes`` has one row a decision and one column a group: 1.0, 0.0 or ``nan``
    (:func:`~helpers.analysis.past_votes.decisions.votes_by_decision`). ``factors`` is 1, or 0
    (groups vote apart) or 2. ``weights`` says how much each decision counts (default 1 each). It
    maximises ``sum of weight x log-likelihood - pull / 2 x sum_f ((a_f - mean a)^2 + |b_f - mean
    b|^2)``; without ``pull`` a group that always votes the same has no estimate. Which way round
    loadings are: :func:`~helpers.analysis.past_votes.factor_model.as_model`; turning all of them
    changes no forecast. The column ``loading`` goes where ``loadings`` are asked for in
    :mod:`helpers.analysis.votes.vote`; base rates are of all decisions together and no judgement of
    one proposal. Raises ``ValueError`` without any vote.

    >>> votes = pd.DataFrame({"a": [1.0, 1.0, 0.0, 0.0], "b": [1.0, 1.0, 0.0, 1.0]})
    >>> fit_votes(votes, factors=0).groups["chance"].round(2).tolist()
    [0.54, 0.71]
    """
    seen, counts = _counted(votes, weights)
    level, slope = _fitted(seen, counts, _start(seen, counts, factors), pull)
    return as_model(votes.columns, level, slope)


def fit_common(votes: pd.DataFrame, *, weights: Array | None = None) -> FactorModel:
    """Return the model with one correlation rho for each two groups: all loadings ``sqrt(rho)``.

    Base rates as of :func:`fit_votes` with no factor; rho, from 0 to 0.95, has the highest
    likelihood given these.

    >>> votes = pd.DataFrame({"a": [1.0, 1.0, 0.0, 0.0], "b": [1.0, 1.0, 0.0, 0.0]})
    >>> fit_common(votes).groups["loading"].round(2).tolist()
    [0.97, 0.97]
    """
    from scipy.optimize import minimize_scalar
    from scipy.special import ndtri

    seen, counts = _counted(votes, weights)
    apart = fit_votes(votes, factors=0, weights=weights)
    cut = ndtri(apart.groups["chance"].to_numpy())
    points, log_weights = factor_grid(1)

    def misfit(shared: float) -> float:
        level, slope = _common(cut, shared)
        each, _ = pattern_chances(seen, *given_points(level, slope, points), log_weights)
        return -float(counts @ each)

    found = minimize_scalar(misfit, bounds=(0, MOST_SHARED), method="bounded")
    return as_model(votes.columns, *_common(cut, float(found.x)))


def resampled_intervals(
    votes: pd.DataFrame,
    blocks: NDArray[np.int64],
    *,
    seed: int,
    resamples: int = 200,
    level: float = 0.9,
) -> pd.DataFrame:
    """Return the one-factor estimate of each group with a confidence interval.

    ``blocks`` has one whole number a decision, the same for decisions that belong together: days
    (:func:`~helpers.analysis.past_votes.decisions.blocks_of_days`), because votes of one day are
    often one debate. Days are drawn with replacement, ``resamples`` times, and each time the model
    is fitted again; the ends are the percentiles that leave out ``1 - level`` (block bootstrap;
    Efron & Tibshirani 1993, ch. 8 and 13). The same ``seed`` gives the same intervals.

    Columns, indexed by group: ``chance``, ``chance_low``, ``chance_high``, ``loading``,
    ``loading_low``, ``loading_high``. With one day there is nothing to draw: the ends are ``nan``.
    """
    random = np.random.default_rng(seed)
    seen, counts = _counted(votes, None)
    model = fit_votes(votes)
    start = probit(model.groups)
    days = int(blocks.max()) + 1
    drawn = np.full((resamples, *model.groups.shape), np.nan)
    for at in range(resamples if days > 1 else 0):
        times = np.bincount(random.integers(0, days, days), minlength=days)[blocks]
        again = np.bincount(seen.of, times, counts.size).astype(float)
        a, b = _fitted(seen, again, start, PULL, _ROUGH)
        drawn[at] = as_model(
            votes.columns, a, b if (b * start[1]).sum() > 0 else -b, turn=False
        ).groups
    ends = np.quantile(drawn, [(1 - level) / 2, (1 + level) / 2], axis=0)
    table = model.groups.copy()
    for at, name in enumerate(model.groups):
        table[f"{name}_low"], table[f"{name}_high"] = ends[:, :, at]
    return table[[f"{name}{end}" for name in model.groups for end in ("", "_low", "_high")]]


def _counted(votes: pd.DataFrame, weights: Array | None) -> tuple[Patterns, Array]:
    """Return the patterns of votes, and how much each counts."""
    seen = patterns(votes)
    counts = np.bincount(seen.of, weights, len(seen.yes)).astype(float)
    if not (counts @ (seen.yes + seen.no)).any():
        raise ValueError("there are no votes to learn from")
    return seen, counts


def _start(seen: Patterns, counts: Array, factors: int) -> tuple[Array, Array]:
    """Return a first guess: shares of yes, and the main axes of how the votes go together."""
    from scipy.special import ndtri

    total = counts @ (seen.yes + seen.no)
    share = (counts @ seen.yes + 1) / (total + 2)
    apart = seen.yes * (1 - share) - seen.no * share
    together = (apart * counts[:, None]).T @ apart / counts.sum()
    axes = np.linalg.eigh(together)[1][:, ::-1][:, :factors]
    slope = np.zeros((share.size, factors))
    slope[:, : axes.shape[1]] = axes * np.sqrt(share.size / 2)
    start: Array = ndtri(share) * np.sqrt(1 + (slope**2).sum(axis=1))
    return start, slope


def _fitted(
    seen: Patterns,
    counts: Array,
    start: tuple[Array, Array],
    pull: float,
    tolerance: float = _FINE,
) -> tuple[Array, Array]:
    """Return the ``a`` and ``b`` with the highest penalised likelihood, from a first guess."""
    from scipy.optimize import minimize

    groups, factors = start[1].shape
    points, log_weights = factor_grid(factors)
    total = counts.sum()
    log_density = -np.log(2 * np.pi) / 2

    def misfit(both: Array) -> tuple[float, Array]:
        level, slope = both[:groups], both[groups:].reshape(groups, factors)
        log_yes, log_no = given_points(level, slope, points)
        each, told = pattern_chances(seen, log_yes, log_no, log_weights)
        told *= counts[:, None]
        reach = log_density - (level[:, None] - slope @ points) ** 2 / 2
        steps = seen.yes.T @ told * np.exp(reach - log_yes)
        steps -= seen.no.T @ told * np.exp(reach - log_no)
        off_level, off_slope = level - level.mean(), slope - slope.mean(axis=0)
        cost = pull / 2 * ((off_level**2).sum() + (off_slope**2).sum()) - counts @ each
        by_level = pull * off_level - steps.sum(axis=1)
        by_slope = pull * off_slope + steps @ points.T
        return float(cost) / total, np.concatenate([by_level, by_slope.ravel()]) / total

    begin = np.concatenate([start[0], start[1].ravel()])
    stop = {"maxiter": 500, "gtol": tolerance}
    found = minimize(misfit, begin, jac=True, method="BFGS", options=stop)
    return found.x[:groups], found.x[groups:].reshape(groups, factors)


def _common(cut: Array, shared: float) -> tuple[Array, Array]:
    """Return ``a`` and ``b`` of groups that all have the loading ``sqrt(shared)``."""
    slope = np.full((cut.size, 1), np.sqrt(shared / (1 - shared)))
    return cut / np.sqrt(1 - shared), slope
