"""A dossier as one Excel workbook: a sheet for the head and one for each table."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.dossier.columns import columns_of
from helpers.dossier.files import MEGABYTE, FileError, read_bytes, replacing, written
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.problems import DossierError, Problem, nearest
from helpers.dossier.reading import check, dossier_from
from helpers.dossier.sentences import shown
from helpers.dossier.source import Entry, Sheet, Source, Unreadable, filled_rows
from helpers.dossier.spelling import plain, spellings
from helpers.dossier.tables import TABLES
from helpers.texts.language import _

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell

_MOST_FILE, _MOST_UNPACKED, _MOST_PARTS = 20, 30, 1_000
_LONGEST_CELL = 32_767
_MOST_MERGED = 20
_RANGE = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+:[A-Z]+\d+)"')


def read_workbook(path: Path) -> Dossier:
    """Return the dossier in an Excel workbook (.xlsx).

    Raises :class:`DossierError` with every problem at once: in the file, its cells and between the
    sheets. Sheets that are no part of a dossier are left alone.
    """
    try:
        with warnings.catch_warnings(action="ignore"):  # of what openpyxl leaves out of a layout
            book = _opened(read_bytes(path, _MOST_FILE))
            source = _source(book, path.name)
            book.close()
    except FileError as error:
        raise DossierError([Problem(path.name, str(error))]) from None
    return dossier_from(source)


def _opened(content: bytes) -> Workbook:
    from openpyxl import load_workbook

    try:
        _check_unpacked(content)
        return load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    except FileError:
        raise
    except Exception:  # openpyxl lets through whatever its parsers raise on a broken file
        what = _(
            "This is no Excel workbook that can be read. Save it as .xlsx, without a password."
        )
        raise FileError(what) from None


def _check_unpacked(content: bytes) -> None:
    """Refuse a zip bomb: no part is unpacked beyond the size in the list of parts."""
    parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    size = sum(part.file_size for part in parts)
    if size > _MOST_UNPACKED * MEGABYTE or len(parts) > _MOST_PARTS:
        what = _("Unpacked this workbook is too large: {n} MB. At most {most} MB can be read.")
        raise FileError(what.format(n=-(-size // MEGABYTE), most=_MOST_UNPACKED))


def _source(book: Workbook, file: str) -> Source:
    problems: list[Problem] = []
    sheets = {}
    for name, part in PARTS.items():
        try:
            sheets[name] = _sheet(book, file, name)
            problems += islice(_merged(book, sheets[name]), _MOST_MERGED)
        except FileError as error:
            problems.append(Problem(file, str(error), error.row, sheet=_(part.SHEET)))
    head = sheets.pop("", None)
    if head and not head.rows:
        problems.append(head.problem(_("This sheet is missing. Every dossier needs it.")))
    entries = [_entry(*row) for row in head.rows[1:]] if head and head.rows else None
    problems += _misnamed(book, file)
    return Source(head or Sheet(file, sheet=_(Dossier.SHEET)), entries, sheets, problems)


def _names(part: str) -> frozenset[str]:
    """Return how the sheet of a part may be called, for comparing."""
    return spellings(PARTS[part].SHEET) | {plain(part)}


def _sheet(book: Workbook, file: str, part: str) -> Sheet:
    found = next((one for one in book.worksheets if plain(one.title) in _names(part)), None)
    if found is None:
        return Sheet(file, sheet=_(PARTS[part].SHEET))
    found.reset_dimensions()  # some programs write a wrong size
    try:
        rows = filled_rows([_value(cell) for cell in row] for row in found.iter_rows())
    except FileError:
        raise
    except Exception:  # see _opened
        what = _("This sheet cannot be read. Open it in Excel and save it again.")
        raise FileError(what) from None
    if not rows:
        raise FileError(_("This sheet is empty. Put the titles in row 1, or remove the sheet."))
    return Sheet(file, rows, found.title)


def _merged(book: Workbook, sheet: Sheet) -> Iterator[Problem]:
    """Find cells of a table that are merged: a value that was meant for all stands in one."""
    found: Any = next((one for one in book.worksheets if one.title == sheet.sheet), None)
    if found is None or not sheet.rows:
        return
    with found._get_source() as part:  # openpyxl reads these only with all cells in memory
        ranges = _RANGE.findall(part.read())
    for cells in ranges:
        what = _(
            "The cells {range} are merged. Then only one of them holds a value. Undo the merging "
            "and fill in each cell."
        )
        yield sheet.problem(what.format(range=cells.decode()))


def _value(cell: Cell | MergedCell) -> Any:
    if cell.value is None:
        return None
    if cell.data_type == "f":
        return Unreadable(_("Here stands a formula. Put the value itself in its place."))
    if cell.data_type == "e":
        what = _("Here stands an error of Excel ({came}). Put the value itself in its place.")
        return Unreadable(what.format(came=cell.value))
    return cell.value


def _entry(row: int, cells: tuple[Any, ...]) -> Entry:
    name, value = (*cells, None)[:2]
    return Entry(row, "" if name is None else str(name), value)


def _misnamed(book: Workbook, file: str) -> Iterator[Problem]:
    """Find sheets that were probably meant as a part of the dossier."""
    known = {name for part in PARTS for name in _names(part)}
    titles = [_(part.SHEET) for part in PARTS.values()]
    for name in book.sheetnames:
        offer = "" if plain(name) in known else nearest(name, titles)
        if offer:
            what = _("This sheet is no part of a dossier.")
            yield Problem(file, f"{what} {offer}", sheet=name)


def write_workbook(dossier: Dossier, path: Path) -> None:
    """Write ``dossier`` as an Excel workbook, in place of a file that is there.

    A kill leaves the old file or the new one. Raises :class:`DossierError` when the dossier is not
    right or cannot be written.
    """
    from helpers.dossier.sheets import book_of

    check(dossier)
    if problems := list(_too_long(dossier)):
        raise DossierError(problems)
    with written(path.name), replacing(path) as file:
        book_of(dossier).save(file)


def write_template(path: Path) -> None:
    """Write an empty workbook to fill in, with explanations and lists to choose from."""
    from helpers.dossier.sheets import book_of

    with written(path.name), replacing(path) as file:
        book_of(None).save(file)


def _too_long(dossier: Dossier) -> Iterator[Problem]:
    """Find texts that Excel cannot hold: it counts some characters, such as emoji, double."""
    rows = [("", dossier), *((name, row) for name in TABLES for row in getattr(dossier, name))]
    for part, row in rows:
        for name, text in row:
            if isinstance(text, str) and len(text.encode("utf-16-le")) > 2 * _LONGEST_CELL:
                what = _("The text {came} is too long for Excel. Make it shorter.")
                title = _(columns_of(PARTS[part])[name].title)
                sheet = _(PARTS[part].SHEET)
                yield Problem("", what.format(came=shown(text)), column=title, sheet=sheet)
