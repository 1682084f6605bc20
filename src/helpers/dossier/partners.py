"""The tables of partners, of what one works on with them and of how that goes."""

from helpers.dossier.columns import (
    Day,
    Id,
    Name,
    Row,
    Text,
    Whole,
    column,
    judged,
    own_id,
    scale,
    told,
)
from helpers.dossier.words import Answer, Condition, PartnerKind
from helpers.texts.language import N_

_PARTNER = N_("Partner")
_WHICH = N_("Which partner it is about.")


class Theme(Row):
    """Something that the organisation works on, with others or alone."""

    SHEET = N_("What we work on")
    ABOUT = N_("The themes that your organisation works on: social questions and its own ones.")

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("The theme in a few words."))
    question: Text = told(N_("Question"), N_("What you want to find an answer to."))


class Partner(Row):
    """An organisation around you, with what it knows and how it is tied to you."""

    SHEET = N_("Partners")
    ABOUT = N_("The organisations around you, what they know, and how they are tied to you.")

    id: Id = own_id()
    name: Name = column(N_("Name"), N_("Name of the organisation; never of a person."))
    kind: PartnerKind | None = column(
        N_("Kind"), N_("What sort of organisation it is."), default=None
    )
    governing: Answer = judged(
        N_("Governing interest"),
        N_("Do you have a say in its board, by a seat or a right to vote?"),
    )
    financial: Answer = judged(
        N_("Financial interest"),
        N_(
            "Do you lose money that you put in when it goes bankrupt, or do you pay when it cannot "
            "meet its obligations?"
        ),
    )
    knows: Text = told(N_("What they know"), N_("What this partner knows that you do not."))


class PartnerTheme(Row):
    """What you do with a partner on a theme, and what would be wanted."""

    SHEET = N_("Partners and themes")
    ABOUT = N_(
        "For each partner and theme: how much it concerns them, how you work together now, how you "
        "want to, and who keeps in touch."
    )
    KEY = ("partner", "theme")

    partner: Id = column(_PARTNER, _WHICH, refers="partners")
    theme: Id = column(N_("Theme"), N_("Which theme it is about."), refers="themes")
    department: Text = told(N_("Department"), N_("Through which department the contact runs."))
    relevance: Whole | None = scale(
        N_("Relevance"), N_("How much the theme concerns them, from 0 (not) to 3 (much)."), 0, 3
    )
    level: Whole | None = scale(
        N_("Level now"),
        N_(
            "How you work together now: 0 not, 1 you tell them, 2 you ask their view, 3 you make "
            "it together, 4 you decide together."
        ),
        0,
        4,
    )
    wish: Whole | None = scale(
        N_("Level wanted"), N_("How you want to work together, on the same scale."), 0, 4
    )
    owner: Text = told(N_("Owner"), N_("Who keeps in touch; a role, not a name."))
    last_contact: Day | None = column(
        N_("Last contact"), N_("The day of the last contact about this."), default=None
    )
    rhythm: Whole | None = column(
        N_("Rhythm"),
        N_("Within how many days you agreed to speak each other again."),
        default=None,
        low=1,
        high=3650,
        unit=N_("days"),
    )
    phase: Whole | None = scale(
        N_("First asked"),
        N_(
            "When they were first asked: 1 the question was still open, 2 ways were explored, 3 "
            "the plan was being written, 4 the plan was ready, 5 it was decided."
        ),
        1,
        5,
    )


class Cooperation(Row):
    """How both sides see one condition of their working together."""

    SHEET = N_("Cooperation")
    ABOUT = N_(
        "How you and a partner see your working together, on five conditions, each from both sides."
    )
    KEY = ("partner", "condition")

    partner: Id = column(_PARTNER, _WHICH, refers="partners")
    condition: Condition = column(N_("Condition"), N_("What it is about."))
    ours: Whole | None = scale(N_("Our score"), N_("From 1 (poor) to 5 (good), by us."), 1, 5)
    theirs: Whole | None = scale(N_("Their score"), N_("From 1 (poor) to 5 (good), by them."), 1, 5)
    our_well: Text = told(N_("We say: goes well"), N_("What goes well, in our words."))
    our_wish: Text = told(
        N_("We say: differently"), N_("What we would want differently, in our words.")
    )
    their_well: Text = told(N_("They say: goes well"), N_("What goes well, in their words."))
    their_wish: Text = told(
        N_("They say: differently"), N_("What they would want differently, in their words.")
    )
