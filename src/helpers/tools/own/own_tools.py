"""All tools of the lessons on the own dossier: choose one, and it is built below."""

import logging
from typing import Any

import ipywidgets as widgets

from helpers.texts.language import N_, _
from helpers.texts.numbers import listed
from helpers.tools.controls.controls import Spoken
from helpers.tools.forms.sheet import Line, SheetTool
from helpers.tools.forms.sheet_items import Item, section, told
from helpers.tools.missing import missing, missing_words
from helpers.tools.own.tool_list import TOOLS, OwnTool
from helpers.tools.tool import FAILED, Shown, close_view
from helpers.training.course_map import lessons
from helpers.training.working_copy import WorkingCopy

_LOG = logging.getLogger(__name__)


class OwnTools(SheetTool):
    """The list of tools, or one of them; a tool is built when it is chosen, and then closed."""

    TITLE = N_("All tools on your dossier")
    WARNING = ""

    def __init__(self, work: WorkingCopy) -> None:
        self.chosen: OwnTool | None = None
        self.tool: Shown | None = None
        self.head, self.place = Spoken(), widgets.VBox()
        super().__init__(work)
        self.view = widgets.VBox([self.form, self.head, self.place])

    @property
    def concerns(self) -> object:
        """All that a tool can need."""
        return self.work.dossier, self.work.notice

    def items(self) -> list[Item]:
        """Return the tools by lesson; or what the chosen one still misses, and the way back."""
        if self.chosen is None:
            titles = {one.number: one.title for one in lessons()}
            numbers = dict.fromkeys(one.lesson for one in TOOLS)
            return [self._lesson(number, titles[number]) for number in numbers]
        back = self.button("back", _("Close, and show all tools"), self.chosen.name, self._close)
        said = missing(self.work.dossier, *self.chosen.needs)
        more = _("How it works stands in lesson {number}.").format(number=self.chosen.lesson)
        return [back, told("missing", *said), told("more", more, look="dv-note")]

    def lines(self) -> list[Line]:
        """Return nothing: what follows stands with the tool."""
        return []

    def _lesson(self, number: str, title: str) -> Item:
        rows = [self._row(one) for one in TOOLS if one.lesson == number]
        head = _("Lesson {number} {title}").format(number=number, title=title)
        return section(number, head, [{"id": f"list {number}", "kind": "list", "items": rows}])

    def _row(self, one: OwnTool) -> Item:
        lacks = missing_words(self.work.dossier, one.needs)
        note = [_(one.does)]
        if lacks:
            note.append(_("Still needed: {what}.").format(what=listed(lacks)))
        pressed = self.button(one.name, "", "", lambda _value: self.open(one))
        return {**pressed, "kind": "row", "text": _(one.title), "note": " ".join(note)}

    def open(self, one: OwnTool) -> None:
        """Close the tool that is open and build this one."""
        self._close()
        self.chosen = one
        try:
            self.tool = one.build(self.work)
            self.place.children = [self.tool.view]
            said = _(one.title)
        except Exception:
            _LOG.exception("%s failed", one.name)
            said = _(FAILED)
        self.head.lines = [{"text": said, "tag": "h3", "quiet": True}]
        self.head.turn += 1

    def _close(self, _value: Any = None) -> None:
        tool, self.tool, self.chosen = self.tool, None, None
        self.place.children = []
        self.head.lines = []
        if tool is not None:
            close_view(tool.view)
