"""The tables of a dossier: every column declared once.

From these declarations come reading, checks, the data dictionary and the working copy.
Direction: a higher value, effect or attitude is better for the stakeholder it belongs to.
"""

import datetime as dt

from helpers.dossier.columns import (
    Answer,
    Id,
    Kind,
    Room,
    Row,
    SourceKind,
    Text,
    Vote,
    column,
)
from helpers.texts.language import N_

_ID = N_("Id")
_SHORT_ID = N_("Short name in lower case without spaces; other tables refer to it.")
_STEPS = N_("points")


class Stakeholder(Row):
    """Who has something at stake; a party group also has seats and a judged vote."""

    id: Id = column(_ID, _SHORT_ID)
    name: Text = column(N_("Name"), N_("Name of the group or role; never of a person."))
    kind: Kind = column(N_("Kind"), N_("What sort of stakeholder it is."))
    seats: int = column(
        N_("Seats"),
        N_("Number of seats; only for a party group."),
        default=0,
        low=0,
        high=200,
        unit=N_("seats"),
    )
    power: float | None = column(
        N_("Power"),
        N_("How much the group can decide or block."),
        default=None,
        low=0,
        high=10,
        unit=_STEPS,
    )
    involvement: float | None = column(
        N_("Involvement"),
        N_("How much attention the group gives to this dossier."),
        default=None,
        low=0,
        high=10,
        unit=_STEPS,
    )
    affected: float | None = column(
        N_("Affected"),
        N_("How much the decision changes for the group."),
        default=None,
        low=0,
        high=10,
        unit=_STEPS,
    )
    legitimacy: float | None = column(
        N_("Legitimacy"),
        N_("How rightful others find the group's claim."),
        default=None,
        low=0,
        high=10,
        unit=_STEPS,
    )
    urgency: float | None = column(
        N_("Urgency"),
        N_("How little the group's claim can wait."),
        default=None,
        low=0,
        high=10,
        unit=_STEPS,
    )
    attitude: float | None = column(
        N_("Attitude"),
        N_("From strongly against (-2) to strongly in favour (2)."),
        default=None,
        low=-2,
        high=2,
        unit=_STEPS,
    )
    judged_vote: Vote | None = column(
        N_("Judged vote"),
        N_("How you think the party group votes on the proposal as it lies."),
        default=None,
    )
    vote_certainty: int | None = column(
        N_("Certainty of the vote"),
        N_("From 1 (a guess) to 3 (sure)."),
        default=None,
        low=1,
        high=3,
        unit=_STEPS,
    )
    vote_source_kind: SourceKind | None = column(
        N_("Kind of source of the vote"),
        N_("What the judgement of the vote rests on."),
        default=None,
    )
    vote_source: Text = column(
        N_("Source of the vote"), N_("Which conversation or document it was."), default=""
    )
    vote_date: dt.date | None = column(
        N_("Date of the vote judgement"), N_("When the vote was judged."), default=None
    )


class Interest(Row):
    """What a stakeholder says (position) and what it wants to keep safe or gain (interest)."""

    id: Id = column(_ID, _SHORT_ID)
    stakeholder: Id = column(N_("Stakeholder"), N_("Whose interest it is."), refers="stakeholders")
    position: Text = column(N_("Position"), N_("What they say they want."), default="")
    interest: Text = column(
        N_("Interest"), N_("What is behind it; empty when you do not know yet."), default=""
    )
    weight: float | None = column(
        N_("Weight"),
        N_("How much it matters to them; empty when you do not know yet."),
        default=None,
        low=0,
        high=5,
        unit=_STEPS,
    )
    certainty: int = column(
        N_("Certainty"), N_("From 1 (a guess) to 3 (sure)."), default=1, low=1, high=3, unit=_STEPS
    )
    source_kind: SourceKind | None = column(
        N_("Kind of source"), N_("What this judgement rests on."), default=None
    )
    source: Text = column(N_("Source"), N_("Which conversation or document it was."), default="")
    date: dt.date | None = column(N_("Date"), N_("When this was written down."), default=None)
    review_by: dt.date | None = column(
        N_("Review by"), N_("The day on which you look at this again."), default=None
    )


class Issue(Row):
    """A point on which something can be chosen."""

    id: Id = column(_ID, _SHORT_ID)
    name: Text = column(N_("Name"), N_("The point in one or two words."))
    question: Text = column(N_("Question"), N_("What is there to choose?"), default="")


class Option(Row):
    """One way to choose on an issue; exactly one option an issue is the status quo."""

    id: Id = column(_ID, _SHORT_ID)
    issue: Id = column(N_("Issue"), N_("The point it belongs to."), refers="issues")
    name: Text = column(N_("Name"), N_("The option in a few words."))
    description: Text = column(N_("Description"), N_("What happens then."), default="")
    status_quo: bool = column(
        N_("Status quo"), N_("Yes when everything stays as it is."), default=False
    )
    brought_by: Id | None = column(
        N_("Brought by"), N_("Who put it on the table."), default=None, refers="stakeholders"
    )


class Effect(Row):
    """How an option works out on an interest, against the status quo."""

    option: Id = column(N_("Option"), N_("The option that is chosen."), refers="options")
    interest: Id = column(N_("Interest"), N_("The interest it touches."), refers="interests")
    effect: float | None = column(
        N_("Effect"),
        N_("From much worse (-3) to much better (3); empty when you do not know yet."),
        default=None,
        low=-3,
        high=3,
        unit=_STEPS,
    )


class Threshold(Row):
    """What a stakeholder has when there is no deal."""

    stakeholder: Id = column(N_("Stakeholder"), N_("Who it is."), refers="stakeholders")
    no_deal: float = column(
        N_("Value of no deal"),
        N_("A package must be worth at least this much (weight x effect)."),
        default=0.0,
        low=-1000,
        high=1000,
        unit=N_("value points"),
    )
    veto: bool = column(
        N_("Veto"), N_("Yes when nothing happens without this stakeholder."), default=False
    )


class Step(Row):
    """A step of the route to the decision."""

    id: Id = column(_ID, _SHORT_ID)
    step: int = column(
        N_("Order"), N_("The order of the steps, from 1."), low=1, high=100, unit=N_("number")
    )
    name: Text = column(N_("Name"), N_("The step in a few words."))
    body: Room = column(N_("Where"), N_("Where the step takes place."))
    date: dt.date | None = column(N_("Date"), N_("When it takes place."), default=None)
    deciding: bool = column(
        N_("Deciding"), N_("Yes when the decision is taken here."), default=False
    )
    speaker: Id | None = column(
        N_("Who speaks"),
        N_("Who speaks for the paper there."),
        default=None,
        refers="stakeholders",
    )
    done: bool = column(N_("Done"), N_("Yes when the step lies behind you."), default=False)
    can_happen: Text = column(
        N_("What can happen"), N_("What can still happen at this step."), default=""
    )


class Contact(Row):
    """A conversation: who asked what, and what was heard."""

    id: Id = column(_ID, _SHORT_ID)
    date: dt.date = column(N_("Date"), N_("When it took place."))
    stakeholder: Id = column(N_("Stakeholder"), N_("Who was spoken to."), refers="stakeholders")
    asked_by: Text = column(N_("Asked by"), N_("Who asked; a role, not a name."), default="")
    channel: Text = column(N_("Through"), N_("Through whom the contact ran."), default="")
    asked: Text = column(N_("Asked"), N_("What was asked."), default="")
    heard: Text = column(N_("Heard"), N_("What was heard."), default="")
    confirmed: bool = column(
        N_("Summary confirmed"),
        N_("Yes when the other said that your summary is right."),
        default=False,
    )
    position_after: Text = column(
        N_("Position afterwards"), N_("Where they stood after the conversation."), default=""
    )
    convinced: Answer = column(
        N_("Convinced"), N_("Is the other convinced of the paper?"), default=Answer.UNKNOWN
    )


TABLES: dict[str, type[Row]] = {
    "stakeholders": Stakeholder,
    "interests": Interest,
    "issues": Issue,
    "options": Option,
    "effects": Effect,
    "thresholds": Threshold,
    "route": Step,
    "contacts": Contact,
}
