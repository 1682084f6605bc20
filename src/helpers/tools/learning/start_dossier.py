"""The startdossier on the page: who is there, what they want to keep safe, and your next step."""

from datetime import date
from typing import Any

from helpers.dossier.body_words import roles
from helpers.texts.language import N_, _, language
from helpers.texts.numbers import day
from helpers.tools.controls.forms import StartDossierForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.forms.typed import field_texts, place_of, typed_day
from helpers.tools.still import Still
from helpers.training.course_map import lessons
from helpers.training.own_dossiers import OwnDossiers, own_dossier
from helpers.training.start_dossier import FIELDS, SURE, Entry, open_start_dossier

_TITLE = N_("Your own dossier")
_SUBJECT = N_("What is your dossier about, and who decides on it?")
_FIELDS = {
    "who": (
        N_("Who?"),
        N_("A group, a function or an organisation. No name of a person."),
    ),
    "position": (
        N_("What do they say?"),
        N_("As literally as you can."),
    ),
    "interest": (
        N_("What do they want to keep safe?"),
        N_("Not what they say, but why. Leave it empty if you do not know yet."),
    ),
    "next_step": (
        N_("What is the next step?"),
        N_("Something small, and before which day."),
    ),
    "talks": (
        N_("Who talks with whom?"),
        N_(
            "With party groups the {alderman} talks; you prepare that together. "
            "Functions, no names."
        ),
    ),
}
_SURE = {1: N_("a guess"), 2: N_("heard or read"), 3: N_("asked and confirmed")}


class StartDossier(FormTool):
    """The participant's startdossier, with the intention of one lesson, such as ``01``."""

    view: StartDossierForm

    def __init__(self, lesson: str) -> None:
        super().__init__(open_start_dossier(), lesson[:2])
        self.lesson = lesson[:2]
        self._removed: tuple[Entry, int] | None = None
        self._note = ""
        self.view = StartDossierForm(about=_about() | {"place": place_of(self, self.lesson)})
        self.start()

    def take(self, said: dict[str, Any]) -> None:
        """Take one change of the form."""
        self._note = ""
        step = {
            "subject": self._write_subject,
            "write": self._write,
            "judge": self._judge,
            "add": self._add,
            "remove": self._remove,
            "put_back": self._put_back,
            "intend": self._intend,
            "day": self._set_day,
            "done": self._set_done,
        }.get(text_of(said, "do"))
        if step:
            step(said)

    def _write_subject(self, said: dict[str, Any]) -> None:
        self.work.write_subject(text_of(said), text_of(said, "known"))

    def _write(self, said: dict[str, Any]) -> None:
        if said.get("field") in FIELDS:
            key, field = text_of(said, "key"), text_of(said, "field")
            self.work.write(key, field, text_of(said), text_of(said, "known"))

    def _judge(self, said: dict[str, Any]) -> None:
        chosen = next((sure for sure in SURE if str(sure) == said.get("value")), None)
        self.work.judge(text_of(said, "key"), chosen)

    def _add(self, said: dict[str, Any]) -> None:
        self.work.refresh()
        entries = self.work.page.entries
        if entries and entries[-1].empty:
            self._note = _(
                "The last one is still empty. Fill that in first; then you can add another."
            )
            return
        self.work.add()
        if len(self.work.page.entries) == len(entries):
            self._note = _("More do not fit here. Take one out that is no longer needed.")

    def _remove(self, said: dict[str, Any]) -> None:
        self.work.refresh()
        entries = self.work.page.entries
        for at, entry in enumerate(entries):
            if entry.key == text_of(said, "key"):
                self._removed = (entry, at)
                self.work.remove(entry.key)
                self._note = _("{who} was taken out.").format(who=entry.who or _("An empty line"))

    def _put_back(self, said: dict[str, Any]) -> None:
        if self._removed:
            self.work.put_back(*self._removed)
            self._removed = None

    def _intend(self, said: dict[str, Any]) -> None:
        self.work.intend(self.lesson, text=text_of(said), known=text_of(said, "known"))

    def _set_day(self, said: dict[str, Any]) -> None:
        try:
            when = typed_day(text_of(said))
        except ValueError as error:
            self._note = str(error)
            return
        if when and when < date.today():
            self._note = _("That day is past. Choose one that is still to come.")
        self.work.intend(self.lesson, day=when)

    def _set_done(self, said: dict[str, Any]) -> None:
        lesson = text_of(said, "lesson")
        if lesson in self.work.page.intentions:
            self.work.intend(lesson, done=said.get("value") is True)

    def redraw(self) -> None:
        """Bring the form in line with the saved page."""
        page, view = self.work.page, self.view
        now = self.work.intention(self.lesson)
        with view.hold_sync():
            view.subject = page.subject
            view.entries = [_shown(entry) for entry in page.entries]
            view.removed = self._removed is not None
            view.intention = {"text": now.text, "day": now.day.isoformat() if now.day else ""}
            view.earlier = self._earlier()
            view.note = self._note
            view.notice = self.work.notice

    def _earlier(self) -> list[dict[str, Any]]:
        """Return the intentions of other lessons, in the order of the lessons."""
        made = sorted(self.work.page.intentions.items())
        return [
            {"lesson": lesson, "words": _intended(lesson, one.text, one.day), "done": one.done}
            for lesson, one in made
            if lesson != self.lesson and one.text.strip()
        ]

    @property
    def still(self) -> Still:
        """The questions with room to write; what somebody wrote never gets into a notebook."""
        fields = [_(label) for label, _hint in _FIELDS.values()]
        asked = [
            _(_SUBJECT),
            *fields,
            _("How do you know?"),
            _("I am going to:"),
            _("On which day?"),
        ]
        lines = [("h3", _(_TITLE)), *(("p", text) for text in _warning())]
        return Still([*lines, *(("li", f"{text} ……………………") for text in asked)])

    def still_html(self) -> str:
        """Return the questions with room to write."""
        return self.still.html

    def still_text(self) -> str:
        """Return the questions as plain text."""
        return self.still.text


def _shown(entry: Entry) -> dict[str, str]:
    return entry.model_dump() | {"sure": str(entry.sure or "")}


def _warning() -> list[str]:
    return [
        _(
            "Write functions, groups and organisations, no names of persons. Write as if it may "
            "be read: what you note down here stays in your own folder, but it can be asked for."
        )
    ]


def _about() -> dict[str, Any]:
    fields = [
        {"id": name, "label": _(label), "hint": _(hint).format(alderman=_alderman())}
        for name, (label, hint) in _FIELDS.items()
    ]
    return {
        "lang": language(),
        "title": _(_TITLE),
        "warning": _warning(),
        "subject": {"label": _(_SUBJECT), "hint": _("One or two sentences are enough.")},
        "fields": fields,
        "sure": [{"id": "", "label": _("I do not know yet")}]
        + [{"id": str(sure), "label": _(word)} for sure, word in _SURE.items()],
        "texts": field_texts()
        | {
            "entry": _("Stakeholder {n}"),
            "how_sure": _("How do you know?"),
            "add": _("Add another one"),
            "remove": _("Take out"),
            "remove_one": _("Take out stakeholder {n}"),
            "put_back": _("Put back what was taken out"),
            "intention": _("Your intention after this lesson"),
            "intend": _("I am going to:"),
            "intend_hint": _("One thing, small enough to really happen."),
            "day": _("On which day?"),
            "earlier": _("What you intended before. Was it done?"),
        },
    }


def _alderman() -> str:
    """Return who talks with party groups, as the body of the open dossier calls that one."""
    if not OwnDossiers().names:
        return _("office holder")
    return roles(own_dossier().dossier.body)["alderman"]


def _intended(lesson: str, text: str, when: date | None) -> str:
    title = next((one.title for one in lessons() if one.number == lesson), "")
    head = _("Lesson {number} {title}").format(number=lesson, title=title).strip()
    return f"{head}: {text}" + (f" ({day(when)})" if when else "")
