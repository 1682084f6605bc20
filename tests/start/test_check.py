"""`course.py check` says in Dutch what will not work on this computer, and what to do about it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import urllib.request
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from start import browser, check, commands, environments, reach, wheelhouse
from start.environments import Environment
from start.findings import Finding, State, no, note, ok
from start.sentences import TEXTS

KEYS = {key for key in json.loads(TEXTS.read_text("utf-8"))["nl"] if key.startswith("check_")}


class Version(NamedTuple):
    major: int
    minor: int
    micro: int


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A course that was not installed yet."""
    (tmp_path / "requirements.lock").write_text("flit-core==1 \\\n    --hash=sha256:0\n")
    made = Environment(tmp_path / ".venv", tmp_path / "requirements.lock", 1)
    for module in (check, environments):
        monkeypatch.setattr(module, "ROOT", tmp_path)
        monkeypatch.setattr(module, "COURSE", made)
    return made


def seen(found: Iterator[Finding]) -> list[tuple[State, str]]:
    """The states and keys of findings, each with a sentence that is filled in and ends."""
    lines = list(found)
    for line in lines:
        assert line.text.endswith((".", ")", "}")) or " " in line.text
        assert not any(word in line.text for word in ("{", "Traceback", "Error"))
    return [(line.state, line.key) for line in lines]


@pytest.mark.parametrize(
    ("version", "largest", "state", "key"),
    [
        ((3, 11, 0), 2**63 - 1, State.OK, "check_python"),
        ((3, 13, 9), 2**63 - 1, State.OK, "check_python"),
        ((3, 14, 0), 2**63 - 1, State.NOTE, "check_python_new"),
        ((3, 10, 14), 2**63 - 1, State.NO, "python_old"),
        ((3, 12, 1), 2**31 - 1, State.NO, "check_python_small"),
    ],
)
def test_a_python_is_old_small_new_or_fine(
    monkeypatch: pytest.MonkeyPatch,
    version: tuple[int, int, int],
    largest: int,
    state: State,
    key: str,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "version_info", Version(*version))
        patch.setattr(sys, "maxsize", largest)
        found = seen(check.python())
    assert found == [(state, key)]


def test_a_course_in_a_good_place_may_be_written(course: Environment) -> None:
    before = sorted(course.folder.parent.iterdir())
    assert seen(check.place()) == [(State.OK, "check_place")]
    assert sorted(course.folder.parent.iterdir()) == before, "nothing is left behind"


def refusing(number: int) -> object:
    """What makes a folder where the system says no."""

    def make(*_args: object, **_more: object) -> object:
        raise OSError(number, os.strerror(number))

    return make


@pytest.mark.parametrize(
    ("number", "key"), [(13, "not_writable"), (30, "not_writable"), (28, "disk_full")]
)
def test_a_course_that_may_not_be_written_says_so(
    course: Environment, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    monkeypatch.setattr(check.tempfile, "TemporaryDirectory", refusing(number))
    assert seen(check.place()) == [(State.NO, key)]


@pytest.mark.parametrize(
    ("number", "key"), [(13, "work_not_writable"), (30, "work_not_writable"), (28, "disk_full")]
)
def test_work_that_cannot_be_kept_is_said(
    course: Environment, monkeypatch: pytest.MonkeyPatch, number: int, key: str
) -> None:
    monkeypatch.setattr(check.tempfile, "TemporaryDirectory", refusing(number))
    assert seen(check.work()) == [(State.NO, key)]


def test_work_can_be_kept_in_a_folder_that_is_not_there_yet(work: Path) -> None:
    assert seen(check.work()) == [(State.OK, "check_work")]
    assert not work.exists()


def test_a_path_that_is_too_long_is_said(
    course: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check, "LONGEST_PATH", 10_000)
    assert seen(check.place()) == [(State.NO, "path_long")]


def test_the_path_that_is_tried_is_as_long_as_the_longest(
    course: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths = []
    monkeypatch.setattr(Path, "touch", lambda path: lengths.append(len(str(path))))
    seen(check.place())
    assert lengths == [len(str(course.folder)) + check.LONGEST_PATH]


@pytest.mark.parametrize("name", ["OneDrive - Gemeente", "Dropbox"])
def test_a_place_that_is_copied_to_a_cloud_is_noted(
    course: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / name).mkdir()
    monkeypatch.setattr(check, "ROOT", tmp_path / name)
    monkeypatch.setenv("DRAAGVLAK_WERK", str(tmp_path / name / "werk"))
    assert (State.NOTE, "check_place_synced") in seen(check.place())
    assert (State.NOTE, "check_work_synced") in seen(check.work())


def test_a_name_that_splits_paths_is_said(
    course: Environment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / f"een{os.pathsep}twee"
    if os.name != "nt":
        place.mkdir()
    monkeypatch.setattr(check, "ROOT", place)
    assert (State.NO, "path_sign") in seen(check.place())


# Installing


@pytest.fixture
def answers(course: Environment, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What making an environment, starting its Python and fetching a part would say."""
    said = {"venv": "", "-c": "", "pip": ""}

    def answer(command: list[str]) -> str:
        assert "pip" not in command or ("--no-index" in command) == wheelhouse.fits(check.ROOT)
        return said[next(word for word in command if word in said)]

    monkeypatch.setattr(check, "said", answer)
    return said


def test_what_is_installed_needs_no_further_look(
    course: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Environment, "is_ready", lambda _: True)
    assert seen(check.installation()) == [(State.OK, "check_installed")]


def test_a_computer_that_can_install_is_told_so(answers: dict[str, str]) -> None:
    keys = ["check_disk", "check_venv", "check_network"]
    assert seen(check.installation()) == [(State.OK, key) for key in keys]


def test_a_full_disk_is_said(
    answers: dict[str, str], course: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type(shutil.disk_usage("."))(10**9, 10**9, 0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert seen(check.installation())[0] == (State.NO, "disk_full")


def test_a_python_without_venv_is_said(
    answers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check.importlib.util, "find_spec", lambda name: None)
    assert seen(check.installation())[1:] == [(State.NO, "venv_missing")]


@pytest.mark.parametrize("step", ["venv", "-c"])
def test_a_computer_that_lets_no_program_start_is_said(answers: dict[str, str], step: str) -> None:
    answers[step] = "Traceback\nThis program is blocked by group policy."
    *_, (state, key) = seen(check.installation())
    assert (state, key) == (State.NO, "check_venv_fails")


def test_slow_making_hints_at_a_virus_scanner(
    answers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 61.0])
    monkeypatch.setattr(check.time, "monotonic", lambda: next(clock))
    assert (State.NOTE, "check_venv_slow") in seen(check.installation())


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Retrying (Retry(total=0)) after connection broken by 'ProxyError'", "no_network"),
        ("CERTIFICATE_VERIFY_FAILED", "certificate"),
        ("No matching distribution found for flit-core", "not_found"),
    ],
)
def test_what_keeps_parts_away_is_said_as_installing_would(
    answers: dict[str, str], words: str, key: str
) -> None:
    answers["pip"] = words
    assert seen(check.installation())[-1] == (State.NO, key)


def beside(course: Environment, computer: wheelhouse.Computer, count: int) -> None:
    folder = wheelhouse.folder(course.folder.parent)
    folder.mkdir()
    (folder / "parts.json").write_text(json.dumps({"for": [computer], "count": count}))


def test_parts_beside_the_course_need_no_network(
    answers: dict[str, str], course: Environment
) -> None:
    beside(course, wheelhouse.this_computer(), 0)
    assert seen(check.installation())[-1] == (State.OK, "check_wheelhouse")


def test_parts_that_are_lost_are_said(answers: dict[str, str], course: Environment) -> None:
    beside(course, wheelhouse.this_computer(), 3)
    assert seen(check.installation())[-1] == (State.NO, "wheelhouse_spoilt")


def test_parts_for_another_computer_are_noted_and_without_network_they_stop(
    answers: dict[str, str], course: Environment
) -> None:
    beside(course, wheelhouse.Computer("plan9", "mips", "2.1"), 0)
    assert seen(check.installation())[-2:] == [
        (State.NOTE, "check_wheelhouse_other"),
        (State.OK, "check_network"),
    ]
    answers["pip"] = "Retrying ("
    assert seen(check.installation())[-1] == (State.NO, "wheelhouse_other")


def test_a_program_that_fails_is_quoted_and_one_that_works_is_not() -> None:
    assert check.said([sys.executable, "-c", "print('mooi')"]) == ""
    assert check.said([sys.executable, "-c", "import sys; sys.exit('nee')"]) == "nee"
    assert check.said([sys.executable, "-c", "import sys; sys.exit(3)"]) == "3"
    assert "bestaat-niet" in check.said(["/bestaat-niet"])


# The browser and this computer itself


def test_a_browser_is_found_or_the_address_must_be_pasted(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> object:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", lambda: object())
    assert seen(check.browsing()) == [(State.OK, "check_browser")]
    monkeypatch.setattr(webbrowser, "get", none)
    monkeypatch.setattr(browser, "candidates", lambda: iter(["/usr/bin/chromium"]))
    assert seen(check.browsing()) == [(State.OK, "check_browser")]
    monkeypatch.setattr(browser, "candidates", lambda: iter([]))
    assert seen(check.browsing()) == [(State.NOTE, "check_browser_none")]


def test_a_computer_that_cannot_reach_itself_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reach, "taken", lambda _: False)
    assert seen(reach.loopback()) == [(State.OK, "check_loopback")]
    monkeypatch.setattr(reach, "answered", lambda: False)
    assert seen(reach.loopback()) == [(State.NO, "check_loopback_closed")]
    monkeypatch.setattr(reach, "answered", refusing(13))
    assert seen(reach.loopback()) == [(State.NO, "check_loopback_closed")]


def test_a_port_that_is_taken_is_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(1)
        monkeypatch.setattr(reach, "PORT", server.getsockname()[1])
        assert seen(reach.loopback())[-1] == (State.NOTE, "check_port_taken")


def test_a_proxy_that_catches_this_computer_is_noted_without_its_password(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    proxy = {"http": "http://jan:geheim@proxy.gemeente:8080"}
    monkeypatch.setattr(urllib.request, "getproxies", lambda: proxy)
    monkeypatch.setattr(urllib.request, "proxy_bypass", lambda host: host == "localhost")
    [finding] = reach.proxies()
    assert (finding.state, finding.key) == (State.NOTE, "check_proxy_catches")
    assert "127.0.0.1" in finding.text
    assert "localhost" not in finding.text
    assert "geheim" not in finding.text
    monkeypatch.setattr(urllib.request, "proxy_bypass", lambda host: True)
    assert seen(reach.proxies()) == [(State.OK, "check_proxy")]
    monkeypatch.setattr(urllib.request, "getproxies", dict)
    assert seen(reach.proxies()) == []


# The whole


@pytest.mark.parametrize(
    ("findings", "code", "end"),
    [
        ([ok("check_browser")], 0, "Alles in orde."),
        ([ok("check_browser"), note("check_browser_none")], 0, "De cursus kan open."),
        ([note("check_browser_none"), no("check_loopback_closed", said="")], 1, "Zo"),
    ],
)
def test_the_worst_finding_decides_how_it_ends(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    findings: list[Finding],
    code: int,
    end: str,
) -> None:
    monkeypatch.setattr(check, "CHECKS", [lambda: iter(findings)])
    assert commands.obey(["check"]) == code
    first, *lines, _, last = capsys.readouterr().out.strip().split("\n")
    assert first == "Werkt de cursus op deze computer? Dat nakijken duurt hooguit een minuut."
    words = {State.OK: "ok", State.NOTE: "let op", State.NO: "gaat niet"}
    assert [line[:11].strip() for line in lines[1:]] == [words[one.state] for one in findings]
    assert last.startswith(end)


def test_check_takes_no_other_words() -> None:
    with pytest.raises(check.Stop, match=r"kent course\.py niet"):
        commands.obey(["check", "alles"])


def test_every_sentence_of_a_check_is_tried_here() -> None:
    text = Path(__file__).read_text("utf-8")
    tried = {key for key in KEYS if f'"{key}"' in text}
    words = {"check_ok", "check_note", "check_no", "check_start"}
    ends = {"check_all_ok", "check_some_notes", "check_stops"}
    assert KEYS - words - ends == tried - words - ends


def test_the_check_runs_on_this_computer() -> None:
    done = subprocess.run(
        [sys.executable, str(environments.ROOT / "course.py"), "check"],
        capture_output=True,
        timeout=120,
        check=False,
    )
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    assert sum(line.startswith(("ok ", "let op ", "gaat niet ")) for line in lines) >= 6
    assert not done.stderr
