"""Which partner works along on which theme, and where nobody was asked.

Levels of working together, after the ladders of participation: 0 none, 1 inform, 2 consult, 3
create together, 4 decide together. A partner is active on a theme from level 2: who is only told
something does not work along. Phase of first contact: 1 at the start to 5 after the decision.
"""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

NONE, INFORM, CONSULT, CREATE, DECIDE = range(5)
ACTIVE = CONSULT
EARLY = 2
"""The last phase in which a partner can still change what the question is."""


def coverage(partner_themes: pd.DataFrame, day: float) -> pd.DataFrame:
    """Return one row a partner and theme, in the order of ``partner_themes``.

    Needs ``partner, theme, relevance`` (0 to 3), ``level`` and ``wish`` (0 to 4, ``nan`` = not
    known), ``last_contact`` (a day as a number, such as ``date.toordinal()``, ``nan`` = never),
    ``rhythm`` (agreed days between contacts, ``nan`` = none) and ``phase`` (1 to 5, ``nan`` = not
    known); ``day`` is today in the same days. Columns: ``partner``, ``theme``, ``relevant``
    (relevance above 0), ``active`` (level 2 or more), ``white`` (relevant, and below the wish or
    not asked at all), ``staleness`` (days since contact / rhythm; ``inf`` when never; ``nan``
    without a rhythm), ``stale`` (above 1) and ``late`` (first contact after phase 2).
    ``ValueError`` for a rhythm that is not above 0.

    >>> row = {"partner": "care", "theme": "lonely", "relevance": 3, "level": 1, "wish": 3,
    ...        "last_contact": 100.0, "rhythm": 30.0, "phase": 4}
    >>> found = coverage(pd.DataFrame([row]), day=190).iloc[0]
    >>> bool(found["white"]), float(found["staleness"]), bool(found["stale"]), bool(found["late"])
    (True, 3.0, True, True)
    """
    number = {
        name: partner_themes[name].to_numpy(dtype=float)
        for name in ("relevance", "level", "wish", "last_contact", "rhythm", "phase")
    }
    if (number["rhythm"] <= 0).any():
        raise ValueError("a rhythm is above 0 days")
    relevant = number["relevance"] > 0
    level = np.nan_to_num(number["level"], nan=NONE)
    active = level >= ACTIVE
    below = level < number["wish"]
    never = np.isnan(number["last_contact"])
    since = np.where(never, np.inf, day - number["last_contact"])
    staleness = np.where(np.isnan(number["rhythm"]), np.nan, since / number["rhythm"])
    columns = {
        "partner": partner_themes["partner"].to_numpy(),
        "theme": partner_themes["theme"].to_numpy(),
        "relevant": relevant,
        "active": active,
        "white": relevant & (below | (level == NONE)),
        "staleness": staleness,
        "stale": staleness > 1,
        "late": number["phase"] > EARLY,
    }
    return pd.DataFrame(columns)


def partner_review(
    partners: pd.DataFrame, partner_themes: pd.DataFrame, day: float
) -> pd.DataFrame:
    """Return what stands out of each partner: one row a partner, in the order of ``partners``.

    Needs ``partners.id`` and the columns of :func:`coverage`, with ``department`` (empty = none).
    Columns: ``partner``, ``relevant`` and ``active`` (how many themes), ``white`` (how many),
    ``single_theme`` (relevant for two or more, active on one at most), ``single_department``
    (relevant for two or more, and all contacts run through one department), ``staleness`` (the
    largest; ``nan`` without a rhythm) and ``phase`` (the earliest first contact, ``nan`` = not
    known).

    >>> partners = pd.DataFrame({"id": ["housing"]})
    >>> rows = pd.DataFrame({"partner": ["housing"] * 2, "theme": ["rent", "sale"],
    ...     "relevance": [3, 2], "level": [3, 0], "wish": [3, 3], "last_contact": [1.0, None],
    ...     "rhythm": [None, None], "phase": [1, None], "department": ["Living", ""]})
    >>> found = partner_review(partners, rows, day=10).iloc[0]
    >>> int(found["white"]), bool(found["single_theme"]), bool(found["single_department"])
    (1, True, True)
    """
    cells, count = coverage(partner_themes, day), len(partners)
    place = pd.Index(partners["id"]).get_indexer(partner_themes["partner"])
    on = place >= 0
    relevant = cells["relevant"].to_numpy()

    def counted(told: NDArray[np.bool_]) -> NDArray[np.int64]:
        return np.bincount(place[on & told], minlength=count)

    several = counted(relevant) >= 2
    active = counted(relevant & cells["active"].to_numpy())
    staleness, phase = np.full((2, count), np.nan)
    np.fmax.at(staleness, place[on], cells["staleness"].to_numpy()[on])
    np.fmin.at(phase, place[on], partner_themes["phase"].to_numpy(dtype=float)[on])
    columns = {
        "partner": partners["id"].to_numpy(),
        "relevant": counted(relevant),
        "active": active,
        "white": counted(cells["white"].to_numpy()),
        "single_theme": several & (active <= 1),
        "single_department": several & (_departments(partner_themes, place, count) == 1),
        "staleness": staleness,
        "phase": phase,
    }
    return pd.DataFrame(columns)


def _departments(
    partner_themes: pd.DataFrame, place: NDArray[np.int64], count: int
) -> NDArray[np.int64]:
    """Return through how many departments contact with each partner runs."""
    named = partner_themes["department"].tolist()
    pairs = {
        (at, one.strip())
        for at, one in zip(place.tolist(), named, strict=True)
        if at >= 0 and isinstance(one, str) and one.strip()
    }
    return np.bincount(np.array([at for at, _name in pairs], dtype=np.int64), minlength=count)


def not_asked(
    partners: pd.DataFrame, partner_themes: pd.DataFrame, themes: pd.DataFrame
) -> pd.DataFrame:
    """Return who knows of a theme and was not asked: one row a theme, in the order of ``themes``.

    Needs ``themes.id``, ``partners.id`` and ``partner_themes.partner, theme, relevance, level``.
    Columns: ``theme``, ``asked`` and ``missed``, tuples of partners in the order of ``partners``;
    missed is who is relevant with level 0 or not known.

    >>> rows = pd.DataFrame({"partner": ["a", "b"], "theme": ["t", "t"], "relevance": [1, 3],
    ...                      "level": [2, 0]})
    >>> partners, themes = pd.DataFrame({"id": ["a", "b"]}), pd.DataFrame({"id": ["t"]})
    >>> not_asked(partners, rows, themes).to_dict("list")
    {'theme': ['t'], 'asked': [('a',)], 'missed': [('b',)]}
    """
    relevant = partner_themes["relevance"].to_numpy(dtype=float) > 0
    level = np.nan_to_num(partner_themes["level"].to_numpy(dtype=float), nan=NONE)
    order = partners["id"].tolist()
    sides = [_by_theme(partner_themes[relevant & side]) for side in (level > NONE, level == NONE)]
    rows = [
        (theme, *(tuple(one for one in order if one in side.get(theme, ())) for side in sides))
        for theme in themes["id"]
    ]
    return pd.DataFrame(rows, columns=["theme", "asked", "missed"])


def _by_theme(rows: pd.DataFrame) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for theme, partner in zip(rows["theme"].tolist(), rows["partner"].tolist(), strict=True):
        found.setdefault(theme, set()).add(partner)
    return found
