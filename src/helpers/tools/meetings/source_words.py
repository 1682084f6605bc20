"""What a source meeting says: who told, which summary is right, and where parties meet."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from helpers.analysis.stakeholders.wishes import COMPLEMENT, CONFLICT, TRADE
from helpers.dossier.regions import Story
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import listed, percent

Line = dict[str, str]

_KINDS = {
    TRADE: N_(
        "{issue}: room to trade. For {more} this is {high} of all that matters, for {less} {low}. "
        "Giving way costs {less} little here, and something else can stand against it."
    ),
    COMPLEMENT: N_("{issue}: a complement. By “{shared}” both gain."),
}
_CLASHES = {
    (False, True): N_("{issue}: a clash. {one} wants “{this}” most, a loss for {other}."),
    (True, False): N_("{issue}: a clash. {other} wants “{that}” most, a loss for {one}."),
    (True, True): N_(
        "{issue}: a clash. {one} wants “{this}” most, a loss for {other}. {other} wants “{that}” "
        "most, a loss for {one}."
    ),
}
_NOTHING = N_(
    "{issue}: room to trade. For {more} this is {high} of all that matters, and {less} neither "
    "wins nor loses by it. Something else can stand against giving way here."
)
_QUIET = N_("{issue}: here they do not stand in each other's way.")


class Told(NamedTuple):
    """Which parties lack what, by their ids, in the order of the parties."""

    story: tuple[str, ...]
    wish: tuple[str, ...]
    summary: tuple[str, ...]
    confirmed: tuple[str, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        """Who did not put everything on the table that comes before weighing."""
        return (*self.story, *self.wish)


def told_by(parties: Sequence[str], stories: Sequence[Story]) -> Told:
    """Return what is still missing; each party stands only in the first list that it lacks.

    >>> told_by(["a", "b"], [Story(id="x", stakeholder="a", story="Zo is het", wish="Rust")])
    Told(story=('b',), wish=(), summary=('a',), confirmed=())
    """
    lacks: dict[str, list[str]] = {name: [] for name in Told._fields}
    for party in parties:
        own = [one for one in stories if one.stakeholder == party and one.story.strip()]
        heard = [one for one in own if one.heard.strip()]
        if not own:
            lacks["story"].append(party)
        elif not any(one.wish.strip() for one in own):
            lacks["wish"].append(party)
        elif len(heard) < len(own):
            lacks["summary"].append(party)
        elif not all(one.confirmed for one in own):
            lacks["confirmed"].append(party)
    return Told(*(tuple(one) for one in lacks.values()))


def overview_lines(told: Told, names: Mapping[str, str]) -> list[Line]:
    """Return who told already, and what is still missing, calmly."""
    if not names:
        return [{"text": _("First write down who sits at the table, as stakeholders.")}]
    count, ready = len(names), len(names) - len(told.silent)
    said = ngettext(
        "{ready} of {n} party has told its story and its wish.",
        "{ready} of {n} parties have told their story and their wish.",
        count,
    )
    lines = [{"text": said.format(ready=ready, n=count), "look": "dv-lead"}]
    lacks = {
        "story": _("Has not told yet: {who}."),
        "wish": _("Told its story, but no wish yet: {who}."),
        "summary": _("Not summarised yet: {who}. Say in your own words what you heard."),
        "confirmed": _(
            "Summary not confirmed yet: {who}. Read it out and ask whether it is right."
        ),
    }
    for name, sentence in lacks.items():
        if missing := getattr(told, name):
            lines.append({"text": sentence.format(who=_named(missing, names))})
    if not any(told):
        lines.append({"text": _("Everybody told, and everybody found the summary right.")})
    return lines


def closed_text(told: Told, names: Mapping[str, str]) -> str:
    """Return why it is too early to weigh."""
    said = _(
        "First everybody tells, then you weigh. Still to come: {who}. Who hears a judgement before "
        "telling, tells a position instead of a story."
    )
    return said.format(who=_named(told.silent, names))


def early_text(told: Told, names: Mapping[str, str]) -> str:
    """Return what is lost when one weighs before all have told; nothing when all have."""
    if not told.silent:
        return ""
    said = _(
        "You look without all the stories. What this picture says of {who}, you filled in for "
        "them: ask them first whether it is right."
    )
    return said.format(who=_named(told.silent, names))


def pair_lines(
    points: pd.DataFrame, names: Mapping[str, str], issues: Mapping[str, str]
) -> list[Line]:
    """Return for one pair what is the matter on each issue, and why; clashes first.

    ``issues`` holds the names of issues and options, by their id.
    """
    order = [CONFLICT, TRADE, COMPLEMENT]
    lines = []
    for kind in order:
        for row in points[points["relation"] == kind].to_dict("records"):
            lines.append({"text": _point(row, names, issues)})
    rest = points.loc[~points["relation"].isin(order), "issue"]
    if len(rest):
        said = _(_QUIET).format(issue=listed(issues[one] for one in rest))
        lines.append({"text": said, "look": "dv-note"})
    unclear = points.loc[points["open"] > 0, "issue"]
    if len(unclear):
        said = _("Not everything is known yet on: {issues}. Ask, before you count on it.")
        told = said.format(issues=listed(issues[one] for one in unclear))
        lines.append({"text": told, "look": "dv-note"})
    return lines


def _point(row: Mapping[Any, Any], names: Mapping[str, str], issues: Mapping[str, str]) -> str:
    first, second = (str(row[side]) for side in ("first", "second"))
    care = {first: float(row["care_first"]), second: float(row["care_second"])}
    more, less = (first, second) if care[first] >= care[second] else (second, first)
    shared = row["shared"]
    kind = str(row["relation"])
    clash = _CLASHES.get((bool(row["hurts_first"]), bool(row["hurts_second"])), "")
    sentence = clash if kind == CONFLICT else _KINDS[kind]
    said = _(_NOTHING if kind == TRADE and not care[less] else sentence).format(
        issue=issues[str(row["issue"])],
        one=names[first],
        other=names[second],
        this=issues[str(row["wants_first"])],
        that=issues[str(row["wants_second"])],
        more=names[more],
        less=names[less],
        high=percent(care[more]),
        low=percent(care[less]),
        shared=issues[str(shared)] if shared else "",
    )
    if shared and kind == CONFLICT:
        both = _("By “{shared}” both gain something.")
        return f"{said} {both.format(shared=issues[str(shared)])}"
    return said


def _named(keys: Sequence[str], names: Mapping[str, str]) -> str:
    return listed(names[one] for one in keys)
