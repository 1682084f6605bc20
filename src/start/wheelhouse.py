"""The folder `wheelhouse` beside the course: its parts, for a computer that may not fetch them.

`make offline` fills it; `parts.json` in it says for which computers. The lock still decides which
part is installed, and its hash is still compared.
"""

import hashlib
import json
import platform
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

# What goes wrong without a wheelhouse that fits, and what that says when there is one.
_OTHER = {"no_network", "certificate", "not_found"}
_SPOILT = {"hashes", "not_found"}


class Computer(NamedTuple):
    """What a part must fit: a system (as ``sys.platform``), a processor, a Python such as 3.11."""

    system: str
    machine: str
    python: str


def this_computer() -> Computer:
    """Return the computer that we run on, by the Python that we run in."""
    machine = platform.machine().lower()
    if sysconfig.get_platform() in ("win32", "linux-i686"):  # a small Python on a larger computer
        machine = "x86"
    return Computer(
        sys.platform,
        {"amd64": "x86_64", "aarch64": "arm64"}.get(machine, machine),
        f"{sys.version_info[0]}.{sys.version_info[1]}",
    )


def folder(course: Path) -> Path:
    """Return where the parts are, if they are there."""
    return course / "wheelhouse"


def made_for(course: Path) -> list[Computer]:
    """Return the computers that the parts are for; none when there are no parts."""
    try:
        listed = json.loads((folder(course) / "parts.json").read_text("utf-8"))["for"]
        return [Computer(*map(str, one)) for one in listed]
    except (OSError, TypeError, ValueError, KeyError):
        return []


def fits(course: Path) -> bool:
    """Return whether the parts are there and are for this computer."""
    return this_computer() in made_for(course)


def is_whole(course: Path, lock: str) -> bool:
    """Return whether as many parts are there as there should be, each with a hash of the lock."""
    told = json.loads((folder(course) / "parts.json").read_text("utf-8"))
    found = sorted(folder(course).glob("*.whl"))
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in found]
    return len(found) == told.get("count") and all(one in lock for one in hashes)


def options(course: Path) -> list[str]:
    """Return what tells pip to take the parts from here and from nowhere else."""
    if not fits(course):
        return []
    return ["--isolated", "--no-index", "--find-links", str(folder(course))]


def reworded(key: str, course: Path) -> str:
    """Return the key of the sentence for what went wrong, as the parts here bear on it."""
    if fits(course):
        return "wheelhouse_spoilt" if key in _SPOILT else key
    return "wheelhouse_other" if key in _OTHER and made_for(course) else key


def named(computers: list[Computer]) -> str:
    """Return computers in words.

    >>> named([Computer("win32", "x86_64", "3.11"), Computer("linux", "x86_64", "3.11")])
    'Windows x86_64 (Python 3.11), Linux x86_64 (Python 3.11)'
    """
    names = {"win32": "Windows", "linux": "Linux", "darwin": "macOS"}
    return ", ".join(
        f"{names.get(one.system, one.system)} {one.machine} (Python {one.python})"
        for one in computers
    )
