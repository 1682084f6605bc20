"""What you did in the course, lesson by lesson: to print, and to erase."""

import datetime as dt
import html
from typing import Any, NamedTuple

from helpers.texts.language import N_, _, language, ngettext
from helpers.texts.numbers import day
from helpers.tools.controls.forms import MyProgressForm
from helpers.tools.forms.form import FormTool
from helpers.training.content import all_exercises
from helpers.training.course_map import lessons
from helpers.training.kinds.exercise import Kind
from helpers.training.progress import LessonProgress, Progress, lesson_progress, open_progress
from helpers.training.traces import erase, has_own
from helpers.training.work_folder import work_folder

_TITLE = N_("Your exercises, lesson by lesson")
_LEFT = 'style="text-align: left; vertical-align: top"'
_FAILED = N_(
    "This could not be done in {folder}. Is the disk full, or may you not write there? "
    "Mend that and try again."
)


class Done(NamedTuple):
    """A lesson with what somebody did of it."""

    number: str
    title: str
    state: LessonProgress


class MyProgress(FormTool):
    """A table of what somebody tried, found and did, a page to print, and a way to erase."""

    view: MyProgressForm
    work: Progress

    def __init__(self) -> None:
        super().__init__(open_progress(), "mine")
        self._note = ""
        self.view = MyProgressForm(
            about={
                "lang": language(),
                "title": _(_TITLE),
                "heads": _heads(),
                "texts": _texts(),
            }
        )
        self.start()

    def take(self, said: dict[str, Any]) -> None:
        """Erase everything, when that is asked."""
        self._note = ""
        try:
            if said.get("do") == "erase":
                self._erase(said.get("own") is True)
        except OSError:
            self._note = _(_FAILED).format(folder=work_folder())

    def _erase(self, own: bool) -> None:
        erase(work_folder(), own)
        self.work.refresh()
        self._note = _("Your work has been erased.")
        self.view.erased += 1

    def redraw(self) -> None:
        """Bring the table and the page to print in line with the progress."""
        done = self.done
        with self.view.hold_sync():
            self.view.rows = [_row(one) for one in done]
            self.view.total = _total(done)
            self.view.blocks = [list(block) for block in self.blocks]
            self.view.own = has_own(work_folder())
            self.view.note = self._note
            self.view.notice = self.work.notice

    @property
    def done(self) -> list[Done]:
        """The lessons of which somebody tried something."""
        found = [
            Done(one.number, one.title, lesson_progress(all_exercises(one.number), self.work))
            for one in lessons()
        ]
        return [one for one in found if one.state.tried]

    @property
    def blocks(self) -> list[tuple[str, str]]:
        """The page of what was completed: a heading and a list for each lesson."""
        blocks = [
            ("h1", _("What I did in the course Draagvlak")),
            ("p", _("Made on {day}.").format(day=day(dt.date.today()))),
            ("p", _total(self.done)),
        ]
        for one in self.done:
            blocks.append(("h2", f"{one.number} {one.title}"))
            kinds = all_exercises(one.number)
            blocks += [("li", line) for kind in kinds if (line := self._line(kind))]
        return blocks

    def _line(self, kind: Kind) -> str:
        attempt = self.work.attempt(kind)
        if not attempt.tried:
            return ""
        how = _("tried")
        if attempt.done:
            how = _("found by myself") if attempt.right else _("done, with the example")
        when = f" ({day(attempt.last)})" if attempt.last else ""
        return f"{kind.title}: {how}{when}"

    def still_html(self) -> str:
        """Return the table."""
        heads = "".join(f'<th scope="col" {_LEFT}>{html.escape(text)}</th>' for text in _heads())
        rows = "".join(_still_row(_row(one)) for one in self.done)
        table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        title = f"<h3>{html.escape(_(_TITLE))}</h3>"
        return f"{title}{table if rows else ''}<p>{html.escape(_total(self.done))}</p>"

    def still_text(self) -> str:
        """Return the table as lines."""
        lines = [" ".join(map(str, _row(one))) for one in self.done]
        return "\n".join([_(_TITLE), *lines, _total(self.done)])


def _heads() -> list[str]:
    return [_("Lesson"), _("Tried"), _("Found by myself"), _("Finished"), _("Minutes")]


def _row(one: Done) -> list[str]:
    state = one.state
    counts = [state.tried, state.right, state.done, state.minutes]
    return [f"{one.number} {one.title}", *map(str, counts)]


def _total(done: list[Done]) -> str:
    if not done:
        return _("You did not try an exercise yet. What you do will stand here.")
    tried, right, minutes = (
        sum(getattr(one.state, name) for one in done) for name in ("tried", "right", "minutes")
    )
    text = ngettext(
        "You tried {n} exercise and found {right} by yourself: "
        "about {minutes} minutes of practice.",
        "You tried {n} exercises and found {right} by yourself: "
        "about {minutes} minutes of practice.",
        tried,
    )
    return text.format(n=tried, right=right, minutes=minutes)


def _still_row(row: list[str]) -> str:
    first, *counts = map(html.escape, row)
    cells = "".join(f"<td>{count}</td>" for count in counts)
    return f'<tr><th scope="row" {_LEFT}>{first}</th>{cells}</tr>'


def _texts() -> dict[str, str]:
    return {
        "print": _("Print this page"),
        "erase": _("Erase my work"),
        "sure": _(
            "Do you want to erase your answers, notes and conversations, and what you changed in "
            "the example dossiers? Nothing of it is kept, and you cannot get it back. "
            "Taking your work along comes first; that is further on in this lesson."
        ),
        "own": _("Erase my own dossiers and reports too"),
        "law": _(
            "Is an own dossier about your real work? Then you may not simply erase everything "
            "(Archiefwet). What bears on the decision must first be in your organisation's file."
        ),
        "yes": _("Yes, erase it"),
        "no": _("No, keep everything"),
    }
