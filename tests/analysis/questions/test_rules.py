"""Each rule speaks about its own examples, gives a reason and can be read."""

import re
from collections.abc import Callable
from importlib.resources import files

import pytest

from helpers.analysis.questions.patterns import Line
from helpers.analysis.questions.reading import read_utterance
from helpers.analysis.questions.rule_files import rule_file
from helpers.analysis.questions.rules import (
    FUNCTIONS,
    RULE_FILES,
    Rule,
    build_rules,
    rules_of,
    spoken,
)
from helpers.analysis.questions.suggestion import _suggestions
from helpers.analysis.questions.words import plain, sentences_of

RULES = files("helpers.analysis.questions") / "rules"
NAMES = sorted(
    one.name.removesuffix(".toml")
    for one in RULES.iterdir()
    if "[[rule]]" in one.read_text("utf-8")
)
EVERY = [rule for name in NAMES for rule in rules_of(name)]
WRITTEN = sorted({p.written for rule in EVERY for p in (*rule.patterns, *rule.unless)})
LISTS = rule_file("word_lists")["lists"]


def test_every_file_with_rules_is_read() -> None:
    assert set(FUNCTIONS) <= set(NAMES)
    assert sorted(RULE_FILES) == NAMES


def test_rules_that_are_built_read_the_first_line_at_once(
    within: Callable[[Callable[[], object], float], None],
) -> None:
    build_rules()
    within(lambda: read_utterance("Waar loopt u tegenaan als de raad nee zegt?"), 0.02)


def test_ids_are_used_once() -> None:
    assert len({rule.id for rule in EVERY}) == len(EVERY)


def speaks(rule: Rule, example: str) -> bool:
    lines = [(Line.of(one.words), one.asks) for one in sentences_of(example)]
    return any(list(spoken([rule], line, asks)) for line, asks in lines)


@pytest.mark.parametrize("name", NAMES)
def test_each_rule_speaks_about_its_examples(name: str) -> None:
    rules = rules_of(name)
    assert [rule.id for rule in rules if len(rule.examples) < 2] == []
    told = [(rule, example) for rule in rules for example in rule.examples]
    assert [(rule.id, example) for rule, example in told if not speaks(rule, example)] == []


def test_each_rule_gives_its_reason() -> None:
    for rule in EVERY:
        assert rule.reason.endswith("."), rule.id
        assert rule.why.isidentifier(), rule.id
        assert rule.weight > 0, rule.id


def well_formed(written: str) -> bool:
    groups = re.findall(r"\(([^()]*)\)", written)
    left = re.sub(r"\([^()]*\)\??", "", written)
    return (
        not re.search(r"[()|]", left)
        and not any("..." in group for group in groups)
        and all(name in {*LISTS, "participle"} for name in re.findall(r"<([^>]*)>", written))
        and plain(written) == written  # no capitals and no accents
        and not written.startswith("...")
        and not written.endswith("...")
    )


def test_each_pattern_is_well_formed() -> None:
    assert len(WRITTEN) > 500
    assert [written for written in WRITTEN if not well_formed(written)] == []


def test_lists_are_in_the_writing_of_the_rules() -> None:
    assert not [one for words in LISTS.values() for one in words if plain(one) != one]


def test_suggestions_know_their_rules_and_reasons() -> None:
    ids, whys = {rule.id for rule in EVERY}, {rule.why for rule in EVERY}
    for one in _suggestions():
        assert one.get("rule") is None or one["rule"] in ids
        assert one.get("why") is None or one["why"] in whys


@pytest.mark.parametrize(
    "said",
    sorted({one[key] for one in _suggestions() for key in one if key in {"wording", "to_je"}}),
)
def test_what_is_offered_needs_no_other_wording(said: str) -> None:
    reading = read_utterance(said)
    assert reading.form in {"open", "summary_check"}
    assert reading.suggestion is None
