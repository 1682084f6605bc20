"""How far somebody is: every attempt, saved at each step in one readable file."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from helpers.texts.language import N_
from helpers.training.kinds.exercise import Attempt, Kind
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder


class Attempts(Saved):
    """What is saved: an attempt by the id of its exercise, also of exercises that are gone.

    The one that somebody worked at last stands last.
    """

    exercises: dict[str, Attempt] = Field(default_factory=dict)


class Progress(SavedFile[Attempts]):
    """The attempts of a participant, in ``voortgang.json`` in the work folder."""

    damaged = N_("The file with your answers was damaged. It is kept as {kept}.")
    afresh = N_("You now begin again without answers. Ask for help if you want the old file back.")

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__((folder or work_folder()) / "voortgang.json", Attempts())

    def attempt(self, exercise: Kind) -> Attempt:
        """Return how far somebody is with an exercise."""
        return _attempt(self._work, exercise)

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of what somebody worked at, the last one last."""
        return tuple(self._work.exercises)

    def step(self, exercise: Kind, take: Callable[[Attempt], Attempt]) -> None:
        """Save the attempt that ``take`` makes of the newest one, if it is another one."""
        self.refresh()
        now = self.attempt(exercise)
        if take(now) != now:
            self.save(lambda saved: {"exercises": _stepped(saved, exercise, take)})


def _attempt(saved: Attempts, exercise: Kind) -> Attempt:
    found = saved.exercises.get(exercise.id)
    return exercise.fit(found) if found else exercise.begin()


def _stepped(
    saved: Attempts, exercise: Kind, take: Callable[[Attempt], Attempt]
) -> dict[str, Attempt]:
    stepped = take(_attempt(saved, exercise)).model_copy(update={"last": date.today()})
    others = {name: one for name, one in saved.exercises.items() if name != exercise.id}
    return {**others, exercise.id: stepped}


class Stage(Enum):
    """How far somebody is with a lesson; what is marked core counts."""

    NOT_YET = "not_yet"
    STARTED = "started"
    DONE = "done"


class LessonProgress(NamedTuple):
    """What was done of the exercises of one lesson; ``minutes`` are those of what was done.

    ``right`` counts what somebody found without the example.
    """

    total: int
    tried: int
    right: int
    done: int
    minutes: int
    stage: Stage


def lesson_progress(exercises: Iterable[Kind], progress: Progress) -> LessonProgress:
    """Return what was done of a lesson's exercises."""
    attempts = [(one, progress.attempt(one)) for one in exercises]
    tried = sum(attempt.tried for _, attempt in attempts)
    done = [one for one, attempt in attempts if attempt.done]
    core = [one for one, _ in attempts if one.core]
    if core and all(one in done for one in core):
        stage = Stage.DONE
    else:
        stage = Stage.STARTED if tried else Stage.NOT_YET
    minutes = sum(one.minutes for one in done)
    right = sum(attempt.right for _, attempt in attempts)
    return LessonProgress(len(attempts), tried, right, len(done), minutes, stage)


_open: dict[Path, Progress] = {}


def open_progress() -> Progress:
    """Return the progress of the participant; the same one for every tool of a kernel."""
    folder = work_folder()
    if folder not in _open:
        _open[folder] = Progress(folder)
    _open[folder].refresh()
    return _open[folder]
