"""How large the pie is: what a package brings above settling each issue by itself.

On one issue at a time only what hurts nobody can be agreed. Taken together, issues can be traded,
and an issue or an option that is added can make room for all (Lax & Sebenius 1986; Raiffa 1982).
"""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.deals import own_maximum
from helpers.analysis.packages.front import Places, rows_by_issue
from helpers.analysis.packages.weigh import all_packages, package_places, package_values

Array = NDArray[np.float64]

_ROUNDING = 1e-9
_ADDS = ["kind", "id", "issue", "deals", "deals_without", "stakeholder"]
_ADDS += ["best", "best_without", "adds"]


def issue_by_issue(options: pd.DataFrame, values: ArrayLike) -> Places:
    """Return the compromise that each issue gives by itself, as row numbers, shape (issues,).

    On each issue the option that every stakeholder prefers to the status quo, else the status quo.
    Who is indifferent does not stand in the way: nobody may lose and somebody must gain. Of several
    such options the one with the largest sum of gains, each as a share of what the issue is worth
    to that stakeholder at most. ``options`` needs ``id, issue`` and ``status_quo`` (an issue
    without one: its first option); ``values`` has shape (stakeholders, options), in value points.

    >>> choices = pd.DataFrame({"id": ["now", "new", "all"], "issue": "j",
    ...                         "status_quo": [True, False, False]})
    >>> issue_by_issue(choices, [[0, 2, 5], [0, 1, -1]]).tolist()
    [1]
    """
    by_option = np.asarray(values, dtype=float)
    chosen = package_places(options, []).copy()
    for issue, rows in enumerate(rows_by_issue(options["issue"])):
        gain = by_option[:, rows] - by_option[:, [chosen[issue]]]
        better = (gain >= -_ROUNDING).all(axis=0) & (gain > _ROUNDING).any(axis=0)
        if better.any():
            stake = np.maximum(gain.max(axis=1, keepdims=True), _ROUNDING)
            chosen[issue] = rows[int(np.where(better, (gain / stake).sum(axis=0), -1).argmax())]
    return chosen


def size_of_the_pie(
    stakeholders: pd.DataFrame, options: pd.DataFrame, values: ArrayLike, package: Places
) -> pd.DataFrame:
    """Return what a package brings above :func:`issue_by_issue`: one row a stakeholder.

    ``package`` holds row numbers of ``options``, one an issue. Columns, in value points:
    ``stakeholder``, ``compromise`` (value of the issue-by-issue compromise), ``value`` (of the
    package), ``bigger`` (value - compromise) and ``maximum`` (the most that any package is worth to
    it).

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> choices = pd.DataFrame({"id": ["j0", "j1", "l0", "l1"], "issue": ["j", "j", "l", "l"],
    ...                         "status_quo": [True, False, True, False]})
    >>> worth = [[0, -1, 0, 4], [0, 5, 0, -2]]
    >>> size_of_the_pie(people, choices, worth, np.array([1, 3]))["bigger"].tolist()
    [3.0, 3.0]
    """
    by_option = np.asarray(values, dtype=float)
    compromise, value = package_values(
        by_option, np.stack((issue_by_issue(options, values), package))
    )
    return pd.DataFrame(
        {
            "stakeholder": stakeholders["id"].to_numpy(),
            "compromise": compromise,
            "value": value,
            "bigger": value - compromise,
            "maximum": own_maximum(by_option, options["issue"]),
        }
    )


def what_it_adds(
    stakeholders: pd.DataFrame, options: pd.DataFrame, values: ArrayLike, can: ArrayLike
) -> pd.DataFrame:
    """Return what each issue and each option adds to what can be decided.

    ``can`` tells of each package, in the order of
    :func:`~helpers.analysis.packages.weigh.all_packages`, whether it can be decided
    (:func:`~helpers.analysis.packages.deals.feasible`). An option is left out by dropping it, an
    issue by keeping its status quo. One row a thing left out and stakeholder; columns: ``kind``
    (``issue`` or ``option``), ``id``, ``issue``, ``deals`` and ``deals_without`` (packages that can
    be decided, with it in the game and without), ``stakeholder``, ``best`` and ``best_without``
    (the most that such a package is worth to this stakeholder, in value points, ``nan`` when there
    is none) and ``adds`` (their difference). Options that are the status quo are never left out.

    >>> people = pd.DataFrame({"id": ["a"]})
    >>> choices = pd.DataFrame({"id": ["now", "new", "all"], "issue": "j",
    ...                         "status_quo": [True, False, False]})
    >>> table = what_it_adds(people, choices, [[0, 2, 5]], [True, True, True])
    >>> table[["kind", "id", "deals_without", "adds"]].to_numpy().tolist()
    [['issue', 'j', 1, 5.0], ['option', 'new', 2, 0.0], ['option', 'all', 2, 3.0]]
    """
    packages = all_packages(options)
    worth = package_values(values, packages)
    decided = np.asarray(can, dtype=bool)
    if decided.shape != (len(packages),):
        raise ValueError(f"can must have one item for each of the {len(packages)} packages")
    now = package_places(options, [])
    best = _most(worth, decided)
    tables = []
    for issue, rows in enumerate(rows_by_issue(options["issue"])):
        name = options["issue"].iloc[rows[0]]
        uses = [("issue", name, packages[:, issue] != now[issue])]
        for row in rows:
            if row != now[issue]:
                uses.append(("option", options["id"].iloc[row], packages[:, issue] == row))
        for kind, key, used in uses:
            left = decided & ~used
            without = _most(worth, left)
            table = {"kind": kind, "id": key, "issue": name}
            counts = {"deals": int(decided.sum()), "deals_without": int(left.sum())}
            each = {"stakeholder": stakeholders["id"].to_numpy(), "best": best}
            each |= {"best_without": without, "adds": best - without}
            tables.append(pd.DataFrame({**table, **counts, **each}))
    return pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=_ADDS)


def _most(worth: Array, rows: NDArray[np.bool_]) -> Array:
    if not rows.any():
        return np.full(worth.shape[1], np.nan)
    most: Array = worth[rows].max(axis=0)
    return most
