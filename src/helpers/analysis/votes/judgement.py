"""From the five words in which a vote is judged to a chance of yes."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

CHANCE_OF = {
    "certainly_against": 0.05,
    "probably_against": 0.25,
    "unknown": np.nan,
    "probably_for": 0.75,
    "certainly_for": 0.95,
}


def judged_chances(words: Iterable[str | None]) -> NDArray[np.float64]:
    """Return the chance of yes for each judged vote; ``nan`` for unknown or not judged.

    Unknown is not silently one half: :func:`~helpers.analysis.votes.vote.majority_interval` lets it
    run over every chance. Source: the course's own convention (docs/decisions/0006-five-words.md).

    >>> judged_chances(["probably_for", "unknown", None]).tolist()
    [0.75, nan, nan]
    """
    return np.array([CHANCE_OF[word or "unknown"] for word in words], dtype=float)
