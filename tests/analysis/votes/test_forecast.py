"""What a package does to each party group, on the first dossier and by hand."""

import math

import numpy as np
import pandas as pd
import pytest

from helpers.analysis.packages.weigh import package_places, weigh_packages
from helpers.analysis.votes.forecast import nearest_words, package_votes, seats_in_it, seats_needed
from helpers.analysis.votes.judgement import CHANCE_OF
from helpers.analysis.votes.vote import majority_interval
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier

TABLES = ("stakeholders", "interests", "options", "effects", "thresholds")


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return open_dossier("winkelhart")


def votes(dossier: Dossier, *options: str) -> pd.DataFrame:
    issue = {one.id: one.issue for one in dossier.options}
    chosen = {issue[one]: one for one in (*dossier.proposal, *options)}
    return package_votes(
        *(dossier.table(name) for name in TABLES),
        proposal=dossier.proposal,
        package=tuple(chosen.values()),
        softness=dossier.softness,
    )


def by_hand(dossier: Dossier, group: str, package: set[str]) -> float:
    weight = {one.id: one.weight for one in dossier.interests if one.stakeholder == group}
    return sum(
        (weight[one.interest] or 0) * (one.effect or 0)
        for one in dossier.effects
        if one.option in package and one.interest in weight
    )


def test_values_are_the_sums_made_by_hand(dossier: Dossier) -> None:
    table = votes(dossier, "parkeren_pas", "woningen_ouderen")
    package = {"parkeren_pas", "woningen_ouderen", *dossier.proposal}
    package -= {"parkeren_betaald", "woningen_80"}
    assert table["value"].tolist() == [by_hand(dossier, one, package) for one in table["id"]]


def test_under_the_proposal_every_vote_is_as_it_was_judged(dossier: Dossier) -> None:
    table = votes(dossier)
    assert table["vote"].tolist() == table["judged"].tolist()


def test_a_package_moves_a_judged_vote_by_the_logistic_rule(dossier: Dossier) -> None:
    before, after = votes(dossier), votes(dossier, "parkeren_pas", "woningen_ouderen")
    for old, new in zip(before.itertuples(), after.itertuples(), strict=True):
        p = CHANCE_OF[old.judged]
        if not math.isnan(p):
            moved = math.log(p / (1 - p)) + (new.value - old.value) / dossier.softness
            assert new.chance == pytest.approx(1 / (1 + math.exp(-moved)), abs=1e-12)


def test_an_unknown_vote_stays_unknown(dossier: Dossier) -> None:
    table = votes(dossier, "parkeren_pas", "woningen_ouderen", "fasering_delen")
    assert table.loc[table["judged"] == "unknown", "chance"].isna().all()


def test_as_it_lies_the_first_dossier_falls_short_of_a_firm_majority(dossier: Dossier) -> None:
    table = votes(dossier)
    assert seats_needed(table["seats"], dossier.firm_share) == 19
    assert seats_in_it(table) < 16


@pytest.mark.parametrize(
    "way",
    [
        ("parkeren_pas", "woningen_ouderen"),
        ("fasering_delen", "woningen_ouderen"),
        ("woningen_ouderen", "markt_terug", "geld_stappen"),
    ],
)
def test_listening_shows_more_than_one_way_to_a_firm_majority(
    dossier: Dossier, way: tuple[str, ...]
) -> None:
    assert seats_in_it(votes(dossier, *way)) >= 19


def test_winning_one_group_alone_is_not_enough(dossier: Dossier) -> None:
    singles = [votes(dossier, one.id) for one in dossier.options]
    assert max(seats_in_it(table) for table in singles) < 19


@pytest.mark.parametrize(
    ("seats", "share", "least"), [([10], 0.6, 6), ([31], 0.6, 19), ([45], 0.6, 27), ([9], 1.0, 9)]
)
def test_a_share_of_the_seats_is_rounded_up(seats: list[int], share: float, least: int) -> None:
    assert seats_needed(seats, share) == least


def test_every_word_is_nearest_to_its_own_chance() -> None:
    assert nearest_words(list(CHANCE_OF.values())) == list(CHANCE_OF)
    assert nearest_words([0.0, 1.0]) == ["certainly_against", "certainly_for"]
    assert nearest_words(np.array([0.5])) == ["probably_for"]


def test_a_value_that_is_given_counts_instead_of_weight_times_effect(dossier: Dossier) -> None:
    group = votes(dossier)["id"][0]
    said = pd.DataFrame(
        {"stakeholder": group, "option": dossier.proposal, "value": range(len(dossier.proposal))}
    )
    table = package_votes(
        *(dossier.table(name) for name in TABLES),
        proposal=dossier.proposal,
        package=dossier.proposal,
        values=said,
    )
    assert table["value"][0] == sum(range(len(dossier.proposal)))
    assert table["value"][1:].tolist() == votes(dossier)["value"][1:].tolist()


def without_judgements(dossier: Dossier, groups: set[str]) -> Dossier:
    for one in groups:
        dossier = dossier.change("stakeholders", one, judged_vote=None)
    return dossier


def test_without_a_judgement_the_interests_tell_the_chance(dossier: Dossier) -> None:
    bare = without_judgements(dossier, {"samen", "nuchter"})
    table = votes(bare, "parkeren_pas", "woningen_ouderen").set_index("id")
    for one in ("samen", "nuchter"):
        row = table.loc[one]
        odds = math.exp((row["value"] - row["no_deal"]) / dossier.softness)
        assert row["chance"] == pytest.approx(odds / (1 + odds), abs=1e-12)
        assert row["judged"] == ""


def test_without_a_judgement_and_without_interests_a_vote_is_unknown(dossier: Dossier) -> None:
    bare = without_judgements(dossier, {"samen"})
    bare = bare.model_copy(
        update={
            "interests": tuple(one for one in bare.interests if one.stakeholder != "samen"),
            "effects": tuple(one for one in bare.effects if not one.interest.startswith("samen_")),
            "thresholds": tuple(one for one in bare.thresholds if one.stakeholder != "samen"),
        }
    )
    row = votes(bare).set_index("id").loc["samen"]
    assert math.isnan(row["chance"])
    assert row["judged"] == "unknown"


def test_a_forecast_and_the_list_of_packages_say_the_same_of_a_vote(dossier: Dossier) -> None:
    for bare in (dossier, without_judgements(dossier, {one.id for one in dossier.fracties})):
        groups = votes(bare)
        interval = majority_interval(groups["seats"], groups["chance"], 0.5)
        table = weigh_packages(
            *(bare.table(name) for name in TABLES), bare.proposal,
            packages=package_places(bare.table("options"), bare.proposal)[None],
            softness=bare.softness, loadings=0.5,
        )  # fmt: skip
        assert table.loc[0, ["chance_low", "chance_high"]].tolist() == pytest.approx([*interval])
