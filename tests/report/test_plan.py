"""The dossier plan holds what the dossier holds, in real headings, and no forecast unasked."""

import datetime as dt
import io
import re
import zipfile
from functools import cache
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.words import Body
from helpers.report.document import TEXT_WIDTH, document_bytes
from helpers.report.plan.contents import Asked, Contents
from helpers.report.plan.document import CHAPTERS, plan_document
from helpers.report.plan.gains import packages
from helpers.texts.language import _
from helpers.training.kept_package import KeptPackage
from helpers.training.working_copy import Action, Taker

pytestmark = pytest.mark.usefixtures("coarse")

EMPTY = Dossier(id="leeg", title="Mijn dossier", as_of=dt.date(2026, 11, 22))
FORECASTS = re.compile(r"waarschijnlijk (voor|tegen)|zeker (voor|tegen)|kans op een meerderheid")
SMALL = (
    EMPTY.add("stakeholders", id="groen", name="Groen", kind="fractie", seats=3, power=8,
              involvement=2, judged_vote="probably_against", vote_source="De wandelgang")
    .add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    .add("interests", id="rust", stakeholder="wijk", position="=1+1 <b>nee</b>", interest="Rust",
         weight=4)
    .add("issues", id="plein", name="Plein")
    .add("options", id="nu", issue="plein", name="Zoals nu", status_quo=True)
    .add("options", id="nieuw", issue="plein", name="Nieuw plein")
    .add("effects", option="nieuw", interest="rust", effect=-1)
    .add("route", id="raad", step=1, name="Raad", body="council", date="2026-12-10", deciding=True)
    .add("contacts", id="een", date="2026-11-01", stakeholder="groen", asked_by="wethouder",
         convinced="no", position_after="Verzet zich nog")
)  # fmt: skip
SMALL = SMALL.model_copy(update={"proposal": ("nieuw",)})


def opened(contents: Contents) -> "docx.document.Document":
    return docx.Document(io.BytesIO(document_bytes(plan_document(contents))))


@cache
def of_example(name: str) -> bytes:
    """Return the plan of an example, drawn once for all tests; without a name an empty one."""
    dossier = open_dossier(name) if name else EMPTY
    chance = ("De kans op een meerderheid is 40 procent.",)
    return document_bytes(plan_document(Contents(dossier, chance=chance)))


def example(name: str) -> "docx.document.Document":
    return docx.Document(io.BytesIO(of_example(name)))


@cache
def small() -> "docx.document.Document":
    """Return the plan of the small dossier, made once for the tests that only read in it."""
    return opened(Contents(SMALL))


def words(document: "docx.document.Document") -> str:
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def whole_text(content: bytes) -> str:
    """Return every letter in the file, also what stands in properties and pictures' texts."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    return "\n".join(
        parts.read(name).decode() for name in parts.namelist() if name.endswith((".xml", ".rels"))
    )


def levels(document: "docx.document.Document") -> list[int]:
    names = [one.style.name for one in document.paragraphs]
    return [
        0 if name == "Title" else int(name[-1]) for name in names if name[:5] in ("Title", "Headi")
    ]


@pytest.mark.parametrize("name", [*example_names(), ""])
def test_headings_have_no_gaps_and_no_chapter_is_empty(name: str) -> None:
    document = example(name)
    found = levels(document)
    assert found[0] == 0
    assert all(new - old <= 1 for old, new in pairwise(found))
    heads = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    lacking = [one.text for one in document.paragraphs if one.style.name == "List Bullet"]
    for chapter in CHAPTERS:
        below = [text for text in lacking if text.endswith(_(chapter.empty))]
        assert (_(chapter.title) in heads) is not bool(below)
    assert len(heads) == len(set(heads))
    body = [one for one in document.element.body if one.tag in (qn("w:p"), qn("w:tbl"))]
    styles = [_style(one) for one in body]
    for at, style in enumerate(styles):
        if style.startswith("Heading"):
            assert at + 1 < len(styles)
            assert not styles[at + 1].startswith(style)


def _style(element: object) -> str:
    found = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")  # type: ignore[attr-defined]
    return "" if found is None else str(found.get(qn("w:val")))


def test_an_empty_dossier_says_what_lacks_and_in_which_lesson_it_comes() -> None:
    document = example("")
    assert levels(document) == [0, 1]
    text = words(document)
    for chapter in CHAPTERS:
        assert f"{_(chapter.title)}. {_(chapter.empty)}" in text
        assert re.search(r"les 0\d", _(chapter.empty))


@pytest.mark.parametrize("name", example_names())
def test_every_picture_says_what_it_shows_and_there_are_at_most_three(name: str) -> None:
    shapes = example(name).inline_shapes
    assert len(shapes) <= 3
    for shape in shapes:
        assert len(shape._inline.docPr.get("descr")) > 40
        assert 8 < shape.width.cm <= TEXT_WIDTH + 0.01


@pytest.mark.parametrize("name", example_names())
def test_every_table_has_a_head_and_says_what_it_holds(name: str) -> None:
    for table in example(name).tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(cell.text for cell in table.rows[0].cells)
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))


@pytest.mark.parametrize("name", example_names())
def test_no_forecast_is_in_it_unasked(name: str) -> None:
    dossier = open_dossier(name)
    text = whole_text(of_example(name))
    assert not FORECASTS.search(text)
    for one in dossier.fracties:
        assert not one.vote_source or one.vote_source not in _only_votes(dossier, text)


def _only_votes(dossier: Dossier, text: str) -> str:
    """Return the text without sources that also stand with an interest or a conversation."""
    for one in dossier.interests:
        text = text.replace(one.source, "") if one.source else text
    for talk in dossier.contacts:
        text = text.replace(talk.channel, "") if talk.channel else text
    return text


def test_nothing_of_a_conversation_tells_who_is_convinced() -> None:
    text = whole_text(document_bytes(small()))
    for secret in ("De wandelgang", "Verzet zich nog", "Overtuigd", "overtuigd\n"):
        assert secret not in text
    assert "Hoe iemand misschien stemt, staat er niet in." in text


def test_asked_for_it_stands_in_with_a_warning_and_the_reason() -> None:
    contents = Contents(
        SMALL, forecasts=True, reason="Voor de wethouder.", chance=("Kans: klein.",)
    )
    document = opened(contents)
    text = words(document)
    first = [one.text for one in document.paragraphs][:5]
    assert any(one.startswith("Let op: in dit document staat hoe fracties") for one in first)
    assert "Waarom het er nu wel in staat: Voor de wethouder." in first
    for said in ("waarschijnlijk tegen", "De wandelgang", "Kans: klein.", "Hoe de stemming kan"):
        assert said in text
    assert [[cell.text for cell in row.cells] for row in document.tables[-1].rows][1] == [
        "nee", "Groen (1 november 2026)"
    ]  # fmt: skip


def test_what_was_typed_stays_what_was_typed() -> None:
    text = words(opened(Contents(SMALL, intention="<i>Bellen</i> & =1+1\x00\x0b")))
    assert "=1+1 <b>nee</b>" in text
    assert "<i>Bellen</i> & =1+1" in text


def test_who_decides_when_and_what_is_agreed() -> None:
    action = Action(what="Gesprek voorbereiden", who=Taker.ALDERMAN, by=dt.date(2026, 12, 1))
    text = words(opened(Contents(SMALL, actions=(("raad", action),))))
    assert "Raad: 10 december 2026" in text
    assert "Gesprek voorbereiden (de wethouder, uiterlijk 1 december 2026)" in text
    assert "Voorstel: Plein" in text


def test_for_whom_there_is_nothing_is_said_with_what_they_want() -> None:
    text = words(small())
    assert "Voor Wijkraad wordt nog niets beter" in text
    assert "Wijkraad: Rust" in text
    assert "Wat erin zit voor" not in text or "Groen" in text


def test_questions_say_to_whom_and_who_asks() -> None:
    asked = (
        Asked("Wat zie ik over het hoofd?", "", None),
        Asked("Waarom?", "Groen", Taker.ALDERMAN),
    )
    table = next(
        one for one in opened(Contents(SMALL, questions=asked)).tables
        if one.rows[0].cells[0].text == "Vraag"
    )  # fmt: skip
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    assert rows == [
        ["Wat zie ik over het hoofd?", "iedereen", "iedereen die een gesprek voert"],
        ["Waarom?", "Groen", "de wethouder"],
    ]


def test_each_package_is_told_once() -> None:
    kept = (KeptPackage(key="1", name="Niets doen", package=("nu",)),)
    contents = Contents(SMALL, package=("nieuw",), kept=kept)
    assert [(one.name, one.package) for one in packages(contents)] == [
        ("Voorstel", ("nieuw",)), ("Niets doen", ("nu",))
    ]  # fmt: skip
    assert "Niets doen: Plein: Zoals nu" in words(opened(contents))


def test_it_is_dutch_everywhere_and_counts_its_pages() -> None:
    document = small()
    tags = {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))}
    assert tags == {"nl-NL"}
    foot = document.sections[0].footer._element
    assert [one.get(qn("w:instr")) for one in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert "Mijn dossier · pagina 1 van 1" in "".join(
        one.text or "" for one in foot.iter(qn("w:t"))
    )


def test_of_many_interests_those_that_weigh_most_stand_in_it() -> None:
    big = SMALL
    for at in range(90):
        big = big.add(
            "interests", id=f"b{at}", stakeholder="wijk", interest=f"Iets {at}.",
            weight=5 if at in (70, 80) else 1,
        )  # fmt: skip
    text = words(opened(Contents(big)))
    assert "Alle 91 staan in het Excel-bestand." in text
    assert re.findall(r"Iets \d+", text.partition("Voor wie")[0]) == []  # they stand in a table
    assert set(re.findall(r"(?m)^Iets \d+", text)) == {"Iets 70", "Iets 80"}


def test_with_one_package_a_row_says_for_whom_it_is_so() -> None:
    tables = [one for one in small().tables if one.rows[0].cells[1].text == "Voor wie"]
    rows = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    assert rows == [["Wat het oplevert", "Voor wie"], ["1 slechter", "Wijkraad"]]


CALLED = {
    Body.COUNCIL: ("de wethouder", "via de griffie", "raadscommissie", "stukken voor de raad"),
    Body.PROVINCE: (
        "de gedeputeerde", "via de statengriffie", "statencommissie",
        "stukken voor provinciale staten",
    ),
    Body.BOARD: (
        "de portefeuillehouder", "via de bestuursondersteuning",
        "commissie van het algemeen bestuur",
        "stukken voor het algemeen bestuur",
    ),
    Body.OTHER: ("de wethouder", "via de griffie", "raadscommissie", "stukken voor de raad"),
}  # fmt: skip


@pytest.mark.parametrize("body", list(Body))
def test_people_and_rooms_are_called_as_with_the_body_that_decides(body: Body) -> None:
    dossier = EMPTY.model_copy(update={"body": body, "place": "Oudergouw"})
    dossier = dossier.add("stakeholders", id="wijk", name="Wijkvereniging", kind="residents")
    dossier = dossier.add("route", id="een", step=1, name="Bespreking", body="committee")
    agreed = Action(what="Vragen stellen", who=Taker.REGISTRY)
    asked = (Asked("Waarom?", "Wijkvereniging", Taker.ALDERMAN),)
    contents = Contents(dossier, questions=asked, actions=(("een", agreed),), forecasts=True)
    text = words(opened(contents))
    for said in CALLED[body]:
        assert said in text
    if body in (Body.PROVINCE, Body.BOARD):
        assert not re.search(r"wethouder|\bgriffie|\braad|raads|gemeente", text)
