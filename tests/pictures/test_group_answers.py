"""The picture of a group's answers shows every answer, and says the same in words."""

import pytest
from matplotlib.axes import Axes

from helpers.pictures.group_answers import (
    Bar,
    Scale,
    bars_height,
    describe_bars,
    describe_line,
    describe_places,
    draw_bars,
    draw_line,
    draw_places,
)
from helpers.pictures.style import new_figure

BARS = [Bar("Ja, <b>graag</b>", 7), Bar("Nee $5", 0), Bar("Later", 3, head="Een kop")]
SCALE = Scale("Invloed", 0, 10, "weinig", "veel")


@pytest.fixture
def ax() -> Axes:
    return new_figure(7, 4).add_axes((0, 0, 1, 1))


def test_a_bar_is_as_long_as_the_share_that_chose_it(ax: Axes) -> None:
    draw_bars(ax, BARS, 10)
    widths = [patch.get_width() for patch in ax.patches]  # type: ignore[attr-defined]
    assert widths == pytest.approx([2.1, 0, 0.9])
    texts = [one.get_text() for one in ax.texts]
    assert {"7", "0", "3", "Een kop", "Nee $5"} <= set(texts)


def test_bars_without_answers_can_be_drawn(ax: Axes) -> None:
    draw_bars(ax, [Bar("Ja", 0)], 0)
    assert [patch.get_width() for patch in ax.patches] == [0]  # type: ignore[attr-defined]


def test_a_head_takes_a_line_of_its_own() -> None:
    assert bars_height(BARS) - bars_height(BARS[:2]) == pytest.approx(2 * 0.44)


def test_every_number_is_a_dot_and_equal_ones_stand_on_each_other(ax: Axes) -> None:
    draw_line(ax, [3, 3, 9], (3, 3, 6), SCALE)
    [dots] = [line for line in ax.lines if line.get_label() == "answers"]
    assert sorted(zip(dots.get_xdata(), dots.get_ydata(), strict=True)) == [  # type: ignore[arg-type]
        (3, 0.4),
        (3, pytest.approx(1.1)),
        (9, 0.4),
    ]
    [half] = [line for line in ax.lines if line.get_label() == "middle half"]
    assert list(half.get_xdata()) == [3, 6]  # type: ignore[arg-type]


def test_every_place_is_a_dot_and_equal_ones_say_how_many(ax: Axes) -> None:
    draw_places(ax, [(2, 9), (2, 9), (0, 10)], [SCALE, SCALE])
    dots = [line for line in ax.lines if line.get_label() == "answers"]
    where = {(float(one.get_xdata()[0]), float(one.get_ydata()[0])) for one in dots}  # type: ignore[index]
    assert where == {(2, 9), (0, 10)}
    assert "2" in [one.get_text() for one in ax.texts]


def test_the_words_say_what_the_picture_shows() -> None:
    assert describe_bars(BARS[:2], 7) == "7 antwoorden. Ja, <b>graag</b>: 7; Nee $5: 0."
    assert describe_line([3, 3, 8.5], SCALE) == "3 antwoorden. Invloed: 3: 2; 8,5: 1."
    said = describe_places([(2, 9), (2, 9), (0, 10)], [SCALE, SCALE])
    assert said == "3 antwoorden. Invloed / Invloed: 0 / 10: 1; 2 / 9: 2."
