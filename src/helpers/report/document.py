"""A Word document as the course makes it: A4, real styles, and in which language it is."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.texts.language import language

if TYPE_CHECKING:
    from docx.document import Document

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_WIDE, _HIGH, _EDGE = 21.0, 29.7, 2.2
"""Centimetres."""


def new_document(title: str) -> Document:
    """Return an empty document on A4 with its title, as a title and in its properties."""
    import docx
    from docx.shared import Cm, Pt

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(_WIDE), Cm(_HIGH)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_EDGE)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        _speak(document.styles[name].element)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "", ""
    properties.language = _LANGUAGES[language()]
    document.add_heading(title, level=0)
    return document


def add_table(document: Document, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add a table whose first row is marked as its head, so that it comes back on each page."""
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def save_document(document: Document, path: Path) -> None:
    """Write the document so that a kill leaves no half file; raises ``OSError`` when it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            document.save(file)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _speak(style: object) -> None:
    """Say in which language the text of a style is, for who reads aloud or checks spelling."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.get_or_add_rPr()  # type: ignore[attr-defined]
    for known in properties.findall(qn("w:lang")):
        properties.remove(known)
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), _LANGUAGES[language()])
    properties.append(tag)
