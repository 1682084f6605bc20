"""The form of a line: how it asks, or that it gives back, reframes or tells."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from helpers.analysis.questions.clauses import Clause, lead_in_ends, question_clauses, word_list
from helpers.analysis.questions.patterns import Line, Span
from helpers.analysis.questions.reframe import may_reframe, reframes, refuses
from helpers.analysis.questions.rules import Spoken, rules_of, spoken
from helpers.analysis.questions.told import (
    LEAST_WORDS,
    LIGHT,
    has_verb,
    is_about_the_other,
    sums_up,
)
from helpers.analysis.questions.verbs import verb_forms
from helpers.analysis.questions.words import Sentence, Word

NEEDS = {"reframe_parts.need", "reframe_parts.firm_need"}


class Form(NamedTuple):
    """A form, why, the words that show it, the rules that spoke and the words that ask.

    ``asked`` holds the words of the (first) question without what softens it, ``softened`` those
    with it, and ``at`` is the position of its sentence.
    """

    form: str | None
    why: str
    spans: tuple[Span, ...] = ()
    rules: tuple[str, ...] = ()
    asked: tuple[Word, ...] = ()
    at: int = 0
    softened: tuple[Word, ...] = ()


class Said:
    """A sentence with everything that the rules of form say about it."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.line = Line.of(sentence.words)
        self._spoken: dict[str, list[Spoken]] = {}

    def spoken(self, name: str) -> list[Spoken]:
        """Return the rules of one file that speak about this sentence."""
        if name not in self._spoken:
            self._spoken[name] = spoken(rules_of(name), self.line, self.sentence.asks)
        return self._spoken[name]

    @cached_property
    def clauses(self) -> list[Clause]:
        """Return the question clauses."""
        return question_clauses(self.sentence)

    @cached_property
    def check(self) -> list[Spoken]:
        """Return the rules for a short check or a request to go on."""
        return self.spoken("check")

    @cached_property
    def invites(self) -> list[Spoken]:
        """Return the rules for asking without a question, or softly."""
        return self.spoken("indirect") or self.spoken("softened")

    @property
    def asks(self) -> bool:
        """Return whether the sentence asks something."""
        return self.sentence.asks or bool(self.clauses or self.invites or self.tagged)

    @property
    def tagged(self) -> bool:
        """Return whether a tag asks for agreement without a question mark."""
        return any(one.rule.id == "leading.tag_told" for one in self.spoken("leading"))

    @property
    def questions(self) -> int:
        """Return how many questions it asks."""
        return max(len(self.clauses), int(self.asks))

    def words_at(self, clause: Clause) -> Span:
        """Return the words that show a question clause, as positions in the text."""
        words = self.sentence.words
        last = clause.key if clause.kind != "verb" else min(clause.verb + 1, len(words) - 1)
        return words[clause.start].start, words[last].end


def form_of(sentences: Sequence[Sentence]) -> Form:
    """Return the form of a line; its form is None when no rule speaks.

    A reframe is looked for first, then a summary with its check, then what the last question is,
    and only then what a line without a question is.

    >>> from helpers.analysis.questions.words import sentences_of
    >>> form_of(sentences_of("Goed. Waar loopt u tegenaan?")).form
    'open'
    """
    said = [Said(one) for one in sentences]
    return (
        _reframe(said) or _checked(said) or _question(said) or _told(said) or Form(None, "not_sure")
    )


def _reframe(said: list[Said]) -> Form | None:
    last = said[-1]
    if last.asks and not last.check and not last.spoken("reframe") and not _supposes(last):
        return None
    own = said[:-1] if len(said) > 1 and _is_checked(last) else said
    found = reframes([one.sentence for one in own])
    whole = {one.id for one in rules_of("reframe")}
    ids = {one.rule.id for one in found}
    if last.check and not ids & (whole | {"reframe_parts.own_view"}):
        return None  # with a check it is a summary, unless it has a view of its own
    if not ids & (NEEDS | whole) and any(_sums_up(one) for one in said):
        return None
    return _form("reframe", found) if found else None


def _is_checked(one: Said) -> bool:
    return any(found.rule.id == "check.is_that_right" for found in one.check)


def _supposes(one: Said) -> bool:
    """Return whether a question only supposes: ``what if it is not this, but that?``."""
    first = all(clause.start == 0 or clause.kind == "inside" for clause in one.clauses)
    return first and bool(
        {"reframe_parts.supposes"} & {found.rule.id for found in one.spoken("reframe_parts")}
    )


def _sums_up(one: Said) -> bool:
    return bool({"summary.in_short", "summary.so_you"} & {f.rule.id for f in one.spoken("summary")})


def _checked(said: list[Said]) -> Form | None:
    last = said[-1]
    tags = [one for one in last.check if one.rule.id == "check.is_that_right"]
    alone = len(said) == 1
    if not tags or (alone and len(last.sentence.words) < 2 and not _is_verb(last)):
        return None
    if not alone and any(one.questions > 1 for one in said[:-1]):
        return None
    before = [found for one in said[:-1] for found in one.spoken("summary")]
    return _form("summary_check", [*before, *tags])


def _is_verb(one: Said) -> bool:
    return one.sentence.words[0].word in {"klopt"}


def _question(said: list[Said]) -> Form | None:
    announces = {"check.permission", "check.may_i_give_back"}
    asking = [
        (i, one)
        for i, one in enumerate(said)
        if one.asks and not (len(said) > 1 and announces & {c.rule.id for c in one.check})
    ]
    if not asking:
        return None
    at, last = asking[-1]
    if not last.sentence.asks and (found := last.spoken("statement")) and not last.invites:
        return None if last.clauses[0].start else _form("statement", found)
    summary = [one for one in last.spoken("summary") if not _only_asks(last, one)]
    if summary and not last.tagged and not any(one.kind == "word" for one in last.clauses):
        return _form("summary_check", summary)
    leading = last.spoken("leading")
    if leading:
        return _form("leading", leading)._replace(asked=last.sentence.words, at=at)
    if sum(_counted(one, last) for _, one in asking) > 1:
        return _multiple(asking, last)
    single = _single(last)
    words = last.sentence.words
    if not last.invites:
        return single._replace(asked=words, at=at)
    return single._replace(asked=_without(words, single.spans), at=at, softened=words)


def _without(words: Sequence[Word], spans: Sequence[Span]) -> tuple[Word, ...]:
    """Return the words that do not only soften: ``can you tell`` asks nothing by itself."""
    return tuple(
        one
        for one in words
        if one.word in word_list("question")
        or not any(start <= one.start and one.end <= end for start, end in spans)
    )


def _only_asks(last: Said, one: Spoken) -> bool:
    """Return whether a summary's words stand in what is plainly a question."""
    if one.rule.id in {"summary.if_i_understand", "summary.in_short"}:
        return False
    return bool(last.clauses and last.clauses[0].start <= 1) or bool(last.invites)


def _counted(one: Said, last: Said) -> int:
    only_invites = bool(one.spoken("indirect")) and not one.clauses and one is not last
    return 0 if only_invites and not one.sentence.asks else one.questions


def _multiple(asking: list[tuple[int, Said]], last: Said) -> Form:
    at, first = next(pair for pair in asking if _counted(pair[1], last))
    words = first.sentence.words
    ends = first.clauses[1].start if len(first.clauses) > 1 else len(words)
    while words[ends - 1].word in {",", "en", "maar"}:
        ends -= 1
    spans = tuple(one.words_at(clause) for _, one in asking for clause in one.clauses)
    return Form("multiple", "two_at_once", spans, ("clauses.several",), words[:ends], at)


def _single(last: Said) -> Form:
    indirect, softened = last.spoken("indirect"), last.spoken("softened")
    if indirect:
        return _form("open", indirect)
    if softened and not any(one.kind == "word" and not one.start for one in last.clauses):
        return _form("softened_closed", softened)
    if last.clauses:
        clause = last.clauses[-1]
        spans = (last.words_at(clause),)
        if clause.kind == "verb":
            return Form("closed", "yes_or_no", spans, ("clauses.verb_first",))
        return Form("open", "opens", spans, ("clauses.question_word",))
    return _without_clause(last)


def _without_clause(last: Said) -> Form:
    """Return the form of a question in another order.

    ``U bent morgen vrij?`` may ask, lead or check: only the voice tells.
    """
    first = last.sentence.words[lead_in_ends(last.sentence.plain)]
    if first.word in word_list("question") | {"stel", "als"}:  # "En als de raad nee zegt?"
        return Form("open", "opens", ((first.start, first.end),), ("clauses.question_word",))
    first = last.sentence.words[0]
    if len(last.sentence.words) >= LEAST_WORDS and first.word in verb_forms():
        return Form("closed", "yes_or_no", (first[1:],), ("clauses.verb_first",))
    return Form(None, "told_as_question")


def _told(said: list[Said]) -> Form | None:
    summary = [found for one in said for found in one.spoken("summary")]
    ending, told = said[-1].spoken("summary"), said[-1].spoken("statement")
    ids, sentences = {one.rule.id for one in told}, [one.sentence for one in said]
    if sums_up({one.rule.id for one in summary}, {one.rule.id for one in ending}, ids):
        return None if _adds_a_view(said) else _form("summary_check", summary)
    if ids - LIGHT:
        return None if may_reframe(sentences, "nearly") else _form("statement", told)
    if summary and (ending or not {"ik", "wij", "we"} & {*said[-1].sentence.plain}):
        return _form("summary_check", summary)
    if may_reframe(sentences):
        return None
    words = [word for one in sentences for word in one.plain if word != ","]
    if told:
        return _form("statement", told)
    if not has_verb(words) or (is_about_the_other(words) and not refuses(sentences)):
        return None
    return Form("statement", "tells")


def _adds_a_view(said: list[Said]) -> bool:
    """Return whether a line goes on after what it gives back, with what the speaker thinks."""
    later = [found.rule.id for one in said[1:] for found in one.spoken("statement")]
    nearly = len(said) > 1 and may_reframe([one.sentence for one in said], "nearly")
    return nearly or "statement.own_view" in later


def _form(name: str, found: Sequence[Spoken]) -> Form:
    spans = tuple(sorted({span for one in found for span in one.spans}))
    return Form(name, found[0].rule.why, spans, tuple(one.rule.id for one in found))
