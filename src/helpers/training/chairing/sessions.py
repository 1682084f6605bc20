"""The meetings that a participant chaired: the one that goes on, and those that came before it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pydantic import Field

from helpers.texts.language import N_
from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.session import Session, play
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder

_KEPT = 20


class Sessions(Saved):
    """What is saved, by a meeting's id: the session of now, and earlier ones, newest last."""

    now: dict[str, Session] = Field(default_factory=dict)
    earlier: dict[str, tuple[Session, ...]] = Field(default_factory=dict)


class SessionsFile(SavedFile[Sessions]):
    """The meetings of a participant, in ``voorzitten.json`` in the work folder."""

    damaged = N_("The file with the meetings that you chaired was damaged. It is kept as {kept}.")
    afresh = N_("You now begin the meeting again. Ask for help if you want the old file back.")

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__((folder or work_folder()) / "voorzitten.json", Sessions())

    def session(self, meeting: Meeting) -> Session:
        """Return the session that goes on as far as it fits, or one that has yet to begin."""
        return _fitted(meeting, self._work)

    def earlier(self, meeting: Meeting) -> tuple[Session, ...]:
        """Return the sessions that came before it, the newest last."""
        return self._work.earlier.get(meeting.id, ())

    def step(self, meeting: Meeting, take: Callable[[Session], Session]) -> None:
        """Save what ``take`` makes of the newest session, if that is another one."""
        self.refresh()
        now = self.session(meeting)
        if take(now) == now:
            return

        def stepped(saved: Sessions) -> dict[str, object]:
            after = take(_fitted(meeting, saved)).model_copy(update={"last": date.today()})
            return {"now": {**saved.now, meeting.id: after}}

        self.save(stepped)

    def again(self, meeting: Meeting) -> None:
        """Put the session of now with the earlier ones, and begin a new one."""
        self.refresh()
        if not self.session(meeting).steps:
            return

        def begun(saved: Sessions) -> dict[str, object]:
            now = {name: one for name, one in saved.now.items() if name != meeting.id}
            kept = (*saved.earlier.get(meeting.id, ()), _fitted(meeting, saved))[-_KEPT:]
            return {"now": now, "earlier": {**saved.earlier, meeting.id: kept}}

        self.save(begun)


def _fitted(meeting: Meeting, saved: Sessions) -> Session:
    found = saved.now.get(meeting.id, Session(meeting=meeting.id))
    return found.model_copy(update={"steps": play(meeting, found.steps).steps})


_open: dict[Path, SessionsFile] = {}


def open_sessions() -> SessionsFile:
    """Return the meetings of the participant; the same ones for every tool of a kernel."""
    folder = work_folder()
    if folder not in _open:
        _open[folder] = SessionsFile(folder)
    _open[folder].refresh()
    return _open[folder]
