"""How long somebody who guesses passwords has to wait.

Kept in the memory of the hub: a restart begins anew.
"""

import time
from collections.abc import Callable, Hashable
from typing import NamedTuple

MOST = 10_000  # keys that are remembered; who makes up names does not fill the memory


class Tried(NamedTuple):
    """How often somebody tried without success, and when last."""

    often: int
    last: float


class Brake:
    """Lets some attempts through at once, and then one after a wait that doubles up to a bound.

    An attempt counts as wrong from its begin, so that many at the same time are no way round; one
    that is refused does not count, so that nobody makes another wait for ever longer.

    >>> now = 0.0
    >>> brake = Brake(free=2, first=5, longest=60, clock=lambda: now)
    >>> for attempt in range(4):
    ...     brake.begin("groep1-07")
    ...     print(brake.wait("groep1-07"))
    0.0
    5.0
    10.0
    20.0
    >>> now = 20.0
    >>> brake.wait("groep1-07")
    0.0
    """

    def __init__(
        self, free: int, first: float, longest: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.free, self.first, self.longest, self.clock = free, first, longest, clock
        self._tried: dict[Hashable, Tried] = {}

    def wait(self, key: Hashable) -> float:
        """Return after how many seconds the next attempt is let through."""
        tried = self._now(key)
        if tried.often < self.free:
            return 0.0
        doubled = self.first * 2.0 ** min(tried.often - self.free, 30)
        return max(0.0, tried.last + min(doubled, self.longest) - self.clock())

    def begin(self, key: Hashable) -> None:
        """Count an attempt."""
        often = self._now(key).often + 1
        self._tried.pop(key, None)  # the newest stands last
        while len(self._tried) >= MOST:
            del self._tried[next(iter(self._tried))]
        self._tried[key] = Tried(often, self.clock())

    def take_back(self, key: Hashable) -> None:
        """Do not count an attempt that was right after all."""
        if key in self._tried:
            tried = self._tried[key]
            self._tried[key] = tried._replace(often=max(0, tried.often - 1))

    def forget(self, key: Hashable) -> None:
        """Begin anew for who showed to have the password."""
        self._tried.pop(key, None)

    def _now(self, key: Hashable) -> Tried:
        """Return what was tried; each longest wait without an attempt takes one off."""
        tried = self._tried.get(key, Tried(0, self.clock()))
        quiet = int((self.clock() - tried.last) // self.longest)
        return tried._replace(often=max(0, tried.often - quiet))


class Brakes:
    """What holds up an attempt: many for one name from one place, and many more for either.

    A browser in which somebody logged in before is counted by itself, so that others who try that
    name, or sit at the same address, cannot keep its owner out.
    """

    def __init__(self, people: int, clock: Callable[[], float] = time.monotonic) -> None:
        self.one = Brake(free=5, first=5, longest=60, clock=clock)
        # A class sits behind one address, and all of them may mistype twice.
        self.many = Brake(free=2 * people, first=1, longest=30, clock=clock)

    def begin(self, name: str, address: str, browser: str) -> float:
        """Count an attempt, or return how many seconds it comes too soon."""
        keys = self._keys(name, address, browser)
        wait = max(brake.wait(key) for brake, key in keys)
        if not wait:
            for brake, key in keys:
                brake.begin(key)
        return wait

    def right(self, name: str, address: str, browser: str) -> None:
        """Let an attempt that was right not count."""
        (own, key), *others = self._keys(name, address, browser)
        own.forget(key)
        for brake, other in others:
            brake.take_back(other)

    def _keys(self, name: str, address: str, browser: str) -> list[tuple[Brake, Hashable]]:
        if browser:
            return [(self.one, ("browser", name, browser))]
        return [
            (self.one, ("place", name, address)),
            (self.many, ("name", name)),
            (self.many, ("address", address)),
        ]
