"""The working copy: one dossier that every tool on every page shows, saved at each change."""

import datetime as dt
from collections import deque
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from helpers.dossier.columns import Text
from helpers.dossier.draft import draft_of
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.references import reference_findings
from helpers.texts.language import N_, _
from helpers.training.kept_package import KeptPackage
from helpers.training.row_changes import given, row_problems, with_row, without_interest
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder

_FURTHEST_BACK = 50
_MOVED_ON = N_(
    "After your last change something was changed in another window. "
    "That is why this cannot be undone from here."
)


class Taker(StrEnum):
    """Who takes a next step, and through whom it runs."""

    ALDERMAN = "alderman"
    TOGETHER = "together"
    REGISTRY = "registry"
    YOU = "you"


class Action(BaseModel):
    """What was agreed to do for a step of the route: what, who takes it and by when."""

    model_config = ConfigDict(frozen=True, defer_build=True)

    what: Text
    who: Taker
    by: dt.date | None = None


class Work(Saved):
    """What is saved: the dossier as it stands, the package that is being tried and the actions.

    ``actions`` holds at most one action for each step of the route, by the step's id; ``laid`` the
    ids of the issues that were put on the table later, in that order; ``kept`` packages to compare.
    """

    form: int = 4
    dossier: Dossier
    package: tuple[str, ...] = ()
    actions: dict[str, Action] = Field(default_factory=dict)
    laid: tuple[str, ...] = ()
    kept: tuple[KeptPackage, ...] = ()


class _MovedOnError(Exception):
    """What would be undone is no longer what is saved."""


class WorkingCopy(SavedFile[Work]):
    """The working copy of one dossier in the work folder."""

    damaged = N_("The saved file of this dossier was damaged. It is kept as {kept}.")
    afresh = N_(
        "You now begin again with the dossier as the course gave it. "
        "Ask for help if you want the old file back."
    )

    FOLDER: ClassVar[str] = "dossiers"
    _OF_FILE: ClassVar[tuple[str, ...]] = (*SavedFile._OF_FILE, "_past")
    VOTES_STAY: ClassVar[bool] = True
    """Whether somebody must go on having a vote when somebody has one in the beginning."""

    def __init__(self, name: str, folder: Path | None = None) -> None:
        self.name = name
        path = (folder or work_folder()) / self.FOLDER / f"{name}.json"
        self._shipped = Work(dossier=self._begin(path))
        super().__init__(path, self._shipped)

    def _begin_at(self, path: Path) -> None:
        self._past: deque[tuple[Work, Work]] = deque(maxlen=_FURTHEST_BACK)
        super()._begin_at(path)

    def _begin(self, path: Path) -> Dossier:
        """Return the dossier as it was before any change; its changes are saved in ``path``."""
        return open_dossier(self.name)

    def check(self, work: Work) -> None:
        """Raise ``ValueError`` when rows do not fit together, or a package does not fit them."""
        dossier = work.dossier
        if dossier.id != self._shipped.dossier.id:
            raise ValueError(f"another dossier: {dossier.id}")
        if self.VOTES_STAY and _votes(self._shipped.dossier) and not _votes(dossier):
            raise ValueError("nobody votes")
        for package in {dossier.proposal, work.package or dossier.proposal}:
            tried = dossier.model_copy(update={"proposal": package})
            for finding in reference_findings(draft_of(tried)):
                raise ValueError(finding.what)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it stands."""
        return self._work.dossier

    @property
    def beginning(self) -> Dossier:
        """The dossier as it was before any change."""
        return self._shipped.dossier

    @property
    def package(self) -> tuple[str, ...]:
        """The package that is being tried; the proposal as it lies until something was chosen."""
        return self._work.package or self.dossier.proposal

    @property
    def actions(self) -> dict[str, Action]:
        """What was agreed for a step of the route, by the step's id."""
        return dict(self._work.actions)

    @property
    def laid(self) -> tuple[str, ...]:
        """The ids of the issues that were put on the table later, in that order."""
        return self._work.laid

    @property
    def kept(self) -> tuple[KeptPackage, ...]:
        """The packages that were kept to compare."""
        return self._work.kept

    def change(self, table: str, key: str, **changes: Any) -> None:
        """Change a row of a table; ``changes`` are columns with their new values.

        An empty text in a column that may be empty means: not known.
        """
        values = given(table, changes)
        self.save(lambda work: {"dossier": work.dossier.change(table, key, **values)})

    def add(self, table: str, stem: str, **values: Any) -> None:
        """Add a row to a table, with a new id that begins with ``stem``."""
        self.save(lambda work: {"dossier": with_row(work.dossier, table, stem, values)})

    def amend(self, change: Callable[[Dossier], Dossier]) -> None:
        """Save what ``change`` makes of the dossier, as one step to undo."""
        self.save(lambda work: {"dossier": change(work.dossier)})

    def remove_interest(self, key: str) -> None:
        """Remove an interest, and how every option works out on it."""
        self.save(lambda work: {"dossier": without_interest(work.dossier, key)})

    def problems(self, table: str, key: str = "", **values: Any) -> dict[str, str]:
        """Return what is wrong with values for a row, as :func:`row_problems`."""
        return row_problems(self.dossier, table, key, values)

    def plan(self, step: str, speaker: str | None, action: Action | None) -> None:
        """Set who speaks for the paper at a step of the route, and what is agreed to do for it."""

        def planned(work: Work) -> dict[str, Any]:
            others = {key: kept for key, kept in work.actions.items() if key != step}
            actions = {**others, step: action} if action else others
            dossier = work.dossier.change("route", step, speaker=speaker)
            return {"dossier": dossier, "actions": actions}

        self.save(planned)

    def choose(self, option: str) -> None:
        """Put an option in the package that is being tried, in place of another of its issue."""

        def chosen(work: Work) -> dict[str, Any]:
            issue = {one.id: one.issue for one in work.dossier.options}
            package = work.package or work.dossier.proposal
            swapped = (option if issue[one] == issue[option] else one for one in package)
            return {"package": tuple(swapped)}

        self.save(chosen)

    def set_shared_factor(self, value: float) -> None:
        """Set how much the party groups move together, from 0 to 0.95."""
        self.save(lambda work: {"dossier": _head(work.dossier, shared_factor=value)})

    @property
    def is_fresh(self) -> bool:
        """Whether nothing differs from the dossier as the course ships it."""
        same = self._work.dossier == self._shipped.dossier
        other = self.actions or self._work.laid or self._work.kept
        return same and self.package == self.dossier.proposal and not other

    def start_again(self) -> None:
        """Go back to the dossier as the course ships it; the state so far stays as a snapshot."""
        self.save(lambda work: _content(self._shipped), snapshot=True)

    def save(self, change: Callable[[Work], dict[str, Any]], snapshot: bool = False) -> None:
        """Save a change as in :class:`SavedFile`, and remember it for :meth:`undo`."""

        def remembered(work: Work) -> dict[str, Any]:
            fields = change(work)
            step = (work, work.model_copy(update=fields))
            if _content(step[0]) != _content(step[1]) and step not in list(self._past)[-1:]:
                self._past.append(step)
            return fields

        self.refresh()
        super().save(remembered, snapshot)

    @property
    def can_undo(self) -> bool:
        """Whether a change of this page (this kernel) can be taken back."""
        return bool(self._past)

    def undo(self) -> None:
        """Go back to before the last change of this page; call it again to go back further.

        What another tab or kernel changed since is never taken back: ``notice`` then says so.
        """
        if not self._past:
            return
        before, after = self._past.pop()

        def back(work: Work) -> dict[str, Any]:
            if _content(work) != _content(after):
                raise _MovedOnError
            return _content(before)

        self.refresh()
        try:
            super().save(back)
        except _MovedOnError:
            self._past.clear()
            self.notice = _(_MOVED_ON)
            self._show(self._work)
            return
        if _content(self._work) != _content(before):
            self._past.append((before, after))
            self._show(self._work)


def _votes(dossier: Dossier) -> bool:
    return any(one.seats for one in dossier.fracties)


def _content(work: Work) -> dict[str, Any]:
    """Return what a participant made of it, without the numbers of the file."""
    return {name: value for name, value in work if name not in ("form", "revision")}


def _head(dossier: Dossier, **changes: Any) -> Dossier:
    return Dossier.model_validate({**dict(dossier), **changes})


_open: dict[Path, WorkingCopy] = {}


def working_copy(name: str) -> WorkingCopy:
    """Return the working copy of an example dossier; the same one for every tool of a kernel."""
    path = work_folder() / "dossiers" / name
    if path not in _open:
        _open[path] = WorkingCopy(name)
    _open[path].refresh()
    return _open[path]


def open_copies() -> tuple[WorkingCopy, ...]:
    """Return the working copies that were opened in this kernel."""
    return tuple(_open.values())
