"""Both sides stand on the same line, told apart by shape, and the words say the same."""

import pytest
from matplotlib.axes import Axes

from helpers.pictures.cooperation import TwoViews, describe_two_views, draw_two_views
from helpers.pictures.style import new_figure

VIEWS = [TwoViews("Ambitie", 4, 4), TwoViews("Relatie", 5, 2), TwoViews("Proces", None, 3)]


@pytest.fixture
def ax() -> Axes:
    return draw_two_views(new_figure(7, 3).add_axes((0, 0, 1, 1)), VIEWS)


def marks(ax: Axes) -> dict[str, tuple[object, float]]:
    return {
        str(one.get_label()): (one.get_marker(), float(one.get_xdata()[0]))  # type: ignore[index,arg-type]
        for one in ax.lines
        if not str(one.get_label()).startswith("_")
    }


def test_each_score_stands_where_it_is_and_sides_differ_in_shape(ax: Axes) -> None:
    assert marks(ax) == {
        "Ambitie: wij": ("o", 4),
        "Ambitie: zij": ("D", 4),
        "Relatie: wij": ("o", 5),
        "Relatie: zij": ("D", 2),
        "Proces: zij": ("D", 3),
    }


def test_equal_scores_do_not_cover_each_other(ax: Axes) -> None:
    heights = {str(one.get_label()): one.get_ydata()[0] for one in ax.lines}  # type: ignore[index]
    assert heights["Ambitie: wij"] != heights["Ambitie: zij"]
    assert heights["Relatie: wij"] == heights["Relatie: zij"]


def test_words_say_the_same_and_what_is_not_known() -> None:
    assert describe_two_views(VIEWS) == (
        "Ambitie: wij 4, zij 4. Relatie: wij 5, zij 2. Proces: wij nog niet bekend, zij 3."
    )
