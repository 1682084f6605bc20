"""What participants cost the machine: which processes are theirs, and how much memory they hold."""

import os
import pwd
import signal
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from draagvlak_hub.accounts import running_as
from draagvlak_hub.names import account_of

MIB = 1024


class Process(NamedTuple):
    """A process: its number, what it runs, and the memory in MiB that is its share."""

    pid: int
    command: str
    memory: float

    @property
    def is_kernel(self) -> bool:
        """Whether it runs a lesson."""
        return "ipykernel_launcher" in self.command


def processes_of(name: str) -> list[Process]:
    """Return what a participant runs."""
    return [look(pid) for pid in running_as(pwd.getpwnam(account_of(name)).pw_uid)]


def look(pid: int) -> Process:
    """Return a process; one that ended meanwhile holds nothing.

    What several processes share (the code of Python) is divided among them (PSS).
    """
    command, shared = "", 0.0
    with suppress(OSError):
        command = Path(f"/proc/{pid}/cmdline").read_text("utf-8").replace("\0", " ")
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text("utf-8").splitlines():
            if line.startswith("Pss:"):
                shared = int(line.split()[1]) / MIB
    return Process(pid, command, shared)


def available() -> float:
    """Return how much memory the machine has left, in MiB."""
    for line in Path("/proc/meminfo").read_text("utf-8").splitlines():
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) / MIB
    raise OSError("no MemAvailable")


def kill(process: Process) -> None:
    """End a process at once, as a crash or a lack of memory does."""
    os.kill(process.pid, signal.SIGKILL)


def children(parent: int) -> list[int]:
    """Return the processes that a process started."""
    found = []
    for place in Path("/proc").glob("[0-9]*/status"):
        with suppress(OSError):
            if f"\nPPid:\t{parent}\n" in place.read_text("utf-8"):
                found.append(int(place.parent.name))
    return found
