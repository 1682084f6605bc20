"""Where interests collide and where they complement one another, option by option.

What one stakeholder gains and another loses is no verdict on either: it is where to talk.
Input is the table of :func:`helpers.analysis.stakeholders.interests.stakes`.
"""

import numpy as np
import pandas as pd

CONFLICT, BOTH_GAIN, BOTH_LOSE = "conflict", "both_gain", "both_lose"


def sides(stakes: pd.DataFrame) -> pd.DataFrame:
    """Return for each option who gains and who loses: one row an option, in their order.

    Needs the columns ``stakeholder, option, issue, value, open``. Columns of the result:
    ``option``, ``issue``, and three tuples of stakeholder ids: ``gains`` (value > 0), ``loses``
    (value < 0) and ``unclear`` (something in this option is not known yet; such a stakeholder can
    also stand in one of the other two, by what is known).

    >>> table = pd.DataFrame({"stakeholder": ["a", "b"], "option": "o", "issue": "j",
    ...                       "value": [4.0, -2.0], "open": [0, 1]})
    >>> sides(table)[["gains", "loses", "unclear"]].values.tolist()
    [[('a',), ('b',), ('b',)]]
    """
    who = stakes["stakeholder"].unique()
    table = stakes.drop_duplicates("option")[["option", "issue"]].reset_index(drop=True)
    value, unclear = (
        stakes[name].to_numpy(dtype=float).reshape(len(who), len(table)).T
        for name in ("value", "open")
    )
    for name, side in (("gains", value > 0), ("loses", value < 0), ("unclear", unclear > 0)):
        table[name] = [tuple(who[row].tolist()) for row in side]
    return table


def meetings_of_interest(stakes: pd.DataFrame) -> pd.DataFrame:
    """Return every pair of stakeholders and option in which both have something at stake.

    One row a pair (``first`` and ``second``, in the order of ``stakes``) and ``option`` (with its
    ``issue``); ``relation`` is ``conflict`` (one gains, the other loses), ``both_gain`` or
    ``both_lose``; ``size`` is the smaller of the two stakes ``min(|v_first|, |v_second|)`` in value
    points (as the overlap in Godet's 1991 tables of convergence and divergence, without averaging:
    what is really shared).

    >>> table = pd.DataFrame({"stakeholder": ["a", "b"], "option": "o", "issue": "j",
    ...                       "value": [4.0, -2.0]})
    >>> meetings_of_interest(table).values.tolist()
    [['a', 'b', 'o', 'j', 'conflict', 2.0]]
    """
    who = stakes["stakeholder"].unique()
    options = stakes.drop_duplicates("option")
    value = stakes["value"].to_numpy(dtype=float).reshape(len(who), len(options))
    first, second = np.triu_indices(len(who), k=1)
    pair, at = np.nonzero((value[first] != 0) & (value[second] != 0))
    one, other = value[first[pair], at], value[second[pair], at]
    alike = np.where(one > 0, BOTH_GAIN, BOTH_LOSE)
    return pd.DataFrame(
        {
            "first": who[first[pair]],
            "second": who[second[pair]],
            "option": options["option"].to_numpy()[at],
            "issue": options["issue"].to_numpy()[at],
            "relation": np.where(one * other < 0, CONFLICT, alike),
            "size": np.minimum(np.abs(one), np.abs(other)),
        }
    )


def pair_totals(meetings: pd.DataFrame) -> pd.DataFrame:
    """Return what each pair of stakeholders has in common and where it collides, over all options.

    ``meetings`` as :func:`meetings_of_interest` gives it, or a part of it (one issue). One row a
    pair with the sums of ``size`` in ``conflict``, ``both_gain`` and ``both_lose``, in value
    points.

    >>> table = pd.DataFrame({"first": "a", "second": "b", "option": ["o", "p"], "issue": "j",
    ...                       "relation": ["conflict", "both_gain"], "size": [2.0, 5.0]})
    >>> pair_totals(table).values.tolist()
    [['a', 'b', 2.0, 5.0, 0.0]]
    """
    kinds = [CONFLICT, BOTH_GAIN, BOTH_LOSE]
    table = meetings.pivot_table(
        index=["first", "second"], columns="relation", values="size", aggfunc="sum", sort=False
    )
    table = table.reindex(columns=kinds).fillna(0.0)
    return table.rename_axis(columns=None).reset_index()
