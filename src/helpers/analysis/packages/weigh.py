"""Every package (one option an issue): what it is worth to whom, and is there a firm majority."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.packages.deals import feasible
from helpers.analysis.packages.front import TooManyPackagesError
from helpers.analysis.packages.package_chances import chances_of_majority
from helpers.analysis.stakeholders.interests import stake_arrays
from helpers.analysis.votes.judgement import words_to_go_by
from helpers.analysis.votes.majority import FIRM_SHARE, accepts, firm_majority, vote_chances

Array = NDArray[np.float64]
Places = NDArray[np.int64]

MOST = 1_000_000
"""More packages than this are not listed one by one."""


def package_count(options: pd.DataFrame) -> int:
    """Return how many packages there are: the product of the numbers of options of the issues.

    >>> package_count(pd.DataFrame({"id": ["a", "b", "c"], "issue": ["j", "j", "l"]}))
    2
    """
    count = 1
    for size in options.groupby("issue", sort=False).size().tolist():
        count *= size
    return count


def all_packages(options: pd.DataFrame) -> Places:
    """Return every package as row numbers of ``options``: shape (packages, issues).

    Issues in the order in which they first come in ``options`` (columns ``id, issue``); the last
    issue changes fastest, as in ``itertools.product``. Above a million
    :class:`~helpers.analysis.packages.front.TooManyPackagesError`, with the number.

    >>> all_packages(pd.DataFrame({"id": ["a", "b", "c"], "issue": ["j", "j", "l"]})).tolist()
    [[0, 2], [1, 2]]
    """
    count = package_count(options)
    if count > MOST:
        raise TooManyPackagesError(count, MOST)
    issue = options["issue"]
    places = [np.flatnonzero(issue == name) for name in issue.unique()]
    if not places:
        return np.zeros((1, 0), dtype=np.int64)
    return np.stack(np.meshgrid(*places, indexing="ij"), axis=-1).reshape(count, len(places))


def package_places(options: pd.DataFrame, package: Sequence[str]) -> Places:
    """Return one package as row numbers of ``options``, one an issue: shape (issues,).

    ``package`` holds option ids in any order; an issue without one keeps its status quo, and an
    issue without a status quo (column ``status_quo``) its first option.

    >>> choices = pd.DataFrame({"id": ["a", "b", "c"], "issue": ["j", "j", "l"],
    ...                         "status_quo": [True, False, True]})
    >>> package_places(choices, ["b"]).tolist()
    [1, 2]
    """
    chosen, best = set(package), dict[str, tuple[int, int]]()
    now = options["status_quo"].tolist() if "status_quo" in options else [False] * len(options)
    rows = zip(options["issue"].tolist(), options["id"].tolist(), now, strict=True)
    for at, (issue, key, stays) in enumerate(rows):
        rank = 0 if key in chosen else 1 if stays else 2
        best[issue] = min(best.get(issue, (rank, at)), (rank, at))
    return np.array([at for _rank, at in best.values()], dtype=np.int64)


def package_values(values: ArrayLike, packages: Places) -> Array:
    """Return the value of each package for each stakeholder: shape (packages, stakeholders).

    ``u_i(d) = sum over issues j of v_i(d_j)``: ``values`` has shape (stakeholders, options), and
    ``packages`` holds row numbers of the options, shape (packages, issues).

    >>> package_values([[0.0, 4.0, 1.0]], np.array([[0, 2], [1, 2]])).tolist()
    [[1.0], [5.0]]
    """
    by_option = np.ascontiguousarray(np.asarray(values, dtype=float).T)
    total = np.zeros((packages.shape[0], by_option.shape[1]))
    for column in packages.T:
        total += by_option[column]
    return total


def no_deal_values(stakeholders: pd.DataFrame, thresholds: pd.DataFrame) -> Array:
    """Return the value of no deal of each stakeholder, in value points; 0 where none is given.

    >>> people = pd.DataFrame({"id": ["a", "b"]})
    >>> no_deal_values(people, pd.DataFrame({"stakeholder": ["b"], "no_deal": [3.0]})).tolist()
    [0.0, 3.0]
    """
    least = thresholds["no_deal"].to_numpy(dtype=float)
    given = dict(zip(thresholds["stakeholder"].tolist(), np.nan_to_num(least), strict=True))
    return np.array([given.get(one, 0.0) for one in stakeholders["id"].tolist()], dtype=float)


def weigh_packages(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    thresholds: pd.DataFrame,
    proposal: Sequence[str],
    *,
    packages: Places | None = None,
    values: pd.DataFrame | None = None,
    at_least: int | None = None,
    firm_share: float = FIRM_SHARE,
    softness: float = 5.0,
    loadings: ArrayLike | None = None,
) -> pd.DataFrame:
    """Return what every package brings: one row a package, in the order of :func:`all_packages`.

    The tables are those of a dossier; ``stakeholders`` needs ``id, seats, judged_vote`` and party
    groups are the rows with ``seats`` above 0. ``proposal`` holds the option ids of the proposal as
    it lies; ``packages`` may pick some packages (default: all); ``values`` are those given as such
    (:func:`~helpers.analysis.packages.values.option_values`). Columns: ``package`` (tuple of option
    ids, one an issue); ``changes`` (number of issues on which it differs from the proposal); those
    of :func:`~helpers.analysis.votes.majority.firm_majority`; ``seats_open`` (seats of groups of
    which something that this package touches is not known yet); ``vetoed`` (a stakeholder with a
    veto has less than its value of no deal); ``feasible`` (not vetoed, and ``at_least`` so many
    stakeholders have enough in it; without that number those with more than half of the seats, as
    in :func:`~helpers.analysis.packages.deals.feasible`); and, when ``loadings`` of the party
    groups are given (one a group or one for all), the chance of a majority as
    :func:`~helpers.analysis.packages.package_chances.chances_of_majority` gives it.

    >>> people = pd.DataFrame({"id": ["f"], "seats": [9], "judged_vote": ["probably_against"]})
    >>> wants = pd.DataFrame({"id": ["k"], "stakeholder": ["f"], "weight": [4.0]})
    >>> choices = pd.DataFrame({"id": ["now", "new"], "issue": "j", "status_quo": [True, False]})
    >>> works = pd.DataFrame({"option": ["new"], "interest": ["k"], "effect": [2.0]})
    >>> least = pd.DataFrame({"stakeholder": ["f"], "no_deal": [8.0], "veto": [True]})
    >>> table = weigh_packages(people, wants, choices, works, least, ["now"])
    >>> table[["package", "changes", "seats_in_it", "firm", "vetoed"]].to_numpy().tolist()
    [[('now',), 0, 0, False, True], [('new',), 1, 9, True, False]]
    """
    arrays = stake_arrays(stakeholders, interests, options, effects, values)
    by_option, open_ = arrays.value, arrays.open
    rows = all_packages(options) if packages is None else packages
    start = package_places(options, proposal)
    worth = package_values(by_option, rows)
    no_deal = no_deal_values(stakeholders, thresholds)
    enough = accepts(worth, no_deal)
    group = stakeholders["seats"].fillna(0).to_numpy() > 0
    seats = stakeholders["seats"].to_numpy()[group].astype(np.int64)
    chances = vote_chances(
        worth[:, group],
        package_values(by_option[group], start[None])[0],
        no_deal[group],
        words_to_go_by(stakeholders["judged_vote"][group], by_option[group], no_deal[group]),
        softness,
    )
    table = firm_majority(enough[:, group], seats, chances, firm_share)
    table.insert(0, "package", _ids(options, rows))
    table.insert(1, "changes", (rows != start).sum(axis=1))
    table["seats_open"] = (package_values(open_[group], rows) > 0) @ seats
    veto = _vetoes(stakeholders, thresholds)
    table["vetoed"] = np.any(~enough[:, veto], axis=1)
    held = stakeholders["seats"].fillna(0) if at_least is None else None
    table["feasible"] = feasible(enough, veto, at_least=at_least, seats=held)
    if loadings is not None:
        table = table.join(chances_of_majority(seats, chances, loadings))
    return table


def smallest_changes(weighed: pd.DataFrame) -> pd.DataFrame:
    """Return the firm packages without a veto that change the fewest issues of the proposal.

    ``weighed`` as :func:`weigh_packages` gives it; the packages with the most seats in it come
    first. No rows when no package gets there.

    >>> table = pd.DataFrame({"changes": [0, 1, 1, 2], "firm": [False, True, True, True],
    ...                       "vetoed": False, "seats_in_it": [9, 19, 21, 27]})
    >>> smallest_changes(table)["seats_in_it"].tolist()
    [21, 19]
    """
    there = weighed.loc[weighed["firm"] & ~weighed["vetoed"], :]
    fewest: pd.DataFrame = there.loc[there["changes"] == there["changes"].min(), :]
    return fewest.sort_values("seats_in_it", ascending=False, kind="stable").reset_index(drop=True)


def _vetoes(stakeholders: pd.DataFrame, thresholds: pd.DataFrame) -> NDArray[np.bool_]:
    holders = thresholds.loc[thresholds["veto"].astype(bool), "stakeholder"]
    return stakeholders["id"].isin(holders).to_numpy(dtype=bool)


def _ids(options: pd.DataFrame, packages: Places) -> list[tuple[str, ...]]:
    ids = options["id"].to_numpy(dtype=object)[packages]
    return [tuple(row) for row in ids.tolist()]
