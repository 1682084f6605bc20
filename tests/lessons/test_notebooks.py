"""The shipped notebooks are what the lessons' texts say, whole and calm."""

import importlib.util
import json
import re
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from helpers.texts.page import sentences

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("build", ROOT / "src" / "lessons" / "build.py")
assert _SPEC is not None
assert _SPEC.loader is not None
build = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(build)

SOURCES = build.sources()
PICTURED = ("VoteForecast(", "PowerInterestMap(", "PuzzleBoard(")


def name_of(source: Path) -> str:
    return source.stem


def notebook(source: Path) -> NotebookNode:
    return nbformat.read(build.target(source), as_version=4)


def without_runs(lesson: NotebookNode) -> list[dict[str, object]]:
    kept = ("id", "cell_type", "source", "metadata")
    return [{key: cell[key] for key in kept} for cell in lesson.cells]


def test_every_notebook_has_its_text_and_the_other_way_round() -> None:
    shipped = sorted((ROOT / "notebooks").rglob("*.ipynb"))
    assert shipped == sorted(build.target(source) for source in SOURCES)


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_the_notebook_is_built_from_its_text(source: Path) -> None:
    made, stored = build.read_lesson(source), notebook(source)
    assert without_runs(stored) == without_runs(made), "run: make notebooks"
    assert stored.metadata == made.metadata


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_every_code_cell_was_executed_in_order_without_errors(source: Path) -> None:
    code = [cell for cell in notebook(source).cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell.outputs]
    assert not [o for o in outputs if o.output_type in ("error", "stream")]


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_every_tool_shows_a_still_version(source: Path) -> None:
    tools = [c for c in notebook(source).cells if "tool" in c.metadata.get("tags", [])]
    for cell in tools:
        data = cell.outputs[-1].data
        pictures = re.findall(r'<img alt="([^"]*)"', data["text/html"])
        assert len(pictures) == data["text/html"].count("<img ")
        assert all(len(alt) > 40 for alt in pictures)
        assert pictures or not cell.source.startswith(PICTURED)
        assert len(data["text/plain"]) > 40


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_no_broken_widget_and_no_machine_number_is_stored(source: Path) -> None:
    text = build.target(source).read_text("utf-8")
    assert "vnd.jupyter.widget" not in text
    assert "np.float64" not in text


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_code_is_short_and_hidden(source: Path) -> None:
    for cell in notebook(source).cells:
        if cell.cell_type == "code":
            assert len(cell.source.splitlines()) <= 3
            assert cell.metadata.jupyter.source_hidden


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_cell_ids_are_unique_and_readable(source: Path) -> None:
    ids = [cell.id for cell in notebook(source).cells]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9-]{3,64}", one) for one in ids)


@pytest.mark.parametrize("source", SOURCES, ids=name_of)
def test_links_to_other_lessons_exist(source: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+\.ipynb)", source.read_text("utf-8")):
        assert (build.target(source).parent / link).exists(), link


def test_the_manifest_holds_the_hash_of_every_lesson() -> None:
    stored = json.loads((build.EXTENSION / "manifest.json").read_text("utf-8"))
    assert stored == build.manifest(build.shipped())
    assert len(stored) == len(SOURCES) + len(build.studies())


def test_a_changed_line_of_code_changes_the_hash_and_a_line_end_does_not() -> None:
    lesson = build.read_lesson(SOURCES[-1])
    before = build.code_hash(lesson)
    cell = next(cell for cell in lesson.cells if cell.cell_type == "code")
    cell.source = cell.source.replace("\n", "\r\n")
    assert build.code_hash(lesson) == before
    cell.source += " "
    assert build.code_hash(lesson) != before


def test_the_page_says_what_the_catalog_says() -> None:
    stored = json.loads((build.EXTENSION / "texts.json").read_text("utf-8"))
    assert stored == {code: sentences(code) for code in ("nl", "en")}
