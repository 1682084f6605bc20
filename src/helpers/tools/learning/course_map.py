"""The course map: the lessons, what each gives, its minutes, and how far you are."""

import html
from typing import Any

from helpers.texts.language import N_, _, language, ngettext
from helpers.tools.controls.forms import CourseMapForm
from helpers.tools.forms.form import FormTool
from helpers.training.content import all_exercises
from helpers.training.course_map import Lesson, lessons
from helpers.training.progress import Stage, lesson_progress, open_progress

_STAGES = {
    Stage.NOT_YET: ("○", N_("not started yet")),
    Stage.STARTED: ("◐", N_("started")),
    Stage.DONE: ("●", N_("core exercises done")),
}
_CAPTION = N_("The lessons of the course")
_LEFT = 'style="text-align: left; vertical-align: top"'
_LATER = ("·", N_("follows later"))


class CourseMap(FormTool):
    """A table of lessons that follows the participant's progress."""

    view: CourseMapForm

    def __init__(self) -> None:
        super().__init__(open_progress(), "course")
        self.view = CourseMapForm(
            about={"lang": language(), "caption": _(_CAPTION), "heads": _heads()}
        )
        self.start()

    def take(self, said: dict[str, Any]) -> None:
        """Do nothing: the map only shows."""

    def redraw(self) -> None:
        """Bring the table in line with the progress."""
        with self.view.hold_sync():
            self.view.lessons = self.rows
            self.view.total = self.total
            self.view.notice = self.work.notice

    @property
    def rows(self) -> list[dict[str, Any]]:
        """One row a lesson: what stands in the table."""
        return [self._row(lesson) for lesson in lessons()]

    @property
    def total(self) -> str:
        """How much was done of all exercises that there are, in a sentence."""
        found = [lesson_progress(all_exercises(one.number), self.work) for one in lessons()]
        every, done = sum(one.total for one in found), sum(one.done for one in found)
        minutes = sum(one.minutes for one in found)
        if not done:
            return _("There are {n} exercises. You did none of them yet.").format(n=every)
        text = _(
            "You did {done} of the {n} exercises, together about {minutes} minutes of practice."
        )
        return text.format(done=done, n=every, minutes=minutes)

    def _row(self, lesson: Lesson) -> dict[str, Any]:
        symbol, words, count = *_LATER, ""
        if lesson.notebook:
            state = lesson_progress(all_exercises(lesson.number), self.work)
            symbol, words = _STAGES[state.stage]
            text = ngettext(
                "{done} of {n} exercise done", "{done} of {n} exercises done", state.total
            )
            count = text.format(done=state.done, n=state.total) if state.total else ""
        return {
            "number": lesson.number,
            "title": lesson.title,
            "after": lesson.after,
            "minutes": ngettext("{n} minute", "{n} minutes", lesson.minutes).format(
                n=lesson.minutes
            ),
            "notebook": lesson.notebook,
            "link": lesson.notebook.rpartition("/")[2],
            "study": lesson.study,
            "study_link": f"../../{lesson.study}" if lesson.study else "",
            "study_words": _("Exercises in pieces of 20 minutes") if lesson.study else "",
            "symbol": symbol,
            "stage": _(words),
            "count": count,
        }

    def still_html(self) -> str:
        """Return the table."""
        heads = "".join(f'<th scope="col" {_LEFT}>{html.escape(text)}</th>' for text in _heads())
        rows = "".join(_still_row(row) for row in self.rows)
        return (
            f"<table><caption {_LEFT}>{html.escape(_(_CAPTION))}</caption>"
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
            f"<p>{html.escape(self.total)}</p>"
        )

    def still_text(self) -> str:
        """Return the lessons as lines of plain text."""
        lines = [f"{row['number']} {row['title']}: {row['stage']}" for row in self.rows]
        return "\n".join([*lines, self.total])


def _heads() -> list[str]:
    return [_("Lesson"), _("What you can do afterwards"), _("How far you are")]


def _still_row(row: dict[str, Any]) -> str:
    said = {name: html.escape(text) for name, text in row.items()}
    title = f'<a href="{said["link"]}">{said["title"]}</a>' if row["link"] else said["title"]
    count = f"<br>{said['count']}" if row["count"] else ""
    if row["study"]:
        count += f'<br><a href="{said["study_link"]}">{said["study_words"]}</a>'
    return (
        f'<tr><th scope="row" {_LEFT}>{said["number"]} {title}<br>{said["minutes"]}</th>'
        f"<td {_LEFT}>{said['after']}</td>"
        f"<td {_LEFT}>{said['symbol']} {said['stage']}{count}</td></tr>"
    )
