import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.partners.trust import Stakes, patience_needed, play

WAYS = ("open", "closed", "answers", "tests")


def test_trust_that_is_answered_brings_both_the_most_in_the_long_run() -> None:
    ours = {way: play(way, "answers", 20)[-1].ours for way in WAYS}
    assert ours["open"] == ours["answers"] == max(ours.values())
    assert ours["closed"] == 4 + 19 * 1


def test_openness_is_used_by_one_who_never_answers() -> None:
    assert play("open", "closed", 10)[-1][2:] == (0.0, 40.0)
    assert play("answers", "closed", 10)[-1][2:] == (9.0, 13.0)


def test_two_who_test_each_other_never_begin() -> None:
    assert not any(one.we or one.they for one in play("tests", "tests", 10))


@given(ours=st.sampled_from(WAYS), theirs=st.sampled_from(WAYS), years=st.integers(0, 30))
def test_the_two_sides_are_each_others_mirror(ours: str, theirs: str, years: int) -> None:
    there, back = play(ours, theirs, years), play(theirs, ours, years)
    assert [(a.ours, a.theirs) for a in there] == [(b.theirs, b.ours) for b in back]
    assert len(there) == years


@given(
    steps=st.tuples(*[st.floats(0.1, 5)] * 3),
    weight=st.floats(0.01, 0.99),
)
def test_the_needed_patience_is_where_both_streams_are_worth_the_same(
    steps: tuple[float, float, float], weight: float
) -> None:
    left = 0.0
    closed = left + steps[0]
    both = closed + steps[1]
    stakes = Stakes(both, closed, both + steps[2], left)
    stays = sum(both * weight**n for n in range(3000))
    leaves = stakes.tempted + sum(closed * weight**n for n in range(1, 3000))
    need = patience_needed(stakes)
    assert 0 < need < 1
    if abs(weight - need) > 1e-6:
        assert (stays > leaves) == (weight > need)


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="no dilemma"):
        patience_needed(Stakes(both_open=5.0))
    with pytest.raises(ValueError, match="no such way: lief"):
        play("lief", "open", 1)
    with pytest.raises(ValueError, match="0 or more"):
        play("open", "open", -1)
