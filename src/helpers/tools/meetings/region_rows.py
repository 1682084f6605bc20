"""The priorities of a sub-region in their order, and how an order changes."""

from collections.abc import Sequence
from typing import NamedTuple

from helpers.dossier.columns import columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.regions import Priority

PLACES = int(columns_of(Priority)["rank"].high or 0)
"""How many tasks of a sub-region can have a place in its order."""


class Shared(NamedTuple):
    """A task that stands with more than one sub-region: what it is called, and its rows."""

    task: str
    rows: tuple[Priority, ...]


def in_order(rows: Sequence[Priority], region: str) -> list[Priority]:
    """Return the priorities of a sub-region: those with a place first, then as they were written.

    >>> rows = [Priority(id="a", region="r"), Priority(id="b", region="r", rank=1)]
    >>> [one.id for one in in_order(rows, "r")]
    ['b', 'a']
    """
    own = [one for one in rows if one.region == region]
    return sorted(own, key=lambda one: one.rank or PLACES + 1)


def moved(dossier: Dossier, key: str, step: int) -> Dossier:
    """Return a dossier in which a priority stands ``step`` places lower (above 0) or higher.

    One without a place comes last of those that have one when it goes higher, while there is room;
    the last one that goes lower loses its place. Places are counted from 1 without a gap.

    >>> rows = (Priority(id="a", region="r", rank=1), Priority(id="b", region="r", rank=2))
    >>> bare = Dossier(id="x", title="X", as_of="2026-09-15", priorities=rows)
    >>> [(one.id, one.rank) for one in moved(bare, "b", -1).priorities]
    [('a', 2), ('b', 1)]
    """
    one = next(one for one in dossier.priorities if one.id == key)
    placed = [other.id for other in in_order(dossier.priorities, one.region) if other.rank]
    if key not in placed:
        placed = [*placed, key] if step < 0 and len(placed) < PLACES else placed
    elif placed.index(key) + step >= len(placed):
        placed.remove(key)
    else:
        at = max(placed.index(key) + step, 0)
        placed.remove(key)
        placed.insert(at, key)
    return _placed(dossier, one.region, placed)


def without_priority(dossier: Dossier, key: str) -> Dossier:
    """Return a dossier without a priority; what stood below it moves up."""
    gone = next(one for one in dossier.priorities if one.id == key)
    rows = tuple(one for one in dossier.priorities if one.id != key)
    placed = [one.id for one in in_order(rows, gone.region) if one.rank]
    return _placed(dossier.model_copy(update={"priorities": rows}), gone.region, placed)


def without_region(dossier: Dossier, key: str) -> Dossier:
    """Return a dossier without a sub-region and its priorities."""
    regions = tuple(one for one in dossier.regions if one.id != key)
    rows = tuple(one for one in dossier.priorities if one.region != key)
    return dossier.model_copy(update={"regions": regions, "priorities": rows})


def shared_tasks(rows: Sequence[Priority]) -> list[Shared]:
    """Return the tasks that stand with more than one sub-region, however they are capitalised.

    >>> rows = [Priority(id=key, region=key, task=task) for key, task in ("ax", "bX", "cy")]
    >>> [(one.task, len(one.rows)) for one in shared_tasks(rows)]
    [('x', 2)]
    """
    found: dict[str, list[Priority]] = {}
    for one in rows:
        if one.task.strip():
            found.setdefault(" ".join(one.task.casefold().split()), []).append(one)
    several = [rows for rows in found.values() if len({one.region for one in rows}) > 1]
    return [Shared(rows[0].task, tuple(rows)) for rows in several]


def _placed(dossier: Dossier, region: str, placed: Sequence[str]) -> Dossier:
    place = {key: at for at, key in enumerate(placed[:PLACES], start=1)}
    rows = tuple(
        one.model_copy(update={"rank": place.get(one.id)}) if one.region == region else one
        for one in dossier.priorities
    )
    return dossier.model_copy(update={"priorities": rows})
