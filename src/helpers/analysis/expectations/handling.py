"""What fits an expectation that differs from what is promised, and what would be a trick."""

from typing import NamedTuple

from helpers.analysis.expectations.gaps import REALISTIC, TOO_HIGH, TOO_LOW, UNKNOWN
from helpers.dossier.words import Handling, Raiser

_OURS = {Raiser.POLITICS, Raiser.ORGANISATION}


class Advice(NamedTuple):
    """What fits, the most fitting first, and the ids of the reasons and of what to watch for.

    Reasons: ``ask`` (first find out), ``keep`` (keep what was promised), ``tell`` (they get more
    than they expect), ``own_words`` (we raised it), ``others`` (media or experience raised it),
    ``who_raised`` (find out who did), ``divides`` (more for this group is less for another).
    Watch: ``talking_down`` (an expectation is not lowered to seem to do well), ``surprise`` (nor
    kept low), ``own_judgement`` (people say something else than the gap does).
    """

    fitting: tuple[Handling, ...]
    reasons: tuple[str, ...]
    watch: tuple[str, ...]


def advice_for(
    verdict: str, raised_by: Raiser | None, divides: bool = False, flips: bool = False
) -> Advice:
    """Return what fits one cell: ``verdict`` as in ``gaps.py``, ``divides`` when groups collide.

    Too high and raised by ourselves: put it right first. Raised by others: explain. Delivering more
    always stays open, but comes last where it costs another group. ``ValueError`` for a verdict
    that does not exist.

    >>> advice_for("too_high", Raiser.POLITICS).fitting[0].value
    'repair'
    >>> advice_for("realistic", None)
    Advice(fitting=(), reasons=('keep',), watch=())
    """
    watch = ("own_judgement",) if flips else ()
    if verdict == UNKNOWN:
        return Advice((), ("ask",), watch)
    if verdict == REALISTIC:
        return Advice((), ("keep",), watch)
    if verdict == TOO_LOW:
        return Advice((Handling.EXPLAIN,), ("tell",), ("surprise", *watch))
    if verdict != TOO_HIGH:
        raise ValueError(f"no such verdict: {verdict}")
    first = Handling.REPAIR if raised_by in _OURS else Handling.EXPLAIN
    second = Handling.EXPLAIN if first is Handling.REPAIR else None
    more = (Handling.ACCEPT, Handling.DELIVER) if divides else (Handling.DELIVER, Handling.ACCEPT)
    fitting = tuple(one for one in (first, second, *more) if one)
    why = "own_words" if raised_by in _OURS else "others" if raised_by else "who_raised"
    reasons = (why, "divides") if divides else (why,)
    return Advice(fitting, reasons, ("talking_down", *watch))
