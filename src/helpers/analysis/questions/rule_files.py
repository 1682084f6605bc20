"""The rules beside the code: TOML, because Python reads it without another library."""

from functools import cache
from importlib.resources import files
from typing import Any


@cache
def rule_file(name: str) -> dict[str, Any]:
    """Return what stands in ``rules/<name>.toml``.

    >>> rule_file("word_lists")["lists"]["have"][:2]
    ['heb', 'hebt']
    """
    import tomllib

    text = (files("helpers.analysis.questions") / "rules" / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)
