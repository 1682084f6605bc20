"""The tables of a source meeting: what each party tells, and what each sub-region puts first."""

from helpers.dossier.columns import Id, Name, Row, Text, Whole, YesNo, column, own_id, scale, told
from helpers.texts.language import N_


class Region(Row):
    """A part of the area that has its own priorities."""

    SHEET = N_("Parts of the region")
    ABOUT = N_("The parts of the area, each with its own priorities.")

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("Name of the sub-region."))
    about: Text = told(N_("About"), N_("What marks this sub-region, in one or two sentences."))


class Priority(Row):
    """A task that a sub-region puts first, with the goal that it serves there."""

    SHEET = N_("Priorities")
    ABOUT = N_("For each sub-region: which task comes first, and which goal it must reach there.")

    id: Id = own_id()
    region: Id = column(N_("Sub-region"), N_("Whose priority it is."), refers="regions")
    task: Text = told(N_("Task"), N_("What there is to do, in a few words."))
    goal: Text = told(N_("Goal"), N_("What must be reached by it there, in one sentence."))
    rank: Whole | None = scale(
        N_("Place in the order"), N_("From 1 (comes first) to 5; empty when not chosen yet."), 1, 5
    )
    brought_by: Id | None = column(
        N_("Brought by"), N_("Who put it on the table."), default=None, refers="stakeholders"
    )


class Story(Row):
    """What a party tells and wishes, and what the others heard in it."""

    SHEET = N_("Stories")
    ABOUT = N_(
        "What each party told and wishes before anything is weighed, and our summary of it; "
        "one row for each story that was told."
    )

    id: Id = own_id()
    stakeholder: Id = column(N_("Stakeholder"), N_("Who tells it."), refers="stakeholders")
    story: Text = told(
        N_("Story"), N_("What is going on for this party, and where it comes from, as they tell.")
    )
    wish: Text = told(N_("Wish"), N_("What this party wishes, in its own words."))
    heard: Text = told(N_("What we heard"), N_("Our summary of it, in our own words."))
    confirmed: YesNo = column(
        N_("Summary confirmed"),
        N_("Yes when the other said that your summary is right."),
        default=False,
    )
