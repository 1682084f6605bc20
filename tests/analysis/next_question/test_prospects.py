"""What a course may bring, against the chance of a majority where all is sure."""

import numpy as np
import pandas as pd
import pytest

from helpers.analysis.next_question.deciders import deciders
from helpers.analysis.next_question.prospects import (
    Course,
    Prospects,
    by_decider,
    expected_values,
    prospects,
    veto_chance,
)
from helpers.analysis.next_question.spread import uniform
from helpers.analysis.votes.vote import chance_of_majority, loading

PEOPLE = pd.DataFrame(
    {
        "id": ["f", "g", "h", "owner"],
        "kind": ["fractie", "fractie", "fractie", "owner"],
        "seats": [4.0, 3.0, 2.0, np.nan],
        "judged_vote": ["probably_for", "probably_against", "certainly_for", None],
    }
)
WANTS = pd.DataFrame(
    {
        "id": ["k", "m"],
        "stakeholder": ["g", "owner"],
        "weight": [2.0, 3.0],
        "certainty": [3, 3],
    }
)
CHOICES = pd.DataFrame({"id": ["now", "new"], "issue": "j", "status_quo": [True, False]})
WORKS = pd.DataFrame({"option": ["new", "new"], "interest": ["k", "m"], "effect": [2.0, -1.0]})


def known(no_deal: float, courses: list[Course], rho: float = 0.35) -> Prospects:
    least = pd.DataFrame({"stakeholder": ["owner"], "no_deal": [no_deal], "veto": [True]})
    who = deciders(PEOPLE, WANTS, CHOICES, WORKS, least)
    return prospects(who, courses, [0], loading(rho), 4.0)


@pytest.mark.parametrize("rho", [0.0, 0.35, 0.95])
def test_when_all_is_sure_it_is_the_chance_of_a_majority(rho: float) -> None:
    found = expected_values(known(-3.0, [Course((0,)), Course((1,))], rho))
    moved = 1 / (1 + 3 * np.exp(-4.0 / 4.0))
    for value, p in zip(found, (0.25, moved), strict=True):
        chance = chance_of_majority([4, 3, 2], [0.75, p, 0.95], loading(rho))
        assert value == pytest.approx(chance, abs=1e-12)


def test_a_package_that_a_holder_of_a_veto_does_not_accept_is_worth_nothing() -> None:
    found = expected_values(known(-2.0, [Course((0,)), Course((1,))]))
    assert found[0] > 0
    assert found[1] == 0


def test_no_deal_is_reached_exactly_at_its_value() -> None:
    assert veto_chance(uniform([0])) == 1
    assert veto_chance(uniform([-1])) == 0


def test_each_decider_gives_back_the_same_value() -> None:
    strategy = Course((1,), ("f", 0.3, 2.0))
    all_of = known(-3.0, [Course((0,)), strategy])
    for at, value in enumerate(expected_values(all_of)):
        for stakes, ahead in zip(all_of.stakes, by_decider(all_of, at), strict=True):
            delta = stakes[at].delta
            start = delta.first - ahead.first
            reached = ahead.worth.mean(axis=0)[start : start + delta.chance.size]
            assert ahead.base + reached @ delta.chance == pytest.approx(value, abs=1e-12)
            assert ahead.less(0.25).base == pytest.approx(ahead.base - 0.25)
