"""The example dossiers that the course ships."""

from functools import cache
from pathlib import Path

from helpers.dossier.folder import HEAD, read_folder
from helpers.dossier.head_file import read_entries
from helpers.dossier.model import Dossier
from helpers.dossier.problems import nearest
from helpers.texts.language import _

DATASETS = Path(__file__).parents[3] / "datasets"


def example_names() -> list[str]:
    """Return the names of the example dossiers, in alphabetical order.

    >>> "winkelhart" in example_names()
    True
    """
    return sorted(path.parent.name for path in DATASETS.glob(f"*/{HEAD}"))


def example_titles() -> dict[str, str]:
    """Return the titles of the example dossiers by their names; only their heads are read.

    >>> example_titles()["winkelhart"]
    'Winkelhart Vlierakker'
    """
    return {name: _title((DATASETS / name / HEAD).read_text("utf-8")) for name in example_names()}


@cache
def _title(head: str) -> str:
    return next(str(one.value) for one in read_entries(head) if one.name == "title")


def open_dossier(name: str) -> Dossier:
    """Return the example dossier with this name; it is read once, as long as its files stay.

    Raises ``LookupError`` for a name that does not exist, and
    :class:`~helpers.dossier.problems.DossierError` for a dossier that is not right.

    >>> open_dossier("winkelhart").id
    'winkelhart'
    """
    names = example_names()
    if name not in names:
        what = _("There is no example dossier with the name {came}.").format(came=name)
        raise LookupError(f"{what} {nearest(name, names)}".strip())
    return _read(DATASETS / name, _stamp(DATASETS / name))


@cache
def _read(folder: Path, _stamp: tuple[tuple[str, int, int], ...]) -> Dossier:
    return read_folder(folder)


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what changes when somebody changes a file of the dossier."""
    files = ((one.name, one.stat()) for one in sorted(folder.iterdir()))
    return tuple((name, stat.st_mtime_ns, stat.st_size) for name, stat in files)
