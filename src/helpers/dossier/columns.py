"""How a column is declared: once, with its type, range, unit, title and meaning.

Titles and meanings are English sentences of the catalog; ``_`` shows them in the course's language.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from helpers.texts.language import N_

LONGEST_TEXT = 32_000
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]


class Row(BaseModel):
    """A frozen record of one table."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def column(
    title: str,
    meaning: str,
    *,
    default: Any = ...,
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
    refers: str = "",
) -> Any:
    """Declare a column.

    ``low`` and ``high`` bound a number (inclusive), in ``unit``; ``refers`` names the table in
    which the value must be an id; a column with a ``default`` may be left empty.
    """
    extra = {"unit": unit, "refers": refers}
    return Field(
        default, title=title, description=meaning, ge=low, le=high, json_schema_extra=extra
    )


class Kind(StrEnum):
    """What sort of stakeholder it is."""

    FRACTIE = "fractie"
    EXECUTIVE = "executive"
    OFFICIAL = "official"
    RESIDENTS = "residents"
    BUSINESS = "business"
    OWNER = "owner"
    PARTNER = "partner"
    GOVERNMENT = "government"


class Body(StrEnum):
    """The body that takes the decision."""

    COUNCIL = "raad"
    PROVINCE = "provinciale staten"
    BOARD = "algemeen bestuur"
    OTHER = "other"


class Room(StrEnum):
    """Where a step of the route takes place."""

    OFFICIAL = "official"
    EXECUTIVE = "executive"
    REGISTRY = "registry"
    COMMITTEE = "committee"
    COUNCIL = "council"


class SourceKind(StrEnum):
    """What a judgement rests on."""

    CONVERSATION = "conversation"
    DOCUMENT = "document"
    ASSUMPTION = "assumption"


class Answer(StrEnum):
    """Yes, no, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Vote(StrEnum):
    """The five words in which a vote is judged."""

    CERTAINLY_AGAINST = "certainly_against"
    PROBABLY_AGAINST = "probably_against"
    UNKNOWN = "unknown"
    PROBABLY_FOR = "probably_for"
    CERTAINLY_FOR = "certainly_for"


WORDS: dict[StrEnum, str] = {
    Kind.FRACTIE: N_("party group"),
    Kind.EXECUTIVE: N_("executive"),
    Kind.OFFICIAL: N_("municipal organisation"),
    Kind.RESIDENTS: N_("residents"),
    Kind.BUSINESS: N_("business"),
    Kind.OWNER: N_("owner"),
    Kind.PARTNER: N_("partner"),
    Kind.GOVERNMENT: N_("other government"),
    Body.COUNCIL: N_("municipal council"),
    Body.PROVINCE: N_("provincial council"),
    Body.BOARD: N_("general board"),
    Body.OTHER: N_("other body"),
    Room.OFFICIAL: N_("municipal organisation"),
    Room.EXECUTIVE: N_("executive"),
    Room.REGISTRY: N_("council registry"),
    Room.COMMITTEE: N_("council committee"),
    Room.COUNCIL: N_("municipal council"),
    SourceKind.CONVERSATION: N_("conversation"),
    SourceKind.DOCUMENT: N_("document"),
    SourceKind.ASSUMPTION: N_("assumption"),
    Answer.YES: N_("yes"),
    Answer.NO: N_("no"),
    Answer.UNKNOWN: N_("unknown"),
    Vote.CERTAINLY_AGAINST: N_("certainly against"),
    Vote.PROBABLY_AGAINST: N_("probably against"),
    Vote.UNKNOWN: N_("I do not know yet"),
    Vote.PROBABLY_FOR: N_("probably for"),
    Vote.CERTAINLY_FOR: N_("certainly for"),
}
