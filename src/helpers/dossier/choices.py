"""What Excel offers and refuses in a cell: a list to choose from, or the bounds of a number."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from helpers.dossier.allowed import allowed
from helpers.dossier.cells import NO, YES
from helpers.dossier.columns import FIRST_DAY, LAST_DAY, Column, columns_of
from helpers.dossier.tables import TABLES
from helpers.dossier.words import WORDS
from helpers.texts.language import _

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LAST_ROW = 1_001
_LONGEST_TITLE, _LONGEST_TEXT = 32, 255
_MOST_STEPS = 7


def add_choice(sheet: Worksheet, column: Column, cells: str) -> None:
    """Add to a range of cells what may be chosen or typed there."""
    from openpyxl.worksheet.datavalidation import DataValidation

    choice = DataValidation(**_choice(column))
    choice.errorTitle = choice.promptTitle = _(column.title)[:_LONGEST_TITLE]
    choice.error = allowed(column)[:_LONGEST_TEXT]
    choice.prompt = _(column.meaning)[:_LONGEST_TEXT]
    choice.showErrorMessage = choice.showInputMessage = choice.allow_blank = True
    choice.add(cells)
    sheet.add_data_validation(choice)


def _choice(column: Column) -> dict[str, Any]:
    """Return what a cell holds, as the arguments of openpyxl's ``DataValidation``."""
    if column.words:
        return _list([_(WORDS[word]) for word in column.words])
    if column.type is bool:
        return _list([_(YES), _(NO)])
    if column.type is dt.date:
        return _between("date", *(_day_number(one) for one in (FIRST_DAY, LAST_DAY)))
    if column.type in (int, float):
        return _number(column)
    if column.refers and column.type is str:
        return {"type": "list", "formula1": _ids(column.refers)}
    return {}


def _list(words: list[str]) -> dict[str, Any]:
    return {"type": "list", "formula1": '"' + ",".join(words) + '"'}


def _day_number(day: dt.date) -> float:
    from openpyxl.utils.datetime import to_excel

    return float(to_excel(day))  # type: ignore[no-untyped-call]


def _number(column: Column) -> dict[str, Any]:
    low, high = column.low or 0, column.high or 0
    if column.type is int and high - low < _MOST_STEPS:
        return _list([str(step) for step in range(int(low), int(high) + 1)])
    return _between("whole" if column.type is int else "decimal", low, high)


def _between(kind: str, low: float, high: float) -> dict[str, Any]:
    first, last = f"{low:.15g}", f"{high:.15g}"
    return {"type": kind, "operator": "between", "formula1": first, "formula2": last}


def _ids(table: str) -> str:
    """Return where the short names of a table stand."""
    from openpyxl.utils import get_column_letter, quote_sheetname

    kind = TABLES[table]
    letter = get_column_letter(list(columns_of(kind)).index("id") + 1)
    return f"{quote_sheetname(_(kind.SHEET))}!${letter}$2:${letter}${LAST_ROW}"
