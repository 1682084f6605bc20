"""Accounts: each name its own, never one of the system, and gone only when that is safe."""

import doctest
import os
import re
import subprocess
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from draagvlak_hub import accounts, class_room, names, policy
from draagvlak_hub.accounts import AccountError, new_password
from draagvlak_hub.class_room import Participant, moments, remove
from draagvlak_hub.names import PREFIX, account_of
from hypothesis import given
from hypothesis import strategies as st

PLAIN = st.from_regex(r"[a-z0-9-]{1,30}", fullmatch=True)


@given(st.text(max_size=60) | PLAIN)
def test_every_name_has_an_account_that_linux_takes(name: str) -> None:
    account = account_of(name)
    assert re.fullmatch(r"dv-[a-z0-9]+(-[a-z0-9]+)*", account)
    assert len(account) <= 32


@given(st.lists(st.text(max_size=40) | PLAIN, min_size=2, max_size=6, unique=True))
def test_two_names_never_share_an_account(names: list[str]) -> None:
    assert len({account_of(name) for name in names}) == len(names)


@given(st.text(max_size=40) | PLAIN)
def test_who_calls_himself_as_an_account_gets_another(name: str) -> None:
    assert account_of(account_of(name)) != account_of(name)


@pytest.mark.parametrize("name", ["root", "www-data", "../root", "root\n", "0", ""])
def test_no_name_leads_to_an_account_of_the_system(name: str) -> None:
    assert account_of(name).startswith(PREFIX)


def test_an_account_that_is_not_of_a_participant_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = SimpleNamespace(pw_name="dv-x", pw_uid=0, pw_gid=1, pw_dir="/elders")
    monkeypatch.setattr(accounts.pwd, "getpwnam", lambda name: root)
    with pytest.raises(AccountError, match="not one of a participant"):
        accounts.remove_account("dv-x")


def test_a_folder_that_is_a_link_or_of_another_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "dv-x"
    home.symlink_to(tmp_path)
    found = SimpleNamespace(pw_uid=os.getuid(), pw_gid=os.getgid(), pw_dir=str(home))
    monkeypatch.setattr(accounts.pwd, "getpwnam", lambda name: found)
    with pytest.raises(AccountError, match="is not of dv-x"):
        accounts._folder("dv-x")
    home.unlink()
    home.mkdir(mode=0o755)
    accounts._folder("dv-x")
    assert home.stat().st_mode & 0o777 == 0o700


def test_nobody_comes_in_beyond_the_number_of_people(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "_is_ours", lambda account: False)
    monkeypatch.setattr(accounts, "accounts", lambda: ["dv-a", "dv-b"])
    with pytest.raises(AccountError, match="There are 2 participants"):
        accounts.make_account("c", tmp_path, 2)


def test_passwords_can_be_read_out_and_differ() -> None:
    made = {new_password() for _ in range(200)}
    assert len(made) == 200
    assert all(
        re.fullmatch(r"([b-z][aeiou][b-z][aeiou]-){3}([b-z][aeiou]){2}", one) for one in made
    )


def test_a_class_has_a_plain_name() -> None:
    settings = SimpleNamespace(work="/nergens", people=3)
    with pytest.raises(AccountError, match="small letters and digits"):
        class_room.cards("../x", 1, settings)


def test_what_changed_after_it_was_taken_along_keeps_its_owner_here(tmp_path: Path) -> None:
    file, marker = tmp_path / "voortgang.json", tmp_path / ".meegenomen"
    assert moments(tmp_path) == (0, 0)
    file.touch()
    os.utime(file, (2_000, 2_000))
    assert not Participant("dv-a", *moments(tmp_path)).may_go
    marker.touch()
    os.utime(marker, (3_000, 3_000))
    assert Participant("dv-a", *moments(tmp_path)).may_go
    os.utime(file, (4_000, 4_000))
    assert not Participant("dv-a", *moments(tmp_path)).may_go


def test_settings_locks_and_what_is_behind_a_link_do_not_count_as_work(tmp_path: Path) -> None:
    (tmp_path / ".jupyter").mkdir()
    (tmp_path / ".jupyter" / "x.json").touch()
    (tmp_path / ".voortgang.lock").touch()
    (tmp_path / "link.json").symlink_to("/etc/passwd")
    assert moments(tmp_path) == (0, 0)


def test_a_class_goes_without_those_who_did_not_take_their_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    people = [
        Participant("dv-g-01", 5, 9),
        Participant("dv-g-02", 5, 0),
        Participant("dv-g-03", 0, 0),
    ]
    removed: list[str] = []
    monkeypatch.setattr(class_room, "participants", lambda group: people)
    monkeypatch.setattr(class_room, "remove_account", removed.append)
    [stays] = remove("g", None)
    assert stays.startswith("dv-g-02: changed ")
    assert removed == ["dv-g-01", "dv-g-03"]


def test_when_packing_fails_nothing_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(account: str, folder: Path) -> Path:
        raise AccountError(f"The work of {account} could not be packed; nothing was removed.")

    removed: list[str] = []
    monkeypatch.setattr(class_room, "participants", lambda group: [Participant("dv-g-01", 5, 0)])
    monkeypatch.setattr(class_room, "pack", fails)
    monkeypatch.setattr(class_room, "remove_account", removed.append)
    with pytest.raises(AccountError, match="could not be packed"):
        remove("g", tmp_path)
    assert removed == []


def test_what_a_participant_runs_is_bounded_and_goes_before_the_hub() -> None:
    def before() -> None:
        policy.first_to_go()
        policy.limit(SimpleNamespace(memory_mb=1500, programs=200))  # type: ignore[arg-type]

    look = "cat /proc/self/oom_score_adj; umask; cat /proc/self/limits"
    said = subprocess.check_output(["/bin/sh", "-c", look], preexec_fn=before, text=True)
    first, mask, *limits = said.splitlines()
    soft = {line[:26].strip(): line[26:].split()[0] for line in limits}
    assert (first, mask) == (policy.FIRST_TO_GO, "0077")
    assert soft["Max data size"] == str(1500 * 2**20)
    assert (soft["Max processes"], soft["Max core file size"]) == ("200", "0")


@pytest.mark.parametrize("module", [names, policy])
def test_the_examples_are_right(module: ModuleType) -> None:
    done = doctest.testmod(module)
    assert (done.failed, done.attempted > 0) == (0, True)
