"""The Shapley-Shubik index of many players as an integral over one chance of yes.

When every player votes yes with the same chance t, apart from each other, player i swings with
chance ``P_i(t)``, a polynomial of degree ``players - 1``, and the index is ``integral from 0 to 1
of P_i(t) dt`` (Owen 1972, "Multilinear extensions of games"). Gauss-Legendre on half as many points
as players is exact for it, up to rounding.
"""

from collections.abc import Sequence
from typing import cast

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def shapley_by_integral(quota: int, weights: Sequence[int]) -> Array:
    """Return the Shapley-Shubik index of each player, within 1e-12, for hundreds of players.

    A coalition wins with a weight of at least ``quota``, from 1 to the sum of ``weights`` (whole
    numbers of 0 or more). Time grows with ``players^2 * quota``.

    >>> shapley_by_integral(4, [3, 2, 1, 1]).round(12).tolist()
    [0.5, 0.166666666667, 0.166666666667, 0.166666666667]
    """
    t, share = _half_of_the_points(len(weights))
    mirrored = sum(weights) - quota + 1  # votes against, with chance t, that block
    at_most = _distribution(weights, t, max(quota, mirrored)).cumsum(axis=0)
    of = {
        w: float(share @ (_swing(at_most, w, quota, t) + _swing(at_most, w, mirrored, t)))
        for w in set(weights)
    }
    return np.array([of[w] for w in weights])


def _half_of_the_points(players: int) -> tuple[Array, Array]:
    """Return the points up to 1/2 and their weights: the other half is the game turned round."""
    points, shares = np.polynomial.legendre.leggauss((players + 1) // 2)
    low = points <= 1e-15
    return (points[low] + 1) / 2, np.where(points[low] < -1e-15, 0.5, 0.25) * shares[low]


def _distribution(weights: Sequence[int], t: Array, rows: int) -> Array:
    """Return the chance of each weight of yes-votes below ``rows``: shape (rows, points)."""
    table = np.zeros((rows, t.size))
    table[0] = 1
    filled = 1
    for w in sorted(weights):
        grown = table[: min(filled, rows - w)] * t if w < rows else table[:0]
        table[:filled] *= 1 - t
        table[w : w + len(grown)] += grown
        filled = min(filled + w, rows)
    return table


def _swing(at_most: Array, w: int, quota: int, t: Array) -> Array:
    """Return the chance that the others' weight is from ``quota - w`` to ``quota - 1``.

    One player is taken out of the distribution by ``1 / (1 - t + t x^w)``, a series in
    ``t / (1 - t)``, at most 1 here, so that rounding does not grow.
    """
    if w == 0:
        return np.zeros_like(t)
    reached = at_most[quota - 1 :: -w]
    windows = reached - np.append(reached[1:], np.zeros((1, t.size)), axis=0)
    ratio = -t / (1 - t)
    powers = np.cumprod(np.broadcast_to(ratio, windows.shape), axis=0) / ratio
    return cast(Array, (windows * powers).sum(axis=0) / (1 - t))
