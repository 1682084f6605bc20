"""How far a value may still go up or down by what is not known yet."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.stakeholders.given_values import given_values
from helpers.analysis.stakeholders.interests import HEAVIEST, STRONGEST, effect_matrix

Array = NDArray[np.float64]


def value_spread(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    values: pd.DataFrame | None = None,
) -> tuple[Array, Array]:
    """Return how much less and how much more each option may be worth: (stakeholders, options).

    The first array is <= 0 and the second >= 0, in value points, beside the value over what is
    known (:func:`~helpers.analysis.packages.values.option_values`, same arguments). An unknown
    effect runs from -3 to 3, an unknown weight from 0 to 5; a value given as such is known.

    >>> people = pd.DataFrame({"id": ["a"]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": "a", "weight": [4.0, None]})
    >>> choices = pd.DataFrame({"id": ["new"], "issue": ["j"]})
    >>> works = pd.DataFrame({"option": "new", "interest": ["k", "m"], "effect": [None, 2.0]})
    >>> low, high = value_spread(people, wants, choices, works)
    >>> low.tolist(), high.tolist()
    ([[-12.0]], [[22.0]])
    """
    effect = effect_matrix(interests, options, effects)
    weight = interests["weight"].to_numpy(dtype=float)[:, None]
    heaviest = np.where(np.isnan(weight), HEAVIEST, weight)
    strong = np.where(np.isnan(effect), STRONGEST, np.abs(effect)) * heaviest
    free = np.isnan(effect) | np.isnan(weight)
    down = np.where(free & ~(effect > 0), strong, 0.0)
    up = np.where(free & ~(effect < 0), strong, 0.0)
    holders = stakeholders["id"].to_numpy()[:, None] == interests["stakeholder"].to_numpy()[None]
    own = holders.astype(float)
    open_ = np.isnan(given_values(stakeholders, options, values))
    return -np.where(open_, own @ down, 0.0), np.where(open_, own @ up, 0.0)
