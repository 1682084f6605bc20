"""The question coach on the page, without a browser."""

from collections.abc import Callable
from typing import Any

import pytest

from helpers.analysis.questions.reading import LONGEST
from helpers.analysis.questions.rules import RULE_FILES, rules_of
from helpers.analysis.questions.suggestion import _suggestions
from helpers.texts.language import _, catalog
from helpers.tools.asking import question_words
from helpers.tools.asking.question_coach import QuestionCoach
from helpers.training.tried_lines import MOST, TriedLinesFile

PROBLEM = "Waar loopt u tegenaan?"


def say(tool: QuestionCoach, **message: Any) -> None:
    data = {"method": "custom", "content": {"from": "proef", "n": 1, **message}}
    tool.view._handle_msg({"content": {"data": data}, "buffers": []})


def read(line: str, tool: QuestionCoach | None = None) -> dict[str, Any]:
    tool = tool or QuestionCoach()
    say(tool, do="read", value=line)
    return dict(tool.view.reading)


def text_of(reading: dict[str, Any]) -> str:
    return "".join(one["text"] for one in reading.get("line", []))


def test_a_line_is_named_shown_and_explained() -> None:
    reading = read(PROBLEM)
    form, function = reading["parts"]
    assert form == {
        "head": "Vorm: open vraag",
        "seen": 'Dat zie je aan "Waar".',
        "why": _(question_words.FORM_WHYS["opens"]),
    }
    assert function["head"] == "Je vraagt naar: wat er misgaat of dwarszit"
    assert '"tegenaan"' in function["seen"]
    assert text_of(reading) == PROBLEM
    assert reading["line"][0] == {"text": "Waar", "shows": ("form",)}
    assert reading["offer"] == {"lead": "Deze zin kan zo blijven."}
    assert reading["said"] == f"{form['head']}. {function['head']}."


def test_one_better_wording_is_offered_and_is_better() -> None:
    tool = QuestionCoach()
    reading = read("Komt dat niet gewoon door de planning?", tool)
    offer = reading["offer"]
    assert reading["said"].endswith(f". {offer['line']}")
    assert offer["line"] == "Hoe is dat zo gekomen?"
    assert "line" not in read(offer["line"], tool)["offer"]


def test_what_it_does_not_know_it_says() -> None:
    reading = read("U bent morgen vrij?")
    assert reading["parts"][0]["head"] == "Dat weet ik niet zeker"
    assert reading["offer"] == {}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "no_words"),
        ("  \n ", "no_words"),
        ("👍 🎉 ...", "no_words"),
        ("Goedemiddag mevrouw", "greeting"),
        ("How are you today?", "not_dutch"),
        ("xqzrt vbnm", "not_dutch"),
        ("Waarom? " * 1250, "too_long"),
        ("x" * 10_000, "too_long"),
    ],
)
def test_what_cannot_be_read_is_answered_calmly(line: str, why: str) -> None:
    tool = QuestionCoach()
    reading = read(line, tool)
    assert reading["problem"] == reading["said"] == question_words.unread(why, LONGEST)
    assert "line" not in reading
    assert tool.view.tried == []
    assert tool.view.notice == ""


def test_markup_stays_text_and_never_gets_into_a_notebook() -> None:
    tool = QuestionCoach()
    line = "Waarom <img src=x onerror=alert(1)> duurt het <script>zo</script> lang? 👍"
    assert text_of(read(line, tool)) == line
    bundle = tool._repr_mimebundle_()
    assert "onerror" not in bundle["text/html"] + bundle["text/plain"]
    assert "Wat zou je zeggen?" in bundle["text/html"]


def test_two_wordings_stand_below_each_other_and_come_back() -> None:
    tool = QuestionCoach()
    read("Is de planning niet te krap?", tool)
    read(PROBLEM, tool)
    read("👍", tool)
    assert [row["line"] for row in tool.view.tried] == [PROBLEM, "Is de planning niet te krap?"]
    assert tool.view.tried[0]["form"] == "open vraag"
    again = QuestionCoach()
    assert again.view.tried == tool.view.tried
    assert again.view.reading == {}


def test_the_list_is_emptied_and_put_back() -> None:
    tool = QuestionCoach()
    read(PROBLEM, tool)
    assert not tool.view.emptied
    say(tool, do="empty")
    assert tool.view.tried == []
    assert (tool.view.emptied, tool.view.note) == (True, _("The list is empty."))
    say(tool, do="put_back")
    assert [row["line"] for row in tool.view.tried] == [PROBLEM]
    assert (tool.view.emptied, tool.view.note) == (False, _("The list is back."))


def test_what_stood_unread_in_the_field_is_kept_in_the_list() -> None:
    tool = QuestionCoach()
    say(tool, do="keep", value="Wat hoort u daarover?")
    say(tool, do="keep", value="🙂")
    assert TriedLinesFile().lines == ("Wat hoort u daarover?",)
    assert tool.view.reading == {}


def test_the_same_line_read_again_is_answered_again() -> None:
    tool = QuestionCoach()
    assert read(PROBLEM, tool)["n"] < read(PROBLEM, tool)["n"]


def test_a_message_that_makes_no_sense_changes_nothing() -> None:
    tool = QuestionCoach()
    for message in ({"do": "wissen"}, {"do": ["read"]}, {}, {"do": "put_back"}):
        say(tool, **message)
    say(tool, do="read", value={"a": 1})
    assert tool.view.reading["problem"] == question_words.unread("no_words", LONGEST)
    assert tool.view.tried == []


def test_every_key_of_the_rules_has_its_words() -> None:
    whys = {rule.why for name in RULE_FILES for rule in rules_of(name)}
    functions = set(question_words.FUNCTIONS)
    assert functions < set(question_words.FUNCTION_WHYS)
    assert whys - functions - {"procedure"} <= set(question_words.FORM_WHYS)
    wordings = {one["id"] for one in _suggestions() if not one.get("nothing")}
    assert set(question_words.ADVICE) <= wordings
    general = {f"open_{name}" for name in functions} | {"open_closed"}
    assert wordings - set(question_words.ADVICE) == general


def test_every_sentence_is_one_and_has_its_dutch() -> None:
    whys = {**question_words.FORM_WHYS, **question_words.FUNCTION_WHYS}
    for said in whys.values():
        dutch = catalog("nl").gettext(said)
        assert dutch != said
        assert dutch.endswith(".")
        assert dutch.count(". ") == 0


LINES = [PROBLEM, "Ik hoor dat u er klaar mee bent. Klopt dat?", "hoe komt het dat " * 117]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:20])
def test_a_reading_takes_less_than_the_blink_of_an_eye(
    line: str, within: Callable[[Callable[[], object], float], None]
) -> None:
    tool = QuestionCoach()
    for n in range(MOST):
        read(f"Wat is er met {n}?", tool)
    turns = iter(range(100))
    within(lambda: read(f"{line} {next(turns)}"[:LONGEST], tool), 0.02)
