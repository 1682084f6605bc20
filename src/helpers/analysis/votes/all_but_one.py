"""The yes-seats of everybody but one party group: for each group at once."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from helpers.analysis.votes.vote import Array


def seats_of_all_but_one(blocs: NDArray[np.int64], given: Array) -> Iterator[tuple[int, Array]]:
    """Give, for each party group, the distribution of the yes-seats of all *other* groups.

    ``blocs`` has one whole number a group; ``given`` is what :func:`chances_given_factor` gives,
    shape (192, groups). Each item is the group's position and an array of shape (seats of the
    others + 1, 192), one column a point of the shared factor. Halving the groups again and again
    costs n log n convolutions instead of n squared, and none of them is undone, so no digits are
    lost.

    >>> pairs = dict(seats_of_all_but_one(np.array([1, 2]), np.full((192, 2), 0.25)))
    >>> pairs[0][:, 0].tolist()
    [0.75, 0.0, 0.25]
    """
    nobody = np.ones((1, given.shape[0]))
    yield from _halved(nobody, list(range(blocs.size)), blocs.tolist(), given.T)


def _halved(
    table: Array, members: list[int], blocs: list[int], yes: Array
) -> Iterator[tuple[int, Array]]:
    if len(members) > 1:
        half = len(members) // 2
        left, right = members[:half], members[half:]
        yield from _halved(_with(table, right, blocs, yes), left, blocs, yes)
        yield from _halved(_with(table, left, blocs, yes), right, blocs, yes)
    elif members:
        yield members[0], table


def _with(table: Array, members: list[int], blocs: list[int], yes: Array) -> Array:
    for one in members:
        rows = table.shape[0]
        grown = np.zeros((rows + blocs[one], table.shape[1]))
        for_ = table * yes[one]
        grown[:rows] = table - for_
        grown[blocs[one] :] += for_
        table = grown
    return table
