"""A laptop that may fetch nothing installs from what lies beside the course, with every hash."""

import hashlib
import json
import os
import platform
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from start import environments, offline, wheelhouse
from start.environments import COURSE, Environment
from start.wheelhouse import Computer, this_computer

MADE = pytest.mark.skipif(not COURSE.is_ready(), reason="not run by course.py test")
HERE = this_computer()
ELSEWHERE = Computer("plan9", "mips", "2.1")


def wheel(folder: Path, name: str) -> str:
    """Put a tiny wheel in a folder; return its piece of a lock."""
    path = folder / f"{name}-1-py3-none-any.whl"
    about = f"{name}-1.dist-info"
    files = {
        f"{name}.py": "here = True\n",
        f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        f"{about}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{file},,\n" for file in [*files, f"{about}/RECORD"])
    with zipfile.ZipFile(path, "w") as packed:
        for file, text in {**files, f"{about}/RECORD": record}.items():
            packed.writestr(file, text)
    return f"{name}==1 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A course of two tiny parts, with a wheelhouse beside it."""
    parts = wheelhouse.folder(tmp_path)
    parts.mkdir()
    lock = tmp_path / "requirements.lock"
    lock.write_text(wheel(parts, "een") + wheel(parts, "twee"))
    told = {"for": [list(ELSEWHERE), list(HERE)], "count": 2}
    (parts / "parts.json").write_text(json.dumps(told))
    made = Environment(tmp_path / ".venv", lock, 1)
    made.folder.mkdir()
    monkeypatch.setattr(environments, "ROOT", tmp_path)
    monkeypatch.setattr(environments, "COURSE", made)
    return made


def for_another(course: Environment) -> Path:
    """Let the parts be for another computer; return the course's folder."""
    told = {"for": [list(ELSEWHERE)], "count": 2}
    root = course.folder.parent
    (wheelhouse.folder(root) / "parts.json").write_text(json.dumps(told))
    return root


def install(course: Environment, into: Path) -> subprocess.CompletedProcess[str]:
    """Install as the course does, with an index that does not exist."""
    command = environments.locked(course, "all", course.parts)
    env = {**os.environ, "PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0"}
    whole = [str(COURSE.python), *command[1:], "--target", str(into)]
    return subprocess.run(whole, env=env, capture_output=True, text=True, check=False)


@MADE
def test_what_lies_beside_the_course_is_installed_without_a_network(
    course: Environment, tmp_path: Path
) -> None:
    done = install(course, tmp_path / "in")
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "in").glob("*.py")) == ["een.py", "twee.py"]


@MADE
def test_a_part_that_was_changed_is_not_installed_and_said_to_be_spoilt(
    course: Environment, tmp_path: Path
) -> None:
    part = next(wheelhouse.folder(tmp_path).glob("een*"))
    with zipfile.ZipFile(part, "a") as packed:
        packed.writestr("erbij.py", "")
    done = install(course, tmp_path / "in")
    assert done.returncode
    assert course.blame(done.stdout + done.stderr).key == "wheelhouse_spoilt"
    assert not (tmp_path / "in").exists()


@pytest.mark.parametrize("words", ["DO NOT MATCH THE HASHES", "No matching distribution"])
def test_whatever_is_wrong_with_the_parts_is_one_sentence(course: Environment, words: str) -> None:
    assert "Pak de zip opnieuw uit" in str(course.blame(words))


@pytest.mark.parametrize("words", ["Retrying (", "SSLError", "No matching distribution"])
def test_parts_for_another_computer_are_named_when_fetching_fails(
    course: Environment, words: str
) -> None:
    for_another(course)
    end = course.blame(words)
    assert end.key == "wheelhouse_other"
    assert "plan9 mips (Python 2.1)" in str(end)


def test_parts_for_another_computer_are_not_used(course: Environment) -> None:
    assert wheelhouse.options(course.folder.parent)[:2] == ["--isolated", "--no-index"]
    assert wheelhouse.options(for_another(course)) == []


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", '{"for": 3}', '{"for": [1]}', "\x00"])
def test_a_list_that_cannot_be_read_is_as_no_parts(course: Environment, text: str) -> None:
    root = course.folder.parent
    (wheelhouse.folder(root) / "parts.json").write_text(text)
    assert wheelhouse.made_for(root) == []
    assert "--no-index" not in environments.locked(course, "all", course.parts)


def test_the_tests_own_environment_never_comes_from_the_parts(course: Environment) -> None:
    other = Environment(course.folder, course.lock, 2)
    assert "--no-index" not in environments.locked(other, "all", other.parts)
    assert "--no-index" in environments.locked(course, "all", course.parts)


def test_a_wheelhouse_is_whole_when_no_part_is_lost_added_or_changed(
    course: Environment, tmp_path: Path
) -> None:
    lock = course.lock.read_text()
    parts = wheelhouse.folder(tmp_path)
    assert wheelhouse.is_whole(tmp_path, lock)
    (parts / "drie-1-py3-none-any.whl").write_bytes(b"x")
    assert not wheelhouse.is_whole(tmp_path, lock)
    (parts / "drie-1-py3-none-any.whl").unlink()
    part = next(parts.glob("een*"))
    content = part.read_bytes()
    part.write_bytes(content[:-1])
    assert not wheelhouse.is_whole(tmp_path, lock)
    part.unlink()
    assert not wheelhouse.is_whole(tmp_path, lock)


@pytest.mark.parametrize(
    ("system", "said", "name", "machine"),
    [
        ("win32", "win-amd64", "AMD64", "x86_64"),
        ("win32", "win32", "AMD64", "x86"),
        ("darwin", "macosx-14.0-arm64", "arm64", "arm64"),
        ("linux", "linux-aarch64", "aarch64", "arm64"),
    ],
)
def test_a_computer_is_called_the_same_whatever_its_system_calls_it(
    monkeypatch: pytest.MonkeyPatch, system: str, said: str, name: str, machine: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sysconfig, "get_platform", lambda: said)
    monkeypatch.setattr(platform, "machine", lambda: name)
    assert this_computer()[:2] == (system, machine)


# The zip


def test_each_computer_gets_the_parts_that_its_system_and_python_need() -> None:
    def names(system: str, machine: str, python: str) -> set[str]:
        parts = offline.wanted(COURSE.parts, Computer(system, machine, python))
        assert all(" ; " not in part.split("\\")[0] for part in parts)
        assert all("--hash=sha256:" in part for part in parts)
        return {part.split("==")[0] for part in parts}

    windows, linux = names("win32", "x86_64", "3.11"), names("linux", "x86_64", "3.11")
    mac, newer = names("darwin", "arm64", "3.11"), names("linux", "x86_64", "3.12")
    assert windows - linux == {"colorama", "pywinpty"}
    assert mac - linux == {"appnope"}
    assert linux - newer == {"overrides"}
    assert {"pexpect", "ptyprocess"} <= linux - windows


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize(("system", "machine"), [("win32", "x86_64"), ("darwin", "arm64")])
def test_conditions_are_read_as_pip_reads_them(system: str, machine: str, python: str) -> None:
    markers = pytest.importorskip("packaging.markers")
    facts = offline.markers(Computer(system, machine, python))
    heads = [part.split("\\", 1)[0].strip() for part in COURSE.parts]
    conditions = {head.partition(" ; ")[2] for head in heads} - {""}
    assert len(conditions) > 5
    for condition in conditions:
        assert offline.holds(condition, facts) == markers.Marker(condition).evaluate(facts)


@pytest.mark.parametrize("condition", ["os_name in 'nt'", "print('x')", "'a' < 'b' < 'c'"])
def test_a_condition_that_is_not_known_is_an_error(condition: str) -> None:
    with pytest.raises(ValueError, match="not known here"):
        offline.holds(condition, offline.markers(HERE))


def test_the_zip_holds_the_course_its_parts_and_for_whom_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = []

    def fetch(computer: Computer, kinds: tuple[str, ...], into: Path) -> None:
        asked.append((computer, kinds))
        wheel(into, f"part_{computer.python.replace('.', '_')}")

    monkeypatch.setattr(offline, "fetch", fetch)
    offline.main(["windows", "--pythons", "3.11", "3.12", "--to", str(tmp_path / "uit")])
    [made] = (tmp_path / "uit").glob("*.zip")
    assert made.name == "draagvlak-offline-win32-x86_64-py3.11-py3.12.zip"
    assert str(made) in capsys.readouterr().out
    windows = [Computer("win32", "x86_64", version) for version in ("3.11", "3.12")]
    assert asked == [(one, ("win_amd64",)) for one in windows]
    with zipfile.ZipFile(made) as packed:
        packed.extractall(tmp_path / "op")
    course = tmp_path / "op" / "Draagvlak"
    assert wheelhouse.made_for(course) == windows
    assert len(list(wheelhouse.folder(course).glob("*.whl"))) == 2
    for name in ("course.py", "requirements.lock", "notebooks/nl/00_start.ipynb"):
        assert (course / name).read_bytes() == (environments.ROOT / name).read_bytes()
    assert not list(course.glob("tests")) + list(course.glob(".*"))


def test_a_computer_that_nobody_knows_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        offline.main(["amiga"])
    assert "amiga" in capsys.readouterr().err
