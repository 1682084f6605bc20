"""Swaps that the analysis finds, in words: for who speaks for a party, never for the chair."""

from typing import Any, NamedTuple

from helpers.analysis.packages.swaps import swaps
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import listed
from helpers.tools.packages.party_words import points
from helpers.tools.packages.weighing import Weighing

MOST = 5
NEEDED = 2
"""So many different packages of their own the parties keep before proposals open."""


class Swap(NamedTuple):
    """A swap for one party: what is chosen, a title, and the reason in sentences."""

    options: tuple[str, str]
    title: str
    lines: list[str]


def closed_text(tried: int) -> str:
    """Return why the proposals are closed still; an empty text when they are open."""
    if tried >= NEEDED:
        return ""
    text = _("First try it yourselves: keep two different packages. You have {n} now.")
    return text.format(n=tried)


def swaps_for(
    weighed: Weighing, package: tuple[str, ...], party: str, names: dict[str, str]
) -> list[Swap]:
    """Return the swaps of two points from which ``party`` and one other gain, the best first.

    ``names`` holds the name of every issue by its id.
    """
    start = weighed.places(package)
    found = swaps(weighed.people, weighed.options, weighed.values, start)
    mine = found[(found["first"] == party) | (found["second"] == party)].head(MOST)
    return [_swap(weighed, start, party, row, names) for row in mine.to_dict("records")]


def swap_part(tried: int, party: str, weighed: Weighing, found: list[Swap]) -> dict[str, Any]:
    """Return the proposals as the page shows them."""
    if closed := closed_text(tried):
        return {"closed": closed}
    people = [{"id": "", "label": _("Choose a party")}]
    rows = zip(weighed.people["id"], weighed.people["name"], strict=True)
    people += [{"id": str(key), "label": str(name)} for key, name in rows]
    none = _(
        "From this package there is no swap of two points from which this party and another both "
        "gain. Perhaps another point on the table helps."
    )
    return {
        "closed": "",
        "options": people,
        "value": party,
        "none": none if party and not found else "",
        "swaps": [
            {"id": " ".join(one.options), "title": one.title, "lines": one.lines} for one in found
        ],
    }


def _swap(
    weighed: Weighing, start: Any, party: str, row: dict[Any, Any], names: dict[str, str]
) -> Swap:
    mine, yours = ("first", "second") if row["first"] == party else ("second", "first")
    people = dict(zip(weighed.people["id"], weighed.people["name"], strict=True))
    give, take = row[f"{mine}_gives_option"], row[f"{yours}_gives_option"]
    issues = {"give": names[row[f"{mine}_gives"]], "take": names[row[f"{yours}_gives"]]}
    options = dict(zip(weighed.options["id"], weighed.options["name"], strict=True))
    me, other = people[row[mine]], people[row[yours]]
    lines = [
        _(
            "On {issue} it becomes: {option}. That costs {me} {loss} and brings {other} {gain}."
        ).format(
            issue=issues["give"],
            option=options[give],
            me=me,
            other=other,
            loss=points(-_change(weighed, start, row[mine], give)),
            gain=points(_change(weighed, start, row[yours], give)),
        ),
        _(
            "On {issue} it becomes: {option}. That brings {me} {gain} and costs {other} {loss}."
        ).format(
            issue=issues["take"],
            option=options[take],
            me=me,
            other=other,
            gain=points(_change(weighed, start, row[mine], take)),
            loss=points(-_change(weighed, start, row[yours], take)),
        ),
        _(
            "Together that brings {me} {mine} and {other} {yours}: "
            "each gives on what weighs less for them."
        ).format(
            me=me,
            other=other,
            mine=points(row[f"{mine}_gain"]),
            yours=points(row[f"{yours}_gain"]),
        ),
        _hurts([people[one] for one in row["hurts"]]),
    ]
    return Swap((give, take), _("Swap: {give} for {take}").format(**issues), lines)


def _hurts(names: list[str]) -> str:
    if not names:
        return _("Nobody else loses by it.")
    text = ngettext("Mind: {who} loses by it.", "Mind: {who} lose by it.", len(names))
    return text.format(who=listed(names))


def _change(weighed: Weighing, start: Any, who: str, option: str) -> float:
    """Return what a party's value changes by choosing one option."""
    row = weighed.people["id"].tolist().index(who)
    column = weighed.options["id"].tolist().index(option)
    issue = weighed.issues[column]
    now = next(at for at in start.tolist() if weighed.issues[at] == issue)
    return float(weighed.values[row, column] - weighed.values[row, now])
