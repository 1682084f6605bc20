"""What an author wrote in YAML: how it is read, and what is wrong with it in one sentence."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from helpers.dossier.problems import nearest
from helpers.texts.language import N_, _

_SENTENCES = {
    "missing": N_("This is missing. Fill it in."),
    "string_too_short": N_("This is empty. Fill it in."),
    "string_too_long": N_("This text is too long: at most {max_length} characters."),
    "string_type": N_("Here stands {came}. It must be a text; put it between quotes."),
    "string_pattern_mismatch": N_(
        "Here stands {came}. It must be lower case letters and digits, with dashes between words."
    ),
    "int_type": N_("Here stands {came}. It must be a whole number."),
    "int_parsing": N_("Here stands {came}. It must be a whole number."),
    "int_from_float": N_("Here stands {came}. It must be a whole number."),
    "bool_type": N_("Here stands {came}. It must be true or false."),
    "bool_parsing": N_("Here stands {came}. It must be true or false."),
    "greater_than_equal": N_("Here stands {came}. It must be {ge} or more."),
    "less_than_equal": N_("Here stands {came}. It must be {le} or less."),
    "tuple_type": N_("This must be a list: lines that begin with a dash."),
    "too_short": N_("Here are {actual_length}. At least {min_length} are needed."),
    "too_long": N_("Here are {actual_length}. At most {max_length} fit."),
    "model_type": N_("This must be lines such as “id: ...” and “text: ...”."),
    "value_error": "{error}",
}
_OTHER = N_("Here stands {came}. That does not fit here.")
_NOT_UTF_8 = N_("This file is not UTF-8. Save it again as UTF-8.")
_NOT_YAML = N_("Line {n} cannot be read. Look at the spaces at its beginning, colons and quotes.")


def read_yaml(path: Path) -> tuple[Any, str]:
    """Return what stands in a file, and a sentence when it cannot be read."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # both refuse tags; C is faster
    try:
        return yaml.load(path.read_text("utf-8-sig"), Loader=loader), ""
    except UnicodeDecodeError:
        return None, _(_NOT_UTF_8)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        return None, _(_NOT_YAML).format(n=line)


def place_of(error: Mapping[str, Any]) -> str:
    """Return where an error of pydantic is: names with dots, counting from 1."""
    return ".".join(str(part + 1) if isinstance(part, int) else part for part in error["loc"])


def sentence_of(error: Mapping[str, Any], fields: Sequence[str]) -> str:
    """Return an error of pydantic as a sentence; ``fields`` are those that are known there."""
    if error["type"] == "extra_forbidden":
        offer = nearest(str(error["loc"][-1]), fields)
        return f"{_('This field is not known here.')} {offer}".strip()
    context = {key: _plain(value) for key, value in error.get("ctx", {}).items()}
    sentence = _SENTENCES.get(error["type"], _OTHER)
    came = repr(error["input"])[:80]
    return _(sentence).format(**{**context, "came": came})


def _plain(value: Any) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
