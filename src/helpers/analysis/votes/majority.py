"""A firm majority, and what a package does to the chance of each vote."""

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from helpers.analysis.votes.judgement import judged_chances

Array = NDArray[np.float64]

FIRM_SHARE = 0.6
"""Enough in it for party groups with this share of the seats makes a majority firm."""

CERTAIN = 0.9
"""Below this chance a party group judged to vote yes is doubtful; the words give .75 and .95."""

_ROUNDING = 1e-9


def accepts(values: ArrayLike, no_deal: ArrayLike) -> NDArray[np.bool_]:
    """Tell who has enough in it: ``u_i(d) >= t_i``, never ``>``, whatever the shape.

    ``values`` and ``no_deal`` are in value points and broadcast; a difference of 1e-9 is rounding,
    and rounding makes no "no".

    >>> accepts([3.0, 0.1 + 0.2, 1.0], [3.0, 0.3 + 1e-12, 2.0]).tolist()
    [True, True, False]
    """
    enough: NDArray[np.bool_] = np.asarray(values) >= np.asarray(no_deal) - _ROUNDING
    return enough


def vote_chances(
    values: ArrayLike,
    proposal_values: ArrayLike,
    no_deal: ArrayLike,
    words: Iterable[str | None],
    softness: float,
) -> Array:
    """Return the chance of yes of each party group under one or more packages.

    Shapes: ``values`` (..., groups) holds ``u_f(d)``; ``proposal_values`` ``u_f(d0)``, ``no_deal``
    ``t_f`` (all in value points) and ``words`` (the five words) have one item a group; ``softness``
    s > 0 is in value points. A judged group: ``p_f(d) = logistic(logit p_f + (u_f(d) - u_f(d0)) /
    s)``, so that a package moves a judged vote; a group without a judgement (no word): ``p_f(d) =
    logistic((u_f(d) - t_f) / s)``; a group judged *unknown* stays ``nan``: a model does not know
    what its user does not know.

    >>> words = ["unknown", "probably_for", None]
    >>> vote_chances([6.0, 6.0, 6.0], 0.0, 6.0, words, 6.0).round(3).tolist()
    [nan, 0.891, 0.5]
    """
    from scipy.special import expit, logit

    if not softness > 0:
        raise ValueError(f"softness must be more than 0, not {softness}")
    said = [word if isinstance(word, str) and word else None for word in words]
    judged = np.array([word is not None for word in said], dtype=bool)
    u = np.asarray(values, dtype=float)
    start = np.where(judged, logit(judged_chances(said)), 0.0)
    base = np.where(judged, np.asarray(proposal_values, dtype=float), no_deal)
    moved: Array = expit(start + (u - base) / softness)
    return moved


def firm_majority(
    enough: ArrayLike,
    seats: ArrayLike,
    chances: ArrayLike,
    firm_share: float = FIRM_SHARE,
    certain: float = CERTAIN,
) -> pd.DataFrame:
    """Return whether there is a firm majority, and why: one row a package.

    ``enough`` (who has enough in it) and ``chances`` (of yes; ``nan`` = not known) have shape
    (packages, groups) or (groups,); ``seats`` one whole number a group, all seats of the body. Firm
    is *not* a probability. It is one of two things:

    - ``firm_by_interest``: ``seats_in_it``, the seats of the groups with enough in it, are at least
      ``firm_share`` of all seats;
    - ``firm_by_vote``: of the groups judged to vote yes (chance above 1/2; ``seats_for``) the
      largest doubtful one (chance below ``certain``) drops out, and ``seats_left`` is still more
      than half of all seats. A group of which the vote is not known is not counted as a yes.

    ``firm`` is either. Also ``share_in_it``, from 0 to 1.

    >>> table = firm_majority([True, True, False], [9, 9, 13], [0.95, 0.75, 0.25])
    >>> table[["seats_in_it", "seats_for", "seats_left", "firm"]].to_numpy().tolist()
    [[18, 18, 9, False]]
    """
    held = np.asarray(seats, dtype=np.int64)
    total = int(held.sum())
    in_it = np.atleast_2d(np.asarray(enough, dtype=bool)) @ held
    p = np.atleast_2d(np.asarray(chances, dtype=float))
    yes = p > 0.5
    doubtful = np.where(yes & (p < certain), held, 0)
    seats_for = yes @ held
    left = seats_for - doubtful.max(axis=1, initial=0)
    by_interest = in_it >= firm_share * total - _ROUNDING
    by_vote = 2 * left > total
    return pd.DataFrame(
        {
            "seats_in_it": in_it,
            "share_in_it": in_it / max(total, 1),
            "seats_for": seats_for,
            "seats_left": left,
            "firm_by_interest": by_interest & (total > 0),
            "firm_by_vote": by_vote,
            "firm": (by_interest & (total > 0)) | by_vote,
        }
    )
