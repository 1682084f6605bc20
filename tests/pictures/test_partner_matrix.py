"""The partner matrix shows each level, frames each white spot and says the same in words."""

import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.path import Path

from helpers.pictures.partner_matrix import (
    Spot,
    describe_partner_matrix,
    draw_partner_matrix,
    matrix_size,
    matrix_table,
    partner_matrix_svg,
)
from helpers.pictures.style import new_figure

PARTNERS, THEMES = ["De corporatie", "Het ziekenhuis"], ["Vastgoed", "Parkeren", "Zorg"]
SPOTS = [
    Spot(0, 0, 0, 3, True),
    Spot(0, 2, 2, 2, False),
    Spot(1, 1, None, None, True),
    Spot(1, 2, 4, 4, False),
]


def drawn() -> dict[str, list[tuple[float, float, float, float]]]:
    ax = new_figure(*matrix_size(2, 3)).add_axes((0, 0, 1, 1))
    draw_partner_matrix(ax, PARTNERS, THEMES, SPOTS)
    found: dict[str, list[tuple[float, float, float, float]]] = {"spots": [], "white": []}
    for one in ax.patches:
        boxes = one.get_path().to_polygons(closed_only=False)
        found[str(one.get_label())] += [Path(box).get_extents().bounds for box in boxes]
    return found


def test_each_cell_stands_at_its_partner_and_theme_and_white_spots_have_a_frame() -> None:
    found = drawn()
    assert {box[:2] for box in found["spots"]} == {(0, 0), (2, 0), (1, 1), (2, 1)}
    assert {box[2:] for box in found["spots"]} == {(1, 1)}
    middles = [(x + w / 2, y + h / 2) for x, y, w, h in found["white"]]
    assert np.array(middles) == pytest.approx(np.array([(0.5, 0.5), (1.5, 1.5)]))


def test_the_levels_stand_in_the_cells_as_words() -> None:
    ax = new_figure(*matrix_size(2, 3)).add_axes((0, 0, 1, 1))
    draw_partner_matrix(ax, PARTNERS, THEMES, SPOTS)
    words = {
        word
        for one in ax.collections
        if isinstance(one, PathCollection)
        for word in str(one.get_label()).split()
    }
    assert words == {"0→3", "2", "?", "4"}


def test_the_table_says_the_same() -> None:
    assert matrix_table(PARTNERS, THEMES, SPOTS) == [
        ["De corporatie", "0→3 (witte vlek)", "", "2"],
        ["Het ziekenhuis", "", "? (witte vlek)", "4"],
    ]


def test_words_count_the_white_spots_and_name_where_most_are() -> None:
    said = describe_partner_matrix(PARTNERS, THEMES, [*SPOTS, Spot(1, 0, 1, 2, True)])
    assert said.startswith("Veld van partners (2) bij thema's (3). Witte vlekken: 3.")
    assert "Het ziekenhuis: 2" in said
    assert "De meeste" not in describe_partner_matrix(PARTNERS, THEMES, [SPOTS[1]])


def test_who_has_as_many_white_spots_is_named_too_or_nobody() -> None:
    three = [*PARTNERS, "De school"]
    assert "De corporatie en Het ziekenhuis: 1." in describe_partner_matrix(three, THEMES, SPOTS)
    assert "De meeste" not in describe_partner_matrix(PARTNERS, THEMES, SPOTS)


def test_nothing_to_draw_is_drawn_too() -> None:
    ax = new_figure(*matrix_size(0, 0)).add_axes((0, 0, 1, 1))
    draw_partner_matrix(ax, [], [], [])
    assert not ax.patches


def test_a_picture_in_two_layers_holds_what_is_drawn_at_once() -> None:
    svg = partner_matrix_svg(PARTNERS, THEMES, SPOTS)
    assert all(name in svg for name in ("corporatie", "ziekenhuis", *THEMES))
    assert svg.count("<svg") == 1
    assert partner_matrix_svg(PARTNERS, THEMES, SPOTS) == svg
    assert partner_matrix_svg(PARTNERS, THEMES, SPOTS[:1]) != svg
