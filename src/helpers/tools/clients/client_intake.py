"""The intake: let the client tell, ask on in the right order, judge, and get a reasoned advice."""

from helpers.analysis.intake.advice import advise, judgements
from helpers.dossier.words import Answer, Rung, Size
from helpers.texts.language import N_, _
from helpers.texts.numbers import day
from helpers.tools.clients.assignment_sheet import AssignmentSheet
from helpers.tools.clients.intake_words import HEADS, HINTS, OFFERED, advice_lines, rung_name
from helpers.tools.forms.sheet import Line
from helpers.tools.forms.sheet_items import Cell, Item, grid, group, section, told

_STORY_ROWS = 7


class ClientIntake(AssignmentSheet):
    """The assignment as given, the ladder of questions, your own judgement, and the advice."""

    TITLE = N_("Intake: what does the client need?")

    def items(self) -> list[Item]:
        """Return the sections of the intake, in the order of the conversation."""
        if not self.row:
            return [self.nobody()]
        steps = [self._step(number, rung) for number, rung in enumerate(Rung, start=1)]
        another = self.another(_("Add another assignment"), "given")
        return [*self.chooser(), self._given(), *steps, self._judged(), *another]

    def lines(self) -> list[Line]:
        """Return the advice, its reasons and what they rest on."""
        if not self.row:
            return []
        advice = advise(self.assignment, self.heard)
        return advice_lines(advice, self.assignment, self.steps, self.parts)

    def _given(self) -> Item:
        hint = _("Literally, as it was said or written. You need not agree with it.")
        fields = [
            self.who(_("Who gives the assignment?")),
            self.text(self.cell("given"), _("What does the client ask?"), hint),
            self.date(self.cell("wanted_by"), _("When does the client want it done?")),
        ]
        return section("given", _("The assignment as it was given"), fields)

    def _step(self, number: int, rung: Rung) -> Item:
        rows = [one for one in self.heard if one.rung is rung]
        stem = f"{self.row['id'][:20]}_{rung}"
        items = []
        if not next(step for step in self.steps if step.rung is rung).told:
            asked = [_("You can ask: “{words}”").format(words=_(one)) for one in OFFERED[rung]]
            items.append(told(f"offered {rung}", *asked, look="dv-note"))
        for at, key in enumerate(self.keys("intake", stem, rows), start=1):
            items += self._heard(rung, key, at)
        if rows:
            opens = self._heard_cell(rung, self.next_key("intake", stem)).id
            label = _("Add what else you heard ({about})").format(about=rung_name(rung))
            items.append(
                self.button(f"more {rung}", label, opens, lambda _v: self.more("intake", stem))
            )
        return section(f"step {rung}", f"{number}. {_(HEADS[rung])}", items)

    def _heard_cell(self, rung: Rung, key: str, name: str = "heard") -> Cell:
        return Cell("intake", {"id": key, "assignment": self.row["id"], "rung": rung}, name)

    def _heard(self, rung: Rung, key: str, at: int) -> list[Item]:
        about = f"{rung_name(rung)} {at}" if at > 1 else rung_name(rung)
        label = _("What did you hear? ({about})").format(about=about)
        rows = _STORY_ROWS if rung is Rung.SITUATION and at == 1 else 2
        hint = _(HINTS[rung]) if rung in HINTS and at == 1 else ""
        confirmed = _("Summarised, and the client said that it is right ({about})")
        return [
            self.text(self._heard_cell(rung, key), label, hint, rows),
            told(f"source {key}", self._source(key), look="dv-note"),
            self.tick(self._heard_cell(rung, key, "confirmed"), confirmed.format(about=about)),
        ]

    def _source(self, key: str) -> str:
        row = next((one for one in self.heard if one.id == key), None)
        talks = {one.id: one for one in self.work.dossier.contacts}
        if row and row.contact:
            talk = talks[row.contact]
            where = ", ".join(one for one in (talk.channel, day(talk.date)) if one)
            return _("Heard in: {where}").format(where=where)
        return _("Read in: {where}").format(where=row.source) if row and row.source else ""

    def _judged(self) -> Item:
        names = judgements(self.assignment)
        items = [grid("judgements", [self.choice(self.cell(name)) for name in names])]
        if self.assignment.ready_made == Answer.YES:
            items.append(self.text(self.cell("solution"), _("Which solution is that?")))
        if self.assignment.size is Size.TOO_BIG:
            items += self._parts()
        what = _("What happens if you carry it out as it was given?")
        items.append(self.text(self.cell("consequences"), what))
        items.append(self.text(self.cell("alternatives"), _("What can you offer instead?")))
        return section("judged", _("Your own judgement"), items)

    def _parts(self) -> list[Item]:
        stem = f"{self.row['id'][:30]}_part"
        keys = self.keys("parts", stem, self.parts)
        items = [self._part(key, at) for at, key in enumerate(keys, start=1)]
        if self.parts:
            opens = self._part_cell(self.next_key("parts", stem), "part").id
            label = _("Add a part")
            items.append(
                self.button("more parts", label, opens, lambda _v: self.more("parts", stem))
            )
        return items

    def _part_cell(self, key: str, name: str) -> Cell:
        return Cell("parts", {"id": key, "assignment": self.row["id"]}, name)

    def _part(self, key: str, at: int) -> Item:
        part, whom, agreed = (
            self._part_cell(key, name) for name in ("part", "with_whom", "agreed")
        )
        fields = [
            self.text(part, _("What is this part?"), rows=1),
            self.text(whom, _("Who can do it?"), _("A role or a team, no name."), rows=1),
            self.tick(agreed, _("Agreed with them")),
        ]
        return group(f"part {key}", _("Part {n}").format(n=at), fields)
