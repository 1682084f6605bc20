"""The lessons of the course, as a small file tells them."""

from pathlib import Path

import pytest

from helpers.training import course_map
from helpers.training.course_map import lessons


def test_there_are_ten_lessons_in_their_order() -> None:
    assert [lesson.number for lesson in lessons()] == [f"{n:02}" for n in range(10)]
    assert len({lesson.after for lesson in lessons()}) == 10


def test_minutes_are_those_of_a_group() -> None:
    assert all(45 <= lesson.minutes <= 60 for lesson in lessons())


def test_a_lesson_is_there_once_its_text_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(course_map, "COURSE", tmp_path)
    assert {lesson.notebook for lesson in lessons()} == {""}
    (tmp_path / "src" / "lessons" / "nl").mkdir(parents=True)
    (tmp_path / "src" / "lessons" / "nl" / "03_vragen.md").write_text("", "utf-8")
    found = {lesson.number: lesson.notebook for lesson in lessons() if lesson.notebook}
    assert found == {"03": "notebooks/nl/03_vragen.ipynb"}
