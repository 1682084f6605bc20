"""Reading a dossier from a folder: ``dossier.yaml`` and a CSV file for each table."""

import csv
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from helpers.dossier.columns import Row
from helpers.dossier.model import Dossier
from helpers.dossier.problems import DossierError, Problem
from helpers.dossier.references import reference_problems
from helpers.dossier.sentences import said
from helpers.dossier.tables import TABLES
from helpers.texts.language import _

HEAD = "dossier.yaml"


def read_folder(folder: Path) -> Dossier:
    """Return the dossier in ``folder``.

    Raises :class:`DossierError` with every problem at once: in the files, the cells and the
    references between tables.
    """
    problems: list[Problem] = []
    head = _read_head(folder / HEAD, problems)
    tables = {name: _read_table(folder, name, problems) for name in TABLES}
    try:
        dossier = Dossier.model_validate({**head, **tables})
    except ValidationError as error:
        places = [(said(one), str(one["loc"][0])) for one in error.errors()]
        problems += [Problem(HEAD, what, column=column) for what, column in places]
    if not problems:
        problems = reference_problems(dossier)
    if problems:
        raise DossierError(problems)
    return dossier


def _read_head(path: Path, problems: list[Problem]) -> dict[str, Any]:
    try:
        head = yaml.safe_load(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        problems.append(Problem(HEAD, _("This file is missing. Every dossier needs it.")))
        return {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", None)
        row = None if line is None else line + 1
        problems.append(Problem(HEAD, _("This file cannot be read. Check this line."), row))
        return {}
    if not isinstance(head, dict):
        problems.append(Problem(HEAD, _("This file must hold lines such as “title: ...”.")))
        return {}
    unknown = [name for name in head if name in TABLES or name not in Dossier.model_fields]
    problems += [Problem(HEAD, _("This name is not known here."), column=str(n)) for n in unknown]
    return {name: value for name, value in head.items() if name not in unknown}


def _read_table(folder: Path, name: str, problems: list[Problem]) -> list[Row]:
    path = folder / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        records = list(csv.DictReader(file))
    table = TABLES[name]
    rows = []
    for at, record in enumerate(records, start=2):
        filled = {key: value for key, value in record.items() if value != ""}
        try:
            rows.append(table.model_validate(filled))
        except ValidationError as error:
            problems += [
                Problem(path.name, said(one), at, str(one["loc"][0])) for one in error.errors()
            ]
    return rows
