"""Where what is typed is kept, and what a day may be."""

import datetime as dt

import pytest

from helpers.dossier.columns import FIRST_DAY, LAST_DAY
from helpers.tools.forms.typed import field_texts, typed_day
from helpers.tools.learning.exercise import ExerciseTool
from helpers.tools.learning.notes import Notes
from helpers.tools.learning.start_dossier import StartDossier
from helpers.tools.route.puzzle_board import PuzzleBoard
from helpers.training.content import open_exercise
from helpers.training.progress import open_progress
from helpers.training.working_copy import working_copy


def places() -> list[str]:
    return [
        Notes("01").view.about["place"],
        StartDossier("01").view.about["place"],
        ExerciseTool(open_exercise("01-1"), open_progress()).view.about["place"],
        PuzzleBoard(working_copy("winkelhart")).board.place,
    ]


def test_each_tool_has_a_place_of_its_own_in_each_lesson(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for lesson in ("01_puzzel.ipynb", "02_belangen.ipynb"):
        monkeypatch.setenv("JPY_SESSION_NAME", f"/ergens/notebooks/nl/{lesson}")
        found += places()
    assert len(set(found)) == len(found)
    assert found[4:] == places()
    assert not any("ergens" in place for place in found)


def test_a_day_may_be_what_a_dossier_may_hold() -> None:
    assert typed_day("") is None
    for day in (FIRST_DAY, LAST_DAY):
        assert typed_day(day.isoformat()) == day
    for day in (FIRST_DAY - dt.timedelta(1), LAST_DAY + dt.timedelta(1)):
        with pytest.raises(ValueError, match="tussen 1 maart 1900 en 31 december 2199"):
            typed_day(day.isoformat())
    with pytest.raises(ValueError, match="datum"):
        typed_day("12026-01-01")


def test_too_long_is_said_with_the_number() -> None:
    assert "32.000" in field_texts()["too_long"]
