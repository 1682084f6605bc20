"""The form for an issue or option of somebody's own, and what each party finds it worth."""

from functools import lru_cache
from typing import Any, NamedTuple

from helpers.analysis.packages.values import option_values
from helpers.dossier.model import Dossier
from helpers.texts.language import N_, _
from helpers.tools.controls.rows import options
from helpers.tools.packages.party_words import points
from helpers.training.on_the_table import LONGEST_NAME
from helpers.training.own_options import is_own, worth_of
from helpers.training.own_text import clean

STEPS = {
    "3": N_("much better"),
    "2": N_("better"),
    "1": N_("a little better"),
    "0": N_("no difference"),
    "-1": N_("a little worse"),
    "-2": N_("worse"),
    "-3": N_("much worse"),
}
UNKNOWN = "unknown"
NEW = "new"

Fields = list[dict[str, Any]]

_MIDDLE = 3.0
_WORTH = "worth "


class OwnForm(NamedTuple):
    """What was filled in for an option: its issue, its names, its worth to whom, who brings it."""

    issue: str
    title: str
    option: str
    worth: dict[str, float | None]
    brought_by: str | None


@lru_cache(maxsize=4)
def units(dossier: Dossier) -> dict[str, float]:
    """Return what one step of :data:`STEPS` is worth to each stakeholder, in value points.

    Three steps up are worth as much as the best that one option of the dossier brings them; where
    that is nothing, a step has the middle weight of an interest. What was added does not count.
    """
    names = ("stakeholders", "interests", "options", "effects", "values")
    people, interests, rows, effects, values = (dossier.table(name) for name in names)
    given = rows.loc[[not is_own(key) for key in rows["id"]]]
    worth = option_values(people, interests, given, effects, values)
    most = abs(worth).max(axis=1) if len(given) else [0.0] * len(people)
    steps = (round(float(one) / 3, 2) or _MIDDLE for one in most)
    return dict(zip(people["id"].tolist(), steps, strict=True))


def own_fields(dossier: Dossier, new: bool) -> Fields:
    """Return the fields of the form; ``new`` ones also ask to which issue the option belongs."""
    said = _("at most {n} characters").format(n=LONGEST_NAME)
    about: Fields = [
        {
            "id": "issue",
            "kind": "choice",
            "label": _("Which point is it about?"),
            "options": options(
                (NEW, _("a new point")), *((one.id, one.name) for one in dossier.issues)
            ),
        },
        {"id": "title", "kind": "line", "label": _("Name of the new point"), "help": said},
    ]
    each: Fields = [
        {
            "id": f"{_WORTH}{one.id}",
            "kind": "choice",
            "label": _("What is it for {who}?").format(who=one.name),
            "options": _steps(unit),
        }
        for one, unit in zip(dossier.stakeholders, units(dossier).values(), strict=True)
    ]
    people = ((one.id, one.name) for one in dossier.stakeholders)
    option = {"id": "option", "kind": "line", "label": _("What can be chosen?"), "help": said}
    who = {
        "id": "brought_by",
        "kind": "choice",
        "label": _("Which party brings it?"),
        "options": options(("", _("nobody, or together")), *people),
    }
    return [*(about if new else []), option, who, *each]


def fresh(dossier: Dossier) -> dict[str, str]:
    """Return what the form holds before anything was filled in."""
    each = {f"{_WORTH}{one.id}": UNKNOWN for one in dossier.stakeholders}
    return {"issue": NEW, "title": "", "option": "", "brought_by": "", **each}


def own_groups(dossier: Dossier) -> list[dict[str, Any]]:
    """Return what was added, as the list shows it."""
    added = [one for one in dossier.options if is_own(one.id) and not one.status_quo]
    if not added:
        return []
    issues = {one.id: one.name for one in dossier.issues}
    names = {one.id: one.name for one in dossier.stakeholders}
    unit = units(dossier)
    fields = own_fields(dossier, new=False)
    entries = []
    for one in added:
        worth = worth_of(dossier, one.id)
        values = {"option": one.name, "brought_by": one.brought_by or ""}
        values |= {f"{_WORTH}{who}": step_of(worth[who], unit[who]) for who in worth}
        brought = _("Brought by {who}").format(who=names.get(one.brought_by or "", ""))
        entries.append(
            {
                "id": one.id,
                "name": one.name,
                "title": f"{issues[one.issue]}: {one.name}",
                "lines": [{"text": brought, "look": "dv-note"}] if one.brought_by else [],
                "marks": [],
                "steps": [],
                "fields": fields,
                "values": values,
            }
        )
    group: dict[str, Any] = {
        "id": "own",
        "label": _("What you added"),
        "note": "",
        "marks": [],
        "open": True,
    }
    return [{**group, "entries": entries}]


def step_of(worth: float | None, unit: float) -> str:
    """Return the step nearest to a value.

    >>> step_of(7.9, 4.0), step_of(None, 4.0), step_of(-99.0, 4.0)
    ('2', 'unknown', '-3')
    """
    return UNKNOWN if worth is None else str(min(3, max(-3, round(worth / unit))))


def read_form(
    dossier: Dossier, values: dict[str, str], new: bool
) -> tuple[OwnForm, dict[str, str]]:
    """Return what was filled in, and what is wrong with it by field."""
    texts = {name: " ".join(clean(values.get(name, "")).split()) for name in ("title", "option")}
    issues = {one.id for one in dossier.issues}
    about, wrong = values.get("issue", NEW), {}
    people = {one.id for one in dossier.stakeholders}
    if new and about != NEW and about not in issues:
        wrong["issue"] = _("This choice does not exist (any more). Choose another one.")
    for name in ("title", "option") if new and about == NEW else ("option",):
        if not texts[name]:
            wrong[name] = _("Fill this in, in one or a few words.")
        elif len(texts[name]) > LONGEST_NAME:
            wrong[name] = _("This is too long: at most {n} characters.").format(n=LONGEST_NAME)
    brought = values.get("brought_by", "")
    form = OwnForm(
        issue="" if about == NEW else about,
        title=texts["title"],
        option=texts["option"],
        worth=_worth(dossier, values),
        brought_by=brought if brought in people else None,
    )
    return form, wrong


def form_names(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of all fields of the form."""
    return tuple(fresh(dossier))


def _worth(dossier: Dossier, values: dict[str, str]) -> dict[str, float | None]:
    chosen = {who: values.get(f"{_WORTH}{who}", UNKNOWN) for who in units(dossier)}
    return {
        who: int(chosen[who]) * unit if chosen[who] in STEPS else None
        for who, unit in units(dossier).items()
    }


def _steps(unit: float) -> list[dict[str, str]]:
    known = [
        (step, f"{_(words)} ({'+' if int(step) > 0 else ''}{points(int(step) * unit)})")
        for step, words in STEPS.items()
    ]
    return options((UNKNOWN, _("not known yet")), *known)
