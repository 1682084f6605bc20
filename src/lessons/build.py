"""Build the notebooks from the lessons' text: executed, outputs stored, ids by rule.

A lesson is MyST Markdown (``src/lessons/<language>/<lesson>.md``). ``python src/lessons/build.py``
writes ``notebooks/<language>/<lesson>.ipynb`` and, from the lesson's exercises, the notebook for
self-study ``exercises/<language>/<lesson>.ipynb``; the manifest of hashes by which one runs itself
only when its code is what the course shipped, and the sentences of the page.
"""

import hashlib
import json
import os
import re
import sys
import tempfile
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode

from lessons import self_study

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "lessons"
EXTENSION = ROOT / "jupyter" / "labextensions" / "draagvlak-lesson" / "static"
LANGUAGES = ("nl", "en")
_VIEW = "application/vnd.jupyter.widget-view+json"


def sources() -> list[Path]:
    """Return the texts of all lessons, in order of language and name."""
    return sorted(SOURCES.glob("??/*.md"))


def target(source: Path) -> Path:
    """Return the notebook that is built from ``source``."""
    return ROOT / "notebooks" / source.parent.name / f"{source.stem}.ipynb"


def studies() -> list[Path]:
    """Return the texts of the lessons that have exercises for self-study."""
    return [source for source in sources() if self_study.has_exercises(source)]


def read_lesson(source: Path) -> NotebookNode:
    """Return the notebook of a text, with ids and metadata by rule and without outputs."""
    parsed = jupytext.reads(source.read_text("utf-8"), fmt="md:myst")
    principles = {"principles": parsed.metadata["principles"]}
    cells = [_plain(cell) for cell in parsed.cells]
    return _notebook(source, parsed.metadata["title"], cells, principles)


def read_study(source: Path) -> NotebookNode:
    """Return the self-study notebook of a lesson, with ids and metadata by rule."""
    parsed = jupytext.reads(source.read_text("utf-8"), fmt="md:myst")
    title = parsed.metadata["title"].partition(". ")[2] or parsed.metadata["title"]
    cells = list(self_study.cells(source, title))
    heading = cells[0].source.partition("\n")[0].removeprefix("# ")
    return _notebook(source, heading, cells, {"study": True})


def _notebook(
    source: Path, title: str, cells: list[NotebookNode], more: dict[str, Any]
) -> NotebookNode:
    for cell, cell_id in zip(cells, _ids(cells), strict=True):
        cell["id"] = cell_id
    return nbformat.v4.new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"display_name": "Draagvlak", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
            "title": title,
            "draagvlak": {"lesson": source.stem, "language": source.parent.name, **more},
        },
    )


def _plain(cell: NotebookNode) -> NotebookNode:
    metadata: dict[str, Any] = {"tags": cell.metadata["tags"]} if "tags" in cell.metadata else {}
    if cell.cell_type == "markdown":
        return nbformat.v4.new_markdown_cell(cell.source, metadata=metadata)
    hidden = {"jupyter": {"source_hidden": True}}
    return nbformat.v4.new_code_cell(cell.source, metadata={**metadata, **hidden})


def _ids(cells: list[NotebookNode]) -> list[str]:
    """Return an id a cell: the last heading in plain letters, and its place under that heading."""
    heading, ids = "start", []
    used: Counter[str] = Counter()
    for cell in cells:
        found = re.search(r"^#+ +(.+)$", cell.source, re.M)
        if cell.cell_type == "markdown" and found:
            heading = _slug(found[1])
        used[heading] += 1
        ids.append(f"{heading}-{used[heading]}")
    return ids


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:50] or "deel"


def execute(lesson: NotebookNode) -> NotebookNode:
    """Return the lesson with the outputs of a run on an empty work folder."""
    with tempfile.TemporaryDirectory() as work:
        environment = {
            **os.environ,
            "DRAAGVLAK_WERK": work,
            "DRAAGVLAK_LANG": lesson.metadata.draagvlak.language,
        }
        client = NotebookClient(lesson, timeout=120, kernel_name="python3")
        client.execute(env=environment)
    return tidy(lesson)


def tidy(lesson: NotebookNode) -> NotebookNode:
    """Return the lesson without what does not come back or differs from run to run."""
    lesson.metadata.pop("widgets", None)
    lesson.metadata["language_info"] = {"name": "python"}
    for cell in lesson.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(_VIEW, None)
    return lesson


def code_hash(notebook: NotebookNode) -> str:
    """Return the SHA-256 over the code cells' sources, NUL between them, as the page does."""
    sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    whole = "\0".join(re.sub(r"\r\n?", "\n", one) for one in sources)
    return hashlib.sha256(whole.encode()).hexdigest()


def manifest(notebooks: list[Path]) -> dict[str, str]:
    """Return the hash of each notebook's code by its path inside the course."""
    return {
        path.relative_to(ROOT).as_posix(): code_hash(nbformat.read(path, as_version=4))
        for path in notebooks
    }


def shipped() -> list[Path]:
    """Return every notebook that the course ships and that is there."""
    built = [*map(target, sources()), *map(self_study.target, studies())]
    return [path for path in built if path.exists()]


def page_texts() -> dict[str, dict[str, str]]:
    """Return the page's sentences for each language."""
    from helpers.texts.page import sentences

    return {code: sentences(code) for code in LANGUAGES}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")


def _write_json(path: Path, content: Any) -> None:
    _write(path, json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


def _keep(path: Path, notebook: NotebookNode) -> None:
    _write(path, nbformat.writes(notebook) + "\n")
    print(f"{path.relative_to(ROOT)}: {len(notebook.cells)} cells")


def main(names: list[str]) -> None:
    """Build the named lessons, or all of them, and then the manifest and the page's texts."""
    for source in sources():
        if not names or source.stem in names:
            lesson = execute(read_lesson(source))
            _keep(target(source), lesson)
    for source in studies():
        if not names or source.stem in names:
            _keep(self_study.target(source), execute(read_study(source)))
    _write_json(EXTENSION / "manifest.json", manifest(shipped()))
    _write_json(EXTENSION / "texts.json", page_texts())


if __name__ == "__main__":
    main(sys.argv[1:])
