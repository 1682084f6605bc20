"""The tables of goals and of the measures that serve them: every column declared once."""

from helpers.dossier.columns import Id, Number, Row, Text, Whole, column, own_id, told
from helpers.texts.language import N_


class Goal(Row):
    """What the change is for; a goal may stand under another one."""

    SHEET = N_("Goals")
    ABOUT = N_("What the change is for. A goal may stand under another goal that it serves.")

    id: Id = own_id()
    parent: Id | None = column(
        N_("Under"),
        N_("The goal that it serves; empty for the highest."),
        default=None,
        refers="goals",
    )
    text: Text = told(N_("Goal"), N_("What must be reached, in one sentence."))
    indicator: Text = told(N_("Indicator"), N_("What you count or measure."))
    baseline: Text = told(N_("Baseline"), N_("How it stands now, with the unit."))
    target: Text = told(N_("Target"), N_("How it must stand then, with the unit."))
    year: Whole | None = column(
        N_("Year"),
        N_("By which year."),
        default=None,
        low=1900,
        high=2199,
        unit=N_("year"),
    )
    source: Text = told(N_("Source"), N_("Where the figures come from."))
    owner: Text = told(N_("Owner"), N_("Who answers for it; a role, not a name."))
    decision: Text = told(
        N_("Decision"), N_("Which political decision it comes from, with its date.")
    )


class Measure(Row):
    """Something that is done to reach a goal."""

    SHEET = N_("Measures")
    ABOUT = N_("What is done to reach the goals.")

    id: Id = own_id()
    name: Text = told(N_("Name"), N_("The measure in a few words."))
    description: Text = told(N_("Description"), N_("What happens then."))


class Contribution(Row):
    """How much a measure serves a goal, and why one may think so."""

    SHEET = N_("Contributions")
    ABOUT = N_("Which measure serves which goal, how much, and why one may think so.")
    KEY = ("measure", "goal")

    measure: Id = column(N_("Measure"), N_("The measure that is taken."), refers="measures")
    goal: Id = column(N_("Goal"), N_("The goal that it serves."), refers="goals")
    strength: Number | None = column(
        N_("Strength"),
        N_("From 0 (none) to 3 (strong); empty when you do not know yet."),
        default=None,
        low=0,
        high=3,
        unit=N_("points"),
    )
    argument: Text = told(N_("Argument"), N_("Why it works: research, experience or reasoning."))
