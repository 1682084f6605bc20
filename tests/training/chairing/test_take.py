"""What one act does: trust, who wavers, stays or leaves, and what comes on the table."""

import pytest

from helpers.training.chairing.meeting import MOST_TRUST, Meeting
from helpers.training.chairing.session import play
from helpers.training.chairing.state import GONE, HERE, WAVERING, State, after, begin, choices, here
from helpers.training.chairing.take import Step, take


def after_acts(meeting: Meeting, *names: str) -> tuple[State, list[Step]]:
    state, steps, used = begin(meeting), list[Step](), frozenset[str]()
    for name in names:
        step = take(meeting, state, name, used)
        assert step is not None, name
        used = used.union(one.text for one in step.said)
        state = step.state
        steps.append(step)
    return state, steps


def trust(meeting: Meeting, state: State) -> dict[str, int]:
    return {one.id: state.trust[at] for at, one in enumerate(meeting.parties)}


def test_each_party_has_its_own_trust_and_reacts_in_its_own_words(meeting: Meeting) -> None:
    state, (step,) = after_acts(meeting, "rol")
    before = trust(meeting, begin(meeting))
    now = trust(meeting, state)
    assert {name: now[name] - before[name] for name in now if now[name] != before[name]} == {
        "zuiderwieke": 1,
        "provincie": 1,
        "waterschap": 1,
        "ministerie": 1,
    }
    assert [one.party for one in step.said] == ["zuiderwieke", "waterschap"]


def test_an_act_of_another_moment_cannot_be_taken(meeting: Meeting) -> None:
    for name in ("slot", "voorlezen", "", "rol ", "recht_twee", "guess:"):
        assert take(meeting, begin(meeting), name, frozenset()) is None


def test_steering_a_second_time_costs_one_more_with_each_who_loses(meeting: Meeting) -> None:
    once, _steps = after_acts(meeting, "rol", "gelijk")
    twice, _steps = after_acts(meeting, "aantal", "gelijk")
    start, middle = (trust(meeting, after_acts(meeting, one)[0]) for one in ("rol", "aantal"))
    for party, first, second in (("ministerie", -2, -3), ("provincie", -1, -2)):
        assert trust(meeting, once)[party] - start[party] == first
        assert trust(meeting, twice)[party] - middle[party] == second
    assert trust(meeting, twice)["zuiderwieke"] == middle["zuiderwieke"] + 1


def test_putting_it_right_makes_the_next_time_the_first_again(meeting: Meeting) -> None:
    sorry, _steps = after_acts(meeting, "aantal", "spanning", "zwijgen", "recht_twee")
    assert sorry.steered == 0
    assert "recht_vier" not in {one.id for one in choices(meeting, sorry)}
    again, _steps = after_acts(
        meeting, "aantal", "spanning", "zwijgen", "recht_twee", "midden", "ernaast", "laarzen"
    )
    assert again.steered == 1


def test_sorry_is_offered_only_to_who_steered(meeting: Meeting) -> None:
    steered, _steps = after_acts(meeting, "aantal", "spanning", "zwijgen")
    clean, _steps = after_acts(meeting, "rol", "spanning", "zwijgen")
    assert "recht_twee" in {one.id for one in choices(meeting, steered)}
    assert "recht_twee" not in {one.id for one in choices(meeting, clean)}


def test_who_wavers_says_so_and_can_be_won_back(meeting: Meeting) -> None:
    at = meeting.places["zuiderwieke"]
    state, steps = after_acts(meeting, "concept", "station")
    assert state.seats[at] == WAVERING
    assert [one.event for one in steps[-1].said if one.party == "zuiderwieke"] == ["wavers"]
    state, steps = after_acts(meeting, "concept", "station", "zwijgen")
    assert state.seats[at] == HERE
    assert [one.event for one in steps[-1].said if one.party == "zuiderwieke"] == ["stays"]


def test_who_wavers_and_loses_trust_again_leaves_and_is_not_heard_any_more(
    meeting: Meeting,
) -> None:
    at = meeting.places["zuiderwieke"]
    state, steps = after_acts(meeting, "concept", "station", "klok")
    assert state.seats[at] == GONE
    assert meeting.party("zuiderwieke").leaves in {one.text for one in steps[-1].said}
    assert "zuiderwieke" not in here(meeting, state)
    reached = take(meeting, state, "per_partij", frozenset())
    assert reached is not None
    assert reached.state.trust[at] == state.trust[at]
    assert "zuiderwieke" not in {one.party for one in reached.said}


def test_a_point_is_brought_only_by_who_trusts_the_chair(meeting: Meeting) -> None:
    trusted, _steps = after_acts(meeting, "rol", "spanning")
    assert trusted.points == {"dorpshart"}
    doubted, _steps = after_acts(meeting, "concept", "spanning")
    assert trust(meeting, doubted)["zuiderwieke"] < meeting.brings
    assert doubted.points == frozenset()


def test_trust_stays_between_none_and_most(meeting: Meeting) -> None:
    state = begin(meeting)._replace(trust=(MOST_TRUST,) * 6)
    for one in choices(meeting, state):
        assert max(after(meeting, state, one).trust) <= MOST_TRUST
    state = state._replace(trust=(0,) * 6)
    for one in choices(meeting, state):
        assert min(after(meeting, state, one).trust) == 0


def test_the_meeting_stops_when_too_few_are_left(meeting: Meeting) -> None:
    now = play(meeting, ("concept", "gelijk", "guess:", "dertig", "bijna_eens"))
    assert now.ended
    assert len(here(meeting, now.state)) < meeting.least
    assert now.state.ended == "afgebroken"
    assert choices(meeting, now.state) == ()


@pytest.mark.parametrize(("kind", "act"), [("content", "lead"), ("loose", "ritual")])
def test_the_kind_of_an_act_follows_from_what_it_is(meeting: Meeting, kind: str, act: str) -> None:
    found = {one.kind for m in meeting.moments for one in m.choices if one.act == act}
    assert found == {kind}
