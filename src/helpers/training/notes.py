"""Own notes: one text a lesson, in the participant's own folder."""

from pathlib import Path

from pydantic import Field

from helpers.texts.language import N_
from helpers.training.own_text import clean, merged
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder


class NoteTexts(Saved):
    """What is saved: a text by the number of its lesson."""

    lessons: dict[str, str] = Field(default_factory=dict)


class NotesFile(SavedFile[NoteTexts]):
    """The notes of a participant, in ``eigen/notities.json`` in the work folder."""

    damaged = N_("The file with your notes was damaged. It is kept as {kept}.")
    afresh = N_("You now begin again without notes. Ask for help if you want the old file back.")

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__((folder or work_folder()) / "eigen" / "notities.json", NoteTexts())

    def text(self, lesson: str) -> str:
        """Return the note of a lesson."""
        return self._work.lessons.get(lesson, "")

    def write(self, lesson: str, text: str, known: str) -> None:
        """Save a note; ``known`` is what the window last read, so that no other text gets lost."""
        self.refresh()
        if merged(known, self.text(lesson), clean(text)) == self.text(lesson):
            return

        def written(saved: NoteTexts) -> dict[str, dict[str, str]]:
            here = merged(known, saved.lessons.get(lesson, ""), clean(text))
            return {"lessons": {**saved.lessons, lesson: here}}

        self.save(written)


_open: dict[Path, NotesFile] = {}


def open_notes() -> NotesFile:
    """Return the notes of the participant; the same ones for every tool of a kernel."""
    folder = work_folder()
    if folder not in _open:
        _open[folder] = NotesFile(folder)
    _open[folder].refresh()
    return _open[folder]
