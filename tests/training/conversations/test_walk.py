"""Every way through a conversation, and how well some players do."""

from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.players import (
    advising,
    best_way,
    met_at_random,
    most_possible,
    numbers,
    picking_at_random,
    play,
    score,
)
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import take
from helpers.training.conversations.walk import Walk, walk


def test_the_walk_meets_everything_that_the_author_wrote(
    script: Conversation, whole_walk: Walk
) -> None:
    assert whole_walk.complete
    assert whole_walk.stuck == ()
    assert whole_walk.offered == {one.id for one in script.lines}
    assert whole_walk.learned == {one.id for one in script.things}
    assert whole_walk.endings == {one.id for one in script.endings}
    assert whole_walk.confirmed >= script.main


def test_a_walk_that_stops_early_says_so(script: Conversation) -> None:
    assert not walk(script, most=20).complete


def test_the_moves_of_a_way_lead_to_its_end(script: Conversation, whole_walk: Walk) -> None:
    for one in whole_walk.finished[::25]:
        state, harm = begin(script), 0
        for move in one.moves:
            before, state = state, take(script, state, move).state
            harm += state.openness < before.openness
        assert (state, harm) == (one.state, one.harm)


def test_no_random_talk_does_better_than_the_best_way(
    script: Conversation, whole_walk: Walk
) -> None:
    found = numbers(script, whole_walk, seeds=100)
    assert found.most >= found.best >= found.random_best
    assert found.best > found.at_random > found.advising


def test_a_random_talk_is_the_same_each_time(script: Conversation) -> None:
    assert play(script, picking_at_random(3)) == play(script, picking_at_random(3))


def test_who_advises_at_once_learns_nothing(script: Conversation) -> None:
    talk = play(script, advising)
    assert talk.state.known == ()
    assert talk.state.turn < script.turns


def test_a_score_counts_what_was_learned_confirmed_reached_and_spoiled(
    script: Conversation,
) -> None:
    state = State(known=("drukte", "val"), confirmed=("val", "drukte"), ended="half")
    assert score(script, state, harm=2) == 1 + 2 + 2 + 3 * 2 - 2
    assert most_possible(script) == 3 * 4 + 3 + 9


def test_the_best_way_ends_best(script: Conversation, whole_walk: Walk) -> None:
    best = best_way(script, whole_walk)
    assert script.ending(best.state.ended).worth == 3
    assert script.main <= set(best.state.confirmed)
    assert best.state.turn >= 8


def test_random_talks_meet_only_lines_that_are_there(
    script: Conversation, whole_walk: Walk
) -> None:
    assert met_at_random(script, seeds=30) <= whole_walk.offered
