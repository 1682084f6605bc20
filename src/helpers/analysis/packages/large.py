"""The package that the most seats accept, without listing all packages.

A mixed-integer program: one option an issue is chosen (x), and a stakeholder counts as accepting
(y) only when the chosen options together bring at least the value of no deal. Solved exactly by
HiGHS (Huangfu & Hall 2018), also for spaces of far more packages than can be listed.
"""

from collections.abc import Hashable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.front import Places, exact_values, rows_by_issue
from helpers.analysis.votes.majority import accepts


class BestPackage(NamedTuple):
    """A package as row numbers of the options, who accepts it, and the seats that they have."""

    package: Places
    accept: NDArray[np.bool_]
    seats: int


def best_for_most_seats(
    values: ArrayLike,
    issues: Iterable[Hashable],
    no_deal: ArrayLike,
    seats: ArrayLike,
    veto: ArrayLike | None = None,
) -> BestPackage | None:
    """Return a package that stakeholders with the most seats accept, or none when a veto forbids.

    ``max sum_i w_i y_i`` with ``sum_o x_jo = 1`` for each issue j, ``sum_o v_i(o) x_o >= t_i y_i +
    m_i (1 - y_i)`` (m_i the least that any package is worth to i), ``y_i = 1`` for who has a
    ``veto``, and x and y 0 or 1. ``values`` has shape (stakeholders, options), ``issues`` the issue
    of each option; ``no_deal``, ``seats`` (whole numbers, 0 for who has none) and ``veto`` have one
    item a stakeholder. Give everybody one seat for "the most stakeholders". Of packages that tie
    one is returned. Exact for whole numbers and decimals; other values within HiGHS's tolerance of
    1e-6.

    >>> best = best_for_most_seats([[0, 4], [0, -1], [0, 2]], ["j", "j"], [3, 0, 1], [5, 9, 6])
    >>> best.package.tolist(), best.accept.tolist(), best.seats
    ([1], [True, False, True], 11)
    """
    from scipy.optimize import LinearConstraint, milp

    given = np.asarray(values, dtype=float)
    least = np.asarray(no_deal, dtype=float)
    held = np.asarray(seats, dtype=np.int64)
    needed = np.zeros(held.size) if veto is None else np.asarray(veto, dtype=float)
    by_issue = rows_by_issue(issues)
    people, options = given.shape
    points, threshold = _with_room(given, least)
    lowest = np.sum([points[:, rows].min(axis=1) for rows in by_issue], axis=0, initial=0.0)
    lowest = np.minimum(np.broadcast_to(lowest, threshold.shape), threshold)
    one_each = np.zeros((len(by_issue), options + people))
    for issue, rows in enumerate(by_issue):
        one_each[issue, rows] = 1
    enough = np.hstack((points, np.diag(lowest - threshold)))
    found = milp(
        -np.concatenate((np.zeros(options), held)),
        constraints=[
            LinearConstraint(np.vstack((one_each, enough)), *_between(len(by_issue), lowest))
        ],
        integrality=np.ones(options + people),
        bounds=(np.concatenate((np.zeros(options), needed)), 1),
        options={"mip_rel_gap": 0},
    )
    if found.x is None:
        return None
    picked = found.x[:options]
    package = np.array([rows[int(np.argmax(picked[rows]))] for rows in by_issue], dtype=np.int64)
    accept = accepts(given[:, package].sum(axis=1), least)
    return BestPackage(package, accept, int(held @ accept))


def _with_room(
    values: NDArray[np.float64], no_deal: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return values and thresholds such that the solver's tolerance decides nothing.

    In whole numbers the threshold goes half a point down: no sum lies in between.
    """
    exact = exact_values(np.column_stack((values, no_deal)))
    room = 0.5 if np.issubdtype(exact.dtype, np.integer) else 0.0
    return exact[:, :-1].astype(float), exact[:, -1] - room


def _between(
    issues: int, lowest: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the lower and upper ends: exactly one option an issue, at least the lowest value."""
    ones, free = np.ones(issues), np.full(lowest.size, np.inf)
    return np.concatenate((ones, lowest)), np.concatenate((ones, free))
