"""What an option is worth to a stakeholder, when that is told as such."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Array = NDArray[np.float64]


def given_values(
    stakeholders: pd.DataFrame, options: pd.DataFrame, values: pd.DataFrame | None
) -> Array:
    """Return the values that were given as such, ``nan`` where none was: (stakeholders, options).

    ``values`` has the columns ``stakeholder, option, value``; without the table nothing was given.

    >>> said = pd.DataFrame({"stakeholder": ["b"], "option": ["new"], "value": [3.5]})
    >>> given_values(pd.DataFrame({"id": ["a", "b"]}), pd.DataFrame({"id": ["new"]}), said).tolist()
    [[nan], [3.5]]
    """
    told = np.full((len(stakeholders), len(options)), np.nan)
    if values is None:
        return told
    row = pd.Index(stakeholders["id"]).get_indexer(values["stakeholder"])
    column = pd.Index(options["id"]).get_indexer(values["option"])
    known = (row >= 0) & (column >= 0)
    told[row[known], column[known]] = values["value"].to_numpy(dtype=float)[known]
    return told
