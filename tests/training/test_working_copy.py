"""Nothing that a participant did gets lost."""

import errno
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helpers.dossier.model import Dossier
from helpers.dossier.words import Vote
from helpers.texts.numbers import day
from helpers.training import saved as module
from helpers.training.work_folder import COURSE, replace_file, work_folder
from helpers.training.working_copy import WorkingCopy, working_copy

DOSSIER = "winkelhart"


def vote_of(copy: WorkingCopy, at: int = 0) -> Vote | None:
    return copy.dossier.fracties[at].judged_vote


def judge(copy: WorkingCopy, word: str, at: int = 0) -> None:
    copy.change("stakeholders", copy.dossier.fracties[at].id, judged_vote=word)


def test_begins_with_the_shipped_dossier_and_writes_nothing(work: Path) -> None:
    assert WorkingCopy(DOSSIER).revision == 0
    assert not work.exists()


@pytest.mark.parametrize("word", ["certainly_for", "certainly_against"])
def test_a_change_is_still_there_in_a_new_kernel(word: str) -> None:
    judge(WorkingCopy(DOSSIER), word)
    assert vote_of(WorkingCopy(DOSSIER)) == word


def test_two_kernels_never_overwrite_each_other() -> None:
    one, other = WorkingCopy(DOSSIER), WorkingCopy(DOSSIER)
    judge(one, "certainly_for", at=0)
    judge(other, "certainly_against", at=1)
    assert (vote_of(other, 0), vote_of(other, 1)) == ("certainly_for", "certainly_against")
    assert other.revision == 2
    assert one.refresh()
    assert vote_of(one, 1) == "certainly_against"


def test_a_change_that_fails_loses_nothing_of_another_kernel() -> None:
    one, other = WorkingCopy(DOSSIER), WorkingCopy(DOSSIER)
    judge(one, "certainly_for", at=0)

    def broken(work: object) -> dict[str, object]:
        raise ZeroDivisionError("broken")

    with pytest.raises(ZeroDivisionError, match="broken"):
        super(WorkingCopy, other).save(broken)
    judge(other, "certainly_against", at=1)
    assert vote_of(WorkingCopy(DOSSIER), 0) == "certainly_for"


def test_refresh_without_news_tells_nobody() -> None:
    copy = WorkingCopy(DOSSIER)
    judge(copy, "certainly_for")
    listener = Listener()
    copy.on_change(listener.hear)
    assert not copy.refresh()
    assert listener.heard == 0


class Listener:
    def __init__(self) -> None:
        self.heard = 0

    def hear(self) -> None:
        self.heard += 1


def test_every_tool_hears_of_a_change_and_a_forgotten_one_does_not_linger() -> None:
    copy, listener = WorkingCopy(DOSSIER), Listener()
    copy.on_change(listener.hear)
    copy.on_change(Listener().hear)
    judge(copy, "certainly_for")
    assert listener.heard == 1
    assert len(copy._listeners) == 1


def test_a_kernel_has_one_copy_for_all_tools() -> None:
    assert working_copy(DOSSIER) is working_copy(DOSSIER)


def test_a_damaged_file_is_kept_aside_and_said_so(work: Path) -> None:
    judge(WorkingCopy(DOSSIER), "certainly_for")
    (work / "dossiers" / "winkelhart.json").write_text('{"form": 1, "dossier": ', "utf-8")
    copy = WorkingCopy(DOSSIER)
    assert "beschadigd" in copy.notice
    assert len(list((work / "dossiers").glob("winkelhart.damaged-*.json"))) == 1
    judge(copy, "probably_for")
    assert vote_of(WorkingCopy(DOSSIER)) == "probably_for"


def test_a_damaged_file_gives_back_the_last_snapshot(work: Path) -> None:
    copy = WorkingCopy(DOSSIER)
    judge(copy, "certainly_for")
    judge(copy, "probably_against")
    (work / "dossiers" / "winkelhart.json").write_bytes(b"\xff\x00")
    again = WorkingCopy(DOSSIER)
    assert vote_of(again) == "certainly_for"
    assert f"Je ziet nu je werk van {day(date.today())} om " in again.notice


def test_without_anything_to_bring_back_it_says_that_one_begins_again(work: Path) -> None:
    path = work / "dossiers" / "winkelhart.json"
    judge(WorkingCopy(DOSSIER), "certainly_for")
    path.write_text("{", "utf-8")
    copy = WorkingCopy(DOSSIER)
    assert copy.is_fresh
    assert "Je begint nu weer met het dossier zoals de cursus het gaf" in copy.notice
    assert "op deze pagina" not in copy.notice


def _twice(stored: dict[str, Any]) -> None:
    stored["dossier"]["interests"].append(stored["dossier"]["interests"][0])


UNFIT: dict[str, Callable[[dict[str, Any]], object]] = {
    "a package of nothing": lambda stored: stored.update(package=["niks"]),
    "half a package": lambda stored: stored.update(package=stored["dossier"]["proposal"][:1]),
    "an interest of nobody": lambda stored: stored["dossier"]["interests"][0].update(
        stakeholder="niemand"
    ),
    "an interest twice": _twice,
    "no stakeholders": lambda stored: stored["dossier"].update(stakeholders=[]),
    "nothing in it": lambda stored: stored.update(
        dossier={"id": DOSSIER, "title": "Leeg", "as_of": "2026-09-15"}, package=[]
    ),
    "another dossier": lambda stored: stored["dossier"].update(id="plein"),
    "too large a number": lambda stored: stored["dossier"]["stakeholders"][0].update(power=10**400),
}


@pytest.mark.parametrize("spoil", UNFIT.values(), ids=UNFIT)
def test_a_file_whose_parts_do_not_fit_is_damaged(
    work: Path, spoil: Callable[[dict[str, Any]], object]
) -> None:
    copy = WorkingCopy(DOSSIER)
    judge(copy, "certainly_for")
    judge(copy, "probably_against")
    path = work / "dossiers" / "winkelhart.json"
    stored = json.loads(path.read_text("utf-8"))
    spoil(stored)
    path.write_text(json.dumps(stored), "utf-8")
    again = WorkingCopy(DOSSIER)
    assert vote_of(again) == "certainly_for"
    assert "beschadigd" in again.notice
    [kept] = path.parent.glob("winkelhart.damaged-*.json")
    assert json.loads(kept.read_text("utf-8")) == stored


def test_what_could_not_be_read_back_is_never_saved(work: Path) -> None:
    copy = WorkingCopy(DOSSIER)
    judge(copy, "certainly_for")
    step = copy.dossier.route[0].id
    with pytest.raises(ValueError, match="niemand"):
        copy.plan(step, "niemand", None)
    assert WorkingCopy(DOSSIER).notice == ""
    assert vote_of(WorkingCopy(DOSSIER)) == vote_of(copy) == "certainly_for"


@pytest.mark.parametrize("far", ["31-12-9999", "1-1-1850"])
def test_a_date_that_is_too_far_away_is_a_date_all_the_same(far: str) -> None:
    wrong = WorkingCopy(DOSSIER).problems("contacts", date=far)
    assert wrong["date"] == "Kies een datum tussen 1 maart 1900 en 31 december 2199."
    wrong = WorkingCopy(DOSSIER).problems("contacts", date="31-11-2026")
    assert "is geen datum" in wrong["date"]


def test_work_of_a_newer_course_is_left_alone(work: Path) -> None:
    judge(WorkingCopy(DOSSIER), "certainly_for")
    path = work / "dossiers" / "winkelhart.json"
    newer = json.dumps({**json.loads(path.read_text("utf-8")), "form": 99})
    path.write_text(newer, "utf-8")
    copy = WorkingCopy(DOSSIER)
    assert "nieuwere versie" in copy.notice
    judge(copy, "probably_for")
    assert "nieuwere versie" in copy.notice
    assert path.read_text("utf-8") == newer


def test_a_full_disk_is_said_and_the_change_stays_on_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    copy = WorkingCopy(DOSSIER)

    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module, "replace_file", full)
        judge(copy, "certainly_for")
    assert "niet bewaard" in copy.notice
    assert vote_of(copy) == "certainly_for"
    judge(copy, "certainly_against", at=1)
    assert copy.notice == ""
    saved = WorkingCopy(DOSSIER)
    assert (vote_of(saved, 0), vote_of(saved, 1)) == ("certainly_for", "certainly_against")


def test_starting_again_keeps_what_was_done_as_a_snapshot(work: Path) -> None:
    copy = WorkingCopy(DOSSIER)
    shipped = vote_of(copy)
    judge(copy, "certainly_for" if shipped != "certainly_for" else "certainly_against")
    assert not copy.is_fresh
    copy.start_again()
    assert copy.is_fresh
    assert vote_of(copy) == shipped
    assert len(list((work / "dossiers" / "snapshots" / DOSSIER).glob("*.json"))) == 1
    copy.undo()
    assert not copy.is_fresh


def test_an_option_that_is_chosen_back_leaves_it_fresh() -> None:
    copy = WorkingCopy(DOSSIER)
    other = next(one for one in copy.dossier.options if one.id not in copy.package)
    mine = {one.issue: one.id for one in copy.dossier.options if one.id in copy.package}
    copy.choose(other.id)
    assert not copy.is_fresh
    copy.choose(mine[other.issue])
    assert copy.is_fresh


def test_a_failed_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "map" / "stand.json"
    replace_file(path, "oud")

    def broken(old: Path, new: Path) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="broken"):
        replace_file(path, "nieuw")
    assert path.read_text("utf-8") == "oud"
    assert list(path.parent.iterdir()) == [path]


def test_the_work_folder_is_at_home_unless_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAAGVLAK_WERK", "./mijn-werk")
    assert work_folder() == COURSE / "mijn-werk"
    monkeypatch.delenv("DRAAGVLAK_WERK")
    assert work_folder() == Path.home() / "Draagvlak"


SAVER = """
import itertools, sys
from helpers.training.working_copy import WorkingCopy
copy = WorkingCopy("winkelhart")
key = copy.dossier.fracties[0].id
print("ready", flush=True)
for word in itertools.cycle(["certainly_for", "certainly_against"]):
    copy.change("stakeholders", key, judged_vote=word)
    print(copy.revision, flush=True)
"""


def test_a_kill_at_any_moment_leaves_a_whole_file() -> None:
    chance = random.Random(1)
    last = 0
    for _ in range(5):
        command = [sys.executable, "-c", SAVER]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as saver:
            assert saver.stdout is not None
            assert saver.stdout.readline() == "ready\n"
            first = int(saver.stdout.readline())
            time.sleep(0.05 * chance.random())
            saver.kill()
            said = [int(line) for line in saver.stdout]
        copy = WorkingCopy(DOSSIER)
        assert copy.notice == ""
        assert copy.revision >= max([last + 1, first, *said])
        last = copy.revision


def test_a_dossier_in_which_nobody_votes_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = Dossier(id="een_app", title="Een app", as_of=date(2026, 9, 15))
    shipped = shipped.add("stakeholders", id="teamleider", name="Teamleider", kind="official")
    monkeypatch.setattr("helpers.training.working_copy.open_dossier", lambda name: shipped)
    WorkingCopy("een_app").add(
        "assignments", "opdracht", client="teamleider", given="Een app", lawful="yes"
    )
    (kept,) = WorkingCopy("een_app").dossier.assignments
    assert (kept.id, kept.given, kept.size, kept.lawful) == ("opdracht_1", "Een app", None, "yes")


def test_an_amendment_of_several_tables_is_saved_and_undone_as_one_step() -> None:
    work = WorkingCopy("winkelhart")
    shipped = work.dossier

    def both(dossier: Dossier) -> Dossier:
        return dossier.change("stakeholders", "samen", power=1).change(
            "interests", "samen_woningen", weight=1
        )

    work.amend(both)
    assert WorkingCopy("winkelhart").dossier == both(shipped)
    work.undo()
    assert work.dossier == shipped
