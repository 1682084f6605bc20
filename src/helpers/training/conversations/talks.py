"""The talks of a participant: the one that goes on, and those that came before it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from pydantic import Field

from helpers.texts.language import N_
from helpers.training.conversations.conversation import Conversation
from helpers.training.conversations.talk import Talk, fit, new_talk
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder

_KEPT = 20


class Talks(Saved):
    """What is saved, by a conversation's id: the talk of now, and earlier ones, newest last."""

    now: dict[str, Talk] = Field(default_factory=dict)
    earlier: dict[str, tuple[Talk, ...]] = Field(default_factory=dict)


class TalksFile(SavedFile[Talks]):
    """The talks of a participant, in ``gesprekken.json`` in the work folder."""

    damaged = N_("The file with your conversations was damaged. It is kept as {kept}.")
    afresh = N_(
        "You now begin again without conversations. Ask for help if you want the old file back."
    )

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__((folder or work_folder()) / "gesprekken.json", Talks())

    def talk(self, conversation: Conversation) -> Talk:
        """Return the talk that goes on, or one that has yet to begin."""
        found = self._work.now.get(conversation.id)
        return fit(conversation, found) if found else new_talk(conversation)

    def earlier(self, conversation: Conversation) -> tuple[Talk, ...]:
        """Return the talks that came before it, the newest last."""
        return self._work.earlier.get(conversation.id, ())

    def step(self, conversation: Conversation, take: Callable[[Talk], Talk]) -> None:
        """Save what ``take`` makes of the newest talk, if that is another one."""
        self.refresh()
        now = self.talk(conversation)
        if take(now) == now:
            return

        def stepped(saved: Talks) -> dict[str, dict[str, Talk]]:
            found = saved.now.get(conversation.id)
            before = fit(conversation, found) if found else new_talk(conversation)
            after = take(before).model_copy(update={"last": date.today()})
            return {"now": {**saved.now, conversation.id: after}}

        self.save(stepped)

    def again(self, conversation: Conversation) -> None:
        """Put the talk of now with the earlier ones, and begin a new one."""
        self.refresh()
        if not self.talk(conversation).turns:
            return

        def begun(saved: Talks) -> dict[str, object]:
            now = {name: one for name, one in saved.now.items() if name != conversation.id}
            kept = saved.earlier.get(conversation.id, ())
            old = saved.now.get(conversation.id)
            kept = (*kept, old)[-_KEPT:] if old and old.turns else kept
            return {"now": now, "earlier": {**saved.earlier, conversation.id: kept}}

        self.save(begun)


_open: dict[Path, TalksFile] = {}


def open_talks() -> TalksFile:
    """Return the talks of the participant; the same ones for every tool of a kernel."""
    folder = work_folder()
    if folder not in _open:
        _open[folder] = TalksFile(folder)
    _open[folder].refresh()
    return _open[folder]
