"""How hard a Dutch text may be to read, and the words that make it so.

Flesch-Douma (Douma 1960): ``206.84 - 0.93 * words a sentence - 77 * syllables a word``; higher is
easier, from about 30 for a hard text to 100 for a plain one. It counts, it does not understand: no
number shows that a text "is B1", and an easy text can still leave out what matters.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from helpers.analysis.messages.syllables import syllables, word_lists

LONGEST_SENTENCE = 20
"""Words; a longer sentence gets a hint."""
LONGEST_WORD = 15
"""Letters; a longer word gets a hint."""
MOST_HINTS = 200

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|['\u2018\u2019]?[^\W\d_]+(?:['\u2018\u2019-][^\W_]+)*")
_STOP = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)]*(?=\s|$)|\n+")
_SHORT = re.compile(
    r"\b(?:bijv|bv|o\.a|d\.w\.z|nr|art|ca|enz|evt|incl|excl|max|min|m\.b\.t|mw|dhr|dr|drs|mr|ir"
    r"|jl|a\.s|i\.v\.m|t\/m|[A-Z])\.$",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:word|wordt|worden|werd|werden|geworden)\b", re.I)
_PARTICIPLE = re.compile(
    r"(?:(?:aan|achter|af|bij|door|in|mee|na|om|onder|op|over|samen|schoon|terug|toe|uit|voor"
    r"|vrij|weg)?ge|be|ver|ont|her)[^\W\d_]{2,}(?:d|t|en|aan)"
)
_NOMINAL = re.compile(r"\b(?:het\s+[^\W\d_]{4,}en|de\s+[^\W\d_]{4,}ing)\s+van\b", re.I)


class TextSentence(NamedTuple):
    """A sentence: where it stands in the text, and where its words do."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...]


class Readability(NamedTuple):
    """What was counted; ``ease`` is Flesch-Douma, ``nan`` for a text without words."""

    sentences: int
    words: int
    syllables: int
    ease: float


class Hint(NamedTuple):
    """What may make a text hard: its ``kind``, where it stands, and what it rests on.

    Kinds: ``long_sentence`` (``detail`` is the number of words), ``long_word``, ``passive``,
    ``nominal`` and ``jargon`` (``detail`` is a plainer word).
    """

    kind: str
    start: int
    end: int
    detail: str = ""


def text_sentences(text: str) -> tuple[TextSentence, ...]:
    """Return the sentences of a text; a line of its own is a sentence too.

    A point within a number, after an abbreviation or after one capital ends nothing.

    >>> [len(one.words) for one in text_sentences("Wat kost het? Zie art. 3 van 1.000 regels")]
    [3, 6]
    """
    found = []
    for start, end in _pieces(text):
        words = tuple(one.span() for one in _WORD.finditer(text, start, end))
        if words:
            found.append(TextSentence(words[0][0], end, words))
    return tuple(found)


def readability(text: str) -> Readability:
    """Return the counts of a text and its Flesch-Douma reading ease.

    >>> readability("Wij halen het afval op. Dat doen we elke week.")
    Readability(sentences=2, words=10, syllables=13, ease=102.09)
    """
    sentences = text_sentences(text)
    words = [text[start:end] for one in sentences for start, end in one.words]
    if not words:
        return Readability(0, 0, 0, float("nan"))
    said = sum(syllables(word) for word in words)
    ease = 206.84 - 0.93 * len(words) / len(sentences) - 77 * said / len(words)
    return Readability(len(sentences), len(words), said, round(ease, 2))


def reading_hints(text: str) -> tuple[Hint, ...]:
    """Return what may make a text hard, in the order of the text, at most ``MOST_HINTS``.

    >>> [one[0::3] for one in reading_hints("De bakken worden thans opgehaald.")]
    [('passive', ''), ('jargon', 'nu')]
    """
    hints = [hint for one in text_sentences(text) for hint in _sentence_hints(text, one)]
    hints += [Hint("nominal", *one.span()) for one in _NOMINAL.finditer(text)]
    lowered = text.casefold() if len(text.casefold()) == len(text) else text.lower()
    for one in _jargon().finditer(lowered):
        hints.append(Hint("jargon", *one.span(), word_lists()["jargon"][one[0]]))
    return tuple(sorted(hints, key=lambda hint: (hint.start, hint.kind != "passive"))[:MOST_HINTS])


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for stop in _STOP.finditer(text):
        if stop[0] == "." and _SHORT.search(text[max(0, stop.end() - 8) : stop.end()]):
            continue
        yield start, stop.end()
        start = stop.end()
    yield start, len(text)


def _sentence_hints(text: str, sentence: TextSentence) -> Iterator[Hint]:
    count = len(sentence.words)
    if count > LONGEST_SENTENCE:
        yield Hint("long_sentence", sentence.start, sentence.end, str(count))
    for start, end in sentence.words:
        if end - start > LONGEST_WORD and not text[start].isdigit():
            yield Hint("long_word", start, end)
    for helper in _PASSIVE.finditer(text, sentence.start, sentence.end):
        if _participle_near(text, sentence, helper.start()):
            yield Hint("passive", *helper.span())


def _participle_near(text: str, sentence: TextSentence, at: int) -> bool:
    """Tell whether the clause around a form of ``worden`` has a past participle."""
    left = max(text.rfind(",", sentence.start, at), sentence.start)
    right = text.find(",", at, sentence.end)
    right = sentence.end if right < 0 else right
    words = [text[s:e].casefold() for s, e in sentence.words if left <= s < right and s != at]
    others = set(word_lists()["passive"]["no_participle"])
    return any(_PARTICIPLE.fullmatch(word) and word not in others for word in words)


@cache
def _jargon() -> re.Pattern[str]:
    longest_first = sorted(word_lists()["jargon"], key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
