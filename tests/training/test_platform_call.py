"""The call with the platform's manager, typed in one's own words to good ends and to poor ones."""

import pytest

from helpers.training.conversations.content import open_conversation
from helpers.training.conversations.heard import hear
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import take

CALL = open_conversation("07-platform")
HEARD = (
    "Goedemiddag, ik schrijf aan het voorstel en er is u nog niets gevraagd. "
    "Hoe hebt u de brief ervaren?",
    "Dat vind ik vervelend om te horen, er had even iemand moeten bellen.",
    "Kunt u uitleggen wat u wel en niet kunt zien als iemand een huis verhuurt?",
    "Dus als ik het goed begrijp kunt u alleen de nachten zien die via uw eigen site "
    "worden geboekt, klopt dat?",
)
TRIED = (
    "Wat hebben jullie zelf al gedaan om het op te lossen?",
    "U hebt dus een teller gebouwd en ons drie keer gemaild zonder antwoord. Heb ik dat goed?",
    "Wat zou het betekenen als u die lijst met adressen toch zou delen?",
    "Dus als u de adressen deelt, lopen uw verhuurders weg. Klopt dat?",
)
TORN = (
    "Waar wij mee zitten is dat bewoners van de haven niet slapen, en verhuurders "
    "hun hypotheek ervan betalen.",
)
PLAIN = ("Ik wil eerlijk zijn: het college wil naar dertig nachten, en daar verschillen we over.",)
BYE = ("Bedankt voor uw tijd.",)


def typed(*lines: str) -> State:
    """Return the state after these typed lines; every one of them must be understood."""
    state = begin(CALL)
    for line in lines:
        move = hear(CALL, state, line).move
        assert move is not None, line
        state = take(CALL, state, move).state
    return state


def test_asking_summing_up_explaining_and_being_plain_ends_well() -> None:
    end = typed(*HEARD, *TORN, *TRIED, *PLAIN, *BYE)
    assert end.ended == "samen"
    assert {"zicht", "geprobeerd", "lijst"} <= set(end.confirmed)


def test_a_summary_instead_of_an_apology_leads_there_too() -> None:
    summary = (
        "Dus u houdt zich aan de regels, en dan krijgt u zonder telefoontje "
        "een brief die u beschuldigt. Heb ik u goed begrepen?"
    )
    end = typed(HEARD[0], summary, *HEARD[2:], *TRIED, *TORN, *PLAIN, *BYE)
    assert end.ended == "samen"


@pytest.mark.parametrize(
    ("lines", "ending"),
    [
        ((*HEARD, *TORN, *TRIED, *BYE), "misverstand"),
        ((*HEARD, *TRIED, *PLAIN, *BYE), "grens_zonder_reden"),
        ((*HEARD, *BYE), "begin"),
        ((HEARD[0], *BYE), "nette_brief"),
        ((*HEARD, "Ik zorg dat de brief wordt ingetrokken.", *TRIED, *BYE), "toegezegd"),
        (("U moet gewoon die nachten tellen.", "Dat klopt niet.", *BYE), "jurist"),
        (("Als u niets doet, krijgt u een boete.", "Dan gaan we handhaven."), "jurist"),
    ],
)
def test_other_ways_end_elsewhere(lines: tuple[str, ...], ending: str) -> None:
    assert typed(*lines).ended == ending


def test_being_plain_costs_nothing_once_the_other_was_heard() -> None:
    before, heard = typed(), typed(*HEARD)
    assert typed(*PLAIN).openness < before.openness
    assert typed(*HEARD, *PLAIN).openness == heard.openness


def test_a_promise_that_is_taken_back_no_longer_decides_the_end() -> None:
    back = "Ik zei net te veel, dat kan ik niet toezeggen."
    promised = typed(*HEARD, "Ik zorg dat de brief wordt ingetrokken.")
    assert promised.marks[-1] == "beloofd"
    lines = (*HEARD, "Ik zorg dat de brief wordt ingetrokken.", back, *TORN, *TRIED, *PLAIN, *BYE)
    assert typed(*lines).ended == "samen"


def test_a_question_about_a_fine_is_no_threat() -> None:
    move = hear(CALL, begin(CALL), "Bent u bang voor een boete?").move
    assert move is not None
    assert move.kind != "dreigen"
