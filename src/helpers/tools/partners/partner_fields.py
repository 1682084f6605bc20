"""The fields of a partner, of a theme and of both together."""

from collections.abc import Callable
from typing import Any

from helpers.dossier.partners import Partner, Theme
from helpers.texts.language import N_, _, ngettext
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, group

_RELEVANCE = (N_("not"), N_("a little"), N_("clearly"), N_("much"))
_LEVELS = (
    N_("not together"),
    N_("we tell them"),
    N_("we ask their view"),
    N_("we make it together"),
    N_("we decide together"),
)
PHASES = (
    N_("when the question was still open"),
    N_("when ways were explored"),
    N_("when the plan was being written"),
    N_("when the plan was ready"),
    N_("when it was decided"),
)
_RHYTHMS = (14, 30, 60, 90, 180, 365)


def cell_fields(tool: SheetTool, partner: str, theme: str) -> list[Item]:
    """Return the fields of a partner and a theme."""

    def cell(name: str) -> Cell:
        return Cell("partner_themes", {"partner": partner, "theme": theme}, name)

    known = tool.value(cell("rhythm"))
    rhythms = sorted({*_RHYTHMS, *([known] if known else [])})
    days = [(str(n), ngettext("{n} day", "{n} days", n).format(n=n)) for n in rhythms]
    levels = _numbered(_LEVELS, 0)
    return [
        tool.choice(
            cell("relevance"), _("How much does it concern them?"), _numbered(_RELEVANCE, 0)
        ),
        tool.choice(cell("level"), _("How do you work together now?"), levels),
        tool.choice(cell("wish"), _("How do you want to work together?"), levels),
        phase_choice(tool, partner, theme, _("When were they first asked?")),
        tool.text(cell("department"), _("Through which department does it run?"), rows=1),
        tool.text(cell("owner"), _("Who keeps in touch? A role, no name."), rows=1),
        tool.date(cell("last_contact"), _("When was the last contact about this?")),
        tool.choice(
            cell("rhythm"),
            _("Within how many days would you speak each other again?"),
            [("", _("not agreed")), *days],
        ),
    ]


def phase_choice(tool: SheetTool, partner: str, theme: str, label: str) -> Item:
    """Return the choice of when a partner was first asked about a theme."""
    cell = Cell("partner_themes", {"partner": partner, "theme": theme}, "phase")
    return tool.choice(cell, label, _numbered(PHASES, 1))


def partner_fields(
    tool: SheetTool,
    partner: Partner | None,
    theme: Theme | None,
    more: Callable[[str, Any], list[Item]],
) -> list[Item]:
    """Return the fields of a partner and those of a theme, each in its own frame.

    ``more`` gives what stands below them, for the table and the row.
    """
    shown = []
    if theme:
        row = {"id": theme.id, "name": theme.name}
        names = [tool.text(Cell("themes", row, name), rows=1) for name in ("name", "question")]
        names += more("themes", theme)
        shown.append(group(f"theme {theme.id}", _("About this theme"), names))
    if partner:
        row = {"id": partner.id, "name": partner.name}
        cells = {name: Cell("partners", row, name) for name in Partner.model_fields}
        fields = [
            tool.text(cells["name"], rows=1),
            tool.text(cells["knows"], _("What does this partner know that you do not?")),
            tool.choice(cells["kind"], _("What sort of organisation is it?")),
            tool.choice(cells["governing"]),
            tool.choice(cells["financial"]),
        ]
        fields += more("partners", partner)
        shown.append(group(f"partner {partner.id}", _("About this partner"), fields))
    return shown


def _numbered(words: tuple[str, ...], first: int) -> Pairs:
    known = [(str(at), f"{at} {_(word)}") for at, word in enumerate(words, start=first)]
    return [("", _("not known yet")), *known]
