"""Opening a file that somebody else made, and replacing one safely."""

import contextlib
import csv
import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from helpers.dossier.problems import DossierError, Problem
from helpers.texts.language import _

MEGABYTE = 1_000_000
_CODES = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


class FileError(Exception):
    """A file that cannot be read; its text is a sentence for the user, ``row`` where it happens."""

    def __init__(self, what: str, row: int | None = None) -> None:
        self.row = row
        super().__init__(what)


def read_bytes(path: Path, most: int, folder: Path | None = None) -> bytes:
    """Return the content of an ordinary file of at most ``most`` megabytes.

    With ``folder``, the file must lie in it: a link to somewhere else is refused. Raises
    :class:`FileError` with the reason.
    """
    try:
        if folder is not None and not path.resolve().is_relative_to(folder.resolve()):
            what = _("This file is a link to a place outside the dossier. Put the file here.")
            raise FileError(what)
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileError(_("This is not an ordinary file."))
        _check_size(path.stat().st_size, most)
        with path.open("rb") as file:
            content = file.read(most * MEGABYTE + 1)
        _check_size(len(content), most)
    except FileNotFoundError:
        raise FileError(_("This file is missing. Every dossier needs it.")) from None
    except (OSError, ValueError, RuntimeError):  # may not be read, an odd name, links in a ring
        raise FileError(_("This file cannot be opened. Check whether you may read it.")) from None
    return content


def _check_size(size: int, most: int) -> None:
    if size > most * MEGABYTE:
        what = _("This file is too large: {n} MB. At most {most} MB can be read.")
        raise FileError(what.format(n=-(-size // MEGABYTE), most=most))


def decoded(content: bytes) -> str:
    """Return the text of a file.

    It may be UTF-8 (with or without a mark in front), UTF-16 with such a mark, or Windows-1252.
    Raises :class:`FileError` when it is none of these.

    >>> decoded("café".encode("cp1252")) == decoded("café".encode()) == "café"
    True
    """
    marked = [code for mark, code in _CODES.items() if content.startswith(mark)]
    for code in marked or ["utf-8", "cp1252"]:
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode(code)
    raise FileError(_("The letters in this file cannot be read. Save it as CSV UTF-8."))


def csv_lines(text: str) -> Iterator[list[str]]:
    """Yield the cells of each row of a CSV file; the title row tells what stands between them.

    Raises :class:`FileError` with the row that cannot be read.
    """
    first = text.split("\n", 1)[0]
    mark = max(",;\t", key=first.count)
    file = io.StringIO(text, newline="")
    row = 0
    try:
        for line in csv.reader(file, delimiter=mark, strict=True, skipinitialspace=True):
            row += 1
            yield line
    except csv.Error:
        what = _("This row cannot be read. Is a quotation mark opened and not closed?")
        raise FileError(what, row + 1) from None


@contextlib.contextmanager
def written(name: str) -> Iterator[None]:
    """Turn a failure to write into a :class:`DossierError` that says what to do."""
    try:
        yield
    except OSError:
        what = _(
            "This could not be written. Is it open in another program, is the disk full, or may "
            "you not write there? Mend that and try again."
        )
        raise DossierError([Problem(name, what)]) from None


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write that takes the place of ``path`` when all went well.

    A kill leaves the old file or the new one, whole. Raises ``OSError`` when it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with beside.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
