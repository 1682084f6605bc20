"""A card is looked at kindly: what argues, steers or is no question is shown with its words."""

from collections.abc import Callable
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.intake.preparation import (
    FIELDS,
    Remark,
    argument,
    findings,
    lines_of,
)
from helpers.analysis.questions.rules import build_rules
from helpers.dossier.assignment import Preparation

FULL = dict.fromkeys(FIELDS, "De buurt slaapt slecht.") | {
    "first_sentence": "U spreekt met de beleidsadviseur wonen. Ik hoor graag hoe u hiernaar kijkt.",
    "questions": "Wat maakt dit voor u lastig?\nWat hebt u al geprobeerd?",
}


def card(**texts: str) -> Preparation:
    return Preparation.model_validate({"id": "een", "stakeholder": "bedrijf", **FULL, **texts})


def test_a_good_card_gets_no_remark() -> None:
    assert findings(card()) == ()


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_left_empty_is_told(name: str) -> None:
    assert findings(card(**{name: " \n"})) == ((name, Remark.EMPTY, "", ()),)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ik wil u uitleggen waarom wij dit doen.",
        "De regels zijn nu eenmaal zo.",
        "Wij doen dit, want de buurt heeft er last van.",
        "Wat u in de krant zei, klopt niet.",
        "U moet hier echt aan meewerken.",
        "Volgens mij bent u gewoon verantwoordelijk.",
        "Op grond van de wet bent u verplicht om mee te werken.",
    ],
)
def test_a_first_sentence_that_argues_is_known_by_its_words(sentence: str) -> None:
    (found,) = findings(card(first_sentence=sentence))
    assert (found.column, found.remark) == ("first_sentence", Remark.ARGUES)
    assert found.words
    assert all(words in sentence for words in found.words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Goedemorgen, u spreekt met de beleidsadviseur wonen van de gemeente.",
        "Ik las uw brief en wil graag begrijpen wat dit voor u betekent.",
        "Ik bel u omdat ik graag van u wil horen hoe dit bij u werkt.",
        "Schikt het als ik u daar iets over vraag?",
        "Kunt u mij uitleggen hoe het bij u werkt?",
        "Ik hoorde dat de brief van vrijdag slecht viel. Daar wil ik graag naar luisteren.",
    ],
)
def test_a_first_sentence_that_opens_is_left_alone(sentence: str) -> None:
    assert findings(card(first_sentence=sentence)) == ()


@pytest.mark.parametrize(
    ("line", "remark"),
    [
        ("U wilt toch ook rust?", "leads"),
        ("Wat vindt u ervan, en hoe lang al?", "two_at_once"),
        ("Wij willen graag dat u meewerkt.", "no_question"),
        ("Parkeren", "not_sure"),
        ("asdkfj", "not_sure"),
    ],
)
def test_a_question_is_a_question(line: str, remark: str) -> None:
    (found,) = findings(card(questions=f"Wat maakt dit lastig?\n\n- {line}"))
    assert (found.column, found.remark, found.line) == ("questions", remark, line)


def test_every_example_of_an_argument_is_known() -> None:
    import tomllib

    text = (files("helpers.analysis.intake") / "arguments.toml").read_text("utf-8")
    for rule in tomllib.loads(text)["rule"]:
        assert rule["reason"].endswith(".")
        assert all(argument(example) for example in rule["examples"])


@given(st.text(max_size=300))
def test_whatever_is_typed_is_answered_calmly(text: str) -> None:
    typed = card().model_copy(update={"first_sentence": text, "questions": text})
    found = findings(typed)
    assert all(one.column in FIELDS and isinstance(one.remark, Remark) for one in found)
    assert all(line.strip() == line for line in lines_of(text))


def test_a_long_card_is_read_at_once(within: Callable[[Callable[[], object], float], None]) -> None:
    build_rules()
    lines = iter(range(1_000))

    def look() -> None:
        ten = [f"Wat maakt punt {next(lines)} voor u lastig?" for _line in range(10)]
        findings(card(questions="\n".join(ten)))

    within(look, 0.05)


def test_ten_thousand_characters_are_no_trouble() -> None:
    found = findings(card(first_sentence="bla " * 2_500, questions="<b>?" * 2_500))
    assert {one.column for one in found} <= {"first_sentence", "questions"}
