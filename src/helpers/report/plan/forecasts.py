"""How party groups may vote and who is convinced: only in a plan when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.analysis.route import convinced_now
from helpers.dossier.words import WORDS, Answer, Kind, Vote
from helpers.report.document import add_table, add_text
from helpers.texts.language import N_, _
from helpers.texts.numbers import day

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.dossier.tables import Stakeholder
    from helpers.report.plan.contents import Contents

WHY_OUT = N_(
    "A forecast about party groups can be asked for (Woo) and does not belong in an official "
    "paper. A word on who is convinced is about people."
)
_WARNING = N_(
    "Mind: this document says how party groups may vote and who is convinced. It is a working "
    "paper, no official paper. Do not send it on and do not put it with the papers for the council."
)
_SURE = {3: N_("sure"), 2: N_("fairly sure"), 1: N_("a guess")}


def add_warning(document: Document, contents: Contents) -> None:
    """Add at the top that forecasts stand in it, why they mostly do not, and why they do now."""
    from docx.shared import RGBColor

    warning = document.add_paragraph(style="Intense Quote")
    run = warning.add_run(_(_WARNING))
    run.font.color.rgb = RGBColor(0x8B, 0x1A, 0x00)
    add_text(document, _(WHY_OUT))
    if contents.reason.strip():
        add_text(document, contents.reason.strip(), _("Why they do stand in it now:"))


def write_forecasts(document: Document, contents: Contents) -> bool:
    """Add the judged votes with what they rest on, the chance, and who is convinced."""
    dossier, names = contents.dossier, contents.names
    votes = [one for one in dossier.stakeholders if one.kind is Kind.FRACTIE or one.judged_vote]
    heard = convinced_now(dossier.table("contacts"), dossier.as_of)
    if not votes and heard.empty:
        return False
    if votes:
        heads = [_("Party group"), _("Seats"), _("Judged vote"), _("How sure"), _("Source")]
        about = _("How each party group may vote, and what that rests on.")
        add_table(document, heads, [_vote(one) for one in votes], (3, 1, 2.4, 1.6, 4), about)
    for sentence in contents.chance:
        add_text(document, sentence)
    if len(heard):
        heads = [_("Who"), _("Last conversation"), _("Convinced")]
        rows = [
            (names[key], day(when.date()), _(WORDS[Answer(str(said))]))
            for key, when, said in heard[["stakeholder", "date", "convinced"]].to_numpy().tolist()
        ]
        add_text(document, _("Who is convinced of the paper, by the last conversation:"))
        add_table(document, heads, rows, (4, 3, 3), _("Who is convinced of the paper."))
    return True


def _vote(one: Stakeholder) -> tuple[str, ...]:
    sure = _(_SURE[one.vote_certainty]) if one.vote_certainty else ""
    when = day(one.vote_date) if one.vote_date else ""
    source = ", ".join(part for part in (one.vote_source, when) if part)
    vote = _(WORDS[one.judged_vote or Vote.UNKNOWN])
    return one.name, str(one.seats or ""), vote, sure, source or _("not written down")
