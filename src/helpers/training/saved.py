"""A file with a participant's work, saved at each change so that nothing of it gets lost.

It is one file with a revision number. A change is always made on the newest revision: whoever
finds a newer one on disk takes that first, so that nothing of another tab or kernel is overwritten.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar
from weakref import WeakMethod

from pydantic import BaseModel, ConfigDict

from helpers.texts.language import N_, _
from helpers.training.snapshots import Snapshots, free_path, moment
from helpers.training.stored import TooNewError, parsed, readable, stamp
from helpers.training.work_folder import replace_file

ERASED = ".gewist"
"""A file without content: when somebody last erased work in its folder."""
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
_OF_SNAPSHOT = N_("You now see your work of {moment}.")
_OF_PAGE = N_("You now see what was last on this page.")
_OTHER = N_(
    "Your work was also changed elsewhere, perhaps on another computer. You now see the work from "
    "there. What stood here is kept as {kept}."
)
_OLDER = N_(
    "Older work came into your folder, perhaps from another computer. It is kept as {kept}. "
    "You still see your newest work."
)


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
    or what was done with a damaged file. ``afresh`` says what one sees when nothing came back.
    """

    damaged = N_("A saved file was damaged. It is kept as {kept}.")
    afresh = N_("You now begin again. Ask for help if you want the old file back.")

    _OF_FILE: ClassVar[tuple[str, ...]] = (
        *("path", "folder", "notice", "_news"),
        *("_lock", "_snapshots", "_seen", "_work"),
    )

    def __init__(self, path: Path, empty: S) -> None:
        self._listeners: list[WeakMethod[Callable[[], None]]] = []
        self._empty = empty
        self._begin_at(path)
        self.refresh()

    def _begin_at(self, path: Path) -> None:
        """Know of a file no more than where it is; ``_OF_FILE`` names what is set here."""
        from filelock import FileLock

        self.path = path
        self.folder = path.parent
        self.notice = self._news = ""
        self._lock = FileLock(path.with_name(f".{path.stem}.lock"), timeout=_WAIT)
        self._snapshots = Snapshots(self.folder / "snapshots" / path.stem)
        self._seen: tuple[int, ...] | None = None
        self._work = self._empty

    def turn_to(self, path: Path) -> Callable[[], None]:
        """Show and save another file from now on; return what turns back to this one.

        Everything of this one stays as it is, also what could not be saved.
        """
        kept = {name: getattr(self, name) for name in self._OF_FILE}
        self._begin_at(path)
        self.refresh()
        self._show(self._work)

        def back() -> None:
            vars(self).update(kept)
            self.refresh()
            self._show(self._work)

        return back

    @property
    def revision(self) -> int:
        """How many changes were saved; 0 when nothing was changed yet."""
        return self._work.revision

    def refresh(self) -> bool:
        """Take what another window saved, if it did, and tell the tools; return whether."""
        known, said = self._work, self.notice
        try:
            newest = self._newest()
        except OSError as error:
            newest, self.notice = known, self._why(error, _UNREADABLE)
        if newest != known or self.notice != said:
            self._show(newest)
        return newest != known

    def snapshots(self) -> list[Path]:
        """Return the earlier states that were kept, the newest first."""
        return self._snapshots.newest_first()

    def snapshot(self, kept: Path) -> S | None:
        """Return an earlier state, or nothing when its file is damaged or gone."""
        try:
            return self._read(kept)
        except (OSError, ValueError):
            return None

    def on_change(self, listener: Callable[[], None]) -> None:
        """Call the bound method ``listener`` after every change; it is not kept alive by this."""
        self._listeners.append(WeakMethod(listener))

    def save(self, change: Callable[[S], dict[str, Any]], snapshot: bool = False) -> None:
        """Save the newest revision with ``change(newest)``: fields with their new values.

        When that fails the change is on the screen all the same, and ``notice`` says what is wrong.
        ``snapshot`` keeps the state before it for good, and not only as the one of this hour.
        Raises ``ValueError`` for a change whose result could not be read back.
        """
        from filelock import Timeout

        # What was found just before a change is still said after it.
        self.notice, self._news = self._news, ""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self._lock:
                # Taken over before the change is tried: a change that fails loses nobody's work.
                self._work = newest = self._newest()
                changed = _next(newest, change)
                self.check(changed)
                if newest.revision:
                    keep = self._snapshots.keep if snapshot else self._snapshots.keep_hourly
                    keep(_text(newest))
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

    def check(self, work: S) -> None:
        """Raise ``ValueError`` when the parts of ``work`` do not fit together."""

    def _write(self, work: S) -> None:
        replace_file(self.path, readable(_text(work)))
        self._seen = stamp(self.path)

    def _newest(self) -> S:
        found = stamp(self.path)
        if found is None and self._was_erased():
            self._seen = None
            return self._emptied()
        if found is None or found == self._seen:
            return self._work
        with suppress(ValueError):
            work = self._read(self.path)
            if self._follows(work):
                self._seen = found
                return work
        with self._lock:
            try:
                work = self._read(self.path)  # another window may have been first
            except ValueError:
                return self._rescue()
            return work if self._follows(work) else self._settle(work)

    def _was_erased(self) -> bool:
        """Whether somebody erased the file since this page read it, and it did not just vanish."""
        erased = stamp(self.folder / ERASED)
        return bool(self._seen and erased and erased[0] >= self._seen[0])

    def _emptied(self) -> S:
        """Return what there is after somebody erased the file."""
        return self._empty

    def _follows(self, work: S) -> bool:
        return work.revision > self._work.revision or self._work in (work, self._empty)

    def _read(self, path: Path) -> S:
        """Return what was saved; ``ValueError`` when the file is damaged, in whatever way."""
        kind = type(self._work)
        try:
            work = kind.model_validate(parsed(path, _form(kind)))
            self.check(work)
        except (OSError, ValueError, MemoryError):
            raise
        except Exception as error:  # too deep for json, too large a number for a cell
            raise ValueError(f"{path} cannot be read") from error
        return work

    def _why(self, error: OSError, sentence: str) -> str:
        chosen = _TOO_NEW if isinstance(error, TooNewError) else sentence
        return _(chosen).format(folder=self.folder)

    def _rescue(self) -> S:
        """Keep a damaged file aside, bring back the last good state and return it."""
        kept = self._aside("damaged")
        self.path.replace(kept)
        work, instead = self._last_good()
        self.notice = self._news = " ".join([_(self.damaged).format(kept=kept.name), instead])
        if work.revision:
            self._write(work)
        return work

    def _last_good(self) -> tuple[S, str]:
        """Return the newest of the snapshots and what this page knew, and a sentence about it."""
        for snapshot in self._snapshots.newest_first():
            try:
                work = self._read(snapshot)
            except (ValueError, OSError):
                continue
            if work.revision > self._work.revision:
                return work, _(_OF_SNAPSHOT).format(moment=moment(snapshot))
            break
        return self._work, _(self.afresh if self._work == self._empty else _OF_PAGE)

    def _settle(self, work: S) -> S:
        """Keep both what is on disk and what this page knew: neither follows from the other.

        The higher revision goes on; of two that are equal the one on disk, as then two computers
        that share a folder end with the same.
        """
        older, kept = work.revision < self._work.revision, self._aside("other")
        replace_file(kept, _text(work if older else self._work))
        if older:
            self._write(self._work)
        self.notice = self._news = _(_OLDER if older else _OTHER).format(kept=kept.name)
        return self._work if older else work

    def _aside(self, why: str) -> Path:
        return free_path(self.path.with_suffix(f".{why}-{datetime.now():%Y%m%d-%H%M%S}.json"))


def _form(kind: type[Saved]) -> int:
    return int(kind.model_fields["form"].default)


def _next(work: S, change: Callable[[S], dict[str, Any]]) -> S:
    counted = {"form": _form(type(work)), "revision": work.revision + 1}
    return work.model_copy(update={**change(work), **counted})


def _text(work: Saved) -> str:
    return work.model_dump_json(indent=1)
