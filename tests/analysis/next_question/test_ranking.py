"""The next question against every state written out, on an example, and as properties."""

import itertools
import math
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import numpy as np
import pandas as pd
import pytest

from helpers.analysis.next_question.ranking import NextQuestions, next_questions
from helpers.analysis.votes.vote import chance_of_majority, loading
from helpers.dossier.examples import open_dossier

NAN = float("nan")
EXAMPLE = open_dossier("winkelhart")
TABLES = [
    EXAMPLE.table(name)
    for name in ("stakeholders", "interests", "options", "effects", "thresholds")
]

PEOPLE = pd.DataFrame(
    {
        "id": ["open", "certain", "silent", "owner"],
        "kind": ["fractie", "fractie", "fractie", "owner"],
        "seats": [4.0, 3.0, 2.0, NAN],
        "judged_vote": ["unknown", "probably_against", None, None],
    }
)
WANTS = pd.DataFrame(
    {
        "id": ["shade", "money", "rest", "rent"],
        "stakeholder": ["open", "certain", "silent", "owner"],
        "interest": ["shade", "money", "", "rent"],
        "weight": [2.0, 3.5, 4.0, 2.0],
        "certainty": [2, 3, 3, 2],
    }
)
CHOICES = pd.DataFrame(
    {
        "id": ["now", "trees", "free", "paid"],
        "issue": ["square", "square", "parking", "parking"],
        "status_quo": [True, False, True, False],
    }
)
WORKS = pd.DataFrame(
    {
        "option": ["trees", "paid", "paid", "trees", "paid"],
        "interest": ["shade", "money", "rest", "rent", "rent"],
        "effect": [2.0, 1.0, 1.0, -1.0, 2.0],
    }
)
LEAST = pd.DataFrame(
    {"stakeholder": ["silent", "owner"], "no_deal": [2.0, 1.0], "veto": [False, True]}
)
ROWS = [*WORKS.itertuples(index=False, name=None)]
HOLDER = dict(zip(WANTS["id"], WANTS["stakeholder"], strict=True))
WEIGHTS = dict(zip(WANTS["id"], WANTS["weight"], strict=True))
PROPOSAL = ["now", "paid"]
PACKAGES = [["now", "paid"], ["trees", "paid"], ["trees", "free"], ["now", "free"]]
SOFTNESS, RHO = 3.0, 0.35


def small(**changes: Any) -> NextQuestions:
    settings: dict[str, Any] = {"packages": PACKAGES, "change_cost": 0.0, "price": 0.0, **changes}
    return next_questions(
        *(PEOPLE, WANTS, CHOICES, WORKS, LEAST, PROPOSAL),
        loadings=loading(RHO),
        softness=SOFTNESS,
        **settings,
    )


def example(**changes: Any) -> NextQuestions:
    return next_questions(
        *TABLES,
        EXAMPLE.proposal,
        loadings=loading(EXAMPLE.shared_factor),
        softness=EXAMPLE.softness,
        **changes,
    )


def near(value: float, steps: int, low: float, high: float) -> list[float]:
    return [value + s for s in range(-steps, steps + 1) if low <= value + s <= high]


def unknowns() -> dict[tuple[str, str, str], list[float]]:
    """Everything that is not sure in the small dossier, and what it may be."""
    found: dict[tuple[str, str, str], list[float]] = {
        ("vote", "open", ""): [(2 * n + 1) / 40 for n in range(20)],
        ("no_deal", "owner", ""): near(1.0, 1, -1000, 1000),
    }
    for name, weight, certainty in zip(
        WANTS["id"], WANTS["weight"], WANTS["certainty"], strict=True
    ):
        if certainty < 3:
            found["weight", name, ""] = near(weight, 3 - certainty, 0, 5)
    for option, name, effect in WORKS.itertuples(index=False):
        certainty = WANTS.set_index("id").loc[name, "certainty"]
        if certainty < 3:
            found["effect", name, option] = near(effect, 3 - certainty, -3, 3)
    return found


def value(state: dict[tuple[str, str, str], float], package: list[str], who: str) -> float:
    """Weight x effect of a package for a stakeholder, in one state."""
    total = 0.0
    for option, name, effect in ROWS:
        if option in package and HOLDER[name] == who:
            weight = state.get(("weight", name, ""), WEIGHTS[name])
            total += weight * state.get(("effect", name, option), effect)
    return total


def chance(p: float, gained: float) -> float:
    return 1 / (1 + math.exp(-(math.log(p / (1 - p)) + gained / SOFTNESS)))


@cache
def passes(p: tuple[float, ...]) -> float:
    return chance_of_majority([4, 3, 2], p, loading(RHO))


def worth(state: dict[tuple[str, str, str], float], package: list[str]) -> float:
    """U in one state: the chance of a majority, and nothing when the owner says no."""
    if value(state, package, "owner") < state["no_deal", "owner", ""] - 1e-9:
        return 0.0
    more = {
        who: value(state, package, who) - value(state, PROPOSAL, who) for who in ("open", "certain")
    }
    return passes(
        (
            chance(state["vote", "open", ""], more["open"]),
            chance(0.25, more["certain"]),
            chance(0.5, value(state, package, "silent") - 2.0),
        )
    )


def states() -> Iterator[dict[tuple[str, str, str], float]]:
    may_be = unknowns()
    for one in itertools.product(*may_be.values()):
        yield dict(zip(may_be, one, strict=True))


@pytest.fixture(scope="module")
def oracle() -> dict[tuple[str, str, str], np.ndarray]:
    """``E[U]`` of every package in every state of each unknown, from all states together."""
    may_be = unknowns()
    total = {key: np.zeros((len(PACKAGES), len(each))) for key, each in may_be.items()}
    count = {key: np.zeros(len(each)) for key, each in may_be.items()}
    for state in states():
        worths = np.array([worth(state, package) for package in PACKAGES])
        for key, each in may_be.items():
            at = each.index(state[key])
            total[key][:, at] += worths
            count[key][at] += 1
    return {key: total[key] / count[key] for key in may_be}


def words_of(key: tuple[str, str, str]) -> list[int]:
    """Which answer is right in each state: a vote is said in four words."""
    each = unknowns()[key]
    return [
        sum(p > end for end in (0.15, 0.5, 0.85)) if key[0] == "vote" else at
        for at, p in enumerate(each)
    ]


def evsi_by_hand(values: np.ndarray, right: list[int], reliability: float) -> float:
    m, states = max(right) + 1, values.shape[1]
    r = max(reliability, 1 / m)
    told = sum(
        max(
            sum(
                row[s] * (r if right[s] == y else (1 - r) / (m - 1)) / states for s in range(states)
            )
            for row in values
        )
        for y in range(m)
    )
    return float(told - values.mean(axis=1).max())


@pytest.mark.parametrize("reliability", [0.0, 0.8, 1.0])
def test_equals_every_state_written_out(
    oracle: dict[tuple[str, str, str], np.ndarray], reliability: float
) -> None:
    found = small(reliability=reliability)
    some = next(iter(oracle.values()))
    assert found.actions["chance"].tolist() == pytest.approx(some.mean(axis=1).tolist(), abs=1e-9)
    table = found.questions.set_index(["kind", "id", "option"]).drop(("open", "", ""))
    assert set(table.index) == set(oracle)
    for key, values in oracle.items():
        best = int(values.mean(axis=1).argmax())
        perfect = values.max(axis=0).mean() - values.mean(axis=1).max()
        told = evsi_by_hand(values, words_of(key), reliability)
        assert table.loc[key, "evpi"] == pytest.approx(perfect, abs=1e-9), key
        assert table.loc[key, "evsi"] == pytest.approx(told, abs=1e-9), key
        assert table.loc[key, "moves"] == pytest.approx(np.ptp(values[best]), abs=1e-9), key


def test_the_oracle_has_questions_that_are_worth_something() -> None:
    found = small(reliability=1.0).questions
    assert (found["evsi"] > 0.001).sum() >= 2


def test_an_open_question_always_comes_first() -> None:
    for found in (small(), example(), example(price=0.0, change_cost=0.1)):
        assert (found.questions["kind"] == "open").tolist()[0]
        assert (found.questions["kind"] == "open").sum() == 1


@pytest.mark.parametrize("cost", [0.0, 0.08, 0.1])
def test_an_answer_is_worth_from_nothing_to_being_sure(cost: float) -> None:
    told = example(change_cost=cost).questions.iloc[1:]
    assert (told["evsi"] >= 0).all()
    assert (told["evsi"] <= told["evpi"] + 1e-11).all()
    assert ((told["evsi"] > 0) == (told["changes"].map(len) > 0)).all()
    assert told["net"].tolist() == pytest.approx((told["evsi"] - 0.005 * told["cost"]).tolist())
    useful = told[told["evsi"] > 0]
    assert useful["net"].is_monotonic_decreasing
    assert told.index[told["evsi"] > 0].tolist() == list(range(1, len(useful) + 1))


def test_in_the_example_an_answer_of_the_owner_with_a_veto_changes_the_action() -> None:
    found = example()
    row = found.questions.iloc[1]
    assert row["stakeholder"] == "vastgoedfonds"
    assert row["evsi"] > 0.005
    now = int(found.actions["best"].to_numpy().argmax())
    assert now not in row["then"]
    assert len(row["then"]) == len(row["changes"]) > 0


def test_a_more_reliable_answer_is_worth_no_less() -> None:
    keys = ["kind", "id", "option"]
    by_trust = [
        example(change_cost=0.1, reliability=r).questions.iloc[1:].set_index(keys)["evsi"]
        for r in (0.0, 0.6, 0.8, 1.0)
    ]
    for less, more in itertools.pairwise(by_trust):
        assert (more - less.reindex(more.index) >= -1e-11).all()
    assert (by_trust[0] == 0).all()
    assert (by_trust[-1] > 0).sum() > 10


def test_every_question_is_asked_by_somebody_who_may() -> None:
    told = example().questions.iloc[1:]
    kind = EXAMPLE.table("stakeholders").set_index("id")["kind"]
    groups = told["stakeholder"].map(kind) == "fractie"
    assert groups.any()
    assert set(told.loc[groups, "asked_by"]) == {"alderman"}
    other = example(asked_by={"fractie": "you_through_registry", "owner": "you"}).questions
    assert set(other["asked_by"]) == {"you", "you_through_registry", "you_with_alderman"}


def test_an_unknown_vote_is_a_question_of_the_example() -> None:
    told = example().questions
    assert set(told.loc[told["kind"] == "vote", "stakeholder"]) == {
        "ondernemend",
        "lommerrijk",
        "open_raad",
    }
    row = told[told["kind"] == "vote"].iloc[0]
    assert row["answers"] == (
        "certainly_against",
        "probably_against",
        "probably_for",
        "certainly_for",
    )
    assert sum(row["chances"]) == pytest.approx(1)


def test_the_list_is_the_same_every_time() -> None:
    pd.testing.assert_frame_equal(example().questions, example().questions)


def test_the_list_of_the_example_comes_at_once(
    within: Callable[[Callable[[], object], float], None],
) -> None:
    within(example, 0.2)


def test_the_actions_of_the_example_begin_with_the_proposal_as_it_lies() -> None:
    table = example().actions
    assert table["action"].tolist() == ["proposal"] + ["package"] * (len(table) - 1)
    assert table["package"][0] == EXAMPLE.proposal
    assert table["best"].sum() == 1
    changes = [len(set(EXAMPLE.proposal) - set(one)) for one in table["package"]]
    assert (table["chance"] - table["worth"]).tolist() == pytest.approx([0.08 * n for n in changes])


def test_when_postponing_is_worth_more_than_any_chance_no_question_matters() -> None:
    found = small(postpone=1.0)
    assert found.actions["action"].tolist()[-1] == "postpone"
    assert found.actions["best"].tolist()[-1]
    assert (found.questions["evsi"].iloc[1:] == 0).all()
    assert (found.questions["moves"].iloc[1:] == 0).all()


def test_a_strategy_is_a_mixture_of_working_and_not() -> None:
    def chances(chance: float) -> list[float]:
        visit = pd.DataFrame(
            {"id": ["visit"], "stakeholder": ["certain"], "chance": [chance], "gain": [6.5]}
        )
        actions = small(strategies=visit).actions
        return actions.loc[actions["action"] == "strategy", "chance"].tolist()

    never, half, surely = chances(0.0), chances(0.5), chances(1.0)
    plain = small().actions["chance"].tolist()[:2]
    assert never == pytest.approx(plain)
    assert half == pytest.approx([(a + b) / 2 for a, b in zip(never, surely, strict=True)])
    assert surely[0] > never[0]


def test_a_strategy_that_works_by_chance_is_refused_when_that_is_no_chance() -> None:
    visit = pd.DataFrame({"id": ["v"], "stakeholder": ["open"], "chance": [1.5], "gain": [1.0]})
    with pytest.raises(ValueError, match="chance of every strategy must be from 0 to 1"):
        small(strategies=visit)


def test_values_that_were_told_leave_no_question_about_weight_and_effect() -> None:
    told = pd.DataFrame({"stakeholder": ["open"], "option": ["trees"], "value": [4.0]})
    asked = small(values=told).questions
    assert "shade" not in set(asked["id"])
    sure = small(values=told).actions["chance"].tolist()
    assert sure != pytest.approx(small().actions["chance"].tolist())


def test_an_interest_of_which_only_the_position_is_known_is_asked_for_first() -> None:
    wants = WANTS.assign(weight=[2.0, 3.5, NAN, 2.0])
    told = next_questions(
        *(PEOPLE, wants, CHOICES, WORKS, LEAST, PROPOSAL), loadings=0.5, packages=PACKAGES
    ).questions
    row = told[told["id"] == "rest"].iloc[0]
    assert (row["kind"], row["stakeholder"]) == ("interest", "silent")
    assert row["answers"] == (0.0, 1.0, 2.0, 3.0, 4.0, 5.0)


def test_a_dossier_in_which_nobody_votes_has_only_the_open_question() -> None:
    none = [table.iloc[:0] for table in (PEOPLE, WANTS, CHOICES, WORKS, LEAST)]
    found = next_questions(*none, [], loadings=0.5)
    assert found.questions["kind"].tolist() == ["open"]
    assert found.actions["chance"].tolist() == [0.0]
