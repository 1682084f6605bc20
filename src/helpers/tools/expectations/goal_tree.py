"""The goal tree: what must be reached, which measures serve it, and what is still missing."""

from collections import Counter
from typing import Any

import ipywidgets as widgets

from helpers.analysis.goals.goal_tree import Finding, GoalReview, review_goals
from helpers.analysis.goals.places import MEASURE, goal_places
from helpers.dossier.filled import filled
from helpers.dossier.model import Dossier
from helpers.pictures.goal_tree import Box, Line, describe_goal_tree, goal_tree_svg
from helpers.pictures.image import svg_html
from helpers.texts.language import N_, _
from helpers.tools.controls.controls import Picture
from helpers.tools.expectations.goal_fields import field_of
from helpers.tools.expectations.goal_words import MOST, finding_text, more_text, review_lines
from helpers.tools.forms.sheet import Line as Said
from helpers.tools.forms.sheet import SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, group, making, section, told
from helpers.training.working_copy import WorkingCopy

_STRENGTHS = {
    "": N_("not known yet"),
    "0.0": N_("nothing"),
    "1.0": N_("a little"),
    "2.0": N_("clearly"),
    "3.0": N_("strongly"),
}
_TEXTS = ("indicator", "baseline", "target", "source", "owner", "decision")
_YEARS = 16


class GoalTree(SheetTool):
    """Goals and measures as a picture, what is missing in words, and fields to mend it."""

    TITLE = N_("Goals and measures")

    def __init__(self, work: WorkingCopy) -> None:
        self._which = self._gone = self._other = ""
        self._drawing_shown: object = None
        self.picture = Picture()
        super().__init__(work)
        self.view = widgets.VBox([self.picture, self.outcome, self.undo, self.form])

    @property
    def review(self) -> GoalReview:
        """What is missing in the goals of the dossier."""
        dossier = self.work.dossier
        goals, measures, links = map(dossier.table, ("goals", "measures", "contributions"))
        return review_goals(goals, measures, links, dossier.as_of.year)

    @property
    def names(self) -> dict[str, str]:
        """What goals and measures are called, by their id."""
        dossier = self.work.dossier
        goals = {one.id: one.text or one.id for one in dossier.goals}
        return goals | {one.id: one.name or one.id for one in dossier.measures}

    @property
    def concerns(self) -> object:
        """Goals, measures and the links between them."""
        dossier = self.work.dossier
        return dossier.goals, dossier.measures, dossier.contributions, super().concerns

    def redraw(self) -> None:
        """Bring picture, sentences and fields in line with the working copy."""
        self._reviewed = self.review
        super().redraw()
        boxes, lines = drawing = self._drawing_of()
        if drawing != self._drawing_shown:
            self._drawing_shown = drawing
            with self.picture.hold_sync():
                self.picture.alt = describe_goal_tree(boxes, lines) if boxes else ""
                self.picture.svg = goal_tree_svg(boxes, lines) if boxes else ""

    def lines(self) -> list[Said]:
        """Return what is missing, and why that matters."""
        return review_lines(self._reviewed)

    def items(self) -> list[Item]:
        """Return the choice of a goal or measure, its fields and what can be added."""
        dossier = self.work.dossier
        names = self.names
        if self._gone in names:  # it was taken away and put back
            self._which = self._gone
        add = [
            self.button("add goal", _("Add a goal"), self._first("goals"), self._add_goal),
            self.button(
                "add measure", _("Add a measure"), self._first("measures"), self._add_measure
            ),
        ]
        add = [making(one) for one in add]
        if not (dossier.goals or dossier.measures):
            return add
        if self._which not in names:
            self._which = next(iter(names))
        chooser = self.pick(
            "which",
            self._which,
            _("Which goal or measure do you want to look at?"),
            self._offered(),
            self._choose,
        )
        goals = {one.id for one in dossier.goals}
        fields = self._goal() if self._which in goals else self._measure()
        head = names[self._which]
        remove = self.button(f"remove {self._which}", _("Remove this"), "", self._remove)
        shown = section(f"fields {self._which}", head, [*fields, remove])
        return [*self._missing(), chooser, shown, *add]

    def _offered(self) -> Pairs:
        """Return the goals and measures to choose from, each with what it is."""
        dossier, names = self.work.dossier, self.names
        goals = [(one.id, _("Goal: {name}")) for one in dossier.goals]
        measures = [(one.id, _("Measure: {name}")) for one in dossier.measures]
        return [(key, said.format(name=names[key])) for key, said in (*goals, *measures)]

    def _missing(self) -> list[Item]:
        """Return what is missing, the gravest first, each with a button to its field."""
        lines = [self._todo(one) for one in self._reviewed.findings[:MOST]]
        more = told("more", more_text(self._reviewed))
        return [section("missing", _("This is still missing"), [*lines, more])] if lines else []

    def _todo(self, finding: Finding) -> Item:
        dossier = self.work.dossier
        text = finding_text(finding, self.names, dossier.body)
        place = field_of(finding, dossier)
        key = " ".join(["todo", *finding])
        if place is None:
            return told(key, text)
        return self.todo(
            key, text, _("Fill in"), place.field, lambda _value: self._choose(place.which)
        )

    def _goal(self) -> list[Item]:
        def cell(name: str) -> Cell:
            return Cell("goals", {"id": self._which}, name)

        others = [(one.id, one.text or one.id) for one in self.work.dossier.goals]
        above = [("", _("none, it is the highest")), *(o for o in others if o[0] != self._which)]
        first = self.work.dossier.as_of.year
        known = self.value(cell("year"))
        years = sorted({*range(first, first + _YEARS), *([known] if known else [])})
        year = [("", _("not known yet")), *((str(one), str(one)) for one in years)]
        texts = {name: self.text(cell(name), hint=_(cell(name).column.meaning)) for name in _TEXTS}
        return [
            self.text(cell("text"), _("What must be reached?")),
            self.choice(cell("parent"), _("Under which goal does it stand?"), above),
            *(texts[name] for name in _TEXTS[:3]),
            self.choice(cell("year"), _("By which year?"), year),
            *(texts[name] for name in _TEXTS[3:]),
            *self._links("measure", self.work.dossier.measures, "goal"),
        ]

    def _measure(self) -> list[Item]:
        def cell(name: str) -> Cell:
            return Cell("measures", {"id": self._which}, name)

        goals = self.work.dossier.goals
        name = self.text(cell("name"), _("Which measure is it?"), rows=1)
        what = self.text(cell("description"), _("What happens then?"))
        return [name, what, *self._links("goal", goals, "measure")]

    def _links(self, other: str, offered: tuple[Any, ...], own: str) -> list[Item]:
        """Return the links of what is shown, and the choice of one more."""
        links = [one for one in self.work.dossier.contributions if getattr(one, own) == self._which]
        linked = {getattr(one, other) for one in links}
        rest = [(one.id, self.names[one.id]) for one in offered if one.id not in linked]
        head = (
            _("Which measures serve this goal?")
            if own == "goal"
            else _("Which goals does it serve?")
        )
        shown = [self._link_group(one, getattr(one, other)) for one in links]
        return [told(f"links {self._which}", head, look="dv-lead"), *shown, *self._more(rest)]

    def _more(self, rest: Pairs) -> list[Item]:
        """Return the choice of one more link, and a button: arrow keys alone connect nothing."""
        if not rest:
            return []
        now = self._other if self._other in dict(rest) else rest[0][0]
        label, which = _("Connect with"), self._which
        opens = Cell("contributions", self._link_row(now), "strength").id
        pick = self.pick(f"link {which}", now, label, rest, self._choose_other)
        press = self.button(f"connect {which}", _("Connect"), opens, lambda _value: self._link(now))
        return [pick, press]

    def _link_group(self, link: Any, other: str) -> Item:
        row = {"measure": link.measure, "goal": link.goal}
        strength, argument = (Cell("contributions", row, n) for n in ("strength", "argument"))
        pairs = [(key, _(word)) for key, word in _STRENGTHS.items()]
        fields = [
            self.choice(strength, _("How much does it do for it?"), pairs),
            self.text(argument, _("Why may you think so?")),
        ]
        return group(f"link {link.measure} {link.goal}", self.names[other], fields)

    def _first(self, table: str) -> str:
        """Return the id of the field in which somebody begins with a new row."""
        key = self.work.dossier.free_id(table, table[:-1])
        return Cell(table, {"id": key}, "text" if table == "goals" else "name").id

    def _choose(self, key: str) -> None:
        self._which, self._gone = key, ""

    def _add_goal(self, _value: object) -> None:
        self._add("goals", text=_("A new goal"))

    def _add_measure(self, _value: object) -> None:
        self._add("measures", name=_("A new measure"))

    def _add(self, table: str, **values: str) -> None:
        self.work.refresh()
        key = self.work.dossier.free_id(table, table[:-1])
        self.amend(lambda dossier: dossier.add(table, id=key, **values))
        self._choose(key)

    def _choose_other(self, key: str) -> None:
        self._other = key

    def _link_row(self, other: str) -> dict[str, str]:
        goals = {one.id for one in self.work.dossier.goals}
        pair = (other, self._which) if self._which in goals else (self._which, other)
        return dict(zip(("measure", "goal"), pair, strict=True))

    def _link(self, other: str) -> None:
        row = self._link_row(other)
        self.amend(lambda dossier: filled(dossier, "contributions", row))

    def _remove(self, _value: object) -> None:
        key, name = self._which, self.names[self._which]
        self.amend(lambda dossier: _without(dossier, key))
        self._gone = key
        said = _("“{name}” is taken away. With Undo you get it back.")
        self.undo.offer(said.format(name=name))

    def _drawing_of(self) -> tuple[list[Box], list[Line]]:
        dossier, names = self.work.dossier, self.names
        places = goal_places(dossier.table("goals"), dossier.table("measures"))
        gaps = Counter(one.row for one in self._reviewed.findings if one.table != "contributions")
        boxes = [
            Box(names[one.id], one.column, one.row, one.kind == MEASURE, gaps[one.id])
            for one in places
        ]
        at = {one.id: number for number, one in enumerate(places)}
        under = [
            Line(at[one.parent], at[one.id], None, True)
            for one in dossier.goals
            if one.parent in at and places[at[one.parent]].column < places[at[one.id]].column
        ]
        serve = [
            Line(
                at[one.goal],
                at[one.measure],
                one.strength or 0.0,
                bool(one.strength and one.argument),
            )
            for one in dossier.contributions
            if one.goal in at and one.measure in at
        ]
        return boxes, [*under, *serve]

    def still_html(self) -> str:
        """Return the picture, what is missing and the fields of one goal, without controls."""
        image = svg_html(self.picture.svg, self.picture.alt) if self.picture.svg else ""
        return image + super().still_html()


def _without(dossier: Dossier, key: str) -> Dossier:
    """Return a dossier without a goal or measure and its links; goals under it go up one."""
    goals = {one.id: one for one in dossier.goals}
    gone = goals.get(key)
    raised = tuple(
        one.model_copy(update={"parent": gone.parent if gone.parent != one.id else None})
        if gone and one.parent == key
        else one
        for one in dossier.goals
        if one.id != key
    )
    links = tuple(one for one in dossier.contributions if key not in (one.measure, one.goal))
    measures = tuple(one for one in dossier.measures if one.id != key)
    messages = tuple(
        one.model_copy(update={"goal": None}) if one.goal == key else one
        for one in dossier.messages
    )
    changed = {"goals": raised, "measures": measures, "contributions": links, "messages": messages}
    return dossier.model_copy(update=changed)
