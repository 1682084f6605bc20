"""The plan on the page: choose what goes in, see what could not be public, take the files along."""

import io
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import docx
import pytest

from helpers.dossier.examples import open_dossier
from helpers.dossier.workbook import read_workbook
from helpers.pictures.image import png_bytes
from helpers.report.left_out import without_forecasts
from helpers.report.plan import pictures
from helpers.tools.own.dossier_plan import DossierPlan
from helpers.tools.own.plan_contents import intention_of
from helpers.training.own_dossiers import OwnCopy, OwnDossiers, empty_dossier, own_dossier
from helpers.training.start_dossier import Intention, Page, open_start_dossier
from helpers.training.working_copy import Action, Taker
from tests.tools.sheets import move_everything, say, shown, write

TICKS = ("names", "opinions", "sources", "shown")


def begun(name: str = "") -> DossierPlan:
    OwnDossiers().begin(open_dossier(name) if name else empty_dossier(), "Mijn plein")
    return DossierPlan(own_dossier())


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the pictures with few dots: as wide on paper, with the same words."""
    monkeypatch.setattr(pictures, "png_bytes", partial(png_bytes, dots=20))


@pytest.fixture
def tool(coarse: None) -> DossierPlan:
    return begun("winkelhart")


def told(tool: DossierPlan, key: str) -> str:
    return "\n".join(line["text"] for line in shown(tool)[key]["lines"])


def given(tool: DossierPlan, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bytes]]:
    sent: list[tuple[str, bytes]] = []
    monkeypatch.setattr(tool, "give", lambda name, content: sent.append((name, content)))
    return sent


def letters(content: bytes) -> str:
    document = docx.Document(io.BytesIO(content))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_forecasts_are_off_and_the_reason_is_shown(tool: DossierPlan) -> None:
    assert shown(tool)["forecasts"]["value"] is False
    assert "kan worden opgevraagd (Woo)" in told(tool, "out")
    assert "reason" not in shown(tool)
    say(tool, "set", "forecasts", value=True)
    write(tool, "reason", "Voor het gesprek met de wethouder")
    assert shown(tool)["reason"]["value"] == "Voor het gesprek met de wethouder"
    say(tool, "set", "forecasts", value=False)
    assert "reason" not in shown(tool)


@pytest.mark.parametrize("name", ["winkelhart", "", "woondeal", "afval"])
def test_the_word_file_is_kept_and_given_to_the_browser(
    name: str, monkeypatch: pytest.MonkeyPatch, work: Path, request: pytest.FixtureRequest
) -> None:
    if name != "winkelhart":  # one of them as people get it
        request.getfixturevalue("coarse")
    tool = begun(name)
    sent = given(tool, monkeypatch)
    say(tool, "press", "word")
    ((file, content),) = sent
    assert file.startswith("dossierplan-mijn_plein-")
    assert (work / "verslagen" / file).read_bytes() == content
    assert "Dossierplan: Mijn plein" in letters(content)
    assert tool.form.note.startswith("Het bestand staat bij je downloads, en hier:")
    assert tool.form.notice == ""


def test_no_file_takes_the_place_of_an_earlier_one(
    tool: DossierPlan, monkeypatch: pytest.MonkeyPatch, work: Path
) -> None:
    sent = given(tool, monkeypatch)
    for _n in range(2):
        say(tool, "press", "excel")
    assert len({name for name, _content in sent}) == 2
    assert len(list((work / "verslagen").glob("tabellen-*.xlsx"))) == 2


def test_the_excel_file_leaves_forecasts_out_until_they_are_asked_for(
    tool: DossierPlan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sent, path = given(tool, monkeypatch), tmp_path / "uit.xlsx"
    say(tool, "press", "excel")
    path.write_bytes(sent[-1][1])
    assert read_workbook(path) == without_forecasts(tool.work.dossier)
    say(tool, "set", "forecasts", value=True)
    say(tool, "press", "excel")
    path.write_bytes(sent[-1][1])
    assert read_workbook(path) == tool.work.dossier


def test_switched_on_the_plan_says_so_and_why(
    tool: DossierPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = given(tool, monkeypatch)
    say(tool, "press", "word")
    assert "Kans op een meerderheid" not in letters(sent[-1][1])
    assert "waarschijnlijk" not in letters(sent[-1][1])
    say(tool, "set", "forecasts", value=True)
    write(tool, "reason", "Voor de wethouder")
    say(tool, "press", "word")
    text = letters(sent[-1][1])
    assert "Waarom het er nu wel in staat: Voor de wethouder" in text
    assert "De kans op een meerderheid is" in text
    assert "waarschijnlijk voor" in text


def test_what_is_left_open_is_said_with_the_button_and_blocks_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tool = begun()
    sent = given(tool, monkeypatch)
    say(tool, "press", "word")
    assert tool.form.note.endswith("staat nog open: 4 vragen zijn niet aangevinkt.")
    for key in TICKS:
        say(tool, "set", key, value=True)
    assert told(tool, "open").endswith("staat niets meer open.")
    say(tool, "set", "names", value=False)
    say(tool, "press", "excel")
    assert tool.form.note.endswith("staat nog open: 1 vraag is niet aangevinkt.")
    assert len(sent) == 2


def test_what_the_course_finds_is_said_with_its_place(tool: DossierPlan) -> None:
    assert "vindt geen e-mailadres" in told(tool, "found")
    key = tool.work.dossier.interests[0].id
    tool.work.change("interests", key, position="Bel mevrouw Jansen, 06-12345678")
    text = told(tool, "found")
    assert "De cursus vindt 2 dingen om naar te kijken:" in text
    assert "blad Belangen, rij 2, kolom Standpunt: Dit lijkt op een telefoonnummer" in text
    assert "er zijn nog 2 dingen om naar te kijken" in told(tool, "open")


def test_what_is_agreed_and_intended_is_looked_at_too(tool: DossierPlan) -> None:
    step = tool.work.dossier.route[-1].id
    tool.work.plan(step, None, Action(what="dhr. De Wit bellen", who=Taker.YOU))
    assert "dhr. De Wit" in told(tool, "found")
    open_start_dossier().intend("09", text="mw. Bos mailen", known="")
    assert "mw. Bos" in told(tool, "found")


def test_a_fractie_of_one_is_only_found_when_its_vote_goes_out() -> None:
    tool = begun("winkelhart")
    first = tool.work.dossier.fracties[0]
    tool.work.change("stakeholders", first.id, seats=1, judged_vote="probably_for")
    assert "één zetel" not in told(tool, "found")
    say(tool, "set", "forecasts", value=True)
    assert "één zetel" in told(tool, "found")


def test_the_intention_of_this_lesson_comes_before_that_of_another() -> None:
    page = Page(intentions={"02": Intention(text="Eerst"), "09": Intention(text="Nu")})
    assert intention_of(page).text == "Nu"
    assert intention_of(Page()).text == ""


def test_a_disk_that_refuses_is_said_and_the_file_comes_all_the_same(
    monkeypatch: pytest.MonkeyPatch, work: Path
) -> None:
    tool = begun()
    sent = given(tool, monkeypatch)
    (work / "verslagen").write_text("geen map")
    say(tool, "press", "word")
    assert len(sent) == 1
    assert "kon het niet worden bewaard" in tool.form.note
    assert tool.form.notice == ""


def test_a_text_that_excel_cannot_hold_is_said_in_a_sentence(
    tool: DossierPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = given(tool, monkeypatch)
    key = tool.work.dossier.interests[0].id
    tool.work.change("interests", key, position="😀" * 20_000)
    say(tool, "press", "excel")
    assert sent == []
    assert "te lang voor Excel" in tool.form.note


@pytest.mark.parametrize("name", ["winkelhart", "", "woondeal"])
def test_every_control_moves_to_both_ends(
    name: str, coarse: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = begun(name)
    given(tool, monkeypatch)
    move_everything(tool)
    say(tool, "set", "forecasts", value=True)
    write(tool, "reason", "<script>alert(1)</script>")
    assert "<script>" not in tool.still_html()


@pytest.mark.parametrize("value", [None, 3, [], {}, "ja", "\x00"])
def test_nonsense_is_answered_calmly(tool: DossierPlan, value: Any) -> None:
    before = tool.work.dossier
    for key in (*TICKS, "forecasts", "reason", "weg", ""):
        for do in ("set", "write", "weg"):
            say(tool, do, key, value=value)
    assert (tool.form.notice, tool.work.dossier) == ("", before)
    assert shown(tool)["forecasts"]["value"] is False


def test_it_is_redrawn_quickly(
    tool: DossierPlan, within: Callable[[Callable[[], object], float], None]
) -> None:
    within(tool.redraw_once, 0.1)


def test_nothing_that_is_in_the_dossier_is_changed(
    tool: DossierPlan, monkeypatch: pytest.MonkeyPatch
) -> None:
    given(tool, monkeypatch)
    before = tool.work.dossier, tool.work.revision
    for key in ("word", "excel"):
        say(tool, "press", key)
    assert (OwnCopy("mijn_plein").dossier, tool.work.revision) == before
