"""What somebody types stays, also when two windows write at once."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from helpers.training.own_text import LONGEST, clean, merged, word_count

TEXTS = st.text(max_size=30)


@given(TEXTS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not [c for c in once if unicodedata.category(c) == "Cc" and c not in "\n\t"]


def test_a_text_of_a_whole_book_is_cut_off() -> None:
    assert len(clean("a" * 100_000)) == LONGEST


@given(TEXTS, TEXTS)
def test_alone_in_the_house_what_you_type_is_what_is_saved(known: str, mine: str) -> None:
    assert merged(known, known, mine) == mine


@given(TEXTS, TEXTS, TEXTS)
def test_of_two_texts_nothing_that_was_typed_gets_lost(known: str, saved: str, mine: str) -> None:
    result = merged(known, saved, mine)
    assert mine in result or mine == known
    assert saved in result or saved == known


@given(TEXTS, TEXTS, TEXTS)
def test_saving_the_same_again_adds_nothing(known: str, saved: str, mine: str) -> None:
    result = merged(known, saved, mine)
    assert merged(result, result, result) == result
    assert merged(known, result, mine) == result


def test_words_are_counted_without_dashes() -> None:
    assert word_count("Eén ding - en nog iets.") == 5
    assert word_count(" \n ") == 0
