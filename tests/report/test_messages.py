"""The document opens as a document: real headings, its language, and every text as it was typed."""

import datetime as dt
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from helpers.dossier.model import Dossier
from helpers.report.document import new_document, save_document
from helpers.report.messages import messages_document

DOSSIER = (
    Dossier(id="afval", title="Afval & meer", as_of=dt.date(2026, 9, 15))
    .add("groups", id="flat", name="Bewoners van flats")
    .add("groups", id="leeg", name="Ouderen")
    .add("goals", id="minder", text="Minder restafval")
    .add("messages", id="een", group="flat", goal="minder", why="=SUM(A1) <b>omdat</b>\nhet moet",
         what="De bak gaat weg.", when="Vanaf 2 maart.", will_not="De gft-bak blijft.", ask="Bel.")
    .add("messages", id="twee", group="leeg")
    .add("readbacks", id="r", message="een", reader="buurvrouw", their_why="minder afval")
)  # fmt: skip


@pytest.fixture
def opened(tmp_path: Path) -> "docx.document.Document":
    path = tmp_path / "verslagen" / "berichten.docx"
    save_document(messages_document(DOSSIER), path)
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    return docx.Document(str(path))


def test_headings_are_headings_and_an_empty_message_is_left_out(
    opened: "docx.document.Document",
) -> None:
    heads = [(p.style.name, p.text) for p in opened.paragraphs if p.style.name != "Normal"]
    assert heads[:3] == [
        ("Title", "Berichten: Afval & meer"),
        ("Heading 1", "Bewoners van flats"),
        ("Heading 2", "Waarom"),
    ]
    assert "Ouderen" not in [text for _, text in heads]


def test_what_was_typed_stays_what_was_typed(opened: "docx.document.Document") -> None:
    assert "=SUM(A1) <b>omdat</b>\nhet moet" in [one.text for one in opened.paragraphs]
    assert "Rust op het doel: Minder restafval" in [one.text for one in opened.paragraphs]


def test_what_readers_said_stands_in_a_table_with_a_head(opened: "docx.document.Document") -> None:
    (table,) = opened.tables
    assert [cell.text for cell in table.rows[1].cells] == ["buurvrouw", "minder afval", ""]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_document_is_dutch_and_on_a4(opened: "docx.document.Document") -> None:
    assert opened.core_properties.language == "nl-NL"
    lang = opened.styles["Normal"].element.rPr.find(qn("w:lang"))
    assert lang.get(qn("w:val")) == "nl-NL"
    page = opened.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)


def test_a_folder_that_cannot_be_written_is_an_error_without_a_half_file(tmp_path: Path) -> None:
    (tmp_path / "weg").write_text("geen map")
    with pytest.raises(OSError, match="weg"):
        save_document(new_document("x"), tmp_path / "weg" / "x.docx")
