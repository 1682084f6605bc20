"""A dossier as a folder: ``dossier.yaml`` and a CSV file for each table."""

import csv
import io
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from helpers.dossier.columns import Row, columns_of
from helpers.dossier.files import FileError, csv_lines, decoded, read_bytes, replacing, written
from helpers.dossier.head_file import read_entries, write_entries
from helpers.dossier.model import Dossier
from helpers.dossier.problems import Problem, nearest
from helpers.dossier.reading import check, dossier_from
from helpers.dossier.source import Entry, Sheet, Source, filled_rows
from helpers.dossier.tables import TABLES
from helpers.texts.language import _

HEAD = "dossier.yaml"
_MOST_HEAD, _MOST_TABLE = 1, 20
_POINTER = "tables"
_BESIDE = re.compile(r"tables-[a-z0-9_]{8}")
_TRIES = 5


def read_folder(folder: Path) -> Dossier:
    """Return the dossier in ``folder``.

    Raises :class:`DossierError` with every problem at once: in the files, the cells and between
    the tables. A folder that is replaced while it is read is read again.
    """
    for _attempt in range(_TRIES):
        before = _stamp(folder)
        source = _source(folder)
        if _stamp(folder) == before:
            break
    return dossier_from(source)


def _stamp(folder: Path) -> tuple[int, int] | None:
    """Return what changes when the head is replaced: its time and its identity."""
    try:
        found = (folder / HEAD).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_ino


def _source(folder: Path) -> Source:
    if not folder.is_dir():
        what = _("There is no folder with this name.")
        return Source(Sheet(HEAD), None, {}, [Problem(folder.name, what)])
    problems: list[Problem] = []
    entries: list[Entry] | None = None
    try:
        entries = read_entries(decoded(read_bytes(folder / HEAD, _MOST_HEAD, folder)))
    except FileError as error:
        problems.append(Problem(HEAD, str(error), error.row))
    inside, entries, wrong = _place_of_tables(folder, entries)
    tables, unread = _sheets(inside)
    return Source(Sheet(HEAD), entries, tables, [*problems, *wrong, *unread, *_misnamed(inside)])


def _place_of_tables(
    folder: Path, entries: list[Entry] | None
) -> tuple[Path, list[Entry] | None, list[Problem]]:
    """Return where the tables lie: beside the head, or in the folder that its pointer names."""
    pointer = next((one for one in entries or () if one.name == _POINTER), None)
    if not pointer:
        return folder, entries, []
    rest = [one for one in entries or () if one is not pointer]
    if isinstance(pointer.value, str) and _BESIDE.fullmatch(pointer.value):
        return folder / pointer.value, rest, []
    what = _("This points to a place outside the dossier. Remove this line.")
    return folder, rest, [Problem(HEAD, what, pointer.row, pointer.name)]


def _sheets(folder: Path) -> tuple[dict[str, Sheet], list[Problem]]:
    tables, problems = {}, []
    for name in TABLES:
        path = folder / f"{name}.csv"
        try:
            tables[name] = _sheet(path)
        except FileError as error:
            problems.append(Problem(path.name, str(error), error.row))
    return tables, problems


def _sheet(path: Path) -> Sheet:
    if not path.exists() and not path.is_symlink():
        return Sheet(path.name)
    text = decoded(read_bytes(path, _MOST_TABLE, path.parent))
    rows = filled_rows(csv_lines(text))
    if not rows:
        raise FileError(_("This file is empty. Put the titles in row 1, or remove the file."))
    return Sheet(path.name, rows)


def _misnamed(folder: Path) -> Iterator[Problem]:
    """Find files that were probably meant as a table."""
    files = [f"{name}.csv" for name in TABLES]
    for path in sorted(folder.glob("*.[cC][sS][vV]")):
        offer = "" if path.name in files else nearest(path.name, files)
        if offer:
            what = _("This file is no table of a dossier.")
            yield Problem(path.name, f"{what} {offer}")


def write_folder(dossier: Dossier, folder: Path) -> None:
    """Write ``dossier`` to ``folder``, in place of a dossier that is there.

    A kill at any moment leaves the old dossier or the new one. The new tables are first written to
    a folder beside the old ones; a head that points there takes the old head's place in one step.
    Then the tables go beside the head, and a head without pointer follows. Files that are no part
    of a dossier stay. Raises :class:`DossierError` when the dossier is not right or cannot be
    written. For one writer at a time.
    """
    check(dossier)
    head = {name: getattr(dossier, name) for name in columns_of(Dossier)}
    head["proposal"] = _by_issue(dossier) or ()
    with written(folder.name):
        folder.mkdir(parents=True, exist_ok=True)
        left = [path for path in folder.iterdir() if _BESIDE.fullmatch(path.name)]
        beside = Path(tempfile.mkdtemp(prefix="tables-", dir=folder))
        _write_tables(dossier, beside)
        _write(folder / HEAD, write_entries({**head, _POINTER: beside.name}))
        _write_tables(dossier, folder)
        _write(folder / HEAD, write_entries(head))
    for path in [*left, beside]:
        shutil.rmtree(path, ignore_errors=True)


def _by_issue(dossier: Dossier) -> dict[str, str]:
    issues = {one.id: one.issue for one in dossier.options}
    return {issues[option]: option for option in dossier.proposal}


def _write_tables(dossier: Dossier, folder: Path) -> None:
    for name, table in TABLES.items():
        path = folder / f"{name}.csv"
        if rows := getattr(dossier, name):
            _write(path, _csv(table, rows))
        else:
            path.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    with replacing(path) as file:
        file.write(text.encode())


def _csv(table: type[Row], rows: Iterable[Row]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    names = list(columns_of(table))
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return file.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)
