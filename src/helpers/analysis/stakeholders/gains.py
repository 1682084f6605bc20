"""For whom is there something in a package, and for whom nothing yet.

Value of a package d for stakeholder i: ``u_i(d) = sum over issues j and interests k of
W[i, k] * E[d_j, k]``, with weights W >= 0 and effects E against the status quo (Keeney & Raiffa
1976). Unknown weights and effects are no zero: they are counted apart. A value that a dossier gives
as such counts instead.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.stakeholders.interests import said

Array = NDArray[np.float64]

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
    parts = [_by_interest(interests, effects[effects["option"].isin(list(package))], values)]
    if values is not None:
        parts.append(_as_given(values[values["option"].isin(list(package))]))
    holder = np.concatenate([one["stakeholder"] for one in parts])
    place = pd.Index(stakeholders["id"]).get_indexer(holder)
    here, count = place >= 0, len(stakeholders)

    def total(name: str) -> Array:
        told = np.concatenate([one[name] for one in parts])[here]
        return np.bincount(place[here], weights=told, minlength=count).astype(float)

    gain, loss, better = total("gain"), total("loss"), total("better")
    unclear = (total("pending") > 0) | (total("known") == 0)
    columns = {
        "stakeholder": stakeholders["id"].to_numpy(),
        "gain": gain,
        "loss": loss,
        "value": gain + loss,
        **{name: total(name).astype(int) for name in ("better", "worse", "open")},
        "verdict": np.select([better > 0, unclear], [SOMETHING, UNKNOWN], NOTHING),
    }
    return pd.DataFrame(columns)


def _by_interest(
    interests: pd.DataFrame, chosen: pd.DataFrame, values: pd.DataFrame | None
) -> dict[str, Any]:
    """Return columns, one item an interest: what chosen effects bring, where no value is given."""
    place = pd.Index(interests["id"]).get_indexer(chosen["interest"])
    holder = interests["stakeholder"].to_numpy()
    here = place >= 0
    if values is not None:
        given = set(zip(values["stakeholder"].tolist(), values["option"].tolist(), strict=True))
        pairs = zip(place.tolist(), chosen["option"].tolist(), strict=True)
        open_ = (at < 0 or (holder[at], option) not in given for at, option in pairs)
        here &= np.fromiter(open_, bool, len(place))
    told = chosen["effect"].to_numpy(dtype=float)[here]
    count = len(interests)
    effect = np.bincount(place[here], weights=np.nan_to_num(told), minlength=count)
    pending = np.bincount(place[here][np.isnan(told)], minlength=count) > 0
    weight, known = interests["weight"].to_numpy(dtype=float), said(interests)
    value = np.nan_to_num(weight * effect)
    return {
        "stakeholder": holder,
        "gain": value.clip(min=0),
        "loss": value.clip(max=0),
        "better": (effect > 0) & (weight != 0),
        "worse": (effect < 0) & (weight != 0),
        "open": pending | (np.isnan(weight) & (effect != 0)) | ~known,
        "known": known,
        "pending": pending,
    }


def _as_given(values: pd.DataFrame) -> dict[str, Any]:
    """Return columns with one item a value that was given as such."""
    value = values["value"].to_numpy(dtype=float)
    return {
        "stakeholder": values["stakeholder"].to_numpy(),
        "gain": value.clip(min=0),
        "loss": value.clip(max=0),
        "better": value > 0,
        "worse": value < 0,
        "open": np.zeros(len(value)),
        "known": np.ones(len(value)),
        "pending": np.zeros(len(value)),
    }
