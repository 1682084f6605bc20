"""Whether a line goes from what was heard, by another view, to what is needed."""

from collections.abc import Sequence

from helpers.analysis.questions.patterns import Line
from helpers.analysis.questions.rules import Spoken, rules_of, spoken
from helpers.analysis.questions.words import Sentence, Word

LEAST_WORDS = 14


def reframes(sentences: Sequence[Sentence]) -> list[Spoken]:
    """Return the rules that show a reframe; none when it is not one.

    Either one phrase that says it, or three parts: what was heard (or whose matter it is), another
    view, and what is needed then.

    >>> from helpers.analysis.questions.words import sentences_of
    >>> line = sentences_of("Wat als we het omdraaien?")
    >>> [one.rule.id for one in reframes(line)]
    ['reframe.turn_it_around']
    """
    whole = [found for one in sentences for found in _parts("reframe", one.words)]
    words = [word for one in sentences for word in (*one.words, Word(",", 0, 0))]
    if whole:
        return whole
    if len(words) < LEAST_WORDS:
        return []
    heard, view, need = (
        _parts(f"reframe_{part}", words[:-1]) for part in ("heard", "view", "need")
    )
    return [*heard, *view, *need] if heard and view and need else []


def _parts(name: str, words: Sequence[Word]) -> list[Spoken]:
    return spoken(rules_of(name), Line.of(words), False)
