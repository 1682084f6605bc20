"""Each year has a mark by side, told apart by shape, and the lines end where the points do."""

import pytest
from matplotlib.axes import Axes

from helpers.pictures.style import new_figure
from helpers.pictures.trust import Round, describe_trust, draw_trust

ROUNDS = [Round(False, True, 4, 0), Round(True, False, 4, 4), Round(True, True, 7, 7)]


@pytest.fixture
def ax() -> Axes:
    return draw_trust(new_figure(7, 4).add_axes((0, 0, 1, 1)), ROUNDS)


def line(ax: Axes, label: str) -> tuple[list[float], list[float]]:
    found = next(one for one in ax.lines if one.get_label() == label)
    return [*map(float, found.get_xdata())], [*map(float, found.get_ydata())]  # type: ignore[arg-type]


def test_each_year_is_marked_for_each_side(ax: Axes) -> None:
    marks = ["we open", "we held back", "they open", "they held back"]
    assert [line(ax, label)[0] for label in marks] == [[2, 3], [1], [1, 3], [2]]


def test_open_and_held_back_differ_in_shape(ax: Axes) -> None:
    shapes = {str(one.get_label()): one.get_marker() for one in ax.lines}
    assert shapes["we open"] == shapes["they open"] != shapes["we held back"]


def test_the_lines_grow_as_the_points_do(ax: Axes) -> None:
    for label, points in (("ours", [0, 4, 4, 7]), ("theirs", [0, 0, 4, 7])):
        years, heights = line(ax, label)
        assert years == [0, 1, 2, 3]
        assert [7 * (one - heights[0]) for one in heights] == pytest.approx(points)


def test_a_thin_line_shows_what_openness_would_bring() -> None:
    ax = draw_trust(new_figure(7, 4).add_axes((0, 0, 1, 1)), ROUNDS, best=9)
    heights = line(ax, "ours")[1]
    assert 9 * (heights[-1] - heights[0]) == pytest.approx(7)
    assert any("allebei altijd open" in one.get_text() for one in ax.texts)


def test_the_words_say_the_same() -> None:
    assert describe_trust(ROUNDS) == (
        "Van de 3 jaar waren wij er 2 open en zij 2. Aan het eind hebben wij 7 punten en zij 7."
    )


def test_no_years_are_drawn_too() -> None:
    ax = draw_trust(new_figure(7, 4).add_axes((0, 0, 1, 1)), [])
    assert line(ax, "ours")[0] == [0]
    assert "Van de 0 jaar" in describe_trust([])
