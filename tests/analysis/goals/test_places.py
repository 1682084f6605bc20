import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.goals.places import GOAL, MEASURE, Place, goal_places


def places(parents: dict[str, str], measures: str = "") -> dict[str, Place]:
    goals = pd.DataFrame({"id": list(parents), "parent": list(parents.values())}, dtype=object)
    found = goal_places(goals, pd.DataFrame({"id": list(measures)}, dtype=object))
    return {one.id: one for one in found}


def test_nothing_stands_nowhere() -> None:
    assert places({}) == {}


def test_a_goal_stands_in_the_middle_of_those_below_it() -> None:
    found = places({"a": "", "b": "a", "c": "a", "d": "b", "e": "b"})
    assert [(k, one.column, one.row) for k, one in found.items()] == [
        ("a", 0, 1.25), ("b", 1, 0.5), ("d", 2, 0.0), ("e", 2, 1.0), ("c", 1, 2.0),
    ]  # fmt: skip


def test_measures_stand_in_a_column_of_their_own() -> None:
    found = places({"a": "", "b": "a"}, "mn")
    assert (found["m"].kind, found["m"].column, found["b"].column) == (MEASURE, 2, 1)
    assert found["n"].row - found["m"].row == 1.0


def test_many_measures_lie_below_the_top() -> None:
    found = places({"a": ""}, "mnopq")
    assert min(one.row for one in found.values()) == 0.0


@given(parents=st.lists(st.integers(-1, 9), min_size=1, max_size=10), count=st.integers(0, 6))
def test_everyone_stands_once_and_nobody_on_another(parents: list[int], count: int) -> None:
    names = {f"g{i}": f"g{p}" if p >= 0 else "" for i, p in enumerate(parents)}
    found = places(names, "mnopqr"[:count])
    assert sorted(one for one in found if found[one].kind == GOAL) == sorted(names)
    assert len({(one.column, one.row) for one in found.values()}) == len(found)
    for key, parent in names.items():
        if found[key].column:
            assert found[parent].column < found[key].column
