"""Sorting lines into a few groups."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from helpers.dossier.problems import nearest
from helpers.texts.language import _
from helpers.training.kinds.exercise import Id, Part
from helpers.training.kinds.placing import Choice, Placed, Placing, Short


class Group(BaseModel):
    """A group to sort into."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Id
    text: Short


class Sorted(Placed):
    """A line to sort, with the id of the group where it belongs."""

    group: str


class Sort(Placing):
    """Sort the lines into groups."""

    parts_field: ClassVar[str] = "items"
    kind: Literal["sort"]
    groups: tuple[Group, ...] = Field(min_length=2, max_length=4)
    items: tuple[Sorted, ...] = Field(min_length=4, max_length=9)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The groups."""
        return tuple(Choice(one.id, one.text) for one in self.groups)

    def target(self, part: Part) -> str:
        """Return the group of a line."""
        return next(one.group for one in self.items if one.id == part.id)

    def problems(self) -> Iterator[tuple[str, str]]:
        """Give the groups that are not there, and those that stay empty."""
        yield from super().problems()
        groups = [one.id for one in self.groups]
        for one in self.items:
            if one.group not in groups:
                said = _("There is no group {came}. {offer}")
                offer = nearest(one.group, groups)
                text = said.format(came=one.group, offer=offer).strip()
                yield f"items.{one.id}.group", text
        for name in groups:
            if name not in {one.group for one in self.items}:
                text = _("No line belongs in the group {name}. Leave it out, or add a line.")
                yield "groups", text.format(name=name)
