"""What a cell that does not fit its column is told: what came, and what is allowed."""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from typing import Any

from helpers.dossier.allowed import allowed, plain_number
from helpers.dossier.cells import CharacterError
from helpers.dossier.columns import FIRST_DAY, LAST_DAY, LONGEST_ID, LONGEST_TEXT, Column
from helpers.dossier.problems import nearest
from helpers.dossier.words import WORDS
from helpers.texts.language import N_, _

_SHOWN = 60
_WITHOUT_COLUMN = {
    "greater_than_equal": N_("Here stands {came}. It must be {ge} or more."),
    "less_than_equal": N_("Here stands {came}. It must be {le} or less."),
    "number": N_("Here stands {came}. It must be a number."),
    "whole number": N_("Here stands {came}. It must be a whole number."),
    "yes or no": N_("Here stands {came}. It must be yes or no."),
    "date": N_("Here stands {came}. It must be a date, such as 2026-09-15."),
}
_OTHER = N_("Here stands {came}. That does not fit here.")


def said(error: Mapping[str, Any], column: Column | None = None) -> str:
    """Return the sentence for one error of pydantic's ``ValidationError.errors()``.

    With the ``column``, the sentence says all that is allowed there.
    """
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, CharacterError):
        what = _("Character {n} of this text cannot be shown. Remove it, or type the text again.")
        return what.format(n=cause.place)
    if error["type"] == "string_too_long":
        what = _("This text has {n} characters. At most {most} are allowed.")
        length, most = len(error["input"]), LONGEST_TEXT
        return what.format(n=plain_number(length), most=plain_number(most))
    if error["type"] in {"missing", "string_too_short"}:
        return empty(column)
    if column is None:
        return _without_column(error)
    came = error["input"]
    what = _("Here stands {came}. Allowed: {allowed}.")
    sentence = what.format(came=shown(came), allowed=allowed(column))
    return f"{sentence} {_offer(came, column)}".strip()


def _without_column(error: Mapping[str, Any]) -> str:
    context = error.get("ctx", {})
    rule = getattr(context.get("error"), "wanted", error["type"])
    if isinstance(error["input"], dt.date):
        return _far_day()
    bounds = {name: f"{context[name]}" for name in ("ge", "le") if name in context}
    return _(_WITHOUT_COLUMN.get(rule, _OTHER)).format(came=shown(error["input"]), **bounds)


def _far_day() -> str:
    from helpers.texts.numbers import day

    what = _("Choose a date between {low} and {high}.")
    return what.format(low=day(FIRST_DAY), high=day(LAST_DAY))


def empty(column: Column | None = None) -> str:
    """Return the sentence for an empty cell in a column that must be filled in."""
    if column is None:
        return _("This is empty. Fill it in.")
    return _("This is empty. Fill in: {allowed}.").format(allowed=allowed(column))


def shown(came: Any) -> str:
    """Return what stood in a cell, short enough to read and without what cannot be shown.

    >>> shown(11), shown(True), shown(dt.date(2026, 9, 15))
    ('11', 'ja', '15-09-2026')
    """
    if isinstance(came, bool):
        return _("yes") if came else _("no")
    if isinstance(came, dt.date):
        return f"{came:%d-%m-%Y}"
    if isinstance(came, int | float):
        return f"{came:.12g}"
    text = str(came)
    cut = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    proper = "".join(one if one.isprintable() else "\ufffd" for one in cut)
    return _("“{text}”").format(text=proper)


def _offer(came: Any, column: Column) -> str:
    """Return the sentence that offers what was probably meant."""
    if column.words:
        return nearest(str(came), [_(WORDS[word]) for word in column.words])
    if column.name == "id":
        proper = short_name(str(came)[:_SHOWN])
        return _("Write for example {name}.").format(name=proper) if proper else ""
    return ""


def short_name(name: str) -> str:
    """Return a name as a short name for the column ``id``; empty when nothing is left of it.

    >>> short_name("Café 't Hoekje"), short_name("2e Wijkraad"), short_name("!")
    ('cafe_t_hoekje', 'e_wijkraad', '')
    """
    bare = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = "".join(one if one.isalnum() else " " for one in bare.replace("'", "")).split()
    return "_".join(words).lstrip("0123456789_")[:LONGEST_ID].rstrip("_")
