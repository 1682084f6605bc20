"""How far a group agrees: on a choice, or on a number on a scale."""

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

import numpy as np

_CLOSE, _WIDE = 0.15, 0.35
_MOST, _HALF = 0.75, 0.5
_FEWEST = 5


class Agreement(Enum):
    """How far the answers go together."""

    ALL = "all"
    MOST = "most"
    HALF = "half"
    DIVIDED = "divided"


class Spread(NamedTuple):
    """Where numbers lie: the middle one, the ends of the middle half, and how many lie far off."""

    median: float
    low: float
    high: float
    far: int


def agreement_on_choice(counts: Sequence[int], answers: int) -> Agreement:
    """Return how far ``answers`` people agree of whom ``counts`` took each choice.

    Most is three of four, half is one of two; of nobody nothing is known, and that is divided.

    >>> agreement_on_choice([8, 2], 10), agreement_on_choice([4, 3, 3], 10)
    (<Agreement.MOST: 'most'>, <Agreement.DIVIDED: 'divided'>)
    """
    share = max(counts, default=0) / answers if answers else 0.0
    if share == 1:
        return Agreement.ALL
    if share >= _MOST:
        return Agreement.MOST
    return Agreement.HALF if share >= _HALF else Agreement.DIVIDED


def spread_of(values: Sequence[float]) -> Spread:
    """Return where ``values`` (one or more numbers) lie; quartiles by linear interpolation.

    Far off is what Tukey calls outside: more than one and a half times the width of the middle
    half away from it, and only of five numbers or more (Tukey, Exploratory Data Analysis, 1977).

    >>> spread_of([2, 3, 3, 4, 9])
    Spread(median=3.0, low=3.0, high=4.0, far=1)
    """
    low, median, high = (float(one) for one in np.percentile(values, (25, 50, 75)))
    reach = 1.5 * (high - low)
    far = sum(not low - reach <= one <= high + reach for one in values)
    return Spread(median, low, high, far if len(values) >= _FEWEST else 0)


def agreement_on_number(spread: Spread, least: float, most: float) -> Agreement:
    """Return how far people agree on a number on a scale from ``least`` to ``most``.

    By the width of the middle half, as a share of the scale: none, up to 0.15, up to 0.35, more.

    >>> agreement_on_number(Spread(3.0, 2.0, 3.4, 0), 0, 10)
    <Agreement.MOST: 'most'>
    """
    width = (spread.high - spread.low) / (most - least)
    if width == 0 and spread.far == 0:
        return Agreement.ALL
    if width <= _CLOSE:
        return Agreement.MOST
    return Agreement.HALF if width <= _WIDE else Agreement.DIVIDED
