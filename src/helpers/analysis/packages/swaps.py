"""Logrolling: two stakeholders who each give way on the issue that matters less to them.

Works when their ratios of stakes differ: what the one gives on one issue is worth less to it than
what it gets on the other, and the reverse (Raiffa 1982; Lax & Sebenius 1986).
"""

from collections.abc import Hashable, Iterable
from itertools import permutations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.front import Places, rows_by_issue

Array = NDArray[np.float64]

_ROUNDING = 1e-9


def issue_stakes(values: ArrayLike, issues: Iterable[Hashable]) -> Array:
    """Return what is at stake for whom on each issue: shape (stakeholders, issues).

    ``max_o v_ij(o) - min_o v_ij(o)`` over the options of the issue, in value points; ``values`` has
    shape (stakeholders, options) and ``issues`` the issue of each option.

    >>> issue_stakes([[0, 5, 1], [0, -2, 3]], ["j", "j", "l"]).tolist()
    [[5.0, 0.0], [2.0, 0.0]]
    """
    by_option = np.asarray(values, dtype=float)
    reach = [np.ptp(by_option[:, rows], axis=1) for rows in rows_by_issue(issues)]
    return np.array(reach, dtype=float).reshape(-1, by_option.shape[0]).T


def swaps(
    stakeholders: pd.DataFrame, options: pd.DataFrame, values: ArrayLike, package: Places
) -> pd.DataFrame:
    """Return every swap of two issues that raises two stakeholders who each give way on one.

    Starts from ``package``, row numbers of ``options``, one an issue
    (:func:`~helpers.analysis.packages.weigh.package_places`). ``values`` has shape (stakeholders,
    options), in value points. A swap moves two issues: on one of them ``first`` loses and
    ``second`` gains, on the other it is the reverse, and both gain together. One row a swap and
    pair; columns: ``first``, ``second`` (ids, in the order of the table), ``first_gives`` and
    ``second_gives`` (the issues on which each loses), ``first_gives_option`` and
    ``second_gives_option`` (where those issues move to), ``first_gain`` and ``second_gain`` (value
    points, > 0), and ``hurts`` (ids of all others who lose by it). Fewest hurt first, then the
    largest smaller gain, as a share of what the two issues are worth to each at most.

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> choices = pd.DataFrame({"id": ["j0", "j1", "l0", "l1"], "issue": ["j", "j", "l", "l"]})
    >>> worth = [[0, -1, 0, 4], [0, 5, 0, -2]]
    >>> swaps(people, choices, worth, np.array([0, 2])).to_numpy().tolist()
    [['a', 'b', 'j', 'l', 'j1', 'l1', 3.0, 3.0, ()]]
    """
    by_option = np.asarray(values, dtype=float)
    names = [str(one) for one in stakeholders["id"]]
    issue, option = options["issue"].tolist(), options["id"].tolist()
    by_issue = rows_by_issue(issue)
    stakes = issue_stakes(by_option, issue)
    change = by_option - by_option[:, _chosen(by_issue, package, by_option.shape[1])]
    found = []
    for one, other in permutations(range(len(by_issue)), 2):
        here, there = change[:, by_issue[one]], change[:, by_issue[other]]
        both = here[:, :, None] + there[:, None]
        gains = both > _ROUNDING
        gives = gains & (here[:, :, None] < -_ROUNDING) & (there[:, None] > _ROUNDING)
        takes = gains & (here[:, :, None] > _ROUNDING) & (there[:, None] < -_ROUNDING)
        most = stakes[:, one] + stakes[:, other]
        for a, b, o, p in zip(*np.nonzero(gives[:, None] & takes[None]), strict=True):
            if a > b:
                continue
            hurt = tuple(names[c] for c in np.flatnonzero(both[:, o, p] < -_ROUNDING))
            row, column = by_issue[one][o], by_issue[other][p]
            mine, yours = float(both[a, o, p]), float(both[b, o, p])
            least = min(mine / most[a], yours / most[b])
            who = (names[a], names[b], issue[row], issue[column], option[row], option[column])
            found.append((*who, mine, yours, hurt, least))
    found.sort(key=lambda swap: (len(swap[8]), -swap[9]))
    columns = ["first", "second", "first_gives", "second_gives", "first_gives_option"]
    columns += ["second_gives_option", "first_gain", "second_gain", "hurts"]
    return pd.DataFrame([swap[:9] for swap in found], columns=columns)


def _chosen(by_issue: list[list[int]], package: Places, options: int) -> Places:
    """Return, for each option, which option of its issue is in the package."""
    chosen = np.zeros(options, dtype=np.int64)
    for rows, place in zip(by_issue, package, strict=True):
        chosen[rows] = place
    return chosen
