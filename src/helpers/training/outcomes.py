"""What came of it elsewhere: the conversation or the dossier that an exercise looks at."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any, NamedTuple

import helpers
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.problems import nearest
from helpers.texts.language import N_, _
from helpers.training.conversations.content import ConversationError, open_conversation
from helpers.training.conversations.state import State
from helpers.training.conversations.talks import open_talks
from helpers.training.kinds.do import Do
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.results import holds, missing
from helpers.training.kinds.talk import Talk
from helpers.training.working_copy import WorkingCopy, working_copy

_NO_TOOL = N_("There is no tool with the name {came}. {offer}")
_NO_PART = N_("The conversation {name} has no {came}. {offer}")
_NO_TOOLS = {"Dossier", "DossierError", "Exercise", "Review", "WorkingCopy"}
_ALREADY = N_("All of this is in the dossier already, so there is nothing to do.")


class _Fresh(NamedTuple):
    """A dossier in which nobody did anything yet."""

    dossier: Dossier
    package: tuple[str, ...]
    actions: Mapping[str, Any] = {}


def outcome(exercise: Kind) -> tuple[str, ...] | None:
    """Return the answer that stands elsewhere, or None when it is given in the exercise itself."""
    if isinstance(exercise, Talk):
        return exercise.reached(_last_ended(exercise.conversation))
    if isinstance(exercise, Do):
        return _in_dossier(exercise, working_copy(exercise.dossier))
    return None


def outcome_problems(exercise: Kind) -> Iterator[tuple[str, str]]:
    """Give what an exercise names and what is not there: the field and a sentence."""
    if isinstance(exercise, Talk):
        yield from _talk_problems(exercise)
    if isinstance(exercise, Do):
        yield from _do_problems(exercise)


def tool_names() -> list[str]:
    """Return the names of the tools that a lesson can show."""
    return sorted(name for name in {*helpers.__all__} - _NO_TOOLS if name[:1].isupper())


def _last_ended(name: str) -> State | None:
    script, talks = open_conversation(name), open_talks()
    held = [*talks.earlier(script), talks.talk(script)]
    return next((talk.state for talk in reversed(held) if talk.ended), None)


def _in_dossier(exercise: Do, work: WorkingCopy) -> tuple[str, ...]:
    shipped = open_dossier(exercise.dossier)
    return exercise.reached(not work.is_fresh, partial(holds, work=work, shipped=shipped))


def _talk_problems(exercise: Talk) -> Iterator[tuple[str, str]]:
    try:
        script = open_conversation(exercise.conversation)
    except ConversationError as error:
        yield "conversation", error.problems[0].what
        return
    things = [one.id for one in script.things]
    endings = [one.id for one in script.endings]
    for one in exercise.outcomes:
        place = f"outcomes.{one.id}"
        for names, have in ((one.known + one.confirmed, things), (one.ended, endings)):
            for came in set(names) - set(have):
                said = _(_NO_PART).format(name=script.id, came=came, offer=nearest(came, have))
                yield place, said.strip()
        if not (one.known or one.confirmed or one.ended):
            yield place, _("Fill in known, confirmed or ended.")


def _do_problems(exercise: Do) -> Iterator[tuple[str, str]]:
    tools = tool_names()
    if exercise.tool not in tools:
        said = _(_NO_TOOL).format(came=exercise.tool, offer=nearest(exercise.tool, tools))
        yield "tool", said.strip()
    if exercise.dossier not in example_names():
        what = _("There is no example dossier with the name {came}.")
        offer = nearest(exercise.dossier, example_names())
        yield "dossier", f"{what.format(came=exercise.dossier)} {offer}".strip()
        return
    shipped = open_dossier(exercise.dossier)
    wrong = [(one.id, said) for one in exercise.results for said in missing(one.check, shipped)]
    yield from ((f"results.{name}.check", said) for name, said in wrong)
    fresh = _Fresh(shipped, shipped.proposal)
    if not wrong and all(holds(one.check, fresh, shipped) for one in exercise.results):
        yield "results", _(_ALREADY)
