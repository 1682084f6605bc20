"""An exercise on the page: the question, and step by step what an answer would do in reality."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from helpers.texts.language import _, language, ngettext
from helpers.tools.controls.forms import ChooseForm, ExerciseForm, OrderForm, WriteForm
from helpers.tools.forms.form import FormTool, ids_of, text_of
from helpers.tools.forms.typed import field_texts, place_of
from helpers.tools.still import Still, paragraphs
from helpers.training.content import ContentError, lesson_exercises, open_exercise
from helpers.training.kinds.choose import Choose
from helpers.training.kinds.exercise import Attempt, Kind, Line
from helpers.training.kinds.write import Write
from helpers.training.own_text import merged
from helpers.training.progress import Progress, open_progress

_FORMS: dict[str, type[ExerciseForm]] = {
    "choose": ChooseForm,
    "order": OrderForm,
    "write": WriteForm,
}


class ExerciseTool(FormTool):
    """One exercise with the participant's attempt at it."""

    view: ExerciseForm

    def __init__(self, exercise: Kind, progress: Progress) -> None:
        super().__init__(progress, exercise.id)
        self.exercise = exercise
        self.note = ""
        self.view = _FORMS[exercise.kind](
            about=_about(exercise) | {"place": place_of(self, exercise.id)}
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
        self._answer(said)
        self.note = self.exercise.why_not(self.attempt)
        self._step(self.exercise.check)

    def _hint(self, said: dict[str, Any]) -> None:
        self._step(self.exercise.hint)

    def _example(self, said: dict[str, Any]) -> None:
        self.note = self.exercise.why_no_example(self.attempt)
        self._step(self.exercise.open_example)

    def _again(self, said: dict[str, Any]) -> None:
        self._step(self.exercise.again)
        self.note = _("Your answer is empty again. Begin at the question.")

    def redraw(self) -> None:
        """Bring the form in line with the attempt."""
        attempt, exercise, view = self.attempt, self.exercise, self.view
        with view.hold_sync():
            view.parts = _parts(exercise, attempt)
            view.answer = list(attempt.answer)
            view.buttons = _buttons(exercise, attempt)
            view.note = _lines([Line(self.note)] if self.note else [])
            view.feedback = _lines(exercise.feedback(attempt))
            view.hints = _hints(exercise, attempt)
            view.example = _example(exercise, attempt)
            view.closing = _closing(exercise, attempt)
            view.notice = self.work.notice
            if isinstance(view, WriteForm):
                view.text = attempt.text

    @property
    def still(self) -> Still:
        """The question with its options, before anything was answered."""
        exercise = self.exercise
        begun = exercise.begin()
        mark = {"choose": "○ ", "order": "▢ "}.get(exercise.kind, "")
        if isinstance(exercise, Choose) and exercise.several:
            mark = "☐ "
        shown = [] if isinstance(exercise, Write) else exercise.shown(begun)
        return Still(
            [
                ("p", _meta(exercise)),
                ("h3", exercise.title),
                *(("p", text) for text in paragraphs(exercise.situation)),
                ("h4", exercise.question),
                *(("li", mark + part.text) for part in shown),
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


def answer_book(lesson: str) -> Still:
    """Return what a trainer wants at hand about a lesson's exercises: reasons and a question."""
    found = lesson_exercises(lesson[:2])
    return Still(block for number, one in enumerate(found, 1) for block in _debrief(number, one))


def _shown(name: str) -> ExerciseTool | Still:
    try:
        return ExerciseTool(open_exercise(name), open_progress())
    except ContentError as error:
        lead = _("This exercise cannot be shown yet. Its author has to mend this:")
        return Still([("p", lead), *(("li", str(problem)) for problem in error.problems)])


def _debrief(number: int, exercise: Kind) -> list[tuple[str, str]]:
    return [
        ("h3", f"{number}. {exercise.title}"),
        ("p", _meta(exercise)),
        ("p", exercise.question),
        *(("p", text) for text in paragraphs(exercise.example_answer)),
        *(("li", _reason(line)) for line in exercise.reasons()),
        ("p", _("What many choose: {text}").format(text=exercise.common_wrong)),
        ("p", _("Debrief: {text}").format(text=exercise.debrief)),
    ]


def _reason(line: Line) -> str:
    word = f"({line.word})" if line.word else ""
    return " ".join(part for part in (line.head, word, line.text) if part)


def _written(exercise: Write, said: dict[str, Any], attempt: Attempt) -> Attempt:
    text = merged(text_of(said, "known"), attempt.text, text_of(said))
    return exercise.write(attempt, text)


def _lines(lines: Iterable[Line]) -> list[dict[str, str]]:
    return [line._asdict() for line in lines]


def _meta(exercise: Kind) -> str:
    where = _("core") if exercise.core else _("at home")
    minutes = ngettext("about {n} minute", "about {n} minutes", exercise.minutes)
    return " · ".join([_("Exercise"), where, minutes.format(n=exercise.minutes)])


def _about(exercise: Kind) -> dict[str, Any]:
    return {
        "lang": language(),
        "meta": _meta(exercise),
        "title": exercise.title,
        "situation": paragraphs(exercise.situation),
        "question": exercise.question,
        "several": getattr(exercise, "several", False),
        "how": _how(exercise),
        "points": _("Which of these do you find in your own text?"),
        "texts": field_texts()
        | {
            "up": _("Move “{text}” up; it is at place {n} of {total}"),
            "down": _("Move “{text}” down; it is at place {n} of {total}"),
            "moved": _("“{text}” is now at place {n} of {total}"),
        },
    }


def _how(exercise: Kind) -> str:
    if exercise.kind == "order":
        return _("Move a line with its arrows, by mouse or with Tab and Enter.")
    if isinstance(exercise, Write):
        return _("At least {n} words.").format(n=exercise.least_words)
    return ""


def _parts(exercise: Kind, attempt: Attempt) -> list[dict[str, str]]:
    tried = {key for answer in attempt.checked for key in answer}
    return [
        {"id": part.id, "text": part.text, **_tag(exercise, part.id, part.id in tried)}
        for part in exercise.shown(attempt)
    ]


def _tag(exercise: Kind, key: str, tried: bool) -> dict[str, str]:
    """Return what stands behind an option that was looked at."""
    if not tried or not isinstance(exercise, Choose):
        return {}
    right = key in exercise.right_ids
    return {"note": _("fits here"), "mark": "right"} if right else {"note": _("looked at")}


def _buttons(exercise: Kind, attempt: Attempt) -> list[dict[str, Any]]:
    writing = isinstance(exercise, Write)
    check = _button("check", _("See what my text does") if writing else _("See what this does"))
    example = _button(
        "example",
        _("Lay it beside an example") if writing else _("See how we look at it"),
        off=attempt.example,
    )
    last = len(exercise.hints)
    hint = _("Hint {n} of {total}").format(n=min(attempt.hints + 1, last), total=last)
    more = _button("hint", hint if attempt.hints < last else _("No more hints"))
    fresh = attempt.model_copy(update={"done": False, "right": False, "last": None})
    first, second = (example, check) if writing else (check, example)
    return [
        {**first, "main": True},
        {**more, "off": attempt.hints == last},
        {**second, "main": writing},
        _button("again", _("Try again"), off=fresh == exercise.begin(attempt.round)),
    ]


def _button(step: str, label: str, off: bool = False) -> dict[str, Any]:
    return {"do": step, "label": label, "off": off, "main": False}


def _hints(exercise: Kind, attempt: Attempt) -> dict[str, Any]:
    return {"title": _("Hints"), "lines": list(exercise.hints[: attempt.hints])}


def _example(exercise: Kind, attempt: Attempt) -> dict[str, Any]:
    if not attempt.example:
        return {}
    title = _("An example") if isinstance(exercise, Write) else _("How we look at it")
    said = _("Below it stands now: {title}").format(title=title)
    lines = [Line(text) for text in paragraphs(exercise.example_answer)]
    reasons = [] if isinstance(exercise, Write) else exercise.reasons()
    return {"title": title, "lines": _lines([*lines, *reasons]), "said": said}


def _closing(exercise: Kind, attempt: Attempt) -> dict[str, Any]:
    if not attempt.done:
        return {}
    return {"title": _("To talk about"), "lines": _lines([Line(exercise.debrief)])}
