"""Work that goes along: all of it, nothing else, and never over what is there."""

import datetime as dt
import io
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.training.carried import (
    BESIDE,
    Brought,
    NotCarriedError,
    bring,
    carried_files,
    mark_taken,
    packed,
)

NOW = dt.datetime(2026, 11, 22, 14, 5, 9)


def fill(folder: Path, **files: str) -> None:
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path = path.with_suffix(".json")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    walk = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in walk}


def zipped_names(files: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return into.getvalue()


def test_all_work_comes_back_on_an_empty_computer(tmp_path: Path) -> None:
    here, there = tmp_path / "hub", tmp_path / "laptop"
    fill(here, voortgang="{}", dossiers__winkelhart='{"é": 1}', eigen__dossiers__plein="[]")
    assert bring(packed(here), there, NOW) == Brought(3, 0)
    assert contents(there) == contents(here)


def test_locks_settings_links_and_what_is_hidden_stay(tmp_path: Path) -> None:
    here = tmp_path / "hub"
    fill(here, voortgang="{}", secret="{}")
    (here / ".voortgang.lock").touch()
    fill(here / ".jupyter", token="{}")
    (here / "away.json").symlink_to(here / "secret.json")
    (here / "folder").symlink_to(tmp_path)
    names = [path.name for path in carried_files(here)]
    assert names == ["secret.json", "voortgang.json"]
    assert zipfile.ZipFile(io.BytesIO(packed(here))).namelist() == names


def test_whatever_somebody_called_a_report_comes_along(tmp_path: Path) -> None:
    here, there = tmp_path / "hub", tmp_path / "laptop"
    (here / "verslagen").mkdir(parents=True)
    for name in ("plan, versie 2 (b&w).docx", "agenda.ics", "één~'s.jupyterlab-settings", "_x"):
        (here / "verslagen" / name).write_text("x", "utf-8")
    assert bring(packed(here), there, NOW) == Brought(4, 0)
    assert contents(there) == contents(here)


def test_what_is_there_stays_and_what_came_lies_beside_it(tmp_path: Path) -> None:
    here, there = tmp_path / "hub", tmp_path / "laptop"
    fill(here, voortgang="van de hub", eigen__plein="gelijk", notities="nieuw")
    fill(there, voortgang="van de laptop", eigen__plein="gelijk")
    brought = bring(packed(here), there, NOW)
    assert (brought.new, brought.same, brought.other) == (1, 1, ("voortgang.json",))
    assert (there / "voortgang.json").read_text("utf-8") == "van de laptop"
    assert (there / "notities.json").read_text("utf-8") == "nieuw"
    assert brought.beside == there / BESIDE / "2026-11-22-140509"
    assert (brought.beside / "voortgang.json").read_text("utf-8") == "van de hub"


def test_bringing_it_twice_changes_nothing(tmp_path: Path) -> None:
    here, there = tmp_path / "hub", tmp_path / "laptop"
    fill(here, voortgang="{}", dossiers__winkelhart="{}")
    bring(packed(here), there, NOW)
    assert bring(packed(here), there, NOW) == Brought(0, 2)


@pytest.mark.parametrize(
    "name",
    [
        "../weg.json",
        "/etc/weg.json",
        "dossiers/../../weg.json",
        "C:/weg.json",
        "dossiers\\..\\weg.json",
        "./weg.json",
        "dossiers//weg.json",
        ".ssh/weg.json",
        ".voortgang.lock",
        "con.json",
        "weg.json ",
        "/".join("abcdefghij") + ".json",
        "x" * 300 + ".json",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_with_all_that_came_with_it(
    tmp_path: Path, name: str
) -> None:
    there = tmp_path / "laptop"
    with pytest.raises(NotCarriedError):
        bring(zipped_names({"voortgang.json": b"{}", name: b"{}"}), there, NOW)
    assert contents(tmp_path) == {}


def test_a_folder_that_is_a_file_here_is_no_way_in(tmp_path: Path) -> None:
    fill(tmp_path, dossiers="een bestand")
    (tmp_path / "dossiers.json").rename(tmp_path / "dossiers")
    brought = bring(zipped_names({"dossiers/winkelhart.json": b"{}"}), tmp_path, NOW)
    assert brought.other == ("dossiers/winkelhart.json",)
    assert (tmp_path / "dossiers").read_text("utf-8") == "een bestand"


def test_a_link_here_is_not_written_through(tmp_path: Path) -> None:
    there, elsewhere = tmp_path / "laptop", tmp_path / "elders.json"
    there.mkdir()
    (there / "voortgang.json").symlink_to(elsewhere)
    assert bring(zipped_names({"voortgang.json": b"{}"}), there, NOW).other == ("voortgang.json",)
    assert not elsewhere.exists()


def test_what_unfolds_to_too_much_is_refused(tmp_path: Path) -> None:
    large = zipped_names({"a.json": bytes(61_000_000)})
    assert len(large) < 100_000
    many = zipped_names({f"{number}.json": b"" for number in range(5_001)})
    for content in (large, many):
        with pytest.raises(NotCarriedError):
            bring(content, tmp_path / "laptop", NOW)


@given(st.binary(max_size=300))
def test_nonsense_is_refused(content: bytes) -> None:
    with pytest.raises(NotCarriedError):
        bring(content, Path("nergens"), NOW)
    assert not Path("nergens").exists()


@given(st.integers(0, 400), st.integers(0, 255))
def test_a_damaged_file_is_refused_or_whole(place: int, value: int) -> None:
    files = {"voortgang.json": b'{"a": 1}' * 20, "eigen/notities.json": b"[]"}
    content = bytearray(zipped_names(files))
    content[place % len(content)] = value
    try:
        from helpers.training.carried import _unpacked

        found = _unpacked(bytes(content))
    except NotCarriedError:
        return
    assert set(found.values()) <= set(files.values())


def test_the_mark_says_when_it_was_taken_and_does_not_go_along(tmp_path: Path) -> None:
    fill(tmp_path, voortgang="{}")
    mark_taken(tmp_path, NOW)
    marker = tmp_path / ".meegenomen"
    assert marker.stat().st_mtime == NOW.timestamp()
    assert stat.S_IMODE(marker.stat().st_mode) & 0o077 == 0
    assert [path.name for path in carried_files(tmp_path)] == ["voortgang.json"]
