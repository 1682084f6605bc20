"""A file with a participant's work, saved at each change so that nothing of it gets lost.

It is one file with a revision number. A change is always made on the newest revision: whoever
finds a newer one on disk takes that first, so that nothing of another tab or kernel is overwritten.
"""

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Generic, TypeVar
from weakref import WeakMethod

from pydantic import BaseModel, ConfigDict

from helpers.texts.language import N_, _
from helpers.training.work_folder import replace_file

_WAIT = 5.0
_UNSAVED = N_(
    "Your change is on the screen, but it could not be saved in {folder}. "
    "Is the disk full, or may you not write there? Mend that and make the change again."
)
_BUSY = N_(
    "Your change could not be saved, because another window holds the file. "
    "Wait a moment and make the change again."
)
_UNREADABLE = N_(
    "Your saved work in {folder} could not be read. It is still there and nothing was overwritten. "
    "May you read that folder? Mend that and open this page again."
)
_TOO_NEW = N_(
    "Your saved work was made with a newer version of the course. It is still there and nothing "
    "was overwritten. Open it with the newer version; what you change here is not saved."
)


class _TooNewError(OSError):
    """The file on disk was written by a newer version of the course."""


class Saved(BaseModel):
    """What is saved, with the number of its form and of its revision.

    Whoever adds a field raises the default of ``form``: an older course then leaves the file alone.
    """

    # Built when first used: importing stays light.
    model_config = ConfigDict(frozen=True, defer_build=True)

    form: int = 1
    revision: int = 0


S = TypeVar("S", bound=Saved)


class SavedFile(Generic[S]):
    """One file in the work folder; every tool of a kernel that shows it follows its changes.

    ``empty`` is what there is before anything was saved; nothing is written until the first change.
    ``notice`` is an empty string, or a sentence for the participant: what went wrong with saving,
    or what was done with a damaged file.
    """

    damaged = N_("A saved file was damaged. It is kept as {kept}. You now see {instead}.")

    def __init__(self, path: Path, empty: S) -> None:
        from filelock import FileLock

        self.path = path
        self.folder = path.parent
        self.notice = ""
        self._lock = FileLock(path.with_name(f".{path.stem}.lock"), timeout=_WAIT)
        self._listeners: list[WeakMethod[Callable[[], None]]] = []
        self._seen: tuple[int, int] | None = None
        self._work = empty
        self.refresh()

    @property
    def revision(self) -> int:
        """How many changes were saved; 0 when nothing was changed yet."""
        return self._work.revision

    def refresh(self) -> bool:
        """Take a newer revision from disk if there is one, and tell the tools; return whether."""
        try:
            newest = self._newest()
        except OSError as error:
            self.notice = self._why(error, _UNREADABLE)
            return False
        if newest.revision == self._work.revision:
            return False
        self._show(newest)
        return True

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call the bound method ``listener`` after every change; it is not kept alive by this."""
        self._listeners.append(WeakMethod(listener))

    def save(self, change: Callable[[S], dict[str, Any]], snapshot: bool = False) -> None:
        """Save the newest revision with ``change(newest)``: fields with their new values.

        When that fails the change is on the screen all the same, and ``notice`` says what is wrong.
        ``snapshot`` keeps the state before it, besides the one that is kept each day.
        """
        from filelock import Timeout

        self.notice = ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._lock:
                # Taken over before the change is tried: a change that fails loses nobody's work.
                self._work = newest = self._newest()
                changed = _next(newest, change)
                self._keep_snapshot(newest, snapshot)
                self._write(changed)
        except Timeout:
            self.notice = _(_BUSY)
            changed = self._work
        except OSError as error:
            self.notice = self._why(error, _UNSAVED)
            changed = self._work.model_copy(update=change(self._work))
        except Exception:
            self._show(self._work)
            raise
        self._show(changed)

    def _show(self, work: S) -> None:
        self._work = work
        for reference in list(self._listeners):
            listener = reference()
            if listener is None:
                self._listeners.remove(reference)
            else:
                listener()

    def _write(self, work: S) -> None:
        replace_file(self.path, work.model_dump_json(indent=1))
        self._seen = _stamp(self.path)

    def _newest(self) -> S:
        stamp = _stamp(self.path)
        if stamp is None or stamp == self._seen:
            return self._work
        try:
            work = self._read(self.path)
        except ValueError:
            return self._rescue()
        self._seen = stamp
        return work

    def _read(self, path: Path) -> S:
        """Return what was saved; ``ValueError`` (also pydantic's) when the file is damaged."""
        saved = json.loads(path.read_text("utf-8"))
        form = saved.get("form") if isinstance(saved, dict) else None
        if isinstance(form, int) and form > _form(type(self._work)):
            raise _TooNewError(path)
        return type(self._work).model_validate(saved)

    def _why(self, error: OSError, sentence: str) -> str:
        chosen = _TOO_NEW if isinstance(error, _TooNewError) else sentence
        return _(chosen).format(folder=self.folder)

    def _rescue(self) -> S:
        """Keep a damaged file aside, bring back the last good state and return it."""
        with self._lock:
            try:
                return self._read(self.path)  # another window was first
            except ValueError:
                kept = self.path.with_suffix(f".damaged-{datetime.now():%Y%m%d-%H%M%S}.json")
            self.path.replace(kept)
            work, instead = self._last_good()
            self.notice = _(self.damaged).format(kept=kept.name, instead=instead)
            if work.revision:
                self._write(work)
        return work

    def _last_good(self) -> tuple[S, str]:
        """Return the newest of the snapshots and what this page knew, and words for it."""
        for snapshot in sorted(self._snapshots().glob("*.json"), reverse=True):
            try:
                work = self._read(snapshot)
            except (ValueError, OSError):
                continue
            if work.revision > self._work.revision:
                return work, _("your work of {day}").format(day=snapshot.stem[:10])
            break
        return self._work, _("the last state that this page knew")

    def _snapshots(self) -> Path:
        return self.folder / "snapshots" / self.path.stem

    def _keep_snapshot(self, work: S, now: bool) -> None:
        """Keep the state before the first change of a day, and when asked for."""
        stem = f"{datetime.now():%Y-%m-%d-%H%M%S}" if now else f"{date.today():%Y-%m-%d}"
        path = self._snapshots() / f"{stem}.json"
        if work.revision and not path.exists():
            replace_file(path, work.model_dump_json(indent=1))


def _form(kind: type[Saved]) -> int:
    return int(kind.model_fields["form"].default)


def _next(work: S, change: Callable[[S], dict[str, Any]]) -> S:
    counted = {"form": _form(type(work)), "revision": work.revision + 1}
    return work.model_copy(update={**change(work), **counted})


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what changes when the file is replaced: its time and its identity."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_ino
