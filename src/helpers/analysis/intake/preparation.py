"""What is still open on the card with which somebody prepares a conversation."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from helpers.analysis.questions.marks import shown_words
from helpers.analysis.questions.patterns import Line, Pattern, first_of
from helpers.analysis.questions.reading import Reading, read_utterance
from helpers.analysis.questions.words import sentences_of
from helpers.dossier.assignment import Preparation

FIELDS = (
    "why_now",
    "known",
    "unknown",
    "first_sentence",
    "questions",
    "dilemmas",
    "difference",
    "technique",
)
"""The columns of the card, in the order in which one fills it in."""

_ARGUES = {"advises", "tells_own_view"}
_ASK_NOT = {"statement": "no_question", "leading": "leads", "multiple": "two_at_once"}


class Remark(StrEnum):
    """What is odd about a line of the card."""

    EMPTY = "empty"
    ARGUES = "argues"
    LEADS = "leads"
    NO_QUESTION = "no_question"
    TWO_AT_ONCE = "two_at_once"
    NOT_SURE = "not_sure"


class Finding(NamedTuple):
    """A remark on a column; ``line`` is what it is about, ``words`` those on which it rests."""

    column: str
    remark: Remark
    line: str = ""
    words: tuple[str, ...] = ()


def findings(card: Preparation) -> tuple[Finding, ...]:
    """Return what to look at again on a card, in its own order; nothing when it is ready.

    The first sentence may not argue, what stands as a question must be one, and everything is
    filled in: at least one dilemma and the place where one plainly differs are among it.

    >>> card = Preparation(id="een", stakeholder="bedrijf", questions="Dit is onze regel.")
    >>> [(one.column, one.remark.value) for one in findings(card) if one.line]
    [('questions', 'no_question')]
    """
    return tuple(one for column in FIELDS for one in _about(column, getattr(card, column)))


def lines_of(text: str) -> tuple[str, ...]:
    r"""Return the lines of a text in which something stands.

    >>> lines_of("Wat nu?\n\n - En dan?")
    ('Wat nu?', 'En dan?')
    """
    lines = (line.strip().lstrip("-•* ").strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


def _about(column: str, text: str) -> Iterator[Finding]:
    if not text.strip():
        yield Finding(column, Remark.EMPTY)
    elif column == "first_sentence":
        yield from _first_sentence(text)
    elif column == "questions":
        for line in lines_of(text):
            yield from _question(line)


def _first_sentence(text: str) -> Iterator[Finding]:
    read = _read(text)
    if words := argument(text):
        yield Finding("first_sentence", Remark.ARGUES, text, words)
    elif read.form == "leading":
        yield Finding("first_sentence", Remark.LEADS, text, _words(text, read))
    elif read.form_why in _ARGUES:
        yield Finding("first_sentence", Remark.ARGUES, text, _words(text, read))


def _question(line: str) -> Iterator[Finding]:
    read = _read(line)
    if read.form in _ASK_NOT:
        yield Finding("questions", Remark(_ASK_NOT[read.form]), line, _words(line, read))
    elif read.form is None:
        yield Finding("questions", Remark.NOT_SURE, line)


@lru_cache(256)
def _read(text: str) -> Reading:
    return read_utterance(text)


def _words(text: str, read: Reading) -> tuple[str, ...]:
    return tuple(shown_words(text, read.form_spans))


def argument(text: str) -> tuple[str, ...]:
    """Return the words that make a sentence an argument, none when no rule knows one.

    >>> argument("Ik bel u, want de regels zijn nu eenmaal zo.")
    ('want de',)
    >>> argument("Ik hoor graag hoe u hiernaar kijkt.")
    ()
    """
    for sentence in sentences_of(text[:2_000]):
        line = Line.of(sentence.words)
        for patterns, unless in _rules():
            spans = first_of(patterns, line)
            if spans is not None and first_of(unless, line) is None:
                return tuple(shown_words(text, spans))
    return ()


@cache
def _rules() -> tuple[tuple[tuple[Pattern, ...], tuple[Pattern, ...]], ...]:
    import tomllib

    text = (files("helpers.analysis.intake") / "arguments.toml").read_text("utf-8")
    read: dict[str, list[dict[str, Any]]] = tomllib.loads(text)
    return tuple(
        (tuple(map(Pattern, one["patterns"])), tuple(map(Pattern, one["unless"])))
        for one in read["rule"]
    )
