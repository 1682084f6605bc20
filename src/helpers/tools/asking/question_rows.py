"""How a question to ask next stands in a list, and the form for its answer."""

from typing import Any

from helpers.analysis.next_question.ranking import ALDERMAN, OPEN, REGISTRY, TOGETHER, YOU
from helpers.analysis.next_question.unknown_states import NO_DEAL, VOTE
from helpers.analysis.stakeholders.review import CONTENT, EFFECT
from helpers.dossier.body_words import roles
from helpers.dossier.model import Dossier
from helpers.dossier.tables import Stakeholder
from helpers.dossier.words import WORDS, Body, SourceKind, Vote
from helpers.texts.language import N_, _
from helpers.tools.asking.asked_words import EFFECTS, LEAST, question_text, why
from helpers.tools.asking.asking import ALWAYS, CHANGES, SURE, UNKNOWN, Asking, Question
from helpers.tools.controls.rows import options
from helpers.tools.route.route_rows import taker
from helpers.tools.stakeholders.interest_rows import WEIGHTS
from helpers.training.working_copy import Taker

ASKS = {
    ALDERMAN: Taker.ALDERMAN,
    TOGETHER: Taker.TOGETHER,
    REGISTRY: Taker.REGISTRY,
    YOU: Taker.YOU,
}
GROUPS = {
    ALWAYS: N_("Always ask this"),
    CHANGES: N_("The answer may change what you propose"),
    UNKNOWN: N_("You do not know this yet"),
    SURE: N_("You think you know this; check it when you speak to them anyway"),
}
FIELDS = ("who", "answer", "weight", "source_kind", "source", "checked")
MOST_SURE = 10
"""So many of the questions about what is known already are shown."""


def groups(dossier: Dossier, found: Asking) -> list[dict[str, Any]]:
    """Return the questions as groups of :class:`~helpers.tools.controls.rows.EntryList`."""
    ranked = list(enumerate(found.questions, 1))
    rows = []
    for group, label in GROUPS.items():
        held = [(n, one) for n, one in ranked if one.group == group]
        shown = held[:MOST_SURE] if group == SURE else held
        note = ""
        if len(shown) < len(held):
            note = _("the first {n} of {all}").format(n=len(shown), all=len(held))
        entries = [entry(dossier, found, one, n) for n, one in shown]
        row = {"id": group, "label": _(label), "note": note, "marks": [], "open": group != SURE}
        if entries:
            rows.append({**row, "entries": entries})
    return rows


def entry(dossier: Dossier, found: Asking, one: Question, number: int) -> dict[str, Any]:
    """Return a question as an entry of :class:`~helpers.tools.controls.rows.EntryList`."""
    asked = question_text(dossier, one)
    lines = [{"text": text} for text in [whom(one, dossier.body), *why(dossier, found.best, one)]]
    return {
        "id": one.key,
        "name": f"{one.who.name}: {asked}" if one.who else asked,
        "title": f"{number}. {asked}",
        "lines": lines,
        "marks": [],
        "steps": [],
        "fields": fields(dossier, one),
        "values": {"source_kind": _kinds(one)[0].value, "checked": "no"},
    }


def whom(one: Question, body: Body) -> str:
    """Return in sentences whom to ask, who asks, and through whom it runs."""
    if one.who is None:
        asked = _("Ask it your {alderman}, a colleague, and everyone you speak to.")
        return asked.format(**roles(body))
    text = _("To: {who}. Who asks: {asker}.")
    told = [text.format(who=one.who.name, asker=taker(ASKS[one.asked_by], body))]
    if alone(one.who):
        told.append(_("This is one person: write down only what was said in public."))
    elif one.who.seats:
        told.append(_("The {registry} knows of the conversation.").format(**roles(body)))
    return " ".join(told)


def alone(who: Stakeholder | None) -> bool:
    """Tell whether it is a party group of one person."""
    return who is not None and who.seats == 1


def _kinds(one: Question) -> list[SourceKind]:
    return [SourceKind.DOCUMENT] if alone(one.who) else list(SourceKind)


def fields(dossier: Dossier, one: Question | None) -> list[dict[str, Any]]:
    """Return the fields for the answer; without a question what every form has."""
    kinds = list(SourceKind) if one is None else _kinds(one)
    checked = [("no", _("not yet")), ("yes", _("yes, they said that it is right"))]
    common = [
        _choice("source_kind", _("What does this rest on?"), *((k, _(WORDS[k])) for k in kinds)),
        {"id": "source", "kind": "line", "label": _("Which conversation or document?")},
        _choice("checked", _("Did you summarise it, and did they confirm that?"), *checked),
    ]
    return [*(_answer_fields(dossier, one) if one else []), *common]


def _answer_fields(dossier: Dossier, one: Question) -> list[dict[str, Any]]:
    name = one.who.name if one.who else ""
    first = ("", _("Choose an answer"))
    if one.kind == OPEN:
        people = [(row.id, row.name) for row in dossier.stakeholders]
        label = _("What did you not know yet? Whose interest is it?")
        return [
            _choice("who", label, ("", _("Choose who it is")), *people),
            _area(_("The interest")),
        ]
    if one.kind == CONTENT:
        not_known = ("", _("not known yet"))
        heavy = _choice("weight", _("How heavily does it weigh?"), not_known, *_said(WEIGHTS))
        return [_area(_("What is behind it? Write down the interest.")), heavy]
    if one.kind == VOTE:
        label = _("How do you judge the vote of {who} now?").format(who=name)
        votes = [(word.value, _(WORDS[word])) for word in Vote if word is not Vote.UNKNOWN]
        return [_choice("answer", label, first, *votes)]
    if one.kind == EFFECT:
        return [_choice("answer", _("What did you hear?"), first, *_said(EFFECTS))]
    if one.kind == NO_DEAL:
        label = _("How much must be in it for {who} to agree?").format(who=name)
        return [_choice("answer", label, first, *_said(LEAST))]
    label = _("How heavily does it weigh?")
    return [_choice("answer", label, first, *_said(WEIGHTS))]


def _said(words: dict[int, str]) -> list[tuple[int, str]]:
    return [(number, _(text)) for number, text in words.items()]


def _choice(key: str, label: str, *pairs: tuple[Any, str]) -> dict[str, Any]:
    return {"id": key, "kind": "choice", "label": label, "options": options(*pairs)}


def _area(label: str) -> dict[str, Any]:
    return {"id": "answer", "kind": "area", "label": label}
