"""What has to be quick, measured beside its limit: a few seconds' work.

Run: ``PYTHONPATH=src .venv/bin/python benchmarks/limits.py``. Times are of the processor, the least
of several runs; memory is the most that a process of its own held.
"""

import resource
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from processes import ask, least_time

PARTIES = 6


def forecast() -> Callable[[], Any]:
    """Give a forecast of a council of 45 seats in 14 party groups, two of them not known."""
    from helpers.analysis.votes.vote import loading, majority_interval

    seats = [8, 7, 5, 5, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1]
    chances = np.linspace(0.05, 0.95, 14)
    chances[[2, 5]] = np.nan
    return partial(majority_interval, seats, chances, loading(0.35))


def packages(sizes: tuple[int, ...]) -> Callable[[], Any]:
    """Give the values of all packages and the efficient ones, for six parties."""
    from helpers.analysis.packages.front import efficient_packages
    from helpers.analysis.packages.weigh import package_values

    issues = np.repeat(np.arange(len(sizes)), sizes)
    values = np.random.default_rng(1).integers(0, 101, (PARTIES, issues.size)).astype(float)
    places = [np.flatnonzero(issues == one) for one in range(len(sizes))]

    def both() -> Any:
        rows = np.stack(np.meshgrid(*places, indexing="ij"), axis=-1).reshape(-1, len(sizes))
        return package_values(values, rows), efficient_packages(values, issues.tolist())

    return both


def power() -> Callable[[], Any]:
    """Give all indices of 200 players."""
    from helpers.analysis.power.indices import power_table

    weights = np.random.default_rng(1).integers(1, 31, 200).tolist()
    return partial(power_table, list(map(str, range(200))), sum(weights) // 2 + 1, weights)


def questions() -> Callable[[], Any]:
    """Give the list of next questions of the first dossier."""
    from helpers.analysis.next_question.ranking import next_questions
    from helpers.analysis.votes.vote import loading
    from helpers.dossier.examples import open_dossier

    dossier = open_dossier("winkelhart")
    names = ("stakeholders", "interests", "options", "effects", "thresholds", "values")
    tables: dict[str, Any] = {name: dossier.table(name) for name in names}
    return partial(
        next_questions,
        **tables,
        proposal=dossier.proposal,
        loadings=loading(dossier.shared_factor),
        softness=dossier.softness,
        firm_share=dossier.firm_share,
    )


LIMITS: list[tuple[str, Callable[[], Callable[[], Any]], float]] = [
    ("a forecast of a council of 45 seats", forecast, 0.001),
    ("720 packages x 6 parties", partial(packages, (3, 4, 3, 4, 5)), 0.005),
    ("a million packages x 6 parties", partial(packages, (10,) * 6), 2.0),
    ("power of 200 players", power, 1.0),
    ("the next questions of winkelhart", questions, 0.2),
]
MOST_MEMORY = 1024
"""MiB, with everything that is imported."""


def measured(make: Callable[[], Callable[[], Any]]) -> tuple[float, float]:
    """Return seconds and MiB; runs in a process of its own."""
    action = make()
    seconds, _ = least_time(lambda _: action(), lambda: None, 50)
    return seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Print each limit; return 1 when one is not met."""
    missed = 0
    for name, make, most in LIMITS:
        seconds, memory = ask(120, measured, make)
        met = seconds <= most and memory <= MOST_MEMORY
        missed += not met
        said = f"{seconds * 1e3:9.2f} ms of {most * 1e3:6.0f}, {memory:4.0f} MiB"
        print(f"{name:38}{said}{'' if met else '  NOT MET'}", flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
