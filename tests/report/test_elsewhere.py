"""What the course makes opens in another program, and reads back as what it was."""

import datetime as dt
import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from helpers.dossier.columns import Row, columns_of
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.dossier.workbook import read_workbook
from helpers.report.document import document_bytes
from helpers.report.plan.contents import Contents
from helpers.report.plan.document import plan_document
from helpers.report.workbook import workbook_bytes
from helpers.tools.own.plan_contents import plan_contents
from helpers.training.begun import begun
from helpers.training.own_dossiers import OwnCopy, OwnDossiers, empty_dossier
from helpers.training.start_dossier import Entry, Intention, Page
from helpers.training.working_copy import Action, Taker, WorkingCopy

_OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.skipif(not _OFFICE, reason="LibreOffice is not on this machine"),
    pytest.mark.usefixtures("coarse"),
]


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kantoor")


def converted(
    contents: dict[str, bytes], suffix: str, to: str, folder: Path, profile: Path
) -> dict[str, Path]:
    """Return the files that the other program makes of these, all at one start of it.

    Skips when it has no part for such files on this machine.
    """
    given = {name: folder / f"{name}{suffix}" for name in contents}
    for name, path in given.items():
        path.write_bytes(contents[name])
    made = {name: folder / "terug" / f"{name}.{to}" for name in contents}
    said = subprocess.run(
        [str(_OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless",
         "--convert-to", to, "--outdir", str(folder / "terug"), *map(str, given.values())],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    if "could not be loaded" in said.stderr and not any(path.exists() for path in made.values()):
        pytest.skip(f"LibreOffice on this machine opens no {suffix}")
    assert all(path.exists() for path in made.values()), said.stderr
    return made


def plan(name: str) -> bytes:
    """Return the longest plan of an example: with forecasts, agreements and an intention."""
    work = WorkingCopy(name)
    for step in work.dossier.route:
        agreed = Action(what="De vragen van de vorige keer doornemen", who=Taker.TOGETHER)
        work.plan(step.id, step.speaker, agreed)
    page = Page(intentions={"09": Intention(text="Voor vrijdag bellen", day=dt.date(2026, 12, 4))})
    return document_bytes(plan_document(plan_contents(work, page, True, "Voor het overleg.")))


def begun_plan() -> bytes:
    """Return the plan of somebody who only filled in the page of the startdossier."""
    entries = tuple(
        Entry(key=str(n), who=f"Groep {n}", position="Niet zo.", interest="Rust") for n in range(4)
    )
    work = OwnCopy(OwnDossiers().begin(begun(Page(subject="Een veld erbij.", entries=entries))))
    return document_bytes(plan_document(plan_contents(work, Page())))


RICH = ("winkelhart", "woondeal", "vastgoed", "vakantieverhuur", "afval")
"""The examples with votes, interests and a route; the others are short stories of an assignment."""


def test_a_plan_is_four_to_eight_pages_and_of_a_thin_dossier_at_most_two(
    tmp_path: Path, profile: Path
) -> None:
    plans = {name: plan(name) for name in RICH}
    plans["leeg"] = document_bytes(plan_document(Contents(empty_dossier())))
    plans["begonnen"] = begun_plan()
    pages = {
        name: len(re.findall(rb"/Type/Page[\n/]", path.read_bytes()))
        for name, path in converted(plans, ".docx", "pdf", tmp_path, profile).items()
    }
    assert {name: pages[name] for name in RICH if not 4 <= pages[name] <= 8} == {}
    assert pages["leeg"] == 1
    assert pages["begonnen"] <= 2


def test_a_workbook_saved_by_another_program_is_the_same_dossier(
    tmp_path: Path, profile: Path
) -> None:
    dossier = with_texts(of_every_table())
    given = {"alles": workbook_bytes(dossier, forecasts=True)}
    saved = converted(given, ".xlsx", "xlsx", tmp_path, profile)["alles"]
    assert read_workbook(saved) == dossier
    parts = zipfile.ZipFile(io.BytesIO(saved.read_bytes()))
    assert not [one for one in parts.namelist() if b"<f>" in parts.read(one)]


def of_every_table() -> Dossier:
    """Return the first of some examples, with rows of the others in the tables that it lacks."""
    whole, *others = map(open_dossier, ("winkelhart", *RICH, "te-groot"))
    somebody = whole.stakeholders[0].id
    for other in others:
        lacking = [name for name in TABLES if not getattr(whole, name)]
        rows = {
            name: tuple(_about(somebody, one) for one in getattr(other, name)) for name in lacking
        }
        whole = whole.model_copy(update=rows)
    assert [name for name in TABLES if not getattr(whole, name)] == ["values", "reframes"]
    return whole


def _about(somebody: str, row: Row) -> Row:
    """Return a row in which somebody of this dossier stands for who is in another."""
    refers = [one.name for one in columns_of(type(row)).values() if one.refers == "stakeholders"]
    return row.model_copy(update={name: somebody for name in refers if getattr(row, name)})


def with_texts(dossier: Dossier) -> Dossier:
    """Return a dossier with texts in it that a program may take for a formula or a number."""
    for at, text in enumerate(["=1+1", "+1", "-1", "@x", "'t Plein", "1-2", "JA"]):
        values = {"date": "2026-09-15", "stakeholder": dossier.stakeholders[0].id}
        dossier = dossier.add("contacts", id=f"text_{at}", heard=text, **values)
    return dossier
