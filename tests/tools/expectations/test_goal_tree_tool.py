"""A goal tree is looked at as a whole and mended on the screen."""

import datetime as dt
import re
from collections.abc import Callable

import pytest

from helpers.dossier.model import Dossier
from helpers.tools.expectations.goal_tree import GoalTree
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="afval", title="Afval", as_of=dt.date(2026, 9, 15))
WHOLE = {
    "indicator": "kilo per inwoner",
    "baseline": "210 kilo",
    "target": "150 kilo",
    "year": 2028,
    "source": "weegbrug",
    "owner": "wethouder",
    "decision": "Raadsbesluit 12 maart 2026",
}
SMALL = (
    BARE.add("goals", id="minder", text="Minder restafval", **WHOLE)
    .add("goals", id="apart", parent="minder", text="Meer apart", **{**WHOLE, "owner": ""})
    .add("measures", id="bakken", name="Aparte bakken")
    .add("measures", id="pas", name="Een pas")
    .add("contributions", measure="bakken", goal="apart", strength=2, argument="Elders gemeten")
)


def open_tree(monkeypatch: pytest.MonkeyPatch, dossier: Dossier = SMALL) -> GoalTree:
    ship(monkeypatch, dossier)
    return GoalTree(working_copy("afval"))


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> GoalTree:
    return open_tree(monkeypatch)


def missing(tool: GoalTree) -> str:
    """Return what the sheet says is missing, as one text."""
    return "\n".join(one["text"] for one in shown(tool).values() if one["kind"] == "todo")


def test_what_is_missing_is_said_with_why_it_matters(tool: GoalTree) -> None:
    assert 'Niemand is verantwoordelijk voor "Meer apart".' in missing(tool)
    assert '"Een pas" draagt aan geen doel bij.' in missing(tool)
    assert "Van de 34 dingen waar we naar keken, zijn er 32 in orde." in said(tool)


def test_each_thing_that_is_missing_opens_the_field_where_it_belongs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = open_tree(monkeypatch, broken())
    todo = [one for one in shown(tool).values() if one["kind"] == "todo"]
    assert len(todo) == len(tool.review.findings) > 8
    for one in todo:
        say(tool, "press", one["id"])
        assert one["opens"] in shown(tool), one["text"]
        assert shown(tool)[one["opens"]]["kind"] in ("text", "choice", "button")


def broken() -> Dossier:
    """Return a tree in which each check finds something."""
    dossier = BARE.add("goals", id="leeg", text="Leeg", parent="rond")
    dossier = dossier.add("goals", id="rond", text="Rond", parent="leeg", **WHOLE)
    dossier = dossier.add("measures", id="bakken", name="Aparte bakken")
    dossier = dossier.add("measures", id="pas", name="Een pas")
    return dossier.add("contributions", measure="bakken", goal="leeg")


def test_every_finding_with_a_field_finds_it_also_without_the_other_side(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for dossier in (BARE.add("goals", id="a", text="A"), BARE.add("measures", id="b", name="B")):
        tool = open_tree(monkeypatch, dossier)
        for one in [one for one in shown(tool).values() if one["kind"] == "todo"]:
            say(tool, "press", one["id"])
            assert one["opens"] in shown(tool)


def test_what_is_taken_away_is_said_and_comes_back_where_it_was(tool: GoalTree) -> None:
    say(tool, "set", "which", value="bakken")
    say(tool, "press", "remove bakken")
    assert '"Aparte bakken" is weggehaald.' in tool.undo.said
    assert tool.undo.turn == 1
    tool.undo._take({"what": "undo"})
    assert shown(tool)["which"]["value"] == "bakken"
    assert [one.measure for one in tool.work.dossier.contributions] == ["bakken"]


def test_the_choice_says_what_is_a_goal_and_what_a_measure(tool: GoalTree) -> None:
    labels = [one["label"] for one in shown(tool)["which"]["options"]]
    assert labels == [
        "Doel: Minder restafval",
        "Doel: Meer apart",
        "Maatregel: Aparte bakken",
        "Maatregel: Een pas",
    ]


def test_the_picture_has_a_key_and_is_drawn_only_when_it_changes(tool: GoalTree) -> None:
    texts = re.findall(r"<text[^>]*>([^<]*)", tool.picture.svg)
    for words in ("draagt sterk bij", "doel onder een doel", "1 gat"):
        assert words in texts
    drawn = tool.picture.svg
    say(tool, "set", "which", value="bakken")
    assert tool.picture.svg is drawn


def test_a_tree_is_mended_on_the_screen_and_is_still_there_tomorrow(tool: GoalTree) -> None:
    say(tool, "set", "which", value="apart")
    write(tool, "goals apart owner", "teamleider afval")
    say(tool, "set", "link apart", value="pas")
    assert len(tool.work.dossier.contributions) == 1, "choosing alone connects nothing"
    say(tool, "press", "connect apart")
    opened = tool.form.heard["opens"]
    assert opened == "contributions pas apart strength", "for who pressed before the page knew it"
    say(tool, "set", opened, value="1.0")
    write(tool, "contributions pas apart argument", "Wie meer weggooit, betaalt meer.")
    assert "Elk doel is te meten" in said(tool)
    again = GoalTree(WorkingCopy("afval"))
    assert again.review.findings == ()


def test_the_picture_shows_gaps_and_its_words_say_them(tool: GoalTree) -> None:
    assert "Doelenboom met 2 doelen en 2 maatregelen." in tool.picture.alt
    assert "Meer apart: 1 gat." in tool.picture.alt
    before = tool.picture.svg
    say(tool, "set", "which", value="apart")
    write(tool, "goals apart owner", "teamleider afval")
    assert tool.picture.svg != before
    assert "Meer apart: geen gaten." in tool.picture.alt


def test_a_circle_is_named_and_can_be_broken(tool: GoalTree) -> None:
    say(tool, "set", "goals minder parent", value="apart")
    assert 'staat onder zichzelf, via "Meer apart"' in missing(tool)
    say(tool, "set", "goals minder parent", value="")
    assert "onder zichzelf" not in missing(tool)


def test_goals_and_measures_are_added_and_removed(tool: GoalTree) -> None:
    say(tool, "press", "add goal")
    key = tool.work.dossier.goals[-1].id
    assert shown(tool)["which"]["value"] == key
    write(tool, f"goals {key} text", "Schone straten")
    say(tool, "press", "add measure")
    say(tool, "press", f"remove {tool.work.dossier.measures[-1].id}")
    say(tool, "set", "which", value="minder")
    say(tool, "press", "remove minder")
    assert [(one.id, one.parent) for one in tool.work.dossier.goals] == [
        ("apart", None),
        (key, None),
    ]
    assert len(tool.work.dossier.measures) == 2


def test_removing_a_measure_takes_its_links_along(tool: GoalTree) -> None:
    say(tool, "set", "which", value="bakken")
    say(tool, "press", "remove bakken")
    assert tool.work.dossier.contributions == ()
    assert 'Geen maatregel draagt bij aan "Meer apart"' in missing(tool)
    tool.work.undo()
    assert len(tool.work.dossier.contributions) == 1


@pytest.mark.parametrize("which", ["minder", "apart", "bakken"])
def test_every_field_moves_to_both_ends(tool: GoalTree, which: str) -> None:
    say(tool, "set", "which", value=which)
    for key, one in shown(tool).items():
        if one["kind"] == "button" and key.startswith("remove"):
            one["kind"] = "lines"
    move_everything(tool)


def test_a_dossier_without_goals_begins_with_one(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = open_tree(monkeypatch, BARE)
    assert "Er staat nog geen doel." in tool.still_text()
    assert tool.picture.svg == ""
    say(tool, "press", "add goal")
    assert tool.picture.svg


def test_a_name_is_never_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = open_tree(monkeypatch, BARE.add("measures", id="m", name="<b>$5_</b>"))
    assert "<b>" not in tool.still_html()


def test_sixty_goals_and_measures_stay_quick(
    monkeypatch: pytest.MonkeyPatch, within: Callable[[Callable[[], object], float], None]
) -> None:
    dossier = BARE
    for at in range(30):
        dossier = dossier.add("goals", id=f"g{at}", parent=f"g{at // 3}" if at else None, **WHOLE)
        dossier = dossier.add("measures", id=f"m{at}", name=f"Maatregel {at}")
    within(open_tree(monkeypatch, dossier).redraw_once, 0.3)


def test_a_goal_of_half_a_page_leaves_room_for_what_is_said_of_it(tool: GoalTree) -> None:
    say(tool, "set", "which", value="apart")
    write(tool, "goals apart text", "lang woord " * 60)
    lines = [text for text in missing(tool).splitlines() if "lang woord" in text]
    assert lines
    assert all("…" in text and len(text) < 300 for text in lines)


def test_only_a_button_that_makes_something_has_the_new_name_selected(tool: GoalTree) -> None:
    made = {key for key, one in shown(tool).items() if one.get("fresh")}
    assert made == {"add goal", "add measure"}
