"""For whom there is something in it, and what each package that was tried would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values
from helpers.analysis.stakeholders.gains import NOTHING, UNKNOWN, gains
from helpers.analysis.votes.majority import accepts
from helpers.dossier.model import Dossier
from helpers.report.document import TEXT_WIDTH, add_picture, add_table, add_text
from helpers.report.left_out import POLITICAL
from helpers.report.plan.pictures import options_picture
from helpers.texts.language import _
from helpers.texts.numbers import listed
from helpers.training.on_the_table import settled

if TYPE_CHECKING:
    from docx.document import Document

    from helpers.report.plan.contents import Contents

MOST_PACKAGES = 5
_TABLES = ("stakeholders", "interests", "options", "effects", "values")


class Tried(NamedTuple):
    """A package with its name; ``now`` is the proposal as it lies."""

    name: str
    package: tuple[str, ...]
    now: bool = False


def write_nothing(document: Document, contents: Contents) -> bool:
    """Add for whom nothing gets better yet, what they want, and of whom that is not known."""
    dossier = contents.dossier
    if not dossier.options or not dossier.stakeholders or not (dossier.effects or dossier.values):
        return False
    people, wants, _options, works, values = map(dossier.table, _TABLES)
    package = contents.package or dossier.proposal
    table = gains(people, wants, works, package, values)
    verdict = dict(zip(table["stakeholder"], table["verdict"], strict=True))
    add_text(document, _looked_at(contents))
    nothing = [key for key, found in verdict.items() if found == NOTHING]
    unknown = [contents.names[key] for key, found in verdict.items() if found == UNKNOWN]
    if nothing:
        who = listed(contents.names[key] for key in nothing)
        text = _("For {who} nothing that matters to them gets better yet.")
        add_text(document, text.format(who=who))
        for key in nothing:
            add_text(document, _wanted(dossier, key), f"{contents.names[key]}:", "List Bullet")
    else:
        add_text(document, _("For everyone at least one thing that matters gets better."))
    if unknown:
        text = _("It is not known yet what is in it for {who}.")
        add_text(document, text.format(who=listed(unknown)))
    if drawn := options_picture(dossier):
        add_picture(document, *drawn, TEXT_WIDTH)
    return True


def _looked_at(contents: Contents) -> str:
    package = contents.package or contents.dossier.proposal
    if set(package) == set(contents.dossier.proposal):
        return _("Looked at: the proposal as it lies.")
    return _("Looked at: the package that is being tried now.")


def _wanted(dossier: Dossier, key: str) -> str:
    """Return what somebody wants, what weighs most first."""
    own = [one for one in dossier.interests if one.stakeholder == key and one.interest]
    ranked = sorted(own, key=lambda one: -(one.weight or 0))
    return "; ".join(one.interest for one in ranked[:3]) or _("what they want is not known yet")


def write_packages(document: Document, contents: Contents) -> bool:
    """Add each package that was tried: what it chooses otherwise, and what it changes for whom."""
    dossier = contents.dossier
    tried = packages(contents)
    if not dossier.options or not tried or not dossier.stakeholders:
        return False
    for one in tried:
        add_text(document, _changes(dossier, one), f"{one.name}:", "List Bullet")
    shown = tried[:MOST_PACKAGES]
    heads = [_("Who"), *(one.name for one in shown)]
    columns = [_gained(dossier, one.package) for one in shown]
    same = _("no change")
    every = [(name, *(one[key] for one in columns)) for key, name in contents.names.items()]
    rows = [row for row in every if {text.split(";")[0] for text in row[1:]} != {same}]
    if rows:
        about = _("What gets better and worse for whom in each package, in numbers of interests.")
        enough = _("Enough means: no worse than when no agreement comes, as far as is known.")
        says = any(";" in text for row in rows for text in row[1:])
        add_text(document, f"{about} {enough}" if says else about)
        add_table(document, heads, rows, (2.4, *(2 for _one in shown)), about)
    untouched = [row[0] for row in every if row not in rows]
    if untouched:
        text = _("As far as is known, nothing changes for {who}.")
        add_text(document, text.format(who=listed(untouched)))
    if len(tried) > len(shown):
        text = _("Only the first {n} packages stand in this table.")
        add_text(document, text.format(n=MOST_PACKAGES))
    return True


def packages(contents: Contents) -> list[Tried]:
    """Return the proposal, what is being tried and what was kept; each package once."""
    dossier = contents.dossier
    issues = [one.id for one in dossier.issues]
    found: list[Tried] = []
    given = [
        Tried(_("Proposal"), dossier.proposal, now=True),
        *(Tried(one.name, one.package) for one in contents.kept),
        Tried(_("Being tried"), contents.package),
    ]
    for one in given:
        package = settled(dossier, issues, one.package)
        if one.package and package and set(package) not in [set(old.package) for old in found]:
            found.append(one._replace(package=package))
    return found


def _changes(dossier: Dossier, one: Tried) -> str:
    issues = {row.id: row.name for row in dossier.issues}
    if one.now:
        return _("the proposal as it lies.")
    base = set(dossier.proposal) or {row.id for row in dossier.options if row.status_quo}
    other = [row for row in dossier.options if row.id in set(one.package) - base]
    said = "; ".join(f"{issues[row.issue]}: {row.name}" for row in other)
    return said or _("nothing changes.")


def _gained(dossier: Dossier, package: tuple[str, ...]) -> dict[str, str]:
    """Return what a package brings each stakeholder, in words, by id."""
    people, wants, _options, works, values = map(dossier.table, _TABLES)
    table = gains(people, wants, works, package, values)
    enough = _enough(dossier, package)
    return {
        str(row["stakeholder"]): _counted(row) + enough.get(str(row["stakeholder"]), "")
        for row in table.to_dict("records")
    }


def _counted(row: dict[object, object]) -> str:
    counts = (
        (int(str(row["better"])), _("{n} better")),
        (int(str(row["worse"])), _("{n} worse")),
        (int(str(row["open"])), _("{n} not known")),
    )
    return ", ".join(text.format(n=n) for n, text in counts if n) or _("no change")


def _enough(dossier: Dossier, package: tuple[str, ...]) -> dict[str, str]:
    """Return whether it is better than no deal, of who is not political and has such a value."""
    people, wants, options, works, values = map(dossier.table, _TABLES)
    worth = option_values(people, wants, options, works, values)
    chosen = options["id"].isin(list(package)).to_numpy()
    least = no_deal_values(people, dossier.table("thresholds"))
    says = accepts(worth[:, chosen].sum(axis=1), least)
    told = {one.stakeholder for one in dossier.thresholds}
    return {
        one.id: "; " + (_("enough") if good else _("not enough"))
        for one, good in zip(dossier.stakeholders, says.tolist(), strict=True)
        if one.id in told and one.kind not in POLITICAL
    }
