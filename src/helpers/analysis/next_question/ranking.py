"""Which question next: how much an answer may change what to do.

Courses of action are the proposal as it lies, a short list of packages, strategies (with their own
chance of success) and postponing. U is the chance of a majority
(:mod:`helpers.analysis.next_question.prospects`) less what changing the proposal costs; postponing
has a value of its own. For each thing that is not sure about who decides:
``EVSI = sum over answers y of P(y) max_a E[U | y] - max_a E[U]``, less what asking costs
(:mod:`helpers.analysis.next_question.value_of_information`). A model only finds questions about
what is in it, so an open question always comes first.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.next_question.courses import promising_packages, with_strategies
from helpers.analysis.next_question.deciders import Decider, deciders
from helpers.analysis.next_question.prospects import Course, by_decider, expected_values, prospects
from helpers.analysis.next_question.unknown_states import Unknown, unknown_states
from helpers.analysis.next_question.value_of_information import (
    answer_likelihood,
    answers,
    evpi,
    evsi,
)
from helpers.analysis.packages.weigh import package_places
from helpers.analysis.votes.majority import FIRM_SHARE

Array = NDArray[np.float64]

OPEN = "open"

PROPOSAL, PACKAGE, STRATEGY, POSTPONE = "proposal", "package", "strategy", "postpone"

ALDERMAN, TOGETHER, REGISTRY, YOU = "alderman", "you_with_alderman", "you_through_registry", "you"

ASKED_BY = {
    "fractie": ALDERMAN,
    "executive": TOGETHER,
    "official": YOU,
    "residents": YOU,
    "business": YOU,
    "owner": TOGETHER,
    "partner": YOU,
    "government": YOU,
}
"""Who asks, by the kind of the stakeholder: an example that an organisation may change."""

COSTS = {ALDERMAN: 3.0, TOGETHER: 2.0, REGISTRY: 2.0, YOU: 1.0}
"""What a question costs, by who asks; you asking is 1."""


class NextQuestions(NamedTuple):
    """The questions, the best first, and the actions between which they help to choose."""

    questions: pd.DataFrame
    actions: pd.DataFrame


def next_questions(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    thresholds: pd.DataFrame,
    proposal: Sequence[str],
    *,
    loadings: ArrayLike,
    softness: float = 5.0,
    firm_share: float = FIRM_SHARE,
    packages: Sequence[Sequence[str]] | None = None,
    values: pd.DataFrame | None = None,
    strategies: pd.DataFrame | None = None,
    postpone: float | None = None,
    change_cost: float = 0.08,
    reliability: float = 0.8,
    price: float = 0.005,
    asked_by: Mapping[str, str] = ASKED_BY,
    costs: Mapping[str, float] = COSTS,
) -> NextQuestions:
    """Return which question to ask next, and what the answer may change.

    The tables are those of a dossier (:func:`~helpers.analysis.next_question.deciders.deciders`
    says which columns); ``proposal`` holds the option ids of the proposal as it lies. ``packages``
    may give the packages to choose from; else they are the proposal, the smallest change to a firm
    majority, and for each number of changes the best of
    :func:`~helpers.analysis.next_question.courses.promising_packages`.
    ``values`` (columns ``stakeholder, option, value``) count instead of weight x effect;
    ``strategies`` as in :func:`~helpers.analysis.next_question.courses.with_strategies`;
    ``postpone`` is what postponing is worth to you, and ``change_cost`` what each changed issue
    costs you, both as a chance (examples, to be shown; with 0 only the chance counts). ``loadings``
    as in :func:`~helpers.analysis.votes.vote.chances_given_factor`; ``reliability`` of an answer
    from 0 to 1; ``price`` (lambda) is how much chance one point of ``costs`` is worth: an example,
    to be shown.

    ``questions``, one row each: ``kind`` (``open``, ``vote``, ``interest``: only the position is
    known, ``weight``, ``effect``, ``no_deal``), ``id`` (of the interest, or else of the
    stakeholder), ``option`` (of an effect), ``stakeholder`` (whom to ask), ``asked_by``
    (``alderman``, ``you_with_alderman``, ``you_through_registry``, ``you``), ``moves`` (how far the
    true answer can move what the best action is worth), ``evpi`` (what being sure of this one thing
    is worth), ``evsi`` (what the answer is worth), ``cost``, ``net = evsi - price * cost``; and as
    tuples ``answers``, ``chances`` of hearing them, ``changes`` (the answers after which another
    action is best) and ``then`` (the rows of those actions). The open question ("what do I
    overlook?") comes first and has no values; then the highest ``net``; then questions of which no
    answer changes the action, by ``moves``.

    ``actions``, one row each, the proposal first: ``action`` (``proposal``, ``package``,
    ``strategy``, ``postpone``), ``package`` (option ids), ``strategy``, ``chance`` of a majority,
    ``worth`` (``E[U]``) and ``best`` (without asking).

    >>> people = pd.DataFrame({"id": ["f", "g"], "kind": "fractie", "seats": [5, 4],
    ...                        "judged_vote": ["probably_against", "probably_for"]})
    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["f"], "weight": [4.0], "certainty": 1})
    >>> choices = pd.DataFrame({"id": ["now", "new"], "issue": "j", "status_quo": [True, False]})
    >>> works = pd.DataFrame({"option": ["new"], "interest": ["k"], "effect": [1.0]})
    >>> least = pd.DataFrame({"stakeholder": [], "no_deal": [], "veto": []})
    >>> found = next_questions(people, wants, choices, works, least, ["now"], loadings=0.5)
    >>> found.questions[["kind", "id", "option", "asked_by"]].to_numpy().tolist()
    [['open', '', '', 'you'], ['effect', 'k', 'new', 'alderman'], ['weight', 'k', '', 'alderman']]
    >>> found.questions["changes"].tolist()[1]
    (-1.0, 0.0)
    """
    tables = (stakeholders, interests, options, effects, thresholds)
    start = tuple(package_places(options, proposal).tolist())
    if packages is None:
        rows = promising_packages(
            *tables, proposal, values=values, firm_share=firm_share, softness=softness
        )
    else:
        given = [tuple(package_places(options, one).tolist()) for one in packages]
        rows = list(dict.fromkeys([start, *given]))
    who, courses = deciders(*tables, values), with_strategies(rows, strategies)
    known = prospects(who, [course for course, _ in courses], start, loadings, softness)
    chance, changes = expected_values(known), [_changes(one.package, start) for one, _ in courses]
    kept = [*range(len(courses))]
    if packages is None:
        kept = _kept(chance, changes, [name for _, name in courses])
    chance, less = chance[kept], change_cost * np.array(changes)[kept]
    actions = _actions([courses[at] for at in kept], chance, less, options, postpone)
    views = [
        [one.less(cost) for one in by_decider(known, at)]
        for at, cost in zip(kept, less.tolist(), strict=True)
    ]
    asked = [
        (one, unknown)
        for one, stakes, ahead in zip(who.all, known.stakes, zip(*views, strict=True), strict=True)
        for unknown in unknown_states(one, [stakes[at] for at in kept], ahead, who.units)
    ]
    names = options["id"].tolist()
    lines = [
        {**_about(one, unknown, names, asked_by), **_worth(unknown, postpone, reliability)}
        for one, unknown in asked
    ]
    return NextQuestions(_ranked(lines, costs, price), actions)


def _kept(chance: Array, changes: list[int], names: list[str]) -> list[int]:
    """Return the first two, the strategies, and for each number of changes the best chance."""
    best: dict[int, int] = {}
    for at in sorted(range(len(names)), key=lambda at: -chance[at]):
        if not names[at]:
            best.setdefault(changes[at], at)
    strategies = (at for at, name in enumerate(names) if name)
    return sorted({0, min(1, len(names) - 1), *best.values(), *strategies})


def _changes(package: tuple[int, ...], start: tuple[int, ...]) -> int:
    return sum(one != other for one, other in zip(package, start, strict=True))


def _actions(
    courses: Sequence[tuple[Course, str]],
    chances: Array,
    less: Array,
    options: pd.DataFrame,
    postpone: float | None,
) -> pd.DataFrame:
    names = options["id"].tolist()
    rows: list[tuple[object, ...]] = []
    for (course, strategy), chance, cost in zip(courses, chances, less, strict=True):
        kind = STRATEGY if strategy else PROPOSAL if not rows else PACKAGE
        package = tuple(names[option] for option in course.package)
        rows.append((kind, package, strategy, chance, chance - cost))
    if postpone is not None:
        rows.append((POSTPONE, (), "", np.nan, postpone))
    table = pd.DataFrame(rows, columns=["action", "package", "strategy", "chance", "worth"])
    return table.assign(best=np.arange(len(table)) == table["worth"].to_numpy().argmax())


def _about(
    one: Decider, unknown: Unknown, options: Sequence[str], asked_by: Mapping[str, str]
) -> dict[str, object]:
    return {
        "kind": unknown.kind,
        "id": unknown.interest or one.id,
        "option": "" if unknown.option is None else options[unknown.option],
        "stakeholder": one.id,
        "asked_by": asked_by.get(one.kind, TOGETHER),
    }


def _worth(unknown: Unknown, postpone: float | None, reliability: float) -> dict[str, object]:
    values = unknown.chances
    if postpone is not None:
        values = np.vstack([values, np.full(values.shape[1], postpone)])
    prior = np.full(values.shape[1], 1 / values.shape[1])
    likelihood = answer_likelihood(unknown.answer, reliability)
    heard = answers(values, prior, likelihood)
    changed = np.flatnonzero(heard.changes)
    moves = np.ptp(values[int(np.argmax(values @ prior))])
    return {
        "moves": float(moves),
        "evpi": evpi(values, prior),
        "evsi": evsi(values, prior, likelihood),
        "answers": unknown.words,
        "chances": tuple(heard.chance.tolist()),
        "changes": tuple(unknown.words[at] for at in changed),
        "then": tuple(heard.action[changed].tolist()),
    }


def _ranked(
    lines: list[dict[str, object]], costs: Mapping[str, float], price: float
) -> pd.DataFrame:
    first = {"kind": OPEN, "id": "", "option": "", "stakeholder": "", "asked_by": YOU}
    none = dict.fromkeys(("answers", "chances", "changes", "then"), ())
    table = pd.DataFrame(
        [{**first, "moves": np.nan, "evpi": np.nan, "evsi": np.nan, **none}, *lines]
    )
    table.insert(8, "cost", table["asked_by"].map(costs).astype(float))
    table.insert(9, "net", table["evsi"] - price * table["cost"])
    useful = table["net"].where(table["evsi"] > 0, -np.inf).mask(table["kind"] == OPEN, np.inf)
    order = np.lexsort((-table["moves"].to_numpy(), -useful.to_numpy()))
    return table.iloc[order].reset_index(drop=True)
