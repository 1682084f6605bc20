"""The courses of action to choose between: a short list of packages, and what strategies add."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from helpers.analysis.next_question.deciders import ANY_CHANCE
from helpers.analysis.next_question.prospects import Course
from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import (
    all_packages,
    no_deal_values,
    package_count,
    package_places,
    package_values,
    smallest_changes,
    weigh_packages,
)
from helpers.analysis.votes.judgement import judged_chances, words_to_go_by

Array = NDArray[np.float64]
Places = NDArray[np.int64]

MOST_WEIGHED = 20_000
"""With more packages than this only those that change one issue of the proposal are weighed."""


def promising_packages(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    thresholds: pd.DataFrame,
    proposal: Sequence[str],
    *,
    values: pd.DataFrame | None = None,
    firm_share: float,
    softness: float,
    each: int = 3,
) -> list[tuple[int, ...]]:
    """Return packages (rows of options): the proposal, then the smallest change, then others.

    The smallest change to a firm majority is there when there is one; the others are, for each
    number of changed issues, the ``each`` with the most expected seats, ``sum over f of
    w_f p_f(d)``, by what the tables say now, and no veto against them. Above 20 000 packages only
    changes of one issue are looked at. Other arguments as in
    :func:`~helpers.analysis.packages.weigh.weigh_packages`.

    >>> people = pd.DataFrame({"id": ["f"], "seats": [9], "judged_vote": ["probably_against"]})
    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["f"], "weight": [4.0]})
    >>> choices = pd.DataFrame({"id": ["now", "new"], "issue": "j", "status_quo": [True, False]})
    >>> works = pd.DataFrame({"option": ["new"], "interest": ["k"], "effect": [2.0]})
    >>> least = pd.DataFrame({"stakeholder": ["f"], "no_deal": [8.0], "veto": [False]})
    >>> tables = (people, wants, choices, works, least)
    >>> promising_packages(*tables, ["now"], firm_share=0.6, softness=5.0)
    [(0,), (1,)]
    """
    start = package_places(options, proposal)
    rows = one_change(options, start)
    if package_count(options) <= MOST_WEIGHED:
        rows = all_packages(options)
    tables = (stakeholders, interests, options, effects, thresholds)
    weighed = weigh_packages(
        *tables,
        proposal,
        packages=rows,
        values=values,
        firm_share=firm_share,
        softness=softness,
    )
    smallest = [package_places(options, one) for one in smallest_changes(weighed)["package"][:1]]
    groups = stakeholders[stakeholders["seats"].fillna(0) > 0]
    worth = option_values(groups, interests, options, effects, values)
    no_deal = no_deal_values(groups, thresholds)
    expected = expected_seats(groups, worth, no_deal, start, rows, softness)
    open_ = weighed[~weighed["vetoed"]].assign(expected=expected[~weighed["vetoed"]])
    by_seats = open_.sort_values("expected", ascending=False, kind="stable")
    best = rows[by_seats.groupby("changes").head(each).sort_index().index]
    return list(dict.fromkeys(tuple(one.tolist()) for one in (start, *smallest, *best)))


def one_change(options: pd.DataFrame, start: Places) -> Places:
    """Return the package ``start`` and every package that differs from it on one issue.

    >>> choices = pd.DataFrame({"id": ["a", "b", "c"], "issue": ["j", "j", "l"]})
    >>> one_change(choices, np.array([0, 2])).tolist()
    [[0, 2], [1, 2]]
    """
    issue = options["issue"].to_numpy()
    found = [start]
    for option in range(len(options)):
        at = np.flatnonzero(issue[start] == issue[option])
        if option not in start:
            found.append(np.where(np.arange(start.size) == at, option, start))
    return np.array(found)


def expected_seats(
    groups: pd.DataFrame,
    value: Array,
    no_deal: Array,
    start: Places,
    packages: Places,
    softness: float,
) -> Array:
    """Return the seats that each package may expect; an unknown chance of yes is any, as likely.

    ``groups`` has ``seats`` and ``judged_vote``; ``value``, shape (groups, options), and
    ``no_deal`` are in value points. Chances move as in
    :func:`~helpers.analysis.votes.majority.vote_chances`.
    """
    from scipy.special import expit, logit

    worth, now = package_values(value, packages), package_values(value, start[None])[0]
    total = np.zeros(len(packages))
    words = words_to_go_by(groups["judged_vote"], value, no_deal)
    for f, (word, seats) in enumerate(zip(words, groups["seats"], strict=True)):
        p = judged_chances([word]) if word else np.array([0.5])
        chances = ANY_CHANCE if np.isnan(p).any() else p
        gained = (worth[:, f] - (now[f] if word else no_deal[f])) / softness
        total += seats * expit(logit(chances) + gained[:, None]).mean(axis=1)
    return total


def with_strategies(
    packages: Sequence[tuple[int, ...]], strategies: pd.DataFrame | None
) -> list[tuple[Course, str]]:
    """Return the courses, each with the id of its strategy ("" for none): packages first.

    ``strategies`` has the columns ``id``, ``stakeholder`` (whom it helps), ``chance`` (that it
    works, 0 to 1) and ``gain`` (value points that it brings then). Each is tried on the first two
    packages: the proposal and, as a rule, the smallest change.

    >>> table = pd.DataFrame({"id": ["visit"], "stakeholder": ["f"], "chance": [0.5], "gain": [4]})
    >>> [(course.package, name) for course, name in with_strategies([(0,), (1,)], table)]
    [((0,), ''), ((1,), ''), ((0,), 'visit'), ((1,), 'visit')]
    """
    found = [(Course(one), "") for one in packages]
    if strategies is None:
        return found
    if not strategies["chance"].between(0, 1).all():
        raise ValueError("the chance of every strategy must be from 0 to 1")
    for name, who, chance, gain in strategies[["id", "stakeholder", "chance", "gain"]].itertuples(
        index=False
    ):
        extra = (str(who), float(chance), float(gain))
        found += [(Course(one, extra), str(name)) for one in packages[:2]]
    return found
