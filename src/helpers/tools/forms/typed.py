"""What somebody types on the page: where it is kept, the words beside it, and days."""

import datetime as dt
import os
from pathlib import Path
from typing import Any

from helpers.dossier.columns import FIRST_DAY, LAST_DAY
from helpers.texts.language import N_, _
from helpers.texts.numbers import day, number
from helpers.training.own_text import LONGEST

_UNREAD = N_("This date is not complete. Pick a day, or leave it empty.")


def place_of(tool: object, key: str) -> str:
    """Return the name under which the page keeps what is typed in a tool until it is saved.

    It is the same after a reload and in a new kernel, and another one in each lesson: the server
    tells a kernel which notebook it is for.
    """
    lesson = Path(os.environ.get("JPY_SESSION_NAME", "")).name
    return f"{lesson} {type(tool).__name__} {key}"


def field_texts() -> dict[str, Any]:
    """Return what every field says, and how long a text may be."""
    return {
        "saved": _("Saved"),
        "not_saved": _("Not saved yet ..."),
        "unread": _(_UNREAD),
        **_longest(),
    }


def form_words() -> dict[str, Any]:
    """Return the words of a form that is saved with a button."""
    return {
        "save": _("Save"),
        "cancel": _("Cancel"),
        "remove": _("Remove"),
        "unread": _(_UNREAD),
        **_longest(),
    }


def _longest() -> dict[str, Any]:
    said = _("More than {n} characters do not fit here. The last part was left out.")
    return {"longest": LONGEST, "too_long": said.format(n=number(LONGEST))}


def typed_day(text: str) -> dt.date | None:
    """Return a day as a form gives it, nothing for an empty one.

    Raises ``ValueError`` with a sentence when it is no day, or one that no dossier may hold.
    """
    if not text:
        return None
    try:
        typed = dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(_("This must be a date, such as 2026-09-15.")) from None
    if not FIRST_DAY <= typed <= LAST_DAY:
        said = _("Choose a date between {low} and {high}.")
        raise ValueError(said.format(low=day(FIRST_DAY), high=day(LAST_DAY)))
    return typed
