"""Whether another view rests on what the client said, and whether it helps the client."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from helpers.dossier.assignment import Heard, Reframe
from helpers.dossier.words import Answer, ReframePart, Rung

RESTS_ON: dict[ReframePart, tuple[Rung, ...]] = {
    ReframePart.HEAR: (Rung.SITUATION, Rung.PROBLEM),
    ReframePart.GOING_ON: (Rung.CAUSE, Rung.TRIED_SOLUTIONS),
    ReframePart.NEED: (Rung.DESIRED_RESULT,),
}
"""From which steps of the ladder each part of the sentence is built."""

TEST = ("takes_cause_away", "gives_result", "also_by_others", "client_agrees")
"""The questions that tell whether the client is helped, or only sold something."""


class Ground(StrEnum):
    """Whether a part of the sentence is there, and on what it stands."""

    EMPTY = "empty"
    LOOSE = "loose"
    RESTS = "rests"


class Verdict(StrEnum):
    """What the answers to the test say together."""

    HELPED = "helped"
    NOT_AGREED = "not_agreed"
    SOLD = "sold"
    OPEN = "open"


class PartGround(NamedTuple):
    """A part of the sentence, its ground, and the confirmed rows that were chosen for it."""

    part: ReframePart
    ground: Ground
    rows: tuple[Heard, ...]


def grounds(reframe: Reframe, intake: Iterable[Heard]) -> tuple[PartGround, ...]:
    """Return for each part whether it rests on a row that the client confirmed.

    ``intake`` may hold rows of other assignments too.

    >>> other = Reframe(assignment="app", hear="er een rij staat")
    >>> row = Heard(id="een", assignment="app", rung="situation", heard="Een rij", supports="hear")
    >>> [part.ground.value for part in grounds(other, [row])]
    ['loose', 'empty', 'empty']
    """
    rows = [row for row in intake if row.assignment == reframe.assignment]
    return tuple(_ground(part, getattr(reframe, part), rows) for part in ReframePart)


def _ground(part: ReframePart, words: str, rows: Iterable[Heard]) -> PartGround:
    chosen = tuple(row for row in usable(part, rows) if row.supports is part)
    ground = Ground.EMPTY
    if words.strip():
        ground = Ground.RESTS if chosen else Ground.LOOSE
    return PartGround(part, ground, chosen)


def usable(part: ReframePart, rows: Iterable[Heard]) -> tuple[Heard, ...]:
    """Return the confirmed rows from which a part may be built, in the order of the ladder."""
    kept = [row for row in rows if row.confirmed and row.heard.strip()]
    return tuple(row for rung in RESTS_ON[part] for row in kept if row.rung is rung)


def verdict(reframe: Reframe) -> Verdict:
    """Return what the test says: sold when it helps the client too little, whoever agreed.

    >>> verdict(Reframe(assignment="app", takes_cause_away="no")).value
    'sold'
    """
    answers = {name: getattr(reframe, name) for name in TEST}
    agreed = answers.pop("client_agrees")
    if Answer.NO in answers.values():
        return Verdict.SOLD
    if agreed == Answer.NO:
        return Verdict.NOT_AGREED
    return Verdict.OPEN if Answer.UNKNOWN in (*answers.values(), agreed) else Verdict.HELPED
