"""Where in the sheet of a goal tree something that is missing can be filled in."""

from typing import NamedTuple

from helpers.analysis.goals.goal_tree import COMPLETE, Finding
from helpers.dossier.model import Dossier

_IN_GOAL = {**{one: one for one in COMPLETE}, "text": "text", "decision": "decision"}
_IN_GOAL |= {"same": "target", "vague": "target", "past": "year"}
_IN_GOAL |= {"parent": "parent", "cycle": "parent"}


class Place(NamedTuple):
    """The goal or measure to show, and the id of the field in it."""

    which: str
    field: str


def field_of(finding: Finding, dossier: Dossier) -> Place | None:
    """Return where a finding is mended; nothing when no field can mend it.

    >>> import datetime as dt
    >>> empty = Dossier(id="afval", title="Afval", as_of=dt.date(2026, 9, 15))
    >>> field_of(Finding("vague", "goals", "less"), empty)
    Place(which='less', field='goals less target')
    """
    row, check = finding.row, finding.check
    if check in _IN_GOAL:
        return Place(row, f"goals {row} {_IN_GOAL[check]}")
    if check in ("strength", "argument"):
        return Place(row, f"contributions {row} {finding.other} {check}")
    if check == "measure":
        return Place(row, f"link {row}" if dossier.measures else "add measure")
    if check == "goal":
        return Place(row, f"link {row}" if dossier.goals else "add goal")
    return None
