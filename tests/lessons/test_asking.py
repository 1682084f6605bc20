"""What lesson 03 and its conversations say about the first dossier is what stands in it."""

import re
from datetime import date
from pathlib import Path

import pytest

from helpers.dossier.columns import SourceKind
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.tools.answered import Told, answered
from helpers.tools.asking import asking
from helpers.tools.standing import standing
from helpers.training.content import lesson_exercises
from helpers.training.conversations.content import open_conversation
from helpers.training.conversations.conversation import Conversation

ROOT = Path(__file__).parents[2]
DOSSIER = open_dossier("winkelhart")
TALKS = ("03-wethouder", "03-raadslid", "03-technische-briefing")
DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = {"september": 9, "oktober": 10, "november": 11}
WORDS = {4: "vier", 5: "vijf", 6: "zes", 9: "negen", 12: "twaalf", 14: "veertien", 80: "tachtig"}
TRUE_DAYS = {(one.date.day, one.date.month) for one in DOSSIER.route} | {
    (one.date.day, one.date.month) for one in DOSSIER.contacts
}


def lesson() -> str:
    return (ROOT / "src" / "lessons" / "nl" / "03_vragen_stellen.md").read_text("utf-8")


def written(talk: Conversation) -> str:
    """Return everything that is said or told in a conversation, on one line."""
    parts = [talk.scene, talk.aim, talk.opening]
    parts += [text for one in talk.things for text in (one.says, one.point, one.changes or "")]
    parts += [one.say for one in talk.lines]
    parts += [text for one in talk.replies for text in one.says]
    parts += [text for one in talk.endings for text in (one.says, one.for_them, one.for_you)]
    return " ".join(" ".join(parts).split())


@pytest.mark.parametrize("name", TALKS)
def test_a_day_in_a_conversation_is_a_day_of_the_dossier_or_of_the_talk_itself(name: str) -> None:
    text = written(open_conversation(name))
    [(weekday, day, month)] = re.findall(r"^(\w+) (\d+) (\w+),", text)
    assert DAYS[date(2026, MONTHS[month], int(day)).weekday()] == weekday.lower()
    told = {(int(day), MONTHS[month]) for day, month in re.findall(r"(\d+) (\w+ber)\b", text)}
    assert told - {(int(day), MONTHS[month])} <= TRUE_DAYS


def test_the_days_of_the_lesson_are_those_of_the_dossier() -> None:
    told = {(int(day), MONTHS[month]) for day, month in re.findall(r"(\d+) (\w+ber)\b", lesson())}
    assert told <= TRUE_DAYS | {(DOSSIER.as_of.day, DOSSIER.as_of.month)}
    assert DAYS[DOSSIER.as_of.weekday()] == "dinsdag"
    assert "Dinsdag 15 september" in lesson()


def test_what_was_noted_of_the_alderman_has_its_date() -> None:
    [noted] = [one for one in DOSSIER.interests if one.id == "wr_parkeergeld"]
    assert noted.position is not None
    assert noted.position.rstrip(".") in lesson()
    assert (noted.date.day, noted.date.month) == (7, 9)
    assert "Genoteerd op 7 september" in lesson()


def test_how_many_fracties_the_alderman_has_spoken_to() -> None:
    spoken = {one.stakeholder for one in DOSSIER.contacts if one.asked_by == "wethouder_ruimte"}
    seen = [one for one in DOSSIER.fracties if one.id in spoken]
    rest = len(DOSSIER.fracties) - len(seen)
    said = open_conversation("03-wethouder").thing("fracties")
    assert f"{WORDS[len(seen)].capitalize()} fracties heb ik gehad" in said.says
    assert f"De andere {WORDS[rest]} spreek ik" in said.says
    assert f"u hebt {WORDS[len(seen)]} fracties gesproken, en de andere {WORDS[rest]}" in said.point
    assert f"alle {WORDS[len(DOSSIER.fracties)]} fracties" in open_conversation("03-raadslid").scene


def test_the_trees_the_parking_places_and_the_homes_are_those_of_the_public_proposal() -> None:
    [green] = [one for one in DOSSIER.options if one.id == "groen_rand"]
    assert {"groen_rand", "woningen_80"} <= set(DOSSIER.proposal)
    assert f"{WORDS[12]} jonge bomen" in green.description
    assert f"verdwijnen {WORDS[6]} parkeerplaatsen" in green.description
    scene = open_conversation("03-raadslid").scene
    assert f"{WORDS[12]} bomen langs de rand" in scene
    assert f"verdwijnen {WORDS[6]} parkeerplaatsen" in scene
    told = {one.id: one for one in lesson_exercises("03")}["03-een-raadslid-belt"]
    [homes] = [one.text for one in told.options if one.id == "tachtig"]
    assert f"{WORDS[80]} woningen" in homes


def test_how_many_members_of_the_council_are_new() -> None:
    assert f"{WORDS[14].capitalize()} van de {DOSSIER.seats} raadsleden zijn nieuw" in DOSSIER.story
    briefing = open_conversation("03-technische-briefing").thing("nieuw")
    assert f"{WORDS[14].capitalize()} van de {DOSSIER.seats} zijn nieuw" in briefing.says
    assert f"een van de {WORDS[14]} nieuwe leden" in open_conversation("03-raadslid").scene


def chance(dossier: Dossier) -> list[int]:
    low, high, *_ = standing(dossier, dossier.proposal).band
    return [round(100 * low), round(100 * high)]


@pytest.mark.parametrize(
    ("vote", "words"),
    [
        (None, "Eerst was de kans tussen {} en {} procent"),
        ("probably_for", "waarschijnlijk voor, dan wordt dat tussen {} en {} procent"),
        ("probably_against", "waarschijnlijk tegen, dan tussen {} en {} procent"),
    ],
)
def test_what_an_answer_of_lommerrijk_does_to_the_chance(vote: str | None, words: str) -> None:
    dossier = DOSSIER
    if vote:
        found = asking(DOSSIER).questions
        [one] = [q for q in found if q.kind == "vote" and q.who and q.who.id == "lommerrijk"]
        dossier = answered(DOSSIER, one, Told(vote, SourceKind.CONVERSATION, "gesprek", True))
    assert words.format(*chance(dossier)) in lesson()


def test_the_lesson_names_as_many_lines_as_the_alderman_has_time_for() -> None:
    assert open_conversation("03-wethouder").turns == 15
    assert "hooguit vijftien zinnen" in lesson()
