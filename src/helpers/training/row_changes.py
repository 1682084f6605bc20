"""Changes to the rows of a dossier as a participant makes them: typed, and perhaps not right."""

from typing import Any

from pydantic import ValidationError

from helpers.dossier.model import Dossier
from helpers.dossier.sentences import said
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_, _
from helpers.training.own_text import clean

_NO_SUCH = N_("This choice does not exist (any more). Choose another one.")


def row_problems(dossier: Dossier, table: str, key: str, values: dict[str, Any]) -> dict[str, str]:
    """Return what is wrong with values for a row: a sentence by column, empty if nothing is.

    ``key`` is the id of the row that would be changed, or empty for a new row.
    """
    rows = {row.id: row.model_dump() for row in getattr(dossier, table)}
    changed = {"id": "new", **rows.get(key, {}), **given(table, values)}
    try:
        TABLES[table].model_validate(changed)
    except ValidationError as error:
        return {str(one["loc"][0]): said(one) for one in error.errors()}
    return _dangling(dossier, table, changed)


def given(table: str, values: dict[str, Any]) -> dict[str, Any]:
    """Return values as a row takes them: texts clean, and empty as the column says it."""
    fields = TABLES[table].model_fields
    texts = {n: clean(v).strip() if isinstance(v, str) else v for n, v in values.items()}
    return {
        name: fields[name].default if value == "" and not fields[name].is_required() else value
        for name, value in texts.items()
    }


def with_row(dossier: Dossier, table: str, stem: str, values: dict[str, Any]) -> Dossier:
    """Return a dossier with one row more, whose new id begins with ``stem``."""
    key = dossier.free_id(table, stem)
    row = TABLES[table].model_validate({"id": key, **given(table, values)})
    return dossier.model_copy(update={table: (*getattr(dossier, table), row)})


def without_interest(dossier: Dossier, key: str) -> Dossier:
    """Return a dossier without an interest, and without how every option works out on it."""
    interests = tuple(row for row in dossier.interests if row.id != key)
    effects = tuple(row for row in dossier.effects if row.interest != key)
    return dossier.model_copy(update={"interests": interests, "effects": effects})


def _dangling(dossier: Dossier, table: str, values: dict[str, Any]) -> dict[str, str]:
    """Return a sentence for each column that must hold an id of another table and does not."""
    wrong = []
    for name, field in TABLES[table].model_fields.items():
        extra = field.json_schema_extra
        target = str(extra.get("refers") or "") if isinstance(extra, dict) else ""
        came = values.get(name)
        if target and came is not None and came not in {r.id for r in getattr(dossier, target)}:
            wrong.append(name)
    return dict.fromkeys(wrong, _(_NO_SUCH))
