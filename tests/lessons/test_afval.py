"""What lesson 05 says in numbers about its dossiers is what the analysis finds in them."""

import re
from collections import Counter
from pathlib import Path

import pytest

from helpers.analysis.expectations.gaps import collisions, expectation_gaps, satisfaction
from helpers.analysis.expectations.handling import advice_for
from helpers.analysis.goals.goal_tree import review_goals
from helpers.analysis.messages.message_checks import (
    Understood,
    message_gaps,
    message_text,
    understood,
)
from helpers.dossier.examples import open_dossier
from helpers.texts.numbers import day, number
from helpers.tools.expectations.many_customers import ManyCustomers
from helpers.training.content import lesson_exercises
from helpers.training.kinds.choose import Choose

ROOT = Path(__file__).parents[2]
[LESSON] = (ROOT / "src" / "lessons" / "nl").glob("05_*.md")
TEXT = LESSON.read_text("utf-8")
EXERCISES = (ROOT / "exercises" / "content" / "nl" / "05.yaml").read_text("utf-8")
DOSSIER, PERMIT = open_dossier("afval"), open_dossier("terras")
GROUPS, ASPECTS, CELLS = map(DOSSIER.table, ("groups", "aspects", "expectations"))
FIXED, EACH, HOUSEHOLD, ALONE = 204, 1.40, 348, 276
MESSAGES = {one.group: one for one in DOSSIER.messages}


def dissatisfied(tolerance: float) -> set[str]:
    found = satisfaction(GROUPS, ASPECTS, CELLS, tolerance)
    return set(found.loc[found["satisfied"].eq(False), "group"])


def a_year(bags: float) -> float:
    return FIXED + 52 * bags * EACH


def test_the_amounts_of_the_story_are_those_of_the_lesson_and_of_the_groups() -> None:
    story = " ".join(DOSSIER.story.split())
    assert f"{HOUSEHOLD} euro per jaar, en wie alleen woont {ALONE} euro" in story
    assert f"een vast bedrag van {FIXED} euro, en 1,40 euro per keer" in story
    assert a_year(3) == pytest.approx(422.40)
    assert "straks 422 euro en 40 cent" in TEXT
    assert a_year(2) == pytest.approx(HOUSEHOLD, abs=2)
    assert a_year(3) > HOUSEHOLD
    assert a_year(0.5) < ALONE


def test_how_many_groups_aspects_and_cells_there_are() -> None:
    assert (len(GROUPS), len(ASPECTS)) == (10, 6)
    assert "zijn tien groepen opgeschreven en zes dingen" in TEXT
    assert f"Over {len(CELLS)} van de {len(GROUPS) * len(ASPECTS)} verwachtingen" in TEXT


def test_nine_groups_are_promised_too_little_and_six_with_a_lower_bar() -> None:
    everyone = {one.id for one in DOSSIER.groups}
    assert everyone - dissatisfied(0) == {"alleen"}
    assert len(dissatisfied(0.5)) == 6
    sizes = {one.id: one.size for one in DOSSIER.groups}
    assert [key for key, size in sizes.items() if size is None] == ["tweede"]
    people = sum(sizes[key] or 0 for key in dissatisfied(0))
    assert f"ongeveer {number(people, 0)} mensen" in TEXT
    assert "Met een lat van een half punt zijn er nog zes." in TEXT
    assert "van negen naar zes groepen" in TEXT


def test_the_groups_that_say_something_else_themselves() -> None:
    found = satisfaction(GROUPS, ASPECTS, CELLS)
    assert set(found.loc[found["flips"], "group"]) == {"ouderen", "minima"}
    assert "Bij de ouderen en bij mensen met een laag inkomen" in TEXT


def test_the_smallest_group_is_the_one_with_medical_waste() -> None:
    smallest = min(one.size for one in DOSSIER.groups if one.size is not None)
    assert smallest == next(one.size for one in DOSSIER.groups if one.id == "medisch") == 640
    costs = next(one for one in DOSSIER.expectations if one.key == ("medisch", "kosten"))
    assert (costs.expected, costs.promised) == (7, None)


def test_who_raised_what_is_too_high() -> None:
    cells = CELLS[expectation_gaps(CELLS)["verdict"].eq("too_high")]
    raised = Counter(cells["raised_by"].fillna("").astype(str))
    told = {"experience": 8, "media": 5, "organisation": 5, "politics": 2, "": 1}
    assert (len(cells), dict(raised)) == (21, told)
    assert (
        "Het zijn er 21. Acht komen uit de eigen ervaring van mensen en vijf uit de krant." in TEXT
    )
    assert "Vijf komen van de gemeente zelf en twee van de politiek. Die laatste zeven" in TEXT
    assert "Van de 21 vakken waar meer verwacht wordt dan beloofd, komen er twee" in TEXT


def test_where_groups_collide() -> None:
    names = {one.id: one.name for one in DOSSIER.aspects}
    divided = [names[one] for one in collisions(CELLS)["aspect"]]
    assert divided == ["Container dichtbij", "Betalen per zak"]
    assert all(f"*{name}*" in TEXT for name in divided)


def test_what_the_folder_said_is_put_right_by_who_said_it() -> None:
    folder = next(one for one in DOSSIER.expectations if one.key == ("gezinnen", "kosten"))
    assert (folder.raised_by, folder.expects) == ("politics", "De afvalrekening gaat omlaag.")
    assert advice_for("too_high", folder.raised_by).fitting[0] == "repair"
    assert '"De afvalrekening gaat omlaag."' in EXERCISES


def test_the_goal_without_a_decision_and_the_measure_without_a_goal() -> None:
    tables = map(DOSSIER.table, ("goals", "measures", "contributions"))
    found = review_goals(*tables, DOSSIER.as_of.year).findings
    assert [one.row for one in found if one.check == "decision"] == ["meedoen"]
    assert [one.row for one in found if one.check == "goal"] == ["app"]
    assert [one.row for one in found if one.check == "measure"] == ["schoon"]
    assert '"Iedereen kan meedoen" staat in geen enkel besluit' in TEXT


def test_every_group_has_a_message_and_the_one_to_families_lacks_nothing() -> None:
    assert len(MESSAGES) == len(DOSSIER.groups) == 10
    assert message_gaps(MESSAGES["gezinnen"]) == ()
    assert {"why", "no_day"} < set(message_gaps(MESSAGES["ouderen"]))
    assert {"why", "when"} < set(message_gaps(MESSAGES["medisch"]))


def test_the_message_on_paper_is_the_one_on_the_screen() -> None:
    parts = message_text(MESSAGES["gezinnen"]).splitlines()
    assert [part for part in parts if f"> {part}\n" not in TEXT] == []


def test_two_readers_of_the_message_to_families_did_not_say_the_same_back() -> None:
    said = [one for one in DOSSIER.readbacks if one.message == MESSAGES["gezinnen"].id]
    assert [one.why_right for one in said] == [True, False]
    assert set(understood(said)) == {Understood.WHY_MISSED, Understood.WHAT_MISSED}
    assert said[1].their_why.removesuffix(".").lower() in TEXT.lower()


def test_what_the_sliders_of_many_customers_show() -> None:
    tool = ManyCustomers()
    told = re.findall(r"zijn (?:er|dat er|het er) (\d+)(?: van de honderd)?", TEXT)
    seen = []
    for groups, apart in ((1, 2.0), (8, 2.0), (8, 4.0)):
        tool.groups.value, tool.apart.value = groups, apart
        seen.append(tool.rows[1].satisfied)
    assert seen == [int(one) for one in told[:3]] == [87, 52, 30]
    firm = tool.rows[0]
    kept = 100 - firm.gone
    share = round(100 * firm.satisfied / kept)
    assert f"stuurt dan {firm.gone} van de honderd weg" in TEXT
    assert f"van de {kept} die blijven, is {share} procent tevreden" in TEXT


def test_in_the_permit_two_groups_collide_twice_and_want_one_thing_both() -> None:
    cells = PERMIT.table("expectations")
    assert list(collisions(cells)["aspect"]) == ["laat", "breed"]
    wanted = cells.pivot_table(index="aspect", columns="group", values="direction", sort=False)
    same = wanted[wanted["bewoners"].eq(wanted["cafes"])]
    assert list(same.index) == ["duidelijk", "optreden"]


def test_the_days_and_the_size_of_the_council_are_those_of_the_dossier() -> None:
    assert (DOSSIER.population, DOSSIER.seats) == (34_200, 23)
    assert sum(one.seats for one in DOSSIER.fracties) == DOSSIER.seats
    assert day(DOSSIER.as_of).removesuffix(" 2026") in TEXT
    decided = next(one.date for one in DOSSIER.route if one.deciding)
    assert decided is not None
    assert day(decided).removesuffix(" 2026") in EXERCISES


def test_the_dilemma_has_more_than_one_answer_and_says_whom_to_tell() -> None:
    dilemma = next(one for one in lesson_exercises("05") if "C11" in one.principles)
    assert isinstance(dilemma, Choose)
    assert sum(one.right for one in dilemma.options) > 1
    assert not all(one.right for one in dilemma.options)
    said = dilemma.model_dump_json()
    whom = (
        "leidinggevende",
        "gemeentesecretaris",
        "vertrouwenspersoon",
        "integriteitsfunctionaris",
    )
    assert [one for one in whom if one not in said] == []
