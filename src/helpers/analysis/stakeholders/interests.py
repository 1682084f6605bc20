"""Who has what at stake in which option, and which interests matter most.

Value of an option o for stakeholder i: ``v_i(o) = sum over interests k of W[i, k] * E[o, k]``, with
weights W >= 0 and effects E from -3 to 3 against the status quo (Keeney & Raiffa 1976); a package
is worth the sum over its options. What is not known counts as nothing in the value, and is counted
apart.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

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


def interest_stakes(
    interests: pd.DataFrame, options: pd.DataFrame, effects: pd.DataFrame
) -> pd.DataFrame:
    """Return one row an interest and option, interest by interest, in the order of the tables.

    Needs ``interests.id, stakeholder, weight`` (and ``interest``, its text), ``options.id, issue``
    and ``effects``. Columns of the result: ``interest``, ``stakeholder``, ``option``, ``issue``,
    ``effect`` (-3 to 3, ``nan`` = not known), ``value`` (weight x effect in value points, 0 where
    one of them is not known) and ``open`` (true where weight, effect or content is not known and
    the option touches the interest).

    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["a"], "weight": [4.0]})
    >>> choices = pd.DataFrame({"id": ["now", "new"], "issue": ["j", "j"]})
    >>> works = pd.DataFrame({"option": ["new"], "interest": ["k"], "effect": [2.0]})
    >>> interest_stakes(wants, choices, works)[["option", "value", "open"]].values.tolist()
    [['now', 0.0, False], ['new', 8.0, False]]
    """
    effect = effect_matrix(interests, options, effects)
    value, open_ = _terms(interests, effect)
    columns = {
        "interest": np.repeat(interests["id"].to_numpy(), len(options)),
        "stakeholder": np.repeat(interests["stakeholder"].to_numpy(), len(options)),
        "option": np.tile(options["id"].to_numpy(), len(interests)),
        "issue": np.tile(options["issue"].to_numpy(), len(interests)),
        "effect": effect.ravel(),
        "value": value.ravel(),
        "open": open_.ravel(),
    }
    return pd.DataFrame(columns)


def stake_arrays(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
) -> StakeArrays:
    """Return gain, loss and the number of unknowns of each stakeholder in each option.

    ``value[i, o] = sum_k W[i, k] E[o, k]`` over what is known, in the order of the tables.
    Arguments as in :func:`stakes`.
    """
    value, open_ = _terms(interests, effect_matrix(interests, options, effects))
    holders = stakeholders["id"].to_numpy()[:, None] == interests["stakeholder"].to_numpy()[None]
    own = holders.astype(float)
    count = (own @ open_).astype(np.int64)
    return StakeArrays(own @ value.clip(min=0), own @ value.clip(max=0), count)


def stakes(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
) -> pd.DataFrame:
    """Return one row a stakeholder and option, stakeholder by stakeholder, in the tables' order.

    Needs ``stakeholders.id``, ``interests.id, stakeholder, weight`` (and ``interest``, its text),
    ``options.id, issue`` and ``effects.option, interest, effect``. Columns of the result:
    ``stakeholder``, ``option``, ``issue``; in value points ``gain`` (>= 0), ``loss`` (<= 0) and
    ``value`` (their sum); and ``open``, the number of touched interests of which weight, effect or
    content is not known.

    >>> people = pd.DataFrame({"id": ["a"]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": "a", "weight": [4.0, None]})
    >>> choices = pd.DataFrame({"id": ["new"], "issue": ["j"]})
    >>> works = pd.DataFrame({"option": "new", "interest": ["k", "m"], "effect": [-2.0, 1.0]})
    >>> stakes(people, wants, choices, works)[["value", "open"]].values.tolist()
    [[-8.0, 1.0]]
    """
    arrays = stake_arrays(stakeholders, interests, options, effects)
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
) -> pd.DataFrame:
    """Return the interests in the order in which they matter to the decision, heaviest first.

    ``reach = sum over issues of the largest |effect| among its options`` (how far this decision can
    move the interest) and ``matters = weight x reach`` in value points. What is not known counts as
    heavy until somebody asked: an unknown weight as 5, an unknown effect as 3, and an interest of
    which only the position is known reaches at least 3. Equal ``matters``: the stakeholder that is
    ``affected`` most first, then the order of the table. The rule is the course's own.

    Columns: ``interest``, ``stakeholder``, ``weight``, ``reach``, ``matters``, ``affected`` and
    ``known`` (true when text, weight and all effects are known). Arguments as in :func:`stakes`,
    with ``stakeholders.affected`` (0-10, may be absent).

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
    size = pd.DataFrame(np.abs(np.where(np.isnan(effect), STRONGEST, effect)).T)
    reach = size.groupby(options["issue"].to_numpy()).max().sum().to_numpy()
    reach = np.where(unsaid, np.maximum(reach, STRONGEST), reach)
    weight = interests["weight"].to_numpy(dtype=float)
    hit = stakeholders.set_index("id").get("affected", pd.Series(dtype=float))
    table = pd.DataFrame(
        {
            "interest": interests["id"],
            "stakeholder": interests["stakeholder"],
            "weight": weight,
            "reach": reach,
            "matters": np.where(np.isnan(weight), HEAVIEST, weight) * reach,
            "affected": interests["stakeholder"].map(hit).astype(float),
            "known": ~(unsaid | np.isnan(weight) | np.isnan(effect).any(axis=1)),
        }
    )
    order = table.sort_values(["matters", "affected"], ascending=False, kind="stable")
    return order.reset_index(drop=True)


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
