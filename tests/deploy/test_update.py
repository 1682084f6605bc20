"""A newer version of the course finds the work as it was, and opening it changes nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from draagvlak_hub.policy import environment
from draagvlak_hub.settings import COURSE

PARTS = ("src/helpers", "datasets", "exercises")
WORK = """
from helpers import working_copy
from helpers.training.progress import open_progress
work = working_copy("winkelhart")
work.set_shared_factor(0.55)
work.change("stakeholders", work.dossier.stakeholders[0].id, judged_vote="certainly_against")
"""
LOOK = """
import helpers
from helpers import working_copy
work = working_copy("winkelhart")
print(helpers.__file__)
print(work.dossier.shared_factor, work.dossier.stakeholders[0].judged_vote, work.notice)
"""
BUILD = """
from helpers import Exercise, TakeAlong, VoteForecast
VoteForecast(work), TakeAlong(), Exercise("02-1")
"""


def version(folder: Path) -> Path:
    for part in PARTS:
        skip = shutil.ignore_patterns("*.pyc.*")  # what another process is compiling now
        shutil.copytree(COURSE / part, folder / part, ignore=skip)
    return folder


def run(course: Path, home: Path, code: str) -> list[str]:
    env = {**environment(home), "PYTHONPATH": str(course / "src"), "PATH": os.defpath}
    command = [sys.executable, "-c", code]
    return subprocess.check_output(command, env=env, text=True, cwd=home).splitlines()


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".jupyter" not in path.parts)
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "dv-groep1-07"
    made.mkdir()
    return made


def test_a_newer_course_beside_it_leaves_the_work_alone(tmp_path: Path, home: Path) -> None:
    first, second = version(tmp_path / "draagvlak-1"), version(tmp_path / "draagvlak-2")
    about = second / "datasets" / "winkelhart" / "dossier.yaml"
    about.write_text(about.read_text("utf-8").replace("title: ", "title: Herzien ", 1), "utf-8")
    run(first, home, WORK)
    before = contents(home)
    assert before
    place, seen = run(second, home, LOOK + BUILD)
    assert Path(place).is_relative_to(second)
    assert seen.startswith("0.55 certainly_against")
    assert contents(home) == before
    shutil.rmtree(first)
    assert run(second, home, LOOK) == [place, seen]
