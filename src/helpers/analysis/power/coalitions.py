"""How many coalitions win, counted exactly, for :mod:`helpers.analysis.power.indices`.

A player's weight w stands for the factor ``1 + y x^w``; the product over the players holds, at
``y^s x^t``, the number of coalitions of s players with weight t. The product is kept in one whole
number with a field of whole bytes for every coefficient (Kronecker substitution), so that adding a
player is a shift and an addition, and no digit is ever lost. One player is taken out of it again by
``1 / (1 + y x^w) = sum over k of (-y x^w)^k``.

When weights are large and players few, two halves of the players are listed and laid side by side
instead (Horowitz & Sahni 1974): that takes ``2^(players / 2)`` steps, whatever the weights.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import comb
from struct import unpack
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]


def winning_with(quota: int, weights: Sequence[int]) -> tuple[list[int], int]:
    """Return how many winning coalitions each player is in, and how many there are in all.

    A coalition wins with a weight of at least ``quota`` (from 1 to the sum of ``weights``, whole
    numbers of 0 or more).

    >>> winning_with(3, [2, 1, 1])
    ([3, 2, 2], 3)
    """
    room, n = sum(weights) - quota, len(weights)
    most = min(room, quota - 1)
    heavy = [min(w, most + 1) for w in weights]  # from there on, more weight makes no difference
    light = _up_to(most, heavy, 0)
    if room < quota:  # who is not in it has little weight: count those coalitions
        of = {w: _without(w, most, light, n, 0) for w in set(heavy)}
        return [of[w] for w in heavy], light[most]
    of = {w: 2 ** (n - 1) - _without(w, most - w, light, n, 0) for w in set(heavy)}
    return [of[w] for w in heavy], 2**n - light[most]


def winning_by_size(quota: int, weights: Sequence[int]) -> list[list[int]]:
    """Return how many winning coalitions of 0, 1, ... all players each player is in.

    One list a player, with a number for every size from 0 to the number of players; arguments as
    in :func:`winning_with`.

    >>> winning_by_size(3, [2, 1, 1])
    [[0, 0, 2, 1], [0, 0, 1, 1], [0, 0, 1, 1]]
    """
    room, n = sum(weights) - quota, len(weights)
    most, field = min(room, quota - 1), n // 8 + 1
    heavy = [min(w, most + 1) for w in weights]
    light = _up_to(most, heavy, field)
    of = {}
    for w in set(heavy):
        if room < quota:
            of[w] = _fields(_without(w, most, light, n, field), n, field)[::-1]
        else:
            lost = _fields(_without(w, most - w, light, n, field), n, field)
            of[w] = [0] + [comb(n - 1, s) - lost[s] for s in range(n)]
    return [of[w] for w in heavy]


def _up_to(most: int, weights: Sequence[int], field: int) -> list[int]:
    """Return the coalitions with a weight of at most 0, 1, ... ``most``, packed by size.

    ``field`` is the number of bytes for each size; 0 counts all sizes together.
    """
    n = len(weights)
    step = max(field * (n + 1) or n // 8 + 1, 8)
    kept = (1 << 8 * step * (most + 1)) - 1
    product, reach = 1, 0
    for w in sorted(weights):
        if w > most:
            break
        product += product << 8 * (step * w + field)
        reach += w
        if reach > most:
            product &= kept
            reach = most
    packed = product.to_bytes(step * (most + 1), "little")
    if step == 8:
        return list(accumulate(unpack(f"<{most + 1}Q", packed)))
    cells = (packed[at : at + step] for at in range(0, len(packed), step))
    return list(accumulate(int.from_bytes(cell, "little") for cell in cells))


def _without(w: int, most: int, up_to: Sequence[int], n: int, field: int) -> int:
    """Return the coalitions without one player of weight ``w`` that weigh at most ``most``."""
    if most < 0:
        return 0
    if field:
        last = min(n, most // w) if w else n
        shifted = [up_to[most - k * w] << 8 * field * k for k in range(last + 1)]
        return sum(shifted[::2]) - sum(shifted[1::2]) & (1 << 8 * field * (n + 1)) - 1
    if w == 0:
        return up_to[most] // 2
    return sum(up_to[most :: -2 * w]) - (sum(up_to[most - w :: -2 * w]) if most >= w else 0)


def _fields(packed: int, n: int, field: int) -> list[int]:
    held = packed.to_bytes(field * (n + 1), "little")
    return [int.from_bytes(held[at : at + field], "little") for at in range(0, len(held), field)]


MOST_LISTED = 36
"""Up to so many players the two halves can be listed (a quarter of a million coalitions each)."""


class Half(NamedTuple):
    """Every coalition of one half of the players, by rising sum of the last condition.

    Shapes: ``sums`` (coalitions, conditions), ``size`` (coalitions,), ``members`` (players,
    coalitions), 1 for who is in it.
    """

    sums: Counts
    size: Counts
    members: Counts


def winning_by_size_listed(
    quotas: Sequence[int], weights: Sequence[Sequence[int]], fewest: int = 0
) -> list[list[int]]:
    """Return the same as :func:`winning_by_size` when every condition has to be met.

    ``quotas`` has one whole number a condition and ``weights`` one row of them a condition, each a
    number a player; the sums fit in 62 bits. Coalitions of less than ``fewest`` players are left
    out. At most 36 players.

    >>> winning_by_size_listed([3, 2], [[2, 1, 1], [1, 1, 1]])
    [[0, 0, 2, 1], [0, 0, 1, 1], [0, 0, 1, 1]]
    """
    n = len(weights[0])
    if n > MOST_LISTED:
        raise ValueError(f"{n} players are too many to list; the most is {MOST_LISTED}")
    order = sorted(range(len(quotas)), key=lambda c: len(set(weights[c])))
    held = np.array([weights[c] for c in order], dtype=np.int64).T
    least = np.array([quotas[c] for c in order], dtype=np.int64)
    first, second = _listed(held[: n // 2]), _listed(held[n // 2 :])
    table = np.zeros((n, n + 1), dtype=np.int64)
    _count(table[: n // 2], first, second, least, fewest)
    _count(table[n // 2 :], second, first, least, fewest)
    return table.tolist()


def _listed(held: Counts) -> Half:
    """Return every coalition of players with these weights, shape (players, conditions)."""
    sums = np.zeros((1, held.shape[1]), dtype=np.int64)
    for one in held:
        sums = np.concatenate([sums, sums + one])
    order = np.argsort(sums[:, -1], kind="stable")
    members = order >> np.arange(len(held))[:, None] & 1
    return Half(sums[order], members.sum(axis=0), members)


def _count(table: Counts, own: Half, others: Half, least: Counts, fewest: int) -> None:
    """Add to ``table`` the winning coalitions with each player of ``own``, by size.

    The conditions but the last are compared once for all coalitions that are alike in them; the
    last one by the place of what is missing in the sorted sums of the others.
    """
    partners = [others.sums[others.size == size] for size in range(len(others.members) + 1)]
    for rows in _alike(own):
        size, head = int(own.size[rows[0]]), own.sums[rows[0], :-1]
        missing = least[-1] - own.sums[rows, -1]
        members = own.members[:, rows]
        for more in range(max(fewest - size, 0), len(partners)):
            fit = partners[more]
            fit = (
                fit[(fit[:, :-1] >= least[:-1] - head).all(axis=1), -1] if head.size else fit[:, -1]
            )
            if fit.size and fit[-1] >= missing[-1]:
                table[:, size + more] += members @ (fit.size - np.searchsorted(fit, missing))


def _alike(half: Half) -> list[Counts]:
    """Return rows of equal size and equal in all conditions but the last, group by group."""
    key = half.size
    for column in half.sums[:, :-1].T:
        found, place = np.unique(column, return_inverse=True)
        key = key * found.size + place
    order = np.argsort(key, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(key[order])) + 1)
