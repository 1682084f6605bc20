"""Whether a line goes from what was heard, by another view, to what is needed."""

from collections.abc import Collection, Sequence

from helpers.analysis.questions.patterns import Line
from helpers.analysis.questions.rule_files import rule_file
from helpers.analysis.questions.rules import Spoken, rules_of, spoken
from helpers.analysis.questions.words import Sentence, Word

PARTS = "reframe_parts"


def reframes(sentences: Sequence[Sentence]) -> list[Spoken]:
    """Return the rules that show a reframe; none when it is not one.

    Either one phrase that says it, or parts that make one together: what was heard, another view,
    what is set apart, what is needed then.

    >>> from helpers.analysis.questions.words import sentences_of
    >>> line = sentences_of("Wat als we het omdraaien?")
    >>> [one.rule.id for one in reframes(line)]
    ['reframe.turn_it_around']
    """
    whole = [found for one in sentences for found in spoken_in("reframe", one.words)]
    if whole:
        return whole
    found, long = _parts(sentences), len(_one_line(sentences))
    for made in rule_file(PARTS)["combinations"]:
        if long >= made["words"] and _makes(found, made["parts"]):
            return [found[part] for part in made["parts"]]
    return []


def may_reframe(sentences: Sequence[Sentence], how: str = "half") -> bool:
    """Return whether a line has ``half`` of a reframe: it may be one in words not known.

    ``nearly`` asks for more, as for a line that gives advice.
    """
    found = _parts(sentences)
    return any(_makes(found, parts) for parts in rule_file(PARTS)[how])


def refuses(sentences: Sequence[Sentence]) -> bool:
    """Return whether a line refuses, corrects or advises."""
    return not _parts(sentences).keys().isdisjoint(rule_file(PARTS)["never"])


def _makes(found: Collection[str], parts: Sequence[str]) -> bool:
    never = rule_file(PARTS)["never"]
    return all(part in found for part in parts) and not any(part in found for part in never)


def _parts(sentences: Sequence[Sentence]) -> dict[str, Spoken]:
    spoken_parts = spoken_in(PARTS, _one_line(sentences))
    return {one.rule.id.removeprefix(f"{PARTS}."): one for one in spoken_parts}


def _one_line(sentences: Sequence[Sentence]) -> list[Word]:
    return [word for one in sentences for word in (*one.words, Word(",", 0, 0))][:-1]


def spoken_in(name: str, words: Sequence[Word]) -> list[Spoken]:
    """Return the rules of one file that speak about these words."""
    return spoken(rules_of(name), Line.of(words), False)
