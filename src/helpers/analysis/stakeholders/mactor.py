"""Who moves whom, and who stands where: the matrices of MACTOR.

MACTOR (Godet 1991, "Actors' moves and strategies: the MACTOR method"; Godet 1994, "From
anticipation to action") starts from two judgements: how much influence actor a has on actor b
(MID, 0 none to 4 on its existence) and where actor a stands on objective j (2MAO, -4 to 4; against
below 0). It says nothing of who is right.
"""

from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


class Agreement(NamedTuple):
    """How far each pair of actors pulls together and apart: shape (actors, actors) each."""

    convergence: Array
    divergence: Array


def influence_matrix(ids: Sequence[str], influences: pd.DataFrame) -> Array:
    """Return the direct influence (MID) of row on column: shape (actors, actors).

    ``influences`` has the columns ``source, target, influence`` (0 or more); no row means 0. Raises
    ``ValueError`` for an actor that is not in ``ids`` and for a pair that comes twice.

    >>> table = pd.DataFrame({"source": ["a"], "target": ["b"], "influence": [3.0]})
    >>> influence_matrix(["a", "b"], table).tolist()
    [[0.0, 3.0], [0.0, 0.0]]
    """
    return _filled(influences, "source", ids, "target", ids, "influence")


def position_matrix(
    ids: Sequence[str], objectives: Sequence[str], positions: pd.DataFrame
) -> Array:
    """Return where each actor stands on each objective (2MAO): shape (actors, objectives).

    ``positions`` has the columns ``stakeholder, objective, position`` (below 0: against; ``nan``:
    not known); no row means 0, nothing at stake. Errors as in :func:`influence_matrix`.

    >>> table = pd.DataFrame({"stakeholder": ["b"], "objective": ["o"], "position": [-2.0]})
    >>> position_matrix(["a", "b"], ["o"], table).tolist()
    [[0.0], [-2.0]]
    """
    return _filled(positions, "stakeholder", ids, "objective", objectives, "position")


def direct_and_indirect(direct: ArrayLike) -> Array:
    """Return the influence of row on column, direct and through one other actor (MIDI).

    ``MIDI[a, b] = MID[a, b] + sum over c of min(MID[a, c], MID[c, b])``: a moves b through c no
    more than a moves c, nor than c moves b. On the diagonal stands what comes back to the actor
    itself. ``direct`` (MID) has shape (actors, actors), numbers of 0 or more, its own diagonal 0.
    Raises ``ValueError`` otherwise, and for a value that is not known.

    >>> direct_and_indirect([[0, 3, 1], [0, 0, 2], [1, 0, 0]]).tolist()
    [[1.0, 3.0, 3.0], [1.0, 0.0, 2.0], [1.0, 1.0, 1.0]]
    """
    mid = np.asarray(direct, dtype=float)
    if mid.ndim != 2 or mid.shape[0] != mid.shape[1]:
        raise ValueError(f"direct influence must be a square, not of shape {mid.shape}")
    if not (np.isfinite(mid) & (mid >= 0)).all():
        raise ValueError("every influence must be known, and 0 or more")
    if mid.diagonal().any():
        raise ValueError("the influence of an actor on itself must be 0")
    through = np.minimum(mid[:, :, None], mid[None]).sum(axis=1)
    return cast(Array, mid + through)


def influence_dependence(ids: Sequence[str], direct: ArrayLike) -> pd.DataFrame:
    """Return how much each actor moves the others and is moved by them: one row an actor.

    Columns: ``id``; ``influence``, ``I_a = sum over b != a of MIDI[a, b]``; ``dependence``,
    ``D_a = sum over b != a of MIDI[b, a]``; ``feedback``, ``MIDI[a, a]``; and ``balance``,
    ``I_a - D_a``. All in points of ``direct`` (MID); errors as in :func:`direct_and_indirect`.

    >>> table = influence_dependence(["a", "b"], [[0, 3], [1, 0]])
    >>> table.to_numpy().tolist()
    [['a', 3.0, 1.0, 1.0, 2.0], ['b', 1.0, 3.0, 1.0, -2.0]]
    """
    midi = direct_and_indirect(direct)
    if len(ids) != len(midi):
        raise ValueError(f"{len(ids)} ids do not fit {len(midi)} actors")
    feedback = midi.diagonal()
    influence, dependence = midi.sum(axis=1) - feedback, midi.sum(axis=0) - feedback
    return pd.DataFrame(
        {
            "id": list(ids),
            "influence": influence,
            "dependence": dependence,
            "feedback": feedback,
            "balance": influence - dependence,
        }
    )


def simple_positions(positions: ArrayLike) -> Array:
    """Return for or against only (1MAO): ``sign(2MAO)``, which is -1, 0 or 1; ``nan`` stays.

    >>> simple_positions([[3.0, -2.0, 0.0]]).tolist()
    [[1.0, -1.0, 0.0]]
    """
    sign: Array = np.sign(np.asarray(positions, dtype=float))
    return sign


def agreement(positions: ArrayLike) -> Agreement:
    """Return how far each pair of actors agrees (2CAA) and disagrees (2DAA) on the objectives.

    ``CAA[a, b] = 1/2 sum over j with x_aj x_bj > 0 of (|x_aj| + |x_bj|)``; ``DAA`` the same with
    ``< 0``; 0 on both diagonals. ``positions`` x has shape (actors, objectives); with
    :func:`simple_positions` they are the numbers of objectives (1CAA, 1DAA). A position that is not
    known counts in neither: :func:`agreements` counts these apart.

    >>> pulls = agreement([[3.0, -2.0], [1.0, 1.0]])
    >>> pulls.convergence.tolist(), pulls.divergence.tolist()
    ([[0.0, 2.0], [2.0, 0.0]], [[0.0, 1.5], [1.5, 0.0]])
    """
    x = np.asarray(positions, dtype=float)
    product, size = x[:, None] * x[None], (np.abs(x)[:, None] + np.abs(x)[None]) / 2
    together = np.where(product > 0, size, 0.0).sum(axis=2)
    apart = np.where(product < 0, size, 0.0).sum(axis=2)
    np.fill_diagonal(together, 0.0)
    return Agreement(together, apart)


def agreements(ids: Sequence[str], positions: ArrayLike) -> pd.DataFrame:
    """Return one row a pair of actors, in the order of ``ids``.

    Columns: ``first``, ``second``; ``together`` and ``apart`` (numbers of objectives on which they
    are on the same side and on opposite sides: order 1); ``convergence`` and ``divergence`` (order
    2, in points of ``positions``); and ``open``, objectives on which a position is not known that
    could still count. Arguments as in :func:`agreement`.

    >>> agreements(["a", "b"], [[3.0, -2.0, 1.0], [1.0, 1.0, float("nan")]]).to_numpy().tolist()
    [['a', 'b', 1, 1, 2.0, 1.5, 1]]
    """
    x = np.asarray(positions, dtype=float)
    if len(ids) != len(x):
        raise ValueError(f"{len(ids)} ids do not fit {len(x)} actors")
    first, second = np.triu_indices(len(ids), k=1)
    names, simple, pulls = np.array(ids, dtype=object), agreement(simple_positions(x)), agreement(x)
    unclear = np.isnan(x[first] * x[second]) & (x[first] != 0) & (x[second] != 0)
    return pd.DataFrame(
        {
            "first": names[first],
            "second": names[second],
            "together": simple.convergence[first, second].astype(int),
            "apart": simple.divergence[first, second].astype(int),
            "convergence": pulls.convergence[first, second],
            "divergence": pulls.divergence[first, second],
            "open": unclear.sum(axis=1),
        }
    )


def _filled(
    table: pd.DataFrame, row: str, rows: Sequence[str], column: str, columns: Sequence[str], of: str
) -> Array:
    down = pd.Index(rows).get_indexer(pd.Index(table[row]))
    across = pd.Index(columns).get_indexer(pd.Index(table[column]))
    for name, places in ((row, down), (column, across)):
        if (places < 0).any():
            raise ValueError(f"{name} {table[name][places < 0].iloc[0]!r} is not known")
    if table.duplicated([row, column]).any():
        raise ValueError(f"a {row} and {column} come twice")
    matrix = np.zeros((len(rows), len(columns)))
    matrix[down, across] = table[of].to_numpy(dtype=float)
    return matrix
