"""One act of the chair, and what the parties say to it."""

from collections.abc import Iterator
from typing import NamedTuple

from helpers.training.chairing.meeting import Choice, Meeting, Party
from helpers.training.chairing.state import GONE, HERE, WAVERING, State, after, choices, holds, sits

_EVENTS = {
    (HERE, WAVERING): "wavers",
    (WAVERING, HERE): "stays",
    (WAVERING, GONE): "leaves",
}


class Said(NamedTuple):
    """What a party says after an act; ``event`` is empty, ``wavers``, ``stays`` or ``leaves``."""

    party: str
    text: str
    event: str = ""


class Step(NamedTuple):
    """What comes of an act: the states before and after it, and what is said."""

    choice: Choice
    before: State
    state: State
    said: tuple[Said, ...]

    @property
    def points(self) -> frozenset[str]:
        """The points that came on the table."""
        return self.state.points - self.before.points

    @property
    def changes(self) -> tuple[int, ...]:
        """By how much the trust of each party moved, in their order."""
        pairs = zip(self.before.trust, self.state.trust, strict=True)
        return tuple(now - was for was, now in pairs)


def take(meeting: Meeting, state: State, name: str, used: frozenset[str]) -> Step | None:
    """Return what comes of a choice, or None when it cannot be made now.

    ``used`` holds what was said before: nobody says the same twice.
    """
    choice = next((one for one in choices(meeting, state) if one.id == name), None)
    if choice is None:
        return None
    reached = after(meeting, state, choice)
    said = [one for one in _said(meeting, state, reached, choice, used) if one.text not in used]
    return Step(choice, state, reached, tuple(said))


def reacts(meeting: Meeting, before: State, reached: State, choice: Choice) -> Iterator[Said]:
    """Give the reactions of the parties that sat there."""
    for one in choice.reactions:
        if sits(meeting, before, one.party) and holds(meeting, one.when, reached):
            yield Said(one.party, one.says)


def _said(
    meeting: Meeting, before: State, reached: State, choice: Choice, used: frozenset[str]
) -> Iterator[Said]:
    yield from reacts(meeting, before, reached, choice)
    for party, was, now in zip(meeting.parties, before.seats, reached.seats, strict=True):
        event = _EVENTS.get((was, now), "")
        text = next((one for one in wordings(party, event) if one not in used), "")
        if text:
            yield Said(party.id, text, event)


def wordings(party: Party, event: str) -> tuple[str, ...]:
    """Return what a party can say when it wavers, stays after all or leaves."""
    return {"wavers": party.wavers, "stays": party.stays, "leaves": (party.leaves,)}.get(event, ())
