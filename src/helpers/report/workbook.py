"""All tables of a dossier in one Excel workbook, with or without how people may vote."""

import tempfile
from pathlib import Path

from helpers.dossier.model import Dossier
from helpers.dossier.workbook import write_workbook
from helpers.report.left_out import without_forecasts


def workbook_bytes(dossier: Dossier, forecasts: bool = False) -> bytes:
    """Return the dossier as an Excel file; without ``forecasts`` those columns are empty.

    Raises :class:`~helpers.dossier.problems.DossierError` when Excel cannot hold the dossier.

    >>> workbook_bytes(Dossier(id="plein", title="Het plein", as_of="2026-09-15"))[:2]
    b'PK'
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.xlsx"
        write_workbook(dossier if forecasts else without_forecasts(dossier), path)
        return path.read_bytes()
