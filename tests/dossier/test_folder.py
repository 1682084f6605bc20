"""A folder reads the same however its files were saved; writing it is all or nothing."""

import contextlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.dossier.columns import columns_of
from helpers.dossier.folder import read_folder, write_folder
from helpers.dossier.model import Dossier
from helpers.dossier.problems import DossierError
from helpers.dossier.tables import TABLES
from helpers.texts.language import _

Save = Callable[[str], bytes]
NUMBER = re.compile(r"(?<=[;\d])(-?\d+)\.(\d+)(?=;|$)", re.MULTILINE)


def semicolons(text: str) -> bytes:
    """Return a table as a Dutch Excel saves it: semicolons, decimal commas, Windows-1252."""
    quoted = text.replace('"Groen, nu"', "Groen\x01 nu")
    lines = quoted.replace(",", ";").replace("\x01", ",")
    return NUMBER.sub(r"\1,\2", lines).replace("\n", "\r\n").encode("cp1252")


def dutch_dates(text: str) -> bytes:
    return re.sub(r"(\d{4})-(\d\d)-(\d\d)", r"\3-\2-\1", text).encode()


def dutch_words(text: str) -> bytes:
    words = {
        "yes": "ja",
        "no,": "nee,",
        "fractie": "Fractie",
        "probably_against": "waarschijnlijk tegen",
    }
    for one, other in words.items():
        text = re.sub(rf"(?<=,){one}", other, text)
    return text.encode()


def dutch_titles(text: str) -> bytes:
    head, rest = text.split("\n", 1)
    tables = (columns_of(table) for table in TABLES.values())
    columns = next(one for one in tables if set(head.split(",")) <= set(one))
    titles = {name: _(column.title) for name, column in columns.items()}
    return f"{','.join(titles[one].upper() for one in head.split(','))}\n{rest}".encode()


SAVED: dict[str, Save] = {
    "as it is": str.encode,
    "with a mark in front": lambda text: text.encode("utf-8-sig"),
    "as Unicode of Excel": lambda text: text.encode("utf-16"),
    "in Windows-1252": lambda text: text.encode("cp1252"),
    "with semicolons": semicolons,
    "with Dutch dates": dutch_dates,
    "with Dutch words": dutch_words,
    "with Dutch titles": dutch_titles,
    "with line ends of Windows": lambda text: text.replace("\n", "\r\n").encode(),
    "with line ends of an old Mac": lambda text: text.replace("\n", "\r").encode(),
    "with blank lines": lambda text: text.replace("\n", "\n\n,,\n").encode(),
    "without the last line end": lambda text: text.rstrip("\n").encode(),
}


@pytest.mark.parametrize("save", SAVED.values(), ids=SAVED)
def test_a_table_reads_the_same_however_it_is_saved(
    folder: Path, small: Dossier, save: Save
) -> None:
    for path in folder.glob("*.csv"):
        path.write_bytes(save(path.read_text("utf-8")))
    assert read_folder(folder) == small


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_head_reads_the_same_however_it_is_saved(
    folder: Path, small: Dossier, encoding: str
) -> None:
    path = folder / "dossier.yaml"
    path.write_text(path.read_text("utf-8").replace("\n", "\r\n"), encoding)
    assert read_folder(folder) == small


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n  parkeren: betaald", " [betaald]"),
        ("\n  parkeren: betaald", " betaald"),
        ("[lokaal]", "lokaal"),
        ("2026-09-15", "15-9-2026"),
        ("population: 8000", "inwoners: 8.000"),
        ("body: raad", "body: gemeenteraad"),
        ("proposal:", "review_days: ~\nproposal:"),
        ("seats: 13", "seats: '13'"),
    ],
)
def test_the_head_may_be_written_in_more_ways(
    folder: Path, small: Dossier, edit: Callable[[str, str, str], None], old: str, new: str
) -> None:
    edit("dossier.yaml", old, new)
    assert read_folder(folder) == small


def test_words_that_yaml_takes_for_something_else_are_texts(
    folder: Path, edit: Callable[[str, str, str], None]
) -> None:
    edit("dossier.yaml", "Eikenrode", "no")
    edit("dossier.yaml", "Het plein", "12:30")
    assert (read_folder(folder).place, read_folder(folder).title) == ("no", "12:30")


def test_a_dossier_may_have_a_head_only(folder: Path) -> None:
    for path in folder.glob("*.csv"):
        path.unlink()
    (folder / "dossier.yaml").write_text("id: leeg\ntitle: Leeg\nas_of: 2026-01-01\n")
    assert read_folder(folder).stakeholders == ()


def test_what_is_written_stands_as_an_author_writes_it(small: Dossier, tmp_path: Path) -> None:
    write_folder(small, tmp_path / "nieuw")
    names = sorted(path.name for path in (tmp_path / "nieuw").iterdir())
    assert names == sorted(["dossier.yaml", *(f"{name}.csv" for name in TABLES)])
    head = (tmp_path / "nieuw/dossier.yaml").read_text("utf-8")
    assert head.endswith("proposal:\n  parkeren: betaald\n")
    assert read_folder(tmp_path / "nieuw") == small


def test_writing_again_takes_the_place_of_the_old_and_keeps_other_files(
    small: Dossier, folder: Path
) -> None:
    (folder / "notities.txt").write_text("van mij")
    (folder / "tables-12345678").mkdir()
    less = small.model_copy(update={"contacts": (), "title": "Anders"})
    write_folder(less, folder)
    assert read_folder(folder) == less
    assert (folder / "notities.txt").read_text() == "van mij"
    assert not (folder / "contacts.csv").exists()
    assert not list(folder.glob("tables-*"))


def test_what_could_not_be_read_back_is_not_written(small: Dossier, folder: Path) -> None:
    wrong = small.model_copy(update={"issues": ()})
    with pytest.raises(DossierError, match="blad Punten: In deze tabel staat niets"):
        write_folder(wrong, folder)
    assert read_folder(folder) == small


def test_a_place_where_nothing_can_be_written_is_told(small: Dossier, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("een bestand")
    with pytest.raises(DossierError, match="bestand bezet: Dit kon niet worden opgeslagen"):
        write_folder(small, tmp_path / "bezet")


def other_than(dossier: Dossier) -> Dossier:
    return dossier.model_copy(update={"title": "Anders", "values": (), "contacts": ()})


def test_a_failure_halfway_leaves_the_old_or_the_new(
    small: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, replace, left = other_than(small), Path.replace, 0

    def failing(path: Path, target: Path) -> Path:
        nonlocal left
        left -= 1
        if left < 0:
            raise OSError("schijf vol")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    found = []
    for steps in (0, 3, 6, 7, 8, 11, 14, 15, 99):
        left = 99
        write_folder(small, folder)
        left = steps
        with contextlib.suppress(DossierError):
            write_folder(other, folder)
        found.append(read_folder(folder))
    assert all(one in (small, other) for one in found)
    assert found[0] == small
    assert found[-1] == other


KILLS = """
import os, signal, sys, time
from pathlib import Path
from helpers.dossier.columns import columns_of
from helpers.dossier.folder import read_folder, write_folder
from helpers.dossier.workbook import read_workbook, write_workbook
one = read_folder(Path(sys.argv[1]))
two = one.model_copy(update={"title": "Anders", "values": (), "contacts": ()})
target, book = Path(sys.argv[2]), Path(sys.argv[2] + ".xlsx")
write_folder(one, target)
write_workbook(one, book)

def write_on(write, path):
    while True:
        write(two, path)
        write(one, path)

for n in range(10):
    write, read, path = [
        (write_folder, read_folder, target), (write_workbook, read_workbook, book)
    ][n % 4 == 3]
    child = os.fork()
    if not child:
        write_on(write, path)
    time.sleep(0.004 * n)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert read(path) in (one, two), f"neither the old nor the new after {n}"
write_folder(two, target)
print(read_folder(target) == two)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_kill_leaves_the_old_or_the_new(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "doel"
    command = [sys.executable, "-c", KILLS, str(folder), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("True\n", "")
    assert not list(target.glob("tables-*"))
