"""The choices of what the partner matrix shows."""

from collections.abc import Callable, Sequence
from typing import Any

from helpers.dossier.model import Dossier
from helpers.texts.language import N_, _
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Item, Pairs
from helpers.tools.partners.partner_rows import ONLY, SHAPES, SORTS, Part, View

_ONLY = {
    "": N_("all partners"),
    "white": N_("with a white spot"),
    "single_theme": N_("known around one theme at most"),
    "single_department": N_("contact through one department"),
    "stale": N_("longer ago than was agreed"),
    "late": N_("first asked late"),
}
_SORTS = {
    "table": N_("as they were written down"),
    "name": N_("by name"),
    "white": N_("most white spots first"),
    "stale": N_("contact longest overdue first"),
}

_SHAPES = {
    "matrix": N_("a field of partners by themes"),
    "network": N_("a network of partners, themes and departments"),
}


def look_items(
    tool: SheetTool, dossier: Dossier, looks: View, look: Callable[..., None]
) -> list[Item]:
    """Return the choices of a theme, of partners and of their order; ``look`` takes a change."""

    def pick(name: str, label: str, pairs: Pairs) -> Item:
        now = getattr(looks, name)
        return tool.pick(name, now, label, pairs, lambda value: look(**{name: value}))

    themes = [(one.id, one.name) for one in dossier.themes]
    label = _("Search for a partner")
    return [
        pick("theme", _("What are you working on?"), [("", _("all themes")), *themes]),
        tool.line("search", looks.search, label, "", lambda text: look(search=text)),
        pick("only", _("Which partners?"), [(key, _(_ONLY[key])) for key in ("", *ONLY)]),
        pick("sort", _("In which order?"), [(key, _(_SORTS[key])) for key in SORTS]),
        pick("shape", _("As what?"), [(key, _(_SHAPES[key])) for key in SHAPES]),
    ]


def seen_text(shown: int, total: int, part: Part) -> str:
    """Return how many partners are to be seen, and whether all of those fit in the picture."""
    said = _("{n} of {total} partners are to be seen.").format(n=shown, total=total)
    if len(part.partners) == shown:
        return said
    more = _("The picture holds a part: {n} partners by {themes} themes.")
    return f"{said} {more.format(n=len(part.partners), themes=len(part.themes))}"


def part_choice(
    tool: SheetTool, dossier: Dossier, offered: Sequence[Part], now: int, act: Callable[[Any], None]
) -> list[Item]:
    """Return the choice of a part, when what is to be seen does not fit in one picture."""
    if len(offered) < 2:
        return []
    partners, themes = (
        {one.id: one.name for one in rows} for rows in (dossier.partners, dossier.themes)
    )
    label = _("{first} to {last}, themes {one} to {other}")
    pairs = [
        (
            str(at),
            label.format(
                first=partners[one.partners[0]],
                last=partners[one.partners[-1]],
                one=themes[one.themes[0]],
                other=themes[one.themes[-1]],
            ),
        )
        for at, one in enumerate(offered)
    ]
    return [tool.pick("part", str(now), _("Which part?"), pairs, act)]
