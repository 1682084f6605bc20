"""The chance of a majority beside a simulation of a million votes, and how exact it is.

Run: ``.venv-test/bin/python benchmarks/majority.py``. The simulation draws the same model with
numpy alone. Times are of the processor, the least of several runs. The yardstick for exactness is a
Gauss-Legendre rule of 8,000 points, 40 times as fine, with its own convolution.
"""

import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.polynomial.legendre import leggauss
from scipy.special import ndtr, ndtri

from helpers.analysis.votes.tipping import what_pairs_tip, what_tips_it
from helpers.analysis.votes.vote import chance_of_majority, loading, majority_interval

DRAWS = 1_000_000
SHARED = [0.0, 0.2, 0.35, 0.6, 0.8, 0.9, 0.95]


class Council(NamedTuple):
    """Seats and chances of yes, a party group each."""

    name: str
    seats: list[int]
    chances: list[float]


COUNCILS = [
    Council("9 seats, 3 groups", [4, 3, 2], [0.75, 0.25, 0.95]),
    Council(
        "45 seats, 10 groups",
        [9, 8, 7, 6, 5, 4, 2, 2, 1, 1],
        [0.95, 0.75, 0.75, 0.25, 0.05, 0.5, 0.75, 0.25, 0.95, 0.4],
    ),
    Council(
        "45 seats, 14 groups",
        [8, 7, 5, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1],
        [0.95, 0.75, 0.25, 0.75, 0.05, 0.5, 0.95, 0.75, 0.25, 0.05, 0.5, 0.999, 0.001, 0.75],
    ),
    Council(
        "150 seats, 15 groups",
        [37, 25, 24, 20, 9, 7, 5, 5, 3, 3, 3, 3, 3, 2, 1],
        [0.5, 0.77, 0.54, 0.61, 0.7, 0.57, 0.64, 0.77, 0.73, 0.77, 0.5, 0.72, 0.66, 0.75, 0.62],
    ),
]


def simulated(council: Council, slope: float, random: np.random.Generator) -> float:
    """Return the share of a million drawn votes that ends in a majority."""
    shared = random.standard_normal(DRAWS)
    shared *= slope
    rest = np.sqrt(1 - slope**2)
    yes = np.zeros(DRAWS, dtype=np.int64)
    for seats, cut in zip(council.seats, ndtri(council.chances), strict=True):
        own = random.standard_normal(DRAWS)
        own *= rest
        own += shared
        yes += seats * (own < cut)
    return float(np.mean(2 * yes > sum(council.seats)))


def very_fine(council: Council, slope: float) -> float:
    """Return the chance by a rule that is far finer than ours."""
    nodes, weights = leggauss(8)
    edges = np.linspace(-10, 10, 1001)
    half = (edges[1] - edges[0]) / 2
    points = np.add.outer(edges[:-1] + half, half * nodes).ravel()
    mass = np.tile(weights * half, 1000) * np.exp(-(points**2) / 2) / np.sqrt(2 * np.pi)
    table = np.zeros((sum(council.seats) + 1, points.size))
    table[0] = 1
    for seats, cut in zip(council.seats, ndtri(council.chances), strict=True):
        given = ndtr((cut - slope * points) / np.sqrt(1 - slope**2))
        moved = np.roll(table, seats, axis=0)  # nothing comes round: no group is added twice
        table = table * (1 - given) + moved * given
    return float(table[sum(council.seats) // 2 + 1 :].sum(axis=0) @ mass)


def seconds(action: Callable[[], object], runs: int) -> float:
    """Return the least processor time of an action."""

    def once() -> float:
        start = time.process_time()
        action()
        return time.process_time() - start

    return min(once() for _ in range(runs))


def main() -> None:
    """Print times, ratios and differences, a line a council."""
    random = np.random.default_rng(2026)
    print(f"{'':22}{'ours':>9}{'simulated':>12}{'ratio':>8}{'its error':>11}{'our error':>11}")
    for council in COUNCILS:
        seats, chances, slope = council.seats, council.chances, loading(0.35)
        ours = seconds(partial(chance_of_majority, seats, chances, slope), 500)
        theirs = seconds(partial(simulated, council, slope, random), 3)
        miss = abs(simulated(council, slope, random) - very_fine(council, slope))
        off = max(
            abs(chance_of_majority(seats, chances, loading(one)) - very_fine(council, loading(one)))
            for one in SHARED
        )
        print(
            f"{council.name:22}{ours * 1e3:6.2f} ms{theirs * 1e3:9.0f} ms{theirs / ours:8.0f}"
            f"{miss:11.0e}{off:11.0e}"
        )
    print(f"\nour error: the largest for a shared factor of {', '.join(map(str, SHARED))}")
    council = COUNCILS[2]
    unknown = [np.nan if at in (2, 5) else p for at, p in enumerate(council.chances)]
    slope = loading(0.35)
    print(f"\nOne forecast, {council.name}, two of them not known:")
    for name, action in [
        ("chance of a majority, an interval", majority_interval),
        ("what each group tips", what_tips_it),
        ("what each pair tips", what_pairs_tip),
    ]:
        took = seconds(partial(action, council.seats, unknown, slope), 100)
        print(f"  {name:36}{took * 1e3:8.2f} ms")


if __name__ == "__main__":
    main()
