"""One better wording for a line."""

from functools import cache
from typing import Any, NamedTuple

from helpers.analysis.questions.patterns import Span
from helpers.analysis.questions.rule_files import rule_file


class Suggestion(NamedTuple):
    """Advice by its id, Dutch words to say instead, and the words of the line to keep."""

    id: str
    wording: str = ""
    keep: Span | None = None


def suggestion_for(
    form: str | None,
    function: str | None,
    whys: set[str],
    rules: set[str],
    keep: Span | None = None,
    to_je: bool = False,
) -> Suggestion | None:
    """Return the first suggestion whose conditions hold; None when the line can stay as it is.

    ``to_je`` gives the wording for who is called ``je``, not ``u``.

    >>> suggestion_for("leading", "cause", {"steers"}, set()).wording
    'Hoe is dat zo gekomen?'
    """
    said: dict[str, set[Any]] = {"form": {form}, "function": {function}, "why": whys, "rule": rules}
    for one in _suggestions():
        if all(_holds(one, name, values) for name, values in said.items()):
            if one.get("nothing"):
                return None
            wording = one.get("wording", "")
            return Suggestion(one["id"], one.get("to_je", wording) if to_je else wording, keep)
    return None


def _holds(one: dict[str, Any], condition: str, values: set[Any]) -> bool:
    wanted = one.get(condition)
    return wanted is None or bool(values & ({wanted} if isinstance(wanted, str) else {*wanted}))


@cache
def _suggestions() -> tuple[dict[str, Any], ...]:
    return tuple(rule_file("suggestions")["suggestion"])
