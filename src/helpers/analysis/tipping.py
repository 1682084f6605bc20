"""What tips the vote: how far the chance of a majority moves with the vote of one party group."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.vote import Array, chances_given_factor, over_factor, seats_of_all_but_one


def what_tips_it(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> pd.DataFrame:
    """Return for each party group what its vote changes: one row a group, in their order.

    ``E_Z[P(pass | z, f yes) - P(pass | z, f no)]``: f's vote is fixed and the shared factor Z is
    left alone, so that this is what f *decides*, and not what learning f's vote would tell about
    the others. Without opinions (every chance 1/2, no shared factor) it is the Banzhaf measure
    (Penrose 1946; Banzhaf 1965). A group that can never make the difference gets exactly 0.

    ``seats``, ``chances`` and ``loadings`` as in
    :func:`~helpers.analysis.vote.seats_for_distribution`; a chance may be ``nan`` (not known).
    Columns of the result: ``low`` and ``high``, from 0 to 1 (times 100: percentage points). They
    differ when another group's chance is not known, and hold whatever the unknown groups do, also
    when that hangs on the shared factor: ``E_Z`` of the smallest and of the largest difference over
    all votes of the unknown.

    >>> what_tips_it([4, 3, 3, 1], [0.5, 0.5, 0.5, 0.5], 0.0)["low"].round(3).tolist()
    [0.5, 0.5, 0.5, 0.0]
    """
    held = np.atleast_1d(np.asarray(seats))
    blocs = held.astype(np.int64)
    p = np.atleast_1d(np.asarray(chances, dtype=float))
    unknown = np.isnan(p)
    given = chances_given_factor(np.where(unknown, 0.5, p), loadings)
    if blocs.shape != p.shape or (blocs < 0).any() or (blocs != held).any():
        raise ValueError("seats must have one whole number of 0 or more for every party group")
    least = int(blocs.sum()) // 2 + 1
    known = np.flatnonzero(~unknown)
    low, high = np.zeros(p.size), np.zeros(p.size)
    for at, others in seats_of_all_but_one(blocs[known], given[:, known]):
        f = known[at]
        low[f], high[f] = _ends(others, blocs[f], least, _sums(blocs[unknown]))
    if unknown.any():
        others = _everyone(blocs[known], given[:, known])
        for f in np.flatnonzero(unknown):
            rest = unknown.copy()
            rest[f] = False
            low[f], high[f] = _ends(others, blocs[f], least, _sums(blocs[rest]))
    return pd.DataFrame({"low": low, "high": high})


def _sums(blocs: NDArray[np.int64]) -> list[int]:
    """Return every number of yes-seats that the blocs can give together."""
    sums = {0}
    for bloc in blocs.tolist():
        sums |= {one + bloc for one in sums}
    return sorted(sums)


def _everyone(blocs: NDArray[np.int64], given: Array) -> Array:
    """Return the distribution of the yes-seats of all groups: a group of no seats is left out."""
    padded = np.append(blocs, 0)
    nobody = np.append(given, np.zeros((given.shape[0], 1)), axis=1)
    return dict(seats_of_all_but_one(padded, nobody))[blocs.size]


def _ends(others: Array, bloc: int, least: int, sums: list[int]) -> tuple[float, float]:
    """Return the mean over the factor of the smallest and the largest chance to be decisive.

    The group is decisive when the other seats for are fewer than ``least``, by at most ``bloc``.
    ``sums`` are the yes-seats that the unknown groups may give.
    """
    windows = [(max(least - bloc - one, 0), max(least - one, 0)) for one in sums]
    decisive = np.array([others[first:last].sum(axis=0) for first, last in windows])
    return float(over_factor(decisive.min(axis=0))), float(over_factor(decisive.max(axis=0)))
