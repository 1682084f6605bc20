"""One better wording for a line."""

from collections.abc import Set
from functools import cache
from typing import Any, NamedTuple

from helpers.analysis.questions.patterns import Span
from helpers.analysis.questions.rule_files import rule_file


class Suggestion(NamedTuple):
    """Advice by its id, Dutch words to say, and the words of the line to keep.

    ``line`` is the whole line to say instead: the words that are kept with the wording behind them.
    """

    id: str
    wording: str = ""
    keep: Span | None = None
    line: str = ""


class Said(NamedTuple):
    """What suggestions are chosen by: what was read, and whether the line ends with a question."""

    form: str | None
    function: str | None
    whys: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    asks: bool = False


def suggestion_for(
    said: Said, text: str = "", question: Span | None = None, to_je: bool = False
) -> Suggestion | None:
    """Return the first suggestion whose conditions hold; None when the line can stay as it is.

    ``text`` is the line and ``question`` where its (first) question stands; ``to_je`` gives the
    wording for who is called ``je``, not ``u``.

    >>> suggestion_for(Said("leading", "cause")).wording
    'Hoe is dat zo gekomen?'
    >>> suggestion_for(Said("statement", None, {"tells_own_view"}), "Ik vind van niet").line
    'Ik vind van niet. Hoe ziet u dat?'
    """
    values = {
        "form": {said.form},
        "function": {said.function},
        "why": said.whys,
        "rule": said.rules,
        "asks": {said.asks},
    }
    for one in _suggestions():
        if all(_holds(one, name, known) for name, known in values.items()):
            return None if one.get("nothing") else _suggested(one, text, question, to_je)
    return None


def _suggested(
    one: dict[str, Any], text: str, question: Span | None, to_je: bool
) -> Suggestion | None:
    wording = one.get("wording", "")
    if to_je:
        wording = one.get("to_je", wording)
    keep = _kept(one.get("keep", ""), text, question)
    line = f"{_ended(text[slice(*keep)], wording)} {wording}".strip() if keep else wording
    return Suggestion(one["id"], wording, keep, line)


def _kept(what: str, text: str, question: Span | None) -> Span | None:
    """Return the words that stay: the question, what stands before it, or the whole line."""
    if what == "question":
        return question
    end = question[0] if what == "before" and question else len(text) if what == "whole" else 0
    begin = len(text[:end]) - len(text[:end].lstrip())
    end = len(text[:end].rstrip())
    return (begin, end) if begin < end else None


def _ended(kept: str, wording: str) -> str:
    """Return the words that stay with a capital and a mark behind them."""
    kept = kept[:1].upper() + kept[1:]
    if not wording:
        return f"{kept}?"
    return kept if kept[-1] in ".?!…:" else f"{kept.rstrip(' ,;')}."


def _holds(one: dict[str, Any], condition: str, values: Set[Any]) -> bool:
    wanted = one.get(condition)
    if wanted is None:
        return True
    return bool(values & ({*wanted} if isinstance(wanted, list) else {wanted}))


@cache
def _suggestions() -> tuple[dict[str, Any], ...]:
    return tuple(rule_file("suggestions")["suggestion"])
