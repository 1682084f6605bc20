"""How a saved file stands on disk: not too large, and of a form that this course knows."""

import errno
import json
from pathlib import Path
from typing import Any

LARGEST = 50_000_000  # bytes; reading more takes too long


class TooNewError(OSError):
    """The file on disk was written by a newer version of the course."""


def parsed(path: Path, form: int) -> Any:
    """Return what a file holds, when its form is at most ``form``.

    Raises ``TooNewError``, and another ``OSError`` or a ``ValueError`` when it cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{path} is too large")
    saved = json.loads(path.read_text("utf-8-sig"))
    made = saved.get("form") if isinstance(saved, dict) else None
    if isinstance(made, int) and made > form:
        raise TooNewError(path)
    return saved


def readable(text: str) -> str:
    """Return a text to be saved; ``OSError`` when it is too large to be read back."""
    if len(text.encode()) > LARGEST:
        raise OSError(errno.EFBIG, "too large to be read back")
    return text


def stamp(path: Path) -> tuple[int, ...] | None:
    """Return what changes when the file is replaced: its time, its identity and its size."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size
