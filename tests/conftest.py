"""Every test works in an empty work folder of its own, in Dutch."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from helpers.training import working_copy

# How long an example takes says how busy the machine is; time is held by `within`, below.
settings.register_profile("course", deadline=None)
settings.load_profile("course")


@pytest.fixture(autouse=True)
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "werk"
    monkeypatch.setenv("DRAAGVLAK_WERK", str(folder))
    monkeypatch.setenv("DRAAGVLAK_LANG", "nl")
    monkeypatch.setattr(working_copy, "_open", {})
    return folder


@pytest.fixture
def finish() -> Callable[[Coroutine[Any, Any, Any]], Any]:
    """Run a coroutine to its end in a thread of its own: the browser has a loop in this one."""

    def run(work: Coroutine[Any, Any, Any]) -> Any:
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, work).result()

    return run


def _least(action: Callable[[], object], runs: int) -> float:
    def once() -> float:
        start = time.process_time()
        action()
        return time.process_time() - start

    return min(once() for _ in range(runs))


_QUIET = 0.055
"""Seconds that :func:`_yardstick` takes on two quiet cores of the machine this was written on."""


def _yardstick() -> int:
    return sum(n * n for n in range(1_000_000))


@pytest.fixture
def within() -> Callable[[Callable[[], object], float], None]:
    """Assert that an action takes at most so many seconds of a processor that is not shared.

    A busy machine is slower for everything: the bound is stretched by as much as a fixed sum is.
    """

    def check(action: Callable[[], object], seconds: float) -> None:
        took = _least(action, 8)
        busy = max(1.0, _least(_yardstick, 3) / _QUIET)
        assert took < seconds * busy, f"{took:.3f} s, at {busy:.1f} times the quiet machine"

    return check
