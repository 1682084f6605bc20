"""What the exercises of lesson 06 say about their dossier is what stands in it."""

from pathlib import Path

from helpers.dossier.examples import open_dossier
from helpers.dossier.folder import read_folder, write_folder
from helpers.dossier.workbook import read_workbook, write_workbook
from helpers.texts.numbers import day
from helpers.training.content import lesson_exercises
from helpers.training.kinds.match import Match
from helpers.training.kinds.sort import Sort

DOSSIER = open_dossier("woondeal")
EXERCISES = {one.id: one for one in lesson_exercises("06")}
STEPS = {one.id: one for one in DOSSIER.route}
OPTIONS = {one.id: one for one in DOSSIER.options}
WEEK = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def named_day(step: str) -> str:
    date = STEPS[step].date
    assert date is not None
    return f"{WEEK[date.weekday()]} {day(date).removesuffix(f' {date.year}')}"


def test_the_days_are_those_of_the_route() -> None:
    assert named_day("concept") == "donderdag 17 september"
    assert "Vrijdag 18 september. Gisteren" in EXERCISES["06-wie-begin-je-mee"].situation
    assert named_day("pakketten").capitalize() in EXERCISES["06-de-verleiding"].situation
    for step in ("concept", "bronoverleg"):
        assert named_day(step) in " ".join(DOSSIER.story.split())


def test_the_tasks_of_the_polder_are_those_that_are_not_in_order_yet() -> None:
    situation = EXERCISES["06-taken-per-deelregio"].situation.lower()
    tasks = [one.task.lower() for one in DOSSIER.priorities if one.region == "polder"]
    assert len(tasks) == 4
    for task in tasks:
        assert task.removesuffix(" voor woningen") in situation
    about = {one.id: one.about for one in DOSSIER.regions}["polder"]
    assert "Veertig boerderijen" in about
    assert "elk van de veertig bedrijven" in EXERCISES["06-taken-per-deelregio"].example_answer


def test_seven_pairs_are_told_and_seven_stand_there() -> None:
    pairs = EXERCISES["06-botst-het"]
    assert isinstance(pairs, Sort)
    assert "zeven paren" in pairs.situation
    count = [sum(one.group == group.id for one in pairs.items) for group in pairs.groups]
    assert count == [3, 2, 2]
    assert "Drie paren" in pairs.example_answer


def test_what_each_pays_is_what_the_option_says() -> None:
    told = EXERCISES["06-wie-gaat-waarover"]
    assert isinstance(told, Match)
    lines = {one.id: one.text for one in told.pairs}
    description = OPTIONS["geld_drie"].description
    for who, payer in (("provincie", "de provincie 30 miljoen"), ("rijk", "Het Rijk 30 miljoen")):
        assert "dertig miljoen" in lines[who]
        assert payer in description


def test_the_reasons_behind_the_point_that_is_stuck_are_told_in_the_stories() -> None:
    stories = {one.stakeholder: one.story for one in DOSSIER.stories}
    assert "drie mensen die plannen maken" in stories["zuiderwieke"]
    assert "Geef ons grond voor een vaste prijs" in stories["corporaties"]
    assert '"Dat redden wij niet, met drie mensen."' in (
        EXERCISES["06-het-punt-dat-vastzit"].situation
    )


def test_the_dossier_goes_to_excel_and_to_a_folder_and_comes_back_the_same(tmp_path: Path) -> None:
    write_workbook(DOSSIER, tmp_path / "woondeal.xlsx")
    assert read_workbook(tmp_path / "woondeal.xlsx") == DOSSIER
    write_folder(DOSSIER, tmp_path / "woondeal")
    assert read_folder(tmp_path / "woondeal") == DOSSIER


def test_points_of_a_dossier_from_before_were_there_from_the_start() -> None:
    older = open_dossier("winkelhart")
    assert {(one.added, one.brought_by) for one in older.issues} == {(False, None)}
