"""How the time of the analysis grows with the size of the work, as a plot.

Run: ``.venv/bin/python benchmarks/growth.py``. Each point is the least processor time of several
runs; it writes ``docs/growth.svg`` and prints the figures.
"""

import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import matplotlib as mpl
import numpy as np
from matplotlib.figure import Figure

from helpers.analysis.packages.front import efficient_packages
from helpers.analysis.power.indices import banzhaf_measure, shapley_shubik
from helpers.analysis.votes.vote import chance_of_majority, loading

PLOT = Path(__file__).parents[1] / "docs" / "growth.svg"
BUSY = 0.3  # seconds that one point may take, unless one run takes longer


class Line(NamedTuple):
    """A line of the plot: what is done, what its size counts, and an action for each size."""

    name: str
    unit: str
    points: list[tuple[int, Callable[[], object]]]


def councils(random: np.random.Generator) -> Iterator[tuple[int, Callable[[], object]]]:
    """Give forecasts of councils of ever more party groups, 3 seats each."""
    for groups in (3, 5, 10, 15, 30, 60, 120):
        chances = random.uniform(0.05, 0.95, groups)
        yield groups, partial(chance_of_majority, [3] * groups, chances, loading(0.35))


def bodies(
    index: Callable[[int, list[int]], object], random: np.random.Generator
) -> Iterator[tuple[int, Callable[[], object]]]:
    """Give the power indices of ever more players, with weights from 1 to 30."""
    for players in (8, 14, 25, 50, 100, 200):
        weights = random.integers(1, 31, players).tolist()
        yield players, partial(index, sum(weights) // 2 + 1, weights)


def games(random: np.random.Generator) -> Iterator[tuple[int, Callable[[], object]]]:
    """Give the efficient packages of ever more issues with four options, for six parties."""
    for issues in (3, 4, 5, 6, 7, 8, 9, 10):
        values = random.integers(0, 101, (6, 4 * issues)).astype(float)
        yield 4**issues, partial(efficient_packages, values, np.repeat(np.arange(issues), 4))


def lines() -> Iterator[Line]:
    """Give the lines of the plot."""
    random = np.random.default_rng(2026)
    yield Line("chance of a majority", "party groups", list(councils(random)))
    yield Line("Banzhaf", "players", list(bodies(banzhaf_measure, random)))
    yield Line("Shapley-Shubik", "players", list(bodies(shapley_shubik, random)))
    yield Line("efficient packages, 6 parties", "packages", list(games(random)))


def seconds(action: Callable[[], object]) -> float:
    """Return the least processor time of an action, run for about ``BUSY`` seconds."""
    least, spent = float("inf"), 0.0
    while spent < BUSY:
        start = time.process_time()
        action()
        took = time.process_time() - start
        least, spent = min(least, took), spent + max(took, 1e-6)
    return least


def main() -> None:
    """Print the figures and write the plot."""
    figure = Figure(figsize=(9, 4), layout="constrained")
    few, many = figure.subplots(1, 2, sharey=True)
    for line, marker in zip(lines(), "osD^", strict=True):
        sizes = [size for size, _ in line.points]
        times = [seconds(action) * 1e3 for _, action in line.points]
        for size, took in zip(sizes, times, strict=True):
            print(f"{line.name:30}{size:>10,} {line.unit:13}{took:>10.2f} ms")
        ax = many if line.unit == "packages" else few
        ax.loglog(sizes, times, marker=marker, label=f"{line.name} ({line.unit})")
    few.set(xlabel="party groups or players", ylabel="milliseconds of processor time")
    many.set(xlabel="packages")
    for ax in (few, many):
        ax.grid(visible=True, alpha=0.3)
        ax.legend(fontsize=8)
    with mpl.rc_context({"svg.hashsalt": "draagvlak"}):
        figure.savefig(PLOT, metadata={"Date": None})
    print(f"written: docs/{PLOT.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
