"""What lesson 06 says in numbers about the housing deal is what the analysis finds in it."""

import re
from collections import Counter
from functools import cache
from itertools import combinations, product
from pathlib import Path

import pytest

from helpers.analysis.packages.swaps import swaps
from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values, package_places
from helpers.analysis.stakeholders.wishes import COMPLEMENT, CONFLICT, TRADE
from helpers.dossier.examples import open_dossier
from helpers.texts.language import _
from helpers.texts.numbers import day, number
from helpers.tools.meetings.parties import found_points
from helpers.tools.meetings.source_words import told_by
from helpers.training.chairing.content import open_meeting

ROOT = Path(__file__).parents[2]
[LESSON] = (ROOT / "src" / "lessons" / "nl").glob("06_*.md")
TEXT = LESSON.read_text("utf-8")
DOSSIER = open_dossier("woondeal")
STORY = " ".join(DOSSIER.story.split())
WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht")
PEOPLE, WANTS, OPTIONS, WORKS, LEAST = (
    DOSSIER.table(name)
    for name in ("stakeholders", "interests", "options", "effects", "thresholds")
)
VALUES = option_values(PEOPLE, WANTS, OPTIONS, WORKS)
PARTIES = PEOPLE["id"].tolist()
NO_DEAL = dict(zip(PARTIES, no_deal_values(PEOPLE, LEAST).tolist(), strict=True))
WORTH = {
    option: dict(zip(PARTIES, column, strict=True))
    for option, column in zip(OPTIONS["id"], VALUES.T.tolist(), strict=True)
}
ISSUES = {
    issue.id: tuple(one.id for one in DOSSIER.options if one.issue == issue.id)
    for issue in DOSSIER.issues
}
LATER = tuple(one.id for one in DOSSIER.issues if one.added)
FIRST = tuple(one.id for one in DOSSIER.issues if not one.added)
CONCEPT = tuple(DOSSIER.proposal)
BROUGHT = ("bereik_halte", "water_park", "hart_zes", "uitv_grond")
END = ("plek_spoor", "sociaal_gelijk", "geld_drie", "tempo_snel", *BROUGHT)

Package = tuple[str, ...]


@cache
def value(package: Package) -> dict[str, float]:
    return {who: sum(WORTH[option][who] for option in package) for who in PARTIES}


@cache
def yes(package: Package) -> frozenset[str]:
    return frozenset(who for who, worth in value(package).items() if worth >= NO_DEAL[who])


def packages(*laid: str) -> list[Package]:
    """All packages in which the later points that are not on the table stay as they are now."""
    return list(
        product(
            *(
                options if issue in FIRST or issue in laid else options[:1]
                for issue, options in ISSUES.items()
            )
        )
    )


@cache
def deals(*laid: str) -> tuple[Package, ...]:
    return tuple(one for one in packages(*laid) if len(yes(one)) == len(PARTIES))


def name(option: str) -> str:
    return next(one.name for one in DOSSIER.options if one.id == option)


def test_the_first_option_of_every_point_is_how_it_is_now() -> None:
    now = {one.issue: one.id for one in DOSSIER.options if one.status_quo}
    assert now == {issue: options[0] for issue, options in ISSUES.items()}


def test_the_days_and_amounts_are_those_of_the_story() -> None:
    days = {one.id: one.date for one in DOSSIER.route}
    concept, meeting = days["concept"], days["bronoverleg"]
    assert concept is not None
    assert meeting is not None
    assert f"{day(concept)}, half zes" in TEXT
    assert f"{day(meeting).removesuffix(' 2026')} zaten alle zes tegelijk".capitalize() in TEXT
    for told in ("zesduizend woningen", "tot en met 2036", "90 miljoen", "2.400", "zes dorpen"):
        assert told in STORY.replace("tot en met 2036", "tot en met 2036")
        assert told in TEXT
    assert "zestig hectare" in TEXT
    assert "Zestig hectare" in next(o.description for o in DOSSIER.options if o.id == "water_park")
    polder = next(one.about for one in DOSSIER.regions if one.id == "polder")
    assert "Veertig boerderijen" in polder
    assert "Veertig boerderijen" in TEXT


def test_in_the_end_councils_hear_of_it_before_anybody_signs() -> None:
    steps = {one.id: one.step for one in DOSSIER.route}
    assert steps["wensen"] < steps["tekenen"] < steps["begrotingen"]
    assert "In deze planning horen de raden het dus vóór de handtekening" in TEXT


def test_all_told_and_two_summaries_are_not_ready() -> None:
    told = told_by(PARTIES, DOSSIER.stories)
    assert told == ((), (), ("ministerie",), ("corporaties",))
    assert "Van twee partijen is die nog niet af" in TEXT


def test_on_how_many_points_pairs_clash() -> None:
    points = found_points(DOSSIER, (), 10)
    clash = points["relation"] == CONFLICT
    assert (len(points), clash.sum()) == (60, 20)
    assert "vijftien paren, vier punten. Bij twintig daarvan botst het, bij veertig niet" in TEXT
    both = points[(points["first"] == "aldermond") & (points["second"] == "zuiderwieke")]
    found = both.set_index("issue")["relation"]
    assert set(found[found == CONFLICT].index) == {"plek", "sociaal"}
    assert set(found[found == "complement"].index) == {"geld", "tempo"}
    assert "ze botsen op de plek en op de sociale huur" in TEXT


def test_the_points_that_came_later_hold_less_to_clash_on() -> None:
    points = found_points(DOSSIER, LATER, 10)
    later = points[points["issue"].isin(LATER)]["relation"].value_counts()
    assert later.sum() == 60
    assert (later[CONFLICT], later[COMPLEMENT], later[TRADE]) == (8, 16, 28)
    assert "Bij de vier nieuwe punten botst het bij acht van de zestig." in TEXT
    assert "Bij zestien winnen beide partijen, en bij 28 valt er te ruilen." in TEXT


def test_without_the_second_station_the_last_homes_are_not_built() -> None:
    told = next(one.description for one in DOSSIER.options if one.id == "bereik_halte")
    for said in (told, TEXT):
        assert "dan gaan de laatste 1.500 woningen bij het spoor niet door" in said


def test_two_of_six_can_live_with_the_concept_and_the_province_cannot() -> None:
    assert yes(CONCEPT) == {"aldermond", "corporaties"}
    assert "twee van de zes konden ermee leven, en de provincie zelf niet" in TEXT


def test_with_four_points_no_package_is_enough_for_more_than_three() -> None:
    four = packages()
    assert (len(four), deals()) == (108, ())
    assert max(len(yes(one)) for one in four) == 3
    assert frozenset.union(*map(yes, four)) == set(PARTIES)
    assert "Er zijn 108 pakketten, en bij geen daarvan zegt iedereen ja" in TEXT
    assert "Meer dan drie van de zes halen jullie niet" in TEXT


def test_one_point_more_is_not_enough_whichever_it_is() -> None:
    assert [len(deals(one)) for one in LATER] == [0, 0, 0, 0]
    assert "ook met één punt erbij blijft het nul, welk punt je ook kiest" in TEXT


def test_with_all_eight_there_are_packages_to_which_everybody_says_yes() -> None:
    everything = packages(*LATER)
    told = f"zijn het er {len(deals(*LATER))} van de {number(len(everything), 0)}"
    assert f"**Met alle acht {told}.**" in TEXT
    assert f"Met alle vier zijn het er {len(deals(*LATER))}." in TEXT
    without = [laid for laid in combinations(LATER, 3) if not deals(*laid)]
    assert without == [("bereik", "water", "dorpshart")]
    assert "Zonder *Grond en planteam* blijft het nul" in TEXT


def test_every_answer_to_the_shortage_fits_as_often() -> None:
    found = Counter(option for one in deals(*LATER) for option in one if option in ISSUES["geld"])
    assert found == dict.fromkeys(ISSUES["geld"], 9)
    assert "elk van de drie antwoorden komt negen keer voor" in TEXT


def test_another_judgement_gives_another_number() -> None:
    have = [value(one) for one in deals(*LATER)]
    assert sum(one["aldermond"] >= 10 for one in have) == 10
    assert NO_DEAL["aldermond"] == 6
    assert "eigen plan niet 6 maar 10 punten waard, dan zijn het er nog tien" in TEXT


def test_the_homes_in_the_polder_are_in_none_of_them() -> None:
    assert "plek_polder" not in {option for one in deals(*LATER) for option in one}
    assert "Die zit in geen van de 27" in TEXT


def test_the_way_that_the_trainer_tells_leads_there() -> None:
    first = CONCEPT[: len(FIRST)]
    assert set(PARTIES) - yes((*first, *BROUGHT)) == {"provincie", "ministerie"}
    _, social, money, pace = first
    assert len(yes(("plek_spoor", social, money, pace, *BROUGHT))) == 5
    assert len(yes(END)) == 6
    found = [one for one in packages(*LATER) if one[len(FIRST) :] == BROUGHT and len(yes(one)) == 6]
    assert f"zijn er {WORDS[len(found)]} pakketten" in TEXT
    assert f"*{name('plek_spoor')}*" in TEXT


def test_each_party_brought_what_the_lesson_chooses() -> None:
    by = {one.id: one.brought_by for one in DOSSIER.issues}
    offered = {one.id: (one.issue, one.brought_by) for one in DOSSIER.options}
    for option in BROUGHT:
        issue, who = offered[option]
        assert who == by[issue]


@pytest.mark.parametrize("who", PARTIES)
def test_the_table_says_what_each_has(who: str) -> None:
    called = next(one.name for one in DOSSIER.stakeholders if one.id == who)
    short = called.removeprefix("Gemeente ").removeprefix("Woning").capitalize()
    row = re.search(rf"^\| {short} \| (\d+) \| (\d+) \| (\d+) \|", TEXT, flags=re.M)
    assert row is not None
    expected = (value(CONCEPT)[who], value(END)[who], NO_DEAL[who])
    assert tuple(int(one) for one in row.groups()) == expected


def test_in_that_package_everybody_gains_on_what_weighs_most() -> None:
    effect = {(one.option, one.interest): one.effect or 0 for one in DOSSIER.effects}
    for who in PARTIES:
        own = [one for one in DOSSIER.interests if one.stakeholder == who]
        top = max(own, key=lambda one: one.weight or 0)
        assert sum(effect.get((option, top.id), 0) for option in END) > 0, top.id
    assert "levert niemand in op wat het zwaarst telt" in TEXT


def test_in_that_package_nobody_can_gain_without_another_losing() -> None:
    have = value(END)
    better = [
        one
        for one in packages(*LATER)
        if (worth := value(one)) != have and all(worth[who] >= have[who] for who in PARTIES)
    ]
    assert better == []
    assert "Geen van allen kan er nog op vooruit zonder dat een ander inlevert" in TEXT


def test_the_swap_that_the_lesson_tells_is_one_that_the_computer_sees() -> None:
    found = swaps(PEOPLE, OPTIONS, VALUES, package_places(OPTIONS, CONCEPT))
    told = {"uitv_grond", "sociaal_gelijk"}
    given = zip(found["first_gives_option"], found["second_gives_option"], strict=True)
    rows = found[[set(pair) == told for pair in given]]
    pairs = {frozenset(pair) for pair in zip(rows["first"], rows["second"], strict=True)}
    assert frozenset({"aldermond", "corporaties"}) in pairs


def test_the_polder_has_no_order_yet_and_every_region_has_four_tasks() -> None:
    tasks = {
        region.id: [one for one in DOSSIER.priorities if one.region == region.id]
        for region in DOSSIER.regions
    }
    assert {region: len(found) for region, found in tasks.items()} == dict.fromkeys(tasks, 4)
    assert {one.rank for one in tasks["polder"]} == {None}
    first = {region: one.id for region, found in tasks.items() for one in found if one.rank == 1}
    assert first == {"stad": "stad_verkeer", "dorpen": "dorpen_blijven"}
    assert "In elke deelregio liggen vier opgaven. In de polder is nog niets gekozen" in TEXT


def test_the_meeting_that_is_chaired_takes_the_minutes_of_the_lesson() -> None:
    meeting = open_meeting("06-voorzitten")
    assert f"| {meeting.title} | {meeting.minutes} | thuis |" in TEXT
    assert f"Er zijn {WORDS[len(meeting.rounds)]} rondes" in TEXT


def test_the_controls_that_the_lesson_names_are_called_so() -> None:
    named = (
        _("Who tells?"),
        _("Swaps that the computer sees"),
        _("Lay this one on the table"),
        _("Add a point or an option of your own"),
    )
    assert [name for name in named if f"*{name}*" not in TEXT] == []
