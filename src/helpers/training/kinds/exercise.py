"""What every exercise has, and what every attempt at one remembers.

An exercise is the machine and an attempt its state: both frozen, each step gives a new attempt.
A kind says what it asks, when an answer may be looked at and what that would do in reality.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from helpers.texts.language import N_, _

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
_REMEMBERED = 50
TOO_EARLY = N_("Try it yourself first. After that the example opens.")


class Line(NamedTuple):
    """A sentence of feedback; ``mark`` is ``right``, ``other`` or empty, ``word`` says it too."""

    text: str
    head: str = ""
    mark: str = ""
    word: str = ""


class Part(BaseModel):
    """One thing to choose, to put in order or to look for in an own text; ``why`` is its reason."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Id
    text: Text
    why: Text


class Attempt(BaseModel):
    """How far somebody is with an exercise.

    ``answer`` holds ids of parts (chosen, in order, or found in the own ``text``) and ``checked``
    the answers that were looked at in this round. ``right`` is for good once somebody found the
    answer without the example, ``done`` once there is nothing more to find out.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    kind: str
    answer: tuple[str, ...] = ()
    text: str = ""
    checked: tuple[tuple[str, ...], ...] = ()
    hints: int = Field(default=0, ge=0)
    example: bool = False
    round: int = Field(default=0, ge=0)
    right: bool = False
    done: bool = False
    last: date | None = None

    @property
    def tried(self) -> bool:
        """Whether there was an honest try, now or in an earlier round."""
        return bool(self.checked) or self.example or self.done


class Kind(BaseModel, ABC):
    """An exercise: what is the same for every kind; a kind adds its parts and its steps."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    parts_field: ClassVar[str]

    id: Annotated[str, StringConstraints(pattern=r"^\d\d-[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    kind: str
    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
    core: bool = False
    minutes: int = Field(ge=1, le=30)
    principles: tuple[str, ...]
    situation: str = ""
    question: Text
    hints: tuple[Text, ...] = Field(min_length=2, max_length=4)
    example_answer: Text
    debrief: Text
    common_wrong: Text

    @property
    def parts(self) -> tuple[Part, ...]:
        """The options, items or points, as the author listed them."""
        return tuple(getattr(self, self.parts_field))

    def part(self, key: str) -> Part:
        """Return the part with id ``key``."""
        return next(part for part in self.parts if part.id == key)

    def start(self, round: int) -> tuple[str, ...]:
        """Return the answer that stands there before anything was done."""
        return ()

    def shown(self, attempt: Attempt) -> tuple[Part, ...]:
        """Return the parts in the order in which this round shows them."""
        return self.parts

    @abstractmethod
    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence that says what is needed before looking at the answer, or nothing."""

    @abstractmethod
    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether there is nothing left to improve in ``answer``."""

    @abstractmethod
    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return what the answer that was last looked at would do in reality."""

    @abstractmethod
    def reasons(self) -> list[Line]:
        """Return the reason of every part, for who has tried."""

    @abstractmethod
    def problems(self) -> Iterator[tuple[str, str]]:
        """Give what an author has to mend: the field and a sentence."""

    def begin(self, round: int = 0) -> Attempt:
        """Return an attempt at which nothing was done yet."""
        return Attempt(kind=self.kind, answer=self.start(round), round=round)

    def fit(self, saved: Attempt) -> Attempt:
        """Return a saved attempt as far as it still fits this exercise, also after an update."""
        if saved.kind != self.kind or not self._allowed(saved.answer):
            kept = {"kind": self.kind, "answer": self.start(saved.round), "checked": ()}
            return saved.model_copy(update={**kept, "hints": 0, "example": False})
        checked = tuple(answer for answer in saved.checked if self._allowed(answer))
        hints = min(saved.hints, len(self.hints))
        return saved.model_copy(update={"checked": checked, "hints": hints})

    def answer(self, attempt: Attempt, answer: Sequence[str]) -> Attempt:
        """Return the attempt with another answer; one that cannot be is left out."""
        if not self._allowed(answer):
            return attempt
        return attempt.model_copy(update={"answer": tuple(answer)})

    def check(self, attempt: Attempt) -> Attempt:
        """Return the attempt after looking at its answer; ``why_not`` says when it is too early."""
        if self.why_not(attempt):
            return attempt
        found = self.is_right(attempt.answer)
        return attempt.model_copy(
            update={
                "checked": (*attempt.checked, attempt.answer)[-_REMEMBERED:],
                "right": attempt.right or (found and not attempt.example),
                "done": attempt.done or found,
            }
        )

    def hint(self, attempt: Attempt) -> Attempt:
        """Return the attempt with one hint more, as long as there are."""
        return attempt.model_copy(update={"hints": min(attempt.hints + 1, len(self.hints))})

    def why_no_example(self, attempt: Attempt) -> str:
        """Return a sentence that says what is needed before the example opens, or nothing."""
        return "" if attempt.checked else _(TOO_EARLY)

    def open_example(self, attempt: Attempt) -> Attempt:
        """Return the attempt with the example answer open, once there was an honest try."""
        if self.why_no_example(attempt):
            return attempt
        return attempt.model_copy(update={"example": True, "done": True})

    def again(self, attempt: Attempt) -> Attempt:
        """Return a new round, in a fresh order; what was reached stays reached."""
        kept = {"right": attempt.right, "done": attempt.done, "last": attempt.last}
        return self.begin(attempt.round + 1).model_copy(update=kept)

    def untouched(self, attempt: Attempt) -> bool:
        """Return whether nothing was done yet in this round, so that there is nothing to redo."""
        kept = {"right": False, "done": False, "last": None}
        return attempt.model_copy(update=kept) == self.begin(attempt.round)

    def _allowed(self, answer: Sequence[str]) -> bool:
        known = {part.id for part in self.parts}
        return len(set(answer)) == len(answer) and set(answer) <= known


def shuffled(items: Sequence[Any], seed: str) -> tuple[Any, ...]:
    """Return ``items`` in another order, the same one for the same ``seed``.

    >>> shuffled("abc", "01-tribune/1") == shuffled("abc", "01-tribune/1")
    True
    """
    mixed = list(items)
    Random(seed).shuffle(mixed)
    return tuple(mixed)
