"""The one way in which work is saved: newest first, damaged aside, newer course left alone."""

import errno
import json
from pathlib import Path

import pytest
from filelock import FileLock
from pydantic import Field

from helpers.training import saved as module
from helpers.training.saved import Saved, SavedFile


class Words(Saved):
    words: tuple[str, ...] = ()


class WordsOfLater(Saved):
    form: int = 2
    words: tuple[str, ...] = ()
    colour: str = Field(default="blauw")


class File(SavedFile[Words]):
    def __init__(self, folder: Path) -> None:
        super().__init__(folder / "woorden.json", Words())

    @property
    def words(self) -> tuple[str, ...]:
        return self._work.words

    def add(self, word: str) -> None:
        self.save(lambda work: {"words": (*work.words, word)})


def test_two_windows_add_to_each_other(tmp_path: Path) -> None:
    one, other = File(tmp_path), File(tmp_path)
    one.add("een")
    other.add("twee")
    one.add("drie")
    assert File(tmp_path).words == ("een", "twee", "drie")
    assert File(tmp_path).revision == 3


def test_the_file_can_be_read_by_a_person(tmp_path: Path) -> None:
    File(tmp_path).add("één")
    text = (tmp_path / "woorden.json").read_text("utf-8")
    assert '"één"' in text
    assert len(text.splitlines()) > 4


def test_a_rescued_file_is_back_for_the_next_window_too(tmp_path: Path) -> None:
    one = File(tmp_path)
    one.add("een")
    one.add("twee")
    (tmp_path / "woorden.json").write_text("{", "utf-8")
    assert File(tmp_path).words == ("een",), "the snapshot of today"
    assert File(tmp_path).words == ("een",)
    assert len(list(tmp_path.glob("woorden.damaged-*.json"))) == 1


def test_a_page_that_knows_more_than_the_snapshot_gives_back_what_it_knows(tmp_path: Path) -> None:
    one = File(tmp_path)
    for word in ("een", "twee", "drie"):
        one.add(word)
    (tmp_path / "woorden.json").write_bytes(b"\xff")
    one.add("vier")
    assert File(tmp_path).words == ("een", "twee", "drie", "vier")


def test_a_damaged_snapshot_is_passed_over(tmp_path: Path) -> None:
    one = File(tmp_path)
    one.add("een")
    one.add("twee")
    (tmp_path / "snapshots" / "woorden" / "9999-01-01.json").write_text("kapot", "utf-8")
    (tmp_path / "woorden.json").write_text("", "utf-8")
    assert File(tmp_path).words == ("een",)


def test_a_file_of_an_older_course_is_read_and_written_in_the_new_form(tmp_path: Path) -> None:
    File(tmp_path).add("een")
    later = SavedFile(tmp_path / "woorden.json", WordsOfLater())
    later.save(lambda work: {"words": (*work.words, "twee")})
    stored = json.loads((tmp_path / "woorden.json").read_text("utf-8"))
    assert stored == {"form": 2, "revision": 2, "words": ["een", "twee"], "colour": "blauw"}


def test_a_file_of_a_newer_course_is_left_alone_and_said_so(tmp_path: Path) -> None:
    SavedFile(tmp_path / "woorden.json", WordsOfLater()).save(lambda work: {"words": ("nieuw",)})
    before = (tmp_path / "woorden.json").read_bytes()
    file = File(tmp_path)
    file.add("een")
    assert "nieuwere versie" in file.notice
    assert file.words == ("een",)
    assert (tmp_path / "woorden.json").read_bytes() == before


def test_a_full_disk_is_said_and_the_next_change_takes_the_first_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    file = File(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(module, "replace_file", full)
        file.add("een")
    assert "niet bewaard" in file.notice
    file.add("twee")
    assert file.notice == ""
    assert File(tmp_path).words == ("een", "twee")


def test_a_file_that_another_window_holds_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_WAIT", 0.05)
    file = File(tmp_path)
    with FileLock(tmp_path / ".woorden.lock"):
        file.add("een")
    assert "ander venster" in file.notice
    assert not (tmp_path / "woorden.json").exists()


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    File(tmp_path).add("een")

    def closed(self: Path, *args: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", closed)
        assert "niet te lezen" in File(tmp_path).notice
    assert File(tmp_path).words == ("een",)
