"""How many packages there are that everybody accepts, and how the pie grew, in words and bars."""

import math
from typing import Any

from helpers.analysis.packages.tally import Rule, Tally
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import number
from helpers.tools.packages.counting import DONE, RUNNING, STOPPED, WAITING, Counted
from helpers.tools.packages.party_words import points
from helpers.tools.packages.weighing import Party


def count_row(counted: Counted, rule: Rule, slow: bool, issues: int) -> dict[str, Any]:
    """Return the count as :class:`~helpers.tools.controls.packages.PackageTable` shows it."""
    done, total = number(counted.done), number(counted.total)
    if counted.state == DONE and counted.now:
        return {"text": f"{_on_table(counted.now, issues)} {_found(counted.now, rule)}"}
    if counted.state == RUNNING and not slow:
        return {"text": _("Counting the packages ...")}
    share = counted.done / counted.total
    if counted.state == RUNNING:
        text = _("Counting: {done} of the {total} packages.").format(done=done, total=total)
        return {"text": text, "share": share, "button": {"do": "stop", "label": _("Stop counting")}}
    if counted.state == STOPPED:
        so_far = _("Stopped at {done} of the {total} packages.").format(done=done, total=total)
        found = _("Among those there are {n} to which everybody says yes.")
        n = number(counted.now.all_agree if counted.now else 0)
        more = {"do": "count", "label": _("Go on counting")}
        return {"text": f"{so_far} {found.format(n=n)}", "share": share, "button": more}
    assert counted.state == WAITING
    text = _(
        "There are {total} packages. Counting to how many of them everybody says yes takes long."
    )
    begin = {"do": "count", "label": _("Begin counting")}
    return {"text": text.format(total=total), "button": begin}


def pie_part(counted: Counted, parties: list[Party], rule: Rule) -> dict[str, Any]:
    """Return how the pie grew: ``lines``, and a row with two bars for each party.

    A row has ``name``, ``words`` and ``bars``: where the most it can get stood first and stands
    now, and its value of no deal, from 0 to 100.
    """
    first, now = counted.first, counted.now
    if first is None:
        text = _("Nothing was added yet. Lay a point on the table and see here what that does.")
        return {"lines": [text], "rows": []}
    if counted.state != DONE or now is None:
        return {"lines": [_("This follows when the count is done.")], "rows": []}
    lines = [_then(first, rule), _found(now, rule)]
    if not now.all_agree:
        return {"lines": lines, "rows": []}
    lines.append(
        _(
            "Below stands what each party can get at most in a package to which everybody says "
            "yes. Not everybody gets that at the same time."
        )
    )
    best = zip(parties, first.best.tolist(), now.best.tolist(), strict=True)
    return {"lines": lines, "rows": [_pie_row(*one) for one in best]}


def _pie_row(party: Party, first: float, now: float) -> dict[str, Any]:
    low, high = min(party.worst, party.least), max(party.best, party.least)
    reach = (high - low) or 1.0

    def at(value: float) -> float:
        return -1.0 if math.isnan(value) else round(100 * (value - low) / reach, 2)

    before = _("first no package") if math.isnan(first) else _("first {n}").format(n=points(first))
    words = _("{before}, now {now}; without a deal {least}")
    return {
        "name": party.name,
        "words": words.format(before=before, now=points(now), least=points(party.least)),
        "bars": {"first": at(first), "now": at(now), "least": at(party.least)},
    }


def _on_table(now: Tally, issues: int) -> str:
    on = ngettext("{n} point lies on the table", "{n} points lie on the table", issues)
    packages = ngettext("{n} package", "{n} packages", now.total).format(n=number(now.total))
    return _("{on}: that makes {packages}.").format(on=on.format(n=issues), packages=packages)


def _found(count: Tally, rule: Rule) -> str:
    text = ngettext(
        "Now everybody says yes to {n} of the {total} package.",
        "Now everybody says yes to {n} of the {total} packages.",
        count.total,
    )
    found = text.format(n=number(count.all_agree), total=number(count.total))
    return f"{found} {_decided(count, rule)}".strip()


def _then(count: Tally, rule: Rule) -> str:
    text = ngettext(
        "At the beginning everybody said yes to {n} of the {total} package.",
        "At the beginning everybody said yes to {n} of the {total} packages.",
        count.total,
    )
    found = text.format(n=number(count.all_agree), total=number(count.total))
    return f"{found} {_decided(count, rule)}".strip()


def _decided(count: Tally, rule: Rule) -> str:
    """Return how many can go through, when that does not take everybody."""
    if (rule.at_least is None and rule.seats is None) or _everybody(rule):
        return ""
    can = ngettext("{n} package can go through.", "{n} packages can go through.", count.decided)
    return can.format(n=number(count.decided))


def _everybody(rule: Rule) -> bool:
    return rule.at_least is not None and rule.at_least >= len(rule.veto)
