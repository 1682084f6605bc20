"""Efficient packages: those in which nobody can gain without somebody losing.

Package d is dominated when another has at least its value for everybody and more for somebody
(Pareto); the front is what is left, over *all* packages, also those below a value of no deal, and
with every tie. Values add up over the issues, so a beginning of a package that is dominated stays
so whatever is chosen on the other issues: the front is built issue by issue, and what is dominated
is dropped on the way. That is exact.

Which points are dominated is asked for a block of points at a time: for each stakeholder one looks
up which of the block have at least this value, as a row of bits, and the rows are laid over each
other. Blocks are cells of a k-d tree (Bentley 1975), so that most need not be looked at.
"""

from collections.abc import Hashable, Iterable
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[Any]
Places = NDArray[np.int64]
Steps = NDArray[np.int32]

MOST_AT_ONCE = 2_000_000
"""More packages than this are not compared in one go; six stakeholders then take half a GiB."""

_FEW = 100
_PAIRS = 256
_BLOCK = 1024
_BATCH = 1 << 13


class TooManyPackagesError(ValueError):
    """There are too many packages to compare them all; ``count`` says how many there are."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            f"{count} packages are too many to compare; the most is {most}. "
            "best_for_most_seats gives the exact best package without listing them all"
        )
        self.count = count


def rows_by_issue(issues: Iterable[Hashable]) -> list[list[int]]:
    """Return the row numbers of the options of each issue, issues in order of first appearance.

    >>> rows_by_issue(["j", "l", "j"])
    [[0, 2], [1]]
    """
    rows: dict[Hashable, list[int]] = {}
    for row, issue in enumerate(issues):
        rows.setdefault(issue, []).append(row)
    return list(rows.values())


def exact_values(values: ArrayLike) -> Points:
    """Return values whose sums are exact: whole numbers, when they have at most six decimals.

    ``values`` has one row a stakeholder; a part in 10^12 of the largest of a row is rounding. The
    result keeps all comparisons, for it is the values times 1 or times a million, so that 0.1 + 0.2
    and 0.3 tie. Other values (thirds, measured numbers) come back as they are.

    >>> exact_values([[0.1, 0.2, 0.3]]).tolist(), exact_values([[2.0, 1.0]]).tolist()
    ([[100000, 200000, 300000]], [[2, 1]])
    """
    given = np.asarray(values, dtype=float)
    largest = np.abs(given).max(axis=-1, initial=0)
    if not np.isfinite(largest).all():
        raise ValueError("every value must be a number; what is not known counts as 0")
    for scale in (1, 1_000_000):
        whole: Points = np.rint(given * scale)
        off = np.abs(given * scale - whole).max(axis=-1, initial=0)
        noise = 1e-12 * scale * largest
        if (off <= noise).all() and (noise < 0.01).all():
            return whole.astype(np.int64)
    return given


def efficient(values: ArrayLike) -> NDArray[np.bool_]:
    """Tell which packages are efficient: no other is at least as good for all and better for one.

    ``values`` has shape (packages, stakeholders), in value points, compared as they are; packages
    with equal values are all kept.

    >>> efficient([[3.0, 1.0], [1.0, 3.0], [3.0, 1.0], [2.0, 1.0]]).tolist()
    [True, True, True, False]
    """
    points = np.ascontiguousarray(np.asarray(values).T)
    if np.isnan(points).any():
        raise ValueError("every value must be a number; what is not known counts as 0")
    return _undominated(points)


def efficient_packages(
    values: ArrayLike, issues: Iterable[Hashable], most: int = MOST_AT_ONCE
) -> Places:
    """Return every efficient package as row numbers of the options: shape (packages, issues).

    ``values`` has shape (stakeholders, options), in value points, and ``issues`` the issue of each
    option; order of issues and packages as in :func:`~helpers.analysis.packages.all_packages`. The
    space may be far larger than ``most``, as long as what is not dominated on the way is not:
    otherwise :class:`TooManyPackagesError`, before the memory is used. With values that are no
    whole numbers or decimals, a tie is a tie of floating-point sums in the order of the issues.

    >>> efficient_packages([[0, 2, 0, 5], [0, 3, 0, -4]], ["j", "j", "l", "l"]).tolist()
    [[1, 2], [1, 3]]
    """
    points = exact_values(values)
    by_issue = rows_by_issue(issues)
    size = 1
    for one in by_issue:
        size *= len(one)
    chosen = np.zeros((1, 0), dtype=np.int64)
    total = np.zeros((points.shape[0], 1), dtype=points.dtype)
    added: list[Places] = []
    for at, one in enumerate(by_issue, start=1):
        rows = np.array(one)
        if size > _BLOCK:
            rows = rows[_undominated(points[:, rows])]
        count = total.shape[1] * rows.size
        if count > most:
            raise TooManyPackagesError(size, most)
        total = (total[:, :, None] + points[:, None, rows]).reshape(-1, count)
        added.append(rows)
        if count > _FEW or at == len(by_issue):
            kept = np.flatnonzero(_undominated(total))
            total = total[:, kept]
            before, *picked = np.unravel_index(kept, (len(chosen), *map(len, added)))
            new = [rows[at] for rows, at in zip(added, picked, strict=True)]
            chosen = np.column_stack((chosen[before], *new))
            added = []
    return chosen


def _undominated(points: Points) -> NDArray[np.bool_]:
    """Tell which columns are not dominated; one row a stakeholder."""
    if points.shape[1] <= _PAIRS:
        return _undominated_pairs(points)
    rows = [_steps(row) for row in points]
    whole = np.issubdtype(points.dtype, np.integer)
    total: Steps = (points if whole else np.array(rows, dtype=np.int64)).sum(axis=0)
    total = _steps(total)
    if not total.any() or (total.size > _BLOCK and _balanced(points)):
        return np.ones(total.size, dtype=bool)
    # q dominates p when q is at least p in every row of values and at least one step above in total
    least, most = np.stack([*rows, total + 1]), np.stack([*rows, total])
    if total.size <= _BLOCK:
        return ~_dominated(least, most)
    kept = np.argsort(-sum(row / max(row.max(), 1) for row in rows))
    kept = _without_the_easy(least, most, kept)
    kept = kept[~_dominated_by_cells(least[:, kept], most[:, kept])]
    mask = np.zeros(total.size, dtype=bool)
    mask[kept] = True
    return mask


def _balanced(points: Points) -> bool:
    """Tell whether what one gains others lose: a weighted sum that is the same for all columns.

    What dominates another is above it in that sum by at least the least step between two values of
    some row times the weight of that row; when the sum runs less far, nothing is dominated.
    """
    weights = np.linalg.eigh(np.atleast_2d(np.cov(points)))[1][:, 0]
    weights = weights * np.sign(weights[0])
    if not weights.min() > 0:
        return False
    largest = np.abs(points).max()
    rounding = 4 * np.finfo(float).eps * weights.size * largest
    runs = np.ptp(weights @ points) + rounding
    if runs > 1e-6 * largest:
        return False
    least = [np.diff(np.unique(row)).min(initial=np.inf) for row in points.astype(float)]
    return bool(runs < (weights * least).min())


def _undominated_pairs(points: Points) -> NDArray[np.bool_]:
    """Compare every two columns."""
    as_good = np.ones((points.shape[1], points.shape[1]), dtype=bool)
    for row in points:
        as_good &= row[:, None] >= row
    return np.array(~(as_good > as_good.T).any(axis=0), dtype=bool)


def _steps(row: Points) -> Steps:
    """Return whole numbers from 0 in the same order, with ties, that do not run far."""
    if np.issubdtype(row.dtype, np.integer):
        above: Points = row - row.min()
        if above.max() <= max(row.size, _BATCH):
            return np.array(above, dtype=np.int32)
    order = np.argsort(row)
    ordered = row[order]
    steps = np.zeros(row.size, dtype=np.int32)
    steps[order[1:]] = np.cumsum(ordered[1:] != ordered[:-1])
    return steps


def _without_the_easy(least: Steps, most: Steps, kept: Places) -> Places:
    """Drop what the best of ``kept`` (best first) dominate, as long as that drops a tenth."""
    while kept.size > 2 * _BLOCK:
        left = kept[~_dominated(least[:, kept], most[:, kept[:_BLOCK]])]
        if left.size > 0.9 * kept.size:
            return left
        best = np.isin(kept[:_BLOCK], left).sum()
        kept = np.roll(left, -best)
    return kept


def _dominated_by_cells(least: Steps, most: Steps) -> NDArray[np.bool_]:
    """Tell which columns are dominated by another: each cell against those that it can reach."""
    order, edges = _cells(most)
    least, most = least[:, order], most[:, order]
    floor = np.minimum.reduceat(least, edges[:-1], axis=1)
    found = np.zeros(order.size, dtype=bool)
    for start, stop in pairwise(edges):
        top = most[:, start:stop].max(axis=1, keepdims=True)
        near = np.repeat((floor <= top).all(axis=0), np.diff(edges))
        at = np.flatnonzero(near & ~found)
        low = least.take(at, axis=1)
        inside = np.flatnonzero((low <= top).all(axis=0))
        if inside.size:
            found[at[inside]] = _dominated(low.take(inside, axis=1), most[:, start:stop])
    undone = np.empty_like(found)
    undone[order] = found
    return undone


def _cells(points: Steps) -> tuple[Places, Places]:
    """Return an order of the columns and the edges of its cells: a k-d tree of equal halves."""
    count = points.shape[1]
    order, cell, parts = np.arange(count), np.zeros(count, dtype=np.int64), 1
    while count > parts * _BLOCK:
        row = points[parts.bit_length() % points.shape[0]]
        order = order[np.argsort(cell * (row.max() + 1) + row[order])]
        parts *= 2
        cell = np.arange(count) * parts // count
    return order, np.searchsorted(cell, np.arange(parts + 1))


def _dominated(least: Steps, block: Steps) -> NDArray[np.bool_]:
    """Tell which columns of ``least`` some column of ``block`` reaches in every row."""
    places, bits = _at_least(block, least.max(axis=1))
    found = np.zeros(least.shape[1], dtype=bool)
    for start in range(0, found.size, _BATCH):
        part = zip(places, bits, least[:, start : start + _BATCH], strict=True)
        rows = (so_many.take(place.take(row), axis=0) for place, so_many, row in part)
        reached = next(rows)
        for row in rows:
            reached &= row
        found[start : start + _BATCH] = reached.any(axis=1)
    return found


def _at_least(block: Steps, highest: Steps) -> tuple[list[NDArray[np.uint16]], NDArray[np.uint64]]:
    """Return, for each row, how many columns have at least each number, and which those are.

    The first by number, from 0 to ``highest`` (one a row); the second has, for each row and for
    each so many, the so many highest columns as bits: shape (rows, columns + 1, words).
    """
    rows, size = block.shape
    order = np.argsort(block, axis=1)[:, ::-1]
    bits = np.zeros((rows, size + 1, -(-size // 64)), dtype=np.uint64)
    one = np.uint64(1) << (order & 63).astype(np.uint64)
    bits[np.arange(rows)[:, None], np.arange(1, size + 1), order >> 6] = one
    np.bitwise_or.accumulate(bits, axis=1, out=bits)
    edges = np.full((rows, size + 2), -1)
    edges[:, 0] = highest
    edges[:, 1:-1] = np.minimum(np.take_along_axis(block, order, axis=1), highest[:, None])
    steps = (edges[:, :-1] - edges[:, 1:])[:, ::-1]
    counts = np.arange(size, -1, -1, dtype=np.uint16)
    return [np.repeat(counts, row) for row in steps], bits
