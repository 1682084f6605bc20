"""The source meeting: each party tells first; then a picture of where parties clash and meet."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers.dossier.model import Dossier
from helpers.pictures.pairs import Pair, pair_name
from helpers.texts.language import N_, _
from helpers.tools.controls.controls import Picture, Spoken
from helpers.tools.forms.form import text_of
from helpers.tools.forms.sheet import Line, SheetTool
from helpers.tools.forms.sheet_items import Cell, Item, Pairs, blocks, group, section, told
from helpers.tools.meetings.pair_picture import ShownPairs, pair_key, show_pairs
from helpers.tools.meetings.parties import drawn_pairs, found_points, parties_of
from helpers.tools.meetings.source_words import (
    Told,
    closed_text,
    early_text,
    overview_lines,
    pair_lines,
    told_by,
)
from helpers.tools.still import Still
from helpers.tools.tool import guarded
from helpers.training.on_the_table import issues_on_table
from helpers.training.working_copy import WorkingCopy

MOST_DRAWN = 10
"""How many parties the picture of pairs can hold and still be read."""


class SourceMeeting(SheetTool):
    """A card a party with its story, wish and our summary; after that the picture of all pairs."""

    TITLE = N_("What each party tells")

    def __init__(self, work: WorkingCopy) -> None:
        self._party = self._pair = ""
        self._more: set[str] = set()
        self.opened = False
        self._found: tuple[object, pd.DataFrame, list[Pair]] | None = None
        self._pictured: object = None
        self.told, self.picture = Spoken(), Picture()
        self.picture.on_msg(self._press)
        self.work = work
        self.weigher = self.sheet(N_("Where do parties clash, and where do they meet?"))
        super().__init__(work)
        below = [self.weigher, self.picture, self.outcome]
        self.view = widgets.VBox([self.told, self.undo, self.form, *below])

    @property
    def concerns(self) -> object:
        """What parties told, and what is at stake on the points that lie on the table."""
        return self.work.dossier.stories, self._rests_on, super().concerns

    @property
    def parties(self) -> dict[str, str]:
        """The names of those who sit at the table, by their id."""
        return parties_of(self.work.dossier)

    @property
    def said(self) -> Told:
        """What is still missing before the parties can weigh."""
        return told_by(list(self.parties), self.work.dossier.stories)

    @property
    def found(self) -> tuple[pd.DataFrame, list[Pair]]:
        """How each pair stands on each point, and counted; worked out again when that changes."""
        rests_on = self._rests_on
        if self._found is None or self._found[0] != rests_on:
            points = found_points(self.work.dossier, self.work.laid, MOST_DRAWN)
            pairs = drawn_pairs(points, list(self.parties)[:MOST_DRAWN])
            self._found = rests_on, points, pairs
        return self._found[1:]

    @property
    def is_open(self) -> bool:
        """Whether the picture is to be seen: everybody told, or somebody wants it anyway."""
        return bool(self.parties) and (self.opened or not self.said.silent)

    def redraw(self) -> None:
        """Bring sentences, card and picture in line with the working copy."""
        parties = self.parties
        if self._party not in parties:
            self._party = next(iter(parties), "")
        super().redraw()
        self.told.lines = overview_lines(self.said, parties)
        self.weigher.items = self._weighing()
        shown = self.shown_pairs
        if shown != self._pictured:
            show_pairs(self.picture, shown)
            self._pictured = shown

    def items(self) -> list[Item]:
        """Return the choice of a party and its card."""
        parties, missing = self.parties, self.said
        if not parties:
            return []
        look = _("{name} (has not told yet)")
        pairs: Pairs = [
            (key, look.format(name=name) if key in missing.story else name)
            for key, name in parties.items()
        ]
        label = _("Who tells?")
        head = section(f"card {self._party}", parties[self._party], self._card(self._party))
        return [self.pick("party", self._party, label, pairs, self._to_party), head]

    def lines(self) -> list[Line]:
        """Return which points make the chosen pair clash or meet, and why."""
        shown = self.shown_pairs
        if not shown.pairs:
            return []
        pair, keys, dossier = shown.pairs[shown.chosen], list(self.parties), self.work.dossier
        issues = {one.id: one.name for one in dossier.issues}
        issues |= {one.id: one.name for one in dossier.options}
        points = self.found[0]
        here = (points["first"] == keys[pair.first]) & (points["second"] == keys[pair.second])
        head = {"text": pair_name(shown.names, pair), "tag": "h4"}
        return [head, *pair_lines(points[here], self.parties, issues)]

    @property
    def _rests_on(self) -> object:
        """What the pairs follow from."""
        one = self.work.dossier
        told = (one.stakeholders, one.interests, one.effects, one.values, one.thresholds)  # noqa: PD011
        return *told, one.issues, one.options, self.work.laid

    @property
    def shown_pairs(self) -> ShownPairs:
        """The pairs that the picture shows; none before it is time for them."""
        parties = list(self.parties)[:MOST_DRAWN] if self.is_open else []
        pairs = self.found[1] if parties else []
        keys = [pair_key(one) for one in pairs]
        chosen = keys.index(self._pair) if self._pair in keys else 0
        return ShownPairs([self.parties[key] for key in parties], pairs, chosen)

    def _card(self, party: str) -> list[Item]:
        own = [one.id for one in self.work.dossier.stories if one.stakeholder == party]
        shown = own if own and party not in self._more else [*own, self._next(party, own)]
        more = self._another(party, own) if shown == own else []
        if len(shown) == 1:
            return [*self._fields_of(party, shown[0]), *more]
        cards = [
            group(f"story {key}", _("Story {n}").format(n=at), self._fields_of(party, key))
            for at, key in enumerate(shown, start=1)
        ]
        return [*cards, *more]

    def _next(self, party: str, own: list[str]) -> str:
        """Return the id of a story that is still to come: that of its party when it is free."""
        taken = {one.id for one in self.work.dossier.stories}
        free = not own and party not in taken
        return party if free else self.work.dossier.free_id("stories", party)

    def _fields_of(self, party: str, key: str) -> list[Item]:
        def cell(name: str) -> Cell:
            return Cell("stories", {"id": key, "stakeholder": party}, name)

        name = self.parties[party]
        return [
            self.text(cell("story"), _("What is going on for them, and where does it come from?")),
            self.text(cell("wish"), _("What do they wish, in their own words?")),
            self.text(cell("heard"), _("What did we hear? Summarise it in your own words.")),
            self.tick(cell("confirmed"), _("{name} says: the summary is right").format(name=name)),
        ]

    def _another(self, party: str, own: list[str]) -> list[Item]:
        row = {"id": self._next(party, own), "stakeholder": party}
        opens = Cell("stories", row, "story").id
        label = _("This party tells something else as well")
        return [self.button(f"more {party}", label, opens, lambda _value: self._more.add(party))]

    def _weighing(self) -> list[Item]:
        """Return the choice of a pair, or why it is too early for it."""
        parties, said = self.parties, self.said
        if len(parties) < 2:
            return [told("alone", _("For this there must be two parties or more."))]
        if not self.is_open:
            why = told("closed", closed_text(said, parties))
            label = _("Show the picture without these stories")
            return [why, self.button("open", label, "pair", self._open)]
        early, shown = told("early", early_text(said, parties)), self.shown_pairs
        if not shown.pairs:
            none = _("There is nothing to choose on the table yet, so nothing to compare.")
            return [early, told("none", none)]
        now = pair_key(shown.pairs[shown.chosen])
        rest = len(parties) - len(shown.names)
        most = _("The picture holds the first {n} parties.").format(n=MOST_DRAWN) if rest else ""
        pick = self.pick("pair", now, _("Which two parties?"), shown.offered, self._to_pair)
        return [early, told("what", self._explained(), most, look="dv-note"), pick]

    def _explained(self) -> str:
        count = len(issues_on_table(self.work.dossier, self.work.laid))
        said = _(
            "It counts the points that lie on the table ({n}), from what you noted down as weights "
            "and effects. A clash is no verdict: it is where to go on asking."
        )
        return said.format(n=count)

    def amend(self, change: Callable[[Dossier], Dossier]) -> None:
        """Save a change; a summary that becomes another one is not confirmed any more."""
        super().amend(lambda dossier: _unconfirmed(dossier, change(dossier)))

    def _to_party(self, key: str) -> None:
        self._party = key

    def _open(self, _value: object) -> None:
        self.opened = True

    def _to_pair(self, key: str) -> None:
        self._pair = key

    def _press(self, _picture: object, said: Any, _buffers: object) -> None:
        if isinstance(said, dict) and text_of(said, "do") == "press":
            self._pressed(text_of(said, "id"))

    @guarded
    def _pressed(self, key: str) -> None:
        self._to_pair(key)
        self.redraw_once()

    @property
    def still(self) -> Still:
        """Who told, the cards of all parties with room to write, and what follows of one pair."""
        head, below = (
            [(line.get("tag", "p"), line["text"]) for line in lines]
            for lines in (self.told.lines, self.lines())
        )
        cards = [section(key, name, self._card(key)) for key, name in self.parties.items()]
        return Still([("h3", _(self.TITLE)), *head, *blocks(cards), *below])

    def still_html(self) -> str:
        """Return the picture when it is open, the card and the sentences, without controls."""
        shown = self.shown_pairs
        return (shown.html if shown.pairs else "") + super().still_html()


def _unconfirmed(before: Dossier, after: Dossier) -> Dossier:
    """Return ``after``, in which a confirmed summary that changed is to be confirmed again."""
    old = {one.id: one for one in before.stories}
    for one in after.stories:
        was = old.get(one.id)
        if was and was.confirmed and one.confirmed and was.heard != one.heard:
            after = after.change("stories", one.id, confirmed=False)
    return after
