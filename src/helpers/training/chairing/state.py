"""How far a meeting is: who sits at the table, and how much trust each has in the chair."""

from typing import NamedTuple

from helpers.training.chairing.meeting import (
    ALWAYS,
    MOST_TRUST,
    Choice,
    Condition,
    Meeting,
    Moment,
)

HERE, WAVERING, GONE = 0, 1, 2
OFTEN = 2  # how often somebody steered is not counted any further


class State(NamedTuple):
    """How far a meeting is; ``trust`` and ``seats`` are in the order of the parties.

    ``at`` counts the moments that are over; a seat is ``HERE``, ``WAVERING`` or ``GONE``;
    ``steered`` is how often the chair steered since that was put right, at most ``OFTEN``;
    ``ended`` is the id of the ending or empty.
    """

    at: int
    trust: tuple[int, ...]
    seats: tuple[int, ...]
    steered: int = 0
    points: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    ended: str = ""


def begin(meeting: Meeting) -> State:
    """Return the state in which everybody has sat down and nothing was said."""
    return State(0, tuple(one.trust for one in meeting.parties), (HERE,) * len(meeting.parties))


def here(meeting: Meeting, state: State) -> tuple[str, ...]:
    """Return the ids of the parties at the table, in their order."""
    pairs = zip(meeting.parties, state.seats, strict=True)
    return tuple(party.id for party, seat in pairs if seat != GONE)


def sits(meeting: Meeting, state: State, party: str) -> bool:
    """Return whether a party sits at the table."""
    return state.seats[meeting.places[party]] != GONE


def trust_of(meeting: Meeting, state: State, party: str) -> int:
    """Return how much trust a party has in the chair."""
    return state.trust[meeting.places[party]]


def holds(meeting: Meeting, condition: Condition, state: State) -> bool:
    """Return whether all parts of a condition hold."""
    if condition is ALWAYS:
        return True
    seated = len(state.seats) - state.seats.count(GONE)
    return (
        all(sits(meeting, state, one) for one in condition.here)
        and not any(sits(meeting, state, one) for one in condition.gone)
        and (condition.seated is None or seated >= condition.seated)
        and (condition.fewer is None or seated < condition.fewer)
        and (condition.steered is None or state.steered >= condition.steered)
        and (condition.on_table is None or len(state.points) >= condition.on_table)
        and (condition.trusting is None or trusting(meeting, state) >= condition.trusting)
        and state.marks.issuperset(condition.marked)
        and state.marks.isdisjoint(condition.unmarked)
    )


def trusting(meeting: Meeting, state: State) -> int:
    """Return how many of the parties at the table trust the chair."""
    pairs = zip(state.trust, state.seats, strict=True)
    return sum(trust >= meeting.trusts for trust, seat in pairs if seat != GONE)


def moment_of(meeting: Meeting, state: State) -> Moment | None:
    """Return the moment that asks for an act, or None when the meeting is over."""
    return None if state.ended else meeting.moments[state.at]


def choices(meeting: Meeting, state: State) -> tuple[Choice, ...]:
    """Return what the chair can do now."""
    moment = moment_of(meeting, state)
    offered = moment.choices if moment else ()
    return tuple(one for one in offered if holds(meeting, one.when, state))


def told(meeting: Meeting, state: State) -> str:
    """Return what happens at the moment that asks for an act."""
    moment = moment_of(meeting, state)
    ways = moment.told if moment else ()
    return next((one.says for one in ways if holds(meeting, one.when, state)), "")


def after(meeting: Meeting, state: State, choice: Choice) -> State:
    """Return the state after a choice that can be made now.

    Who steers for the second time loses one more with each party to which it costs trust. A party
    wavers when its trust falls to its bound; it leaves when an act then costs it trust once more,
    and stays after all when it is lifted over its bound.
    """
    steers = choice.kind == "content"
    steered = 0 if choice.act == "own_up" else min(state.steered + steers, OFTEN)
    more = steers and steered == OFTEN
    trust, seats = list(state.trust), list(state.seats)
    for at, (change, bound) in enumerate(meeting.effects[choice.id]):
        seat = seats[at]
        if seat == GONE:
            continue
        if change:
            trust[at] = min(max(trust[at] + change - (more and change < 0), 0), MOST_TRUST)
        if seat == WAVERING and change < 0:
            seats[at] = GONE
        else:
            seats[at] = WAVERING if trust[at] <= bound else HERE
    reached = State(state.at + 1, tuple(trust), tuple(seats), steered, state.points, state.marks)
    if choice.mark or choice.points:
        points = state.points.union(_brought(meeting, reached, choice))
        reached = reached._replace(points=points, marks=state.marks.union(choice.mark))
    return _finished(meeting, reached)


def _brought(meeting: Meeting, state: State, choice: Choice) -> list[str]:
    """Return the points that come on the table: who brings one sits there and trusts the chair."""
    found = []
    for name in choice.points:
        by = meeting.brought[name]
        if not by or (sits(meeting, state, by) and trust_of(meeting, state, by) >= meeting.brings):
            found.append(name)
    return found


def _finished(meeting: Meeting, state: State) -> State:
    """Return the state with its ending when the last moment is over or too few are left."""
    seated = len(state.seats) - state.seats.count(GONE)
    if state.at < len(meeting.moments) and seated >= meeting.least:
        return state
    ends = (one.id for one in meeting.endings if holds(meeting, one.when, state))
    return state._replace(ended=next(ends, meeting.endings[-1].id))
