import math
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.partners.coverage import coverage, not_asked, partner_review

PLAIN = {"relevance": 2, "level": 3, "wish": 3, "last_contact": 90.0, "rhythm": 30.0, "phase": 1}
COUNTS = ("relevant", "active", "white")
LEVEL = st.one_of(st.just(math.nan), st.integers(0, 4).map(float))
DAYS = st.one_of(st.just(math.nan), st.integers(1, 100).map(float))
CELLS = st.lists(
    st.tuples(st.sampled_from("pqr"), st.sampled_from("st"), st.integers(0, 3), LEVEL, LEVEL, DAYS,
              DAYS, st.sampled_from(["", "Wonen", "Zorg"])),
    unique_by=lambda row: row[:2],
)  # fmt: skip


def cells(*rows: dict[str, Any]) -> pd.DataFrame:
    whole = [{"partner": "p", "theme": "t", "department": "Wonen", **PLAIN, **row} for row in rows]
    return pd.DataFrame(whole, columns=["partner", "theme", "department", *PLAIN])


@pytest.mark.parametrize(
    ("row", "white"),
    [
        ({}, False),
        ({"level": 2}, True),
        ({"level": math.nan, "wish": math.nan}, True),
        ({"level": 0, "wish": 0}, True),
        ({"level": 0, "wish": 4, "relevance": 0}, False),
        ({"level": 1, "wish": math.nan}, False),
    ],
)
def test_a_white_spot_is_relevant_and_below_the_wish_or_not_asked(
    row: dict[str, Any], white: bool
) -> None:
    assert coverage(cells(row), day=100)["white"].tolist() == [white]


@pytest.mark.parametrize(
    ("row", "staleness", "stale"),
    [
        ({}, 10 / 30, False),
        ({"last_contact": 70.0}, 1.0, False),
        ({"last_contact": 10.0}, 3.0, True),
        ({"last_contact": math.nan}, math.inf, True),
        ({"rhythm": math.nan}, math.nan, False),
    ],
)
def test_contact_goes_stale_after_the_agreed_rhythm(
    row: dict[str, Any], staleness: float, stale: bool
) -> None:
    found = coverage(cells(row), day=100).iloc[0]
    assert found["staleness"] == pytest.approx(staleness, nan_ok=True)
    assert bool(found["stale"]) is stale


@pytest.mark.parametrize(("phase", "late"), [(1, False), (2, False), (3, True), (math.nan, False)])
def test_first_contact_after_the_question_is_fixed_is_late(phase: float, late: bool) -> None:
    assert coverage(cells({"phase": phase}), day=100)["late"].tolist() == [late]


def test_a_partner_of_one_theme_or_one_department_stands_out() -> None:
    rows = cells({}, {"theme": "u", "level": 1}, {"theme": "v", "relevance": 0, "department": ""})
    found = partner_review(pd.DataFrame({"id": ["p", "q"]}), rows, 100).set_index("partner")
    assert [int(found[name]["p"]) for name in COUNTS] == [2, 1, 1]
    assert bool(found["single_theme"]["p"])
    assert bool(found["single_department"]["p"])
    assert not found["single_theme"]["q"]
    more = cells({}, {"theme": "u", "department": "Zorg"})
    broad = partner_review(pd.DataFrame({"id": ["p"]}), more, 100).iloc[0]
    assert not broad["single_theme"]
    assert not broad["single_department"]


@given(rows=CELLS)
def test_counts_are_those_of_counting_by_hand(rows: list[tuple[Any, ...]]) -> None:
    table = cells(
        *(
            {"partner": p, "theme": t, "relevance": r, "level": a, "wish": w, "last_contact": c,
             "rhythm": d, "department": dep}
            for p, t, r, a, w, c, d, dep in rows
        )
    )  # fmt: skip
    found = partner_review(pd.DataFrame({"id": list("pqr")}), table, 100).set_index("partner")
    for key in "pqr":
        own = [row for row in rows if row[0] == key and row[2] > 0]
        active = [row for row in own if row[3] >= 2]
        white = [row for row in own if not row[3] > 0 or row[3] < row[4]]
        assert [int(found[name][key]) for name in COUNTS] == [*map(len, (own, active, white))]
        assert bool(found["single_theme"][key]) == (len(own) >= 2 and len(active) <= 1)


def test_who_knows_of_it_and_was_not_asked() -> None:
    rows = cells({}, {"partner": "q", "level": 0}, {"partner": "r", "level": math.nan},
                 {"partner": "s", "level": 0, "relevance": 0})  # fmt: skip
    partners = pd.DataFrame({"id": list("srqp")})
    found = not_asked(partners, rows, pd.DataFrame({"id": ["t", "u"]}))
    assert found.to_numpy().tolist() == [["t", ("p",), ("r", "q")], ["u", (), ()]]


def test_a_rhythm_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0 days"):
        coverage(cells({"rhythm": 0.0}), day=100)


def test_three_hundred_partners_on_forty_themes_take_no_time(within: Any) -> None:
    rows = cells(
        *(
            {"partner": f"p{i}", "theme": f"t{j}", "level": (i + j) % 5}
            for i in range(300)
            for j in range(40)
        )
    )
    partners = pd.DataFrame({"id": [f"p{i}" for i in range(300)]})
    within(lambda: partner_review(partners, rows, 100), 0.3)
