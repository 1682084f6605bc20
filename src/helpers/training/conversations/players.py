"""How well some players do: who searches, who picks at random and who advises at once."""

from collections.abc import Callable
from random import Random
from statistics import mean
from typing import NamedTuple

from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.offered import offered
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import Move, move_of, take
from helpers.training.conversations.walk import CLOSE, Reached, Walk

Player = Callable[[Conversation, State], Move]


class Numbers(NamedTuple):
    """What players score in a conversation: the best way, at random (mean and best), advising."""

    best: int
    most: int
    at_random: float
    random_best: int
    advising: int
    turns_of_best: int


def score(conversation: Conversation, state: State, harm: int) -> int:
    """Return how good a finished talk is.

    A main thing counts 2 when learned and 2 more when confirmed, another thing 1, the ending three
    times its worth; each time that the other closed up costs 1.
    """
    main = conversation.main
    learned = sum(2 if one in main else 1 for one in state.known)
    confirmed = 2 * len(main & set(state.confirmed))
    return learned + confirmed + 3 * conversation.ending(state.ended).worth - harm


def most_possible(conversation: Conversation) -> int:
    """Return the score of everything learned and confirmed, the best ending and no harm."""
    main = len(conversation.main)
    worth = max(one.worth for one in conversation.endings)
    return 4 * main + len(conversation.things) - main + 3 * worth


def play(conversation: Conversation, player: Player) -> Reached:
    """Return a talk of a player from beginning to end."""
    now = Reached(begin(conversation), (), 0)
    while not now.state.ended:
        move = player(conversation, now.state)
        state = take(conversation, now.state, move).state
        harm = now.harm + (state.openness < now.state.openness)
        now = Reached(state, (*now.moves, move), harm)
    return now


def picking_at_random(seed: int) -> Player:
    """Return a player who takes any offered line."""
    random = Random(seed)

    def pick(conversation: Conversation, state: State) -> Move:
        lines = offered(conversation, state)
        return move_of(random.choice(lines)) if lines else CLOSE

    return pick


def advising(conversation: Conversation, state: State) -> Move:
    """Take an offered line with advice, or give advice in your own words."""
    lines = (move_of(one) for one in offered(conversation, state))
    return next((one for one in lines if one.kind == "advice"), Move("advice"))


def met_at_random(conversation: Conversation, seeds: int = 300) -> frozenset[str]:
    """Return the lines that are offered in random talks: a walk leaves out some ways to the same.

    Those are the ways that differ only in which of the other lines was said before.
    """
    met = set[str]()
    for seed in range(seeds):
        now, pick = begin(conversation), picking_at_random(seed)
        while not now.ended:
            met |= {one.id for one in offered(conversation, now)}
            now = take(conversation, now, pick(conversation, now)).state
    return frozenset(met)


def best_way(conversation: Conversation, found: Walk) -> Reached:
    """Return the talk along the offered lines with the highest score; of equals the shortest."""
    return max(
        found.finished,
        key=lambda one: (score(conversation, one.state, one.harm), -one.state.turn),
    )


def numbers(conversation: Conversation, found: Walk, seeds: int = 200) -> Numbers:
    """Return what the players score."""
    best = best_way(conversation, found)
    talks = [play(conversation, picking_at_random(seed)) for seed in range(seeds)]
    scores = [score(conversation, one.state, one.harm) for one in talks]
    advised = play(conversation, advising)
    return Numbers(
        score(conversation, best.state, best.harm),
        most_possible(conversation),
        mean(scores),
        max(scores),
        score(conversation, advised.state, advised.harm),
        best.state.turn,
    )
