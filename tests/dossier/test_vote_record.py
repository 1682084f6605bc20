"""Reading a council's own list of votes, and what is said of one that is not right."""

from pathlib import Path

import pandas as pd
import pytest

from helpers.dossier.vote_record import COLUMNS, VoteRecordError, read_vote_record

WIDE = """besluit,datum,onderwerp,zetels_voor,Groen,Lokaal Belang,Oud
b1,2026-01-15,Visie,9,V7,V2 T3,T1
b2,2026-01-15,"Park, noord",0,T7,N5,
"""
LONG = """decision;date;fractie;voor;tegen;afwezig
b1;15-01-2026;Groen;7;0;0
b1;15-01-2026;Lokaal Belang;2;3;
b2;15-01-2026;Groen;0;7;0
"""


def read(folder: Path, content: str) -> pd.DataFrame:
    path = folder / "stemmingen.csv"
    path.write_text(content, "utf-8")
    return read_vote_record(path)


def refused(folder: Path, content: str) -> list[str]:
    with pytest.raises(VoteRecordError) as error:
        read(folder, content)
    assert str(error.value).count("\n") == len(error.value.problems) - 1
    return [str(problem) for problem in error.value.problems]


def test_a_row_a_decision(tmp_path: Path) -> None:
    record = read(tmp_path, WIDE)
    assert tuple(record.columns) == COLUMNS
    day = pd.Timestamp("2026-01-15")
    assert record.to_numpy().tolist() == [
        ["b1", day, "Groen", 7, 0, 0],
        ["b1", day, "Lokaal Belang", 2, 3, 0],
        ["b1", day, "Oud", 0, 1, 0],
        ["b2", day, "Groen", 0, 7, 0],
        ["b2", day, "Lokaal Belang", 0, 0, 5],
    ]


def test_a_row_a_decision_and_group(tmp_path: Path) -> None:
    record = read(tmp_path, LONG)
    assert record["group"].tolist() == ["Groen", "Lokaal Belang", "Groen"]
    assert record[["yes", "no", "absent"]].to_numpy().tolist() == [[7, 0, 0], [2, 3, 0], [0, 7, 0]]
    assert record["date"].eq("2026-01-15").all()


def test_both_forms_say_the_same(tmp_path: Path) -> None:
    wide = read(tmp_path, "besluit,datum,Groen,Lokaal Belang\nb1,2026-01-15,V7,v2/t3\n")
    long = read(tmp_path, "\n".join(LONG.split("\n")[:3]))
    pd.testing.assert_frame_equal(wide, long)


def test_without_a_name_a_decision_has_its_row_number(tmp_path: Path) -> None:
    assert read(tmp_path, "datum,Groen\n2026-01-15,V7\n2026-01-15,T7\n")["decision"].tolist() == [
        "2",
        "3",
    ]


def test_everything_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    said = refused(
        tmp_path,
        "besluit,datum,Groen,Rood\nb1,2026-01-15,V7,T2\nb1,gisteren,V7,T2\nb3,,voor,T2\n"
        "b4,2026-01-16,V3 V4,T2\nb5,2026-01-16,voor,T2\nb6,2026-01-16,T7,V2\n",
    )
    assert [one.split(":")[0] for one in said] == [
        "bestand stemmingen.csv, rij 3, kolom besluit",
        "bestand stemmingen.csv, rij 3, kolom datum",
        "bestand stemmingen.csv, rij 4, kolom datum",
        "bestand stemmingen.csv, rij 5, kolom Groen",
        "bestand stemmingen.csv, rij 6, kolom Groen",
    ]
    assert "V3 V4" in said[3]
    assert "V5 T2" in said[3]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("", "leeg"),
        ("datum,Groen\n", "fractie"),
        ("Groen\nV7\n", "kolom datum"),
        ("datum,wie\n2026-01-15,Groen\n", "fractie"),
        ("datum,Groen,Groen\n2026-01-15,V7,V7\n", "Groen"),
        ("besluit,datum,fractie,tegen\nb1,2026-01-15,Groen,2\n", "kolom voor"),
        ("besluit,datum,fractie,voor,tegen\nb1,2026-01-15,Groen,veel,2\n", "heel getal"),
        ("besluit,datum,fractie,voor,tegen\nb1,2026-01-15,Groen,-1,2\n", "heel getal"),
        ("besluit,datum,fractie,voor,tegen\nb1,2026-01-15,,1,2\n", "leeg"),
        ("besluit,datum,fractie,voor,tegen\n" + "b1,2026-01-15,Groen,1,2\n" * 2, "twee keer"),
        ("besluit,datum,fractie,voor,tegen\n", "geen stemmingen"),
        ('datum,Groen\n"2026-01-15,V7\n', "aanhalingsteken"),
    ],
)
def test_says_what_to_do(tmp_path: Path, content: str, says: str) -> None:
    said = refused(tmp_path, content)
    assert says in " ".join(said)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(VoteRecordError, match=r"bestand weg\.csv: Er is geen bestand"):
        read_vote_record(tmp_path / "weg.csv")


def test_many_problems_are_not_all_shown(tmp_path: Path) -> None:
    rows = "2026-01-15,V7\n" * 150 + "2026-01-15,voor\n" * 150
    with pytest.raises(VoteRecordError, match="En nog 50 andere") as error:
        read(tmp_path, "datum,Groen\n" + rows)
    assert len(error.value.problems) == 150
