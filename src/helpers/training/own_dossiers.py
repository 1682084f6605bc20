"""The participant's own dossiers: each in files of its own, one of them open.

``<name>.begin.json`` holds a dossier as it came in, ``<name>.json`` how it stands now.
"""

import datetime as dt
import hashlib
import re
import shutil
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from helpers.dossier.model import Dossier
from helpers.texts.language import N_, _
from helpers.training.own_text import clean
from helpers.training.saved import ERASED, Saved, SavedFile
from helpers.training.snapshots import free_path
from helpers.training.stored import stamp
from helpers.training.work_folder import replace_file, work_folder
from helpers.training.working_copy import Work, WorkingCopy

FOLDER = "eigen/dossiers"
AWAY = "weggelegd"
NAMELESS = "mijn_dossier"
_BEGIN = ".begin.json"
_ERASED, _LAID_ASIDE = "erased", "laid aside"
_FILE = re.compile(r"^([a-z][a-z0-9_]*)(\.begin)?\.json$")
_TITLE = N_("My dossier")
_LONGEST_NAME, _LONGEST_TITLE = 30, 200


class OwnCopy(WorkingCopy):
    """The working copy of an own dossier, seen from today; its beginning is how it came in."""

    FOLDER = FOLDER
    VOTES_STAY = False
    went: ClassVar[dict[str, str]] = {
        _ERASED: N_(
            "This dossier was erased in another window. What you change here is not saved. Press "
            "“Start again” at the top of the page to go on with another dossier."
        ),
        _LAID_ASIDE: N_(
            "This dossier was laid aside in another window. What you change here is not saved. "
            "Press “Start again” at the top of the page to go on with another dossier."
        ),
    }
    afresh = N_(
        "You now begin again with the dossier as it once came in. "
        "Ask for help if you want the old file back."
    )
    _today: tuple[Dossier, Dossier] | None = None

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self._mark = _mark(folder or work_folder(), name)
        self._marked = stamp(self._mark)  # of an earlier dossier with this name
        super().__init__(name, folder)

    @property
    def gone(self) -> str:
        """A sentence once the dossier was erased or laid aside since it was opened here."""
        if stamp(self._mark) in (None, self._marked):
            return ""
        try:
            how = self._mark.read_text("utf-8")
        except OSError:
            how = _ERASED
        return _(self.went.get(how, self.went[_ERASED]))

    def _newest(self) -> Work:
        if said := self.gone:
            self._past.clear()
            self._seen, self.notice = None, said
            self._shipped = self._emptied()
            return self._shipped
        return super()._newest()

    def _write(self, work: Work) -> None:
        if not self.gone:
            super()._write(work)

    def save(self, change: Callable[[Work], dict[str, Any]], snapshot: bool = False) -> None:
        """Save a change, unless the dossier is gone: then ``notice`` says so, and nothing else."""
        if self.gone:
            self.refresh()
            self._show(self._work)
            return
        super().save(change, snapshot)

    def _begin(self, path: Path) -> Dossier:
        try:
            begin = Dossier.model_validate_json(path.with_suffix(_BEGIN).read_text("utf-8"))
        except (OSError, ValueError):
            return empty_dossier(self.name)
        return begin if begin.id == self.name else empty_dossier(self.name)

    def _emptied(self) -> Work:
        return Work(dossier=empty_dossier(self.name))

    @property
    def dossier(self) -> Dossier:
        """The dossier as it stands, with today as the day for which it holds."""
        dossier, today = self._work.dossier, dt.date.today()
        if self._today is None or self._today[0] is not dossier or self._today[1].as_of != today:
            self._today = dossier, dossier.model_copy(update={"as_of": today})
        return self._today[1]

    def replace(self, dossier: Dossier) -> None:
        """Put another state of this dossier in its place; the state so far stays as a snapshot."""
        try:
            self.save(lambda work: {"dossier": dossier}, snapshot=True)
        except ValueError:  # the packages of this page do not fit it
            fresh = {"dossier": dossier, "package": (), "laid": (), "kept": ()}
            self.save(lambda work: fresh, snapshot=True)


class Choice(Saved):
    """Which of the own dossiers is open, by its name; empty as long as nobody chose."""

    name: str = ""


class ChoiceFile(SavedFile[Choice]):
    """The choice of a dossier, in ``eigen/gekozen.json`` in the work folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "eigen" / "gekozen.json", Choice())

    @property
    def name(self) -> str:
        """The name that was chosen last."""
        return self._work.name

    def choose(self, name: str) -> None:
        """Choose another."""
        self.save(lambda choice: {"name": name})


class Own(NamedTuple):
    """An own dossier in a list: its name, its title, and when it was last changed."""

    name: str
    title: str
    changed: dt.datetime


class OwnDossiers:
    """All own dossiers of the work folder."""

    def __init__(self, folder: Path | None = None) -> None:
        self.root = folder or work_folder()
        self.folder = self.root / FOLDER
        self.choice = ChoiceFile(self.root)

    @property
    def names(self) -> list[str]:
        """The names, in alphabetical order."""
        found = (_FILE.match(path.name) for path in self.folder.glob("*.json"))
        return sorted({match[1] for match in found if match})

    @property
    def name(self) -> str:
        """The name of the dossier that is open: the chosen one, else the first there is."""
        self.choice.refresh()
        names = self.names
        return self.choice.name if self.choice.name in names else next(iter(names), NAMELESS)

    def listed(self) -> list[Own]:
        """Return all own dossiers, the one that was changed last first."""
        found = [self._listed(name) for name in self.names]
        return sorted(found, key=lambda one: one.changed, reverse=True)

    def _listed(self, name: str) -> Own:
        path = self.folder / f"{name}.json"
        stamp = (path if path.exists() else path.with_suffix(_BEGIN)).stat().st_mtime
        title = OwnCopy(name, self.root).dossier.title
        return Own(name, title, dt.datetime.fromtimestamp(stamp))

    def begin(self, dossier: Dossier, title: str = "") -> str:
        """Take in a dossier under a free name, open it and return that name.

        ``title`` is what it is called from now on; when empty it keeps its title, and its name if
        that is free. Raises ``OSError`` when the work folder cannot be written.
        """
        wanted = clean(title).strip()[:_LONGEST_TITLE]
        title = wanted or dossier.title
        stays = not wanted and dossier.id not in self.names
        name = dossier.id if stays else free_name(title, self.names)
        taken = dossier.model_copy(update={"id": name, "title": title})
        replace_file(self.folder / f"{name}{_BEGIN}", taken.model_dump_json(indent=1))
        self.choice.choose(name)
        return name

    def bring(self, dossier: Dossier) -> bool:
        """Take in a dossier that comes from a file, open it, and return whether it was known.

        One with the name and the title of an own dossier takes the place of that one, which stays
        as a snapshot; any other becomes a dossier beside the others. Raises ``OSError`` when the
        work folder cannot be written.
        """
        known = dossier.id in self.names and OwnCopy(dossier.id, self.root)
        if not known or known.dossier.title != dossier.title:
            self.begin(dossier)
            return False
        known.replace(dossier)
        self.choice.choose(dossier.id)
        return True

    def put_away(self, name: str) -> Path:
        """Take a dossier out of the list and return the folder in which all its files now lie."""
        kept = free_path(self.root / "eigen" / AWAY / f"{name}-{dt.date.today()}")
        kept.mkdir(parents=True)
        with self._leaving(name, _LAID_ASIDE):
            for path in self._files(name):
                shutil.move(path, kept / path.name)
        return kept

    def erase(self, name: str) -> None:
        """Erase a dossier for good, with its snapshots."""
        with self._leaving(name, _ERASED):
            for path in self._files(name):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()

    @contextmanager
    def _leaving(self, name: str, how: str) -> Iterator[None]:
        """Tell every page that a dossier goes, before it goes, and what is open after that."""
        mark = _mark(self.root, name)
        replace_file(mark, how)
        try:
            yield
        except OSError:
            mark.unlink(missing_ok=True)
            raise
        self.choice.choose(self.name)

    def _files(self, name: str) -> Iterable[Path]:
        """Return what belongs to a dossier; its beginning last, as that is what makes it listed."""
        yield from self.folder.glob(f".{name}.lock")
        yield from self.folder.glob(f"snapshots/{name}")
        yield from self.folder.glob(f"{name}.damaged-*.json")
        yield from self.folder.glob(f"{name}.other-*.json")
        yield from self.folder.glob(f"{name}.json")
        yield from self.folder.glob(f"{name}{_BEGIN}")


def _mark(root: Path, name: str) -> Path:
    """Return the file that says that a dossier went; its own name tells nothing of the dossier."""
    told = hashlib.sha256(name.encode()).hexdigest()[:16]
    return root / FOLDER / f".{told}{ERASED}"


def free_name(title: str, taken: Iterable[str]) -> str:
    """Return a name for the files of a dossier that is not taken yet.

    >>> free_name("Sporthal Café (2027)", []), free_name("Plein", ["plein"])
    ('sporthal_cafe_2027', 'plein_2')
    """
    letters = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")
    stem = words[:_LONGEST_NAME].rstrip("_")
    stem = stem if stem[:1].isalpha() else NAMELESS
    numbered = (f"{stem}_{n}" if n > 1 else stem for n in range(1, 10_000))
    return next(name for name in numbered if name not in set(taken))


def empty_dossier(name: str = NAMELESS, title: str = "") -> Dossier:
    """Return a dossier with nothing in it but a title."""
    return Dossier(id=name, title=title or _(_TITLE), as_of=dt.date.today())


_open: dict[Path, OwnCopy] = {}


def own_dossier() -> OwnCopy:
    """Return the working copy of the own dossier that is open; an empty one when there is none.

    Nothing is written until the first change.
    """
    root = work_folder()
    name = OwnDossiers(root).name
    path = root / FOLDER / name
    if path not in _open or _open[path].gone:
        _open[path] = OwnCopy(name)
    _open[path].refresh()
    return _open[path]
