"""Whether a package leaves something on the table: another takes from nobody and gives somebody."""

from collections.abc import Hashable, Iterable
from math import prod

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.front import Places, Points, exact_values, rows_by_issue
from helpers.analysis.packages.tally import package_blocks

LONGEST = 2.0
"""Seconds after which a search in a large space gives up."""

_LISTED = 100_000


def anyone_can_gain(
    values: ArrayLike, issues: Iterable[Hashable], package: Places, listed: int = _LISTED
) -> bool:
    """Tell whether another package takes from nobody and brings somebody more.

    ``values`` has shape (stakeholders, options), in value points, ``issues`` the issue of each
    option; ``package`` holds row numbers of the options, one an issue. Up to ``listed`` packages
    are gone through one by one; in a larger space a mixed-integer program looks for the one with
    the largest gains (HiGHS; Huangfu & Hall 2018). Exact for whole numbers and decimals; in a large
    space a gain below a millionth of what is at stake may go unseen. Raises ``TimeoutError`` when
    it is not known after :data:`LONGEST` seconds.

    >>> anyone_can_gain([[0, 2, 5], [0, 3, 3]], ["j"] * 3, np.array([1]))
    True
    >>> anyone_can_gain([[0, 2], [1, 0]], ["j", "j"], np.array([0]))
    False
    """
    points = exact_values(values)
    by_issue = rows_by_issue(issues)
    if not points.size:
        return False
    now: Points = points[:, package].sum(axis=1)
    if prod(len(rows) for rows in by_issue) > listed:
        return _search(points, by_issue, now)
    here = now[:, None]
    return any(
        bool(((block >= here).all(axis=0) & (block > here).any(axis=0)).any())
        for block in package_blocks(points, by_issue, listed)
    )


def _search(points: Points, by_issue: list[list[int]], now: Points) -> bool:
    """Look for the package with the largest gains, each as a share of what is at stake for whom."""
    from scipy.optimize import LinearConstraint, milp

    stake = sum((np.ptp(points[:, rows], axis=1) for rows in by_issue), np.zeros(len(points)))
    size = np.where(stake > 0, stake, 1.0)
    one_each = np.zeros((len(by_issue), points.shape[1]))
    for issue, rows in enumerate(by_issue):
        one_each[issue, rows] = 1
    # in whole numbers half a point of room decides nothing: no sum lies in between
    room = 0.5 if np.issubdtype(points.dtype, np.integer) else 1e-9
    found = milp(
        -(points / size[:, None]).sum(axis=0),
        constraints=[
            LinearConstraint(one_each, 1, 1),
            LinearConstraint(points.astype(float), now - room, np.inf),
        ],
        integrality=np.ones(points.shape[1]),
        bounds=(0, 1),
        options={"mip_rel_gap": 0, "time_limit": LONGEST},
    )
    gained = found.x is not None and _gains(points, by_issue, now, found.x)
    if found.status != 0 and not gained:
        raise TimeoutError("not known in time")
    return gained


def _gains(
    points: Points, by_issue: list[list[int]], now: Points, picked: NDArray[np.float64]
) -> bool:
    best = [rows[int(np.argmax(picked[rows]))] for rows in by_issue]
    more = points[:, best].sum(axis=1) - now
    return bool((more >= 0).all() and (more > 0).any())
