"""Whatever comes from a page, a sheet saves it whole, or says calmly why not."""

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.dossier.columns import columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import _
from helpers.tools.clients.client_intake import ClientIntake
from helpers.tools.clients.reframe_builder import ReframeBuilder
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.talks.preparation_card import PreparationCard
from helpers.tools.tool import FAILED
from helpers.training.own_text import LONGEST
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import (
    SMALL,
    move_everything,
    said,
    say,
    ship,
    shown,
    with_assignment,
    write,
)

TOOLS: list[type[SheetTool]] = [ClientIntake, ReframeBuilder, PreparationCard]
GIVEN, TALK = "assignments app given", "preparations conversation_1 why_now"


@pytest.fixture(autouse=True)
def shipped(monkeypatch: pytest.MonkeyPatch) -> None:
    ship(monkeypatch, with_assignment(told=True))


@pytest.mark.parametrize("kind", TOOLS)
def test_everything_can_be_moved_to_both_ends(kind: type[SheetTool]) -> None:
    tool = kind(working_copy("een_app"))
    move_everything(tool)
    assert WorkingCopy("een_app").dossier == tool.work.dossier


@pytest.mark.parametrize("kind", TOOLS)
def test_every_control_has_a_label_and_a_name_of_its_own(kind: type[SheetTool]) -> None:
    tool = kind(working_copy("een_app"))
    fields = [one for one in shown(tool).values() if "label" in one]
    assert all(one["label"] for one in fields)
    labels = [one["label"] for one in fields if one["kind"] != "tick"]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("kind", TOOLS)
def test_a_still_version_says_the_same_in_html_and_in_words(kind: type[SheetTool]) -> None:
    tool = kind(working_copy("een_app"))
    shown_as = tool._repr_mimebundle_()
    assert shown_as["text/html"].startswith("<h3>")
    assert said(tool).splitlines()[-1] in shown_as["text/plain"]
    assert "<input" not in shown_as["text/html"]
    heads = [int(level) for level in re.findall(r"<h(\d)>", shown_as["text/html"])]
    assert all(deeper <= head + 1 for head, deeper in pairwise(heads))
    assert "Content-Type" not in shown_as["text/html"], "the head of the catalog"


@pytest.mark.parametrize("kind", TOOLS)
def test_what_is_typed_is_never_shown_as_markup(kind: type[SheetTool]) -> None:
    tool = kind(working_copy("een_app"))
    for key, one in shown(tool).items():
        if one["kind"] == "text":
            write(tool, key, "<script>alert(1)</script>")
    assert "<script>" not in tool.still_html()
    assert "&lt;script&gt;" in tool.still_html()


def test_a_text_is_kept_as_it_is_typed_and_saved_without_blanks() -> None:
    tool = ClientIntake(working_copy("een_app"))
    write(tool, GIVEN, "Wij willen een ")
    assert shown(tool)[GIVEN]["value"] == "Wij willen een "
    assert WorkingCopy("een_app").dossier.assignments[0].given == "Wij willen een"
    write(tool, GIVEN, "Wij willen een kaart")
    assert shown(tool)[GIVEN]["value"] == "Wij willen een kaart"
    write(tool, GIVEN, "Wij willen ")
    assert WorkingCopy("een_app").dossier.assignments[0].given == "Wij willen"


def test_two_windows_lose_nothing_of_each_other() -> None:
    one, other = ClientIntake(working_copy("een_app")), ClientIntake(WorkingCopy("een_app"))
    known = shown(one)[GIVEN]["value"]
    say(one, "write", GIVEN, value=f"{known} voor de balie", known=known)
    say(other, "write", GIVEN, value="Iets heel anders", known=known)
    kept = WorkingCopy("een_app").dossier.assignments[0].given
    assert "voor de balie" in kept
    assert "Iets heel anders" in kept


def test_a_change_can_be_taken_back_and_is_shown_on_every_sheet() -> None:
    work = working_copy("een_app")
    intake, other = ClientIntake(work), ReframeBuilder(work)
    say(intake, "set", "intake cause confirmed", value=False)
    assert "te vroeg" in said(other)
    work.undo()
    assert shown(intake)["intake cause confirmed"]["value"] is True
    assert "te vroeg" not in said(other)


def test_what_does_not_change_is_not_saved() -> None:
    tool = ClientIntake(working_copy("een_app"))
    write(tool, GIVEN, "Wij willen een app")
    say(tool, "set", "assignments app lawful", value="unknown")
    assert (tool.work.revision, tool.work.can_undo) == (0, False)


@pytest.mark.parametrize("came", ["2026-13-40", "gisteren", "0002-01-01", 7, None, ["x"]])
def test_a_day_that_is_none_is_a_sentence(came: object) -> None:
    tool = ClientIntake(working_copy("een_app"))
    say(tool, "set", "assignments app wanted_by", value=came)
    assert tool.work.dossier.assignments[0].wanted_by is None
    wrong = shown(tool)["assignments app wanted_by"]["wrong"]
    assert bool(wrong) == isinstance(came, str)


NONSENSE: list[dict[str, Any]] = [
    {"do": "write", "id": GIVEN, "value": 7, "known": None},
    {"do": "write", "id": "assignments app lawful", "value": "x", "known": ""},
    {"do": "set", "id": GIVEN, "value": "x"},
    {"do": "set", "id": "assignments app lawful", "value": "misschien"},
    {"do": "set", "id": "assignments app lawful", "value": ["yes"]},
    {"do": "set", "id": "which", "value": {"a": 1}},
    {"do": "press", "id": ["x"]},
    {"do": 5, "id": 5},
    {"do": "write", "id": "stakeholders hoofd name", "value": "x", "known": ""},
    {},
]


@pytest.mark.parametrize("message", NONSENSE)
def test_nonsense_from_a_page_changes_nothing(message: dict[str, Any]) -> None:
    tool = ClientIntake(working_copy("een_app"))
    before = tool.work.dossier
    data = {"method": "custom", "content": {"from": "proef", "n": 1, **message}}
    tool.form._handle_msg({"content": {"data": data}, "buffers": []})
    if message.get("value") != 7:
        assert tool.work.dossier == before
    assert tool.form.notice == ""


@given(st.text(max_size=200))
@settings(max_examples=30, suppress_health_check=list(HealthCheck))
def test_any_text_is_saved_and_read_back(text: str) -> None:
    tool = PreparationCard(working_copy("een_app"))
    if TALK in shown(tool):
        write(tool, TALK, text)
    assert tool.form.notice == ""
    cards = WorkingCopy("een_app").dossier.preparations
    assert not cards or cards[0] == tool.work.dossier.preparations[0]


def test_what_is_too_long_is_cut_where_a_column_ends() -> None:
    tool = ClientIntake(working_copy("een_app"))
    write(tool, GIVEN, "a" * (LONGEST + 10))
    assert len(tool.work.dossier.assignments[0].given) == LONGEST
    assert tool.form.notice == ""


@pytest.mark.parametrize("kind", TOOLS)
def test_a_dossier_without_anybody_gets_a_sentence(
    kind: type[SheetTool], monkeypatch: pytest.MonkeyPatch
) -> None:
    ship(monkeypatch, Dossier(id="leeg", title="Leeg", as_of="2026-09-15"))
    tool = kind(WorkingCopy("leeg"))
    assert "nog niemand" in tool.still_text()
    assert tool.form.notice == ""


@pytest.mark.parametrize("kind", TOOLS)
def test_a_failure_is_a_sentence(kind: type[SheetTool], monkeypatch: pytest.MonkeyPatch) -> None:
    tool = kind(working_copy("een_app"))
    monkeypatch.setattr(kind, "lines", lambda self: 1 / 0)
    say(tool, "press", "niets")
    assert tool.form.notice == _(FAILED)


@pytest.mark.parametrize("kind", TOOLS)
def test_a_change_shows_at_once(kind: type[SheetTool], within: Any) -> None:
    tool = kind(working_copy("een_app"))
    key = next(key for key, one in shown(tool).items() if one["kind"] == "text")
    texts = iter(f"Wat is dit, nummer {n}?" for n in range(1_000))
    within(lambda: write(tool, key, next(texts)), 0.1)


def test_every_text_that_the_sheets_fill_in_may_stay_empty() -> None:
    for name in ("assignments", "intake", "parts", "reframes", "preparations"):
        texts = [one for one in columns_of(TABLES[name]).values() if one.type is str]
        asked = [one for one in texts if one.required and not one.refers and one.name != "id"]
        assert asked == []


def test_an_empty_dossier_can_be_filled_in_from_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    ship(monkeypatch, SMALL)
    tool = ClientIntake(WorkingCopy("leeg"))
    say(tool, "write", "intake assignment_1_cause_1 heard", value="Te laat", known="")
    write(tool, "assignments assignment_1 given", "Een app")
    (row,), (heard,) = tool.work.dossier.assignments, tool.work.dossier.intake
    assert (row.given, row.client, heard.assignment) == ("Een app", "hoofd", row.id)


def test_a_lesson_may_show_many_dossiers_and_all_stay_alive() -> None:
    tools = [ClientIntake(working_copy(f"dossier_{n}")) for n in range(6)]
    assert all(tool.form.comm is not None for tool in tools)
    again = [ClientIntake(working_copy("dossier_0")) for _again in range(4)]
    assert tools[0].form.comm is None
    assert all(tool.form.comm is not None for tool in [*tools[1:], again[-1]])


def test_the_first_sheet_warns_in_full_and_the_others_in_short(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(SheetTool, "_warning_in", "")
    work = working_copy("een_app")
    first, other, again = ClientIntake(work), PreparationCard(work), ClientIntake(work)
    full, short = _(SheetTool.WARNING), _(SheetTool.AGAIN)
    warnings = [tool.form.about["warning"] for tool in (first, other, again)]
    assert warnings == [[full], [short], [full]]
    assert len(short) < len(full) / 2


def test_a_day_that_cannot_be_is_said_at_its_own_field() -> None:
    tool = PreparationCard(working_copy("een_app"))
    days = [key for key, one in shown(tool).items() if one["kind"] == "date"]
    for key in days:
        say(tool, "set", key, value="1066-10-14")
        assert shown(tool)[key]["wrong"]
        say(tool, "set", key, value="2026-10-14")
        assert shown(tool)[key]["wrong"] == ""
    assert days


def test_a_message_is_shown_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = PreparationCard(working_copy("een_app"))
    drawn: list[int] = []
    monkeypatch.setattr(tool, "redraw", lambda: drawn.append(1))
    write(tool, TALK, "Nu, want de raad besluit")
    assert drawn == [1]
