"""Sums of small whole numbers that are not sure: each with the chance of every value.

A spread holds the chance of ``first``, ``first + 1``, ... in one array. Exact up to rounding.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class Spread(NamedTuple):
    """The chance of ``first`` and of every whole number after it."""

    first: int
    chance: Array

    @property
    def values(self) -> NDArray[np.int64]:
        """The whole numbers that the chances belong to."""
        return np.arange(self.first, self.first + self.chance.size)


NOTHING = Spread(0, np.ones(1))
"""Surely 0."""


def spread(values: ArrayLike, chances: ArrayLike) -> Spread:
    """Return the spread of whole numbers with their chances; a value may come more than once.

    >>> spread([2, 0, 2], [0.5, 0.25, 0.25])
    Spread(first=0, chance=array([0.25, 0.  , 0.75]))
    """
    number = np.asarray(values, dtype=np.int64)
    first = int(number.min())
    chance: Array = np.bincount(number - first, np.asarray(chances, dtype=float)).astype(float)
    return Spread(first, chance)


def uniform(values: Iterable[int], times: int = 1) -> Spread:
    """Return the spread of ``times`` x a value that may be any of ``values``, each as likely.

    >>> uniform([1, 2], times=-1)
    Spread(first=-2, chance=array([0.5, 0.5]))
    """
    return _uniform(tuple(values), times)


@lru_cache(maxsize=1024)
def _uniform(values: tuple[int, ...], times: int) -> Spread:
    """Return a spread that nobody changes: the same few judgements come back a thousand times."""
    number = times * np.asarray(values, dtype=np.int64)
    return spread(number, np.full(number.size, 1 / number.size))


def added(spreads: Iterable[Spread]) -> Spread:
    """Return the spread of the sum of numbers that do not depend on each other.

    >>> added([uniform([0, 1]), uniform([0, 1])])
    Spread(first=0, chance=array([0.25, 0.5 , 0.25]))
    """
    first, chance = NOTHING
    for one in spreads:
        first += one.first
        chance = np.convolve(chance, one.chance) if one.chance.size > 1 else chance
    return Spread(first, chance)


def multiplied(factors: ArrayLike, by: Spread) -> Spread:
    """Return the spread of a factor, each as likely, times a number that does not depend on it.

    >>> multiplied([0, 2], uniform([1, 2])).chance.tolist()
    [0.5, 0.0, 0.25, 0.0, 0.25]
    """
    each = np.asarray(factors, dtype=np.int64)
    chance = np.broadcast_to(by.chance / each.size, (each.size, by.chance.size))
    return spread(np.outer(each, by.values).ravel(), chance.ravel())


def mean_over(others: Spread, worth: Spread) -> Spread:
    """Return ``m(x) = sum over t of P(t) worth(t + x)``, for every x at which it is known.

    ``worth`` holds any values in the place of chances.

    >>> mean_over(uniform([0, 1]), Spread(5, np.array([1.0, 3.0, 9.0])))
    Spread(first=5, chance=array([2., 6.]))
    """
    return Spread(worth.first - others.first, np.correlate(worth.chance, others.chance, "valid"))
