"""The chance of a majority for every package at once.

The same model as :mod:`helpers.analysis.votes.vote`; many packages give a party group the same
chance, so the convolution is done once for each different half of the council and then put
together.
"""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.votes.vote import chances_given_factor, over_factor, whole_seats

Array = NDArray[np.float64]
Places = NDArray[np.int64]

_BATCH = 512


def chances_of_majority(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> pd.DataFrame:
    """Return the chance that more seats vote yes than no under each package: one row a package.

    ``seats`` has one whole number a party group, ``chances`` shape (packages, groups) with the
    chance of yes, ``nan`` = not known, and ``loadings`` one value in (-1, 1) a group or one for
    all. Columns ``chance_low`` and ``chance_high``, from 0 to 1: they differ where a chance is not
    known, for that runs over the whole of [0, 1]. Each row is what
    :func:`~helpers.analysis.votes.vote.majority_interval` gives; a tie rejects.

    >>> chances_of_majority([3, 2, 2], [[0.5, 0.5, 0.5], [1.0, 0.0, np.nan]], 0.0)
       chance_low  chance_high
    0         0.5          0.5
    1         0.0          1.0
    """
    blocs = whole_seats(seats)
    p = np.atleast_2d(np.asarray(chances, dtype=float))
    if p.shape[1:] != blocs.shape:
        raise ValueError("seats and chances must have one value for every party group")
    slopes = np.broadcast_to(np.asarray(loadings, dtype=float), blocs.shape)
    unknown = np.isnan(p)
    some = ~unknown.all(axis=0)
    least = int(blocs.sum()) // 2 + 1
    needed = np.stack((np.full(len(p), least), least - unknown @ blocs))
    low, high = _reached(blocs[some], np.nan_to_num(p[:, some]), slopes[some], needed)
    return pd.DataFrame({"chance_low": low, "chance_high": high})


def best_chance(weighed: pd.DataFrame) -> pd.DataFrame:
    """Return the packages without a veto that have the best chance of a majority.

    ``weighed`` as :func:`~helpers.analysis.packages.weigh.weigh_packages` gives it with
    ``loadings``. Best is the highest ``chance_low`` (it holds whatever the unknown groups do), then
    the highest ``chance_high``, then the fewest ``changes`` of the proposal; differences of 1e-9
    are rounding. No rows when every package has a veto.

    >>> table = pd.DataFrame({"chance_low": [0.2, 0.6, 0.6], "chance_high": [0.9, 0.8, 0.8],
    ...                       "changes": [0, 2, 1], "vetoed": False})
    >>> best_chance(table)[["chance_low", "changes"]].to_numpy().tolist()
    [[0.6, 1.0]]
    """
    left: pd.DataFrame = weighed.loc[~weighed["vetoed"], :]
    for name in ("chance_low", "chance_high"):
        left = left.loc[left[name] >= left[name].max() - 1e-9, :]
    left = left.loc[left["changes"] == left["changes"].min(), :]
    return left.reset_index(drop=True)


def _reached(blocs: Places, p: Array, slopes: Array, needed: Places) -> Array:
    """Return the chance of at least ``needed`` yes-seats, shape (questions, packages) as it has."""
    half = blocs.size // 2
    found = np.zeros(needed.shape)
    for start in range(0, len(p), _BATCH):
        rows = slice(start, start + _BATCH)
        ours, our = _seats_for(blocs[:half], p[rows, :half], slopes[:half])
        theirs, their = _seats_for(blocs[half:], p[rows, half:], slopes[half:])
        beyond = np.zeros_like(theirs[:, :1])
        at_least = np.concatenate((theirs[:, ::-1].cumsum(axis=1)[:, ::-1], beyond), axis=1)
        for question, asked in enumerate(needed[:, rows]):
            for one in np.unique(asked):
                at = np.flatnonzero(asked == one)
                # with so many yes-seats in our half, the other half must give the rest
                rest = np.clip(one - np.arange(ours.shape[1]), 0, theirs.shape[1])
                chance = np.einsum("paz,paz->pz", ours[our[at]], at_least[:, rest][their[at]])
                found[question, start + at] = over_factor(chance)
    return np.clip(found, 0, 1)


def _seats_for(blocs: Places, p: Array, slopes: Array) -> tuple[Array, Places]:
    """Return the distribution of yes-seats of each different row of ``p``, and which row has which.

    The first has shape (different rows, sum of seats + 1, points of the factor).
    """
    kinds, kind = _different(p)
    points = chances_given_factor([], 0.0).shape[0]
    table = np.zeros((len(kinds), int(blocs.sum()) + 1, points))
    table[:, 0] = 1
    filled = 1
    for bloc, chance, slope in zip(blocs.tolist(), kinds.T, slopes, strict=True):
        own, which = np.unique(chance, return_inverse=True)
        yes = chances_given_factor(own, slope).T[which][:, None]
        moved = table[:, :filled] * yes
        table[:, :filled] -= moved
        table[:, bloc : filled + bloc] += moved
        filled += bloc
    return table, kind


def _different(p: Array) -> tuple[Array, Places]:
    if not p.shape[1]:
        return p[:1], np.zeros(len(p), dtype=np.int64)
    kinds, kind = np.unique(p, axis=0, return_inverse=True)
    return kinds, kind.ravel()
