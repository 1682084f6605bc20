"""Choosing an own dossier: begin, open, bring in from Excel, lay aside, erase."""

import io
from pathlib import Path
from typing import Any

import pytest

from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.workbook import write_workbook
from helpers.tools.own.dossier_chooser import DossierChooser
from helpers.training import own_dossiers
from helpers.training.own_dossiers import OwnDossiers, own_dossier
from helpers.training.start_dossier import open_start_dossier

HOSTILE = [
    "",
    " ",
    "../../weg",
    "winkelhart/../x",
    "<script>alert(1)</script>",
    "=1+1",
    "\x00",
    "é" * 500,
]


@pytest.fixture
def tool() -> DossierChooser:
    return DossierChooser()


def say(tool: DossierChooser, content: bytes | None = None, **message: Any) -> None:
    data = {"method": "custom", "content": {"from": "proef", "n": 1, **message}}
    buffers = [] if content is None else [memoryview(content)]
    tool.view._handle_msg({"content": {"data": data}, "buffers": buffers})


def excel(name: str, folder: Path, **changes: Any) -> bytes:
    path = folder / "uit.xlsx"
    write_workbook(open_dossier(name).model_copy(update=changes), path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def winkelhart(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return excel("winkelhart", tmp_path_factory.mktemp("uit"))


def titles(tool: DossierChooser) -> list[tuple[str, bool]]:
    return [(one["title"], one["open"]) for one in tool.view.dossiers]


def test_a_first_dossier_is_begun_listed_and_open(tool: DossierChooser) -> None:
    assert (titles(tool), tool.view.now) == ([], "")
    say(tool, do="begin", title="Sporthal Noord", start="empty")
    assert titles(tool) == [("Sporthal Noord", True)]
    assert tool.view.now == "Nu open: Sporthal Noord."
    assert tool.view.turn == 1
    assert own_dossier().dossier.title == "Sporthal Noord"


def test_without_a_title_nothing_begins_and_the_title_is_asked(tool: DossierChooser) -> None:
    say(tool, do="begin", title="  ", start="empty")
    assert titles(tool) == []
    assert tool.view.note == "Schrijf eerst op hoe het dossier heet."
    assert (tool.view.turn, tool.view.missing) == (0, 1)


@pytest.mark.parametrize("name", example_names())
def test_every_example_can_be_copied_under_an_own_title(tool: DossierChooser, name: str) -> None:
    say(tool, do="begin", title="Mijn kopie", start=name)
    mine, example = own_dossier().dossier, open_dossier(name)
    assert mine.title == "Mijn kopie"
    assert mine.stakeholders == example.stakeholders
    assert mine.options == example.options


def test_what_was_written_in_the_start_dossier_comes_along(tool: DossierChooser) -> None:
    open_start_dossier().write("1", "who", "Wijkraad", known="")
    say(tool, do="begin", title="Vanaf de pagina", start="page")
    assert [one.name for one in own_dossier().dossier.stakeholders] == ["Wijkraad"]


def test_another_dossier_opens_and_the_page_begins_anew(tool: DossierChooser) -> None:
    for title in ("Plein", "Haven"):
        say(tool, do="begin", title=title, start="empty")
    say(tool, do="open", name="plein")
    assert dict(titles(tool)) == {"Plein": True, "Haven": False}
    assert tool.view.turn == 3
    say(tool, do="open", name="bestaat_niet")
    assert tool.view.turn == 3


def test_a_workbook_becomes_a_dossier(tool: DossierChooser, winkelhart: bytes) -> None:
    say(tool, winkelhart, do="excel", name="mijn.xlsx")
    assert own_dossier().dossier.interests == open_dossier("winkelhart").interests
    assert (tool.view.problems, tool.view.turn) == ({}, 1)


def test_the_same_workbook_mended_takes_the_place_of_the_first(
    tool: DossierChooser, winkelhart: bytes, tmp_path: Path, work: Path
) -> None:
    say(tool, winkelhart, do="excel")
    own_dossier().change("stakeholders", "zilverlijst", power=1)
    own_dossiers._open.clear()
    say(tool, excel("winkelhart", tmp_path, place="Elders"), do="excel")
    assert len(tool.view.dossiers) == 1
    assert own_dossier().dossier.place == "Elders"
    assert list((work / "eigen" / "dossiers" / "snapshots" / "winkelhart").glob("*.json"))


def test_a_workbook_with_the_same_name_and_another_title_stands_beside_it(
    tool: DossierChooser, winkelhart: bytes, tmp_path: Path
) -> None:
    say(tool, winkelhart, do="excel")
    say(tool, excel("winkelhart", tmp_path, title="Een ander"), do="excel")
    assert sorted(titles(tool)) == [("Een ander", True), ("Winkelhart Vlierakker", False)]


def test_a_workbook_with_faults_says_each_and_changes_nothing(
    tool: DossierChooser, winkelhart: bytes, work: Path
) -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(winkelhart))
    book["Betrokkenen"]["D2"] = "veel"
    book["Belangen"]["B2"] = "wie_is_dit"
    kept = io.BytesIO()
    book.save(kept)
    say(tool, kept.getvalue(), do="excel")
    assert tool.view.problems["head"].startswith("In dit bestand moeten eerst 2 dingen in orde.")
    assert [line.split(",")[0] for line in tool.view.problems["lines"]] == [
        "blad Betrokkenen",
        "blad Belangen",
    ]
    assert (tool.view.turn, titles(tool)) == (0, [])
    assert not (work / "eigen" / "dossiers").exists()


@pytest.mark.parametrize("content", [b"", b"geen excel", b"PK\x03\x04", b"\x00" * 10_000, None])
def test_what_is_no_workbook_is_refused_in_a_sentence(
    tool: DossierChooser, content: bytes | None
) -> None:
    say(tool, content, do="excel", name="../../x.xlsx")
    assert "Excel" in tool.view.problems["lines"][0]
    assert tool.view.turn == 0


def test_the_empty_workbook_goes_to_the_browser(
    tool: DossierChooser, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[tuple[Any, Any]] = []
    monkeypatch.setattr(tool.view, "send", lambda what, buffers: sent.append((what, buffers)))
    say(tool, do="template")
    ((what, (content,)),) = sent
    assert what == {"name": "leeg-dossier.xlsx"}
    assert content[:2] == b"PK"
    assert "downloads" in tool.view.note


def test_laid_aside_is_kept_and_erased_is_gone(tool: DossierChooser, work: Path) -> None:
    for title in ("Plein", "Haven", "Brug"):
        say(tool, do="begin", title=title, start="empty")
    say(tool, do="put_away", name="haven")
    assert (work / "eigen" / "weggelegd").exists()
    assert tool.view.turn == 3
    say(tool, do="erase", name="brug")
    assert tool.view.turn == 4
    assert titles(tool) == [("Plein", True)]
    assert not list(work.rglob("brug*"))
    assert list(work.rglob("haven.begin.json"))


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ({"do": "begin", "title": "", "start": "empty"}, "begin"),
        ({"do": "template"}, "excel"),
        ({"do": "put_away", "name": "haven"}, "list"),
        ({"do": "erase", "name": "haven"}, "list"),
    ],
)
def test_what_came_of_an_act_is_said_where_it_was_asked(
    tool: DossierChooser, said: dict[str, str], where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tool.view, "send", lambda *_any, **_more: None)
    for title in ("Haven", "Brug"):
        say(tool, do="begin", title=title, start="empty")
    say(tool, **said)
    assert tool.view.note
    assert tool.view.where == where


def test_a_list_in_another_tab_loses_what_was_laid_aside_here(tool: DossierChooser) -> None:
    for title in ("Haven", "Brug"):
        say(tool, do="begin", title=title, start="empty")
    other = DossierChooser()
    say(tool, do="put_away", name="haven")
    other.work.refresh()
    assert titles(other) == [("Brug", True)]


@pytest.mark.parametrize("text", HOSTILE)
def test_nonsense_is_answered_calmly_and_stays_in_its_folder(
    tool: DossierChooser, work: Path, text: str
) -> None:
    for do in ("open", "put_away", "erase", "weg", text):
        say(tool, do=do, name=text)
    say(tool, do="begin", title=text, start=text)
    assert titles(tool) == []
    say(tool, do="begin", title=text, start="empty")
    outside = [path for path in work.parent.rglob("*") if work not in [path, *path.parents]]
    assert outside == []
    assert all(len(title) <= 200 for title, _open in titles(tool))


def test_a_folder_that_cannot_be_written_is_said(
    tool: DossierChooser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_any: object) -> None:
        raise OSError("vol")

    monkeypatch.setattr(own_dossiers, "replace_file", full)
    say(tool, do="begin", title="Plein", start="empty")
    assert tool.view.note.startswith("Dit lukte niet in")
    assert (tool.view.turn, titles(tool)) == (0, [])


def test_titles_of_dossiers_never_get_into_a_notebook(tool: DossierChooser) -> None:
    say(tool, do="begin", title="Vertrouwelijk", start="empty")
    bundle = tool._repr_mimebundle_()
    assert "Vertrouwelijk" not in bundle["text/html"] + bundle["text/plain"]
    assert "Jouw dossiers" in bundle["text/html"]
    assert OwnDossiers().names == ["vertrouwelijk"]


def test_a_second_press_begins_no_second_dossier(tool: DossierChooser) -> None:
    for _time in range(3):
        say(tool, do="begin", title="Sporthal Noord", start="empty")
    assert titles(tool) == [("Sporthal Noord", True)]
    assert tool.view.turn == 1
    say(tool, do="begin", title="Sporthal Zuid", start="empty")
    assert len(titles(tool)) == 2


def test_a_file_that_cannot_be_read_is_called_as_somebody_called_it(tool: DossierChooser) -> None:
    say(tool, b"geen werkmap", do="excel", name="Brief aan <b>ons</b>.docx")
    lines = tool.view.problems["lines"]
    assert len(lines) == 1
    assert lines[0].startswith("bestand Brief aan <b>ons</b>.docx: ")
    say(tool, b"geen werkmap", do="excel", name=7)
    assert tool.view.problems["lines"][0].startswith("bestand dossier.xlsx: ")
