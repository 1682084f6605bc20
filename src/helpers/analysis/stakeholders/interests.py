"""Who has what at stake in which option, and which interests matter most.

Value of an option o for stakeholder i: ``v_i(o) = sum over interests k of W[i, k] * E[o, k]``, with
weights W >= 0 and effects E from -3 to 3 against the status quo (Keeney & Raiffa 1976); a package
is worth the sum over its options. What is not known counts as nothing in the value, and is counted
apart. A value that a dossier gives as such (per stakeholder and option) counts instead of the sum.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.stakeholders.given_values import given_values

Array = NDArray[np.float64]

HEAVIEST, STRONGEST = 5.0, 3.0
"""The ends of the scales: what an unknown weight and an unknown effect could be at most."""


class StakeArrays(NamedTuple):
    """What each option brings each stakeholder; every array has shape (stakeholders, options)."""

    gain: Array
    loss: Array
    open: NDArray[np.int64]

    @property
    def value(self) -> Array:
        """Gain and loss together, in value points (weight x effect)."""
        return self.gain + self.loss


def effect_matrix(interests: pd.DataFrame, options: pd.DataFrame, effects: pd.DataFrame) -> Array:
    """Return how each option works out on each interest: shape (interests, options), from -3 to 3.

    No row in ``effects`` (columns ``option, interest, effect``) means 0, an empty effect ``nan``.

    >>> wants, choices = pd.DataFrame({"id": ["k", "m"]}), pd.DataFrame({"id": ["now", "new"]})
    >>> works = pd.DataFrame({"option": ["new"], "interest": ["m"], "effect": [2.0]})
    >>> effect_matrix(wants, choices, works).tolist()
    [[0.0, 0.0], [0.0, 2.0]]
    """
    row = pd.Index(interests["id"]).get_indexer(effects["interest"])
    column = pd.Index(options["id"]).get_indexer(effects["option"])
    known = (row >= 0) & (column >= 0)
    matrix = np.zeros((len(interests), len(options)))
    values = effects["effect"].to_numpy(dtype=float)
    np.add.at(matrix, (row[known], column[known]), values[known])
    return matrix


def stake_arrays(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    values: pd.DataFrame | None = None,
) -> StakeArrays:
    """Return gain, loss and the number of unknowns of each stakeholder in each option.

    ``value[i, o] = sum_k W[i, k] E[o, k]`` over what is known, or the value given as such (then
    nothing is unknown), in the order of the tables. Arguments as in :func:`stakes`.
    """
    value, open_ = _terms(interests, effect_matrix(interests, options, effects))
    holders = stakeholders["id"].to_numpy()[:, None] == interests["stakeholder"].to_numpy()[None]
    own = holders.astype(float)
    count = (own @ open_).astype(np.int64)
    gain, loss = own @ value.clip(min=0), own @ value.clip(max=0)
    told = given_values(stakeholders, options, values)
    free = np.isnan(told)
    return StakeArrays(
        np.where(free, gain, told.clip(min=0)),
        np.where(free, loss, told.clip(max=0)),
        np.where(free, count, 0),
    )


def stakes(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    values: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return one row a stakeholder and option, stakeholder by stakeholder, in the tables' order.

    Needs ``stakeholders.id``, ``interests.id, stakeholder, weight`` (and ``interest``, its text),
    ``options.id, issue`` and ``effects.option, interest, effect``; ``values`` (columns
    ``stakeholder, option, value``) count instead of weight x effect. Columns of the result:
    ``stakeholder``, ``option``, ``issue``; in value points ``gain`` (>= 0), ``loss`` (<= 0) and
    ``value`` (their sum); and ``open``, the number of touched interests of which weight, effect or
    content is not known.

    >>> people = pd.DataFrame({"id": ["a"]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": "a", "weight": [4.0, None]})
    >>> choices = pd.DataFrame({"id": ["new"], "issue": ["j"]})
    >>> works = pd.DataFrame({"option": "new", "interest": ["k", "m"], "effect": [-2.0, 1.0]})
    >>> stakes(people, wants, choices, works)[["value", "open"]].values.tolist()
    [[-8.0, 1.0]]
    >>> said = pd.DataFrame({"stakeholder": ["a"], "option": ["new"], "value": [3.0]})
    >>> stakes(people, wants, choices, works, said)[["value", "open"]].values.tolist()
    [[3.0, 0.0]]
    """
    arrays = stake_arrays(stakeholders, interests, options, effects, values)
    columns = {
        "stakeholder": np.repeat(stakeholders["id"].to_numpy(), len(options)),
        "option": np.tile(options["id"].to_numpy(), len(stakeholders)),
        "issue": np.tile(options["issue"].to_numpy(), len(stakeholders)),
        "gain": arrays.gain.ravel(),
        "loss": arrays.loss.ravel(),
        "value": arrays.value.ravel(),
        "open": arrays.open.ravel(),
    }
    return pd.DataFrame(columns)


def what_matters(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    values: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return the interests in the order in which they matter to the decision, heaviest first.

    ``matters = weight x reach``, in value points, with ``reach = sum over issues of the largest
    |effect| among its options`` (how far this decision can move the interest). What is not known
    counts as heavy until somebody asked: an unknown weight as 5, an unknown effect as 3, and an
    interest of which only the position is known reaches at least 3. A value that is given as such
    is divided over the stakeholder's interests as weight x |effect| is (equally where these say
    nothing), and counts instead of it. Equal ``matters``: the stakeholder that is ``affected`` most
    first, then the order of the table. The rule is the course's own.

    Columns: ``interest``, ``stakeholder``, ``weight``, ``reach``, ``matters``, ``affected`` and
    ``known`` (true when text, weight and all effects are known, or what they would tell is given).
    Arguments as in :func:`stakes`, with ``stakeholders.affected`` (0-10, may be absent).

    >>> people = pd.DataFrame({"id": ["a"], "affected": [7.0]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": "a", "weight": [4.0, None]})
    >>> choices = pd.DataFrame({"id": ["new"], "issue": ["j"]})
    >>> works = pd.DataFrame({"option": "new", "interest": ["k", "m"], "effect": [-2.0, 2.0]})
    >>> order = what_matters(people, wants, choices, works)
    >>> order[["interest", "matters", "known"]].values.tolist()
    [['m', 10.0, False], ['k', 8.0, True]]
    """
    effect = effect_matrix(interests, options, effects)
    unsaid = ~said(interests)
    weight = interests["weight"].to_numpy(dtype=float)
    heavy = np.where(np.isnan(weight), HEAVIEST, weight)
    size = np.abs(np.where(np.isnan(effect), STRONGEST, effect))
    place = pd.Index(stakeholders["id"]).get_indexer(interests["stakeholder"])
    nobody = np.full((1, len(options)), np.nan)
    told = np.vstack((given_values(stakeholders, options, values), nobody))[place]
    part = _divided(told, heavy[:, None] * size, interests["stakeholder"])
    issues = options["issue"].to_numpy()
    reach, matters = (_most_by_issue(one, issues) for one in (size, part))
    hit = stakeholders.set_index("id").get("affected", pd.Series(dtype=float))
    table = pd.DataFrame(
        {
            "interest": interests["id"],
            "stakeholder": interests["stakeholder"],
            "weight": weight,
            "reach": np.where(unsaid, np.maximum(reach, STRONGEST), reach),
            "matters": np.where(unsaid, np.maximum(matters, heavy * STRONGEST), matters),
            "affected": interests["stakeholder"].map(hit).astype(float),
            "known": ~(unsaid | np.isnan(weight) | (np.isnan(effect) & np.isnan(told)).any(axis=1)),
        }
    )
    order = table.sort_values(["matters", "affected"], ascending=False, kind="stable")
    return order.reset_index(drop=True)


def _divided(told: Array, part: Array, holder: pd.Series) -> Array:
    """Return ``part`` (interests, options), where a value is told the holder's share of that."""
    groups = pd.DataFrame(part).groupby(holder.to_numpy())
    whole, count = groups.transform("sum").to_numpy(), groups.transform("size").to_numpy()[:, None]
    share = np.where(whole > 0, part / np.where(whole > 0, whole, 1), 1 / count)
    return np.where(np.isnan(told), part, np.abs(told) * share)


def _most_by_issue(size: Array, issues: NDArray[np.object_]) -> Array:
    """Return the sum over the issues of the largest of their options: one value an interest."""
    most: Array = pd.DataFrame(size.T).groupby(issues).max().sum().to_numpy(dtype=float)
    return most


def said(interests: pd.DataFrame) -> NDArray[np.bool_]:
    """Tell for each row whether the interest behind the position is known (its text is not empty).

    >>> said(pd.DataFrame({"interest": ["rust", "", None]})).tolist()
    [True, False, False]
    """
    if "interest" not in interests:
        return np.ones(len(interests), dtype=bool)
    known: NDArray[np.bool_] = (interests["interest"].fillna("") != "").to_numpy(dtype=bool)
    return known


def _terms(interests: pd.DataFrame, effect: Array) -> tuple[Array, NDArray[np.bool_]]:
    """Return weight x effect (0 where not known), and where it is not known."""
    weight = interests["weight"].to_numpy(dtype=float)[:, None]
    unclear = (np.isnan(weight) | ~said(interests)[:, None]) & (effect != 0)
    return np.nan_to_num(weight * effect), np.isnan(effect) | unclear
