"""A pattern is found as a reader would find it."""

import pytest

from helpers.analysis.questions.patterns import GAP, Line, Pattern, first_of
from helpers.analysis.questions.words import sentences_of


def found(written: str, text: str) -> list[str] | None:
    spans = Pattern(written).spans(Line.of(sentences_of(text)[0].words))
    return None if spans is None else [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("written", "text", "words"),
    [
        ("waar ... vandaan", "En waar komt die onrust vandaan?", ["waar", "vandaan"]),
        ("klacht*", "Welke klachten hoort u?", ["klachten"]),
        ("*werk", "Hoe gaat het rondwerk?", ["rondwerk"]),
        ("(op het spel|dupe)", "Wat staat er op het spel?", ["op het spel"]),
        ("hoe (gaat)? het", "Hoe het loopt?", ["Hoe", "het"]),
        ("<have> <you>", "Hoe hebt u dat gedaan?", ["hebt", "u"]),
        ("al ... <participle>", "Is dat al vaak uitgeprobeerd?", ["al", "uitgeprobeerd"]),
        ("^ hoe", "Hoe dan?", ["Hoe"]),
        (", toch $", "Dat is zo, toch?", [",", "toch"]),
        ("één", "Dat is er een.", None),
        ("^ dan", "Hoe dan?", None),
        ("dan $", "Hoe dan nu?", None),
        ("hoe gaat", "Hoe dat gaat", None),
        ("werk", "Hoe gaat het rondwerk?", None),
    ],
)
def test_a_pattern_stands_where_its_words_are(
    written: str, text: str, words: list[str] | None
) -> None:
    assert found(written, text) == words


def test_a_gap_has_an_end() -> None:
    assert found("waar ... vandaan", f"waar {'ja ' * GAP}vandaan")
    assert not found("waar ... vandaan", f"waar {'ja ' * (GAP + 1)}vandaan")


def test_the_first_pattern_that_is_there_counts() -> None:
    line = Line.of(sentences_of("Hoe gaat dat?")[0].words)
    assert first_of([Pattern("wat"), Pattern("dat"), Pattern("hoe")], line) == ((9, 12),)
    assert first_of([Pattern("wat")], line) is None
