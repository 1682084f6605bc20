"""What an answer that was heard changes in a dossier, with its source and the conversation."""

from typing import Any, NamedTuple

from helpers.analysis.next_question.ranking import OPEN
from helpers.analysis.next_question.unknown_states import NO_DEAL, VOTE
from helpers.analysis.stakeholders.review import CONTENT, EFFECT
from helpers.dossier.model import Dossier
from helpers.dossier.words import Answer, SourceKind
from helpers.texts.language import _
from helpers.tools.asking.asked_words import heard_words, no_deal_now, question_text
from helpers.tools.asking.asking import Question
from helpers.tools.asking.question_rows import ASKS
from helpers.tools.route.route_rows import taker


class Told(NamedTuple):
    """What a person filled in: the ``answer`` as the form gives it, and what it rests on.

    ``checked`` is whether the other said that the summary is right; ``who`` (a stakeholder id)
    belongs to the open question, ``weight`` ("" when not known) to an interest.
    """

    answer: str
    source_kind: SourceKind
    source: str = ""
    checked: bool = False
    who: str = ""
    weight: str = ""

    @property
    def certainty(self) -> int:
        """From 1 (an assumption) to 3 (heard, summarised and confirmed)."""
        if self.source_kind is SourceKind.ASSUMPTION:
            return 1
        return 3 if self.checked else 2


def answered(dossier: Dossier, one: Question, told: Told) -> Dossier:
    """Return the dossier with the answer in it, and the conversation when it was one."""
    changed = _changed(dossier, one, told)
    if told.source_kind is not SourceKind.CONVERSATION:
        return changed
    who = one.who.id if one.who else told.who
    said = told.answer
    if one.kind not in (OPEN, CONTENT):
        said = heard_words(dossier, one, _value(dossier, one, told))
    earlier = sorted((row for row in dossier.contacts if row.stakeholder == who), key=_day)
    return changed.add(
        "contacts",
        id=dossier.free_id("contacts", "contact"),
        date=dossier.as_of,
        stakeholder=who,
        asked_by=taker(ASKS[one.asked_by], dossier.body),
        channel=told.source or _("conversation"),
        asked=question_text(dossier, one),
        heard=said,
        confirmed=told.checked,
        convinced=earlier[-1].convinced if earlier else Answer.UNKNOWN,
    )


def _day(row: Any) -> Any:
    return row.date


def _value(dossier: Dossier, one: Question, told: Told) -> Any:
    """Return the answer as the dossier holds it."""
    if one.kind == VOTE:
        return told.answer
    return int(told.answer) + (no_deal_now(dossier, one) if one.kind == NO_DEAL else 0)


def _changed(dossier: Dossier, one: Question, told: Told) -> Dossier:
    who = one.who.id if one.who else told.who
    rests = {"certainty": told.certainty, "source_kind": told.source_kind}
    rests |= {"source": told.source, "date": dossier.as_of}
    if one.kind == VOTE:
        named = {f"vote_{name}": value for name, value in rests.items()}
        return dossier.change("stakeholders", who, judged_vote=told.answer, **named)
    if one.kind == EFFECT:
        place = (one.option, one.interest)
        return dossier.change("effects", place, effect=_value(dossier, one, told), **rests)
    if one.kind == NO_DEAL:
        return _with_no_deal(dossier, who, no_deal=_value(dossier, one, told), **rests)
    heavy = {} if not told.weight else {"weight": int(told.weight)}
    if one.kind == OPEN:
        key = dossier.free_id("interests", who)
        return dossier.add(
            "interests", id=key, stakeholder=who, interest=told.answer, **heavy, **rests
        )
    if one.kind == CONTENT:
        changes: dict[str, Any] = {"interest": told.answer, **heavy}
    else:
        changes = {"weight": int(told.answer)}
    kept = _as_sure_as_before(dossier, one.interest)
    return kept.change("interests", one.interest, **changes, **rests, review_by=None)


def _with_no_deal(dossier: Dossier, who: str, **values: Any) -> Dossier:
    if any(row.stakeholder == who for row in dossier.thresholds):
        return dossier.change("thresholds", who, **values)
    return dossier.add("thresholds", stakeholder=who, **values)


def _as_sure_as_before(dossier: Dossier, interest: str) -> Dossier:
    """Return the dossier in which the effects on an interest keep the certainty that they have.

    What was not asked does not become surer because the interest does.
    """
    sure = next(row.certainty for row in dossier.interests if row.id == interest)
    for row in dossier.effects:
        if row.interest == interest and row.certainty is None:
            dossier = dossier.change("effects", row.key, certainty=sure)
    return dossier
