"""The self-study notebooks follow from the exercises: whole, in pieces of at most 20 minutes."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import NotebookNode

from helpers.training.content import all_exercises, lesson_case, lesson_exercises
from helpers.training.course_map import lessons
from helpers.training.kinds.do import Do
from lessons import build, self_study
from lessons.self_study import FEWEST, LONGEST, MOST, REVIEW, pieces

STUDIES = build.studies()


def name_of(source: Path) -> str:
    return source.stem


def stored(source: Path) -> NotebookNode:
    return nbformat.read(self_study.target(source), as_version=4)


def code_of(notebook: NotebookNode) -> list[str]:
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def test_every_lesson_with_exercises_has_one_and_there_are_no_others() -> None:
    found = sorted((Path(build.ROOT) / "exercises").rglob("*.ipynb"))
    assert found == [self_study.target(source) for source in STUDIES]
    enough = {one.number for one in lessons() if len(lesson_exercises(one.number)) >= FEWEST}
    assert {source.stem[:2] for source in STUDIES} == enough


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_it_is_built_from_the_exercises(source: Path) -> None:
    made, kept = build.read_study(source), stored(source)
    fields = ("id", "cell_type", "source", "metadata")
    mine = [[{key: cell[key] for key in fields} for cell in one.cells] for one in (made, kept)]
    assert mine[0] == mine[1], "run: make notebooks"
    assert kept.metadata == made.metadata


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_every_exercise_is_there_once_and_in_its_order(source: Path) -> None:
    asked = re.findall(r'Exercise\("([^"]+)"\)', "\n".join(code_of(stored(source))))
    assert asked == [one.id for one in all_exercises(source.stem[:2])]


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_the_case_that_closes_the_lesson_has_its_story_before_its_exercises(source: Path) -> None:
    case, cells = lesson_case(source.stem[:2]), stored(source).cells
    told = [at for at, cell in enumerate(cells) if cell.source.startswith("## Slotcasus: ")]
    assert len(told) == (1 if case else 0)
    for at in told:
        assert case
        assert all(part in cells[at].source for part in case.story)
        assert f'Exercise("{case.exercises[0].id}")' in "".join(c.source for c in cells[at + 1 :])


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_it_begins_with_the_review_and_ends_with_what_comes_next(source: Path) -> None:
    _imports, first, *_, last = code_of(stored(source))
    assert first == f'Review("{source.stem[:2]}")'
    assert last == "Resume()"


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_after_each_piece_one_may_stop_within_twenty_minutes(source: Path) -> None:
    text = "\n".join(cell.source for cell in stored(source).cells)
    rows = [int(one) for one in re.findall(r"^\| [^|]+ \| (\d+) \|$", text, re.M)]
    review, first, *others = rows
    assert review + first <= LONGEST
    assert all(one <= LONGEST for one in others)
    closing = 1 if lesson_case(source.stem[:2]) else 0
    assert text.count("**Hier kun je stoppen.**") == len(rows) - 1 - closing
    assert text.count("**Dit was de slotcasus.**") == closing
    told = [int(one) for one in re.findall(r"ongeveer (\d+) minuten", text)]
    assert told == [first, *others]
    assert sum(told) == sum(map(int, re.findall(r"\*\* \((\d+) minu", text)))


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_what_one_does_in_a_tool_stands_right_above_it(source: Path) -> None:
    cells = stored(source).cells
    for exercise in all_exercises(source.stem[:2]):
        if isinstance(exercise, Do):
            at = next(n for n, cell in enumerate(cells) if exercise.question in cell.source)
            assert cells[at + 1].source.startswith(f"{exercise.tool}(")


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_every_cell_was_run_and_shows_something_calm(source: Path) -> None:
    code = [cell for cell in stored(source).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    for cell in code[1:]:
        [output] = cell.outputs
        assert output.output_type == "execute_result"
        assert len(output.data["text/plain"]) > 30
        assert "kan nog niet worden getoond" not in output.data["text/html"]
    text = self_study.target(source).read_text("utf-8")
    assert "vnd.jupyter.widget" not in text


@pytest.mark.parametrize("source", STUDIES, ids=name_of)
def test_its_links_lead_somewhere(source: Path) -> None:
    place = self_study.target(source).parent
    text = "\n".join(cell.source for cell in stored(source).cells)
    links = re.findall(r"\]\(([^)]+\.ipynb)\)", text)
    assert len(links) == 2
    assert all((place / link).resolve().exists() for link in links)


def test_each_runs_by_itself_as_its_code_is_in_the_manifest() -> None:
    manifest = json.loads((build.EXTENSION / "manifest.json").read_text("utf-8"))
    for source in STUDIES:
        path = self_study.target(source)
        assert manifest[path.relative_to(build.ROOT).as_posix()] == build.code_hash(stored(source))


def test_the_course_map_links_to_each() -> None:
    linked = {one.study for one in lessons() if one.study}
    there = {self_study.target(source) for source in STUDIES}
    assert linked == {path.relative_to(build.ROOT).as_posix() for path in there}


# The pieces


@given(st.lists(st.integers(1, 15), min_size=1, max_size=9))
def test_pieces_hold_everything_in_order_and_none_is_too_long(minutes: list[int]) -> None:
    found = pieces(minutes)
    assert [at for piece in found for at in piece] == list(range(len(minutes)))
    sums = [sum(minutes[at] for at in piece) for piece in found]
    assert sums[0] <= LONGEST - REVIEW
    assert max(sums) <= LONGEST
    assert all(1 <= len(piece) <= MOST for piece in found)


def test_no_piece_is_small_when_that_can_be() -> None:
    assert [len(piece) for piece in pieces([3] * 9)] == [4, 5]
    assert [len(piece) for piece in pieces([4] * 7)] == [3, 4]
    assert [len(piece) for piece in pieces([3, 3, 4, 3, 4, 4, 3, 15])] == [3, 4, 1]


def test_an_exercise_that_fits_no_piece_is_said() -> None:
    with pytest.raises(ValueError, match="takes longer than 20 minutes"):
        pieces([3, 25, 3])
