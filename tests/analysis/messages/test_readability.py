"""Five texts counted by hand (sentences, words, syllables), and hints at what makes one hard."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.messages.readability import (
    MOST_HINTS,
    Readability,
    readability,
    reading_hints,
    text_sentences,
)

COUNTED = [
    ("Vanaf 2 maart halen wij het restafval om de twee weken op.", 1, 12, 17),
    ("Waarom doen we dit? In onze stad gooien we te veel weg.\nDat kost geld.", 3, 15, 18),
    ("De container gaat naar de straat, bijv. op dinsdag. Vragen? Bel de gemeente!", 3, 13, 19),
    (
        "Het college heeft op 3 februari besloten dat de tarieven met 1.000 euro stijgen. Dit "
        "geldt volgens art. 5 van de verordening.",
        2,
        22,
        40,
    ),
    ("Ouderen krijgen hulp\nGezinnen krijgen een grotere bak\nLuiers gaan apart", 3, 11, 21),
]


@pytest.mark.parametrize(("text", "sentences", "words", "said"), COUNTED)
def test_a_text_is_counted_as_by_hand(text: str, sentences: int, words: int, said: int) -> None:
    found = readability(text)
    assert found[:3] == (sentences, words, said)
    ease = 206.84 - 0.93 * words / sentences - 77 * said / words
    assert found.ease == pytest.approx(ease, abs=0.005)


@pytest.mark.parametrize("text", ["", "  \n ", "!!! ... ---", "🗑️"])
def test_a_text_without_words_has_no_ease(text: str) -> None:
    found = readability(text)
    assert found[:3] == (0, 0, 0)
    assert math.isnan(found.ease)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(hint.kind, text[hint.start : hint.end]) for hint in reading_hints(text)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("De bakken worden op dinsdag geleegd.", ("passive", "worden")),
        ("Het besluit werd in maart genomen.", ("passive", "werd")),
        ("Er wordt minder opgehaald.", ("passive", "wordt")),
        ("Het invoeren van de pas duurt lang.", ("nominal", "Het invoeren van")),
        ("De uitvoering van het plan begint.", ("nominal", "De uitvoering van")),
        ("Dit doen wij teneinde afval te besparen.", ("jargon", "teneinde")),
        ("De afvalstoffenheffing stijgt.", ("long_word", "afvalstoffenheffing")),
        ("Met betrekking tot glas verandert er niets.", ("jargon", "Met betrekking tot")),
    ],
)
def test_what_may_be_hard_is_marked(text: str, hint: tuple[str, str]) -> None:
    assert hint in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wij halen de bakken op dinsdag op.",
        "Het wordt beter in de zomer.",
        "De prijs wordt bekend in mei.",
        "Ik word gezond oud.",
        "Als het donker wordt, gaan de lampen aan.",
        "Het wordt druk, en we hebben alles geteld.",
    ],
)
def test_plain_words_get_no_hint(text: str) -> None:
    assert kinds(text) == []


def test_a_hint_says_how_long_a_sentence_is() -> None:
    text = " ".join(["woord"] * 21) + "."
    (hint,) = reading_hints(text)
    assert (hint.kind, hint.start, hint.end, hint.detail) == ("long_sentence", 0, len(text), "21")
    assert reading_hints(" ".join(["woord"] * 20) + ".") == ()


def test_jargon_comes_with_a_plainer_word() -> None:
    (hint,) = reading_hints("Thans geldt dit.")
    assert hint.detail == "nu"


def test_five_thousand_words_come_back_at_once(within) -> None:  # type: ignore[no-untyped-def]
    text = "De bakken worden thans geleegd, en dat is voor iedereen beter. " * 500
    within(lambda: (readability(text), reading_hints(text)), 0.25)
    assert len(reading_hints(text)) == MOST_HINTS


@given(st.text(max_size=300))
def test_anything_typed_is_answered(text: str) -> None:
    found = readability(text)
    assert isinstance(found, Readability)
    assert found.sentences <= found.words <= max(found.syllables, found.words)
    assert all(0 <= one.start < one.end <= len(text) for one in reading_hints(text))
    assert sum(len(one.words) for one in text_sentences(text)) == found.words
