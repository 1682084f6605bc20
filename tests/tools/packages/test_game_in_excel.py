"""A negotiation game typed into the Excel template: the package maker counts what is there.

The oracle knows only the cells of the workbook, and goes through every package in whole halves.
"""

import itertools
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from helpers.dossier.workbook import read_workbook, write_template
from helpers.tools.packages.package_maker import PackageMaker
from tests.tools.packages.deals import maker, said, say

ISSUES = {"haven": 4, "natuur": 3, "banen": 4, "geld": 5, "toezicht": 3}
POINTS = {
    # a decimal here and there, so that many sums lie exactly on a threshold
    "rederij": "0 14 17.5 11 0 8 14 0 5 9 14 35 29 20 10 0 0 6 12",
    "natuurclub": "0 22.5 45 10 0 25 55 0 0 0 0 0 0 0 0 0 0 8 10",
    "vakbond": "0 0 12 7 0 0 0 0 10 20 42 0 10 10.5 30 0 0 4 9",
    "buurt": "0 8 12 3 0 30 30 18 10 4 0 0 30 40 20 0 0 0 8",
    "provincie": "0 10 15 9 0 25 40 0 2 4 8 0 25.5 30 37 0 0 12 6",
    "stad": "0 4 10 6 0 10 4 0 8 14 12 0 20 30 40 0 0 6.5 15",
}
LEAST = {"rederij": "54.5", "natuurclub": "50", "vakbond": "45", "buurt": "60", "provincie": "65.5",
         "stad": "40.5"}  # fmt: skip
SEATS = {"vakbond": 5, "buurt": 3, "stad": 6, "natuurclub": 4}
LATER = "toezicht"


def options() -> list[tuple[str, str]]:
    return [(issue, f"{issue}_{n}") for issue, count in ISSUES.items() for n in range(count)]


def write(book: Workbook, sheet: str, titles: list[str], rows: list[list[Any]]) -> None:
    """Type rows under the titles of a sheet, as somebody with the template does."""
    page = book[sheet]
    place = {cell.value: cell.column for cell in page[1]}
    for number, row in enumerate(rows, start=2):
        for title, value in zip(titles, row, strict=True):
            page.cell(number, place[title]).value = value


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    """The template with the game in it, but no rule yet: all must agree."""
    path = tmp_path_factory.mktemp("spel") / "spel.xlsx"
    write_template(path)
    book = load_workbook(path)
    head = {"Korte naam": "spel", "Titel": "Een spel", "Stand op": "2026-09-15"}
    for row in book["Dossier"].iter_rows():
        if row[0].value in head:
            row[1].value = head[row[0].value]
    people = [[who, who.title(), "partner"] for who in POINTS]
    write(book, "Betrokkenen", ["Korte naam", "Naam", "Soort"], people)
    issues = [[one, one.title(), "ja" if one == LATER else "nee"] for one in ISSUES]
    write(book, "Punten", ["Korte naam", "Naam", "Later toegevoegd"], issues)
    rows = [[key, issue, key, "ja" if key.endswith("_0") else "nee"] for issue, key in options()]
    write(book, "Opties", ["Korte naam", "Punt", "Naam", "Alles blijft zoals het is"], rows)
    values = [
        [who, key, float(value)]
        for who, told in POINTS.items()
        for (_, key), value in zip(options(), told.split(), strict=True)
    ]
    write(book, "Waarden", ["Betrokkene", "Optie", "Waarde"], values)
    least = [[who, float(value)] for who, value in LEAST.items()]
    write(book, "Zonder afspraak", ["Betrokkene", "Waarde zonder afspraak"], least)
    return book


def with_rule(
    book: Workbook, path: Path, at_least: int | None, veto: set[str], seats: bool
) -> Path:
    """Type the rule of the game over that of before: how many, who has a veto, who has seats."""
    for row in book["Dossier"].iter_rows():
        if row[0].value == "Minstens akkoord":
            row[1].value = at_least
    write(book, "Zonder afspraak", ["Veto"], [["ja" if who in veto else "nee"] for who in LEAST])
    have = SEATS if seats else {}
    kinds = [["fractie" if one in have else "partner", have.get(one)] for one in POINTS]
    write(book, "Betrokkenen", ["Soort", "Zetels"], kinds)
    book.save(path)
    return path


Sheets = dict[str, list[dict[str, Any]]]


def cells(path: Path) -> Sheets:
    """Return the rows of the workbook as they lie there, by sheet."""
    found: Sheets = {}
    for sheet in load_workbook(path, read_only=True):
        titles, *rows = sheet.iter_rows(values_only=True)
        told = [row for row in rows if row[0] is not None]
        found[sheet.title] = [dict(zip(map(str, titles), row, strict=True)) for row in told]
    return found


def halves(value: float) -> int:
    """Return how many halves a value is: no sum of these is rounded."""
    count = 2 * Fraction(value)
    assert count.denominator == 1
    return int(count)


def counted(book: Sheets, at_least: int | None, issues: list[str]) -> tuple[int, int, int]:
    """Count all packages, those that everybody accepts and those that the rule lets through."""
    worth = {(r["Betrokkene"], r["Optie"]): halves(r["Waarde"]) for r in book["Waarden"]}
    rows = book["Zonder afspraak"]
    least = {r["Betrokkene"]: halves(r["Waarde zonder afspraak"]) for r in rows}
    veto = {r["Betrokkene"] for r in rows if r["Veto"] == "ja"}
    seats = {r["Korte naam"]: int(r["Zetels"] or 0) for r in book["Betrokkenen"]}
    each = [[r["Korte naam"] for r in book["Opties"] if r["Punt"] == i] for i in issues]
    total = agreed = decided = 0
    for package in itertools.product(*each):
        yes = {who for who in least if sum(worth[who, one] for one in package) >= least[who]}
        total += 1
        agreed += yes == set(least)
        if at_least is not None:
            enough = len(yes) >= at_least
        elif any(seats.values()):
            enough = 2 * sum(seats[who] for who in yes) > sum(seats.values())
        else:
            enough = yes == set(least)
        decided += enough and veto <= yes
    return total, agreed, decided


RULES: list[tuple[int | None, set[str], bool]] = [
    (5, {"rederij", "provincie"}, False),
    (4, set(), False),
    (6, set(), False),
    (1, {"stad"}, False),
    (None, {"rederij"}, True),
    (5, {"rederij"}, True),
    (None, set(), False),
]


@pytest.mark.parametrize(("at_least", "veto", "seats"), RULES)
def test_the_count_is_that_of_every_package_of_the_workbook(
    monkeypatch: pytest.MonkeyPatch,
    filled: Workbook,
    tmp_path: Path,
    at_least: int | None,
    veto: set[str],
    seats: bool,
) -> None:
    path = with_rule(filled, tmp_path / "spel.xlsx", at_least, veto, seats)
    tool, book = maker(monkeypatch, read_workbook(path)), cells(path)
    begin = counted(book, at_least, [one for one in ISSUES if one != LATER])
    assert found(tool) == begin == (240, *begin[1:])
    say(tool, "lay", LATER)
    whole = counted(book, at_least, list(ISSUES))
    assert found(tool) == whole == (720, *whole[1:])
    assert whole[2] > begin[2] >= begin[1]
    assert f"bij {whole[1]} van de 720 pakketten" in said(tool)
    if (at_least is not None and at_least < 6) or seats:
        assert f"Er kunnen {whole[2]} pakketten doorgaan" in said(tool)


def found(tool: PackageMaker) -> tuple[int, int, int]:
    assert tool.tally is not None
    return tool.tally.total, tool.tally.all_agree, tool.tally.decided


def test_a_sum_on_the_threshold_is_a_yes_in_this_game() -> None:
    least = {who: Fraction(value) for who, value in LEAST.items()}
    sums = {
        who: [sum(map(Fraction, one), Fraction(0)) for one in itertools.product(*by_issue(told))]
        for who, told in POINTS.items()
    }
    assert sum(sums[who].count(least[who]) for who in least) > 20


def by_issue(told: str) -> list[list[str]]:
    values = iter(told.split())
    return [[next(values) for _ in range(count)] for count in ISSUES.values()]


def test_the_sentence_names_the_rule(
    monkeypatch: pytest.MonkeyPatch, filled: Workbook, tmp_path: Path
) -> None:
    path = with_rule(filled, tmp_path / "spel.xlsx", 5, {"rederij"}, False)
    tool = maker(monkeypatch, read_workbook(path))
    assert "Minstens 5 van de 6 moeten ja zeggen." in said(tool)
    assert "Zonder Rederij gaat niets door." in said(tool)
