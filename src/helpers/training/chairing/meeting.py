"""A meeting to chair as its author wrote it down: who sits there, what happens, what one can do.

Whoever does not know how it goes reads ``exercises/content/CHAIRING.md``.
"""

from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

MOST_TRUST = 6
# What an act of the chair is. Content: it steers on the subject. Loose: it leaves the process alone
# where it is needed, or gives a process that nobody needs.
PROCESS = (
    "role",
    "round",
    "invite",
    "story",
    "summarise",
    "tension",
    "postpone",
    "groups",
    "data",
    "new_point",
    "silence",
    "own_up",
)
CONTENT = ("lead", "slant", "praise", "correct", "own_package", "side_talk", "decide")
LOOSE = ("let_go", "ritual", "again_sorry")

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=1200)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+([-_][a-z0-9]+)*$", max_length=60)]
Names = tuple[Name, ...]
Change = Annotated[int, Field(ge=-3, le=3)]


class Written(BaseModel):
    """A part of a meeting: frozen, and without a field that nobody knows."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Condition(Written):
    """When something holds: all of its parts do.

    ``here`` and ``gone`` name parties, ``seated`` is how many at least sit at the table and
    ``fewer`` how many there are less than; ``trusting`` is how many of those at least trust the
    chair, ``on_table`` how many points came there; ``steered`` how often at least the chair steered
    since this was put right.
    """

    here: Names = ()
    gone: Names = ()
    seated: int | None = Field(default=None, ge=0)
    fewer: int | None = Field(default=None, ge=1)
    trusting: int | None = Field(default=None, ge=0)
    on_table: int | None = Field(default=None, ge=0)
    steered: int | None = Field(default=None, ge=1)
    marked: Names = ()
    unmarked: Names = ()


ALWAYS = Condition.model_construct()


class Party(Written):
    """Somebody at the table: how much trust there is at first, and when that is too little.

    With ``bound`` or less a party wavers: it says so, and leaves when an act costs it trust again.
    """

    id: Name
    name: Short
    who: Short
    trust: int = Field(ge=0, le=MOST_TRUST)
    bound: int = Field(default=0, ge=0, le=MOST_TRUST)
    wavers: tuple[Words, ...] = Field(min_length=1, max_length=4)
    stays: tuple[Words, ...] = Field(min_length=1, max_length=4)
    leaves: Words


class Point(Written):
    """Something that can come on the table; the party ``by`` brings it only when it trusts you."""

    id: Name
    title: Short
    text: Words
    by: Name | None = None


class Reaction(Written):
    """What a party says or visibly does after an act."""

    party: Name
    says: Words
    when: Condition = ALWAYS


class Choice(Written):
    """Something the chair can do: what it is, what it does to trust, and what is said to it."""

    id: Name
    act: Name
    say: Words
    when: Condition = ALWAYS
    trust: dict[Name, Change] = Field(default_factory=dict)
    reactions: tuple[Reaction, ...] = Field(default=(), max_length=6)
    points: Names = ()
    mark: Names = ()
    why: Words

    @cached_property
    def kind(self) -> str:
        """Whether this is ``process``, ``content`` or ``loose``."""
        if self.act in CONTENT:
            return "content"
        return "process" if self.act in PROCESS else "loose"


class Told(Written):
    """What happens at the table; the first of several that holds is told."""

    says: Words
    when: Condition = ALWAYS


class Moment(Written):
    """A moment in which the chair has to do something."""

    id: Name
    round: int = Field(ge=1, le=9)
    told: tuple[Told, ...] = Field(min_length=1, max_length=4)
    choices: tuple[Choice, ...] = Field(min_length=3, max_length=7)

    def choice(self, name: str) -> Choice | None:
        """Return a choice by its id, if there is one."""
        return next((one for one in self.choices if one.id == name), None)


class Ending(Written):
    """How it can end; of those that hold the first is taken."""

    id: Name
    title: Short
    says: Words
    when: Condition = ALWAYS
    try_next: Words | None = None


class Meeting(Written):
    """Everything that was written down about a meeting.

    A party brings its points from ``brings`` trust on, counts as trusting from ``trusts`` on, and
    the meeting stops when fewer than ``least`` parties sit at the table.
    """

    id: Name
    title: Short
    principles: tuple[str, ...] = Field(min_length=1)
    minutes: int = Field(ge=1, le=60)
    scene: Words
    aim: Words
    least: int = Field(default=4, ge=1)
    brings: int = Field(default=3, ge=0, le=MOST_TRUST)
    trusts: int = Field(default=4, ge=0, le=MOST_TRUST)
    rounds: tuple[Short, ...] = Field(min_length=1, max_length=9)
    parties: tuple[Party, ...] = Field(min_length=2, max_length=9)
    points: tuple[Point, ...] = Field(min_length=1, max_length=12)
    moments: tuple[Moment, ...] = Field(min_length=1, max_length=20)
    endings: tuple[Ending, ...] = Field(min_length=1, max_length=9)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each party in a state, by its id."""
        return {one.id: at for at, one in enumerate(self.parties)}

    @cached_property
    def effects(self) -> dict[str, tuple[tuple[int, int], ...]]:
        """What each choice does to each party's trust, with the bound of that party."""
        return {
            one.id: tuple((one.trust.get(party.id, 0), party.bound) for party in self.parties)
            for moment in self.moments
            for one in moment.choices
        }

    @cached_property
    def brought(self) -> dict[str, str | None]:
        """Who brings each point, by its id."""
        return {one.id: one.by for one in self.points}

    def party(self, name: str) -> Party:
        """Return a party by its id; raises ``KeyError``."""
        return self.parties[self.places[name]]

    def point(self, name: str) -> Point:
        """Return a point by its id; raises ``StopIteration``."""
        return next(one for one in self.points if one.id == name)

    def ending(self, name: str) -> Ending:
        """Return an ending by its id, the last one for a name that is not there."""
        return next((one for one in self.endings if one.id == name), self.endings[-1])
