"""Numbers, dates and lists as people write them in the language of the course."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from helpers.texts.language import _, language


def day(when: date) -> str:
    """Return a date in words.

    >>> day(date(2026, 9, 15))
    '15 september 2026'
    """
    return format_date(when, "long", locale=language())


def number(value: float, digits: int = 0) -> str:
    """Return a number with at most ``digits`` decimals.

    >>> number(1234.56, 1)
    '1.234,6'
    """
    return _number(value or 0, digits, language())


@lru_cache(maxsize=4096)
def _number(value: float, digits: int, code: str) -> str:
    """Return a number as a language writes it; a tool writes the same hundreds at each redraw."""
    return format_decimal(value, "#,##0." + "#" * digits if digits else "#,##0", locale=code)


def listed(items: Iterable[str]) -> str:
    """Return items as a list in running text.

    >>> listed(["parkeren", "groen", "geld"])
    'parkeren, groen en geld'
    """
    return format_list(list(items), locale=language())


def percent(share: float) -> str:
    """Return a share of 0 to 1 as whole percents in words; near the ends it says so.

    >>> percent(0.352), percent(0.998), percent(0.0)
    ('35 procent', 'meer dan 99 procent', '0 procent')
    """
    if 0 < share < 0.01:
        return _("less than 1 percent")
    if 0.99 < share < 1:
        return _("more than 99 percent")
    return _("{n} percent").format(n=round(100 * share))


def between(low: float, high: float) -> str:
    """Return a range of chances in words; both ends are shares of 0 to 1.

    >>> between(0.35, 0.6), between(0.35, 0.351), between(0.0, 0.998)
    ('tussen 35 en 60 procent', '35 procent', 'tussen 0 en ruim 99 procent')
    """
    ends = [_whole(low), _whole(high)]
    if ends[0] == ends[1]:
        return percent(low)
    return _("between {low} and {high} percent").format(low=ends[0], high=ends[1])


def _whole(share: float) -> str:
    if 0 < share < 0.01:
        return _("just above 0")
    if 0.99 < share < 1:
        return _("over 99")
    return str(round(100 * share))
