"""Which points are dominated: against comparing every two."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.packages.dominance import efficient


def by_hand(values: list[list]) -> list[bool]:
    """Compare every two, with whatever numbers these are."""
    return [
        not any(
            all(b >= a for a, b in zip(one, other, strict=True)) and other != one
            for other in values
        )
        for one in values
    ]


@settings(max_examples=50)
@given(st.integers(1, 5), st.integers(0, 40), st.data())
def test_efficient_is_what_comparing_every_two_gives(
    people: int, count: int, data: st.DataObject
) -> None:
    row = st.lists(st.integers(-3, 3), min_size=people, max_size=people)
    values = data.draw(st.lists(row, min_size=count, max_size=count))
    found = efficient(np.array(values, dtype=float).reshape(count, people))
    assert found.tolist() == by_hand(values)


@pytest.mark.parametrize(("people", "spread"), [(1, 30), (2, 10**9), (3, 30), (6, 2), (6, 10**9)])
def test_many_points_are_compared_as_few_are(people: int, spread: int) -> None:
    points = np.random.default_rng(people).integers(0, spread, (2500, people))
    found = efficient(points)
    wanted = [
        not ((points >= one).all(axis=1) & (points > one).any(axis=1)).any() for one in points
    ]
    assert found.tolist() == wanted


@pytest.mark.parametrize("count", [64, 65, 1024, 1025, 5000])
def test_points_that_only_divide_a_sum_are_all_efficient(count: int) -> None:
    points = np.random.default_rng(1).integers(0, 50, (count, 4))
    assert efficient(np.column_stack((points, -points.sum(axis=1)))).all()
    floats = np.random.default_rng(2).random((count, 3))
    circle = floats / np.linalg.norm(floats, axis=1)[:, None]
    assert efficient(circle).all()


@pytest.mark.parametrize("kind", ["whole", "float"])
def test_one_that_does_not_fit_a_balanced_game_is_found(kind: str) -> None:
    rng = np.random.default_rng(9)
    points = rng.integers(0, 40, (3000, 4)) * 1.0 if kind == "whole" else rng.random((3000, 4))
    points[:, 3] = -points[:, :3] @ [1.0, 3.0, 0.5]
    assert efficient(points).all()
    for step in (1.0, 1e-6, 1e-12):
        point = points[17] + [0, 0, 0, -step]
        found = efficient(np.concatenate((points, [point])))
        assert found[:3000].all()
        assert not found[3000]


def test_half_of_the_points_are_efficient_and_the_other_half_is_just_below() -> None:
    points = np.random.default_rng(3).random((2500, 4))
    upper = points / points.sum(axis=1)[:, None]
    found = efficient(np.concatenate((upper - 1e-12, upper)))
    assert not found[:2500].any()
    assert found[2500:].all()


def test_when_all_points_are_equal_everything_is_kept() -> None:
    assert efficient(np.zeros((3000, 3))).all()


def test_a_point_of_which_something_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="every value must be a number"):
        efficient([[1.0, np.nan]])
