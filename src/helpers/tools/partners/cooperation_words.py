"""What follows from two views on working together: an agenda, and whether one asks early enough."""

from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.analysis.partners.coverage import ACTIVE, EARLY
from helpers.dossier.partners import Cooperation, PartnerTheme
from helpers.dossier.words import WORDS, Condition
from helpers.pictures.cooperation import score_text
from helpers.texts.language import N_, _
from helpers.tools.partners.partner_fields import PHASES

Line = dict[str, str]
QUESTIONS = {
    Condition.AMBITION: N_("What do we want to reach together, that neither reaches alone?"),
    Condition.INTERESTS: N_("What is at stake for you in this, and what is for us?"),
    Condition.RELATION: N_("When did you feel heard by us, and when not?"),
    Condition.ORGANISATION: N_("Who decides what, with you and with us, and is that clear?"),
    Condition.PROCESS: N_("When do you want to be asked, and what should happen with your answer?"),
}
_WHY = {
    "not_known": N_(
        "{n}. {condition}: not filled in from both sides yet. Ask, and do not fill it in for them."
    ),
    "differ": N_(
        "{n}. {condition}: we say {ours}, they say {theirs}. Ask what lies behind the difference."
    ),
    "low": N_("{n}. {condition}: together you give this a low score (we {ours}, they {theirs})."),
}


def condition_name(condition: Condition) -> str:
    """Return what a condition is called, at the beginning of a line.

    >>> condition_name(Condition.RELATION)
    'Hoe jullie met elkaar omgaan'
    """
    name = _(WORDS[condition])
    return name[:1].upper() + name[1:]


def agenda_lines(compared: pd.DataFrame, rows: Mapping[str, Cooperation]) -> list[Line]:
    """Return what to talk about, in that order; it begins with what goes well."""
    head = {"text": _("What you can talk about"), "tag": "h4"}
    lines = [head, *_well(compared, rows)]
    said = compared[compared["why"] != "well"]
    table = said[["condition", "ours", "theirs", "why"]].to_numpy().tolist()
    for at, (key, ours, theirs, why) in enumerate(table, start=1):
        lines += _point(at, key, ours, theirs, why, rows)
    last = _("Ask at the end: how would you like to go on together, and who does what?")
    return [*lines, {"text": last}]


def early_line(row: PartnerTheme, theme: str) -> str:
    """Return whether a partner was asked at the start or afterwards, and whether it may work along.

    ``theme`` is its name.
    """
    if row.phase is None and not row.level:
        return _("{theme}: not asked yet. So you can still do that at the start.").format(
            theme=theme
        )
    if row.phase is None:
        return _("{theme}: not known when they were first asked.").format(theme=theme)
    when = _(PHASES[row.phase - 1])
    if row.phase > EARLY:
        said = _(
            "{theme}: first asked {when}. That is afterwards: the question itself can no longer "
            "change. Agree when you ask them next time."
        )
    elif (row.level or 0) < ACTIVE:
        said = _(
            "{theme}: first asked {when}. That is early, but they are told and not asked: only "
            "being told makes people leave."
        )
    else:
        said = _("{theme}: first asked {when}. That is at the start.")
    return said.format(theme=theme, when=when)


def _point(
    at: int, key: str, ours: float, theirs: float, why: str, rows: Mapping[str, Cooperation]
) -> list[Line]:
    condition = Condition(key)
    scores = [None if pd.isna(one) else one for one in (ours, theirs)]
    said = _(_WHY[why]).format(
        n=at,
        condition=condition_name(condition),
        ours=score_text(scores[0]),
        theirs=score_text(scores[1]),
    )
    asked = _("Question: {question}").format(question=_(QUESTIONS[condition]))
    row = rows.get(key)
    wishes = _wishes(row) if row else []
    return [{"text": said, "look": "dv-lead"}, *({"text": text} for text in (asked, *wishes))]


def _wishes(row: Cooperation) -> list[str]:
    pairs = [(_('They want differently: "{text}"'), row.their_wish),
             (_('We want differently: "{text}"'), row.our_wish)]  # fmt: skip
    return [said.format(text=text.strip()) for said, text in pairs if text.strip()]


def _well(compared: pd.DataFrame, rows: Mapping[str, Cooperation]) -> list[Line]:
    told: Sequence[str] = [
        said.format(text=text.strip())
        for key in compared["condition"]
        if (row := rows.get(key))
        for said, text in (
            (_('They say that this goes well: "{text}"'), row.their_well),
            (_('We say that this goes well: "{text}"'), row.our_well),
        )
        if text.strip()
    ]
    if not told:
        return [{"text": _("Begin with what goes well. That is still empty.")}]
    return [{"text": text} for text in (_("Begin with what goes well."), *told)]
