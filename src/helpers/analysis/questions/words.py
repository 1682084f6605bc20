"""The words of a line and where they stand in it, written in one way for the rules."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from helpers.analysis.questions.rule_files import rule_file

LONGEST_WORD = 40
_TOKEN = re.compile(
    r"</?[A-Za-z][^<>\n]{0,80}>"  # markup says nothing
    r"|\d+(?:[.,:]\d+)*"  # 10.000 and 19:30 are one word
    r"|['\u2018\u2019]?[^\W_]+(?:['\u2018\u2019-][^\W_]+)*"  # straight and curly apostrophes
    r"|[.?!…]+|[,:;()\n\u2013\u2014]| -+ "
)
_BREAKS = frozenset(",:;()\u2013\u2014-")
_APOSTROPHES = str.maketrans("\u2018\u2019", "''")


class Word(NamedTuple):
    """A word in lower case without accents, or ``,`` for a pause; ``[start, end)`` in the line."""

    word: str
    start: int
    end: int


class Sentence(NamedTuple):
    """The words of a sentence; ``asks`` when it ends with a question mark."""

    words: tuple[Word, ...]
    asks: bool

    @property
    def plain(self) -> list[str]:
        """Return the words alone."""
        return [one.word for one in self.words]


def sentences_of(text: str) -> list[Sentence]:
    """Return the sentences of a line; those without a word are left out.

    A sentence ends at ``. ? ! …`` or a new line, not after an abbreviation or within a number.

    >>> [(one.plain, one.asks) for one in sentences_of("Vertel 's. Hoe gaat 't?")]
    [(['vertel', 'eens'], False), (['hoe', 'gaat', 'het'], True)]
    """
    found: list[Sentence] = []
    words: list[Word] = []
    for token in _TOKEN.finditer(text):
        said = token.group()
        if said[0] == "<":
            continue
        if said[0] in ".?!…\n":
            if not _only_abbreviates(said, words, text[token.end() : token.end() + 1]):
                _close(found, words, "?" in said)
                words = []
        elif said.strip()[0] in _BREAKS:
            words.append(Word(",", token.start(), token.end()))
        else:
            words += [Word(one, token.start(), token.end()) for one in _written_alike(said)]
    _close(found, words, False)
    return found


def plain(word: str) -> str:
    """Return a word in lower case, without accents, with a straight apostrophe.

    >>> plain("Één")
    'een'
    """
    word = word.lower().translate(_APOSTROPHES)
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word)
    return "".join(one for one in apart if not unicodedata.combining(one))


def _close(found: list[Sentence], words: list[Word], asks: bool) -> None:
    while words and words[-1].word == ",":
        words.pop()
    while words and words[0].word == ",":
        words.pop(0)
    if words:
        found.append(Sentence(tuple(words), asks))
    elif asks and found:
        found[-1] = found[-1]._replace(asks=True)


def _only_abbreviates(said: str, words: list[Word], follows: str) -> bool:
    if said != "." or not words:
        return False
    return words[-1].word in spelling()["abbreviations"] or bool(follows.strip())


def _written_alike(said: str) -> list[str]:
    word = plain(said)[:LONGEST_WORD]
    spelled = spelling()["variants"].get(word) or misspelled().get(word, word)
    return spelled.split(" ")


@cache
def spelling() -> dict[str, dict[str, str]]:
    """Return spoken and regional ways of writing, each with the words that it stands for."""
    read = rule_file("spelling")
    return {"variants": read["variants"], "abbreviations": dict.fromkeys(read["abbreviations"], "")}


@cache
def misspelled() -> dict[str, str]:
    """Return likely slips in the words that carry most: a swap, or a letter too few or too many.

    >>> misspelled()["waarmo"]
    'waarom'
    """
    right: list[str] = rule_file("spelling")["often_mistyped"]
    slips: dict[str, str] = {}
    for word in right:
        for i in range(1, len(word)):
            a, b = word[:i], word[i:]
            slips.setdefault(a + b[1:], word)
            slips.setdefault(a + b[0] + b, word)
            if len(b) > 1:
                slips.setdefault(a + b[1] + b[0] + b[2:], word)
    kept = {*right, *rule_file("spelling")["no_slips"]}
    return {slip: word for slip, word in slips.items() if slip not in kept}
