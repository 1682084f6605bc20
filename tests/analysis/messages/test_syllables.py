"""Syllables as the word list of the Dutch language divides words, written down by hand."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.messages.syllables import syllables

with (Path(__file__).parent / "syllables.csv").open(encoding="utf-8") as lines:
    BY_HAND = [(row["word"], int(row["syllables"])) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("word", "count"), BY_HAND)
def test_dutch_syllables_are_counted_as_by_hand(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


def test_the_list_is_long_enough_to_say_something() -> None:
    assert len({word for word, _ in BY_HAND}) >= 200


@given(st.text(max_size=100))
def test_anything_has_at_least_one(text: str) -> None:
    assert syllables(text) >= 1
