"""What came of a meeting: who still sits there, what made the difference, what it gave."""

from collections import Counter

from helpers.texts.language import N_, _
from helpers.texts.numbers import listed
from helpers.training.chairing.meeting import Meeting, Party
from helpers.training.chairing.session import Guess, Play
from helpers.training.chairing.state import GONE, sits
from helpers.training.chairing.take import Step
from helpers.training.chairing.try_next import try_next
from helpers.training.chairing.wording import STORY, count_said, trust_word
from helpers.training.conversations.report import Part
from helpers.training.kinds.exercise import Line

MOST_TURNING_POINTS = 4
_GUESSED = N_("You thought of {party}. The least trust was with {least}.")
_NOT_SURE = N_("You did not know. The least trust was with {least}.")


def report(meeting: Meeting, now: Play) -> tuple[Part, ...]:
    """Return the parts of the report in their order; none while the meeting goes on."""
    if not now.ended:
        return ()
    ending = meeting.ending(now.state.ended)
    parts = (
        Part(_("How it ended"), (Line(ending.says, ending.title),)),
        Part(_("Who sits at the table, and how much trust they have in you"), _seats(meeting, now)),
        Part(_("Turning points"), turning_points(meeting, now)),
        Part(_("What the process gave"), _given(meeting, now)),
        Part(_("How you chaired"), _counted(now)),
        Part(_("What you saw of it yourself"), _guessed(meeting, now)),
        Part(_("One thing to try next time"), (Line(try_next(meeting, now)),)),
    )
    return tuple(part for part in parts if part.lines)


def left_at(meeting: Meeting, now: Play, party: Party) -> int:
    """Return the round in which a party left, or 0."""
    for step in now.acts:
        if not sits(meeting, step.state, party.id):
            return meeting.moments[step.before.at].round
    return 0


def turning_points(meeting: Meeting, now: Play) -> tuple[Line, ...]:
    """Return the acts that made most difference, in their order, each quoted."""
    rated = [(_weight(step), -at, step) for at, step in enumerate(now.acts)]
    chosen = sorted(rated, key=lambda one: one[:2], reverse=True)[:MOST_TURNING_POINTS]
    return tuple(
        _quoted(meeting, step) for _w, _at, step in sorted(chosen, key=lambda one: -one[1])
    )


def _weight(step: Step) -> int:
    return sum(map(abs, step.changes)) + 4 * _left(step) + 2 * len(step.points)


def _left(step: Step) -> int:
    """Return how many parties left the table at an act."""
    return step.state.seats.count(GONE) - step.before.seats.count(GONE)


def _quoted(meeting: Meeting, step: Step) -> Line:
    said = [f"{meeting.party(one.party).who}: {one.text}" for one in step.said[:3]]
    gained = sum(step.changes)
    cost = _left(step) > 0 or gained < 0 or (not gained and step.choice.kind != "process")
    word = _("cost trust") if cost else _("gave trust")
    mark = "other" if cost else "right"
    place = meeting.rounds[meeting.moments[step.before.at].round - 1]
    return Line("\n".join([step.choice.say, *said, step.choice.why]), place, mark, word)


def _seats(meeting: Meeting, now: Play) -> tuple[Line, ...]:
    lines = []
    for party, trust in zip(meeting.parties, now.state.trust, strict=True):
        round_ = left_at(meeting, now, party)
        left = _("left the table in round {n}").format(n=round_) if round_ else ""
        lines.append(Line("", ", ".join(filter(None, [trust_word(trust), left])), "", party.name))
    return (*lines, Line(_(STORY)))


def _given(meeting: Meeting, now: Play) -> tuple[Line, ...]:
    there = [
        Line(one.text, one.title, "right", _("on the table"))
        for one in meeting.points
        if one.id in now.state.points
    ]
    missed = [one.title for one in meeting.points if one.id not in now.state.points]
    if missed:
        there.append(Line(_("This did not come up: {points}.").format(points=listed(missed))))
    return tuple(there)


def _counted(now: Play) -> tuple[Line, ...]:
    counts = Counter(step.choice.kind for step in now.acts)
    kinds = ("process", "content", "loose")
    return tuple(Line(count_said(one, counts[one])) for one in kinds if counts[one])


def _guessed(meeting: Meeting, now: Play) -> tuple[Line, ...]:
    return tuple(
        Line(guess_said(meeting, one), meeting.rounds[one.round - 1]) for one in now.guesses
    )


def guess_said(meeting: Meeting, guess: Guess) -> str:
    """Return a guess and what was the case, in a sentence."""
    least = listed(meeting.party(one).name for one in guess.least)
    if not guess.party:
        return _(_NOT_SURE).format(least=least)
    return _(_GUESSED).format(party=meeting.party(guess.party).name, least=least)
