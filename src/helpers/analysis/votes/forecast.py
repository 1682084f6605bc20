"""What a package does to each party group: what is in it for them, and how they may vote."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values, package_places, package_values
from helpers.analysis.votes.judgement import words_to_go_by
from helpers.analysis.votes.majority import accepts, vote_chances

_WORDS = ("certainly_against", "probably_against", "probably_for", "certainly_for")
_ENDS = (0.15, 0.5, 0.85)


def nearest_words(chances: ArrayLike) -> list[str]:
    """Return the word of the five that is nearest to each chance of yes; ``nan`` is unknown.

    The words stand for .05, .25, .75 and .95; their ranges meet half-way, at .15, .5 and .85.

    >>> nearest_words([0.1, 0.3, float("nan"), 0.75, 0.9])
    ['certainly_against', 'probably_against', 'unknown', 'probably_for', 'certainly_for']
    """
    p = np.atleast_1d(np.asarray(chances, dtype=float))
    rank = np.searchsorted(_ENDS, np.nan_to_num(p), side="right")
    return ["unknown" if np.isnan(one) else _WORDS[at] for one, at in zip(p, rank, strict=True)]


def package_votes(
    stakeholders: pd.DataFrame,
    interests: pd.DataFrame,
    options: pd.DataFrame,
    effects: pd.DataFrame,
    thresholds: pd.DataFrame,
    *,
    proposal: Sequence[str],
    package: Sequence[str],
    values: pd.DataFrame | None = None,
    softness: float = 5.0,
) -> pd.DataFrame:
    """Return one row a party group (a stakeholder with seats), in their order.

    The tables are those of a dossier; ``proposal`` and ``package`` hold option ids, one an issue,
    and ``values`` are those given as such
    (:func:`~helpers.analysis.packages.values.option_values`). Columns: ``id``, ``name``, ``seats``,
    ``judged`` (the word for the proposal as it lies, ``""`` when only the interests tell:
    :func:`~helpers.analysis.votes.judgement.words_to_go_by`), ``value`` and ``no_deal`` (value
    points),
    ``enough`` (``value >= no_deal``), ``chance`` of yes under the package (``nan`` when unknown;
    :func:`~helpers.analysis.votes.majority.vote_chances`) and ``vote``, the word nearest to it.
    Under the proposal itself ``vote`` is ``judged``, where that is a word.
    """
    group = stakeholders["seats"].fillna(0).to_numpy() > 0
    groups = stakeholders[group].reset_index(drop=True)
    rows = np.array([package_places(options, one) for one in (package, proposal)])
    by_option = option_values(groups, interests, options, effects, values)
    value, start = package_values(by_option, rows)
    no_deal = no_deal_values(groups, thresholds)
    words = words_to_go_by(groups["judged_vote"], by_option, no_deal)
    chance = vote_chances(value, start, no_deal, words, softness)
    table = groups[["id", "name", "seats"]].astype({"seats": int})
    return table.assign(
        judged=words,
        value=value,
        no_deal=no_deal,
        enough=accepts(value, no_deal),
        chance=chance,
        vote=nearest_words(chance),
    )


def seats_in_it(groups: pd.DataFrame) -> int:
    """Return the seats of the party groups with enough in it (``seats`` where ``enough``).

    >>> seats_in_it(pd.DataFrame({"seats": [4, 3], "enough": [True, False]}))
    4
    """
    return int(groups.loc[groups["enough"], "seats"].sum())


def seats_needed(seats: ArrayLike, firm_share: float) -> int:
    """Return the least number of seats that makes a majority firm: ``ceil(firm_share * sum)``.

    >>> seats_needed([20, 11], 0.6)
    19
    """
    total = int(np.sum(np.asarray(seats)))
    return int(np.ceil(firm_share * total - 1e-9))
