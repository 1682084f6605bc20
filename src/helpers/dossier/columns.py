"""How a column is declared: once, with its type, range, unit, title and meaning.

From a declaration follow reading, writing, checks, the data dictionary and the Excel template.
Titles and meanings are English sentences of the catalog; ``_`` shows them in the course's language.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo

from helpers.dossier.cells import day, ids, number, text, whole, yes_no
from helpers.dossier.spelling import plain, spellings
from helpers.dossier.words import Answer, Word
from helpers.texts.language import N_

LONGEST_TEXT = 32_000
LONGEST_ID = 40
FIRST_DAY, LAST_DAY = dt.date(1900, 3, 1), dt.date(2199, 12, 31)  # what Excel counts rightly

Id = Annotated[
    str,
    StringConstraints(pattern=rf"^[a-z][a-z0-9_]{{0,{LONGEST_ID - 1}}}$"),
    BeforeValidator(text),
]
Ids = Annotated[tuple[Id, ...], BeforeValidator(ids)]
Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT), BeforeValidator(text)]
Name = Annotated[
    str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), BeforeValidator(text)
]
Number = Annotated[float, BeforeValidator(number)]
Whole = Annotated[int, BeforeValidator(whole)]
YesNo = Annotated[bool, BeforeValidator(yes_no)]
Day = Annotated[dt.date, Field(ge=FIRST_DAY, le=LAST_DAY), BeforeValidator(day)]


class Declared(BaseModel):
    """Something with declared columns; ``SHEET`` is its title, ``ABOUT`` says what it holds."""

    model_config = ConfigDict(defer_build=True)  # built when first used: importing stays light

    SHEET: ClassVar[str]
    ABOUT: ClassVar[str]


class Row(Declared):
    """A frozen record of one table; ``KEY`` names the columns that tell the rows apart."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    KEY: ClassVar[tuple[str, ...]] = ("id",)

    @property
    def key(self) -> str | tuple[str, ...]:
        """What tells this row from the others: its id, or the tuple of its ``KEY`` columns."""
        key: str | tuple[str, ...] = key_of(type(self))(self)
        return key


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
    which the value must be an id; a column with a ``default`` may be left empty or out.
    """
    extra: JsonDict = {"low": low, "high": high, "unit": unit, "refers": refers}
    return Field(
        default, title=title, description=meaning, ge=low, le=high, json_schema_extra=extra
    )


@cache
def key_of(table: type[Row]) -> Callable[[Row], Any]:
    """Return what gives the key of a row of ``table``; for thousands of rows the quick way."""
    return attrgetter(*table.KEY)


def own_id() -> Any:
    """Declare the column that tells the rows apart."""
    return column(
        N_("Id"), N_("Short name in lower case without spaces; other tables refer to it.")
    )


def told(title: str, meaning: str) -> Any:
    """Declare a column of text that may stay empty."""
    return column(title, meaning, default="")


def scale(title: str, meaning: str, low: int, high: int) -> Any:
    """Declare points on a scale; empty means not known."""
    return column(title, meaning, default=None, low=low, high=high, unit=N_("points"))


def judged(title: str, question: str) -> Any:
    """Declare a question that is answered with yes, no or not known."""
    return column(title, question, default=Answer.UNKNOWN)


@dataclass(frozen=True)
class Column:
    """A column as declared.

    ``type`` is what a cell holds once it is read; ``default`` is what an empty cell means, unless
    the column is ``required``.
    """

    name: str
    title: str
    meaning: str
    type: type
    required: bool
    default: Any
    low: float | None
    high: float | None
    unit: str
    refers: str

    @property
    def words(self) -> tuple[Word, ...]:
        """The words that it may hold, for a column of words."""
        return tuple(self.type) if issubclass(self.type, Word) else ()

    @property
    def spellings(self) -> frozenset[str]:
        """The names under which it may stand in a file, for comparing."""
        return spellings(self.title) | {plain(self.name)}


@cache
def columns_of(part: type[Declared]) -> dict[str, Column]:
    """Return the declared columns of a table (or of the head of a dossier), by name."""
    fields = part.model_fields.items()
    return {name: _column(name, field) for name, field in fields if field.title}


@cache
def spelled_columns(part: type[Declared]) -> dict[str, Column]:
    """Return the columns by each name under which they may stand in a file."""
    return {name: column for column in columns_of(part).values() for name in column.spellings}


def _column(name: str, field: FieldInfo) -> Column:
    return Column(
        name=name,
        title=field.title or "",
        meaning=field.description or "",
        type=_type(field.annotation),
        required=field.is_required(),
        default=None if field.is_required() else field.default,
        **dict(field.json_schema_extra or {}),  # type: ignore[arg-type]
    )


def _type(annotation: Any) -> type:
    """Return the plain type behind ``X | None``, ``Annotated[X, ...]`` and ``tuple[X, ...]``."""
    if get_origin(annotation) in {Annotated, Union, UnionType}:
        return _type(get_args(annotation)[0])
    plain_type: type = get_origin(annotation) or annotation
    return plain_type
