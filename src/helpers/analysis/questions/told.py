"""What a line without a question is: a summary, or something told."""

from collections.abc import Collection, Sequence

from helpers.analysis.questions.clauses import word_list
from helpers.analysis.questions.verbs import verb_forms

LEAST_WORDS = 3
FEW = 4
LONG = 14
OWN = {"ik", "wij", "we", "ons", "onze", "mijn", "mij", "me"}
SURE_SUMMARY = {"summary.if_i_understand", "summary.in_short", "summary.i_hear"}
# A summary says more than these.
LIGHT = {"statement.own_view", "statement.about_you", "statement.in_general"}
OWN_TURN = {"statement.promise", "statement.advice"}


def sums_up(summary: Collection[str], ending: Collection[str], told: Collection[str]) -> bool:
    """Return whether a line gives back, for sure.

    ``summary`` and ``told`` are the rules that spoke about it, ``ending`` those for a summary in
    its last sentence: after a promise or advice a summary before it was no more than a lead.
    """
    return not SURE_SUMMARY.isdisjoint(summary) and (bool(ending) or OWN_TURN.isdisjoint(told))


def is_about_the_other(words: Sequence[str]) -> bool:
    """Return whether a line speaks of ``you`` only: it may give back in words not known.

    >>> is_about_the_other("u bent er moe van".split())
    True
    >>> is_about_the_other("morgen komt er iemand bij u".split())
    False
    """
    you = word_list("you") | word_list("your") | {"jou"}
    begins = you | {"dus"} if len(words) < LONG else {*words}
    own = OWN & {*(words[:FEW] if words[0] in you else words)}
    return bool(you & {*words} and begins & {*words[:FEW]}) and not own


def has_verb(words: Sequence[str]) -> bool:
    """Return whether words look like a sentence.

    >>> has_verb("de bus rijdt niet".split()), has_verb(["de", "bus"])
    (True, False)
    """
    if len(words) < LEAST_WORDS:
        return False
    names = ("subject", "determiner", "function", "preposition")
    closed = sum(any(word in word_list(name) for name in names) for word in words)
    return (closed > 0 and any(word in verb_forms() for word in words)) or (
        closed > 1 and any(len(word) > LEAST_WORDS and word.endswith("t") for word in words)
    )
