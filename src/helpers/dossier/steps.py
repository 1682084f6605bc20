"""The tables of the way to the decision: its steps, and the conversations so far."""

from helpers.dossier.columns import Day, Id, Name, Row, Text, Whole, YesNo, column, own_id
from helpers.dossier.words import Answer, Room
from helpers.texts.language import N_


class Step(Row):
    """A step of the route to the decision."""

    SHEET = N_("Route")
    ABOUT = N_("The steps on the way to the decision.")

    id: Id = own_id()
    step: Whole = column(
        N_("Order"), N_("The order of the steps, from 1."), low=1, high=100, unit=N_("number")
    )
    name: Name = column(N_("Name"), N_("The step in a few words."))
    body: Room = column(N_("Where"), N_("Where the step takes place."))
    date: Day | None = column(N_("Date"), N_("When it takes place."), default=None)
    deciding: YesNo = column(
        N_("Deciding"), N_("Yes when the decision is taken here."), default=False
    )
    speaker: Id | None = column(
        N_("Who speaks"),
        N_("Who speaks for the paper there."),
        default=None,
        refers="stakeholders",
    )
    done: YesNo = column(N_("Done"), N_("Yes when the step lies behind you."), default=False)
    can_happen: Text = column(
        N_("What can happen"), N_("What can still happen at this step."), default=""
    )


class Contact(Row):
    """A conversation: who asked what, and what was heard."""

    SHEET = N_("Contacts")
    ABOUT = N_("The conversations so far: who asked what, and what was heard.")

    id: Id = own_id()
    date: Day = column(N_("Date"), N_("When it took place."))
    stakeholder: Id = column(N_("Stakeholder"), N_("Who was spoken to."), refers="stakeholders")
    asked_by: Text = column(N_("Asked by"), N_("Who asked; a role, not a name."), default="")
    channel: Text = column(N_("Through"), N_("Through whom the contact ran."), default="")
    asked: Text = column(N_("Asked"), N_("What was asked."), default="")
    heard: Text = column(N_("Heard"), N_("What was heard."), default="")
    confirmed: YesNo = column(
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
