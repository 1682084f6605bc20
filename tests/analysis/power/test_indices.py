"""Power indices against every coalition, published tables, exact fractions, and as properties."""

import itertools
import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.analysis.power.indices import (
    banzhaf_index,
    banzhaf_measure,
    dummies,
    join_bloc,
    power_table,
    shapley_shubik,
    swings,
)
from helpers.analysis.votes.tipping import what_tips_it

WEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=7).filter(any)
COLLEGE_1996 = [
    *[54, 33, 32, 25, 23, 22, 21, 18, 15, 14, 13, 13, 12, 12],
    *[11] * 4,
    *[10] * 2,
    *[9] * 2,
    *[8] * 6,
    *[7] * 3,
    *[6] * 2,
    *[5] * 4,
    *[4] * 6,
    *[3] * 8,
]
PEOPLE = [  # a union of 27 members, in persons
    *[83237124, 67871925, 59030133, 47432893, 37654247, 19042455, 17590672, 11617623, 10516707],
    *[10459782, 10452326, 10352042, 9689010, 8978929, 6838937, 5873420, 5548241, 5434712],
    *[5060004, 3862202, 2805998, 2107180, 1875757, 1331796, 904705, 645397, 520971],
]


def wins(quota: object, weights: object, some: set[int], blocking: int = 0) -> bool:
    rows, least = np.atleast_2d(np.array(weights)), np.atleast_1d(np.array(quota))
    n = rows.shape[1]
    met = all(sum(int(row[i]) for i in some) >= q for row, q in zip(rows, least, strict=True))
    return met or n - len(some) < blocking


def by_hand(quota: object, weights: object, blocking: int = 0) -> tuple[list[int], list[Fraction]]:
    """Swings and Shapley-Shubik from every coalition."""
    n = np.atleast_2d(np.array(weights)).shape[1]
    count, share = [0] * n, [Fraction(0)] * n
    for i in range(n):
        others = [j for j in range(n) if j != i]
        for size in range(n):
            for some in itertools.combinations(others, size):
                with_, without = {*some, i}, set(some)
                if wins(quota, weights, with_, blocking) > wins(quota, weights, without, blocking):
                    count[i] += 1
                    orders = math.factorial(size) * math.factorial(n - 1 - size)
                    share[i] += Fraction(orders, math.factorial(n))
    return count, share


def orders_by_hand(quota: int, weights: Sequence[int]) -> list[Fraction]:
    """Shapley-Shubik from every order in which the players can say yes."""
    pivotal = [0] * len(weights)
    for order in itertools.permutations(range(len(weights))):
        sums = itertools.accumulate(weights[i] for i in order)
        pivotal[order[next(at for at, one in enumerate(sums) if one >= quota)]] += 1
    return [Fraction(one, sum(pivotal)) for one in pivotal]


def test_the_community_of_1958_in_which_luxembourg_had_no_power() -> None:
    quota, weights = 12, [4, 4, 4, 2, 2, 1]
    assert swings(quota, weights) == [10, 10, 10, 6, 6, 0]
    assert banzhaf_index(quota, weights, exact=True) == [
        *[Fraction(5, 21)] * 3,
        *[Fraction(1, 7)] * 2,
        0,
    ]
    share = shapley_shubik(quota, weights, exact=True)
    assert share == [*[Fraction(14, 60)] * 3, *[Fraction(9, 60)] * 2, 0]
    assert dummies(quota, weights).tolist() == [False] * 5 + [True]


def test_the_security_council_in_which_five_have_nearly_all_power() -> None:
    # 9 of 15 with all five permanent members is the same as a weight of 39 when these weigh 7.
    quota, weights = 39, [7] * 5 + [1] * 10
    share = shapley_shubik(quota, weights, exact=True)
    assert share == [Fraction(421, 2145)] * 5 + [Fraction(4, 2145)] * 10
    assert swings(quota, weights) == [848] * 5 + [84] * 10


def test_the_security_council_as_two_conditions_is_the_same() -> None:
    both = [9, 5], [[1] * 15, [1] * 5 + [0] * 10]
    assert swings(*both) == [848] * 5 + [84] * 10
    assert shapley_shubik(*both, exact=True)[0] == Fraction(421, 2145)


def test_two_votes_against_two_times_one_have_two_thirds() -> None:
    assert shapley_shubik(3, [2, 1, 1], exact=True) == [
        Fraction(2, 3),
        Fraction(1, 6),
        Fraction(1, 6),
    ]


def test_the_electoral_college_of_1996_counted_without_packing_or_division() -> None:
    """California's 54 electors: the coalitions of the other states, one by one added to a table."""
    assert (len(COLLEGE_1996), sum(COLLEGE_1996)) == (51, 538)
    table = [[0] * 270 for _ in range(51)]
    table[0][0] = 1
    for w in COLLEGE_1996[1:]:
        for size in range(50, 0, -1):
            for at in range(269, w - 1, -1):
                table[size][at] += table[size - 1][at - w]
    pivotal = [sum(row[270 - 54 :]) for row in table]
    orders = [math.factorial(s) * math.factorial(50 - s) for s in range(51)]
    share = Fraction(sum(map(int.__mul__, pivotal, orders)), math.factorial(51))
    assert swings(270, COLLEGE_1996)[0] == sum(pivotal)
    assert shapley_shubik(270, COLLEGE_1996, exact=True)[0] == share
    assert shapley_shubik(270, COLLEGE_1996).sum() == pytest.approx(1, abs=1e-12)


@settings(max_examples=40)
@given(WEIGHTS, st.data())
def test_equals_every_coalition(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    count, share = by_hand(quota, weights)
    assert swings(quota, weights) == count
    assert shapley_shubik(quota, weights, exact=True) == share
    assert shapley_shubik(quota, weights).tolist() == [float(one) for one in share]
    assert banzhaf_measure(quota, weights, exact=True) == [
        Fraction(one, 2 ** (len(weights) - 1)) for one in count
    ]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=6).filter(any), st.data())
def test_equals_every_order(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    assert shapley_shubik(quota, weights, exact=True) == orders_by_hand(quota, weights)


@settings(max_examples=40)
@given(st.integers(2, 6), st.integers(1, 3), st.integers(0, 3), st.data())
def test_equals_every_coalition_under_several_conditions(
    n: int, conditions: int, blocking: int, data: st.DataObject
) -> None:
    row = st.lists(st.integers(0, 5), min_size=n, max_size=n).filter(any)
    rows = data.draw(st.lists(row, min_size=conditions, max_size=conditions))
    quotas = [data.draw(st.integers(1, sum(one))) for one in rows]
    blocking = min(blocking, n)
    count, share = by_hand(quotas, rows, blocking)
    assert swings(quotas, rows, blocking) == count
    assert shapley_shubik(quotas, rows, blocking, exact=True) == share


@settings(max_examples=40)
@given(st.integers(2, 7), st.integers(0, 7), st.data())
def test_equals_every_coalition_under_a_double_majority(
    n: int, blocking: int, data: st.DataObject
) -> None:
    weights = data.draw(st.lists(st.integers(0, 9), min_size=n, max_size=n).filter(any))
    quotas = [data.draw(st.integers(1, n)), data.draw(st.integers(1, sum(weights)))]
    rule = quotas, [[1] * n, weights], min(blocking, n)
    count, share = by_hand(*rule)
    assert swings(*rule) == count
    assert shapley_shubik(*rule, exact=True) == share


def test_listing_two_halves_and_packing_agree_on_a_union_of_27() -> None:
    members, people = Fraction(55, 100) * 27, Fraction(65, 100)
    permille = [round(Fraction(p * 1000, sum(PEOPLE))) for p in PEOPLE]
    packed = swings([members, people * sum(permille)], [[1] * 27, permille], 4)
    million = [p * 10**6 for p in permille]  # too heavy to pack but for the common factor
    million[0] += 1  # which is gone now; a millionth of a permille changes no coalition
    listed = swings([members, people * sum(permille) * 10**6], [[1] * 27, million], 4)
    assert listed == packed


def test_four_against_are_needed_to_block_whatever_their_population() -> None:
    """Three of the four largest hold more than 35 % of the people and still cannot block."""
    rule = [Fraction(55, 100) * 27, Fraction(65, 100) * sum(PEOPLE)], [[1] * 27, PEOPLE]
    three = sum(PEOPLE[:3]) / sum(PEOPLE)
    assert three > 0.35
    without, with_ = swings(*rule), swings(*rule, 4)
    assert with_[0] < without[0]
    assert with_[-1] > without[-1]
    share = shapley_shubik(*rule, 4)
    assert share.sum() == pytest.approx(1, abs=1e-12)
    assert (np.diff(share) <= 1e-15).all()


@settings(max_examples=40)
@given(WEIGHTS, st.data())
def test_properties_of_the_indices(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    share = shapley_shubik(quota, weights, exact=True)
    index = banzhaf_index(quota, weights, exact=True)
    assert sum(share) == sum(index) == 1
    order = sorted(range(len(weights)), key=lambda i: weights[i])
    for light, heavy in itertools.pairwise(order):
        assert share[light] <= share[heavy]
        assert index[light] <= index[heavy]
        if weights[light] == weights[heavy]:
            assert share[light] == share[heavy]
    for weight, one, two in zip(weights, share, index, strict=True):
        assert (one == 0) == (two == 0)
        assert weight > 0 or one == 0


@settings(max_examples=40)
@given(WEIGHTS, st.integers(2, 1000), st.data())
def test_the_scale_of_the_weights_does_not_matter(
    weights: list[int], scale: int, data: st.DataObject
) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    larger = [w * scale for w in weights]
    assert swings(quota * scale, larger) == swings(quota, weights)
    assert swings((quota - 1) * scale + 1, larger) == swings(quota, weights)


@settings(max_examples=40)
@given(WEIGHTS, st.data())
def test_a_rule_and_its_mirror_give_the_same_power(weights: list[int], data: st.DataObject) -> None:
    quota = data.draw(st.integers(1, sum(weights)))
    mirrored = sum(weights) - quota + 1
    assert swings(quota, weights) == swings(mirrored, weights)
    assert shapley_shubik(quota, weights, exact=True) == shapley_shubik(
        mirrored, weights, exact=True
    )


@settings(max_examples=40)
@given(WEIGHTS)
def test_the_banzhaf_measure_is_what_tips_a_vote_without_opinions(weights: list[int]) -> None:
    measure = banzhaf_measure(sum(weights) // 2 + 1, weights)
    tipping = what_tips_it(weights, [0.5] * len(weights), 0.0)["low"]
    assert measure.tolist() == pytest.approx(tipping.tolist(), abs=1e-12)


@pytest.mark.parametrize("n", [1, 2, 68, 171, 400])
def test_equal_players_have_equal_power_however_many_they_are(n: int) -> None:
    quota = n // 2 + 1
    assert shapley_shubik(quota, [1] * n).tolist() == pytest.approx([1 / n] * n, abs=1e-15)
    assert swings(3 * quota, [3] * n) == [math.comb(n - 1, quota - 1)] * n
    measure = banzhaf_measure(quota, [1] * n)
    assert measure[0] == math.comb(n - 1, quota - 1) / 2 ** (n - 1)


@pytest.mark.parametrize("n", [68, 171, 200])
def test_one_heavy_player_among_many_equals_its_closed_form(n: int) -> None:
    """A player of weight w among m of weight 1: pivotal at ``q - w`` to ``q - 1`` others."""
    heavy, others = 11, n - 1
    quota = (heavy + others) // 2 + 1
    places = [m for m in range(others + 1) if quota - heavy <= m < quota]
    share = shapley_shubik(quota, [heavy] + [1] * others)
    assert share[0] == pytest.approx(len(places) / n, abs=1e-12)
    assert share[1:] == pytest.approx((1 - len(places) / n) / others, abs=1e-12)
    counted = sum(math.comb(others, m) for m in places)
    assert swings(quota, [heavy] + [1] * others)[0] == counted
    assert banzhaf_measure(quota, [heavy] + [1] * others)[0] == counted / 2**others


def test_the_caller_keeps_its_lists() -> None:
    weights, quotas, rows = [9, 1, 1], [2, 3], [[1, 1, 1], [9, 1, 1]]
    swings(3, weights)
    shapley_shubik(quotas, rows, 1)
    assert (weights, quotas, rows) == ([9, 1, 1], [2, 3], [[1, 1, 1], [9, 1, 1]])


def test_players_without_weight_have_no_power_and_change_nothing_for_others() -> None:
    with_ = shapley_shubik(5, [4, 0, 3, 2, 0], exact=True)
    assert [with_[0], with_[2], with_[3]] == shapley_shubik(5, [4, 3, 2], exact=True)
    assert with_[1] == with_[4] == 0
    assert banzhaf_measure(5, [4, 0, 3, 2, 0])[0] == banzhaf_measure(5, [4, 3, 2])[0]


def test_a_bloc_has_the_weight_of_its_members() -> None:
    assert join_bloc([[1, 1, 1], [5, 3, 2]], [2, 0]).tolist() == [[2, 1], [7, 3]]
    joined = banzhaf_measure(6, join_bloc([5, 3, 2, 1], [2, 3]))
    assert joined.tolist() == banzhaf_measure(6, [5, 3, 3]).tolist()


@pytest.mark.parametrize("members", [[], [3], [-1, 0]])
def test_a_bloc_has_members_that_exist(members: list[int]) -> None:
    with pytest.raises(ValueError, match="places from 0 to 2"):
        join_bloc([1, 2, 3], members)


def test_a_table_has_all_indices_beside_each_other() -> None:
    table = power_table(["a", "b", "c", "d"], 6, [4, 3, 2, 1])
    assert table["swings"].tolist() == [5, 3, 3, 1]
    assert table["banzhaf_measure"].tolist() == [5 / 8, 3 / 8, 3 / 8, 1 / 8]
    assert table["banzhaf_index"].tolist() == [5 / 12, 1 / 4, 1 / 4, 1 / 12]
    assert table["shapley_shubik"].tolist() == pytest.approx([5 / 12, 1 / 4, 1 / 4, 1 / 12])
    assert not table["dummy"].any()


def test_swings_of_hundreds_of_players_fit_in_a_table() -> None:
    table = power_table([str(i) for i in range(200)], 101, [1] * 200)
    assert table["swings"][0] == math.comb(199, 100)
    assert table["banzhaf_index"].sum() == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize(
    ("quota", "weights", "blocking", "says"),
    [
        (0, [1, 2], 0, "quota must be above 0 and at most the sum of the weights, 3, not 0"),
        (4, [1, 2], 0, "at most the sum of the weights, 3, not 4"),
        (1, [1, -2], 0, "weights must be whole numbers of 0 or more"),
        (1, [1.5, 2], 0, "weights must be whole numbers of 0 or more"),
        (1, [float("nan"), 2], 0, "weights must be whole numbers of 0 or more"),
        ([1, 1], [1, 2], 0, "one quota for each row"),
        (1, [], 0, "one quota for each row"),
        (1, [1, 2], 3, "blocking_minority must be from 0 to 2, not 3"),
        (10**11, [10**9 + i for i in range(150)], 0, "too large to count"),
        ([9, 9], [list(range(50)), list(range(50, 0, -1))], 0, "too large to count"),
    ],
)
def test_refuses_what_is_no_rule_and_what_is_too_large(
    quota: object, weights: object, blocking: int, says: str
) -> None:
    with pytest.raises(ValueError, match=says):
        swings(quota, weights, blocking)  # type: ignore[arg-type]


def test_shapley_shubik_says_beforehand_that_a_game_is_too_large() -> None:
    with pytest.raises(ValueError, match="too large to count"):
        shapley_shubik(10**9, [10**8 + i for i in range(80)])
