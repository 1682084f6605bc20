"""The words of the package maker that do not change, and the points on and beside the table."""

from typing import Any

from helpers.dossier.model import Dossier
from helpers.texts.language import _
from helpers.tools.controls.rows import options
from helpers.training.on_the_table import LONGEST_NAME


def table_texts() -> dict[str, Any]:
    """Return what the table with choices says."""
    return {
        "choose": _("Choose one option for each point"),
        "no_issues": _("No point lies on the table yet. Lay one on it."),
        "off": _("Take off"),
        "aside": _("Not on the table yet"),
        "aside_why": _(
            "A point more can make room where you are stuck. It only counts once it lies there."
        ),
        "lay": _("Lay it on the table"),
        "parties": _("How each party stands"),
        "whole": _("The package as a whole"),
        "key": [
            ["", _("value, enough")],
            ["dv-as-short", _("value, too little")],
            ["dv-as-least", _("what they have without a deal")],
            ["dv-as-open", _("not known yet")],
        ],
    }


def results_texts() -> dict[str, Any]:
    """Return what the part with results says."""
    return {
        "pie": _("Does the pie grow?"),
        "pie_key": [
            ["dv-as-first", _("with the points of the beginning")],
            ["", _("with what lies on the table now")],
            ["dv-as-least", _("what they have without a deal")],
        ],
        "side": _("Packages side by side"),
        "name": _("Name of the package on the table"),
        "keep": _("Keep this package"),
        "longest": LONGEST_NAME,
        "compare": _("The packages compared"),
        "take": _("Lay this one on the table"),
        "drop": _("Remove"),
        "drop_sure": _("Remove {name}? With Undo you get it back."),
        "drop_yes": _("Yes, remove"),
        "drop_no": _("No, leave it"),
        "proposals": _("Swaps that the computer sees"),
        "for_party": _("For a party, not for the chair"),
        "not_chair": _(
            "Who leads the talk brings no solutions: the parties would notice. "
            "Look here only when you speak for a party."
        ),
        "which_party": _("For which party do you look?"),
        "try_swap": _("Try this swap"),
    }


def issue_rows(
    dossier: Dossier, on: tuple[str, ...], package: tuple[str, ...]
) -> list[dict[str, Any]]:
    """Return the points on the table: what can be chosen, and what was."""
    names = {one.id: one.name for one in dossier.stakeholders}
    chosen = set(package)
    rows = []
    for issue in dossier.issues:
        offered = [one for one in dossier.options if one.issue == issue.id]
        if issue.id not in on or not offered:
            continue
        now = next(one for one in offered if one.id in chosen)
        brought = _("Brought by {who}.").format(who=names[now.brought_by]) if now.brought_by else ""
        rows.append(
            {
                "id": issue.id,
                "label": issue.name,
                "options": options(*((one.id, one.name) for one in offered)),
                "value": now.id,
                "note": f"{now.description} {brought}".strip(),
                "off": issue.added,
            }
        )
    return rows


def aside_rows(dossier: Dossier, on: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the points that can be laid on the table."""
    names = {one.id: one.name for one in dossier.stakeholders}
    rows = []
    for one in dossier.issues:
        brought = _("Brought by {who}.").format(who=names[one.brought_by]) if one.brought_by else ""
        if one.id not in on:
            note = f"{one.question} {brought}".strip()
            rows.append({"id": one.id, "label": one.name, "note": note})
    return rows


def issue_title(dossier: Dossier, issue: str) -> str:
    """Return the name of an issue; an empty text when there is none."""
    return next((one.name for one in dossier.issues if one.id == issue), "")
