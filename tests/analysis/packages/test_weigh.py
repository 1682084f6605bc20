"""Every package: against itertools.product and plain sums."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.front import TooManyPackagesError
from helpers.analysis.packages.weigh import (
    all_packages,
    no_deal_values,
    package_count,
    package_places,
    package_values,
    smallest_changes,
    weigh_packages,
)
from helpers.analysis.votes.majority import vote_chances
from helpers.analysis.votes.vote import majority_interval

CHOICES = pd.DataFrame(
    [("park_free", "park", True), ("build_once", "build", False), ("park_paid", "park", False),
     ("build_now", "build", True), ("build_parts", "build", False)],
    columns=["id", "issue", "status_quo"],
)  # fmt: skip
PEOPLE = pd.DataFrame(
    {
        "id": ["red", "shop", "blue", "green", "fund"],
        "seats": [5, 0, 4, 6, 0],
        "judged_vote": ["probably_for", None, None, "unknown", None],
    }
)
WANTS = pd.DataFrame(
    [("speed", "red", 4.0), ("trade", "shop", 5.0), ("carers", "blue", 5.0),
     ("trees", "green", 3.0), ("rent", "fund", 2.0)],
    columns=["id", "stakeholder", "weight"],
)  # fmt: skip
WORKS = pd.DataFrame(
    [("build_once", "speed", 2.0), ("build_parts", "speed", 1.0), ("build_once", "trade", -3.0),
     ("build_parts", "trade", 1.0), ("park_paid", "carers", -2.0), ("build_parts", "carers", 1.0),
     ("park_paid", "trees", 2.0), ("build_parts", "trees", None), ("build_once", "rent", -1.0)],
    columns=["option", "interest", "effect"],
)  # fmt: skip
LEAST = pd.DataFrame(
    {
        "stakeholder": ["blue", "fund", "green"],
        "no_deal": [1.0, -1.0, 0.0],
        "veto": [False, True, False],
    }
)


@pytest.fixture(scope="module")
def weighed() -> pd.DataFrame:
    return weigh_packages(
        PEOPLE, WANTS, CHOICES, WORKS, LEAST, ["park_paid", "build_once"], softness=4.0
    )


def of(table: pd.DataFrame, *package: str) -> pd.Series:
    return table.loc[table["package"].tolist().index(package)]


def test_there_are_as_many_packages_as_the_product_of_the_options() -> None:
    assert package_count(CHOICES) == 6
    assert all_packages(CHOICES).shape == (6, 2)


@settings(deadline=None)
@given(st.lists(st.integers(1, 4), min_size=1, max_size=5))
def test_packages_come_in_the_order_of_product(sizes: list[int]) -> None:
    options = pd.DataFrame(
        [(f"o{j}_{o}", f"j{j}") for j, n in enumerate(sizes) for o in range(n)],
        columns=["id", "issue"],
    )
    ids = options["id"].to_numpy(dtype=object)[all_packages(options)].tolist()
    groups = [[f"o{j}_{o}" for o in range(n)] for j, n in enumerate(sizes)]
    assert ids == [list(one) for one in itertools.product(*groups)]


def test_too_many_packages_are_refused_with_their_number() -> None:
    options = pd.DataFrame([(f"o{j}_{o}", f"j{j}") for j in range(7) for o in range(10)])
    options.columns = ["id", "issue"]
    assert package_count(options) == 10_000_000
    with pytest.raises(TooManyPackagesError, match="10000000 packages are too many") as caught:
        all_packages(options)
    assert caught.value.count == 10_000_000


def test_a_package_is_found_in_any_order_and_filled_up_with_the_status_quo() -> None:
    assert package_places(CHOICES, ["build_once", "park_paid"]).tolist() == [2, 1]
    assert package_places(CHOICES, ["park_paid"]).tolist() == [2, 3]
    assert package_places(CHOICES, []).tolist() == [0, 3]
    assert package_places(CHOICES.drop(columns="status_quo"), []).tolist() == [0, 1]


@settings(deadline=None)
@given(st.integers(1, 4), st.lists(st.integers(1, 3), min_size=1, max_size=4), st.data())
def test_values_are_plain_sums(people: int, sizes: list[int], data: st.DataObject) -> None:
    count = sum(sizes)
    value = np.array(
        data.draw(st.lists(st.integers(-9, 9), min_size=people * count, max_size=people * count))
    ).reshape(people, count)
    options = pd.DataFrame(
        [(f"o{j}_{o}", f"j{j}") for j, n in enumerate(sizes) for o in range(n)],
        columns=["id", "issue"],
    )
    places = all_packages(options)
    wanted = [[sum(value[i, o] for o in one) for i in range(people)] for one in places.tolist()]
    assert package_values(value, places).tolist() == wanted


def test_no_deal_is_worth_nothing_where_it_is_not_given() -> None:
    assert no_deal_values(PEOPLE, LEAST).tolist() == [0, 0, 1, 0, -1]


def test_each_package_has_its_seats_by_hand(weighed: pd.DataFrame) -> None:
    seats = weighed.set_index("package")["seats_in_it"]
    # blue gains only from parts without paid parking; 0 is enough for red and green
    assert seats[("park_free", "build_parts")] == 15
    assert seats[("park_paid", "build_once")] == 11
    assert seats[("park_free", "build_now")] == 11
    assert weighed["share_in_it"].tolist() == (weighed["seats_in_it"] / 15).tolist()


def test_changes_count_the_issues_that_differ_from_the_proposal(weighed: pd.DataFrame) -> None:
    changes = weighed.set_index("package")["changes"]
    assert changes[("park_paid", "build_once")] == 0
    assert changes[("park_free", "build_once")] == 1
    assert changes[("park_free", "build_parts")] == 2


def test_what_is_not_known_is_counted_in_seats(weighed: pd.DataFrame) -> None:
    opened = weighed.set_index("package")["seats_open"]
    assert opened[("park_free", "build_parts")] == 6
    assert opened[("park_free", "build_once")] == 0


def test_a_veto_holds_a_package_back(weighed: pd.DataFrame) -> None:
    vetoed = weighed.set_index("package")["vetoed"]
    assert vetoed.to_dict() == {one: "build_once" in one for one in vetoed.index}


def test_votes_follow_the_package(weighed: pd.DataFrame) -> None:
    at = weighed["package"].tolist().index(("park_free", "build_parts"))
    chances = vote_chances([4.0, 5.0, 0.0], [8.0, -10.0, 6.0], [0.0, 1.0, 0.0],
                           ["probably_for", None, "unknown"], 4.0)  # fmt: skip
    yes = chances > 0.5
    assert weighed.loc[at, "seats_for"] == np.array([5, 4, 6])[yes].sum()


def test_the_smallest_changes_are_firm_without_a_veto(weighed: pd.DataFrame) -> None:
    found = smallest_changes(weighed)
    wanted = [row for row in weighed.itertuples() if row.firm and not row.vetoed]
    fewest = min(row.changes for row in wanted)
    assert set(found["package"]) == {row.package for row in wanted if row.changes == fewest}
    assert found["seats_in_it"].is_monotonic_decreasing


def test_no_way_to_a_firm_majority_gives_no_rows(weighed: pd.DataFrame) -> None:
    assert smallest_changes(weighed.assign(vetoed=True)).empty


def test_some_packages_are_weighed_as_all_are(weighed: pd.DataFrame) -> None:
    some = all_packages(CHOICES)[[4, 1]]
    part = weigh_packages(
        PEOPLE, WANTS, CHOICES, WORKS, LEAST, ["park_paid", "build_once"],
        packages=some, softness=4.0,
    )  # fmt: skip
    pd.testing.assert_frame_equal(part, weighed.iloc[[4, 1]].reset_index(drop=True))


def test_a_value_that_is_given_counts_instead_and_is_not_open(weighed: pd.DataFrame) -> None:
    said = pd.DataFrame({"stakeholder": ["green"], "option": ["build_parts"], "value": [-7.0]})
    table = weigh_packages(
        PEOPLE, WANTS, CHOICES, WORKS, LEAST, ["park_paid", "build_once"], values=said, softness=4.0
    )
    # green has 6 seats, 6 points of paid parking and now -7 of building in parts
    assert of(table, "park_paid", "build_parts")["seats_in_it"] == 5
    assert of(table, "park_free", "build_parts")["seats_open"] == 0
    assert of(table, "park_paid", "build_once").equals(of(weighed, "park_paid", "build_once"))


def test_with_loadings_each_package_has_its_chance_of_a_majority() -> None:
    table = weigh_packages(
        PEOPLE, WANTS, CHOICES, WORKS, LEAST, ["park_paid", "build_once"],
        softness=4.0, loadings=0.5,
    )  # fmt: skip
    chances = vote_chances([4.0, 5.0, 0.0], [8.0, -10.0, 6.0], [0.0, 1.0, 0.0],
                           ["probably_for", None, "unknown"], 4.0)  # fmt: skip
    wanted = majority_interval([5, 4, 6], chances, 0.5)
    found = of(table, "park_free", "build_parts")
    assert found["chance_low"] == pytest.approx(wanted.low, abs=1e-12)
    assert found["chance_high"] == pytest.approx(wanted.high, abs=1e-12)


def test_counts_stay_whole_numbers(weighed: pd.DataFrame) -> None:
    for name in ("changes", "seats_in_it", "seats_for", "seats_left", "seats_open"):
        assert pd.api.types.is_integer_dtype(weighed[name]), name
