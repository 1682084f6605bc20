"""Make slides of the lessons: one HTML file each, whole in itself, for a screen without Jupyter.

``python src/lessons/slides.py`` reads the built notebooks and writes ``slides/<language>/``. A
slide is a screen of the lesson, or a tool as it stands still; what is for the trainer or for at
home is left out. Nothing is fetched when a file is opened, and no other file is needed.
"""

import html
import re
import sys
from pathlib import Path

import nbformat
from nbconvert.filters.markdown_mistune import markdown2html_mistune
from nbformat import NotebookNode

ROOT = Path(__file__).parents[2]
PARTS = Path(__file__).parent / "slides"
HOME = re.compile(r"^### (Thuis|At home)\b", re.M)
CHAPTER = re.compile(r"^##? ", re.M)


def slides(notebook: NotebookNode) -> list[str]:
    """Return the slides of a lesson as HTML, in order."""
    found, at_home = [], False
    for cell in notebook.cells:
        if "trainer" in cell.metadata.get("tags", []):
            continue
        if cell.cell_type == "markdown":
            at_home = at_home and not CHAPTER.search(cell.source)
            for part in re.split(r"(?m)^(?=### )", cell.source):
                at_home = at_home or bool(HOME.search(part))
                if part.strip() and not at_home:
                    found.append(markdown2html_mistune(part))
        elif not at_home:
            found += _still(cell)
    return found


def _still(cell: NotebookNode) -> list[str]:
    shown = [output.get("data", {}).get("text/html") for output in cell.outputs]
    return [f'<div class="tool">{one}</div>' for one in shown if one]


def page(notebook: NotebookNode) -> str:
    """Return a lesson's slides as one HTML page with its style and its keys inside."""
    about = notebook.metadata.draagvlak
    parts = {path.name: path.read_text("utf-8") for path in PARTS.iterdir()}
    body = "\n".join(f'<section tabindex="-1">{one}</section>' for one in slides(notebook))
    return (
        parts["page.html"]
        .replace("{lang}", about.language)
        .replace("{title}", html.escape(notebook.metadata.title))
        .replace("{style}", parts["slides.css"])
        .replace("{script}", parts["slides.js"])
        .replace("{body}", body)
    )


def main(folder: Path) -> None:
    """Write the slides of every built lesson into ``folder``."""
    for source in sorted((ROOT / "notebooks").glob("??/*.ipynb")):
        target = folder / source.parent.name / f"{source.stem}.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(page(nbformat.read(source, as_version=4)), "utf-8", newline="\n")
        print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "slides")
