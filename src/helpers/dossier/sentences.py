"""What a failed check says: the rule that was broken, what came and what is allowed."""

from collections.abc import Mapping
from typing import Any

from helpers.texts.language import N_, _

_SENTENCES = {
    "missing": N_("This is empty. Fill it in."),
    "extra_forbidden": N_("This column is not known here. Remove it or correct its name."),
    "greater_than_equal": N_("Here stands {came}. It must be {ge} or more."),
    "less_than_equal": N_("Here stands {came}. It must be {le} or less."),
    "int_parsing": N_("Here stands {came}. It must be a whole number."),
    "int_from_float": N_("Here stands {came}. It must be a whole number."),
    "float_parsing": N_("Here stands {came}. It must be a number."),
    "bool_parsing": N_("Here stands {came}. It must be yes or no."),
    "enum": N_("Here stands {came}. Allowed: {expected}."),
    "date_from_datetime_parsing": N_("Here stands {came}. It must be a date, such as 2026-09-15."),
    "date_parsing": N_("Here stands {came}. It must be a date, such as 2026-09-15."),
    "string_pattern_mismatch": N_(
        "Here stands {came}. A short name has lower case letters, digits and _ "
        "and begins with a letter."
    ),
    "string_too_long": N_("This text is too long: at most {max_length} characters."),
}
_OTHER = N_("Here stands {came}. That does not fit here.")


def said(error: Mapping[str, Any]) -> str:
    """Return the sentence for one error of pydantic's ``ValidationError.errors()``."""
    came = repr(error["input"])[:80]
    context = {key: _plain(value) for key, value in error.get("ctx", {}).items()}
    return _(_SENTENCES.get(error["type"], _OTHER)).format(**{**context, "came": came})


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
