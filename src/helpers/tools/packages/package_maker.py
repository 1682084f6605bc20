"""The package maker: choose for each point, see who can say yes, and make the pie bigger."""

from typing import Any

import ipywidgets as widgets

from helpers.analysis.packages.tally import Tally
from helpers.analysis.votes.vote import Interval
from helpers.texts.language import _, language
from helpers.tools.controls.forms import Form
from helpers.tools.controls.packages import PackageResults, PackageTable
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.forms.form import text_of
from helpers.tools.forms.typed import place_of
from helpers.tools.packages.count_words import count_row, pie_part
from helpers.tools.packages.counting import DONE, Counting
from helpers.tools.packages.kept_words import kept_part
from helpers.tools.packages.own_list import OwnList
from helpers.tools.packages.party_words import Line, package_lines, party_row
from helpers.tools.packages.still_package import still_package
from helpers.tools.packages.swap_words import Swap, closed_text, swap_part, swaps_for
from helpers.tools.packages.table_words import (
    aside_rows,
    issue_rows,
    issue_title,
    results_texts,
    table_texts,
)
from helpers.tools.packages.weighing import Party, Weighing, weighing
from helpers.tools.still import Still
from helpers.tools.tool import Tool, guarded
from helpers.tools.votes.standing import standing
from helpers.training.on_the_table import (
    choose_options,
    drop,
    issues_on_table,
    keep,
    lay,
    settled,
    take_off,
    take_up,
    tried_packages,
)
from helpers.training.own_options import is_own
from helpers.training.working_copy import WorkingCopy


class PackageMaker(Tool):
    """Choose an option for each point on the table; each party's value stands beside it.

    Points can be laid on the table and taken off, packages kept and compared; ``tally`` says to how
    many packages everybody says yes.
    """

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self._party = ""
        self._weighed: tuple[object, Weighing, Weighing] | None = None
        self._counting: Counting | None = None
        self.table = PackageTable(about=self._about(_("Make a package"), table_texts()))
        self.results = PackageResults(about=self._about(_("What comes of it"), results_texts()))
        self.undo, self.own = UndoButtons(work), OwnList(work)
        parts = [self.undo, self.table, self.own.view, self.results]
        self.view = widgets.VBox(parts)
        self.start()
        for form in (self.table, self.results):
            form.on_msg(self.hear)

    @property
    def package(self) -> tuple[str, ...]:
        """The package on the table: one option an issue, what is not on it as it is now."""
        dossier, work = self.work.dossier, self.work
        return settled(dossier, work.laid, work.package)

    @property
    def weighed(self) -> Weighing:
        """What the options on the table are worth to each party."""
        return self._weigh()[0]

    @property
    def parties(self) -> list[Party]:
        """How each party stands in the package on the table."""
        return self.weighed.parties(self.package)

    @property
    def tally(self) -> Tally | None:
        """How many packages there are and can be agreed; ``None`` before it was counted."""
        counted = self._counting.counted if self._counting else None
        return counted.now if counted and counted.state == DONE else None

    @property
    def concerns(self) -> object:
        """Everything that values rest on, what is on the table and what was kept."""
        dossier, work = self.work.dossier, self.work
        votes = dossier.shared_factor, dossier.softness, dossier.proposal
        return self._rests_on(), votes, work.package, work.kept, work.notice

    def redraw(self) -> None:
        """Bring both forms in line with the working copy, and count when the table changed."""
        dossier, package, weighed = self.work.dossier, self.package, self.weighed
        on = issues_on_table(dossier, self.work.laid)
        parties = weighed.parties(package)
        with self.table.hold_sync():
            self.table.issues = issue_rows(dossier, on, package)
            self.table.aside = aside_rows(dossier, on)
            self.table.parties = [party_row(one) for one in parties]
            self.table.lines = self._lines(parties)
            self.table.notice = self.work.notice
        tried = tried_packages(dossier, self.work.kept)
        swaps = self._swaps(tried)
        self.own.redraw()
        with self.results.hold_sync():
            self.results.kept = kept_part(dossier, self.work.kept, package, self._weigh()[1])
            self.results.swaps = swap_part(tried, self._party, weighed, swaps)
            self.results.notice = self.work.notice
        self._count()

    def fail(self, sentence: str) -> None:
        """Show the sentence at the end of the first form."""
        self.table.notice = sentence

    def _about(self, title: str, texts: dict[str, Any]) -> dict[str, Any]:
        place = place_of(self, self.work.name)
        return {"lang": language(), "title": title, "texts": texts, "place": place}

    def _rests_on(self) -> tuple[object, ...]:
        dossier = self.work.dossier
        wants = (dossier.stakeholders, dossier.interests, dossier.effects, dossier.thresholds)
        given = dossier.values
        rule = dossier.at_least, self.work.laid
        return wants, given, dossier.issues, dossier.options, rule

    def _weigh(self) -> tuple[Weighing, Weighing]:
        """Return the weighing of the table, and of all issues; done again when they change."""
        rests_on = self._rests_on()
        if self._weighed is None or self._weighed[0] != rests_on:
            dossier = self.work.dossier
            every = tuple(one.id for one in dossier.issues)
            here, all_ = (weighing(dossier, laid) for laid in (self.work.laid, every))
            self._weighed = rests_on, here, all_
            self._recount(here)
        return self._weighed[1:]

    def _recount(self, weighed: Weighing) -> None:
        if self._counting:
            self._counting.stop()
        dossier = self.work.dossier
        added = frozenset(one.id for one in dossier.options if is_own(one.id))
        grown = bool(self.work.laid) or any(one in added for one in weighed.options["id"])
        first = weighing(dossier, (), added) if grown else None
        self._counting = Counting(first, weighed, self._show_count)
        self._counting.start()

    def _lines(self, parties: list[Party]) -> list[Line]:
        weighed, package = self.weighed, self.package
        if not parties:
            return package_lines(parties, weighed.rule, False, None, None)
        room = weighed.anyone_can_gain(package)
        decided = weighed.decided(package)
        return package_lines(parties, weighed.rule, decided, room, self._chance())

    def _chance(self) -> Interval | None:
        """Return the chance of a majority, where a body with seats decides."""
        if not self.weighed.seats:
            return None
        band = standing(self.work.dossier, self.package).band
        return Interval(band.low, band.high)

    def _swaps(self, tried: int) -> list[Swap]:
        people = self.weighed.people["id"].tolist()
        if self._party not in people:
            self._party = ""
        if not self._party or closed_text(tried):
            return []
        names = {one.id: one.name for one in self.work.dossier.issues}
        return swaps_for(self.weighed, self.package, self._party, names)

    @guarded
    def _show_count(self) -> None:
        self._count()

    def _count(self) -> None:
        counting, weighed = self._counting, self.weighed
        if counting is None:
            return
        issues = len(set(weighed.issues))
        row = count_row(counting.counted, weighed.rule, counting.slow, issues)
        self.table.count = row if len(weighed.people) else {"text": ""}
        self.results.pie = pie_part(counting.counted, self.parties, weighed.rule)

    def hear(self, form: Form, said: Any, _buffers: object = None) -> None:
        """Do what a message of a form asks for, and show what came of it, all at once."""
        if not isinstance(said, dict):
            return
        with form.hold_sync():
            self._take(said)
            form.heard = {"from": str(said.get("from", "")), "n": said.get("n", 0)}

    @guarded
    def _take(self, said: dict[str, Any]) -> None:
        do, key, value = (text_of(said, field) for field in ("do", "id", "value"))
        self.table.said = self.results.said = ""
        if do in ("choose", "lay", "off"):
            self.table.said = self._on_table(do, key, value)
        elif do in ("keep", "drop", "take"):
            self.results.said = self._on_kept(do, key, value)
        elif do == "party":
            self._party = value
        elif do == "swap":
            self.results.said = self._swap(key)
        elif self._counting and do == "stop":
            self._counting.stop()
        elif self._counting and do == "count":
            self._counting.start(asked=True)
        self.redraw_once()

    def _on_table(self, do: str, key: str, option: str) -> str:
        """Choose an option, or lay an issue on the table or take it off; return what was done."""
        dossier = self.work.dossier
        on, name = issues_on_table(dossier, self.work.laid), issue_title(dossier, key)
        if do == "choose":
            allowed = [one.id for one in dossier.options if one.issue in on]
            if option in allowed and option not in self.package:
                self.work.save(lambda work: choose_options(work, [option]))
        elif do == "lay" and name and key not in on:
            self.work.save(lambda work: lay(work, key))
            return _("On the table: {name}.").format(name=name)
        elif do == "off" and key in self.work.laid:
            self.work.save(lambda work: take_off(work, key))
            return _("Off the table: {name}.").format(name=name)
        return ""

    def _on_kept(self, do: str, key: str, name: str) -> str:
        """Keep a package, let one go or try it again; return what was done."""
        names = {one.key: one.name for one in self.work.kept}
        if do == "keep":
            self.work.save(lambda work: keep(work, name))
            new = [one.name for one in self.work.kept if one.key not in names]
            return _("Kept: {name}.").format(name=new[0]) if new else ""
        if key not in names:
            return ""
        if do == "drop":
            self.work.save(lambda work: drop(work, key))
            return _("Removed: {name}.").format(name=names[key])
        self.work.save(lambda work: take_up(work, key))
        return _("On the table: {name}.").format(name=names[key])

    def _swap(self, key: str) -> str:
        """Choose both options of a swap that is proposed; return what was done."""
        swaps = self._swaps(tried_packages(self.work.dossier, self.work.kept))
        chosen = [one for one in swaps if " ".join(one.options) == key]
        if not chosen:
            return ""
        self.work.save(lambda work: choose_options(work, chosen[0].options))
        return _("This swap now lies on the table: {title}.").format(title=chosen[0].title)

    @property
    def still(self) -> Still:
        """The package as it stands, how each party stands in it, and what was kept."""
        return Still(still_package(self.table, self.results))

    def still_html(self) -> str:
        """Return the package and how each party stands in it, without controls."""
        return self.still.html

    def still_text(self) -> str:
        """Return the same as plain text."""
        return self.still.text
