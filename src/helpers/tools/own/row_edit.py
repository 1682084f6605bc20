"""What a change of one row asks of others: its key, the status quo and the proposal."""

from typing import Any

from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import _


def with_row(dossier: Dossier, table: str, given: dict[str, Any]) -> Dossier:
    """Return a dossier with a new row; a new issue comes with the option that nothing changes.

    >>> bare = Dossier(id="plein", title="Het plein", as_of="2026-09-15")
    >>> with_row(bare, "issues", {"id": "p", "name": "Parkeren"}).options[0].status_quo
    True
    """
    dossier = dossier.add(table, **given)
    if table == "issues":
        stays = {"name": _("Everything stays as it is"), "status_quo": True}
        key = dossier.free_id("options", "options")
        dossier = dossier.add("options", id=key, issue=given["id"], **stays)
    return dossier


def with_status_quo(dossier: Dossier, option: str) -> Dossier:
    """Return a dossier in which this option, and no other of its issue, is the status quo."""
    issue = next(one.issue for one in dossier.options if one.id == option)
    options = (
        one.model_copy(update={"status_quo": one.id == option}) if one.issue == issue else one
        for one in dossier.options
    )
    return dossier.model_copy(update={"options": tuple(options)})


def with_choice(dossier: Dossier, option: str) -> Dossier:
    """Return a dossier whose proposal chooses this option at its issue."""
    issue = {one.id: one.issue for one in dossier.options}
    left = tuple(one for one in dossier.proposal if issue.get(one) != issue[option])
    return dossier.model_copy(update={"proposal": (*left, option)})


def with_key(dossier: Dossier, table: str, key: Any, **changes: Any) -> Dossier:
    """Return a dossier in which a row without an id has other columns in its key.

    Raises ``KeyError`` when there is such a row already.
    """
    rows = getattr(dossier, table)
    old = next(row for row in rows if row.key == key)
    new = TABLES[table].model_validate({**dict(old), **changes})
    if new.key != key and new.key in {row.key for row in rows}:
        raise KeyError(new.key)
    changed = tuple(new if row is old else row for row in rows)
    return dossier.model_copy(update={table: changed})


def stays(dossier: Dossier, table: str, key: Any) -> str:
    """Return why a row cannot be removed; empty when it can."""
    if table != "options":
        return ""
    option = next(one for one in dossier.options if one.id == key)
    if not option.status_quo:
        return ""
    return _(
        "This option means that everything stays as it is, and every issue has exactly one of "
        "those. Tick that at another option first, or remove the whole issue."
    )
