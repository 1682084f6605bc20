"""A disk that is really full, or a folder that may really not be written, under an open course."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers.tools.learning.my_progress import MyProgress
from helpers.training.content import lesson_exercises
from helpers.training.notes import NotesFile
from helpers.training.own_dossiers import OwnDossiers, empty_dossier
from helpers.training.progress import Progress
from helpers.training.working_copy import WorkingCopy

KIND = lesson_exercises("01")[0]


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of its own of 400 kB, on which the work folder is."""
    disk = tmp_path / "schijf"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no small disk can be made here")
    monkeypatch.setenv("DRAAGVLAK_WERK", str(disk / "werk"))
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Write until nothing fits any more; return what fills the disk."""
    filler = disk / "vol"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return filler


def test_a_full_disk_keeps_what_was_saved_and_takes_the_rest_when_there_is_room(
    small_disk: Path,
) -> None:
    progress, notes = Progress(), NotesFile()
    progress.step(KIND, KIND.hint)
    notes.write("01", "Voor de schijf vol was.", "")
    filler = fill(small_disk)
    progress.step(KIND, KIND.hint)
    notes.write("01", "Voor de schijf vol was. " + "Meer. " * 2000, notes.text("01"))
    assert "niet bewaard" in progress.notice
    assert "niet bewaard" in notes.notice
    assert progress.attempt(KIND).hints == 2, "it is on the screen"
    assert Progress().attempt(KIND).hints == 1
    assert NotesFile().text("01") == "Voor de schijf vol was."
    assert not list((small_disk / "werk").rglob("*.tmp")), "nothing half is left"
    filler.unlink()
    progress.step(KIND, lambda attempt: attempt.model_copy(update={"round": 1}))
    assert (progress.notice, Progress().attempt(KIND).hints) == ("", 2)


def test_a_disk_that_is_full_from_the_start_lets_somebody_look_on(small_disk: Path) -> None:
    fill(small_disk)
    progress, copy = Progress(), WorkingCopy("winkelhart")
    progress.step(KIND, KIND.hint)
    copy.save(lambda work: {"dossier": work.dossier.model_copy(update={"place": "Nieuw"})})
    assert "niet bewaard" in progress.notice
    assert "niet bewaard" in copy.notice
    assert (progress.attempt(KIND).hints, copy.dossier.place) == (1, "Nieuw")
    with pytest.raises(OSError, match="No space left"):
        OwnDossiers().begin(empty_dossier(), "De brug")
    assert OwnDossiers().names == []


@pytest.fixture
def shut(work: Path, tmp_path: Path) -> Iterator[Callable[[], None]]:
    """What makes the work folder one that may only be read; it can be written again afterwards."""
    places: list[Path] = []
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(work)]
    work.mkdir()
    # For who may do everything, only a disk that cannot be written is a folder that may not.
    disk = os.name != "nt" and os.geteuid() == 0
    if disk and (
        not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("no disk can be made here")

    def shutting() -> None:
        if disk:
            subprocess.run(["mount", "-o", "remount,ro", str(work)], check=True)
        else:
            places.extend([work, *work.rglob("*")])
            for place in places:
                place.chmod(0o555 if place.is_dir() else 0o444)

    yield shutting
    if disk:
        subprocess.run(["umount", "-l", str(work)], check=True)
    for place in places:
        place.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="permissions work otherwise there")
def test_a_folder_that_may_only_be_read_is_shown_and_said(shut: Callable[[], None]) -> None:
    Progress().step(KIND, KIND.hint)
    NotesFile().write("01", "Van gisteren.", "")
    name = OwnDossiers().begin(empty_dossier(), "De brug")
    progress, notes, tool = Progress(), NotesFile(), MyProgress()
    shut()
    notes.write("01", "Van gisteren. En van nu.", "Van gisteren.")
    progress.step(KIND, KIND.hint)
    assert "niet bewaard" in progress.notice
    assert "niet bewaard" in notes.notice
    assert (progress.attempt(KIND).hints, notes.text("01")) == (2, "Van gisteren. En van nu.")
    assert (Progress().attempt(KIND).hints, NotesFile().text("01")) == (1, "Van gisteren.")
    assert (Progress().notice, OwnDossiers().names) == ("", [name])
    tool.hear(tool.view, {"do": "erase", "own": True, "from": "x", "n": 1}, [])
    assert tool.view.note.startswith("Dit lukte niet in ")
    assert Progress().attempt(KIND).hints == 1, "nothing was erased"
