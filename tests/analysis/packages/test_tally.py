"""The count of packages is exact, in pieces as well; the oracle goes through all in fractions."""

import itertools
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.packages.front import rows_by_issue
from helpers.analysis.packages.room_left import anyone_can_gain
from helpers.analysis.packages.tally import Rule, Tally, package_blocks, tally
from helpers.analysis.packages.weigh import all_packages

Game = tuple[list[list[Fraction]], list[str], list[Fraction], list[bool], list[int]]


@st.composite
def games(draw: Any) -> Game:
    """Give a small game: values and thresholds with a decimal, vetoes and seats."""
    people = draw(st.integers(1, 4))
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    issues = [f"j{at}" for at, size in enumerate(sizes) for _ in range(size)]
    tenth = st.integers(-40, 40).map(lambda n: Fraction(n, 10))
    values = draw(st.lists(st.lists(tenth, min_size=len(issues), max_size=len(issues)),
                           min_size=people, max_size=people))  # fmt: skip
    least = draw(st.lists(tenth, min_size=people, max_size=people))
    veto = draw(st.lists(st.booleans(), min_size=people, max_size=people))
    seats = draw(st.lists(st.integers(0, 9), min_size=people, max_size=people))
    return values, issues, least, veto, seats


def packages(issues: list[str]) -> list[tuple[int, ...]]:
    rows = [
        [at for at, one in enumerate(issues) if one == issue] for issue in dict.fromkeys(issues)
    ]
    return list(itertools.product(*rows))


def worth(values: list[list[Fraction]], package: tuple[int, ...]) -> list[Fraction]:
    return [sum((row[at] for at in package), Fraction(0)) for row in values]


def floats(rows: list[list[Fraction]]) -> list[list[float]]:
    return [[float(one) for one in row] for row in rows]


def last(game: Game, rule: Rule, piece: int) -> Tally:
    values, issues, least = game[:3]
    *_, found = tally(floats(values), issues, [float(one) for one in least], rule, piece)
    return found


@given(games(), st.integers(1, 4), st.integers(1, 30))
def test_the_count_is_that_of_every_package_in_fractions(
    game: Game, at_least: int, piece: int
) -> None:
    values, issues, least, veto, seats = game
    rules = {
        "all": Rule(np.array(veto)),
        "some": Rule(np.array(veto), at_least),
        "seats": Rule(np.array(veto), None, np.array(seats)),
    }
    counted = dict.fromkeys(rules, 0)
    best: list[Fraction | None] = [None] * len(values)
    for package in packages(issues):
        total = worth(values, package)
        yes = [one >= t for one, t in zip(total, least, strict=True)]
        told = all(y or not v for y, v in zip(yes, veto, strict=True))
        counted["all"] += all(yes)
        counted["some"] += told and sum(yes) >= at_least
        held = sum(w for w, y in zip(seats, yes, strict=True) if y)
        counted["seats"] += told and 2 * held > sum(seats)
        if all(yes):
            best = [u if b is None else max(b, u) for b, u in zip(best, total, strict=True)]
    for name, rule in rules.items():
        found = last(game, rule, piece)
        assert (found.decided, found.all_agree) == (counted[name], counted["all"])
        assert found.complete
        assert found.total == len(packages(issues))
    told_best = [None if np.isnan(one) else one for one in found.best.tolist()]
    assert told_best == pytest.approx([None if one is None else float(one) for one in best])


@given(games(), st.data())
def test_there_is_more_in_it_just_when_a_package_takes_from_nobody_and_gives_somebody(
    game: Game, data: st.DataObject
) -> None:
    values, issues = game[:2]
    package = data.draw(st.sampled_from(packages(issues)))
    now = worth(values, package)
    others = [worth(values, one) for one in packages(issues)]
    more = any(all(a >= b for a, b in zip(one, now, strict=True)) and one != now for one in others)
    for listed in (1, 1000):
        assert anyone_can_gain(floats(values), issues, np.array(package), listed) == more


@given(games(), st.integers(1, 30))
def test_pieces_hold_every_package_once_and_in_order(game: Game, piece: int) -> None:
    import pandas as pd

    values, issues = game[:2]
    points = np.array(floats(values))
    table = pd.DataFrame({"id": [f"o{n}" for n in range(len(issues))], "issue": issues})
    blocks = list(package_blocks(points, rows_by_issue(issues), piece))
    whole = np.concatenate(blocks, axis=1)
    assert whole == pytest.approx(points[:, all_packages(table)].sum(axis=2))
    sizes = [len(rows) for rows in rows_by_issue(issues)]
    assert all(block.shape[1] <= max(piece, *sizes) for block in blocks)


def test_a_tie_in_decimals_is_a_yes() -> None:
    *_, found = tally([[0.1, 0.2]], ["j", "l"], [0.3], Rule(np.array([False])))
    assert found.all_agree == 1


def test_a_count_tells_after_each_piece_how_far_it_is() -> None:
    sizes = (10,) * 4
    issues = np.repeat(np.arange(4), sizes).tolist()
    steps = list(tally(np.zeros((2, 40)), issues, [0, 0], Rule(np.zeros(2, bool)), 500))
    assert [one.done for one in steps] == list(range(100, 10_100, 100))
    assert not steps[0].complete
    assert steps[-1].all_agree == steps[-1].total == 10_000


def test_nothing_to_choose_is_one_package_and_nobody_at_the_table_is_no_refusal() -> None:
    *_, found = tally(np.zeros((2, 0)), [], [0, 1], Rule(np.zeros(2, bool)))
    assert (found.total, found.all_agree) == (1, 0)
    *_, found = tally(np.zeros((0, 2)), ["j", "j"], [], Rule(np.zeros(0, bool)))
    assert found.total == 2
    assert not anyone_can_gain(np.zeros((2, 0)), [], np.zeros(0, dtype=int))


def test_a_million_packages_are_counted_within_two_seconds(within: Any) -> None:
    values = np.random.default_rng(1).integers(-15, 16, (6, 60)).astype(float)
    issues = np.repeat(np.arange(6), 10).tolist()
    within(lambda: list(tally(values, issues, [10] * 6, Rule(np.zeros(6, bool), 5))), 2.0)
