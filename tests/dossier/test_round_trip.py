"""Whatever a dossier holds, a file gives it back; whatever a file holds, nothing is half read."""

import datetime as dt
import tempfile
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.dossier.columns import FIRST_DAY, LAST_DAY, Column, Declared, columns_of
from helpers.dossier.folder import read_folder, write_folder
from helpers.dossier.model import Dossier
from helpers.dossier.problems import DossierError
from helpers.dossier.tables import TABLES
from helpers.dossier.words import Body, Kind
from helpers.dossier.workbook import read_workbook, write_workbook

# Texts that look like something else in YAML, CSV or Excel, beside any text.
ODD = [
    "NA", "null", "~", "no", "=SUM(A1)", "#N/A", "-", "- x", "a: b", "'", '"', "@", "1e5",
    "2026-01-01", "a,b;c\td", "x\n\ny", "{a: 1}", "&a *b !c", "# geen", "_x000D_", "| >", "%",
    "\u2028x", "é😀",
]  # fmt: skip
TEXT = st.sampled_from(ODD) | st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=30
)
IDS = st.lists(
    st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True), min_size=1, max_size=3, unique=True
)


def cells(column: Column) -> st.SearchStrategy[Any]:
    """Return any value that the column allows."""
    values: dict[type, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        dt.date: st.dates(FIRST_DAY, LAST_DAY),
        int: st.integers(int(column.low or 0), int(column.high or 0)),
        float: st.floats(column.low, column.high),
        str: TEXT.filter(str.strip) if column.required else TEXT,
    }
    known = st.sampled_from(column.words) if column.words else values[column.type]
    return known if column.required or column.default is not None else st.none() | known


@cache
def others(part: type[Declared], given: tuple[str, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """Return any values in the columns that refer to nothing and are not given."""
    return st.fixed_dictionaries(
        {
            name: cells(column)
            for name, column in columns_of(part).items()
            if not column.refers and name not in given
        }
    )


@st.composite
def rows(draw: st.DrawFn, part: type[Declared], **given: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Return a row: what is given, and any value in the columns that refer to nothing."""
    known = {name: draw(one) for name, one in given.items()}
    return known | draw(others(part, tuple(given)))


def many(table: str, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    """Return some rows with different keys."""

    def key(row: dict[str, Any]) -> tuple[Any, ...]:
        return tuple(row[name] for name in TABLES[table].KEY)

    return st.lists(rows(TABLES[table], **given), max_size=3, unique_by=key)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    """Return a dossier that is right: its references exist, its options and seats fit."""
    people, issues, wants, tasks = draw(IDS), draw(IDS), draw(IDS), draw(IDS)
    who, what, task = (st.sampled_from(keys) for keys in (people, wants, tasks))
    groups, aims = draw(IDS), draw(IDS)
    group, aim, abc = st.sampled_from(groups), st.sampled_from(aims), st.sampled_from("abc")
    options = [f"{issue[:30]}_{n}" for issue in issues for n in range(2)]
    which = st.sampled_from(options)

    def fixed(name: str, key: str, **given: st.SearchStrategy[Any]) -> dict[str, Any]:
        return draw(rows(TABLES[name], id=st.just(key), **given))

    tables = {
        "stakeholders": [fixed("stakeholders", key) for key in people],
        "interests": [fixed("interests", key, stakeholder=who) for key in wants],
        "issues": [fixed("issues", key) for key in issues],
        "options": [
            fixed("options", f"{issue[:30]}_{n}", issue=st.just(issue), status_quo=st.just(n == 0),
                  brought_by=st.none() | who)
            for issue in issues for n in range(2)
        ],
        "effects": draw(many("effects", option=which, interest=what)),
        "values": draw(many("values", stakeholder=who, option=which)),
        "thresholds": draw(many("thresholds", stakeholder=who)),
        "route": draw(many("route", id=abc, speaker=st.none() | who)),
        "contacts": draw(many("contacts", id=abc, stakeholder=who)),
        "assignments": [fixed("assignments", key, client=who) for key in tasks],
        "intake": draw(many("intake", id=abc, assignment=task)),
        "parts": draw(many("parts", id=abc, assignment=task)),
        "reframes": draw(many("reframes", assignment=task)),
        "preparations": draw(many("preparations", id=abc, stakeholder=who)),
        "groups": [fixed("groups", key) for key in groups],
        "aspects": [fixed("aspects", key) for key in "abc"],
        "expectations": draw(many("expectations", group=group, aspect=abc)),
        "goals": [fixed("goals", key, parent=st.none() | aim) for key in aims],
        "measures": [fixed("measures", key) for key in "abc"],
        "contributions": draw(many("contributions", measure=abc, goal=aim)),
        "messages": [fixed("messages", key, group=group, goal=st.none() | aim) for key in "abc"],
        "readbacks": draw(many("readbacks", id=abc, message=abc)),
        "themes": [fixed("themes", key) for key in "abc"],
        "partners": [fixed("partners", key) for key in "abc"],
        "partner_themes": draw(many("partner_themes", partner=abc, theme=abc)),
        "cooperation": draw(many("cooperation", partner=abc)),
        "regions": [fixed("regions", key) for key in "abc"],
        "priorities": draw(many("priorities", id=abc, region=abc, brought_by=st.none() | who)),
        "stories": draw(many("stories", id=abc, stakeholder=who)),
    }  # fmt: skip
    for row in tables["stakeholders"]:
        if row["kind"] is not Kind.FRACTIE:
            row.update(seats=0, judged_vote=None)
    fracties = [row["id"] for row in tables["stakeholders"] if row["kind"] is Kind.FRACTIE]
    head = draw(rows(Dossier, id=st.just("een"), body=st.just(Body.OTHER)))
    proposal = draw(st.sampled_from([(), tuple(options[1::2]), tuple(options[::-2])]))
    return Dossier.model_validate(
        {
            **head,
            **tables,
            "coalition": draw(st.sampled_from([(), tuple(fracties)])),
            "proposal": proposal,
        }
    )


SLOW = settings(deadline=None, suppress_health_check=list(HealthCheck))


@given(dossiers())
@settings(SLOW, max_examples=20)
def test_what_is_written_to_a_folder_or_as_json_reads_back_equal(dossier: Dossier) -> None:
    assert Dossier.model_validate_json(dossier.model_dump_json()) == dossier
    with tempfile.TemporaryDirectory() as folder:
        write_folder(dossier, Path(folder))
        assert read_folder(Path(folder)) == dossier


@given(dossiers())
@settings(SLOW, max_examples=8)
def test_what_is_written_to_a_workbook_reads_back_equal(dossier: Dossier) -> None:
    with tempfile.TemporaryDirectory() as folder:
        write_workbook(dossier, Path(folder) / "een.xlsx")
        assert read_workbook(Path(folder) / "een.xlsx") == dossier


SPOILS = st.binary(max_size=12) | st.sampled_from(
    [b"", b"\x00", b'"', b"\n", b",", b"[", b"{", b": ", b"- ", b"=1", b"<", b"&a ", b"\xff\xfe"]
)


@given(st.data(), SPOILS)
@settings(SLOW, max_examples=40)
def test_a_spoiled_folder_gives_a_dossier_or_sentences(
    folder: Path, data: st.DataObject, spoil: bytes
) -> None:
    path = data.draw(st.sampled_from(sorted(folder.iterdir())))
    content = path.read_bytes()
    at = data.draw(st.integers(0, len(content)))
    path.write_bytes(content[:at] + spoil + content[at + data.draw(st.integers(0, 9)) :])
    with suppress(DossierError):
        read_folder(folder)
    path.write_bytes(content)


@given(st.data(), SPOILS)
@settings(SLOW, max_examples=15)
def test_a_spoiled_workbook_gives_a_dossier_or_sentences(
    book: dict[str, bytes], tmp_path: Path, data: st.DataObject, spoil: bytes
) -> None:
    name = data.draw(st.sampled_from(sorted(book)))
    at = data.draw(st.integers(0, len(book[name])))
    path = tmp_path / "spoiled.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        for one, content in book.items():
            spoiled = content[:at] + spoil + content[at + data.draw(st.integers(0, 9)) :]
            archive.writestr(one, spoiled if one == name else content)
    with suppress(DossierError):
        read_workbook(path)


@pytest.fixture
def book(small: Dossier, tmp_path: Path) -> dict[str, bytes]:
    """Return the parts of a workbook."""
    write_workbook(small, tmp_path / "plein.xlsx")
    with zipfile.ZipFile(tmp_path / "plein.xlsx") as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if name.endswith((".xml", "rels"))
        }
