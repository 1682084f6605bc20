"""How many packages can be agreed, counted exactly and in pieces, for spaces of any size.

Going through many packages takes time. The count gives back what it has after each piece, so that
whoever asked can show how far it is, or stop. Packages are never all held at once.
"""

from collections.abc import Hashable, Iterable, Iterator
from math import prod
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.deals import feasible
from helpers.analysis.packages.front import Points, exact_values, rows_by_issue
from helpers.analysis.votes.majority import accepts

Array = NDArray[np.float64]

PIECE = 50_000
"""Packages are gone through in pieces of at most so many."""


class Rule(NamedTuple):
    """Who must agree: all with a veto, and ``at_least`` so many or more than half of the seats.

    ``veto`` has one yes or no a stakeholder. With neither number nor seats, all must agree.
    """

    veto: NDArray[np.bool_]
    at_least: int | None = None
    seats: NDArray[np.int64] | None = None

    def met(self, enough: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """Tell of each package whether it can be decided; ``enough``: (packages, stakeholders)."""
        if self.at_least is None and self.seats is None:
            return np.array(enough.all(axis=1), dtype=bool)
        return feasible(enough, self.veto, at_least=self.at_least, seats=self.seats)


class Tally(NamedTuple):
    """How far a count is: of ``total`` packages ``done`` were gone through.

    ``all_agree`` and ``decided`` say how many of those everybody accepts, and how many can be
    decided under the rule; ``best`` is, for each stakeholder, the highest value among those that
    everybody accepts, in value points (``nan`` when there is none).
    """

    total: int
    done: int
    all_agree: int
    decided: int
    best: Array

    @property
    def complete(self) -> bool:
        """Whether every package was gone through."""
        return self.done == self.total


def tally(
    values: ArrayLike,
    issues: Iterable[Hashable],
    no_deal: ArrayLike,
    rule: Rule,
    piece: int = PIECE,
) -> Iterator[Tally]:
    """Count the packages that can be agreed, one :class:`Tally` after each piece; exact.

    ``values`` has shape (stakeholders, options), in value points, ``issues`` the issue of each
    option and ``no_deal`` one value a stakeholder. Values and thresholds that are whole numbers or
    decimals are compared as such, so that 0.1 + 0.2 and 0.3 tie. A piece has at most ``piece``
    packages, or one for each option of an issue when that is more.

    >>> *_, last = tally([[0, 4, 1], [5, 1, 2]], ["j"] * 3, [1, 1], Rule(np.array([True, False])))
    >>> last.total, last.all_agree, last.decided, last.best.tolist()
    (3, 2, 2, [4.0, 2.0])
    """
    least = np.asarray(no_deal, dtype=float).reshape(-1, 1)
    labels = list(issues)
    given = np.asarray(values, dtype=float).reshape(least.size, len(labels))
    exact = exact_values(np.concatenate((given, least), axis=1))
    points, threshold = exact[:, :-1], exact[:, -1:]
    by_issue = rows_by_issue(labels)
    total = prod(len(rows) for rows in by_issue)
    scale = _scale(given, exact[:, :-1])
    done = all_agree = decided = 0
    best = np.full(least.size, np.nan)
    for block in package_blocks(points, by_issue, piece):
        enough = accepts(block, threshold)
        everybody = enough.all(axis=0)
        done += block.shape[1]
        all_agree += int(everybody.sum())
        decided += int(rule.met(enough.T).sum())
        if everybody.any():
            best = np.fmax(best, block[:, everybody].max(axis=1) / scale)
        yield Tally(total, done, all_agree, decided, best)


def _scale(given: Array, exact: Points) -> float:
    """Return how many times larger the exact values are than those that were given."""
    if not given.any():
        return 1.0
    at = np.abs(given).argmax()
    return float(round(exact.flat[at] / given.flat[at]))


def package_blocks(points: Points, by_issue: list[list[int]], piece: int) -> Iterator[Points]:
    """Yield the values of all packages, shape (stakeholders, packages), a piece at a time.

    In the order of :func:`~helpers.analysis.packages.weigh.all_packages`; ``points`` has shape
    (stakeholders, options) and ``by_issue`` holds the rows of each issue.

    >>> values = np.array([[0, 4, 1, 2]])
    >>> [block.tolist() for block in package_blocks(values, [[0, 1], [2, 3]], 2)]
    [[[1, 2]], [[5, 6]]]
    """
    inner = points[:, :0].sum(axis=1, keepdims=True)
    outer = list(by_issue)
    while outer and inner.shape[1] * len(outer[-1]) <= max(piece, len(outer[-1])):
        rows = outer.pop()
        count = len(rows) * inner.shape[1]
        inner = (points[:, rows][:, :, None] + inner[:, None]).reshape(len(points), count)
    yield from _sums(points, outer, inner)


def _sums(points: Points, outer: list[list[int]], inner: Points) -> Iterator[Points]:
    if not outer:
        yield inner
        return
    for row in outer[0]:
        yield from _sums(points, outer[1:], inner + points[:, [row]])
