"""Names in a conversation that mean nothing: of things, marks, acts, endings and words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from helpers.analysis.questions.patterns import Pattern
from helpers.analysis.questions.rules import FORMS
from helpers.analysis.questions.words import plain
from helpers.dossier.problems import nearest
from helpers.texts.language import N_, _
from helpers.training.conversations.conversation import (
    ANY,
    FUNCTIONS,
    STANDARD_ACTS,
    Condition,
    Conversation,
    Line,
)
from helpers.training.principles import PRINCIPLES

Found = tuple[str, str, str]
_UNKNOWN = N_("There is no {kind} with the name {came}. {offer}")
_KINDS = {
    "thing": N_("thing"),
    "mark": N_("mark"),
    "act": N_("act"),
    "ending": N_("ending"),
    "function": N_("function"),
    "form": N_("form"),
    "principle": N_("principle"),
}
_ONE = N_(
    "A line does one thing. Here are {n}: fill in one of ask, summarise, reframe, act and close."
)
_UNREAD = N_("The words {came} cannot be looked for. {why}")


def reference_problems(conversation: Conversation) -> Iterator[Found]:
    """Give every name that means nothing: part, field and a sentence."""
    names = _names(conversation)
    yield from _twice(conversation)
    for place, kind, used in _used(conversation):
        for name in used:
            if name not in names[kind]:
                offer = nearest(name, sorted(names[kind]))
                said = _(_UNKNOWN).format(kind=_(_KINDS[kind]), came=name, offer=offer)
                yield *place, said.strip()
    for line in conversation.lines:
        if len(line.does.named) != 1:
            yield f"lines {line.id}", "does", _(_ONE).format(n=len(line.does.named))
    yield from _pattern_problems(conversation)


def _names(conversation: Conversation) -> dict[str, set[str]]:
    acts = {*STANDARD_ACTS, *(one.id for one in conversation.acts)}
    return {
        "thing": {one.id for one in conversation.things},
        "mark": {mark for one in conversation.replies for mark in one.mark},
        "act": acts,
        "reply": acts | {ANY},
        "ending": {one.id for one in conversation.endings},
        "function": set(FUNCTIONS),
        "form": set(FORMS),
        "principle": set(PRINCIPLES),
    }


def _used(conversation: Conversation) -> Iterator[tuple[tuple[str, str], str, Iterable[str]]]:
    """Give every name that refers to something: its place, the kind of thing and the names."""
    yield ("", "principles"), "principle", conversation.principles
    if conversation.ready:
        yield from _in_condition("", "ready", conversation.ready)
    for thing in conversation.things:
        yield (f"things {thing.id}", "about"), "function", [thing.about]
        yield from _in_condition(f"things {thing.id}", "opens", thing.opens)
    for line in conversation.lines:
        yield from _in_line(line)
    for act in conversation.acts:
        yield (f"acts {act.id}", "forms"), "form", act.forms
    for number, reply in enumerate(conversation.replies, start=1):
        part = f"replies {number}"
        yield (part, "to"), "act", [one for one in reply.to if one != ANY]
        yield (part, "end"), "ending", [reply.end] if reply.end else []
        yield from _in_condition(part, "when", reply.when)
    for ending in conversation.endings:
        yield from _in_condition(f"endings {ending.id}", "when", ending.when)


def _in_line(line: Line) -> Iterator[tuple[tuple[str, str], str, Iterable[str]]]:
    part, does = f"lines {line.id}", line.does
    yield (part, "does.ask"), "thing", [does.ask] if does.ask else []
    yield (part, "does.summarise"), "thing", does.summarise
    yield (part, "does.reframe"), "thing", does.reframe
    yield (part, "does.act"), "act", [does.act] if does.act else []
    yield from _in_condition(part, "when", line.when)


def _in_condition(
    part: str, field: str, condition: Condition
) -> Iterator[tuple[tuple[str, str], str, Iterable[str]]]:
    confirmed = condition.confirmed if isinstance(condition.confirmed, tuple) else ()
    yield (part, f"{field}.knows"), "thing", condition.knows
    yield (part, f"{field}.not_knows"), "thing", condition.not_knows
    yield (part, f"{field}.confirmed"), "thing", confirmed
    yield (part, f"{field}.marked"), "mark", condition.marked
    yield (part, f"{field}.unmarked"), "mark", condition.unmarked


def _twice(conversation: Conversation) -> Iterator[Found]:
    said = _("{came} stands here more than once.")
    own = [one.id for one in conversation.acts]
    lists = {
        "things": [one.id for one in conversation.things],
        "lines": [one.id for one in conversation.lines],
        "acts": [*own, *(one for one in STANDARD_ACTS if one in own), *([ANY] * (ANY in own))],
        "endings": [one.id for one in conversation.endings],
    }
    for part, names in lists.items():
        for name in _repeated(names):
            yield part, "id", said.format(came=name)
    texts = [text for one in conversation.replies for text in one.says]
    texts += [text for one in conversation.things for text in (one.says, *one.not_yet)]
    for text in _repeated(texts):
        yield "replies", "says", said.format(came=f'"{text}"')
    for text in _repeated([one.say for one in conversation.lines]):
        yield "lines", "say", said.format(came=f'"{text}"')


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _pattern_problems(conversation: Conversation) -> Iterator[Found]:
    written = [(f"things {one.id}", "words", one.words) for one in conversation.things]
    written += [(f"acts {one.id}", "hears", one.hears) for one in conversation.acts]
    for part, field, patterns in written:
        for pattern in patterns:
            why = unread(pattern)
            if why:
                yield part, field, _(_UNREAD).format(came=f'"{pattern}"', why=why)


def unread(pattern: str) -> str:
    """Return why a pattern cannot be looked for, or an empty string.

    >>> unread("(winkelier*|ondernemer*) ... beloofd")
    ''
    """
    try:
        built = Pattern(plain(pattern))._expression
    except KeyError as error:
        return _("There is no list of words {came}.").format(came=error)
    except re.error:
        return _("Look at its brackets and stars.")
    whole = pattern.count("(") == pattern.count(")") and built.groups
    return "" if whole else _("Look at its brackets and stars.")
