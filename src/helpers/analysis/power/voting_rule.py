"""A rule for votes with weights, brought to its smallest whole numbers, and who swings under it."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, comb, gcd
from operator import add, mul
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from helpers.analysis.power.coalitions import (
    MOST_LISTED,
    winning_by_size,
    winning_by_size_listed,
    winning_with,
)

Quota = float | Fraction | Sequence[float | Fraction]

MOST_BYTES = 2**30
"""Counts that would take more memory than this are refused beforehand."""


class Rule(NamedTuple):
    """A rule as it is counted: number of players, then who wins.

    ``fewest`` players at least, and ``quotas`` of the weights in ``rows``; or all players but
    fewer than ``blocking``.
    """

    players: int
    fewest: int
    quotas: tuple[int, ...]
    rows: tuple[tuple[int, ...], ...]
    blocking: int

    @property
    def plain(self) -> bool:
        """Whether there is one condition on weight and nothing else."""
        return len(self.rows) == 1 and not self.fewest and not self.blocking


def voting_rule(quota: Quota, weights: ArrayLike, blocking_minority: int = 0) -> Rule:
    """Return a rule in its smallest whole numbers.

    Arguments as in :mod:`helpers.analysis.power.indices`. Raises ``ValueError`` for weights that
    are no whole numbers of 0 or more, and for a quota that is not above 0 and at most the sum of
    its weights.

    >>> voting_rule([2, 7], [[1, 1, 1], [6, 4, 2]])
    Rule(players=3, fewest=2, quotas=(4,), rows=((3, 2, 1),), blocking=0)
    """
    table = np.atleast_2d(np.asarray(weights, dtype=object)).tolist()
    quotas = [*quota] if isinstance(quota, Sequence | np.ndarray) else [quota]
    n = len(table[0])
    if len(quotas) != len(table) or not n:
        raise ValueError("give one quota for each row of weights, and at least one player")
    if not 0 <= blocking_minority <= n:
        raise ValueError(f"blocking_minority must be from 0 to {n}, not {blocking_minority}")
    fewest, least_of, rows = 0, [], []
    for least, row in zip(quotas, table, strict=True):
        held = _whole(row)
        if not 0 < least <= sum(held):
            raise ValueError(
                f"quota must be above 0 and at most the sum of the weights, {sum(held)}, "
                f"not {least}"
            )
        unit = gcd(*held)
        enough = -(-ceil(least) // unit)
        if min(held) == max(held):
            fewest = max(fewest, enough)
        else:
            least_of.append(enough)
            rows.append(held if unit == 1 else tuple(w // unit for w in held))
    return Rule(n, fewest, tuple(least_of), tuple(rows), int(blocking_minority))


def _whole(row: Sequence[float]) -> tuple[int, ...]:
    try:
        held = tuple(map(int, row))
    except (ValueError, OverflowError):  # nan and infinite
        held = ()
    if held != tuple(row) or min(held) < 0:
        raise ValueError("weights must be whole numbers of 0 or more")
    return held


def swing_counts(rule: Rule) -> list[int]:
    """Return the swings of each player: winning coalitions with it, twice, less all of them.

    >>> swing_counts(voting_rule(3, [2, 1, 1]))
    [3, 1, 1]
    """
    if not rule.plain or _listed(rule):
        return weighted_swings(rule, [1] * rule.players)
    refuse_above(_least_room(rule) * (rule.players // 8 + 60))
    own, every = winning_with(rule.quotas[0], rule.rows[0])
    return [2 * one - every for one in own]


def weighted_swings(rule: Rule, worth: Sequence[int]) -> list[int]:
    """Return ``sum over s of worth[s] * (swings in coalitions of s others)`` of each player.

    ``worth`` has a whole number for every size from 0 to the players less one.

    >>> weighted_swings(voting_rule(3, [2, 1, 1]), [2, 1, 2])
    [4, 1, 1]
    """
    n = rule.players
    if not rule.rows:
        pivot = min(rule.fewest, n - rule.blocking + 1) - 1
        return [worth[pivot] * comb(n - 1, pivot)] * n
    own = _winning_by_size(rule)
    every = [sum(column) // s for s, column in enumerate(zip(*own, strict=True)) if 0 < s < n]
    less = sum(map(mul, every, worth[1:]))
    twice = [*map(add, [0, *worth], [*worth, 0])]
    return [sum(map(mul, row, twice)) - less for row in own]


def _winning_by_size(rule: Rule) -> list[list[int]]:
    n, fewest = rule.players, rule.fewest
    whole = [comb(n - 1, s - 1) if s else 0 for s in range(n + 1)]
    if _listed(rule):
        table = winning_by_size_listed(rule.quotas, rule.rows, fewest)
    else:
        refuse_above(_bytes_by_size(rule) if len(rule.rows) == 1 else MOST_BYTES + 1)
        table = winning_by_size(rule.quotas[0], rule.rows[0])
    free = n - rule.blocking + 1
    lose = min(fewest, free)
    return [[0] * lose + row[lose:free] + whole[free:] for row in table]


def _listed(rule: Rule) -> bool:
    """Tell whether listing two halves is the quicker (or the only) way to count."""
    if rule.players > MOST_LISTED or max(map(sum, rule.rows)) >= 2**62:
        return False
    return len(rule.rows) > 1 or _bytes_by_size(rule) > max(20_000, 50 * 2 ** (rule.players / 2))


def _least_room(rule: Rule) -> int:
    return min(rule.quotas[0], sum(rule.rows[0]) - rule.quotas[0] + 1)


def _bytes_by_size(rule: Rule) -> int:
    return _least_room(rule) * (rule.players + 1) * (rule.players // 8 + 1)


def refuse_above(size: int) -> None:
    """Raise ``ValueError`` when counting would take more than :data:`MOST_BYTES`.

    >>> refuse_above(1000)
    """
    if size > MOST_BYTES:
        raise ValueError(
            "this game is too large to count: fewer players, smaller weights or one condition "
            f"besides a number of players (up to {MOST_LISTED} players any conditions will do)"
        )
