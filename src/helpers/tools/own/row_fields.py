"""The fields of one row of a dossier, each in the form that its column asks for."""

from collections.abc import Iterable, Mapping
from typing import Any

from helpers.dossier.body_words import called
from helpers.dossier.columns import Column, columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.dossier.words import Answer, Kind
from helpers.texts.language import N_, _
from helpers.tools.forms.sheet_items import NOT_KNOWN, Pairs
from helpers.tools.own.row_names import RowNames
from helpers.tools.own.scale_words import in_words

NOBODY = N_("nobody, or not known yet")
_CHOOSE = N_("Choose one")
_VOTING = (
    "seats",
    "judged_vote",
    "vote_certainty",
    "vote_source_kind",
    "vote_source",
    "vote_date",
)
_LONG = 3
_STEM = {"contacts": "gesprek", "stakeholders": "betrokkene", "interests": "belang"}


def begins_with(table: str) -> list[Column]:
    """Return the columns that a row of a table cannot do without; ids are made by the tool.

    >>> [one.name for one in begins_with("interests")], [one.name for one in begins_with("effects")]
    (['stakeholder'], ['option', 'interest'])
    """
    kind = TABLES[table]
    return [
        column
        for name, column in columns_of(kind).items()
        if name != "id" and (column.required or name in kind.KEY)
    ]


def new_row(dossier: Dossier, table: str) -> dict[str, Any]:
    """Return what is known beforehand of a row that comes next."""
    given: dict[str, Any] = {}
    if "id" in columns_of(TABLES[table]):
        given["id"] = dossier.free_id(table, _STEM.get(table, table))
    if table == "contacts":
        given["date"] = dossier.as_of
    if table == "route":
        given["step"] = min(max((one.step for one in dossier.route), default=0) + 1, 100)
    return given


def to_fill_in(table: str, row: Any) -> list[Column]:
    """Return the columns that are shown of a row that there is, those it begins with first."""
    first = begins_with(table)
    others = [one for one in columns_of(TABLES[table]).values() if one not in first]
    return [one for one in [*first, *others] if one.name != "id" and _applies(table, one, row)]


def _applies(table: str, column: Column, row: Any) -> bool:
    """Return whether a column says something about a row: only a party group has a vote."""
    if table != "stakeholders" or column.name not in _VOTING:
        return True
    return row.kind is Kind.FRACTIE or getattr(row, column.name) not in (0, None, "")


def offered(column: Column, names: RowNames, now: Any, but: Iterable[str] = ()) -> Pairs | None:
    """Return what may be chosen in a column; ``None`` for one that is typed.

    ``but`` names rows that are not offered.
    """
    pairs = _pairs(column, names, now, set(but))
    if pairs is None or column.type is Answer:
        return pairs
    if column.default is None:
        return [("", _(_empty(column))), *pairs]
    return pairs


def _empty(column: Column) -> str:
    if column.required:
        return _CHOOSE
    return NOBODY if column.refers == "stakeholders" else NOT_KNOWN


def _pairs(column: Column, names: RowNames, now: Any, but: set[str]) -> Pairs | None:
    if column.refers:
        return [(key, name) for key, name in names.all(column.refers).items() if key not in but]
    if column.words:
        return [(word.value, called(word, names.dossier.body)) for word in column.words]
    if column.type in (int, float):
        return in_words(column, now)
    return None


def lines_for(column: Column, table: str) -> int:
    """Return how many lines a text field shows."""
    short = column.type is not str or column.name in ("name", "source", "part", "reader", "owner")
    return 1 if short or table in ("route", "partner_themes") else _LONG - 1


def lower_goals(dossier: Dossier, key: str) -> set[str]:
    """Return a goal and all that stand under it: it cannot stand under one of those.

    >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> goals = bare.add("goals", id="a").add("goals", id="b", parent="a").add("goals", id="c")
    >>> sorted(lower_goals(goals, "a"))
    ['a', 'b']
    """
    found, more = {key}, {key}
    while more:
        more = {one.id for one in dossier.goals if one.parent in more} - found
        found |= more
    return found


def complete(table: str, given: Mapping[str, Any]) -> bool:
    """Return whether all that a row begins with is known."""
    return all(given.get(one.name) not in (None, "") for one in begins_with(table))
