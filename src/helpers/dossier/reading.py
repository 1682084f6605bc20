"""From what came out of the files to a dossier, or to everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from itertools import chain, islice

from helpers.dossier.bodies import body_findings, body_remarks
from helpers.dossier.columns import columns_of
from helpers.dossier.draft import Draft, Finding, draft_of
from helpers.dossier.model import PARTS, Dossier
from helpers.dossier.problems import DossierError, Problem
from helpers.dossier.records import HeadRecord, TableRecords, read_head, read_table
from helpers.dossier.references import reference_findings
from helpers.dossier.source import MOST_PROBLEMS, MOST_ROWS, Source, too_many_rows
from helpers.dossier.tables import TABLES
from helpers.texts.language import _


def dossier_from(source: Source) -> Dossier:
    """Return the dossier that ``source`` holds.

    Raises :class:`DossierError` with every problem: in the files, in the cells and between tables.
    """
    head = read_head(source.head, source.entries)
    tables = {name: read_table(TABLES[name], sheet) for name, sheet in source.tables.items()}
    draft = Draft(head.cells, {name: one.rows for name, one in tables.items()}, head.chosen)
    found = chain(
        source.problems,
        head.problems,
        *(table.problems for table in tables.values()),
        (_located(finding, head, tables) for finding in _findings(draft)),
    )
    if problems := list(islice(found, MOST_PROBLEMS)):
        raise DossierError(problems)
    return Dossier.model_validate({**draft.head, **draft.tables})


def check(dossier: Dossier) -> None:
    """Raise :class:`DossierError` when the parts of ``dossier`` do not fit together.

    Writing asks for this, so that what is written can be read back.
    """
    found = chain(_too_many(dossier), _findings(draft_of(dossier)))
    if problems := [_placed(one) for one in islice(found, MOST_PROBLEMS)]:
        raise DossierError(problems)


def _too_many(dossier: Dossier) -> Iterator[Finding]:
    for name in TABLES:
        if len(getattr(dossier, name)) > MOST_ROWS:
            yield Finding(too_many_rows(), name)


def remarks(dossier: Dossier) -> list[Problem]:
    """Return what is odd about ``dossier``, but no reason to refuse it."""
    return [_placed(one) for one in body_remarks(draft_of(dossier))]


def _findings(draft: Draft) -> Iterator[Finding]:
    yield from reference_findings(draft)
    yield from body_findings(draft)


def _located(finding: Finding, head: HeadRecord, tables: Mapping[str, TableRecords]) -> Problem:
    """Return the problem at the place where the cell came from."""
    if not finding.table:
        return head.problem(finding.what, finding.column)
    table = tables[finding.table]
    row = None if finding.at is None else table.numbers[finding.at]
    return table.sheet.problem(finding.what, row, _title(finding, table))


def _title(finding: Finding, table: TableRecords) -> str:
    """Return the title of the column of a finding: as it stands there, else as it should."""
    if not finding.column:
        return ""
    declared = columns_of(TABLES[finding.table])[finding.column]
    missing = _(declared.title) if table.sheet.sheet else declared.name
    return table.titles.get(finding.column) or missing


def _placed(finding: Finding) -> Problem:
    """Return the problem at the place where the course shows the cell."""
    part = PARTS[finding.table]
    row = None if finding.at is None else finding.at + 2
    title = _(columns_of(part)[finding.column].title) if finding.column else ""
    return Problem("", finding.what, row, title, sheet=_(part.SHEET))
