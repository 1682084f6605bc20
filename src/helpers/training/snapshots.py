"""Earlier states of a saved file: the last one before each hour in which something was changed."""

from contextlib import suppress
from datetime import datetime
from itertools import count, pairwise
from pathlib import Path

from helpers.texts.language import _
from helpers.training.work_folder import replace_file

_HOURS = 48


class Snapshots:
    """The earlier states of one file, each named after the moment at which it was kept.

    Of the hours, the last ``_HOURS`` stay and before that the first of each day; what was asked
    for always stays.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep_hourly(self, text: str) -> None:
        """Keep a state, unless one was kept this hour already."""
        now = datetime.now()
        if not any(self.folder.glob(f"{now:%Y-%m-%d-%H}??.json")):
            replace_file(self.folder / f"{now:%Y-%m-%d-%H%M}.json", text)
            self._thin()

    def keep(self, text: str) -> None:
        """Keep a state for good."""
        replace_file(free_path(self.folder / f"{datetime.now():%Y-%m-%d-%H%M%S}.json"), text)

    def newest_first(self) -> list[Path]:
        """Return the files."""
        return sorted(self.folder.glob("*.json"), key=lambda path: path.stem, reverse=True)

    def _thin(self) -> None:
        hours = sorted(self.folder.glob("????-??-??-????.json"))
        for before, path in pairwise(hours[:-_HOURS]):
            if path.name[:10] == before.name[:10]:
                with suppress(OSError):  # another program has it open
                    path.unlink()


def moment(snapshot: Path) -> str:
    """Return in words when a state was kept.

    >>> moment(Path("2026-11-22-1405.json"))
    '22 november 2026 om 14.05 uur'
    """
    from helpers.texts.numbers import day

    try:
        when = datetime.strptime(snapshot.stem[:15], "%Y-%m-%d-%H%M")
    except ValueError:
        return snapshot.stem
    return _("{day} at {hour}:{minute}").format(
        day=day(when), hour=f"{when:%H}", minute=f"{when:%M}"
    )


def free_path(path: Path) -> Path:
    """Return ``path``, or one with a number after its name when that is taken."""
    if not path.exists():
        return path
    numbered = (path.with_stem(f"{path.stem}-{n}") for n in count(2))
    return next(one for one in numbered if not one.exists())
