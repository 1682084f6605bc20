"""Every test works in an empty work folder of its own, in Dutch."""

import asyncio
import gc
import re
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadFileScheduling

from helpers.training import working_copy

# How long an example takes says how busy the machine is; time is held by `within`, below.
settings.register_profile("course", deadline=None)
settings.load_profile("course")

ROOT = Path(__file__).parents[1]
_LESSON = re.compile(r'^LESSON = "(\w+/.+)"$', re.M)


class _ByLesson(LoadFileScheduling):
    """A file runs in one process, and so do all files about one lesson: it stays open there.

    Of three processes two begin with the browser, which comes first. They wait for it a third of
    the time; the last process begins at the other end and uses that.
    """

    def _assign_work_unit(self, node: Any) -> None:
        if len(self.nodes) > 2 and node is self.nodes[-1]:
            self.workqueue.move_to_end(next(reversed(self.workqueue)), last=False)
        super()._assign_work_unit(node)

    def _split_scope(self, nodeid: str) -> str:
        return _together(nodeid.partition("::")[0])


@cache
def _together(file: str) -> str:
    lesson = file.endswith(".py") and _LESSON.search((ROOT / file).read_text("utf-8"))
    return lesson[1] if lesson else file


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> LoadFileScheduling:
    return _ByLesson(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Ten thousand tests stay to the end: looking for what of them can go takes seconds."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


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


def _taken(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


_QUIET = 0.017
"""Seconds that :func:`_yardstick` takes on two quiet cores of the machine this was written on."""


def _yardstick() -> int:
    """Do a fixed amount of work, part sums and part walking through memory."""
    rows = [(n, {"text": str(n)}) for n in range(40_000)]
    return sum(len(row["text"]) * n for n, row in rows)


@pytest.fixture
def slower() -> Callable[[], float]:
    """Return how many times slower than the quiet machine the clock sees work done now."""

    def times() -> float:
        start = time.perf_counter()
        for _ in range(3):
            _yardstick()
        return max(1.0, (time.perf_counter() - start) / 3 / _QUIET)

    return times


@pytest.fixture
def within() -> Callable[[Callable[[], object], float], None]:
    """Assert that an action takes at most so many seconds of a processor that is not shared.

    A busy machine is slower for everything: each time is held beside a fixed amount of work that
    is done just before and just after it, and one of eight readings must be good enough.
    """

    def once(action: Callable[[], object]) -> float:
        before, took, after = _taken(_yardstick), _taken(action), _taken(_yardstick)
        return took / max(1.0, (before + after) / 2 / _QUIET)

    def check(action: Callable[[], object], seconds: float) -> None:
        took: list[float] = []
        while not took or (took[-1] >= seconds and len(took) < 8):
            took.append(once(action))
        assert min(took) < seconds, f"{min(took):.3f} s, as it would be on the quiet machine"

    return check
