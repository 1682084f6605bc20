"""A wording of somebody's own: one line of plain text that is short enough to share."""

import re
import unicodedata

from helpers.training.group.sent import LONGEST

_STACKED = "mmm"  # more than two accents on one letter
_BLANK = ("Cc", "Zl", "Zp", "Zs")
_NEVER = ("Cf", "Cs", "Co", "Cn")


def is_plain(text: str) -> bool:
    r"""Return whether a text is one line without signs that steer how others read it.

    >>> is_plain("<b>Wie zorgt, heeft plek.</b>"), is_plain("regel\nregel"), is_plain("\u202eom")
    (True, False, False)
    """
    if text != plain(text) or not any(c.isalnum() for c in text):
        return False
    return _STACKED not in "".join("m" if unicodedata.combining(c) else "." for c in text)


def plain(text: str) -> str:
    r"""Return a text as one line, without signs that cannot be seen.

    >>> plain("  Wie zorgt,\n heeft plek. ")
    'Wie zorgt, heeft plek.'
    """
    kept = (c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c) not in _NEVER)
    return " ".join("".join(" " if unicodedata.category(c) in _BLANK else c for c in kept).split())


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text, each as a wording; what is too long is cut.

    >>> sentences_of("Wie zorgt, heeft plek. Wie regelt dat? ")
    ['Wie zorgt, heeft plek.', 'Wie regelt dat?']
    """
    pieces = (plain(one) for one in re.split(r"(?<=[.!?])\s+|\n+", text))
    found = [one if len(one) <= LONGEST else f"{one[: LONGEST - 1].rstrip()}…" for one in pieces]
    return [one for one in dict.fromkeys(found) if is_plain(one)]
