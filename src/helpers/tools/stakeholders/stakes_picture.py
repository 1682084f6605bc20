"""What each option means to whom as a picture that unfolds, and is drawn only while it is open."""

from typing import Any

import pandas as pd

from helpers.analysis.stakeholders.interests import stakes
from helpers.dossier.model import Dossier
from helpers.pictures.heat_map import describe_heat_map, heat_map_svg
from helpers.texts.language import _
from helpers.tools.controls.controls import Picture


class StakesPicture(Picture):
    """The field of stakeholders and options, for some or all stakeholders of a dossier."""

    def __init__(self, **traits: Any) -> None:
        title = _("In one picture: what each option means to whom")
        super().__init__(title=title, unfolded=False, **traits)
        self._cells = pd.DataFrame()

    def show(self, dossier: Dossier, who: str = "") -> None:
        """Draw the field while it is open; ``who`` is the id of one stakeholder, empty for all."""
        cells = _cells(dossier, who) if self.unfolded else self._cells
        if not cells.equals(self._cells):
            with self.hold_sync():
                self.alt = describe_heat_map(cells)
                self.svg = heat_map_svg(cells)
                self.table = _table(cells)
            self._cells = cells


def _table(cells: pd.DataFrame) -> dict[str, Any]:
    """Return the same as a table of words."""
    said = [_said(value, open_) for value, open_ in zip(cells["value"], cells["open"], strict=True)]
    words = cells.assign(said=said).pivot_table("said", "row", "column", "first", sort=False)
    return {
        "title": _("The same as a table"),
        "columns": ["", *words.columns],
        "rows": [
            [name, *row] for name, row in zip(words.index, words.to_numpy().tolist(), strict=True)
        ],
    }


def _said(value: float, open_: int) -> str:
    if open_:
        return _("not known yet")
    return f"{value:+.0f}" if value else ""


def _cells(dossier: Dossier, who: str) -> pd.DataFrame:
    """Return the cells by name; the status quo changes nothing, so it is left out."""
    names = ("stakeholders", "interests", "options", "effects", "values")
    people, wants, options, works, values = (dossier.table(name) for name in names)
    chosen = people[people["id"] == who] if who else people
    other = options[~options["status_quo"].astype(bool)]
    table = stakes(chosen, wants, other, works, values)
    called: dict[str, str] = {}
    for rows in (dossier.stakeholders, dossier.options, dossier.issues):
        called |= {one.id: one.name for one in rows}
    return pd.DataFrame(
        {
            "row": table["stakeholder"].map(called),
            "column": table["option"].map(called),
            "group": table["issue"].map(called),
            "value": table["value"],
            "open": table["open"],
        }
    )
