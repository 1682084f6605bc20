"""`python3 course.py check`: what will not work on this computer, and what to do about it.

Each finding is a line with a word before it: ok, take note, or fails. Standard library only.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from start import browser, wheelhouse
from start.environments import COURSE, LONGEST_PATH, ON_WINDOWS
from start.findings import Finding, State, no, note, ok
from start.reach import loopback, proxies
from start.sentences import ROOT, Stop, sentence
from start.settings import settings, work_folder

OLDEST, NEWEST = (3, 11), (3, 13)
SLOW = 60  # seconds; an empty environment takes four, and a virus scanner makes it many more


def stopped(key: str, **facts: object) -> Finding:
    """Return what opening the course would end with."""
    end = COURSE.stop(key, **facts)
    return Finding(State.NO, end.key, str(end))


def check() -> int:
    """Print every finding, and return 1 when the course will not work."""
    found = []
    for look in CHECKS:
        for finding in look():
            found.append(finding)
            word = sentence(finding.state.value)
            print(f"{word:<11}{finding.text}", flush=True)
    worst = [state for state in State if any(one.state is state for one in found)][-1]
    ends = {State.OK: "check_all_ok", State.NOTE: "check_some_notes", State.NO: "check_stops"}
    print(f"\n{sentence(ends[worst])}")
    return int(worst is State.NO)


def python() -> Iterator[Finding]:
    """Look whether this Python is one that the parts of the course are made for."""
    found = "{}.{}.{}".format(*sys.version_info[:3])
    if sys.version_info < OLDEST:
        yield no("python_old", found=found, needed="3.11")
    elif sys.maxsize <= 2**32:
        yield no("check_python_small", found=found)
    elif sys.version_info[:2] > NEWEST:
        yield note("check_python_new", found=found)
    else:
        yield ok("check_python", found=found)


def place() -> Iterator[Finding]:
    """Look whether the course can be installed where it is."""
    if os.pathsep in str(ROOT):
        yield stopped("path_sign")
    try:
        with tempfile.TemporaryDirectory(prefix=".check-", dir=ROOT) as folder:
            long = deep_enough(Path(folder))
    except OSError as error:
        yield from_error(error, "not_writable", folder=ROOT)
    else:
        yield ok("check_place", folder=ROOT) if long else stopped("path_long")
    if synced(ROOT):
        yield note("check_place_synced", folder=ROOT)


def deep_enough(folder: Path) -> bool:
    """Return whether a path as long as the longest of the course can be written below it."""
    more = LONGEST_PATH + len(str(COURSE.folder)) - len(str(folder)) - 2
    deep = folder / ("x" * (more // 2))
    try:
        deep.mkdir()
        (deep / ("x" * (more - more // 2))).touch()
    except OSError:
        return False
    return True


def synced(folder: Path) -> bool:
    """Return whether a folder is copied to a cloud all the time."""
    names = ("OneDrive", "Dropbox", "Google Drive", "iCloud")
    return any(part.startswith(names) for part in folder.parts)


def work() -> Iterator[Finding]:
    """Look whether somebody's work can be kept."""
    folder = work_folder()
    there = next(one for one in (folder, *folder.parents) if one.exists())
    try:
        with tempfile.TemporaryDirectory(prefix=".check-", dir=there) as kept:
            (Path(kept) / "voortgang.json").write_text("{}", "utf-8")
            (Path(kept) / "voortgang.json").replace(Path(kept) / "dossier.json")
    except OSError as error:
        yield from_error(error, "work_not_writable", folder=folder)
    else:
        yield ok("check_work", folder=folder)
    if synced(folder):
        yield note("check_work_synced", folder=folder)


def from_error(error: OSError, otherwise: str, **facts: object) -> Finding:
    """Return the finding for what the system said."""
    end = COURSE.blame(str(error), **facts)
    if end.key == "disk_full":
        return Finding(State.NO, end.key, str(end))
    return stopped(otherwise, **facts)


def installation() -> Iterator[Finding]:
    """Look whether the parts can be installed, by trying it with one; not when they are there."""
    if COURSE.is_ready():
        yield ok("check_installed")
        return
    free = shutil.disk_usage(ROOT).free // 10**6
    if free < COURSE.needed_mb:
        yield stopped("disk_full")
    else:
        yield ok("check_disk", free=free, needed=COURSE.needed_mb)
    if not (importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip")):
        yield stopped("venv_missing")
        return
    with scratch() as folder:
        started = time.monotonic()
        trouble = said([sys.executable, "-m", "venv", str(folder / "proef")])
        seconds = round(time.monotonic() - started)
        inside = folder / "proef" / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
        trouble = trouble or said([str(inside), "-c", "import ssl, sqlite3, ctypes"])
        if trouble:
            yield no("check_venv_fails", said=last_line(trouble))
            return
        yield (note if seconds > SLOW else ok)(
            "check_venv_slow" if seconds > SLOW else "check_venv", seconds=seconds
        )
        yield from parts(inside, folder)


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder that is gone afterwards, beside the course where that may be written."""
    beside = ROOT if os.access(ROOT, os.W_OK) else None
    with tempfile.TemporaryDirectory(
        prefix=".check-", dir=beside, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def parts(inside: Path, folder: Path) -> Iterator[Finding]:
    """Look whether the parts of the course can be had: from beside it, or over the network."""
    made_for = wheelhouse.named(wheelhouse.made_for(ROOT))
    if wheelhouse.fits(ROOT):
        if not wheelhouse.is_whole(ROOT, COURSE.lock.read_text("utf-8")):
            yield stopped("wheelhouse_spoilt", log=wheelhouse.folder(ROOT))
            return
        have = len(list(wheelhouse.folder(ROOT).glob("*.whl")))
        yield ok("check_wheelhouse", count=have)
    elif made_for:
        yield note("check_wheelhouse_other", computers=made_for)
    trouble = tried_one(inside, folder)
    if trouble:
        yield blamed(trouble)
    elif not wheelhouse.fits(ROOT):
        yield ok("check_network")


def tried_one(inside: Path, folder: Path) -> str:
    """Fetch the first part that any installation needs; return what pip said when it failed."""
    one = next(part for part in COURSE.parts if part.startswith("flit-core=="))
    lock = folder / "one.lock"
    lock.write_text(one, "utf-8")
    asked = ["--require-hashes", "--only-binary=:all:", "--no-input", "--no-deps"]
    offline = wheelhouse.options(ROOT)
    tries = [] if offline else ["--retries", "1", "--timeout", "15"]
    command = [str(inside), "-m", "pip", "download", *offline, *tries, *asked]
    return said([*command, "--dest", str(folder), "-r", str(lock)])


def blamed(trouble: str) -> Finding:
    """Return the finding for what pip said; it is kept for who looks into it."""
    log = Path(tempfile.gettempdir()) / "draagvlak.log"
    log.write_text(trouble, "utf-8")
    end: Stop = COURSE.blame(trouble, log=log)
    return Finding(State.NO, end.key, str(end))


def said(command: list[str]) -> str:
    """Run a program; return what it said when it failed, and nothing when it did not."""
    try:
        done = subprocess.run(
            command, env=settings(), capture_output=True, stdin=subprocess.DEVNULL, timeout=600
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    words = (done.stdout + done.stderr).decode("utf-8", "replace")
    return (words.strip() or str(done.returncode)) if done.returncode else ""


def last_line(words: str) -> str:
    """Return the end of what a program said, short enough to read."""
    return words.strip().splitlines()[-1][-200:]


def browsing() -> Iterator[Finding]:
    """Look for a browser."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        named = next(browser.candidates(), "")
        yield ok("check_browser") if named else note("check_browser_none")
    else:
        yield ok("check_browser")


CHECKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    python,
    place,
    work,
    installation,
    browsing,
    loopback,
    proxies,
)
