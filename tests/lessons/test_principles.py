"""The table of principles says where each claim really is taught and practised."""

import json
import re
from pathlib import Path

import pytest

from helpers.training.content import all_exercises
from helpers.training.principles import PRINCIPLES

ROOT = Path(__file__).parents[2]
ROW = re.compile(r"^\| ([A-G]\d+) \| (.+?) \| (.*?) \| (.*?) \|$", re.M)
TABLE = {row[0]: row for row in ROW.findall((ROOT / "docs" / "principles.md").read_text("utf-8"))}
NOTEBOOKS = sorted((ROOT / "notebooks" / "nl").glob("*.ipynb"))


def principles_of(path: Path) -> list[str]:
    found: list[str] = json.loads(path.read_text("utf-8"))["metadata"]["draagvlak"]["principles"]
    return found


def test_every_principle_has_its_row_in_order() -> None:
    assert tuple(TABLE) == PRINCIPLES


@pytest.mark.parametrize("number", PRINCIPLES)
def test_the_lessons_of_a_principle_are_those_that_name_it(number: str) -> None:
    taught = [path.name[:2] for path in NOTEBOOKS if number in principles_of(path)]
    said = TABLE[number][2]
    assert said.split(", ") == taught if taught else said.startswith("not written yet (0")


@pytest.mark.parametrize("number", PRINCIPLES)
def test_the_exercises_of_a_principle_are_those_that_name_it(number: str) -> None:
    exercises = [one for path in NOTEBOOKS for one in all_exercises(path.name[:2])]
    practised = [one.id for one in exercises if number in one.principles]
    assert TABLE[number][3] == ", ".join(practised)


@pytest.mark.parametrize("number", PRINCIPLES)
def test_every_principle_that_is_taught_is_practised(number: str) -> None:
    _number, _claim, lesson, exercises = TABLE[number]
    assert exercises or lesson.startswith("not written yet")


def test_every_principle_of_a_lesson_exists() -> None:
    assert {number for path in NOTEBOOKS for number in principles_of(path)} <= set(PRINCIPLES)
