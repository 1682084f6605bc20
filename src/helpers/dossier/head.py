"""The head of a dossier: what holds for all of it, every column declared once."""

from helpers.dossier.columns import Day, Declared, Id, Ids, Name, Number, Text, Whole, column
from helpers.dossier.words import Body
from helpers.texts.language import N_


class Head(Declared):
    """What holds for the whole dossier: its story, its body, its rule and the proposal as it lies.

    ``proposal`` and every other package is a tuple of option ids, one an issue.
    """

    SHEET = N_("Dossier")
    ABOUT = N_("What holds for the whole dossier.")

    id: Id = column(N_("Id"), N_("Name of the folder or file of the dossier."))
    title: Name = column(N_("Title"), N_("What the dossier is called."))
    story: Text = column(N_("Story"), N_("What happened, in short."), default="")
    place: Text = column(N_("Place"), N_("Municipality, province or region."), default="")
    body: Body = column(
        N_("Deciding body"), N_("The body that takes the decision."), default=Body.OTHER
    )
    population: Whole | None = column(
        N_("Population"),
        N_("Number of inhabitants."),
        default=None,
        low=1,
        high=20_000_000,
        unit=N_("inhabitants"),
    )
    seats: Whole | None = column(
        N_("Seats"),
        N_("Number of seats of the deciding body."),
        default=None,
        low=1,
        high=100_000,
        unit=N_("seats"),
    )
    coalition: Ids = column(
        N_("Coalition"), N_("The party groups of the coalition."), default=(), refers="stakeholders"
    )
    as_of: Day = column(N_("As of"), N_("The day for which the dossier holds."))
    review_days: Whole = column(
        N_("Review after"),
        N_("After this time a judgement is due for review."),
        default=30,
        low=1,
        high=3650,
        unit=N_("days"),
    )
    firm_share: Number = column(
        N_("Firm majority"),
        N_("Share of the seats that makes a majority firm."),
        default=0.6,
        low=0.5,
        high=1,
        unit=N_("share"),
    )
    at_least: Whole | None = column(
        N_("Agreeing"),
        N_("How many stakeholders must agree at least; empty when the seats decide."),
        default=None,
        low=1,
        high=1000,
        unit=N_("number"),
    )
    softness: Number = column(
        N_("Softness"),
        N_("How many value points move a vote from doubtful to probable."),
        default=5.0,
        low=0.1,
        high=1000,
        unit=N_("value points"),
    )
    shared_factor: Number = column(
        N_("Togetherness"),
        N_("How much party groups move together: 0 not at all, near 1 completely."),
        default=0.35,
        low=0,
        high=0.95,
        unit=N_("share"),
    )
    proposal: Ids = column(
        N_("Proposal"), N_("The chosen option of each issue."), default=(), refers="options"
    )
