"""How some players do: who searches, who picks at random, who always steers and who lets go."""

from collections.abc import Callable
from random import Random
from statistics import mean
from typing import NamedTuple

from helpers.training.chairing.meeting import Choice, Meeting
from helpers.training.chairing.state import GONE, State, after, begin, choices
from helpers.training.chairing.walk import Walk

Player = Callable[[tuple[Choice, ...]], Choice]


class Outcome(NamedTuple):
    """How it goes for a player over many meetings: means, and how often nobody leaves.

    ``moments`` is how many there are before it ends.
    """

    seated: float
    trust: float
    points: float
    all_stay: float
    moments: float


def picking(seed: int, kind: str = "") -> Player:
    """Return a player who picks at random, from the choices of one kind where there are any."""
    random = Random(seed)

    def pick(offered: tuple[Choice, ...]) -> Choice:
        return random.choice([one for one in offered if one.kind == kind] or offered)

    return pick


def chaired(meeting: Meeting, player: Player) -> State:
    """Return how a meeting ends for a player."""
    state = begin(meeting)
    while not state.ended:
        state = after(meeting, state, player(choices(meeting, state)))
    return state


def outcome(meeting: Meeting, kind: str = "", seeds: int = 1000) -> Outcome:
    """Return how it goes for a player who picks at random, perhaps from one kind only."""
    return outcome_of([chaired(meeting, picking(seed, kind)) for seed in range(seeds)])


def outcome_of(ends: list[State]) -> Outcome:
    """Return the means over finished meetings; trust is that of all, also of who left."""
    return Outcome(
        mean(len(one.seats) - one.seats.count(GONE) for one in ends),
        mean(sum(one.trust) / len(one.trust) for one in ends),
        mean(len(one.points) for one in ends),
        mean(GONE not in one.seats for one in ends),
        mean(one.at for one in ends),
    )


def best(found: Walk) -> State:
    """Return the end with most parties at the table, most trust and then most points."""
    return max(
        found.finished,
        key=lambda one: (-one.seats.count(GONE), sum(one.trust), len(one.points)),
    )
