"""Every conversation of the course: walked from beginning to end, by hand and by typing."""

from functools import cache
from pathlib import Path
from random import Random

import pytest

from helpers.training.content import CONTENT
from helpers.training.conversations.check import static_problems, walk_problems
from helpers.training.conversations.content import read_conversation
from helpers.training.conversations.conversation import STANDARD_ACTS, Conversation
from helpers.training.conversations.heard import hear
from helpers.training.conversations.players import Numbers, best_way, numbers
from helpers.training.conversations.report import report
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import Move, act_of, take
from helpers.training.conversations.talk import hear_text, new_talk, say_line, say_text
from helpers.training.conversations.walk import Walk, walk

PATHS = sorted(CONTENT.glob("*/conversations/*.yaml"))
EVERY = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


@cache
def walked(path: Path) -> tuple[Conversation, Walk]:
    script = read_conversation(path)
    return script, walk(script)


@cache
def scored(path: Path) -> Numbers:
    return numbers(*walked(path))


def test_there_are_at_least_seven() -> None:
    assert len(PATHS) >= 7


@EVERY
def test_nothing_is_left_to_mend(path: Path) -> None:
    script, whole = walked(path)
    assert list(static_problems(script, path.stem)) == []
    assert list(walk_problems(script, whole)) == []


@EVERY
def test_each_way_ends_none_is_stuck_and_everything_can_be_learned(path: Path) -> None:
    script, whole = walked(path)
    assert whole.complete
    assert whole.stuck == ()
    assert whole.learned == {one.id for one in script.things}
    assert whole.endings == {one.id for one in script.endings}
    assert all(one.state.ended and one.state.turn <= script.turns for one in whole.finished)


@EVERY
def test_the_best_way_is_better_than_chance_and_than_advising_at_once(path: Path) -> None:
    found = scored(path)
    assert found.best > 2 * found.at_random
    assert found.best > found.random_best
    assert found.at_random > found.advising
    assert found.turns_of_best >= 8


@EVERY
def test_at_most_one_main_thing_comes_out_at_the_first_try(path: Path) -> None:
    script, _whole = walked(path)
    at_once = [
        one.id
        for one in script.things
        if one.main and act_of(script, State(1, script.openness), Move("ask", (one.id,))) == "ask"
    ]
    assert len(at_once) <= 1


@EVERY
def test_any_act_in_any_order_ends_and_nobody_says_the_same_twice(path: Path) -> None:
    script, _whole = walked(path)
    things = [one.id for one in script.things]
    acts = [Move(one) for one in STANDARD_ACTS if not one.startswith(("ask_k", "ask_e", "ask"))]
    acts += [Move(one.id) for one in script.acts] + [Move("ask_other"), Move("reframe")]
    acts += [Move("ask", (one,)) for one in things] + [Move("summarise", (one,)) for one in things]
    for seed in range(150):
        random, state, answers = Random(seed), begin(script), []
        while not state.ended:
            step = take(script, state, random.choice(acts))
            state = step.state
            answers += [step.answer] if step.answer else []
        assert state.turn <= script.turns
        assert len(answers) == len(set(answers))


@EVERY
def test_every_offered_question_is_read_as_a_question_when_it_is_typed(path: Path) -> None:
    """The words of an author are what a participant may type: most must come out the same."""
    script, _whole = walked(path)
    state = State(3, 5)
    asked = [one for one in script.lines if one.does.ask]
    heard = [hear(script, state, one.say).move for one in asked]
    same = sum(one is not None and one.kind.startswith("ask") for one in heard)
    assert same >= 0.8 * len(asked)


@EVERY
def test_the_best_way_is_told_in_a_whole_report(path: Path) -> None:
    script, whole = walked(path)
    talk = new_talk(script)
    for move in best_way(script, whole).moves:
        if move.line:
            talk = say_line(script, talk, move.line)
        else:
            talk = say_text(
                script, talk, "Ik rond het af.", hear_text(script, talk, "Ik rond het af.")
            )
    assert talk.ended
    assert script.ending(talk.state.ended).worth == max(one.worth for one in script.endings)
    parts = report(script, talk)
    assert len(parts) == 7
    assert script.ending(talk.state.ended).for_them == parts[0].lines[0].text
