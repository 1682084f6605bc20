"""The talk about working together: both sides fill it in, and an agenda follows from it."""

import ipywidgets as widgets
import pandas as pd

from helpers.analysis.partners.cooperation import compare_views
from helpers.dossier.partners import Cooperation, PartnerTheme
from helpers.dossier.words import Condition
from helpers.pictures.cooperation import TwoViews, describe_two_views, draw_two_views, score_text
from helpers.pictures.image import drawn, svg_html
from helpers.texts.language import N_, _
from helpers.tools.controls.controls import Picture
from helpers.tools.forms.sheet import Line, SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, grid, group, section, told
from helpers.tools.missing import missing
from helpers.tools.partners.cooperation_words import (
    QUESTIONS,
    agenda_lines,
    condition_name,
    early_line,
)
from helpers.tools.partners.partner_fields import phase_choice
from helpers.training.working_copy import WorkingCopy

MOST_THEMES = 8
_POINTS = (N_("poor"), N_("rather poor"), N_("in between"), N_("rather good"), N_("good"))


class CooperationTalk(SheetTool):
    """What goes well and what both sides want differently, on five conditions, with an agenda."""

    TITLE = N_("The talk about working together")

    def __init__(self, work: WorkingCopy) -> None:
        self._partner = ""
        self._condition = Condition.AMBITION.value
        self._pictured: list[TwoViews] | None = None
        self.picture = Picture()
        super().__init__(work)
        self.view = widgets.VBox([self.undo, self.form, self.picture, self.outcome])

    @property
    def concerns(self) -> object:
        """Partners, their themes and how working together goes."""
        dossier = self.work.dossier
        tables = dossier.partners, dossier.themes, dossier.partner_themes, dossier.cooperation
        return tables, super().concerns

    @property
    def rows(self) -> dict[str, Cooperation]:
        """What is written down of the partner that is shown, by condition."""
        return {
            str(one.condition.value): one
            for one in self.work.dossier.cooperation
            if one.partner == self._partner
        }

    @property
    def compared(self) -> pd.DataFrame:
        """The five conditions in the order in which to talk about them."""
        rows = self.rows
        scores = [(key.value, rows.get(key.value)) for key in Condition]
        table = [(key, row and row.ours, row and row.theirs) for key, row in scores]
        found = pd.DataFrame(table, columns=["condition", "ours", "theirs"])
        return compare_views(found.astype({"ours": "float64", "theirs": "float64"}))

    @property
    def views(self) -> list[TwoViews]:
        """What the picture shows: the conditions with both scores."""
        rows = self.rows
        return [
            TwoViews(
                condition_name(one),
                row.ours if (row := rows.get(one.value)) else None,
                row.theirs if row else None,
            )
            for one in Condition
        ]

    def redraw(self) -> None:
        """Bring sheet, picture and agenda in line with the working copy."""
        partners = [one.id for one in self.work.dossier.partners]
        if self._partner not in partners:
            self._partner = partners[0] if partners else ""
        super().redraw()
        views = self.views if self._partner else []
        if views != self._pictured:
            self._draw(views)
            self._pictured = views

    def items(self) -> list[Item]:
        """Return the choice of a partner and what both sides fill in."""
        partners = [(one.id, one.name) for one in self.work.dossier.partners]
        if not partners:
            return [told("nobody", *missing(self.work.dossier, "partners"))]
        which = self.pick("partner", self._partner, _("With which partner?"), partners, self._to)
        early = [self._early()] if self._themes() else []
        return [which, self._scores(), self._words(), *early]

    def lines(self) -> list[Line]:
        """Return the agenda."""
        return agenda_lines(self.compared, self.rows) if self._partner else []

    def _scores(self) -> Item:
        first = told(
            "first",
            _("First fill in your own score, and let the other fill in theirs. Then compare."),
        )
        pairs: Pairs = [(str(n), f"{n} {_(word)}") for n, word in enumerate(_POINTS, start=1)]
        offered = [("", _("not filled in yet")), *pairs]
        asked = []
        for one in Condition:
            ours, theirs = (self._cell(one.value, name) for name in ("ours", "theirs"))
            fields = [self.choice(ours, _("We say"), offered)]
            fields.append(self.choice(theirs, _("They say"), offered))
            key = f"{self._partner} {one.value}"
            name = condition_name(one)
            asked.append(group(f"scores {key}", name, [grid(f"both {key}", fields)]))
        return section("scores", _("How does it go? Five conditions"), [first, *asked])

    def _words(self) -> Item:
        now = Condition(self._condition)
        pairs: Pairs = [(one.value, condition_name(one)) for one in Condition]
        label = _("About which condition?")
        choice = self.pick("condition", self._condition, label, pairs, self._to_condition)
        labels = {
            "their_well": _("They say: what goes well?"),
            "their_wish": _("They say: what would they want differently?"),
            "our_well": _("We say: what goes well?"),
            "our_wish": _("We say: what would we want differently?"),
        }
        question = told(f"question {now.value}", _(QUESTIONS[now]))
        texts = [self.text(self._cell(now.value, name), label) for name, label in labels.items()]
        head = _("What goes well, and what would you want differently?")
        return section("words", head, [choice, question, *texts])

    def _early(self) -> Item:
        """Return when the partner was first asked about each theme, and what that means."""
        names = {one.id: one.name for one in self.work.dossier.themes}
        asked: list[Item] = []
        for row in self._themes():
            key = f"early {row.partner} {row.theme}"
            label = _("{theme}: when were they first asked?").format(theme=names[row.theme])
            asked.append(phase_choice(self, row.partner, row.theme, label))
            asked.append(told(key, early_line(row, names[row.theme]), look="dv-note"))
        return section("early", _("At the start or afterwards?"), asked)

    def _themes(self) -> list[PartnerTheme]:
        rows = [one for one in self.work.dossier.partner_themes if one.partner == self._partner]
        return [one for one in rows if one.relevance or one.level][:MOST_THEMES]

    def _cell(self, condition: str, name: str) -> Cell:
        return Cell("cooperation", {"partner": self._partner, "condition": condition}, name)

    def _to(self, key: str) -> None:
        self._partner = key

    def _to_condition(self, key: str) -> None:
        self._condition = key

    def _draw(self, views: list[TwoViews]) -> None:
        table = {
            "title": _("The same as a table"),
            "columns": ["", _("we"), _("they")],
            "rows": [[one.name, score_text(one.ours), score_text(one.theirs)] for one in views],
        }
        with self.picture.hold_sync():
            self.picture.alt = describe_two_views(views)
            self.picture.svg = _svg(views) if views else ""
            self.picture.table = table if views else {}

    def still_html(self) -> str:
        """Return the picture, the sheet and the agenda, without controls."""
        views = self.views
        image = svg_html(_svg(views), describe_two_views(views)) if self._partner else ""
        return image + super().still_html()


def _svg(views: list[TwoViews]) -> str:
    return drawn(draw_two_views, (7.0, 3.2), views)
