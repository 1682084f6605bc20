"""Whether a line is Dutch and has something to read."""

from collections.abc import Sequence
from functools import cache

from helpers.analysis.questions.rule_files import rule_file
from helpers.analysis.questions.verbs import verb_forms
from helpers.analysis.questions.words import Sentence


def unreadable(sentences: Sequence[Sentence]) -> str | None:
    """Return ``no_words``, ``greeting`` or ``not_dutch`` for what cannot be read; None if it can.

    >>> from helpers.analysis.questions.words import sentences_of
    >>> lines = ("...", "Hallo!", "How are you?", "Hoe gaat het?")
    >>> [unreadable(sentences_of(one)) for one in lines]
    ['no_words', 'greeting', 'not_dutch', None]
    """
    words = [one for sentence in sentences for one in sentence.plain if one[0].isalpha()]
    if not words:
        return "no_words"
    if all(one in _words("empty_words") for one in words) and not _asks_or_tells(sentences):
        return "greeting"
    dutch = sum(one in _words("dutch") or one in verb_forms() for one in words)
    foreign = sum(one in _words("foreign") and one not in _words("dutch") for one in words)
    return None if dutch > foreign else "not_dutch"


def _asks_or_tells(sentences: Sequence[Sentence]) -> bool:
    return any(one.asks and one.words[0].word == "klopt" for one in sentences)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(rule_file("language")[name].split())
