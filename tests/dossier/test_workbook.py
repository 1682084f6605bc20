"""A workbook reads back equal, a text in it stays a text, and the template helps to fill it in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from helpers.dossier.columns import columns_of
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.problems import DossierError
from helpers.dossier.tables import TABLES
from helpers.dossier.words import Kind
from helpers.dossier.workbook import read_workbook, write_template, write_workbook

TEXTS = [
    "NA", "=SUM(A1:A2)", "#N/A", "+1", "-1", "@x", "2026", "1,5", "15-9-2026", "ja", "TRUE", "null",
    "'tekst", "a\nb", "_x000D_", "<b>&amp;</b>", "é 😀",
]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plein.xlsx"


@pytest.fixture
def saved(small: Dossier, path: Path) -> Path:
    """Return where the small dossier was saved; it is written once for all tests."""
    _once(path, lambda: write_workbook(small, path))
    return path


_WRITTEN: dict[str, bytes] = {}


def _once(path: Path, write: Callable[[], None], name: str = "small") -> None:
    if name not in _WRITTEN:
        write()
        _WRITTEN[name] = path.read_bytes()
    path.write_bytes(_WRITTEN[name])


def test_a_dossier_reads_back_equal(small: Dossier, path: Path) -> None:
    write_workbook(small, path)
    assert read_workbook(path) == small


def test_a_text_stays_the_text_it_is(small: Dossier, path: Path) -> None:
    for at, text in enumerate(TEXTS):
        values = {"date": "2026-09-15", "stakeholder": "groen", "heard": text}
        small = small.add("contacts", id=f"text_{at}", **values)
    write_workbook(small, path)
    cells = load_workbook(path)["Contacten"]["G"][2:]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text, "s") for text in TEXTS]
    assert read_workbook(path) == small


def test_a_workbook_speaks_dutch(saved: Path) -> None:
    book = load_workbook(saved)
    assert book.sheetnames[:3] == ["Uitleg", "Dossier", "Betrokkenen"]
    assert [cell.value for cell in book["Betrokkenen"][1]][:4] == [
        "Korte naam",
        "Naam",
        "Soort",
        "Zetels",
    ]
    assert book["Betrokkenen"]["K2"].value == "waarschijnlijk tegen"
    assert book["Opties"]["E2"].value == "ja"


def test_a_workbook_in_english_reads_the_same(
    small: Dossier, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAAGVLAK_LANG", "en")
    write_workbook(small, path)
    assert load_workbook(path).sheetnames[:3] == ["Explanation", "Dossier", "Stakeholders"]
    monkeypatch.setenv("DRAAGVLAK_LANG", "nl")
    assert read_workbook(path) == small


def test_own_sheets_and_an_own_layout_may_be_added(small: Dossier, saved: Path) -> None:
    book = load_workbook(saved)
    book.create_sheet("Kladblok")["A1"] = "=1+1"
    book["Belangen"].insert_rows(2, 3)
    book["Belangen"].move_range("A1:A9", cols=11)
    book.save(saved)
    assert read_workbook(saved) == small


def test_merged_cells_are_told_with_their_range(saved: Path) -> None:
    book = load_workbook(saved)
    book.create_sheet("Kladblok").merge_cells("A1:C4")
    book["Belangen"].merge_cells("B2:B3")
    book["Belangen"].merge_cells("C2:AB2")
    book.save(saved)
    with pytest.raises(DossierError) as error:
        read_workbook(saved)
    told = [str(one) for one in error.value.problems if "samengevoegd" in one.what]
    assert [one.partition(": ")[0] for one in told] == ["blad Belangen"] * 2
    found = {one.partition("De cellen ")[2].partition(" zijn samengevoegd.")[0] for one in told}
    assert found == {"B2:B3", "C2:AB2"}


def test_seats_that_lack_are_told_with_their_column(small: Dossier, saved: Path) -> None:
    book = load_workbook(saved)
    book["Betrokkenen"].delete_cols(4)
    book.save(saved)
    with pytest.raises(DossierError) as error:
        read_workbook(saved)
    first = next(one for one in small.stakeholders if one.kind is Kind.FRACTIE)
    row = small.stakeholders.index(first) + 2
    said = "Een fractie heeft 1 zetel of meer. Vul het aantal in, of kies een andere soort."
    assert f"blad Betrokkenen, rij {row}, kolom Zetels: {said}" in map(str, error.value.problems)


def test_values_typed_by_hand_are_read(small: Dossier, saved: Path) -> None:
    book = load_workbook(saved)
    book["Betrokkenen"]["E2"] = "8,5"
    book["Contacten"]["B2"] = "1-8-2026"
    book["Opties"]["E2"] = True
    book["Dossier"]["B7"] = "8.000"
    book.save(saved)
    assert read_workbook(saved) == small


def test_a_text_of_32000_characters_is_kept(small: Dossier, path: Path) -> None:
    dossier = small.change("issues", "parkeren", question="é" * 32_000)
    write_workbook(dossier, path)
    assert read_workbook(path) == dossier


def test_a_text_that_excel_cannot_hold_is_told(small: Dossier, path: Path) -> None:
    dossier = small.change("issues", "parkeren", question="😀" * 32_000)
    with pytest.raises(
        DossierError, match=r"blad Punten, kolom Vraag: De tekst .* is te lang voor Excel"
    ):
        write_workbook(dossier, path)
    assert not path.exists()


def test_a_place_where_nothing_can_be_written_is_told(small: Dossier, tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="Dit kon niet worden opgeslagen"):
        write_workbook(small, tmp_path / "weg" / "plein.xlsx")
    assert list(tmp_path.glob("*.tmp")) == []


@pytest.fixture
def template(path: Path) -> Path:
    _once(path, lambda: write_template(path), "template")
    return path


def lists(sheet: Worksheet) -> dict[str, str]:
    """Return what can be chosen, by range of cells."""
    choices = sheet.data_validations.dataValidation
    return {str(one.sqref): str(one.formula1) for one in choices if one.type == "list"}


def test_the_template_has_every_sheet_and_column_with_an_explanation(template: Path) -> None:
    book = load_workbook(template)
    assert len(book.sheetnames) == len(PARTS) + 1
    for name, table in TABLES.items():
        sheet = book.worksheets[list(TABLES).index(name) + 2]
        titles = list(sheet[1])
        assert len(titles) == len(columns_of(table))
        assert all(cell.comment and "Vul in:" in cell.comment.text for cell in titles)
        assert len(sheet.data_validations.dataValidation) == len(titles)
        assert sheet.max_row == 1
    explained = {(row[0], row[1]) for row in book["Uitleg"].iter_rows(min_row=10, values_only=True)}
    assert len(explained) == sum(len(columns_of(part)) for part in PARTS.values())


def test_the_template_offers_lists_to_choose_from(template: Path) -> None:
    book = load_workbook(template)
    people, effects = lists(book["Betrokkenen"]), lists(book["Uitwerkingen"])
    assert people["C2:C1001"].startswith('"fractie,college,')
    assert effects["C2:C1001"] == '"-3,-2,-1,0,1,2,3"'
    assert effects["A2:A1001"] == "'Opties'!$A$2:$A$1001"
    assert lists(book["Opties"])["E2:E1001"] == '"ja,nee"'
    assert "gemeenteraad" in lists(book["Dossier"])["B6"]


def test_the_template_asks_for_what_is_missing_and_for_nothing_else(template: Path) -> None:
    with pytest.raises(DossierError, match="kloppen 3 dingen niet") as caught:
        read_workbook(template)
    assert {problem.column for problem in caught.value.problems} == {
        "Korte naam",
        "Titel",
        "Stand op",
    }


def test_the_template_can_be_filled_in(template: Path) -> None:
    book = load_workbook(template)
    for row, value in ((2, "mijn_dossier"), (3, "Mijn dossier"), (10, "15-9-2026")):
        book["Dossier"].cell(row, 2, value)
    for at, value in enumerate(("wijk", "Wijkraad", "bewoners", None, 7), start=1):
        book["Betrokkenen"].cell(2, at, value)
    book.save(template)
    dossier = read_workbook(template)
    assert (dossier.id, dossier.stakeholders[0].power) == ("mijn_dossier", 7)
