"""What an answer is worth: the value of perfect and of sample information.

Actions a, states theta with a prior, and a value U(a, theta). Without asking, the best action is
worth ``max_a E[U]``. Knowing the state adds ``EVPI = E[max_a U] - max_a E[U]``; an answer y that
may be wrong adds ``EVSI = sum over y of P(y) max_a E[U | y] - max_a E[U]``, from 0 to EVPI. Both
are before the cost of asking.

Source: Howard (1966), "Information value theory"; Raiffa & Schlaifer (1961), "Applied statistical
decision theory".
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]

_ROUNDING = 1e-12


class Answers(NamedTuple):
    """What follows from each answer: one item an answer each.

    ``chance`` of hearing it, the ``action`` that is best then (a row of the values), what that is
    ``worth``, and whether it ``changes`` the action that is best without asking.
    """

    chance: Array
    action: NDArray[np.int64]
    worth: Array
    changes: NDArray[np.bool_]


def evpi(values: ArrayLike, prior: ArrayLike) -> float:
    """Return the value of knowing the state, in the unit of ``values``; 0 or more.

    ``values`` has shape (actions, states) and ``prior`` one chance a state, together 1.

    >>> evpi([[1.0, 0.0], [0.5, 0.5]], [0.5, 0.5])
    0.25
    """
    u, chance = _checked(values, prior)
    return _above_zero(float(u.max(axis=0) @ chance - (u @ chance).max()))


def evsi(values: ArrayLike, prior: ArrayLike, likelihood: ArrayLike) -> float:
    """Return the value of an answer, in the unit of ``values``; from 0 to :func:`evpi`.

    ``likelihood[y, theta]`` is the chance to hear answer y in state theta, shape (answers, states);
    every column adds up to 1. The other arguments as in :func:`evpi`.

    >>> doubtful = [[0.75, 0.25], [0.25, 0.75]]
    >>> evsi([[1.0, 0.0], [0.5, 0.5]], [0.5, 0.5], doubtful)
    0.125
    """
    u, chance = _checked(values, prior)
    heard = np.asarray(likelihood, dtype=float)
    if heard.ndim != 2 or heard.shape[1] != chance.size or (heard < 0).any():
        raise ValueError("likelihood must have a row an answer and a column a state, 0 or more")
    if np.abs(heard.sum(axis=0) - 1).max(initial=0) > 1e-9:
        raise ValueError("the chances of the answers must add up to 1 in every state")
    together = u @ (heard * chance).T
    return _above_zero(float(together.max(axis=0).sum() - (u @ chance).max()))


def answers(values: ArrayLike, prior: ArrayLike, likelihood: ArrayLike) -> Answers:
    """Return for each answer which action is best then; arguments as in :func:`evsi`.

    An answer changes the action only when another one is really better then (by more than 1e-12).

    >>> heard = answers([[1.0, 0.0], [0.5, 0.5]], [0.5, 0.5], [[1.0, 0.0], [0.0, 1.0]])
    >>> heard.action.tolist(), heard.changes.tolist()
    ([0, 1], [False, True])
    """
    u, chance = _checked(values, prior)
    joint = np.asarray(likelihood, dtype=float) * chance
    said = joint.sum(axis=1)
    given = u @ (joint / np.where(said > 0, said, 1)[:, None]).T
    now = int(np.argmax(u @ chance))
    changes = given.max(axis=0) > given[now] + _ROUNDING
    action = np.where(changes, given.argmax(axis=0), now)
    return Answers(said, action, given[action, np.arange(said.size)], changes & (said > 0))


def answer_likelihood(answer: Sequence[int] | NDArray[np.int64], reliability: float) -> Array:
    """Return the chance of each answer in each state, when some answers are wrong.

    ``answer`` is the right answer, from 0 to m - 1, in each state. It is heard with chance
    ``reliability`` r, from 1/m (says nothing; less is taken as 1/m) to 1, and each of the others
    with ``(1 - r) / (m - 1)``. Shape of the result: (m, states).

    >>> answer_likelihood([0, 0, 1], 0.75).tolist()
    [[0.75, 0.75, 0.25], [0.25, 0.25, 0.75]]
    """
    if not 0 <= reliability <= 1:
        raise ValueError(f"reliability must be from 0 to 1, not {reliability}")
    right = np.asarray(answer, dtype=np.int64)
    m = int(right.max(initial=0)) + 1
    if m == 1:
        return np.ones((1, right.size))
    r = max(reliability, 1 / m)
    return np.where(np.arange(m)[:, None] == right, r, (1 - r) / (m - 1))


def _checked(values: ArrayLike, prior: ArrayLike) -> tuple[Array, Array]:
    u, chance = np.asarray(values, dtype=float), np.asarray(prior, dtype=float)
    if u.ndim != 2 or u.shape[0] == 0 or chance.shape != u.shape[1:]:
        raise ValueError("values must have a row an action and a column for each item of prior")
    if (chance < 0).any() or abs(chance.sum() - 1) > 1e-9:
        raise ValueError("the chances of the states must be 0 or more and add up to 1")
    return u, chance


def _above_zero(value: float) -> float:
    """Return 0 for what only rounding makes differ from it."""
    return value if value > _ROUNDING else 0.0
