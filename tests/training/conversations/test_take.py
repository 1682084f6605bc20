"""One line, and what the other says to it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from helpers.training.conversations.content import read_conversation
from helpers.training.conversations.conversation import (
    MOST_OPEN,
    STANDARD_ACTS,
    Condition,
    Conversation,
)
from helpers.training.conversations.offered import MOST, fitting, offered, words_of
from helpers.training.conversations.state import State, begin, holds
from helpers.training.conversations.take import Move, Step, move_of, take

SCRIPT = read_conversation(Path(__file__).parents[1] / "content" / "03-fietsenstalling.yaml")
THINGS = [one.id for one in SCRIPT.things]
OTHERS = [Move(one) for one in STANDARD_ACTS if not one.startswith("ask")]
MOVES = st.one_of(
    st.builds(Move, st.just("ask"), st.sampled_from([(one,) for one in THINGS])),
    st.builds(Move, st.just("summarise"), st.sets(st.sampled_from(THINGS), min_size=1).map(tuple)),
    st.sampled_from([*OTHERS, *map(Move, ("ask_other", "reframe", "standpunt", "close"))]),
)


def after(script: Conversation, *moves: Move) -> Step:
    step = Step(begin(script), "", "")
    for move in moves:
        step = take(script, step.state, move)
    return step


def ask(name: str) -> Move:
    return Move("ask", (name,))


@given(st.lists(MOVES, min_size=20, max_size=30))
def test_whatever_is_said_a_talk_ends_in_time(moves: list[Move]) -> None:
    state = after(SCRIPT, *moves).state
    assert state.ended in {one.id for one in SCRIPT.endings}
    assert state.turn <= SCRIPT.turns


@given(st.lists(MOVES, max_size=20))
def test_the_other_never_says_the_same_twice(moves: list[Move]) -> None:
    state, answers = begin(SCRIPT), []
    for move in moves:
        step = take(SCRIPT, state, move)
        state, answers = step.state, [*answers, step.answer]
    said = [one for one in answers if one]
    assert len(said) == len(set(said))


@given(st.lists(MOVES, max_size=20))
def test_what_is_learned_stays_and_only_that_is_confirmed(moves: list[Move]) -> None:
    state = begin(SCRIPT)
    for move in moves:
        new = take(SCRIPT, state, move).state
        assert set(new.known) >= set(state.known)
        assert set(new.confirmed) >= set(state.confirmed)
        assert set(new.confirmed) <= set(new.known)
        assert 0 <= new.openness <= MOST_OPEN
        state = new


def test_a_thing_comes_out_only_when_its_condition_holds(script: Conversation) -> None:
    early = after(script, ask("val"))
    assert (early.act, early.opened) == ("ask_early", ())
    assert early.answer == script.thing("val").not_yet[0]
    opened = after(script, ask("drukte"), ask("val"))
    assert (opened.act, opened.opened) == ("ask", ("val",))
    assert opened.answer == script.thing("val").says


def test_a_main_thing_makes_the_other_more_open_and_another_thing_does_not(
    script: Conversation,
) -> None:
    assert after(script, ask("drukte")).state.openness == 1
    assert after(script, ask("drukte"), ask("val")).state.openness == 2


def test_a_closed_question_needs_the_other_to_be_more_open(script: Conversation) -> None:
    assert after(script, Move("ask", ("drukte",), harder=1)).act == "ask_early"
    assert after(script, Move("ask", ("drukte",), harder=0)).act == "ask"


def test_asking_for_what_was_told_gets_another_answer(script: Conversation) -> None:
    again = after(script, ask("drukte"), ask("drukte"))
    assert again.act == "ask_known"
    assert again.answer == "Dat heb ik net gezegd."


def test_an_invitation_opens_the_next_thing_that_can(script: Conversation) -> None:
    assert after(script, Move("ask_other")).opened == ("drukte",)
    assert after(script, Move("ask_other"), Move("ask_other")).opened == ("val",)


def test_a_summary_confirms_what_was_said_and_nothing_else(script: Conversation) -> None:
    step = after(script, ask("drukte"), ask("val"), Move("summarise", ("val", "wens")))
    assert step.act == "summarise_right"
    assert step.confirmed == ("val",)
    assert step.state.openness == 3
    assert after(script, Move("summarise", ("wens",))).act == "summarise_wrong"
    again = after(script, ask("drukte"), *[Move("summarise", ("drukte",))] * 2)
    assert again.act == "summarise_again"


def test_a_position_costs_nothing_after_a_confirmed_summary(script: Conversation) -> None:
    at_once = after(script, Move("standpunt"))
    assert at_once.state.openness == begin(script).openness - 1
    heard = (ask("drukte"), ask("val"), Move("summarise", ("val",)))
    before, later = after(script, *heard).state, after(script, *heard, Move("standpunt")).state
    assert later.openness == before.openness
    assert later.marks == ("eerlijk",)


def test_a_reframe_is_ready_when_the_author_says_so(script: Conversation) -> None:
    assert after(script, Move("reframe")).act == "reframe_early"
    summary = (Move("summarise", ("val",)), Move("summarise", ("looproute",)))
    heard = (ask("drukte"), ask("val"), ask("looproute"), *summary)
    assert after(script, *heard, Move("reframe")).act == "reframe_ready"
    strict = script.model_copy(update={"ready": None})
    assert after(strict, *heard, Move("reframe")).act == "reframe_early"


def test_a_reply_may_end_the_talk(script: Conversation) -> None:
    end = after(script, Move("leading"), Move("advice"))
    assert end.answer == "Ik denk dat we klaar zijn."
    assert end.state.ended == "klaar"
    assert take(script, end.state, ask("drukte")).state == end.state


def test_who_has_nothing_left_to_say_ends_it(script: Conversation) -> None:
    end = after(script, *[Move("tell")] * 7)
    assert end.answer == ""
    assert end.state.ended == "klaar"


def test_closing_gives_the_first_ending_that_fits(script: Conversation) -> None:
    assert after(script, Move("close")).state.ended == "klaar"
    heard = (ask("drukte"), ask("val"), Move("summarise", ("val",)))
    assert after(script, *heard, Move("close")).state.ended == "half"


def test_every_part_of_a_condition_counts() -> None:
    state = State(4, 2, ("a", "b"), ("a",), ("m",))
    main = frozenset({"a", "b"})
    pairs: list[tuple[dict[str, object], dict[str, object]]] = [
        ({"openness": 2}, {"openness": 3}),
        ({"below": 3}, {"below": 2}),
        ({"knows": ["a", "b"]}, {"knows": ["a", "c"]}),
        ({"not_knows": ["c"]}, {"not_knows": ["b"]}),
        ({"confirmed": 1}, {"confirmed": 2}),
        ({"confirmed": ["a"]}, {"confirmed": ["b"]}),
        ({"marked": ["m"]}, {"marked": ["x"]}),
        ({"unmarked": ["x"]}, {"unmarked": ["m"]}),
        ({"turn": 4}, {"turn": 5}),
    ]
    for yes, no in pairs:
        assert holds(Condition.model_validate(yes), state, main), yes
        assert not holds(Condition.model_validate(no), state, main), no


def test_four_lines_are_offered_of_which_some_bring_you_on(script: Conversation) -> None:
    names = {one.id for one in offered(script, begin(script))}
    assert len(names) == MOST
    assert "hoe_gaat_het" in names
    assert {"te_weinig", "rekken_boven"} & names


def test_what_was_said_is_not_offered_again(script: Conversation) -> None:
    line = next(one for one in script.lines if one.id == "hoe_gaat_het")
    state = take(script, begin(script), move_of(line)).state
    assert line.id not in [one.id for one in fitting(script, state)]


def test_a_question_that_came_too_early_comes_back_in_other_words(script: Conversation) -> None:
    lines = {one.id: one for one in script.lines}
    early = take(script, begin(script), move_of(lines["wat_gaat_mis"])).state
    assert lines["wat_gaat_mis"] not in fitting(script, early)
    later = take(script, early, move_of(lines["hoe_gaat_het"])).state
    assert lines["wat_gaat_mis"] in fitting(script, later)
    assert words_of(later, lines["wat_gaat_mis"]).startswith("Nog even terug")


def test_nothing_is_offered_after_the_end(script: Conversation) -> None:
    assert offered(script, after(script, Move("close")).state) == ()
