"""What a line is read as, what it rests on, and when the rules keep silent."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.questions.reading import LONGEST, Reading, read_utterance
from helpers.analysis.questions.rules import FORMS, FUNCTIONS

LONG_WINDED = [
    "waar " * 400,
    "a" * LONGEST,
    "hoe komt het dat " * 115,
    "wat als het niet, maar " * 80,
    ",;:" * 600,
    "?" * LONGEST,
    "<" * LONGEST,
    "<a " * 600,
    "'" * LONGEST,
    "a-" * 900,
    "zou u niet " * 180,
    "dus, " * 390,
]


def words_of(text: str, reading: Reading) -> list[str]:
    return [text[start:end] for start, end in reading.form_spans]


@pytest.mark.parametrize(
    ("text", "form", "function"),
    [
        ("Waarmee worstelen de ouders het meest?", "open", "problem"),
        ("Op welke manier werkt dat door in uw gezin?", "open", "implication"),
        ("Hoezo is dat blijven liggen?", "open", "cause"),
        ("Ik vraag me af wie daar over gaat", "open", "situation"),
        ("Vertel eens wat jullie al geprobeerd hebben.", "open", "tried_solutions"),
        ("waarrom duurt t zo lang", "open", "cause"),
        ("Klagen de winkeliers daarover", "closed", "problem"),
        ("Kunt u vertellen waar u op hoopt?", "softened_closed", "desired_result"),
        ("Mag ik vragen wat dat met u doet?", "softened_closed", "implication"),
        ("Heb je een idee waarom?", "softened_closed", "cause"),
        ("Kunt u niet beter eerst bellen?", "leading", None),
        ("Wie wil er nou geen groene straat?", "leading", None),
        ("Wat speelt er, en wie weet daarvan?", "multiple", "situation"),
        ("Dus als ik u goed begrijp, gaat het om de planning. Klopt dat?", "summary_check", None),
        ("Het steekt u dat niemand belde.", "summary_check", None),
        ("Zou het kunnen dat het eigenlijk om vertrouwen gaat?", "reframe", None),
        ("Mijn advies is om te wachten.", "statement", None),
        ("Ik weet niet waarom dat zo is.", "statement", None),
    ],
)
def test_a_line_is_read(text: str, form: str, function: str | None) -> None:
    assert read_utterance(text)[:2] == (form, function)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no_words"),
        (" \n\t", "no_words"),
        ("...?!", "no_words"),
        ("👍🎉", "no_words"),
        ("<b></b>", "no_words"),
        ("12345", "no_words"),
        ("Goedemiddag mevrouw", "greeting"),
        ("Ja hoor!", "greeting"),
        ("What do you think the main problem is?", "not_dutch"),
        ("Können Sie mir sagen, wie das geht?", "not_dutch"),
        ("Pourquoi avez-vous fait cela ?", "not_dutch"),
        ("asdfghjkl", "not_dutch"),
        ("afval containers maandag dinsdag", "not_dutch"),
        ("U bent morgen vrij?", "told_as_question"),
        ("a" * 10_000, "too_long"),
        ("Waarom is dat zo? " * 600, "too_long"),
    ],
)
def test_it_does_not_guess(text: str, why: str) -> None:
    reading = read_utterance(text)
    assert reading[:3] == (None, None, why)
    assert reading.form_spans == reading.function_spans == reading.rules == ()
    assert reading.suggestion is None


def test_the_last_question_decides_and_what_comes_before_helps() -> None:
    assert read_utterance("Fijn dat u belt. Woont u zelf in de straat?").form == "closed"
    assert read_utterance("Dat wringt dus. Hoe merk je dat?").function == "problem"


def test_the_words_shown_are_those_it_rests_on() -> None:
    text = "Goed. En waar komt die onrust vandaan?"
    reading = read_utterance(text)
    assert words_of(text, reading) == ["waar"]
    assert [text[a:b] for a, b in reading.function_spans] == ["waar", "vandaan"]
    assert reading.rules[0] == "clauses.question_word"


def test_each_question_of_several_is_shown() -> None:
    text = "Wat speelt er, en wie weet daarvan?"
    assert words_of(text, read_utterance(text)) == ["Wat", "wie"]


def test_of_several_questions_the_first_is_offered() -> None:
    text = "Hallo. Wat speelt er, en wie weet daarvan?"
    suggestion = read_utterance(text).suggestion
    assert suggestion is not None
    assert suggestion.id == "one_at_a_time"
    assert suggestion.keep is not None
    assert text[slice(*suggestion.keep)] == "Wat speelt er"
    assert suggestion.line == "Wat speelt er?"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Fijn dat u belt. Komt dat door de planning?", "Fijn dat u belt. Hoe is dat zo gekomen?"),
        ("wat speelt er, en wie weet daarvan?", "Wat speelt er?"),
        ("ik hoor dat u er klaar mee bent", "Ik hoor dat u er klaar mee bent. Klopt dat?"),
        ("Ik hoor dat je er klaar mee bent...", "Ik hoor dat je er klaar mee bent... Klopt dat?"),
        ("Dat is niet goed. Kunt u niet beter eerst bellen?", "Wat hebt u zelf al geprobeerd?"),
    ],
)
def test_the_whole_line_to_say_instead_is_offered(text: str, line: str) -> None:
    suggestion = read_utterance(text).suggestion
    assert suggestion is not None
    assert suggestion.line == line


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Komt dat door de planning?", "open_cause"),
        ("Waarom doet u dat?", "what_makes_that"),
        ("Kunt u niet beter eerst bellen?", "ask_before_advice"),
        ("Ik hoor dat u er klaar mee bent.", "add_a_check"),
        ("U moet eerst bellen.", "ask_first"),
        ("Dat is vervelend, toch?", "open_problem"),
    ],
)
def test_one_better_wording_is_offered(text: str, advice: str) -> None:
    suggestion = read_utterance(text).suggestion
    assert suggestion is not None
    assert suggestion.id == advice


def test_a_wording_speaks_to_the_other_as_the_line_does() -> None:
    to_u, to_je = read_utterance("Hebt u last?"), read_utterance("Heb je last?")
    assert to_u.suggestion is not None
    assert to_je.suggestion is not None
    assert to_u.suggestion.wording == "Waar loopt u tegenaan?"
    assert to_je.suggestion.wording == "Waar loop je tegenaan?"


def test_a_good_question_needs_no_other_wording() -> None:
    assert read_utterance("Waar loopt u tegenaan?").suggestion is None
    assert read_utterance("Zal ik u morgen bellen?").suggestion is None
    assert read_utterance("Waardoor liep het vast?").suggestion is None
    assert read_utterance("Begrijp ik goed dat u rust wilt?").suggestion is None
    assert read_utterance("Ik hoor dat u er klaar mee bent. Klopt dat?").suggestion is None


WORDS = "hoe wat waar is het u je niet toch , en of als dus zou kunt geen waarom . ? dat ik al er"
DUTCH = st.sampled_from(WORDS.split())


@given(st.one_of(st.text(max_size=400), st.lists(DUTCH, max_size=40).map(" ".join)))
def test_any_text_is_answered_within_its_words(text: str) -> None:
    reading = read_utterance(text)
    assert reading.form in (None, *FORMS)
    assert reading.function in (None, *FUNCTIONS)
    assert reading == read_utterance(text)
    for start, end in (*reading.form_spans, *reading.function_spans):
        assert 0 <= start < end <= len(text)
    if reading.function:
        assert reading.form in (None, *FORMS[:5])
        assert reading.function_spans


@pytest.mark.parametrize("text", LONG_WINDED, ids=lambda text: text[:12])
def test_no_line_takes_long(text: str) -> None:
    read_utterance("Hoe gaat dat?")
    taken = []
    for _ in range(3):
        start = time.process_time()
        read_utterance(text)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.2
