"""Power, interest and who is affected; and whose claim stands out.

Power-interest grid: Mendelow (1981), "Environmental scanning: the impact of the stakeholder
concept". Salience: Mitchell, Agle & Wood (1997), "Toward a theory of stakeholder identification and
salience"; the class that they call after a danger is ``pressing`` here, because it is often a group
of citizens.
"""

import numpy as np
import pandas as pd

CUT = 5.0
"""From this point (of 10) on, power, involvement, ... count as high."""

NEAR = 1.0
"""Within this distance of the cut a judgement could as well be on the other side."""

UNKNOWN = "unknown"

_QUADRANT: dict[tuple[bool, ...], str] = {
    (True, True): "power_and_interest",
    (True, False): "power",
    (False, True): "interest",
    (False, False): "neither",
}
_SALIENCE: dict[tuple[bool, ...], str] = {
    (False, False, False): "none",
    (True, False, False): "dormant",
    (False, True, False): "discretionary",
    (False, False, True): "demanding",
    (True, True, False): "dominant",
    (True, False, True): "pressing",
    (False, True, True): "dependent",
    (True, True, True): "definitive",
}


def power_interest(stakeholders: pd.DataFrame, cut: float = CUT) -> pd.DataFrame:
    """Return the place of each stakeholder on the map: one row a stakeholder, in their order.

    Needs ``id, power, involvement, affected`` (0-10, ``nan`` = not known) and ``attitude`` (-2 to
    2); these come back as they are. Beside them: ``quadrant`` (``power_and_interest``, ``power``,
    ``interest``, ``neither``, or ``unknown``), ``borderline`` (power or involvement is within 1 of
    ``cut``), ``hit`` (affected at ``cut`` or above) and ``overlooked`` (hit, with power below
    ``cut``: easily forgotten on a map of power and interest). At the cut itself counts as high.

    >>> people = pd.DataFrame({"id": ["a"], "power": [2.0], "involvement": [8.0],
    ...                        "affected": [9.0], "attitude": [-1.0]})
    >>> power_interest(people)[["quadrant", "borderline", "overlooked"]].values.tolist()
    [['interest', False, True]]
    """
    table = stakeholders[["id", "power", "involvement", "affected", "attitude"]].copy()
    number = table.drop(columns="id").astype(float)
    table[number.columns] = number
    table["quadrant"] = _classed(number[["power", "involvement"]], cut, _QUADRANT)
    gap = (number[["power", "involvement"]] - cut).abs()
    table["borderline"] = (gap <= NEAR).any(axis=1)
    table["hit"] = number["affected"] >= cut
    table["overlooked"] = table["hit"] & (number["power"] < cut)
    return table.reset_index(drop=True)


def salience(stakeholders: pd.DataFrame, cut: float = CUT) -> pd.DataFrame:
    """Return whose claim stands out, from power, legitimacy and urgency (0-10) at ``cut`` or above.

    One row a stakeholder: ``id``, ``attributes`` (how many of the three are high, 0 to 3) and
    ``salience``: ``none``; with one ``dormant`` (power), ``discretionary`` (legitimacy),
    ``demanding`` (urgency); with two ``dominant`` (power, legitimacy), ``pressing`` (power,
    urgency), ``dependent`` (legitimacy, urgency); with three ``definitive``; ``unknown`` when one
    of them is not known.

    >>> people = pd.DataFrame({"id": ["a"], "power": [2.0], "legitimacy": [8.0], "urgency": [8.0]})
    >>> salience(people)[["attributes", "salience"]].values.tolist()
    [[2, 'dependent']]
    """
    number = stakeholders[["power", "legitimacy", "urgency"]].astype(float)
    return pd.DataFrame(
        {
            "id": stakeholders["id"].to_numpy(),
            "attributes": (number >= cut).sum(axis=1).to_numpy(),
            "salience": _classed(number, cut, _SALIENCE),
        }
    )


def _classed(number: pd.DataFrame, cut: float, names: dict[tuple[bool, ...], str]) -> np.ndarray:
    """Return the class of each row by which of its columns are at ``cut`` or above."""
    high = [tuple(row) for row in (number >= cut).to_numpy().tolist()]
    known = number.notna().all(axis=1)
    named = [names[row] if ok else UNKNOWN for row, ok in zip(high, known, strict=True)]
    return np.array(named, dtype=object)
