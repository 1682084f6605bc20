"""Which words are forms of a verb."""

import re
from functools import cache

from helpers.analysis.questions.rule_files import rule_file

_CLOSED = ("subject", "determiner", "function", "preposition", "conjunction", "lead_in", "question")
_OPEN_SYLLABLE = re.compile("(^|[^aeiou])[aeou][^aeiou]$")


@cache
def verb_forms() -> frozenset[str]:
    """Return forms of common verbs: the stem, with t, the infinitive, and the past.

    Vowels and consonants are doubled by Dutch spelling in every way that may be right; a form that
    does not exist does no harm.

    >>> {"werk", "werkt", "maakt", "leeft", "wil"} <= verb_forms()
    True
    """
    read = rule_file("verbs")
    explicit = frozenset(read["other_forms"].split())
    forms: set[str] = set()
    for infinitive in read["infinitives"].split():
        forms |= _forms_of(infinitive)
    closed = rule_file("word_lists")["lists"]
    return frozenset(forms.difference(*(closed[name] for name in _CLOSED)) | explicit)


def _forms_of(infinitive: str) -> set[str]:
    base = infinitive.removesuffix("en")
    stems = {base}
    if base[-1:] == base[-2:-1]:
        stems = {base[:-1]}
    elif _OPEN_SYLLABLE.search(base):
        stems.add(base[:-1] + base[-2:])
    hard = {one[:-1] + {"v": "f", "z": "s"}.get(one[-1], one[-1]) for one in stems if one}
    past = {one + end for one in hard for end in ("te", "ten", "de", "den")}
    return {infinitive} | hard | {one if one[-1] == "t" else one + "t" for one in hard} | past
