"""Own notes: one text a lesson, nothing of it gets lost."""

from pathlib import Path

from helpers.training.notes import NotesFile


def test_a_note_is_still_there_in_a_new_kernel(work: Path) -> None:
    NotesFile().write("01", "Eerst de griffie\nbellen", known="")
    assert NotesFile().text("01") == "Eerst de griffie\nbellen"
    assert NotesFile().text("02") == ""
    assert (work / "eigen" / "notities.json").exists()


def test_a_note_can_be_wiped() -> None:
    notes = NotesFile()
    notes.write("01", "weg", known="")
    notes.write("01", "", known="weg")
    assert NotesFile().text("01") == ""


def test_the_same_text_is_not_saved_twice() -> None:
    notes = NotesFile()
    notes.write("01", "dit", known="")
    notes.write("01", "dit", known="dit")
    notes.write("01", "dit", known="")
    assert notes.revision == 1


def test_two_windows_write_at_once_and_both_texts_stay() -> None:
    one, other = NotesFile(), NotesFile()
    one.write("01", "uit het ene", known="")
    other.write("01", "uit het andere", known="")
    assert NotesFile().text("01") == "uit het ene\n\nuit het andere"


def test_a_damaged_file_is_said(work: Path) -> None:
    NotesFile().write("01", "dit", known="")
    (work / "eigen" / "notities.json").write_text("", "utf-8")
    notice = NotesFile().notice
    assert "beschadigd" in notice
    assert "Je begint nu weer zonder notities." in notice
