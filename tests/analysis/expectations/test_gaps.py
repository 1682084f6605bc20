import math

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.expectations.gaps import collisions, expectation_gaps, satisfaction

POINT = st.one_of(st.just(math.nan), st.integers(1, 7).map(float))
JUDGED = st.one_of(st.just(math.nan), st.integers(-3, 3).map(float))
ROWS = st.lists(st.tuples(st.sampled_from("pqr"), st.sampled_from("abcd"), POINT, POINT, JUDGED))


def table(rows: list[tuple[str, str, float, float, float]]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["group", "aspect", "expected", "promised", "judged"])
    return frame.astype({"expected": float, "promised": float, "judged": float})


def groups(*sizes: float) -> pd.DataFrame:
    return pd.DataFrame({"id": list("pqr")[: len(sizes)], "size": sizes})


ASPECTS = pd.DataFrame({"id": list("abcd"), "weight": [1.0, 2.0, 3.0, 0.0]})


@pytest.mark.parametrize(
    ("expected", "promised", "tolerance", "verdict"),
    [
        (5, 3, 0, "too_high"),
        (3, 5, 0, "too_low"),
        (4, 4, 0, "realistic"),
        (5, 4, 1, "realistic"),
        (5, 3.9, 1, "too_high"),
        (math.nan, 4, 0, "unknown"),
        (4, math.nan, 0, "unknown"),
    ],
)
def test_an_expectation_is_called_by_its_gap(
    expected: float, promised: float, tolerance: float, verdict: str
) -> None:
    cells = table([("p", "a", expected, promised, math.nan)])
    assert expectation_gaps(cells, tolerance)["verdict"].tolist() == [verdict]


@pytest.mark.parametrize(
    ("promised", "judged", "flips"),
    [(3, 1, True), (5, -1, True), (4, -1, True), (3, -1, False), (5, 1, False), (3, 0, False)],
)
def test_people_can_say_another_thing_than_the_gap(
    promised: float, judged: float, flips: bool
) -> None:
    assert expectation_gaps(table([("p", "a", 4, promised, judged)]))["flips"].tolist() == [flips]


def test_a_heavy_aspect_counts_heavier() -> None:
    cells = table([("p", "a", 4, 7, 0), ("p", "c", 4, 2, 0)])
    found = satisfaction(groups(10), ASPECTS, cells).iloc[0]
    assert found["gap"] == pytest.approx((1 * 3 + 3 * -2) / 4)
    assert found["satisfied"] is False


def test_exactly_enough_is_enough() -> None:
    cells = table([("p", "a", 5, 4.5, 0)])
    assert satisfaction(groups(10), ASPECTS, cells, 0.5)["satisfied"].tolist() == [True]
    assert satisfaction(groups(10), ASPECTS, cells, 0.4)["satisfied"].tolist() == [False]


def test_a_group_of_nobody_and_a_group_without_rows_get_an_answer() -> None:
    found = satisfaction(groups(0, math.nan), ASPECTS, table([("p", "a", 4, 4, 1)]))
    assert found["satisfied"].tolist() == [True, None]
    assert found["unknown"].tolist() == [3, 4]


def test_an_aspect_without_weight_decides_nothing() -> None:
    found = satisfaction(groups(5), ASPECTS, table([("p", "d", 7, 1, -3)])).iloc[0]
    assert math.isnan(found["gap"])
    assert found["satisfied"] is None


@given(rows=ROWS, tolerance=st.floats(0, 3))
def test_the_weighted_gap_is_what_counting_by_hand_gives(
    rows: list[tuple[str, str, float, float, float]], tolerance: float
) -> None:
    weights = dict(zip(ASPECTS["id"], ASPECTS["weight"], strict=True))
    found = satisfaction(groups(1, 2, 3), ASPECTS, table(rows), tolerance).set_index("group")
    for group in "pqr":
        known = [
            (weights[a], p - e) for g, a, e, p, _ in rows if g == group and not math.isnan(p - e)
        ]
        total = sum(w for w, _ in known)
        gap = float(found["gap"][group])
        if total:
            assert gap == pytest.approx(sum(w * d for w, d in known) / total)
        else:
            assert math.isnan(gap)


@given(rows=ROWS)
def test_more_tolerance_never_makes_anyone_dissatisfied(
    rows: list[tuple[str, str, float, float, float]],
) -> None:
    strict = satisfaction(groups(1, 2, 3), ASPECTS, table(rows), 0.0)["satisfied"]
    mild = satisfaction(groups(1, 2, 3), ASPECTS, table(rows), 1.0)["satisfied"]
    assert not [1 for a, b in zip(strict, mild, strict=True) if a and not b]


def test_groups_that_want_the_opposite_collide() -> None:
    cells = pd.DataFrame(
        [("p", "a", 1), ("q", "a", -1), ("r", "a", 1), ("p", "b", 1), ("q", "b", math.nan)],
        columns=["group", "aspect", "direction"],
    )
    assert collisions(cells).to_dict("records") == [
        {"aspect": "a", "more": ("p", "r"), "less": ("q",)}
    ]


def test_two_hundred_groups_take_no_time() -> None:
    many = [(f"g{i}", f"a{j}", 4.0, 3.0, 0.0) for i in range(200) for j in range(8)]
    people = pd.DataFrame({"id": [f"g{i}" for i in range(200)], "size": 10})
    aspects = pd.DataFrame({"id": [f"a{j}" for j in range(8)], "weight": 1.0})
    assert not any(satisfaction(people, aspects, table(many))["satisfied"])


def test_a_tolerance_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        expectation_gaps(table([]), -1)
