"""The course map: how far somebody is, in words and with a sign."""

import re

from helpers.texts.language import _
from helpers.tools.learning.course_map import CourseMap
from helpers.training.content import lesson_exercises
from helpers.training.kinds.choose import Choose
from helpers.training.progress import Progress


def row(tool: CourseMap, number: str) -> dict[str, str]:
    return next(one for one in tool.view.lessons if one["number"] == number)


def test_the_map_follows_what_is_done() -> None:
    tool = CourseMap()
    first = lesson_exercises("00")[0]
    assert isinstance(first, Choose)
    assert (row(tool, "00")["symbol"], row(tool, "00")["stage"]) == ("○", _("not started yet"))
    before = tool.view.total
    wrong = next(option.id for option in first.options if not option.right)
    tool.work.step(first, lambda attempt: first.check(first.answer(attempt, [wrong])))
    assert (row(tool, "00")["symbol"], row(tool, "00")["stage"]) == ("◐", _("started"))
    tool.work.step(first, lambda attempt: first.open_example(attempt))
    assert (row(tool, "00")["symbol"], row(tool, "00")["stage"]) == ("●", _("core exercises done"))
    assert "1 van de 2" in row(tool, "00")["count"]
    assert re.search(r"\b1 van de \d+ .*\b4 minuten", tool.view.total)
    assert tool.view.total != before


def test_what_another_window_did_comes_in() -> None:
    tool = CourseMap()
    exercise = lesson_exercises("01")[2]
    other = Progress()
    answer = list(reversed(exercise.begin().answer))
    other.step(exercise, lambda attempt: exercise.check(exercise.answer(attempt, answer)))
    assert tool.work.refresh()
    assert row(tool, "01")["stage"] == _("started")


def test_a_lesson_that_is_not_there_yet_follows_later_and_has_no_link() -> None:
    tool = CourseMap()
    later = [one for one in tool.view.lessons if not one["notebook"]]
    assert {(one["stage"], one["link"], one["count"]) for one in later} <= {
        (_("follows later"), "", "")
    }
    there = [one for one in tool.view.lessons if one["notebook"]]
    assert all(one["notebook"].endswith("/" + one["link"]) for one in there)


def test_the_still_version_is_a_table_with_heads_and_says_the_same_in_words() -> None:
    tool = CourseMap()
    html = tool.still_html()
    assert html.count("<tr>") == 11
    assert html.count('scope="row"') == 10
    assert html.count('scope="col"') == 3
    assert f">{_('The lessons of the course')}</caption>" in html
    assert len(tool.still_text().splitlines()) == 11


def test_a_lesson_with_exercises_links_to_them_in_pieces() -> None:
    tool = CourseMap()
    first, second = row(tool, "00"), row(tool, "02")
    assert (first["study"], first["study_words"]) == ("", "")
    assert second["study"] == "exercises/nl/02_belangen_in_beeld.ipynb"
    assert second["study_link"] == f"../../{second['study']}"
    assert f'<a href="{second["study_link"]}">' in tool.still_html()
