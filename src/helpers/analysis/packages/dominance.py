"""Which points are dominated: another is as good for everybody and better for somebody.

Asked for a block of points at a time: for each stakeholder one looks up which of the block have at
least this value, as a row of bits, and the rows are laid over each other. Blocks are cells of a k-d
tree (Bentley 1975), so that most need not be looked at.
"""

from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[Any]
Places = NDArray[np.int64]
Steps = NDArray[np.int32]

_PAIRS = 256
_BLOCK = 1024
_BATCH = 1 << 13


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
    return undominated(points)


def undominated(points: Points) -> NDArray[np.bool_]:
    """Tell which columns are not dominated: :func:`efficient` with one *row* a stakeholder.

    >>> undominated(np.array([[3, 1, 2], [1, 3, 1]])).tolist()
    [True, True, False]
    """
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
