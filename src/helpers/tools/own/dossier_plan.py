"""The dossier plan: what goes in, whether it could be public, and the files to take along."""

from collections.abc import Callable
from datetime import date
from typing import Any

from helpers.dossier.model import Dossier
from helpers.dossier.problems import DossierError, Problem
from helpers.report.document import document_bytes, save_bytes
from helpers.report.left_out import without_forecasts
from helpers.report.plan.document import plan_document
from helpers.report.plan.forecasts import WHY_OUT
from helpers.report.public_check import Place, public_findings
from helpers.report.workbook import workbook_bytes
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import number
from helpers.tools.forms.sheet import Line, SheetTool
from helpers.tools.forms.sheet_items import Item, section, told
from helpers.tools.own.plan_contents import intention_of, plan_contents
from helpers.training.own_text import clean
from helpers.training.snapshots import free_path
from helpers.training.start_dossier import open_start_dossier
from helpers.training.work_folder import work_folder
from helpers.training.working_copy import WorkingCopy

_QUESTIONS = {
    "names": N_("No names of persons stand in it, and nothing by which one is recognised."),
    "opinions": N_("The political opinion of one person stands nowhere in it."),
    "sources": N_("With each judgement stands what it rests on and from when it is."),
    "shown": N_("I would show it to those whom it is about."),
}
_MOST = 15
_Found = tuple[object, list[Problem]]


class DossierPlan(SheetTool):
    """The plan as a Word file and all tables as an Excel file, after a look at who may read it."""

    TITLE = N_("Your dossier plan")
    WARNING = ""

    def __init__(self, work: WorkingCopy) -> None:
        self.page = open_start_dossier()
        self._forecasts, self._reason = False, ""
        self._ticked: set[str] = set()
        self._looked: _Found = None, []
        super().__init__(work)
        self.page.on_change(self._follow)

    @property
    def concerns(self) -> object:
        """The whole dossier, what was agreed and the intention."""
        work = self.work
        return work.dossier, work.actions, intention_of(self.page.page), work.notice

    def items(self) -> list[Item]:
        """Return what goes in, the check whether it could be public, and the two buttons."""
        return [
            section("content", _("What goes in?"), self._content()),
            section("public", _("Could this be public?"), self._public()),
            section("files", _("Take it along"), self._files()),
        ]

    def lines(self) -> list[Line]:
        """Return nothing: what was found stands with the check itself."""
        return []

    def _content(self) -> list[Item]:
        whole = _(
            "The Word file is a plan of a few pages: who decides, who wants what, what to ask, and "
            "the next steps. The Excel file holds all tables."
        )
        out = _(
            "Left out: how anybody may vote, who is convinced, and of party groups and executives "
            "their attitude and where they stood after a conversation."
        )
        label = _("Put forecasts in all the same: how party groups may vote and who is convinced")
        items = [
            told("whole", whole),
            told("out", f"{out} {_(WHY_OUT)}"),
            self.mark("forecasts", self._forecasts, label, self._switch),
        ]
        if self._forecasts:
            hint = _("This stands at the top of the plan, below a warning.")
            ask = _("Why must they be in it?")
            items.append(self.line("reason", self._reason, ask, hint, self._explain))
        return items

    def _switch(self, on: Any) -> None:
        self._forecasts = bool(on)

    def _explain(self, text: str) -> None:
        self._reason = clean(text)

    def _public(self) -> list[Item]:
        how = _(
            "What you make can be asked for (Woo), and who stands in it may see it (AVG). Look "
            "through your dossier and tick what is so. What is about the decision belongs in the "
            "official file; these files do not take its place."
        )
        ticks = [
            self.mark(key, key in self._ticked, _(label), self._tick(key))
            for key, label in _QUESTIONS.items()
        ]
        return [told("how", how), *ticks, told("found", *self._found_sentences())]

    def _tick(self, key: str) -> Callable[[Any], None]:
        def tick(on: Any) -> None:
            self._ticked = self._ticked | {key} if on else self._ticked - {key}

        return tick

    @property
    def found(self) -> list[Problem]:
        """What in the files looks as if it is about one person."""
        intention = intention_of(self.page.page).text
        seen = (self.work.dossier, self.work.actions, intention, self._forecasts, self._reason)
        if not _same(self._looked[0], seen):
            self._looked = seen, public_findings(self._goes_out(), self._others(intention))
        return self._looked[1]

    def _goes_out(self) -> Dossier:
        dossier = self.work.dossier
        return dossier if self._forecasts else without_forecasts(dossier)

    def _others(self, intention: str) -> list[Place]:
        agreed = [
            (_("Route"), _("What you agree to do for this step"), one.what)
            for one in self.work.actions.values()
        ]
        plan = _("Dossier plan")
        mine = [(plan, _("What I am going to do"), intention)]
        if self._forecasts:
            mine.append((plan, _("Why must they be in it?"), self._reason))
        return [*agreed, *mine]

    def _found_sentences(self) -> list[str]:
        found = self.found
        if not found:
            text = _(
                "The course finds no e-mail address, phone number, bsn, or name after “mevrouw” or "
                "“de heer”. It does not see other names: look yourself."
            )
            return [text]
        head = ngettext(
            "The course finds {n} thing to look at:",
            "The course finds {n} things to look at:",
            len(found),
        ).format(n=number(len(found)))
        more = len(found) - _MOST
        last = [_("And {more} more.").format(more=number(more))] if more > 0 else []
        return [head, *(str(one) for one in found[:_MOST]), *last]

    def _files(self) -> list[Item]:
        word, excel = _("Make the Word file"), _("Make the Excel file")
        return [
            told("open", self.left_open),
            self.button("word", word, "word", lambda _value: self._make("word")),
            self.button("excel", excel, "excel", lambda _value: self._make("excel")),
        ]

    @property
    def left_open(self) -> str:
        """What of the check is not ticked and what the course found, in a sentence."""
        left, found = len(_QUESTIONS) - len(self._ticked), len(self.found)
        told = []
        if left:
            text = ngettext("{n} question is not ticked", "{n} questions are not ticked", left)
            told.append(text.format(n=left))
        if found:
            text = ngettext("{n} thing is to be looked at", "{n} things are to be looked at", found)
            told.append(text.format(n=number(found)))
        if not told:
            return _("Of the check “Could this be public?” nothing is left open.")
        said = _("Still open of the check “Could this be public?”: {what}.")
        return said.format(what=", ".join(told))

    def _make(self, kind: str) -> None:
        dossier = self.work.dossier
        stem = _("dossierplan") if kind == "word" else _("tables")
        suffix = "docx" if kind == "word" else "xlsx"
        name = f"{stem}-{dossier.id}-{date.today():%Y-%m-%d}.{suffix}"
        try:
            content = self._plan() if kind == "word" else workbook_bytes(dossier, self._forecasts)
        except DossierError as error:
            self._note = str(error)
            return
        self._hand_over(name, content)

    def _plan(self) -> bytes:
        page, reason = self.page.page, self._reason
        contents = plan_contents(self.work, page, self._forecasts, reason)
        return document_bytes(plan_document(contents))

    def _hand_over(self, name: str, content: bytes) -> None:
        """Keep a file in the work folder and give it to the browser; one may fail, not both."""
        folder = work_folder() / "verslagen"
        path = free_path(folder / name)
        try:
            save_bytes(content, path)
        except OSError:
            said = _(
                "The file is among your downloads. It could not be kept in {folder}: is the disk "
                "full, or may you not write there?"
            ).format(folder=folder)
        else:
            said = _("The file is among your downloads, and here: “{path}”.").format(path=path)
        self.give(path.name, content)
        self._note = f"{said} {self.left_open}"


def _same(seen: object, now: tuple[object, ...]) -> bool:
    """Tell whether nothing changed; a dossier that is the same object is not gone through."""
    if not isinstance(seen, tuple):
        return False
    return seen[0] is now[0] and seen[1:] == now[1:]
