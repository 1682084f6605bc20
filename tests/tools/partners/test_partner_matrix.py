"""The partner matrix shows who was not asked, and stays readable with 300 partners."""

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

import pytest

from helpers.dossier.model import Dossier
from helpers.dossier.partners import Partner, PartnerTheme, Theme
from helpers.tools.partners.partner_matrix import PartnerMatrix
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import move_everything, said, say, ship, shown, write

BARE = Dossier(id="vastgoed", title="Vastgoed", as_of=dt.date(2026, 9, 15))
SMALL = (
    BARE.add("themes", id="panden", name="Panden")
    .add("themes", id="huur", name="Huurafspraken")
    .add("themes", id="parkeren", name="Parkeren")
    .add("partners", id="wonen", name="De corporatie", knows="De staat van de panden.",
         governing="no", financial="no")
    .add("partners", id="zieken", name="Het ziekenhuis", governing="no")
    .add("partners", id="regeling", name="De regeling", governing="yes", financial="yes")
    .add("partner_themes", partner="wonen", theme="panden", relevance=3, level=0, wish=3)
    .add("partner_themes", partner="wonen", theme="huur", relevance=3, level=4, wish=4,
         department="Wonen", last_contact=dt.date(2026, 1, 1), rhythm=90, phase=1)
    .add("partner_themes", partner="zieken", theme="parkeren", relevance=2, level=1, wish=1,
         department="Verkeer", phase=4)
)  # fmt: skip
CELL = "partner_themes wonen panden"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> PartnerMatrix:
    ship(monkeypatch, SMALL)
    return PartnerMatrix(working_copy("vastgoed"))


def overview(tool: PartnerMatrix) -> str:
    return "\n".join(line["text"] for line in tool.told.lines)


def look(tool: PartnerMatrix, key: str, value: str, do: str = "set") -> None:
    """Choose what is seen, as the page would say it; the sheet above answers."""
    number = int(tool.chooser.heard.get("n", 0)) + 1
    said = {"do": do, "id": key, "from": "proef", "n": number, "value": value, "known": ""}
    data = {"method": "custom", "content": said}
    tool.chooser._handle_msg({"content": {"data": data}, "buffers": []})
    assert tool.chooser.heard == {"from": "proef", "n": number}


def looks(tool: PartnerMatrix) -> dict[str, dict[str, Any]]:
    return {one["id"]: one for item in tool.chooser.items for one in [item, *item.get("items", [])]}


def names(tool: PartnerMatrix) -> list[str]:
    return [row[0] for row in tool.picture.table["rows"]]


def test_it_says_what_stands_out(tool: PartnerMatrix) -> None:
    said_of = overview(tool)
    assert "In 3 vakken gaat een thema een partner aan. In 1 daarvan" in said_of
    assert "terwijl meer thema's hen aangaan: De corporatie." in said_of
    assert "Al het contact via één afdeling: De corporatie." in said_of
    assert "Langer geleden dan afgesproken: De corporatie." in said_of
    assert "of later: Het ziekenhuis." in said_of


def test_from_what_one_works_on_to_who_knows_of_it_and_was_not_asked(tool: PartnerMatrix) -> None:
    assert "Panden: De corporatie." in overview(tool)
    look(tool, "theme", "panden")
    assert "De corporatie weet: De staat van de panden." in overview(tool)
    assert tool.picture.table["columns"] == ["", "Panden"]
    look(tool, "theme", "huur")
    assert "Huurafspraken: aan iedereen die het aangaat is iets gevraagd" in overview(tool)


@pytest.mark.parametrize(
    ("key", "value", "seen"),
    [
        ("only", "white", ["De corporatie"]),
        ("only", "single_theme", ["De corporatie"]),
        ("only", "single_department", ["De corporatie"]),
        ("only", "stale", ["De corporatie"]),
        ("only", "late", ["Het ziekenhuis"]),
        ("sort", "name", ["De corporatie", "De regeling", "Het ziekenhuis"]),
        ("theme", "parkeren", ["Het ziekenhuis"]),
        ("only", "nonsense", ["De corporatie", "Het ziekenhuis", "De regeling"]),
    ],
)
def test_one_sees_what_one_asks_for(
    tool: PartnerMatrix, key: str, value: str, seen: list[str]
) -> None:
    look(tool, key, value)
    assert names(tool) == seen


def test_a_search_finds_by_parts_of_words_and_keeps_what_was_typed(tool: PartnerMatrix) -> None:
    look(tool, "search", "ZIEK het ", do="write")
    assert names(tool) == ["Het ziekenhuis"]
    assert looks(tool)["search"]["value"] == "ZIEK het "
    assert shown(tool)["partner"]["value"] == "zieken"
    look(tool, "search", "<b>nergens</b>", do="write")
    assert tool.picture.table == {}
    assert tool.picture.svg == ""
    assert looks(tool)["shown"]["lines"][0]["text"] == "Je ziet 0 van de 3 partners."
    assert "<b>" not in tool.still_html()


def test_a_cell_is_filled_in_redraws_and_can_be_undone(tool: PartnerMatrix) -> None:
    before = tool.picture.svg
    assert "en niemand heeft hun iets gevraagd" in said(tool)
    say(tool, "set", f"{CELL} level", value="3")
    assert "In 0 daarvan" in overview(tool)
    assert tool.picture.svg != before
    assert ["De corporatie", "3", "4", ""] in PartnerMatrix(WorkingCopy("vastgoed")).picture.table[
        "rows"
    ]
    tool.work.undo()
    assert "In 1 daarvan" in overview(tool)


def test_not_together_is_something_else_than_not_known(tool: PartnerMatrix) -> None:
    assert shown(tool)[f"{CELL} level"]["value"] == "0"
    say(tool, "set", f"{CELL} level", value="")
    assert tool.work.dossier.partner_themes[0].level is None
    assert shown(tool)[f"{CELL} level"]["value"] == ""


def test_the_rule_of_a_connected_party_is_told_of_each_partner(tool: PartnerMatrix) -> None:
    assert "bestuurlijk én een financieel belang" in said(tool)
    assert "De corporatie: geen van beide" in said(tool)
    say(tool, "set", "partner", value="zieken")
    assert "Het ziekenhuis: nog niet bekend." in said(tool)
    say(tool, "set", "partner", value="regeling")
    assert "De regeling: allebei, dus een verbonden partij." in said(tool)
    say(tool, "set", "partners regeling financial", value="no")
    assert "alleen een bestuurlijk belang" in said(tool)
    assert "voor iedereen gelden" in said(tool)


def test_a_theme_and_a_partner_come_and_keep_a_name(tool: PartnerMatrix) -> None:
    say(tool, "press", "add theme")
    say(tool, "press", "add partner")
    write(tool, "partners partner_1 name", "De school")
    write(tool, "partners partner_1 name", " ")
    assert "Hier hoort een naam" in tool.form.note
    assert tool.work.dossier.partners[-1].name == "De school"
    assert tool.work.dossier.themes[-1].name == "Een nieuw thema"
    assert tool.form.notice == ""


def test_a_network_shows_who_is_linked_through_what(tool: PartnerMatrix) -> None:
    field = tool.picture.svg
    look(tool, "shape", "network")
    assert tool.picture.table["rows"] == [
        ["De corporatie", "Huurafspraken", "Wonen", "één afdeling"],
        ["Het ziekenhuis", "Parkeren", "Verkeer", "één afdeling"],
        ["De regeling", "", "", "geen contact"],
    ]
    assert "Maar bij één afdeling bekend: De corporatie en Het ziekenhuis." in overview(tool)
    assert "Met niemand verbonden: De regeling." in tool.picture.alt
    write(tool, f"{CELL} department", "Vastgoed")
    assert tool.picture.table["rows"][0][2] == "Vastgoed, Wonen"
    look(tool, "search", "nergens", do="write")
    assert tool.picture.svg == ""
    look(tool, "search", "", do="write")
    look(tool, "shape", "matrix")
    assert tool.picture.svg == field
    assert "Met niemand" not in overview(tool)


@pytest.mark.parametrize(("table", "key"), [("partners", "wonen"), ("themes", "panden")])
def test_a_partner_or_theme_goes_when_that_is_meant_and_comes_back(
    tool: PartnerMatrix, table: str, key: str
) -> None:
    whole = tool.work.dossier
    say(tool, "press", f"remove {table} {key}")
    assert "gaat mee" in shown(tool)[f"sure {table} {key}"]["lines"][0]["text"]
    say(tool, "press", f"no {table} {key}")
    say(tool, "press", f"yes {table} {key}")  # a button that is no longer there
    assert tool.work.dossier == whole
    say(tool, "press", f"remove {table} {key}")
    say(tool, "press", f"yes {table} {key}")
    gone = tool.work.dossier
    assert key not in {one.id for one in getattr(gone, table)}
    assert key not in {one for row in gone.partner_themes for one in (row.partner, row.theme)}
    assert "weggehaald" in tool.undo.said
    tool.work.undo()
    assert tool.work.dossier == whole
    assert tool.form.notice == ""


def test_every_field_moves_to_both_ends(tool: PartnerMatrix) -> None:
    move_everything(tool)
    assert len(tool.work.dossier.partners) == 4
    for key, one in looks(tool).items():
        for option in [one["options"][-1], one["options"][0]] if one["kind"] == "choice" else []:
            look(tool, key, option["id"])
            assert looks(tool)[key]["value"] == option["id"]
    assert tool.form.notice == ""


@pytest.mark.parametrize(
    "dossier",
    [BARE, BARE.add("themes", id="a", name="A"), BARE.add("partners", id="a", name="A")],
)
def test_little_in_the_dossier_gets_a_clear_answer(
    monkeypatch: pytest.MonkeyPatch, dossier: Dossier
) -> None:
    ship(monkeypatch, dossier)
    tool = PartnerMatrix(working_copy("vastgoed"))
    assert "Schrijf eerst een thema op" in overview(tool)
    assert tool.picture.svg == ""
    say(tool, "press", "add theme")
    say(tool, "press", "add partner")
    assert "In 0 vakken" in overview(tool)


def test_three_hundred_partners_by_forty_themes_stay_readable_and_quick(
    monkeypatch: pytest.MonkeyPatch, within: Callable[[Callable[[], object], float], None]
) -> None:
    dice = random.Random(8)
    themes = tuple(Theme(id=f"t{at}", name=f"Thema {at}") for at in range(40))
    partners = tuple(Partner(id=f"p{at}", name=f"Partner {at}") for at in range(300))
    rows = tuple(
        PartnerTheme(partner=partner.id, theme=theme.id, relevance=dice.randint(0, 3),
                     level=dice.randint(0, 4), wish=dice.randint(0, 4), rhythm=90,
                     department=dice.choice(["Wonen", "Zorg"]),
                     last_contact=dt.date(2026, dice.randint(1, 9), 1))
        for partner in partners for theme in themes
    )  # fmt: skip
    tables = {"themes": themes, "partners": partners, "partner_themes": rows}
    ship(monkeypatch, BARE.model_copy(update=tables))
    tool = PartnerMatrix(working_copy("vastgoed"))
    assert len(tool.picture.table["rows"]) == 24
    assert len(tool.picture.table["columns"]) == 15
    look(tool, "part", "38")
    assert names(tool)[-1] == "Partner 299"
    kinds = iter(["white", "", "stale", "late"] * 50)
    within(lambda: look(tool, "only", next(kinds)), 0.1)

    def change() -> None:
        tool._found = None
        tool._pictured = None
        tool.redraw_once()

    within(change, 0.1)
    look(tool, "only", "")
    look(tool, "shape", "network")
    assert len(tool.picture.table["rows"]) == 24
    assert "Het beeld laat een deel zien. Partners: 24, thema's: 14." in str(looks(tool)["shown"])
    pictured = iter(["0", "1"] * 50)
    within(lambda: look(tool, "part", next(pictured)), 0.15)
    look(tool, "shape", "matrix")
    levels = iter("01234" * 20)
    within(lambda: say(tool, "set", "partner_themes p0 t0 level", value=next(levels)), 0.15)


def test_only_a_button_that_makes_something_has_the_new_name_selected(tool: PartnerMatrix) -> None:
    made = {key for key, one in shown(tool).items() if one.get("fresh")}
    assert made == {"add partner", "add theme"}
