"""One window at a time installs: a lock on a file, which the system lets go after a kill."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from start.sentences import say


@contextmanager
def turn(path: Path) -> Iterator[IO[bytes]]:
    """Wait until no other window is installing, and let the others wait for this one."""
    with path.open("ab") as lock:
        if not take(lock):
            say("waiting")
            while not take(lock):
                time.sleep(0.5)
        yield lock


def take(lock: IO[bytes]) -> bool:
    """Take the lock if it is free, and return whether it was; a disk without locks gives it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return not isinstance(error, BlockingIOError | PermissionError)
    return True
