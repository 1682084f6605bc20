"""Where the wishes of two parties clash, where they can trade, and where both gain, by issue.

Input is the table of :func:`helpers.analysis.stakeholders.interests.stakes`. Points of one party
are never compared with those of another: only the share that an issue has in what matters to each.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]
CONFLICT, TRADE, COMPLEMENT, NO_CLASH = "conflict", "trade", "complement", "no_clash"
RELATIONS = (CONFLICT, TRADE, COMPLEMENT)
MUCH_MORE = 2.0
"""From this many times the other's share on, one cares much about an issue and the other little."""
_ROUNDING = 1e-9


class _Sides(NamedTuple):
    """What an issue brings both of each pair: arrays of shape (pairs, options of the issue)."""

    one: Array
    other: Array

    def favourite(self) -> NDArray[np.intp]:
        """Return what the first wants most; of equals what is best for the other."""
        most = self.one >= self.one.max(axis=1, keepdims=True) - _ROUNDING
        best: NDArray[np.intp] = np.where(most, self.other, -np.inf).argmax(axis=1)
        return best


def pair_points(stakes: pd.DataFrame) -> pd.DataFrame:
    """Return how each pair of stakeholders stands to each other on each issue.

    Needs the columns ``stakeholder, option, issue, value, open``; values in value points against
    the status quo. With ``v_i(o)`` the value of option ``o`` of issue ``j`` for stakeholder ``i``:

    - ``care_i(j) = (max_o v_i(o) - min_o v_i(o)) / sum over issues of that``: the share of issue
      ``j`` in what can be won or lost by ``i`` (swing weights, Keeney & Raiffa 1976), 0 to 1;
    - the favourite of ``i`` is the option with the largest ``v_i``; of equals what is best for the
      other, and then the first;
    - the wishes differ in direction when the favourite of one is a loss (< 0) to the other;
    - ``relation`` is then ``trade`` when the larger care is at least twice the smaller, else
      ``conflict``; wishes that do not differ are a ``complement`` when some option is a gain (> 0)
      to both, else ``no_clash``. When only one of both cares at all, it is ``trade`` too: the other
      can give it for nothing (Lax & Sebenius 1986: differences are what can be traded).

    One row a pair (``first``, ``second``, in the order of ``stakes``) and ``issue`` (in the order
    of its first option): ``relation``; ``care_first``, ``care_second``; ``wants_first``,
    ``wants_second``, the favourites; ``hurts_first`` (the favourite of the second is a loss to the
    first) and ``hurts_second``; ``shared``, of the options that are a gain to both the one with the
    largest ``min(v_i(o) / max v_i, v_j(o) / max v_j)``, else empty; and ``open``, how much of
    the issue is not known of both. The bound of twice is the course's own.

    >>> table = pd.DataFrame({"stakeholder": ["a", "a", "b", "b"], "option": ["now", "new"] * 2,
    ...                       "issue": "j", "value": [0.0, 4.0, 0.0, -2.0], "open": 0})
    >>> pair_points(table)[["first", "second", "relation", "wants_second"]].values.tolist()
    [['a', 'b', 'conflict', 'now']]
    """
    who, options = stakes["stakeholder"].unique(), stakes.drop_duplicates("option")
    shape = (len(who), len(options))
    value, unclear = (
        stakes[name].to_numpy(dtype=float).reshape(shape) for name in ("value", "open")
    )
    issues = options["issue"].drop_duplicates().tolist()
    places = [np.flatnonzero(options["issue"] == issue) for issue in issues]
    care = _care(value, places)
    first, second = np.triu_indices(len(who), k=1)
    frames = [
        pd.DataFrame(
            {
                "first": who[first],
                "second": who[second],
                "issue": issue,
                **_issue(value[:, at], care[:, j], first, second, options["option"].to_numpy()[at]),
                "open": (unclear[first][:, at] + unclear[second][:, at]).sum(axis=1).astype(int),
            }
        )
        for j, (issue, at) in enumerate(zip(issues, places, strict=True))
    ]
    if not frames:
        return pd.DataFrame(columns=["first", "second", "issue", "relation"])
    pairs = np.tile(np.arange(len(first)), len(frames))
    return pd.concat(frames).iloc[np.argsort(pairs, kind="stable")].reset_index(drop=True)


def pair_counts(points: pd.DataFrame) -> pd.DataFrame:
    """Return on how many issues each pair clashes, can trade and both gain: one row a pair.

    ``points`` as :func:`pair_points` gives it. Columns: ``first``, ``second``, ``conflict``,
    ``trade`` and ``complement``.

    >>> table = pd.DataFrame({"first": "a", "second": "b", "relation": ["trade", "no_clash"]})
    >>> pair_counts(table).values.tolist()
    [['a', 'b', 0, 1, 0]]
    """
    seen = points[["first", "second"]].assign(
        **{name: (points["relation"] == name).astype(int) for name in RELATIONS}
    )
    return seen.groupby(["first", "second"], sort=False, as_index=False).sum()


def _care(value: Array, places: list[NDArray[np.intp]]) -> Array:
    """Return the share of each issue in what matters to each: shape (stakeholders, issues)."""
    if not places:
        return np.zeros((len(value), 0))
    swing = np.stack([np.ptp(value[:, at], axis=1) for at in places], axis=1)
    total = swing.sum(axis=1, keepdims=True)
    share: Array = np.divide(swing, total, out=np.zeros_like(swing), where=total > 0)
    return share


def _of_best(value: Array) -> Array:
    """Return values as a share of the largest of each row; 0 where that is no gain."""
    best = value.max(axis=1, keepdims=True)
    share: Array = np.divide(value, best, out=np.zeros_like(value), where=best > _ROUNDING)
    return share


def _issue(
    value: Array,
    care: Array,
    first: NDArray[np.intp],
    second: NDArray[np.intp],
    options: NDArray[np.object_],
) -> dict[str, object]:
    one, other = value[first], value[second]
    mine, theirs = _Sides(one, other).favourite(), _Sides(other, one).favourite()
    row, both = np.arange(len(first)), np.minimum(_of_best(one), _of_best(other))
    hurt = one[row, theirs] < -_ROUNDING, other[row, mine] < -_ROUNDING
    harm = hurt[0] | hurt[1]
    gain = both.max(axis=1) > _ROUNDING
    cares = np.stack((care[first], care[second]))
    low, high = cares.min(axis=0), cares.max(axis=0)
    uneven = (high > 0) & (high >= MUCH_MORE * low - _ROUNDING)
    relation = np.select(
        [(harm & uneven) | ((low == 0) & (high > 0)), harm, gain],
        [TRADE, CONFLICT, COMPLEMENT],
        NO_CLASH,
    )
    return {
        "relation": relation,
        "care_first": cares[0],
        "care_second": cares[1],
        "wants_first": options[mine],
        "wants_second": options[theirs],
        "hurts_first": hurt[0],
        "hurts_second": hurt[1],
        "shared": np.where(gain, options[both.argmax(axis=1)], ""),
    }
