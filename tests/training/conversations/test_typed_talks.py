"""Talks typed by somebody who did not write the conversation, to a good and to a poor end."""

import pytest

from helpers.training.conversations.content import open_conversation
from helpers.training.conversations.talk import Talk, close, hear_text, new_talk, say_text
from tests.browser.talking import Typed, typed_talks
from tests.training.conversations.test_every_conversation import PATHS

TALKS = typed_talks()


def played(typed: Typed) -> Talk:
    """Return the talk after its lines; every one of them must be understood."""
    script = open_conversation(typed.conversation)
    talk = new_talk(script)
    for line in typed.lines:
        if not talk.ended:
            heard = hear_text(script, talk, line)
            assert heard.move is not None, line
            talk = say_text(script, talk, line, heard)
    return talk if talk.ended else close(script, talk)


def test_every_conversation_is_held_to_a_good_and_to_a_poor_end() -> None:
    assert [(one.conversation, one.way) for one in TALKS] == [
        (path.stem, way) for path in PATHS for way in ("good", "poor")
    ]


@pytest.mark.parametrize("typed", TALKS, ids=str)
def test_typing_freely_leads_where_it_should(typed: Typed) -> None:
    script = open_conversation(typed.conversation)
    talk = played(typed)
    assert talk.state.ended == typed.end
    best = max(one.worth for one in script.endings)
    worth = script.ending(typed.end).worth
    assert worth == best if typed.way == "good" else worth <= 1
