"""What lesson 03 and its conversations say about the first dossier is what stands in it."""

import re
from datetime import date
from pathlib import Path

import pytest

from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.words import SourceKind
from helpers.tools.asking.answered import Told, answered
from helpers.tools.asking.asking import asking
from helpers.tools.votes.standing import standing
from helpers.training.content import lesson_exercises
from helpers.training.conversations.content import open_conversation
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.talk import close, hear_text, new_talk, say_text

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


def ended(name: str, *typed: str) -> tuple[int, set[str]]:
    """Return how good the end is when these lines are typed, and what was confirmed."""
    script = open_conversation(name)
    talk = new_talk(script)
    for text in typed:
        talk = say_text(script, talk, text, hear_text(script, talk, text))
    state = (talk if talk.ended else close(script, talk)).state
    return script.ending(state.ended).worth, set(state.confirmed) & script.main


def test_who_asks_and_gives_back_learns_what_the_alderman_is_after() -> None:
    worth, confirmed = ended(
        "03-wethouder",
        "Wat wilt u precies met die bijlage bereiken?",
        "Wat hebben we er eerder al aan gedaan?",
        "Wat was er in de commissie zo vervelend?",
        "Dus u stond daar zonder antwoord op de vraag van die mantelzorger. Klopt dat?",
        "Wat is er vandaag gebeurd?",
        "Wat maakt die vraag van financiën zo belangrijk?",
        "Als ik u goed begrijp, hebt u financiën beloofd dat het zichzelf betaalt. Klopt dat?",
        "Wat vindt u van een mantelzorgpas?",
        "Dus een pas mag van u, maar we weten niet wat hij kost. Klopt dat?",
        "Wat wilt u aan de wijk kunnen vertellen?",
        "Dus op de wijkavond wilt u kunnen zeggen wat we hebben gehoord. Klopt dat?",
    )
    assert (worth, confirmed) == (3, {"juni", "afspraak", "pas", "wijkavond"})


def test_who_helps_a_council_member_on_the_way_and_reports_it_ends_well() -> None:
    worth, confirmed = ended(
        "03-raadslid",
        "Goedemiddag, waar kan ik u mee helpen?",
        "Wat de wethouder gaat doen, kan ik u niet vertellen. Dat vraagt u aan de wethouder zelf.",
        "U wilt weten hoeveel parkeerplaatsen er verdwijnen bij meer bomen. Klopt dat?",
        "In het voorstel staan zes parkeerplaatsen.",
        "Hebt u het al aan de griffie gevraagd?",
        "Wat houdt u tegen om naar de griffie te gaan?",
        "U denkt dat de wethouder dan meteen weet wat u wilt. Klopt dat?",
        "U kunt hulp krijgen bij een amendement via de griffie.",
        "Alle fracties krijgen hetzelfde antwoord.",
        "Ik meld dit gesprek wel bij mijn wethouder.",
    )
    assert (worth, confirmed) == (3, {"vraag", "vrees"})


def test_who_asks_the_clerk_first_and_leaves_politics_to_the_alderman_gets_an_evening() -> None:
    worth, confirmed = ended(
        "03-technische-briefing",
        "Welke vragen stellen de fracties?",
        "Wat is daar moeilijk aan voor nieuwe raadsleden?",
        "Dus nieuwe raadsleden durven de simpele vragen niet te stellen. Klopt dat?",
        "Hoe kwam het dat het toen misging?",
        "Dan zeg ik dat het een keuze van het college is, en dat ik de vraag doorgeef.",
        "Dus het ging mis toen een ambtenaar het college ging verdedigen. Klopt dat?",
        "Wanneer kan het wel?",
        "Nee, nog niet. Ik ga het eerst met mijn wethouder bespreken.",
    )
    assert (worth, confirmed) == (3, {"nieuw", "vorige"})


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("03-wethouder", ("Komt goed, u hebt hem vrijdag.", "Ik ga eraan beginnen.")),
        ("03-wethouder", ("Een bijlage leest toch niemand?", "U moet met de fracties praten.")),
        ("03-raadslid", ("De wethouder wil wel meer groen, maar dat blijft onder ons.",)),
        ("03-raadslid", ("Zal ik een amendement voor u schrijven?",)),
        ("03-raadslid", ("Daar mag ik niets over zeggen.", "Ik mag u niets vertellen.")),
        ("03-technische-briefing", ("Mijn wethouder hoeft dit niet te weten.",)),
        ("03-technische-briefing", ("Ja hoor, mijn wethouder weet ervan.",)),
        ("03-technische-briefing", ("Ik wil de fracties graag overtuigen.",)),
    ],
)
def test_what_a_colleague_says_on_a_busy_day_ends_poorly(name: str, typed: tuple[str, ...]) -> None:
    worth, confirmed = ended(name, *typed)
    assert worth <= 1
    assert confirmed == set()
