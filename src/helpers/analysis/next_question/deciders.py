"""Who decides, and what is not sure about them: party groups, and holders of a veto.

Certainty 3, 2, 1 of an interest means that its weight and its effects may be 0, 1, 2 steps of their
scale more or less, each value as likely; what is not known at all may be anything on its scale. An
unknown vote is a chance of yes that may be anything from 0 to 1. These priors are for choosing the
next question only.
"""

from collections.abc import Hashable, Iterable
from fractions import Fraction
from math import lcm
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values
from helpers.analysis.stakeholders.interests import HEAVIEST, STRONGEST, said
from helpers.analysis.votes.judgement import CHANCE_OF, words_to_go_by

Array = NDArray[np.float64]

FINEST = 20
"""Weights and values of no deal are kept to a twentieth of a point."""

ANY_CHANCE = (np.arange(20) + 0.5) / 20
"""An unknown chance of yes: the middles of twenty equal parts, each as likely."""


class Interest(NamedTuple):
    """What an interest may weigh (in units), and what each option (its row) may do to it."""

    id: str
    said: bool
    weights: tuple[int, ...]
    effects: dict[int, tuple[int, ...]]


class Decider(NamedTuple):
    """A party group, or (without seats) a holder of a veto.

    ``judged`` is whether its vote on the proposal as it lies is judged; ``chances`` has what its
    chance of yes may be then, each as likely, and 1/2 when what it gains decides. ``no_deal`` has
    what, in units, a package may have to reach; ``told`` what options (rows) bring, in units, as
    far as that was told as such: then weight x effect does not count.
    """

    id: str
    kind: str
    seats: int
    judged: bool
    chances: Array
    no_deal: tuple[int, ...]
    interests: tuple[Interest, ...]
    told: dict[int, int]


class Deciders(NamedTuple):
    """All who decide, party groups first, and how many units make a value point."""

    all: tuple[Decider, ...]
    units: int

    @property
    def groups(self) -> tuple[Decider, ...]:
        """The party groups."""
        return tuple(one for one in self.all if one.seats)


def steps(value: float, certainty: float, low: float, high: float) -> list[float]:
    """Return what a judgement may be: itself and 0, 1 or 2 steps of 1 each way, on its scale.

    ``certainty`` is 3, 2 or 1 (``nan``: 1); an unknown value (``nan``) may be any whole step.

    >>> steps(4.0, 1, 0, 5), steps(2.0, 3, 0, 5), steps(float("nan"), 3, -1, 1)
    ([2.0, 3.0, 4.0, 5.0], [2.0], [-1.0, 0.0, 1.0])
    """
    if np.isnan(value):
        return [float(one) for one in np.arange(low, high + 1)]
    reach = 2 if np.isnan(certainty) else int(3 - certainty)
    near = [value + step for step in range(-reach, reach + 1)]
    return [one for one in near if low <= one <= high]


def deciders(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    thresholds: pd.DataFrame,
    values: pd.DataFrame | None = None,
) -> Deciders:
    """Return who decides and what may be the case with them, from the tables of a dossier.

    Needs ``stakeholders.id, kind, seats, judged_vote``, ``interests.id, stakeholder, weight,
    certainty`` (and ``interest``, its text), ``options.id``, ``effects.option, interest, effect``,
    ``thresholds.stakeholder, no_deal, veto``, and perhaps ``values.stakeholder, option, value``.
    Without party groups nobody decides. A group without a judged vote goes by its interests; when
    nothing is known of these either, its vote is unknown. Of a party group only the votes count,
    not its veto. ``effects`` and ``thresholds`` may have a ``certainty`` of their own; without it
    an effect is as sure as its interest, and a value of no deal (in steps of one value point) as
    the least sure of the stakeholder's interests.

    >>> people = pd.DataFrame({"id": ["f"], "kind": "fractie", "seats": [9],
    ...                        "judged_vote": ["unknown"]})
    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["f"], "weight": [2.0],
    ...                       "certainty": [2]})
    >>> works = pd.DataFrame({"option": ["o"], "interest": ["k"], "effect": [float("nan")]})
    >>> least = pd.DataFrame({"stakeholder": [], "no_deal": [], "veto": []})
    >>> found = deciders(people, wants, pd.DataFrame({"id": ["o"]}), works, least).all[0]
    >>> found.interests[0].weights, found.interests[0].effects
    ((1, 2, 3), {0: (-3, -2, -1, 0, 1, 2, 3)})
    """
    no_deal = dict(zip(thresholds["stakeholder"], thresholds["no_deal"].fillna(0.0), strict=True))
    vetoes = set(thresholds.loc[thresholds["veto"].astype(bool), "stakeholder"])
    known = [] if values is None else [*values["value"]]
    units = _units([*interests["weight"].dropna(), *no_deal.values(), *known])
    told = _told(options, values, units)
    held = _interests(interests, options, effects, told, units)
    sure = interests.groupby("stakeholder")["certainty"].min().to_dict()
    sure |= _own_certainty(thresholds, thresholds["stakeholder"])
    found = []
    words = _words(stakeholders, interests, options, effects, thresholds, values)
    for name, kind, seats in stakeholders[["id", "kind", "seats"]].itertuples(index=False):
        votes = int(seats) if seats > 0 else 0
        if not votes and name not in vetoes:
            continue
        word = words.get(name, "")
        judged = word != ""
        at = float(no_deal.get(name, 0.0))
        near = [at] if judged else steps(at, float(sure.get(name, 3)), -np.inf, np.inf)
        least = tuple(round(one * units) for one in near)
        chances = _chances(word)
        own, told_own = held.get(name, ()), told.get(name, {})
        found.append(Decider(name, str(kind), votes, judged, chances, least, own, told_own))
    groups = tuple(one for one in found if one.seats)
    return Deciders((*groups, *(one for one in found if not one.seats)) if groups else (), units)


def _words(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    thresholds: pd.DataFrame,
    values: pd.DataFrame | None,
) -> dict[str, str]:
    """Return for each party group what to go by: its judged vote, or "" for its interests."""
    groups = stakeholders[stakeholders["seats"].fillna(0) > 0]
    worth = option_values(groups, interests, options, effects, values)
    no_deal = no_deal_values(groups, thresholds)
    return dict(
        zip(groups["id"], words_to_go_by(groups["judged_vote"], worth, no_deal), strict=True)
    )


def _chances(word: str) -> Array:
    chance = CHANCE_OF[word] if word else 0.5
    return ANY_CHANCE if np.isnan(chance) else np.array([chance])


def _own_certainty(table: pd.DataFrame, keys: Iterable[Hashable]) -> dict[Hashable, float]:
    """Return the certainty of the rows that have one of their own, by their key."""
    own = table.get("certainty", pd.Series(np.nan, index=table.index)).astype(float)
    return {key: value for key, value in zip(keys, own, strict=True) if not np.isnan(value)}


def _units(values: list[float]) -> int:
    fractions = (Fraction(float(value)).limit_denominator(FINEST) for value in values)
    return min(lcm(1, *(one.denominator for one in fractions)), FINEST)


def _told(
    options: pd.DataFrame, values: pd.DataFrame | None, units: int
) -> dict[str, dict[int, int]]:
    told: dict[str, dict[int, int]] = {}
    if values is not None:
        place = {name: at for at, name in enumerate(options["id"])}
        for who, option, value in values[["stakeholder", "option", "value"]].itertuples(
            index=False
        ):
            if option in place:
                told.setdefault(who, {})[place[option]] = round(float(value) * units)
    return told


def _interests(
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    told: dict[str, dict[int, int]],
    units: int,
) -> dict[str, tuple[Interest, ...]]:
    place = {name: at for at, name in enumerate(options["id"])}
    rows = zip(effects["interest"], effects["option"], effects["effect"].astype(float), strict=True)
    works: dict[str, list[tuple[int, float]]] = {}
    for interest, option, effect in rows:
        if option in place:
            works.setdefault(interest, []).append((place[option], effect))
    own = _own_certainty(effects, zip(effects["interest"], effects["option"], strict=True))
    names = options["id"].tolist()
    held: dict[str, tuple[Interest, ...]] = {}
    columns = (interests[name] for name in ("id", "stakeholder", "weight", "certainty"))
    for name, holder, weight, certainty, clear in zip(*columns, said(interests), strict=True):
        near = steps(float(weight), float(certainty), 0, HEAVIEST)
        touched = {
            option: _effects(effect, own.get((name, names[option]), float(certainty)))
            for option, effect in works.get(name, [])
            if option not in told.get(holder, {})
        }
        one = Interest(name, bool(clear), tuple(round(w * units) for w in near), touched)
        held[holder] = (*held.get(holder, ()), one)
    return held


def _effects(effect: float, certainty: float) -> tuple[int, ...]:
    return tuple(int(one) for one in steps(effect, certainty, -STRONGEST, STRONGEST))
