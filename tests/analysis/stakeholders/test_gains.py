"""For whom there is something in a package: known answers first."""

import pandas as pd
import pytest

from helpers.analysis.stakeholders.gains import gains

PEOPLE = pd.DataFrame({"id": ["shop", "flat", "quiet", "new"]})
WANTS = pd.DataFrame(
    {
        "id": ["turnover", "door", "peace", "said"],
        "stakeholder": ["shop", "shop", "flat", "quiet"],
        "interest": ["omzet", "toegang", "rust", ""],
        "weight": [5.0, 2.0, None, 3.0],
    }
)
WORKS = pd.DataFrame(
    {
        "option": ["paid", "paid", "night", "night"],
        "interest": ["turnover", "door", "turnover", "peace"],
        "effect": [-2.0, 3.0, 1.0, None],
    }
)


def row(package: list[str], who: str) -> dict[str, object]:
    return gains(PEOPLE, WANTS, WORKS, package).set_index("stakeholder").loc[who].to_dict()


def test_value_is_weight_times_effect_summed_over_interests_and_issues() -> None:
    assert row(["paid", "night"], "shop") == {
        "gain": 6.0, "loss": -5.0, "value": 1.0,
        "better": 1, "worse": 1, "open": 0, "verdict": "something",
    }  # fmt: skip


def test_only_losses_means_nothing_in_it() -> None:
    works = WORKS[WORKS["interest"] == "turnover"].head(1)
    table = gains(PEOPLE, WANTS, works, ["paid"]).set_index("stakeholder")
    assert table.loc["shop", "verdict"] == "nothing"
    assert table.loc["shop", "value"] == -10


def test_an_effect_that_is_not_known_is_no_zero() -> None:
    assert row(["night"], "flat")["verdict"] == "unknown"
    assert row(["night"], "flat")["open"] == 1


def test_an_untouched_interest_with_unknown_weight_is_not_open() -> None:
    assert row(["paid"], "flat")["open"] == 0
    assert row(["paid"], "flat")["verdict"] == "nothing"


def test_a_position_without_the_interest_behind_it_is_not_known() -> None:
    assert row(["paid"], "quiet")["verdict"] == "unknown"
    assert row(["paid"], "quiet")["open"] == 1


def test_who_has_no_row_is_not_known_either() -> None:
    assert row(["paid"], "new")["verdict"] == "unknown"


def test_an_empty_package_brings_nothing() -> None:
    assert row([], "shop")["value"] == 0
    assert row([], "shop")["verdict"] == "nothing"


@pytest.mark.parametrize("order", [["paid", "night"], ["night", "paid"]])
def test_the_order_of_the_package_does_not_matter(order: list[str]) -> None:
    assert row(order, "shop")["value"] == 1
