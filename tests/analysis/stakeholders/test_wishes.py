"""Where two parties clash, can trade or both gain: by hand, and against every case written out."""

from fractions import Fraction
from itertools import combinations
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.stakeholders.wishes import pair_counts, pair_points

Values = dict[str, dict[str, list[int]]]
"""By stakeholder and issue: the value of each option; the first is the status quo."""


def table(values: Values, open_: int = 0) -> pd.DataFrame:
    rows = [
        (who, f"{issue}{at}", issue, float(value), open_)
        for who, issues in values.items()
        for issue, worth in issues.items()
        for at, value in enumerate(worth)
    ]
    return pd.DataFrame(rows, columns=["stakeholder", "option", "issue", "value", "open"])


def plainly(values: Values) -> list[tuple[Any, ...]]:
    """Return the same with fractions, one pair and issue after the other."""
    total = {
        who: sum(max(worth) - min(worth) for worth in issues.values())
        for who, issues in values.items()
    }

    def favourite(mine: list[int], other: list[int]) -> int:
        return max(range(len(mine)), key=lambda at: (mine[at], other[at], -at))

    found = []
    for a, b in combinations(values, 2):
        for issue in values[a]:
            ours, theirs = values[a][issue], values[b][issue]
            care = [
                Fraction(max(worth) - min(worth), total[who]) if total[who] else Fraction(0)
                for who, worth in ((a, ours), (b, theirs))
            ]
            left, right = favourite(ours, theirs), favourite(theirs, ours)
            differ = theirs[left] < 0 or ours[right] < 0
            gain = any(one > 0 and other > 0 for one, other in zip(ours, theirs, strict=True))
            if sorted(care)[0] == 0 and sorted(care)[1] > 0:
                relation = "trade"
            elif differ:
                relation = "trade" if max(care) >= 2 * min(care) and max(care) else "conflict"
            else:
                relation = "complement" if gain else "no_clash"
            found.append((a, b, issue, relation, f"{issue}{left}", f"{issue}{right}"))
    return found


COLUMNS = ["first", "second", "issue", "relation", "wants_first", "wants_second"]
WORTH = st.lists(st.integers(-5, 5), min_size=2, max_size=2).map(lambda more: [0, *more])
MEETINGS = st.lists(st.tuples(WORTH, WORTH, WORTH), min_size=3, max_size=3).map(
    lambda rows: {
        who: dict(zip("jkl", worth, strict=True)) for who, worth in zip("abc", rows, strict=True)
    }
)


@given(MEETINGS)
def test_every_pair_and_issue_is_as_written_out(values: Values) -> None:
    found = pair_points(table(values))[COLUMNS]
    assert [tuple(row) for row in found.to_numpy().tolist()] == plainly(values)


@given(MEETINGS)
def test_what_a_party_cares_about_is_a_share_whatever_its_points_are(values: Values) -> None:
    louder = {**values, "a": {issue: [3 * one for one in w] for issue, w in values["a"].items()}}
    before, after = (pair_points(table(one)) for one in (values, louder))
    assert after["relation"].tolist() == before["relation"].tolist()
    shares = before[before["first"] == "a"].groupby("second")["care_first"].sum()
    assert all(one == pytest.approx(1) or one == 0 for one in shares)


def one_issue(ours: list[int], theirs: list[int]) -> pd.Series:
    return pair_points(table({"a": {"j": ours}, "b": {"j": theirs}})).iloc[0]


def test_what_both_gain_by_is_named_even_where_favourites_clash() -> None:
    found = one_issue([0, 6, 2], [0, -3, 5])
    assert found["relation"] == "conflict"
    assert (found["wants_first"], found["wants_second"], found["shared"]) == ("j1", "j2", "j2")


@pytest.mark.parametrize(
    ("ours", "theirs", "hurt"),
    [([0, 6], [0, -3], (False, True)), ([0, 6, -2], [0, -3, 5], (True, True)),
     ([0, -1], [0, 3], (True, False)), ([0, 1], [0, 3], (False, False))],
)  # fmt: skip
def test_it_says_to_whom_the_favourite_of_the_other_is_a_loss(
    ours: list[int], theirs: list[int], hurt: tuple[bool, bool]
) -> None:
    found = one_issue(ours, theirs)
    assert (found["hurts_first"], found["hurts_second"]) == hurt


def test_what_is_shared_is_good_for_both_measured_by_what_each_could_get() -> None:
    assert one_issue([0, 9, 4], [0, 1, 4])["shared"] == "j2"
    assert one_issue([0, 90, 40], [0, 1, 4])["shared"] == "j2"
    assert one_issue([0, 9, 4], [0, -1, 0])["shared"] == ""


def test_who_wants_another_thing_that_is_no_loss_to_the_other_does_not_clash() -> None:
    assert one_issue([0, 6, 2], [0, 1, 5])["relation"] == "complement"
    assert one_issue([0, -1, -2], [0, -4, -5])["relation"] == "no_clash"


def test_what_matters_much_to_one_and_little_to_the_other_can_be_traded() -> None:
    values = {"a": {"j": [0, 8], "k": [0, -2]}, "b": {"j": [0, -2], "k": [0, 8]}}
    assert pair_points(table(values))["relation"].tolist() == ["trade", "trade"]


def test_what_one_does_not_care_about_is_given_for_nothing() -> None:
    assert one_issue([0, 4, -1], [0, 0, 0])["relation"] == "trade"
    assert one_issue([0, 0, 0], [0, 0, 0])["relation"] == "no_clash"


def test_what_is_not_known_is_counted() -> None:
    assert pair_points(table({"a": {"j": [0, 1]}, "b": {"j": [0, 1]}}, 2))["open"].tolist() == [8]


def test_pairs_are_counted() -> None:
    values = {
        "a": {"j": [0, 5], "k": [0, 5], "l": [0, 5]},
        "b": {"j": [0, -4], "k": [0, 4], "l": [0, 4]},
        "c": {"j": [0, 0], "k": [0, 0], "l": [0, 5]},
    }
    assert pair_counts(pair_points(table(values))).to_numpy().tolist() == [
        ["a", "b", 1, 0, 2],
        ["a", "c", 0, 2, 1],
        ["b", "c", 0, 2, 1],
    ]


@pytest.mark.parametrize("values", [{}, {"a": {"j": [0, 1]}}, {"a": {}, "b": {}}])
def test_without_a_pair_or_an_issue_there_is_nothing(values: Values) -> None:
    points = pair_points(table(values))
    assert points.empty
    assert pair_counts(points).empty
