"""What a question asks about: the function that it has in a conversation."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.analysis.questions.patterns import Line, Span
from helpers.analysis.questions.rules import FUNCTIONS, Spoken, rules_of, spoken
from helpers.analysis.questions.words import Sentence, Word

LEAST = 1.5
MARGIN = 0.25
CONTEXT = 0.6  # of a word in a sentence before the question


class Function(NamedTuple):
    """A function, why, the words that show it and the rules that spoke."""

    function: str | None
    why: str
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()


def function_of(asked: Sequence[Word], before: Sequence[Sentence] = ()) -> Function:
    """Return what the words of a question ask about; None when the rules do not agree.

    Each function counts its heaviest rule and half of the others. It is named when it has at least
    ``LEAST`` and ``MARGIN`` more than the next. The sentences ``before`` the question count less.

    >>> from helpers.analysis.questions.words import sentences_of
    >>> function_of(sentences_of("Waar loopt u tegenaan?")[0].words).function
    'problem'
    """
    line = Line.of(asked)
    if spoken(rules_of("procedure"), line, True):
        return Function(None, "procedure")
    found = {name: spoken(rules_of(name), line, True) for name in FUNCTIONS}
    weights = {name: _weight(name, rules) for name, rules in found.items()}
    if max(weights.values()) < LEAST or _second(weights) > max(weights.values()) - MARGIN:
        for sentence in before:
            earlier = Line.of(sentence.words)
            for name in FUNCTIONS:
                rules = spoken(rules_of(name), earlier, False)
                weights[name] += CONTEXT * _weight(name, rules)
                found[name] += rules
    best = max(weights, key=weights.__getitem__)
    if weights[best] < LEAST or _second(weights) > weights[best] - MARGIN:
        return Function(None, "not_sure")
    rules = sorted(found[best], key=lambda one: -one.rule.weight)
    spans = tuple(sorted({span for one in rules for span in one.spans}))
    return Function(best, rules[0].rule.why, spans, tuple(one.rule.id for one in rules))


def _weight(name: str, rules: Sequence[Spoken]) -> float:
    heavy = sorted((one.rule.weight for one in rules), reverse=True)
    if name == "situation":  # light signs do not add up
        heavy = heavy[:1]
    return heavy[0] + sum(heavy[1:]) / 2 if heavy else 0.0


def _second(weights: dict[str, float]) -> float:
    return sorted(weights.values())[-2]
