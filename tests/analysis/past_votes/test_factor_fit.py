"""Estimating: known parameters come back, and the intervals say how far off it can be."""

from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from helpers.analysis.past_votes.decisions import (
    PastVotes,
    blocks_of_days,
    simulated_record,
    votes_by_decision,
)
from helpers.analysis.past_votes.factor_fit import fit_common, fit_votes, resampled_intervals
from helpers.analysis.past_votes.factor_model import log_likelihoods
from helpers.dossier.vote_record import read_vote_record

KNOWN = pd.DataFrame(
    {
        "group": ["a", "b", "c", "d", "e", "f", "g"],
        "seats": [9, 8, 7, 5, 4, 1, 1],
        "chance": [0.85, 0.8, 0.75, 0.6, 0.5, 0.4, 0.9],
        "loading": [0.9, 0.85, 0.7, 0.4, 0.0, -0.5, 0.6],
    }
).set_index("group", drop=False)


@cache
def invented() -> PastVotes:
    days = pd.date_range("2022-01-13", periods=80, freq="2W")
    return votes_by_decision(simulated_record(KNOWN, days, 25, seed=20))


def test_known_parameters_come_back_with_their_sign() -> None:
    found = fit_votes(invented().votes).groups
    assert (found["chance"] - KNOWN["chance"]).abs().max() < 0.03
    assert (found["loading"] - KNOWN["loading"]).abs().max() < 0.07


def test_known_parameters_lie_in_nine_of_ten_intervals() -> None:
    past = invented()
    ends = resampled_intervals(past.votes, blocks_of_days(past.dates), seed=5, resamples=40)
    inside = [
        ends[f"{name}_low"].le(KNOWN[name]) & ends[f"{name}_high"].ge(KNOWN[name])
        for name in ("chance", "loading")
    ]
    assert np.mean(inside) >= 0.75  # 14 intervals of 90%
    estimate = fit_votes(past.votes).groups
    pd.testing.assert_frame_equal(ends[["chance", "loading"]], estimate)
    assert (ends["loading_high"] - ends["loading_low"]).between(0.01, 0.4).all()


def test_the_same_seed_gives_the_same_intervals() -> None:
    votes, days = invented().votes[:400], blocks_of_days(invented().dates[:400])
    first, again, other = (
        resampled_intervals(votes, days, seed=seed, resamples=4) for seed in (1, 1, 2)
    )
    pd.testing.assert_frame_equal(first, again)
    assert (first["loading_low"] != other["loading_low"]).any()


def test_decisions_of_one_day_that_go_alike_widen_the_intervals() -> None:
    """Each day the same decision ten times: days count, decisions do not."""
    day = invented().votes[:40]
    votes = pd.concat([day] * 10, ignore_index=True)
    together = resampled_intervals(votes, np.tile(np.arange(40), 10), seed=1, resamples=20)
    apart = resampled_intervals(votes, np.arange(400), seed=1, resamples=20)
    width = [ends["chance_high"] - ends["chance_low"] for ends in (together, apart)]
    assert (width[0] > 1.5 * width[1]).all()


def test_one_day_has_nothing_to_draw_from() -> None:
    ends = resampled_intervals(invented().votes[:30], np.zeros(30, dtype=int), seed=1)
    assert ends["chance"].notna().all()
    assert ends[["chance_low", "loading_high"]].isna().all(axis=None)


def test_a_common_correlation_comes_back() -> None:
    groups = KNOWN.assign(loading=0.6)
    record = simulated_record(groups, pd.date_range("2024-01-01", periods=50), 30, seed=8)
    found = fit_common(votes_by_decision(record).votes).groups
    assert np.ptp(found["loading"]) == pytest.approx(0, abs=1e-12)
    assert found["loading"].iloc[0] == pytest.approx(0.6, abs=0.03)
    assert (found["chance"] - groups["chance"]).abs().max() < 0.03


TWO = np.array([[0.8, 0.3], [0.8, 0.0], [0.7, -0.3], [0.3, 0.7], [0.1, 0.8], [-0.4, 0.6]])


@cache
def with_two_factors() -> pd.DataFrame:
    random = np.random.default_rng(4)
    latent = random.standard_normal((2500, 2)) @ TWO.T
    latent += np.sqrt(1 - (TWO**2).sum(axis=1)) * random.standard_normal((2500, 6))
    return pd.DataFrame((latent < [0.5, 0.2, 0.0, 0.3, 0.8, -0.2]).astype(float))


def test_two_factors_come_back_as_correlations() -> None:
    votes = with_two_factors()
    model = fit_votes(votes, factors=2)
    found = model.groups[["loading_1", "loading_2"]].to_numpy()
    off = ~np.eye(6, dtype=bool)
    assert (found @ found.T)[off] == pytest.approx((TWO @ TWO.T)[off], abs=0.09)
    one = fit_votes(votes)
    assert log_likelihoods(model, votes).mean() > log_likelihoods(one, votes).mean() + 0.1


@pytest.mark.parametrize("factors", [0, 1, 2])
def test_no_step_in_any_direction_is_better(factors: int) -> None:
    """The derivative is right when the end is a top (without pull)."""
    votes = with_two_factors()[:400] if factors == 2 else invented().votes[:300]
    model = fit_votes(votes, factors=factors, pull=0.0)
    best = log_likelihoods(model, votes).sum()
    for name in model.groups:
        for group in model.groups.index:
            for step in (-0.02, 0.02):
                moved = model.groups.copy()
                moved.loc[group, name] = np.clip(moved.loc[group, name] + step, -0.99, 0.99)
                assert log_likelihoods(model._replace(groups=moved), votes).sum() < best + 1e-3


def test_with_no_factor_it_is_the_share_of_yes() -> None:
    votes = invented().votes
    found = fit_votes(votes, factors=0, pull=0.0).groups["chance"]
    assert found.tolist() == pytest.approx(votes.mean().tolist(), abs=1e-4)


def test_weights_are_numbers_of_decisions() -> None:
    votes = invented().votes[:200]
    twice = fit_votes(pd.concat([votes, votes[:100]])).groups
    weighted = fit_votes(votes, weights=np.repeat([2.0, 1.0], 100)).groups
    assert weighted.to_numpy() == pytest.approx(twice.to_numpy(), abs=2e-3)


def test_a_group_of_few_votes_is_pulled_to_the_mean_and_one_of_none_is_a_newcomer() -> None:
    votes = invented().votes.copy()
    votes["few"] = np.nan
    votes.iloc[:3, votes.columns.get_loc("few")] = 0.0
    votes["none"] = np.nan
    model = fit_votes(votes)
    assert 0.05 < model.groups.loc["few", "chance"] < model.newcomer["chance"]
    assert model.groups.loc["none"].tolist() == pytest.approx(model.newcomer.tolist(), abs=0.01)


def test_who_always_says_yes_has_a_chance_below_one() -> None:
    votes = invented().votes.assign(always=1.0)
    chance = fit_votes(votes).groups.loc["always", "chance"]
    assert 0.97 < chance < 1


@pytest.mark.parametrize("votes", [pd.DataFrame({"a": [np.nan]}), pd.DataFrame({"a": []})])
def test_refuses_to_learn_from_nothing(votes: pd.DataFrame) -> None:
    with pytest.raises(ValueError, match="no votes to learn from"):
        fit_votes(votes)


INVENTED = Path(__file__).parents[3] / "datasets" / "stemmingen-verzonnen"


def test_the_record_that_the_course_ships_gives_its_parameters_back() -> None:
    past = votes_by_decision(read_vote_record(INVENTED / "stemmingen.csv"))
    known = pd.read_csv(INVENTED / "fracties.csv", index_col="group")
    assert past.seats.drop_duplicates().to_numpy().tolist() == [known["seats"].tolist()]
    ends = resampled_intervals(past.votes, blocks_of_days(past.dates), seed=1, resamples=60)
    for name, off in (("chance", 0.04), ("loading", 0.1)):
        assert (ends[name] - known[name]).abs().max() < off
        inside = ends[f"{name}_low"].le(known[name]) & ends[f"{name}_high"].ge(known[name])
        assert inside.sum() >= 6
    assert ends.loc["Recht en Redelijk", "loading_high"] < 0
