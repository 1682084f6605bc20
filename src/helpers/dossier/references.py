"""Whether the tables of a dossier fit together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from helpers.dossier.columns import columns_of
from helpers.dossier.draft import Cells, Draft, Finding
from helpers.dossier.problems import nearest
from helpers.dossier.sentences import shown
from helpers.dossier.tables import TABLES, Stakeholder
from helpers.dossier.words import Kind
from helpers.texts.language import _

_FEW = 12


def reference_findings(draft: Draft) -> Iterator[Finding]:
    """Find duplicate keys, dangling references, and what is not exactly one an issue."""
    yield from _duplicates(draft)
    yield from _dangling(draft)
    yield from _status_quo(draft)
    yield from _proposal(draft)
    yield from _proposal_by_issue(draft)
    yield from _coalition(draft)


def _duplicates(draft: Draft) -> Iterator[Finding]:
    for table, rows in draft.tables.items():
        names = TABLES[table].KEY
        keys = _keys(rows, names)
        if len(set(keys)) == len(keys):
            continue
        counted = Counter(keys)
        for at, key in enumerate(keys):
            if counted[key] > 1 and None not in key:
                came = " + ".join(shown(one) for one in key)
                what = _("{came} stands here more than once. Keep one row, or give a new name.")
                yield Finding(what.format(came=came), table, at, names[-1])


def _keys(rows: Iterable[Cells], names: Sequence[str]) -> list[tuple[Any, ...]]:
    """Return the key of each row; a cell that could not be read counts as ``None``."""
    try:
        found = list(map(itemgetter(*names), rows))
    except KeyError:
        return [tuple(row.get(name) for name in names) for row in rows]
    return found if len(names) > 1 else [(one,) for one in found]


def _dangling(draft: Draft) -> Iterator[Finding]:
    for table in draft.tables:
        for column in columns_of(TABLES[table]).values():
            if column.refers in draft.tables:
                yield from _dangling_column(draft, table, column.name, column.refers)


def _dangling_column(draft: Draft, table: str, column: str, target: str) -> Iterator[Finding]:
    known = draft.values(target, "id")
    if not draft.tables[target] and draft.values(table, column):
        what = _("There is nothing in this table, but the table {table} refers to it.")
        yield Finding(what.format(table=_(TABLES[table].SHEET)), target)
        return
    names = set(known)
    for at, row in enumerate(draft.tables[table]):
        came = row.get(column)
        if came is not None and came not in names:
            yield Finding(_unknown(came, target, known), table, at, column)


def _unknown(came: str, table: str, known: list[str]) -> str:
    what = _("Here stands {came}, but that is not in the table {table}.")
    sentence = what.format(came=shown(came), table=_(TABLES[table].SHEET))
    return f"{sentence} {_meant(came, known)}".strip()


def _meant(came: str, known: list[str]) -> str:
    offer = nearest(came, known)
    if offer or not known:
        return offer
    names = ", ".join(known[:_FEW]) + (", …" if len(known) > _FEW else "")
    return _("Allowed: {names}.").format(names=names)


def _status_quo(draft: Draft) -> Iterator[Finding]:
    if "options" not in draft.tables:
        return
    for at, issue in enumerate(draft.tables.get("issues", ())):
        options = [one for one in draft.tables["options"] if one.get("issue") == issue.get("id")]
        unread = any("status_quo" not in one for one in options)
        count = sum(one.get("status_quo", False) for one in options)
        if issue.get("id") and not unread and count != 1:
            what = _("This issue has {n} options that are the status quo. It must be one.")
            yield Finding(what.format(n=count), "issues", at, "id")


def _proposal(draft: Draft) -> Iterator[Finding]:
    proposal, options = draft.head.get("proposal", ()), _issue_of_option(draft)
    if "options" not in draft.tables or not proposal:
        return
    for came in proposal:
        if came not in options:
            yield Finding(_unknown(came, "options", list(options)), column="proposal")
    chosen = Counter(options[came] for came in proposal if came in options)
    missing = sum(chosen.values()) < len(proposal)
    none = [] if missing else [one for one in draft.values("issues", "id") if not chosen[one]]
    twice = [one for one, count in chosen.items() if count > 1]
    if none:
        what = _("The proposal chooses nothing for: {issues}. Choose one option for each issue.")
        yield Finding(what.format(issues=", ".join(none)), column="proposal")
    if twice:
        what = _("The proposal chooses more than one option for: {issues}. Choose one.")
        yield Finding(what.format(issues=", ".join(twice)), column="proposal")


def _issue_of_option(draft: Draft) -> dict[str, str]:
    rows = draft.tables.get("options", ())
    return {row["id"]: row["issue"] for row in rows if row.get("id") and row.get("issue")}


def _proposal_by_issue(draft: Draft) -> Iterator[Finding]:
    issues, options = draft.values("issues", "id"), _issue_of_option(draft)
    for issue, option in draft.chosen.items() if "issues" in draft.tables else ():
        if issue not in issues:
            yield Finding(_unknown(issue, "issues", issues), column="proposal")
        elif options.get(option, issue) != issue:
            what = _("{option} is no option of {issue}, but of {other}.").format(
                option=shown(option), issue=shown(issue), other=shown(options[option])
            )
            yield Finding(what, column="proposal")


def _coalition(draft: Draft) -> Iterator[Finding]:
    if "stakeholders" not in draft.tables:
        return
    rows = draft.tables["stakeholders"]
    fracties = [row["id"] for row in rows if row.get("id") and row.get("kind") is Kind.FRACTIE]
    for came in draft.head.get("coalition", ()):
        if came not in fracties:
            what = _("Here stands {came}, but that is no party group in the table {table}.")
            sentence = what.format(came=shown(came), table=_(Stakeholder.SHEET))
            yield Finding(f"{sentence} {_meant(came, fracties)}".strip(), column="coalition")
