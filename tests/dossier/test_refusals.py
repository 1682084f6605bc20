"""Each kind of bad input gets its own Dutch sentence, with place, what came and what is allowed."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from helpers.dossier.folder import read_folder
from helpers.dossier.model import Dossier
from helpers.dossier.problems import DossierError
from helpers.dossier.workbook import read_workbook, write_workbook

Edit = Callable[[str, str, str], None]
SHORT = "een korte naam: kleine letters, cijfers en _, eerst een letter, hoogstens 40 tekens"
DATE = "een datum van 1900 tot en met 2199, zoals 15-09-2026 of 2026-09-15"
TEXT = "tekst van hoogstens 32.000 tekens"
TWICE = "komt meer dan één keer voor. Laat één rij staan, of geef een nieuwe naam."
VOTES = (
    "een van deze woorden: zeker tegen, waarschijnlijk tegen, weet ik nog niet, "
    "waarschijnlijk voor, zeker voor"
)

# file, what stood there, what stands there now, the place, the sentence
CELLS = [
    ("stakeholders.csv", "8.5", "11", "rij 2, kolom power",
     "\"11\" kan hier niet. Vul in: een getal van 0 tot en met 10."),
    ("stakeholders.csv", "8.5", "veel", "rij 2, kolom power",
     "\"veel\" kan hier niet. Vul in: een getal van 0 tot en met 10."),
    ("stakeholders.csv", "8.5", "nan", "rij 2, kolom power",
     "\"nan\" kan hier niet. Vul in: een getal van 0 tot en met 10."),
    ("interests.csv", "houden,5", "houden,6", "rij 2, kolom weight",
     "\"6\" kan hier niet. Vul in: een getal van 0 tot en met 5."),
    ("effects.csv", "-2", "-2.5", "rij 2, kolom effect",
     "\"-2.5\" kan hier niet. Vul in: een heel getal van -3 tot en met 3."),
    ("stakeholders.csv", "2026-09-01", "31-11-2026", "rij 2, kolom vote_date",
     f"\"31-11-2026\" kan hier niet. Vul in: {DATE}."),
    ("contacts.csv", "2026-08-01", "1-8-26", "rij 2, kolom date",
     f"\"1-8-26\" kan hier niet. Vul in: {DATE}."),
    ("contacts.csv", "2026-08-01", "1026-08-01", "rij 2, kolom date",
     f"01-08-1026 kan hier niet. Vul in: {DATE}."),
    ("options.csv", "yes", "misschien", "rij 2, kolom status_quo",
     "\"misschien\" kan hier niet. Vul in: ja of nee."),
    ("stakeholders.csv", "probably_against", "waarschijnlijk tegn", "rij 2, kolom judged_vote",
     f"\"waarschijnlijk tegn\" kan hier niet. Vul in: {VOTES}. Bedoelde je waarschijnlijk tegen?"),
    ("issues.csv", "Parkeren", "", "rij 2, kolom name",
     f"Dit veld is leeg. Vul in: {TEXT}."),
    ("issues.csv", "Wie betaalt?", "x" * 32_001, "rij 2, kolom question",
     "Deze tekst heeft 32.001 tekens. Er mogen er hoogstens 32.000 zijn."),
    ("issues.csv", "Wie betaalt?", "Wie\x07", "rij 2, kolom question",
     "Teken 4 van deze tekst kan niet worden getoond. Haal het weg, of typ de tekst opnieuw."),
    ("route.csv", "cie", "De Cie!", "rij 2, kolom id",
     f"\"De Cie!\" kan hier niet. Vul in: {SHORT}. Schrijf bijvoorbeeld de_cie."),
    ("options.csv", ",groen", ",groem", "rij 3, kolom brought_by",
     "\"groem\" staat niet in de tabel Betrokkenen. Bedoelde je groen?"),
    ("options.csv", ",groen", ",partij_x", "rij 3, kolom brought_by",
     "\"partij_x\" staat niet in de tabel Betrokkenen. "
     "Kies uit: lokaal, groen, winkeliers."),
    ("route.csv", "raad,2", "cie,2", "rij 3, kolom id", f"\"cie\" {TWICE}"),
    ("effects.csv", "betaald,rust", "betaald,omzet", "rij 3, kolom interest",
     f"\"betaald\" + \"omzet\" {TWICE}"),
    ("stakeholders.csv", "business,", "business,3", "rij 4, kolom seats",
     "Dit hoort alleen bij een fractie. Laat het leeg, of verander de soort."),
    ("stakeholders.csv", "fractie,6", "fractie,", "rij 3, kolom seats",
     "Een fractie heeft 1 zetel of meer. Vul het aantal in, of kies een andere soort."),
    ("stakeholders.csv", "judged_vote", "judged_vot", "rij 1",
     "De titel \"judged_vot\" hoort hier niet. Haal hem weg of verbeter hem. "
     "Bedoelde je judged_vote?"),
    ("stakeholders.csv", "attitude", "power", "rij 1",
     "De titel \"power\" staat hier twee keer. Laat er één staan."),
    ("issues.csv", "name,question,added,brought_by\nparkeren,Parkeren,",
     "question,added,brought_by\nparkeren,", "rij 1",
     "De kolom Naam (name) ontbreekt. Zet de titel in rij 1 en vul de kolom in."),
    ("issues.csv", "yes,groen", "yes,groen,teveel", "rij 2",
     "\"teveel\" staat in een kolom zonder titel. Haal het weg of zet de titel erboven."),
    ("issues.csv", "Wie betaalt?", '"Wie betaalt?', "rij 2",
     "Deze rij is niet te lezen. Is er een aanhalingsteken geopend en niet gesloten?"),
    ("dossier.yaml", "seats: 13", "seats: 14", "rij 10, kolom seats",
     "Een gemeenteraad met 14 zetels bestaat niet. "
     "Dit kan: 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35, 37, 39, 45 "
     "(Gemeentewet, artikel 8)."),
    ("dossier.yaml", "population: 8000", "population: 80000", "rij 10, kolom seats",
     "Bij dit aantal inwoners heeft een raad 35 zetels, en niet 13 (Gemeentewet, artikel 8). "
     "Neem het aantal inwoners dat telde bij de laatste verkiezing, of laat dat leeg."),
    ("dossier.yaml", "body: raad", "body: provinciale staten", "rij 10, kolom seats",
     "Provinciale staten hebben een oneven aantal van 39 tot en met 55 zetels, en geen 13."),
    ("dossier.yaml", "parkeren: betaald", "parkeren: betaalt", "rij 13, kolom proposal",
     "\"betaalt\" staat niet in de tabel Opties. Bedoelde je betaald?"),
    ("dossier.yaml", "parkeren: betaald", "parkeer: betaald", "rij 13, kolom proposal",
     "\"parkeer\" staat niet in de tabel Punten. Bedoelde je parkeren?"),
    ("dossier.yaml", "\n  parkeren: betaald", " [vrij, betaald]", "rij 13, kolom proposal",
     "Het voorstel kiest meer dan één optie bij: parkeren. Kies er één."),
    ("dossier.yaml", "[lokaal]", "[winkeliers]", "rij 11, kolom coalition",
     "\"winkeliers\" is geen fractie in de tabel Betrokkenen. "
     "Kies uit: lokaal, groen."),
    ("dossier.yaml", "place:", "plaas:", "rij 7",
     "De titel \"plaas\" hoort hier niet. Haal hem weg of verbeter hem. Bedoelde je Plaats?"),
    ("dossier.yaml", "place:", "title:", "rij 7",
     "De titel \"title\" staat hier twee keer. Laat er één staan."),
    ("dossier.yaml", "title: Het plein\n", "", "kolom title", f"Dit veld is leeg. Vul in: {TEXT}."),
    ("dossier.yaml", "title: Het plein", "title: [Het, plein]", "rij 2, kolom title",
     f"\"['Het', 'plein']\" kan hier niet. Vul in: {TEXT}."),
    ("dossier.yaml", "Het plein", "!!python/object/apply:os.system [ls]", "rij 2",
     "Een waarde mag niet met ! beginnen. Zet er aanhalingstekens omheen."),
    ("dossier.yaml", "title: Het plein", "title: &a [x, x]\nplace: [*a, *a]", "rij 2",
     "Een waarde mag niet met & of * beginnen. Zet er aanhalingstekens omheen."),
    ("dossier.yaml", "title: Het plein", "title: [[[[[[[[x]]]]]]]]", "rij 2",
     "Hier staan te veel lijsten of waarden."),
    ("dossier.yaml", "title: Het plein", f"title: [{'x,' * 9_999}]", "rij 2",
     "Hier staan te veel lijsten of waarden."),
    ("dossier.yaml", "  parkeren: betaald", "  parkeren: vrij\n  parkeren: betaald", "rij 14",
     "Hier staat een naam twee keer. Laat er één staan."),
    ("dossier.yaml", "title: Het plein", "title: 'Het plein", "rij 15",
     "Deze regel is niet te lezen. Kijk dubbele punten, aanhalingstekens en inspringen na."),
    ("dossier.yaml", "title: Het plein", "title: Het\x07plein", "",
     "In dit bestand staan tekens die niet kunnen worden getoond."),
    ("dossier.yaml", "id: plein", "tables: ../elders\nid: plein", "rij 1, kolom tables",
     "Dit wijst naar een plek buiten het dossier. Haal deze regel weg."),
]  # fmt: skip

# the same, where the sentence stands at another file than the one that was edited
ELSEWHERE = [
    ("options.csv", ",yes,", ",no,", "bestand issues.csv, rij 2, kolom id: "
     "Bij dit punt zijn er 0 opties waarbij alles blijft zoals het is. "
     "Er moet er precies één zijn."),
    ("options.csv", ",no,", ",yes,", "bestand issues.csv, rij 2, kolom id: "
     "Bij dit punt zijn er 2 opties waarbij alles blijft zoals het is. "
     "Er moet er precies één zijn."),
    ("stakeholders.csv", "fractie,6", "fractie,5", "bestand dossier.yaml, rij 10, kolom seats: "
     "Er zijn 13 zetels, maar de fracties hebben er samen 12."),
    ("issues.csv", "\n", "\nmarkt,Markt,\n", "bestand dossier.yaml, rij 13, kolom proposal: "
     "Het voorstel kiest niets bij: markt. Kies bij elk punt één optie."),
]  # fmt: skip


def refused(folder: Path) -> list[str]:
    with pytest.raises(DossierError, match=r"klopt|kloppen") as caught:
        read_folder(folder)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "sentence"), CELLS, ids=[f"{c[0]}-{c[2][:20]}" for c in CELLS]
)
def test_a_wrong_cell_is_told_with_its_place(
    folder: Path, edit: Edit, file: str, old: str, new: str, place: str, sentence: str
) -> None:
    edit(file, old, new)
    where = f"bestand {file}, {place}" if place else f"bestand {file}"
    assert f"{where}: {sentence}" in refused(folder)


@pytest.mark.parametrize(("file", "old", "new", "sentence"), ELSEWHERE)
def test_what_does_not_fit_together_is_told_where_it_must_be_mended(
    folder: Path, edit: Edit, file: str, old: str, new: str, sentence: str
) -> None:
    edit(file, old, new)
    assert sentence in refused(folder)


def test_an_option_of_another_issue_is_told(folder: Path, edit: Edit) -> None:
    edit("issues.csv", "\n", "\nmarkt,Markt,\n")
    edit("options.csv", "vrij,", "weg,markt,Markt weg,,no,\nblijft,markt,Zoals nu,,yes,\nvrij,")
    edit("dossier.yaml", "  parkeren: betaald", "  parkeren: weg\n  markt: betaald")
    assert refused(folder) == [
        "bestand dossier.yaml, rij 13, kolom proposal: "
        '"weg" is geen optie bij "parkeren", maar bij "markt".',
        "bestand dossier.yaml, rij 13, kolom proposal: "
        '"betaald" is geen optie bij "markt", maar bij "parkeren".',
    ]


def fill(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)
    path.write_bytes(content)


def link_outside(path: Path) -> None:
    secret = path.parents[1] / "secret.csv"
    secret.write_text("id,name\n")
    path.unlink()
    path.symlink_to(secret)


def link_to_itself(path: Path) -> None:
    path.unlink()
    path.symlink_to(path)


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


# what is done to a file, and the sentence
FILES = [
    (Path.unlink, "issues.csv",
     "bestand issues.csv: In deze tabel staat niets, maar de tabel Opties verwijst ernaar."),
    (Path.unlink, "dossier.yaml",
     "bestand dossier.yaml: Dit bestand ontbreekt. Elk dossier heeft het nodig."),
    (lambda path: path.rename(path.with_name("isues.csv")), "issues.csv",
     "bestand isues.csv: Dit bestand is geen tabel van een dossier. Bedoelde je issues.csv?"),
    (lambda path: fill(path, b""), "issues.csv",
     "bestand issues.csv: Dit bestand is leeg. Zet de titels in rij 1, of haal het bestand weg."),
    (lambda path: fill(path, b"id,name\nparkeren,Par\x81\xe9\n"), "issues.csv",
     "bestand issues.csv: De letters in dit bestand zijn niet te lezen. Sla het op als CSV UTF-8."),
    (lambda path: fill(path, b"- een\n- twee\n"), "dossier.yaml",
     "bestand dossier.yaml: In dit bestand moeten regels staan zoals \"title: ...\"."),
    (lambda path: fill(path, b"id,name\n" + b"a,b\n" * 20_001), "issues.csv",
     "bestand issues.csv: Deze tabel heeft meer dan 20.000 rijen."),
    (lambda path: fill(path, b"id,name" + b",x" * 500), "issues.csv",
     "bestand issues.csv, rij 1: Deze rij heeft meer dan 500 kolommen."),
    (large, "issues.csv",
     "bestand issues.csv: Dit bestand is te groot: 100 MB. Hoogstens 20 MB kan worden gelezen."),
    (large, "dossier.yaml",
     "bestand dossier.yaml: Dit bestand is te groot: 100 MB. Hoogstens 1 MB kan worden gelezen."),
    (link_outside, "issues.csv",
     "bestand issues.csv: Dit bestand is een koppeling naar een plek buiten het dossier. "
     "Zet het bestand zelf hier neer."),
    (link_outside, "dossier.yaml",
     "bestand dossier.yaml: Dit bestand is een koppeling naar een plek buiten het dossier. "
     "Zet het bestand zelf hier neer."),
    (link_to_itself, "issues.csv",
     "bestand issues.csv: Dit bestand gaat niet open. Kijk na of je het mag lezen."),
    (pipe, "issues.csv", "bestand issues.csv: Dit is geen gewoon bestand."),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "file", "sentence"), FILES, ids=[c[2][8:60] for c in FILES])
def test_a_wrong_file_is_told(
    folder: Path, spoil: Callable[[Path], None], file: str, sentence: str
) -> None:
    spoil(folder / file)
    assert sentence in refused(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert refused(tmp_path / "niets") == ["bestand niets: Er is geen map met deze naam."]


def test_all_problems_come_at_once(folder: Path, edit: Edit) -> None:
    edit("dossier.yaml", "seats: 13", "seats: 14")
    edit("stakeholders.csv", "8.5", "veel")
    edit("stakeholders.csv", "winkeliers", "Winkeliers")
    edit("options.csv", ",groen", ",groem")
    edit("effects.csv", "-2", "9")
    assert [one.split(":")[0] for one in refused(folder)] == [
        "bestand stakeholders.csv, rij 2, kolom power",
        "bestand stakeholders.csv, rij 4, kolom id",
        "bestand effects.csv, rij 2, kolom effect",
        "bestand interests.csv, rij 2, kolom stakeholder",
        "bestand options.csv, rij 3, kolom brought_by",
        "bestand values.csv, rij 2, kolom stakeholder",
        "bestand thresholds.csv, rij 2, kolom stakeholder",
        "bestand contacts.csv, rij 2, kolom stakeholder",
        "bestand stories.csv, rij 2, kolom stakeholder",
        "bestand dossier.yaml, rij 10, kolom seats",
        "bestand dossier.yaml, rij 10, kolom seats",
    ]


def test_a_great_many_problems_are_cut_off(folder: Path) -> None:
    (folder / "issues.csv").write_text("id,name\n" + "A,B\n" * 5_000, "utf-8")
    with pytest.raises(DossierError, match=r"kloppen 1000 dingen niet(?s:.)*En nog 900 andere\.$"):
        read_folder(folder)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("book") / "plein.xlsx"
    bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    people = bare.add("stakeholders", id="wijk", name="Wijkraad", kind="residents", power=7)
    write_workbook(people.add("interests", id="rust", stakeholder="wijk"), path)
    whole = load_workbook(path)
    for sheet in whole.worksheets:
        if sheet.title not in ("Dossier", "Betrokkenen", "Belangen", "Punten"):
            whole.remove(sheet)  # a dossier needs few of them, and opening all takes long
    whole.save(path)
    return path.read_bytes()


@pytest.fixture
def book(written: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "plein.xlsx"
    path.write_bytes(written)
    return path


def refused_book(path: Path) -> list[str]:
    with pytest.raises(DossierError, match=r"klopt|kloppen") as caught:
        read_workbook(path)
    return [str(problem) for problem in caught.value.problems]


def put(sheet: str, cell: str, value: object) -> Callable[[Workbook], None]:
    def spoil(book: Workbook) -> None:
        book[sheet][cell] = value

    return spoil


def rename(book: Workbook) -> None:
    book["Belangen"].title = "Belang"


def empty(book: Workbook) -> None:
    book["Punten"].delete_rows(1, 100)


def drop(book: Workbook) -> None:
    del book["Dossier"]


FORMULA = "In deze cel staat een formule. Vul de waarde zelf in."
SHEETS = [
    (put("Betrokkenen", "E2", "=1+1"), f"blad Betrokkenen, rij 2, kolom Macht: {FORMULA}"),
    (put("Punten", "C1", "=A1"), f"blad Punten, rij 1: {FORMULA}"),
    (put("Dossier", "B3", "=A1"), f"blad Dossier, rij 3, kolom Titel: {FORMULA}"),
    (put("Betrokkenen", "E2", "#N/A"), "blad Betrokkenen, rij 2, kolom Macht: "
     "In deze cel staat een foutmelding van Excel (#N/A). Vul de waarde zelf in."),
    (put("Betrokkenen", "E2", 11), "blad Betrokkenen, rij 2, kolom Macht: "
     "11 kan hier niet. Vul in: een getal van 0 tot en met 10."),
    (put("Betrokkenen", "E2", True), "blad Betrokkenen, rij 2, kolom Macht: "
     "ja kan hier niet. Vul in: een getal van 0 tot en met 10."),
    (put("Dossier", "A30", "Plats"), "blad Dossier, rij 30: "
     "De titel \"Plats\" hoort hier niet. "
     "Haal hem weg of verbeter hem. Bedoelde je Plaats?"),
    (put("Dossier", "B30", "los"), "blad Dossier, rij 30: "
     "Hier staat een waarde zonder naam. Haal hem weg of zet de naam ervoor."),
    (put("Punten", "XFD9", "ver"),
     "blad Punten, rij 9: Deze rij heeft meer dan 500 kolommen."),
    (empty, "blad Punten: Dit blad is leeg. Zet de titels in rij 1, of haal het blad weg."),
    (drop, "blad Dossier: Dit blad ontbreekt. Elk dossier heeft het nodig."),
    (rename, "blad Belang: Dit blad hoort niet bij een dossier. Bedoelde je Belangen?"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "sentence"), SHEETS, ids=[c[1][5:50] for c in SHEETS])
def test_a_wrong_sheet_is_told(
    book: Path, spoil: Callable[[Workbook], None], sentence: str
) -> None:
    content = load_workbook(book)
    spoil(content)
    content.save(book)
    assert sentence in refused_book(book)


NO_BOOK = (
    "bestand plein.xlsx: Dit is geen Excel-werkmap die te lezen is. "
    "Sla het bestand op als .xlsx, zonder wachtwoord."
)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0" * 99, b"id,name"])
def test_what_is_no_workbook_is_told(book: Path, content: bytes) -> None:
    book.write_bytes(content)
    assert refused_book(book) == [NO_BOOK]


def test_a_zip_without_a_workbook_is_told(book: Path) -> None:
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("leesmij.txt", "niets")
    assert refused_book(book) == [NO_BOOK]


def test_a_zip_bomb_is_not_unpacked(book: Path) -> None:
    with zipfile.ZipFile(book, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/bomb.xml", b"0" * 40_000_000)
    assert book.stat().st_size < 1_000_000
    assert refused_book(book) == [
        "bestand plein.xlsx: Uitgepakt is deze werkmap te groot: 41 MB. "
        "Hoogstens 30 MB kan worden gelezen."
    ]


@pytest.mark.parametrize("part", ["xl/worksheets/sheet3.xml", "xl/workbook.xml"])
def test_an_xml_bomb_in_a_workbook_is_told(book: Path, tmp_path: Path, part: str) -> None:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "boem">{entities}]><x>&e9;</x>'
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(tmp_path / "bom.xlsx", "w") as new:
        for name in old.namelist():
            new.writestr(name, bomb if name == part else old.read(name))
    (tmp_path / "bom.xlsx").replace(book)
    assert "te lezen" in refused_book(book)[0]


def test_a_large_workbook_is_told(book: Path) -> None:
    large(book)
    assert refused_book(book) == [
        "bestand plein.xlsx: Dit bestand is te groot: 100 MB. Hoogstens 20 MB kan worden gelezen."
    ]


def test_a_missing_workbook_is_told(tmp_path: Path) -> None:
    assert refused_book(tmp_path / "weg.xlsx") == [
        "bestand weg.xlsx: Dit bestand ontbreekt. Elk dossier heeft het nodig."
    ]
