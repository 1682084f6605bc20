"""A Word document as the course makes it: A4, real styles, and in which language it is."""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.texts.language import _, language

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_LANGUAGES = {"nl": "nl-NL", "en": "en-GB"}
_WIDE, _HIGH, _EDGE = 21.0, 29.7, 2.0
TEXT_WIDTH = _WIDE - 2 * _EDGE
"""Centimetres, as the three above it."""
_IN_TABLE, _GRID = "Table text", "Table Grid"
_DARK = 0x34, 0x5A, 0x8A
_LINES, _HEAD = "B8C2CE", "EDF1F6"
"""Colours of the lines of a table and of the ground of its head."""
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def new_document(title: str) -> Document:
    """Return an empty document on A4 with its title, as a title and in its properties."""
    import docx
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Cm, Pt, RGBColor

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = Cm(_WIDE), Cm(_HIGH)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(_EDGE)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        _speak(document.styles[name].element)
    _speak_always(document)
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    for name, before, after in (("Normal", 3, 6), ("Heading 1", 18, 4), ("Heading 2", 12, 3)):
        spaced = document.styles[name].paragraph_format
        spaced.space_before, spaced.space_after = Pt(before), Pt(after)
    document.styles["Heading 2"].font.color.rgb = RGBColor(*_DARK)
    small = document.styles.add_style(_IN_TABLE, WD_STYLE_TYPE.PARAGRAPH)
    small.base_style, small.font.size = document.styles["Normal"], Pt(9)
    small.paragraph_format.space_before = small.paragraph_format.space_after = Pt(0)
    _calm(document.styles[_GRID])
    properties = document.core_properties
    properties.title, properties.author, properties.comments = safe(title), "", ""
    properties.language = _LANGUAGES[language()]
    document.add_heading(safe(title), level=0)
    return document


def safe(text: str) -> str:
    r"""Return a text without what no Word file may hold.

    >>> safe("Het plein\x00 en de\x0b markt")
    'Het plein en de markt'
    """
    return _NEVER.sub("", text)


def add_text(document: Document, text: str, lead: str = "", style: str | None = None) -> Paragraph:
    """Add a paragraph; ``lead`` stands in front of it in bold."""
    paragraph = document.add_paragraph(style=style)
    if lead:
        paragraph.add_run(f"{safe(lead)} ").bold = True
    paragraph.add_run(safe(text))
    return paragraph


def add_table(
    document: Document,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    widths: Sequence[float] = (),
    about: str = "",
) -> None:
    """Add a table whose first row is marked as its head, so that it comes back on each page.

    ``widths`` are shares of the width of the page; ``about`` says to a screen reader what it holds.
    """
    from docx.oxml import OxmlElement

    table = document.add_table(rows=1, cols=len(heads), style=_GRID)
    style = document.styles[_IN_TABLE].style_id  # looked up once: a table has hundreds of cells
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        _fill(cell, text, style, bold=True)
        _ground(cell)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            _fill(cell, text, style)
    for one in table.rows:
        one._tr.get_or_add_trPr().insert(0, OxmlElement("w:cantSplit"))
    if widths:
        _set_widths(table, widths)
    if about:
        _describe(table, about)


def add_picture(document: Document, png: bytes, alt: str, width: float = TEXT_WIDTH) -> None:
    """Add a picture of ``width`` centimetres; ``alt`` says in words what it shows."""
    from docx.shared import Cm

    shape = document.add_picture(io.BytesIO(png), width=Cm(width))
    properties = shape._inline.docPr
    properties.set("descr", safe(alt))
    properties.set("title", "")


def number_pages(document: Document, text: str) -> None:
    """Put ``text`` and the number of the page at the foot of every page."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.style = document.styles[_IN_TABLE]
    page, of = _("page"), _("of")
    foot.add_run(f"{safe(text)} · {page} ")
    _add_field(foot, "PAGE")
    foot.add_run(f" {of} ")
    _add_field(foot, "NUMPAGES")


def document_bytes(document: Document) -> bytes:
    """Return the document as a Word file."""
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def save_document(document: Document, path: Path) -> None:
    """Write the document so that a kill leaves no half file; raises ``OSError`` when it cannot."""
    save_bytes(document_bytes(document), path)


def save_bytes(content: bytes, path: Path) -> None:
    """Write a file so that a kill leaves no half file; raises ``OSError`` when it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.stem}-", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _fill(cell: Any, text: str, style: str, bold: bool = False) -> None:
    paragraph = cell.paragraphs[0]
    paragraph._p.style = style
    paragraph.add_run(safe(text)).bold = bold or None
    if bold:
        paragraph.paragraph_format.keep_with_next = True


def _ground(cell: Any) -> None:
    """Give a cell of the head its own ground."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", _HEAD)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)


def _calm(style: Any) -> None:
    """Let tables have thin lines between their rows only, and some room around the words."""
    from docx.oxml.ns import qn

    properties = style.element.find(qn("w:tblPr"))
    for line in properties.find(qn("w:tblBorders")):
        upright = line.tag in (qn("w:left"), qn("w:right"), qn("w:insideV"))
        line.set(qn("w:val"), "nil" if upright else "single")
        line.set(qn("w:color"), _LINES)
    for room in properties.find(qn("w:tblCellMar")):
        beside = room.tag in (qn("w:left"), qn("w:right"))
        room.set(qn("w:w"), "85" if beside else "28")


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Set the width of each column; programs look at the cells or at the grid, so both have it."""
    from docx.shared import Cm

    table.autofit = False
    whole = TEXT_WIDTH / sum(widths)
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Cm(share * whole)
        for cell in column.cells:
            cell.width = Cm(share * whole)


def _describe(table: Any, about: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    tag = OxmlElement("w:tblDescription")
    tag.set(qn("w:val"), safe(about))
    table._tbl.tblPr.append(tag)


def _add_field(paragraph: Paragraph, code: str) -> None:
    """Add a number that the program itself counts."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run, shown = OxmlElement("w:r"), OxmlElement("w:t")
    shown.text = "1"
    run.append(shown)
    field.append(run)
    paragraph._p.append(field)


def _speak_always(document: Document) -> None:
    """Say the language once for all styles that do not say it themselves."""
    from docx.oxml.ns import qn

    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}")
    for tag in defaults.iter(qn("w:lang")):
        tag.set(qn("w:val"), _LANGUAGES[language()])


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
