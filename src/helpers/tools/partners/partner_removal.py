"""Taking a partner or a theme away, with all that was noted of it: asked first, undone again."""

from collections.abc import Callable
from typing import Any

from helpers.dossier.model import Dossier
from helpers.texts.language import _, ngettext
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Item, grid, told

_TABLES: dict[str, tuple[str, tuple[str, ...]]] = {
    "partners": ("partner", ("partner_themes", "cooperation"))
}
_TABLES |= {"themes": ("theme", ("partner_themes",))}


def noted(dossier: Dossier, table: str, key: str) -> int:
    """Return in how many rows of other tables something is noted of a partner or a theme."""
    column, others = _TABLES[table]
    return sum(getattr(one, column) == key for other in others for one in getattr(dossier, other))


def without(dossier: Dossier, table: str, key: str) -> Dossier:
    """Return a dossier without a partner or a theme and without what was noted of it."""
    column, others = _TABLES[table]
    rows = {table: tuple(one for one in getattr(dossier, table) if one.id != key)}
    for other in others:
        rows[other] = tuple(one for one in getattr(dossier, other) if getattr(one, column) != key)
    return dossier.model_copy(update=rows)


def removal_items(
    tool: SheetTool,
    table: str,
    one: Any,
    asked: str,
    ask: Callable[[str], None],
    remove: Callable[[str, str], None],
) -> list[Item]:
    """Return the button that takes ``one`` away, or the question whether that is meant.

    ``asked`` is what the question is about now, as ``ask`` got it; ``remove`` takes table and id.
    """
    key = f"{table} {one.id}"
    yes, start = f"yes {key}", f"remove {key}"
    if asked != key:
        labels = {"partners": _("Remove this partner"), "themes": _("Remove this theme")}
        return [tool.button(start, labels[table], yes, lambda _value: ask(key))]
    count = noted(tool.work.dossier, table, one.id)
    said = ngettext(
        "Remove “{name}”? What you noted of it in {n} place goes with it.",
        "Remove “{name}”? What you noted of it in {n} places goes with it.",
        count,
    )
    if not count:
        said = _("Remove “{name}”? Nothing is noted of it yet.")
    buttons = [
        tool.button(yes, _("Yes, remove"), "", lambda _value: remove(table, one.id)),
        tool.button(f"no {key}", _("No, leave it"), start, lambda _value: ask("")),
    ]
    question = told(f"sure {key}", said.format(name=one.name, n=count))
    return [question, grid(f"both {key}", buttons)]
