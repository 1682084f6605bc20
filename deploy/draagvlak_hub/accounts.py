"""One system account a participant, in one group, each with a folder that only it can open."""

import grp
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import threading
import time
from contextlib import suppress
from pathlib import Path

from draagvlak_hub.names import GROUP, PREFIX, account_of

WORK = "Draagvlak"
TEMPORARY = ".tmp"
CONSONANTS, VOWELS = "bdfghjklmnprstvz", "aeiou"
_turn = threading.Lock()  # useradd refuses to work twice at once


class AccountError(Exception):
    """An account that cannot be made or used; its text says why."""


def work_of(account: str) -> Path:
    """Return the work folder of an account that is there."""
    return Path(pwd.getpwnam(account).pw_dir) / WORK


def accounts() -> list[str]:
    """Return the accounts of all participants, in alphabetical order."""
    try:
        group = grp.getgrnam(GROUP).gr_gid
    except KeyError:
        return []
    ours = (one.pw_name for one in pwd.getpwall() if one.pw_gid == group)
    return sorted(name for name in ours if name.startswith(PREFIX))


def make_account(name: str, root: Path, most: int) -> str:
    """Make the account of a name with its folder in ``root``, unless it is there; return it."""
    account = account_of(name)
    with _turn:
        if not _is_ours(account):
            if len(accounts()) >= most:
                raise AccountError(f"There are {most} participants; the setting people says so.")
            _add(account, root / account)
        _folder(account)
    return account


def _is_ours(account: str) -> bool:
    try:
        found = pwd.getpwnam(account)
    except KeyError:
        return False
    if account not in accounts() or found.pw_uid == 0:
        raise AccountError(f"The account {account} is not one of a participant.")
    return True


def _add(account: str, home: Path) -> None:
    if home.exists():
        raise AccountError(f"{home} is there, but no account that it belongs to.")
    _run("groupadd", "--force", GROUP)
    home.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    options = ["--gid", GROUP, "--no-create-home", "--home-dir", str(home)]
    _run("useradd", *options, "--shell", "/usr/sbin/nologin", account)


def _folder(account: str) -> None:
    found = pwd.getpwnam(account)
    home = Path(found.pw_dir)
    if not home.exists():
        home.mkdir(mode=0o700)
        os.chown(home, found.pw_uid, found.pw_gid)
    if home.is_symlink() or home.stat().st_uid != found.pw_uid:
        raise AccountError(f"{home} is not of {account}.")
    home.chmod(0o700)


def set_password(account: str, password: str) -> None:
    """Give an account the password of its card."""
    _run("chpasswd", words=f"{account}:{password}\n")


def new_password() -> str:
    """Return a password that can be read out and typed: eight syllables, some fifty bits."""
    syllables = (secrets.choice(CONSONANTS) + secrets.choice(VOWELS) for _ in range(8))
    letters = "".join(syllables)
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))


def remove_account(account: str) -> None:
    """End what an account runs, and remove it with its folder."""
    if not _is_ours(account):
        raise AccountError(f"There is no account {account}.")
    found = pwd.getpwnam(account)
    for _ in range(50):
        running = running_as(found.pw_uid)
        for process in running:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        if not running:
            break
        time.sleep(0.1)
    _run("userdel", account)
    shutil.rmtree(found.pw_dir)


def running_as(user: int) -> list[int]:
    """Return the processes of a user that still run."""
    found = []
    for place in Path("/proc").iterdir():
        if not place.name.isdigit():
            continue
        with suppress(OSError):
            dead = "\nState:\tZ" in (place / "status").read_text()
            if place.stat().st_uid == user and not dead:
                found.append(int(place.name))
    return found


def _run(*command: str, words: str | None = None) -> None:
    done = subprocess.run(command, input=words, capture_output=True, text=True)
    if done.returncode:
        raise AccountError(f"{command[0]}: {done.stderr.strip()}")
