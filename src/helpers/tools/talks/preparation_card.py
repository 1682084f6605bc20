"""The card with which somebody prepares one conversation: one page, with gentle checks."""

from typing import Any

from helpers.analysis.intake.preparation import FIELDS, findings
from helpers.analysis.questions.rules import build_rules
from helpers.dossier.assignment import Preparation
from helpers.dossier.body_words import with_party_groups
from helpers.dossier.words import Kind
from helpers.texts.language import N_, _
from helpers.texts.numbers import day
from helpers.tools.forms.row_sheet import RowSheet
from helpers.tools.forms.sheet import Line
from helpers.tools.forms.sheet_items import Item, printing, section
from helpers.tools.talks.preparation_words import HINTS, LABELS, card_page, check_lines
from helpers.training.working_copy import WorkingCopy

_ROWS = {"first_sentence": 2, "questions": 5, "known": 3, "unknown": 3}


class PreparationCard(RowSheet):
    """Who, why now, what you know and do not, your first sentence, your questions and dilemmas."""

    TITLE = N_("Card for a conversation")
    TABLE, WHO, STEM = "preparations", "stakeholder", "conversation"
    WHICH, NEW = N_("Which conversation?"), N_("a new conversation")

    def __init__(self, work: WorkingCopy) -> None:
        build_rules()
        super().__init__(work)

    @property
    def card(self) -> Preparation:
        """The card that is shown."""
        shown: Preparation = self.record
        return shown

    @property
    def people(self) -> dict[str, str]:
        """The names of whom one can call, by id; party groups last, as the alderman calls them."""
        all_ = self.work.dossier.stakeholders
        ordered = sorted(all_, key=lambda one: one.kind is Kind.FRACTIE)
        return {one.id: one.name for one in ordered}

    def name(self, record: Any) -> str:
        """Return with whom a conversation is, and on which day."""
        parts = [super().name(record), day(record.date) if record.date else ""]
        return ", ".join(part for part in parts if part)

    def items(self) -> list[Item]:
        """Return the fields of the card, in the order in which one prepares."""
        if not self.row:
            return [self.nobody()]
        first = [
            self.who(_("Whom do you call?")),
            self.date(self.cell("date"), _("On which day do you call?")),
        ]
        fields = [self._field(name) for name in FIELDS]
        another = self.another(_("Prepare another conversation"), FIELDS[0])
        card = section("card", self._head(), [*first, *fields])
        page = card_page(self.card, self._head())
        paper = printing("print", _("Print this card"), self._head(), page)
        return [*self.chooser(), card, paper, *another]

    def lines(self) -> list[Line]:
        """Return what to look at again, or that the card is ready."""
        if not self.row:
            return []
        dossier = self.work.dossier
        called = next(one for one in dossier.stakeholders if one.id == self.row[self.WHO])
        warning = with_party_groups(dossier.body) if called.kind is Kind.FRACTIE else ""
        return check_lines(findings(self.card), warning)

    def _head(self) -> str:
        return _("Conversation with: {who}").format(who=self.people[self.row[self.WHO]])

    def _field(self, name: str) -> Item:
        hint = _(HINTS[name]) if name in HINTS else ""
        return self.text(self.cell(name), _(LABELS[name]), hint, _ROWS.get(name, 2))
