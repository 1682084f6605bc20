"""The field shows every value once, in its own cell, with its sign, and can be read in grey."""

import re

import numpy as np
import pandas as pd
import pytest
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgb

from helpers.analysis.stakeholders.interests import stakes
from helpers.dossier.examples import open_dossier
from helpers.pictures.heat_map import (
    describe_heat_map,
    draw_heat_map,
    heat_map_size,
    heat_map_svg,
)
from helpers.pictures.image import svg_text
from helpers.pictures.style import INK, OPEN, new_figure

CELLS = pd.DataFrame(
    [
        ("winkeliers", "betaald", "parkeren", -6.0, 0),
        ("winkeliers", "blauwe zone", "parkeren", 3.0, 1),
        ("winkeliers", "in delen", "fasering", 0.0, 0),
        ("bewoners", "betaald", "parkeren", 8.0, 0),
        ("bewoners", "blauwe zone", "parkeren", 0.0, 2),
        ("bewoners", "in delen", "fasering", -1.5, 0),
    ],
    columns=["row", "column", "group", "value", "open"],
)


def example() -> pd.DataFrame:
    dossier = open_dossier("winkelhart")
    people, wants, works = map(dossier.table, ("stakeholders", "interests", "effects"))
    options = dossier.table("options").query("not status_quo")
    table = stakes(people, wants, options, works)
    names = {one.id: one.name for part in (dossier.stakeholders, dossier.options, dossier.issues)
             for one in part}  # fmt: skip
    return pd.DataFrame(
        {
            "row": table["stakeholder"].map(names),
            "column": table["option"].map(names),
            "group": table["issue"].map(names),
            "value": table["value"],
            "open": table["open"],
        }
    )


def words(ax: Axes) -> dict[tuple[float, float], str]:
    """Return what stands in each cell, by the middle of the cell (column, row)."""
    return {
        tuple(place): word
        for drawn in ax.collections
        if isinstance(drawn, PathCollection) and drawn.get_array() is None
        for word, place in zip(
            [str(drawn.get_label())] * len(drawn.get_offsets())
            if len(drawn.get_paths()) == 1
            else str(drawn.get_label()).split(" "),
            np.asarray(drawn.get_offsets()).tolist(),
            strict=True,
        )
    }


def cells_of(ax: Axes) -> PathCollection:
    """Return what is coloured by its value."""
    drawn = [one for one in ax.collections if isinstance(one, PathCollection)]
    return next(one for one in drawn if one.get_array() is not None)


def corners(cells: PathCollection) -> dict[float, set[tuple[int, int]]]:
    """Return the first corner of each square of 1 by 1, by value."""
    found: dict[float, set[tuple[int, int]]] = {}
    for value, path in zip(np.asarray(cells.get_array()).tolist(), cells.get_paths(), strict=True):
        squares = path.vertices.reshape(-1, 5, 2)
        assert (np.ptp(squares, axis=1) == 1).all()
        found[value] = {tuple(map(int, square[0])) for square in squares}
    return found


def contrast(one: object, other: object) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it."""

    def light(colour: object) -> float:
        part = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
        return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2]

    low, high = sorted([light(one), light(other)])
    return (high + 0.05) / (low + 0.05)


def test_each_cell_says_its_value_with_a_sign_and_what_is_not_known(sheet) -> None:
    ax = draw_heat_map(sheet(*heat_map_size(CELLS)), CELLS)
    assert words(ax) == {
        (0.5, 0.5): "\N{MINUS SIGN}6",
        (1.5, 0.5): "+3?",
        (0.5, 1.5): "+8",
        (1.5, 1.5): "?",
        (2.5, 1.5): "\N{MINUS SIGN}1,5",
    }


def test_each_colour_stands_for_its_value(sheet) -> None:
    ax = draw_heat_map(sheet(*heat_map_size(CELLS)), CELLS)
    cells = cells_of(ax)
    assert corners(cells) == {-6: {(0, 0)}, 3: {(1, 0)}, 8: {(0, 1)}, 0: {(1, 1)}, -1.5: {(2, 1)}}
    assert cells.get_clim() == (-8, 8)


def test_the_document_holds_what_is_drawn_on_axes() -> None:
    figure = new_figure(*heat_map_size(CELLS))
    draw_heat_map(figure.add_axes((0, 0, 1, 1)), CELLS, "uitleg")
    for table in (CELLS.assign(value=1.0), CELLS):
        document = heat_map_svg(table, "uitleg")
    whole = svg_text(figure)

    def drawn(svg: str) -> list[str]:
        return sorted(re.findall(r"<text[^>]*>[^<]*|<use[^>]*>|stroke: #c9d0d6[^>]*", svg))

    assert drawn(document) == drawn(whole)
    assert len(drawn(whole)) > 12
    assert document.count("<svg") == 1


def test_names_every_row_column_and_group(sheet) -> None:
    ax = draw_heat_map(sheet(*heat_map_size(CELLS)), CELLS)
    said = {text.get_text().replace("-\n", "").replace("\n", " ") for text in ax.texts}
    assert {*CELLS["row"], *CELLS["column"], *CELLS["group"]} <= said


@pytest.mark.parametrize("most", [1.0, 4.0, 15.0, 60.0])
def test_every_number_stands_out_from_its_cell(sheet, most: float) -> None:
    values = np.linspace(-most, most, 41)
    table = pd.DataFrame({"row": "r", "column": [f"c{n}" for n in range(41)], "group": "g",
                          "value": values, "open": 0})  # fmt: skip
    ax = draw_heat_map(sheet(30, 3), table)
    cells = cells_of(ax)
    fills = cells.to_rgba(cells.get_array())
    drawn = [one for one in ax.collections if isinstance(one, PathCollection) and one is not cells]
    colour = {place[0]: one.get_facecolors()[0] for one in drawn for place in one.get_offsets()}
    assert len(colour) == 40  # all but the 0
    for fill, at in zip(fills, sorted(colour), strict=True):
        assert contrast(fill[:3], colour[at][:3]) >= 4.5
    assert {tuple(to_rgb(c)) for c in colour.values()} == {to_rgb(INK), to_rgb(OPEN)}


def test_stronger_is_darker_also_in_grey(sheet) -> None:
    table = pd.DataFrame({"row": "r", "column": [f"c{n}" for n in range(10)], "group": "g",
                          "value": range(1, 11), "open": 0})  # fmt: skip
    for sign in (1, -1):
        ax = draw_heat_map(sheet(9, 3), table.assign(value=table["value"] * sign))
        cells = cells_of(ax)
        strength = sorted(np.asarray(cells.get_array()), key=abs)
        grey = [contrast(fill[:3], "white") for fill in cells.to_rgba(strength)]
        assert len(grey) == 10
        assert (np.diff(grey) > 0).all()


def test_the_example_can_be_read(sheet, readable) -> None:
    table = example()
    size = heat_map_size(table)
    readable(draw_heat_map(sheet(*size), table))
    assert size[0] * 96 <= 1280  # a projector
    assert size[1] * 96 <= 720


def test_the_name_of_a_group_of_one_is_not_broken(sheet, readable) -> None:
    table = example().drop_duplicates(["row", "group"])
    ax = draw_heat_map(sheet(*heat_map_size(table)), table)
    readable(ax)
    said = {text.get_text().replace("\n", " ") for text in ax.texts}
    assert {*table["group"]} <= said


def test_rows_and_columns_with_the_same_name_stay_apart(sheet) -> None:
    table = CELLS.assign(row="belang", column=["zoals nu", "anders", "zoals nu"] * 2)
    ax = draw_heat_map(sheet(*heat_map_size(table)), table)
    assert len(words(ax)) == 5
    assert [text.get_text() for text in ax.texts].count("belang") == 2
    assert describe_heat_map(table).startswith("Veld van 2 bij 3 (rijen bij kolommen).")


def test_a_name_is_drawn_as_it_is_written(sheet, readable) -> None:
    odd = "$a_{ " + "x" * 500
    table = CELLS.assign(row=odd, column=CELLS["column"] + odd)
    readable(draw_heat_map(sheet(*heat_map_size(table)), table))


def test_long_names_are_cut_to_the_room_there_is(sheet, readable) -> None:
    long = "Dat mantelzorgers elke dag naar hun ouders kunnen, zonder op de kosten te letten "
    table = pd.DataFrame(
        [(f"{long}{r}", f"Een lange naam van een optie, nummer {c}", f"Punt {c // 2}", r - c, 0)
         for r in range(6) for c in range(6)],
        columns=["row", "column", "group", "value", "open"],
    )  # fmt: skip
    for lines in (1, 2):
        ax = draw_heat_map(sheet(*heat_map_size(table, lines)), table)
        readable(ax)
        assert sum("…" in text.get_text() for text in ax.texts) >= 6


def test_says_in_words_what_stands_out() -> None:
    assert describe_heat_map(CELLS) == (
        'Veld van 2 bij 3 (rijen bij kolommen). De grootste plus: bewoners bij "betaald" (+8). '
        'De grootste min: winkeliers bij "betaald" (−6). '  # noqa: RUF001
        "In 2 vakken is nog iets niet bekend."
    )


def test_says_for_whom_there_is_no_plus() -> None:
    table = CELLS.assign(value=[-1, 0, 0, 1, 0, 0])
    assert "Zonder één plus: winkeliers." in describe_heat_map(table)


def test_nothing_to_show_is_no_error(sheet) -> None:
    ax = draw_heat_map(sheet(*heat_map_size(CELLS.head(0))), CELLS.head(0))
    assert words(ax) == {}
    assert describe_heat_map(CELLS.head(0)) == "Veld van 0 bij 0 (rijen bij kolommen)."
