"""Who has what at stake: hand-made tables, and the same sums by plain counting."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.stakeholders.gains import gains
from helpers.analysis.stakeholders.interests import (
    effect_matrix,
    said,
    stake_arrays,
    stakes,
    what_matters,
)

PEOPLE = pd.DataFrame({"id": ["shop", "flat", "club"], "affected": [9.0, 10.0, None]})
WANTS = pd.DataFrame(
    {
        "id": ["turnover", "door", "peace", "sun", "said"],
        "stakeholder": ["shop", "shop", "flat", "flat", "club"],
        "interest": ["omzet", "toegang", "rust", "zon", ""],
        "weight": [5.0, 2.0, None, 4.0, None],
    }
)
CHOICES = pd.DataFrame(
    {"id": ["free", "paid", "closed", "night"], "issue": ["park", "park", "build", "build"]}
)
WORKS = pd.DataFrame(
    [
        ("paid", "turnover", -2.0),
        ("paid", "door", 3.0),
        ("paid", "sun", None),
        ("closed", "turnover", -3.0),
        ("night", "turnover", 1.0),
        ("night", "peace", -1.0),
    ],
    columns=["option", "interest", "effect"],
)
ALL = (PEOPLE, WANTS, CHOICES, WORKS)


def cell(who: str, option: str) -> dict[str, float]:
    table = stakes(*ALL).set_index(["stakeholder", "option"])
    return table.loc[(who, option), ["gain", "loss", "value", "open"]].to_dict()


def test_value_is_weight_times_effect_with_gain_and_loss_apart() -> None:
    assert cell("shop", "paid") == {"gain": 6, "loss": -10, "value": -4, "open": 0}


def test_the_status_quo_brings_nothing() -> None:
    assert cell("shop", "free") == {"gain": 0, "loss": 0, "value": 0, "open": 0}


def test_what_is_not_known_is_counted_apart() -> None:
    assert cell("flat", "paid") == {"gain": 0, "loss": 0, "value": 0, "open": 1}  # effect
    assert cell("flat", "night") == {"gain": 0, "loss": 0, "value": 0, "open": 1}  # weight
    assert cell("flat", "closed")["open"] == 0  # not touched: nothing to know


def test_there_is_a_row_for_every_stakeholder_and_option_in_their_order() -> None:
    table = stakes(*ALL)
    assert table["stakeholder"].tolist() == [who for who in PEOPLE["id"] for _ in range(4)]
    assert table["option"].tolist() == [*CHOICES["id"]] * 3
    assert table["issue"].tolist() == [*CHOICES["issue"]] * 3


def test_an_interest_without_words_is_open_where_an_option_touches_it() -> None:
    works = pd.DataFrame([("paid", "said", 2.0)], columns=WORKS.columns)
    wants = WANTS.assign(weight=[5.0, 2.0, 1.0, 4.0, 3.0])
    table = stakes(PEOPLE, wants, CHOICES, works).set_index(["stakeholder", "option"])
    assert table.loc[("club", "paid"), "open"] == 1
    assert table.loc[("club", "free"), "open"] == 0


def test_effects_on_unknown_names_are_left_out() -> None:
    works = pd.DataFrame([("paid", "nobody", 2.0), ("none", "sun", 2.0)], columns=WORKS.columns)
    assert not effect_matrix(WANTS, CHOICES, works).any()


def test_said_without_a_column_of_words_is_all() -> None:
    assert said(WANTS.drop(columns="interest")).all()


@st.composite
def dossiers(draw: st.DrawFn) -> tuple[pd.DataFrame, ...]:
    people = pd.DataFrame({"id": [f"s{i}" for i in range(draw(st.integers(1, 4)))]})
    wants = pd.DataFrame(
        [(f"k{k}", draw(st.sampled_from([*people["id"]])), draw(st.integers(0, 5)))
         for k in range(draw(st.integers(1, 6)))],
        columns=["id", "stakeholder", "weight"],
    )  # fmt: skip
    choices = pd.DataFrame(
        [(f"o{j}{o}", f"j{j}") for j in range(draw(st.integers(1, 3))) for o in range(3)],
        columns=["id", "issue"],
    )
    cells = [(o, k) for o in choices["id"] for k in wants["id"]]
    touched = draw(st.lists(st.sampled_from(cells), unique=True))
    works = pd.DataFrame(
        [(o, k, draw(st.integers(-3, 3))) for o, k in touched],
        columns=["option", "interest", "effect"],
    )
    return people, wants, choices, works.astype({"effect": float})


@settings(deadline=None, max_examples=40)
@given(dossiers(), st.data())
def test_a_package_is_worth_the_sum_of_its_options(
    tables: tuple[pd.DataFrame, ...], data: st.DataObject
) -> None:
    people, wants, choices, works = tables
    package = [data.draw(st.sampled_from([*part["id"]])) for _, part in choices.groupby("issue")]
    value = stakes(*tables).pivot_table(
        index="stakeholder", columns="option", values="value", sort=False
    )
    one_by_one = gains(people, wants, works, package).set_index("stakeholder")["value"]
    assert value[package].sum(axis=1).to_dict() == pytest.approx(one_by_one.to_dict())
    plain = {
        who: sum(
            w * e
            for k, holder, w in wants.itertuples(index=False)
            for o, kk, e in works.itertuples(index=False)
            if holder == who and k == kk and o in package
        )
        for who in people["id"]
    }
    assert one_by_one.to_dict() == pytest.approx(plain)


def test_what_matters_most_comes_first_and_what_is_not_known_counts_as_heavy() -> None:
    table = what_matters(*ALL)
    assert table[["interest", "matters", "known"]].to_numpy().tolist() == [
        ["turnover", 25.0, True],  # 5 x (2 + 3)
        ["said", 15.0, False],  # weight as 5, reach as 3
        ["sun", 12.0, False],  # 4 x 3
        ["door", 6.0, True],
        ["peace", 5.0, False],
    ]


def test_equal_interests_stand_by_who_is_affected_most_and_then_by_the_table() -> None:
    people = pd.DataFrame({"id": ["a", "b", "c", "d"], "affected": [2.0, 9.0, 2.0, None]})
    wants = pd.DataFrame({"id": ["d1", "a1", "b1", "c1"], "stakeholder": ["d", "a", "b", "c"]})
    wants = wants.assign(weight=3.0, interest="x")
    works = pd.DataFrame({"option": "paid", "interest": wants["id"], "effect": 1.0})
    order = what_matters(people, wants, CHOICES, works)["interest"].tolist()
    assert order == ["b1", "a1", "c1", "d1"]


def test_arrays_have_a_row_a_stakeholder_and_a_column_an_option() -> None:
    arrays = stake_arrays(*ALL)
    assert arrays.value.shape == arrays.open.shape == (3, 4)
    assert np.array_equal(arrays.value, arrays.gain + arrays.loss)
