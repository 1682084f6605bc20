"""An exercise on the page: the question, and step by step what an answer would do in reality."""

from collections.abc import Callable
from functools import partial
from typing import Any

from helpers.texts.language import _
from helpers.texts.numbers import listed
from helpers.tools.controls.exercises import (
    ChooseForm,
    ElsewhereForm,
    EstimateForm,
    ExerciseForm,
    OrderForm,
    PlacingForm,
    WriteForm,
)
from helpers.tools.forms.form import FormTool, ids_of, text_of
from helpers.tools.forms.typed import place_of
from helpers.tools.learning.exercise_words import (
    about_of,
    again_of,
    buttons_of,
    choices_of,
    closing_of,
    example_of,
    hints_of,
    lines_of,
    meta_of,
    parts_of,
)
from helpers.tools.still import Still, paragraphs
from helpers.training.content import ContentError, open_exercise
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.exercise import Attempt, Kind, Line
from helpers.training.kinds.placing import Placing
from helpers.training.kinds.write import Write
from helpers.training.outcomes import outcome
from helpers.training.own_text import merged
from helpers.training.progress import Progress, open_progress

_FORMS: dict[str, type[ExerciseForm]] = {
    "choose": ChooseForm,
    "sort": PlacingForm,
    "order": OrderForm,
    "match": PlacingForm,
    "estimate": EstimateForm,
    "write": WriteForm,
    "talk": ElsewhereForm,
    "do": ElsewhereForm,
}


class ExerciseTool(FormTool):
    """One exercise with the participant's attempt at it."""

    view: ExerciseForm

    def __init__(self, exercise: Kind, progress: Progress) -> None:
        super().__init__(progress, exercise.id)
        self.exercise = exercise
        self.note = ""
        self.view = _FORMS[exercise.kind](
            about=about_of(exercise) | {"place": place_of(self, exercise.id)}
        )
        self.start()

    @property
    def attempt(self) -> Attempt:
        """How far the participant is."""
        attempt: Attempt = self.work.attempt(self.exercise)
        return attempt

    def take(self, said: dict[str, Any]) -> None:
        """Take one step of the exercise; the steps that look at an answer bring it along."""
        self.note = ""
        step = {
            "answer": self._answer,
            "text": self._write,
            "check": self._check,
            "hint": self._hint,
            "example": self._example,
            "again": self._again,
        }.get(text_of(said, "do"))
        if step:
            step(said)

    def _step(self, take: Callable[[Attempt], Attempt]) -> None:
        self.work.step(self.exercise, take)

    def _answer(self, said: dict[str, Any]) -> None:
        self._step(lambda attempt: self.exercise.answer(attempt, ids_of(said)))

    def _write(self, said: dict[str, Any]) -> None:
        if isinstance(self.exercise, Write):
            self._step(partial(_written, self.exercise, said))

    def _check(self, said: dict[str, Any]) -> None:
        found = outcome(self.exercise)
        self._answer(said if found is None else {"value": list(found)})
        self.note = self.exercise.why_not(self.attempt)
        self._step(self.exercise.check)

    def _hint(self, said: dict[str, Any]) -> None:
        self._step(self.exercise.hint)

    def _example(self, said: dict[str, Any]) -> None:
        self.note = self.exercise.why_no_example(self.attempt)
        self._step(self.exercise.open_example)

    def _again(self, said: dict[str, Any]) -> None:
        self._step(self.exercise.again)
        self.note = again_of(self.exercise)

    def redraw(self) -> None:
        """Bring the form in line with the attempt."""
        attempt, exercise, view = self.attempt, self.exercise, self.view
        with view.hold_sync():
            view.parts = parts_of(exercise, attempt)
            view.answer = list(attempt.answer)
            view.buttons = buttons_of(exercise, attempt)
            view.note = lines_of([Line(self.note)] if self.note else [])
            view.feedback = lines_of(exercise.feedback(attempt))
            view.hints = hints_of(exercise, attempt)
            view.example = example_of(exercise, attempt)
            view.closing = closing_of(exercise, attempt)
            view.notice = self.work.notice
            if isinstance(view, WriteForm):
                view.text = attempt.text
            if isinstance(view, PlacingForm):
                view.choices = choices_of(exercise, attempt)

    @property
    def still(self) -> Still:
        """The question with its options, before anything was answered."""
        exercise = self.exercise
        return Still(
            [
                ("p", meta_of(exercise)),
                ("h3", exercise.title),
                *(("p", text) for text in paragraphs(exercise.situation)),
                ("h4", exercise.question),
                *_asked(exercise),
                ("p", _("You answer this exercise on the screen, when the lesson is open.")),
            ]
        )

    def still_html(self) -> str:
        """Return the question without controls and without an answer."""
        return self.still.html

    def still_text(self) -> str:
        """Return the question as plain text."""
        return self.still.text


class Exercise:
    """What a lesson shows: the exercise with this name, or what its author has to mend.

    The name is an id, such as ``02-belang-achter-standpunt``, or a place in the lesson: ``02-1``.
    """

    def __init__(self, name: str) -> None:
        self.shown = _shown(name)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return self.shown._repr_mimebundle_(**kwargs)


def _shown(name: str) -> ExerciseTool | Still:
    try:
        return ExerciseTool(open_exercise(name), open_progress())
    except ContentError as error:
        lead = _("This exercise cannot be shown yet. Its author has to mend this:")
        return Still([("p", lead), *(("li", str(problem)) for problem in error.problems)])


def _asked(exercise: Kind) -> list[tuple[str, str]]:
    """Return what there is to choose from or to look for, before anything was done."""
    begun = exercise.begin()
    mark = {"choose": "○ ", "order": "▢ ", "do": "▢ ", "talk": "▢ "}.get(exercise.kind, "")
    if isinstance(exercise, Choose) and exercise.several:
        mark = "☐ "
    shown = () if isinstance(exercise, Write) else exercise.shown(begun)
    lines = [("li", mark + part.text) for part in shown]
    if not isinstance(exercise, Placing):
        return lines
    choices = listed([one.text for one in exercise.offered(begun)])
    return [*lines, ("p", _("To choose from: {choices}").format(choices=choices))]


def _written(exercise: Write, said: dict[str, Any], attempt: Attempt) -> Attempt:
    text = merged(text_of(said, "known"), attempt.text, text_of(said))
    return exercise.write(attempt, text)
