"""The tables of an assignment and of a conversation to prepare: every column declared once."""

from helpers.dossier.columns import Day, Id, Row, Text, YesNo, column, judged, own_id, told
from helpers.dossier.words import Answer, ReframePart, Rung, Size
from helpers.texts.language import N_

_WHICH = N_("Assignment")
_WHICH_MEANING = N_("The assignment it belongs to.")


class Assignment(Row):
    """What a client asks, as the client asks it, and how you judge it."""

    SHEET = N_("Assignments")
    ABOUT = N_("What a client asks of you, as the client asks it, and how you judge it.")

    id: Id = own_id()
    client: Id = column(
        N_("Client"), N_("Who gives the assignment; a role."), refers="stakeholders"
    )
    given: Text = told(
        N_("Assignment as given"), N_("What the client asks, in the client's words.")
    )
    wanted_by: Day | None = column(
        N_("Wanted by"), N_("The day on which the client wants it done."), default=None
    )
    lawful: Answer = judged(N_("Lawful"), N_("May the government do this?"))
    yours: Answer = judged(N_("Yours to do"), N_("Does this work belong to you or your team?"))
    fits: Answer = judged(N_("Fits you"), N_("Does it fit what you can do?"))
    worth_it: Answer = judged(
        N_("Worth it"),
        N_("If it does not fit: does it yield much, and do you like it or learn from it?"),
    )
    size: Size | None = column(N_("Size"), N_("How big is it for you alone?"), default=None)
    ready_made: Answer = judged(
        N_("Ready-made solution"), N_("Does the client come with a solution already?")
    )
    solution: Text = told(N_("Which solution"), N_("The solution that the client has in mind."))
    solution_helps: Answer = judged(
        N_("Solution helps"), N_("Does that solution take away the cause that you heard?")
    )
    can_help: Answer = judged(
        N_("You can help"),
        N_("Can you deliver this, with others if need be, so that the client is really helped?"),
    )
    consequences: Text = told(
        N_("Consequences"), N_("What happens if it is carried out as it was given.")
    )
    alternatives: Text = told(N_("Alternatives"), N_("What you can offer instead."))


class Heard(Row):
    """What was heard on one step of the ladder of questions."""

    SHEET = N_("Intake")
    ABOUT = N_(
        "What you heard about an assignment, step by step: situation, problems, cause, solutions "
        "tried, results wanted. A step may have more than one row."
    )

    id: Id = own_id()
    assignment: Id = column(_WHICH, _WHICH_MEANING, refers="assignments")
    rung: Rung = column(N_("Step"), N_("What it is about."))
    heard: Text = told(N_("Heard"), N_("What the client said, in the client's words."))
    contact: Id | None = column(
        N_("Contact"), N_("In which conversation it was said."), default=None, refers="contacts"
    )
    source: Text = told(
        N_("Source"), N_("Where it comes from, when it was not said in a conversation above.")
    )
    confirmed: YesNo = column(
        N_("Summary confirmed"),
        N_("Yes when the other said that your summary is right."),
        default=False,
    )
    supports: ReframePart | None = column(
        N_("Supports"), N_("Which part of your other view rests on this."), default=None
    )


class Part(Row):
    """A part of an assignment that is too big for one, and who does it."""

    SHEET = N_("Parts")
    ABOUT = N_("The parts of an assignment that is too big for you alone, and who does them.")

    id: Id = own_id()
    assignment: Id = column(_WHICH, _WHICH_MEANING, refers="assignments")
    part: Text = told(N_("Part"), N_("The part in a few words."))
    with_whom: Text = told(N_("With whom"), N_("Who can do this part; a role, not a name."))
    agreed: YesNo = column(N_("Agreed"), N_("Yes when that was agreed with them."), default=False)


class Reframe(Row):
    """The other view on an assignment, and whether the client is really helped by it."""

    SHEET = N_("Other view")
    ABOUT = N_(
        "Your other view on an assignment: I hear that ..., I think ... is going on, "
        "so you need ... Only when the picture is whole."
    )
    KEY = ("assignment",)

    assignment: Id = column(_WHICH, _WHICH_MEANING, refers="assignments")
    hear: Text = told(N_("I hear that"), N_("What the client told you, in one sentence."))
    going_on: Text = told(N_("I think there is"), N_("What you think is going on."))
    need: Text = told(N_("So you need"), N_("What the client needs then."))
    takes_cause_away: Answer = judged(
        N_("Takes the cause away"), N_("Does it do something about the cause that you heard?")
    )
    gives_result: Answer = judged(
        N_("Gives the result"),
        N_("Does the client get the result that the client asked for itself?"),
    )
    also_by_others: Answer = judged(
        N_("Also by others"), N_("Would you say the same if somebody else were to do it?")
    )
    client_agrees: Answer = judged(
        N_("Client agrees"), N_("Did the client say that this is right?")
    )


class Preparation(Row):
    """What you prepare before one conversation; a card of one page."""

    SHEET = N_("Preparation")
    ABOUT = N_("What you prepare before a conversation; one row a conversation.")

    id: Id = own_id()
    stakeholder: Id = column(N_("Stakeholder"), N_("Whom you call."), refers="stakeholders")
    date: Day | None = column(N_("Date"), N_("The day on which you call."), default=None)
    why_now: Text = told(N_("Why now"), N_("What makes you call now."))
    known: Text = told(N_("What you know"), N_("What you know of their position and interest."))
    unknown: Text = told(N_("What you do not know"), N_("What you still want to understand."))
    first_sentence: Text = told(
        N_("First sentence"), N_("What you say first on the phone; no argument.")
    )
    questions: Text = told(N_("Questions"), N_("What you ask; each question on a line."))
    dilemmas: Text = told(
        N_("Dilemmas"), N_("Which choices make it hard for the government; each on a line.")
    )
    difference: Text = told(
        N_("Where you differ"),
        N_("Where your organisation plainly sees it otherwise, so that you can say so."),
    )
    technique: Text = told(
        N_("Knowledge you need"), N_("What you must know of the technique, so as to follow it.")
    )
