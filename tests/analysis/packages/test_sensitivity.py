"""Which weight changes the best package: against weighing everything again."""

import math

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.sensitivity import possible_weights, what_changes_the_best
from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import all_packages, package_values

PEOPLE = pd.DataFrame({"id": ["a", "b"]})
CHOICES = pd.DataFrame({"id": ["j0", "j1", "l0", "l1", "l2"], "issue": list("jjlll")})


def test_certainty_is_a_number_of_steps_within_the_scale() -> None:
    assert possible_weights(5.0, 1) == [3, 4]
    assert possible_weights(0.0, 2) == [1]
    assert possible_weights(2.0, 3) == []
    assert possible_weights(3.0, math.nan) == possible_weights(3.0, 1) == [1, 2, 4, 5]


@settings(max_examples=40)
@given(st.integers(0, 2**20))
def test_each_change_is_what_weighing_again_gives(seed: int) -> None:
    rng = np.random.default_rng(seed)
    wants = pd.DataFrame(
        {
            "id": list("klmn"),
            "stakeholder": ["a", "b", "a", "nobody"],
            "weight": rng.choice([0.0, 1, 3, 5, np.nan], 4),
            "certainty": rng.integers(1, 4, 4),
        }
    )
    works = pd.DataFrame(
        [(o, k, float(rng.integers(-3, 4))) for o in CHOICES["id"] for k in "klmn"],
        columns=["option", "interest", "effect"],
    )
    said = pd.DataFrame({"stakeholder": ["a"], "option": ["l2"], "value": [2.5]})
    rows = all_packages(CHOICES)
    names = CHOICES["id"].to_numpy()

    def scores(interests: pd.DataFrame) -> np.ndarray:
        worth = package_values(option_values(PEOPLE, interests, CHOICES, works, said), rows)
        return worth.min(axis=1)

    now = scores(wants)
    best = now >= now.max() - 1e-9
    wanted = {}
    for k in range(3):
        for new in possible_weights(wants["weight"][k], wants["certainty"][k]):
            weight = wants["weight"].where(wants.index != k, new)
            then = scores(wants.assign(weight=weight))
            if then[best].max() < then.max() - 1e-9:
                wanted["klm"[k], new] = (then.max() - then[best].max(), then >= then.max() - 1e-9)
    found = what_changes_the_best(
        PEOPLE, wants, CHOICES, works, lambda worth: worth.min(axis=1), values=said
    )
    assert {(row.interest, row.changed) for row in found.itertuples()} == set(wanted)
    for row in found.itertuples():
        lost, then_best = wanted[row.interest, row.changed]
        assert math.isclose(row.lost, lost, abs_tol=1e-9)
        assert row.package in {tuple(names[one]) for one in rows[then_best]}
    assert found["steps"].is_monotonic_increasing


def test_when_everything_is_sure_the_best_package_holds() -> None:
    wants = pd.DataFrame({"id": ["k"], "stakeholder": "a", "weight": [2.0], "certainty": 3})
    works = pd.DataFrame({"option": ["j1"], "interest": ["k"], "effect": [-1.0]})
    table = what_changes_the_best(PEOPLE, wants, CHOICES, works, lambda u: u.sum(axis=1))
    assert table.empty
    assert "package" in table
