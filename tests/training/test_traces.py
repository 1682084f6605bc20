"""What the course keeps of somebody goes away when that is asked, and nothing of it is left."""

import datetime as dt
import os
import tempfile
import time
from pathlib import Path

import pytest

from helpers.training import traces
from helpers.training.begun import begun
from helpers.training.chairing.sessions import SessionsFile
from helpers.training.content import lesson_exercises
from helpers.training.conversations.talks import TalksFile
from helpers.training.notes import NotesFile
from helpers.training.own_dossiers import OwnCopy, OwnDossiers
from helpers.training.progress import Progress
from helpers.training.start_dossier import Page, StartDossierFile
from helpers.training.traces import erase, has_own, tidy
from helpers.training.tried_lines import TriedLinesFile
from helpers.training.working_copy import WorkingCopy

SECRET = "Fanfarekorps"
KIND = lesson_exercises("01")[0]


def everything(work: Path) -> str:
    """Leave a trace in every file that the course keeps; return the own dossier's name."""
    for turn in range(2):  # the second change keeps a snapshot of the first
        text = f"{SECRET} {turn}"
        NotesFile().write("01", text, NotesFile().text("01"))
        TriedLinesFile().add(text)
        start = StartDossierFile()
        start.write_subject(text, start.page.subject)
        Progress().step(KIND, KIND.hint)
        example = WorkingCopy("winkelhart")
        example.save(lambda now: {"dossier": now.dossier.model_copy(update={"story": SECRET})})
    for empty in (TalksFile(), SessionsFile()):
        empty.save(lambda _: {})
    own = OwnDossiers()
    name = own.begin(begun(Page(subject=SECRET)), SECRET)
    copy = OwnCopy(name)
    copy.replace(copy.dossier.model_copy(update={"place": SECRET}))
    copy.replace(copy.dossier.model_copy(update={"place": SECRET * 2}))
    own.begin(begun(Page(subject=SECRET)), "Ander")
    own.put_away("ander")
    own.choice.choose(name)
    (work / "verslagen").mkdir()
    (work / "verslagen" / "plan.docx").write_bytes(SECRET.encode())
    (work / f"voortgang.damaged-{dt.date.today()}.json").write_text(SECRET)
    (work / ".voortgang-half.tmp").write_text(SECRET)
    carried = work / "meegebracht" / "2026-11-22-1200" / "eigen"
    carried.mkdir(parents=True)
    (carried / "notities.json").write_text(SECRET)
    (carried.parent / ".gewist").touch()
    (work / "eigen" / "van-mezelf.txt").write_text("van mezelf")
    (work / ".jupyter").mkdir()
    (work / ".jupyter" / "instelling").write_text("donker")
    return name


def holding(work: Path, secret: str) -> set[str]:
    """The files whose content or name tells something."""
    return {
        path.relative_to(work).as_posix()
        for path in work.rglob("*")
        if path.is_file()
        and (secret in path.read_text("utf-8", "replace") or secret.lower() in str(path.name))
    }


def test_erasing_everything_keeps_nothing_but_what_is_not_the_courses(work: Path) -> None:
    everything(work)
    assert len(holding(work, SECRET)) > 15
    erase(work, own=True)
    assert holding(work, SECRET) == set()
    left = {path.name for path in work.rglob("*") if path.is_file()}
    assert left == {".gewist", "van-mezelf.txt", "instelling"}


def test_own_dossiers_stay_unless_they_are_to_go_as_well(work: Path) -> None:
    name = everything(work)
    before = {path for path in holding(work, SECRET) if traces_own(path)}
    erase(work)
    assert holding(work, SECRET) == before
    assert has_own(work)
    assert OwnDossiers().names == [name]
    assert OwnCopy(name).dossier.place == SECRET * 2
    assert NotesFile().text("01") == ""
    assert WorkingCopy("winkelhart").revision == 0
    assert Progress().revision == 0


def traces_own(path: str) -> bool:
    places = ("eigen/dossiers", "eigen/weggelegd", "verslagen", "eigen/startdossier")
    return path.startswith((*places, "eigen/snapshots/startdossier"))


def test_a_page_that_is_open_elsewhere_does_not_bring_back_what_was_erased(work: Path) -> None:
    name = everything(work)
    progress, notes, example, own = (
        Progress(),
        NotesFile(),
        WorkingCopy("winkelhart"),
        OwnCopy(name),
    )
    erase(work, own=True)
    assert progress.refresh()
    assert progress.attempt(KIND) == KIND.begin()
    notes.write("02", "Iets nieuws", "")
    assert NotesFile().text("01") == ""
    assert NotesFile().text("02") == "Iets nieuws"
    example.save(lambda now: {"dossier": now.dossier.model_copy(update={"place": "Nieuw"})})
    assert holding(work, SECRET) == set()
    own.save(lambda now: {"dossier": now.dossier.model_copy(update={"place": "Nieuw"})})
    assert SECRET not in (work / "eigen" / "dossiers" / f"{name}.json").read_text("utf-8")


def test_what_was_erased_long_ago_is_no_reason_to_forget_what_came_after(work: Path) -> None:
    everything(work)
    erase(work)
    notes = NotesFile()
    notes.write("01", "Nieuw", "")
    (work / "eigen" / "notities.json").unlink()  # a disk that was away for a moment
    notes.write("02", "Meer", "")
    assert (NotesFile().text("01"), NotesFile().text("02")) == ("Nieuw", "Meer")


def test_a_file_that_vanished_without_being_erased_is_written_again(work: Path) -> None:
    notes = NotesFile()
    notes.write("01", "Iets", "")
    (work / "eigen" / "notities.json").unlink()
    notes.write("02", "Meer", "")
    assert NotesFile().text("01") == "Iets"


def test_erasing_where_nothing_was_done_writes_nothing(work: Path) -> None:
    erase(work, own=True)
    assert not work.exists()
    assert not has_own(work)


def test_what_cannot_be_erased_is_said_and_the_rest_is_gone(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything(work)
    remove = traces._remove

    def held(path: Path) -> None:
        if path.name == "voortgang.json":
            raise PermissionError(13, "in use")
        remove(path)

    monkeypatch.setattr(traces, "_remove", held)
    with pytest.raises(PermissionError, match="in use"):
        erase(work, own=True)
    assert holding(work, SECRET) == set()


def left_by_a_kill(target: Path, hours: float) -> Path:
    """A file as the course begins to write it, so many hours ago."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.stem}-", suffix=".tmp")
    os.close(handle)
    os.utime(name, (time.time() - 3600 * hours,) * 2)
    return Path(name)


PLACES = (
    *("voortgang.json", "gesprekken.json", "dossiers/winkelhart.json", "eigen/notities.json"),
    *("eigen/dossiers/sporthal.json", "snapshots/voortgang/2026-11-22-1405.json"),
    *("dossiers/snapshots/winkelhart/2026-11-22-1405.json", "verslagen/plan.docx"),
)


@pytest.mark.parametrize("place", PLACES)
def test_what_a_kill_left_half_written_goes_after_an_hour(work: Path, place: str) -> None:
    old, young = left_by_a_kill(work / place, 1.01), left_by_a_kill(work / place, 0.99)
    tidy(work, time.time())
    assert (old.exists(), young.exists()) == (False, True)


def test_tidying_touches_nothing_else_however_old(work: Path) -> None:
    everything(work)
    others = ("eigen/mijn.tmp", "dossiers/~plan.tmp", ".elders-abcd1234.tmp", "dossiers/.plan.tmp")
    for name in others:
        (work / name).write_text("van mezelf")
    (work / "dossiers" / ".map-abcd1234.tmp").mkdir()
    before = sorted(work.rglob("*"))
    tidy(work, time.time() + 10**9)
    assert sorted(work.rglob("*")) == before


def test_tidying_where_nothing_was_done_makes_nothing(work: Path) -> None:
    tidy(work, time.time())
    assert not work.exists()


def test_a_half_written_workbook_goes_as_well(work: Path) -> None:
    (work / "verslagen").mkdir(parents=True)
    half = work / "verslagen" / ".tabellen.xlsx.4321.tmp"
    half.touch()
    tidy(work, time.time() + 3601)
    assert not half.exists()
