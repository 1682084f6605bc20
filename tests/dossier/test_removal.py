"""What goes along when a row is taken out of a dossier, against a slow count by hand."""

from typing import Any

import pytest

from helpers.dossier.columns import columns_of
from helpers.dossier.draft import draft_of
from helpers.dossier.examples import example_names, open_dossier
from helpers.dossier.model import Dossier
from helpers.dossier.references import reference_findings
from helpers.dossier.removal import without
from helpers.dossier.tables import TABLES


def dangling(dossier: Dossier) -> list[tuple[str, Any, str]]:
    """Return every cell that names a row that is not there, found row by row."""
    found = []
    for table, kind in TABLES.items():
        for row in getattr(dossier, table):
            for name, column in columns_of(kind).items():
                value = getattr(row, name)
                if column.refers and value is not None:
                    ids = [one.id for one in getattr(dossier, column.refers)]
                    if value not in ids:
                        found.append((table, row.key, name))
    return found


@pytest.mark.parametrize("name", example_names())
def test_nothing_names_a_row_that_went_and_nothing_else_went(name: str) -> None:
    dossier = open_dossier(name)
    before = {table: {row.key: row for row in getattr(dossier, table)} for table in TABLES}
    for table in TABLES:
        for row in getattr(dossier, table)[:6]:
            left, gone, emptied = without(dossier, table, row.key)
            assert dangling(left) == []
            for other in TABLES:
                fewer = len(before[other]) - len(getattr(left, other))
                assert fewer == gone.get(other, 0) + (other == table)
                same = [one == before[other][one.key] for one in getattr(left, other)]
                assert same.count(False) == emptied.get(other, 0)


def test_the_coalition_and_the_proposal_do_not_name_what_went() -> None:
    dossier = open_dossier("winkelhart")
    who = dossier.coalition[0]
    assert who not in without(dossier, "stakeholders", who).dossier.coalition
    option = dossier.proposal[0]
    issue = next(one.issue for one in dossier.options if one.id == option)
    left = without(dossier, "issues", issue).dossier
    assert option not in left.proposal
    assert not list(reference_findings(draft_of(left)))


def test_a_row_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError, match="niemand"):
        without(open_dossier("winkelhart"), "stakeholders", "niemand")
