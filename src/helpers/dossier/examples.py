"""The example dossiers that the course ships."""

from pathlib import Path

from helpers.dossier.folder import HEAD, read_folder
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


def open_dossier(name: str) -> Dossier:
    """Return the example dossier with this name.

    Raises ``LookupError`` for a name that does not exist, and
    :class:`~helpers.dossier.problems.DossierError` for a dossier that is not right.

    >>> open_dossier("winkelhart").id
    'winkelhart'
    """
    names = example_names()
    if name not in names:
        what = _("There is no example dossier with the name {came}.").format(came=name)
        raise LookupError(f"{what} {nearest(name, names)}".strip())
    return read_folder(DATASETS / name)
