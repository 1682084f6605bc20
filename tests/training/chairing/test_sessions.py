"""A meeting is saved at every step, goes on in a new kernel, and what does not fit is left out."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.training.chairing.content import open_meeting
from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.session import (
    Guess,
    Session,
    guess_due,
    least_trusting,
    play,
    with_step,
)
from helpers.training.chairing.sessions import SessionsFile

STEPS = ("rol", "heemraad", "guess:ministerie", "zwijgen")


def save(sessions: SessionsFile, meeting: Meeting, *steps: str) -> None:
    for name in steps:
        sessions.step(meeting, lambda session, name=name: with_step(meeting, session, name))


def test_each_step_is_on_disk_before_the_next(meeting: Meeting) -> None:
    sessions = SessionsFile()
    for count, name in enumerate(STEPS, start=1):
        save(sessions, meeting, name)
        assert SessionsFile().session(meeting).steps == STEPS[:count]
    saved = json.loads(sessions.path.read_text("utf-8"))
    assert saved["now"][meeting.id]["steps"] == list(STEPS)


def test_a_step_that_cannot_be_made_saves_nothing(meeting: Meeting, work: Path) -> None:
    sessions = SessionsFile()
    save(sessions, meeting, "voorlezen", "guess:provincie", "")
    assert sessions.revision == 0
    assert not (work / "voorzitten.json").exists()


def test_after_a_round_nothing_goes_on_without_a_guess(meeting: Meeting) -> None:
    now = play(meeting, STEPS[:2])
    assert guess_due(meeting, now) == 1
    assert play(meeting, (*STEPS[:2], "zwijgen")).steps == STEPS[:2]
    assert play(meeting, (*STEPS[:2], "guess:niemand")).steps == STEPS[:2]
    assert play(meeting, (*STEPS[:2], "guess:", "zwijgen")).steps[-1] == "zwijgen"


def test_a_guess_is_held_to_the_trust_of_that_moment(meeting: Meeting) -> None:
    now = play(meeting, ("gelijk", *STEPS))
    assert now.steps == ()
    now = play(meeting, ("rol", "gelijk", "guess:zuiderwieke"))
    (guess,) = now.guesses
    assert isinstance(guess, Guess)
    assert guess.least == least_trusting(meeting, now.state) == ("aldermond",)
    assert not guess.right
    assert play(meeting, ("rol", "gelijk", "guess:aldermond")).guesses[0].right


def test_what_an_update_took_away_is_left_out_from_there_on(meeting: Meeting) -> None:
    sessions = SessionsFile()
    save(sessions, meeting, *STEPS)
    text = sessions.path.read_text("utf-8").replace('"heemraad"', '"bestaat-niet"')
    sessions.path.write_text(text, "utf-8")
    again = SessionsFile()
    assert again.session(meeting).steps == ("rol",)
    save(again, meeting, "spanning")
    assert SessionsFile().session(meeting).steps == ("rol", "spanning")


def test_beginning_again_keeps_what_was_there(meeting: Meeting) -> None:
    sessions = SessionsFile()
    sessions.again(meeting)
    assert sessions.revision == 0
    save(sessions, meeting, *STEPS)
    sessions.again(meeting)
    again = SessionsFile()
    assert again.session(meeting).steps == ()
    assert [one.steps for one in again.earlier(meeting)] == [STEPS]


def test_a_damaged_file_is_put_aside_with_a_sentence(work: Path, meeting: Meeting) -> None:
    work.mkdir(parents=True)
    (work / "voorzitten.json").write_text("{stuk", "utf-8")
    sessions = SessionsFile()
    assert "voorzitten.damaged" in sessions.notice
    assert sessions.session(meeting).steps == ()


@given(
    steps=st.lists(st.sampled_from([*STEPS, "laarzen", "", "guess:", "\x00", "<b>"]), max_size=9)
)
def test_whatever_was_saved_a_meeting_can_be_read_from_it(steps: list[str]) -> None:
    meeting = open_meeting("06-voorzitten")
    now = play(meeting, tuple(steps))
    assert tuple(steps)[: len(now.steps)] == now.steps
    assert len(now.turns) == len(now.steps)
    session = Session(meeting=meeting.id, steps=tuple(steps))
    assert play(meeting, with_step(meeting, session, "nergens").steps) == now


@pytest.mark.parametrize("name", ["06-voorziten", "../06-voorzitten", ""])
def test_a_meeting_that_is_not_there_says_so(name: str) -> None:
    with pytest.raises(ValueError, match="Er is geen overleg met de naam"):
        open_meeting(name)
