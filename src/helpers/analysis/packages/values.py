"""What each option is worth to each stakeholder: given as such, or weight x effect."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.stakeholders.interests import stake_arrays

Array = NDArray[np.float64]


def option_values(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    values: pd.DataFrame | None = None,
) -> Array:
    """Return the value of each option for each stakeholder: shape (stakeholders, options).

    ``v_i(o) = sum over interests k of W[i, k] * E[o, k]`` over what is known, in value points
    against the status quo (Keeney & Raiffa 1976); where ``values`` (columns ``stakeholder, option,
    value``) has a row, that value counts instead. The other tables as in
    :func:`~helpers.analysis.stakeholders.interests.stakes`; rows and columns in the order of
    ``stakeholders`` and ``options``.

    >>> people = pd.DataFrame({"id": ["a"]})
    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["a"], "weight": [4.0]})
    >>> choices = pd.DataFrame({"id": ["now", "new"], "issue": "j"})
    >>> works = pd.DataFrame({"option": ["new"], "interest": ["k"], "effect": [2.0]})
    >>> option_values(people, wants, choices, works).tolist()
    [[0.0, 8.0]]
    >>> said = pd.DataFrame({"stakeholder": ["a"], "option": ["new"], "value": [3.5]})
    >>> option_values(people, wants, choices, works, said).tolist()
    [[0.0, 3.5]]
    """
    return stake_arrays(stakeholders, interests, options, effects, values).value
