"""A-priori voting power: who can make the difference when nothing is known of opinions.

A player *swings* when the others' votes would carry the proposal with the player and not without.
Every count is an exact whole number; floats come from one division at the end. Power indices are no
forecast: what tips a real vote is in :mod:`helpers.analysis.votes.tipping`.

All functions take the same rule. ``quota`` and ``weights``: a coalition wins with a weight of at
least ``quota``; ``weights`` has a whole number of 0 or more a player. Several conditions that must
hold together: ``quota`` has a number each and ``weights`` a row each, shape (conditions, players).
``blocking_minority``: fewer players than this against never block. The rule of the EU Council
(TEU art. 16(4)) is ``[Fraction(55, 100) * 27, Fraction(65, 100) * sum(people)]``,
``[[1] * 27, people]`` and ``blocking_minority=4``. The caller's lists are left as they are.

Sources: Penrose (1946); Banzhaf (1965); Shapley & Shubik (1954); Owen (1972) for the integral.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import factorial
from typing import Literal, overload

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.power.multilinear import shapley_by_integral
from helpers.analysis.power.voting_rule import (
    Quota,
    refuse_above,
    swing_counts,
    voting_rule,
    weighted_swings,
)

Array = NDArray[np.float64]

_BY_INTEGRAL = 60
"""From this number of players on, Shapley-Shubik in floats is an integral; fewer: exact counts."""


def swings(quota: Quota, weights: ArrayLike, blocking_minority: int = 0) -> list[int]:
    """Return in how many coalitions of the others each player swings: exact, one a player.

    Twice the winning coalitions with the player, less all winning coalitions. Raises ``ValueError``
    for weights that are no whole numbers of 0 or more, a quota that is not above 0 and at most the
    sum of the weights, and a game too large to count.

    >>> swings(12, [4, 4, 4, 2, 2, 1])
    [10, 10, 10, 6, 6, 0]
    """
    return swing_counts(voting_rule(quota, weights, blocking_minority))


@overload
def banzhaf_measure(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: Literal[True]
) -> list[Fraction]: ...
@overload
def banzhaf_measure(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: Literal[False] = False
) -> Array: ...
def banzhaf_measure(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: bool = False
) -> Array | list[Fraction]:
    """Return the absolute Banzhaf (Penrose) measure: ``swings / 2^(players - 1)``, from 0 to 1.

    The chance to swing when every other player votes yes or no with equal chance. ``exact`` gives
    fractions. Errors as in :func:`swings`.

    >>> banzhaf_measure(8, [4, 4, 3, 2, 1, 1]).tolist()
    [0.5, 0.5, 0.375, 0.125, 0.125, 0.125]
    """
    count = swings(quota, weights, blocking_minority)
    return _shares(count, 2 ** (len(count) - 1), exact)


@overload
def banzhaf_index(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: Literal[True]
) -> list[Fraction]: ...
@overload
def banzhaf_index(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: Literal[False] = False
) -> Array: ...
def banzhaf_index(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: bool = False
) -> Array | list[Fraction]:
    """Return the normalised Banzhaf index: ``swings / sum of swings``; together 1.

    Arguments and errors as in :func:`swings`; ``exact`` gives fractions.

    >>> banzhaf_index(12, [4, 4, 4, 2, 2, 1], exact=True)[3]
    Fraction(1, 7)
    """
    count = swings(quota, weights, blocking_minority)
    return _shares(count, sum(count), exact)


@overload
def shapley_shubik(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: Literal[True]
) -> list[Fraction]: ...
@overload
def shapley_shubik(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: Literal[False] = False
) -> Array: ...
def shapley_shubik(
    quota: Quota, weights: ArrayLike, blocking_minority: int = 0, *, exact: bool = False
) -> Array | list[Fraction]:
    """Return the Shapley-Shubik index: the share of all orders in which a player is pivotal.

    ``sum over s of s! (n - 1 - s)! / n! * (swings in coalitions of s others)``; together 1.
    ``exact`` gives fractions. Above 60 players one condition is integrated in floats
    (:mod:`helpers.analysis.power.multilinear`; within 1e-12). Arguments and errors as in
    :func:`swings`.

    >>> shapley_shubik(51, [50, 49, 1], exact=True)
    [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]
    """
    rule = voting_rule(quota, weights, blocking_minority)
    n = rule.players
    if n > _BY_INTEGRAL and rule.plain and not exact:
        refuse_above(8 * sum(rule.rows[0]) * (n // 4 + 1))
        return shapley_by_integral(rule.quotas[0], rule.rows[0])
    orders = [factorial(n - 1)]  # of the others, when s of them come before the player
    for s in range(1, n):
        orders.append(orders[-1] * s // (n - s))
    return _shares(weighted_swings(rule, orders), factorial(n), exact)


def dummies(quota: Quota, weights: ArrayLike, blocking_minority: int = 0) -> NDArray[np.bool_]:
    """Tell for each player whether it never makes a difference (no swing at all).

    >>> dummies(12, [4, 4, 4, 2, 2, 1]).tolist()
    [False, False, False, False, False, True]
    """
    return np.array([one == 0 for one in swings(quota, weights, blocking_minority)], dtype=bool)


def join_bloc(weights: ArrayLike, members: Sequence[int]) -> NDArray[np.int64]:
    """Return the weights when some players vote as one, at the place of the first of them.

    ``weights`` has shape (players,) or (conditions, players); ``members`` holds places in it.

    >>> join_bloc([4, 1, 2, 3], [3, 1]).tolist()
    [4, 4, 2]
    """
    held = np.array(weights, dtype=np.int64)
    bloc = sorted(set(members))
    if not bloc or bloc[0] < 0 or bloc[-1] >= held.shape[-1]:
        raise ValueError(f"members must be places from 0 to {held.shape[-1] - 1}, not {members}")
    held[..., bloc[0]] = held[..., bloc].sum(axis=-1)
    return np.delete(held, bloc[1:], axis=-1)


def power_table(
    ids: Sequence[str], quota: Quota, weights: ArrayLike, blocking_minority: int = 0
) -> pd.DataFrame:
    """Return all indices beside each other: one row a player, in their order.

    Columns: ``id``, ``swings`` (whole numbers), ``banzhaf_measure``, ``banzhaf_index``,
    ``shapley_shubik`` (0 to 1) and ``dummy``. Arguments and errors as in :func:`swings`.

    >>> table = power_table(["a", "b", "c"], 3, [3, 1, 1])
    >>> table[["id", "swings", "shapley_shubik", "dummy"]].to_numpy().tolist()
    [['a', 4, 1.0, False], ['b', 0, 0.0, True], ['c', 0, 0.0, True]]
    """
    count = swings(quota, weights, blocking_minority)
    return pd.DataFrame(
        {
            "id": list(ids),
            "swings": count,
            "banzhaf_measure": _shares(count, 2 ** (len(count) - 1), False),
            "banzhaf_index": _shares(count, sum(count), False),
            "shapley_shubik": shapley_shubik(quota, weights, blocking_minority),
            "dummy": [one == 0 for one in count],
        }
    )


def _shares(parts: Sequence[int], whole: int, exact: bool) -> Array | list[Fraction]:
    if exact:
        return [Fraction(one, whole) for one in parts]
    return np.array([one / whole for one in parts])
