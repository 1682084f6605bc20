"""The line shows each step in order, its state, who speaks and who in that room is convinced."""

import pandas as pd
import pytest
from matplotlib.axes import Axes

from helpers.analysis.route import route_ahead
from helpers.dossier.examples import open_dossier
from helpers.pictures.route_line import describe_route, draw_route

STEPS = pd.DataFrame(
    [
        ("College", "executive", "2026-06-02", "done", False, "Wethouder", (), (), ()),
        ("Griffie", "registry", None, "next", False, "", (), (), ()),
        ("Commissie", "committee", "2026-11-19", "to_come", False, "", (), ("b",), ("a", "c")),
        ("Raad", "council", "2026-12-10", "to_come", True, "Oost", ("a",), ("b",), ("c",)),
    ],
    columns=["name", "body", "date", "state", "deciding", "speaker_name", "convinced",
             "not_convinced", "not_known"],
)  # fmt: skip
STEPS = STEPS.assign(
    date=pd.to_datetime(STEPS["date"]),
    overdue=False,
    working_days=[0.0, float("nan"), 47.0, 62.0],
    nobody_convinced=[False, False, True, False],
    can_happen=["", "De agenda kan vol zijn.", "", ""],
)


def rows(ax: Axes, kind: str) -> list[float]:
    """Return the rows on which marks of a kind stand, without the explanation below."""
    marks = next(one for one in ax.collections if one.get_label() == kind)
    return sorted(float(y) for _, y in marks.get_offsets() if y < len(STEPS))


def said(ax: Axes) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in ax.texts]


def test_each_step_has_the_mark_of_its_state(sheet) -> None:
    ax = draw_route(sheet(11, 4), STEPS)
    marks = {kind: rows(ax, kind) for kind in ("done", "next", "to_come", "to_come_deciding")}
    assert marks == {"done": [0.5], "next": [1.5], "to_come": [2.5], "to_come_deciding": [3.5]}


@pytest.mark.parametrize("state", ["done", "next"])
def test_the_decision_keeps_its_star_when_it_is_taken_or_next(sheet, state: str) -> None:
    table = STEPS.assign(state=["done", "done", "done", state], working_days=1.0)
    ax = draw_route(sheet(11, 4), table)
    assert rows(ax, "done") == [0.5, 1.5, 2.5]
    assert rows(ax, f"{state}_deciding") == [3.5]


def test_each_in_the_room_has_a_mark(sheet) -> None:
    ax = draw_route(sheet(11, 4), STEPS)
    assert rows(ax, "convinced") == [3.5]
    assert rows(ax, "not_convinced") == [2.5, 3.5]
    assert rows(ax, "not_known") == [2.5, 2.5, 3.5]


def test_names_steps_days_and_who_speaks(sheet) -> None:
    words = said(draw_route(sheet(11, 4), STEPS))
    assert {"College", "2 juni 2026", "Wethouder", "Griffie", "nog geen datum"} <= set(words)
    assert {"Raad", "10 december 2026", "Oost", "1 van 3"} <= set(words)


def test_says_where_nobody_speaks_or_is_convinced(sheet) -> None:
    assert said(draw_route(sheet(11, 4), STEPS)).count("nog niemand") == 2  # both at the committee


@pytest.mark.parametrize(("days", "words"), [(1.0, "over 1 werkdag"), (11.0, "over 11 werkdagen")])
def test_the_next_step_says_how_long_there_is(sheet, days: float, words: str) -> None:
    table = STEPS.assign(working_days=days, date=pd.Timestamp("2026-09-30"))
    assert f"30 september 2026, {words}" in said(draw_route(sheet(11, 4), table))


def test_a_step_that_should_have_been_says_so(sheet) -> None:
    table = STEPS.assign(overdue=[False, True, False, False], date=pd.Timestamp("2026-09-01"))
    assert "1 september 2026, nog niet afgevinkt" in said(draw_route(sheet(11, 4), table))


def example() -> pd.DataFrame:
    dossier = open_dossier("winkelhart")
    parts = map(dossier.table, ("route", "stakeholders", "contacts"))
    table = route_ahead(*parts, dossier.as_of)
    names = {one.id: one.name for one in dossier.stakeholders}
    return table.assign(speaker_name=table["speaker"].map(names).fillna(""))


def test_the_example_can_be_read(sheet, readable) -> None:
    table = example()
    readable(draw_route(sheet(11, 0.55 * len(table) + 0.8), table))


def test_long_names_stay_in_their_column(sheet, readable) -> None:
    long = "Oordeelsvormende raadscommissie Ruimte, Wonen en Economie, tweede behandeling"
    table = example().assign(
        name=long, speaker_name="Wethouder ruimte, wonen en economie (vervanger)"
    )
    readable(draw_route(sheet(11, 0.75 * len(table) + 0.8), table))


def test_a_name_is_drawn_as_it_is_written(sheet, readable) -> None:
    odd = "$a_{ $b " + "x" * 500
    readable(draw_route(sheet(11, 4), STEPS.assign(name=odd, speaker_name=odd)))


def test_says_in_words_what_is_next_and_what_can_happen() -> None:
    words = describe_route(STEPS)
    assert words.startswith("Route naar het besluit. Stappen: 4. Geweest: 1.")
    assert "Volgende stap: Griffie (nog geen datum). De agenda kan vol zijn." in words
    assert "Het besluit valt bij: Raad (10 december 2026)." in words
    assert "Bij Commissie is nog niemand overtuigd." in words
    assert "Bij Raad spreekt Oost voor het stuk." in words


def test_no_steps_are_no_error(sheet) -> None:
    draw_route(sheet(11, 4), STEPS.head(0))
    assert describe_route(STEPS.head(0)) == "Route naar het besluit. Stappen: 0. Geweest: 0."
