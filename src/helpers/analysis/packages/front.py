"""Efficient packages: those in which nobody can gain without somebody losing.

Package d is dominated when another has at least its value for everybody and more for somebody
(Pareto); the front is what is left, over *all* packages, also those below a value of no deal, and
with every tie. Values add up over the issues, so a beginning of a package that is dominated stays
so whatever is chosen on the other issues: the front is built issue by issue, and what is dominated
is dropped on the way. That is exact.
"""

from collections.abc import Hashable, Iterable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.dominance import undominated

Points = NDArray[Any]
Places = NDArray[np.int64]

MOST_AT_ONCE = 2_000_000
"""More packages than this are not compared in one go; six stakeholders then take half a GiB."""

_FEW, _MANY = 100, 1000


class TooManyPackagesError(ValueError):
    """There are too many packages to compare them all; ``count`` says how many there are."""

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            f"{count} packages are too many to compare; the most is {most}. "
            "best_for_most_seats gives the exact best package without listing them all"
        )
        self.count = count


def rows_by_issue(issues: Iterable[Hashable]) -> list[list[int]]:
    """Return the row numbers of the options of each issue, issues in order of first appearance.

    >>> rows_by_issue(["j", "l", "j"])
    [[0, 2], [1]]
    """
    rows: dict[Hashable, list[int]] = {}
    for row, issue in enumerate(issues):
        rows.setdefault(issue, []).append(row)
    return list(rows.values())


def exact_values(values: ArrayLike) -> Points:
    """Return values whose sums are exact: whole numbers, when they have at most six decimals.

    ``values`` has one row a stakeholder; a part in 10^12 of the largest of a row is rounding. The
    result keeps all comparisons, for it is the values times 1 or times a million, so that 0.1 + 0.2
    and 0.3 tie. Other values (thirds, measured numbers) come back as they are.

    >>> exact_values([[0.1, 0.2, 0.3]]).tolist(), exact_values([[2.0, 1.0]]).tolist()
    ([[100000, 200000, 300000]], [[2, 1]])
    """
    given = np.asarray(values, dtype=float)
    largest = np.abs(given).max(axis=-1, initial=0)
    if not np.isfinite(largest).all():
        raise ValueError("every value must be a number; what is not known counts as 0")
    for scale in (1, 1_000_000):
        whole: Points = np.rint(given * scale)
        off = np.abs(given * scale - whole).max(axis=-1, initial=0)
        noise = 1e-12 * scale * largest
        if (off <= noise).all() and (noise < 0.01).all():
            return whole.astype(np.int64)
    return given


def efficient_packages(
    values: ArrayLike, issues: Iterable[Hashable], most: int = MOST_AT_ONCE
) -> Places:
    """Return every efficient package as row numbers of the options: shape (packages, issues).

    ``values`` has shape (stakeholders, options), in value points, and ``issues`` the issue of each
    option; order of issues and packages as in
    :func:`~helpers.analysis.packages.weigh.all_packages`. The space may be far larger than
    ``most``, as long as what is not dominated on the way is not: otherwise
    :class:`TooManyPackagesError`, before the memory is used. With values that are no whole numbers
    or decimals, a tie is a tie of floating-point sums in the order of the issues.

    >>> efficient_packages([[0, 2, 0, 5], [0, 3, 0, -4]], ["j", "j", "l", "l"]).tolist()
    [[1, 2], [1, 3]]
    """
    points = exact_values(values)
    by_issue = rows_by_issue(issues)
    size = 1
    for one in by_issue:
        size *= len(one)
    chosen = np.zeros((1, 0), dtype=np.int64)
    total = np.zeros((points.shape[0], 1), dtype=points.dtype)
    added: list[Places] = []
    for at, one in enumerate(by_issue, start=1):
        rows = np.array(one)
        if size > _MANY:
            rows = rows[undominated(points[:, rows])]
        count = total.shape[1] * rows.size
        if count > most:
            raise TooManyPackagesError(size, most)
        total = (total[:, :, None] + points[:, None, rows]).reshape(-1, count)
        added.append(rows)
        if count > _FEW or at == len(by_issue):
            kept = np.flatnonzero(undominated(total))
            total = total[:, kept]
            before, *picked = np.unravel_index(kept, (len(chosen), *map(len, added)))
            new = [rows[at] for rows, at in zip(added, picked, strict=True)]
            chosen = np.column_stack((chosen[before], *new))
            added = []
    return chosen
