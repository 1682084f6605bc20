"""A sheet about one assignment of the dossier, and what was heard about it."""

from collections.abc import Iterable
from itertools import count
from typing import Any

from helpers.analysis.intake.ladder import Step, ladder
from helpers.dossier.assignment import Assignment, Heard, Part
from helpers.texts.language import N_
from helpers.tools.clients.intake_words import short
from helpers.tools.forms.row_sheet import RowSheet
from helpers.training.working_copy import WorkingCopy


class AssignmentSheet(RowSheet):
    """A sheet about one assignment; the first one until another is chosen."""

    TABLE, WHO, STEM = "assignments", "client", "assignment"
    WHICH, NEW = N_("Which assignment?"), N_("a new assignment")

    def __init__(self, work: WorkingCopy) -> None:
        self._shown_keys: dict[str, list[str]] = {}
        super().__init__(work)

    @property
    def assignment(self) -> Assignment:
        """The assignment that is shown."""
        shown: Assignment = self.record
        return shown

    @property
    def heard(self) -> tuple[Heard, ...]:
        """What was heard about the assignment that is shown."""
        return tuple(one for one in self.work.dossier.intake if one.assignment == self.row["id"])

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts of the assignment that is shown."""
        return tuple(one for one in self.work.dossier.parts if one.assignment == self.row["id"])

    @property
    def steps(self) -> tuple[Step, ...]:
        """The ladder of the assignment that is shown."""
        return ladder(self.heard, self.row["id"])

    def name(self, record: Any) -> str:
        """Return the assignment as it was given, else who gives it."""
        return short(record.given) or super().name(record)

    @property
    def concerns(self) -> object:
        """The assignments, what was heard about them, and what all sheets show."""
        dossier = self.work.dossier
        return dossier.intake, dossier.parts, dossier.reframes, super().concerns

    def keys(self, table: str, stem: str, rows: Iterable[Heard | Part]) -> list[str]:
        """Return the ids of the rows to show: those of ``rows``, and one for a first row.

        A row that was shown stays in its place, also when somebody empties it.
        """
        shown = self._shown_keys.setdefault(stem, [])
        shown += [row.id for row in rows if row.id not in shown]
        if not shown:
            shown.append(self.next_key(table, stem))
        return shown

    def next_key(self, table: str, stem: str) -> str:
        """Return the id of the empty row that is shown last, else one that is still free."""
        taken = {row.id for row in getattr(self.work.dossier, table)}
        shown = self._shown_keys.setdefault(stem, [])
        if shown and shown[-1] not in taken:
            return shown[-1]
        free = (f"{stem[:36]}_{n}" for n in count(1))
        return next(key for key in free if key not in taken and key not in shown)

    def more(self, table: str, stem: str) -> None:
        """Show an empty row more, unless there is one."""
        key = self.next_key(table, stem)
        if key not in self._shown_keys[stem]:
            self._shown_keys[stem].append(key)
