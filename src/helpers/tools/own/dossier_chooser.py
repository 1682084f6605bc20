"""The own dossiers on the page: open one, begin one, bring one in from Excel, take one away."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from helpers.dossier.examples import example_names, example_titles, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.problems import MOST_SHOWN, DossierError
from helpers.dossier.workbook import read_workbook, write_template
from helpers.texts.language import N_, _, language, ngettext
from helpers.texts.numbers import day
from helpers.tools.controls.forms import OwnDossiersForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.own.chooser_words import chooser_texts, warning
from helpers.tools.still import Still
from helpers.training.begun import begun
from helpers.training.own_dossiers import ChoiceFile, OwnDossiers, empty_dossier
from helpers.training.start_dossier import open_start_dossier

_TITLE = N_("Your dossiers")
_EMPTY, _PAGE = "empty", "page"
_WHERE = {"begin": "begin", "excel": "excel", "template": "excel"}
"""Under which of its parts the view says what came of an act; else with the list."""
_UNWRITTEN = N_(
    "This could not be done in {folder}. Is the disk full, or may you not write there? "
    "Mend that and try again."
)


class DossierChooser(FormTool):
    """Which own dossier is open, and how another one comes in or goes away."""

    view: OwnDossiersForm
    work: ChoiceFile

    def __init__(self) -> None:
        self.own = OwnDossiers()
        super().__init__(self.own.choice, "own")
        self._note = self._where = ""
        self._problems: dict[str, Any] = {}
        self._begun: tuple[str, str] | None = None
        self.view = OwnDossiersForm(about=_about())
        self.start()

    def hear(self, view: OwnDossiersForm, said: Any, buffers: Any) -> None:
        """Take a message of the view; a workbook comes with it as bytes."""
        self._came = bytes(buffers[0]) if buffers else b""
        super().hear(view, said, buffers)

    def take(self, said: dict[str, Any]) -> None:
        """Do what a message asks for."""
        self._note, self._problems = "", {}
        step = {
            "open": self._open,
            "begin": self._begin,
            "excel": self._excel,
            "template": self._template,
            "put_away": self._put_away,
            "erase": self._erase,
        }.get(text_of(said, "do"))
        self._where = _WHERE.get(text_of(said, "do"), "list")
        try:
            if step:
                step(said)
        except OSError:
            self._note = _(_UNWRITTEN).format(folder=self.own.root)

    def _open(self, said: dict[str, Any]) -> None:
        if text_of(said, "name") in self.own.names:
            self.own.choice.choose(text_of(said, "name"))
            self._anew()

    def _begin(self, said: dict[str, Any]) -> None:
        title = text_of(said, "title").strip()
        if not title:
            self._note = _("First say what the dossier is called.")
            self.view.missing += 1
            return
        asked = title, text_of(said, "start")
        dossier = _started(asked[1])
        if dossier and asked != self._begun:  # a second press, before the page began anew
            self.own.begin(dossier, title)
            self._begun = asked
            self._anew()

    def _excel(self, said: dict[str, Any]) -> None:
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "dossier.xlsx"
                path.write_bytes(self._came)
                dossier = read_workbook(path)
        except DossierError as error:
            self._problems = _problems(error, text_of(said, "name"))
        else:
            self.own.bring(dossier)
            self._anew()

    def _template(self, said: dict[str, Any]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / _("empty-dossier.xlsx")
            write_template(path)
            self.view.send({"name": path.name}, buffers=[path.read_bytes()])
        self._note = _("The empty Excel file is among your downloads.")

    def _put_away(self, said: dict[str, Any]) -> None:
        if (name := text_of(said, "name")) in self.own.names:
            was_open = name == self.own.name
            kept = self.own.put_away(name)
            self._note = _("The dossier now lies in {folder}.").format(folder=kept)
            self._gone(was_open)

    def _erase(self, said: dict[str, Any]) -> None:
        if (name := text_of(said, "name")) in self.own.names:
            was_open = name == self.own.name
            self.own.erase(name)
            self._note = _("The dossier has been erased.")
            self._gone(was_open)

    def _gone(self, was_open: bool) -> None:
        if was_open:
            self._anew()

    def _anew(self) -> None:
        self.view.turn += 1

    def redraw(self) -> None:
        """Bring the list in line with the files."""
        listed, name = self.own.listed(), self.own.name
        with self.view.hold_sync():
            self.view.dossiers = [
                {
                    "name": one.name,
                    "title": one.title,
                    "when": _("changed on {day}").format(day=day(one.changed.date())),
                    "open": one.name == name,
                }
                for one in listed
            ]
            opened = next((one.title for one in listed if one.name == name), "")
            self.view.now = _("Open now: {title}.").format(title=opened) if opened else ""
            self.view.problems = self._problems
            self.view.note, self.view.where = self._note, self._where
            self.view.notice = self.work.notice

    @property
    def still(self) -> Still:
        """What one can do here; the titles of somebody's dossiers never get into a notebook."""
        texts = chooser_texts()
        lines = [("h3", _(_TITLE)), *(("p", text) for text in warning())]
        heads = [texts["list"], texts["begin"], texts["excel"]]
        return Still([*lines, *(("li", head) for head in heads)])

    def still_html(self) -> str:
        """Return what one can do here."""
        return self.still.html

    def still_text(self) -> str:
        """Return it as plain text."""
        return self.still.text


def _started(start: str) -> Dossier | None:
    """Return what a new dossier begins with; nothing for a choice that is not offered."""
    if start == _PAGE:
        return begun(open_start_dossier().page)
    if start in example_names():
        return open_dossier(start)
    return empty_dossier() if start == _EMPTY else None


def _problems(error: DossierError, file: str) -> dict[str, Any]:
    """Return what is wrong with a workbook, which is called as somebody called it."""
    called = [replace(one, file=file or one.file) for one in error.problems[:MOST_SHOWN]]
    count = len(error.problems)
    head = ngettext(
        "{n} thing in this file must be mended first. Your file was not changed.",
        "{n} things in this file must be mended first. Your file was not changed.",
        count,
    ).format(n=count)
    lines = [str(problem) for problem in called]
    more = [_("And {more} more.").format(more=count - MOST_SHOWN)] if count > MOST_SHOWN else []
    return {"head": head, "lines": [*lines, *more]}


def _about() -> dict[str, Any]:
    copies = [
        {"id": name, "label": _("A copy of the example {title}").format(title=title)}
        for name, title in example_titles().items()
    ]
    own = [
        {"id": _PAGE, "label": _("What I wrote in my start dossier")},
        {"id": _EMPTY, "label": _("Nothing: an empty dossier")},
    ]
    return {
        "lang": language(),
        "title": _(_TITLE),
        "warning": warning(),
        "starts": [*own, *copies],
        "texts": chooser_texts(),
    }
