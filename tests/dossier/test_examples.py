"""An example dossier is read once, and again as soon as one of its files changes."""

import shutil
from pathlib import Path

import pytest

from helpers.dossier import examples
from helpers.dossier.examples import DATASETS, open_dossier
from helpers.dossier.folder import read_folder


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a dossier in a copy of the examples that may be changed."""
    shutil.copytree(DATASETS / "winkelhart", tmp_path / "winkelhart")
    monkeypatch.setattr(examples, "DATASETS", tmp_path)
    return tmp_path / "winkelhart"


def test_it_is_read_once_as_long_as_its_files_stay(copied: Path) -> None:
    assert open_dossier("winkelhart") is open_dossier("winkelhart")
    assert open_dossier("winkelhart") == read_folder(copied)


def test_it_is_read_again_when_a_file_has_changed(copied: Path) -> None:
    before, head = open_dossier("winkelhart"), next(copied.glob("*.yaml"))
    head.write_text(head.read_text("utf-8").replace(before.title, "Een ander hart"), "utf-8")
    assert open_dossier("winkelhart").title == "Een ander hart"
    assert before.title != "Een ander hart"
