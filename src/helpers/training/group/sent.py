"""What one participant sends to the group: a bare answer, and nothing about the sender."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

LONGEST = 280
"""Characters of a wording."""
LARGEST = 4096
"""Bytes of everything that is sent."""
KINDS = ("choose", "sort", "match", "estimate", "write")

Bare = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST)]


class Sent(BaseModel):
    """An answer to an exercise, for the session with this code; there is no room for more.

    ``answer`` holds ids of options (choose), ``line/choice`` for each line (sort, match),
    ``axis/number`` for each axis (estimate) or one wording (write).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    session: Annotated[str, StringConstraints(pattern=r"^[0-9]{6}$")]
    exercise: Annotated[str, StringConstraints(pattern=r"^[0-9]{2}-[a-z0-9-]{1,57}$")]
    kind: Literal["choose", "sort", "match", "estimate", "write"]
    answer: Annotated[tuple[Bare, ...], Field(min_length=1, max_length=16)]

    @property
    def content(self) -> bytes:
        """What goes over the line or into a file, to the byte."""
        return self.model_dump_json(indent=1).encode()
