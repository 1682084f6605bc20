"""The README of the data and the empty template are what the declarations say."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.dossier.dictionary import README, TEMPLATE, with_dictionary
from helpers.dossier.examples import DATASETS
from helpers.dossier.workbook import write_template


def test_the_data_dictionary_is_made_from_the_declarations(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAAGVLAK_LANG", "en")
    text = README.read_text("utf-8")
    assert with_dictionary(text) == text, "run: python -m helpers.dossier.dictionary"


def shape(path: Path) -> list[object]:
    book = load_workbook(path)
    cells = [(sheet.title, cell.coordinate, cell.value, cell.comment and cell.comment.text)
             for sheet in book for row in sheet for cell in row if cell.value]  # fmt: skip
    choices = [
        (sheet.title, str(one.sqref), one.type, one.formula1, one.formula2, one.prompt, one.error)
        for sheet in book
        for one in sheet.data_validations.dataValidation
    ]
    return [cells, choices]


def test_the_template_is_made_from_the_declarations(tmp_path: Path) -> None:
    write_template(tmp_path / "nieuw.xlsx")
    assert shape(TEMPLATE) == shape(tmp_path / "nieuw.xlsx"), (
        "run: python -m helpers.dossier.dictionary"
    )


def test_nothing_lies_among_the_data_without_its_paragraph() -> None:
    text = README.read_text("utf-8")
    names = {path.name for path in DATASETS.iterdir()} - {README.name}
    assert [name for name in sorted(names) if f"### `{name}`\n" not in text] == []
