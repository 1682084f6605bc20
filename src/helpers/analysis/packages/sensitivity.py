"""Which judgement, changed within its certainty, changes the best package."""

from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import Places, all_packages, package_values
from helpers.analysis.stakeholders.given_values import given_values
from helpers.analysis.stakeholders.interests import HEAVIEST, effect_matrix

Array = NDArray[np.float64]
Score = Callable[[Array], NDArray[np.float64] | NDArray[np.int64]]

SUREST = 3
"""The highest certainty: a judgement that is sure to the step."""


def possible_weights(weight: float, certainty: float) -> list[float]:
    """Return the other weights that a judgement may stand for: 3 / 2 / 1 = ± 0 / 1 / 2 steps.

    ``weight`` is from 0 to 5 in steps of 1; one that is not known (``nan``) may be any.

    >>> possible_weights(4.0, 2), possible_weights(4.0, 1), possible_weights(4.0, 3)
    ([3.0, 5.0], [2.0, 3.0, 5.0], [])
    >>> possible_weights(float("nan"), 3)
    [1.0, 2.0, 3.0, 4.0, 5.0]
    """
    if np.isnan(weight):
        return [float(one) for one in range(1, int(HEAVIEST) + 1)]
    steps = SUREST - (1 if np.isnan(certainty) else int(certainty))
    others = {min(max(weight + one, 0.0), HEAVIEST) for one in range(-steps, steps + 1)}
    return sorted(others - {weight})


def what_changes_the_best(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    score: Score,
    *,
    values: pd.DataFrame | None = None,
    packages: Places | None = None,
) -> pd.DataFrame:
    """Return the weights that, changed within their certainty, make another package the best.

    ``score`` gives one number a package, higher is better, from the values in value points, shape
    (packages, stakeholders); the best are all with the highest. The tables as in
    :func:`~helpers.analysis.packages.values.option_values` (an unknown weight counts as 0),
    ``interests.certainty`` from 1 to 3; ``packages`` as in
    :func:`~helpers.analysis.packages.weigh.weigh_packages`. One weight is changed at a time, to
    each of :func:`possible_weights`; it counts when no package that was best still is. One row such
    a change, smallest change first; columns: ``interest``, ``stakeholder``, ``weight`` (now),
    ``changed`` (to), ``steps`` (how far; an unknown weight from 0), ``package`` (tuple of option
    ids: the first that is best then) and ``lost`` (how much the present best then falls short of
    it, in points of the score). No rows: the best package holds.

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": ["a", "b"], "weight": [3.0, 4.0],
    ...                       "certainty": [3, 1]})
    >>> choices = pd.DataFrame({"id": ["x", "y"], "issue": "j"})
    >>> works = pd.DataFrame({"option": ["x", "y"], "interest": ["k", "m"], "effect": [1.0, 1.0]})
    >>> table = what_changes_the_best(people, wants, choices, works, lambda u: u.sum(axis=1))
    >>> table[["interest", "changed", "package", "lost"]].to_numpy().tolist()
    [['m', 2.0, ('x',), 1.0]]
    """
    rows = all_packages(options) if packages is None else packages
    by_option = option_values(stakeholders, interests, options, effects, values)
    free = np.isnan(given_values(stakeholders, options, values))
    reach = np.nan_to_num(effect_matrix(interests, options, effects))
    worth = package_values(by_option, rows)
    now = np.asarray(score(worth), dtype=float)
    best = now >= now.max() - 1e-9
    place = pd.Index(stakeholders["id"]).get_indexer(interests["stakeholder"])
    weights = interests["weight"].to_numpy(dtype=float)
    certainty = interests["certainty"].to_numpy(dtype=float)
    found = []
    for k, i in enumerate(place):
        if i < 0:
            continue
        moved = package_values((reach[k] * free[i])[None], rows)[:, 0]
        old = 0.0 if np.isnan(weights[k]) else weights[k]
        for new in possible_weights(weights[k], certainty[k]) if moved.any() else []:
            changed = worth.copy()
            changed[:, i] += (new - old) * moved
            then = np.asarray(score(changed), dtype=float)
            lost = float(then.max() - then[best].max())
            if lost > 1e-9:
                ids = tuple(options["id"].to_numpy(dtype=object)[rows[then.argmax()]].tolist())
                who = (interests["id"].iloc[k], interests["stakeholder"].iloc[k])
                found.append((*who, weights[k], new, abs(new - old), ids, lost))
    columns = ["interest", "stakeholder", "weight", "changed", "steps", "package", "lost"]
    table = pd.DataFrame(found, columns=columns)
    return table.sort_values("steps", kind="stable", ignore_index=True)
