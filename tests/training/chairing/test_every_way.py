"""Every way through every meeting, counted a second time in whole arrays of states."""

from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pytest

from helpers.training.chairing.check import static_problems, walk_problems
from helpers.training.chairing.content import read_meeting
from helpers.training.chairing.meeting import ALWAYS, MOST_TRUST, Choice, Meeting
from helpers.training.chairing.players import best, chaired, outcome, picking
from helpers.training.chairing.report import report
from helpers.training.chairing.session import GUESS, guess_due, play
from helpers.training.chairing.state import GONE, State, after, begin, choices
from helpers.training.chairing.take import take
from helpers.training.chairing.walk import Walk, walk
from helpers.training.content import CONTENT

PATHS = sorted(CONTENT.glob("*/chairing/*.yaml"))
EVERY = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
Array = npt.NDArray[np.int8]


@cache
def walked(path: Path) -> tuple[Meeting, Walk]:
    meeting = read_meeting(path)
    return meeting, walk(meeting)


class Rows(NamedTuple):
    """Many states, one a row: trust, how each sits (0, 1 or 2), steered and the marks as bits."""

    trust: Array
    seats: Array
    steered: Array
    marks: Array

    def where(self, mask: npt.NDArray[np.bool_]) -> "Rows":
        return Rows(*(part[mask] for part in self))


class Seen(NamedTuple):
    """What the arrays say of a moment: how many states, and how many of them stop there."""

    states: int
    stopped: int
    fewest: int
    lost: int


MARKS = ("rechtgezet",)


def possible(meeting: Meeting, choice: Choice, rows: Rows) -> npt.NDArray[np.bool_]:
    """Return in which rows a choice can be made."""
    when, all_rows = choice.when, np.ones(len(rows.trust), bool)
    if when is ALWAYS:
        return all_rows
    assert (when.seated, when.fewer, when.trusting, when.on_table, when.gone) == (None,) * 4 + ((),)
    for party in when.here:
        all_rows &= rows.seats[:, meeting.places[party]] < 2
    all_rows &= rows.steered >= (when.steered or 0)
    for mark in when.marked:
        all_rows &= rows.marks & (1 << MARKS.index(mark)) > 0
    for mark in when.unmarked:
        all_rows &= rows.marks & (1 << MARKS.index(mark)) == 0
    return all_rows


def moved(meeting: Meeting, choice: Choice, rows: Rows) -> Rows:
    """Return the rows after a choice, from what the guide for authors says about trust."""
    change = np.array([choice.trust.get(one.id, 0) for one in meeting.parties], np.int8)
    bound = np.array([one.bound for one in meeting.parties], np.int8)
    steered = np.minimum(rows.steered + (choice.kind == "content"), 2)
    worse = (choice.kind == "content") & (steered == 2)[:, None] & (change < 0)[None, :]
    seated = rows.seats < 2
    trust = np.where(seated, np.clip(rows.trust + change - worse, 0, MOST_TRUST), rows.trust)
    leaves = (rows.seats == 1) & (change < 0)[None, :]
    seats = np.where(~seated | leaves, np.int8(2), trust <= bound)
    marks = rows.marks | sum(1 << MARKS.index(one) for one in choice.mark)
    return Rows(trust, seats, steered * (choice.act != "own_up"), marks)


def unique(found: list[Rows]) -> Rows:
    """Return every row once."""
    whole = np.vstack([np.column_stack(one) for one in found])
    n = found[0].trust.shape[1]
    weights = np.concatenate([7 ** np.arange(n), 7**n * 3 ** np.arange(n)])
    weights = np.append(weights, [7**n * 3**n, 7**n * 3 ** (n + 1)])
    codes = sum(column * weight for column, weight in zip(whole.T, weights, strict=True))
    _codes, first = np.unique(codes, return_index=True)
    rows = whole[first]
    return Rows(rows[:, :n], rows[:, n : 2 * n], rows[:, -2], rows[:, -1])


def first(meeting: Meeting) -> Rows:
    trust = np.array([[one.trust for one in meeting.parties]], np.int8)
    return Rows(trust, np.zeros_like(trust), np.zeros(1, np.int8), np.zeros(1, np.int8))


@cache
def counted(path: Path) -> list[Seen]:
    """Return every state of every moment, counted."""
    meeting = read_meeting(path)
    rows, seen = first(meeting), []
    for moment in meeting.moments:
        masks = [possible(meeting, one, rows) for one in moment.choices]
        pairs = zip(moment.choices, masks, strict=True)
        then = [(mask, moved(meeting, one, rows.where(mask))) for one, mask in pairs]
        stuck = rows.seats == 1
        for mask, after_it in then:
            stuck[mask] &= after_it.seats == 2
        reached = unique([one for _mask, one in then])
        few = (reached.seats < 2).sum(axis=1) < meeting.least
        offered = np.sum(masks, axis=0)
        seen.append(Seen(len(rows.trust), int(few.sum()), int(offered.min()), int(stuck.sum())))
        rows = reached.where(~few)
    assert len(rows.trust), "somebody gets to the end"
    return seen


@EVERY
def test_nothing_is_left_to_mend(path: Path) -> None:
    meeting, whole = walked(path)
    assert list(static_problems(meeting, path.stem)) == []
    assert list(walk_problems(meeting, whole)) == []


@EVERY
def test_in_no_state_at_all_the_chair_is_stuck_or_a_party_lost_beforehand(path: Path) -> None:
    for seen in counted(path):
        assert seen.states
        assert seen.fewest >= 4
        assert seen.lost == 0


@EVERY
def test_the_walk_meets_as_many_states_as_the_arrays(path: Path) -> None:
    meeting = read_meeting(path)
    now = {begin(meeting)}
    for seen in counted(path)[:6]:
        assert len(now) == seen.states
        reached = [after(meeting, state, one) for state in now for one in choices(meeting, state)]
        now = {one._replace(points=frozenset()) for one in reached if not one.ended}


@EVERY
def test_everything_written_can_happen(path: Path) -> None:
    meeting, whole = walked(path)
    assert whole.offered == {one.id for moment in meeting.moments for one in moment.choices}
    assert whole.points == {one.id for one in meeting.points}
    assert whole.endings == {one.id for one in meeting.endings}
    assert whole.few == whole.lost == ()


@EVERY
def test_the_best_way_keeps_everybody_and_steering_costs_two_parties_or_more(path: Path) -> None:
    meeting, whole = walked(path)
    top = best(whole)
    assert GONE not in top.seats
    assert top.ended == "allen_rijk"
    for seed in range(300):
        assert chaired(meeting, picking(seed, "content")).seats.count(GONE) >= 2
    process, chance, steering = (outcome(meeting, kind, 300) for kind in ("process", "", "content"))
    assert process.seated > chance.seated + 1 > steering.seated + 2
    assert process.trust > 4 > 3 > chance.trust > steering.trust
    assert 0.1 < chance.all_stay < 0.5


@EVERY
def test_letting_go_all_the_time_keeps_nobody_either(path: Path) -> None:
    meeting, _whole = walked(path)
    assert outcome(meeting, "loose", 100).all_stay == 0


@EVERY
def test_there_is_never_a_single_right_line(path: Path) -> None:
    """In each moment at least two acts can be the only difference between two meetings kept whole.

    Also once silence is good, and once a process that nobody needs irritates.
    """
    meeting, whole = walked(path)
    kept = [way for state, way in whole.finished.items() if GONE not in state.seats]
    for at, moment in enumerate(meeting.moments):
        good = [one for one in moment.choices if sum(one.trust.values()) > 0]
        assert len({way[at] for way in kept} & {one.id for one in good}) >= 2, moment.id
    acts = [one for moment in meeting.moments for one in moment.choices]
    assert any(one.act == "silence" and min(one.trust.values()) > 0 for one in acts)
    assert any(one.act == "ritual" and max(one.trust.values()) < 0 for one in acts)
    assert any(one.act == "let_go" and "niets" in one.say for one in acts)


@EVERY
def test_any_acts_in_any_order_end_and_nobody_says_the_same_twice(path: Path) -> None:
    meeting = read_meeting(path)
    for seed in range(300):
        random, steps = Random(seed), tuple[str, ...]()
        now = play(meeting, steps)
        while not now.ended:
            ids = [one.id for one in choices(meeting, now.state)]
            name = GUESS if guess_due(meeting, now) else random.choice(ids)
            steps = (*steps, name)
            now = play(meeting, steps)
            assert now.steps == steps
        said = [line.text for step in now.acts for line in step.said]
        assert len(said) == len(set(said))
        assert len(now.acts) <= len(meeting.moments)
        parts = report(meeting, now)
        assert [len(part.lines) > 0 for part in parts] == [True] * len(parts)
        assert len(parts) >= 6


@EVERY
def test_who_is_gone_says_nothing_and_brings_nothing(path: Path) -> None:
    meeting = read_meeting(path)
    for seed in range(200):
        random, state, used = Random(seed), begin(meeting), frozenset[str]()
        while not state.ended:
            step = take(meeting, state, random.choice(choices(meeting, state)).id, used)
            assert step is not None
            for line in step.said:
                assert state.seats[meeting.places[line.party]] != GONE
            for point in step.points:
                by = meeting.brought[point]
                assert by is None or _trusts(meeting, step.state, by)
            used = used.union(line.text for line in step.said)
            state = step.state


def _trusts(meeting: Meeting, state: State, party: str) -> bool:
    at = meeting.places[party]
    return state.seats[at] != GONE and state.trust[at] >= meeting.brings


@EVERY
def test_rounds_follow_each_other(path: Path) -> None:
    rounds = [one.round for one in read_meeting(path).moments]
    assert all(later - earlier in (0, 1) for earlier, later in pairwise(rounds))
    assert len(set(rounds)) == 4
    assert all(2 <= rounds.count(one) <= 3 for one in set(rounds))
