"""The report says who sits there, quotes what made the difference, and gives one thing to try."""

import pytest

from helpers.texts.language import _
from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.report import report, turning_points
from helpers.training.chairing.session import Play, play
from helpers.training.chairing.try_next import try_next
from helpers.training.kinds.exercise import Line

WELL = (
    "ronde", "spanning", "guess:ministerie", "zwijgen", "per_partij", "samen_uitzoeken", "guess:",
    "gemengd", "laarzen", "wie_hoort", "guess:corporaties", "andere_kant", "voorlezen",
)  # fmt: skip
STEERING = ("concept", "gelijk", "guess:", "dertig", "bijna_eens")


def part(meeting: Meeting, now: Play, title: str) -> tuple[Line, ...]:
    return next(one.lines for one in report(meeting, now) if one.title == _(title))


def test_there_is_no_report_before_the_end(meeting: Meeting) -> None:
    assert report(meeting, play(meeting, WELL[:-1])) == ()


def test_who_keeps_to_the_process_reads_what_came_on_the_table(meeting: Meeting) -> None:
    now = play(meeting, WELL)
    assert now.steps == WELL
    given = part(meeting, now, "What the process gave")
    assert {line.head for line in given if line.head} == {
        meeting.point(one).title for one in now.state.points
    }
    assert len(now.state.points) >= 5
    (counted,) = part(meeting, now, "How you chaired")
    assert "10" in counted.text
    assert part(meeting, now, "How it ended")[0].head == meeting.ending("allen_rijk").title


def test_who_steers_reads_who_left_and_what_to_do_instead(meeting: Meeting) -> None:
    now = play(meeting, STEERING)
    seats = part(meeting, now, "Who sits at the table, and how much trust they have in you")
    left = [line for line in seats if "ging weg in ronde 2" in line.head]
    assert len(left) == now.state.seats.count(2) >= 3
    assert "verhaal, geen meting" in seats[-1].text
    assert try_next(meeting, now).startswith("Leg zelf geen pakket op tafel")


@pytest.mark.parametrize("steps", [WELL, STEERING])
def test_turning_points_quote_the_act_and_stand_in_their_order(
    meeting: Meeting, steps: tuple[str, ...]
) -> None:
    now = play(meeting, steps)
    points = turning_points(meeting, now)
    acts = [step.choice.say for step in now.acts]
    places = [
        next(at for at, say in enumerate(acts) if line.text.startswith(say)) for line in points
    ]
    assert places == sorted(places)
    assert len(points) == min(4, len(acts))
    for place, line in zip(places, points, strict=True):
        step = now.acts[place]
        assert step.choice.why in line.text
        assert all(one.text in line.text for one in step.said[:3])


def test_an_act_after_which_somebody_left_never_counts_as_one_that_gave_trust(
    meeting: Meeting,
) -> None:
    now = play(meeting, ("concept", "gelijk", "guess:", "dertig", "recht_twee", "uitpraten"))
    gone = [step for step in now.acts if step.state.seats.count(2) > step.before.seats.count(2)]
    marks = {line.text.split("\n")[0]: line.mark for line in turning_points(meeting, now)}
    assert all(marks.get(step.choice.say, "other") == "other" for step in gone)


def test_the_guesses_are_told_beside_what_was_the_case(meeting: Meeting) -> None:
    now = play(meeting, WELL)
    lines = part(meeting, now, "What you saw of it yourself")
    assert [line.head for line in lines] == list(meeting.rounds[:3])
    assert "Ministerie" in lines[0].text
    assert lines[1].text.startswith("Je wist het niet")


def test_with_nothing_left_to_mend_the_advice_is_about_the_real_world(meeting: Meeting) -> None:
    steps = ("rol", "spanning", "guess:", "zwijgen", "per_partij", "samen_uitzoeken", "guess:")
    steps += ("ernaast", "laarzen", "nog_een", "guess:", "teruggeven", "voorlezen")
    now = play(meeting, steps)
    assert len(now.state.points) == len(meeting.points)
    assert try_next(meeting, now).startswith("Tel in je volgende overleg")
