"""How one step of the route reads on a board, and the form for what is agreed."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.analysis.route import DONE, NEXT
from helpers.dossier.body_words import roles, with_party_groups
from helpers.dossier.tables import Stakeholder
from helpers.dossier.words import Body, Kind, Room
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import day, listed
from helpers.tools.controls.rows import options
from helpers.training.working_copy import Action, Taker

People = dict[str, Stakeholder]

_TAKERS = {
    Taker.ALDERMAN: N_("the {alderman}; you prepare it"),
    Taker.TOGETHER: N_("the {alderman} and you together"),
    Taker.REGISTRY: N_("through the {registry}; the {alderman} knows of it"),
    Taker.YOU: N_("you"),
}
"""Who can take a next step; :func:`taker` says it. Nobody goes round the alderman."""

SIDES = (Room.EXECUTIVE, Room.COMMITTEE, Room.COUNCIL)
"""The rooms that take a side: before each, at least one in it is completely convinced."""

_SPEAK_IN = {
    Room.OFFICIAL: (Kind.OFFICIAL, Kind.EXECUTIVE),
    Room.EXECUTIVE: (Kind.EXECUTIVE, Kind.OFFICIAL),
    Room.REGISTRY: (Kind.EXECUTIVE, Kind.FRACTIE),
    Room.COMMITTEE: (Kind.EXECUTIVE, Kind.FRACTIE),
    Room.COUNCIL: (Kind.EXECUTIVE, Kind.FRACTIE),
}
_STATES = {
    "done": ("✓", N_("done")),
    "next": ("▶", N_("next step")),
}
_ANSWERS = {
    "yes": ("✓", N_("convinced"), "dv-good"),
    "no": ("✕", N_("not convinced"), ""),
    "unknown": ("?", N_("not known yet"), "dv-open"),
}
_GROUPS = {"convinced": "yes", "not_convinced": "no", "not_known": "unknown"}


def taker(one: Taker, body: Body) -> str:
    """Return who takes a next step, as it is called with the body that decides."""
    return _(_TAKERS[one]).format(**roles(body))


def takers(room: str) -> list[Taker]:
    """Return who can take a next step towards a room, who does so by default first.

    With party groups the alderman talks, and contact with the council runs through its registry:
    towards them "you" alone is no choice.
    """
    if room == Room.OFFICIAL:
        return [Taker.YOU, Taker.TOGETHER, Taker.ALDERMAN]
    if room == Room.EXECUTIVE:
        return [Taker.ALDERMAN, Taker.TOGETHER, Taker.YOU]
    if room == Room.REGISTRY:
        return [Taker.REGISTRY, Taker.ALDERMAN, Taker.TOGETHER]
    return [Taker.ALDERMAN, Taker.TOGETHER, Taker.REGISTRY]


def step_row(
    one: Mapping[Any, Any], people: People, action: Action | None, body: Body
) -> dict[str, Any]:
    """Return a step as :class:`~helpers.tools.controls.rows.StepBoard` shows it.

    ``one`` is a row of :func:`~helpers.analysis.route.route_ahead`, ``people`` the stakeholders by
    their id, ``body`` the one that decides.
    """
    done = one["state"] == DONE
    parts = [_speaker(one, people), *_convinced(one, people, body), _can_happen(one)]
    tick = {"what": "open", "text": _("This step is not done after all")}
    if not done:
        parts.append(_agreed(one, action, body))
        tick = {"what": "done", "text": _("This step is done")}
    return {
        "id": one["id"],
        "number": str(one["step"]),
        "name": one["name"],
        "when": when(one),
        "state": one["state"],
        "title": f"{one['step']}. {one['name']}",
        "signs": _signs(one),
        "parts": parts,
        "form": None if done else _form(one, people, action, body),
        "buttons": [tick],
    }


def when(one: Mapping[Any, Any]) -> str:
    """Return the day of a step in words."""
    if pd.isna(one["date"]):
        return _("no date yet")
    date = day(one["date"].date())
    if one["overdue"]:
        return _("{day}, and not ticked off yet").format(day=date)
    if one["state"] != NEXT:
        return date
    left = int(one["working_days"])
    text = ngettext("{day}, in {n} working day", "{day}, in {n} working days", left)
    return text.format(day=date, n=left)


def _sign(answer: str, text: str) -> dict[str, str]:
    symbol, _words, look = _ANSWERS[answer]
    return {"symbol": symbol, "text": text, "look": look}


def _warning(text: str) -> dict[str, str]:
    return {"symbol": "!", "text": text, "look": "dv-look"}


def _part(head: str, lines: list[str], signs: list[dict[str, str]] | None = None) -> dict[str, Any]:
    told = [{"text": text} for text in lines if text]
    return {"head": head, "lines": told, "signs": signs or []}


def _signs(one: Mapping[Any, Any]) -> list[dict[str, str]]:
    signs = []
    if one["state"] in _STATES:
        symbol, words = _STATES[one["state"]]
        signs.append({"symbol": symbol, "text": _(words)})
    if one["deciding"]:
        signs.append({"symbol": "★", "text": _("here the decision is taken")})
    if one["nobody_convinced"]:
        signs.append(_warning(_("nobody convinced yet")))
    return signs


def _speaker(one: Mapping[Any, Any], people: People) -> dict[str, Any]:
    done, who = one["state"] == DONE, people.get(one["speaker"])
    head = _("Who spoke for the paper") if done else _("Who speaks for the paper")
    if who and done:
        return _part(head, [who.name])
    if who:
        answer = one["speaker_convinced"]
        words = _ANSWERS[answer][1]
        return _part(head, [], [_sign(answer, f"{who.name}: {_(words)}")])
    if one["body"] == Room.REGISTRY:
        return _part(
            head, [_("Nobody: here is decided when the paper is discussed, not about it.")]
        )
    if done:
        return _part(head, [_("Who spoke then is not in the dossier.")])
    return _part(head, [], [_warning(_("Nobody yet"))])


def _convinced(one: Mapping[Any, Any], people: People, body: Body) -> list[dict[str, Any]]:
    """Return the part about who is convinced, for a room that takes a side."""
    if one["body"] not in SIDES:
        return []
    if one["state"] == DONE:
        return [_convinced_then(one, people)]
    signs = []
    for group, answer in _GROUPS.items():
        if one[group]:
            who = listed(people[key].name for key in one[group])
            words = _(_ANSWERS[answer][1])
            signs.append(_sign(answer, f"{words[:1].upper()}{words[1:]}: {who}"))
    lines = []
    if one["nobody_convinced"]:
        signs.append(_warning(_("Nobody here is completely convinced yet.")))
        lines = [
            _(
                "Talk it through with your {alderman}: who comes closest, and what does that one "
                "still need to be sure?"
            ).format(**roles(body))
        ]
    return [_part(_("Who is convinced there"), lines, signs)]


def _convinced_then(one: Mapping[Any, Any], people: People) -> dict[str, Any]:
    """Return the part about who was convinced on the day of a step that is done."""
    signs = []
    for group in ("convinced", "not_convinced"):
        if one[group]:
            answer = _GROUPS[group]
            words = _(_ANSWERS[answer][1])
            who = listed(people[key].name for key in one[group])
            signs.append(_sign(answer, f"{words[:1].upper()}{words[1:]}: {who}"))
    lines = [] if signs else [_("Who was convinced then is not in the dossier.")]
    return _part(_("Who was convinced there then"), lines, signs)


def _can_happen(one: Mapping[Any, Any]) -> dict[str, Any]:
    head = _("What could happen") if one["state"] == DONE else _("What can still happen")
    return _part(head, [one["can_happen"] or _("Nothing written down yet.")])


def _agreed(one: Mapping[Any, Any], action: Action | None, body: Body) -> dict[str, Any]:
    lines = [_("Nothing agreed yet.")]
    if action:
        who = _("Who: {who}").format(who=taker(action.who, body))
        by = _("Before or on: {day}").format(day=day(action.by)) if action.by else ""
        lines = [action.what, who, by]
    part = _part(_("What you agree to do for this step"), lines)
    if one["body"] in (Room.REGISTRY, Room.COMMITTEE, Room.COUNCIL):
        part["lines"].append({"text": with_party_groups(body), "look": "dv-note"})
    return part


def _speakers(one: Mapping[Any, Any], people: People) -> list[Stakeholder]:
    """Return who can speak for the paper in a room, and who does so already."""
    kinds = _SPEAK_IN[one["body"]]
    return [p for p in people.values() if p.kind in kinds or p.id == one["speaker"]]


def _form(
    one: Mapping[Any, Any], people: People, action: Action | None, body: Body
) -> dict[str, Any]:
    who = [(each, taker(each, body)) for each in takers(one["body"])]
    speakers = [("", _("nobody yet")), *((p.id, p.name) for p in _speakers(one, people))]
    return {
        "title": _("What you agree to do for: {step}").format(step=one["name"]),
        "text": _("Change this") if action else _("Agree on something"),
        "taken": action is not None,
        "fields": [
            {"id": "what", "kind": "area", "label": _("What is going to happen?")},
            {"id": "who", "kind": "choice", "label": _("Who does it?"), "options": options(*who)},
            {"id": "by", "kind": "date", "label": _("By when?")},
            {
                "id": "speaker",
                "kind": "choice",
                "label": _("Who speaks for the paper at this step?"),
                "options": options(*speakers),
            },
        ],
        "values": {
            "what": action.what if action else "",
            "who": action.who if action else who[0][0],
            "by": action.by.isoformat() if action and action.by else "",
            "speaker": one["speaker"],
        },
    }
