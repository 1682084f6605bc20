"""The states of a dossier that a trainer shows one after another, as an author wrote them down.

``python -m helpers.training.demonstrations.content`` says what is wrong with any of them.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from helpers.dossier.draft import draft_of
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.references import reference_findings
from helpers.texts.language import _
from helpers.training.authored_file import AuthoredError, AuthoredProblem, read_record
from helpers.training.content import CONTENT, content_folder
from helpers.training.kinds.exercise import Id, Text


class Change(BaseModel):
    """Columns of one row of a table, with their new values."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    table: str
    row: str
    values: dict[str, Any] = Field(min_length=1)


class State(BaseModel):
    """One state: what differs from the state ``after`` which it comes, or else from the dossier.

    ``choose`` are options of the package that is tried, ``lay`` issues put on the table.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: Id
    title: Text
    story: Text
    after: str = ""
    changes: tuple[Change, ...] = ()
    choose: tuple[str, ...] = ()
    lay: tuple[str, ...] = ()


class Demonstration(BaseModel):
    """The states of one dossier in a lesson, in the order in which they are told."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    id: str
    dossier: str
    states: tuple[State, ...] = Field(min_length=2, max_length=6)

    def lead(self, name: str) -> list[State]:
        """Return the states that lead to one and that one itself, the first one first."""
        found = {one.id: one for one in self.states}
        state = found[name]
        return [*self.lead(state.after), state] if state.after else [state]

    def work(self, name: str) -> dict[str, Any]:
        """Return the fields of the working copy in a state: dossier, package and what is laid."""
        dossier = open_dossier(self.dossier)
        package, laid = dossier.proposal, tuple[str, ...]()
        issue = {one.id: one.issue for one in dossier.options}
        for state in self.lead(name):
            for one in state.changes:
                dossier = dossier.change(one.table, one.row, **one.values)
            chosen = {issue[option]: option for option in state.choose}
            package = tuple(chosen.get(issue[option], option) for option in package)
            laid = (*laid, *state.lay)
        return {"dossier": dossier, "package": package, "laid": laid, "actions": {}, "kept": ()}


def open_demonstration(lesson: str) -> Demonstration | None:
    """Return what there is to show in a lesson, by its number; nothing when it has no file."""
    path = content_folder() / "demonstrations" / f"{lesson[:2]}.yaml"
    if not path.is_file():
        return None
    found = read_record(path, Demonstration)
    if isinstance(found, Demonstration):
        return found
    raise AuthoredError(list(found))


def file_problems(path: Path) -> list[AuthoredProblem]:
    """Return everything an author has to mend in one file, in the order of the file."""
    found = read_record(path, Demonstration)
    if not isinstance(found, Demonstration):
        return list(found)
    return [AuthoredProblem(path.name, *one) for one in _problems(found, path.stem)]


def _problems(whole: Demonstration, lesson: str) -> Iterator[tuple[str, str, str]]:
    if whole.id != lesson:
        yield (
            "",
            "id",
            _("Here stands {came}. The file is {name}.").format(came=whole.id, name=lesson),
        )
    if whole.dossier not in example_names():
        yield "", "dossier", _("There is no dossier {came}.").format(came=whole.dossier)
        return
    dossier = open_dossier(whole.dossier)
    seen: set[str] = set()
    for state in whole.states:
        found = list(_state_problems(state, dossier, seen))
        yield from ((f"states {state.id}", field, what) for field, what in found)
        if not found:
            dangling = _dangling(whole, state.id)
            yield from ((f"states {state.id}", "changes", what) for what in dangling)
        seen.add(state.id)


def _state_problems(state: State, dossier: Dossier, seen: set[str]) -> Iterator[tuple[str, str]]:
    if state.id in seen:
        yield "id", _("{came} stands here more than once.").format(came=state.id)
    if state.after and state.after not in seen:
        yield "after", _("No state above this one is called {came}.").format(came=state.after)
    options, issues = {one.id for one in dossier.options}, {one.id for one in dossier.issues}
    for field, named, known in (("choose", state.choose, options), ("lay", state.lay, issues)):
        for one in named:
            if one not in known:
                yield field, _("{came} is not in the dossier.").format(came=one)
    for change in state.changes:
        yield from _change_problems(change, dossier)


def _change_problems(change: Change, dossier: Dossier) -> Iterator[tuple[str, str]]:
    place = f"changes.{change.row}"
    try:
        dossier.change(change.table, change.row, **change.values)
    except (KeyError, AttributeError, StopIteration):
        yield place, _("{came} is not in the dossier.").format(came=f"{change.table} {change.row}")
    except ValueError as error:
        yield place, str(error)


def _dangling(whole: Demonstration, name: str) -> list[str]:
    return [one.what for one in reference_findings(draft_of(whole.work(name)["dossier"]))]


def main(folder: Path = CONTENT) -> int:
    """Print what is wrong with every file of states; return how many things that are."""
    paths = sorted(folder.glob("*/demonstrations/*.yaml"))
    problems = [problem for path in paths for problem in file_problems(path)]
    for problem in problems:
        print(problem)
    return len(problems)


if __name__ == "__main__":
    sys.exit(min(main(), 1))
