"""How one interest reads in a list, and the form in which it is changed."""

from typing import Any

from helpers.analysis.stakeholders.review import BEFORE_STEP
from helpers.dossier.tables import Interest
from helpers.dossier.words import WORDS, SourceKind
from helpers.texts.language import N_, _
from helpers.texts.numbers import day
from helpers.tools.controls.rows import options
from helpers.tools.stakeholders.interest_looks import Look

WEIGHTS = {
    5: N_("weighs most of all for them"),
    4: N_("weighs heavily for them"),
    3: N_("weighs fairly heavily for them"),
    2: N_("weighs a little for them"),
    1: N_("weighs hardly for them"),
    0: N_("does not weigh for them"),
}
CERTAINTIES = {3: N_("you are sure"), 2: N_("you are fairly sure"), 1: N_("this is a guess")}
_OPEN = {
    "interest": N_("Not known yet: what is behind this position?"),
    "weight": N_("Not known yet: how heavily does this weigh for them?"),
    "effect": N_("Not known yet: how does “{option}” work out on this?"),
}
_KINDS = {
    "position": "area",
    "interest": "area",
    "weight": "choice",
    "certainty": "choice",
    "source_kind": "choice",
    "source": "line",
    "date": "date",
    "review_by": "date",
}
FIELDS = tuple(_KINDS)


def fields() -> list[dict[str, Any]]:
    """Return the fields of the form, with title and explanation as the columns are declared."""
    not_known = ("", _("not known yet"))
    chosen = {
        "weight": options(not_known, *((n, _(words)) for n, words in WEIGHTS.items())),
        "certainty": options(*((n, _(words)) for n, words in CERTAINTIES.items())),
        "source_kind": options(not_known, *((kind, _(WORDS[kind])) for kind in SourceKind)),
    }
    columns = Interest.model_fields
    return [
        {
            "id": name,
            "kind": kind,
            "label": _(str(columns[name].title)),
            "help": _(str(columns[name].description)) if kind != "choice" else "",
            "options": chosen.get(name, []),
        }
        for name, kind in _KINDS.items()
    ]


def form_values(row: Interest) -> dict[str, str]:
    """Return what the form shows for an interest: a text by field, empty for what is not known."""
    values = {name: getattr(row, name) for name in FIELDS}
    whole = {"weight": row.weight if row.weight is None else round(row.weight)}
    shown = {**values, **whole}
    return {name: "" if value is None else str(value) for name, value in shown.items()}


def entry(row: Interest, look: Look, option_names: dict[str, str]) -> dict[str, Any]:
    """Return an interest as an entry of :class:`~helpers.tools.controls.rows.EntryList`."""
    again = {"what": "again", "text": _("Look at this again")}
    holds = {"what": "holds", "text": _("Looked at: still right")}
    return {
        "id": row.id,
        "name": row.interest or row.position,
        "title": row.interest or _("Interest not known yet"),
        "lines": _lines(row),
        "marks": _marks(look, option_names),
        "steps": [holds if look.due else again],
        "values": form_values(row),
    }


def _lines(row: Interest) -> list[dict[str, str]]:
    kind = _(WORDS[row.source_kind]) if row.source_kind else ""
    if row.source.lower().startswith(kind.lower()):
        kind = ""
    told = [
        "" if row.weight is None else _(WEIGHTS[round(row.weight)]),
        _(CERTAINTIES[row.certainty]) if row.interest else "",
        ": ".join(part for part in (kind, row.source) if part),
        day(row.date) if row.date else "",
    ]
    words = " · ".join(part for part in told if part)
    said = _("Position: “{position}”").format(position=row.position)
    lines = [{"text": said}] if row.position else []
    return [*lines, {"text": words[:1].upper() + words[1:], "look": "dv-note"}]


def _marks(look: Look, option_names: dict[str, str]) -> list[dict[str, str]]:
    marks = [
        {
            "symbol": "?",
            "text": _(_OPEN[what]).format(option=option_names.get(option, option)),
            "look": "dv-open",
        }
        for what, option in look.unknown
    ]
    when = day(look.look_by) if look.look_by else ""
    if look.due:
        text = _("Due for review since {day}") if when else _("Due for review")
        marks.append({"symbol": "↻", "text": text.format(day=when), "look": "dv-look"})
    elif look.state == BEFORE_STEP:
        text = _("Look at it by {day} at the latest").format(day=when)
        marks.append({"symbol": "→", "text": text, "look": "dv-note"})
    return marks
