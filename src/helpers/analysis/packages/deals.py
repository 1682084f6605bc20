"""Deals: which packages can be decided, and three ways to call one of them fair.

Values of different people are not comparable, so there is no single best package. Three answers
stand side by side: the Nash product of what each has above no deal (Nash 1950: does not change with
anybody's scale), the largest smallest share, and the largest sum of shares, each a share of that
stakeholder's own maximum.
"""

from collections.abc import Hashable, Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.dominance import efficient
from helpers.analysis.packages.front import (
    MOST_AT_ONCE,
    Places,
    Points,
    efficient_packages,
    exact_values,
    rows_by_issue,
)
from helpers.analysis.votes.majority import accepts

Array = NDArray[np.float64]

_NEAR = 1e-9
_SMALLEST = 1e-290


def feasible(
    enough: ArrayLike,
    veto: ArrayLike,
    *,
    at_least: int | None = None,
    seats: ArrayLike | None = None,
) -> NDArray[np.bool_]:
    """Tell which packages can be decided: all with a veto accept, and enough of the others.

    ``enough`` (who accepts, :func:`~helpers.analysis.votes.majority.accepts`) has shape (packages,
    stakeholders), ``veto`` one yes or no a stakeholder. Then one of two rules, or both: at least
    ``at_least`` of the stakeholders accept; those who accept have more than half of the ``seats``
    (whole numbers, 0 for who has none; a tie rejects). Raiffa (1982); Gemeentewet art. 30.

    >>> who = [[True, True, False], [True, False, True], [False, True, True]]
    >>> feasible(who, [True, False, False], seats=[0, 5, 4]).tolist()
    [True, False, False]
    >>> feasible(who, [True, False, False], at_least=2).tolist()
    [True, True, False]
    """
    accept = np.atleast_2d(np.asarray(enough, dtype=bool))
    can: NDArray[np.bool_] = np.all(accept | ~np.asarray(veto, dtype=bool), axis=1)
    if at_least is not None:
        can &= accept.sum(axis=1) >= at_least
    if seats is not None:
        held = np.asarray(seats, dtype=np.int64)
        can &= 2 * (accept @ held) > held.sum()
    return can


def distance_to_deal(values: ArrayLike, no_deal: ArrayLike) -> Array:
    """Return how far each package is from a deal, in value points: ``sum_i max(0, t_i - u_i)``.

    ``values`` has shape (packages, stakeholders), ``no_deal`` one value a stakeholder. It is 0 iff
    everybody has at least the value of no deal. The points of different people are added here, so
    it says how much is still to be found, not for whom it matters most.

    >>> distance_to_deal([[3.0, 1.0], [5.0, 4.0]], [4.0, 4.0]).tolist()
    [4.0, 0.0]
    """
    short = np.maximum(0, np.asarray(no_deal) - np.asarray(values, dtype=float))
    total: Array = np.sum(short, axis=-1)
    return total


def own_maximum(values: ArrayLike, issues: Iterable[Hashable]) -> Array:
    """Return the most that any package is worth to each stakeholder, in value points.

    ``values`` has shape (stakeholders, options); values add up, so it is the sum over the issues of
    the best option.

    >>> own_maximum([[3, 1, 2], [0, 4, 0]], ["j", "j", "l"]).tolist()
    [5.0, 4.0]
    """
    by_option = np.asarray(values, dtype=float)
    best = [by_option[:, rows].max(axis=1) for rows in rows_by_issue(issues)]
    most: Array = np.sum(best, axis=0) if best else np.zeros(by_option.shape[0])
    return most


def shares(values: ArrayLike, maximum: ArrayLike) -> Array:
    """Return values as shares of each stakeholder's own maximum; ``nan`` for who can gain nothing.

    ``values`` has shape (packages, stakeholders). 1 is the most that this stakeholder can get, 0
    the status quo, below 0 a loss.

    >>> shares([[3.0, 1.0]], [4.0, 0.0]).tolist()
    [[0.75, nan]]
    """
    most = np.asarray(maximum, dtype=float)
    share: Array = np.asarray(values, dtype=float) / np.where(most > 0, most, np.nan)
    return share


def nash_packages(values: ArrayLike, issues: Iterable[Hashable], no_deal: ArrayLike) -> Places:
    """Return the packages with the largest product of what each has above no deal.

    ``argmax_d prod_i (u_i(d) - t_i)`` over the packages that *all* accept (``u_i >= t_i``), so that
    two stakeholders below their value of no deal never make a false one. All that tie, as row
    numbers of the options: shape (packages, issues); none when no package is accepted by all. When
    nobody can do better than a product of 0, the efficient ones among those that all accept.
    ``values`` and ``issues`` as in :func:`~helpers.analysis.packages.front.efficient_packages`;
    ``no_deal`` has one value a stakeholder, in the same points. Nash (1950).

    >>> nash_packages([[9, 6, 1], [0, 4, 8]], ["j", "j", "j"], [2, 0]).tolist()
    [[1]]
    """
    labels = list(issues)
    least = np.asarray(no_deal, dtype=float).reshape(-1, 1)
    exact = exact_values(np.concatenate((np.asarray(values, dtype=float), least), axis=1))
    points, threshold = exact[:, :-1], exact[:, -1:]
    by_issue = [np.array(rows) for rows in rows_by_issue(labels)]
    sizes = [rows.size for rows in by_issue]
    count = 1
    for size in sizes:
        count *= size
    if count > MOST_AT_ONCE:
        chosen = efficient_packages(values, labels)
        total = points[:, chosen].sum(axis=2)
        return chosen[_largest_product(total - threshold)]
    total = -threshold
    for rows in by_issue:
        total = (total[:, :, None] + points[:, None, rows]).reshape(total.shape[0], -1)
    best = _largest_product(total)
    if not sizes:
        return np.zeros((best.size, 0), dtype=np.int64)
    picked = np.unravel_index(best, sizes)
    return np.column_stack([rows[at] for rows, at in zip(by_issue, picked, strict=True)])


def max_min_packages(values: ArrayLike, issues: Iterable[Hashable]) -> Places:
    """Return the efficient packages whose smallest share of an own maximum is largest.

    Arguments and result as in :func:`~helpers.analysis.packages.front.efficient_packages`; shares
    as in :func:`shares`. Who can gain nothing at all is left out.

    >>> max_min_packages([[10, 6, 0], [0, 3, 5]], ["j", "j", "j"]).tolist()
    [[1]]
    """
    labels = list(issues)
    front = efficient_packages(values, labels)
    part = _shares_of(values, labels, front)
    return front[_best(np.nanmin(part, axis=1) if part.size else np.zeros(len(front)))]


def max_sum_packages(values: ArrayLike, issues: Iterable[Hashable]) -> Places:
    """Return the efficient packages with the largest sum of shares of each own maximum.

    Arguments and result as in :func:`~helpers.analysis.packages.front.efficient_packages`. The sum
    is the largest on each issue apart, so this holds for a space of any size. Who can gain nothing
    at all is left out.

    >>> max_sum_packages([[10, 6, 0], [0, 4, 5]], ["j", "j", "j"]).tolist()
    [[1]]
    """
    labels = list(issues)
    by_option = np.asarray(values, dtype=float)
    weigh = np.nan_to_num(shares(by_option.T, own_maximum(by_option, labels))).sum(axis=1)
    rows = [np.array(one)[_best(weigh[one])] for one in rows_by_issue(labels)]
    kept = np.concatenate([*rows, np.zeros(0, dtype=np.int64)])
    front = efficient_packages(by_option[:, kept], [labels[one] for one in kept.tolist()])
    return kept[front]


def _shares_of(values: ArrayLike, issues: list[Hashable], packages: Places) -> Array:
    """Return the shares of who can gain: shape (packages, stakeholders who can)."""
    by_option = np.asarray(values, dtype=float)
    most = own_maximum(by_option, issues)
    worth = by_option[most > 0][:, packages].sum(axis=2).T
    return shares(worth, most[most > 0])


def _best(score: Array) -> NDArray[np.bool_]:
    """Tell which have the highest score; a difference of 1e-9 of it is rounding."""
    top = score.max()
    near: NDArray[np.bool_] = score >= top - _NEAR * max(1.0, abs(top))
    return near


def _largest_product(surplus: Points) -> Places:
    """Return which columns have the largest product among those without a negative number."""
    all_accept = np.flatnonzero(accepts(surplus, 0).all(axis=0))
    if not all_accept.size:
        return all_accept
    above = np.maximum(surplus[:, all_accept], 0)
    product = _products(above)
    top = product.max()
    if top == 0:
        return all_accept[efficient(above.T)]
    near = np.flatnonzero(product >= top * (1 - _NEAR))
    if near.size > 1 and np.issubdtype(above.dtype, np.integer):
        kinds, kind = np.unique(above[:, near], axis=1, return_inverse=True)
        products = [_product(column) for column in kinds.T.tolist()]
        same = np.array([one == max(products) for one in products])
        near = near[same[kind.ravel()]]
    return all_accept[near]


def _products(above: Points) -> Array:
    """Return the product of each column, or that over the largest when it is out of range."""
    with np.errstate(over="ignore"):
        product: Array = np.prod(above, axis=0, dtype=float)
    if _SMALLEST < product.max() < np.inf or not np.all(above > 0, axis=0).any():
        return product
    with np.errstate(divide="ignore"):
        logs = np.log(above).sum(axis=0)
    relative: Array = np.exp(logs - logs.max())
    return relative


def _product(numbers: list[int]) -> int:
    product = 1
    for one in numbers:
        product *= one
    return product
