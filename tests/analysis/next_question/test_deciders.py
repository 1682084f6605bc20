"""What is not sure about who decides, read from the tables."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.next_question.deciders import ANY_CHANCE, deciders, steps

NAN = float("nan")


@given(st.integers(0, 5), st.sampled_from([1, 2, 3]))
def test_a_judgement_may_be_some_steps_away_and_stays_on_its_scale(
    value: int, certainty: int
) -> None:
    found = steps(float(value), certainty, 0, 5)
    assert found == [v for v in range(6) if abs(v - value) <= 3 - certainty]


def test_what_is_not_known_may_be_anything_on_its_scale() -> None:
    assert steps(NAN, 3, -3, 3) == [-3, -2, -1, 0, 1, 2, 3]
    assert steps(2.0, NAN, 0, 5) == steps(2.0, 1, 0, 5)


def tables(**changes: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {
        "stakeholders": pd.DataFrame(
            {
                "id": ["owner", "shops", "group", "other"],
                "kind": ["owner", "business", "fractie", "fractie"],
                "seats": [NAN, NAN, 5.0, 4.0],
                "judged_vote": [None, None, "unknown", None],
            }
        ),
        "interests": pd.DataFrame(
            {
                "id": ["rent", "sales", "calm"],
                "stakeholder": ["owner", "shops", "group"],
                "weight": [2.5, 4.0, NAN],
                "certainty": [2, 3, 1],
            }
        ),
        "options": pd.DataFrame({"id": ["now", "new"]}),
        "effects": pd.DataFrame(
            {"option": ["new", "gone"], "interest": ["rent", "calm"], "effect": [3.0, 1.0]}
        ),
        "thresholds": pd.DataFrame(
            {
                "stakeholder": ["owner", "shops", "group"],
                "no_deal": [1.0, 9.0, 6.0],
                "veto": [True, False, True],
            }
        ),
        **changes,
    }


def test_party_groups_come_first_and_then_who_has_a_veto() -> None:
    found = deciders(**tables())
    assert [one.id for one in found.all] == ["group", "other", "owner"]
    assert [one.id for one in found.groups] == ["group", "other"]
    group, _, owner = found.all
    assert group.chances is ANY_CHANCE
    assert (group.judged, owner.judged) == (True, False)


def test_without_a_judged_vote_the_interests_tell_and_without_these_nothing_does() -> None:
    _group, nothing, _owner = deciders(**tables()).all
    assert nothing.chances is ANY_CHANCE
    least = tables()["thresholds"].assign(stakeholder=["owner", "shops", "other"])
    _group, needs_much, _owner = deciders(**tables(thresholds=least)).all
    assert (needs_much.judged, needs_much.chances.tolist()) == (False, [0.5])


def test_halves_are_kept_by_counting_in_half_points() -> None:
    found = deciders(**tables())
    owner = found.all[-1]
    assert found.units == 2
    assert owner.interests[0].weights == (3, 5, 7)
    assert owner.interests[0].effects == {1: (2, 3)}
    assert owner.no_deal == (0, 2, 4)


def test_what_a_judged_group_needs_does_not_matter_to_its_vote() -> None:
    assert deciders(**tables()).all[0].no_deal == (12,)


def test_a_value_that_was_told_takes_the_place_of_weight_and_effect() -> None:
    told = pd.DataFrame({"stakeholder": ["owner"], "option": ["new"], "value": [7.5]})
    owner = deciders(**tables(), values=told).all[-1]
    assert owner.told == {1: 15}
    assert owner.interests[0].effects == {}


@pytest.mark.parametrize("weight", [1 / 3, 0.123, 2.05])
def test_odd_weights_are_kept_to_a_twentieth(weight: float) -> None:
    wants = tables()["interests"].assign(weight=[weight, 1.3, 0.7], certainty=3)
    found = deciders(**tables(interests=wants))
    assert found.units <= 20
    kept = found.all[-1].interests[0].weights[0] / found.units
    assert kept == pytest.approx(weight, abs=0.025)


def test_without_party_groups_nobody_decides() -> None:
    people = tables()["stakeholders"].iloc[:2]
    assert deciders(**tables(stakeholders=people)).all == ()


def test_what_has_a_certainty_of_its_own_keeps_to_it() -> None:
    people = pd.DataFrame(
        {"id": ["f", "v"], "kind": ["fractie", "owner"], "seats": [9, 0], "judged_vote": None}
    )
    wants = pd.DataFrame({"id": ["k"], "stakeholder": "f", "weight": [2.0], "certainty": [1]})
    works = pd.DataFrame(
        {"option": ["o", "p"], "interest": "k", "effect": [1.0, 1.0], "certainty": [3, None]}
    )
    least = pd.DataFrame(
        {"stakeholder": ["f", "v"], "no_deal": [4.0, 4.0], "veto": True, "certainty": [3, 2]}
    )
    group, owner = deciders(people, wants, pd.DataFrame({"id": ["o", "p"]}), works, least).all
    assert group.interests[0].effects == {0: (1,), 1: (-1, 0, 1, 2, 3)}
    assert (group.no_deal, owner.no_deal) == ((4,), (3, 4, 5))
