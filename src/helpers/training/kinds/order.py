"""Putting steps in an order that works."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from helpers.texts.language import _, ngettext
from helpers.training.kinds.exercise import Attempt, Kind, Line, Part, Text, shuffled


class Item(Part):
    """One thing to place; items with the same ``place`` may change places with each other.

    ``early`` and ``late`` say what happens in reality when it comes too early or too late; the
    items of the first place need no ``early``, those of the last no ``late``.
    """

    place: int = Field(ge=1, le=12)
    early: Text | None = None
    late: Text | None = None


class Order(Kind):
    """Put the items in an order that works."""

    parts_field: ClassVar[str] = "items"
    kind: Literal["order"]
    items: tuple[Item, ...] = Field(min_length=3, max_length=8)

    @property
    def in_order(self) -> tuple[Item, ...]:
        """The items in an order that works."""
        return tuple(sorted(self.items, key=lambda item: item.place))

    def start(self, round: int) -> tuple[str, ...]:
        """Return an order to begin with: never one that works, the same one for the same round."""
        ids = [item.id for item in self.items]
        for turn in range(100):
            mixed = shuffled(ids, f"{self.id}/{round}/{turn}")
            if not self.is_right(mixed):
                return mixed
        return tuple(item.id for item in reversed(self.in_order))

    def again(self, attempt: Attempt) -> Attempt:
        """Return a new round that goes on from the own order; a fresh one when that one works."""
        fresh = super().again(attempt)
        return fresh if self.is_right(attempt.answer) else self.answer(fresh, attempt.answer)

    def untouched(self, attempt: Attempt) -> bool:
        """Return whether a new round would leave everything as it is."""
        same = attempt.model_copy(update={"answer": self.start(attempt.round)})
        return super().untouched(same)

    def shown(self, attempt: Attempt) -> tuple[Part, ...]:
        """Return the items as they stand now."""
        return tuple(self.part(key) for key in attempt.answer)

    def why_not(self, attempt: Attempt) -> str:
        """Return a sentence as long as nothing was moved."""
        if attempt.answer == self.start(attempt.round):
            return _("Move at least one line first.")
        return ""

    def is_right(self, answer: Sequence[str]) -> bool:
        """Return whether no item comes before one of an earlier place."""
        places = [self._item(key).place for key in answer]
        return places == sorted(places)

    def feedback(self, attempt: Attempt) -> list[Line]:
        """Return the fewest items that have to move, each with what happens where it stands now."""
        if not attempt.checked:
            return []
        answer = attempt.checked[-1]
        if self.is_right(answer):
            return [Line(_("This order works."), mark="right", word=_("fits here"))]
        staying = self._staying(answer)
        moving = [key for key in answer if key not in staying]
        text = ngettext(
            "{n} line stands where it would go differently in reality.",
            "{n} lines stand where it would go differently in reality.",
            len(moving),
        )
        lead = Line(text.format(n=len(moving)))
        return [lead, *(self._misplaced(key, answer, staying) for key in moving)]

    def reasons(self) -> list[Line]:
        """Return the items in an order that works, each with its reason."""
        return [
            Line(item.why, f"{n}. {item.text}", "right") for n, item in enumerate(self.in_order, 1)
        ]

    def _item(self, key: str) -> Item:
        return next(item for item in self.items if item.id == key)

    def _allowed(self, answer: Sequence[str]) -> bool:
        return super()._allowed(answer) and len(answer) == len(self.items)

    def _staying(self, answer: Sequence[str]) -> set[str]:
        """Return the largest set of items that stand in a working order among each other."""
        best: list[list[str]] = []
        for key in answer:
            ends = [self._item(row[-1]).place for row in best]
            at = bisect_right(ends, self._item(key).place)
            row = [*(best[at - 1] if at else []), key]
            best[at : at + 1] = [row]
        return set(best[-1])

    def _misplaced(self, key: str, answer: Sequence[str], staying: set[str]) -> Line:
        item = self._item(key)
        before = [self._item(one) for one in answer[: answer.index(key)] if one in staying]
        late = any(one.place > item.place for one in before)
        why, word = (item.late, _("belongs earlier")) if late else (item.early, _("belongs later"))
        return Line(why or item.why, item.text, "other", word)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give what is wrong with the places."""
        places = sorted({item.place for item in self.items})
        if places != list(range(1, len(places) + 1)) or len(places) < 3:
            text = _("The places are {came}. They must count from 1 without a gap, at least to 3.")
            yield "items", text.format(came=", ".join(str(place) for place in places))
            return
        for item in self.items:
            if item.place > 1 and not item.early:
                yield f"items.{item.id}.early", _("Say what happens when this comes too early.")
            if item.place < places[-1] and not item.late:
                yield f"items.{item.id}.late", _("Say what happens when this comes too late.")
