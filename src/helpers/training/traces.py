"""Everything that the course keeps of somebody, to erase it, and what a kill left of writing it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from helpers.training.carried import BESIDE, TAKEN
from helpers.training.saved import ERASED

# What somebody did in the course, and the files and folders of own dossiers.
_COURSE = (
    *("voortgang*", "gesprekken*", "voorzitten*", "dossiers", "snapshots", TAKEN),
    *("eigen/notities*", "eigen/vragencoach*"),
    *("eigen/snapshots/notities", "eigen/snapshots/vragencoach"),
)
_OWN = (
    *("eigen/dossiers", "eigen/weggelegd", "eigen/startdossier*", "eigen/gekozen*", "verslagen"),
    *("eigen/snapshots/startdossier", "eigen/snapshots/gekozen"),
)
_HALF = re.compile(r"\..+(-[a-z0-9_]{8}|\.\d+)\.tmp")
"""The name of a file while it is written: that of the whole one and a mark of its own."""
_HOUR = 3600.0


def has_own(root: Path) -> bool:
    """Return whether there is anything of an own dossier."""
    files = (one for path in _found(root, _OWN) for one in (path, *path.rglob("*")))
    return any(one.is_file() and not one.name.startswith(".") for one in files)


def erase(root: Path, own: bool = False) -> None:
    """Erase what somebody did in the course, and with ``own`` the own dossiers as well.

    Pages that are open elsewhere see that and begin again empty. Raises ``OSError`` when something
    cannot be erased; what could be is gone then.
    """
    patterns = (*_COURSE, *(_OWN if own else ()))
    failed: OSError | None = None
    _mark(root)
    for path in list(_found(root, patterns)):
        try:
            _remove(path)
        except OSError as error:
            failed = error
    _mark(root)
    if failed:
        raise failed


def tidy(root: Path, now: float) -> None:
    """Remove the files that a kill left half-written more than an hour before ``now`` (a time).

    A younger one may still be written; what is no half-written file of the course stays.
    """
    for path in list(_halves(root)):
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and now - path.stat().st_mtime > _HOUR:
                path.unlink()


def _halves(root: Path) -> Iterator[Path]:
    for path in _found(root, (*_COURSE, *_OWN)):
        for one in (path, *path.rglob(".*.tmp")):
            if _HALF.fullmatch(one.name):
                yield one


def _found(root: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    for place in (root, *root.glob(f"{BESIDE}/*")):
        for pattern in patterns:
            folder, _, name = pattern.rpartition("/")
            yield from (place / folder).glob(name)
            yield from (place / folder).glob(f".{name.rstrip('*')}-*.tmp")  # left by a kill
            yield from (place / folder).glob(f".{name.rstrip('*')}.lock")


def _mark(root: Path) -> None:
    for folder in (root, root / "eigen", root / "dossiers", root / "eigen" / "dossiers"):
        if folder.is_dir():
            (folder / ERASED).touch()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for inside in path.iterdir():
            if inside.name != ERASED:
                _remove(inside)
        with suppress(OSError):  # the mark stays
            path.rmdir()
    elif path.suffix == ".json" and not path.name.startswith("."):
        _unlink_in_turn(path)
    else:
        path.unlink(missing_ok=True)


def _unlink_in_turn(path: Path) -> None:
    """Erase a saved file while nobody else saves it."""
    from filelock import FileLock, Timeout

    lock = path.with_name(f".{path.stem}.lock")
    with suppress(Timeout), FileLock(lock, timeout=5):
        path.unlink(missing_ok=True)
        path.with_suffix(".begin.json").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
    lock.unlink(missing_ok=True)
