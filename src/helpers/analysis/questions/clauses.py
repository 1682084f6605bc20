"""Where questions begin in a sentence: a question word with its verb, or a verb first."""

from functools import cache
from typing import Literal, NamedTuple

from helpers.analysis.questions.rule_files import rule_file
from helpers.analysis.questions.verbs import verb_forms
from helpers.analysis.questions.words import Sentence

Kind = Literal["word", "verb", "inside"]
FEW = 3
LEAD = 8  # at most so many words are skipped before a question
# ``..., wat dan`` asks also without a question mark.
_BARE = (["dan"], ["zo"], ["precies"], ["eigenlijk"])
# Behind these the verb comes first in what is told: ``als ik dat doe, stopt de bus``.
_CONDITION = {"als", "wanneer", "zodra", "zolang", "omdat", "indien", "terwijl", "toen", "voordat"}


class Clause(NamedTuple):
    """A question clause: its kind, and the positions of its first word, key word and verb.

    ``word`` opens with a question word, ``verb`` with the verb; ``inside`` has the question word
    and the order of a subordinate clause ("hoe dat komt").
    """

    kind: Kind
    start: int
    key: int
    verb: int


@cache
def word_list(name: str) -> frozenset[str]:
    """Return one of the closed classes of ``word_lists.toml``."""
    return frozenset(rule_file("word_lists")["lists"][name])


def question_clauses(sentence: Sentence) -> list[Clause]:
    """Return the clauses of a sentence that ask, in their order.

    Alternatives (``..., of ...?``) are one question. ``denkt u`` behind a question is part of it.

    >>> from helpers.analysis.questions.words import sentences_of
    >>> [one.kind for one in question_clauses(sentences_of("Waarom is dat, en wie wist het?")[0])]
    ['word', 'word']
    """
    words = sentence.plain
    found: list[Clause] = []
    for at in _openings(words):
        clause = _clause_at(words, at, sentence.asks, found)
        if clause and not (
            found and (clause.start <= found[-1].start or clause.key == found[-1].key)
        ):
            found.append(clause)
    return found


def lead_in_ends(words: list[str], at: int = 0) -> int:
    """Return the first position from ``at`` that is no ``en``, ``maar``, ``goed`` or pause."""
    last = min(at + LEAD, len(words) - 1)
    while at < last and (words[at] == "," or words[at] in word_list("lead_in")):
        if words[at] in verb_forms() and words[at + 1] in word_list("subject"):
            break
        at += 1
    return at


def is_verb_first(words: list[str], at: int, asks: bool) -> bool:
    """Return whether a main clause begins with its verb and then its subject.

    >>> is_verb_first("klagen de winkeliers ook".split(), 0, False)
    True
    >>> is_verb_first("stuur de stukken maar".split(), 0, False)
    False
    """
    if at + 1 >= len(words):
        return False
    first, second = words[at], words[at + 1]
    if (
        second == ","
        or first in word_list("no_question")
        or _is_one_of(first, "conjunction", "question")
    ):
        return False
    if first in word_list("told") and second not in word_list("subject"):
        return False
    if second == "ik" and first not in word_list("may_i"):
        return False
    known = first in verb_forms()
    if second in word_list("subject"):
        return known or (_like_a_verb(first) and not _closed_class(first))
    if _closed_class(first) and not known:
        return False
    if asks:
        return known or (_like_a_verb(first) and second in word_list("determiner"))
    order = first in word_list("order") or not (
        first.endswith(("t", "en", "de", "te")) or first in word_list("no_order")
    )
    return known and not order and second in word_list("determiner")


def _like_a_verb(word: str) -> bool:
    return word.isalpha() and (word.endswith(("t", "en", "de", "te")) or word in verb_forms())


def _closed_class(word: str) -> bool:
    return _is_one_of(word, "function", "preposition", "determiner", "subject", "question")


def _is_one_of(word: str, *names: str) -> bool:
    return any(word in word_list(name) for name in names)


def _openings(words: list[str]) -> list[int]:
    """Return where a clause may begin: at the start, after a pause, after ``en`` or ``maar``."""
    after = [i + 1 for i, one in enumerate(words[:-1]) if one in {",", "en", "maar", "want"}]
    found = [lead_in_ends(words, at) for at in [0, *after]]
    return sorted({at for at in found if at < len(words)} | {0})


def _clause_at(words: list[str], at: int, asks: bool, found: list[Clause]) -> Clause | None:
    key = _question_word(words, at)
    if key is not None:
        return _with_question_word(words, at, key, asks, found)
    if not is_verb_first(words, at, asks) or (at and not _may_open(words, at, asks or bool(found))):
        return None
    if found and words[at] in word_list("tail") and len(words) - at <= FEW:
        return None
    if not asks and _only_a_condition(words, at):
        return None
    return Clause("verb", at, at, at)


def _only_a_condition(words: list[str], at: int) -> bool:
    """Return whether a verb first means ``if``: ``wilt u iets horen, dan moet het stil zijn``."""
    return [",", "dan"] in [words[i : i + 2] for i in range(at, len(words))]


def _may_open(words: list[str], at: int, asks: bool) -> bool:
    """Return whether a verb behind other words opens a question: not after ``dan`` or ``of``."""
    turned = word_list("inverts") | {"of"}
    if words[at - 1] in turned - ({"dus"} if asks else set()):
        return False
    return asks or _only_lead_in(words, at)


def _only_lead_in(words: list[str], at: int) -> bool:
    """Return whether what stands before has no verb: ``Even scherp hoor, ...``."""
    before = words[:at]
    if before[0] in _CONDITION:
        return False
    return len(before) <= 2 * FEW and not (set(before) & verb_forms() - {"even", "kort"})


def _question_word(words: list[str], at: int) -> int | None:
    """Return the position of the question word that opens at ``at``, with a preposition or not."""
    if words[at] in word_list("question"):
        return at
    if words[at] not in word_list("preposition"):
        return None
    if at + 1 < len(words) and words[at + 1] in word_list("question"):
        return at + 1
    if at + 2 < len(words) and words[at + 2] in word_list("whereof"):  # "op basis waarvan"
        return at + 2
    return None


def _with_question_word(
    words: list[str], at: int, key: int, asks: bool, found: list[Clause]
) -> Clause | None:
    verb = _verb_after(words, key)
    if not asks and not found and _names_what(words, key):
        return None
    if verb is not None:
        return Clause("word", at, key, verb)
    short = len(words) - at <= FEW + 1
    joined = at > 0 and words[at - 1] in {"en", ","} and _asked_before(words, at)
    if words[key] != "waarom" and words[key + 1 : key + 2] in (
        ["niet"],
        ["wel"],
    ):  # "wat wel en wat niet" is one question
        return None
    if (found and asks and short) or (joined and found):
        return Clause("inside", at, key, key)
    if found or not (asks or words[key + 1 :] in _BARE):
        return None
    if at >= len(words) - FEW or words[key + 1] not in word_list("subject") | word_list("no_noun"):
        return Clause("word", at, key, key)
    return None


def _names_what(words: list[str], key: int) -> bool:
    """Return whether a question word only names: ``wat voor u telt, is dat ...``."""
    pairs = zip(words[key + FEW :], words[key + FEW + 1 :], strict=False)
    return words[key] == "wat" and any(
        one in {"is", "zijn", "was"} and two in {"dat", "dus", "niet", ","} for one, two in pairs
    )


def _asked_before(words: list[str], at: int) -> bool:
    """Return whether ``en`` joins two question words that each have a clause."""
    before = words[: at - 1]
    return len(before) > 1 and before[-1] not in word_list("question") and words[at] != "waar"


def _verb_after(words: list[str], key: int) -> int | None:
    """Return where the verb is when it is the second part of the clause; None if it is not."""
    counts = words[key] in {"welk", "welke", "hoeveel"} or words[key : key + 2] == ["wat", "voor"]
    nouns = 8 if counts else 1 if words[key] == "hoe" else 0
    if key and words[key - 1] in word_list("preposition") and words[key] in {"wat", "wie"}:
        nouns = max(nouns, 2)
    key += counts
    for at in range(key + 1, min(key + 2 + nouns, len(words))):
        one = words[at]
        if one in verb_forms():
            return at
        within = counts and words[at - 1] in word_list("preposition")
        if not within and (one in word_list("subject") or one in word_list("no_noun")):
            return None
    return None
