"""The questions that come back, on the page and without a browser."""

import datetime as dt
from typing import Any

from helpers.texts.language import _
from helpers.tools.learning.review import Review
from helpers.training.content import lesson_case, lesson_exercises
from helpers.training.progress import Progress, open_progress
from tests.training.playing import wrong_answer

DAY = dt.date(2026, 9, 15)
NOTHING = (
    "Short exercises of earlier lessons come back here once you have done them. "
    "A closing case does not come back."
)
FRESH = "There is nothing to repeat today: what you did before is still fresh."


def say(tool: Any, do: str, value: list[str]) -> None:
    data = {"method": "custom", "content": {"do": do, "from": "proef", "n": 1, "value": value}}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def try_first(lesson: str, value: list[str]) -> None:
    one = lesson_exercises(lesson)[0]
    open_progress().step(one, lambda now: one.check(one.answer(now, value)))


def test_a_lesson_that_is_opened_first_says_so_calmly_and_has_no_control() -> None:
    bundle = Review("05", DAY)._repr_mimebundle_()
    assert bundle == {"text/html": f"<p>{_(NOTHING)}</p>", "text/plain": _(NOTHING)}


def test_who_did_only_a_closing_case_is_told_that_it_does_not_come_back() -> None:
    case = lesson_case("01")
    assert case
    one = case.exercises[0]
    open_progress().step(one, lambda now: one.check(one.answer(now, wrong_answer(one))))
    told = Review("05", DAY)._repr_mimebundle_()["text/plain"]
    assert told == _(NOTHING)
    assert "Een slotcasus komt niet terug" in told


def test_what_is_fresh_is_left_in_peace() -> None:
    try_first("01", ["uur"])
    assert Review("05", dt.date.today())._repr_mimebundle_()["text/plain"] == _(FRESH)


def test_what_did_not_work_out_comes_back_as_a_new_question() -> None:
    try_first("01", ["bijlage"])
    review = Review("05", DAY)
    [tool] = review.tools
    assert tool.view.answer == []
    assert "application/vnd.jupyter.widget-view+json" in review._repr_mimebundle_()
    assert tool.exercise.question in review.still.text
    say(tool, "check", ["uur"])
    assert tool.attempt.right
    assert not Progress().attempt(lesson_exercises("01")[0]).right


def test_the_same_question_is_there_after_a_reload() -> None:
    try_first("01", ["bijlage"])
    [tool] = Review("05", DAY).tools
    say(tool, "check", ["bellen"])
    [again] = Review("05", DAY + dt.timedelta(days=40)).tools
    assert again.view.answer == ["bellen"]
    assert again.view.feedback == tool.view.feedback
