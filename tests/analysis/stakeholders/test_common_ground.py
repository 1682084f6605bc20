"""Where interests collide and where they meet, in a table made by hand."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.stakeholders.common_ground import meetings_of_interest, pair_totals, sides

VALUE = {
    ("a", "o"): 6,
    ("a", "p"): -2,
    ("b", "o"): -4,
    ("b", "p"): -3,
    ("c", "o"): 5,
    ("c", "p"): 0,
}


def table(value: dict[tuple[str, str], float]) -> pd.DataFrame:
    rows = [(who, option, f"issue_{option}", v, 0) for (who, option), v in value.items()]
    return pd.DataFrame(rows, columns=["stakeholder", "option", "issue", "value", "open"])


def test_says_who_gains_and_who_loses_by_option() -> None:
    found = sides(table(VALUE)).set_index("option")
    assert found.loc["o", ["gains", "loses"]].tolist() == [("a", "c"), ("b",)]
    assert found.loc["p", ["gains", "loses"]].tolist() == [(), ("a", "b")]
    assert found["issue"].tolist() == ["issue_o", "issue_p"]


def test_who_is_not_clear_is_named_too() -> None:
    known = table(VALUE).assign(open=[0, 1, 0, 0, 0, 2])
    assert sides(known)["unclear"].tolist() == [(), ("a", "c")]


def test_every_pair_with_a_stake_in_the_same_option() -> None:
    found = meetings_of_interest(table(VALUE))
    assert found.drop(columns="issue").to_numpy().tolist() == [
        ["a", "b", "o", "conflict", 4.0],
        ["a", "b", "p", "both_lose", 2.0],
        ["a", "c", "o", "both_gain", 5.0],
        ["b", "c", "o", "conflict", 4.0],
    ]


def test_totals_keep_conflict_and_common_ground_apart() -> None:
    found = pair_totals(meetings_of_interest(table(VALUE))).set_index(["first", "second"])
    assert found.loc[("a", "b")].to_dict() == {"conflict": 4, "both_gain": 0, "both_lose": 2}
    assert found.loc[("a", "c")].to_dict() == {"conflict": 0, "both_gain": 5, "both_lose": 0}


def test_nobody_meets_when_nothing_is_at_stake() -> None:
    none = table(dict.fromkeys(VALUE, 0))
    assert meetings_of_interest(none).empty
    assert pair_totals(meetings_of_interest(none)).empty


@settings(deadline=None)
@given(st.integers(1, 5), st.integers(1, 4), st.data())
def test_equals_plain_counting(people: int, options: int, data: st.DataObject) -> None:
    value = np.array(
        data.draw(
            st.lists(st.integers(-3, 3), min_size=people * options, max_size=people * options)
        )
    ).reshape(people, options)
    cells = {(f"s{i}", f"o{o}"): float(value[i, o]) for i in range(people) for o in range(options)}
    wanted = {
        (f"s{i}", f"s{j}", f"o{o}"): (
            "conflict" if value[i, o] * value[j, o] < 0 else
            "both_gain" if value[i, o] > 0 else "both_lose",
            min(abs(value[i, o]), abs(value[j, o])),
        )
        for i, j in itertools.combinations(range(people), 2)
        for o in range(options)
        if value[i, o] * value[j, o]
    }  # fmt: skip
    found = meetings_of_interest(table(cells))
    assert {(a, b, o): (r, s) for a, b, o, _, r, s in found.itertuples(index=False)} == wanted


def test_the_order_of_two_is_that_of_the_table() -> None:
    turned = table({(who, o): v for (who, o), v in sorted(VALUE.items(), reverse=True)})
    turned = turned.sort_values("option", kind="stable").sort_values(
        "stakeholder", ascending=False, kind="stable"
    )
    assert meetings_of_interest(turned)["first"].tolist()[0] == "c"
    assert pair_totals(meetings_of_interest(turned))["conflict"].sum() == pytest.approx(8)
