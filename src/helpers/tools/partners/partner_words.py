"""What the matrix of partners says: white spots, who was not asked, and the rule for a partner."""

import math
from collections.abc import Mapping, Sequence

import pandas as pd

from helpers.analysis.partners.cooperation import relation_kind
from helpers.dossier.partners import Partner
from helpers.dossier.words import Answer
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import listed
from helpers.tools.partners.partner_rows import Found

Line = dict[str, str]
_MOST, _THEMES = 4, 8
_YES = {Answer.YES: True, Answer.NO: False, Answer.UNKNOWN: None}

RULE = N_(
    "The rule (BBV): an organisation is a connected party when you have a governing interest and a "
    "financial interest in it. With only one of the two it is not."
)
KINDS = {
    "connected": N_(
        "{name}: both, so a connected party. These are in view already: they stand in the budget "
        "and in the annual accounts."
    ),
    "governing": N_(
        "{name}: a governing interest only, so not a connected party. Look at it as a partner."
    ),
    "financial": N_(
        "{name}: a financial interest only, so not a connected party. Look at it as a partner."
    ),
    "partner": N_(
        "{name}: neither, so not a connected party. It is such partners that are easily missed, "
        "though they may serve many residents."
    ),
    "unknown": N_("{name}: not known yet. Ask who keeps the list of connected parties."),
}
LAWFUL = N_(
    "Thinking along early is for everybody who may be interested. Selling or awarding is done with "
    "criteria that are known beforehand and open to all; ask a lawyer before you promise anything."
)


def overview_lines(found: Found, names: Mapping[str, str]) -> list[Line]:
    """Return what stands out of all partners: where to look first."""
    cells, review = found.cells, found.review
    if review.empty or found.asked.empty:
        return [{"text": _("First write down a theme that you work on, and a partner.")}]
    white, concerned = int(cells["white"].sum()), int(cells["relevant"].sum())
    said = _(
        "Themes concern partners in {total} places. In {white} of them there is a white spot: less "
        "is done together than you want, or nobody was asked."
    )
    lines = [{"text": said.format(total=concerned, white=white), "look": "dv-lead"}]
    flagged = [
        (_("Known around one theme at most, while more concern them: {who}."), "single_theme"),
        (_("All contact through one department: {who}."), "single_department"),
    ]
    for sentence, column in flagged:
        lines += _who(sentence, review.loc[review[column], "partner"], names)
    late, stale = (cells.loc[cells[one], "partner"].drop_duplicates() for one in ("late", "stale"))
    lines += _who(_("Longer ago than was agreed: {who}."), stale, names)
    return [
        *lines,
        *_who(_("First asked when the plan was being written, or later: {who}."), late, names),
    ]


def asked_lines(
    found: Found, theme: str, partners: Sequence[Partner], themes: Mapping[str, str]
) -> list[Line]:
    """Return who knows of what one works on and was not asked; of one theme with what they know."""
    asked, names = found.asked, {one.id: one.name for one in partners}
    if asked.empty or not names:
        return []
    head = {"text": _("Who has a view of this, and was not asked?"), "tag": "h4"}
    if theme:
        missed: set[str] = set(*asked.loc[asked["theme"] == theme, "missed"])
        return [head, *_missed(themes[theme], [one for one in partners if one.id in missed])]
    rows = asked[asked["missed"].map(len) > 0]
    said = _("{theme}: {who}.")
    lines = [
        {"text": said.format(theme=themes[key], who=_named(missed, names))}
        for key, missed in zip(rows["theme"][:_THEMES], rows["missed"][:_THEMES], strict=True)
    ]
    if not lines:
        return [head, {"text": _("On every theme everybody whom it concerns was asked something.")}]
    rest = len(rows) - _THEMES
    if rest > 0:
        more = ngettext("And on {n} theme more.", "And on {n} themes more.", rest)
        lines.append({"text": more.format(n=rest)})
    return [head, *lines]


def relation_lines(partner: Partner) -> list[Line]:
    """Return the rule for a connected party, and what it makes of this partner."""
    kind = relation_kind(_YES[partner.governing], _YES[partner.financial])
    said = _(KINDS[kind]).format(name=partner.name)
    head = {"text": _("Connected party or partner?"), "tag": "h4"}
    return [head, {"text": _(RULE)}, {"text": said}, {"text": _(LAWFUL), "look": "dv-note"}]


def cell_lines(cell: pd.Series, partner: str, theme: str) -> list[Line]:
    """Return what is the matter with one partner on one theme."""
    said = [
        _("{theme} concerns {partner}, and nobody asked them."),
        _("{partner} may do more on {theme} than now. Ask how they would like to work together."),
    ]
    lines = []
    if cell["white"]:
        lines.append(said[0 if not cell["level"] > 0 else 1])
    elif cell["level"] == 1:
        lines.append(_("{partner} is only told about {theme}. That is not working together yet."))
    stale = cell["staleness"]
    if math.isinf(stale):
        lines.append(_("You agreed how often to speak each other, but no contact is noted."))
    elif stale > 1:
        lines.append(_("The last contact is longer ago than you agreed."))
    if cell["late"]:
        lines.append(
            _("They were first asked when the plan was being written or later: a duty afterwards.")
        )
    return [{"text": one.format(partner=partner, theme=theme)} for one in lines]


def _missed(theme: str, missed: list[Partner]) -> list[Line]:
    if not missed:
        said = _("{theme}: everybody whom it concerns was asked something.")
        return [{"text": said.format(theme=theme)}]
    knows = _("{partner} knows: {what}")
    lines = [
        {"text": knows.format(partner=one.name, what=one.knows) if one.knows else one.name}
        for one in missed[:_THEMES]
    ]
    rest = len(missed) - _THEMES
    more = ngettext("And {n} other.", "And {n} others.", rest)
    return [*lines, *([{"text": more.format(n=rest)}] if rest > 0 else [])]


def _who(sentence: str, keys: Sequence[str], names: Mapping[str, str]) -> list[Line]:
    return [{"text": sentence.format(who=_named(list(keys), names))}] if len(keys) else []


def _named(keys: Sequence[str], names: Mapping[str, str]) -> str:
    if len(keys) <= _MOST:
        return listed(names[one] for one in keys)
    rest = len(keys) - _MOST + 1
    others = ngettext("{n} other", "{n} others", rest).format(n=rest)
    return listed([*(names[one] for one in keys[: _MOST - 1]), others])
