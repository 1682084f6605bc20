"""The tables of a dossier: every column declared once.

From these declarations come reading, writing, checks, the data dictionary, the Excel template and
the working copy. A new table costs one class here and its line in :class:`Tables`.
Direction: a higher value, effect or attitude is better for the stakeholder it belongs to.
"""

from typing import Any, get_args

from pydantic import BaseModel, ConfigDict

from helpers.dossier.assignment import Assignment, Heard, Part, Preparation, Reframe
from helpers.dossier.columns import Day, Id, Name, Number, Row, Text, Whole, YesNo, column, own_id
from helpers.dossier.expectations import Aspect, Expectation, Group, Message, Readback
from helpers.dossier.goals import Contribution, Goal, Measure
from helpers.dossier.partners import Cooperation, Partner, PartnerTheme, Theme
from helpers.dossier.regions import Priority, Region, Story
from helpers.dossier.steps import Contact, Step
from helpers.dossier.words import Kind, SourceKind, Vote
from helpers.texts.language import N_

_STEPS = N_("points")
_VALUE = N_("value points")


def _points(title: str, meaning: str, low: int = 0, high: int = 10) -> Any:
    """Declare a column of points on a scale; empty means not known."""
    return column(title, meaning, default=None, low=low, high=high, unit=_STEPS)


def _sureness() -> Any:
    """Declare how sure a judgement about an interest, or about no deal, is."""
    return _points(
        N_("Certainty"),
        N_("From 1 (a guess) to 3 (sure); empty means: as sure as the interest."),
        1,
        3,
    )


def _source_kind() -> Any:
    return column(N_("Kind of source"), N_("What this judgement rests on."), default=None)


def _source() -> Any:
    return column(N_("Source"), N_("Which conversation or document it was."), default="")


def _written() -> Any:
    return column(N_("Date"), N_("When this was written down."), default=None)


class Stakeholder(Row):
    """Who has something at stake; a party group also has seats and a judged vote."""

    SHEET = N_("Stakeholders")
    ABOUT = N_(
        "Everyone who has something at stake. A party group also has seats and a judged vote."
    )

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("Name of the group or role; never of a person."))
    kind: Kind = column(N_("Kind"), N_("What sort of stakeholder it is."))
    seats: Whole = column(
        N_("Seats"),
        N_("Number of seats or votes; only for a party group."),
        default=0,
        low=0,
        high=10_000,
        unit=N_("seats"),
    )
    power: Number | None = _points(N_("Power"), N_("How much the group can decide or block."))
    involvement: Number | None = _points(
        N_("Involvement"), N_("How much attention the group gives to this dossier.")
    )
    affected: Number | None = _points(
        N_("Affected"), N_("How much the decision changes for the group.")
    )
    legitimacy: Number | None = _points(
        N_("Legitimacy"), N_("How rightful others find the group's claim.")
    )
    urgency: Number | None = _points(N_("Urgency"), N_("How little the group's claim can wait."))
    attitude: Number | None = _points(
        N_("Attitude"), N_("From strongly against (-2) to strongly in favour (2)."), -2, 2
    )
    judged_vote: Vote | None = column(
        N_("Judged vote"),
        N_("How you think the party group votes on the proposal as it lies."),
        default=None,
    )
    vote_certainty: Whole | None = _points(
        N_("Certainty of the vote"), N_("From 1 (a guess) to 3 (sure)."), 1, 3
    )
    vote_source_kind: SourceKind | None = column(
        N_("Kind of source of the vote"),
        N_("What the judgement of the vote rests on."),
        default=None,
    )
    vote_source: Text = column(
        N_("Source of the vote"), N_("Which conversation or document it was."), default=""
    )
    vote_date: Day | None = column(
        N_("Date of the vote judgement"), N_("When the vote was judged."), default=None
    )


class Interest(Row):
    """What a stakeholder says (position) and what it wants to keep safe or gain (interest)."""

    SHEET = N_("Interests")
    ABOUT = N_("What each stakeholder says, and what it wants to keep safe or gain.")

    id: Id = own_id()
    stakeholder: Id = column(N_("Stakeholder"), N_("Whose interest it is."), refers="stakeholders")
    position: Text = column(N_("Position"), N_("What they say they want."), default="")
    interest: Text = column(
        N_("Interest"), N_("What is behind it; empty when you do not know yet."), default=""
    )
    weight: Number | None = _points(
        N_("Weight"), N_("How much it matters to them; empty when you do not know yet."), 0, 5
    )
    certainty: Whole = column(
        N_("Certainty"), N_("From 1 (a guess) to 3 (sure)."), default=1, low=1, high=3, unit=_STEPS
    )
    source_kind: SourceKind | None = _source_kind()
    source: Text = _source()
    date: Day | None = _written()
    review_by: Day | None = column(
        N_("Review by"), N_("The day on which you look at this again."), default=None
    )


class Issue(Row):
    """A point on which something can be chosen."""

    SHEET = N_("Issues")
    ABOUT = N_("The points on which something can be chosen.")

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("The point in one or two words."))
    question: Text = column(N_("Question"), N_("What is there to choose?"), default="")
    added: YesNo = column(
        N_("Added later"),
        N_("Yes when this point came on the table later, to make the pie bigger."),
        default=False,
    )
    brought_by: Id | None = column(
        N_("Brought by"), N_("Who put it on the table."), default=None, refers="stakeholders"
    )


class Option(Row):
    """One way to choose on an issue; exactly one option an issue is the status quo."""

    SHEET = N_("Options")
    ABOUT = N_(
        "The ways to choose on each point. "
        "At each point, one option is that everything stays as it is."
    )

    id: Id = own_id()
    issue: Id = column(N_("Issue"), N_("The point it belongs to."), refers="issues")
    name: Name = column(N_("Name"), N_("The option in a few words."))
    description: Text = column(N_("Description"), N_("What happens then."), default="")
    status_quo: YesNo = column(
        N_("Status quo"), N_("Yes when everything stays as it is."), default=False
    )
    brought_by: Id | None = column(
        N_("Brought by"), N_("Who put it on the table."), default=None, refers="stakeholders"
    )


class Effect(Row):
    """How an option works out on an interest, against the status quo."""

    SHEET = N_("Effects")
    ABOUT = N_("How an option works out on an interest, compared with everything staying as it is.")
    KEY = ("option", "interest")

    option: Id = column(N_("Option"), N_("The option that is chosen."), refers="options")
    interest: Id = column(N_("Interest"), N_("The interest it touches."), refers="interests")
    effect: Whole | None = _points(
        N_("Effect"),
        N_("From much worse (-3) to much better (3); empty when you do not know yet."),
        -3,
        3,
    )
    certainty: Whole | None = _sureness()
    source_kind: SourceKind | None = _source_kind()
    source: Text = _source()
    date: Day | None = _written()


class Value(Row):
    """What an option is worth to a stakeholder, when that is known as such."""

    SHEET = N_("Values")
    ABOUT = N_(
        "What an option is worth to a stakeholder. Only when you know that as such: "
        "then it counts instead of weight x effect."
    )
    KEY = ("stakeholder", "option")

    stakeholder: Id = column(N_("Stakeholder"), N_("Who it is."), refers="stakeholders")
    option: Id = column(N_("Option"), N_("The option that is chosen."), refers="options")
    value: Number = column(
        N_("Value"),
        N_("What the option is worth to them, against everything staying as it is."),
        low=-1000,
        high=1000,
        unit=_VALUE,
    )


class Threshold(Row):
    """What a stakeholder has when there is no deal."""

    SHEET = N_("No deal")
    ABOUT = N_("What a stakeholder has when there is no agreement.")
    KEY = ("stakeholder",)

    stakeholder: Id = column(N_("Stakeholder"), N_("Who it is."), refers="stakeholders")
    no_deal: Number = column(
        N_("Value of no deal"),
        N_("A package must be worth at least this much (weight x effect)."),
        default=0.0,
        low=-1000,
        high=1000,
        unit=_VALUE,
    )
    veto: YesNo = column(
        N_("Veto"), N_("Yes when nothing happens without this stakeholder."), default=False
    )
    certainty: Whole | None = _sureness()
    source_kind: SourceKind | None = _source_kind()
    source: Text = _source()
    date: Day | None = _written()


class Tables(BaseModel):
    """The tables of a dossier, in the order in which they are read and written."""

    model_config = ConfigDict(defer_build=True)  # built when first used: importing stays light

    stakeholders: tuple[Stakeholder, ...] = ()
    interests: tuple[Interest, ...] = ()
    issues: tuple[Issue, ...] = ()
    options: tuple[Option, ...] = ()
    effects: tuple[Effect, ...] = ()
    values: tuple[Value, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    route: tuple[Step, ...] = ()
    contacts: tuple[Contact, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    intake: tuple[Heard, ...] = ()
    parts: tuple[Part, ...] = ()
    reframes: tuple[Reframe, ...] = ()
    preparations: tuple[Preparation, ...] = ()
    groups: tuple[Group, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    goals: tuple[Goal, ...] = ()
    measures: tuple[Measure, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    messages: tuple[Message, ...] = ()
    readbacks: tuple[Readback, ...] = ()
    themes: tuple[Theme, ...] = ()
    partners: tuple[Partner, ...] = ()
    partner_themes: tuple[PartnerTheme, ...] = ()
    cooperation: tuple[Cooperation, ...] = ()
    regions: tuple[Region, ...] = ()
    priorities: tuple[Priority, ...] = ()
    stories: tuple[Story, ...] = ()


TABLES: dict[str, type[Row]] = {
    name: get_args(field.annotation)[0] for name, field in Tables.model_fields.items()
}
