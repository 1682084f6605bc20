"""The analysis on whole dossiers: the example against plain counting, and an empty one."""

import datetime as dt
import itertools
import math

import pandas as pd
import pytest

from helpers.analysis.packages.weigh import smallest_changes, weigh_packages
from helpers.analysis.route import next_step, route_ahead
from helpers.analysis.stakeholders.common_ground import meetings_of_interest, pair_totals, sides
from helpers.analysis.stakeholders.interests import stakes, what_matters
from helpers.analysis.stakeholders.review import review, steps_around, unknowns
from helpers.analysis.stakeholders.stakeholder_map import power_interest, salience
from helpers.analysis.votes.judgement import CHANCE_OF
from helpers.analysis.votes.tipping import what_tips_it
from helpers.dossier.examples import open_dossier
from helpers.dossier.model import Dossier

EXAMPLE = open_dossier("winkelhart")
EMPTY = Dossier(id="leeg", title="Nog leeg", as_of=dt.date(2026, 9, 15))


def tables(dossier: Dossier, *names: str) -> list[pd.DataFrame]:
    return [dossier.table(name) for name in names]


def weighed(dossier: Dossier) -> pd.DataFrame:
    return weigh_packages(
        *tables(dossier, "stakeholders", "interests", "options", "effects", "thresholds"),
        dossier.proposal,
        firm_share=dossier.firm_share,
        softness=dossier.softness,
    )


def values_by_hand(dossier: Dossier) -> dict[tuple[str, str], float]:
    weight = {one.id: one.weight for one in dossier.interests}
    holder = {one.id: one.stakeholder for one in dossier.interests}
    value = dict.fromkeys(
        [(s.id, o.id) for s in dossier.stakeholders for o in dossier.options], 0.0
    )
    for one in dossier.effects:
        if one.effect is not None and weight[one.interest] is not None:
            value[holder[one.interest], one.option] += weight[one.interest] * one.effect  # type: ignore[operator]
    return value


def test_the_values_of_the_example_are_plain_sums() -> None:
    found = stakes(*tables(EXAMPLE, "stakeholders", "interests", "options", "effects"))
    by_cell = found.set_index(["stakeholder", "option"])["value"].to_dict()
    assert by_cell == values_by_hand(EXAMPLE)


def test_every_package_of_the_example_is_as_counted_by_hand() -> None:
    value = values_by_hand(EXAMPLE)
    least = {one.stakeholder: one.no_deal for one in EXAMPLE.thresholds}
    vetoes = [one.stakeholder for one in EXAMPLE.thresholds if one.veto]
    by_issue = [[o.id for o in EXAMPLE.options if o.issue == j.id] for j in EXAMPLE.issues]
    table = weighed(EXAMPLE)
    assert set(table["package"]) == set(itertools.product(*by_issue))
    for row in table.itertuples():
        worth = {s.id: sum(value[s.id, o] for o in row.package) for s in EXAMPLE.stakeholders}
        start = {s.id: sum(value[s.id, o] for o in EXAMPLE.proposal) for s in EXAMPLE.stakeholders}
        in_it = sum(f.seats for f in EXAMPLE.fracties if worth[f.id] >= least.get(f.id, 0))
        yes = []
        for f in EXAMPLE.fracties:
            p = CHANCE_OF[f.judged_vote or "unknown"]
            if not math.isnan(p):
                odds = p / (1 - p) * math.exp((worth[f.id] - start[f.id]) / EXAMPLE.softness)
                yes += [(f.seats, odds / (1 + odds))] if odds > 1 else []
        left = sum(w for w, _ in yes) - max([w for w, p in yes if p < 0.9], default=0)
        assert row.changes == len(set(EXAMPLE.proposal) - set(row.package))
        assert row.seats_in_it == in_it
        assert row.seats_left == left
        assert row.vetoed == any(worth[one] < least[one] for one in vetoes)
        enough = in_it >= EXAMPLE.firm_share * EXAMPLE.seats - 1e-9  # type: ignore[operator]
        assert row.firm == (enough or 2 * left > EXAMPLE.seats)  # type: ignore[operator]


def test_the_smallest_changes_of_the_example_are_the_fewest_there_are() -> None:
    table = weighed(EXAMPLE)
    found = smallest_changes(table)
    fewer = table[table["changes"] < found["changes"].min()]
    assert len(found) > 0
    assert not (fewer["firm"] & ~fewer["vetoed"]).any()


def test_the_route_of_the_example_has_a_next_step_and_a_speaker_in_the_council() -> None:
    ahead = route_ahead(*tables(EXAMPLE, "route", "stakeholders", "contacts"), EXAMPLE.as_of)
    step = next_step(ahead)
    assert step is not None
    assert step["date"].date() >= EXAMPLE.as_of
    deciding = ahead[ahead["deciding"]]
    assert deciding["present"].tolist() == [tuple(f.id for f in EXAMPLE.fracties)]


def test_an_empty_dossier_gives_empty_answers_and_no_error() -> None:
    people, wants, choices, works, route, talks = tables(
        EMPTY, "stakeholders", "interests", "options", "effects", "route", "contacts"
    )
    whole = (people, wants, choices, works)
    at_stake = stakes(*whole)
    found = [
        at_stake,
        sides(at_stake),
        meetings_of_interest(at_stake),
        pair_totals(meetings_of_interest(at_stake)),
        what_matters(*whole),
        unknowns(wants, works),
        review(wants, route, EMPTY.as_of),
        power_interest(people),
        salience(people),
        what_tips_it([], [], 0.5),
        route_ahead(route, people, talks, EMPTY.as_of),
    ]
    assert all(table.empty for table in found)
    assert next_step(found[-1]) is None
    assert pd.isna(steps_around(route, EMPTY.as_of).next)


def test_without_options_there_is_one_package_and_it_is_not_firm() -> None:
    table = weighed(EMPTY)
    assert table["package"].tolist() == [()]
    assert not table["firm"].any()
    assert smallest_changes(table).empty


@pytest.mark.parametrize("missing", ["options", "effects", "thresholds", "interests"])
def test_a_dossier_that_has_only_begun_is_weighed_too(missing: str) -> None:
    begun = EXAMPLE.model_copy(
        update={missing: (), **({"proposal": ()} if missing == "options" else {})}
    )
    table = weighed(begun)
    assert len(table) == (1 if missing == "options" else len(weighed(EXAMPLE)))
    assert table["seats_in_it"].between(0, 31).all()


def test_stakeholders_without_interests_are_in_the_table_with_nothing_at_stake() -> None:
    begun = EXAMPLE.model_copy(update={"interests": (), "effects": ()})
    found = stakes(*tables(begun, "stakeholders", "interests", "options", "effects"))
    assert len(found) == len(begun.stakeholders) * len(begun.options)
    assert not found[["gain", "loss", "value", "open"]].to_numpy().any()
