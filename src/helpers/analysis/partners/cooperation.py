"""How two sides see their working together: five conditions, compared, and what to talk about.

The conditions are those of Kaats & Opheij (2012): a shared ambition, interests that are done
justice, a good personal relation, a professional organisation and a process that gives meaning.
Scores from 1 to 5, by both sides; the difference is what there is to talk about.
"""

import numpy as np
import pandas as pd

CONDITIONS = ("ambition", "interests", "relation", "organisation", "process")
ENOUGH = 3.0
"""Below this mean of both a condition asks for attention, also when both agree."""


def compare_views(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the conditions in the order in which to talk about them.

    Needs ``condition, ours, theirs`` (1 to 5, ``nan`` = not filled in). Columns: ``condition``,
    ``ours``, ``theirs``, ``difference`` (theirs - ours), ``mean`` and ``why``: ``not_known`` (one
    of the two did not fill it in), ``differ`` (two points or more apart), ``low`` (both find it
    poor) or ``well``. First what one does not know of the other, then the largest difference, then
    the lowest mean.

    >>> rows = [("ambition", 4, 4), ("relation", 4, 1), ("process", 2, 2)]
    >>> compare_views(pd.DataFrame(rows, columns=["condition", "ours", "theirs"]))["why"].tolist()
    ['differ', 'low', 'well']
    """
    ours, theirs = (scores[name].to_numpy(dtype=float) for name in ("ours", "theirs"))
    difference, mean = theirs - ours, (theirs + ours) / 2
    apart = np.abs(difference)
    why = np.select(
        [np.isnan(apart), apart >= 2, mean < ENOUGH], ["not_known", "differ", "low"], "well"
    )
    table = pd.DataFrame(
        {
            "condition": scores["condition"].to_numpy(),
            "ours": ours,
            "theirs": theirs,
            "difference": difference,
            "mean": mean,
            "why": why,
        }
    )
    rank = pd.Series(why).map({"not_known": 0, "differ": 1, "low": 2, "well": 3}).to_numpy()
    order = np.lexsort((np.nan_to_num(mean), -np.nan_to_num(apart), rank))
    return table.iloc[order].reset_index(drop=True)


def relation_kind(governing: bool | None, financial: bool | None) -> str:
    """Return what a partner is by the rule of the BBV: ``connected`` needs both interests.

    ``connected`` (a *verbonden partij*: a governing and a financial interest), ``governing`` or
    ``financial`` (one of the two), ``partner`` (neither: the ones that are missed) or ``unknown``.

    >>> relation_kind(True, True), relation_kind(False, False), relation_kind(None, False)
    ('connected', 'partner', 'unknown')
    """
    if governing is None or financial is None:
        return "unknown"
    if governing and financial:
        return "connected"
    if governing:
        return "governing"
    return "financial" if financial else "partner"
