"""What the card for a conversation says: its questions, and what to look at again."""

from collections.abc import Iterable

from helpers.analysis.intake.preparation import FIELDS, Finding, Remark, lines_of
from helpers.dossier.assignment import Preparation
from helpers.texts.language import N_, _
from helpers.texts.numbers import day, listed
from helpers.tools.clients.intake_words import short
from helpers.tools.forms.sheet_items import ROOM

Line = dict[str, str]

LABELS = {
    "why_now": N_("Why do you call now?"),
    "known": N_("What do you know of their view?"),
    "unknown": N_("What do you not know yet?"),
    "first_sentence": N_("Your first sentence on the phone"),
    "questions": N_("Your questions"),
    "dilemmas": N_("The dilemmas that you will explain"),
    "difference": N_("Where your organisation plainly sees it otherwise"),
    "technique": N_("What you must know of the technique"),
}
HINTS = {
    "known": N_("Of the policy and of the technique. What they say, and what may be behind it."),
    "first_sentence": N_("Who you are and what you want to hear. No argument yet."),
    "questions": N_("Each question on a line. Ask first; explain later."),
    "dilemmas": N_("Between which good things must the government choose? Each on a line."),
    "difference": N_("Say this honestly, once the other was heard."),
    "technique": N_("Enough to follow it and not to be overawed. You need not be an expert."),
}
_REMARKS = {
    Remark.ARGUES: N_(
        "Your first sentence sounds like an argument: {words}. "
        "Say who you are and what you would like to hear."
    ),
    Remark.LEADS: N_("“{line}” steers: {words}. Ask it so that every answer can come."),
    Remark.NO_QUESTION: N_("“{line}” is not a question. What do you want to know?"),
    Remark.TWO_AT_ONCE: N_("“{line}” asks two things at once. Give each its own line."),
    Remark.NOT_SURE: N_(
        "Whether “{line}” is a question, is not sure. Can you say it as you would ask it?"
    ),
}
_MISSING = {
    "dilemmas": N_(
        "Not one dilemma is there yet. Between which good things must the government choose?"
    ),
    "difference": N_(
        "Nowhere is said where your organisation sees it otherwise. The other may count on that."
    ),
}


def check_lines(found: Iterable[Finding], warning: str = "") -> list[Line]:
    """Return what to look at again: what was written first, then what is not there yet.

    A ``warning`` about whom is called comes before all.
    """
    findings = list(found)
    lines = [{"text": _("What to look at again"), "tag": "h4"}]
    if warning:
        lines.append({"text": warning, "look": "dv-alert"})
    if not findings and not warning:
        ready = _("Your card is ready. Put it beside the phone, and listen more than you read.")
        return [*lines, {"text": ready, "look": "dv-lead"}]
    lines += [{"text": _remark(one), "look": "dv-alert"} for one in findings if one.line]
    empty = [one.column for one in findings if one.remark is Remark.EMPTY]
    lines += [{"text": _(_MISSING[column])} for column in empty if column in _MISSING]
    open_ = [_(LABELS[column]) for column in FIELDS if column in empty and column not in _MISSING]
    if open_:
        text = _("Not filled in yet: {fields}.")
        lines.append({"text": text.format(fields=listed(f'"{one}"' for one in open_))})
    return lines


def _remark(one: Finding) -> str:
    words = ", ".join(f'"{word}"' for word in one.words)
    return _(_REMARKS[one.remark]).format(line=short(one.line), words=words)


def card_page(card: Preparation, title: str) -> list[tuple[str, str]]:
    """Return the card on paper, as pairs of a tag and its text, with room where nothing stands.

    >>> page = card_page(Preparation(id="een", stakeholder="wijk", questions="Hoe?"), "De wijk")
    >>> page[0], ("li", "Hoe?") in page
    (('h1', 'De wijk'), True)
    """
    blocks = [("h1", title), ("p", day(card.date) if card.date else "")]
    for name in FIELDS:
        lines = lines_of(getattr(card, name)) or (ROOM,)
        tag = "li" if len(lines) > 1 or name == "questions" else "p"
        blocks += [("h2", _(LABELS[name])), *((tag, line) for line in lines)]
    return [(tag, text) for tag, text in blocks if text]
