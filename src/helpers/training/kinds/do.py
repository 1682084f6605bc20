"""Work with a tool on a dossier, looked at by the result and never by the keystrokes."""

from collections.abc import Callable
from typing import Any, ClassVar, Literal

from pydantic import Field, field_validator

from helpers.texts.language import _
from helpers.training.kinds.elsewhere import TRIED, Elsewhere
from helpers.training.kinds.exercise import Part
from helpers.training.kinds.results import checked_result


class Result(Part):
    """What has to be there in the dossier: one named check with its parameter."""

    check: dict[str, Any]

    @field_validator("check", mode="after")
    @classmethod
    def _known(cls, came: dict[str, Any]) -> dict[str, Any]:
        return checked_result(came)


class Do(Elsewhere):
    """Reach something with a tool on a dossier."""

    parts_field: ClassVar[str] = "results"
    kind: Literal["do"]
    dossier: str
    tool: str
    results: tuple[Result, ...] = Field(min_length=1, max_length=6)

    def not_yet(self) -> str:
        """Return what is needed before there is something to look at."""
        return _("Change something in the tool first. Then look here what came of it.")

    def reached(self, changed: bool, holds: Callable[[dict[str, Any]], bool]) -> tuple[str, ...]:
        """Return which results hold; nothing as long as the dossier was not ``changed``."""
        there = [one.id for one in self.results if holds(one.check)]
        return (TRIED, *there) if changed else ()
