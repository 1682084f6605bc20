"""The way in: one sentence for what goes wrong, and an environment that is whole or made again."""

import ast
import importlib.util
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from string import Formatter

import pytest

from start import browser, commands, environments
from start.environments import COURSE, TESTS, Environment
from start.sentences import ROOT, TEXTS, Count, Stop, sentence
from start.settings import settings, work_folder
from start.turns import turn

SENTENCES: dict[str, dict[str, str]] = json.loads(TEXTS.read_text("utf-8"))


def says(key: str) -> str:
    """A pattern for how a sentence begins."""
    return re.escape(SENTENCES["nl"][key].split("{")[0])


POSIX = pytest.mark.skipif(os.name == "nt", reason="a shell script stands for a program")
MADE = pytest.mark.skipif(not COURSE.is_ready(), reason="not run by course.py test")


def old_pythons() -> list[str]:
    """The Pythons older than the course needs that this machine happens to have."""
    kept = sorted(Path.home().glob(".pyenv/versions/*/bin/python"))
    found = [
        shutil.which(f"python{version}") for version in ("2", "2.7", "3.6", "3.8", "3.9", "3.10")
    ]
    old = [str(path) for path in kept if re.search(r"/(2|3\.[0-9]|3\.10)\.[0-9.]+/", str(path))]
    return old + [path for path in found if path and ".pyenv" not in path]


def run_course(*words: str, python: str = sys.executable, at: Path = ROOT) -> tuple[int, str]:
    done = subprocess.run(
        [python, str(at / "course.py"), *words], capture_output=True, timeout=60, check=False
    )
    return done.returncode, (done.stdout + done.stderr).decode("utf-8", "replace").strip()


@pytest.fixture(autouse=True)
def own_signals(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the signals of the program that runs the tests as they are."""
    monkeypatch.setattr(signal, "signal", lambda *_: None)


# The sentences


def fields_of(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_say_the_same_things() -> None:
    fields = {
        language: {key: fields_of(text) for key, text in texts.items()}
        for language, texts in SENTENCES.items()
    }
    assert fields["nl"] == fields["en"]


def test_every_sentence_is_used_and_every_used_one_is_there() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "start").glob("*.py"))
    say = r"\b(?:say|sentence|stop|Stop|ok|note|no|stopped)\(|from_error\(error,"
    used = set(re.findall(rf'(?:{say})\s*"(\w+)"', code))
    used |= set(re.findall(r'"((?:check|wheelhouse)_\w+)"', code))
    assert used | set(environments.CAUSES.values()) | {"python_old", "unknown"} == set(
        SENTENCES["nl"]
    )


def test_the_language_is_dutch_unless_it_is_another_that_we_speak(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DRAAGVLAK_LANG")
    assert sentence("finishing") == SENTENCES["nl"]["finishing"]
    monkeypatch.setenv("DRAAGVLAK_LANG", "en")
    assert sentence("finishing") == SENTENCES["en"]["finishing"]
    monkeypatch.setenv("DRAAGVLAK_LANG", "tlh")
    assert sentence("finishing") == SENTENCES["nl"]["finishing"]


@pytest.mark.parametrize(
    ("said", "key"),
    [
        (
            "ERROR: Could not install packages: OSError: [Errno 28] No space left on device",
            "disk_full",
        ),
        ("OSError: [WinError 112] There is not enough space on the disk", "disk_full"),
        ("[Errno 122] Disk quota exceeded", "disk_full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "hashes"),
        (
            "SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] self-signed'",
            "certificate",
        ),
        (
            "WARNING: Retrying (Retry(total=4)) after connection broken by 'NewConnectionError(",
            "no_network",
        ),
        ("pip._vendor.urllib3.exceptions.ReadTimeoutError: Read timed out.", "no_network"),
        ("ERROR: HTTP error 503 while getting numpy", "no_network"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "not_found"),
        ("OSError: [Errno 36] File name too long: 'x'", "path_long"),
        ("PermissionError: [WinError 32] The process cannot access the file", "in_use"),
        ("PermissionError: [Errno 13] Permission denied: 'x'", "not_writable"),
        ("OSError: [Errno 30] Read-only file system: 'x'", "not_writable"),
        ("Segmentation fault", "unknown"),
    ],
)
def test_what_pip_says_becomes_one_sentence(said: str, key: str) -> None:
    stop = COURSE.blame(f"Collecting numpy\n{said}\n")
    assert stop.key == key
    assert "\n" not in str(stop)
    assert not re.search(r"[{}]|Error|Traceback", str(stop))


# Too old, or not unpacked


def test_course_is_written_so_that_an_old_python_can_read_it() -> None:
    source = (ROOT / "course.py").read_text("utf-8")
    assert source.isascii()
    ast.parse(source, feature_version=(3, 7))


@pytest.mark.parametrize("text", [texts["python_old"] for texts in SENTENCES.values()])
def test_what_an_old_python_says_needs_no_special_letters(text: str) -> None:
    assert text.isascii()


@pytest.mark.parametrize("python", old_pythons() or [pytest.param("", marks=pytest.mark.skip)])
def test_an_old_python_gets_one_sentence(python: str) -> None:
    code, said = run_course(python=python)
    assert code == 1
    assert re.match(says("python_old"), said)
    assert "3.11" in said
    assert "\n" not in said


def test_a_course_inside_a_zip_asks_to_be_unpacked(tmp_path: Path) -> None:
    shutil.copy(ROOT / "course.py", tmp_path)
    code, said = run_course(at=tmp_path)
    assert code == 1
    assert said == "Pak eerst het hele zip-bestand uit, open die map en start course.py daar."


# When an environment is ready


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """An environment that looks finished, in a course folder of its own."""
    lock = tmp_path / "requirements.lock"
    hashes = f"\\\n    --hash=sha256:{'0' * 64}\n"
    lock.write_text(f"one==1 {hashes}    # via two\ntwo==2 ; os_name == 'nt' {hashes}")
    environment = Environment(tmp_path / ".venv", lock, 1)
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    (environment.packages / "one").mkdir(parents=True)
    for name in ("one/__init__.py", "one/data.txt", "two.py"):
        (environment.packages / name).touch()
    environment.stamp.write_text(json.dumps([environment.origin, environment.files]))
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    environment.stamp.write_text(json.dumps([environment.origin, environment.files]))
    monkeypatch.setattr(environments, "COURSE", environment)
    return environment


def test_a_finished_environment_is_ready(made: Environment) -> None:
    assert made.is_ready()
    (made.packages / "__pycache__").mkdir()
    (made.packages / "three.py").touch()
    assert made.is_ready()


def test_another_lock_asks_for_a_new_one(made: Environment) -> None:
    made.lock.write_text(made.lock.read_text().replace("one==1", "one==1.1"))
    assert not made.is_ready()


def test_another_python_asks_for_a_new_one(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "base_prefix", "/opt/other")
    assert not made.is_ready()


def test_a_moved_folder_asks_for_a_new_one(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "ROOT", made.folder.parent / "elsewhere")
    assert not made.is_ready()


@pytest.mark.parametrize("name", ["bin/python", "packages/two.py", "packages/one", "stamp.json"])
def test_a_lost_file_asks_for_a_new_one(made: Environment, name: str) -> None:
    places = {"bin/python": made.python, "stamp.json": made.stamp}
    lost = places.get(name, made.packages / name.removeprefix("packages/"))
    shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
    assert not made.is_ready()


@pytest.mark.parametrize("text", ["", "[", "{}", "null", "[1]", "[1, 2, 3]", '[null, "x"]', "\x00"])
def test_a_stamp_that_was_spoilt_asks_for_a_new_one(made: Environment, text: str) -> None:
    made.stamp.write_text(text)
    assert not made.is_ready()


# How it is made


@pytest.fixture
def steps(made: Environment, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What would be done to make an environment, instead of doing it."""
    done: list[str] = []

    def step(name: str) -> None:
        monkeypatch.setattr(environments, name, lambda *_: done.append(name))

    for name in ("run", "install", "link", "spare_compiling"):
        step(name)
    return done


def test_a_second_start_installs_nothing(made: Environment, steps: list[str]) -> None:
    environments.prepare([made])
    assert steps == []


def test_what_another_window_made_meanwhile_is_not_made_again(
    made: Environment, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, True])
    monkeypatch.setattr(Environment, "is_ready", lambda _: next(answers))
    environments.prepare([made])
    assert steps == []


def test_a_first_start_makes_it_and_stamps_it_last(
    made: Environment, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made.stamp.unlink()
    monkeypatch.setattr(environments, "install", lambda *_: steps.append(str(made.stamp.exists())))
    environments.prepare([made])
    assert steps == ["run", "False", "link", "spare_compiling"]
    assert made.stamp.exists()
    assert not (made.packages / "two.py").exists(), "what was there before is gone"


def test_an_interrupted_installation_is_made_again(
    made: Environment, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made.stamp.unlink()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environments, "link", interrupt)
        with pytest.raises(KeyboardInterrupt):
            environments.prepare([made])
    assert not made.is_ready()
    environments.prepare([made])
    assert steps[2:] == ["run", "install", "link", "spare_compiling"]


def test_every_locked_package_is_asked_for_and_the_newer_pip_first(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def ask(command: list[str], *_: object) -> subprocess.Popen[bytes]:
        asked.append(Path(command[-1]).read_text())
        return subprocess.Popen([sys.executable, "-c", ""])

    made.lock.write_text(made.lock.read_text() + "pip==3 \\\n    --hash=sha256:0\n")
    made.log.touch()
    monkeypatch.setattr(environments, "start", ask)
    environments.install([made], io.BytesIO())
    assert asked[0].startswith("pip==3")
    assert sorted(asked[1] + asked[2]) == sorted(made.lock.read_text())


@pytest.mark.parametrize("before", ["file", "link", "folder"])
def test_whatever_stands_in_its_place_is_removed(made: Environment, before: str) -> None:
    shutil.rmtree(made.folder)
    other = made.folder.parent / "other"
    other.mkdir()
    if before == "file":
        made.folder.touch()
    elif before == "folder":
        made.folder.mkdir()
    else:
        made.folder.symlink_to(other)
    environments.clear(made)
    assert list(made.folder.iterdir()) == []
    assert other.exists()


def test_what_windows_keeps_is_said_to_be_in_use(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "[WinError 5] Access is denied")

    monkeypatch.setattr(environments, "ON_WINDOWS", True)
    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(Stop, match=says("in_use")):
        environments.clear(made)


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_says_so(
    made: Environment, monkeypatch: pytest.MonkeyPatch, module: str
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == module else find(name)
    )
    with pytest.raises(Stop, match=says("venv_missing")):
        environments.build([made], io.BytesIO())


def test_a_full_disk_says_how_much_must_be_freed(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(ROOT)._replace(free=123_456)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(Stop, match=rf"{says('disk_full')}1 MB .* 0 MB"):
        environments.build([made], io.BytesIO())


def test_a_disk_too_full_for_a_log_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(ROOT)._replace(free=4096)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert COURSE.blame("").key == "disk_full"


def test_a_path_that_is_too_long_says_so(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "LONGEST_PATH", 600)  # a name of more than 255 letters
    with pytest.raises(Stop, match=says("path_long")):
        environments.clear(made)


def test_windows_says_it_in_another_way(made: Environment, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "touch", missing)
    with pytest.raises(Stop, match=says("path_long")):
        environments.clear(made)


def test_a_folder_whose_name_splits_paths_says_so(
    made: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "ROOT", made.folder / f"a{os.pathsep}b")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1, 1, 0))
    with pytest.raises(Stop, match=says("path_sign") + re.escape(os.pathsep)):
        environments.build([made], io.BytesIO())


def test_a_program_that_fails_ends_the_others(made: Environment) -> None:
    lines = [
        "import time; time.sleep(60)",
        "print('[Errno 28] No space left'); raise SystemExit(1)",
    ]
    with made.log.open("wb") as lock:
        jobs = [environments.start([sys.executable, "-c", line], made, lock) for line in lines]
        with pytest.raises(Stop, match=says("disk_full")):
            list(environments.wait([(job, made) for job in jobs]))
    assert all(job.poll() is not None for job in jobs)


def test_other_windows_wait_also_for_what_a_killed_one_left_running(
    made: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    place = made.folder.parent / ".venv.lock"
    with turn(place) as lock:
        left = environments.start([sys.executable, "-c", "import time; time.sleep(1)"], made, lock)
    started = time.monotonic()
    with turn(place):
        assert left.poll() is not None or os.name == "nt"
    left.wait()
    assert time.monotonic() - started < 10
    assert capsys.readouterr().out == sentence("waiting") + "\n" or os.name == "nt"


def test_progress_counts_what_is_fetched_and_what_is_installed(made: Environment) -> None:
    made.log.write_text(
        "Looking in links: x\nIgnoring two: markers don't match\nCollecting one==1\n"
    )
    assert environments.progress([made]) == (0, 1)
    (made.packages / "one-1.dist-info").mkdir()
    assert environments.progress([made]) == (1, 1)


def test_counting_is_calm_where_lines_stay(capsys: pytest.CaptureFixture[str]) -> None:
    count = Count()
    for done in range(5):
        count.say(done, 5)
    count.say(5, 5, last=True)
    assert capsys.readouterr().out.splitlines() == [
        sentence("installing", done=0, total=5),
        sentence("installing", done=5, total=5),
    ]


# How the course is opened


def test_the_users_own_settings_stay_out(work: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", "x")
    found = settings()
    assert {name for name in found if name.startswith("PYTHON")} == {
        "PYTHONNOUSERSITE",
        "PYTHONUNBUFFERED",
        "PYTHONUTF8",
    }
    assert found["JUPYTER_CONFIG_DIR"] == str(work / ".jupyter" / "config")
    assert found["JUPYTER_CONFIG_PATH"] == str(ROOT / "jupyter")
    assert found["DRAAGVLAK_COURSE"] == str(ROOT)


@pytest.mark.parametrize(
    ("named", "place"),
    [
        ("", Path.home() / "Draagvlak"),
        ("./mijn-werk", ROOT / "mijn-werk"),
        ("~/x", Path.home() / "x"),
    ],
)
def test_the_work_folder_counts_from_the_course(
    monkeypatch: pytest.MonkeyPatch, named: str, place: Path
) -> None:
    monkeypatch.setenv("DRAAGVLAK_WERK", named)
    assert work_folder() == place


@pytest.fixture
def program(made: Environment, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shell script that stands for the Python of the course."""
    made.python.chmod(0o755)
    monkeypatch.setattr(commands, "COURSE", made)
    monkeypatch.setattr(commands, "prepare", lambda _: None)
    return made.python


@POSIX
def test_a_lab_that_cannot_start_says_so(
    program: Path, work: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program.write_text("#!/bin/sh\necho Traceback\nexit 3\n")
    assert commands.run([]) == 1
    out, err = capfd.readouterr()
    log = work / ".jupyter" / "jupyterlab.log"
    assert err == sentence("lab_failed", log=log) + "\n"
    assert "Traceback" not in out
    assert log.read_text() == "Traceback\n"


@POSIX
def test_the_address_is_told_once_the_server_is_there(
    program: Path, work: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    there = '{"url": "http://localhost:1/", "token": "t"}'
    old = work / ".jupyter" / "runtime" / "jpserver-1.json"
    old.parent.mkdir(parents=True)
    old.write_text("{}")
    script = f"sleep 0.3; echo '{there}' > \"$JUPYTER_RUNTIME_DIR/jpserver-2.json\"; sleep 0.5"
    program.write_text(f"#!/bin/sh\n{script}\n")
    assert commands.run([]) == 0
    told = "http://localhost:1/lab/tree/notebooks/nl/00_start.ipynb?token=t"
    assert capfd.readouterr().out.splitlines() == [
        sentence("starting"),
        sentence("opening"),
        sentence("address", address=told),
        sentence("stopped", folder=work),
    ]


@POSIX
def test_options_that_jupyterlab_refuses_are_one_sentence(
    program: Path, work: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program.write_text('#!/bin/sh\nfor last; do :; done\necho "usage: $last"\nexit 2\n')
    assert commands.run(["--ServerApp.port=abc", "--nonsens"]) == 1
    out, err = capfd.readouterr()
    assert out == sentence("starting") + "\n"
    log = work / ".jupyter" / "jupyterlab.log"
    options = "--ServerApp.port=abc --nonsens"
    assert err == sentence("options_refused", options=options, log=log) + "\n"
    assert log.read_text() == "usage: --nonsens\n"


@POSIX
def test_what_jupyterlab_only_answers_is_shown(
    program: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    program.write_text("#!/bin/sh\necho 4.6.6\n")
    assert commands.run(["--version"]) == 0
    assert capfd.readouterr().out == sentence("starting") + "\n4.6.6\n"


@pytest.mark.parametrize("words", [["hallo"], ["teest", "-k", "vote"], [""]])
def test_a_word_that_nobody_knows_is_told_what_is_possible(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(commands, "prepare", lambda _: pytest.fail("something was started"))
    assert commands.run(words) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == sentence("word_unknown", word=words[0], usage=sentence("usage")) + "\n"


@pytest.mark.parametrize("word", ["-h", "--help"])
def test_who_asks_what_is_possible_is_told(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.run([word]) == 0
    assert capsys.readouterr().out == sentence("usage") + "\n"


def test_a_work_folder_that_cannot_be_written_says_so(
    made: Environment,
    work: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(commands, "prepare", lambda _: None)
    work.write_text("a file")
    assert commands.run([]) == 1
    assert capsys.readouterr().err == sentence("work_not_writable", folder=work) + "\n"


def test_an_error_that_nobody_foresaw_is_a_sentence_and_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(commands, "prepare", fail)
    monkeypatch.setattr(tempfile, "gettempdir", lambda: str(tmp_path))
    assert commands.run([]) == 1
    log = tmp_path / "draagvlak.log"
    assert capsys.readouterr().err == sentence("unknown", log=log) + "\n"
    assert "ZeroDivisionError" in log.read_text()


def test_ctrl_c_while_installing_is_calm(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "prepare", interrupt)
    assert commands.run([]) == 1
    assert capsys.readouterr().err == sentence("interrupted") + "\n"


# A Chromium for the tests


@POSIX
@pytest.mark.parametrize(("line", "found"), [("exit 0", True), ("exit 1", False)])
def test_a_browser_counts_when_it_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, found: bool
) -> None:
    path = tmp_path / "chromium"
    path.write_text(f"#!/bin/sh\n{line}\n")
    path.chmod(0o755)
    monkeypatch.setenv("DRAAGVLAK_CHROMIUM", str(path))
    assert browser.find() == (str(path) if found else "")


@contextmanager
def without_browser(monkeypatch: pytest.MonkeyPatch, ci: bool) -> Iterator[list[str]]:
    asked: list[str] = []
    monkeypatch.setattr(browser, "find", lambda: "")
    monkeypatch.setattr(browser, "fetch_by_playwright", lambda: asked.append("playwright"))
    monkeypatch.setattr(browser, "fetch_by_apt", lambda: asked.append("apt"))
    monkeypatch.setattr(commands, "prepare", lambda _: None)
    monkeypatch.setattr(commands, "IN_CI", ci)
    yield asked


def test_ci_fails_without_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with without_browser(monkeypatch, ci=True) as asked:
        assert commands.run(["test"]) == 1
    assert re.match(says("browser_missing"), capsys.readouterr().err)
    assert set(asked) == {"playwright", "apt"}


def test_a_person_is_told_loudly_and_the_other_tests_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []

    class Program:
        returncode = 5

        def __init__(self, command: list[str], **_: object) -> None:
            ran.append(command[1:])

        def wait(self, *_: object) -> None: ...

        def poll(self) -> int:
            return 5

    monkeypatch.setattr(subprocess, "Popen", Program)
    with without_browser(monkeypatch, ci=False) as asked:
        assert commands.run(["test", "-k", "vote"]) == 5
    assert re.match(says("browser_skipped"), capsys.readouterr().out)
    assert asked == ["playwright", "apt"]
    assert ran == [["-m", "pytest", "-k", "vote"]]


# What was measured


@MADE
def test_what_this_test_runs_in_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environments, "build", lambda *_: pytest.fail("it was made again"))
    environments.prepare([COURSE, TESTS])


@MADE
@pytest.mark.parametrize("environment", [COURSE, TESTS], ids=["course", "tests"])
def test_no_path_is_longer_and_no_disk_fuller_than_was_measured(environment: Environment) -> None:
    below = str(environment.packages)
    files = [f"{place}{os.sep}{name}" for place, _, names in os.walk(below) for name in names]
    # A module's bytecode is written under a longer name first.
    compiled = len("__pycache__/") + len(".cpython-311.pyc.140000000000000") - len(".py")
    lengths = [len(path) + compiled * path.endswith(".py") for path in files]
    longest = len("Lib/site-packages") + max(lengths) - len(below)
    assert longest <= environments.LONGEST_PATH
    assert sum(map(os.path.getsize, files)) * 1.1 < environment.needed_mb * 10**6
