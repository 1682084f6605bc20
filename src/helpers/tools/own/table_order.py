"""The tables of a dossier in the order in which one fills them, and what they are for."""

from helpers.dossier.columns import columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_

START = ("stakeholders", "interests", "route", "contacts")
"""What a dossier begins with; the rest may come later, or never."""

LESSONS: dict[str, tuple[str, ...]] = {
    N_("For the route and the interests (lessons 01, 02 and 03)"): (
        "stakeholders",
        "interests",
        "route",
        "contacts",
        "issues",
        "options",
        "effects",
        "values",
        "thresholds",
    ),
    N_("For an assignment (lesson 04)"): ("assignments", "intake", "parts", "reframes"),
    N_("For expectations (lesson 05)"): (
        "groups",
        "aspects",
        "expectations",
        "goals",
        "measures",
        "contributions",
        "messages",
        "readbacks",
    ),
    N_("For making the pie bigger (lesson 06)"): ("stories", "regions", "priorities"),
    N_("For a conversation (lesson 07)"): ("preparations",),
    N_("For partners (lesson 08)"): ("partners", "themes", "partner_themes", "cooperation"),
}
"""The tables by what they serve."""

ORDER = tuple(table for tables in LESSONS.values() for table in tables)


def serves(table: str) -> str:
    """Return the sentence that says what a table serves, to be shown with ``_``."""
    return next(what for what, tables in LESSONS.items() if table in tables)


def needed_first(dossier: Dossier, table: str) -> str:
    """Return the table without which no row of this one can be made; empty when there is none.

    >>> needed_first(Dossier(id="plein", title="Het plein", as_of="2026-09-15"), "interests")
    'stakeholders'
    """
    kind = TABLES[table]
    needed = (
        column.refers
        for column in columns_of(kind).values()
        if column.refers and (column.required or column.name in kind.KEY)
    )
    return next((name for name in needed if not getattr(dossier, name)), "")
