"""How many people one solution can satisfy, for who may choose its customers and who may not.

An illustration of ours of a claim in words (the more, and the more different, the people you serve,
the harder success becomes): ``n`` equal groups want something at a place on one line. The places of
the groups spread with standard deviation ``tau``, the persons within a group with ``sigma``, and
somebody is satisfied with a solution that lies at most ``delta`` away. All in the same points.
"""

from math import erf, sqrt
from typing import NamedTuple

import numpy as np

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
    everyone, chosen, kept = [], [], []
    for _ in range(rounds):
        places = random.normal(0.0, tau, size=n)
        wants = places[:, None] + random.normal(0.0, sigma, size=(n, people))
        everyone.append(_satisfied(wants, places.mean(), delta).mean())
        keeps = _company(wants, places, delta)
        chosen.append(_satisfied(wants[keeps], places[keeps].mean(), delta).mean())
        kept.append(keeps.mean())
    error = float(np.std(everyone, ddof=1) / sqrt(rounds)) if rounds > 1 else float("nan")
    return Served(float(np.mean(everyone)), float(np.mean(chosen)), float(np.mean(kept)), error)


def _company(
    wants: np.ndarray[tuple[int, int], np.dtype[np.float64]],
    places: np.ndarray[tuple[int], np.dtype[np.float64]],
    delta: float,
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    keeps = np.ones(len(places), dtype=bool)
    while keeps.sum() > 1:
        shares = _satisfied(wants, places[keeps].mean(), delta).mean(axis=1)
        worst = int(np.argmin(np.where(keeps, shares, np.inf)))
        if shares[worst] >= _LEAST:
            break
        keeps[worst] = False
    return keeps


def _satisfied(
    wants: np.ndarray[tuple[int, int], np.dtype[np.float64]], at: float, delta: float
) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    near: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = np.abs(wants - at) <= delta
    return near


def _check(n: int, tau: float, sigma: float, delta: float) -> None:
    if n < 1:
        raise ValueError(f"there is at least one group, not {n}")
    for name, value in (("tau", tau), ("sigma", sigma), ("delta", delta)):
        if not value >= 0:
            raise ValueError(f"{name} is 0 or more, not {value}")
