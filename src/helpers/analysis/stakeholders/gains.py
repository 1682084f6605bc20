"""For whom is there something in a package, and for whom nothing yet.

Value of a package d for stakeholder i: ``u_i(d) = sum over issues j and interests k of
W[i, k] * E[d_j, k]``, with weights W >= 0 and effects E against the status quo (Keeney & Raiffa
1976). Unknown weights and effects are no zero: they are counted apart.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

SOMETHING, NOTHING, UNKNOWN = "something", "nothing", "unknown"


def gains(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    effects: pd.DataFrame,
    package: Sequence[str],
) -> pd.DataFrame:
    """Return what a package brings each stakeholder: one row a stakeholder, in their order.

    ``package`` holds option ids, one an issue. Needs the columns ``stakeholders.id``,
    ``interests.id, stakeholder, weight`` and ``effects.option, interest, effect`` (``nan`` = not
    known). Columns of the result, in value points (weight x effect): ``gain`` (sum over interests
    that improve, >= 0), ``loss`` (over those that get worse, <= 0), ``value`` (their sum); counts:
    ``better``, ``worse``, ``open`` (interests whose weight, effect or content is not known); and
    ``verdict``: ``something`` when at least one interest gets better, else ``unknown`` when an
    effect is not known or no interest is known at all, else ``nothing``.

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> wants = pd.DataFrame({"id": ["k", "m"], "stakeholder": ["a", "b"], "weight": [2.0, 3.0]})
    >>> works = pd.DataFrame({"option": ["o", "o"], "interest": ["k", "m"], "effect": [1.0, -2.0]})
    >>> gains(people, wants, works, ["o"])[["stakeholder", "value", "verdict"]].values.tolist()
    [['a', 2.0, 'something'], ['b', -6.0, 'nothing']]
    """
    chosen = effects[effects["option"].isin(list(package))].groupby("interest")["effect"]
    effect = interests["id"].map(chosen.sum()).fillna(0.0).astype(float)
    pending = interests["id"].map(chosen.count() < chosen.size()).eq(True)
    weight = interests["weight"].astype(float)
    value = weight * effect
    said = _said(interests)
    rows = pd.DataFrame(
        {
            "stakeholder": interests["stakeholder"],
            "gain": value.clip(lower=0).fillna(0.0),
            "loss": value.clip(upper=0).fillna(0.0),
            "better": ((effect > 0) & (weight != 0)).astype(int),
            "worse": ((effect < 0) & (weight != 0)).astype(int),
            "open": (pending | (weight.isna() & (effect != 0)) | ~said).astype(int),
            "known": said.astype(int),
            "pending": pending.astype(int),
        }
    )
    table = rows.groupby("stakeholder").sum().reindex(stakeholders["id"], fill_value=0)
    table["value"] = table["gain"] + table["loss"]
    unclear = (table["pending"] > 0) | (table["known"] == 0)
    table["verdict"] = np.select([table["better"] > 0, unclear], [SOMETHING, UNKNOWN], NOTHING)
    columns = ["gain", "loss", "value", "better", "worse", "open", "verdict"]
    return table[columns].rename_axis("stakeholder").reset_index()


def _said(interests: pd.DataFrame) -> pd.Series:
    """Tell for each row whether the interest behind the position is known."""
    if "interest" not in interests:
        return pd.Series(True, index=interests.index)
    return interests["interest"].fillna("") != ""
