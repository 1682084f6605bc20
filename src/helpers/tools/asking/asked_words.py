"""How a question to ask next reads: the question, why it matters, and what its answer changed."""

from math import isnan
from typing import Any

from helpers.analysis.next_question.ranking import OPEN
from helpers.analysis.next_question.unknown_states import NO_DEAL, VOTE
from helpers.analysis.stakeholders.review import CONTENT, EFFECT, WEIGHT
from helpers.dossier.body_words import roles
from helpers.dossier.model import Dossier
from helpers.dossier.words import WORDS, Vote
from helpers.texts.language import N_, _
from helpers.texts.numbers import between, listed
from helpers.tools.asking.asking import Asking, Heard, Question
from helpers.tools.missing import missing
from helpers.tools.stakeholders.interest_rows import WEIGHTS
from helpers.tools.votes.standing import Lines, Standing

EFFECTS = {
    3: N_("gets much better for them"),
    2: N_("gets better for them"),
    1: N_("gets a little better for them"),
    0: N_("makes no difference for them"),
    -1: N_("gets a little worse for them"),
    -2: N_("gets worse for them"),
    -3: N_("gets much worse for them"),
}
LEAST = {
    -2: N_("clearly less than you thought"),
    -1: N_("a little less than you thought"),
    0: N_("about as much as you thought"),
    1: N_("a little more than you thought"),
    2: N_("clearly more than you thought"),
}
"""How much must be in it at least, against what stands in the dossier, by value points."""


def question_text(dossier: Dossier, one: Question) -> str:
    """Return the question as one would say it."""
    interest = next((row for row in dossier.interests if row.id == one.interest), None)
    options = {row.id: row for row in dossier.options}
    if one.kind == VOTE:
        return _("How does your party group look at the proposal as it lies?")
    if one.kind == NO_DEAL:
        return _(
            "Suppose no agreement is reached and all stays as it is. What happens to you then?"
        )
    if interest is None:
        return _("What do I overlook?")
    if one.kind == CONTENT and not interest.position.strip():
        return _("What matters to you in this, and why?")
    if one.kind == CONTENT:
        return _("You say: “{position}” What makes this matter to you?").format(
            position=interest.position
        )
    if one.kind == WEIGHT:
        text = _("How much does this matter to you, beside all else: “{interest}”?")
        return text.format(interest=interest.interest or interest.position)
    issues = {row.id: row.name for row in dossier.issues}
    option = options[one.option]
    text = _("Suppose it becomes “{option}” ({issue}). What does that mean for “{interest}”?")
    return text.format(
        option=option.name,
        issue=issues[option.issue].lower(),
        interest=interest.interest or interest.position,
    )


def heard_words(dossier: Dossier, one: Question, answer: Heard) -> str:
    """Return an answer in words: a word of a vote, a weight, an effect or a value of no deal."""
    if one.kind == VOTE:
        return _(WORDS[Vote(str(answer))])
    if one.kind == EFFECT:
        return _(EFFECTS[round(float(answer))])
    if one.kind == NO_DEAL:
        more = round(float(answer) - no_deal_now(dossier, one))
        return _(LEAST[min(max(more, min(LEAST)), max(LEAST))])
    return _(WEIGHTS[min(max(round(float(answer)), 0), max(WEIGHTS))])


def no_deal_now(dossier: Dossier, one: Question) -> float:
    """Return the value of no deal that stands in the dossier; 0 when there is none."""
    who = one.who.id if one.who else ""
    return next((row.no_deal for row in dossier.thresholds if row.stakeholder == who), 0.0)


def why(dossier: Dossier, best: tuple[str, ...], one: Question) -> list[str]:
    """Return in sentences why the answer matters: what it would change."""
    if one.kind == OPEN:
        return [_("The list below only holds questions about what is already in your dossier.")]
    told = []
    for package, answers in one.then:
        said = listed(_quoted(heard_words(dossier, one, answer)) for answer in answers)
        text = _("If you hear {answers}, it is better to choose: {changes}.")
        told.append(text.format(answers=said, changes=differences(dossier, best, package)))
    veto = one.who and one.who.id in {row.stakeholder for row in dossier.thresholds if row.veto}
    if veto and one.who and not one.who.seats:
        text = _("Without {who} nothing happens, also when {council} wants it.")
        told.insert(0, text.format(who=one.who.name, **roles(dossier.body)))
    return told if one.then else [*told, _moved(one)]


def _moved(one: Question) -> str:
    if one.kind == CONTENT:
        return _("You know what they ask, but not yet what they want to keep safe or gain by it.")
    if isnan(one.moves):
        return _(
            "It does not change the vote. It does tell you whether there is enough in it for them."
        )
    if one.moves >= 0.1:
        return _(
            "It does not change what you can best propose. It does change the chance, and much."
        )
    if one.moves >= 0.02:
        return _(
            "It does not change what you can best propose. It does change the chance a little."
        )
    return _("It hardly changes anything now; ask it when you speak to them anyway.")


def _quoted(words: str) -> str:
    return _("“{words}”").format(words=words)


def differences(dossier: Dossier, first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """Return in words what ``second`` chooses otherwise than ``first`` (packages)."""
    issues = {row.id: row.name for row in dossier.issues}
    other = [row for row in dossier.options if row.id in set(second) - set(first)]
    return listed(f"{issues[row.issue].lower()} {_quoted(row.name)}" for row in other)


def advice(dossier: Dossier, best: tuple[str, ...]) -> str:
    """Return in a sentence what is best to propose as it looks now."""
    if set(best) == set(dossier.proposal):
        return _("As it looks now, it is best to leave the proposal as it is.")
    text = _("As it looks now, it is best to change the proposal to: {changes}.")
    return text.format(changes=differences(dossier, dossier.proposal, best))


def standing_lines(
    dossier: Dossier, found: Asking, stand: Standing | None, told: str = ""
) -> Lines:
    """Return the sentences above the list: how it stands now and what is best to propose.

    ``told`` is what the last answer changed; it takes the place of the chance.
    """
    lines: Lines = [{"text": told, "look": "dv-lead"}] if told else []
    if stand is None:
        text = _(
            "This dossier has no party groups with seats, or no proposal. So nothing can be said "
            "about a majority here. You can still ask what you do not know yet."
        )
        lines.append({"text": text})
    else:
        lines += [{"text": tried(stand)}] if told else [_chance(stand)]
        lines.append({"text": advice(dossier, found.best)})
        text = _(
            "That weighs the chance of a majority against how much you change. "
            "How much each change counts is an example, not a fact. "
            "What goes into the proposal, the board decides."
        )
        lines.append({"text": text, "look": "dv-note", "quiet": True})
    if lacks := missing(dossier, "people") or missing(dossier, "interests"):
        lines += [{"text": text} for text in lacks]
    elif len(found.questions) == 1:
        text = _("All that is in this dossier, you know for sure. One question always remains.")
        lines.append({"text": text})
    return lines


def _chance(stand: Standing) -> dict[str, Any]:
    text = _("The chance of a majority is {chance}.")
    chance = text.format(chance=between(stand.band.low, stand.band.high))
    return {"text": f"{tried(stand)} {chance}", "look": "dv-lead"}


def tried(stand: Standing) -> str:
    """Return in a sentence which package the chance belongs to."""
    if stand.changed:
        return _("You change the proposal on: {issues}.").format(issues=listed(stand.changed))
    return _("This is the proposal as it lies.")


def changed(before: tuple[Standing | None, Asking], after: tuple[Standing | None, Asking]) -> str:
    """Return in sentences what an answer changed: the chance, and what is best to propose."""
    told = [_("Written down.")]
    if before[0] and after[0]:
        was, now = (between(one.band.low, one.band.high) for one in (before[0], after[0]))
        text = _("The chance of a majority stays {now}.")
        if was != now:
            text = _("The chance of a majority is now {now}; it was {was}.")
        told.append(text.format(now=now, was=was))
    if before[1].best != after[1].best:
        told.append(_("Something else is now better to propose."))
    return " ".join(told)
