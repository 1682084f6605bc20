"""What lesson 08 says in numbers about its dossier is what the analysis finds in it."""

from pathlib import Path

from helpers.analysis.partners.cooperation import compare_views, relation_kind
from helpers.analysis.partners.trust import play
from helpers.dossier.examples import open_dossier
from helpers.dossier.words import Answer
from helpers.texts.numbers import day, number
from helpers.tools.partners.partner_rows import found_in
from helpers.tools.partners.trust_game import TrustGame

ROOT = Path(__file__).parents[2]
[LESSON] = (ROOT / "src" / "lessons" / "nl").glob("08_*.md")
TEXT = LESSON.read_text("utf-8")
EXERCISES = (ROOT / "exercises" / "content" / "nl" / "08.yaml").read_text("utf-8")
DOSSIER = open_dossier("vastgoed")
STORY = " ".join(DOSSIER.story.split())
FOUND = found_in(DOSSIER)
REVIEW = FOUND.review.set_index("partner")
YES = {Answer.YES: True, Answer.NO: False, Answer.UNKNOWN: None}
KIND = {one.id: relation_kind(YES[one.governing], YES[one.financial]) for one in DOSSIER.partners}
CONNECTED = {key for key, kind in KIND.items() if kind == "connected"}
OTHERS = set(KIND) - CONNECTED


def asked(theme: str) -> tuple[set[str], set[str]]:
    row = FOUND.asked.set_index("theme").loc[theme]
    return set(row["asked"]), set(row["missed"])


def test_the_council_has_the_size_that_fits_the_number_of_inhabitants() -> None:
    assert (DOSSIER.population, DOSSIER.seats) == (46_200, 29)
    assert sum(one.seats for one in DOSSIER.fracties) == DOSSIER.seats
    seats = {one.id: one.seats for one in DOSSIER.fracties}
    assert 2 * sum(seats[one] for one in DOSSIER.coalition) > DOSSIER.seats


def test_the_days_of_the_lesson_are_those_of_the_dossier() -> None:
    assert f"{day(DOSSIER.as_of)}, tien uur" in TEXT
    days = {one.id: one.date for one in DOSSIER.route}
    college, council = days["college"], days["raad"]
    assert college is not None
    assert council is not None
    assert f"Op {day(college).removesuffix(' 2026')} praat het college erover" in TEXT
    assert day(council).removesuffix(" 2027") in STORY
    assert "besluit de raad in januari" in EXERCISES


def test_the_amounts_and_homes_are_those_of_the_story() -> None:
    for told in (f"{number(600_000, 0)} euro per jaar", "312 woningen", "1974"):
        assert told in STORY
        assert told in TEXT
    knows = {one.id: one.knows for one in DOSSIER.partners}
    assert "312 woningen" in knows["woonstichting"]
    assert "1974" in knows["woonstichting"]
    assert "900 ouderen" in knows["zorgorganisatie"]
    assert "900 ouderen" in TEXT


def test_how_many_partners_and_themes_there_are() -> None:
    assert (len(DOSSIER.partners), len(DOSSIER.themes)) == (12, 7)
    assert "twaalf organisaties, zeven thema's" in TEXT
    assert (len(CONNECTED), len(OTHERS)) == (3, 9)


def test_connected_parties_are_the_ones_that_are_in_view() -> None:
    assert {"omgevingsdienst", "veiligheidsregio", "werkbedrijf"} == CONNECTED
    seen = REVIEW.loc[sorted(CONNECTED)]
    assert seen["white"].sum() == 0
    assert not seen[["single_theme", "single_department"]].to_numpy().any()
    assert seen["staleness"].max() <= 1


def test_seven_of_nine_are_known_of_one_theme_and_six_in_one_department() -> None:
    others = REVIEW.loc[sorted(OTHERS)]
    assert (others["single_theme"].sum(), others["single_department"].sum()) == (7, 6)
    assert "**Zeven van de negen partners ken je van één ding.**" in TEXT
    assert "Zes lopen langs één afdeling." in TEXT


def test_the_housing_association_is_known_of_one_theme_and_concerned_by_four_more() -> None:
    cells = FOUND.cells[FOUND.cells["partner"] == "woonstichting"]
    assert list(cells.loc[cells["active"], "theme"]) == ["wonen"]
    rest = set(cells.loc[cells["relevant"] & ~cells["active"], "theme"])
    assert rest == {"vastgoed", "eenzaamheid", "energie", "bezuiniging"}
    assert "nog vier thema's: vastgoed, eenzaamheid, energie en bezuiniging" in TEXT


def test_who_knows_of_the_property_and_was_not_asked() -> None:
    was, missed = asked("vastgoed")
    assert missed == {
        "woonstichting",
        "zorgorganisatie",
        "mbo",
        "energiecooperatie",
        "buurgemeente",
    }
    assert was == {"schoolbestuur", "veiligheidsregio", "werkbedrijf"}
    said = (
        "de woonstichting, de ouderenzorg, de mbo-school, de energiecoöperatie en de buurgemeente"
    )
    assert TEXT.count(said) == 2


def test_only_connected_parties_are_asked_about_the_cutbacks() -> None:
    was, missed = asked("bezuiniging")
    assert was == CONNECTED
    assert len(missed) == 2
    assert "alleen de drie verbonden partijen" in TEXT
    assert "Twee andere organisaties weten er ook iets van" in TEXT


def test_with_four_the_contact_is_older_than_agreed_and_none_is_a_connected_party() -> None:
    stale = set(FOUND.cells.loc[FOUND.cells["stale"], "partner"])
    assert stale == {"ziekenhuis", "zorgorganisatie", "fabriek", "mbo"}
    assert "het ziekenhuis, de ouderenzorg, de fabriek en de mbo-school" in TEXT


def test_how_many_places_could_hold_more_and_in_how_many_nothing_happens() -> None:
    cells = FOUND.cells
    nothing = cells["relevant"] & cells["level"].fillna(0).eq(0)
    assert (cells["white"].sum(), len(cells), nothing.sum()) == (26, 38, 19)
    assert "Bij 26 van de 38 vakken kan er meer" in TEXT
    assert "bij negentien gebeurt er niets" in TEXT


def test_the_housing_association_agrees_on_the_goal_and_not_on_how_it_goes() -> None:
    table = DOSSIER.table("cooperation")
    views = compare_views(table[table["partner"] == "woonstichting"]).set_index("condition")
    assert views.index[0] == "process"
    assert tuple(views.loc["process", ["ours", "theirs"]]) == (4, 1)
    assert tuple(views.loc["ambition", ["ours", "theirs"]]) == (4, 4)
    assert "een 4 en een 1" in TEXT


def test_the_side_of_the_hospital_is_empty() -> None:
    rows = [one for one in DOSSIER.cooperation if one.partner == "ziekenhuis"]
    assert len(rows) == 5
    assert {(one.theirs, one.their_well, one.their_wish) for one in rows} == {(None, "", "")}


def test_partners_have_the_names_that_they_have_as_stakeholders() -> None:
    names = {one.id: one.name for one in DOSSIER.stakeholders}
    assert {one.id: one.name for one in DOSSIER.partners}.items() <= names.items()


def test_beginning_open_brings_both_more_than_beginning_by_holding_back() -> None:
    ready = TrustGame()
    assert (ready.ways.value, ready.years.value) == ({"ours": "tests", "theirs": "answers"}, 10)
    assert next(one.ours - one.theirs for one in ready.played) > 0
    assert (ready.played[-1].ours, ready.played[-1].theirs) == (20, 20)
    assert "na tien jaar hebben beide 20 punten" in TEXT
    both = play("answers", "answers", 10)[-1]
    assert (both.ours, both.theirs) == (30, 30)
    assert "na tien jaar hebben beide 30 punten" in TEXT
    left = play("answers", "closed", 10)
    assert (left[-1].ours, left[-1].theirs) == (9, 13)
    assert left[0].theirs - left[0].ours == left[-1].theirs - left[-1].ours
    assert "wij 9 punten, de partner 13" in TEXT
