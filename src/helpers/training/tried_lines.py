"""What somebody tried to say in the question coach: the last lines, in the own folder."""

from pathlib import Path

from helpers.texts.language import N_
from helpers.training.own_text import clean
from helpers.training.saved import Saved, SavedFile
from helpers.training.work_folder import work_folder

MOST = 8


class TriedLines(Saved):
    """What is saved: the lines, the newest first."""

    lines: tuple[str, ...] = ()


class TriedLinesFile(SavedFile[TriedLines]):
    """The lines of a participant, in ``eigen/vragencoach.json`` in the work folder."""

    damaged = N_("The file with your tried sentences was damaged. It is kept as {kept}.")
    afresh = N_("You now begin again without them. Ask for help if you want the old file back.")

    def __init__(self, folder: Path | None = None) -> None:
        super().__init__((folder or work_folder()) / "eigen" / "vragencoach.json", TriedLines())

    @property
    def lines(self) -> tuple[str, ...]:
        """The last lines, each once, the newest first."""
        return self._work.lines

    def add(self, line: str) -> None:
        """Put a line on top; the oldest goes when there are more than ``MOST``."""
        line = clean(line).strip()

        def added(saved: TriedLines) -> dict[str, tuple[str, ...]]:
            others = tuple(one for one in saved.lines if one != line)
            return {"lines": (line, *others)[:MOST]}

        if line and (line,) != self.lines[:1]:
            self.save(added)

    def empty(self) -> tuple[str, ...]:
        """Take all lines out and return them."""
        self.refresh()
        lines = self.lines
        if lines:
            self.save(lambda saved: {"lines": ()})
        return lines

    def put_back(self, lines: tuple[str, ...]) -> None:
        """Put back what was taken out, under what was tried since."""
        self.save(
            lambda saved: {"lines": tuple(dict.fromkeys((*saved.lines, *lines)))[:MOST]},
        )


_open: dict[Path, TriedLinesFile] = {}


def open_tried_lines() -> TriedLinesFile:
    """Return the lines of the participant; the same ones for every tool of a kernel."""
    folder = work_folder()
    if folder not in _open:
        _open[folder] = TriedLinesFile(folder)
    _open[folder].refresh()
    return _open[folder]
