"""An order of votes: by hand, and by walking through every vote with known chances."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.votes.outcomes import outcome_intervals
from helpers.analysis.votes.vote import chance_of_majority, majority_interval
from helpers.analysis.votes.vote_order import Ballot, order_of_votes, session_chances

NAN = float("nan")
VOTES = [Ballot("paper"), Ballot("a", "paper"), Ballot("sub", "a"), Ballot("b", "paper")]
TEXTS = {
    "sub": [""],
    "a": ["", "sub"],
    "b": [""],
    "paper": ["", "a", "sub+a", "b", "a+b", "sub+a+b"],
}
SEATS = [5, 4, 2]
CHANCE = st.floats(0.01, 0.99)


def judged(rows: dict[tuple[str, str], list[float]]) -> pd.DataFrame:
    return pd.DataFrame([(*key, *p) for key, p in rows.items()], columns=["vote", "text", *"xyz"])


@st.composite
def chances(draw: st.DrawFn, unknown: bool = False) -> dict[tuple[str, str], list[float]]:
    one = st.one_of(CHANCE, st.just(NAN)) if unknown else CHANCE
    keys = [(vote, text) for vote, texts in TEXTS.items() for text in texts]
    return {key: draw(st.lists(one, min_size=3, max_size=3)) for key in keys}


def test_what_changes_a_text_is_voted_before_it() -> None:
    assert [one.id for one in order_of_votes(VOTES)] == ["sub", "a", "b", "paper"]
    assert [one.id for one in order_of_votes(VOTES[::-1])] == ["b", "sub", "a", "paper"]


@pytest.mark.parametrize(
    ("votes", "says"),
    [
        ([Ballot("a"), Ballot("b")], "one proposal"),
        ([Ballot("a", "b"), Ballot("b", "a")], "one proposal"),
        ([Ballot("a"), Ballot("a", "a")], "id of its own"),
        ([Ballot("a"), Ballot("b+c", "a")], "id of its own"),
        ([Ballot("a"), Ballot("b", "c")], "change nothing that is voted on: b"),
        ([Ballot("a"), Ballot("b", "c"), Ballot("c", "b")], "b, c"),
        ([Ballot("a"), Ballot("b", "a", ("c",)), Ballot("c", "a")], "do not come before"),
    ],
)
def test_refuses_votes_without_an_order(votes: list[Ballot], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        order_of_votes(votes)


@settings(max_examples=20)
@given(chances(), st.sampled_from([0.0, 0.6]))
def test_equals_a_walk_through_every_vote(
    rows: dict[tuple[str, str], list[float]], slope: float
) -> None:
    wins = {key: chance_of_majority(SEATS, p, slope) for key, p in rows.items()}
    wanted: dict[tuple[str, str], float] = {}
    for sub, a, b, end in itertools.product([True, False], repeat=4):
        on_a = "sub" if sub else ""
        text = "+".join([*(["sub"] if sub and a else []), *["a"] * a, *["b"] * b])
        steps = [("sub", "", sub), ("a", on_a, a), ("b", "", b), ("paper", text, end)]
        chance = np.prod([wins[v, t] if yes else 1 - wins[v, t] for v, t, yes in steps])
        key = (text, "adopted" if end else "rejected")
        wanted[key] = wanted.get(key, 0.0) + float(chance)
    found = session_chances(VOTES, SEATS, judged(rows), slope)
    for end in ("low", "high"):
        rows_of = found.ends.set_index(["text", "outcome"])[end].to_dict()
        assert {key: rows_of[key] for key in wanted} == pytest.approx(wanted, abs=1e-9)
    passed = sum(one for (_, outcome), one in wanted.items() if outcome == "adopted")
    assert found.outcomes.adopted == pytest.approx((passed, passed), abs=1e-9)


@settings(max_examples=12)
@given(chances(unknown=True), st.data())
def test_every_filling_in_lies_in_the_intervals(
    rows: dict[tuple[str, str], list[float]], data: st.DataObject
) -> None:
    filled = {key: [data.draw(CHANCE) if np.isnan(x) else x for x in p] for key, p in rows.items()}
    around, inside = (
        session_chances(VOTES, SEATS, judged(one), 0.6, vacant=1, absent=[0, 1, 0])
        for one in (rows, filled)
    )
    for outer, inner in zip(around.outcomes, inside.outcomes, strict=True):
        assert outer.low - 1e-9 <= inner.low <= inner.high <= outer.high + 1e-9
    both = around.ends.merge(inside.ends, on=["text", "vote", "outcome"], suffixes=("", "_in"))
    assert len(both) >= len(inside.ends)
    assert (both["high_in"] <= both["high"] + 1e-9).all()
    assert inside.ends["low"].sum() == pytest.approx(1)


def test_without_changes_it_is_the_vote_itself() -> None:
    p = [0.3, NAN, 0.75]
    found = session_chances([Ballot("paper")], SEATS, judged({("paper", ""): p}), 0.5, vacant=1)
    wanted = outcome_intervals(SEATS, p, 0.5, vacant=1)
    assert np.array(found.outcomes) == pytest.approx(np.array(wanted), abs=1e-12)
    assert found.outcomes.adopted == pytest.approx(majority_interval(SEATS, p, 0.5))


def test_a_text_that_was_not_judged_has_the_chances_of_the_tabled_one() -> None:
    rows = {("a", ""): [0.5, 0.5, 0.5], ("paper", ""): [0.9, 0.2, 0.6]}
    found = session_chances([Ballot("paper"), Ballot("a", "paper")], SEATS, judged(rows), 0.5)
    passes = chance_of_majority(SEATS, [0.9, 0.2, 0.6], 0.5)
    assert found.outcomes.adopted == pytest.approx((passes, passes))


def test_a_change_to_a_rejected_amendment_lapses() -> None:
    rows = {("sub", ""): [1.0] * 3, ("a", ""): [0.0] * 3, ("paper", ""): [1.0] * 3}
    ends = session_chances(VOTES[:3], SEATS, judged(rows), 0.0).ends
    assert ends.to_numpy().tolist() == [["", "paper", "adopted", 1, 1]]


def test_an_adopted_change_can_take_the_place_of_another() -> None:
    votes = [Ballot("paper"), Ballot("a", "paper"), Ballot("b", "paper", unless=("a",))]
    votes.append(Ballot("b_sub", "b"))
    certain = [1.0, 1.0, 1.0]
    rows = {(one.id, ""): certain for one in votes}
    assert session_chances(votes, SEATS, judged(rows), 0.0).ends["text"].tolist() == ["a"]
    rows["a", ""] = [0.0] * 3
    assert session_chances(votes, SEATS, judged(rows), 0.0).ends["text"].tolist() == ["b_sub+b"]


def test_a_tie_on_an_amendment_postpones_the_rest() -> None:
    rows = {("a", ""): [1.0, 0.0, 1.0], ("paper", ""): [1.0] * 3}
    votes = [Ballot("paper"), Ballot("a", "paper")]
    found = session_chances(votes, [3, 5, 2], judged(rows), 0.0, vacant=1)
    assert found.ends[["text", "vote", "outcome"]].to_numpy().tolist() == [["", "a", "postponed"]]
    assert found.outcomes.postponed == (1, 1)
    full = session_chances(votes, [3, 5, 2], judged(rows), 0.0)
    assert full.outcomes.adopted == pytest.approx((1, 1))


def test_an_unknown_amendment_does_not_widen_what_does_not_hang_on_it() -> None:
    rows = {("a", ""): [NAN] * 3, ("paper", ""): [0.75, 0.25, 0.5]}
    found = session_chances([Ballot("paper"), Ballot("a", "paper")], SEATS, judged(rows), 0.5)
    assert found.outcomes.adopted.low == pytest.approx(found.outcomes.adopted.high)
    assert found.ends.query("outcome == 'adopted'")["low"].tolist() == [0, 0]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([("paper", "a", 1.0)], "no row with an empty text for: paper"),
        ([("paper", "", 1.0), ("paper", "", 0.0)], "more than one row"),
    ],
)
def test_refuses_chances_that_are_not_clear(rows: list[tuple[str, str, float]], says: str) -> None:
    table = pd.DataFrame(rows, columns=["vote", "text", "x"])
    with pytest.raises(ValueError, match=says):
        session_chances([Ballot("paper")], [3], table, 0.0)
