"""The startdossier: one page, written a bit further in each lesson."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.training.start_dossier import FIELDS, MOST, StartDossierFile, open_start_dossier


def test_begins_with_one_empty_entry_and_writes_nothing(work: Path) -> None:
    page = StartDossierFile().page
    assert [entry.empty for entry in page.entries] == [True]
    assert not work.exists()


def test_what_lesson_one_wrote_is_there_in_lesson_two(work: Path) -> None:
    one = StartDossierFile()
    one.write_subject("Een parkeerregeling", known="")
    one.write("1", "who", "Bewoners van de singel", known="")
    one.judge("1", 2)
    one.intend("01", text="De griffie bellen", known="", day=date(2026, 10, 1))
    two = StartDossierFile()
    two.write("1", "interest", "Een plek na het werk", known="")
    two.intend("02", text="Een uur met de wethouder", known="")
    page = StartDossierFile().page
    entry = page.entries[0]
    assert (page.subject, entry.who, entry.interest, entry.sure) == (
        "Een parkeerregeling",
        "Bewoners van de singel",
        "Een plek na het werk",
        2,
    )
    assert page.intentions["01"].day == date(2026, 10, 1)
    assert page.intentions["02"].text == "Een uur met de wethouder"
    assert (work / "eigen" / "startdossier.json").exists()


def test_an_entry_comes_back_where_it_was() -> None:
    file = StartDossierFile()
    for who in ("twee", "drie"):
        file.add()
        file.write(file.page.entries[-1].key, "who", who, known="")
    gone = file.page.entries[1]
    file.remove(gone.key)
    assert [entry.key for entry in file.page.entries] == ["1", "3"]
    file.put_back(gone, 1)
    file.put_back(gone, 1)
    assert [entry.who for entry in file.page.entries] == ["", "twee", "drie"]


def test_a_number_is_never_given_twice() -> None:
    file = StartDossierFile()
    file.add()
    file.remove("2")
    file.add()
    assert [entry.key for entry in file.page.entries] == ["1", "3"]


def test_there_is_an_end_to_adding() -> None:
    file = StartDossierFile()
    for _ in range(MOST + 3):
        file.add()
    assert len(file.page.entries) == MOST


def test_what_does_not_exist_is_left_alone() -> None:
    file = StartDossierFile()
    file.write("99", "who", "niemand", known="")
    file.judge("1", 9)
    file.remove("99")
    assert file.revision == 0
    with pytest.raises(KeyError, match="phone"):
        file.write("1", "phone", "06", known="")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(FIELDS), st.text(max_size=12)), max_size=5))
def test_two_windows_write_other_fields_and_both_stay(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    folder = tmp_path_factory.mktemp("werk")
    one, other = StartDossierFile(folder), StartDossierFile(folder)
    one.write("1", "who", "De buurt", known="")
    for field, text in steps:
        if field != "who":
            other.write("1", field, text, known=getattr(other.page.entries[0], field))
    assert StartDossierFile(folder).page.entries[0].who == "De buurt"


def test_a_kernel_has_one_startdossier_for_all_lessons() -> None:
    assert open_start_dossier() is open_start_dossier()


def test_a_damaged_file_is_said(work: Path) -> None:
    StartDossierFile().write_subject("Iets", known="")
    (work / "eigen" / "startdossier.json").write_text("[]", "utf-8")
    assert "beschadigd" in StartDossierFile().notice


@pytest.mark.parametrize(
    "entries", [[{"key": "1"}, {"key": "1"}], [{"key": "1", "sure": 9}]], ids=["twice", "unsure"]
)
def test_a_file_whose_entries_cannot_be_is_put_aside(
    work: Path, entries: list[dict[str, object]]
) -> None:
    path = work / "eigen" / "startdossier.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"revision": 3, "entries": entries}), "utf-8")
    file = StartDossierFile()
    assert "Je begint nu weer met een lege pagina." in file.notice
    assert [entry.key for entry in file.page.entries] == ["1"]
    assert len(list(path.parent.glob("startdossier.damaged-*.json"))) == 1
