"""Scores of past forecasts: by hand, and as properties."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.past_votes.scores import (
    brier_interval,
    brier_score,
    mean_interval,
    reliability,
    wilson_interval,
)

FORECASTS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1, max_size=30)


@pytest.mark.parametrize(
    ("chances", "outcomes", "score"),
    [
        ([1, 0], [1, 0], 0),
        ([1, 0], [0, 1], 1),
        ([0.5, 0.5, 0.5], [1, 0, 0], 0.25),
        # (0.05^2 + 0.25^2 + 0.75^2 + 0.05^2) / 4
        ([0.95, 0.75, 0.75, 0.05], [1, 1, 0, 0], 0.1575),
        ([0.95, np.nan, 0.4], [1, 1, np.nan], 0.0025),
    ],
)
def test_brier_scores_by_hand(chances: list[float], outcomes: list[float], score: float) -> None:
    assert brier_score(chances, outcomes) == pytest.approx(score)


def test_nothing_to_score_has_no_score() -> None:
    assert np.isnan(brier_score([], []))
    assert reliability([], []).empty


@given(FORECASTS, st.data())
def test_every_forecast_inside_scores_between_best_and_worst(
    forecasts: list[tuple[float, int]], data: st.DataObject
) -> None:
    inside, outcomes = map(np.array, zip(*forecasts, strict=True))
    low = inside * data.draw(st.floats(0, 1))
    high = inside + (1 - inside) * data.draw(st.floats(0, 1))
    best, worst = brier_interval(low, high, outcomes)
    assert best - 1e-12 <= brier_score(inside, outcomes) <= worst + 1e-12


def test_a_forecast_with_one_end_does_not_count() -> None:
    nan = float("nan")
    assert brier_interval([nan, 0.2, 0.5], [0.5, nan, 0.5], [1, 0, 1]) == (0.25, 0.25)


def test_an_unknown_vote_scores_anything() -> None:
    assert brier_interval([0.0], [1.0], [1]) == (0, 1)


@given(FORECASTS)
def test_the_bins_hold_every_forecast_once(forecasts: list[tuple[float, int]]) -> None:
    chances, outcomes = map(np.array, zip(*forecasts, strict=True))
    table = reliability(chances, outcomes)
    assert table["count"].sum() == len(forecasts)
    assert (table["count"] * table["share"]).sum() == pytest.approx(outcomes.sum())
    assert (table["count"] * table["mean_chance"]).sum() == pytest.approx(chances.sum())
    assert (table["mean_chance"] <= table["high"] + 1e-9).all()
    assert (table["mean_chance"] >= table["low"] - 1e-9).all()
    assert table["share"].between(table["share_low"] - 1e-12, table["share_high"] + 1e-12).all()


def test_each_of_the_words_has_its_own_bin() -> None:
    words = [0.05, 0.25, 0.75, 0.95]
    table = reliability(np.repeat(words, 4), [0, 0, 0, 1] * 4)
    assert table["mean_chance"].tolist() == pytest.approx(words)
    assert table["share"].tolist() == [0.25] * 4


def test_an_edge_and_one_belong_to_a_bin() -> None:
    table = reliability([0.3, 0.1 + 0.2, 0.7, 1.0], [1, 1, 1, 1], [0, 0.3, 0.7, 1])
    assert table[["low", "count"]].to_numpy().tolist() == [[0.3, 2], [0.7, 2]]


def test_the_interval_of_a_share_ends_where_the_share_would_be_odd() -> None:
    low, high = wilson_interval(np.array([0.0, 0.15, 0.9]), np.array([10, 20, 100]))
    for share, n, *ends in zip([0.0, 0.15, 0.9], [10, 20, 100], low, high, strict=True):
        for end in ends:  # where the share is 1.96 standard errors away
            assert (end - share) ** 2 == pytest.approx(1.96**2 * end * (1 - end) / n, rel=1e-3)


def test_the_interval_of_a_mean_is_the_textbook_one_when_days_are_single() -> None:
    values = np.random.default_rng(1).normal(2.0, 3.0, 400)
    low, high = mean_interval(values, np.arange(400), seed=2)
    half = 1.645 * values.std() / 20
    assert (low, high) == pytest.approx((values.mean() - half, values.mean() + half), abs=0.03)
    together = mean_interval(np.repeat(values, 5), np.repeat(np.arange(400), 5), seed=2)
    assert together == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: brier_score([0.5], [1, 0]), "its own outcome"),
        (lambda: brier_score([1.5], [1]), "from 0 to 1"),
        (lambda: brier_score([0.5], [0.5]), "outcomes 0 or 1"),
        (lambda: brier_interval([0.6], [0.5], [1]), "two ends"),
        (lambda: reliability([0.5], [1], [0, 0.5]), "rise from 0 to 1"),
        (lambda: reliability([0.5], [1], [0, 0.5, 0.5, 1]), "rise from 0 to 1"),
    ],
)
def test_refuses_what_is_no_forecast(call: object, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        call()  # type: ignore[operator]
