"""Slides of a lesson are one whole file, with nothing for the trainer or for at home."""

import importlib.util
import re
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).parents[2]
_SPEC = importlib.util.spec_from_file_location("slides", ROOT / "src" / "lessons" / "slides.py")
assert _SPEC is not None
assert _SPEC.loader is not None
made = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(made)

NOTEBOOKS = sorted((ROOT / "notebooks").glob("??/*.ipynb"))
NAMES = [path.stem for path in NOTEBOOKS]


def shown(path: Path) -> str:
    return str(made.page(nbformat.read(path, as_version=4)))


class Fetched(HTMLParser):
    """Collects what a browser would fetch when it opens a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            fetched = name in ("src", "srcset") or (tag == "link" and name == "href")
            if fetched and value and not value.startswith("data:"):
                self.found.append(value)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    text, parser = shown(path), Fetched()
    parser.feed(text)
    assert parser.found == []
    assert not re.search(r"@import|url\((?!['\"]?data:)", text)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_what_is_for_the_trainer_or_for_at_home_is_left_out(path: Path) -> None:
    text = shown(path)
    assert "Voor de trainer" not in text
    assert not re.search(r"<h3[^>]*>Thuis", text)
    assert "working_copy(" not in text
    for chapter in ("Wat je straks kunt", "De zaak", "Samen, scherm dicht", "Kort samengevat"):
        assert re.search(rf"<h2[^>]*>{chapter}", text), chapter


@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_a_page_is_in_its_language_and_every_place_is_filled_in(path: Path) -> None:
    text = shown(path)
    title = nbformat.read(path, as_version=4).metadata.title
    assert f'<html lang="{path.parent.name}">' in text
    assert f"<title>{title}</title>" in text
    assert not re.search(r"\{(lang|title|style|script|body)\}", text)
    assert 8 <= text.count("<section ") <= 60


def test_a_part_at_home_ends_at_the_next_chapter() -> None:
    cells = [
        nbformat.v4.new_markdown_cell(text)
        for text in ("## Kijken", "Lees.\n\n### Thuis: meer\n\nLater.", "Nog later.", "## Proberen")
    ]
    slides = made.slides(nbformat.v4.new_notebook(cells=cells))
    assert [re.sub(r"<.*?>|&#182;|\s", "", one) for one in slides] == [
        "Kijken",
        "Lees.",
        "Proberen",
    ]


def test_every_lesson_is_written(tmp_path: Path) -> None:
    made.main(tmp_path)
    assert [path.stem for path in sorted(tmp_path.glob("nl/*.html"))] == NAMES
