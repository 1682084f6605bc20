"""MACTOR against the sums written out, and a case worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.stakeholders.mactor import (
    agreement,
    agreements,
    direct_and_indirect,
    influence_dependence,
    influence_matrix,
    position_matrix,
    simple_positions,
)

NAN = float("nan")


@st.composite
def influences(draw: st.DrawFn) -> list[list[int]]:
    n = draw(st.integers(1, 6))
    return [[0 if a == b else draw(st.integers(0, 4)) for b in range(n)] for a in range(n)]


@st.composite
def positions(draw: st.DrawFn) -> list[list[int]]:
    n, objectives = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    return [[draw(st.integers(-4, 4)) for _ in range(objectives)] for _ in range(n)]


def midi_by_hand(mid: list[list[int]], a: int, b: int) -> int:
    direct = mid[a][b] if a != b else 0
    return direct + sum(min(mid[a][c], mid[c][b]) for c in range(len(mid)) if c not in (a, b))


def pulls_by_hand(x: list[list[int]], a: int, b: int, sign: int) -> float:
    pairs = zip(x[a], x[b], strict=True)
    return sum((abs(one) + abs(two)) / 2 for one, two in pairs if one * two * sign > 0)


def test_three_actors_worked_out_by_hand() -> None:
    """The alderman (w) moves the fund 3 and the shops 2; the fund moves the shops 4 and w 1.

    w to the shops: 2 direct and, through the fund, min(3, 4) = 3. The fund to the shops: 4 direct
    and, through w, min(1, 2) = 1. What comes back to w: min(3, 1) = 1 through the fund.
    """
    table = pd.DataFrame(
        {
            "source": ["w", "w", "fund", "fund"],
            "target": ["fund", "shops", "shops", "w"],
            "influence": [3.0, 2.0, 4.0, 1.0],
        }
    )
    ids = ["w", "fund", "shops"]
    mid = influence_matrix(ids, table)
    assert direct_and_indirect(mid).tolist() == [[1, 3, 5], [1, 1, 5], [0, 0, 0]]
    found = influence_dependence(ids, mid).set_index("id")
    assert found["influence"].tolist() == [8, 6, 0]
    assert found["dependence"].tolist() == [1, 3, 10]
    assert found["feedback"].tolist() == [1, 1, 0]
    assert found["balance"].tolist() == [7, 3, -10]


def test_two_objectives_worked_out_by_hand() -> None:
    """Parking 3 and -1 (2 apart); trees 2 and 4 (3 together); money 0 and 3 (neither)."""
    table = pd.DataFrame(
        {
            "stakeholder": ["a", "a", "b", "b", "b"],
            "objective": ["parking", "trees", "parking", "trees", "money"],
            "position": [3.0, 2.0, -1.0, 4.0, 3.0],
        }
    )
    x = position_matrix(["a", "b"], ["parking", "trees", "money"], table)
    assert x.tolist() == [[3, 2, 0], [-1, 4, 3]]
    assert agreements(["a", "b"], x).to_numpy().tolist() == [["a", "b", 1, 1, 3.0, 2.0, 0]]


@settings(max_examples=60)
@given(influences())
def test_equals_the_sums_written_out(mid: list[list[int]]) -> None:
    n = len(mid)
    wanted = [[midi_by_hand(mid, a, b) for b in range(n)] for a in range(n)]
    assert direct_and_indirect(mid).tolist() == wanted
    table = influence_dependence([str(a) for a in range(n)], mid)
    for a in range(n):
        others = [b for b in range(n) if b != a]
        assert table.loc[a, "influence"] == sum(wanted[a][b] for b in others)
        assert table.loc[a, "dependence"] == sum(wanted[b][a] for b in others)
    assert table["balance"].sum() == 0
    assert (np.array(wanted) >= np.array(mid)).all()


@settings(max_examples=60)
@given(positions())
def test_agreement_equals_the_sums_written_out(x: list[list[int]]) -> None:
    n = len(x)
    pulls, simple = agreement(x), agreement(simple_positions(x))
    ones = np.sign(x).tolist()
    for a in range(n):
        for b in range(n):
            same = a == b
            for found, rows in ((pulls, x), (simple, ones)):
                assert found.convergence[a, b] == (0 if same else pulls_by_hand(rows, a, b, 1))
                assert found.divergence[a, b] == pulls_by_hand(rows, a, b, -1)
    table = agreements([str(a) for a in range(n)], x)
    assert len(table) == n * (n - 1) // 2
    assert table["convergence"].sum() == pulls.convergence.sum() / 2
    assert table["apart"].sum() == simple.divergence.sum() / 2
    assert (table["together"] <= table["convergence"]).all()


def test_a_position_that_is_not_known_is_counted_apart() -> None:
    x = [[2.0, NAN, NAN], [1.0, -3.0, 0.0]]
    table = agreements(["a", "b"], x)
    assert table[["convergence", "divergence", "open"]].to_numpy().tolist() == [[1.5, 0.0, 1]]


def test_no_actors_give_no_rows() -> None:
    assert influence_dependence([], np.zeros((0, 0))).empty
    assert agreements([], np.zeros((0, 2))).empty


@pytest.mark.parametrize(
    ("direct", "says"),
    [
        ([[0, 1]], "must be a square"),
        ([[0, -1], [0, 0]], "known, and 0 or more"),
        ([[0, NAN], [0, 0]], "known, and 0 or more"),
        ([[1, 0], [0, 0]], "on itself must be 0"),
    ],
)
def test_refuses_what_is_no_influence(direct: list[list[float]], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        direct_and_indirect(direct)


def test_refuses_actors_that_do_not_fit() -> None:
    with pytest.raises(ValueError, match="1 ids do not fit 2 actors"):
        influence_dependence(["a"], np.zeros((2, 2)))
    with pytest.raises(ValueError, match="1 ids do not fit 2 actors"):
        agreements(["a"], np.zeros((2, 2)))


@pytest.mark.parametrize(
    ("source", "target", "says"),
    [(["a"], ["c"], "target 'c' is not known"), (["a", "a"], ["b", "b"], "come twice")],
)
def test_refuses_tables_with_strangers_and_doubles(
    source: list[str], target: list[str], says: str
) -> None:
    table = pd.DataFrame({"source": source, "target": target, "influence": 1.0})
    with pytest.raises(ValueError, match=says):
        influence_matrix(["a", "b"], table)
