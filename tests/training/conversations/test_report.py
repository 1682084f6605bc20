"""What came of a talk, in an order that begins with the other."""

from helpers.texts.language import _
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.report import MOST_TURNING_POINTS, Part, report
from helpers.training.conversations.talk import Talk, close, hear_text, new_talk, say_text

TITLES = [
    "What the other got out of it",
    "What changes in your proposal",
    "Turning points",
    "What you asked about",
    "What you summarised and had confirmed",
    "What there was to learn",
    "One thing to try next time",
]
GOOD = [
    "Hoe ziet een gewone ochtend op het plein eruit?",
    "Waar loopt u op zo'n ochtend tegenaan?",
    "Als ik u goed begrijp valt er elke week iemand over een fiets. Klopt dat?",
    "Hoe komt het dat het misgaat?",
    "Dus de rekken staan midden op de looproute. Klopt dat?",
    "Hoe zou het er hier uitzien als het goed was?",
    "U wilt dus dat iedereen hier vrij kan lopen. Heb ik dat goed?",
]
POOR = [
    "Vindt u ook niet dat er te weinig plekken zijn?",
    "U kunt beter een hek plaatsen.",
    "Daar ben ik het niet mee eens.",
]


def held(script: Conversation, lines: list[str]) -> Talk:
    talk = new_talk(script)
    for text in lines:
        talk = say_text(script, talk, text, hear_text(script, talk, text))
    return close(script, talk)


def words(part: Part) -> str:
    return " ".join(f"{one.word} {one.head} {one.text}" for one in part.lines)


def test_there_is_no_report_while_the_talk_goes_on(script: Conversation) -> None:
    assert report(script, new_talk(script)) == ()


def test_a_good_talk_is_told_from_the_other_to_the_next_time(script: Conversation) -> None:
    parts = report(script, held(script, GOOD))
    assert [one.title for one in parts] == [_(title) for title in TITLES]
    ending = script.ending("samen")
    assert parts[0].lines[0].text == ending.for_them
    changes = [one.text for one in parts[1].lines]
    assert changes == [ending.for_you, *(one.changes for one in script.things if one.main)]
    assert {one.mark for one in parts[4].lines} == {"right"}
    assert len(parts[4].lines) == 3


def test_the_turning_points_are_quoted_and_in_their_order(script: Conversation) -> None:
    turning = report(script, held(script, GOOD))[2].lines
    assert 0 < len(turning) <= MOST_TURNING_POINTS
    assert any(GOOD[1] in one.text and script.thing("val").says in one.text for one in turning)
    assert [one.head for one in turning] == sorted(one.head for one in turning)


def test_a_poor_talk_says_where_the_other_closed_up(script: Conversation) -> None:
    parts = {one.title: one for one in report(script, held(script, POOR))}
    turning = parts[_("Turning points")]
    assert {one.word for one in turning.lines} == {_("closed")}
    assert _("The answer was in your question. The other closed up.") in words(turning)
    learned = parts[_("What there was to learn")]
    assert {one.word for one in learned.lines} == {_("not learned")}
    assert len(learned.lines) == len(script.things)


def test_the_one_thing_to_try_follows_from_what_happened(script: Conversation) -> None:
    def tried(lines: list[str]) -> str:
        return report(script, held(script, lines))[-1].lines[0].text

    leading = ["Vindt u ook niet dat het vol is?", "U wilt toch ook dat het weg is?"]
    assert "Laat je eigen antwoord" in tried(leading)
    unchecked = [one for one in GOOD if "?" in one and "Klopt" not in one]
    assert script.thing("val").point in tried(unchecked)
    assert tried(GOOD) == _(
        "Take one question from this talk along into a real conversation this week. Which one?"
    )


def test_who_picked_lines_is_asked_to_type_them(script: Conversation) -> None:
    talk = held(script, GOOD)
    picked = talk.model_copy(
        update={"turns": tuple(one.model_copy(update={"typed": False}) for one in talk.turns)}
    )
    told = report(script, picked)[-1].lines[0].text
    assert told == _("Hold this conversation once more, and type every line yourself.")


def test_an_author_may_write_what_to_try(script: Conversation) -> None:
    endings = [one.model_copy(update={"try_next": "Bel eerst."}) for one in script.endings]
    written = script.model_copy(update={"endings": tuple(endings)})
    assert report(written, held(written, POOR))[-1].lines[0].text == "Bel eerst."


def test_what_you_asked_about_is_counted_also_when_it_came_too_early(script: Conversation) -> None:
    parts = report(script, held(script, ["Hoe komt het dat het misgaat?"]))
    asked = next(one for one in parts if one.title == _("What you asked about"))
    assert {one.head: one.mark for one in asked.lines}[_("the cause")] == "right"
    assert {one.head: one.mark for one in asked.lines}[_("the problem")] == "other"
