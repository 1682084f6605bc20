"""The next best question: what to ask, whom, who asks it, and what an answer changes."""

import html
from typing import Any

import ipywidgets as widgets

from helpers.dossier.words import SourceKind
from helpers.texts.language import N_, _
from helpers.tools.asking.answered import Told, answered
from helpers.tools.asking.asked_words import changed, standing_lines
from helpers.tools.asking.asking import Asking, Question, asking
from helpers.tools.asking.question_rows import FIELDS, fields, groups
from helpers.tools.controls.controls import Spoken
from helpers.tools.controls.rows import EntryList, texts
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.forms.typed import form_words, place_of
from helpers.tools.tool import Tool, answering
from helpers.tools.votes.standing import Lines, Standing, standing
from helpers.training.own_text import clean
from helpers.training.working_copy import WorkingCopy

_GONE = N_(
    "This question is no longer in the list. Copy what you typed if you want to keep it, "
    "or press Cancel."
)


class NextQuestion(Tool):
    """What to ask next, ranked by what the answers would change; an answer can be filled in."""

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self._changed = (-1, "")
        self.outcome = Spoken()
        self.undo = UndoButtons(work)
        words = {"edit": _("Fill in the answer"), "edit_one": _("The answer to: {name}")}
        saving = {name: text for name, text in form_words().items() if name != "remove"}
        self.list = EntryList(
            words={**words, **saving},
            fields=fields(work.dossier, None),
            place=place_of(self, work.name),
        )
        self.view = widgets.VBox([self.outcome, self.undo, self.list])
        self.start()
        self.list.hear(answering(self, self._take))

    @property
    def found(self) -> Asking:
        """The questions of the working copy, the best first."""
        return asking(self.work.dossier)

    @property
    def stand(self) -> Standing | None:
        """How the vote stands; nothing when nobody votes or nothing is proposed."""
        dossier = self.work.dossier
        if not dossier.proposal or not any(one.seats for one in dossier.fracties):
            return None
        return standing(dossier, self.work.package)

    @property
    def concerns(self) -> object:
        """What the questions and the chance rest on; the route and the contacts are not in it."""
        dossier, work = self.work.dossier, self.work
        wants = (dossier.stakeholders, dossier.interests, dossier.effects, dossier.thresholds)
        rule = (
            dossier.values,
            dossier.options,
            dossier.issues,
            dossier.shared_factor,
            dossier.body,
        )
        return wants, rule, work.package, work.notice

    def redraw(self) -> None:
        """Bring sentences and list in line with the working copy."""
        self.list.groups = groups(self.work.dossier, self.found)
        self.outcome.lines = self._lines()

    def fail(self, sentence: str) -> None:
        """Show the sentence above the list."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    def _lines(self) -> Lines:
        told = self._changed[1] if self._changed[0] == self.work.revision else ""
        lines = standing_lines(self.work.dossier, self.found, self.stand, told)
        if self.work.notice:
            lines.append({"text": self.work.notice, "look": "dv-alert"})
        return lines

    def _take(self, said: dict[str, Any]) -> dict[str, str]:
        if said.get("what") != "save":
            return {}
        key, values = said.get("key"), texts(said.get("values"), FIELDS)
        one = next((one for one in self.found.questions if one.key == key), None)
        if one is None:
            return {"": _(_GONE)}
        errors = self._wrong(one, values)
        if not errors:
            self._write(one, values)
        return errors

    def _wrong(self, one: Question, values: dict[str, str]) -> dict[str, str]:
        """Return what is wrong with an answer: a sentence by field."""
        empty = {
            "answer": _("Fill in what you heard, or press Cancel."),
            "who": _("Choose whose interest this is."),
        }
        errors = {}
        for field in fields(self.work.dossier, one):
            key, value = field["id"], clean(values.get(field["id"], "")).strip()
            choices = {option["id"] for option in field.get("options", [{"id": value}])}
            if not value and key in empty:
                errors[key] = empty[key]
            elif value not in choices:
                errors[key] = _("This choice does not exist (any more). Choose another one.")
        return errors

    def _write(self, one: Question, values: dict[str, str]) -> None:
        given = {name: clean(text).strip() for name, text in values.items()}
        told = Told(
            given["answer"],
            SourceKind(given["source_kind"]),
            given.get("source", ""),
            given.get("checked") == "yes",
            given.get("who", ""),
            given.get("weight", ""),
        )
        before = self.stand, self.found
        self.work.amend(lambda dossier: answered(dossier, one, told))
        self._changed = self.work.revision, changed(before, (self.stand, self.found))
        self.outcome.lines = self._lines()
        self.outcome.turn += 1

    def still_html(self) -> str:
        """Return the sentences and the questions without controls."""
        told = [f"<p>{html.escape(line['text'])}</p>" for line in self._lines()]
        for group in groups(self.work.dossier, self.found):
            told.append(f"<h4>{html.escape(group['label'])}</h4>")
            told.append("<ul>" + "".join(map(_still_entry, group["entries"])) + "</ul>")
        return "".join(told)

    def still_text(self) -> str:
        """Return in words how it stands and what to ask first."""
        asked = [entry["title"] for g in self.list.groups for entry in g["entries"] if g["open"]]
        return "\n".join([*(line["text"] for line in self._lines()), *asked])


def _still_entry(one: dict[str, Any]) -> str:
    told = "<br>".join(html.escape(line["text"]) for line in one["lines"])
    return f"<li><strong>{html.escape(one['title'])}</strong><br>{told}</li>"
