"""The power-interest map: what is dragged, typed or moved by keys is the same place everywhere."""

import math
from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest

from helpers.texts.language import _
from helpers.tools.stakeholders.power_interest_map import PowerInterestMap
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.messages import tell

WHO = "winkeliers"
UNPLACED = _("Not on the map, because you do not know their power or involvement: {who}.")[:12]

Within = Callable[[Callable[[], object], float], None]


@pytest.fixture
def tool() -> PowerInterestMap:
    return PowerInterestMap(working_copy("winkelhart"))


def move(tool: PowerInterestMap, key: str, x: Any, y: Any) -> dict[str, str]:
    return tell(tool.map, what="move", key=key, x=x, y=y)


def fill_in(tool: PowerInterestMap, key: str, column: str, value: Any) -> dict[str, str]:
    return tell(tool.table, what="set", key=key, column=column, value=value)


def point(tool: PowerInterestMap, key: str) -> dict[str, Any]:
    return next(one for one in tool.map.points if one["id"] == key)


def row(tool: PowerInterestMap, key: str) -> dict[str, Any]:
    return next(one for one in tool.table.rows if one["id"] == key)


def said(tool: PowerInterestMap) -> str:
    return " ".join(line["text"] for line in tool.outcome.lines)


def test_map_table_and_names_show_the_same_places(tool: PowerInterestMap) -> None:
    for one, place in zip(tool.work.dossier.stakeholders, tool.table.rows, strict=True):
        mark = point(tool, one.id)
        assert (mark["x"], mark["y"]) == (one.involvement, one.power)
        assert float(place["values"]["power"]) == one.power
        assert float(place["values"]["involvement"]) == one.involvement
        assert mark["number"] == place["number"]
    assert [one["label"] for one in tool.map.names] == [one["label"] for one in tool.table.rows]


@pytest.mark.parametrize(("x", "y"), [(0, 0), (0, 10), (10, 0), (10, 10), (4.5, 5)])
def test_a_mark_can_be_put_everywhere(tool: PowerInterestMap, x: float, y: float) -> None:
    assert move(tool, WHO, x, y) == {}
    assert (point(tool, WHO)["x"], point(tool, WHO)["y"]) == (x, y)
    assert row(tool, WHO)["values"]["involvement"] == f"{x:g}"
    one = next(s for s in WorkingCopy("winkelhart").dossier.stakeholders if s.id == WHO)
    assert (one.involvement, one.power) == (x, y)


@pytest.mark.parametrize("column", ["power", "involvement", "affected"])
@pytest.mark.parametrize("value", ["0", "10", "7.5", ""])
def test_every_number_reaches_its_ends_and_can_be_unknown(
    tool: PowerInterestMap, column: str, value: str
) -> None:
    assert fill_in(tool, WHO, column, value) == {}
    assert row(tool, WHO)["values"][column] == value


@pytest.mark.parametrize("value", ["-2", "-1", "0", "1", "2", ""])
def test_every_attitude_has_a_shape_and_words_of_its_own(
    tool: PowerInterestMap, value: str
) -> None:
    assert fill_in(tool, WHO, "attitude", value) == {}
    mark = point(tool, WHO)
    assert mark["shape"] == {"-": "D", "0": "s", "": "s"}.get(value[:1], "o")
    assert row(tool, WHO)["values"]["attitude"] == value
    looks = [(one.get("shape"), one.get("fill")) for one in tool.map.legend]
    assert len(set(looks)) == len(looks) == 7


@pytest.mark.parametrize(
    ("value", "words"), [("11", "10 of minder"), ("-1", "0 of meer"), ("veel", "getal")]
)
def test_what_is_wrong_is_told_and_the_old_value_stays(
    tool: PowerInterestMap, value: str, words: str
) -> None:
    errors = fill_in(tool, WHO, "power", value)
    assert words in errors["power"]
    assert tool.work.revision == 0


@pytest.mark.parametrize(("x", "y"), [(None, []), ("x", {}), (99, -3), (math.nan, math.inf)])
def test_nonsense_from_the_page_moves_nothing(tool: PowerInterestMap, x: Any, y: Any) -> None:
    before = tool.map.points
    move(tool, WHO, x, y)
    assert [p for p in tool.map.points if p["id"] != WHO] == [p for p in before if p["id"] != WHO]
    assert all(0 <= p["x"] <= 10 and 0 <= p["y"] <= 10 for p in tool.map.points)
    fill_in(tool, WHO, "name", "Iets anders")
    fill_in(tool, WHO, "power", 3)
    assert "Iets anders" not in {one.name for one in tool.work.dossier.stakeholders}
    assert "niet meer in het dossier" in move(tool, "niemand", 1, 1)[""]


def test_who_is_affected_and_has_little_say_is_said_first(tool: PowerInterestMap) -> None:
    names = {one.id: one.name for one in tool.work.dossier.stakeholders}
    assert tool.outcome.lines[0]["text"].startswith("6 ")
    assert names["mantelzorgkring"] in tool.outcome.lines[1]["text"]
    fill_in(tool, "mantelzorgkring", "power", "8")
    assert names["mantelzorgkring"] not in tool.outcome.lines[1]["text"]


def test_much_power_and_little_attention_is_said(tool: PowerInterestMap) -> None:
    move(tool, "college", 2, 9)
    quiet = _("Much power, and so far little attention: {who}.").split("{")[0]
    assert f"{quiet}College van B en W" in said(tool)
    for one in tool.work.dossier.stakeholders:
        if (one.power is not None and one.power < 5) or one.id in ("college", "provincie"):
            move(tool, one.id, 9, 9)
    assert _("Nobody who is strongly affected by the decision has little say.") in said(tool)
    assert _("Nobody with much power gives it little attention.") in said(tool)


def test_a_ring_says_who_is_affected(tool: PowerInterestMap) -> None:
    for value, ring in (("0", False), ("5", True), ("10", True), ("", False)):
        fill_in(tool, WHO, "affected", value)
        assert point(tool, WHO)["ring"] is ring


def test_who_has_no_place_yet_is_named_and_not_drawn(tool: PowerInterestMap) -> None:
    fill_in(tool, WHO, "power", "")
    assert WHO not in {one["id"] for one in tool.map.points}
    assert UNPLACED in said(tool)
    listed = next(one for one in tool.map.names if one["id"] == WHO)
    assert listed["note"] == _("not on the map yet")
    assert PowerInterestMap(tool.work).table.unfolded
    move(tool, WHO, 5, 5)
    assert UNPLACED not in said(tool)


def test_marks_never_cover_one_another() -> None:
    work = working_copy("winkelhart")
    for one in work.dossier.stakeholders:
        work.change("stakeholders", one.id, power=5, involvement=5)
    tool = PowerInterestMap(work)
    places = [(one["shown_x"], one["shown_y"]) for one in tool.map.points]
    assert len(places) == 24
    assert min(math.dist(a, b) for a, b in combinations(places, 2)) > 0.8
    assert all((one["x"], one["y"]) == (5, 5) for one in tool.map.points)


def test_undo_puts_a_mark_back(tool: PowerInterestMap) -> None:
    shipped = tool.work.dossier
    move(tool, WHO, 0, 0)
    fill_in(tool, WHO, "affected", "1")
    for _again in range(2):
        assert not tool.undo.off
        tell(tool.undo, what="undo")
    assert tool.work.dossier == shipped
    assert tool.undo.off
    tell(tool.undo, what="undo")
    assert tool.work.dossier == shipped


def test_undo_says_why_it_cannot(tool: PowerInterestMap) -> None:
    move(tool, WHO, 0, 0)
    WorkingCopy("winkelhart").change("stakeholders", "college", power=1)
    tell(tool.undo, what="undo")
    assert "ander venster" in tool.undo.said
    assert "ander venster" in said(tool)


def test_every_mark_and_input_has_a_name(tool: PowerInterestMap) -> None:
    assert all(one["label"] in one["words"] for one in tool.map.points)
    assert "macht 5" in point(tool, WHO)["words"].lower()
    assert all("{name}" in column["of"] for column in tool.table.columns)
    corners = [" ".join(one["lines"]) for one in tool.map.quadrants]
    assert len(set(corners)) == 4
    assert all("macht" in words for words in corners)


def test_two_maps_on_a_page_show_the_same(tool: PowerInterestMap) -> None:
    other = PowerInterestMap(tool.work)
    move(tool, WHO, 1, 1)
    assert other.map.points == tool.map.points


def test_a_failure_is_a_sentence_and_no_traceback(
    tool: PowerInterestMap, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **kwargs: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(tool.work, "change", broken)
    assert "ging iets mis" in move(tool, WHO, 1, 1)[""]
    assert "ging iets mis" in said(tool)


def test_what_stands_in_a_dossier_is_never_markup(tool: PowerInterestMap) -> None:
    tool.work.change("stakeholders", WHO, name="<script>alert(1)</script>")
    assert "<script>" not in tool.still_html()


def test_the_still_version_has_the_map_with_its_text_and_the_table(tool: PowerInterestMap) -> None:
    page = tool._repr_mimebundle_()["text/html"]
    assert 'alt="Kaart van macht' in page
    for one in tool.work.dossier.stakeholders:
        assert f"<td>{one.name}</td>" in page


def test_a_redraw_is_fast_enough_to_feel_immediate(tool: PowerInterestMap, within: Within) -> None:
    within(tool.redraw, 0.1)
