"""The ways in which a word of the course may be written in a file: in any language, any case."""

import unicodedata
from functools import cache

from helpers.texts.language import CATALOGS, catalog


def plain(text: str) -> str:
    """Return ``text`` for comparing: one form of every letter, lower case, single spaces.

    >>> plain("  Kind  of SOURCE ")
    'kind of source'
    """
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


@cache
def spellings(message: str) -> frozenset[str]:
    """Return a sentence of the catalog in English and every other language, for comparing.

    >>> sorted(spellings("Seats"))
    ['seats', 'zetels']
    """
    codes = [path.name for path in CATALOGS.iterdir() if path.is_dir()]
    return frozenset([plain(message), *(plain(catalog(code).gettext(message)) for code in codes)])
