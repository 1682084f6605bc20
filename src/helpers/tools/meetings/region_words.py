"""What the priorities of sub-regions say: what comes first, what is shared, what lacks a goal."""

from collections.abc import Mapping, Sequence

from helpers.dossier.model import Dossier
from helpers.dossier.regions import Priority
from helpers.texts.language import _, ngettext
from helpers.texts.numbers import listed
from helpers.tools.meetings.region_rows import Shared, in_order, shared_tasks

Line = dict[str, str]


def compared_lines(dossier: Dossier) -> list[Line]:
    """Return what sub-regions share and where they differ."""
    names = {one.id: one.name for one in dossier.regions}
    if not names:
        return [{"text": _("There is no sub-region in this dossier yet. Add the first one.")}]
    head = {"text": _("What comes first, and what do they share?"), "tag": "h4"}
    first = [
        {"text": _first(name, in_order(dossier.priorities, key))} for key, name in names.items()
    ]
    return [head, *first, *_shared(dossier, names), *_brought(dossier, names), *_goals(dossier)]


def _first(name: str, rows: Sequence[Priority]) -> str:
    if not rows:
        return _("{region}: nothing written down yet.").format(region=name)
    one = rows[0]
    if not one.rank:
        return _("{region}: no order chosen yet.").format(region=name)
    if not one.goal.strip():
        said = _("{region}: first “{task}”. With which goal?")
        return said.format(region=name, task=task_name(one))
    said = _("{region}: first “{task}”. Goal: {goal}")
    return said.format(region=name, task=task_name(one), goal=one.goal)


def _shared(dossier: Dossier, names: Mapping[str, str]) -> list[Line]:
    if len(names) < 2:
        return []
    found = shared_tasks(dossier.priorities)
    if not found:
        said = _(
            "No task stands with more than one sub-region yet. Look whether two tasks are about "
            "the same, and take one over."
        )
        return [{"text": said}]
    return [{"text": _shared_text(one, names)} for one in found]


def _shared_text(shared: Shared, names: Mapping[str, str]) -> str:
    place, none = _("{region} (place {n})"), _("{region} (no place yet)")
    where = [
        (place if one.rank else none).format(region=names[one.region], n=one.rank)
        for one in shared.rows
    ]
    said = _("“{task}” is shared: {where}.").format(task=shared.task, where=listed(where))
    goals = {" ".join(one.goal.casefold().split()) for one in shared.rows} - {""}
    differ = _("The goals differ.")
    return f"{said} {differ}" if len(goals) > 1 else said


def _brought(dossier: Dossier, names: Mapping[str, str]) -> list[Line]:
    """Return which parties have a task in more than one sub-region: they tie them together."""
    lines = []
    for who in dossier.stakeholders:
        own = {one.region for one in dossier.priorities if one.brought_by == who.id}
        if len(own) > 1:
            where = listed(name for key, name in names.items() if key in own)
            said = _("{who} brings in a task in more than one sub-region: {where}.")
            lines.append({"text": said.format(who=who.name, where=where)})
    return lines


def _goals(dossier: Dossier) -> list[Line]:
    rows = dossier.priorities
    count = sum(not one.goal.strip() for one in rows)
    if not rows:
        return []
    if not count:
        return [{"text": _("Every task has a goal.")}]
    said = ngettext(
        "{n} task has no goal yet. Without a goal nobody can say later whether it worked.",
        "{n} tasks have no goal yet. Without a goal nobody can say later whether it worked.",
        count,
    )
    return [{"text": said.format(n=count)}]


def task_name(one: Priority) -> str:
    """Return what a task is called."""
    return one.task.strip() or _("a task without a name")
