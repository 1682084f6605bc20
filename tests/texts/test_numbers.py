"""Numbers as people write them."""

import pytest

from helpers.texts.numbers import between, listed, percent


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (0.0, 1.0, "tussen 0 en 100 procent"),
        (0.0, 0.0, "0 procent"),
        (1.0, 1.0, "100 procent"),
        (0.004, 0.006, "minder dan 1 procent"),
        (0.995, 0.999, "meer dan 99 procent"),
        (0.004, 0.996, "tussen bijna 0 en ruim 99 procent"),
        (0.349, 0.351, "35 procent"),
    ],
)
def test_a_range_never_says_more_than_it_knows(low: float, high: float, words: str) -> None:
    assert between(low, high) == words


def test_a_small_chance_is_not_called_zero() -> None:
    assert percent(0.0001) == "minder dan 1 procent"


def test_a_list_of_one_is_that_one() -> None:
    assert listed(["groen"]) == "groen"
