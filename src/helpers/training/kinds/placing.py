"""Giving each line the choice that fits it: what sorting and matching share."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

from pydantic import StringConstraints

from helpers.texts.language import _, ngettext
from helpers.training.kinds.choose import refers_to_others
from helpers.training.kinds.exercise import Attempt, Kind, Line, Part, Text, shuffled

Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]


class Choice(NamedTuple):
    """Something that a line can be given."""

    id: str
    text: str


class Placed(Part):
    """A line; ``otherwise`` says what happens in reality when it is taken for something else."""

    otherwise: Text


class Placing(Kind):
    """Give each line one of the choices; an answer holds ``line/choice`` for each line."""

    @property
    @abstractmethod
    def choices(self) -> tuple[Choice, ...]:
        """What there is to choose from, as the author listed it."""

    @abstractmethod
    def target(self, part: Part) -> str:
        """Return the id of the choice that fits a line."""

    def shown(self, attempt: Attempt) -> tuple[Part, ...]:
        """Return the lines mixed, in another order each round."""
        return shuffled(self.parts, f"{self.id}/{attempt.round}")

    def offered(self, attempt: Attempt) -> tuple[Choice, ...]:
        """Return the choices in the order in which this round shows them."""
        return self.choices

    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence as long as a line has no choice."""
        left = len(self.parts) - len(attempt.answer)
        said = ngettext(
            "{n} line has nothing beside it yet. Choose there too.",
            "{n} lines have nothing beside them yet. Choose there too.",
            left,
        )
        return said.format(n=left) if left else ""

    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether each line has the choice that fits it."""
        return set(answer) == {f"{part.id}/{self.target(part)}" for part in self.parts}

    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return how many lines fit, then what the others would do, then why the rest fits."""
        if not attempt.checked:
            return []
        chosen = dict(one.split("/") for one in attempt.checked[-1])
        fits = [part for part in self.parts if chosen.get(part.id) == self.target(part)]
        rest = [part for part in self.parts if part not in fits]
        text = _("{found} of the {n} lines have what fits them here.")
        return [
            Line(text.format(found=len(fits), n=len(self.parts))),
            *(self._other(part, chosen.get(part.id, "")) for part in rest),
            *(self._right(part) for part in fits),
        ]

    def reasons(self) -> list[Line]:
        """Return each line with what fits it, and why."""
        return [self._right(part) for part in self.parts]

    def _right(self, part: Part) -> Line:
        head = f"{part.text} → {self._named(self.target(part))}"
        return Line(part.why, head, "right", _("fits here"))

    def _other(self, part: Part, chosen: str) -> Line:
        head = f"{part.text} → {self._named(chosen)}"
        return Line(getattr(part, "otherwise", ""), head, "other", _("works out differently"))

    def _named(self, key: str) -> str:
        return next((one.text for one in self.choices if one.id == key), "")

    def _allowed(self, answer: Sequence[str]) -> bool:
        pairs = [one.split("/") for one in answer]
        known, choices = {part.id for part in self.parts}, {one.id for one in self.choices}
        lines = [pair[0] for pair in pairs]
        fits = all(len(pair) == 2 and pair[0] in known and pair[1] in choices for pair in pairs)
        return fits and len(set(lines)) == len(lines)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give what is wrong with the choices: two that read the same, one that names others."""
        for one in self.choices:
            yield from refers_to_others(self.parts_field, one.text)
        texts = [one.text for one in self.choices]
        for text in sorted({one for one in texts if texts.count(one) > 1}):
            yield self.parts_field, _("{came} stands here more than once.").format(came=text)
