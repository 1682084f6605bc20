"""Where a question begins, by the order of Dutch words."""

import pytest

from helpers.analysis.questions.clauses import is_verb_first, question_clauses
from helpers.analysis.questions.words import sentences_of


def openings(text: str) -> list[str]:
    sentence = sentences_of(text)[0]
    return [sentence.words[one.start].word for one in question_clauses(sentence)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Waar ligt dat aan?", ["waar"]),
        ("Goed, en met wie praat u daarover?", ["met"]),
        ("hoe werkt dat dan weer door", ["hoe"]),
        ("Welk onderdeel van die nieuwe registratie kost u de meeste tijd?", ["welk"]),
        ("Klagen de winkeliers er ook over", ["klagen"]),
        ("Voor ik verder ga, is er al een contract?", ["is"]),
        ("Wat speelt er, en wie weet daarvan?", ["wat", "wie"]),
        ("Hebt u gebeld en kreeg u antwoord?", ["hebt", "kreeg"]),
        ("Wilt u een vergunning, en voor hoe lang?", ["wilt", "voor"]),
        ("Is dat zo gegroeid, of heeft iemand dat besloten?", ["is"]),
        ("Waarom kiest men de auto, denkt u?", ["waarom"]),
        ("Stel dat het zo blijft, waar staan we dan?", ["waar"]),
        ("Vertel eens, hoe is dat gegaan?", ["hoe"]),
    ],
)
def test_a_question_begins_with_its_question_word_or_verb(text: str, starts: list[str]) -> None:
    assert openings(text) == starts


@pytest.mark.parametrize(
    "text",
    [
        "Wanneer de bouw begint, krijgen alle omwonenden een brief.",
        "Als de subsidie op is, is ze op.",
        "Hoe dat zit, kan ik u nu niet zeggen.",
        "Wat u ook doet, zet het niet in de krant.",
        "Dan gaat het om de keuze.",
        "Stuur de stukken maar.",
        "Ik weet niet waarom dat zo is.",
        "Hoe eerder u belt, hoe beter.",
    ],
)
def test_a_statement_has_no_question(text: str) -> None:
    assert openings(text) == []


def test_an_order_is_no_question() -> None:
    assert not is_verb_first(["stuur", "het", "stuk", "maar", "op"], 0, False)
    assert is_verb_first(["stuurt", "u", "het", "stuk", "op"], 0, False)
