"""The exercises that look elsewhere, held or done for real: to the end, badly and half-way."""

from collections.abc import Callable
from functools import cache

import pytest

from helpers.training.content import CONTENT, all_exercises
from helpers.training.conversations.content import open_conversation
from helpers.training.conversations.players import advising, best_way, picking_at_random, play
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.walk import walk
from helpers.training.kinds.do import Do
from helpers.training.kinds.elsewhere import TRIED
from helpers.training.kinds.exercise import Kind
from helpers.training.kinds.talk import Talk
from helpers.training.outcomes import outcome
from helpers.training.working_copy import Action, Taker, WorkingCopy, working_copy

LESSONS = sorted(path.stem for path in CONTENT.glob("nl/[0-9][0-9].yaml"))
ALL = [one for lesson in LESSONS for one in all_exercises(lesson)]
TALKS = [one for one in ALL if isinstance(one, Talk)]
WORK = [one for one in ALL if isinstance(one, Do)]
PLAN = Action(what="Vragen wat er nodig is", who=Taker.ALDERMAN)
Step = Callable[[WorkingCopy], object]


def owned(partner: str) -> Step:
    return lambda work: work.amend(
        lambda dossier: dossier.change(
            "partner_themes", (partner, "vastgoed"), owner="adviseur vastgoed"
        )
    )


# for each exercise with a tool: the steps after which it is right, and not one step before
STEPS: dict[str, tuple[Step, ...]] = {
    "01-twee-afspraken": (
        lambda work: work.plan("college_2", "wethouder_ruimte", PLAN),
        lambda work: work.plan("commissie_2", "wethouder_ruimte", PLAN),
    ),
    "02-een-stevig-pakket": (
        lambda work: work.choose("parkeren_pas"),
        lambda work: work.choose("woningen_ouderen"),
    ),
    "08-wie-houdt-contact": (owned("woonstichting"), owned("zorgorganisatie")),
}


def name_of(exercise: Kind) -> str:
    return exercise.id


def test_every_exercise_with_a_tool_is_played_here() -> None:
    assert set(STEPS) == {one.id for one in WORK}


@pytest.mark.parametrize("exercise", WORK, ids=name_of)
def test_work_in_a_tool_is_right_after_its_last_step_and_not_before(exercise: Do) -> None:
    work = working_copy(exercise.dossier)
    assert outcome(exercise) == ()
    for step in STEPS[exercise.id]:
        found = outcome(exercise)
        assert found is not None
        assert not exercise.is_right(found)
        step(work)
    attempt = exercise.check(exercise.answer(exercise.begin(), outcome(exercise) or ()))
    assert attempt.right


@pytest.mark.parametrize("exercise", WORK, ids=name_of)
def test_work_half_done_says_what_is_there_and_what_is_not(exercise: Do) -> None:
    STEPS[exercise.id][0](working_copy(exercise.dossier))
    attempt = exercise.check(exercise.answer(exercise.begin(), outcome(exercise) or ()))
    assert {line.mark for line in exercise.feedback(attempt)} == {"", "right", "other"}
    assert not attempt.done
    working_copy(exercise.dossier).undo()
    assert outcome(exercise) == ()


@cache
def best_of(name: str) -> State:
    """Return the end of a good talk: the best of many ways, which need not be all of them."""
    script = open_conversation(name)
    return best_way(script, walk(script, most=1_000)).state


@pytest.mark.parametrize("exercise", TALKS, ids=name_of)
def test_a_good_conversation_reaches_everything(exercise: Talk) -> None:
    best = best_of(exercise.conversation)
    attempt = exercise.check(exercise.answer(exercise.begin(), exercise.reached(best)))
    assert attempt.right


@pytest.mark.parametrize("exercise", TALKS, ids=name_of)
def test_a_conversation_full_of_advice_is_done_and_not_right(exercise: Talk) -> None:
    script = open_conversation(exercise.conversation)
    poor = play(script, advising).state
    attempt = exercise.check(exercise.answer(exercise.begin(), exercise.reached(poor)))
    assert (attempt.done, attempt.right) == (True, False)
    assert len([line for line in exercise.feedback(attempt) if line.mark == "other"]) >= 2


@pytest.mark.parametrize("exercise", TALKS, ids=name_of)
def test_a_conversation_that_goes_on_has_nothing_to_look_at(exercise: Talk) -> None:
    script = open_conversation(exercise.conversation)
    assert exercise.reached(begin(script)) == ()
    assert exercise.reached(None) == ()
    assert outcome(exercise) == ()


@pytest.mark.parametrize("exercise", TALKS, ids=name_of)
def test_each_outcome_is_reached_by_some_and_not_by_all(exercise: Talk) -> None:
    script = open_conversation(exercise.conversation)
    players = [play(script, picking_at_random(seed)).state for seed in range(60)]
    states = [*players, best_of(exercise.conversation)]
    reached = [exercise.reached(state) for state in states]
    assert all(found[0] == TRIED for found in reached)
    for one in exercise.outcomes:
        assert 0 < sum(one.id in found for found in reached) < len(states)
