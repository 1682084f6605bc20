"""Groups by aspects as a picture, with both measures of the gap beside each other."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from helpers.dossier.model import Dossier
from helpers.pictures.heat_map import heat_map_svg
from helpers.pictures.image import svg_html
from helpers.texts.language import _, ngettext
from helpers.tools.controls.controls import Picture

MOST_DRAWN = 40


class ExpectationField(Picture):
    """The field of groups and aspects; it is drawn again only when a cell of it changes."""

    def __init__(self, **traits: Any) -> None:
        super().__init__(**traits)
        self._cells = pd.DataFrame()

    def show(self, dossier: Dossier, sentences: Iterable[str]) -> None:
        """Draw the field; ``sentences`` tell what there is to see in it."""
        cells = _cells(dossier)
        with self.hold_sync():
            self.alt = _alt(dossier, sentences) if len(cells) else ""
            if not cells.equals(self._cells):
                self.svg = _svg(cells) if len(cells) else ""
                self.table = _table(cells) if len(cells) else {}
        self._cells = cells

    @property
    def still(self) -> str:
        """The picture as it stands, as HTML."""
        return svg_html(self.svg, self.alt) if self.svg else ""


def _cells(dossier: Dossier) -> pd.DataFrame:
    """Return two cells for each group and aspect: the computed gap and their own judgement."""
    known = {one.key: one for one in dossier.expectations}
    measures = (_("promised minus expected"), _("own words"))
    rows: list[tuple[str, str, str, float, int]] = []
    for group in dossier.groups[:MOST_DRAWN]:
        for aspect in dossier.aspects:
            one = known.get((group.id, aspect.id))
            full = one and one.expected is not None and one.promised is not None
            gap = one.promised - one.expected if full else None  # type: ignore[operator,union-attr]
            for name, value in zip(measures, (gap, one.judged if one else None), strict=True):
                rows.append((group.name, name, aspect.name, value or 0.0, int(value is None)))
    return pd.DataFrame(rows, columns=["row", "column", "group", "value", "open"])


def _alt(dossier: Dossier, sentences: Iterable[str]) -> str:
    said = _(
        "Field with {groups} groups and {aspects} aspects. For each there are two numbers: "
        "what is promised compared with what is expected, and what people say themselves."
    )
    drawn = min(len(dossier.groups), MOST_DRAWN)
    shown = said.format(groups=drawn, aspects=len(dossier.aspects))
    rest = len(dossier.groups) - drawn
    more = ngettext("{n} group is not drawn.", "{n} groups are not drawn.", rest)
    return " ".join([shown, *([more.format(n=rest)] if rest else []), *sentences])


def _svg(cells: pd.DataFrame) -> str:
    explained = _("+ more than expected · - less than expected · ? not known · empty: as expected")
    return heat_map_svg(cells, explained)


def _table(cells: pd.DataFrame) -> dict[str, Any]:
    """Return the map as a table of words."""
    titles = cells["group"] + ": " + cells["column"]
    wide = titles.drop_duplicates().tolist()
    said = [
        "?" if open_ else f"{value:+.0f}" if value else "0"
        for value, open_ in zip(cells["value"], cells["open"], strict=True)
    ]
    step = len(wide)
    rows = [[cells["row"].iloc[at], *said[at : at + step]] for at in range(0, len(cells), step)]
    return {"title": _("The same as a table"), "columns": ["", *wide], "rows": rows}
