"""Three fair packages side by side: none of them is *the* solution."""

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from helpers.analysis.packages.deals import (
    max_min_packages,
    max_sum_packages,
    nash_packages,
    own_maximum,
    shares,
)
from helpers.analysis.packages.weigh import package_values
from helpers.analysis.votes.majority import accepts

NASH, MAX_MIN, MAX_SUM = "nash", "max_min", "max_sum"


def side_by_side(
    stakeholders: pd.DataFrame, options: pd.DataFrame, values: ArrayLike, no_deal: ArrayLike
) -> pd.DataFrame:
    """Return what each of three fair packages brings to whom: one row a package and stakeholder.

    ``values`` has shape (stakeholders, options) and ``no_deal`` one value a stakeholder, in value
    points. Columns: ``solution`` (``nash``: the largest product above no deal, among packages that
    all accept; ``max_min`` and ``max_sum``: the largest least share and sum of shares), ``package``
    (tuple of option ids; all that tie), ``stakeholder``, ``value``, ``no_deal``, ``enough``
    (``value >= no_deal``) and ``share`` of the stakeholder's own maximum (``nan`` for who can gain
    nothing). No rows of ``nash`` when no package is accepted by all.

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> choices = pd.DataFrame({"id": ["x", "y", "z"], "issue": "j"})
    >>> table = side_by_side(people, choices, [[9, 6, 1], [0, 4, 8]], [2, 0])
    >>> table.groupby("solution", sort=False)["package"].first().to_dict()
    {'nash': ('y',), 'max_min': ('y',), 'max_sum': ('y',)}
    """
    issues = options["issue"].tolist()
    by_option = np.asarray(values, dtype=float)
    least = np.asarray(no_deal, dtype=float)
    most = own_maximum(by_option, issues)
    found = {
        NASH: nash_packages(by_option, issues, least),
        MAX_MIN: max_min_packages(by_option, issues),
        MAX_SUM: max_sum_packages(by_option, issues),
    }
    ids = options["id"].to_numpy(dtype=object)
    tables = []
    for solution, packages in found.items():
        for row, worth in zip(packages, package_values(by_option, packages), strict=True):
            table = pd.DataFrame({"stakeholder": stakeholders["id"].to_numpy(), "value": worth})
            table.insert(0, "solution", solution)
            table.insert(1, "package", [tuple(ids[row].tolist())] * len(table))
            table["no_deal"] = least
            table["enough"] = accepts(worth, least)
            table["share"] = shares(worth, most)
            tables.append(table)
    return pd.concat(tables, ignore_index=True)
