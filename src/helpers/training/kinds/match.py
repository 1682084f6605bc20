"""Matching: each line with the one thing that belongs to it."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from helpers.texts.language import _
from helpers.training.kinds.exercise import Attempt, Id, Part, shuffled
from helpers.training.kinds.placing import Choice, Placed, Placing, Short


class Extra(BaseModel):
    """Something that belongs to none of the lines, so that the last one is no gift."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Id
    text: Short


class Pair(Placed):
    """A line, and in ``fits`` what belongs to it."""

    fits: Short


class Match(Placing):
    """Find what belongs to each line."""

    parts_field: ClassVar[str] = "pairs"
    kind: Literal["match"]
    pairs: tuple[Pair, ...] = Field(min_length=3, max_length=7)
    extra: tuple[Extra, ...] = Field(default=(), max_length=3)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What there is to choose from: what fits a line, and what fits none."""
        fits = [Choice(one.id, one.fits) for one in self.pairs]
        return (*fits, *(Choice(one.id, one.text) for one in self.extra))

    def target(self, part: Part) -> str:
        """Return the choice that belongs to a line: it has the line's own id."""
        return part.id

    def offered(self, attempt: Attempt) -> tuple[Choice, ...]:
        """Return the choices mixed, and mixed in another way than the lines."""
        return shuffled(self.choices, f"{self.id}/{attempt.round}/choices")

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give texts that stand there twice, and an extra that has the id of a line."""
        yield from super().problems()
        lines = {one.id for one in self.pairs}
        for one in self.extra:
            if one.id in lines:
                text = _("{came} stands here more than once.")
                yield f"extra.{one.id}", text.format(came=one.id)
