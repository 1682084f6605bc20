"""How a row of a dossier is called on the screen: in words, never by its id."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from helpers.dossier.body_words import called
from helpers.dossier.columns import columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.dossier.words import Word
from helpers.texts.language import N_, _
from helpers.texts.numbers import day

_NOTHING = N_("nothing written down yet")
_LONGEST = 70
_PARTS: dict[str, tuple[tuple[str, ...], ...]] = {
    "interests": (("stakeholder",), ("interest", "position")),
    "options": (("issue",), ("name",)),
    "effects": (("option",), ("interest",)),
    "values": (("stakeholder",), ("option",)),
    "thresholds": (("stakeholder",),),
    "contacts": (("stakeholder",), ("date",)),
    "assignments": (("client",), ("given",)),
    "intake": (("rung",), ("heard",)),
    "parts": (("part",),),
    "reframes": (("assignment",),),
    "preparations": (("stakeholder",), ("date",)),
    "expectations": (("group",), ("aspect",)),
    "goals": (("text",),),
    "contributions": (("measure",), ("goal",)),
    "messages": (("group",), ("what", "why")),
    "readbacks": (("reader",), ("message",)),
    "partner_themes": (("partner",), ("theme",)),
    "cooperation": (("partner",), ("condition",)),
    "priorities": (("region",), ("task",)),
    "stories": (("stakeholder",),),
}
"""The columns that make the name of a row; of those in one part the first that is filled in."""


class RowNames:
    """The names of all rows of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self._known: dict[str, dict[Any, str]] = {}

    def all(self, table: str) -> dict[Any, str]:
        """Return the names of the rows of a table, by their key; no two are the same.

        >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
        >>> bare = bare.add("stakeholders", id="a", name="Wijkraad", kind="residents")
        >>> bare = bare.add("interests", id="b", stakeholder="a", interest="Rust in de straat")
        >>> RowNames(bare).all("interests")
        {'b': 'Wijkraad: Rust in de straat'}
        """
        if table not in self._known:
            self._known[table] = {}  # a goal may stand under another one
            rows = getattr(self.dossier, table)
            self._known[table] = _apart({row.key: self._name(table, row) for row in rows})
        return self._known[table]

    def _name(self, table: str, row: Any) -> str:
        parts = _PARTS.get(table, (("name",),))
        said = [self._first(table, row, names) for names in parts]
        told = [one for one in said if one]
        return ": ".join(told if told else [_(_NOTHING)])

    def _first(self, table: str, row: Any, names: tuple[str, ...]) -> str:
        columns = columns_of(TABLES[table])
        words = (self._words(columns[name].refers, getattr(row, name)) for name in names)
        return next((one for one in words if one), "")

    def _words(self, refers: str, value: Any) -> str:
        if refers:
            return self.all(refers).get(value, "")
        if isinstance(value, Word):
            return called(value, self.dossier.body)
        if isinstance(value, dt.date):
            return day(value)
        text = " ".join(str(value or "").split()).removesuffix(".")  # it stands in a sentence
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        return {table: len(getattr(self.dossier, table)) for table in TABLES}


def fewer(names: Iterable[str], most: int) -> list[str]:
    """Return different names, at most so many, and then how many there are more.

    >>> fewer(["a", "b", "a", "c", "d"], 2)
    ['a', 'b', '2 meer']
    """
    different = list(dict.fromkeys(names))
    more = len(different) - most
    return [*different[:most], _("{n} more").format(n=more)] if more > 0 else different


def _apart(names: dict[Any, str]) -> dict[Any, str]:
    """Return the names with a number behind those that stand there more than once."""
    often, seen = Counter(names.values()), Counter[str]()
    found = {}
    for key, name in names.items():
        seen[name] += 1
        found[key] = f"{name} ({seen[name]})" if often[name] > 1 else name
    return found
