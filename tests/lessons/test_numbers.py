"""What the lessons say in numbers about the first dossier is what the analysis finds in it."""

import re
from pathlib import Path

import pytest

from helpers.analysis.packages.weigh import weigh_packages
from helpers.analysis.route import route_ahead
from helpers.analysis.stakeholders.gains import NOTHING
from helpers.analysis.stakeholders.review import DUE, review, unknowns
from helpers.analysis.stakeholders.stakeholder_map import CUT, power_interest
from helpers.dossier.examples import open_dossier
from helpers.tools.votes.standing import Standing, standing, tipping

ROOT = Path(__file__).parents[2]
DOSSIER = open_dossier("winkelhart")
TABLES = ("stakeholders", "interests", "options", "effects", "thresholds", "route", "contacts")
PEOPLE, WANTS, OPTIONS, EFFECTS, LEAST, ROUTE, TALKS = map(DOSSIER.table, TABLES)
ISSUE = {one.id: one.issue for one in DOSSIER.options}
WORDS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
ROWS = {
    "niets": (),
    "mantelzorgpas": ("parkeren_pas",),
    "woningen voor ouderen": ("woningen_ouderen",),
    "markt terug op het plein": ("markt_terug",),
    "mantelzorgpas en markt terug": ("parkeren_pas", "markt_terug"),
    "mantelzorgpas en woningen voor ouderen": ("parkeren_pas", "woningen_ouderen"),
}


def lesson(number: str) -> str:
    [path] = (ROOT / "src" / "lessons" / "nl").glob(f"{number}_*.md")
    return path.read_text("utf-8")


def with_(*options: str) -> tuple[str, ...]:
    issues = {ISSUE[one]: one for one in options}
    return tuple(issues.get(ISSUE[one], one) for one in DOSSIER.proposal)


def stand(*options: str) -> Standing:
    return standing(DOSSIER, with_(*options))


def held(one: Standing) -> int:
    return int(one.groups.loc[one.groups["enough"], "seats"].sum())


def nothing(one: Standing) -> list[str]:
    names = one.verdicts.loc[one.verdicts["verdict"] == NOTHING, "name"]
    return [name.split(" Vlierakker")[0].split(" Ravelwoude")[0] for name in names]


def percent(*shares: float) -> list[int]:
    return [round(100 * share) for share in shares]


def test_how_many_stakeholders_and_interests_there_are() -> None:
    said = f"In het dossier staan {len(PEOPLE)} betrokkenen en {len(WANTS)} belangen."
    assert said in lesson("02")


@pytest.mark.parametrize(("change", "options"), ROWS.items())
def test_the_table_of_changes(change: str, options: tuple[str, ...]) -> None:
    now = stand(*options)
    row = next(one for one in lesson("02").splitlines() if one.startswith(f"| {change} |"))
    _, _, seats, who, _ = (cell.strip() for cell in row.split("|"))
    assert seats == f"{held(now)} zetels"
    if options:
        told = [] if who == "niemand" else who.split(", ")
        assert [name.lower() for name in told] == [name.lower() for name in nothing(now)]
    else:
        assert (who, len(nothing(now))) == ("de zes van hierboven", 6)


def test_for_whom_there_is_nothing_in_it_yet_has_ten_seats() -> None:
    now = stand()
    names = now.verdicts.loc[now.verdicts["verdict"] == NOTHING, "name"]
    seats = now.groups.loc[now.groups["name"].isin(names), "seats"]
    assert (len(names), len(seats), seats.sum(), len(names) - len(seats)) == (6, 3, 10, 3)
    assert "Drie fracties, samen tien van de 31 zetels" in lesson("02")


@pytest.mark.parametrize("number", ["00", "02"])
def test_the_chance_of_a_majority(number: str) -> None:
    low, high, least, most = percent(*stand().band)
    text = lesson(number).replace("**", "")
    assert re.search(rf"kans op een meerderheid (is )?tussen {low} en {high} procent", text)
    assert number == "00" or f"tussen {least} en {most} procent" in text


def test_the_chance_with_the_pass_and_homes_for_the_elderly() -> None:
    low, high, least, most = percent(*stand("parkeren_pas", "woningen_ouderen").band)
    low_said, high_said = map(int, re.findall(r"ergens tussen (\d+) en (\d+)", lesson("02"))[0])
    assert (low_said, high_said) == pytest.approx((low, high), abs=5)
    assert least <= low < high <= most


def test_what_is_not_known_or_old() -> None:
    missing = unknowns(WANTS, EFFECTS)
    unsaid = set(missing.loc[(missing["what"] == "interest"), "interest"])
    other = set(missing["interest"]) - unsaid
    due = review(WANTS, ROUTE, DOSSIER.as_of, DOSSIER.review_days)
    old = [
        one
        for one in DOSSIER.fracties
        if one.vote_date and (DOSSIER.as_of - one.vote_date).days > DOSSIER.review_days
    ]
    text = lesson("02")
    assert f"van {len(unsaid)} standpunten is het belang erachter niet bekend" in text
    assert f"van {len(other)} andere belangen weet je niet" in text
    assert f"{(due['state'] == DUE).sum()} van de {len(WANTS)} belangen moeten" in text
    assert f"van {len(old)} van de {len(DOSSIER.fracties)} fracties is de inschatting" in text


def test_who_tips_the_vote() -> None:
    table = tipping(stand(), DOSSIER.shared_factor).set_index("name")
    told = re.findall(r"^\| ([^|]+) \| (\d+) tot (\d+) \|$", lesson("02"), flags=re.M)
    names = [name for names, _, _ in told for name in names.split(", ")]
    assert sorted(names) == sorted(table.index)
    for group, low, high in told:
        for name in group.split(", "):
            assert percent(*table.loc[name, ["low", "high"]]) == [int(low), int(high)], name


def test_who_is_hit_hard_and_has_little_power() -> None:
    places = power_interest(PEOPLE).assign(name=PEOPLE["name"])
    quiet = places[(places["power"] < CUT) & places["hit"]]
    assert len(quiet) == 6
    assert "Zes betrokkenen met weinig macht (minder dan 5) worden sterk geraakt" in lesson("02")
    short = [name.split(" Vlierakker")[0].lower() for name in quiet["name"]]
    assert all(name in lesson("02").lower() for name in short)
    voiceless = set(quiet["name"]) & set(stand().verdicts.query("verdict == @NOTHING")["name"])
    assert (len(voiceless), "Voor drie van hen" in lesson("02")) == (3, True)


def test_the_ways_to_a_firm_majority() -> None:
    table = weigh_packages(PEOPLE, WANTS, OPTIONS, EFFECTS, LEAST, DOSSIER.proposal)
    enough = table[table["firm_by_interest"]]
    fewest = enough[enough["changes"] == enough["changes"].min()]
    assert (fewest["changes"].min(), len(fewest)) == (2, 6)
    assert set(fewest["seats_in_it"]) == {19, 20}
    assert "er zijn zes manieren om met twee veranderingen op 19 of 20 zetels" in lesson("02")


def test_who_is_convinced_and_who_was_spoken_to() -> None:
    ahead = route_ahead(ROUTE, PEOPLE, TALKS, DOSSIER.as_of)
    council = ahead[ahead["body"] == "council"].iloc[-1]
    seats = {one.id: one.seats for one in DOSSIER.fracties}
    groups = {column: council[column] for column in ("convinced", "not_convinced", "not_known")}
    counts = {column: len(who) for column, who in groups.items()}
    text = lesson("01")
    yes = sum(seats[one] for one in groups["convinced"])
    assert f"is {WORDS[counts['convinced']]} van de {WORDS[len(seats)]} fracties overtuigd" in text
    assert f"met {WORDS[yes]} van de {sum(seats.values())} zetels" in text
    assert f"Van {WORDS[counts['not_known']]} weten jullie het niet" in text
    spoken = set(TALKS.loc[TALKS["asked_by"].str.startswith("wethouder"), "stakeholder"])
    silent = [one for one in DOSSIER.fracties if one.id not in spoken]
    assert f"Met {WORDS[len(silent)]} van de {WORDS[len(seats)]} fracties" in text
    assert sum(one.seats for one in silent) == 13
    assert all(one.name in text for one in silent)
