"""The named checks that an exercise can ask of a dossier, each declared once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Annotated, Any, NamedTuple, Protocol

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from helpers.dossier.columns import Row
from helpers.dossier.model import Dossier
from helpers.dossier.problems import nearest
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_, _

_ONE = N_("Write down one check with its parameter, such as “speaker_at: [raad]”.")
_UNKNOWN = N_("There is no check {came}. Allowed: {expected}. {offer}")
_TAKES = N_("The check {name} takes {takes}. Here stands {came}.")
_NO_ROW = N_("The dossier {dossier} has no {came} in {table}. {offer}")

Ids = Annotated[tuple[str, ...], Field(min_length=1)]
Count = Annotated[int, Field(ge=1, le=1000)]


class Cells(BaseModel):
    """Cells that must be filled in: a column of some rows of a table.

    A row goes by its id; in a table without ids by its key columns: ``woonstichting/vastgoed``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    table: str
    rows: Ids
    column: str


class Worked(Protocol):
    """What a check looks at: a working copy."""

    @property
    def dossier(self) -> Dossier:
        """The dossier as it stands."""

    @property
    def package(self) -> tuple[str, ...]:
        """The package that is being tried."""

    @property
    def actions(self) -> Mapping[str, Any]:
        """What was agreed for a step of the route."""


class Check(NamedTuple):
    """What a check ``takes`` and in words, the table whose ids it names, and whether it holds."""

    takes: Any
    words: str
    table: str
    holds: Callable[[Worked, Dossier, Any], bool]


def _seats(work: Worked, shipped: Dossier, least: int) -> bool:
    from helpers.analysis.votes.forecast import package_votes, seats_in_it

    names = ("stakeholders", "interests", "options", "effects", "thresholds", "values")
    tables = {name: work.dossier.table(name) for name in names}
    groups = package_votes(
        **tables,
        proposal=work.dossier.proposal,
        package=work.package,
        softness=work.dossier.softness,
    )
    return seats_in_it(groups) >= least


def _package(work: Worked, shipped: Dossier, options: tuple[str, ...]) -> bool:
    return set(options) <= set(work.package)


def _changes(work: Worked, shipped: Dossier, most: int) -> bool:
    return len(set(work.package) - set(work.dossier.proposal)) <= most


def _speaker(work: Worked, shipped: Dossier, steps: tuple[str, ...]) -> bool:
    return all(row.speaker for row in work.dossier.route if row.id in steps)


def _agreed(work: Worked, shipped: Dossier, steps: tuple[str, ...]) -> bool:
    return set(steps) <= set(work.actions)


def _agreements(work: Worked, shipped: Dossier, least: int) -> bool:
    return len(work.actions) >= least


def _stories(work: Worked, shipped: Dossier, told_by: tuple[str, ...]) -> bool:
    confirmed = {row.stakeholder for row in work.dossier.stories if row.confirmed}
    return set(told_by) <= confirmed


def _filled(work: Worked, shipped: Dossier, cells: Cells) -> bool:
    rows = {_name(row): row for row in getattr(work.dossier, cells.table)}
    found = [getattr(rows[name], cells.column, None) for name in cells.rows if name in rows]
    return len(found) == len(cells.rows) and all(value not in (None, "") for value in found)


def _added(work: Worked, shipped: Dossier, least: dict[str, int]) -> bool:
    def more(table: str) -> int:
        old = {row.key for row in getattr(shipped, table)}
        return sum(row.key not in old for row in getattr(work.dossier, table))

    return all(more(table) >= count for table, count in least.items())


_COUNT, _IDS = N_("a whole number from 1"), N_("a list of ids between [ and ]")
CHECKS: dict[str, Check] = {
    "for_enough_seats": Check(Count, _COUNT, "", _seats),
    "changes_at_most": Check(Count, _COUNT, "", _changes),
    "package_has": Check(Ids, _IDS, "options", _package),
    "speaker_at": Check(Ids, _IDS, "route", _speaker),
    "agreed_at": Check(Ids, _IDS, "route", _agreed),
    "agreements": Check(Count, _COUNT, "", _agreements),
    "story_confirmed": Check(Ids, _IDS, "stakeholders", _stories),
    "filled_in": Check(
        Cells, N_("{table: interests, rows: [one, two], column: interest}"), "", _filled
    ),
    "rows_added": Check(
        dict[str, Count], N_("tables with a number of rows, such as {interests: 1}"), "", _added
    ),
}


def holds(check: dict[str, Any], work: Worked, shipped: Dossier) -> bool:
    """Return whether a check holds in a working copy; ``shipped`` is what it began with.

    >>> from helpers.training.working_copy import working_copy
    >>> work = working_copy("winkelhart")
    >>> holds({"agreements": 1}, work, work.dossier)
    False
    """
    [(name, came)] = check.items()
    return CHECKS[name].holds(work, shipped, _takes(name).validate_python(came))


def checked_result(came: dict[str, Any]) -> dict[str, Any]:
    """Return a check as an author wrote it; a ``ValueError`` says what is wrong with it."""
    if len(came) != 1:
        raise ValueError(_(_ONE))
    [(name, given)] = came.items()
    if name not in CHECKS:
        expected, offer = ", ".join(CHECKS), nearest(str(name), list(CHECKS))
        raise ValueError(_(_UNKNOWN).format(came=name, expected=expected, offer=offer).strip())
    try:
        _takes(name).validate_python(given)
    except ValidationError:
        takes = _(CHECKS[name].words)
        raise ValueError(_(_TAKES).format(name=name, takes=takes, came=repr(given))) from None
    return came


def missing(check: dict[str, Any], dossier: Dossier) -> list[str]:
    """Return a sentence for each name in a check that the dossier does not have."""
    [(name, given)] = check.items()
    return [
        _unknown(dossier, table, one, have)
        for table, names, have in _named(name, given, dossier)
        for one in names
        if one not in have
    ]


def _named(
    name: str, given: Any, dossier: Dossier
) -> Iterator[tuple[str, Iterable[str], list[str]]]:
    """Give the names in a check: the table they are in, the names, and those that are there."""
    if CHECKS[name].table:
        yield CHECKS[name].table, given, _rows(dossier, CHECKS[name].table)
    elif name == "rows_added":
        yield "", given, list(TABLES)
    elif name == "filled_in":
        table = given["table"]
        yield "", [table], list(TABLES)
        if table in TABLES:
            yield table, given["rows"], _rows(dossier, table)
            yield table, [given["column"]], list(TABLES[table].model_fields)


def _rows(dossier: Dossier, table: str) -> list[str]:
    return [_name(row) for row in getattr(dossier, table)]


def _name(row: Row) -> str:
    """Return how a check names a row: by its id, or by its key columns with a slash between."""
    return row.key if isinstance(row.key, str) else "/".join(row.key)


def _unknown(dossier: Dossier, table: str, came: str, have: list[str]) -> str:
    place = table or _("its tables")
    said = _(_NO_ROW).format(dossier=dossier.id, came=came, table=place, offer=nearest(came, have))
    return said.strip()


@cache
def _takes(name: str) -> TypeAdapter[Any]:
    return TypeAdapter(CHECKS[name].takes)
