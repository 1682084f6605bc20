"""Words in a text that look as if they belong to one person: an address, a number, a name.

Only what can be seen by its form is found: a name without "mevrouw" or "de heer" in front of it is
not. The proof of eleven for a citizen service number (bsn): ``9 a + 8 b + ... + 2 h - i`` of its
nine digits is a multiple of 11.
"""

import re
from typing import NamedTuple

EMAIL, PHONE, BSN, NAME = "email", "phone", "bsn", "name"

_ANY = re.compile(r"@|\d\D{0,2}\d|heer|me[nv]|mijnheer|m(?:evr|w)\b|dhr", re.I)
_CAPITAL = "[A-Z\N{LATIN CAPITAL LETTER A WITH GRAVE}-\N{LATIN CAPITAL LETTER THORN}]"
_PATTERNS = {
    EMAIL: re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]{0,62}(?:\.[\w-]{1,63}){1,5}"),
    PHONE: re.compile(
        r"(?<![\w.,])(?:(?:\+|00)31[ .-]?(?:\(0\)[ .-]?)?[1-9]|\(?0[1-9])"
        r"(?:[ .()-]{0,3}\d){8}(?!\w|[.,]\d)"
    ),
    BSN: re.compile(r"(?<![\w.,-])\d{4}[ .]?\d{2}[ .]?\d{3}(?!\w|[.,-]\d)"),
    NAME: re.compile(
        r"(?<!\w)(?:[Mm]evrouw|[Mm]evr\.?|[Mm]w\.?|[Mm]eneer|[Mm]ijnheer|[Dd]hr\.?|[Dd]e heer)"
        rf" (?:(?i:van|de|der|den|ten|ter|het|'t) ){{0,3}}{_CAPITAL}[\w'-]*"
    ),
}


class PersonMark(NamedTuple):
    """What was found: its ``kind`` (``email``, ``phone``, ``bsn`` or ``name``) and the words."""

    kind: str
    words: str


def person_marks(text: str) -> list[PersonMark]:
    """Return what in ``text`` looks as if it belongs to one person, by kind; each thing once.

    >>> person_marks("Mail mw. De Vries via j.devries@voorbeeld.nl of 06-12345678")
    ... # doctest: +NORMALIZE_WHITESPACE
    [PersonMark(kind='email', words='j.devries@voorbeeld.nl'),
     PersonMark(kind='phone', words='06-12345678'),
     PersonMark(kind='name', words='mw. De Vries')]
    """
    if not _ANY.search(text):
        return []
    found = [
        PersonMark(kind, match[0])
        for kind, pattern in _PATTERNS.items()
        for match in pattern.finditer(text)
        if kind != BSN or passes_elevens(match[0])
    ]
    return list(dict.fromkeys(found))


def passes_elevens(text: str) -> bool:
    """Tell whether nine digits pass the proof of eleven; other characters do not count.

    >>> passes_elevens("111222333"), passes_elevens("123456789"), passes_elevens("000000000")
    (True, False, False)
    """
    digits = [int(one) for one in text if one.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    if len(digits) != len(weights) or not any(digits):
        return False
    return sum(one * weight for one, weight in zip(digits, weights, strict=True)) % 11 == 0
