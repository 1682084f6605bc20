"""What a cell may hold: each function takes a cell as people write it and gives one form of it.

They serve a file, a workbook, the working copy and a value that a tool sets alike. What does not
fit raises :class:`CellError`; what is of another type altogether is left for pydantic to refuse.
"""

import datetime as dt
import math
import re
import unicodedata
from numbers import Real
from typing import Any

from helpers.dossier.spelling import plain, spellings
from helpers.texts.language import N_, _

DECIMALS = 6
YES, NO = N_("yes"), N_("no")

# Control characters, halves of a pair and what XML does not know; tab and line end may stay.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_DUTCH = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4})")
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?|[+-]?\.[0-9]{1,30}")
_WHOLE = re.compile(r"[+-]?[0-9]{1,15}(\.0+)?")
_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]{3})+")
_GROUPS_AND_COMMA = re.compile(r"[+-]?[0-9]{1,3}((\.[0-9]{3})+,[0-9]+|(\.[0-9]{3}){2,})")


class CellError(ValueError):
    """A cell that is not of its column's type; ``wanted`` says of which."""

    def __init__(self, wanted: str, came: object) -> None:
        self.wanted = wanted
        super().__init__(f"no {wanted}: {came!r:.60}")


class CharacterError(CellError):
    """A text with a character that cannot be shown or kept; ``place`` counts from 1."""

    def __init__(self, place: int) -> None:
        self.place = place
        super().__init__("character to show", place)


def text(value: Any) -> Any:
    r"""Return a cell as text: NFC, line ends as ``\n``, without blanks around it.

    Raises :class:`CharacterError` for a control character other than tab and line end.

    >>> text(" koffie met mélk\r\n"), text(2026), text(2026.5)
    ('koffie met mélk', '2026', '2026.5')
    """
    if isinstance(value, bool):
        return _(YES) if value else _(NO)
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        value = value.date()
    if isinstance(value, int | float | dt.date | dt.time):
        return str(value).removesuffix(".0")
    if not isinstance(value, str):
        return value
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    if found := _UNSHOWABLE.search(lines):
        raise CharacterError(found.start() + 1)
    return unicodedata.normalize("NFC", lines).strip()


def number(value: Any) -> float:
    """Return a cell as a number of at most six decimals, which every file keeps exactly.

    >>> number("0,5"), number("-3"), number("1.250,75"), number(2)
    (0.5, -3.0, 1250.75, 2.0)
    """
    if isinstance(value, str):
        value = float(_matched(_NUMBER, _digits(value), "number"))
    if isinstance(value, bool) or not isinstance(value, Real) or not math.isfinite(value):
        raise CellError("number", value)
    return round(float(value), DECIMALS) + 0.0


def whole(value: Any) -> int:
    """Return a cell as a whole number.

    >>> whole("24.300"), whole("24 300"), whole("3,0"), whole(3.0)
    (24300, 24300, 3, 3)
    """
    if isinstance(value, str):
        digits = _digits(value)
        if _GROUPS.fullmatch(digits):
            digits = digits.replace(".", "")
        value = float(_matched(_WHOLE, digits, "whole number"))
    if isinstance(value, bool) or not isinstance(value, Real) or float(value) % 1:
        raise CellError("whole number", value)
    return int(float(value))


def _digits(written: str) -> str:
    """Return a number as people write it in the way that Python writes it."""
    digits = re.sub(r"(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})", "", written.strip())
    digits = digits.replace("\u2212", "-")
    if _GROUPS_AND_COMMA.fullmatch(digits):
        digits = digits.replace(".", "")
    return digits.replace(",", ".")


def _matched(pattern: re.Pattern[str], written: str, wanted: str) -> str:
    if not pattern.fullmatch(written):
        raise CellError(wanted, written)
    return written


def yes_no(value: Any) -> Any:
    """Return a cell as ``True`` or ``False``.

    >>> yes_no("ja"), yes_no("No"), yes_no(True)
    (True, False, True)
    """
    if not isinstance(value, str):
        return value
    if plain(value) in spellings(YES) | {"true", "waar", "1"}:
        return True
    if plain(value) in spellings(NO) | {"false", "onwaar", "0"}:
        return False
    raise CellError("yes or no", value)


def day(value: Any) -> dt.date:
    """Return a cell as a date.

    >>> day("15-9-2026"), day("2026-09-15") == day("15/09/2026")
    (datetime.date(2026, 9, 15), True)
    """
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, str):
        return _date(value.strip())
    if not isinstance(value, dt.date):
        raise CellError("date", value)
    return value


def _date(written: str) -> dt.date:
    iso, dutch = _ISO.fullmatch(written), _DUTCH.fullmatch(written)
    parts = iso.groups() if iso else dutch.group(4, 3, 1) if dutch else ("0", "0", "0")
    try:
        return dt.date(*(int(part) for part in parts))
    except ValueError:
        raise CellError("date", written) from None


def ids(value: Any) -> Any:
    """Return a cell with several short names as a sequence of them.

    >>> ids("vvd, lokaal;groen"), ids({"parkeren": "betaald"})
    (('vvd', 'lokaal', 'groen'), ('betaald',))
    """
    if isinstance(value, dict):
        return tuple(value.values())
    if isinstance(value, str):
        return tuple(one for one in re.split(r"[\s,;]+", value) if one)
    return value
