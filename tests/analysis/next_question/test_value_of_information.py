"""The value of information: closed forms, every state and answer, and its bounds."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.next_question.value_of_information import (
    answer_likelihood,
    answers,
    evpi,
    evsi,
)

SHARE = st.floats(0, 1)


@st.composite
def problems(draw: st.DrawFn) -> tuple[np.ndarray, np.ndarray, list[int]]:
    actions, states = draw(st.integers(1, 4)), draw(st.integers(1, 5))
    values = np.array([[draw(SHARE) for _ in range(states)] for _ in range(actions)])
    mass = np.array([draw(st.integers(1, 9)) for _ in range(states)], dtype=float)
    right = [draw(st.integers(0, 2)) for _ in range(states)]
    return values, mass / mass.sum(), right


def evsi_by_hand(values: np.ndarray, prior: np.ndarray, likelihood: np.ndarray) -> float:
    """Every rule that tells for each answer what to do; the best rule against not asking."""
    m, (actions, states) = len(likelihood), values.shape
    joint = prior * likelihood
    cells = [*itertools.product(range(m), range(states))]
    rules = itertools.product(range(actions), repeat=m)
    best = max(sum(joint[y, s] * values[rule[y], s] for y, s in cells) for rule in rules)
    return best - max(sum(prior * row) for row in values)


@given(SHARE, st.floats(0.5, 1))
def test_two_states_and_a_safe_choice_have_a_closed_form(p: float, r: float) -> None:
    """Risky: 1 or 0; safe: 1/2. An answer of reliability r helps when it changes the choice."""
    values, prior = [[1.0, 0.0], [0.5, 0.5]], [p, 1 - p]
    assert evpi(values, prior) == pytest.approx(p + (1 - p) / 2 - max(p, 0.5), abs=1e-11)
    yes, no = p * r + (1 - p) * (1 - r), p * (1 - r) + (1 - p) * r
    wanted = max(p * r, yes / 2) + max(p * (1 - r), no / 2) - max(p, 0.5)
    got = evsi(values, prior, answer_likelihood([0, 1], r))
    assert got == pytest.approx(max(wanted, 0), abs=1e-11)


@settings(max_examples=60)
@given(problems(), SHARE)
def test_equals_the_best_rule_of_all(
    problem: tuple[np.ndarray, np.ndarray, list[int]], r: float
) -> None:
    values, prior, right = problem
    likelihood = answer_likelihood(right, r)
    wanted = evsi_by_hand(values, prior, likelihood)
    assert evsi(values, prior, likelihood) == pytest.approx(wanted, abs=1e-11)


@given(problems(), SHARE, SHARE)
def test_more_reliable_is_not_worth_less_and_never_more_than_knowing(
    problem: tuple[np.ndarray, np.ndarray, list[int]], one: float, two: float
) -> None:
    values, prior, right = problem
    low, high = (evsi(values, prior, answer_likelihood(right, r)) for r in sorted((one, two)))
    assert 0 <= low <= high + 1e-11
    assert high <= evpi(values, prior) + 1e-11


@given(problems(), SHARE)
def test_worth_nothing_when_no_answer_changes_the_action(
    problem: tuple[np.ndarray, np.ndarray, list[int]], r: float
) -> None:
    values, prior, right = problem
    likelihood = answer_likelihood(right, r)
    heard = answers(values, prior, likelihood)
    worth = evsi(values, prior, likelihood)
    assert heard.changes.any() or worth == pytest.approx(0, abs=1e-11)
    now = (values @ prior).max()
    assert heard.chance @ heard.worth - now == pytest.approx(worth, abs=1e-11)
    assert heard.chance.sum() == pytest.approx(1)


def test_one_action_is_never_changed() -> None:
    assert evpi([[0.2, 0.9]], [0.5, 0.5]) == 0
    assert not answers([[0.2, 0.9]], [0.5, 0.5], [[1, 0], [0, 1]]).changes.any()


def test_a_fully_reliable_answer_that_tells_the_state_is_perfect_information() -> None:
    values, prior = [[0.9, 0.1, 0.4], [0.3, 0.6, 0.5]], [0.2, 0.3, 0.5]
    told = evsi(values, prior, answer_likelihood([0, 1, 2], 1.0))
    assert told == pytest.approx(evpi(values, prior))


def test_the_least_reliable_answer_says_nothing() -> None:
    assert answer_likelihood([0, 1, 2], 0.0) == pytest.approx(np.full((3, 3), 1 / 3))
    assert evsi([[1, 0], [0, 1]], [0.5, 0.5], answer_likelihood([0, 1], 0.1)) == 0


def test_an_answer_that_is_never_heard_has_no_chance_and_changes_nothing() -> None:
    heard = answers([[1, 0], [0, 1]], [1.0, 0.0], [[1, 0], [0, 1]])
    assert heard.chance.tolist() == [1, 0]
    assert heard.changes.tolist() == [False, False]
    assert not math.isnan(heard.worth.sum())


@pytest.mark.parametrize(
    ("values", "prior", "likelihood", "says"),
    [
        ([[1, 0]], [0.5, 0.4], [[1, 1]], "add up to 1"),
        ([[1, 0]], [1.0], [[1]], "a column for each item of prior"),
        ([[1, 0]], [0.5, 0.5], [[1, 0.5]], "must add up to 1 in every state"),
        ([[1, 0]], [0.5, 0.5], [[1], [0]], "a row an answer and a column a state"),
    ],
)
def test_refuses_chances_that_do_not_add_up(
    values: list[list[float]], prior: list[float], likelihood: list[list[float]], says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        evsi(values, prior, likelihood)


def test_refuses_a_reliability_that_is_no_chance() -> None:
    with pytest.raises(ValueError, match="reliability must be from 0 to 1, not 2"):
        answer_likelihood([0, 1], 2)
