"""What has to be quick, measured beside its limit: a few seconds' work.

Run: ``PYTHONPATH=src .venv/bin/python benchmarks/limits.py``. Times are of the processor, the least
of several runs; memory is the most that a process of its own held.
"""

import resource
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
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


def choice() -> Callable[[], Any]:
    """Give a choice in the package maker: 3,072 packages, six parties, two packages kept."""
    import itertools
    import os
    import tempfile

    os.environ["DRAAGVLAK_WERK"] = tempfile.mkdtemp()
    from helpers.tools.packages.package_maker import PackageMaker

    tool = PackageMaker(_deal((4, 3, 4, 4, 4, 4)))
    turns = itertools.cycle(["j0_1", "j0_2", "j0_3"])
    for name in ("one", "two"):
        tool.hear(tool.table, {"do": "choose", "value": next(turns)})
        tool.hear(tool.results, {"do": "keep", "value": name})
    tool.hear(tool.results, {"do": "party", "value": "p0"})
    return lambda: tool.hear(tool.table, {"do": "choose", "value": next(turns)})


def count() -> Callable[[], Any]:
    """Give the count of a million packages of six parties, as the package maker does it."""
    from helpers.analysis.packages.tally import Rule, tally

    values = np.random.default_rng(1).integers(-15, 16, (PARTIES, 60)).astype(float)
    issues = np.repeat(np.arange(6), 10).tolist()
    rule = Rule(np.zeros(PARTIES, dtype=bool), at_least=5)
    return lambda: list(tally(values, issues, [10.0] * PARTIES, rule))


def workbook() -> Callable[[], Any]:
    """Give the reading of a workbook of 10,000 rows in five tables."""
    from helpers.dossier.model import Dossier
    from helpers.dossier.tables import TABLES
    from helpers.dossier.workbook import read_workbook, write_workbook

    who = [{"id": f"s{n}", "name": f"Group {n}", "kind": "residents"} for n in range(500)]
    wants = [
        {
            "id": f"i{n}",
            "stakeholder": f"s{n % 500}",
            "position": "We do not want this",
            "weight": 3,
        }
        | {"interest": "A quiet street", "source": "A conversation", "date": "2026-09-15"}
        for n in range(4_000)
    ]
    talks = [
        {"id": f"c{n}", "stakeholder": f"s{n % 500}", "date": "2026-09-15", "asked_by": "alderman"}
        | {"asked": "What makes this matter to you?", "heard": "That it stays quiet"}
        for n in range(2_497)
    ]
    options = [{"id": f"o{n}", "issue": "j", "name": "One", "status_quo": n == 0} for n in range(2)]
    works = [{"option": "o1", "interest": f"i{n}", "effect": -1} for n in range(3_000)]
    given = {"stakeholders": who, "interests": wants, "contacts": talks, "options": options}
    given |= {"effects": works, "issues": [{"id": "j", "name": "Point"}]}
    rows = {
        name: [TABLES[name].model_validate(one) for one in told] for name, told in given.items()
    }
    path = Path(tempfile.mkdtemp()) / "large.xlsx"
    write_workbook(Dossier(id="large", title="Large", as_of="2026-09-15", **rows), path)
    return lambda: read_workbook(path)


def _deal(sizes: tuple[int, ...]) -> Any:
    """Return a working copy of an invented deal of six parties, with told values."""
    from helpers.dossier.model import Dossier
    from helpers.training import working_copy

    draw = np.random.default_rng(1)
    deal = Dossier(id="deal", title="Deal", as_of="2026-10-06")
    for n in range(PARTIES):
        deal = deal.add("stakeholders", id=f"p{n}", name=f"Party {n}", kind="partner")
        deal = deal.add("thresholds", stakeholder=f"p{n}", no_deal=int(draw.integers(0, 9)))
    for j, size in enumerate(sizes):
        deal = deal.add("issues", id=f"j{j}", name=f"Issue {j}")
        for o in range(size):
            row = {"id": f"j{j}_{o}", "issue": f"j{j}", "name": f"Option {o}"}
            deal = deal.add("options", **row, status_quo=o == 0)
            for n in range(PARTIES if o else 0):
                told = {"stakeholder": f"p{n}", "option": f"j{j}_{o}"}
                deal = deal.add("values", **told, value=int(draw.integers(-8, 13)))
    working_copy.open_dossier = lambda name: deal
    return working_copy.WorkingCopy("deal")


LIMITS: list[tuple[str, Callable[[], Callable[[], Any]], float]] = [
    ("a forecast of a council of 45 seats", forecast, 0.001),
    ("720 packages x 6 parties", partial(packages, (3, 4, 3, 4, 5)), 0.005),
    ("a million packages x 6 parties", partial(packages, (10,) * 6), 2.0),
    ("a choice in the package maker", choice, 0.1),
    ("a count of a million packages", count, 2.0),
    ("power of 200 players", power, 1.0),
    ("the next questions of winkelhart", questions, 0.2),
    ("reading a workbook of 10,000 rows", workbook, 3.0),
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
