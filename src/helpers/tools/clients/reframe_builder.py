"""Another view on an assignment, built from what the client said and confirmed."""

from collections.abc import Callable
from typing import Any

from helpers.analysis.intake.advice import Kind, advise
from helpers.analysis.intake.ladder import Missing, missing_steps
from helpers.analysis.intake.reframe import TEST, grounds, usable
from helpers.dossier.assignment import Heard, Reframe
from helpers.dossier.model import Dossier
from helpers.dossier.words import WORDS, ReframePart
from helpers.texts.language import N_, _
from helpers.tools.clients.assignment_sheet import AssignmentSheet
from helpers.tools.clients.reframe_words import (
    HINTS,
    PARTS,
    beginning,
    ground_lines,
    helped_lines,
    refusal,
    sentence,
)
from helpers.tools.forms.sheet import Line, put
from helpers.tools.forms.sheet_items import Cell, Item, group, section, told


class ReframeBuilder(AssignmentSheet):
    """The sentence in three parts, on what each rests, and the test whether it helps."""

    TITLE = N_("Another view on the question")
    WARNING = ""  # it stands above the intake

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What the picture of the assignment lacks; until nothing does, there is no other view."""
        return missing_steps(self.steps)

    @property
    def reframe(self) -> Reframe:
        """The other view as it stands."""
        key = self.row["id"]
        made = (one for one in self.work.dossier.reframes if one.assignment == key)
        return next(made, Reframe(assignment=key))

    def items(self) -> list[Item]:
        """Return the three parts and the test, or what was written when it is too early."""
        if not self.row:
            return [self.nobody()]
        if self.missing:
            return [*self.chooser(), told("kept", self._kept())]
        parts = [self._part(part) for part in ReframePart]
        return [*self.chooser(), *parts, self._test()]

    def lines(self) -> list[Line]:
        """Return the sentence with its grounds and the test, or the refusal."""
        if not self.row:
            return []
        if self.missing:
            return refusal(self.missing)
        return [
            *self._right(),
            *ground_lines(self.reframe, grounds(self.reframe, self.heard)),
            *helped_lines(self.reframe),
        ]

    def _kept(self) -> str:
        if not any(getattr(self.reframe, part).strip() for part in ReframePart):
            return ""
        return _("What you wrote is kept: {words}").format(words=sentence(self.reframe))

    def _right(self) -> list[Line]:
        """Return a warning when the judgement of the assignment asks for no other view."""
        advice = advise(self.assignment, self.heard)
        if advice.kind in (Kind.REFRAME, Kind.ASK) or not advice.client_is_right:
            return []
        text = _("You judged that the solution of the client helps. Then say that it is right.")
        return [{"text": text, "look": "dv-alert"}]

    def _cell_of(self, name: str) -> Cell:
        return Cell("reframes", {"assignment": self.row["id"]}, name)

    def _part(self, part: ReframePart) -> Item:
        said = [self._said(part, row) for row in usable(part, self.heard)]
        offer = told(f"offer {part}", _("On what of this does it rest? Tick what was said."))
        words = self.text(self._cell_of(part), _(PARTS[part]), _(HINTS[part]))
        return group(f"part {part}", _(WORDS[part]).capitalize(), [offer, *said, words])

    def _said(self, part: ReframePart, row: Heard) -> Item:
        now = row.supports is part
        words = " ".join(row.heard.split())
        return self.mark(f"said {row.id}", now, f'"{words}"', self._chosen(part, row))

    def _chosen(self, part: ReframePart, row: Heard) -> Callable[[Any], None]:
        """Return what ticking a row does: the part rests on it, and begins with its words."""
        identity = {"id": row.id, "assignment": row.assignment, "rung": row.rung}
        supports, words = Cell("intake", identity, "supports"), self._cell_of(part)

        def chosen(ticked: bool) -> None:
            def change(dossier: Dossier) -> Dossier:
                more = put(dossier, supports, part if ticked else None)
                empty = ticked and not getattr(self.reframe, part).strip()
                return put(more, words, beginning(row.heard)) if empty else more

            self.amend(change)

        return chosen

    def _test(self) -> Item:
        fields = [self.choice(self._cell_of(name)) for name in TEST]
        return section("test", _("Is the client really helped, or only sold something?"), fields)
