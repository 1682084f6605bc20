"""The timetables for a trainer add up, and give a lesson the minutes that it takes."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.training.course_map import lessons
from tests.lessons.test_minutes import LESSONS, rows

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "trainer.md").read_text("utf-8")
PAGE = json.loads(
    (ROOT / "jupyter/labextensions/draagvlak-lesson/static/texts.json").read_text("utf-8")
)["nl"]
SLOT = re.compile(r"^\| (\d\d):(\d\d) \| (.+?) \|(?: (\d+))? \|$", re.M)
SPAN = re.compile(r"^\| (\d+) \| (\d+) \| (\d+) \| (.+?) \|", re.M)
PROGRAMMES = {"Een dagdeel": 1, "Een dag": 1, "Vier keer twee uur": 4}
LESSON_02 = next(path for path in LESSONS if path.stem.startswith("02"))


def part(heading: str) -> str:
    [found] = re.findall(rf"^## {heading}\n(.*?)(?=^## |\Z)", TEXT, re.M | re.S)
    return str(found)


def timetables(heading: str) -> list[list[tuple[int, str, int]]]:
    """Return each table of a part: minutes since midnight, what, and how long (0 at the end)."""
    tables: list[list[tuple[int, str, int]]] = []
    for hour, minute, what, long in SLOT.findall(part(heading)):
        if not tables or tables[-1][-1][1] == "Einde":
            tables.append([])
        tables[-1].append((60 * int(hour) + int(minute), what, int(long or 0)))
    return tables


@pytest.mark.parametrize("heading", PROGRAMMES)
def test_every_row_begins_when_the_one_before_it_ends(heading: str) -> None:
    tables = timetables(heading)
    assert len(tables) == PROGRAMMES[heading]
    for table in tables:
        assert table[-1][1:] == ("Einde", 0)
        assert all(at + long == then for (at, _, long), (then, _, _) in pairwise(table))


def test_four_times_two_hours_is_that() -> None:
    assert [table[-1][0] - table[0][0] for table in timetables("Vier keer twee uur")] == [120] * 4


@pytest.mark.parametrize("heading", PROGRAMMES)
def test_a_lesson_takes_the_minutes_and_has_the_name_of_the_course(heading: str) -> None:
    known = {f"Les {one.number}. {one.title}": one.minutes for one in lessons()}
    slots = [row for table in timetables(heading) for row in table if row[1].startswith("Les ")]
    assert slots
    assert [(what, long) for _, what, long in slots] == [
        (what, known[what]) for _, what, _ in slots
    ]


@pytest.mark.parametrize("heading", PROGRAMMES)
def test_nobody_sits_longer_than_two_hours_and_a_quarter(heading: str) -> None:
    for table in timetables(heading):
        rests = [at for at, what, _ in table if re.match("Pauze|Lunch|Wandelen|Einde", what)]
        starts = [table[0][0], *rests]
        assert max(later - at for at, later in pairwise(starts)) <= 135


def test_the_table_of_lessons_is_that_of_the_course() -> None:
    found = re.findall(r"^\| (\d\d) \| (\d+) \| \S", part("Welke les voor welke groep"), re.M)
    assert found == [(one.number, str(one.minutes)) for one in lessons()]


def test_the_script_of_one_hour_is_lesson_02_part_by_part() -> None:
    spans = SPAN.findall(part("Eén uur, dertig mensen, geen laptops"))
    assert [(int(b) - int(a)) for a, b, _, _ in spans] == [int(long) for _, _, long, _ in spans]
    assert all(end == begin for (_, end, _, _), (begin, _, _, _) in pairwise(spans))
    assert (spans[0][0], spans[-1][1]) == ("0", "60")
    core = [(name, long) for name, long, where in rows(LESSON_02) if where == "kern"]
    assert [int(long) for _, _, long, _ in spans] == [long for _, long in core]
    for (*_, told), (name, _) in zip(spans, core, strict=True):
        assert name.startswith(told), (told, name)


def test_the_script_of_thirty_people_plays_with_as_many_cards_as_there_are() -> None:
    text = part("Eén uur, dertig mensen, geen laptops")
    assert "Tien drietallen, tien kaarten" in text
    assert len(re.findall(r"^\*\*Kaart \d+\.", LESSON_02.read_text("utf-8"), re.M)) == 10


def test_the_return_meeting_is_the_one_of_lesson_09() -> None:
    spans = SPAN.findall(part("Achteraf: het terugkomuur"))
    assert all(end == begin for (_, end, _, _), (begin, _, _, _) in pairwise(spans))
    assert [int(b) - int(a) for a, b, _, _ in spans] == [int(long) for _, _, long, _ in spans]
    told = [(int(a), int(b)) for a, b, _, _ in spans]
    lesson = next(path for path in LESSONS if path.stem.startswith("09")).read_text("utf-8")
    after = lesson[lesson.index("het terugkomuur, na vier weken") :]
    assert told == [(int(a), int(b)) for a, b in re.findall(r"^\| (\d+) tot (\d+) \|", after, re.M)]


def test_what_a_button_is_called_here_is_what_stands_on_it() -> None:
    for key in ("show_trainer", "timer_start", "timer_next", "print_lesson", "own_dossier"):
        assert f"*{PAGE[key]}*" in TEXT, key
    for key in ("hide_notes", "big_type", "demonstration", "on_paper", "part"):
        assert f"**{PAGE[key]}.**" in TEXT, key


def test_the_safe_room_says_what_must_be_said() -> None:
    text = part("Een veilige zaal")
    for said in ("blijft hier", "Passen mag", "Geen namen", "geen leidinggevende", "verzonnen"):
        assert said in text
    assert "Wie de server beheert, kan die schijf lezen." in text


@pytest.mark.parametrize("link", sorted(set(re.findall(r"\]\(#([^)]+)\)", TEXT))))
def test_a_link_leads_to_a_heading(link: str) -> None:
    headings = re.findall(r"^## (.+)$", TEXT, re.M)
    assert link in {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}
