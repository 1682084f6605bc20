"""Each point of a scale has a word of its own."""

import pytest

from helpers.dossier.columns import Column, columns_of
from helpers.dossier.tables import TABLES
from helpers.tools.own.scale_words import in_words

SCALES = [
    pytest.param(column, id=f"{table}.{name}")
    for table, kind in TABLES.items()
    for name, column in columns_of(kind).items()
    if column.type in (int, float) and in_words(column) is not None
]


def test_there_are_scales_in_many_tables() -> None:
    assert len(SCALES) > 15


@pytest.mark.parametrize("column", SCALES)
def test_no_two_points_of_a_scale_read_alike(column: Column) -> None:
    pairs = in_words(column)
    words = [label.partition(" ")[2] for _, label in pairs]
    points = int(column.high) - int(column.low) + 1
    assert len(pairs) == points
    assert "" not in words
    assert len(set(words)) == points
