"""The dossier as it is beside how it was: what changed in between."""

import datetime as dt
from itertools import groupby

from helpers.analysis.changes import Change, What, changes
from helpers.dossier.columns import columns_of
from helpers.dossier.model import Dossier
from helpers.dossier.tables import TABLES
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import between, listed
from helpers.tools.forms.sheet import Line
from helpers.tools.forms.sheet_items import Item, Pairs, section, spoken, told
from helpers.tools.own.overview import Overview
from helpers.tools.own.row_names import RowNames, fewer
from helpers.tools.votes.standing import standing
from helpers.training.snapshots import moment
from helpers.training.working_copy import WorkingCopy

_BEGIN = "begin"
_MONTH = dt.timedelta(days=30)
_MOST = 8
_SAID = {What.NEW: N_("New: {names}."), What.GONE: N_("Gone: {names}.")}


class DossierHistory(Overview):
    """What changed since a moment that one chooses; first the one about a month ago."""

    TITLE = N_("Then and now")

    def __init__(self, work: WorkingCopy) -> None:
        self._then = ""
        super().__init__(work)

    @property
    def concerns(self) -> object:
        """The dossier, and which earlier states there are."""
        return self.work.dossier, tuple(self.work.snapshots()), self._then, self.work.notice

    @property
    def _moments(self) -> Pairs:
        kept = [(path.name, moment(path)) for path in self.work.snapshots()]
        return [*kept, (_BEGIN, _("How it was when it came in"))]

    @property
    def then(self) -> str:
        """The moment that is chosen; else the newest that is a month old, or the beginning."""
        if self._then:
            return self._then
        ago = f"{self.work.dossier.as_of - _MONTH:%Y-%m-%d}"
        old = [path.name for path in self.work.snapshots() if path.name[:10] <= ago]
        return old[0] if old else _BEGIN

    @property
    def before(self) -> Dossier | None:
        """The dossier as it was then; nothing when that file cannot be read."""
        if self.then == _BEGIN:
            return self.work.beginning
        kept = next((one for one in self.work.snapshots() if one.name == self.then), None)
        state = kept and self.work.snapshot(kept)
        return state.dossier if state else None

    def items(self) -> list[Item]:
        """Return the choice of a moment, and what changed in each table."""
        label = _("Compare with")
        pick = self.pick("then", self.then, label, self._moments, self._choose)
        before = self.before
        summary = spoken(told("summary", *self._summary()))
        return [pick, summary, *(_tables(before, self.work.dossier) if before else [])]

    def _choose(self, name: str) -> None:
        self._then = name

    def lines(self) -> list[Line]:
        """Return nothing: how much changed stands above the tables."""
        return []

    def _summary(self) -> list[str]:
        """Return how much changed, and the chance of a majority then and now."""
        before, after = self.before, self.work.dossier
        if before is None:
            return [_("This earlier state cannot be read. Choose another moment.")]
        count = len(changes(before, after))
        if not count:
            return [_("Nothing changed in between.")]
        said = ngettext("{n} row differs.", "{n} rows differ.", count).format(n=count)
        talks = len(after.contacts) - len(before.contacts)
        lines = [said]
        if talks > 0:
            more = ngettext(
                "You had {n} conversation more.", "You had {n} conversations more.", talks
            )
            lines.append(more.format(n=talks))
        return [*lines, *_chances(before, after)]


def _chances(before: Dossier, after: Dossier) -> list[str]:
    bands = []
    for one in (before, after):
        if not (one.proposal and any(group.seats for group in one.fracties)):
            return []
        bands.append(standing(one, one.proposal).band)
    was, now = (between(band.low, band.high) for band in bands)
    said = _("The chance of a majority was {was} then and is {now} now.")
    return [said.format(was=was, now=now)]


def _tables(before: Dossier, after: Dossier) -> list[Item]:
    names = RowNames(before), RowNames(after)
    found = groupby(changes(before, after), key=lambda one: one.table)
    return [_section(table, list(rows), *names) for table, rows in found]


def _section(table: str, rows: list[Change], was: RowNames, now: RowNames) -> Item:
    lines = []
    for what, sentence in _SAID.items():
        names = (was if what == What.GONE else now).all(table)
        here = [names[one.key] for one in rows if one.what == what]
        if here:
            lines.append(_(sentence).format(names=listed(fewer(here, _MOST))))
    changed = [_changed(one, now) for one in rows if one.what == What.CHANGED]
    return section(
        table, _(TABLES[table].SHEET), [told(f"{table} lines", *lines, *fewer(changed, _MOST))]
    )


def _changed(one: Change, names: RowNames) -> str:
    columns = columns_of(TABLES[one.table])
    titles = listed([_(columns[name].title) for name in one.columns])
    return _("Changed: {name} ({columns}).").format(
        name=names.all(one.table)[one.key], columns=titles.lower()
    )
