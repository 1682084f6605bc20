"""Names in a meeting that mean nothing: of parties, points, acts, marks and principles."""

from collections import Counter
from collections.abc import Iterable, Iterator

from helpers.dossier.problems import nearest
from helpers.texts.language import N_, _
from helpers.training.chairing.meeting import (
    CONTENT,
    LOOSE,
    PROCESS,
    Choice,
    Condition,
    Meeting,
)
from helpers.training.principles import PRINCIPLES

Found = tuple[str, str, str]
Used = tuple[str, str, str, Iterable[str]]
_UNKNOWN = N_("There is no {kind} with the name {came}. {offer}")
_TWICE = N_("The id {came} is there more than once.")
_KINDS = {
    "party": N_("party"),
    "point": N_("point"),
    "act": N_("act"),
    "mark": N_("mark"),
    "principle": N_("principle"),
}


def reference_problems(meeting: Meeting) -> Iterator[Found]:
    """Give every name that means nothing or is there twice: part, field and a sentence."""
    yield from _twice(meeting)
    names = _names(meeting)
    for part, field, kind, used in _used(meeting):
        for name in used:
            if name not in names[kind]:
                offer = nearest(name, sorted(names[kind]))
                said = _(_UNKNOWN).format(kind=_(_KINDS[kind]), came=name, offer=offer)
                yield part, field, said.strip()


def _names(meeting: Meeting) -> dict[str, set[str]]:
    choices = [one for moment in meeting.moments for one in moment.choices]
    return {
        "party": {one.id for one in meeting.parties},
        "point": {one.id for one in meeting.points},
        "act": {*PROCESS, *CONTENT, *LOOSE},
        "mark": {mark for one in choices for mark in one.mark},
        "principle": set(PRINCIPLES),
    }


def _used(meeting: Meeting) -> Iterator[Used]:
    """Give every name that refers to something: part, field, the kind of thing and the names."""
    yield "", "principles", "principle", meeting.principles
    for point in meeting.points:
        yield f"points {point.id}", "by", "party", [point.by] if point.by else []
    for moment in meeting.moments:
        for at, told in enumerate(moment.told, start=1):
            yield from _in_condition(f"moments {moment.id}", f"told.{at}.when", told.when)
        for choice in moment.choices:
            yield from _in_choice(f"moments {moment.id}", choice)
    for ending in meeting.endings:
        yield from _in_condition(f"endings {ending.id}", "when", ending.when)


def _in_choice(part: str, choice: Choice) -> Iterator[Used]:
    name = f"choices.{choice.id}"
    yield part, f"{name}.act", "act", [choice.act]
    yield part, f"{name}.trust", "party", choice.trust
    yield part, f"{name}.points", "point", choice.points
    yield part, f"{name}.reactions", "party", [one.party for one in choice.reactions]
    yield from _in_condition(part, f"{name}.when", choice.when)
    for one in choice.reactions:
        yield from _in_condition(part, f"{name}.reactions.when", one.when)


def _in_condition(part: str, field: str, condition: Condition) -> Iterator[Used]:
    yield part, field, "party", (*condition.here, *condition.gone)
    yield part, field, "mark", (*condition.marked, *condition.unmarked)


def _twice(meeting: Meeting) -> Iterator[Found]:
    for kind, ids in (
        ("parties", [one.id for one in meeting.parties]),
        ("points", [one.id for one in meeting.points]),
        ("moments", [one.id for one in meeting.moments]),
        ("choices", [one.id for moment in meeting.moments for one in moment.choices]),
        ("endings", [one.id for one in meeting.endings]),
    ):
        for name, count in Counter(ids).items():
            if count > 1:
                yield kind, "id", _(_TWICE).format(came=name)
