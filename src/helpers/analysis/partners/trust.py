"""What trust and distrust bring over the years: a simple repeated game, as an illustration of ours.

Two sides choose each year, at the same moment, to share openly or to hold back. Both open brings
each ``both_open``, both closed ``both_closed``; who holds back while the other is open gains
``tempted`` and leaves the other ``left``. It is a prisoner's dilemma when ``tempted > both_open >
both_closed > left`` (Axelrod 1984). Real partners have more than two choices, forgive and talk.
"""

from typing import NamedTuple

OPEN, CLOSED = True, False


class Stakes(NamedTuple):
    """What a year brings one side, in points; the defaults are an example."""

    both_open: float = 3.0
    both_closed: float = 1.0
    tempted: float = 4.0
    left: float = 0.0


EXAMPLE = Stakes()


class Year(NamedTuple):
    """What happened in a year: who was open, and what each has together so far."""

    we: bool
    they: bool
    ours: float
    theirs: float


def play(ours: str, theirs: str, years: int, stakes: Stakes = EXAMPLE) -> tuple[Year, ...]:
    """Return the years of two ways of dealing with one another.

    Ways: ``open`` (always open), ``closed`` (always holds back), ``answers`` (begins open, then
    does what the other did) and ``tests`` (begins closed, then does what the other did).
    ``ValueError`` for another word, or for years below 0.

    >>> [(one.ours, one.theirs) for one in play("answers", "closed", 3)]
    [(0.0, 4.0), (1.0, 5.0), (2.0, 6.0)]
    >>> play("answers", "answers", 10)[-1].ours
    30.0
    """
    if years < 0:
        raise ValueError(f"years are 0 or more, not {years}")
    found: list[Year] = []
    mine = yours = 0.0
    for _ in range(years):
        last = found[-1] if found else None
        we = _choice(ours, last.they if last else None)
        they = _choice(theirs, last.we if last else None)
        mine += _points(we, they, stakes)
        yours += _points(they, we, stakes)
        found.append(Year(we, they, mine, yours))
    return tuple(found)


def patience_needed(stakes: Stakes = EXAMPLE) -> float:
    """Return how heavy next year must count for trust to pay, against one who answers in kind.

    Staying open with somebody who never forgives is worth ``R / (1 - d)``; holding back once brings
    ``T + d P / (1 - d)``; so trust pays from ``d >= (T - R) / (T - P)`` on. ``ValueError`` when the
    stakes are no dilemma.

    >>> round(patience_needed(), 3)
    0.333
    """
    both_open, both_closed, tempted, left = stakes
    if not tempted > both_open > both_closed > left:
        raise ValueError("no dilemma: tempted > both_open > both_closed > left")
    return (tempted - both_open) / (tempted - both_closed)


def _choice(way: str, other: bool | None) -> bool:
    first = {"open": OPEN, "closed": CLOSED, "answers": OPEN, "tests": CLOSED}
    if way not in first:
        raise ValueError(f"no such way: {way}")
    if other is None or way in ("open", "closed"):
        return first[way]
    return other


def _points(we: bool, they: bool, stakes: Stakes) -> float:
    if we:
        return stakes.both_open if they else stakes.left
    return stakes.tempted if they else stakes.both_closed
