"""What each course of action may bring, as far as every decider on its own can change it.

U is the chance of a majority (:mod:`helpers.analysis.votes.vote`), times the chance that the
holders of a veto outside the vote have enough in it. What is not sure about one decider does not
depend on what is not sure about another, so ``E[U]`` is exact: each chance of yes, given the shared
factor, may be averaged by itself; and for one decider ``U = base + worth(Delta)``, with Delta what
the package brings it more than it has (or needs).
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.next_question.deciders import Decider, Deciders, Interest
from helpers.analysis.next_question.spread import (
    NOTHING,
    Spread,
    added,
    multiplied,
    spread,
    uniform,
)
from helpers.analysis.votes.all_but_one import seats_of_all_but_one
from helpers.analysis.votes.vote import chances_given_factor, over_factor, seats_given_factor

Array = NDArray[np.float64]
Places = NDArray[np.int64]


class Course(NamedTuple):
    """A package (rows of options), and what a strategy adds to it when it works.

    ``extra`` has a stakeholder id, the chance that the strategy works, and the value points that
    the stakeholder gains then.
    """

    package: tuple[int, ...]
    extra: tuple[str, float, float] | None = None


class Stake(NamedTuple):
    """What a course changes for one decider, in units: all together is ``delta``.

    ``moved`` holds the options (rows) that come (1) or go (-1) for each interest; ``parts`` a
    spread for each interest; ``least`` takes the value of no deal off, and ``rest`` adds what a
    strategy brings and the values that were told as such.
    """

    moved: tuple[dict[int, int], ...]
    parts: tuple[Spread, ...]
    least: Spread
    rest: Spread
    delta: Spread


class Prospect(NamedTuple):
    """``U = base + worth[chance, Delta - first]`` for one decider under one course."""

    base: float
    worth: Array
    first: int

    def less(self, cost: float) -> "Prospect":
        """Return the same when the course itself costs something."""
        return self._replace(base=self.base - cost)


def stake(
    one: Decider,
    course: Course,
    proposal: Sequence[int],
    units: int,
    seen: dict[object, Spread],
) -> Stake:
    """Return what is at stake for a decider: against the proposal when its vote is judged.

    A strategy that works with chance q adds its gain with chance q only. ``seen`` keeps the parts
    that courses have in common.
    """
    change = dict.fromkeys(course.package, 1)
    if one.judged:
        for option in proposal:
            change[option] = change.get(option, 0) - 1
    moved = tuple(
        {o: sign for o, sign in change.items() if sign and o in interest.effects}
        for interest in one.interests
    )
    parts = tuple(
        _part(interest, signs, seen) for interest, signs in zip(one.interests, moved, strict=True)
    )
    least = NOTHING if one.judged else uniform(one.no_deal, times=-1)
    told = Spread(sum(sign * one.told.get(o, 0) for o, sign in change.items()), np.ones(1))
    rest = added([_strategy(one, course, units), told])
    return Stake(moved, parts, least, rest, added([*parts, least, rest]))


def _part(interest: Interest, signs: dict[int, int], seen: dict[object, Spread]) -> Spread:
    key = (interest.id, *sorted(signs.items()))
    if key not in seen:
        seen[key] = multiplied(interest.weights, effect_sum(interest, signs))
    return seen[key]


def effect_sum(interest: Interest, signs: dict[int, int], but: int = -1) -> Spread:
    """Return the sum of the effects of what comes and goes, without option ``but``."""
    return added(uniform(interest.effects[o], sign) for o, sign in signs.items() if o != but)


def _strategy(one: Decider, course: Course, units: int) -> Spread:
    if course.extra is None or course.extra[0] != one.id:
        return NOTHING
    _, chance, gain = course.extra
    return spread([round(gain * units), 0], [chance, 1 - chance])


class Votes(NamedTuple):
    """The chance of yes of a party group at every Delta from ``first``, given the shared factor.

    ``given`` has shape (chances, Deltas, points of the factor), ``mean`` (Deltas, points).
    """

    first: int
    given: Array
    mean: Array


def votes(
    one: Decider, stakes: Iterable[Stake], loading: float, softness: float, units: int
) -> Votes:
    """Return ``p = logistic(logit p_f + Delta / softness)`` as votes, for all that is reached."""
    from scipy.special import expit, logit

    reached = [each.delta for each in stakes]
    first = min(each.first for each in reached)
    last = max(each.first + each.chance.size for each in reached)
    delta = np.arange(first, last) / units
    chance = expit(logit(one.chances)[:, None] + delta / softness)
    given = chances_given_factor(chance.ravel(), loading)
    by_chance = np.ascontiguousarray(given.T).reshape(*chance.shape, -1)
    return Votes(first, by_chance, by_chance.mean(axis=0))


def veto_chance(delta: Spread) -> float:
    """Return the chance that Delta is 0 or more.

    >>> veto_chance(uniform([-1, 0, 1, 2]))
    0.75
    """
    return float(delta.chance[delta.values >= 0].sum())


class Prospects(NamedTuple):
    """Every course for every decider: ``stakes[decider][course]``, and ``votes[group]``."""

    who: Deciders
    courses: tuple[Course, ...]
    stakes: tuple[tuple[Stake, ...], ...]
    votes: tuple[Votes, ...]


def prospects(
    who: Deciders,
    courses: Sequence[Course],
    proposal: Sequence[int],
    loadings: ArrayLike,
    softness: float,
) -> Prospects:
    """Return all that is needed to value the courses, and what each decider can change in them.

    ``proposal`` holds rows of options; ``loadings`` one value in (-1, 1) a party group or one for
    all; ``softness`` is in value points.
    """
    slopes = np.broadcast_to(np.asarray(loadings, dtype=float), (len(who.groups),)).tolist()
    seen: dict[object, Spread] = {}
    stakes = tuple(
        tuple(stake(one, course, proposal, who.units, seen) for course in courses)
        for one in who.all
    )
    each = zip(who.groups, stakes, slopes, strict=False)
    carried = tuple(votes(one, at, slope, softness, who.units) for one, at, slope in each)
    return Prospects(who, tuple(courses), stakes, carried)


def expected_values(known: Prospects) -> Array:
    """Return ``E[U]`` of each course; 0 when there are no party groups."""
    seats = [one.seats for one in known.who.groups]
    found = np.zeros(len(known.courses))
    for at in range(found.size if seats else 0):
        carried = over_factor(seats_given_factor(seats, _given(known, at)))[sum(seats) // 2 + 1 :]
        found[at] = carried.sum() * np.prod(_vetoes(known, at))
    return found


def by_decider(known: Prospects, at: int) -> Iterator[Prospect]:
    """Give what each decider can change under course ``at``, in their order."""
    if not known.votes:
        return
    seats = np.array([one.seats for one in known.who.groups], dtype=np.int64)
    given, vetoes = _given(known, at), _vetoes(known, at)
    least, free, passed = int(seats.sum()) // 2 + 1, float(np.prod(vetoes)), 0.0
    share = over_factor(np.identity(given.shape[0]))
    for f, others in seats_of_all_but_one(seats, given):
        no = others[least:].sum(axis=0)
        tips = others[max(least - int(seats[f]), 0) : least].sum(axis=0)
        passed = float(over_factor(no + given[:, f] * tips))
        worth: Array = known.votes[f].given @ (tips * share * free)
        yield Prospect(free * float(over_factor(no)), worth, known.votes[f].first)
    for place in range(len(vetoes)):
        delta = known.stakes[seats.size + place][at].delta
        rest = passed * float(np.prod(vetoes[:place] + vetoes[place + 1 :]))
        accepted: Array = (delta.values >= 0)[None].astype(float)
        yield Prospect(0.0, rest * accepted, delta.first)


def _given(known: Prospects, at: int) -> Array:
    means = []
    for vote, stakes in zip(known.votes, known.stakes, strict=False):
        delta = stakes[at].delta
        start = delta.first - vote.first
        means.append(delta.chance @ vote.mean[start : start + delta.chance.size])
    return np.column_stack(means)


def _vetoes(known: Prospects, at: int) -> list[float]:
    return [veto_chance(stakes[at].delta) for stakes in known.stakes[len(known.votes) :]]
