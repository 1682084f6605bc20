"""A conversation as its author wrote it down: who, where, what there is to learn and what is said.

Whoever does not know how it goes reads ``exercises/content/CONVERSATIONS.md``.
"""

from functools import cached_property
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from helpers.texts.language import N_, _

MOST_OPEN = 5
FUNCTIONS = (
    "situation",
    "problem",
    "cause",
    "tried_solutions",
    "implication",
    "desired_result",
)
# What a line of yours can be, beside the own acts of a conversation.
STANDARD_ACTS = (
    "ask",
    "ask_early",
    "ask_known",
    "ask_other",
    "leading",
    "multiple",
    "summarise_right",
    "summarise_wrong",
    "summarise_again",
    "reframe_ready",
    "reframe_early",
    "advice",
    "argue",
    "tell",
    "unclear",
)
ANY = "any"
_CONFIRMED = N_("Here stands {came}. It must be a number, or a list of ids between [ and ].")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=60)]
Names = tuple[Name, ...]


class Written(BaseModel):
    """A part of a conversation: frozen, and without a field that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Needs(NamedTuple):
    """What a condition asks for, in the shape in which it is soon held beside a state."""

    openness: int
    below: int
    turn: int
    knows: frozenset[str]
    not_knows: frozenset[str]
    marked: frozenset[str]
    unmarked: frozenset[str]
    confirmed: frozenset[str]
    main_confirmed: int


class Condition(Written):
    """When something may be said: all of its parts hold.

    ``openness`` is at least this, ``below`` that it is less; ``confirmed`` names things or says how
    many main things; ``turn`` is the number of your lines from which it holds.
    """

    openness: int | None = Field(default=None, ge=0, le=MOST_OPEN)
    below: int | None = Field(default=None, ge=1, le=MOST_OPEN)
    knows: Names = ()
    not_knows: Names = ()
    confirmed: Any = ()
    marked: Names = ()
    unmarked: Names = ()
    turn: int | None = Field(default=None, ge=1)

    @field_validator("confirmed", mode="after")
    @classmethod
    def _number_or_names(cls, came: Any) -> int | tuple[str, ...]:
        if isinstance(came, int) and not isinstance(came, bool) and came >= 0:
            return came
        if isinstance(came, (list, tuple)) and all(isinstance(one, str) for one in came):
            return tuple(came)
        raise ValueError(_(_CONFIRMED).format(came=repr(came)))

    @cached_property
    def needs(self) -> Needs:
        """The same with a bound for what is not filled in."""
        counted = isinstance(self.confirmed, int)
        return Needs(
            self.openness or 0,
            MOST_OPEN + 1 if self.below is None else self.below,
            self.turn or 0,
            frozenset(self.knows),
            frozenset(self.not_knows),
            frozenset(self.marked),
            frozenset(self.unmarked),
            frozenset(() if counted else self.confirmed),
            self.confirmed if counted else 0,
        )


ALWAYS = Condition.model_construct()


class Thing(Written):
    """Something to learn: when it comes out, what is said then, and what it changes for you."""

    id: Name
    about: str
    main: bool = False
    title: Short
    point: Words
    words: tuple[Words, ...] = Field(min_length=1)
    opens: Condition = ALWAYS
    says: Words
    not_yet: tuple[Words, ...] = Field(min_length=1)
    changes: Words | None = None


class Does(Written):
    """What an offered line does: one of these."""

    ask: Name | None = None
    summarise: Names = ()
    reframe: Names = ()
    act: Name | None = None
    close: bool = False

    @property
    def named(self) -> list[str]:
        """The fields that are filled in."""
        return [name for name in Does.model_fields if getattr(self, name)]


class Line(Written):
    """A line that is offered; ``again`` is how you come back to a question that came too early."""

    id: Name
    say: Words
    does: Does
    when: Condition = ALWAYS
    again: Words | None = None


class Act(Written):
    """An own act of a conversation; typed words that fit a pattern of ``hears`` are this act.

    With ``forms`` only when the line has one of these forms, such as ``statement``.
    """

    id: Name
    hears: tuple[Words, ...] = ()
    forms: tuple[Name, ...] = ()
    title: Short


class Reply(Written):
    """What the other says to an act; each wording once."""

    to: Names = Field(min_length=1)
    when: Condition = ALWAYS
    says: tuple[Words, ...] = Field(min_length=1)
    openness: int = Field(default=0, ge=-MOST_OPEN, le=MOST_OPEN)
    mark: Names = ()
    end: Name | None = None


class Ending(Written):
    """How it ends; ``worth`` says how good that is (0 to 3) and is never shown."""

    id: Name
    when: Condition = ALWAYS
    worth: int = Field(ge=0, le=3)
    title: Short
    says: Words
    for_them: Words
    for_you: Words
    try_next: Words | None = None


class Conversation(Written):
    """A whole conversation; what fits from when on is in the conditions of its parts.

    ``ready`` is when a reframe is not too early: without it, once every main thing was confirmed.
    """

    id: Annotated[str, StringConstraints(pattern=r"^\d\d-[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    title: Short
    principles: tuple[str, ...]
    minutes: int = Field(ge=1, le=30)
    partner: Short
    you: Short
    scene: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
    aim: Words
    opening: Words
    turns: int = Field(ge=8, le=15)
    openness: int = Field(ge=0, le=MOST_OPEN)
    ready: Condition | None = None
    things: tuple[Thing, ...] = Field(min_length=5, max_length=9)
    lines: tuple[Line, ...] = Field(min_length=8)
    acts: tuple[Act, ...] = ()
    replies: tuple[Reply, ...] = Field(min_length=1)
    endings: tuple[Ending, ...] = Field(min_length=2)

    def thing(self, name: str) -> Thing:
        """Return the thing with this id."""
        return self._by_id[name]

    def ending(self, name: str) -> Ending:
        """Return the ending with this id."""
        return next(one for one in self.endings if one.id == name)

    @cached_property
    def wordings(self) -> dict[str, list[tuple[Reply, list[tuple[str, str]]]]]:
        """What the other can say to each act: the replies to it, with a key for every wording."""
        found: dict[str, list[tuple[Reply, list[tuple[str, str]]]]] = {}
        for number, reply in enumerate(self.replies):
            keyed = [(f"{number}.{at}", text) for at, text in enumerate(reply.says)]
            for act in dict.fromkeys(reply.to):
                found.setdefault(act, []).append((reply, keyed))
        return found

    @cached_property
    def _by_id(self) -> dict[str, Thing]:
        return {one.id: one for one in self.things}

    @cached_property
    def main(self) -> frozenset[str]:
        """The ids of the main things."""
        return frozenset(one.id for one in self.things if one.main)
