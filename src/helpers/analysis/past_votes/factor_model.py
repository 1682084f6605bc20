"""A model of past votes: each party group's base rate, and how it follows what all share.

Group f votes yes when ``l_f . Z + sqrt(1 - |l_f|^2) e_f < Phi^-1(p_f)``: ``p_f`` is its base rate,
``l_f`` its loading on each of the factors Z (standard normal, independent), ``e_f`` an own factor.
With one factor it is the model of :mod:`helpers.analysis.votes.vote`; with none, groups vote apart.
Given Z it is a probit: ``P(yes | z) = Phi(a_f - b_f . z)`` with ``a_f = Phi^-1(p_f) / s_f``, ``b_f
= l_f / s_f`` and ``s_f = sqrt(1 - |l_f|^2)`` (normal ogive model; Bock & Lieberman 1970). Integrals
over Z are sums over a grid, so that the chances of all patterns of votes add up to exactly 1.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]

_GRIDS = {1: np.linspace(-6.5, 6.5, 64), 2: np.linspace(-5, 5, 25)}


class FactorModel(NamedTuple):
    """What past votes say about each party group.

    ``groups`` is indexed by group, with the columns ``chance`` (the base rate ``p_f``, from 0 to 1)
    and ``loading``, or ``loading_1`` and ``loading_2`` with two factors, each between -1 and 1.
    ``newcomer`` has the same columns: what to expect of a group without a past.
    """

    groups: pd.DataFrame
    newcomer: pd.Series

    def of(self, names: Iterable[str]) -> pd.DataFrame:
        """Return the rows of these groups, in this order; a group without a past is a newcomer."""
        rows = self.groups.reindex(list(names))
        return rows.fillna(self.newcomer)


class Patterns(NamedTuple):
    """Decisions with the same votes together: ``yes`` and ``no`` (patterns, groups) hold 0 or 1.

    ``of`` is the pattern of each decision.
    """

    yes: Array
    no: Array
    of: NDArray[np.int64]


def patterns(votes: pd.DataFrame) -> Patterns:
    """Return the different rows of ``votes`` (1.0, 0.0 or ``nan``; one column a group).

    >>> patterns(pd.DataFrame({"a": [1.0, np.nan, 1.0]})).of.tolist()
    [1, 0, 1]
    """
    table = votes.to_numpy(dtype=float)
    if not (np.isnan(table) | (table == 0) | (table == 1)).all():
        raise ValueError("a vote must be 1 (yes), 0 (no) or nan (none)")
    codes = np.where(np.isnan(table), 0, np.where(table == 1, 2, 1)).astype(np.int8)
    rows, of = np.unique(codes, axis=0, return_inverse=True)
    return Patterns((rows == 2).astype(float), (rows == 1).astype(float), of.ravel())


def factor_grid(factors: int) -> tuple[Array, Array]:
    """Return the points of the shared factors (factors, points) and the log of their weights.

    >>> [factor_grid(n)[0].shape for n in (0, 1, 2)]
    [(0, 1), (1, 64), (2, 625)]
    """
    if factors == 0:
        return np.zeros((0, 1)), np.zeros(1)
    if factors not in _GRIDS:
        raise ValueError(f"factors must be 0, 1 or 2, not {factors}")
    points = np.array([one.ravel() for one in np.meshgrid(*[_GRIDS[factors]] * factors)])
    logs = -(points**2).sum(axis=0) / 2
    return points, logs - np.log(np.exp(logs).sum())


def given_points(level: Array, slope: Array, points: Array) -> tuple[Array, Array]:
    """Return the log of the chance of yes and of no at each point: shapes (groups, points).

    ``level`` (groups,) is ``a_f``, ``slope`` (groups, factors) is ``b_f``.
    """
    from scipy.special import log_ndtr

    reach = level[:, None] - slope @ points
    return log_ndtr(reach), log_ndtr(-reach)


def pattern_chances(
    seen: Patterns, log_yes: Array, log_no: Array, log_weights: Array
) -> tuple[Array, Array]:
    """Return the log-likelihood of each pattern, and what it tells about the factors.

    The second is the chance of each point given the pattern, shape (patterns, points).
    """
    joint = seen.yes @ log_yes
    joint += seen.no @ log_no
    joint += log_weights
    top = joint.max(axis=1, keepdims=True)
    joint -= top
    np.exp(joint, out=joint)
    mass = joint.sum(axis=1, keepdims=True)
    joint /= mass
    return (top + np.log(mass)).ravel(), joint


def log_likelihoods(model: FactorModel, votes: pd.DataFrame) -> pd.Series:
    """Return the log of the chance of each decision's votes, one value a row of ``votes``.

    ``votes`` has 1.0, 0.0 or ``nan``, one column a group, as
    :func:`~helpers.analysis.past_votes.decisions.votes_by_decision` gives it. Closer to 0 is
    better; a group that took no part counts for nothing.

    >>> half = pd.DataFrame({"chance": [0.5, 0.5], "loading": [0.0, 0.0]}, index=["a", "b"])
    >>> model = FactorModel(half, half.loc["a"])
    >>> log_likelihoods(model, pd.DataFrame({"a": [1.0], "b": [0.0]})).round(3).tolist()
    [-1.386]
    """
    level, slope = probit(model.of(votes.columns))
    points, log_weights = factor_grid(slope.shape[1])
    seen = patterns(votes)
    log_yes, log_no = given_points(level, slope, points)
    each, _ = pattern_chances(seen, log_yes, log_no, log_weights)
    return pd.Series(each[seen.of], index=votes.index, name="log_likelihood")


def chances_given_others(model: FactorModel, votes: pd.DataFrame) -> pd.DataFrame:
    """Return each group's chance of yes given how all others voted on the same decision.

    Same shape and columns as ``votes``. Put beside the votes themselves it shows what the shared
    factor is worth: :func:`helpers.analysis.past_votes.scores.reliability`.
    """
    level, slope = probit(model.of(votes.columns))
    points, log_weights = factor_grid(slope.shape[1])
    seen = patterns(votes)
    log_yes, log_no = given_points(level, slope, points)
    chances = np.empty_like(seen.yes)
    for at in range(level.size):
        others = np.arange(level.size) != at
        rest = Patterns(seen.yes[:, others], seen.no[:, others], seen.of)
        _, told = pattern_chances(rest, log_yes[others], log_no[others], log_weights)
        chances[:, at] = told @ np.exp(log_yes[at])
    return pd.DataFrame(chances[seen.of], index=votes.index, columns=votes.columns)


def probit(groups: pd.DataFrame) -> tuple[Array, Array]:
    """Return ``a_f`` (groups,) and ``b_f`` (groups, factors) of a table of groups.

    >>> [x.round(3).tolist() for x in probit(pd.DataFrame({"chance": [0.5], "loading": [0.6]}))]
    [[0.0], [[0.75]]]
    """
    from scipy.special import ndtri

    loadings = groups.filter(like="loading").to_numpy(dtype=float)
    rest = np.sqrt(1 - (loadings**2).sum(axis=1))
    return ndtri(groups["chance"].to_numpy(dtype=float)) / rest, loadings / rest[:, None]


def as_model(names: Iterable[str], level: Array, slope: Array, *, turn: bool = True) -> FactorModel:
    """Return the model with these ``a_f`` and ``b_f``, turned so that it can be read in one way.

    Votes cannot tell Z from -Z, nor two factors from the same two turned. So the first factor is
    the one on which the slopes are largest (principal axes), and on each factor the sum of the
    slopes is not negative: a low factor is a decision on which most groups vote yes, and a group
    with a negative loading goes against them. Without ``turn`` the factors stay as they are. The
    newcomer has the mean of ``a`` and ``b``.
    """
    from scipy.special import ndtr

    if turn and slope.shape[1] > 1:
        slope = slope @ np.linalg.svd(slope, full_matrices=False)[2].T
    if turn:
        slope = slope * np.where(slope.sum(axis=0) < 0, -1.0, 1.0)
    a, b = np.append(level, level.mean()), np.vstack([slope, slope.mean(axis=0)])
    spread = np.sqrt(1 + (b**2).sum(axis=1))
    count = slope.shape[1]
    titles = ["loading"] if count == 1 else [f"loading_{n}" for n in range(1, count + 1)]
    table = pd.DataFrame(b / spread[:, None], columns=titles)
    table.insert(0, "chance", ndtr(a / spread))
    table.index = pd.Index([*names, "newcomer"], name="group")
    return FactorModel(table.iloc[:-1], table.iloc[-1])
