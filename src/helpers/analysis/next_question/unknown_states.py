"""What is not sure about a decider, and ``E[U]`` of every action in each of its states."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.analysis.next_question.deciders import ANY_CHANCE, Decider
from helpers.analysis.next_question.prospects import Prospect, Stake, effect_sum
from helpers.analysis.next_question.spread import Spread, added, mean_over
from helpers.analysis.stakeholders.review import CONTENT, EFFECT, WEIGHT
from helpers.analysis.votes.forecast import nearest_words

Array = NDArray[np.float64]

VOTE, NO_DEAL = "vote", "no_deal"


class Unknown(NamedTuple):
    """One thing that is not sure; its states are each as likely.

    ``kind`` is ``vote``, ``no_deal``, ``interest``, ``weight`` or ``effect``; ``interest`` its id
    (or "") and ``option`` the row of the option of an effect. ``chances`` is ``E[U]``, shape
    (actions, states); ``answer`` the place in ``words`` of the right answer in each state.
    """

    kind: str
    interest: str
    option: int | None
    chances: Array
    answer: NDArray[np.int64]
    words: tuple[str | float, ...]


def unknown_states(
    one: Decider, stakes: Sequence[Stake], prospects: Sequence[Prospect], units: int
) -> Iterator[Unknown]:
    """Give what is not sure about a decider and is touched by an action.

    ``stakes`` and ``prospects`` have one item an action
    (:mod:`helpers.analysis.next_question.prospects`). An unknown vote has the words as answers,
    every other unknown its own values.
    """
    both = [*zip(stakes, prospects, strict=True)]
    if one.chances.size > 1:
        values = [_by_chance(stake, prospect) for stake, prospect in both]
        words, answer = np.unique(nearest_words(ANY_CHANCE), return_inverse=True)
        order = np.argsort([np.flatnonzero(answer == at)[0] for at in range(words.size)])
        rank = np.argsort(order)
        yield Unknown(VOTE, "", None, np.array(values), rank[answer], tuple(words[order].tolist()))
    if len(one.no_deal) > 1 and not one.judged:
        rest = [_rest(stake, prospect, but=None) for stake, prospect in both]
        values = [
            _at(r, -np.array(one.no_deal)) + p.base for r, p in zip(rest, prospects, strict=True)
        ]
        yield _plain(NO_DEAL, "", None, values, [least / units for least in one.no_deal])
    for place in range(len(one.interests)):
        touched = {o for stake in stakes for o in stake.moved[place]}
        if touched:
            yield from _about_interest(one, place, touched, both, units)


def _about_interest(
    one: Decider, place: int, touched: set[int], both: Sequence[tuple[Stake, Prospect]], units: int
) -> Iterator[Unknown]:
    interest = one.interests[place]
    weights = np.array(interest.weights)
    sums = [effect_sum(interest, stake.moved[place]) for stake, _ in both]
    by_both = [
        _at(_rest(stake, prospect, place), np.outer(weights, effect.values)) + prospect.base
        for (stake, prospect), effect in zip(both, sums, strict=True)
    ]
    if weights.size > 1:
        values = [table @ effect.chance for table, effect in zip(by_both, sums, strict=True)]
        kind = WEIGHT if interest.said else CONTENT
        yield _plain(kind, interest.id, None, values, (weights / units).tolist())
    for option in sorted(touched):
        effects = np.array(interest.effects[option])
        if effects.size > 1:
            values = []
            for (stake, _), table, effect in zip(both, by_both, sums, strict=True):
                sign = stake.moved[place].get(option, 0)
                rest = effect_sum(interest, stake.moved[place], but=option)
                at = np.add.outer(sign * effects, rest.values) - effect.first
                values.append(table.mean(axis=0)[at] @ rest.chance)
            yield _plain(EFFECT, interest.id, option, values, effects.astype(float).tolist())


def _plain(
    kind: str, interest: str, option: int | None, values: Sequence[Array], words: Sequence[float]
) -> Unknown:
    return Unknown(kind, interest, option, np.array(values), np.arange(len(words)), tuple(words))


def _by_chance(stake: Stake, prospect: Prospect) -> Array:
    delta = stake.delta
    start = delta.first - prospect.first
    reached = prospect.worth[:, start : start + delta.chance.size]
    by_chance: Array = prospect.base + reached @ delta.chance
    return by_chance


def _rest(stake: Stake, prospect: Prospect, but: int | None) -> Spread:
    """Return the worth of one part of Delta: the mean over all others (``None``: no deal)."""
    parts = [part for place, part in enumerate(stake.parts) if place != but]
    others = added([*parts, stake.rest] if but is None else [*parts, stake.rest, stake.least])
    return mean_over(others, Spread(prospect.first, prospect.worth.mean(axis=0)))


def _at(worth: Spread, values: NDArray[np.int64]) -> Array:
    found: Array = worth.chance[values - worth.first]
    return found
