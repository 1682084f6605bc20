"""Patterns as people read them, and where they stand in a sentence.

A pattern is words with a space between. ``(a|b c)`` is one of these, ``(a)?`` may be left out,
``klacht*`` any end of a word, ``...`` at most six words that do not matter, ``<you>`` one of a list
in ``word_lists.toml``, ``<participle>`` what looks like a past participle, ``,`` a pause, ``^`` and
``$`` the two ends of the sentence.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from helpers.analysis.questions.rule_files import rule_file
from helpers.analysis.questions.words import Word

Span = tuple[int, int]
GAP = 6
PARTICIPLE = (
    "(?:(?:aan|af|bij|door|in|mee|na|om|op|toe|uit|voor|weg|tegen)?ge|be|ver|ont|her)"
    "[^ ]+(?:d|t|en|aan)"
)
_LOOSE = {"...", "^", "$", "<participle>"}
_PART = re.compile(r"\([^)]*\)\??|\S+")


class Line(NamedTuple):
    """Words as one string, each followed by a space, and where each begins in that string."""

    words: Sequence[Word]
    text: str
    starts: dict[int, int]
    known: frozenset[str]

    @classmethod
    def of(cls, words: Sequence[Word]) -> "Line":
        """Return the line of these words."""
        starts, length = {}, 0
        for i, one in enumerate(words):
            starts[length] = i
            length += len(one.word) + 1
        text = "".join(f"{one.word} " for one in words)
        return cls(words, text, starts, frozenset(one.word for one in words))


class Pattern:
    """One pattern, ready to be looked for; its expression is built when it is first needed."""

    def __init__(self, written: str) -> None:
        self.written = written

    def spans(self, line: Line) -> tuple[Span, ...] | None:
        """Return where its words stand in the text, those in a gap left out; None if nowhere.

        >>> from helpers.analysis.questions.words import sentences_of
        >>> line = Line.of(sentences_of("Waar komt dat vandaan?")[0].words)
        >>> Pattern("waar ... vandaan").spans(line)
        ((0, 4), (14, 21))
        """
        if self._needed and self._needed.isdisjoint(line.known):
            return None
        found = self._expression.search(line.text)
        if found is None:
            return None
        groups = [found.span(i) for i in range(1, found.re.groups + 1) if found.group(i)]
        return tuple(_in_text(line, *span) for span in groups)

    def build(self) -> None:
        """Make what else is made when it is first looked for."""
        assert self._expression
        assert self._needed is not None

    @cached_property
    def _parts(self) -> list[str]:
        return _PART.findall(self.written)

    @cached_property
    def _needed(self) -> frozenset[str]:
        """Return words of which one must be there: the longest part that is always whole words."""
        parts = [part for part in self._parts if part not in _LOOSE and not part.endswith("?")]
        firm = [
            {one.split(" ")[0] for one in choices}
            for choices in map(_choices, parts)
            if not any("*" in one for one in choices)
        ]
        return frozenset(max(firm, key=lambda words: min(map(len, words)), default=()))

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(r"(?<![^ ])" + "".join(_expressed(part) for part in self._parts))


def first_of(patterns: Iterable[Pattern], line: Line) -> tuple[Span, ...] | None:
    """Return where the first pattern that is there stands; None when none is."""
    for one in patterns:
        spans = one.spans(line)
        if spans is not None:
            return spans
    return None


def _in_text(line: Line, start: int, end: int) -> Span:
    first = line.starts[start]
    last = first + line.text[start:end].count(" ")
    return line.words[first].start, line.words[last].end


def _expressed(part: str) -> str:
    if part == "...":
        return rf"(?:[^ ]+ ){{0,{GAP}}}?"
    if part in "^$":
        return part
    if part == "<participle>":
        return rf"({PARTICIPLE}) "
    choices = "|".join(re.escape(one).replace(r"\*", "[^ ]*") for one in _choices(part))
    return rf"(?:({choices}) )" + ("?" if part.endswith("?") else "")


@cache
def _choices(part: str) -> tuple[str, ...]:
    """Return what may stand at one part of a pattern, with lists written out."""
    within = part.rstrip("?").removeprefix("(").removesuffix(")")
    lists: dict[str, list[str]] = rule_file("word_lists")["lists"]
    found: list[str] = []
    for one in within.split("|"):
        name = one.strip("<>") if one.startswith("<") else ""
        found += lists[name] if name else [one]
    return tuple(found)
