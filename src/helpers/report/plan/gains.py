"""For whom there is something in it, and what each package that was tried would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from helpers.analysis.packages.values import option_values
from helpers.analysis.packages.weigh import no_deal_values
from helpers.analysis.stakeholders.gains import NOTHING, UNKNOWN, gains
from helpers.analysis.votes.majority import accepts
from helpers.dossier.model import Dossier
from helpers.report.document import add_picture, add_table, add_text
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


class Outcome(NamedTuple):
    """What a package brings somebody: how many interests each way, and whether it is enough."""

    counts: tuple[int, int, int]
    enough: str = ""

    @property
    def text(self) -> str:
        """It in words.

        >>> Outcome((2, 0, 1)).text, Outcome((0, 0, 0)).text
        ('2 beter, 1 onbekend', 'geen verandering')
        """
        words = _("{n} better"), _("{n} worse"), _("{n} not known")
        said = [text.format(n=n) for n, text in zip(self.counts, words, strict=True) if n]
        return (", ".join(said) or _("no change")) + (f"; {self.enough}" if self.enough else "")

    @property
    def place(self) -> tuple[int, int, int, str]:
        """Its place in a list in which who gains most comes first."""
        better, worse, open_ = self.counts
        return worse - better, worse, open_, self.enough


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
        add_picture(document, *drawn)
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
    columns = [_gained(dossier, one.package) for one in shown]
    names = contents.names
    changed = [key for key in names if any(one[key].counts != (0, 0, 0) for one in columns)]
    if changed:
        said = _about(any(one[key].enough for one in columns for key in changed))
        add_text(document, said).paragraph_format.keep_with_next = True
        if len(shown) == 1:
            _add_outcomes(document, {key: columns[0][key] for key in changed}, names)
        else:
            heads = [_("Who"), *(one.name for one in shown)]
            rows = [(names[key], *(one[key].text for one in columns)) for key in changed]
            add_table(document, heads, rows, (2.4, *(2 for _one in shown)), said)
    untouched = [name for key, name in names.items() if key not in changed]
    if untouched:
        text = _("As far as is known, nothing changes for {who}.")
        add_text(document, text.format(who=listed(untouched)))
    if len(tried) > len(shown):
        text = _("Only the first {n} packages stand in this table.")
        add_text(document, text.format(n=MOST_PACKAGES))
    return True


def _about(enough: bool) -> str:
    about = _("What gets better and worse for whom in each package, in numbers of interests.")
    means = _("Enough means: no worse than when no agreement comes, as far as is known.")
    return f"{about} {means}" if enough else about


def _add_outcomes(document: Document, gained: dict[str, Outcome], names: dict[str, str]) -> None:
    """Add a row for each outcome, with all for whom it is so: who gains most first."""
    rows = [
        (one.text, listed(names[key] for key, other in gained.items() if other == one))
        for one in sorted(set(gained.values()), key=lambda one: one.place)
    ]
    about = _("What this package brings, and for whom.")
    add_table(document, [_("What it brings"), _("For whom")], rows, (3, 8), about)


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


def _gained(dossier: Dossier, package: tuple[str, ...]) -> dict[str, Outcome]:
    """Return what a package brings each stakeholder, by id."""
    people, wants, _options, works, values = map(dossier.table, _TABLES)
    table = gains(people, wants, works, package, values)
    enough = _enough(dossier, package)
    return {
        str(row["stakeholder"]): Outcome(
            (int(row["better"]), int(row["worse"]), int(row["open"])),
            enough.get(str(row["stakeholder"]), ""),
        )
        for row in table.to_dict("records")
    }


def _enough(dossier: Dossier, package: tuple[str, ...]) -> dict[str, str]:
    """Return whether it is better than no deal, of who is not political and has such a value."""
    people, wants, options, works, values = map(dossier.table, _TABLES)
    worth = option_values(people, wants, options, works, values)
    chosen = options["id"].isin(list(package)).to_numpy()
    least = no_deal_values(people, dossier.table("thresholds"))
    says = accepts(worth[:, chosen].sum(axis=1), least)
    told = {one.stakeholder for one in dossier.thresholds}
    return {
        one.id: _("enough") if good else _("not enough")
        for one, good in zip(dossier.stakeholders, says.tolist(), strict=True)
        if one.id in told and one.kind not in POLITICAL
    }
