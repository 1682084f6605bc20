"""The minutes that a lesson promises add up, and are those of its exercises and of the course."""

import re
from itertools import accumulate, pairwise
from pathlib import Path

import pytest

from helpers.training.content import lesson_exercises
from helpers.training.course_map import lessons

ROOT = Path(__file__).parents[2]
LESSONS = sorted((ROOT / "src" / "lessons" / "nl").glob("*.md"))
ROW = re.compile(r"^\| (.+?) \| (\d+) \| (kern|thuis) \|$", re.M)
WHOLE = re.compile(r"^\| \*\*Samen in de groep\*\* \| \*\*(\d+)\*\* \| \*\*kern\*\* \|$", re.M)
EXERCISES = re.compile(r"^Oefening(en)? \d\d-\d+")
LATE = re.compile(r"^- \*(\w+) minuten te laat(?: bij .+? \(minuut (\d+)\))?\?\*(.+)$", re.M)
GAME = re.compile(r"^\*(\w+) minuten:\*(.+?nabespreken)\.", re.M)
SMALL = {"een halve": 0.5, "één": 1, "anderhalve": 1.5, "twee": 2, "drie": 3, "vier": 4}
NUMBERS = {**SMALL, "vijf": 5, "zes": 6, "acht": 8, "tien": 10, "twintig": 20}
WHOLES = {"Vijf": 5, "Tien": 10, "Twaalf": 12, "Vijftien": 15, "Dertig": 30, "Zestig": 60}
PIECE = re.compile(rf"\b({'|'.join(NUMBERS)}) minu(?:ut|ten)")

SCRIPT = re.compile(r"^\| (\d+) tot (\d+) \| ", re.M)


def rows(lesson: Path) -> list[tuple[str, int, str]]:
    found = ROW.findall(lesson.read_text("utf-8"))
    return [(part, int(minutes), where) for part, minutes, where in found]


def core(lesson: Path) -> list[int]:
    return [minutes for _, minutes, where in rows(lesson) if where == "kern"]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_parts_for_the_group_are_the_whole_and_the_course_says_the_same(lesson: Path) -> None:
    [whole] = WHOLE.findall(lesson.read_text("utf-8"))
    [told] = [one.minutes for one in lessons() if one.number == lesson.stem[:2]]
    assert (sum(core(lesson)), told) == (int(whole), int(whole))


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_minutes_for_exercises_are_those_of_the_exercises(lesson: Path) -> None:
    number = lesson.stem[:2]
    places = {f"{number}-{at}": one for at, one in enumerate(lesson_exercises(number), start=1)}
    for part, minutes, where in rows(lesson):
        if EXERCISES.match(part):
            named = [places.pop(place) for place in re.findall(r"\d\d-\d+", part)]
            assert sum(one.minutes for one in named) == minutes, part
            assert {one.core for one in named} == {where == "kern"}, part
    assert places == {}


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_part_ends_for_the_trainer_at_the_minute_at_which_it_ends_in_the_table(
    lesson: Path,
) -> None:
    ends = set(accumulate(core(lesson)))
    told = re.findall(r"\(minuut \d+ tot (\d+)\)\*\*", lesson.read_text("utf-8"))
    assert told
    assert {int(one) for one in told} <= ends


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_a_trainer_who_is_late_is_told_to_skip_as_much_as_was_lost(lesson: Path) -> None:
    text, saved = lesson.read_text("utf-8"), 0
    starts = {int(one) for one in re.findall(r"\(minuut (\d+) tot \d+\)\*\*", text)}
    for late, minute, advice in LATE.findall(text):
        also = saved if " ook " in advice else 0
        saved = also + sum(int(one) for one in re.findall(r"scheelt (\d+)", advice))
        assert saved >= WHOLES[late], advice
        assert not minute or int(minute) - WHOLES[late] in starts, advice


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_rounds_of_a_game_take_the_minutes_of_the_game(lesson: Path) -> None:
    for whole, rounds in GAME.findall(lesson.read_text("utf-8")):
        assert sum(NUMBERS[one] for one in PIECE.findall(rounds)) == WHOLES[whole], rounds


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda path: path.stem)
def test_the_minutes_of_a_script_follow_each_other_to_its_end(lesson: Path) -> None:
    pieces = [(int(a), int(b)) for a, b in SCRIPT.findall(lesson.read_text("utf-8"))]
    for (_, end), (start, _) in pairwise(pieces):
        assert start in (end, 0), (start, end)
    assert all(start < end for start, end in pieces)
    ends = [end for (_, end), (start, _) in pairwise([*pieces, (0, 0)]) if start == 0]
    assert lesson.stem[:2] != "09" or ends == [30, 60]
