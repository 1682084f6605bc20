"""What a participant types: kept clean, and never lost when two windows write at once."""

import re
import unicodedata

LONGEST = 32_000
_NEVER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control characters but line end and tab, halves of a character, and what no file may hold."""


def clean(text: str) -> str:
    r"""Return ``text`` in one form (NFC) without control characters, at most ``LONGEST`` long.

    >>> clean("Zo\r\nis het\x00")
    'Zo\nis het'
    """
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _NEVER.sub("", lines)[:LONGEST]


def merged(known: str, saved: str, mine: str) -> str:
    r"""Return the text that loses nothing of ``saved`` nor of ``mine``.

    ``known`` is what this window last read, ``saved`` what is saved now (perhaps by another
    window) and ``mine`` what this window has made of it.

    >>> merged("Bel de griffie", "Bel de griffie", "Bel de griffie morgen")
    'Bel de griffie morgen'
    >>> merged("", "Uit het andere venster", "Uit dit venster")
    'Uit het andere venster\n\nUit dit venster'
    """
    if mine in (known, saved) or (mine in saved and saved != known):
        return saved
    if saved == known or saved in mine:
        return mine
    return f"{saved}\n\n{mine}"


def word_count(text: str) -> int:
    """Return how many words there are in ``text``.

    >>> word_count("De wethouder vraagt het - aan de fractie.")
    7
    """
    return sum(any(c.isalnum() for c in word) for word in text.split())
