"""The chance of a majority: party groups as blocs that share one factor.

Party group f has ``w_f`` seats and a chance ``p_f`` to vote yes. Groups do not decide apart from
each other: f votes yes when ``l_f Z + sqrt(1 - l_f^2) e_f < Phi^-1(p_f)``, with one shared factor
Z, an own factor e_f (all standard normal) and a loading ``l_f`` in (-1, 1). Given Z the groups are
independent, so the seats that vote yes have the exact distribution of a convolution; the integral
over Z is a trapezoid of 192 points on [-8.5, 8.5] (within 1e-9 up to ``l_f^2`` = 0.95).

Model: one-factor Gaussian threshold model (Vasicek 1987, "Probability of loss on loan portfolio").
The rule for passing: Gemeentewet art. 30 (more yes than no among the votes cast) in a full meeting,
where a tie rejects (art. 32).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

_POINTS = np.linspace(-8.5, 8.5, 192)
_WEIGHTS = np.exp(-(_POINTS**2) / 2)
_WEIGHTS /= _WEIGHTS.sum()


class Interval(NamedTuple):
    """The lowest and the highest chance, each from 0 to 1."""

    low: float
    high: float


def loading(shared_factor: float) -> float:
    """Return the loading of every party group whose latent votes correlate ``shared_factor``.

    ``shared_factor`` (rho) is from 0 (each decides apart) up to 0.95; the loading is its square
    root.

    >>> loading(0.25)
    0.5
    """
    if not 0 <= shared_factor <= 0.95:
        raise ValueError(f"shared_factor must be from 0 to 0.95, not {shared_factor}")
    return float(np.sqrt(shared_factor))


def chances_given_factor(chances: ArrayLike, loadings: ArrayLike) -> Array:
    """Return the chance of yes of each party group at each point of the shared factor.

    ``chances`` has one value in [0, 1] a group, ``loadings`` one value in (-1, 1) a group or one
    for all. The result has shape (192, groups): ``Phi((Phi^-1(p_f) - l_f z) / sqrt(1 - l_f^2))``.

    >>> chances_given_factor([0.3, 1.0], 0.0)[0].round(12).tolist()
    [0.3, 1.0]
    """
    from scipy.special import ndtr, ndtri

    p = np.atleast_1d(np.asarray(chances, dtype=float))
    slope = np.broadcast_to(np.asarray(loadings, dtype=float), p.shape)
    if not ((p >= 0) & (p <= 1)).all():
        raise ValueError("every chance must be from 0 to 1")
    if not (np.abs(slope) < 1).all():
        raise ValueError("every loading must be between -1 and 1")
    reach = ndtri(p) - np.outer(_POINTS, slope)
    given: Array = ndtr(reach / np.sqrt(1 - slope**2))
    return given


def seats_given_factor(seats: ArrayLike, given: Array) -> Array:
    """Return the chance of every number of yes-seats at each point of the shared factor.

    ``seats`` has one whole number >= 0 a party group; a group votes as one bloc and all members
    are present. ``given`` is what :func:`chances_given_factor` gives, shape (192, groups). The
    result has shape (sum of seats + 1, 192).

    >>> seats_given_factor([2], np.full((192, 1), 0.25))[:, 0].tolist()
    [0.75, 0.0, 0.25]
    """
    blocs = whole_seats(seats)
    if blocs.shape != given.shape[1:]:
        raise ValueError("seats and chances must have one value for every party group")
    table = np.zeros((int(blocs.sum()) + 1, given.shape[0]))
    table[0] = 1
    filled = 1
    order = np.argsort(blocs)  # the table grows late
    for bloc, yes in zip(blocs[order].tolist(), given.T[order], strict=True):
        moved = table[:filled] * yes
        table[:filled] -= moved
        table[bloc : filled + bloc] += moved
        filled += bloc
    return table


def seats_for_distribution(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> Array:
    """Return the chance of every number of yes-seats, from none to all: shape (sum of seats + 1,).

    ``seats`` as in :func:`seats_given_factor`, ``chances`` and ``loadings`` as in
    :func:`chances_given_factor`.

    >>> seats_for_distribution([1, 2], [0.5, 0.5], 0.0).round(12).tolist()
    [0.25, 0.25, 0.25, 0.25]
    """
    return over_factor(seats_given_factor(seats, chances_given_factor(chances, loadings)))


def chance_of_majority(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> float:
    """Return the chance that more seats vote yes than no, from 0 to 1; a tie rejects.

    Arguments as in :func:`seats_for_distribution`.

    >>> round(chance_of_majority([6, 5, 4], [0.5, 0.5, 0.5], 0.0), 12)
    0.5
    """
    distribution = seats_for_distribution(seats, chances, loadings)
    return _tail(distribution, (distribution.size - 1) // 2 + 1)


def majority_interval(seats: ArrayLike, chances: ArrayLike, loadings: ArrayLike) -> Interval:
    """Return the lowest and highest chance of a majority when unknown chances may be anything.

    A chance that is ``nan`` is unknown: it runs over the whole of [0, 1]. The chance of a majority
    does not fall when one group's chance of yes rises, so the ends are at 0 and at 1: the others
    must reach a majority by themselves, or together with all seats that are not known.

    >>> majority_interval([3, 2, 2], [1.0, 0.0, float("nan")], 0.0)
    Interval(low=0.0, high=1.0)
    """
    p = np.atleast_1d(np.asarray(chances, dtype=float))
    unknown = np.isnan(p)
    given = chances_given_factor(np.where(unknown, 0.0, p), loadings)
    distribution = over_factor(seats_given_factor(seats, given))
    least = (distribution.size - 1) // 2 + 1
    open_seats = int(np.asarray(seats)[unknown].sum()) if unknown.any() else 0
    return Interval(_tail(distribution, least), _tail(distribution, max(least - open_seats, 0)))


def _tail(distribution: Array, least: int) -> float:
    return min(max(float(distribution[least:].sum()), 0.0), 1.0)


def whole_seats(seats: ArrayLike) -> NDArray[np.int64]:
    """Return the seats as whole numbers; raise ``ValueError`` when they are not, or below 0."""
    blocs = np.atleast_1d(np.asarray(seats))
    if not (blocs >= 0).all() or not (blocs == np.floor(blocs)).all():
        raise ValueError("seats must be whole numbers of 0 or more")
    return blocs.astype(np.int64)


def sums_of(blocs: NDArray[np.int64]) -> list[int]:
    """Return every number of yes-seats that the blocs can give together, rising.

    >>> sums_of(np.array([2, 3, 2]))
    [0, 2, 3, 4, 5, 7]
    """
    sums = {0}
    for bloc in blocs.tolist():
        sums |= {one + bloc for one in sums}
    return sorted(sums)


def over_factor(values: ArrayLike) -> Array:
    """Return the mean over the shared factor of values whose last axis has its 192 points.

    >>> float(over_factor(np.ones(192)).round(12))
    1.0
    """
    mean: Array = np.asarray(values, dtype=float) @ _WEIGHTS
    return mean
