"""Reading the cells of one table, or the lines of the head, each by its column's declaration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError

from helpers.dossier.columns import Column, Declared, Row, columns_of, spelled_columns
from helpers.dossier.model import Dossier
from helpers.dossier.problems import Problem, nearest
from helpers.dossier.sentences import empty, said, shown
from helpers.dossier.source import MOST_PROBLEMS, Entry, Sheet, Unreadable, is_blank
from helpers.dossier.spelling import plain
from helpers.texts.language import _

_MOST_UNTITLED = 10


@dataclass
class TableRecords:
    """A table as read: how its columns are headed, and the number and the cells of each row.

    A cell that is not right is left out of its row and told in ``problems``.
    """

    sheet: Sheet
    titles: dict[str, str] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)
    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass
class HeadRecord:
    """The head as read: its cells and the line each came from."""

    sheet: Sheet
    lines: dict[str, Entry] = field(default_factory=dict)
    cells: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def problem(self, what: str, column: str) -> Problem:
        """Return a problem in the line of a column, or in the head when it has no such line."""
        if line := self.lines.get(column):
            return self.sheet.problem(what, line.row, line.name)
        title = _(columns_of(Dossier)[column].title) if self.sheet.sheet else column
        return self.sheet.problem(what, column=title)

    @property
    def chosen(self) -> dict[str, str]:
        """The proposal as issue -> option, where it came so."""
        came = self.lines["proposal"].value if "proposal" in self.lines else None
        options = self.cells.get("proposal", ())
        return dict(zip(came, options, strict=True)) if isinstance(came, dict) and options else {}


def read_table(table: type[Row], sheet: Sheet) -> TableRecords:
    """Return the records of ``sheet``; a sheet without rows gives none."""
    read = TableRecords(sheet)
    if not sheet.rows:
        return read
    columns = list(_columns(table, read))
    read.problems += _missing(table, read)
    for number, cells in sheet.rows[1:]:
        if len(read.problems) >= MOST_PROBLEMS:
            break
        read.numbers.append(number)
        read.rows.append(_record(table, columns, read, number, cells))
    return read


def _columns(table: type[Row], read: TableRecords) -> Iterator[Column | None]:
    """Yield the column at each place of the title row; ``None`` where none is known."""
    number, titles = read.sheet.rows[0]
    for title in titles:
        if len(read.problems) >= MOST_PROBLEMS:
            return
        if isinstance(title, Unreadable):
            name, column, what = "", None, title.what
        else:
            name = str(title or "").strip()
            column = spelled_columns(table).get(plain(name))
            what = _wrong_title(table, name, column, read.titles)
        if what:
            read.problems.append(read.sheet.problem(what, number))
            column = None
        if column:
            read.titles[column.name] = name
        yield column


def _missing(table: type[Row], read: TableRecords) -> Iterator[Problem]:
    number = read.sheet.rows[0][0]
    for column in columns_of(table).values():
        if column.required and column.name not in read.titles:
            what = _("The column {name} is missing. Put the title in row {n} and fill it in.")
            name = f"{_(column.title)} ({column.name})"
            yield read.sheet.problem(what.format(name=name, n=number), number)


def _wrong_title(
    part: type[Declared], name: str, column: Column | None, seen: Iterable[str]
) -> str:
    """Return the sentence for a title that is not known or stands twice, else an empty text."""
    if column and column.name in seen:
        return _("The title {name} stands here twice. Keep one.").format(name=shown(name))
    if column or not name:
        return ""
    titles = [title for one in columns_of(part).values() for title in (_(one.title), one.name)]
    what = _("The title {name} is not known here. Remove it or correct it.")
    return f"{what.format(name=shown(name))} {nearest(name, titles)}".strip()


def _record(
    table: type[Row],
    columns: Sequence[Column | None],
    read: TableRecords,
    number: int,
    cells: Sequence[Any],
) -> dict[str, Any]:
    """Return the cells of a row by column; a column without a title holds its default."""
    came = {
        column.name: cell
        for column, cell in zip(columns, cells, strict=False)
        if column and not is_blank(cell)
    }
    read.problems += islice(_untitled(read.sheet, number, cells), _MOST_UNTITLED)
    record = {}
    for name, column in columns_of(table).items():
        if name in read.titles:
            value, wrong = read_cell(table, column, came.get(name))
            read.problems += [read.sheet.problem(one, number, read.titles[name]) for one in wrong]
            if not wrong:
                record[name] = value
        elif not column.required:
            record[name] = column.default
    return record


def _untitled(sheet: Sheet, number: int, cells: Sequence[Any]) -> Iterator[Problem]:
    titles = sheet.rows[0][1]
    for at, cell in enumerate(cells):
        if not is_blank(cell) and (at >= len(titles) or is_blank(titles[at])):
            what = _("Here stands {came} in a column without a title. Remove it or add the title.")
            came = cell.what if isinstance(cell, Unreadable) else shown(cell)
            yield sheet.problem(what.format(came=came), number)


def read_head(sheet: Sheet, entries: Iterable[Entry] | None) -> HeadRecord:
    """Return the head of a dossier out of its lines; ``None`` when there are none to read."""
    read = HeadRecord(sheet)
    if entries is None:
        return read
    for entry in islice(entries, MOST_PROBLEMS):
        column = spelled_columns(Dossier).get(plain(entry.name))
        if what := _wrong_title(Dossier, entry.name, column, read.lines):
            read.problems.append(sheet.problem(what, entry.row))
        elif column:
            read.lines[column.name] = entry
        elif not is_blank(entry.value):
            what = _("Here stands a value without a name. Remove it or add the name.")
            read.problems.append(sheet.problem(what, entry.row))
    for name, column in columns_of(Dossier).items():
        line = read.lines.get(name)
        value, wrong = read_cell(Dossier, column, line.value if line else None)
        read.problems += [read.problem(what, name) for what in wrong]
        if not wrong:
            read.cells[name] = value
    return read


def read_cell(part: type[Declared], column: Column, cell: Any) -> tuple[Any, list[str]]:
    """Return what a cell holds, or ``None`` and the sentences that say what is wrong with it.

    >>> from helpers.dossier.tables import Stakeholder
    >>> read_cell(Stakeholder, columns_of(Stakeholder)["power"], "7,5")
    (7.5, [])
    """
    if isinstance(cell, Unreadable):
        return None, [cell.what]
    if is_blank(cell):
        return column.default, [empty(column)] if column.required else []
    try:
        return _adapter(part, column.name).validate_python(cell), []
    except ValidationError as error:
        return None, [said(one, column) for one in error.errors()]


@cache
def _adapter(part: type[Declared], name: str) -> TypeAdapter[Any]:
    return TypeAdapter(part.model_fields[name].rebuild_annotation())
