"""How party groups may vote and who is convinced: only in a plan when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from helpers.analysis.route import convinced_now
from helpers.dossier.body_words import roles
from helpers.dossier.words import WORDS, Answer, Kind, Vote
from helpers.report.document import add_table, add_text
from helpers.report.plan.contents import sureness
from helpers.texts.language import N_, _
from helpers.texts.numbers import day

if TYPE_CHECKING:
    from docx.document import Document
    from pandas import DataFrame

    from helpers.dossier.tables import Stakeholder
    from helpers.report.plan.contents import Contents

WHY_OUT = N_(
    "A forecast about party groups can be asked for (Woo) and does not belong in an official "
    "paper. A word on who is convinced is about people."
)
_WARNING = N_(
    "Mind: this document says how party groups may vote and who is convinced. It is a working "
    "paper, no official paper. Do not send it on and do not put it with the papers for {council}."
)


def add_warning(document: Document, contents: Contents) -> None:
    """Add at the top that forecasts stand in it, why they mostly do not, and why they do now."""
    from docx.shared import RGBColor

    warning = document.add_paragraph(style="Intense Quote")
    run = warning.add_run(_(_WARNING).format(**roles(contents.dossier.body)))
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
        add_table(document, heads, [_vote(one) for one in votes], (3, 1.2, 2.4, 1.6, 3.8), about)
    for sentence in contents.chance:
        add_text(document, sentence)
    if len(heard):
        said = _("Who is convinced of the paper, by the last conversation:")
        add_text(document, said).paragraph_format.keep_with_next = True
        about = _("Who is convinced of the paper.")
        rows = _convinced(heard, names)
        heads = [_("Convinced"), _("Who, and on which day they were last spoken to")]
        add_table(document, heads, rows, (1.6, 10), about)
    return True


def _convinced(heard: DataFrame, names: dict[str, str]) -> list[tuple[str, str]]:
    """Return for each answer who gave it last, with the day; an answer nobody gave is left out."""
    found: dict[Answer, list[str]] = {answer: [] for answer in Answer}
    for key, when, said in heard[["stakeholder", "date", "convinced"]].to_numpy().tolist():
        found[Answer(str(said))].append(f"{names[key]} ({day(when.date())})")
    return [(_(WORDS[answer]), "; ".join(who)) for answer, who in found.items() if who]


def _vote(one: Stakeholder) -> tuple[str, ...]:
    when = day(one.vote_date) if one.vote_date else ""
    source = ", ".join(part for part in (one.vote_source, when) if part)
    vote = _(WORDS[one.judged_vote or Vote.UNKNOWN])
    rests = source or _("not written down")
    return one.name, str(one.seats or ""), vote, sureness(one.vote_certainty), rests
