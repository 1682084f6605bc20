"""Writing something down, and then laying it beside an example."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from helpers.texts.language import _, ngettext
from helpers.training.kinds.exercise import Attempt, Kind, Line, Part
from helpers.training.own_text import clean, word_count


class Point(Part):
    """Something to look for in the own text; ``why`` says what it does when it is there or not."""


class Write(Kind):
    """Write a few sentences; then the example opens, and you tick which points yours holds."""

    parts_field: ClassVar[str] = "points"
    kind: Literal["write"]
    least_words: int = Field(default=8, ge=3, le=200)
    points: tuple[Point, ...] = Field(min_length=2, max_length=6)

    def write(self, attempt: Attempt, text: str) -> Attempt:
        """Return the attempt with another own text."""
        return attempt.model_copy(update={"text": clean(text)})

    def why_no_example(self, attempt: Attempt) -> str:
        """Return a sentence as long as the text is too short to lay beside the example."""
        missing = self.least_words - word_count(attempt.text)
        if missing <= 0 or attempt.example:
            return ""
        text = ngettext(
            "Write at least {n} word more. After that the example opens.",
            "Write at least {n} words more. After that the example opens.",
            missing,
        )
        return text.format(n=missing)

    def open_example(self, attempt: Attempt) -> Attempt:
        """Return the attempt with the example beside the own text; comparing is still to come."""
        if self.why_no_example(attempt):
            return attempt
        return attempt.model_copy(update={"example": True})

    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence as long as the example was not opened."""
        return "" if attempt.example else _("Lay your text beside the example first.")

    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether every point was found."""
        return len(answer) == len(self.points)

    def check(self, attempt: Attempt) -> Attempt:
        """Return the attempt after comparing; every comparison ends it, also a poor one."""
        if self.why_not(attempt):
            return attempt
        found = attempt.right or self.is_right(attempt.answer)
        compared = {"checked": (attempt.answer,), "right": found, "done": True}
        return attempt.model_copy(update=compared)

    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return for each point whether it is in the own text, and what that does in reality."""
        if not attempt.checked:
            return []
        found = set(attempt.checked[-1])
        text = _("By your own judgement {found} of the {n} points are right for your text.")
        lead = Line(text.format(found=len(found), n=len(self.points)))
        return [lead, *(self._line(point, point.id in found) for point in self.points)]

    def reasons(self) -> list[Line]:
        """Return every point with its reason."""
        return [Line(point.why, point.text) for point in self.points]

    def _line(self, point: Point, found: bool) -> Line:
        word = _("right for my text") if found else _("not yet, or not sure")
        return Line(point.why, point.text, "right" if found else "other", word)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give what is wrong with the example: it must itself be what is asked for."""
        if word_count(self.example_answer) < self.least_words:
            text = _("The example is shorter than the {n} words that are asked for.")
            yield "example_answer", text.format(n=self.least_words)
