"""The checker finds what was planted in trees that were written without a look at it."""

from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
import yaml

from helpers.analysis.goals.goal_tree import Finding, review_goals
from helpers.dossier.goals import Contribution, Goal, Measure

TREES = yaml.safe_load(Path(__file__).with_name("broken_trees.yaml").read_text("utf-8"))
YEAR = 2026
CHECK = {
    "no_indicator": "indicator",
    "no_baseline": "baseline",
    "no_target": "target",
    "vague_target": "vague",
    "no_year": "year",
    "no_source": "source",
    "no_owner": "owner",
    "no_decision": "decision",
    "goal_without_measure": "measure",
    "measure_without_goal": "goal",
    "no_strength": "strength",
    "no_argument": "argument",
    "cycle": "cycle",
}
"""What the checker calls each fault."""


def found(tree: dict[str, Any]) -> tuple[Finding, ...]:
    rows = zip((Goal, Measure, Contribution), ("goals", "measures", "contributions"), strict=True)
    tables = [
        pd.DataFrame([dict(kind.model_validate(row)) for row in tree[name]], columns=list(columns))
        for kind, name in rows
        for columns in (kind.model_fields,)
    ]
    return review_goals(*tables, YEAR).findings


def named(tree: dict[str, Any]) -> str:
    return str(tree["name"])


def test_there_are_five_sound_trees_and_twenty_five_broken_ones_of_every_kind() -> None:
    assert (len(TREES["sound"]), len(TREES["broken"])) == (5, 25)
    assert set(Counter(tree["fault"] for tree in TREES["broken"])) == set(CHECK)
    names = [named(tree) for trees in TREES.values() for tree in trees]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("tree", TREES["sound"], ids=named)
def test_nothing_is_missing_in_a_sound_tree(tree: dict[str, Any]) -> None:
    assert found(tree) == ()


@pytest.mark.parametrize("tree", TREES["broken"], ids=named)
def test_the_one_fault_that_was_planted_is_the_one_that_is_found(tree: dict[str, Any]) -> None:
    findings = found(tree)
    assert {one.check for one in findings} == {CHECK[tree["fault"]]}
    row, *other = str(tree["where"]).split()
    assert (row, *other) in [(one.row, *([one.other] if other else [])) for one in findings]
    assert len(findings) == 1 or tree["fault"] == "cycle"
