"""What the intake says: the questions of the ladder, and each advice with its reasons."""

from collections.abc import Iterable, Sequence

from helpers.analysis.intake.advice import Advice, Kind, Reason
from helpers.analysis.intake.ladder import Missing, State, Step
from helpers.dossier.assignment import Assignment, Part
from helpers.dossier.columns import columns_of
from helpers.dossier.words import WORDS, Rung
from helpers.texts.language import N_, _
from helpers.texts.numbers import listed

Line = dict[str, str]
_SHORT = 90

HEADS = {
    Rung.SITUATION: N_("Let the client tell"),
    Rung.PROBLEM: N_("Which problems are there, in the organisation and in the team?"),
    Rung.CAUSE: N_("Where does that come from?"),
    Rung.TRIED_SOLUTIONS: N_("What has been tried already?"),
    Rung.DESIRED_RESULT: N_("Which result does the client want?"),
}
HINTS = {
    Rung.SITUATION: N_(
        "Ask for the whole story and do not interrupt. Write down what you hear, in the client's "
        "words, also what does not suit you."
    ),
    Rung.TRIED_SOLUTIONS: N_("Has nothing been tried yet? That is an answer too: write it down."),
}
OFFERED = {
    Rung.SITUATION: (N_("Can you tell me how things are going now?"),),
    Rung.PROBLEM: (
        N_("What does the organisation run into?"),
        N_("What does the team run into?"),
    ),
    Rung.CAUSE: (N_("What do you think causes that?"),),
    Rung.TRIED_SOLUTIONS: (N_("What have you tried already?"),),
    Rung.DESIRED_RESULT: (N_("When is it good for you?"),),
}
"""What one can ask on a step on which nothing was heard yet."""

_LEADS = {
    Kind.STOP: N_("Do not carry this out: it is not allowed. Put it to your manager today."),
    Kind.PASS_ON: N_(
        "This work does not belong to you. Let your manager bring it to where it belongs."
    ),
    Kind.DECLINE: N_(
        "Do not accept this as it lies. Put it to your manager or your official client."
    ),
    Kind.REFRAME: N_("Give back another view: this solution does not take the cause away."),
    Kind.WITH_OTHERS: N_("Do it, but not alone."),
    Kind.HAND_OVER: N_(
        "This is a small job for you. Discuss with your manager who can do it. "
        "Does it stay with you, then simply do it well."
    ),
    Kind.DO: N_("Do it."),
}
_RIGHT = N_("The client is right: this solution takes the cause away. Say so too.")
_REASONS = {
    "unlawful": N_("What is not allowed stays so, however much the client insists."),
    "not_yours": N_("Who does the work of another takes away that person's responsibility."),
    "cannot_help": N_(
        "You cannot make this come true. A clear no now prevents a disappointed client later."
    ),
    "does_not_fit": N_("It does not fit you, and it yields too little to make up for that."),
    "whole_picture": N_("You heard the whole picture, and the client confirmed your summaries."),
    "cause_stays": N_("The cause that you heard stays when the solution is there."),
    "too_big": N_("It is too big for you alone. What you cannot deliver, you do not promise."),
    "too_small": N_("It asks less than you can do; somebody else may learn from it."),
    "client_is_right": N_("The solution of the client fits the cause that you heard."),
    "worth_it": N_("It does not fit you well, but it yields much and you like or learn from it."),
    "fits": N_("It fits what you can do."),
    "can_help": N_("You can deliver it, and the client is really helped by it."),
}
_STEPS = {
    Kind.STOP: (
        N_("Tell the client kindly and at once what cannot be done, and why."),
        N_("Have a lawyer of your organisation look at it when you doubt."),
        N_(
            "Does somebody insist after that? Go to your manager's manager or to the confidential "
            "adviser on integrity."
        ),
    ),
    Kind.PASS_ON: (
        N_("Say to the client whose work it is, and that you have it brought there."),
        N_("Pass on what you heard, so that the client does not have to tell it again."),
    ),
    Kind.DECLINE: (
        N_("Name the consequences: {consequences}"),
        N_("Offer what you can do: {alternatives}"),
        N_(
            "Say once, clearly, why you see it otherwise. Loyal contradiction belongs to your work."
        ),
        N_(
            "Is it decided that you do it all the same, then carry it out loyally, as well as "
            "you can, and write down what you said beforehand."
        ),
    ),
    Kind.REFRAME: (
        N_("Use the sentence: I hear that ..., I think there is ..., so you need ..."),
        N_(
            "Does the client choose the own solution all the same? Name the consequences, offer "
            "alternatives, and carry out loyally what is decided."
        ),
    ),
    Kind.WITH_OTHERS: (N_("Say before you begin which part you do not do, and who does it."),),
    Kind.HAND_OVER: (
        N_("A small question can hide a larger one. Does it fit what you heard on the ladder?"),
    ),
    Kind.DO: (N_("Agree what is ready when, and by what the client will notice it."),),
}
_DECLINE_WORDS = N_(
    "I am glad that you came with this. I cannot do this well enough for you, and I would rather "
    "say so now than at the end."
)
_NOT_WRITTEN = N_("(you have not written these down above yet)")


def rung_name(rung: str) -> str:
    """Return a step of the ladder in a word."""
    return _(WORDS[Rung(rung)])


def advice_lines(
    advice: Advice, assignment: Assignment, steps: Sequence[Step], parts: Iterable[Part]
) -> list[Line]:
    """Return the advice with its reasons, and what each rests on, as ``Spoken`` shows it."""
    if advice.kind is Kind.ASK:
        told = _asking(advice, steps)
    else:
        told = [_lead(_(_RIGHT))] if advice.client_is_right else []
        told.append(_lead(_(_LEADS[advice.kind])))
        told += [_reason(one, assignment, steps) for one in advice.reasons]
        told += _parts(parts) if advice.kind is Kind.WITH_OTHERS else []
        told += _what_to_do(advice.kind, assignment)
    return [{"text": _("Advice"), "tag": "h4"}, *told]


def _lead(text: str) -> Line:
    return {"text": text, "look": "dv-lead"}


def _reason(reason: Reason, assignment: Assignment, steps: Sequence[Step]) -> Line:
    rests = _("This rests on: {answers}.").format(
        answers="; ".join(_basis(reason, assignment, steps))
    )
    return {"text": f"{_(_REASONS[reason.why])} {rests}"}


def _basis(reason: Reason, assignment: Assignment, steps: Sequence[Step]) -> list[str]:
    if set(reason.rests_on) == set(Rung):
        return [_("all five steps of the ladder")]
    return [_answer(name, assignment, steps) for name in reason.rests_on]


def _answer(name: str, assignment: Assignment, steps: Sequence[Step]) -> str:
    step = next((one for one in steps if one.rung == name), None)
    if step:
        rows = step.confirmed or step.rows
        return _("{step} “{words}”").format(step=rung_name(name), words=short(rows[0].heard))
    title = _(columns_of(Assignment)[name].meaning)
    return f"{title} {_(WORDS[getattr(assignment, name)])}" if name != "size" else _size(assignment)


def _size(assignment: Assignment) -> str:
    size = _(WORDS[assignment.size]) if assignment.size else ""
    return _("how big it is for you alone: {size}").format(size=size)


def short(text: str) -> str:
    r"""Return the beginning of a text on one line.

    >>> short("Een regel\nen nog een")
    'Een regel en nog een'
    """
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 2].rstrip() + " …"


def _asking(advice: Advice, steps: Sequence[Step]) -> list[Line]:
    """Return what is still to be asked or judged: the first step in full, the rest by name."""
    asked = [one for one in advice.missing if one.state is not State.NOT_JUDGED]
    if not asked:
        return _judging(advice.missing)
    first, *rest = asked
    lead = _("Not yet. First ask further about: {step}.").format(step=rung_name(first.what))
    lines = [_lead(lead), {"text": _first_question(first, steps)}]
    if rest:
        names = listed(rung_name(one.what) for one in rest)
        lines.append({"text": _("After that: {steps}.").format(steps=names)})
    why = _("Who advises before the picture is whole, answers a question that nobody asked.")
    if advice.reasons:
        why = _("You may not be able to do this. Listen first all the same: then your no is heard.")
    return [*lines, {"text": why}]


def _first_question(missing: Missing, steps: Sequence[Step]) -> str:
    if missing.state is State.NOT_HEARD:
        words = _(OFFERED[Rung(missing.what)][0])
        return _("Ask for example: “{words}”").format(words=words)
    step = next(one for one in steps if one.rung == missing.what)
    return _("Give it back and ask whether it is right: “{words}”").format(
        words=_("You said: {heard}. Did I understand that well?").format(
            heard=short(step.told[0].heard).rstrip(".!?")
        )
    )


def _judging(missing: Iterable[Missing]) -> list[Line]:
    columns = columns_of(Assignment)
    lead = _("You heard the client out. Now judge for yourself:")
    return [_lead(lead), *({"text": _(columns[one.what].meaning)} for one in missing)]


def _parts(parts: Iterable[Part]) -> list[Line]:
    """Return each part with who does it; what is not agreed yet is said."""
    named = [part for part in parts if part.part.strip()]
    if not named:
        text = _("Divide the assignment above in parts, and write down who can do each.")
        return [{"text": text, "look": "dv-alert"}]
    return [{"text": _part(part)} for part in named]


def _part(part: Part) -> str:
    if not part.with_whom.strip():
        return _("{part}: nobody yet. Who can do this?").format(part=part.part)
    text = _("{part}: {whom}, agreed.") if part.agreed else _("{part}: {whom}, not agreed yet.")
    return text.format(part=part.part, whom=part.with_whom)


def _what_to_do(kind: Kind, assignment: Assignment) -> list[Line]:
    lines = [{"text": _("What you can do now"), "tag": "h4"}]
    if kind is Kind.DECLINE:
        lines.append(
            {"text": _("Say it kindly and clearly: “{words}”").format(words=_no(assignment))}
        )
    given = {
        "consequences": assignment.consequences or _(_NOT_WRITTEN),
        "alternatives": assignment.alternatives or _(_NOT_WRITTEN),
    }
    steps = [_(step).format(**given) for step in _STEPS[kind]]
    return [*lines, *({"text": f"{n}. {step}"} for n, step in enumerate(steps, start=1))]


def _no(assignment: Assignment) -> str:
    offer = _("What I can do: {alternatives}").format(alternatives=assignment.alternatives)
    return " ".join([_(_DECLINE_WORDS), offer if assignment.alternatives else ""]).strip()
