"""What tips the vote: how far the chance of a majority moves with the vote of a group or a pair."""

from itertools import combinations
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.votes.all_but_one import seats_of_all_but_one
from helpers.analysis.votes.vote import (
    Array,
    chances_given_factor,
    over_factor,
    seats_given_factor,
    sums_of,
    whole_seats,
)


class _Council(NamedTuple):
    """The groups' seats, whose vote is unknown, and the chances of the others at each point."""

    blocs: NDArray[np.int64]
    unknown: NDArray[np.bool_]
    given: Array
    least: int


def what_tips_it(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> pd.DataFrame:
    """Return for each party group what its vote changes: one row a group, in their order.

    ``E_Z[P(pass | z, f yes) - P(pass | z, f no)]``: f's vote is fixed and the shared factor Z is
    left alone, so that this is what f *decides*, and not what learning f's vote would tell about
    the others. Without opinions (every chance 1/2, no shared factor) it is the Banzhaf measure
    (Penrose 1946; Banzhaf 1965). A group that can never make the difference gets exactly 0.

    ``seats``, ``chances`` and ``loadings`` as in
    :func:`~helpers.analysis.votes.vote.seats_for_distribution`; a chance may be ``nan`` (not
    known). Columns of the result: ``low`` and ``high``, from 0 to 1 (times 100: percentage points).
    They differ when another group's chance is not known, and hold whatever the unknown groups do,
    also when that hangs on the shared factor: ``E_Z`` of the smallest and of the largest difference
    over all votes of the unknown.

    >>> what_tips_it([4, 3, 3, 1], [0.5, 0.5, 0.5, 0.5], 0.0)["low"].round(3).tolist()
    [0.5, 0.5, 0.5, 0.0]
    """
    council = _council(seats, chances, loadings)
    blocs, known = council.blocs, np.flatnonzero(~council.unknown).tolist()
    ends = np.zeros((blocs.size, 2))
    for at, others in seats_of_all_but_one(blocs[known], council.given[:, known]):
        ends[known[at]] = _ends(council, others, (known[at],))
    if council.unknown.any():
        others = seats_given_factor(blocs[known], council.given[:, known])
        for f in np.flatnonzero(council.unknown).tolist():
            ends[f] = _ends(council, others, (f,))
    return pd.DataFrame(ends, columns=["low", "high"])


def what_pairs_tip(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> pd.DataFrame:
    """Return what the votes of each two party groups change together: one row a pair.

    ``low`` and ``high``: ``E_Z[P(pass | z, both yes) - P(pass | z, both no)]``, from 0 to 1, with
    both votes fixed and the shared factor Z left alone. ``extra_low`` and ``extra_high``: how much
    of that the two do not have apart, ``E_Z[P(both yes) - P(f only) - P(g only) + P(both no)]``,
    from -1 to 1. Above 0 each needs the other; below 0 one of them is often enough. Without
    opinions the extra is the Banzhaf interaction index (Grabisch & Roubens 1999). Arguments and
    unknown chances as in :func:`what_tips_it`; ``first`` and ``second`` are the groups' positions.

    >>> what_pairs_tip([2, 2, 1], [0.5, 0.5, 0.5], 0.0)["low"].round(3).tolist()
    [1.0, 1.0, 1.0]
    """
    council = _council(seats, chances, loadings)
    rows = []
    for pair in combinations(range(council.blocs.size), 2):
        rest = ~council.unknown
        rest[list(pair)] = False
        others = seats_given_factor(council.blocs[rest], council.given[:, rest])
        rows.append((*pair, *_ends(council, others, pair), *_ends(council, others, pair, True)))
    columns = ["first", "second", "low", "high", "extra_low", "extra_high"]
    return pd.DataFrame(rows, columns=columns).astype({"first": int, "second": int})


def _council(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> _Council:
    p = np.atleast_1d(np.asarray(chances, dtype=float))
    blocs, unknown = whole_seats(seats), np.isnan(p)
    if blocs.shape != p.shape:
        raise ValueError("seats and chances must have one value for every party group")
    given = chances_given_factor(np.where(unknown, 0.5, p), loadings)
    return _Council(blocs, unknown, given, int(blocs.sum()) // 2 + 1)


def _ends(
    council: _Council, others: Array, fixed: tuple[int, ...], extra: bool = False
) -> tuple[float, float]:
    """Return the mean over the factor of the smallest and largest change over all unknown votes.

    ``others`` are the yes-seats of the groups that are known and not ``fixed``.
    """
    rest = council.unknown.copy()
    rest[list(fixed)] = False
    held = [int(bloc) for bloc in council.blocs[list(fixed)]]
    change = np.array(
        [
            _decisive(others, council.least - one, sum(held))
            - extra * sum(_decisive(others, council.least - one, bloc) for bloc in held)
            for one in sums_of(council.blocs[rest])
        ]
    )
    return float(over_factor(change.min(axis=0))), float(over_factor(change.max(axis=0)))


def _decisive(others: Array, short: int, seats: int) -> Array:
    """Return the chance, at each point, that the others miss ``short`` seats by at most these."""
    chance: Array = others[max(short - seats, 0) : max(short, 0)].sum(axis=0)
    return chance
