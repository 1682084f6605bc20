"""What a participant types: kept clean, and never lost when two windows write at once."""

import unicodedata

LONGEST = 32_000
_KEPT, _NEVER = "\n\t", "\ufffe\uffff"  # what no file may hold, though it is no control character


def clean(text: str) -> str:
    r"""Return ``text`` in one form (NFC) without control characters, at most ``LONGEST`` long.

    >>> clean("Zo\r\nis het\x00")
    'Zo\nis het'
    """
    lines = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(c for c in lines if c in _KEPT or _shown(c))[:LONGEST]


def _shown(character: str) -> bool:
    return character not in _NEVER and unicodedata.category(character) not in ("Cc", "Cs")


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
