"""From the five words in which a vote is judged to a chance of yes."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike, NDArray

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


def words_to_go_by(judged: Iterable[object], worth: ArrayLike, no_deal: ArrayLike) -> list[str]:
    """Return for each party group the word of its judged vote, or what to go by without one.

    Without a judgement a vote follows from the interests, and the word is empty. When nothing is
    known of these either (every option in ``worth``, shape (groups, options), is worth 0, and so is
    ``no_deal``, one a group), it is ``unknown``: never silently one half.

    >>> words_to_go_by(["probably_for", None, None], [[0.0], [4.0], [0.0]], [0.0, 0.0, 0.0])
    ['probably_for', '', 'unknown']
    """
    known = (np.asarray(worth, dtype=float) != 0).any(axis=1) | (np.asarray(no_deal) != 0)
    return [
        word if isinstance(word, str) and word else "" if some else "unknown"
        for word, some in zip(judged, known.tolist(), strict=True)
    ]
