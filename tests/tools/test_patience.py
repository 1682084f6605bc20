"""A tool that loads slowly still answers: the page waits longer than anywidget by itself does."""

import re
from pathlib import Path

import anywidget

ROOT = Path(__file__).parents[2]
PATIENCE = ROOT / "jupyter" / "labextensions" / "draagvlak-lesson" / "patience.js"


def test_the_page_knows_how_long_anywidget_waits() -> None:
    script = Path(anywidget.__file__).parent / "nbextension" / "index.js"
    gives_up = r"AbortSignal\.timeout\(([^)]+)\)[^;]*Failed to initialize model"
    waits = re.findall(gives_up, script.read_text("utf-8"))
    given = re.search(r"const GIVEN = ([\d_]+);", PATIENCE.read_text("utf-8"))
    assert given
    assert [float(one) for one in waits] == [float(given[1])]
