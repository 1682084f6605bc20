"""The commands: open the course, look whether it will work here, and run its tests."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from start import browser
from start.check import check
from start.environments import COURSE, ON_WINDOWS, TESTS, prepare
from start.sentences import ROOT, Stop, say, sentence
from start.settings import settings, work_folder

FIRST = "lab/tree/notebooks/nl/00_start.ipynb"
IN_CI = os.environ.get("CI", "").lower() in ("1", "true")

Program = subprocess.Popen[bytes]


def run(words: Sequence[str]) -> int:
    """Do what the command line asks; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        return obey(words)
    except KeyboardInterrupt:
        end = sentence("interrupted")
    except Stop as stop:
        end = str(stop)
    except Exception as error:
        end = str(unforeseen(error))
    print(end, file=sys.stderr)
    return 1


def obey(words: Sequence[str]) -> int:
    """Test, say what is possible, or open the course with the options of JupyterLab."""
    first = words[0] if words else ""
    if first == "test":
        return test(words[1:])
    if words == ["check"]:
        say("check_start")
        return check()
    if first in ("-h", "--help"):
        say("usage")
        return 0
    if words and not first.startswith("-"):
        raise Stop("word_unknown", word=first, usage=sentence("usage"))
    return open_course(words)


def unforeseen(error: Exception) -> Stop:
    """Return the end that fits an error; its traceback is kept for who looks into it."""
    log = Path(tempfile.gettempdir()) / "draagvlak.log"
    with suppress(OSError):
        log.write_text(traceback.format_exc(), "utf-8")
    return COURSE.blame(str(error), log=log)


def open_course(options: Sequence[str]) -> int:
    """Open the course in the browser, and return when it has been stopped."""
    prepare([COURSE])
    work = work_folder()
    log = work / ".jupyter" / "jupyterlab.log"
    try:
        log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        log.write_bytes(b"")
    except OSError:
        raise Stop("work_not_writable", folder=work) from None
    say("starting")
    before = servers(work)
    command = [
        *(str(COURSE.python), "-m", "jupyterlab"),
        "--ServerApp.allow_root=True",  # in a container there is nobody else
        "--ServerApp.answer_yes=True",
        f"--ServerApp.root_dir={ROOT}",
        f"--LabApp.default_url=/{FIRST}",
        *options,
    ]
    with log.open("ab") as words:
        server = subprocess.Popen(
            command, cwd=ROOT, env=settings(), stdout=words, stderr=subprocess.STDOUT
        )
    opened = False

    def tell() -> None:
        nonlocal opened
        opened = announce(server, work, before)

    stopped = attend(server, tell)
    if opened and (stopped or not server.returncode):
        say("stopped", folder=work)
        return 0
    if stopped:
        raise KeyboardInterrupt
    if not server.returncode:  # it was only asked something, such as its version
        print(log.read_text("utf-8", errors="replace"), end="")
        return 0
    if options and not opened:
        raise Stop("options_refused", options=" ".join(options), log=log)
    raise Stop("lab_failed", log=log)


def servers(work: Path) -> set[tuple[Path, int]]:
    """Return the files in which the servers of this participant say where they are."""
    files = (work / ".jupyter" / "runtime").glob("jpserver-*.json")
    return {(file, file.stat().st_mtime_ns) for file in files if file.exists()}


def announce(server: Program, work: Path, before: set[tuple[Path, int]]) -> bool:
    """Say that the course opens, and at which address, once it is there; return whether it is."""
    while server.poll() is None:
        for file, _ in servers(work) - before:
            with suppress(OSError, ValueError):  # not yet written to its end
                there = json.loads(file.read_text("utf-8"))
                address = f"{there['url']}{FIRST}?token={there['token']}"
                say("opening")
                say("address", address=address)
                return True
        time.sleep(0.2)
    return False


def test(options: Sequence[str]) -> int:
    """Run the tests in an empty work folder; return what pytest returned."""
    with tempfile.TemporaryDirectory(prefix="draagvlak-", ignore_cleanup_errors=True) as work:
        os.environ["DRAAGVLAK_WERK"] = work
        # Where it must be there, it is fetched while the packages are installed.
        fetching = browser.fetch_by_apt() if IN_CI and not browser.find() else None
        prepare([COURSE, TESTS])
        chromium = browser.get(fetching)
        if not chromium and IN_CI:
            raise Stop("browser_missing", log=browser.LOG)
        if not chromium:
            say("browser_skipped", log=browser.LOG)
        course = COURSE.folder / "share" / "jupyter"
        env = {
            **settings(),
            "DRAAGVLAK_CHROMIUM": chromium,
            "DRAAGVLAK_LANG": "nl",
            "JUPYTERLAB_DIR": str(course / "lab"),
            "JUPYTER_PATH": os.pathsep.join([str(ROOT / "jupyter"), str(course)]),
        }
        pytest = [str(TESTS.python), "-m", "pytest", *options]
        program = subprocess.Popen(pytest, cwd=ROOT, env=env)
        attend(program)
        return abs(int(program.returncode))


def attend(program: Program, meanwhile: Callable[[], None] = lambda: None) -> bool:
    """Wait for a program; return whether Ctrl+C ended it.

    Ctrl+C reaches the program as well and it ends in its own way; when only we are told to stop,
    we pass that on.
    """
    try:
        meanwhile()
        program.wait()
        return False
    except KeyboardInterrupt:
        with suppress(subprocess.TimeoutExpired):
            program.wait(10)
        return True
    finally:
        if program.poll() is None:
            program.send_signal(signal.SIGTERM if ON_WINDOWS else signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                program.wait(10)
            program.kill()
