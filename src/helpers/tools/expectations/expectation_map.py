"""What groups expect, what they are promised and what they say: a map, and one cell at a time."""

import ipywidgets as widgets
import pandas as pd

from helpers.analysis.expectations.gaps import collisions, expectation_gaps, satisfaction
from helpers.analysis.expectations.handling import advice_for
from helpers.dossier.expectations import Expectation
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import number
from helpers.tools.controls.controls import Spoken
from helpers.tools.expectations.expectation_field import ExpectationField
from helpers.tools.expectations.expectation_words import Line, advice_lines, enough_line, map_lines
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, section, told
from helpers.tools.missing import missing
from helpers.training.working_copy import WorkingCopy

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
        self.told, self.picture = Spoken(), ExpectationField()
        self._asked: object = None
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
        self._look()
        super().redraw()
        dossier = self.work.dossier
        known = map_lines(self._satisfied, self._divided, self.names) if dossier.groups else []
        lacks = missing(dossier, "groups", "aspects")
        self.told.lines = [*known, *({"text": text} for text in lacks)]
        self.picture.show(self.work.dossier, [line["text"] for line in self.told.lines])

    def _look(self) -> None:
        """Find out once who is satisfied, at the chosen tolerance, and where groups collide."""
        dossier = self.work.dossier
        asked = (dossier.groups, dossier.aspects, dossier.expectations, self.tolerance)
        if asked != self._asked:
            self._asked = asked
            groups, aspects, rows = map(dossier.table, ("groups", "aspects", "expectations"))
            self._satisfied = satisfaction(groups, aspects, rows, self.tolerance)
            self._divided = collisions(rows)

    def items(self) -> list[Item]:
        """Return the choice of a cell and its fields."""
        dossier = self.work.dossier
        if not (dossier.groups and dossier.aspects):
            self._group = self._aspect = ""
            return []
        groups = {one.id: one.name for one in dossier.groups}
        aspects = {one.id: one.name for one in dossier.aspects}
        self._group = self._group if self._group in groups else next(iter(groups))
        self._aspect = self._aspect if self._aspect in aspects else next(iter(aspects))
        enough = [(str(one), _enough(one)) for one in _TOLERANCES]
        tolerance = _("When is what is promised good enough?")
        chosen = [
            self.pick("tolerance", str(self.tolerance), tolerance, enough, self._tolerate),
            told("enough", enough_line(self._satisfied), look="dv-note"),
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
        record = self.record
        cell = expectation_gaps(pd.DataFrame([dict(record)]), self.tolerance).iloc[0]
        divided = set(self._divided["aspect"])
        verdict = str(cell["verdict"])
        here = record.direction is not None and record.aspect in divided
        advice = advice_for(verdict, record.raised_by, here, bool(cell["flips"]))
        body = self.work.dossier.body
        return [{"text": self.head, "look": "dv-note"}, *advice_lines(verdict, advice, body)]

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

    def still_html(self) -> str:
        """Return the sentences, the map and one expectation, without controls."""
        return self.picture.still + super().still_html()


def _open(pairs: Pairs) -> Pairs:
    return [("", _("not known yet")), *pairs]


def _enough(tolerance: float) -> str:
    if not tolerance:
        return _("only when it is at least what they expect")
    points = ngettext("{n} point", "{n} points", 1 if tolerance < 2 else 2)
    said = _("also when it is {points} less")
    return said.format(points=points.format(n=number(tolerance, 1)))
