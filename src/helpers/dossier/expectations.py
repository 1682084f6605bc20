"""The tables of what people expect and of what is told to them: every column declared once.

Direction: on every scale a higher number is better for the group it belongs to.
"""

from helpers.dossier.columns import (
    Day,
    Id,
    Name,
    Number,
    Row,
    Text,
    Whole,
    YesNo,
    column,
    own_id,
    scale,
    told,
)
from helpers.dossier.words import Handling, Raiser
from helpers.texts.language import N_

_GROUP = N_("Group")
_WHOSE = N_("Which group of citizens it is about.")


class Group(Row):
    """A group of citizens that a change touches alike."""

    SHEET = N_("Groups")
    ABOUT = N_("The groups of citizens that the change touches, each in its own way.")

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("Name of the group or role; never of a person."))
    size: Whole | None = column(
        N_("Size"),
        N_("About how many people; empty when you do not know."),
        default=None,
        low=0,
        high=20_000_000,
        unit=N_("people"),
    )
    changes: Text = told(N_("What changes"), N_("What changes for this group, in one sentence."))


class Aspect(Row):
    """Something by which people judge a change."""

    SHEET = N_("Aspects")
    ABOUT = N_("What people judge the change by, such as costs, distance or fairness.")

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("The aspect in one or two words."))
    weight: Number = column(
        N_("Weight"),
        N_("How much it matters to people, from 0 (not) to 5 (very much)."),
        default=1.0,
        low=0,
        high=5,
        unit=N_("points"),
    )


class Expectation(Row):
    """What a group expects at an aspect, beside what is promised and what it says afterwards."""

    SHEET = N_("Expectations")
    ABOUT = N_(
        "What each group expects at each aspect, who raised that, what is promised, and what "
        "people say about it afterwards."
    )
    KEY = ("group", "aspect")

    group: Id = column(_GROUP, _WHOSE, refers="groups")
    aspect: Id = column(N_("Aspect"), N_("What they judge by."), refers="aspects")
    expects: Text = told(N_("What they expect"), N_("The expectation in words, as they say it."))
    direction: Whole | None = scale(
        N_("Direction"),
        N_("1 when the group wants more of it, -1 when it wants less; empty when that is not it."),
        -1,
        1,
    )
    expected: Number | None = scale(
        N_("Expected"), N_("What they expect, from 1 (very bad) to 7 (very good)."), 1, 7
    )
    promised: Number | None = scale(
        N_("Promised"), N_("What is promised to them, from 1 (very bad) to 7 (very good)."), 1, 7
    )
    judged: Number | None = scale(
        N_("Own judgement"),
        N_("What they say themselves: from much worse (-3) to much better (3) than expected."),
        -3,
        3,
    )
    raised_by: Raiser | None = column(
        N_("Raised by"), N_("Who raised this expectation."), default=None
    )
    source: Text = told(N_("Source"), N_("Which conversation or document it was."))
    date: Day | None = column(N_("Date"), N_("When this was written down."), default=None)
    handling: Handling | None = column(
        N_("What you do"), N_("What you do about the difference."), default=None
    )
    note: Text = told(N_("How"), N_("How you do that, and who does it."))


class Message(Row):
    """What is told to a group: why, what, from when, what not, and where to ask."""

    SHEET = N_("Messages")
    ABOUT = N_("What is told to each group: why, what, from when, what not, and where to ask.")

    id: Id = own_id()
    group: Id = column(_GROUP, _WHOSE, refers="groups")
    goal: Id | None = column(
        N_("Goal"), N_("The goal that the reason rests on."), default=None, refers="goals"
    )
    why: Text = told(N_("Why"), N_("Why the change is made, with its goal."))
    what: Text = told(N_("What"), N_("What changes for this group: who does what."))
    when: Text = told(N_("From when"), N_("From which day."))
    will_not: Text = told(N_("What will not happen"), N_("What will not happen, said plainly."))
    ask: Text = told(N_("Where to ask"), N_("Where people can ask and be heard."))


class Readback(Row):
    """What a reader of a message said back, to hold beside it."""

    SHEET = N_("Said back")
    ABOUT = N_("What two real readers said back in their own words after reading a message.")

    id: Id = own_id()
    message: Id = column(N_("Message"), N_("Which message they read."), refers="messages")
    reader: Text = told(N_("Reader"), N_("Who read it; a role or age, not a name."))
    date: Day | None = column(N_("Date"), N_("When they read it."), default=None)
    their_why: Text = told(N_("Their why"), N_("Why the change is made, as they say it."))
    their_what: Text = told(N_("Their what"), N_("What changes for them, as they say it."))
    why_right: YesNo = column(
        N_("Why is understood"), N_("Yes when it says what you meant."), default=False
    )
    what_right: YesNo = column(
        N_("What is understood"), N_("Yes when it says what you meant."), default=False
    )
