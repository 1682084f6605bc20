"""A class: its cards, who took their work along, and how it is removed."""

import datetime as dt
import os
import pwd
import re
import stat
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from draagvlak_hub.accounts import (
    AccountError,
    accounts,
    make_account,
    new_password,
    remove_account,
    set_password,
    work_of,
)
from draagvlak_hub.names import PREFIX
from draagvlak_hub.policy import environment
from draagvlak_hub.settings import Settings

TAKEN = ".meegenomen"
CARD = "Naam: {name}\nWachtwoord: {password}\n"
PACK = (
    "import sys; from helpers.training.carried import packed; "
    "from helpers.training.work_folder import work_folder; "
    "sys.stdout.buffer.write(packed(work_folder()))"
)


class Participant(NamedTuple):
    """An account, when its work was last changed, and when it was last taken along."""

    account: str
    changed: float
    taken: float

    @property
    def may_go(self) -> bool:
        """Whether there is nothing on the hub that was not taken along."""
        return self.changed <= self.taken

    def __str__(self) -> str:
        if not self.changed:
            return f"{self.account}: no work"
        taken = f"taken along {_moment(self.taken)}" if self.taken else "never taken along"
        return f"{self.account}: changed {_moment(self.changed)}, {taken}"


def cards(group: str, count: int, settings: Settings) -> list[str]:
    """Make ``count`` accounts with a password each; return the cards to hand out."""
    if not re.fullmatch(r"[a-z][a-z0-9]{0,15}", group):
        raise AccountError("A class is called by small letters and digits, such as groep1.")
    made = []
    for number in range(1, count + 1):
        name, password = f"{group}-{number:02d}", new_password()
        set_password(make_account(name, Path(settings.work), settings.people), password)
        made.append(CARD.format(name=name, password=password))
    return made


def participants(group: str = "") -> list[Participant]:
    """Return the participants of a class, or all."""
    stem = f"{PREFIX}{group}-" if group else PREFIX
    ours = [name for name in accounts() if name.startswith(stem)]
    return [Participant(name, *moments(work_of(name))) for name in ours]


def moments(work: Path) -> tuple[float, float]:
    """Return when the newest file of some work was changed, and when it was taken along; 0: never.

    Looks at files only, never in them and never where a link points.
    """
    newest = taken = 0.0
    for place, folders, names in os.walk(work):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            found = (Path(place) / name).lstat()
            if name == TAKEN and Path(place) == work:
                taken = found.st_mtime
            elif stat.S_ISREG(found.st_mode) and not name.startswith("."):
                newest = max(newest, found.st_mtime)
    return newest, taken


def remove(group: str, keep: Path | None) -> list[str]:
    """Remove a class; return who stays, because of work that was not taken along.

    With ``keep`` the work of everybody is packed there first, and nobody stays.
    """
    stay = []
    for one in participants(group):
        if keep:
            pack(one.account, keep)
        if keep or one.may_go:
            remove_account(one.account)
        else:
            stay.append(str(one))
    return stay


def pack(account: str, folder: Path) -> Path:
    """Pack the work of an account in a file for root only; the account itself does the reading."""
    from start.environments import COURSE

    found = pwd.getpwnam(account)
    env = {**environment(Path(found.pw_dir)), "PATH": os.defpath}
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / f"{account}-{dt.datetime.now():%Y%m%d-%H%M%S}.zip"
    command: Sequence[str] = [str(COURSE.python), "-P", "-c", PACK]
    who = {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as into:
        done = subprocess.run(command, stdout=into, env=env, cwd="/", **who)  # type: ignore[call-overload]
    if done.returncode:
        raise AccountError(f"The work of {account} could not be packed; nothing was removed.")
    return file


def _moment(when: float) -> str:
    return f"{dt.datetime.fromtimestamp(when):%Y-%m-%d %H:%M}"
