"""What each sub-region puts first, with which goal; what they share and where they differ."""

from typing import Any

import ipywidgets as widgets

from helpers.dossier.regions import Priority
from helpers.texts.language import N_, _
from helpers.tools.forms.sheet import Line, SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, grid, group, live, section, told
from helpers.tools.meetings.region_rows import (
    PLACES,
    in_order,
    moved,
    without_priority,
    without_region,
)
from helpers.tools.meetings.region_words import compared_lines, task_name
from helpers.training.working_copy import WorkingCopy


class RegionPriorities(SheetTool):
    """The tasks of one sub-region in their order, each with its goal, and a comparison of all."""

    TITLE = N_("What each sub-region puts first")

    def __init__(self, work: WorkingCopy) -> None:
        self._region = self._edited = ""
        super().__init__(work)
        self.view = widgets.VBox([self.undo, self.form, self.outcome])

    @property
    def concerns(self) -> object:
        """Sub-regions and their tasks."""
        dossier = self.work.dossier
        return dossier.regions, dossier.priorities, super().concerns

    @property
    def rows(self) -> list[Priority]:
        """The tasks of the sub-region that is shown, in their order."""
        return in_order(self.work.dossier.priorities, self._region)

    def items(self) -> list[Item]:
        """Return the choice of a sub-region, its tasks, and what can be added."""
        regions = {one.id: one.name for one in self.work.dossier.regions}
        new = self.button(
            "add region", _("Add a sub-region"), self._next("regions", "name"), self._add_region
        )
        if not regions:
            return [told("none", _("There is no sub-region in this dossier yet.")), new]
        if self._region not in regions:
            self._region = next(iter(regions))
        label = _("Which sub-region?")
        pick = live(
            self.pick("region", self._region, label, list(regions.items()), self._to_region)
        )
        tasks = section(f"tasks {self._region}", regions[self._region], self._tasks())
        return [pick, tasks, self._about(), new]

    def lines(self) -> list[Line]:
        """Return what the sub-regions share and where they differ."""
        return compared_lines(self.work.dossier)

    def _tasks(self) -> list[Item]:
        rows = self.rows
        said = _(
            "Put in order what comes first here. At most {n} tasks get a place: if everything "
            "comes first, nothing does."
        )
        shown = [told("order", said.format(n=PLACES), look="dv-note")]
        shown += [self._task(one) for one in rows]
        add = self.button(
            f"add {self._region}", _("Add a task"), self._next("priorities", "task"), self._add_task
        )
        return [*shown, add, *self._take_over()]

    def _task(self, one: Priority) -> Item:
        name = task_name(one)
        numbered = _("{n}. {task}") if one.rank else _("No place yet: {task}")
        keys = [f"{do} {one.id}" for do in ("up", "down", "edit")]
        words = (_("Up") if one.rank else _("Give a place"), _("Down"))
        first = Cell("priorities", {"id": one.id, "region": one.region}, "task").id
        buttons = [
            self.button(keys[0], words[0], keys[0], lambda _value: self._move(one.id, -1)),
            self.button(keys[1], words[1], keys[1], lambda _value: self._move(one.id, 1)),
            self.button(keys[2], _("Change"), first, lambda _value: self._edit(one.id)),
        ]
        inside = [*self._goal(one), grid(f"do {one.id}", buttons if one.rank else buttons[::2])]
        if one.id == self._edited:
            inside += self._changed(one)
        return group(f"task {one.id}", numbered.format(n=one.rank, task=name), inside)

    def _goal(self, one: Priority) -> list[Item]:
        """Return the goal of a task, or that it is missing."""
        if one.goal.strip():
            return [told(f"goal {one.id}", _("Goal: {goal}").format(goal=one.goal))]
        opens = Cell("priorities", {"id": one.id, "region": one.region}, "goal").id
        text = _("There is no goal here yet.")
        return [
            self.todo(
                f"todo {one.id}", text, _("Fill in"), opens, lambda _value: self._edit(one.id)
            )
        ]

    def _changed(self, one: Priority) -> list[Item]:
        def cell(name: str) -> Cell:
            return Cell("priorities", {"id": one.id, "region": one.region}, name)

        nobody: Pairs = [("", _("nobody in particular"))]
        people = [(who.id, who.name) for who in self.work.dossier.stakeholders]
        remove = _("Remove this task")
        return [
            self.text(cell("task"), _("What is there to do, in a few words?"), rows=1),
            self.text(cell("goal"), _("What must be reached by it here?")),
            self.choice(cell("brought_by"), _("Who brought it in?"), [*nobody, *people]),
            self.button(
                f"remove {one.id}", remove, f"add {self._region}", lambda _v: self._remove(one.id)
            ),
        ]

    def _take_over(self) -> list[Item]:
        """Return the choice of a task of another sub-region that goes for this one as well."""
        own = {task_name(one).casefold() for one in self.rows}
        rows = self.work.dossier.priorities
        offered = {
            one.task.strip(): one.id
            for one in rows
            if one.task.strip() and one.task.strip().casefold() not in own
        }
        if not offered:
            return []
        pairs: Pairs = [("", _("choose")), *((key, task) for task, key in offered.items())]
        label = _("Does a task of another sub-region go for this one as well?")
        return [live(self.pick(f"take {self._region}", "", label, pairs, self._take_one))]

    def _about(self) -> Item:
        one = next(one for one in self.work.dossier.regions if one.id == self._region)
        row = {"id": one.id, "name": one.name}
        fields = [
            self.text(Cell("regions", row, "name"), rows=1),
            self.text(Cell("regions", row, "about"), _("What marks this sub-region?")),
            self.button(
                f"remove region {one.id}",
                _("Remove this sub-region and its tasks"),
                "add region",
                self._remove_region,
            ),
        ]
        return section(f"about {one.id}", _("About this sub-region"), fields)

    def _write(self, cell: Cell, text: str, known: str) -> None:
        if cell.column.required and not text.strip():
            self._note = _("It needs a name. Until there is one, the old name stays.")
            return
        super()._write(cell, text, known)

    def _next(self, table: str, field: str) -> str:
        key = self.work.dossier.free_id(table, "part" if table == "regions" else "task")
        return Cell(table, {"id": key}, field).id

    def _to_region(self, key: str) -> None:
        self._region = key

    def _edit(self, key: str) -> None:
        self._edited = key

    def _move(self, key: str, step: int) -> None:
        self.amend(lambda dossier: moved(dossier, key, step))
        one = next(one for one in self.rows if one.id == key)
        said = _("“{task}” stands on place {n} now.") if one.rank else _("“{task}” has no place.")
        self._note = said.format(task=task_name(one), n=one.rank)

    def _add(self, table: str, stem: str, **values: Any) -> str:
        self.work.refresh()
        key = self.work.dossier.free_id(table, stem)
        self.amend(lambda dossier: dossier.add(table, id=key, **values))
        return key

    def _add_region(self, _value: object) -> None:
        self._region = self._add("regions", "part", name=_("A new sub-region"))

    def _add_task(self, _value: object) -> None:
        self._edited = self._add("priorities", "task", region=self._region)

    def _take_one(self, key: str) -> None:
        found = [one for one in self.work.dossier.priorities if one.id == key]
        for one in found:
            more = {"task": one.task, "brought_by": one.brought_by}
            self._edited = self._add("priorities", "task", region=self._region, **more)

    def _remove(self, key: str) -> None:
        one = next(one for one in self.rows if one.id == key)
        self.amend(lambda dossier: without_priority(dossier, key))
        self._gone(task_name(one))

    def _remove_region(self, _value: object) -> None:
        key = self._region
        name = next(one.name for one in self.work.dossier.regions if one.id == key)
        self.amend(lambda dossier: without_region(dossier, key))
        self._gone(name)

    def _gone(self, name: str) -> None:
        said = _("“{name}” is taken away. With Undo you get it back.")
        self.undo.offer(said.format(name=name))
