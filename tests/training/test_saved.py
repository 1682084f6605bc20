"""The one way in which work is saved: newest first, damaged aside, newer course left alone."""

import errno
import json
from pathlib import Path

import pytest
from filelock import FileLock
from pydantic import Field

from helpers.training import saved as module
from helpers.training import stored
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


@pytest.mark.parametrize(
    "text", ["[" * 200_000, '{"words": ' * 100_000, '{"revision": 1e999}', '["een"]', "null"]
)
def test_whatever_is_no_such_file_is_put_aside(tmp_path: Path, text: str) -> None:
    one = File(tmp_path)
    one.add("een")
    one.add("twee")
    (tmp_path / "woorden.json").write_text(text, "utf-8")
    again = File(tmp_path)
    assert again.words == ("een",)
    assert "beschadigd" in again.notice
    [kept] = tmp_path.glob("woorden.damaged-*.json")
    assert kept.read_text("utf-8") == text


def test_a_file_that_is_far_too_large_is_put_aside_unread(tmp_path: Path) -> None:
    with (tmp_path / "woorden.json").open("wb") as file:
        file.truncate(100_000_000)
    assert "Je begint nu opnieuw." in File(tmp_path).notice
    assert not (tmp_path / "woorden.json").exists()


def test_what_is_too_large_to_read_back_is_not_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = File(tmp_path)
    file.add("een")
    monkeypatch.setattr(stored, "LARGEST", 1_000)
    file.add("é" * 500)
    assert "niet bewaard" in file.notice
    assert File(tmp_path).words == ("een",)


def test_two_damaged_files_in_one_second_both_stay(tmp_path: Path) -> None:
    for text in ("{", "["):
        (tmp_path / "woorden.json").write_text(text, "utf-8")
        File(tmp_path)
    kept = {path.read_text("utf-8") for path in tmp_path.glob("woorden.damaged-*.json")}
    assert kept == {"{", "["}


def test_a_mark_that_windows_puts_before_a_text_is_no_damage(tmp_path: Path) -> None:
    File(tmp_path).add("één")
    path = tmp_path / "woorden.json"
    path.write_text(path.read_text("utf-8"), "utf-8-sig")
    file = File(tmp_path)
    assert (file.words, file.notice) == (("één",), "")


def from_elsewhere(folder: Path, revision: int, word: str) -> None:
    """Put a file there as another computer does through a folder that both share."""
    stored = {"form": 1, "revision": revision, "words": [word]}
    (folder / "woorden.json").write_text(json.dumps(stored), "utf-8")


def kept_words(folder: Path) -> list[str]:
    [kept] = folder.glob("woorden.other-*.json")
    return list(json.loads(kept.read_text("utf-8"))["words"])


@pytest.mark.parametrize("saves", [False, True])
def test_as_many_changes_on_two_computers_and_nothing_gets_lost(
    tmp_path: Path, saves: bool
) -> None:
    file = File(tmp_path)
    file.add("hier")
    from_elsewhere(tmp_path, 1, "daar")
    if saves:
        file.add("meer")
    else:
        assert file.refresh()
        assert not file.refresh()
    assert file.words == (("daar", "meer") if saves else ("daar",))
    assert "ook ergens anders veranderd" in file.notice
    assert kept_words(tmp_path) == ["hier"]


@pytest.mark.parametrize("saves", [False, True])
def test_older_work_from_elsewhere_is_kept_aside(tmp_path: Path, saves: bool) -> None:
    file = File(tmp_path)
    file.add("een")
    file.add("twee")
    from_elsewhere(tmp_path, 1, "daar")
    if saves:
        file.add("drie")
    else:
        assert not file.refresh()
    assert file.words[:2] == ("een", "twee")
    assert "ouder werk" in file.notice
    assert kept_words(tmp_path) == ["daar"]
    assert File(tmp_path).words == file.words


def test_what_was_found_just_before_a_change_is_still_said_after_it(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.add("een")
    (tmp_path / "woorden.json").write_text("{", "utf-8")
    file.refresh()
    file.add("twee")
    assert "beschadigd" in file.notice
    file.add("drie")
    assert file.notice == ""


class Listener:
    def __init__(self) -> None:
        self.heard = 0

    def hear(self) -> None:
        self.heard += 1


def test_tools_hear_of_a_damaged_file_also_when_nothing_got_lost(tmp_path: Path) -> None:
    file, listener = File(tmp_path), Listener()
    file.add("een")
    file.on_change(listener.hear)
    (tmp_path / "woorden.json").write_text("{", "utf-8")
    assert not file.refresh()
    assert "wat het laatst op deze pagina stond" in file.notice
    assert listener.heard == 1


def test_a_page_that_knows_more_than_another_brought_back_loses_nothing(tmp_path: Path) -> None:
    file = File(tmp_path)
    for word in ("een", "twee", "drie"):
        file.add(word)
    (tmp_path / "woorden.json").write_text("{", "utf-8")
    assert File(tmp_path).words == ("een",)
    file.refresh()
    assert file.words == File(tmp_path).words == ("een", "twee", "drie")


def test_newer_work_from_elsewhere_is_taken(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.add("een")
    from_elsewhere(tmp_path, 7, "daar")
    assert file.refresh()
    assert (file.words, file.notice) == (("daar",), "")
    assert not list(tmp_path.glob("woorden.other-*"))


def test_the_same_file_written_again_is_no_news(tmp_path: Path) -> None:
    file = File(tmp_path)
    file.add("een")
    path = tmp_path / "woorden.json"
    path.write_text(json.dumps(json.loads(path.read_text("utf-8"))), "utf-8")
    assert not file.refresh()
    assert not list(tmp_path.glob("woorden.other-*"))


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
