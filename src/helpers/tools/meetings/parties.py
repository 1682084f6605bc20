"""Who sits at the table, and how each two of them stand on the points that lie there."""

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.analysis.stakeholders.interests import stakes
from helpers.analysis.stakeholders.wishes import pair_counts, pair_points
from helpers.dossier.model import Dossier
from helpers.pictures.pairs import Pair
from helpers.training.on_the_table import issues_on_table


def parties_of(dossier: Dossier) -> dict[str, str]:
    """Return the names of the parties by their id: who has a value without a deal, else everybody.

    >>> dossier = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> dossier = dossier.add("stakeholders", id="wijk", name="Wijkraad", kind="residents")
    >>> parties_of(dossier)
    {'wijk': 'Wijkraad'}
    """
    bound = {one.stakeholder for one in dossier.thresholds}
    people = dossier.stakeholders
    return {one.id: one.name for one in people if one.id in bound or not bound}


def found_points(dossier: Dossier, laid: Iterable[str], most: int) -> pd.DataFrame:
    """Return how each two of the first ``most`` parties stand on each point on the table.

    The columns of :func:`~helpers.analysis.stakeholders.wishes.pair_points`.
    """
    names = ("stakeholders", "interests", "options", "effects", "values")
    people, interests, options, effects, values = map(dossier.table, names)
    people = people[people["id"].isin(list(parties_of(dossier))[:most])]
    options = options[options["issue"].isin(issues_on_table(dossier, laid))]
    return pair_points(stakes(people, interests, options, effects, values))


def drawn_pairs(points: pd.DataFrame, parties: Sequence[str]) -> list[Pair]:
    """Return the pairs with their numbers, each party by its place in ``parties``."""
    at = {key: number for number, key in enumerate(parties)}
    return [
        Pair(at[first], at[second], *map(int, counts))
        for first, second, *counts in pair_counts(points).to_numpy().tolist()
        if first in at and second in at
    ]
