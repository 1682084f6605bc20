"""Every tool of the lessons works on every own dossier: empty, begun, copied, half-known."""

import datetime as dt
import html
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.tools.own.own_tools import OwnTools
from helpers.tools.own.tool_list import TOOLS, OwnTool
from helpers.tools.tool import FAILED, Shown
from helpers.training.begun import begun
from helpers.training.course_map import lessons
from helpers.training.own_dossiers import OwnCopy, OwnDossiers, empty_dossier, own_dossier
from helpers.training.start_dossier import Entry, Page
from tests.tools.sheets import say, shown

NAMES = [one.name for one in TOOLS]
EMPTY = Dossier(id="leeg", title="Leeg", as_of=dt.date(2026, 9, 15))


def half_known() -> Iterator[tuple[str, Dossier]]:
    """Yield dossiers that grow step by step, with nothing known that may be unknown."""
    page = [Entry(key="1", who="Fractie Samen", interest="Rust"), Entry(key="2", who="Wijkraad")]
    yield "empty", EMPTY
    yield "begun", begun(Page(subject="Een sporthal", entries=tuple(page)))
    alone = EMPTY.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    yield "one stakeholder", alone
    yield "no seats", alone.add("stakeholders", id="f", name="Fractie", kind="fractie")
    yield "one seat", alone.add("stakeholders", id="f", name="Fractie", kind="fractie", seats=1)
    interest = alone.add("interests", id="rust", stakeholder="wijk")
    yield "an interest", interest
    issue = interest.add("issues", id="plek", name="De plek")
    issue = issue.add("options", id="nu", issue="plek", name="Zo blijven", status_quo=True)
    yield "only the status quo", issue
    issue = issue.add("options", id="nieuw", issue="plek", name="Een nieuwe")
    yield "no proposal", issue
    effect = issue.add("effects", option="nieuw", interest="rust")
    yield "an unknown effect", effect.model_copy(update={"proposal": ("nieuw",)})
    yield "only a step", EMPTY.add("route", id="stap", step=1, name="College", body="executive")
    group = EMPTY.add("groups", id="g", name="Huurders")
    yield "a group", group
    yield "an aspect", group.add("aspects", id="a", name="Kosten")
    yield "a partner", EMPTY.add("partners", id="p", name="Woonstichting")


DOSSIERS = dict(half_known()) | {name: open_dossier(name) for name in example_names()}
MOST = DOSSIERS["woondeal"], DOSSIERS["winkelhart"], DOSSIERS["afval"], DOSSIERS["vastgoed"]


@pytest.fixture
def failed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect every sentence that says that something failed, of whatever tool."""
    from helpers.tools import tool

    said: list[str] = []
    monkeypatch.setattr(tool._LOG, "exception", lambda text, *more: said.append(text % more))
    return said


def own(dossier: Dossier) -> OwnCopy:
    OwnDossiers().begin(dossier, "Proef")
    return own_dossier()


def turn(work: OwnCopy, dossier: Dossier) -> None:
    """Let the dossier become another one at once, as another window may do."""
    work.replace(dossier.model_copy(update={"id": work.name}))


def named(name: str) -> OwnTool:
    return next(one for one in TOOLS if one.name == name)


def texts(view: Any) -> Iterator[str]:
    """Yield every sentence that a view holds, at whatever depth of its traits."""

    def inside(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            yield from (text for one in value.values() for text in inside(one))
        elif isinstance(value, list | tuple):
            yield from (text for one in value for text in inside(one))

    for name in view.keys:
        if name not in ("_esm", "_css", "svg", "children", "layout"):
            yield from inside(getattr(view, name))
    for part in getattr(view, "children", ()):
        yield from texts(part)


def whole(tool: Shown) -> None:
    """Hold that a tool is drawn, drawn again and drawn on paper without a failure."""
    tool.redraw_once()
    paper, plain = html.unescape(tool.still_html()), tool.still_text()
    assert plain.strip()
    for text in (paper, plain, *texts(tool.view)):
        assert FAILED not in text
        assert "Traceback" not in text
        assert "nan" not in text.split()


@pytest.mark.parametrize("name", NAMES)
def test_each_tool_follows_a_dossier_that_fills_and_empties(name: str, failed: list[str]) -> None:
    work = own(EMPTY)
    tool = named(name).build(work)
    for dossier in (*MOST, EMPTY, *dict(half_known()).values(), MOST[0], EMPTY):
        turn(work, dossier)
        assert FAILED not in list(texts(tool.view))
    whole(tool)
    assert failed == []


@pytest.mark.parametrize("name", NAMES)
def test_each_tool_works_and_its_first_controls_move_on_every_dossier(
    name: str, failed: list[str]
) -> None:
    for dossier in [EMPTY] if named(name).alone else DOSSIERS.values():
        tool = named(name).build(own(dossier))
        whole(tool)
        form = getattr(tool, "form", None)
        for key, one in list(shown(tool).items())[:12] if form is not None else ():  # type: ignore[arg-type]
            if one["kind"] == "choice":
                say(tool, "set", key, value=one["options"][-1]["id"])  # type: ignore[arg-type]
            elif one["kind"] in ("button", "todo"):
                say(tool, "press", key)  # type: ignore[arg-type]
            elif one["kind"] == "text":
                say(tool, "write", key, value="Iets", known="")  # type: ignore[arg-type]
        move_choices(tool.view)
        assert FAILED not in list(texts(tool.view))
    assert failed == []


def move_choices(view: Any) -> None:
    """Choose the last option in the first row of every list of choices, and both slider ends."""
    rows, value = getattr(view, "rows", None), getattr(view, "value", None)
    if isinstance(value, dict) and rows and "options" in rows[0] | {"options": view.options}:
        offered = rows[0].get("options", view.options)
        view.value = {**value, rows[0]["id"]: offered[-1]["id"]}
    if isinstance(value, float) and hasattr(view, "low"):
        for end in (view.low, view.high):
            view.value = end
    for part in getattr(view, "children", ()):
        move_choices(part)


def test_all_tools_of_the_lessons_are_listed_once_with_their_lesson() -> None:
    tool = OwnTools(own(EMPTY))
    rows = [key for key, one in shown(tool).items() if one["kind"] == "row"]
    assert rows == NAMES
    assert len(set(NAMES)) == len(NAMES) == 19
    heads = [one["head"] for one in tool.form.items]
    titles = {one.number: one.title for one in lessons()}
    assert heads == [f"Les {n} {titles[n]}" for n in sorted({one.lesson for one in TOOLS})]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_missing_is_said_in_the_list_and_above_the_tool(name: str) -> None:
    work = own(EMPTY)
    tool = OwnTools(work)
    note = shown(tool)[name]["note"]
    say(tool, "press", name)
    lines = [line["text"] for line in shown(tool)["missing"]["lines"]]
    assert ("Nog nodig" in note) == bool(lines)
    assert all("in de tabel" in line and "les 09" in line for line in lines)
    for full in MOST:
        turn(work, full)
        lacks = {line["text"] for line in shown(tool)["missing"]["lines"]}
        lines = [line for line in lines if line in lacks]
    assert lines == []


def test_a_tool_is_built_when_it_is_chosen_and_closed_before_the_next() -> None:
    tool = OwnTools(own(DOSSIERS["winkelhart"]))
    assert (tool.tool, tool.place.children) == (None, ())
    say(tool, "press", "InterestList")
    first = tool.tool
    assert first is not None
    assert tool.place.children == (first.view,)
    assert (tool.head.lines[0]["text"], tool.head.turn) == ("Belangenlijst", 1)
    assert shown(tool)["back"]["opens"] == "InterestList"
    say(tool, "press", "back")
    assert first.view.comm is None
    assert tool.place.children == ()
    say(tool, "press", "GoalTree")
    assert type(tool.tool).__name__ == "GoalTree"


def test_a_tool_that_breaks_is_a_sentence_and_the_way_back_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_self: OwnTool, _work: OwnCopy) -> Shown:
        raise RuntimeError("stuk")

    monkeypatch.setattr(OwnTool, "build", broken)
    tool = OwnTools(own(EMPTY))
    say(tool, "press", "GoalTree")
    assert "ging iets mis" in tool.head.lines[0]["text"]
    say(tool, "press", "back")
    assert "GoalTree" in shown(tool)


def test_the_list_is_quick_on_a_large_dossier(
    within: Callable[[Callable[[], object], float], None],
) -> None:
    dossier = empty_dossier()
    for n in range(300):
        dossier = dossier.add("stakeholders", id=f"s{n}", name=f"Groep {n}", kind="residents")
    tool = OwnTools(own(dossier))
    within(tool.redraw_once, 0.1)
    assert len(tool.form.items) == 8
