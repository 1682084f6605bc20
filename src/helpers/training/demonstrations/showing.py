"""A demonstration: the tools of this kernel show a copy, and nobody's own work is touched.

The copy is another file in the work folder. It begins anew with every state that is shown, and
``stop`` lets the tools show the own work again, just as it was.
"""

from collections.abc import Callable
from typing import Any
from weakref import WeakKeyDictionary

from helpers.training.demonstrations.content import open_demonstration
from helpers.training.working_copy import WorkingCopy, open_copies, working_copy

_FOLDER = "demonstratie"
_back: WeakKeyDictionary[WorkingCopy, Callable[[], None]] = WeakKeyDictionary()


def shown() -> tuple[str, ...]:
    """Return the names of the dossiers of which a demonstration is shown now."""
    return tuple(work.name for work in _back)


def show_state(lesson: str, state: str) -> None:
    """Show a state of a lesson's demonstration, in place of what is on the screen.

    Raises ``KeyError`` when the lesson has no such state.
    """
    found = open_demonstration(lesson)
    if found is None:
        raise KeyError(lesson)
    _show(working_copy(found.dossier), found.work(state))


def show_beginning() -> None:
    """Show every dossier of this lesson as the course ships it."""
    for work in open_copies():
        fresh = work.beginning
        package = fresh.proposal
        _show(work, {"dossier": fresh, "package": package, "laid": (), "actions": {}, "kept": ()})


def stop() -> None:
    """Show the own work again, as it was before the demonstration."""
    for work in list(_back):
        _back.pop(work)()


def _show(work: WorkingCopy, fields: dict[str, Any]) -> None:
    if work not in _back:
        _back[work] = work.turn_to(work.folder / _FOLDER / work.path.name)
    work.save(lambda now: fields)
