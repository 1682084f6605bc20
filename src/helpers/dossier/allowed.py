"""What a column allows, in words: for an error, the data dictionary and the Excel template."""

import datetime as dt

from helpers.dossier.columns import FIRST_DAY, LAST_DAY, LONGEST_ID, LONGEST_TEXT, Column
from helpers.dossier.tables import TABLES
from helpers.dossier.words import WORDS, Word
from helpers.texts.language import N_, _

_ID = N_(
    "a short name: lower case letters, digits and _, a letter first, at most {most} characters"
)
_REFERS = N_("a short name from the table {table}")
_SEVERAL = N_("short names from the table {table}, with a comma between them")
_TEXT = N_("text of at most {most} characters")
_DATE = N_("a date from {low} to {high}, such as 15-09-2026 or 2026-09-15")
_YES_NO = N_("yes or no")
_ONE_OF = N_("one of these: {words}")
_NUMBER = N_("a number from {low} to {high}")
_WHOLE = N_("a whole number from {low} to {high}")


def allowed(column: Column) -> str:
    """Return what a cell of ``column`` may hold, in the course's language.

    >>> from helpers.dossier.columns import columns_of
    >>> allowed(columns_of(TABLES["stakeholders"])["power"])
    'een getal van 0 tot en met 10'
    """
    if issubclass(column.type, Word):
        return _(_ONE_OF).format(words=", ".join(_(WORDS[word]) for word in column.words))
    if column.type in (int, float):
        sentence = _WHOLE if column.type is int else _NUMBER
        return _(sentence).format(low=plain_number(column.low), high=plain_number(column.high))
    if column.refers:
        sentence = _SEVERAL if column.type is tuple else _REFERS
        return _(sentence).format(table=_(TABLES[column.refers].SHEET))
    if column.name == "id":
        return _(_ID).format(most=LONGEST_ID)
    if column.type is dt.date:
        return _(_DATE).format(low=FIRST_DAY.year, high=LAST_DAY.year)
    sentence = _YES_NO if column.type is bool else _TEXT
    return _(sentence).format(most=plain_number(LONGEST_TEXT))


def plain_number(value: float | None) -> str:
    """Return a bound or a count as people write it.

    >>> plain_number(10.0), plain_number(0.95), plain_number(20_000_000)
    ('10', '0,95', '20.000.000')
    """
    from helpers.texts.numbers import number

    return number(value or 0, 6)
