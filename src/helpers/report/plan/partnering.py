"""The partners: where less is done together than one wants, and who was not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.analysis.partners.coverage import not_asked
from helpers.report.document import add_picture, add_table, add_text
from helpers.report.plan.pictures import partner_spots, partners_picture
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import listed

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.report.plan.contents import Contents

MOST_SPOTS = 10
_LEVELS = {
    0: N_("not together"),
    1: N_("we tell them"),
    2: N_("we ask their view"),
    3: N_("we make it together"),
    4: N_("we decide together"),
}


def write_partners(document: Document, contents: Contents) -> bool:
    """Add the field of partners and themes, its white spots, and who was not asked."""
    dossier = contents.dossier
    if not dossier.partners or not dossier.partner_themes:
        return False
    if drawn := partners_picture(dossier):
        add_picture(document, *drawn)
    partners = {one.id: one.name for one in dossier.partners}
    themes = {one.id: one.name for one in dossier.themes}
    white = {(one.row, one.column) for one in partner_spots(dossier) if one.white}
    places = (
        {key: at for at, key in enumerate(partners)},
        {key: at for at, key in enumerate(themes)},
    )
    spots = [
        one
        for one in dossier.partner_themes
        if (places[0][one.partner], places[1][one.theme]) in white
    ]
    _add_spots(document, [(partners[one.partner], themes[one.theme], one) for one in spots])
    missed = not_asked(*map(dossier.table, ("partners", "partner_themes", "themes")))
    for theme, who in zip(missed["theme"], missed["missed"], strict=True):
        if len(who):
            text = _("It concerns them, and they were not asked: {who}.")
            add_text(
                document, text.format(who=listed(partners[one] for one in who)), f"{themes[theme]}:"
            )
    return True


def _add_spots(document: Document, spots: list[tuple[str, str, object]]) -> None:
    if not spots:
        add_text(document, _("There is no white spot: you work together as you want everywhere."))
        return
    rows = [
        (partner, theme, _level(one, "level"), _level(one, "wish"), getattr(one, "owner", ""))
        for partner, theme, one in spots[:MOST_SPOTS]
    ]
    heads = [_("Partner"), _("Theme"), _("Now"), _("Wanted"), _("Who keeps in touch")]
    about = _("White spots: where less is done together than is wanted, or nobody was asked.")
    add_table(document, heads, rows, (2.6, 2.6, 2, 2, 2.2), about)
    more = len(spots) - len(rows)
    if more > 0:
        text = ngettext("And {n} white spot more.", "And {n} white spots more.", more)
        add_text(document, text.format(n=more))


def _level(one: object, name: str) -> str:
    level = getattr(one, name)
    return _("not known yet") if level is None else _(_LEVELS[level])
