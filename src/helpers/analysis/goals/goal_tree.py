"""What is missing in a goal tree, and the share of checks that it meets.

A goal is complete with an indicator, a baseline, a target, a year, a source and an owner (SMART),
and anchored when it names the political decision it comes from. Every goal is served by a measure,
every measure serves a goal, and each link between the two has a strength from 0 to 3 and an
argument (the Dutch *doelenboom* and *doelen-inspanningennetwerk*). Goals below a goal serve it: a
goal with goals below it needs no measure of its own.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

COMPLETE = ("indicator", "baseline", "target", "year", "source", "owner")
"""What a goal needs to be complete, as columns of the table of goals."""

STRONGEST = 3

_AMOUNT = re.compile(
    r"\d|\b(?:alle|allemaal|elke?|iedere?|iedereen|geen|niemand|niets|nul|derde|kwart|helft|half"
    r"|dubbel|tweemaal|driemaal|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf"
    r"|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig|honderd|duizend"
    r"|halver\w*|verdubbel\w*|all|every|none|no|double|one|two|three|four|five|six|seven|eight"
    r"|nine|ten)\b",
    re.I,
)
"""What makes a target one that can be reached or not: a number, or all or none."""

Rows = list[dict[Hashable, Any]]


class Finding(NamedTuple):
    """One thing that is missing: which ``check``, in which ``table``, the row and what it names.

    Checks of a goal: one of ``COMPLETE``, ``text``, ``same`` (the target is the baseline),
    ``vague`` (the target holds no amount, such as "much more"), ``past`` (the year lies before
    the dossier's), ``decision``, ``parent`` (no such goal),
    ``cycle``, ``measure`` (nothing serves it). Of a measure: ``goal`` (it serves none). Of a link
    (``row`` is the measure, ``other`` the goal): ``ends`` (one of them does not exist), ``twice``,
    ``strength``, ``argument``.
    """

    check: str
    table: str
    row: str
    other: str = ""


class GoalReview(NamedTuple):
    """Everything that is missing, worst first, and how many checks were done and met."""

    findings: tuple[Finding, ...]
    checks: int

    @property
    def share(self) -> float:
        """The share of checks that is met; 1 when there was nothing to check."""
        return 1 - len(self.findings) / self.checks if self.checks else 1.0


def review_goals(
    goals: pd.DataFrame, measures: pd.DataFrame, contributions: pd.DataFrame, year: int
) -> GoalReview:
    """Return what is missing: first what breaks the tree, then links, what is served and anchored.

    Needs ``goals.id, parent, text, decision`` and the columns of ``COMPLETE`` (empty texts or
    ``nan`` = not filled in), ``measures.id`` and ``contributions.measure, goal, strength,
    argument``; ``year`` is the year of the dossier.

    >>> goal = {"id": "waste", "parent": "", "text": "Less waste", "decision": "Council 2025",
    ...         "indicator": "kg a person", "baseline": "210", "target": "", "year": 2028,
    ...         "source": "weighing", "owner": "alderman"}
    >>> link = {"measure": "bins", "goal": "waste", "strength": 2.0, "argument": "Tried elsewhere"}
    >>> found = review_goals(pd.DataFrame([goal]), pd.DataFrame({"id": ["bins"]}),
    ...                      pd.DataFrame([link]), 2026)
    >>> [one.check for one in found.findings], round(found.share, 2)
    (['target'], 0.95)
    """
    rows = goals.to_dict("records")
    names = {str(row["id"]) for row in rows}
    links = contributions.to_dict("records")
    own = [str(key) for key in measures["id"]]
    parts = [
        _tree(rows, names),
        _links(links, names, set(own)),
        _served(rows, links, own),
        _anchors(rows),
        _details(rows, year),
    ]
    findings = tuple(found for part in parts for found in part if found)
    # text, decision, parent, served, target against baseline and vague, past, and no cycle.
    of_goal, of_link = len(COMPLETE) + 8, 4
    return GoalReview(findings, len(rows) * of_goal + len(own) + len(links) * of_link)


def ancestors(goal: str, parents: dict[str, str]) -> tuple[str, ...]:
    """Return the goals above a goal, nearest first; one that would come twice ends it.

    >>> ancestors("bins", {"bins": "waste", "waste": "green", "green": ""})
    ('waste', 'green')
    """
    above: list[str] = []
    now = parents.get(goal, "")
    while now and now not in above:
        above.append(now)
        now = parents.get(now, "")
    return tuple(above)


def _tree(rows: Rows, names: set[str]) -> Iterator[Finding]:
    parents = _parents(rows)
    for row in rows:
        key, parent = str(row["id"]), _text(row["parent"])
        if parent and parent not in names:
            yield Finding("parent", "goals", key, parent)
        elif key in ancestors(key, parents):
            yield Finding("cycle", "goals", key, parent)


def _links(links: Rows, goals: set[str], measures: set[str]) -> Iterator[Finding]:
    seen = Counter((_text(one["measure"]), _text(one["goal"])) for one in links)
    for pair, times in seen.items():
        if times > 1:
            yield Finding("twice", "contributions", *pair)
    for one in links:
        measure, goal = _text(one["measure"]), _text(one["goal"])
        strength = one["strength"]
        if goal not in goals or measure not in measures:
            yield Finding("ends", "contributions", measure, goal)
        if not _is_number(strength) or not 0 <= float(strength) <= STRONGEST:
            yield Finding("strength", "contributions", measure, goal)
        if not _text(one["argument"]):
            yield Finding("argument", "contributions", measure, goal)


def _served(rows: Rows, links: Rows, measures: list[str]) -> Iterator[Finding]:
    counting = [one for one in links if not _is_number(one["strength"]) or one["strength"]]
    served = {_text(one["goal"]) for one in counting if _text(one["measure"]) in set(measures)}
    parents = _parents(rows)
    for key in parents:
        if key not in served and key not in parents.values():
            yield Finding("measure", "goals", key)
    serving = {_text(one["measure"]) for one in counting if _text(one["goal"]) in parents}
    for key in measures:
        if key not in serving:
            yield Finding("goal", "measures", key)


def _anchors(rows: Rows) -> Iterator[Finding]:
    """Yield the goals without a decision of their own or of a goal above them."""
    parents = _parents(rows)
    decided = {str(row["id"]) for row in rows if _text(row["decision"])}
    for key in parents:
        if not decided & {key, *ancestors(key, parents)}:
            yield Finding("decision", "goals", key)


def _details(rows: Rows, year: int) -> Iterator[Finding]:
    for row in rows:
        key = str(row["id"])
        missing = [name for name in ("text", *COMPLETE) if not _text(row[name])]
        yield from (Finding(name, "goals", key) for name in missing)
        baseline, target = _text(row["baseline"]), _text(row["target"])
        if baseline and baseline.casefold() == target.casefold():
            yield Finding("same", "goals", key)
        elif target and not _AMOUNT.search(target):
            yield Finding("vague", "goals", key)
        if _is_number(row["year"]) and float(row["year"]) < year:
            yield Finding("past", "goals", key)


def _parents(rows: Rows) -> dict[str, str]:
    return {str(row["id"]): _text(row["parent"]) for row in rows}


def _text(value: object) -> str:
    """Return what a cell says; an empty text when it is not filled in."""
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    return str(value).strip()


def _is_number(value: object) -> bool:
    return isinstance(value, int | float | np.number) and not np.isnan(float(value))
