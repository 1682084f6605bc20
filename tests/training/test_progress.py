"""What somebody did is still there tomorrow."""

import json
from pathlib import Path

import pytest

from helpers.training.content import lesson_exercises, read_content
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.progress import Progress, Stage, lesson_progress, open_progress

EXERCISES = [*read_content(Path(__file__).parent / "content" / "01.yaml").exercises.values()]
CHOOSE = EXERCISES[0]


def answered(exercise: Kind, *answer: str) -> Attempt:
    return exercise.check(exercise.answer(exercise.begin(), answer))


def test_nothing_is_written_before_something_was_done(work: Path) -> None:
    progress = Progress()
    progress.step(CHOOSE, lambda attempt: attempt)
    progress.step(CHOOSE, CHOOSE.check)
    assert not work.exists()


def test_each_step_is_saved_and_can_be_read(work: Path) -> None:
    Progress().step(CHOOSE, lambda attempt: CHOOSE.answer(attempt, ["vragen"]))
    Progress().step(CHOOSE, CHOOSE.check)
    saved = json.loads((work / "voortgang.json").read_text("utf-8"))
    assert saved["exercises"]["01-kies"]["checked"] == [["vragen"]]
    assert saved["revision"] == 2
    assert Progress().attempt(CHOOSE).done


def test_two_windows_each_do_an_exercise_and_both_stay() -> None:
    one, other = Progress(), Progress()
    one.step(EXERCISES[0], lambda _: answered(EXERCISES[0], "vragen"))
    other.step(EXERCISES[1], lambda _: answered(EXERCISES[1], "een", "drie"))
    assert [Progress().attempt(exercise).done for exercise in EXERCISES[:2]] == [True, True]


def test_two_windows_at_the_same_exercise_step_on_from_each_other() -> None:
    one, other = Progress(), Progress()
    one.step(CHOOSE, CHOOSE.hint)
    other.step(CHOOSE, CHOOSE.hint)
    assert one.attempt(CHOOSE).hints == 1
    assert one.refresh()
    assert one.attempt(CHOOSE).hints == 2


def test_an_exercise_that_is_gone_stays_in_the_file() -> None:
    Progress().step(CHOOSE, CHOOSE.hint)
    for exercise in lesson_exercises("01"):
        Progress().step(exercise, exercise.hint)
    assert Progress().attempt(CHOOSE).hints == 1


def test_a_damaged_file_is_said_and_today_is_back(work: Path) -> None:
    progress = Progress()
    for exercise in EXERCISES:
        progress.step(exercise, exercise.hint)
    (work / "voortgang.json").write_text("{" * 9, "utf-8")
    again = Progress()
    assert "beschadigd" in again.notice
    assert again.attempt(CHOOSE).hints == 1


def test_a_damaged_file_without_an_earlier_one_says_that_one_begins_again(work: Path) -> None:
    Progress().step(CHOOSE, CHOOSE.hint)
    (work / "voortgang.json").write_text("", "utf-8")
    assert "Je begint nu weer zonder antwoorden." in Progress().notice


def test_a_lesson_is_begun_after_a_try_and_done_after_its_core() -> None:
    progress = Progress()
    assert lesson_progress(EXERCISES, progress).stage is Stage.NOT_YET
    progress.step(CHOOSE, lambda _: answered(CHOOSE, "bellen"))
    state = lesson_progress(EXERCISES, progress)
    assert (state.stage, state.tried, state.done, state.minutes) == (Stage.STARTED, 1, 0, 0)
    progress.step(CHOOSE, lambda _: answered(CHOOSE, "vragen"))
    state = lesson_progress(EXERCISES, progress)
    assert (state.stage, state.tried, state.done, state.minutes) == (Stage.DONE, 1, 1, 3)
    assert state.total == len(EXERCISES)


def test_a_lesson_without_exercises_is_not_done() -> None:
    assert lesson_progress([], Progress()).stage is Stage.NOT_YET


def test_a_kernel_has_one_progress_for_all_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    assert open_progress() is open_progress()
    first = open_progress()
    monkeypatch.setenv("DRAAGVLAK_WERK", "elders")
    assert open_progress() is not first
