"""What somebody typed, as a move in a conversation."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from helpers.analysis.questions.clauses import word_list
from helpers.analysis.questions.patterns import Line, Pattern, Span
from helpers.analysis.questions.reading import Reading, read_utterance
from helpers.analysis.questions.words import Sentence, plain, sentences_of
from helpers.training.conversations.conversation import Conversation, Thing
from helpers.training.conversations.state import State, opens
from helpers.training.conversations.take import Move

_ASKS = {"open": 0, "softened_closed": 0, "closed": 1}
_CLOSED = ("function", "preposition", "determiner", "question", "subject", "have", "can", "would")
_STEM = 6  # letters by which two forms of a word are the same


class Heard(NamedTuple):
    """What was typed: the move (None when the rules are not sure), the reading and the words.

    ``spans`` are ``(start, end)`` of the words on which it rests; ``why`` says why there is no
    move: a key of the reading, or ``nothing_said`` for a summary in which nothing is recognised.
    """

    move: Move | None
    reading: Reading
    spans: tuple[Span, ...] = ()
    why: str = ""


def hear(conversation: Conversation, state: State, text: str) -> Heard:
    """Return what a typed line does in this state.

    The own acts of the conversation come first (but a summary is a summary, unless the act names
    that form), then what ends a conversation, then what the rules read.
    """
    reading = read_utterance(text)
    sentences = sentences_of(text) if reading.form_why != "too_long" else []
    for act in conversation.acts:
        if reading.form in act.forms or not (act.forms or reading.form == "summary_check"):
            spans = _spans(act.hears, sentences)
            if spans:
                return Heard(Move(act.id), reading, _joined(spans))
    spans = _spans(tuple(_words()["closing"]), sentences)
    if spans and reading.form in (None, "statement"):
        return Heard(Move("close"), reading, _joined(spans))
    return _read(conversation, state, reading, sentences)


def _read(
    conversation: Conversation, state: State, reading: Reading, sentences: list[Sentence]
) -> Heard:
    form = reading.form
    if form in _ASKS:
        return _asked(conversation, state, reading, sentences)
    if form == "summary_check":
        return _summed_up(conversation, state, reading, sentences)
    if form in ("reframe", "leading", "multiple"):
        return Heard(Move(form), reading, _joined(reading.form_spans))
    if form == "statement":
        return _told(reading, sentences)
    return Heard(None, reading, (), reading.form_why)


def _told(reading: Reading, sentences: list[Sentence]) -> Heard:
    if "statement.sympathy" in reading.rules:  # it lets the other go on
        return Heard(Move("ask_other"), reading, _joined(reading.form_spans))
    looks_up = reading.form_why == "promises" and _spans(tuple(_words()["looks_up"]), sentences)
    if looks_up:
        return Heard(Move("tell"), reading, _joined(looks_up))
    if reading.form_why in ("advises", "promises"):
        return Heard(Move("advice"), reading, _joined(reading.form_spans))
    against = _spans(tuple(_words()["arguing"]), sentences)
    if against or reading.form_why == "tells_own_view":
        return Heard(Move("argue"), reading, _joined(against or reading.form_spans))
    return Heard(Move("tell"), reading, _joined(reading.form_spans))


def _asked(
    conversation: Conversation, state: State, reading: Reading, sentences: list[Sentence]
) -> Heard:
    """Return about which thing a question is: by its words and function, by either, or by none.

    Of the things that fit equally well, one that comes out now goes before one that is too early,
    and that before one that is known. But a known thing that is plainly named goes before one that
    only has the same function.
    """
    harder = _ASKS[reading.form or ""]
    spans = (*reading.form_spans, *reading.function_spans)

    def fits(thing: Thing) -> tuple[int, int]:
        named = len(_spans(thing.words, sentences))
        free = thing.id not in state.known
        again = not free and named and (named > 1 or reading.function == "situation")
        same = bool(again) or thing.about == reading.function
        soon = opens(conversation, state._replace(turn=state.turn + 1), thing.id, harder)
        return 2 * bool(named) + same, free + (free and soon)

    rated = [(fits(one), one) for one in conversation.things]
    ranks = [(3, 1), (2, 1), (3, 0), (1, 1), (2, 0)]
    if reading.function != "situation":  # "Vertel eens verder" reads as one too
        ranks.append((1, 0))
    for wanted in ranks:
        there = [pair for pair in rated if pair[0][0] == wanted[0] and pair[0][1] >= wanted[1]]
        if there:
            thing = max(there, key=lambda pair: pair[0])[1]
            words = _spans(thing.words, sentences)
            return Heard(Move("ask", (thing.id,), harder=harder), reading, _joined(spans, words))
    return Heard(Move("ask_other", harder=harder), reading, _joined(spans))


def _summed_up(
    conversation: Conversation, state: State, reading: Reading, sentences: list[Sentence]
) -> Heard:
    told = _told_again(reading, sentences)
    named = [one for one in conversation.things if _spans(one.words, sentences)]
    known = [one for one in conversation.things if one.id in state.known]
    heard = [one for one in known if one in named or _is_about(one, known, told)] or named
    if not heard:
        return Heard(None, reading, reading.form_spans, "nothing_said")
    words = tuple(span for one in heard for span in _spans(one.words, sentences))
    move = Move("summarise", tuple(one.id for one in heard))
    return Heard(move, reading, _joined(reading.form_spans, words))


def _told_again(reading: Reading, sentences: list[Sentence]) -> set[str]:
    """Return the words of a summary that say something, without those that make it one."""
    return _stems(
        word.word
        for one in sentences
        for word in one.words
        if not any(start <= word.start < end for start, end in reading.form_spans)
    )


def _is_about(thing: Thing, known: list[Thing], told: set[str]) -> bool:
    """Return whether words are about a thing: two that were said of it, or one of it alone."""
    own = told & _said_about(thing.point, thing.says)
    others = (_said_about(one.point, one.says) for one in known if one.id != thing.id)
    return len(own) > 1 or bool(own.difference(*others))


@cache
def _said_about(*texts: str) -> frozenset[str]:
    return frozenset(
        _stems(word for text in texts for one in sentences_of(text) for word in one.plain)
    )


def _stems(words: Iterable[str]) -> set[str]:
    least = _words()["least_letters"]
    return {word[:_STEM] for word in words if len(word) >= least and _tells(word)}


def _tells(word: str) -> bool:
    return not any(word in word_list(name) for name in _CLOSED)


def _spans(patterns: tuple[str, ...], sentences: list[Sentence]) -> tuple[Span, ...]:
    """Return where the words of every pattern stand, in the order of the line."""
    found = set[Span]()
    for one in sentences:
        line = Line.of(one.words)
        for pattern in _built(patterns):
            found.update(pattern.spans(line) or ())
    return tuple(sorted(found))


@cache
def _built(patterns: tuple[str, ...]) -> tuple[Pattern, ...]:
    return tuple(Pattern(plain(one)) for one in patterns)


def _joined(*spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans in order, those that touch as one."""
    joined: list[Span] = []
    for start, end in sorted(one for some in spans for one in some):
        if joined and start <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


@cache
def _words() -> dict[str, Any]:
    import tomllib

    here = files("helpers.training.conversations") / "heard.toml"
    return tomllib.loads(here.read_text("utf-8"))
