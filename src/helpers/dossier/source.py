"""A dossier as it came out of its files, before any cell is read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.dossier.allowed import plain_number
from helpers.dossier.files import FileError
from helpers.dossier.problems import Problem
from helpers.texts.language import _

MOST_ROWS = 20_000
MOST_PROBLEMS = 1_000
_MOST_COLUMNS = 500
_LAST_ROW = 1_048_576  # of Excel


@dataclass(frozen=True)
class Unreadable:
    """Stands in a cell that its file cannot give, such as a formula; ``what`` says why."""

    what: str


@dataclass(frozen=True)
class Sheet:
    """A table as it came: ``rows`` are row numbers with cells, the first one holds the titles.

    A cell is a text, in a workbook also a number, date or truth value, or :class:`Unreadable`;
    an empty one is ``None`` or an empty text.
    """

    file: str
    rows: tuple[tuple[int, tuple[Any, ...]], ...] = ()
    sheet: str = ""

    def problem(self, what: str, row: int | None = None, column: str = "") -> Problem:
        """Return a problem in this table."""
        return Problem(self.file, what, row, column, self.sheet)


@dataclass(frozen=True)
class Entry:
    """A line of the head: its name and value as they came."""

    row: int
    name: str
    value: Any


@dataclass(frozen=True)
class Source:
    """All that came: the lines of the head (``entries``), and every table by name.

    A table that does not exist is a sheet without rows. What could not be read has its reason in
    ``problems``: a table is then left out, and ``entries`` is ``None``.
    """

    head: Sheet
    entries: Sequence[Entry] | None
    tables: Mapping[str, Sheet]
    problems: Sequence[Problem] = ()


def is_blank(cell: Any) -> bool:
    """Tell whether a cell is empty or holds only blanks."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def too_many_rows() -> str:
    """Return the sentence for a table that is too long."""
    return _("This table has more than {n} rows.").format(n=plain_number(MOST_ROWS))


def filled_rows(lines: Iterable[Sequence[Any]]) -> tuple[tuple[int, tuple[Any, ...]], ...]:
    """Return the rows of a table that hold anything, with their numbers from 1.

    Blank cells at the end are left away. Raises :class:`FileError` for more rows or columns than
    allowed.

    >>> filled_rows([["id", "name"], ["", ""], ["a", "A", ""]])
    ((1, ('id', 'name')), (3, ('a', 'A')))
    """
    rows: list[tuple[int, tuple[Any, ...]]] = []
    for number, line in enumerate(lines, start=1):
        width = next((at for at in range(len(line), 0, -1) if not is_blank(line[at - 1])), 0)
        if width > _MOST_COLUMNS:
            what = _("This row has more than {n} columns.")
            raise FileError(what.format(n=_MOST_COLUMNS), number)
        if width:
            rows.append((number, tuple(line[:width])))
        if len(rows) > MOST_ROWS + 1 or number > _LAST_ROW:
            raise FileError(too_many_rows())
    return tuple(rows)
