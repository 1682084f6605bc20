"""What is not sure, on the example: its states must add up to what is expected without asking."""

import numpy as np
import pytest

from helpers.analysis.next_question.deciders import deciders
from helpers.analysis.next_question.prospects import Course, by_decider, expected_values, prospects
from helpers.analysis.next_question.unknown_states import unknown_states
from helpers.analysis.packages.weigh import package_places
from helpers.analysis.votes.vote import loading
from helpers.dossier.examples import open_dossier

EXAMPLE = open_dossier("winkelhart")
NAMES = ("stakeholders", "interests", "options", "effects", "thresholds")
PACKAGES = [
    EXAMPLE.proposal,
    ("parkeren_pas", "woningen_ouderen", "geld_stappen"),
    ("parkeren_blauw", "fasering_nood", "groen_tuin", "markt_terug"),
]


@pytest.mark.parametrize("rho", [0.0, 0.35, 0.9])
def test_the_mean_over_the_states_is_what_is_expected(rho: float) -> None:
    tables = [EXAMPLE.table(name) for name in NAMES]
    rows = [tuple(package_places(tables[2], one).tolist()) for one in PACKAGES]
    courses = [Course(one) for one in rows] + [Course(rows[1], ("jong", 0.4, 5.0))]
    who = deciders(*tables)
    known = prospects(who, courses, rows[0], loading(rho), EXAMPLE.softness)
    expected = expected_values(known)
    assert ((expected > 0) & (expected < 1)).all()
    views = zip(*(by_decider(known, at) for at in range(len(courses))), strict=True)
    kinds = set()
    for one, stakes, ahead in zip(who.all, known.stakes, views, strict=True):
        for unknown in unknown_states(one, stakes, ahead, who.units):
            kinds.add(unknown.kind)
            mean = unknown.chances.mean(axis=1)
            assert mean.tolist() == pytest.approx(expected.tolist(), abs=1e-12)
            assert ((unknown.chances > -1e-12) & (unknown.chances < 1 + 1e-12)).all()
            assert unknown.answer.max() == len(unknown.words) - 1
            assert (np.diff(unknown.answer) >= 0).all()
    assert kinds == {"vote", "weight", "effect", "no_deal"}
