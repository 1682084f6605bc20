"""A sheet about one row of a table of the dossier; with more than one, somebody chooses which."""

from collections.abc import Callable
from typing import Any, ClassVar

from helpers.dossier.filled import filled
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import _
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, told
from helpers.tools.missing import missing
from helpers.training.working_copy import WorkingCopy


class RowSheet(SheetTool):
    """A sheet about a row of ``TABLE``, whose column ``WHO`` names a row of ``PEOPLE``."""

    PEOPLE: ClassVar[str] = "stakeholders"
    TABLE: ClassVar[str]
    WHO: ClassVar[str]
    STEM: ClassVar[str]
    WHICH: ClassVar[str]
    NEW: ClassVar[str]

    def __init__(self, work: WorkingCopy) -> None:
        self._which = ""
        super().__init__(work)

    @property
    def _rows(self) -> tuple[Any, ...]:
        rows: tuple[Any, ...] = getattr(self.work.dossier, self.TABLE)
        return rows

    @property
    def row(self) -> dict[str, Any]:
        """What is known beforehand of the row that is shown: its id and whose it is.

        The first row until another is chosen; empty when there is no row and nobody to name.
        """
        named = [one for one in self._rows if one.id == self._which]
        shown = named or ([] if self._which else self._rows[:1])
        if shown:
            return {"id": shown[0].id, self.WHO: getattr(shown[0], self.WHO)}
        people = list(self.people)
        key = self._which or self.next_id
        return {"id": key, self.WHO: people[0]} if people else {}

    @property
    def next_id(self) -> str:
        """The id of the row that would come next."""
        return self.work.dossier.free_id(self.TABLE, self.STEM)

    @property
    def record(self) -> Any:
        """The row that is shown; an empty one when it is not written down yet."""
        row = self.row
        bare = TABLES[self.TABLE].model_validate(row)
        return next((one for one in self._rows if one.id == row["id"]), bare)

    def name(self, record: Any) -> str:
        """Return how a row is called in the choice of one."""
        return self.people[getattr(record, self.WHO)]

    @property
    def people(self) -> dict[str, str]:
        """The names of those whose row it can be, by their id."""
        return {one.id: one.name for one in getattr(self.work.dossier, self.PEOPLE)}

    @property
    def concerns(self) -> object:
        """The rows of the table, and what all sheets show."""
        return self._rows, super().concerns

    def cell(self, name: str) -> Cell:
        """Return a cell of the row that is shown."""
        return Cell(self.TABLE, self.row, name)

    def nobody(self) -> Item:
        """Return the sentence for a dossier in which there is nobody to name."""
        return told("nobody", *missing(self.work.dossier, "people"))

    def who(self, label: str) -> Item:
        """Return the choice of whose row it is."""
        return self.choice(self.cell(self.WHO), label, list(self.people.items()))

    def chooser(self) -> list[Item]:
        """Return the choice of a row, when there is more than one."""
        pairs: Pairs = [(one.id, self.name(one)) for one in self._rows]
        key = self.row["id"]
        if key not in dict(pairs):
            pairs.append((key, _(self.NEW)))
        return [self.pick("which", key, _(self.WHICH), pairs, self.choose)] if pairs[1:] else []

    def choose(self, key: str) -> None:
        """Show another row."""
        self._which = key

    def another(self, label: str, field: str) -> list[Item]:
        """Return a button for a new row, once there is one; ``field`` is where one begins."""
        if not self._rows:
            return []
        key = self.next_id
        opens = Cell(self.TABLE, {"id": key}, field).id
        return [self.button("another", label, opens, lambda _value: self.choose(key))]

    def amend(self, change: Callable[[Dossier], Dossier]) -> None:
        """Save a change; a row that is not written down yet comes with it."""
        row = self.row
        super().amend(lambda dossier: change(filled(dossier, self.TABLE, row)))
