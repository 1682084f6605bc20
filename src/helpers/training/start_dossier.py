"""The startdossier: the first page of somebody's own dossier, written a bit further in each lesson.

Who is there, what do they want to keep safe, what is the next step and who talks with whom; and
for each lesson one intention with a date. It is about groups, bodies and roles, never persons.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from helpers.texts.language import N_
from helpers.training.own_text import clean, merged
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder

FIELDS = ("who", "position", "interest", "next_step", "talks")
SURE = (1, 2, 3)
MOST = 60


class Entry(BaseModel):
    """One stakeholder in a few words; ``key`` is its number and never changes.

    ``sure`` says how sure the interest is: 1 a guess, 2 heard or read, 3 asked and confirmed.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    key: str
    who: str = ""
    position: str = ""
    interest: str = ""
    sure: int | None = None
    next_step: str = ""
    talks: str = ""

    @property
    def empty(self) -> bool:
        """Whether nothing was filled in yet."""
        return not any(getattr(self, field).strip() for field in FIELDS)


class Intention(BaseModel):
    """What somebody is going to do after a lesson, on which day, and whether it was done."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    text: str = ""
    day: date | None = None
    done: bool = False


class Page(Saved):
    """What is saved: what the dossier is about, the stakeholders and an intention a lesson."""

    subject: str = ""
    entries: tuple[Entry, ...] = Field(default_factory=lambda: (Entry(key="1"),))
    made: int = 1
    intentions: dict[str, Intention] = Field(default_factory=dict)


class StartDossierFile(SavedFile[Page]):
    """The participant's startdossier, in ``eigen/startdossier.json`` in the work folder.

    Texts are written with ``known``, what the window last read, so that what another window wrote
    in the meantime does not get lost.
    """

    damaged = N_("The file with your start dossier was damaged. It is kept as {kept}.")
    afresh = N_(
        "You now begin again with an empty page. Ask for help if you want the old file back."
    )

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__((folder or work_folder()) / "eigen" / "startdossier.json", Page())

    def check(self, work: Page) -> None:
        """Raise ``ValueError`` when two entries have one key, or a word is none of ``SURE``."""
        if len({entry.key for entry in work.entries}) < len(work.entries):
            raise ValueError("two entries with one key")
        if any(entry.sure not in (None, *SURE) for entry in work.entries):
            raise ValueError("an unknown certainty")

    @property
    def page(self) -> Page:
        """The page as it stands."""
        return self._work

    def intention(self, lesson: str) -> Intention:
        """Return the intention of a lesson, an empty one when there is none yet."""
        return self._work.intentions.get(lesson, Intention())

    def write_subject(self, text: str, known: str) -> None:
        """Say what the dossier is about."""
        self._change(lambda page: {"subject": merged(known, page.subject, clean(text))})

    def write(self, key: str, field: str, text: str, known: str) -> None:
        """Write a field (one of ``FIELDS``) of the entry ``key``; one that is gone stays gone."""
        self._change(lambda page: {"entries": _written(page, key, field, clean(text), known)})

    def judge(self, key: str, sure: int | None) -> None:
        """Say how sure the interest of the entry ``key`` is: one of ``SURE``, or not yet."""
        if sure in (None, *SURE):
            self._change(lambda page: {"entries": _judged(page, key, sure)})

    def add(self) -> None:
        """Add an empty entry, up to ``MOST``."""
        self._change(_added)

    def remove(self, key: str) -> None:
        """Take an entry out; ``put_back`` undoes it."""
        self._change(lambda page: {"entries": tuple(e for e in page.entries if e.key != key)})

    def put_back(self, entry: Entry, at: int) -> None:
        """Put a removed entry back at position ``at`` (from 0)."""
        self._change(lambda page: {"entries": _put_back(page.entries, entry, at)})

    def intend(self, lesson: str, **changes: Any) -> None:
        """Change the intention of a lesson: ``text`` (with ``known``), ``day`` or ``done``."""
        self._change(lambda page: {"intentions": _intended(page, lesson, **changes)})

    def _change(self, change: Callable[[Page], dict[str, Any]]) -> None:
        """Save, unless the change changes nothing."""
        self.refresh()
        if self._work.model_copy(update=change(self._work)) != self._work:
            self.save(change)


def _written(page: Page, key: str, field: str, text: str, known: str) -> tuple[Entry, ...]:
    if field not in FIELDS:
        raise KeyError(field)
    return tuple(
        entry.model_copy(update={field: merged(known, getattr(entry, field), text)})
        if entry.key == key
        else entry
        for entry in page.entries
    )


def _judged(page: Page, key: str, sure: int | None) -> tuple[Entry, ...]:
    return tuple(
        entry.model_copy(update={"sure": sure}) if entry.key == key else entry
        for entry in page.entries
    )


def _added(page: Page) -> dict[str, Any]:
    if len(page.entries) >= MOST:
        return {}
    entry = Entry(key=str(page.made + 1))
    return {"entries": (*page.entries, entry), "made": page.made + 1}


def _put_back(entries: tuple[Entry, ...], entry: Entry, at: int) -> tuple[Entry, ...]:
    if entry.key in {one.key for one in entries}:
        return entries
    return (*entries[:at], entry, *entries[at:])


def _intended(page: Page, lesson: str, known: str = "", **changes: Any) -> dict[str, Intention]:
    now = page.intentions.get(lesson, Intention())
    if "text" in changes:
        changes["text"] = merged(known, now.text, clean(changes["text"]))
    changed = Intention.model_validate({**now.model_dump(), **changes})
    return {**page.intentions, lesson: changed}


_open: dict[Path, StartDossierFile] = {}


def open_start_dossier() -> StartDossierFile:
    """Return the startdossier of the participant; the same one for every tool of a kernel."""
    folder = work_folder()
    if folder not in _open:
        _open[folder] = StartDossierFile(folder)
    _open[folder].refresh()
    return _open[folder]
