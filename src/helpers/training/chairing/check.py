"""What an author is told about a meeting to chair: everything that is wrong with it at once.

``python -m helpers.training.chairing.check [FILE ...]`` prints it, a sentence each; without a file
it looks at all meetings of the course.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from helpers.texts.language import N_, _
from helpers.training.authored_file import AuthoredProblem
from helpers.training.chairing.content import MeetingError, read_meeting
from helpers.training.chairing.meeting import ALWAYS, Choice, Meeting, Moment
from helpers.training.chairing.references import Found, reference_problems
from helpers.training.chairing.state import GONE
from helpers.training.chairing.walk import Walk, walk
from helpers.training.content import CONTENT

NOTICED = -2  # who loses this much trust says or does something
_ID = N_("The id must be {expected}, the name of the file.")
_ORDER = N_("The rounds of the moments must go from 1 to {n}, with at least two moments each.")
_NOT_LAST = N_("The last one must have no “when”: it is for everything else.")
_TOO_SOON = N_("Only the last one may be without “when”, or those below it never come.")
_ONE_WAY = N_("Here are {n} acts that look after the process. There must be two, always possible.")
_NO_TRAP = N_("Every choice looks after the process. At least one must be tempting and cost trust.")
_UNNOTICED = N_("{party} loses {n} and says nothing. Add a reaction without a condition.")
_SAID_TWICE = N_("This is said more than once: “{text}”. Nobody repeats himself.")
_NEVER_OFFERED = N_("This can never be chosen, whichever way the meeting goes.")
_NEVER_TOLD = N_("This never happens: “{text}”.")
_NEVER_SAID = N_("This is never said: “{text}”.")
_NEVER_ON_TABLE = N_("This never comes on the table.")
_NEVER_ENDS = N_("This ending is never reached.")
_FEW = N_("After these acts fewer than three choices are left: {path}.")
_LOST = N_("After these acts {party} leaves whatever the chair does: {path}.")
_NO_WAY = N_("No way keeps everybody at the table.")


def file_problems(path: Path) -> list[AuthoredProblem]:
    """Return everything an author has to mend in one file."""
    try:
        meeting = read_meeting(path)
    except MeetingError as error:
        return list(error.problems)
    found = list(static_problems(meeting, path.stem))
    if not found:
        found = list(walk_problems(meeting, walk(meeting)))
    return [AuthoredProblem(path.name, *one) for one in found]


def static_problems(meeting: Meeting, stem: str) -> Iterator[Found]:
    """Give what is wrong before anything is done: part, field and a sentence."""
    if meeting.id != stem:
        yield "", "id", _(_ID).format(expected=stem)
    yield from reference_problems(meeting)
    rounds = Counter(one.round for one in meeting.moments)
    numbers = [one.round for one in meeting.moments]
    expected = set(range(1, len(meeting.rounds) + 1))
    if numbers != sorted(numbers) or set(rounds) != expected or min(rounds.values()) < 2:
        yield "", "moments", _(_ORDER).format(n=len(meeting.rounds))
    for moment in meeting.moments:
        yield from _moment_problems(moment)
    yield from _last_problems("", "endings", [one.when == ALWAYS for one in meeting.endings])
    said = Counter(texts_of(meeting))
    for text in (one for one, count in said.items() if count > 1):
        yield "", "", _(_SAID_TWICE).format(text=text)


def texts_of(meeting: Meeting) -> list[str]:
    """Return everything that parties can say."""
    choices = [one for moment in meeting.moments for one in moment.choices]
    said = [reaction.says for one in choices for reaction in one.reactions]
    for party in meeting.parties:
        said += [*party.wavers, *party.stays, party.leaves]
    return said


def _moment_problems(moment: Moment) -> Iterator[Found]:
    part = f"moments {moment.id}"
    yield from _last_problems(part, "told", [one.when == ALWAYS for one in moment.told])
    good = sum(one.kind == "process" and one.when == ALWAYS for one in moment.choices)
    if good < 2:
        yield part, "choices", _(_ONE_WAY).format(n=good)
    if all(one.kind == "process" for one in moment.choices):
        yield part, "choices", _(_NO_TRAP)
    for choice in moment.choices:
        yield from _unnoticed(part, choice)


def _unnoticed(part: str, choice: Choice) -> Iterator[Found]:
    """Give who loses much and lets nothing be seen of it: the parties notice at once."""
    reacts = {one.party for one in choice.reactions if one.when == ALWAYS}
    for party, change in choice.trust.items():
        if change <= NOTICED and party not in reacts:
            said = _(_UNNOTICED).format(party=party, n=-change)
            yield part, f"choices.{choice.id}", said


def _last_problems(part: str, field: str, always: list[bool]) -> Iterator[Found]:
    if not always[-1]:
        yield part, field, _(_NOT_LAST)
    if any(always[:-1]):
        yield part, field, _(_TOO_SOON)


def walk_problems(meeting: Meeting, found: Walk) -> Iterator[Found]:
    """Give what is wrong along the ways that can be gone: part, field and a sentence."""
    for moment in meeting.moments:
        part = f"moments {moment.id}"
        for choice in moment.choices:
            if choice.id not in found.offered:
                yield part, f"choices.{choice.id}", _(_NEVER_OFFERED)
            for one in choice.reactions:
                if choice.id in found.offered and one.says not in found.said:
                    yield part, f"choices.{choice.id}", _(_NEVER_SAID).format(text=one.says)
        for told in moment.told:
            if told.says not in found.told:
                yield part, "told", _(_NEVER_TOLD).format(text=told.says)
    for point in meeting.points:
        if point.id not in found.points:
            yield f"points {point.id}", "", _(_NEVER_ON_TABLE)
    for ending in meeting.endings:
        if ending.id not in found.endings:
            yield f"endings {ending.id}", "", _(_NEVER_ENDS)
    for path in found.few[:3]:
        yield "", "", _(_FEW).format(path=", ".join(path))
    for path, party in found.lost[:3]:
        yield "", "", _(_LOST).format(party=party, path=", ".join(path))
    if all(GONE in state.seats for state in found.finished):
        yield "", "", _(_NO_WAY)


def main(files: Iterable[str] = ()) -> int:
    """Print what is wrong with these files, or with all; return how many things that are."""
    paths = [Path(one) for one in files] or sorted(CONTENT.glob("*/chairing/*.yaml"))
    count = 0
    for path in paths:
        problems = file_problems(path)
        count += len(problems)
        for problem in problems:
            print(problem)
        if not problems:
            print(_("file {name}: nothing to mend.").format(name=path.name))
    return count


if __name__ == "__main__":
    sys.exit(min(main(sys.argv[1:]), 1))
