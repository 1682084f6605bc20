"""Every exercise of a lesson with its answers and reasons, for the trainer and on paper."""

from collections.abc import Iterator

from helpers.texts.language import _
from helpers.tools.learning.exercise_words import meta_of
from helpers.tools.still import Still, paragraphs
from helpers.training.content import lesson_case, lesson_exercises
from helpers.training.kinds.estimate import Axis
from helpers.training.kinds.exercise import Kind, Line, Part
from helpers.training.kinds.placing import Placed

Block = tuple[str, str]


def answer_book(lesson: str) -> Still:
    """Return what a trainer wants at hand about a lesson's exercises: answers, reasons, debrief."""
    number = lesson[:2]
    lead = _("Answer book of lesson {number}").format(number=number)
    found = lesson_exercises(number)
    parts = (part for at, one in enumerate(found, 1) for part in _exercise(f"{number}-{at}", one))
    return Still([("h1", lead), *parts, *_case(number)])


def _case(number: str) -> Iterator[Block]:
    case = lesson_case(number)
    if case:
        yield "h2", _("The closing case: {title}").format(title=case.title)
        yield from (("p", text) for text in case.story)
        for at, one in enumerate(case.exercises, 1):
            yield from _exercise(str(at), one)


def _exercise(place: str, exercise: Kind) -> Iterator[Block]:
    yield "h2", f"{place}. {exercise.title}"
    yield "p", meta_of(exercise)
    yield from (("p", text) for text in paragraphs(exercise.situation))
    yield "p", _("Question: {text}").format(text=exercise.question)
    yield "h3", _("What each answer does")
    yield from (("li", _reason(line)) for line in exercise.reasons())
    yield from (("li", text) for part in exercise.parts for text in _otherwise(part))
    yield "h3", _("An example answer")
    yield from (("p", text) for text in paragraphs(exercise.example_answer))
    yield "h3", _("To talk about")
    yield "p", _("What many choose: {text}").format(text=exercise.common_wrong)
    yield "p", _("Debrief: {text}").format(text=exercise.debrief)
    yield "h3", _("Hints")
    yield from (("li", f"{n}. {text}") for n, text in enumerate(exercise.hints, 1))


def _reason(line: Line) -> str:
    word = f"({line.word})" if line.word else ""
    head = " ".join(part for part in (line.head, word) if part)
    colon = "" if not head or head[-1] in '.?!"' else ":"
    return f"{head}{colon} {line.text}".strip()


def _otherwise(part: Part) -> Iterator[str]:
    """Give what is said of another answer to a part than the one that fits."""
    if isinstance(part, Placed):
        yield _("{part}, placed elsewhere: {why}").format(part=part.text, why=part.otherwise)
    if isinstance(part, Axis):
        yield _("{part}, lower: {why}").format(part=part.text, why=part.below)
        yield _("{part}, higher: {why}").format(part=part.text, why=part.above)
