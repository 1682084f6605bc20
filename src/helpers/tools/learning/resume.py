"""Where you left: one sentence, and a link to the lesson that comes next."""

import html
from typing import Any

from helpers.texts.language import N_, _, language
from helpers.tools.controls.forms import ResumeForm
from helpers.tools.forms.form import FormTool
from helpers.training.progress import open_progress
from helpers.training.resume import NextStep, Why, next_step

_SENTENCES = {
    Why.BEGIN: N_("You have not done an exercise yet. Begin with this lesson."),
    Why.BUSY: N_("You were busy with the exercise “{exercise}”. Go on in {lesson}."),
    Why.NEXT: N_("Next comes the exercise “{exercise}”. It is in {lesson}."),
    Why.OWN: N_("You did the core exercises of every lesson. Go on in {lesson}."),
}
_LESSON = N_("lesson {number}, {title}")


class Resume(FormTool):
    """A sentence that follows the participant's progress."""

    view: ResumeForm

    def __init__(self) -> None:
        super().__init__(open_progress(), "resume")
        self.view = ResumeForm(about={"lang": language()})
        self.start()

    def take(self, said: dict[str, Any]) -> None:
        """Do nothing: the sentence only shows."""

    def redraw(self) -> None:
        """Bring the sentence in line with the progress."""
        self.view.next = described(next_step(self.work))

    def still_html(self) -> str:
        """Return the sentence with its link."""
        said = described(next_step(self.work))
        before, after = (html.escape(part) for part in (said["before"], said["after"]))
        shown = html.escape(said["shown"])
        link = f'<a href="{html.escape(said["link"])}">{shown}</a>' if said["link"] else shown
        return f"<p>{before}{link}{after}</p>"

    def still_text(self) -> str:
        """Return the sentence."""
        said = described(next_step(self.work))
        return f"{said['before']}{said['shown']}{said['after']}"


def described(step: NextStep) -> dict[str, str]:
    """Return the sentence in three pieces, the middle one the link to ``notebook``.

    ``heading`` is the id that JupyterLab gives to the heading to open it at, with its ``#``.
    """
    exercise = step.exercise.title if step.exercise else ""
    sentence = _(_SENTENCES[step.why])
    before, _hole, after = sentence.partition("{lesson}")
    place = _("the closing case of lesson {number}") if step.in_case else _(_LESSON)
    name = place.format(number=step.lesson.number, title=step.lesson.title.lower())
    there = bool(_hole)
    return {
        "before": before.replace("{exercise}", exercise.strip('"')),
        "shown": name if there else "",
        "after": after,
        "notebook": step.notebook if there else "",
        "heading": f"#{step.heading.replace(' ', '-')}" if step.heading else "",
        "link": f"../../{step.notebook}" if there else "",  # from notebooks/nl and exercises/nl
    }
