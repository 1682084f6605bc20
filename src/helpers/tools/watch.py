"""Looking now and then whether another tab or kernel saved a newer revision."""

from __future__ import annotations

from typing import TYPE_CHECKING
from weakref import WeakSet

from helpers.training.working_copy import WorkingCopy

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

_EVERY = 1.5
_watched: WeakSet[WorkingCopy] = WeakSet()


def watch(work: WorkingCopy) -> None:
    """Refresh ``work`` every second and a half, as long as a kernel's event loop runs.

    Outside a kernel (a test, a script) nothing is watched.
    """
    import asyncio

    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        return
    if work not in _watched:
        _watched.add(work)
        loop.call_later(_EVERY, _look, loop, work)


def _look(loop: AbstractEventLoop, work: WorkingCopy) -> None:
    try:
        work.refresh()
    finally:
        loop.call_later(_EVERY, _look, loop, work)
