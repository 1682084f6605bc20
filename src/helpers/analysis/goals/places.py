"""Where goals and measures stand in a picture: columns from the highest goal to the measures."""

from typing import NamedTuple

import pandas as pd

from helpers.analysis.goals.goal_tree import ancestors

GOAL, MEASURE = "goal", "measure"


class Place(NamedTuple):
    """Where one goal or measure stands: ``column`` from 0, ``row`` from the top, in rows."""

    id: str
    kind: str
    column: int
    row: float


def goal_places(goals: pd.DataFrame, measures: pd.DataFrame) -> tuple[Place, ...]:
    """Return the place of each goal, in the order of the tree, and of each measure after them.

    A goal stands one column after the goal it serves, in the middle of the goals below it; the
    measures stand together in the column after the last goal, over the same height. A goal in a
    circle, or under a goal that does not exist, stands in the first column.

    >>> goals = pd.DataFrame({"id": ["a", "b", "c"], "parent": ["", "a", "a"]})
    >>> [tuple(one) for one in goal_places(goals, pd.DataFrame({"id": ["m"]}))]
    [('a', 'goal', 0, 0.5), ('b', 'goal', 1, 0.0), ('c', 'goal', 1, 1.0), ('m', 'measure', 2, 0.5)]
    """
    tree = _children(goals)
    places: list[Place] = []
    rows = _stand(tree, "", 0, 0.0, places)
    last = max((one.column for one in places), default=-1)
    count = len(measures)
    step = max(rows - 1, 0) / max(count - 1, 1) if count > 1 else 0.0
    step = max(step, 1.0)
    first = (max(rows - 1, 0) - step * (count - 1)) / 2
    own = [
        Place(str(key), MEASURE, last + 1, first + step * at)
        for at, key in enumerate(measures["id"])
    ]
    lowest = min((one.row for one in own), default=0.0)
    lift = -lowest if lowest < 0 else 0.0
    return tuple(one._replace(row=one.row + lift) for one in [*places, *own])


def _children(goals: pd.DataFrame) -> dict[str, list[str]]:
    parents = {
        str(key): str(parent) if isinstance(parent, str) else ""
        for key, parent in zip(goals["id"], goals["parent"], strict=True)
    }
    tree: dict[str, list[str]] = {}
    for key, parent in parents.items():
        loose = parent not in parents or key in ancestors(key, parents)
        tree.setdefault("" if loose else parent, []).append(key)
    return tree


def _stand(
    tree: dict[str, list[str]], parent: str, column: int, top: float, places: list[Place]
) -> float:
    """Give the goals under a goal their places from row ``top`` on; return the rows it took."""
    took = 0.0
    for key in tree.get(parent, ()):
        at = len(places)
        below = _stand(tree, key, column + 1, top + took, places)
        children = [one.row for one in places[at:] if one.column == column + 1]
        row = (children[0] + children[-1]) / 2 if children else top + took
        places.insert(at, Place(key, GOAL, column, row))
        took += max(below, 1.0)
    return took
