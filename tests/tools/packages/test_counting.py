"""A long count shows how far it is, is stopped between two steps, and goes on where it stopped."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest

from helpers.tools.packages.counting import DONE, RUNNING, STOPPED, WAITING
from helpers.tools.packages.package_maker import PackageMaker
from tests.tools.packages.deals import choose, made_up, maker, said, say

Finish = Callable[[Coroutine[Any, Any, Any]], Any]
MILLION = (10,) * 6


def state(tool: PackageMaker) -> str:
    assert tool._counting is not None
    return tool._counting.counted.state


async def until(tool: PackageMaker, wanted: Callable[[], bool]) -> None:
    for _ in range(10_000):
        if wanted():
            return
        await asyncio.sleep(0.005)
    raise AssertionError(said(tool))


def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every step be short, so that a million packages take many of them."""
    monkeypatch.setattr("helpers.tools.packages.counting.AT_ONCE", 0.0)
    monkeypatch.setattr("helpers.tools.packages.counting.STEP", 0.0)
    monkeypatch.setattr("helpers.tools.packages.counting.SHOWN_AFTER", 0.0)
    monkeypatch.setattr("helpers.tools.packages.counting.SHOWN_EVERY", 0.0)


def test_a_million_packages_show_progress_and_come_to_their_end(
    monkeypatch: pytest.MonkeyPatch, finish: Finish
) -> None:
    slowly(monkeypatch)
    dossier = made_up(6, MILLION)

    async def run() -> list[float]:
        tool = maker(monkeypatch, dossier)
        shares: list[float] = []
        tool.table.observe(lambda change: shares.append(change.new.get("share", -1)), "count")
        assert state(tool) == RUNNING
        await until(tool, lambda: state(tool) == DONE)
        assert tool.tally is not None
        assert tool.tally.total == tool.tally.done == 1_000_000
        assert "van de 1.000.000 pakketten" in said(tool)
        assert "button" not in tool.table.count
        return shares

    shares = finish(run())
    assert len(shares) > 20
    assert shares[:-1] == sorted(shares[:-1])
    assert shares[-1] == -1


def test_the_stop_button_stops_and_the_count_goes_on_from_there(
    monkeypatch: pytest.MonkeyPatch, finish: Finish
) -> None:
    slowly(monkeypatch)
    dossier = made_up(6, MILLION)

    async def run() -> None:
        tool = maker(monkeypatch, dossier)
        await until(tool, lambda: "share" in tool.table.count)
        assert tool.table.count["button"] == {"do": "stop", "label": "Stop met tellen"}
        say(tool, "stop")
        assert state(tool) == STOPPED
        counting = tool._counting
        assert counting is not None
        at = counting.counted.done
        await asyncio.sleep(0.05)
        assert counting.counted.done == at < 1_000_000
        assert "Gestopt bij" in said(tool)
        assert tool.tally is None
        choose(tool, "j0_3")
        assert state(tool) == STOPPED
        say(tool, "count")
        await until(tool, lambda: state(tool) == DONE)
        assert counting.counted.done == 1_000_000

    finish(run())


def test_a_choice_is_answered_while_a_count_is_running(
    monkeypatch: pytest.MonkeyPatch, finish: Finish
) -> None:
    slowly(monkeypatch)
    dossier = made_up(6, MILLION)

    async def run() -> None:
        tool = maker(monkeypatch, dossier)
        await asyncio.sleep(0.01)
        counting = tool._counting
        choose(tool, "j5_9")
        assert "j5_9" in tool.package
        assert tool._counting is counting
        assert state(tool) == RUNNING
        await until(tool, lambda: state(tool) == DONE)

    finish(run())


def test_a_table_that_changes_ends_the_count_of_the_old_one(
    monkeypatch: pytest.MonkeyPatch, finish: Finish
) -> None:
    slowly(monkeypatch)
    dossier = made_up(6, (*MILLION, 2), later=1)

    async def run() -> None:
        tool = maker(monkeypatch, dossier)
        old = tool._counting
        assert old is not None
        await asyncio.sleep(0.01)
        say(tool, "lay", "j6")
        assert old.counted.state == STOPPED
        await until(tool, lambda: state(tool) == DONE)
        assert tool.tally is not None
        assert tool.tally.total == 2_000_000
        assert tool.results.pie["lines"]

    finish(run())


def test_in_a_script_the_count_is_there_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    tool = maker(monkeypatch, made_up(3, (9, 9, 9, 9)))
    assert state(tool) == DONE
    assert tool.tally is not None
    assert tool.tally.total == 6561


def test_what_takes_very_long_begins_when_somebody_asks(
    monkeypatch: pytest.MonkeyPatch, finish: Finish
) -> None:
    dossier = made_up(2, (9,) * 8)

    async def run() -> None:
        tool = maker(monkeypatch, dossier)
        assert state(tool) == WAITING
        assert "Begin met tellen" in tool.table.count["button"]["label"]
        say(tool, "count")
        assert state(tool) == RUNNING
        await asyncio.sleep(0.7)
        assert 0 < tool.table.count["share"] < 1
        say(tool, "stop")
        assert state(tool) == STOPPED

    finish(run())
