"""What the course makes opens in another program, and reads back as what it was."""

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from helpers.dossier.examples import open_dossier
from helpers.dossier.workbook import read_workbook
from helpers.report.document import document_bytes
from helpers.report.plan.contents import Contents
from helpers.report.plan.document import plan_document
from helpers.report.workbook import workbook_bytes
from helpers.training.own_dossiers import empty_dossier

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = pytest.mark.skipif(not _OFFICE, reason="LibreOffice is not on this machine")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kantoor")


def converted(content: bytes, suffix: str, to: str, folder: Path, profile: Path) -> Path:
    """Return the file that the other program makes of it; skips when it has no part for that."""
    given, made = folder / f"uit{suffix}", folder / "terug" / f"uit.{to}"
    given.write_bytes(content)
    said = subprocess.run(
        [str(_OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", to, "--outdir", str(made.parent), str(given)],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if not made.exists() and "could not be loaded" in said.stderr:
        pytest.skip(f"LibreOffice on this machine opens no {suffix}")
    assert made.exists(), said.stderr
    return made


@pytest.mark.parametrize(
    ("name", "least", "most"),
    [("winkelhart", 4, 9), ("woondeal", 3, 8), ("afval", 4, 9), ("", 1, 2)],
)
def test_the_plan_becomes_pages_of_a4(
    name: str, least: int, most: int, tmp_path: Path, profile: Path
) -> None:
    dossier = open_dossier(name) if name else empty_dossier()
    content = document_bytes(plan_document(Contents(dossier)))
    pdf = converted(content, ".docx", "pdf", tmp_path, profile).read_bytes()
    pages = pdf.count(b"/Type/Page\n") + pdf.count(b"/Type/Page/")
    assert least <= pages <= most


@pytest.mark.parametrize("name", ["winkelhart", "woondeal", "afval"])
def test_a_workbook_saved_by_another_program_is_the_same_dossier(
    name: str, tmp_path: Path, profile: Path
) -> None:
    dossier = open_dossier(name)
    for at, text in enumerate(["=1+1", "+1", "-1", "@x", "'t Plein", "1-2", "JA"]):
        values = {"date": "2026-09-15", "stakeholder": dossier.stakeholders[0].id}
        dossier = dossier.add("contacts", id=f"text_{at}", heard=text, **values)
    content = workbook_bytes(dossier, forecasts=True)
    saved = converted(content, ".xlsx", "xlsx", tmp_path, profile)
    assert read_workbook(saved) == dossier
    parts = zipfile.ZipFile(io.BytesIO(saved.read_bytes()))
    assert not [one for one in parts.namelist() if b"<f>" in parts.read(one)]
