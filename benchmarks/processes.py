"""Asking a package for an answer: in a process of its own, with a limit, and timed.

What hangs, runs out of memory or changes the settings of numpy so touches nobody else.
"""

import math
import multiprocessing
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, TypeVar

LONG = 0.5
"""Seconds of runs after which a time is believed."""

S = TypeVar("S")
T = TypeVar("T")


class NoAnswerError(Exception):
    """Why there is no answer, in a few words."""


def ask(limit: float, work: Callable[..., Any], *about: Any) -> Any:
    """Return what ``work(*about)`` gives in a process of its own, a function of a module.

    Raises :class:`NoAnswerError` when it fails or takes longer than ``limit`` seconds.
    """
    here, there = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.Process(target=_send, args=(there, work, about))
    child.start()
    there.close()
    try:
        given, why = here.recv() if here.poll(limit) else (None, f"took longer than {limit:.0f} s")
    except EOFError:
        given, why = None, "ended without an answer"
    child.kill()
    child.join()
    if why:
        raise NoAnswerError(why)
    return given


def _send(back: Connection, work: Callable[..., Any], about: tuple[Any, ...]) -> None:
    try:
        back.send((work(*about), ""))
    except Exception as error:
        back.send((None, f"{type(error).__name__}: {error}".splitlines()[0][:60]))


def least_time(
    action: Callable[[S], T], fresh: Callable[[], S], runs: int, long: float = LONG
) -> tuple[float, T]:
    """Return the least processor time of an action on ``fresh()``, and what it gave at last.

    It is run ``runs`` times, or until that took ``long`` seconds in all.
    """
    least, spent = math.inf, 0.0
    for _ in range(runs):
        about = fresh()
        start = time.process_time()
        given = action(about)
        took = time.process_time() - start
        least, spent = min(least, took), spent + took
        if spent > long:
            break
    return least, given
