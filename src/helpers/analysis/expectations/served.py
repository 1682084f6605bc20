"""How many people one solution can satisfy, for who may choose its customers and who may not.

An illustration of ours of a claim in words (the more, and the more different, the people you serve,
the harder success becomes): ``n`` equal groups want something at a place on one line. The places of
the groups spread with standard deviation ``tau``, the persons within a group with ``sigma``, and
somebody is satisfied with a solution that lies at most ``delta`` away. All in the same points.
"""

from math import erf, sqrt
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]

_LEAST = 0.5
"""A company lets go of a group of which it satisfies less than this share."""


class Served(NamedTuple):
    """What one solution does for the groups, as shares from 0 to 1.

    ``everyone`` is the share that a government satisfies, which serves all groups; ``chosen`` the
    share that a company satisfies among the groups it keeps, which are the share ``kept`` of all.
    ``error`` is the standard error of ``everyone``.
    """

    everyone: float
    chosen: float
    kept: float
    error: float


def share_served(n: int, tau: float, sigma: float, delta: float) -> float:
    """Return the expected share that one solution, at the mean of the groups, satisfies.

    ``2 Phi(delta / sqrt(sigma^2 + tau^2 (1 - 1/n))) - 1``: a person lies off the solution by the
    place in the group plus the place of the group against the mean of ``n`` groups, both normal.
    ``ValueError`` when ``n`` is below 1 or a spread or ``delta`` below 0.

    >>> round(share_served(1, 2.0, 1.0, 1.0), 4)
    0.6827
    >>> share_served(8, 2.0, 1.0, 1.0) < share_served(2, 2.0, 1.0, 1.0)
    True
    """
    _check(n, tau, sigma, delta)
    spread = sqrt(sigma**2 + tau**2 * (1 - 1 / n))
    return 1.0 if spread == 0 else erf(delta / spread / sqrt(2))


def simulate_served(
    n: int, tau: float, sigma: float, delta: float, seed: int, people: int = 200, rounds: int = 400
) -> Served:
    """Return what happens in ``rounds`` invented societies of ``n`` groups of ``people`` each.

    The government offers one solution at the mean of all groups. The company begins there too, lets
    go of the group it serves worst as long as it satisfies less than half of it, and moves its
    solution to the mean of those it keeps; it keeps at least one group.

    >>> found = simulate_served(6, 2.0, 1.0, 1.5, seed=7)
    >>> found.chosen > found.everyone, found.kept < 1
    (True, True)
    """
    _check(n, tau, sigma, delta)
    random = np.random.default_rng(seed)
    places = random.normal(0.0, tau, size=(rounds, n))
    wants = places[:, :, None] + random.normal(0.0, sigma, size=(rounds, n, people))
    everyone = _shares(wants, places.mean(axis=1), delta).mean(axis=1)
    keeps = _company(wants, places, delta)
    shares = _shares(wants, _middle(places, keeps), delta)
    chosen = (shares * keeps).sum(axis=1) / keeps.sum(axis=1)
    error = float(np.std(everyone, ddof=1) / sqrt(rounds)) if rounds > 1 else float("nan")
    return Served(float(everyone.mean()), float(chosen.mean()), float(keeps.mean()), error)


def _company(wants: Array, places: Array, delta: float) -> NDArray[np.bool_]:
    """Return which groups a company keeps in each round: shape (rounds, groups)."""
    keeps = np.ones(places.shape, dtype=bool)
    for _ in range(places.shape[1] - 1):
        shares = np.where(keeps, _shares(wants, _middle(places, keeps), delta), np.inf)
        worst = shares.argmin(axis=1)
        lets_go = (shares.min(axis=1) < _LEAST) & (keeps.sum(axis=1) > 1)
        if not lets_go.any():
            break
        keeps[lets_go, worst[lets_go]] = False
    return keeps


def _middle(places: Array, keeps: NDArray[np.bool_]) -> Array:
    middle: Array = (places * keeps).sum(axis=1) / keeps.sum(axis=1)
    return middle


def _shares(wants: Array, at: Array, delta: float) -> Array:
    """Return the satisfied share of each group in each round: shape (rounds, groups)."""
    near: Array = (np.abs(wants - at[:, None, None]) <= delta).mean(axis=2)
    return near


def _check(n: int, tau: float, sigma: float, delta: float) -> None:
    if n < 1:
        raise ValueError(f"there is at least one group, not {n}")
    for name, value in (("tau", tau), ("sigma", sigma), ("delta", delta)):
        if not value >= 0:
            raise ValueError(f"{name} is 0 or more, not {value}")
