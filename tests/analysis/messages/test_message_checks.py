from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.analysis.messages.message_checks import Gap, Understood, message_gaps, understood
from helpers.dossier.expectations import Message, Readback

WHOLE = {
    "goal": "minder",
    "why": "We gooien te veel weg.",
    "what": "De bak gaat naar de straat.",
    "when": "Vanaf 2 maart.",
    "will_not": "Uw gft-bak blijft.",
    "ask": "Bel 14 0123.",
}


def message(**changes: Any) -> Message:
    return Message(id="a", group="flat", **{**WHOLE, **changes})


def test_a_whole_message_lacks_nothing() -> None:
    assert message_gaps(message()) == ()


@pytest.mark.parametrize(
    ("changes", "gaps"),
    [
        ({"why": " "}, [Gap.WHY]),
        ({"goal": None}, [Gap.GOAL]),
        ({"what": ""}, [Gap.WHAT]),
        ({"when": ""}, [Gap.WHEN]),
        ({"when": "Binnenkort."}, [Gap.NO_DAY]),
        ({"when": "Op de eerste maandag van mei."}, []),
        ({"will_not": ""}, [Gap.WILL_NOT]),
        ({"ask": ""}, [Gap.ASK]),
        ({"ask": "Bij de gemeente."}, [Gap.NO_WAY]),
        ({"ask": "Kom naar het inloopuur."}, []),
        ({"what": "Je bak gaat naar de straat."}, [Gap.TWO_VOICES]),
        (dict.fromkeys(WHOLE, ""), [Gap.WHY, Gap.WHAT, Gap.WHEN, Gap.WILL_NOT, Gap.ASK]),
    ],
)
def test_each_gap_is_found(changes: dict[str, Any], gaps: list[Gap]) -> None:
    cleaned = {
        name: (value or None) if name == "goal" else value for name, value in changes.items()
    }
    assert list(message_gaps(message(**cleaned))) == gaps


def reader(key: str, why: bool, what: bool, said: str = "minder afval") -> Readback:
    return Readback(id=key, message="a", their_why=said, why_right=why, what_right=what)


@pytest.mark.parametrize(
    ("readers", "shown"),
    [
        ([], ["not_read"]),
        ([reader("x", True, True, " ")], ["not_read"]),
        ([reader("x", True, True)], ["one_reader"]),
        ([reader("x", True, True), reader("y", True, True)], ["yes"]),
        ([reader("x", True, True), reader("y", False, True)], ["why_missed"]),
        ([reader("x", True, False), reader("y", False, True)], ["why_missed", "what_missed"]),
    ],
)
def test_only_two_readers_show_that_it_was_understood(
    readers: list[Readback], shown: list[str]
) -> None:
    assert [one.value for one in understood(readers)] == shown


@given(text=st.text(st.characters(exclude_categories=["C"]), max_size=200))
def test_anything_written_is_answered(text: str) -> None:
    found = message_gaps(message(why=text, when=text, ask=text))
    assert set(found) <= set(Gap)
    assert Understood.YES not in understood([reader("x", False, False, text)])
