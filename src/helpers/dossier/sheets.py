"""How a dossier looks in a workbook: titles, explanations, and lists to choose from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from helpers.dossier.allowed import allowed
from helpers.dossier.cells import NO, YES
from helpers.dossier.choices import LAST_ROW, add_choice
from helpers.dossier.columns import Column, Row, columns_of
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.tables import TABLES
from helpers.dossier.words import WORDS, Word
from helpers.texts.language import N_, _

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.worksheet import Worksheet

_HOW = [
    N_("Begin on the sheet “{head}”. Then fill in “{people}” and “{interests}”."),
    N_("The other sheets may stay empty until you need them."),
    N_("Give each row a short name, such as shopkeepers. Other sheets refer to it."),
    N_("Do you not know something? Leave the cell empty: empty means not known yet."),
    N_("Name groups, organisations and roles; never a person."),
    N_("No formulas: put the value itself in the cell."),
]
_EMPTY: tuple[Any, ...] = (None, "", ())
_WIDTHS = {str: 36, tuple: 60, dt.date: 14}
_LIKE_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "'")
"""What a text may begin with so that a program would take it for a formula when it is edited."""
_FORMATS = {str: "@", tuple: "@", dt.date: "DD-MM-YYYY"}


class _Look(NamedTuple):
    fonts: dict[bool, Font]
    wrap: Alignment
    fill: PatternFill


@cache
def _look() -> _Look:
    from openpyxl.styles import Alignment, Font, PatternFill

    return _Look(
        fonts={bold: Font(bold=bold) for bold in (True, False)},
        wrap=Alignment(wrap_text=True, vertical="top"),
        fill=PatternFill("solid", start_color="FFDCE6F0"),
    )


def book_of(dossier: Dossier | None) -> Workbook:
    """Return a workbook that holds ``dossier``; without one, the empty template."""
    from openpyxl import Workbook

    book = Workbook()
    book.properties.creator = "Draagvlak"
    book.properties.title = dossier.title if dossier else _("An empty dossier")
    book.remove(book.worksheets[0])
    _explain(book.create_sheet(_("Explanation")))
    _put_head(book.create_sheet(_(Dossier.SHEET)), dossier)
    for name, table in TABLES.items():
        rows = getattr(dossier, name) if dossier else ()
        _put_table(book.create_sheet(_(table.SHEET)), table, rows)
    return book


def _explain(sheet: Worksheet) -> None:
    parts = {"head": "", "people": "stakeholders", "interests": "interests"}
    names = {key: _(PARTS[name].SHEET) for key, name in parts.items()}
    lines = [_("How to fill in this dossier"), *(_(one).format(**names) for one in _HOW)]
    for row, line in enumerate(lines, start=1):
        sheet.cell(row, 1, line).font = _look().fonts[row == 1]
    titles = [_("Sheet"), _("Column"), _("Required"), _("What to fill in"), _("Meaning")]
    _put_texts(sheet, len(lines) + 2, titles, _look().fonts[True])
    columns = [(part.SHEET, one) for part in PARTS.values() for one in columns_of(part).values()]
    for row, (title, one) in enumerate(columns, start=len(lines) + 3):
        must = _(YES) if one.required else _(NO)
        texts = [_(title), _(one.title), must, allowed(one), _(one.meaning)]
        _put_texts(sheet, row, texts, _look().fonts[False])
    _set_widths(sheet, [18, 24, 10, 48, 70])


def _put_texts(sheet: Worksheet, row: int, texts: Iterable[str], font: Font) -> None:
    first = sheet.cell(row, 1)
    first.font, first.alignment = font, _look().wrap
    for at, text in enumerate(texts, start=1):
        cell = sheet.cell(row, at, text)
        _dress(cell, first)


def _dress(cell: Cell | MergedCell, like: Cell | MergedCell) -> None:
    """Give a cell the look of another: to look up font, alignment and format takes far longer."""
    cell._style = copy(like._style)  # type: ignore[union-attr]


def _put_head(sheet: Worksheet, dossier: Dossier | None) -> None:
    _put_texts(sheet, 1, [_("What"), _("Value"), _("Explanation")], _look().fonts[True])
    for row, (name, column) in enumerate(columns_of(Dossier).items(), start=2):
        sheet.cell(row, 1, _(column.title)).font = _look().fonts[column.required]
        cell, value = sheet.cell(row, 2), getattr(dossier, name) if dossier else None
        _format(cell, column)
        if value not in _EMPTY:
            _fill(cell, value)
        sheet.cell(row, 3, explained(column)).alignment = _look().wrap
        add_choice(sheet, column, f"B{row}")
    _finish(sheet, [24, 60, 90])


def _put_table(sheet: Worksheet, table: type[Row], rows: Sequence[Row]) -> None:
    from openpyxl.comments import Comment
    from openpyxl.utils import get_column_letter

    columns = columns_of(table)
    last = max(LAST_ROW, len(rows) + 100)
    for at, (name, column) in enumerate(columns.items(), start=1):
        letter = get_column_letter(at)
        whole = sheet.column_dimensions[letter]  # also for its empty cells: those are not written
        whole.number_format = _FORMATS.get(column.type, "General")
        whole.alignment = _look().wrap
        title = sheet.cell(1, at, _(column.title))
        title.font = _look().fonts[column.required]
        title.comment = Comment(explained(column), "Draagvlak", height=140, width=300)
        add_choice(sheet, column, f"{letter}2:{letter}{last}")
        _put_values(sheet, at, column, [getattr(record, name) for record in rows])
    _finish(sheet, [_width(column) for column in columns.values()])


def _put_values(sheet: Worksheet, at: int, column: Column, values: Sequence[Any]) -> None:
    first: Cell | MergedCell | None = None
    for row, value in enumerate(values, start=2):
        if value in _EMPTY:
            continue
        cell = sheet.cell(row, at)
        if first is None:
            first = cell
            _format(cell, column)
        _dress(cell, first)
        _fill(cell, value)


def explained(column: Column) -> str:
    """Return what a column means, what to fill in and what an empty cell means."""
    lines = [_(column.meaning), _("Fill in: {allowed}.").format(allowed=allowed(column))]
    if column.required:
        lines.append(_("This must be filled in."))
    elif column.default not in (None, "", ()):
        lines.append(_("Empty means: {value}.").format(value=as_shown(column.default)))
    return "\n".join(lines)


def _format(cell: Cell | MergedCell, column: Column) -> None:
    cell.alignment, cell.number_format = _look().wrap, _FORMATS.get(column.type, "General")


def _fill(cell: Cell | MergedCell, value: Any) -> None:
    """Put a value in a cell; a text stays a text, whatever it looks like."""
    cell.value = as_shown(value)
    if isinstance(cell.value, str):
        cell.data_type = "s"
        cell.quotePrefix = cell.value.startswith(_LIKE_FORMULAS)


def as_shown(value: Any) -> Any:
    """Return a value as a workbook shows it, in the course's language.

    >>> as_shown(True), as_shown(("samen", "groen"))
    ('ja', 'samen, groen')
    """
    if isinstance(value, bool):
        return _(YES) if value else _(NO)
    if isinstance(value, Word):
        return _(WORDS[value])
    return ", ".join(value) if isinstance(value, tuple) else value


def _width(column: Column) -> int:
    if column.name == "id" or column.refers or column.words:
        return 20
    return _WIDTHS.get(column.type, max(10, len(_(column.title)) + 4))


def _finish(sheet: Worksheet, widths: Sequence[int]) -> None:
    _set_widths(sheet, widths)
    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.fill, cell.alignment = _look().fill, _look().wrap


def _set_widths(sheet: Worksheet, widths: Sequence[int]) -> None:
    from openpyxl.utils import get_column_letter

    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
