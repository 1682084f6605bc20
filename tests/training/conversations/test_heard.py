"""What somebody types becomes a move, or nothing happens."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.training.conversations.content import open_conversation, read_conversation
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.heard import hear
from helpers.training.conversations.state import State, begin
from helpers.training.conversations.take import Move

SCRIPT = read_conversation(Path(__file__).parents[1] / "content" / "03-fietsenstalling.yaml")
KNOWN = State(3, 3, ("drukte", "val", "looproute"))


def heard(text: str, state: State | None = None) -> Move:
    found = hear(SCRIPT, state or begin(SCRIPT), text).move
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("text", "kind", "things"),
    [
        ("Hoe ziet een gewone dag eruit?", "ask", ("drukte",)),
        ("Wat gebeurt er op het plein?", "ask", ("drukte",)),
        ("Hoe vaak valt er iemand?", "ask", ("val",)),
        ("Wat hebt u al geprobeerd?", "ask", ("proef",)),
        ("Vindt u ook niet dat het te vol is?", "leading", ()),
        ("Hoe lang speelt dat en wat kost het u?", "multiple", ()),
        ("U kunt beter een hek plaatsen.", "advice", ()),
        ("Daar ben ik het niet mee eens.", "argue", ()),
        ("Dat is niet waar.", "argue", ()),
        ("Dat ben ik niet met u eens.", "argue", ()),
        ("Nee, dat ziet u verkeerd.", "argue", ()),
        ("Volgens mij moet u gewoon een hek plaatsen.", "advice", ()),
        ("Als ik dat doe, blijft de speeltuin liggen.", "tell", ()),
        ("En toen?", "ask", ("drukte",)),
        ("Succes maandag.", "close", ()),
        ("Ik heb een tekening bij me.", "tell", ()),
        ("De gemeente wil nu eenmaal meer plekken.", "standpunt", ()),
        ("Dank u wel voor het gesprek.", "close", ()),
    ],
)
def test_a_line_is_taken_for_what_it_does(text: str, kind: str, things: tuple[str, ...]) -> None:
    assert heard(text)[:2] == (kind, things)


def test_a_question_about_what_is_known_asks_for_what_is_not() -> None:
    both = State(3, 3, ("drukte", "val"))
    assert heard("Waar loopt u tegenaan?").things == ("val",)
    assert heard("Vertel eens verder.", both).kind == "ask_other"


@pytest.mark.parametrize(
    ("name", "known", "text", "asked"),
    [
        ("03-wethouder", ("bijlage", "juni"), "Wie was die mantelzorger?", "juni"),
        ("03-wethouder", ("juni", "pas"), "Heeft iemand uitgerekend wat een pas kost?", "pas"),
        ("04-past-niet", ("niet_ingevuld",), "Hoe komt het dat niemand meedoet?", "achter_bureau"),
    ],
)
def test_a_known_thing_that_is_plainly_named_is_asked_again(
    name: str, known: tuple[str, ...], text: str, asked: str
) -> None:
    script = open_conversation(name)
    move = hear(script, State(4, 3, known), text).move
    assert move is not None
    assert move[:2] == ("ask", (asked,))


@pytest.mark.parametrize("text", ["Vervelend zeg.", "Wat een gedoe, zeg.", "Jammer zeg."])
def test_sympathy_lets_the_other_go_on(text: str) -> None:
    assert heard(text).kind == "ask_other"


def test_who_does_not_know_and_finds_out_gives_no_advice() -> None:
    assert heard("Dat wist ik niet, ik zoek het uit.").kind == "tell"
    assert heard("Ik stuur u morgen een plan toe.").kind == "advice"


def test_a_closed_question_is_harder() -> None:
    assert heard("Is het druk op het plein?").harder == 1
    assert heard("Hoe druk is het op het plein?").harder == 0


def test_a_summary_is_about_what_its_words_say() -> None:
    found = heard("Dus er struikelt elke week iemand. Klopt dat?", KNOWN)
    assert found[:2] == ("summarise", ("val",))


def test_a_summary_may_use_the_words_of_the_other() -> None:
    text = "Als ik u goed begrijp zijn die rekken destijds zonder u neergezet. Klopt dat?"
    assert heard(text, KNOWN).things == ("looproute",)


def test_a_summary_in_which_nothing_is_recognised_costs_nothing() -> None:
    found = hear(SCRIPT, KNOWN, "Dus u houdt van taart. Klopt dat?")
    assert found.move is None
    assert found.why == "nothing_said"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no_words"),
        ("   \n ", "no_words"),
        ("\U0001f600\U0001f600", "no_words"),
        ("Goedemorgen!", "greeting"),
        ("How are you doing today?", "not_dutch"),
        ("a " * 5_000, "too_long"),
        ("x" * 10_000, "too_long"),
    ],
)
def test_what_cannot_be_read_costs_nothing(text: str, why: str) -> None:
    found = hear(SCRIPT, begin(SCRIPT), text)
    assert found.move is None
    assert found.why == why


@given(st.text(max_size=300))
def test_whatever_is_typed_the_words_shown_stand_in_it(text: str) -> None:
    found = hear(SCRIPT, begin(SCRIPT), text)
    ends = [0]
    for start, end in found.spans:
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)
    assert (found.move is None) == bool(found.why)


def test_words_of_an_own_act_may_count_in_some_forms_only(script: Conversation) -> None:
    act = script.acts[0].model_copy(update={"forms": ("statement",)})
    only = script.model_copy(update={"acts": (act,)})
    found = hear(only, begin(only), "Wat denkt u dat de raad wil?").move
    assert found is not None
    assert found.kind == "ask"


def test_a_summary_with_words_of_an_own_act_is_a_summary() -> None:
    found = heard("Dus de raad wil iets, en er struikelt iemand. Klopt dat?", KNOWN)
    assert found.kind == "summarise"
