"""Counting packages while the page stays alive: in pieces, with progress, and it can be stopped.

A kernel hears one message at a time, between two steps of its event loop. So the count runs as
many short steps of that loop; a press on the stop button is heard between two of them.
"""

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from helpers.analysis.packages.tally import Tally, tally
from helpers.tools.packages.weighing import Weighing

AT_ONCE = 0.05
STEP = 0.03
SHOWN_AFTER = 0.5
SHOWN_EVERY = 0.2
MOST_UNASKED = 20_000_000
"""More packages than this are counted when somebody asks for it."""

RUNNING, STOPPED, DONE, WAITING = "running", "stopped", "done", "waiting"


class Counted(NamedTuple):
    """What a count gave so far: the packages at the beginning, and those on the table now.

    ``state`` is running, stopped, done, or waiting (too many to begin unasked).
    """

    state: str
    total: int
    first: Tally | None = None
    now: Tally | None = None

    @property
    def done(self) -> int:
        """How many packages were gone through."""
        return sum(one.done for one in (self.first, self.now) if one)


class Counting:
    """One count; ``show`` is called when there is something new to be seen."""

    def __init__(self, first: Weighing | None, now: Weighing, show: Callable[[], None]) -> None:
        self.counted = Counted(WAITING, now.size + (first.size if first else 0))
        self._steps = self._tallies(first, now)
        self._show = show
        self._began = self._shown = 0.0

    def start(self, asked: bool = False) -> None:
        """Count what can be counted at once, and the rest in steps of the event loop.

        Without a loop (a script) all is counted at once.
        """
        if self.counted.state == RUNNING or self.counted.state == DONE:
            return
        if not asked and self.counted.total > MOST_UNASKED:
            return
        self.counted = self.counted._replace(state=RUNNING)
        self._began = time.perf_counter()
        self._shown = self._began + SHOWN_AFTER - SHOWN_EVERY
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            self._run(float("inf"))
            return
        self._run(AT_ONCE)
        if self.counted.state == RUNNING:
            loop.call_soon(self._step, loop)

    @property
    def slow(self) -> bool:
        """Whether it is running for so long that its progress is to be seen."""
        running = self.counted.state == RUNNING
        return running and time.perf_counter() - self._began >= SHOWN_AFTER

    def stop(self) -> None:
        """Stop; what was counted so far stays, and :meth:`start` goes on from there."""
        if self.counted.state == RUNNING:
            self.counted = self.counted._replace(state=STOPPED)

    def _step(self, loop: asyncio.AbstractEventLoop) -> None:
        if self.counted.state != RUNNING:
            return
        self._run(STEP)
        now = time.perf_counter()
        if self.counted.state == DONE or now - self._shown > SHOWN_EVERY:
            self._shown = now
            self._show()
        if self.counted.state == RUNNING:
            loop.call_later(0.001, self._step, loop)

    def _run(self, seconds: float) -> None:
        until = time.perf_counter() + seconds
        for counted in self._steps:
            self.counted = counted
            if time.perf_counter() > until:
                return
        self.counted = self.counted._replace(state=DONE)

    def _tallies(self, first: Weighing | None, now: Weighing) -> Iterator[Counted]:
        counted = Counted(RUNNING, self.counted.total)
        if first:
            for one in _tally(first):
                counted = counted._replace(first=one)
                yield counted
        for one in _tally(now):
            yield counted._replace(now=one)


def _tally(weighed: Weighing) -> Iterator[Tally]:
    """Count the packages of the table, with the issues that are not on it as they are now."""
    least = weighed.no_deal - weighed.base
    for one in tally(weighed.values, weighed.issues, least, weighed.rule):
        yield one._replace(best=one.best + weighed.base)
