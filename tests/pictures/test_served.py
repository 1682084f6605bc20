from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from helpers.pictures.served import Hundred, describe_served, draw_served, hundred
from helpers.pictures.style import new_figure

ROWS = [Hundred("Winkel", 51, 15, 34), Hundred("Gemeente", 53, 47, 0)]
SHARE = st.floats(0, 1)


def test_bars_are_as_wide_as_their_people_and_together_a_hundred() -> None:
    ax = draw_served(new_figure(7, 3).add_axes((0, 0, 1, 1)), ROWS)
    bars = [one for one in ax.patches if isinstance(one, Rectangle)]
    wide = {str(one.get_label()): (one.get_x(), one.get_width()) for one in bars}
    assert wide == {
        "Winkel: 51 tevreden": (0, 51),
        "Winkel: 15 niet tevreden": (51, 15),
        "Winkel: 34 weggestuurd": (66, 34),
        "Gemeente: 53 tevreden": (0, 53),
        "Gemeente: 47 niet tevreden": (53, 47),
    }


@given(satisfied=SHARE, kept=SHARE)
def test_each_part_says_its_word_inside_the_picture(satisfied: float, kept: float) -> None:
    row = hundred("x", satisfied * kept, kept)
    ax = draw_served(new_figure(7.2, 3).add_axes((0.02, 0, 0.96, 1)), [row])
    words = ("tevreden", "niet tevreden", "weggestuurd")
    parts = [f"{n} {word}" for n, word in zip(row[1:], words, strict=True) if n]
    texts = [one for one in ax.texts if one.get_text() != "x"]
    assert sorted(one.get_text() for one in texts) == sorted(parts)
    below = sorted(one.get_position()[0] for one in texts if one.get_va() == "top")
    assert all(0 <= start <= 90 for start in below)
    assert all(later - start > 12 for start, later in pairwise(below))


def test_what_is_not_satisfied_shows_without_colour() -> None:
    ax = draw_served(new_figure(7, 3).add_axes((0, 0, 1, 1)), ROWS)
    hatched = [str(one.get_label()) for one in ax.patches if one.get_hatch()]
    assert hatched == ["Winkel: 15 niet tevreden", "Gemeente: 47 niet tevreden"]


def test_words_say_the_same() -> None:
    assert describe_served(ROWS) == (
        "Winkel: van elke honderd mensen zijn er 51 tevreden en 15 niet, en 34 zijn weggestuurd. "
        "Gemeente: van elke honderd mensen zijn er 53 tevreden en 47 niet."
    )


@given(satisfied=SHARE, kept=SHARE)
def test_whole_people_always_add_up(satisfied: float, kept: float) -> None:
    row = hundred("x", satisfied * kept, kept)
    assert sum(row[1:]) == 100
    assert min(row[1:]) >= 0
    assert row.gone == pytest.approx(100 * (1 - kept), abs=0.51)
