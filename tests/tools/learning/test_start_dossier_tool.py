"""The form of the startdossier, moved to its ends without a browser."""

from datetime import date, timedelta
from typing import Any

import pytest

from helpers.dossier.words import Body
from helpers.texts.language import _
from helpers.tools.learning.start_dossier import StartDossier
from helpers.training.own_dossiers import OwnDossiers, empty_dossier
from helpers.training.start_dossier import FIELDS, MOST, StartDossierFile


def say(tool: StartDossier, do: str, **more: Any) -> None:
    message = {"do": do, "from": "proef", "n": 1, **more}
    data = {"method": "custom", "content": message}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def test_every_field_is_saved_and_back_in_the_next_lesson() -> None:
    tool = StartDossier("01")
    say(tool, "subject", value="Een parkeerregeling; de raad besluit.", known="")
    for field in FIELDS:
        say(tool, "write", key="1", field=field, value=f"bij {field}", known="")
    say(tool, "judge", key="1", value="3")
    say(tool, "intend", value="De griffie bellen", known="")
    say(tool, "day", value="2026-10-01")
    later = StartDossier("02")
    assert later.view.subject.startswith("Een parkeerregeling")
    expected = {field: f"bij {field}" for field in FIELDS}
    assert later.view.entries == [{"key": "1", **expected, "sure": "3"}]
    assert later.view.intention == {"text": "", "day": ""}
    assert later.view.earlier == [
        {
            "lesson": "01",
            "words": later.view.earlier[0]["words"],
            "done": False,
        }
    ]
    for word in ("01", "puzzel", "De griffie bellen", "1 oktober 2026"):
        assert word in later.view.earlier[0]["words"]
    say(later, "done", lesson="01", value=True)
    assert later.view.earlier[0]["done"]
    assert StartDossierFile().intention("01").done
    assert tool.view.intention == {"text": "De griffie bellen", "day": "2026-10-01"}


def hint_of(tool: StartDossier, field: str) -> str:
    return next(one["hint"] for one in tool.view.about["fields"] if one["id"] == field)


@pytest.mark.parametrize(
    ("body", "who"),
    [
        (None, "de bestuurder"),
        (Body.COUNCIL, "de wethouder"),
        (Body.PROVINCE, "de gedeputeerde"),
        (Body.BOARD, "de portefeuillehouder"),
    ],
)
def test_who_talks_with_party_groups_is_called_as_the_open_dossier_calls_it(
    body: Body | None, who: str
) -> None:
    if body:
        OwnDossiers().begin(empty_dossier().model_copy(update={"body": body}), "Proef")
    assert hint_of(StartDossier("09"), "talks").startswith(f"Met fracties praat {who};")


def test_adding_and_taking_out_and_putting_back() -> None:
    tool = StartDossier("01")
    say(tool, "write", key="1", field="who", value="Bewoners", known="")
    say(tool, "add")
    say(tool, "write", key="2", field="who", value="Winkeliers", known="")
    say(tool, "remove", key="2")
    assert tool.view.removed
    assert "Winkeliers" in tool.view.note
    assert [entry["key"] for entry in tool.view.entries] == ["1"]
    say(tool, "put_back")
    assert [entry["who"] for entry in tool.view.entries] == ["Bewoners", "Winkeliers"]
    assert (tool.view.removed, tool.view.note) == (False, "")
    say(tool, "put_back")
    assert len(tool.view.entries) == 2


def test_a_double_click_adds_one_empty_line() -> None:
    tool = StartDossier("01")
    say(tool, "write", key="1", field="who", value="Bewoners", known="")
    for _click in range(2):
        say(tool, "add")
    assert [entry["who"] for entry in tool.view.entries] == ["Bewoners", ""]


def test_there_is_an_end_to_adding_and_it_is_said() -> None:
    tool = StartDossier("01")
    for key in range(1, MOST + 1):
        say(tool, "write", key=str(key), field="who", value="Bewoners", known="")
        say(tool, "add")
    assert len(tool.view.entries) == MOST
    assert tool.view.note == _("More do not fit here. Take one out that is no longer needed.")


def test_the_last_one_can_be_taken_out() -> None:
    tool = StartDossier("01")
    say(tool, "remove", key="1")
    assert tool.view.entries == []
    assert _("An empty line") in tool.view.note


def test_a_day_can_be_wiped_and_what_is_no_day_is_said() -> None:
    tool = StartDossier("01")
    say(tool, "day", value="2020-01-31")
    assert "is al geweest" in tool.view.note
    say(tool, "day", value=(date.today() + timedelta(days=1)).isoformat())
    assert tool.view.note == ""
    say(tool, "day", value="2026-10-01")
    say(tool, "day", value="31 februari")
    assert tool.view.note == _("This must be a date, such as 2026-09-15.")
    assert tool.view.intention["day"] == "2026-10-01"
    for far in ("0001-01-01", "9999-12-31"):
        say(tool, "day", value=far)
        assert "tussen 1 maart 1900 en 31 december 2199" in tool.view.note
        assert tool.view.intention["day"] == "2026-10-01"
    say(tool, "day", value="")
    assert tool.view.intention["day"] == ""


@pytest.mark.parametrize(
    "message",
    [
        {"do": "write", "key": "1", "field": "phone", "value": "06"},
        {"do": "write", "key": "99", "field": "who", "value": "x"},
        {"do": "write", "key": None, "field": ["who"], "value": 3},
        {"do": "judge", "key": "1", "value": "9"},
        {"do": "judge", "key": "1", "value": {}},
        {"do": "remove", "key": "99"},
        {"do": "put_back"},
        {"do": "done", "lesson": "07", "value": True},
        {"do": "subject", "value": None},
        {"do": "onzin"},
    ],
)
def test_a_message_that_makes_no_sense_changes_nothing(message: dict[str, Any]) -> None:
    tool = StartDossier("01")
    say(tool, **message)
    assert StartDossierFile().revision == 0
    assert tool.view.notice == ""


def test_the_form_warns_for_names_of_persons() -> None:
    about = StartDossier("01").view.about
    assert "namen van personen" in about["warning"][0]
    hints = {field["id"]: field["hint"] for field in about["fields"]}
    assert "naam van een persoon" in hints["who"]
    assert "bestuurder" in hints["talks"]


def test_what_somebody_wrote_never_gets_into_a_notebook() -> None:
    tool = StartDossier("01")
    say(tool, "write", key="1", field="who", value="Geheim", known="")
    bundle = tool._repr_mimebundle_()
    assert "Geheim" not in bundle["text/html"] + bundle["text/plain"]
    assert _("What do they want to keep safe?") in bundle["text/plain"]
