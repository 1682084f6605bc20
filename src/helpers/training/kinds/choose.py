"""Choosing one or more of a few options, each with its reason."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from helpers.texts.language import _, ngettext
from helpers.training.kinds.exercise import Attempt, Kind, Line, Part, shuffled

_ALL_OF_THE_ABOVE = re.compile(
    r"\b(all|none|both) of the above\b|\b(alle|allemaal|geen|beide)( van)?( de)? "
    r"(boven|hierboven|voor)(staande|genoemde)n?\b|"
    r"\balle (drie|vier|vijf|antwoorden|opties|keuzes)\b",
    re.IGNORECASE,
)


def refers_to_others(field: str, text: str) -> Iterator[tuple[str, str]]:
    """Give a choice that only points at the other choices, such as "all of the above"."""
    if _ALL_OF_THE_ABOVE.search(text):
        said = _("“{came}” refers to the other options. Write down what is done instead.")
        yield field, said.format(came=text)


class Option(Part):
    """One option; ``why`` says what it would do in reality, also of the right one."""

    right: bool = False


class Choose(Kind):
    """Choose one option, or with ``several`` each one that fits."""

    parts_field: ClassVar[str] = "options"
    kind: Literal["choose"]
    several: bool = False
    options: tuple[Option, ...] = Field(min_length=3, max_length=7)

    @property
    def right_ids(self) -> frozenset[str]:
        """The ids of the options that fit."""
        return frozenset(option.id for option in self.options if option.right)

    def shown(self, attempt: Attempt) -> tuple[Part, ...]:
        """Return the options: first as listed, in every later round in a fresh order."""
        if attempt.round == 0:
            return self.options
        return shuffled(self.options, f"{self.id}/{attempt.round}")

    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence as long as nothing was chosen."""
        if attempt.answer:
            return ""
        return _("Tick one or more first.") if self.several else _("Choose one first.")

    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether exactly the options that fit were chosen."""
        return frozenset(answer) == self.right_ids

    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return the reason of each option that was chosen; with ``several`` first how many fit."""
        if not attempt.checked:
            return []
        chosen = attempt.checked[-1]
        lines = [self._line(option) for option in self.options if option.id in chosen]
        return [self._count(chosen), *lines] if self.several else lines

    def reasons(self) -> list[Line]:
        """Return every option with its reason."""
        return [self._line(option) for option in self.options]

    def _allowed(self, answer: Sequence[str]) -> bool:
        return super()._allowed(answer) and (self.several or len(answer) <= 1)

    def _line(self, option: Option) -> Line:
        word = _("fits here") if option.right else _("works out differently")
        return Line(option.why, option.text, "right" if option.right else "other", word)

    def _count(self, chosen: Sequence[str]) -> Line:
        found, needed = len(self.right_ids & set(chosen)), len(self.right_ids)
        if found == needed == len(chosen):
            return Line(_("This is everything that fits here."))
        if found == needed:
            return Line(_("All that fits is there, and also something that works out differently."))
        text = ngettext(
            "You have {found} of the {n} choice that fits here.",
            "You have {found} of the {n} choices that fit here.",
            needed,
        )
        return Line(text.format(found=found, n=needed))

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give what is wrong with the options."""
        right = len(self.right_ids)
        if not self.several and right != 1:
            yield (
                "options",
                _(
                    "{n} options are marked right. It must be one, or write “several: true” "
                    "when more than one fits."
                ).format(n=right),
            )
        if self.several and not 2 <= right < len(self.options):
            yield (
                "options",
                _(
                    "{n} options are marked right. With “several: true” at least two must fit "
                    "and at least one must not."
                ).format(n=right),
            )
        for option in self.options:
            yield from refers_to_others(f"options.{option.id}.text", option.text)
