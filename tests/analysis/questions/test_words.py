"""Words are found where they stand, however they are written."""

from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.questions.words import LONGEST_WORD, plain, sentences_of


def said(text: str) -> list[list[str]]:
    return [one.plain for one in sentences_of(text)]


def test_a_sentence_ends_at_its_mark_or_line() -> None:
    assert said("Goed. En nu? Ja!\nTot dan") == [["goed"], ["en", "nu"], ["ja"], ["tot", "dan"]]


def test_only_a_question_mark_asks() -> None:
    assert [one.asks for one in sentences_of("Goed. En nu?! Ja")] == [False, True, False]


def test_abbreviations_and_numbers_do_not_end_a_sentence() -> None:
    assert len(said("Dat kost bijv. 10.000 euro om 19:30 uur.")) == 1


def test_spoken_writing_is_read_as_the_words_meant() -> None:
    assert said("ff kijken of 't nie s lukt") == [
        ["even", "kijken", "of", "het", "niet", "eens", "lukt"]
    ]
    assert said("Kunde gij dat één keer doen") == [
        ["kun", "je", "jij", "dat", "een", "keer", "doen"]
    ]


def test_a_slip_in_a_word_that_carries_much_is_mended() -> None:
    assert said("waaorm hoevel prblemen") == [["waarom", "hoeveel", "problemen"]]
    assert said("daarom daardoor werken") == [["daarom", "daardoor", "werken"]]


def test_markup_and_pictures_are_no_words() -> None:
    assert said("<b>Hoe</b> 👍 gaat <script src='x'> het") == [["hoe", "gaat", "het"]]


def test_punctuation_alone_is_no_sentence() -> None:
    assert sentences_of(" ... , ?! \n") == []


@given(st.text(max_size=300))
def test_each_word_stands_in_the_text(text: str) -> None:
    for sentence in sentences_of(text):
        for one in sentence.words:
            assert 0 <= one.start < one.end <= len(text)
            assert one.word
            assert len(one.word) <= 2 * LONGEST_WORD


@given(st.text(alphabet="abcdefghijk lmnop", max_size=60))
def test_plain_letters_stay_as_they_are(text: str) -> None:
    assert plain(text) == text
