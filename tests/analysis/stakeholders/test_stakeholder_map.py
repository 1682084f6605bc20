"""The places on the map: the cut is high, near it is borderline, who is hit stays in view."""

import itertools

import pandas as pd
import pytest

from helpers.analysis.stakeholders.stakeholder_map import power_interest, salience


def people(**columns: list[float | None]) -> pd.DataFrame:
    given = {"power": [0.0], "involvement": [0.0], "affected": [0.0], "attitude": [0.0],
             "legitimacy": [0.0], "urgency": [0.0], **columns}  # fmt: skip
    table = pd.DataFrame({name: pd.Series(values) for name, values in given.items()}).ffill()
    table.insert(0, "id", [f"s{n}" for n in range(len(table))])
    return table


@pytest.mark.parametrize(
    ("power", "involvement", "quadrant"),
    [
        (9, 9, "power_and_interest"),
        (5, 5, "power_and_interest"),
        (5, 4.9, "power"),
        (4.9, 5, "interest"),
        (0, 0, "neither"),
        (float("nan"), 9, "unknown"),
        (9, float("nan"), "unknown"),
    ],
)
def test_the_cut_itself_counts_as_high(power: float, involvement: float, quadrant: str) -> None:
    row = people().assign(power=power, involvement=involvement)
    assert power_interest(row)["quadrant"].tolist() == [quadrant]


def test_within_one_of_the_cut_is_borderline() -> None:
    table = people(power=[3.9, 4.0, 6.0, 6.1], involvement=[9.0])
    assert power_interest(table)["borderline"].tolist() == [False, True, True, False]
    assert power_interest(table, cut=8)["borderline"].tolist() == [True] * 4  # involvement 9


def test_who_is_hit_with_little_power_is_not_overlooked_by_the_map() -> None:
    table = people(power=[2.0, 8.0, 2.0], affected=[9.0, 9.0, 2.0])
    found = power_interest(table)
    assert found["hit"].tolist() == [True, True, False]
    assert found["overlooked"].tolist() == [True, False, False]


def test_attitude_and_affected_stand_beside_the_map_unchanged() -> None:
    table = people(attitude=[-2.0, 1.0], affected=[9.0, 3.0])
    found = power_interest(table)
    assert found["attitude"].tolist() == [-2, 1]
    assert found["affected"].tolist() == [9, 3]


def test_the_eight_classes_of_whose_claim_stands_out() -> None:
    names = {
        "none": "", "dormant": "p", "discretionary": "l", "demanding": "u", "dominant": "pl",
        "pressing": "pu", "dependent": "lu", "definitive": "plu",
    }  # fmt: skip
    for name, high in names.items():
        row = people(
            power=[5.0 if "p" in high else 4.9],
            legitimacy=[5.0 if "l" in high else 0.0],
            urgency=[10.0 if "u" in high else 1.0],
        )
        assert salience(row)[["attributes", "salience"]].to_numpy().tolist() == [[len(high), name]]


def test_what_is_not_known_has_no_class() -> None:
    assert salience(people().assign(urgency=float("nan")))["salience"].tolist() == ["unknown"]


def test_no_group_is_called_a_danger() -> None:
    levels = list(itertools.product([0.0, 10.0], repeat=3))
    table = people(
        **dict(
            zip(
                ["power", "legitimacy", "urgency"],
                map(list, zip(*levels, strict=True)),
                strict=True,
            )
        )
    )
    assert not salience(table)["salience"].str.contains("danger").any()
