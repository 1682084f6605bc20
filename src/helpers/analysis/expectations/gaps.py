"""What each group expects, what it is promised and what it finds afterwards, cell by cell.

A cell is one group at one aspect, on one scale from 1 to 7 where higher is better for that group.
Two measures of the gap stand beside each other, because they can differ: the computed gap ``P - E``
(Oliver 1980; Parasuraman, Zeithaml & Berry 1988) and what people themselves say, better or worse
than expected (Van Ryzin 2006). Groups are never averaged away: a mean hides a minority.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]
Whole = NDArray[np.intp]
Truth = NDArray[np.bool_]

TOLERANCE = 0.0
"""How far a promise may stay below the expectation and still be good enough, in points."""

REALISTIC, TOO_HIGH, TOO_LOW, UNKNOWN = "realistic", "too_high", "too_low", "unknown"
_ROUNDING = 1e-9


def expectation_gaps(expectations: pd.DataFrame, tolerance: float = TOLERANCE) -> pd.DataFrame:
    """Return one row a cell, in the order of ``expectations``.

    Needs ``group, aspect, expected, promised`` (1 to 7, ``nan`` = not known) and ``judged`` (-3 to
    3: much worse to much better than expected, in their own words, ``nan`` = not asked). Columns of
    the result: ``group``, ``aspect``, ``gap`` (promised - expected, in points), ``judged``,
    ``verdict`` of the expectation (``too_high`` when the gap is below minus the tolerance,
    ``too_low`` when it is above it, ``realistic`` in between, ``unknown``) and ``flips``: the gap
    says one thing and people say the other. ``ValueError`` for a tolerance below 0.

    >>> cells = pd.DataFrame({"group": ["flat", "flat"], "aspect": ["cost", "smell"],
    ...                       "expected": [5.0, 2.0], "promised": [3.0, None], "judged": [1.0, -1]})
    >>> expectation_gaps(cells)[["gap", "verdict", "flips"]].values.tolist()
    [[-2.0, 'too_high', True], [nan, 'unknown', False]]
    """
    if tolerance < 0:
        raise ValueError(f"a tolerance is 0 or more, not {tolerance}")
    promised, expected = _numbers(expectations, "promised"), _numbers(expectations, "expected")
    gap, judged = promised - expected, _numbers(expectations, "judged")
    bound = tolerance + _ROUNDING
    verdict = np.select(
        [np.isnan(gap), gap < -bound, gap > bound], [UNKNOWN, TOO_HIGH, TOO_LOW], REALISTIC
    )
    flips = ((gap < -bound) & (judged > 0)) | ((gap > -bound) & (judged < 0))
    columns = {
        "group": expectations["group"].to_numpy(),
        "aspect": expectations["aspect"].to_numpy(),
        "gap": gap,
        "judged": judged,
        "verdict": verdict,
        "flips": flips,
    }
    return pd.DataFrame(columns)


def satisfaction(
    groups: pd.DataFrame,
    aspects: pd.DataFrame,
    expectations: pd.DataFrame,
    tolerance: float = TOLERANCE,
) -> pd.DataFrame:
    """Return who is satisfied: one row a group, in the order of ``groups``.

    Needs ``groups.id, size`` (people; ``nan`` = not known), ``aspects.id, weight`` (0 or more) and
    the cells of :func:`expectation_gaps`. Columns: ``group``, ``size``, ``gap`` (the mean of the
    known gaps, weighted by aspect: ``sum w_a (P - E) / sum w_a``; ``nan`` when none is known or
    none weighs), ``satisfied`` (``gap >= -tolerance``; ``None`` when not known), ``judged`` (their
    own words, weighted alike), ``content`` (``judged >= 0``), ``flips`` (the two disagree) and
    ``unknown`` (how many aspects have no gap, also those without a row).

    >>> groups = pd.DataFrame({"id": ["flat"], "size": [900]})
    >>> aspects = pd.DataFrame({"id": ["cost", "smell"], "weight": [3.0, 1.0]})
    >>> cells = pd.DataFrame({"group": ["flat", "flat"], "aspect": ["cost", "smell"],
    ...                       "expected": [4.0, 2.0], "promised": [5.0, 1.0], "judged": [-1.0, 1]})
    >>> found = satisfaction(groups, aspects, cells)
    >>> found[["gap", "satisfied", "judged", "content", "flips"]].values.tolist()
    [[0.5, True, -0.5, False, True]]
    """
    cells = expectation_gaps(expectations, tolerance)
    row = pd.Index(groups["id"]).get_indexer(cells["group"])
    column = pd.Index(aspects["id"]).get_indexer(cells["aspect"])
    weight = aspects["weight"].to_numpy(dtype=float)[column]
    here = (row >= 0) & (column >= 0)
    gap, known = _means(cells["gap"].to_numpy(), weight, row, here, len(groups))
    judged, told = _means(cells["judged"].to_numpy(), weight, row, here, len(groups))
    satisfied, content = gap >= -tolerance - _ROUNDING, judged >= -_ROUNDING
    has_gap = np.zeros((len(groups), len(aspects)), dtype=bool)
    filled = here & cells["gap"].notna().to_numpy()
    has_gap[row[filled], column[filled]] = True
    columns = {
        "group": groups["id"].to_numpy(),
        "size": groups["size"].to_numpy(),
        "gap": gap,
        "satisfied": _known(satisfied, known),
        "judged": judged,
        "content": _known(content, told),
        "flips": known & told & (satisfied != content),
        "unknown": len(aspects) - has_gap.sum(axis=1),
    }
    return pd.DataFrame(columns)


def collisions(expectations: pd.DataFrame) -> pd.DataFrame:
    """Return where groups want the opposite of one another: one row an aspect that divides them.

    Needs ``group, aspect, direction`` (1: more of it is better for the group, -1: less of it is,
    ``nan`` = not known). Columns: ``aspect``, ``more`` and ``less``, tuples of groups in the order
    of the rows. What is good for the one costs the other there: no promise serves both.

    >>> cells = pd.DataFrame({"group": ["large", "alone"], "aspect": ["bins", "bins"],
    ...                       "direction": [1.0, -1.0]})
    >>> collisions(cells).values.tolist()
    [['bins', ('large',), ('alone',)]]
    """
    rows = []
    for aspect, cells in expectations.groupby("aspect", sort=False):
        direction = _numbers(cells, "direction")
        more = tuple(dict.fromkeys(cells["group"][direction > 0]))
        less = tuple(dict.fromkeys(cells["group"][direction < 0]))
        if more and less:
            rows.append((aspect, more, less))
    return pd.DataFrame(rows, columns=["aspect", "more", "less"])


def _means(
    values: Array, weight: Array, row: Whole, here: Truth, groups: int
) -> tuple[Array, Truth]:
    counts = here & ~np.isnan(values)
    total = np.bincount(row[counts], weights=weight[counts], minlength=groups)
    summed = np.bincount(row[counts], weights=(weight * values)[counts], minlength=groups)
    known = total > 0
    return np.divide(summed, total, out=np.full(groups, np.nan), where=known), known


def _known(says: Truth, known: Truth) -> pd.Series:
    pairs = zip(says.tolist(), known.tolist(), strict=True)
    return pd.Series([one if sure else None for one, sure in pairs], dtype=object)


def _numbers(table: pd.DataFrame, column: str) -> Array:
    return table[column].to_numpy(dtype=float)
