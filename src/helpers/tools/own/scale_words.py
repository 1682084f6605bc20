"""The points of a scale in words, with the number behind them."""

from helpers.dossier.columns import Column
from helpers.texts.language import N_, _
from helpers.texts.numbers import number
from helpers.tools.forms.sheet_items import Pairs

_MUCH = (
    N_("none"),
    N_("almost none"),
    N_("very little"),
    N_("little"),
    N_("on the low side"),
    N_("in the middle"),
    N_("on the high side"),
    N_("much"),
    N_("very much"),
    N_("exceptionally much"),
    N_("it cannot be more"),
)
_GRADES = (
    N_("very bad"),
    N_("bad"),
    N_("rather bad"),
    N_("neither good nor bad"),
    N_("rather good"),
    N_("good"),
    N_("very good"),
)
_BETTER = (
    N_("much worse"),
    N_("worse"),
    N_("a little worse"),
    N_("makes no difference"),
    N_("a little better"),
    N_("better"),
    N_("much better"),
)
_WEIGHTS = (
    N_("does not matter"),
    N_("hardly matters"),
    N_("matters a little"),
    N_("matters fairly much"),
    N_("matters much"),
    N_("matters most of all"),
)
_LEVELS = (
    N_("not together"),
    N_("we tell them"),
    N_("we ask their view"),
    N_("we make it together"),
    N_("we decide together"),
)
_SURE = (N_("a guess"), N_("fairly sure"), N_("sure"))
_SCORES = (N_("poor"), N_("not so good"), N_("reasonable"), N_("rather good"), N_("good"))
_WORDS: dict[str, tuple[str, ...]] = {
    "weight": _WEIGHTS,
    "certainty": _SURE,
    "vote_certainty": _SURE,
    "attitude": (
        N_("strongly against"),
        N_("against"),
        N_("neither for nor against"),
        N_("in favour"),
        N_("strongly in favour"),
    ),
    "effect": _BETTER,
    "judged": _BETTER,
    "expected": _GRADES,
    "promised": _GRADES,
    "direction": (N_("they want less of it"), N_("not that"), N_("they want more of it")),
    "strength": (N_("nothing"), N_("a little"), N_("clearly"), N_("strongly")),
    "relevance": (N_("not"), N_("a little"), N_("clearly"), N_("much")),
    "level": _LEVELS,
    "wish": _LEVELS,
    "phase": (
        N_("when the question was still open"),
        N_("when ways were explored"),
        N_("when the plan was being written"),
        N_("when the plan was ready"),
        N_("when it was decided"),
    ),
    "ours": _SCORES,
    "theirs": _SCORES,
    "rank": (N_("first"), N_("second"), N_("third"), N_("fourth"), N_("fifth")),
    **dict.fromkeys(("power", "involvement", "affected", "legitimacy", "urgency"), _MUCH),
}
"""By column: the words of each whole point from its lowest to its highest."""


def in_words(column: Column, now: float | None = None) -> Pairs | None:
    """Return what a scale offers: its points as stored and in words; ``None`` for no scale.

    ``now`` is offered too when it lies between two points.

    >>> from helpers.dossier.columns import columns_of
    >>> from helpers.dossier.tables import Interest
    >>> in_words(columns_of(Interest)["certainty"])
    [('1', '1 (een vermoeden)'), ('2', '2 (vrij zeker)'), ('3', '3 (zeker)')]
    """
    words = _WORDS.get(column.name)
    if words is None:
        return None
    points: dict[float, str] = dict(enumerate(words, start=int(column.low or 0)))
    if now is not None:
        points.setdefault(now, "")
    stored = column.type
    return [(str(stored(at)), _said(at, points[at])) for at in sorted(points)]


def _said(at: float, word: str) -> str:
    return f"{number(at, 1)} ({_(word)})" if word else number(at, 1)
