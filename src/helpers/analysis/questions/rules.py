"""The rules: what each looks for, and why; read from the files beside the code when first used."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from helpers.analysis.questions.patterns import Line, Pattern, Span, first_of
from helpers.analysis.questions.rule_files import rule_file

FORMS = (
    "open",
    "closed",
    "softened_closed",
    "leading",
    "multiple",
    "summary_check",
    "reframe",
    "statement",
)
FUNCTIONS = (
    "situation",
    "problem",
    "cause",
    "tried_solutions",
    "implication",
    "desired_result",
)


# Every file with rules.
RULE_FILES = (
    *FUNCTIONS,
    "check",
    "indirect",
    "leading",
    "procedure",
    "reframe",
    "reframe_parts",
    "softened",
    "statement",
    "summary",
)


class Rule(NamedTuple):
    """A rule: it speaks when one of its patterns is there and none of ``unless``.

    ``why`` is the key of the reason that a participant reads, ``weight`` how much it says,
    ``asked`` whether the sentence must (True) or must not (False) end with a question mark.
    """

    id: str
    why: str
    patterns: tuple[Pattern, ...]
    unless: tuple[Pattern, ...]
    weight: float
    asked: bool | None
    reason: str
    examples: tuple[str, ...]


class Spoken(NamedTuple):
    """A rule that spoke and where the words are on which it rests."""

    rule: Rule
    spans: tuple[Span, ...]


@cache
def rules_of(name: str) -> tuple[Rule, ...]:
    """Return the rules of one file, in their order.

    >>> rules_of("cause")[0].id
    'cause.how_come'
    """
    read = rule_file(name)
    return tuple(
        Rule(
            id=f"{name}.{one['id']}",
            why=one.get("why", read["why"]),
            patterns=tuple(map(Pattern, one["patterns"])),
            unless=tuple(map(Pattern, one.get("unless", ()))),
            weight=one.get("weight", 2.0),
            asked=one.get("asked"),
            reason=one["reason"],
            examples=tuple(one["examples"]),
        )
        for one in read["rule"]
    )


def build_rules() -> None:
    """Make every rule ready, so that the first reading takes no longer than the next ones."""
    for name in RULE_FILES:
        for rule in rules_of(name):
            for pattern in (*rule.patterns, *rule.unless):
                pattern.build()


def spoken(rules: Iterable[Rule], line: Line, asks: bool) -> list[Spoken]:
    """Return the rules that speak about one sentence, with the words on which each rests."""
    found = []
    for rule in rules:
        if rule.asked is not None and rule.asked != asks:
            continue
        spans = first_of(rule.patterns, line)
        if spans is not None and first_of(rule.unless, line) is None:
            found.append(Spoken(rule, spans))
    return found
