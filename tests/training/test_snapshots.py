"""A damaged file costs at most an hour, and the snapshots do not fill the disk."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from helpers.training import snapshots as module
from helpers.training.snapshots import Snapshots, free_path, moment


class Clock(datetime):
    """A clock that a test sets."""

    at = datetime(2026, 11, 22, 9, 5)

    @classmethod
    def now(cls, tz: object = None) -> "Clock":
        return cls.combine(cls.at.date(), cls.at.time())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[Clock]:
    monkeypatch.setattr(module, "datetime", Clock)
    Clock.at = datetime(2026, 11, 22, 9, 5)
    return Clock


def test_one_stays_for_each_hour_with_changes(tmp_path: Path, clock: type[Clock]) -> None:
    kept = Snapshots(tmp_path)
    for minutes in range(0, 150, 10):
        clock.at = datetime(2026, 11, 22, 9, 5) + timedelta(minutes=minutes)
        kept.keep_hourly(f"{minutes}")
    names = [path.name for path in kept.newest_first()]
    assert names == ["2026-11-22-1105.json", "2026-11-22-1005.json", "2026-11-22-0905.json"]
    assert [path.read_text("utf-8") for path in kept.newest_first()] == ["120", "60", "0"]


def test_of_long_ago_the_first_of_each_day_stays_and_what_was_asked_for(
    tmp_path: Path, clock: type[Clock]
) -> None:
    kept = Snapshots(tmp_path)
    for hour in range(10 * 24):
        clock.at = datetime(2026, 11, 1) + timedelta(hours=hour)
        kept.keep_hourly("")
        if hour == 30:
            kept.keep("asked for")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 8 + 48 + 1
    assert {name[:10] for name in names} == {f"2026-11-{day:02}" for day in range(1, 11)}
    assert "2026-11-02-060000.json" in names
    assert "2026-11-02-0000.json" in names


def test_two_that_are_asked_for_in_one_second_both_stay(tmp_path: Path, clock: type[Clock]) -> None:
    kept = Snapshots(tmp_path)
    kept.keep("one")
    kept.keep("two")
    assert {path.read_text("utf-8") for path in kept.newest_first()} == {"one", "two"}


def test_the_name_of_a_file_of_an_older_course_is_its_day() -> None:
    assert moment(Path("2026-11-22.json")) == "2026-11-22"


def test_a_path_that_is_free_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.b.json"
    assert free_path(path) == path
    path.touch()
    assert free_path(path) == tmp_path / "a.b-2.json"
