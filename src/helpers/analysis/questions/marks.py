"""A line cut into pieces, so that the words on which a reading rests can be shown."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from helpers.analysis.questions.patterns import Span


class Piece(NamedTuple):
    """A piece of a line and the names of what it shows, in their order; none for plain text."""

    text: str
    shows: tuple[str, ...]


def pieces(text: str, spans: Mapping[str, Sequence[Span]]) -> list[Piece]:
    """Return the pieces of a text, of which each shows the same from its begin to its end.

    ``spans`` maps a name to the words that show it, as ``(start, end)``. What stands between two
    spans of a name without a letter or digit belongs to them.

    >>> [one.text for one in pieces("Waar komt dat vandaan?", {"form": [(0, 4)]})]
    ['Waar', ' komt dat vandaan?']
    """
    shows: list[set[str]] = [set() for _ in text]
    for name, found in spans.items():
        for start, end in _joined(text, found):
            for at in range(start, end):
                shows[at].add(name)
    cuts = [0, *(at for at in range(1, len(text)) if shows[at] != shows[at - 1]), len(text)]
    return [
        Piece(text[start:end], tuple(name for name in spans if name in shows[start]))
        for start, end in pairwise(cuts)
        if start < end
    ]


def shown_words(text: str, spans: Sequence[Span]) -> list[str]:
    """Return the words that show something, those beside each other as one.

    >>> shown_words("Waar loopt u tegenaan?", [(0, 4), (5, 10)])
    ['Waar loopt']
    """
    return [text[start:end] for start, end in _joined(text, spans)]


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and not any(one.isalnum() for one in text[joined[-1][1] : start]):
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined
