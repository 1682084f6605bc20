"""What lesson 07 and its conversation say about their dossier is what stands in it."""

from pathlib import Path

from helpers.dossier.examples import open_dossier
from helpers.texts.numbers import day
from helpers.training.conversations.content import open_conversation

ROOT = Path(__file__).parents[2]
[LESSON] = (ROOT / "src" / "lessons" / "nl").glob("07_*.md")
TEXT = LESSON.read_text("utf-8")
DOSSIER = open_dossier("vakantieverhuur")
CALL = DOSSIER.preparations[0]
OPTIONS = {one.id: one for one in DOSSIER.options}


def test_the_lesson_plays_on_the_day_before_and_the_day_of_the_dossier() -> None:
    assert CALL.date == DOSSIER.as_of
    assert day(DOSSIER.as_of) in open_conversation("07-platform").scene
    assert "Maandag 3 november 2025" in TEXT


def test_the_lesson_names_the_days_on_which_is_decided() -> None:
    days = {one.id: one.date for one in DOSSIER.route}
    for step in ("college", "raad"):
        date = days[step]
        assert date is not None
        assert day(date).removesuffix(f" {date.year}") in TEXT


def test_what_lies_is_thirty_nights_and_a_list_and_another_way_to_count_is_there() -> None:
    assert {"nachten_dertig", "tellen_lijst", "toezicht_vier"} <= set(DOSSIER.proposal)
    assert "de verhuurder meldt elke verhuring, en de gemeente telt" in TEXT
    assert OPTIONS["tellen_melding"].name == "De verhuurder meldt, de gemeente telt"


def test_what_the_platform_wants_to_keep_safe_is_not_known_before_the_call() -> None:
    said = {one.position: one for one in DOSSIER.interests if one.stakeholder == "platform"}
    blamed = said["Wij zijn niet medeverantwoordelijk."]
    assert (blamed.interest, blamed.weight) == ("", None)
    assert "*Wij zijn niet medeverantwoordelijk.* Het belang erachter was leeg." in TEXT


def test_the_card_leaves_to_the_participant_what_the_lesson_asks_for() -> None:
    assert (CALL.first_sentence, CALL.difference) == ("", "")
    assert len(CALL.questions.splitlines()) == 1
    assert all((CALL.why_now, CALL.known, CALL.unknown, CALL.technique))
    other = DOSSIER.preparations[1]
    assert (other.stakeholder, other.known, other.unknown) == ("buitenlands_platform", "", "")


def test_the_council_has_the_size_that_fits_the_number_of_inhabitants() -> None:
    assert (DOSSIER.population, DOSSIER.seats) == (38_400, 25)
    assert sum(one.seats for one in DOSSIER.fracties) == DOSSIER.seats
