"""Judging a model on later votes: it never sees them, and the better model wins."""

from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.past_votes.calibration import (
    LEARNERS,
    OutOfTime,
    best_so_far,
    folds_by_day,
    out_of_time,
    recency,
    seats_by_model,
)
from helpers.analysis.past_votes.decisions import PastVotes, simulated_record, votes_by_decision
from helpers.analysis.past_votes.factor_fit import fit_votes
from helpers.analysis.past_votes.factor_model import FactorModel, log_likelihoods
from helpers.analysis.past_votes.scores import reliability
from helpers.analysis.votes.vote import seats_for_distribution

GROUPS = pd.DataFrame(
    {
        "group": ["a", "b", "c", "d", "e"],
        "seats": [9, 8, 5, 4, 1],
        "chance": [0.85, 0.75, 0.6, 0.5, 0.4],
        "loading": [0.9, 0.85, 0.5, 0.0, -0.6],
    }
)


@cache
def invented() -> PastVotes:
    days = pd.date_range("2022-01-13", periods=60, freq="2W")
    return votes_by_decision(simulated_record(GROUPS, days, 20, seed=11))


@cache
def judged(name: str) -> OutOfTime:
    past = invented()
    return out_of_time(past, LEARNERS[name], folds_by_day(past.dates, folds=4))


def test_the_model_that_made_the_votes_wins() -> None:
    best = judged("loadings").log_likelihood.mean()
    for name in ("independent", "common"):
        assert best > judged(name).log_likelihood.mean() + 0.2
    assert judged("loadings").seats.mean() > judged("independent").seats.mean()


def test_a_loading_too_many_costs_next_to_nothing() -> None:
    gain = judged("two_factors").log_likelihood - judged("loadings").log_likelihood
    assert abs(gain.mean()) < 0.03


def test_chances_given_the_others_come_true_as_often_as_they_say() -> None:
    votes = invented().votes.loc[judged("loadings").given_others.index]
    table = reliability(judged("loadings").given_others, votes)
    assert len(table) >= 8
    assert (table["mean_chance"] - table["share"]).abs().max() < 0.12


def test_no_window_has_seen_its_own_days() -> None:
    past = invented()
    fold = folds_by_day(past.dates, folds=3)
    seen: list[int] = []

    def learn(votes: pd.DataFrame, weights: np.ndarray) -> FactorModel:
        seen.append(len(votes))
        assert len(weights) == len(votes)
        return fit_votes(votes, factors=0)

    out_of_time(past, learn, fold)
    assert seen == [int((fold < one).sum()) for one in range(3)]
    last_learned = past.dates[fold < 0].max()
    assert last_learned < past.dates[fold == 0].min()


def test_windows_are_judged_as_by_hand() -> None:
    past = invented()
    fold = folds_by_day(past.dates, folds=1, first=0.5)
    model = fit_votes(past.votes[fold < 0])
    wanted = log_likelihoods(model, past.votes[fold == 0])
    found = out_of_time(past, LEARNERS["loadings"], fold)
    assert found.log_likelihood.tolist() == pytest.approx(wanted.tolist())
    last = past.votes.index[-1]
    seats = past.seats.loc[last].to_numpy()
    yes = int((seats * past.votes.loc[last]).sum())
    chance = seats_for_distribution(seats, model.groups["chance"], model.groups["loading"])[yes]
    assert np.exp(found.seats[last]) == pytest.approx(chance, abs=1e-6)


def test_groups_may_come_and_go() -> None:
    past = invented()
    fold = folds_by_day(past.dates, folds=2)
    votes, seats = past.votes.copy(), past.seats.copy()
    votes.loc[fold < 1, "e"], seats.loc[fold < 1, "e"] = np.nan, 0
    votes.loc[fold > 0, "a"], seats.loc[fold > 0, "a"] = np.nan, 0
    for name in LEARNERS:
        found = out_of_time(PastVotes(votes, seats, past.dates), LEARNERS[name], fold)
        assert np.isfinite(found.log_likelihood).all()
        assert np.isfinite(found.seats).all()


@given(
    st.lists(st.integers(0, 20), min_size=2, max_size=40),
    st.integers(1, 6),
    st.floats(0, 0.9),
)
def test_a_day_is_never_cut_and_windows_rise(offsets: list[int], folds: int, first: float) -> None:
    days = pd.Series(pd.Timestamp("2026-01-01") + pd.to_timedelta(sorted(offsets), unit="D"))
    if days.iloc[0] == days.iloc[-1]:
        with pytest.raises(ValueError, match="no later decisions"):
            folds_by_day(days, folds, first)
        return
    try:
        fold = folds_by_day(days, folds, first)
    except ValueError:
        assert (days == days.iloc[-1]).sum() >= (1 - first) * len(days)
        return
    assert (np.diff(fold) >= 0).all()
    assert pd.Series(fold).groupby(days).nunique().max() == 1
    assert fold[0] == -1
    assert set(fold) == set(range(-1, fold.max() + 1))
    assert fold.max() < folds


def test_windows_can_start_on_a_day() -> None:
    days = pd.Series(pd.date_range("2026-01-01", periods=5))
    assert folds_by_day(days, 1, start=pd.Timestamp("2026-01-04")).tolist() == [-1, -1, -1, 0, 0]


def test_who_changed_is_followed_when_old_votes_count_less() -> None:
    past = invented()
    fold = folds_by_day(past.dates, folds=4)
    turned = past.votes.copy()
    half = len(turned) // 2
    turned.iloc[half:, 0] = 1 - turned.iloc[half:, 0]
    changed = past._replace(votes=turned)
    all_alike, recent = (
        out_of_time(changed, LEARNERS["loadings"], fold, half_life) for half_life in (None, 60)
    )
    gain = recent.log_likelihood - all_alike.log_likelihood
    assert gain[all_alike.fold == 3].mean() > 0.1


def test_a_half_life_must_be_a_time() -> None:
    with pytest.raises(ValueError, match="more than 0 days"):
        recency(pd.Series(pd.to_datetime(["2026-01-01"])), pd.Timestamp("2026-01-02"), 0)


def test_seats_by_model_is_the_forecast() -> None:
    seats = GROUPS["seats"].to_numpy()
    wanted = seats_for_distribution(seats, GROUPS["chance"], GROUPS["loading"])
    assert seats_by_model(GROUPS, seats) == pytest.approx(wanted, abs=1e-7)
    two = GROUPS.rename(columns={"loading": "loading_1"}).assign(loading_2=0.0)
    assert seats_by_model(two, seats) == pytest.approx(wanted, abs=1e-4)


def test_the_choice_looks_back_only() -> None:
    scores = pd.DataFrame({"plain": [-2.0, -2.0, -9.0, -2.0], "rich": [-1.0, -1.0, -1.0, -5.0]})
    chosen = best_so_far(scores, pd.Series([0, 0, 1, 2]))
    assert chosen.tolist() == [-2.0, -2.0, -1.0, -5.0]
