"""What is due and when, and the same as entries for a calendar."""

from collections.abc import Iterable, Mapping
from datetime import date

from helpers.analysis.reminders import Due, Reminder, behind, reminders
from helpers.dossier.model import Dossier
from helpers.report.agenda import Entry, agenda
from helpers.texts.language import N_, _, ngettext
from helpers.texts.numbers import day, listed
from helpers.tools.forms.sheet import Line
from helpers.tools.forms.sheet_items import Item, section, told
from helpers.tools.own.overview import Overview
from helpers.tools.own.row_names import fewer
from helpers.training.start_dossier import open_start_dossier
from helpers.training.working_copy import WorkingCopy

_MOST = 5
_NOTHING = N_("Nothing is due. Give the steps of your route a date, then this fills up.")
_HOW = N_(
    "The file opens in Outlook and other calendars. It says how much there is to do, not "
    "about whom: others may see your calendar."
)
_PAST = {
    Due.STEP: N_("Step on the route, still open: {names}"),
    Due.ASSIGNMENT: N_("The assignment of {names} was wanted"),
}
_BEHIND = N_(
    "This does not go into your calendar. Is a step done? Then tick that at the step. Else give it "
    "another day."
)
_SAID = {
    Due.STEP: N_("Step on the route: {names}"),
    Due.REVIEW: N_("Look again at what matters to {names}"),
    Due.PARTNER: N_("Speak again with {names}, as agreed"),
    Due.ASSIGNMENT: N_("The assignment of {names} is wanted"),
    Due.CONVERSATION: N_("The prepared conversation with {names}"),
}
_COUNTED = {
    Due.STEP: lambda n: ngettext("{n} step of the route", "{n} steps of the route", n),
    Due.REVIEW: lambda n: ngettext("look again at {n} interest", "look again at {n} interests", n),
    Due.PARTNER: lambda n: ngettext(
        "speak again with {n} partner", "speak again with {n} partners", n
    ),
    Due.ASSIGNMENT: lambda n: ngettext("{n} assignment is wanted", "{n} assignments are wanted", n),
    Due.CONVERSATION: lambda n: ngettext(
        "{n} prepared conversation", "{n} prepared conversations", n
    ),
}


class Reminders(Overview):
    """What is due before which day, from the dossier and from the intentions."""

    TITLE = N_("What is due, and when")

    def __init__(self, work: WorkingCopy) -> None:
        self.page = open_start_dossier()
        super().__init__(work)
        self.page.on_change(self._follow)

    @property
    def concerns(self) -> object:
        """The whole dossier, and the intentions."""
        return self.work.dossier, self.page.page.intentions, self.work.notice

    @property
    def _intentions(self) -> list[tuple[date, str, str]]:
        """The day, the lesson and the text of each intention that is not done, by day."""
        found = self.page.page.intentions.items()
        left = [(one.day, lesson, one.text.strip()) for lesson, one in found if not one.done]
        return sorted((day, lesson, text) for day, lesson, text in left if day and text)

    def items(self) -> list[Item]:
        """Return what is due by day, the intentions, a button for the calendar and what is past."""
        dossier = self.work.dossier
        due = [
            told(f"{one.day} {one.due}", _on(one.day.date(), _sentence(one, dossier, _SAID)))
            for one in reminders(dossier)
        ]
        meant = [
            told(f"intention {lesson}", _on(when, text))
            for when, lesson, text in self._intentions
            if when >= dossier.as_of
        ]
        parts = [
            section("due", _("From your dossier"), due),
            section("meant", _("Your intentions"), meant),
        ]
        shown = [part for part in parts if part["items"]]
        late = section("behind", _("Of which the day is past"), self._behind())
        below = [late] if late["items"] else []
        if not shown:
            return below or [told("nothing", _(_NOTHING))]
        return [*shown, *self._calendar(), *below]

    def _behind(self) -> list[Item]:
        """Return the steps, assignments and intentions that are open while their day is past."""
        dossier = self.work.dossier
        lines = [_on(one.day.date(), _sentence(one, dossier, _PAST)) for one in behind(dossier)]
        lines += [_on(when, text) for when, _key, text in self._intentions if when < dossier.as_of]
        return [told("past", *lines), told("past how", _(_BEHIND))] if lines else []

    def _calendar(self) -> list[Item]:
        """Return a button for the calendar, and what its file does and does not say."""
        label = _("Put this in my calendar")
        button = self.button("agenda", label, "agenda", lambda _value: self._to_agenda())
        return [button, told("how", _(_HOW), look="dv-note")]

    def lines(self) -> list[Line]:
        """Return nothing: all there is stands on the sheet."""
        return []

    def _to_agenda(self) -> None:
        dossier = self.work.dossier
        entries = [*_entries(dossier), *self._intended()]
        self.give(f"{dossier.id}.ics", agenda(entries, dossier.as_of))
        self._note = _("The calendar file is among your downloads.")

    def _intended(self) -> Iterable[Entry]:
        what = _("{title}: your intention").format(title=self.work.dossier.title)
        for when, lesson, _text in self._intentions:
            if when >= self.work.dossier.as_of:
                yield Entry(when, f"intention-{lesson}", what, "")


def _entries(dossier: Dossier) -> Iterable[Entry]:
    for one in reminders(dossier):
        count = _COUNTED[one.due](len(one.rows)).format(n=len(one.rows))
        when = one.day.date()
        name = f"{dossier.id}-{one.due}-{when}"
        yield Entry(when, name, f"{dossier.title}: {count}", "")


def _on(when: date, said: str) -> str:
    return f"{day(when)}: {said}"


def _sentence(one: Reminder, dossier: Dossier, sentences: Mapping[Due, str]) -> str:
    names = listed(fewer(_names(one, dossier), _MOST))
    return _(sentences[one.due]).format(names=names)


def _names(one: Reminder, dossier: Dossier) -> Iterable[str]:
    people = {row.id: row.name for row in dossier.stakeholders}
    owners = {
        Due.STEP: {row.id: row.name for row in dossier.route},
        Due.REVIEW: {row.id: people[row.stakeholder] for row in dossier.interests},
        Due.PARTNER: {row.id: row.name for row in dossier.partners},
        Due.ASSIGNMENT: {row.id: people[row.client] for row in dossier.assignments},
        Due.CONVERSATION: {row.id: people[row.stakeholder] for row in dossier.preparations},
    }[one.due]
    return (owners[row] for row in one.rows)
