"""Taking the work along to another computer: one file with all of it, and back again.

What comes back never takes the place of what is there already.
"""

import datetime as dt
import io
import os
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.training.snapshots import free_path

TAKEN = ".meegenomen"
"""The file of which the date says when the work was last taken along."""
BESIDE = "meegebracht"
MOST_BYTES, MOST_FILES, DEEPEST = 60_000_000, 5_000, 8
_NAME = re.compile(r'[^\x00-\x1f\x7f/\\:*?"<>|.][^\x00-\x1f\x7f/\\:*?"<>|]{0,150}')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


class NotCarriedError(Exception):
    """A file that was not packed by :func:`packed`; nothing of it was taken."""


class Brought(NamedTuple):
    """What came back: how many files are ``new`` and ``same``, and which ``other`` ones stay apart.

    ``beside`` is where those stand, because something else was there already.
    """

    new: int
    same: int
    other: tuple[str, ...] = ()
    beside: Path | None = None


def carried_files(folder: Path) -> Iterator[Path]:
    """Yield the files that hold work: no locks, nothing hidden, nothing behind a link."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if not name.startswith(".") and stat.S_ISREG(path.lstat().st_mode):
                yield path


def packed(folder: Path) -> bytes:
    """Return a zip file with all work in a folder."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in carried_files(folder):
            archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    return into.getvalue()


def mark_taken(folder: Path, when: dt.datetime) -> None:
    """Note that the work, as it was at ``when``, was taken along."""
    marker = folder / TAKEN
    marker.touch(mode=0o600)
    os.utime(marker, (when.timestamp(), when.timestamp()))


def bring(content: bytes, folder: Path, now: dt.datetime) -> Brought:
    """Put packed work in a folder; nothing that is there is changed.

    Raises ``NotCarriedError``, before anything was written, when it is something else, and
    ``OSError`` when it cannot be written.
    """
    files = _unpacked(content)
    other = {name: data for name, data in files.items() if not _fits(folder / name, data)}
    same = sum((folder / name).exists() for name in files if name not in other)
    new = [name for name in files if name not in other and not (folder / name).exists()]
    for name in new:
        _write(folder / name, files[name])
    if not other:
        return Brought(len(new), same)
    beside = free_path(folder / BESIDE / f"{now:%Y-%m-%d-%H%M%S}")
    for name, data in other.items():
        _write(beside / name, data)
    return Brought(len(new), same, tuple(other), beside)


def _unpacked(content: bytes) -> dict[str, bytes]:
    """Return the files in a zip file by their name, when all of it is as it should be."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = [one for one in archive.infolist() if not one.is_dir()]
            if not entries or len(entries) > MOST_FILES or not all(map(_is_safe, entries)):
                raise NotCarriedError
            if sum(one.file_size for one in entries) > MOST_BYTES:
                raise NotCarriedError
            return {one.filename: archive.read(one) for one in entries}
    except NotCarriedError:
        raise
    except Exception as error:  # each way of packing has errors of its own
        raise NotCarriedError from error


def _is_safe(entry: zipfile.ZipInfo) -> bool:
    """Whether a name stays in the folder, on every system, and is not a hidden one."""
    parts = entry.orig_filename.split("/")
    return len(parts) <= DEEPEST and all(map(_is_name, parts))


def _is_name(part: str) -> bool:
    plain = _NAME.fullmatch(part) and not part.endswith((" ", "."))
    return bool(plain and not _RESERVED.fullmatch(part))


def _fits(path: Path, content: bytes) -> bool:
    """Whether a file may stand here: nothing is in its place, or the same."""
    try:
        if path.is_symlink() or path.exists():
            return path.is_file() and not path.is_symlink() and path.read_bytes() == content
        return all(one.is_dir() or not one.exists() for one in path.parents)
    except OSError:
        return False


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
