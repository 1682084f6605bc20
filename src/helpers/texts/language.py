"""The language of the course and its catalog of sentences.

Code holds the English sentence; the catalog of the chosen language holds what is shown.
Mark a sentence that is declared in one place and shown in another with :func:`N_`.
"""

import gettext
import os
from functools import cache
from pathlib import Path

CATALOGS = Path(__file__).parent / "locale"
DEFAULT = "nl"


def language() -> str:
    """Return the two-letter code of the course's language (``DRAAGVLAK_LANG``, default ``nl``)."""
    return os.environ.get("DRAAGVLAK_LANG") or DEFAULT


@cache
def catalog(code: str) -> gettext.NullTranslations:
    """Return the catalog of a language; English needs none."""
    return gettext.translation("draagvlak", CATALOGS, languages=[code], fallback=code == "en")


def _(message: str) -> str:
    """Return ``message`` (English) in the language of the course.

    >>> _("unknown")
    'onbekend'
    """
    return catalog(language()).gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext tools look for
    """Mark ``message`` for the catalog and return it unchanged; show it later with ``_``."""
    return message


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the singular or plural sentence that fits ``count``, in the language of the course."""
    return catalog(language()).ngettext(singular, plural, count)
