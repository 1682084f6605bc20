from matplotlib.patches import FancyBboxPatch

from helpers.pictures.goal_tree import (
    Box,
    Line,
    describe_goal_tree,
    draw_goal_key,
    draw_goal_tree,
    goal_tree_svg,
    tree_size,
)
from helpers.pictures.style import new_figure

BOXES = [
    Box("Minder restafval", 0, 0.5, False, 0),
    Box("Meer apart", 1, 0.0, False, 2),
    Box("Aparte bakken", 2, 0.0, True, 0),
]
LINES = [Line(0, 1, None, True), Line(1, 2, 3.0, True), Line(0, 2, 1.0, False)]


def drawn() -> tuple[list[FancyBboxPatch], list[str], list[tuple[float, str]]]:
    ax = new_figure(*tree_size(BOXES)).add_axes((0, 0, 1, 1))
    draw_goal_tree(ax, BOXES, LINES)
    boxes = [one for one in ax.patches if isinstance(one, FancyBboxPatch)]
    lines = [(float(one.get_linewidth()), str(one.get_linestyle())) for one in ax.lines]
    return boxes, [one.get_text() for one in ax.texts], lines


def test_each_goal_and_measure_has_a_box_with_its_words() -> None:
    boxes, texts, _ = drawn()
    assert len(boxes) == len(BOXES)
    assert texts == ["Minder restafval", "Meer apart", "2 gaten", "Aparte bakken"]


def test_gaps_have_a_thick_edge_and_say_how_many() -> None:
    boxes, _, _ = drawn()
    assert [one.get_linewidth() > 2 for one in boxes] == [False, True, False]


def test_a_stronger_link_is_thicker_and_an_unsure_one_is_dashed() -> None:
    _, _, lines = drawn()
    assert [wide for wide, _ in lines] == [1.4, 4.0, 2.0]
    assert [style for _, style in lines] == ["-", "-", "--"]


def test_the_key_shows_each_line_as_it_is_drawn() -> None:
    ax = draw_goal_key(new_figure(7, 1).add_axes((0, 0, 1, 1)))
    lines = [(float(one.get_linewidth()), str(one.get_linestyle())) for one in ax.lines]
    assert {*drawn()[2]} <= {*lines}
    assert len(lines) == 4
    assert [one.get_text() for one in ax.texts][-2] == "1 gat"


def test_the_document_holds_tree_and_key_in_one_size() -> None:
    document = goal_tree_svg(BOXES, LINES)
    assert document.count("<svg") == 1
    for words in ("Meer apart", "2 gaten", "draagt sterk bij"):
        assert f">{words}</text>" in document


def test_words_say_the_same() -> None:
    assert describe_goal_tree(BOXES, LINES) == (
        "Doelenboom met 2 doelen en 1 maatregel. Minder restafval: geen gaten. Verbonden met: "
        "Meer apart, Aparte bakken. Meer apart: 2 gaten. Verbonden met: Aparte bakken. "
        "Aparte bakken: geen gaten."
    )
