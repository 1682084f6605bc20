"""What is not known moves a value as far as its scale goes, and no further."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.packages.unknown_values import value_spread
from helpers.analysis.packages.values import option_values

PEOPLE = pd.DataFrame({"id": ["a", "b"]})
OPTIONS = pd.DataFrame({"id": ["now", "new"], "issue": ["j", "j"]})
weights = st.one_of(st.none(), st.integers(0, 5))
effects = st.one_of(st.none(), st.integers(-3, 3))


def tables(rows: list[tuple[int | None, int | None]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    keys = [f"k{at}" for at in range(len(rows))]
    weight = pd.Series([w for w, _ in rows], dtype=float)
    effect = pd.Series([e for _, e in rows], dtype=float)
    wants = pd.DataFrame({"id": keys, "stakeholder": "a", "weight": weight})
    return wants, pd.DataFrame({"option": "new", "interest": keys, "effect": effect})


@given(st.lists(st.tuples(weights, effects), min_size=1, max_size=3))
def test_the_ends_are_those_of_every_way_to_fill_in_what_is_not_known(
    rows: list[tuple[int | None, int | None]],
) -> None:
    ways = []
    for weight, effect in rows:
        each = [weight] if weight is not None else range(6)
        ways.append({w * e for w in each for e in ([effect] if effect is not None else (-3, 0, 3))})
    sums = [sum(one) for one in itertools.product(*ways)]
    wants, works = tables(rows)
    value = option_values(PEOPLE, wants, OPTIONS, works)
    low, high = value_spread(PEOPLE, wants, OPTIONS, works)
    assert (value + low)[0, 1] == pytest.approx(min(sums))
    assert (value + high)[0, 1] == pytest.approx(max(sums))
    assert not low[1].any()
    assert not high[:, 0].any()


def test_a_value_that_is_told_is_known() -> None:
    wants, works = tables([(None, None)])
    told = pd.DataFrame({"stakeholder": ["a"], "option": ["new"], "value": [4.0]})
    low, high = value_spread(PEOPLE, wants, OPTIONS, works, told)
    assert not np.any(low)
    assert not np.any(high)
