"""The map shows each stakeholder once, on its place, with its number, attitude and ring."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.axes import Axes

from helpers.analysis.stakeholders.stakeholder_map import power_interest, salience
from helpers.dossier.examples import open_dossier
from helpers.pictures.stakeholder_map import (
    ATTITUDES,
    QUADRANTS,
    SALIENCE,
    apart,
    attitude_of,
    describe_stakeholder_map,
    draw_stakeholder_map,
)

NAN = float("nan")
PEOPLE = pd.DataFrame(
    {
        "id": list("abcdef"),
        "name": ["Winkeliers", "Bewoners", "Wethouder", "Fonds", "Provincie", "Nieuw"],
        "power": [3.0, 3.0, 9.0, 8.0, 6.0, NAN],
        "involvement": [7.0, 7.0, 9.0, 4.0, 2.0, 5.0],
        "affected": [9.0, 8.0, 2.0, 6.0, NAN, 9.0],
        "attitude": [-2.0, -1.0, 2.0, 0.0, NAN, 1.0],
    }
)
MAP = power_interest(PEOPLE).assign(name=PEOPLE["name"])


def drawn(ax: Axes) -> dict[str, list[tuple[float, float]]]:
    """Return the places of the marks by attitude, without the last one: that is the explanation."""
    return {
        str(one.get_label()): [
            tuple(place) for place in np.asarray(one.get_offsets())[:-1].tolist()
        ]
        for one in ax.collections
        if str(one.get_label()) in {"ring", *map(str, ATTITUDES)}
    }


def test_each_mark_stands_at_involvement_and_power(sheet) -> None:
    marks = drawn(draw_stakeholder_map(sheet(10, 6.5), MAP))
    assert marks["2"] == [(9, 9)]
    assert marks["0"] == [(4, 8)]
    assert marks["None"] == [(2, 6)]
    assert marks["-2"] == [(7, 3)]
    assert marks["1"] == []  # no place: in the list only


def test_a_mark_that_would_cover_another_moves_with_a_line_to_its_place(sheet) -> None:
    ax = draw_stakeholder_map(sheet(10, 6.5), MAP)
    ((x, y),) = drawn(ax)["-1"]
    assert (x, y) != (7, 3)
    assert math.hypot(x - 7, y - 3) < 1.2
    line = np.column_stack(ax.lines[-1].get_data())
    assert line[0].tolist() == [7, 3]
    assert line[1].tolist() == pytest.approx([x, y])


def test_who_is_affected_has_a_ring(sheet) -> None:
    marks = drawn(draw_stakeholder_map(sheet(10, 6.5), MAP))
    assert set(marks["ring"]) == {marks["-2"][0], marks["-1"][0], marks["0"][0]}


def test_numbers_follow_the_rows_and_the_list_names_all(sheet) -> None:
    ax = draw_stakeholder_map(sheet(10, 6.5), MAP)
    listed = [text.get_text().split("\u2002") for text in ax.texts if "\u2002" in text.get_text()]
    assert [name for _, name in listed] == PEOPLE["name"].tolist()
    assert [int(number) for number, _ in listed] == [1, 2, 3, 4, 5, 6]
    numbers = {
        word: tuple(place)
        for one in ax.collections
        for word, place in zip(
            str(one.get_label()).split(), np.asarray(one.get_offsets()).tolist(), strict=False
        )
        if word in "12345" and one.get_zorder() == 4
    }
    marks = drawn(ax)
    assert numbers["1"] == marks["-2"][0]
    assert numbers["3"] == (9, 9)
    assert "6" not in numbers


def test_attitude_is_told_by_more_than_colour() -> None:
    sides = {ATTITUDES[value][0].shape for value in (1, 0, -1)}
    assert len(sides) == 3
    assert len({(mark.shape, mark.fill) for mark, _ in ATTITUDES.values()}) == len(ATTITUDES)


@pytest.mark.parametrize(
    ("value", "attitude"), [(-2.0, -2), (-0.4, 0), (1.6, 2), (NAN, None), (2.0, 2)]
)
def test_attitudes_are_rounded_to_a_whole_step(value: float, attitude: int | None) -> None:
    assert attitude_of(value) == attitude


@settings(deadline=None, max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), min_size=1, max_size=24))
def test_no_two_marks_cover_one_another(points: list[tuple[int, int]]) -> None:
    places = apart(np.array(points, dtype=float), 0.8)
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2)[~np.eye(len(places), dtype=bool)]
    assert (gaps > 0.8 - 1e-6).all()
    assert places[0].tolist() == list(points[0])


def test_sixty_on_one_place_still_come_apart() -> None:
    places = apart(np.full((60, 2), 5.0), 0.8)
    gaps = np.linalg.norm(places[:, None] - places[None], axis=2)[~np.eye(60, dtype=bool)]
    assert gaps.min() > 0.8 - 1e-6


def test_marks_stay_on_the_map_as_long_as_there_is_room() -> None:
    corner = apart(np.full((9, 2), 10.0), 0.8, low=0, high=10)
    assert corner.min() >= 0
    assert corner.max() <= 10
    crowded = apart(np.full((9, 2), 1.0), 0.8, low=1, high=1)
    assert len({tuple(place) for place in crowded.round(6).tolist()}) == 9


def test_who_stands_free_stays_in_place() -> None:
    points = np.array([[1.0, 1.0], [5.0, 5.0], [9.0, 2.0]])
    assert apart(points, 0.8).tolist() == points.tolist()


def example() -> pd.DataFrame:
    people = open_dossier("winkelhart").table("stakeholders")
    return power_interest(people).assign(name=people["name"])


@pytest.mark.parametrize("count", [1, 12, 24, 30])
def test_the_example_can_be_read(sheet, readable, count: int) -> None:
    table = pd.concat([example()] * 2, ignore_index=True).head(count)
    readable(draw_stakeholder_map(sheet(10, 6.5), table))


def test_a_name_is_drawn_as_it_is_written(sheet, readable) -> None:
    readable(draw_stakeholder_map(sheet(10, 6.5), MAP.assign(name="$a_{ " + "x" * 500)))


def test_every_class_has_words() -> None:
    levels = pd.DataFrame(
        [(a, b, c) for a in (0, 9, NAN) for b in (0, 9, NAN) for c in (0, 9, NAN)],
        columns=["power", "legitimacy", "urgency"],
    ).assign(id="x", involvement=lambda t: t["legitimacy"], affected=5.0, attitude=0.0)
    assert set(power_interest(levels)["quadrant"]) == set(QUADRANTS)
    assert set(salience(levels)["salience"]) == set(SALIENCE)


def test_says_in_words_where_each_stands_and_who_is_easily_forgotten() -> None:
    said = describe_stakeholder_map(MAP)
    assert said.startswith("Kaart van macht en betrokkenheid. Aantal betrokkenen: 6.")
    assert "Veel macht, veel aandacht: zorg voor een goed gesprek: Wethouder." in said
    assert "Nog geen plek: Nieuw." in said
    assert said.endswith("Sterk geraakt, met weinig macht: Winkeliers en Bewoners.")


def test_nobody_is_no_error(sheet) -> None:
    assert drawn(draw_stakeholder_map(sheet(10, 6.5), MAP.head(0)))["ring"] == []
    assert describe_stakeholder_map(MAP.head(0)).endswith("betrokkenen: 0.")
