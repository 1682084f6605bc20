"""Each pair has its place and three numbers, told apart by shape, and the words say the same."""

import pytest
from matplotlib.axes import Axes

from helpers.pictures.pairs import (
    Pair,
    describe_pairs,
    draw_pairs,
    pair_places,
    pairs_size,
    pairs_table,
)
from helpers.pictures.style import new_figure

NAMES = ["Dorp", "Schap", "Boeren"]
PAIRS = [Pair(0, 1, 1, 0, 2), Pair(0, 2, 0, 3, 0), Pair(1, 2, 0, 0, 0)]


@pytest.fixture
def ax() -> Axes:
    return draw_pairs(new_figure(*pairs_size(3)).add_axes((0, 0, 1, 1)), NAMES, PAIRS, chosen=1)


def test_only_numbers_above_nought_are_drawn_each_in_its_own_shape(ax: Axes) -> None:
    drawn = {str(one.get_label()): len(one.get_offsets()) for one in ax.collections}  # type: ignore[arg-type]
    assert {name: drawn[name] for name in ("conflict", "trade", "complement")} == {
        "conflict": 1,
        "trade": 1,
        "complement": 1,
    }
    assert {"1", "2", "3"} <= {word for label in drawn for word in label.split()}


def test_each_pair_has_a_cell_and_the_chosen_one_a_thick_frame(ax: Axes) -> None:
    cells = [(one.get_label(), one.get_linewidth() > 2) for one in ax.patches]
    assert cells == [("pair", False), ("chosen", True), ("pair", False)]


def test_what_can_be_pressed_lies_where_the_pair_is_drawn(ax: Axes) -> None:
    wide, high = pairs_size(3)
    for patch, (left, top, width, height) in zip(ax.patches, pair_places(PAIRS, 3), strict=True):
        x, y = patch.get_xy()  # type: ignore[attr-defined]
        assert (x / wide, y / high) == pytest.approx((left, top), abs=1e-3)
        assert width * wide == pytest.approx(patch.get_width(), abs=1e-3)  # type: ignore[attr-defined]
        assert top + height < 1


def test_every_name_stands_in_the_picture(ax: Axes) -> None:
    assert set(NAMES) <= {one.get_text() for one in ax.texts}


def test_words_and_table_say_the_same() -> None:
    assert describe_pairs(NAMES, PAIRS).startswith(
        "Veld met alle tweetallen van 3 partijen. Dorp en Schap: botst op 1 punt, ruimte om te "
        "ruilen op 0, allebei winst op 2."
    )
    assert pairs_table(NAMES, PAIRS)[1] == ["Dorp en Boeren", "0", "3", "0"]


def test_a_long_name_with_a_dollar_sign_is_written_as_it_is() -> None:
    names = ["$a_b$ " + "x" * 80, "Kort"]
    ax = draw_pairs(new_figure(6, 2).add_axes((0, 0, 1, 1)), names, [Pair(0, 1, 0, 0, 0)])
    assert any(one.get_text().startswith("$a_b$") for one in ax.texts)
