"""Estimating: a number within a margin, or a place on a small map with two axes."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from helpers.texts.language import N_, _
from helpers.texts.numbers import number
from helpers.training.kinds.exercise import Attempt, Kind, Line, Part, Text
from helpers.training.own_text import clean

_LONGEST = 20
_NO_NUMBER = N_("“{came}” is no number. Use digits, such as {like}.")
_BETWEEN = N_("Choose a number from {least} to {most}.")


class Axis(Part):
    """What is estimated: ``right`` within a ``margin``, on a scale from ``least`` to ``most``.

    ``why`` says what an estimate within the margin means, ``below`` and ``above`` what happens in
    reality when it is lower or higher. ``low`` and ``high`` name the ends of a map.
    """

    unit: str = Field(default="", max_length=40)
    least: float
    most: float
    right: float
    margin: float = Field(ge=0)
    low: str = Field(default="", max_length=40)
    high: str = Field(default="", max_length=40)
    below: Text
    above: Text


class Estimate(Kind):
    """Estimate a number, or with two axes a place; an answer holds ``axis/what was typed``."""

    parts_field: ClassVar[str] = "axes"
    kind: Literal["estimate"]
    axes: tuple[Axis, ...] = Field(min_length=1, max_length=2)

    @property
    def on_a_map(self) -> bool:
        """Whether it asks for a place on a map."""
        return len(self.axes) == 2

    def answer(self, attempt: Attempt, answer: Sequence[str]) -> Attempt:
        """Return the attempt with another answer; what was typed is kept as it is, but clean."""
        parts = (clean(one).partition("/") for one in answer)
        return super().answer(
            attempt, [f"{axis}{slash}{typed.strip()}" for axis, slash, typed in parts]
        )

    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence as long as there is no estimate that can be looked at."""
        typed = typed_of(attempt.answer)
        if len(typed) < len(self.axes):
            place = _("Put the dot in a place first.")
            return place if self.on_a_map else _("Fill in a number first.")
        for axis in self.axes:
            value, ends = read_number(typed[axis.id]), (axis.least, axis.most)
            if value is None:
                like = number(round((axis.least + axis.most) / 2))
                return _(_NO_NUMBER).format(came=typed[axis.id], like=like)
            if not ends[0] <= value <= ends[1]:
                least, most = (number(end, 2) for end in ends)
                return _(_BETWEEN).format(least=least, most=most)
        return ""

    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether every axis is within its margin."""
        typed = typed_of(answer)
        return all(_off(axis, typed.get(axis.id, "")) == 0 for axis in self.axes)

    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return for each axis whether it is within the margin, and what that does in reality."""
        if not attempt.checked:
            return []
        typed = typed_of(attempt.checked[-1])
        return [self._line(axis, typed.get(axis.id, "")) for axis in self.axes]

    def reasons(self) -> list[Line]:
        """Return where we put it, and why."""
        return [Line(one.why, f"{one.text}: {_amount(one)}", "right") for one in self.axes]

    def _line(self, axis: Axis, typed: str) -> Line:
        off = _off(axis, typed)
        head = f"{axis.text}: {typed} {axis.unit}".strip()
        if off == 0:
            return Line(axis.why, head, "right", _("close to it"))
        if off < 0:
            return Line(axis.below, head, "other", _("on the low side"))
        return Line(axis.above, head, "other", _("on the high side"))

    def _allowed(self, answer: Sequence[str]) -> bool:
        known = {axis.id for axis in self.axes}
        names = [one.partition("/")[0] for one in answer]
        short = all(0 < len(one.partition("/")[2]) <= _LONGEST for one in answer)
        return short and set(names) <= known and len(set(names)) == len(names)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give a scale on which the right number does not stand, or every number is right."""
        for axis in self.axes:
            if not axis.least <= axis.right <= axis.most:
                text = _("The right number {came} does not lie between {least} and {most}.")
                said = text.format(came=axis.right, least=axis.least, most=axis.most)
                yield f"axes.{axis.id}.right", said
            elif 2 * axis.margin > 0.5 * (axis.most - axis.least):
                text = _("The margin {came} makes more than half of the scale right.")
                yield f"axes.{axis.id}.margin", text.format(came=axis.margin)


def typed_of(answer: Sequence[str]) -> dict[str, str]:
    """Return what was typed, by axis."""
    return {axis: typed for axis, _slash, typed in (one.partition("/") for one in answer)}


def read_number(typed: str) -> float | None:
    """Return what somebody typed as a number, nothing when it is none.

    >>> read_number("38,5"), read_number("1.200"), read_number("3.5"), read_number("veel")
    (38.5, 1200.0, 3.5, None)
    """
    plain = "".join(typed.split()).rstrip("%")
    whole, comma, _rest = plain.partition(",")
    groups = (whole if comma else plain).removeprefix("-").split(".")
    if comma or (len(groups) > 1 and all(len(one) == 3 for one in groups[1:])):
        plain = plain.replace(".", "").replace(",", ".")
    if not plain.removeprefix("-").replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    return float(plain)


def _off(axis: Axis, typed: str) -> int:
    """Return 0 within the margin, -1 below it and 1 above it."""
    value = read_number(typed)
    if value is None:
        return -1
    far = abs(value - axis.right) > axis.margin + 1e-9
    return (1 if value > axis.right else -1) if far else 0


def _amount(axis: Axis) -> str:
    said = f"{number(axis.right, 2)} {axis.unit}".strip()
    if not axis.margin:
        return said
    return _("{amount}, give or take {margin}").format(amount=said, margin=number(axis.margin, 2))
