"""The head of a dossier as fields: what it is about, who decides, and what may stay as it is."""

from typing import Any

from helpers.dossier.columns import columns_of
from helpers.dossier.head import Head
from helpers.dossier.words import WORDS, Body
from helpers.texts.language import N_, _
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, grid, told

_TOGETHER = {
    0.0: N_("not at all"),
    0.2: N_("a little"),
    0.35: N_("somewhat"),
    0.5: N_("clearly"),
    0.7: N_("strongly"),
}
_SHARES = (0.5, 0.55, 0.6, 2 / 3, 0.75, 0.9, 1.0)


def head_items(tool: SheetTool) -> list[Item]:
    """Return the fields of the head; what hardly anybody changes comes last."""
    text = [tool.typed(_cell("title"), *_words("title")), _story(tool)]
    body = [(one.value, _(WORDS[one])) for one in Body]
    decides = [
        tool.typed(_cell("place"), *_words("place")),
        _choice(tool, "body", body),
        tool.typed(_cell("seats"), *_words("seats")),
        tool.typed(_cell("population"), *_words("population")),
        tool.typed(_cell("review_days"), *_words("review_days")),
    ]
    return [*text, grid("decides", decides), *_coalition(tool)]


def fine_items(tool: SheetTool) -> list[Item]:
    """Return the fields that may stay as they are."""
    dossier = tool.work.dossier
    shares = sorted({*(round(one, 6) for one in _SHARES), dossier.firm_share})
    firm = [(str(one), _("{n} percent").format(n=f"{one:.0%}"[:-1])) for one in shares]
    steps = sorted({*_TOGETHER, dossier.shared_factor})
    moves = [(str(one), _(_TOGETHER[one]) if one in _TOGETHER else f"{one:g}") for one in steps]
    fields = [
        _choice(tool, "firm_share", firm),
        tool.typed(_cell("at_least"), *_words("at_least")),
        _choice(tool, "shared_factor", moves),
        tool.typed(_cell("softness"), *_words("softness")),
    ]
    said = _("These may stay as they are. They only count in the vote forecast and in packages.")
    return [told("fine said", said), grid("fine", fields)]


def _story(tool: SheetTool) -> Item:
    label, hint = _words("story")
    return tool.text(_cell("story"), label, hint, rows=4)


def _coalition(tool: SheetTool) -> list[Item]:
    fracties, now = tool.work.dossier.fracties, tool.work.dossier.coalition
    if not fracties:
        return []

    def tick(key: str) -> Any:
        def act(ticked: bool) -> None:
            left = tuple(one for one in tool.work.dossier.coalition if one != key)
            chosen = (*left, key) if ticked else left
            tool.amend(lambda dossier: dossier.model_copy(update={"coalition": chosen}))

        return act

    marks = [
        tool.mark(f"coalition {one.id}", one.id in now, one.name, tick(one.id)) for one in fracties
    ]
    said = _("Which party groups are in the coalition?")
    return [{"id": "coalition", "kind": "group", "legend": said, "items": marks}]


def _choice(tool: SheetTool, name: str, pairs: Pairs) -> Item:
    label, hint = _words(name)
    return {**tool.choice(_cell(name), label, pairs), "hint": hint}


def _cell(name: str) -> Cell:
    return Cell("", {}, name)


def _words(name: str) -> tuple[str, str]:
    column = columns_of(Head)[name]
    title = _(column.title)
    return f"{title} ({_(column.unit)})" if column.unit == "days" else title, _(column.meaning)
