"""For whom is there something in a package, and for whom nothing yet.

Value of a package d for stakeholder i: ``u_i(d) = sum over issues j and interests k of
W[i, k] * E[d_j, k]``, with weights W >= 0 and effects E against the status quo (Keeney & Raiffa
1976). Unknown weights and effects are no zero: they are counted apart. A value that a dossier gives
as such counts instead.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers.analysis.stakeholders.interests import said

SOMETHING, NOTHING, UNKNOWN = "something", "nothing", "unknown"


def gains(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    effects: pd.DataFrame,
    package: Sequence[str],
    values: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return what a package brings each stakeholder: one row a stakeholder, in their order.

    ``package`` holds option ids, one an issue. Needs the columns ``stakeholders.id``,
    ``interests.id, stakeholder, weight`` and ``effects.option, interest, effect`` (``nan`` = not
    known). ``values`` (columns ``stakeholder, option, value``) count instead of weight x effect,
    each as one thing that is known. Columns of the result, in value points: ``gain`` (sum over what
    improves, >= 0), ``loss`` (over what gets worse, <= 0), ``value`` (their sum); counts:
    ``better``, ``worse``, ``open`` (interests whose weight, effect or content is not known); and
    ``verdict``: ``something`` when at least one thing gets better, else ``unknown`` when an effect
    is not known or nothing is known at all, else ``nothing``.

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": ["a", "b"], "weight": [2.0, 3.0]})
    >>> works = pd.DataFrame({"option": ["o", "o"], "interest": ["k", "m"], "effect": [1.0, -2.0]})
    >>> gains(people, wants, works, ["o"])[["stakeholder", "value", "verdict"]].values.tolist()
    [['a', 2.0, 'something'], ['b', -6.0, 'nothing']]
    """
    rows = _by_interest(interests, effects[effects["option"].isin(list(package))], values)
    if values is not None:
        rows = pd.concat([rows, _as_given(values[values["option"].isin(list(package))])])
    table = rows.groupby("stakeholder").sum().reindex(stakeholders["id"], fill_value=0)
    table["value"] = table["gain"] + table["loss"]
    unclear = (table["pending"] > 0) | (table["known"] == 0)
    table["verdict"] = np.select([table["better"] > 0, unclear], [SOMETHING, UNKNOWN], NOTHING)
    columns = ["gain", "loss", "value", "better", "worse", "open", "verdict"]
    return table[columns].rename_axis("stakeholder").reset_index()


def _by_interest(
    interests: pd.DataFrame, chosen: pd.DataFrame, values: pd.DataFrame | None
) -> pd.DataFrame:
    """Return one row an interest: what the chosen effects bring, where no value was given."""
    if values is not None:
        holder = chosen["interest"].map(interests.set_index("id")["stakeholder"])
        pairs = pd.MultiIndex.from_arrays([holder, chosen["option"]])
        given = pd.MultiIndex.from_frame(values[["stakeholder", "option"]])
        chosen = chosen[~pairs.isin(given)]
    by_interest = chosen.groupby("interest")["effect"]
    effect = interests["id"].map(by_interest.sum()).fillna(0.0).astype(float)
    pending = interests["id"].map(by_interest.count() < by_interest.size()).eq(True)
    weight = interests["weight"].astype(float)
    value, known = (weight * effect).fillna(0.0), pd.Series(said(interests), interests.index)
    return pd.DataFrame(
        {
            "stakeholder": interests["stakeholder"],
            "gain": value.clip(lower=0),
            "loss": value.clip(upper=0),
            "better": ((effect > 0) & (weight != 0)).astype(int),
            "worse": ((effect < 0) & (weight != 0)).astype(int),
            "open": (pending | (weight.isna() & (effect != 0)) | ~known).astype(int),
            "known": known.astype(int),
            "pending": pending.astype(int),
        }
    )


def _as_given(values: pd.DataFrame) -> pd.DataFrame:
    """Return one row a value that was given as such."""
    value = values["value"].astype(float)
    return pd.DataFrame(
        {
            "stakeholder": values["stakeholder"],
            "gain": value.clip(lower=0),
            "loss": value.clip(upper=0),
            "better": (value > 0).astype(int),
            "worse": (value < 0).astype(int),
            "open": 0,
            "known": 1,
            "pending": 0,
        }
    )
