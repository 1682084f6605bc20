"""What is handed on says nothing of how somebody votes, unless somebody asks for it."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.dossier.workbook import read_workbook
from helpers.report.left_out import LEFT_OUT, without_forecasts
from helpers.report.workbook import workbook_bytes

HOSTILE = ['=cmd|"/c calc"!A1', "+1+1", "-1", "@SUM(A1)", '=HYPERLINK("x";"y")', "\t=1", "\r=1"]


def read_back(content: bytes, folder: Path) -> Dossier:
    path = folder / "uit.xlsx"
    path.write_bytes(content)
    return read_workbook(path)


@pytest.mark.parametrize("name", example_names())
def test_only_what_is_left_out_differs(name: str) -> None:
    whole, quiet = open_dossier(name), without_forecasts(open_dossier(name))
    for table in TABLES:
        for old, new in zip(getattr(whole, table), getattr(quiet, table), strict=True):
            other = {key for key, value in old if value != getattr(new, key)}
            assert other <= set(LEFT_OUT.get(table, ()))


def test_nothing_of_a_vote_is_left_and_what_others_think_stays() -> None:
    whole, quiet = open_dossier("winkelhart"), without_forecasts(open_dossier("winkelhart"))
    political = {one.id for one in whole.stakeholders if one.kind in ("fractie", "executive")}
    for one in quiet.stakeholders:
        assert (one.judged_vote, one.vote_certainty, one.vote_source_kind) == (None, None, None)
        assert (one.vote_source, one.vote_date) == ("", None)
        assert one.id not in political or one.attitude is None
    attitudes = {one.id: one.attitude for one in whole.stakeholders if one.id not in political}
    assert {one.id: one.attitude for one in quiet.stakeholders if one.id in attitudes} == attitudes
    assert {one.convinced.value for one in quiet.contacts} == {"unknown"}
    after = {one.position_after for one in quiet.contacts if one.stakeholder in political}
    assert after == {""}
    assert any(one.position_after for one in quiet.contacts)


@pytest.mark.parametrize("name", example_names())
def test_the_excel_file_reads_back_as_what_went_in(name: str, tmp_path: Path) -> None:
    dossier, quiet = open_dossier(name), without_forecasts(open_dossier(name))
    assert read_back(workbook_bytes(dossier), tmp_path) == quiet
    if dossier != quiet:
        assert read_back(workbook_bytes(dossier, forecasts=True), tmp_path) == dossier


def test_the_columns_stand_in_the_file_and_are_empty() -> None:
    book = load_workbook(io.BytesIO(workbook_bytes(open_dossier("winkelhart"))))
    sheet = book["Betrokkenen"]
    (at,) = [cell.column for cell in sheet[1] if cell.value == "Ingeschatte stem"]
    assert {sheet.cell(row, at).value for row in range(2, 26)} == {None}


@pytest.mark.parametrize("door", ["checked", "past every check"])
def test_what_looks_like_a_formula_is_text_in_the_file_itself(door: str, tmp_path: Path) -> None:
    dossier = open_dossier("winkelhart")
    first = dossier.interests[: len(HOSTILE)]
    for one, text in zip(first, HOSTILE, strict=True):
        dossier = dossier.change("interests", one.id, position=text)
    if door != "checked":
        raw = [
            one.model_copy(update={"position": text})
            for one, text in zip(first, HOSTILE, strict=True)
        ]
        rows = (*raw, *dossier.interests[len(HOSTILE) :])
        dossier = dossier.model_copy(update={"interests": rows})
    content = workbook_bytes(dossier.model_copy(update={"title": HOSTILE[0], "story": HOSTILE[1]}))
    parts = zipfile.ZipFile(io.BytesIO(content))
    for name in parts.namelist():
        part = parts.read(name)
        assert b"<f>" not in part
        assert b"<f " not in part
    sheet, back = load_workbook(io.BytesIO(content))["Belangen"], read_back(content, tmp_path)
    for at, text in enumerate(HOSTILE):
        cell = sheet.cell(at + 2, 3)
        assert (cell.data_type, cell.quotePrefix) == ("s", True)
        assert str(cell.value).strip() == text.strip()
        assert back.interests[at].position == text.strip()
