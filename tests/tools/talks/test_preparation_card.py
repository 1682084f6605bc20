"""The card asks for everything a good call needs, and looks at it kindly."""

import pytest

from helpers.analysis.intake.preparation import FIELDS
from helpers.tools.talks.preparation_card import PreparationCard
from helpers.training.working_copy import WorkingCopy, working_copy
from tests.tools.sheets import SMALL, said, say, ship, shown, write

CARD = "preparations bellen"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> PreparationCard:
    card = {"id": "bellen", "stakeholder": "platform", "why_now": "Het stuk komt eraan."}
    ship(monkeypatch, SMALL.add("preparations", **card))
    return PreparationCard(working_copy("een_app"))


def fill(tool: PreparationCard, **texts: str) -> None:
    good = dict.fromkeys(FIELDS, "De buurt slaapt slecht.") | {
        "first_sentence": "U spreekt met de adviseur. Ik hoor graag hoe u dit ziet.",
        "questions": "Wat maakt dit voor u lastig?",
    }
    for name, text in {**good, **texts}.items():
        write(tool, f"{CARD} {name}", text)


def test_an_empty_card_says_what_it_misses(tool: PreparationCard) -> None:
    assert "nog geen dilemma" in said(tool)
    assert "anders ziet" in said(tool)
    assert '"Je vragen"' in said(tool)
    assert "Waarom bel je nu" not in said(tool)


def test_a_full_card_is_ready_and_still_there_tomorrow(tool: PreparationCard) -> None:
    fill(tool)
    assert "Je kaart is klaar" in said(tool)
    assert "Je kaart is klaar" in PreparationCard(WorkingCopy("een_app")).still_text()


def test_a_card_for_a_party_group_says_who_talks_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    fractie = {"id": "fractie", "name": "Fractie Noord", "kind": "fractie", "seats": 3}
    small = SMALL.model_copy(update={"stakeholders": ()}).add("stakeholders", **fractie)
    for one in SMALL.stakeholders:
        small = small.add("stakeholders", **one.model_dump())
    ship(monkeypatch, small)
    tool = PreparationCard(working_copy("een_app"))
    whom = next(key for key in shown(tool) if key.endswith(" stakeholder"))
    assert [one["id"] for one in shown(tool)[whom]["options"]][-1] == "fractie"
    assert "Met de fracties praat de wethouder" not in said(tool)
    say(tool, "set", whom, value="fractie")
    assert "Met de fracties praat de wethouder" in said(tool)
    for name in FIELDS:
        write(tool, whom.replace("stakeholder", name), "Wat maakt dit voor u lastig?")
    assert "Je kaart is klaar" not in said(tool)


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        (
            "questions",
            "Wat nu?\nWij willen dat u meewerkt.",
            '"Wij willen dat u meewerkt." is geen',
        ),
        ("questions", "U wilt toch ook rust?", "stuurt"),
        ("questions", "Wat vindt u ervan, en hoe lang al?", "twee dingen tegelijk"),
        ("questions", "Parkeren", "is niet zeker"),
        ("first_sentence", "Ik wil u uitleggen waarom dit moet.", 'argument: "uitleggen"'),
        ("dilemmas", "", "nog geen dilemma"),
        ("difference", "", "mag daarop rekenen"),
    ],
)
def test_what_is_odd_is_named_with_its_words(
    tool: PreparationCard, field: str, text: str, words: str
) -> None:
    fill(tool, **{field: text})
    assert words in said(tool)
    assert "Je kaart is klaar" not in said(tool)


def test_another_conversation_has_a_card_of_its_own(tool: PreparationCard) -> None:
    say(tool, "press", "another")
    say(tool, "set", "preparations conversation_1 date", value="2026-10-01")
    write(tool, "preparations conversation_1 why_now", "Er is een motie")
    assert shown(tool)["which"]["value"] == "conversation_1"
    names = [one["label"] for one in shown(tool)["which"]["options"]]
    assert names == ["Het platform", "Hoofd burgerzaken, 1 oktober 2026"]
    say(tool, "set", "which", value="bellen")
    assert tool.card.why_now == "Het stuk komt eraan."


def test_the_card_is_printed_with_room_where_nothing_stands(tool: PreparationCard) -> None:
    write(tool, f"{CARD} questions", "Wat nu?\n\nEn <b>dan</b>?")
    paper = shown(tool)["print"]
    tags = [tag for tag, _text in paper["blocks"]]
    assert paper["blocks"][0] == ["h1", "Gesprek met: Het platform"]
    assert tags.count("h2") == len(FIELDS)
    assert [text for tag, text in paper["blocks"] if tag == "li"] == ["Wat nu?", "En <b>dan</b>?"]
    assert ["p", "Het stuk komt eraan."] in paper["blocks"]
    say(tool, "press", "print")
    assert tool.form.notice == ""
