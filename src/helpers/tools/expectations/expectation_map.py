"""What groups expect, what they are promised and what they say: a map, and one cell at a time."""

from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers.analysis.expectations.gaps import collisions, expectation_gaps, satisfaction
from helpers.analysis.expectations.handling import advice_for
from helpers.dossier.expectations import Expectation
from helpers.pictures.heat_map import draw_heat_map, heat_map_size
from helpers.pictures.image import svg_html, svg_text
from helpers.pictures.style import new_figure
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import number
from helpers.tools.controls.controls import Picture, Spoken
from helpers.tools.expectations.expectation_words import Line, advice_lines, enough_line, map_lines
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, section, told
from helpers.training.working_copy import WorkingCopy

MOST_DRAWN = 40
_TOLERANCES = (0.0, 0.5, 1.0, 1.5, 2.0)
_EXPECTED = (
    N_("very bad"),
    N_("bad"),
    N_("rather bad"),
    N_("neither good nor bad"),
    N_("rather good"),
    N_("good"),
    N_("very good"),
)
_JUDGED = (
    N_("much worse than expected"),
    N_("worse"),
    N_("a little worse"),
    N_("as expected"),
    N_("a little better"),
    N_("better"),
    N_("much better than expected"),
)


class ExpectationMap(SheetTool):
    """Groups by aspects, with both measures of the gap; what is behind a cell; what fits there."""

    TITLE = N_("One expectation at a time")

    def __init__(self, work: WorkingCopy) -> None:
        self._group = self._aspect = ""
        self.tolerance = _TOLERANCES[0]
        self.told, self.picture = Spoken(), Picture()
        self._pictured: pd.DataFrame | None = None
        super().__init__(work)
        self.view = widgets.VBox([self.told, self.picture, self.undo, self.outcome, self.form])

    @property
    def concerns(self) -> object:
        """Groups, aspects and what is expected."""
        dossier = self.work.dossier
        return dossier.groups, dossier.aspects, dossier.expectations, super().concerns

    @property
    def names(self) -> dict[str, str]:
        """What groups and aspects are called, by their id."""
        dossier = self.work.dossier
        groups = {one.id: one.name for one in dossier.groups}
        return groups | {one.id: one.name for one in dossier.aspects}

    def redraw(self) -> None:
        """Bring sentences, map and cell in line with the working copy."""
        super().redraw()
        self.told.lines = self.overview()
        cells = self._cells()
        if self._pictured is None or not cells.equals(self._pictured):
            with self.picture.hold_sync():
                self.picture.alt = self._alt(cells)
                self.picture.svg = _svg(cells) if len(cells) else ""
                self.picture.table = _table(cells) if len(cells) else {}
            self._pictured = cells

    @property
    def satisfied(self) -> pd.DataFrame:
        """Who is satisfied, at the chosen tolerance."""
        dossier = self.work.dossier
        groups, aspects, rows = map(dossier.table, ("groups", "aspects", "expectations"))
        return satisfaction(groups, aspects, rows, self.tolerance)

    def overview(self) -> list[Line]:
        """Return who is satisfied and where groups collide, in words."""
        rows = self.work.dossier.table("expectations")
        return map_lines(self.satisfied, collisions(rows), self.names)

    def items(self) -> list[Item]:
        """Return the choice of a cell and its fields."""
        dossier = self.work.dossier
        if not (dossier.groups and dossier.aspects):
            return []
        groups = {one.id: one.name for one in dossier.groups}
        aspects = {one.id: one.name for one in dossier.aspects}
        self._group = self._group if self._group in groups else next(iter(groups))
        self._aspect = self._aspect if self._aspect in aspects else next(iter(aspects))
        enough = [(str(one), _enough(one)) for one in _TOLERANCES]
        tolerance = _("When is what is promised good enough?")
        chosen = [
            self.pick("tolerance", str(self.tolerance), tolerance, enough, self._tolerate),
            told("enough", enough_line(self.satisfied), look="dv-note"),
            self.pick(
                "group", self._group, _("Which group?"), list(groups.items()), self._to_group
            ),
            self.pick(
                "aspect", self._aspect, _("Which aspect?"), list(aspects.items()), self._to_aspect
            ),
        ]
        return [
            *chosen,
            section(f"cell {self._group} {self._aspect}", self.head, self._questions()),
        ]

    def lines(self) -> list[Line]:
        """Return what fits the expectation that is shown."""
        if not self._group:
            return []
        dossier = self.work.dossier
        record = self.record
        cell = expectation_gaps(pd.DataFrame([dict(record)]), self.tolerance).iloc[0]
        divided = set(collisions(dossier.table("expectations"))["aspect"])
        verdict = str(cell["verdict"])
        here = record.direction is not None and record.aspect in divided
        advice = advice_for(verdict, record.raised_by, here, bool(cell["flips"]))
        return [{"text": self.head, "look": "dv-note"}, *advice_lines(verdict, advice)]

    @property
    def head(self) -> str:
        """The group and the aspect that are shown."""
        names = self.names
        return f"{names[self._group]}: {names[self._aspect]}"

    @property
    def record(self) -> Expectation:
        """The expectation that is shown; an empty one when it is not written down yet."""
        key = (self._group, self._aspect)
        bare = Expectation(group=self._group, aspect=self._aspect)
        return next((one for one in self.work.dossier.expectations if one.key == key), bare)

    def _questions(self) -> list[Item]:
        def cell(name: str) -> Cell:
            return Cell("expectations", {"group": self._group, "aspect": self._aspect}, name)

        points = [(f"{at}.0", f"{at} {_(word)}") for at, word in enumerate(_EXPECTED, start=1)]
        own = [(f"{at}.0", _(word)) for at, word in enumerate(_JUDGED, start=-3)]
        ways = [("", _("that is not it")), ("1", _("more of it")), ("-1", _("less of it"))]
        return [
            self.text(cell("expects"), _("What do they expect, in their words?")),
            self.choice(cell("expected"), _("How good do they expect it to be?"), _open(points)),
            self.choice(cell("promised"), _("How good is what is promised?"), _open(points)),
            self.choice(cell("judged"), _("What do they say of it themselves?"), _open(own)),
            self.choice(cell("direction"), _("Do they want more or less of it?"), ways),
            self.choice(cell("raised_by"), _("Who raised this expectation?")),
            self.text(cell("source"), _("Where does it stand, or who said it? A role, no name.")),
            self.choice(cell("handling"), _("What do you do about it?")),
            self.text(cell("note"), _("How, and who does that?")),
        ]

    def _to_group(self, key: str) -> None:
        self._group = key

    def _to_aspect(self, key: str) -> None:
        self._aspect = key

    def _tolerate(self, value: str) -> None:
        self.tolerance = float(value)

    def _cells(self) -> pd.DataFrame:
        """Return two cells for each group and aspect: the computed gap and their own judgement."""
        dossier = self.work.dossier
        known = {one.key: one for one in dossier.expectations}
        measures = (_("promised"), _("own words"))
        rows: list[dict[str, Any]] = []
        for group in dossier.groups[:MOST_DRAWN]:
            for aspect in dossier.aspects:
                one = known.get((group.id, aspect.id))
                full = one and one.expected is not None and one.promised is not None
                gap = one.promised - one.expected if full else None  # type: ignore[operator,union-attr]
                for name, value in zip(measures, (gap, one.judged if one else None), strict=True):
                    rows.append(
                        {
                            "row": group.name,
                            "column": name,
                            "group": aspect.name,
                            "value": value or 0.0,
                            "open": int(value is None),
                        }
                    )
        return pd.DataFrame(rows)

    def _alt(self, cells: pd.DataFrame) -> str:
        if not len(cells):
            return ""
        said = _(
            "Field with {groups} groups and {aspects} aspects. For each there are two numbers: "
            "what is promised compared with what is expected, and what people say themselves."
        )
        dossier = self.work.dossier
        drawn = min(len(dossier.groups), MOST_DRAWN)
        shown = said.format(groups=drawn, aspects=len(dossier.aspects))
        rest = len(dossier.groups) - drawn
        more = ngettext("{n} group is not drawn.", "{n} groups are not drawn.", rest)
        sentences = [line["text"] for line in self.overview()]
        return " ".join([shown, *([more.format(n=rest)] if rest else []), *sentences])

    def still_html(self) -> str:
        """Return the sentences, the map and one expectation, without controls."""
        cells = self._cells()
        image = svg_html(_svg(cells), self._alt(cells)) if len(cells) else ""
        return image + super().still_html()


def _open(pairs: Pairs) -> Pairs:
    return [("", _("not known yet")), *pairs]


def _enough(tolerance: float) -> str:
    if not tolerance:
        return _("only when it is at least what they expect")
    points = ngettext("{n} point", "{n} points", 1 if tolerance < 2 else 2)
    said = _("also when it is {points} less")
    return said.format(points=points.format(n=number(tolerance, 1)))


def _svg(cells: pd.DataFrame) -> str:
    figure = new_figure(*heat_map_size(cells))
    explained = _("+ more than expected · - less than expected · ? not known · empty: as expected")
    draw_heat_map(figure.add_axes((0, 0, 1, 1)), cells, explained)
    return svg_text(figure)


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
