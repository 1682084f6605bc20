"""Syllables of Dutch words, counted by their vowels."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

# Vowels that sound as one, longest first; what stands apart counts apart.
_TOGETHER = re.compile(
    r"eeuw|ieuw|ëe|ëi|ëu|ïe|eau|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ei|ij|ou|au|ai|oi|[aeiouáéíóúàèìòùâêîôûäëïöü]|y"
)
# These letters are no vowels where they stand here; the last is "ieus", of which "i" stands alone.
_SILENT = [
    (re.compile(r"qu"), "kw"),
    (re.compile(r"^y(?=[aeiou])|(?<=[aou])y(?=[aeiou])"), "j"),
    (re.compile(r"(?<=[^aeiou])eum(s)?$"), "e-um"),
    (re.compile(r"(?<=[^aeiou])ieu(s|ze|zer|st|ste)(?=[a-z]*$)"), r"i-eu\1"),
    (re.compile(r"(?<=[^aeiou])i(?=eel)"), "i-"),
]


@cache
def word_lists() -> dict[str, Any]:
    """Return what stands in ``words.toml``.

    >>> word_lists()["jargon"]["thans"]
    'nu'
    """
    import tomllib

    text = (files("helpers.analysis.messages") / "words.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def syllables(word: str) -> int:
    """Return how many syllables a word has, at least 1; digits are one syllable each.

    Vowels that sound as one are one (``ij``, ``eeuw``); a diaeresis begins a new one. Words of
    another spelling stand in ``words.toml``. A word of more than 60 letters counts its first 60.

    >>> [syllables(word) for word in ["gemeente", "coördinatie", "museum", "nieuwe"]]
    [3, 5, 3, 2]
    """
    plain = word.casefold().replace("\u2019", "'")[:60]
    known: dict[str, int] = word_lists()["syllables"]
    if plain in known:
        return known[plain]
    for pattern, instead in _SILENT:
        plain = pattern.sub(instead, plain)
    digits = sum(one.isdigit() for one in plain)
    return max(1, len(_TOGETHER.findall(plain)) + digits)
