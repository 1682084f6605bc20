"""The interest list: who has what at stake, what is not known yet and what to look at again."""

import html
from typing import Any

import ipywidgets as widgets
import traitlets

from helpers.dossier.words import SourceKind
from helpers.texts.language import N_, _, ngettext
from helpers.tools.controls.controls import Choices, Spoken
from helpers.tools.controls.rows import EntryList, options, texts
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.forms.typed import form_words, place_of
from helpers.tools.missing import missing
from helpers.tools.stakeholders.interest_looks import Look, counted, looks_of
from helpers.tools.stakeholders.interest_rows import FIELDS, entry, fields, form_values
from helpers.tools.stakeholders.stakes_picture import StakesPicture
from helpers.tools.tool import Tool, answering, guarded
from helpers.training.working_copy import WorkingCopy

_ALL, _DUE, _UNKNOWN, _ASSUMED = "all", "due", "unknown", "assumed"
_GONE = N_("This interest is no longer in the dossier. Copy what you typed if you want to keep it.")


class InterestList(Tool):
    """All interests, grouped by stakeholder; what matters most to the decision stands on top."""

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self._told = ""
        self.outcome = Spoken()
        self.undo = UndoButtons(work)
        self.filter = Choices(caption=_("What do you want to see?"))
        self.list = EntryList(
            fields=fields(),
            words={
                "add": _("Add an interest"),
                "edit": _("Change"),
                "edit_one": _("Change: {name}"),
                "group_by": "stakeholder",
                **form_words(),
                "remove": _("Remove this interest"),
            },
            place=place_of(self, work.name),
        )
        self.field = StakesPicture()
        self.filter.layout.flex = "0 1 32rem"
        row = {"flex_flow": "row wrap", "align_items": "flex-end", "grid_gap": "0.5rem 1.5rem"}
        choices = widgets.Box([self.filter, self.undo], layout=row)
        self.view = widgets.VBox([self.outcome, choices, self.list, self.field])
        self.start()
        self.filter.observe(self._filtered, "value")
        self.list.hear(answering(self, self._take))
        self.field.observe(self._filtered, "unfolded")

    @property
    def looks(self) -> dict[str, Look]:
        """What the analysis says of each interest, by its id; what matters most stands first."""
        return looks_of(self.work.dossier)

    def _chosen(self, looks: dict[str, Look]) -> dict[str, Look]:
        """Return what the two choices above the list leave."""
        who, which = self.filter.value["who"], self.filter.value["which"]
        rows = self.work.dossier.interests
        assumed = {row.id for row in rows if row.source_kind is SourceKind.ASSUMPTION}
        kept = {
            _ALL: looks.keys(),
            _DUE: {key for key, look in looks.items() if look.due},
            _UNKNOWN: {key for key, look in looks.items() if look.unknown},
            _ASSUMED: assumed,
        }[which]
        return {
            key: look
            for key, look in looks.items()
            if who in (_ALL, look.stakeholder) and key in kept
        }

    @property
    def concerns(self) -> object:
        """The interests, how options work out on them, and whose they are."""
        dossier, work = self.work.dossier, self.work
        people = tuple((one.id, one.name, one.kind) for one in dossier.stakeholders)
        tables = (dossier.interests, dossier.effects, dossier.options, dossier.route)
        given = dossier.values
        return people, tables, given, work.can_undo, work.notice

    def redraw(self) -> None:
        """Bring choices, sentences and list in line with the working copy."""
        self._redraw_filter()
        self._redraw_list()

    def fail(self, sentence: str) -> None:
        """Show the sentence where the counts stand."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    def _redraw_filter(self) -> None:
        people = [(one.id, one.name) for one in self.work.dossier.stakeholders]
        which = {
            _ALL: _("all interests"),
            _DUE: _("only what is due for review"),
            _UNKNOWN: _("only what is not known yet"),
            _ASSUMED: _("only what rests on an assumption"),
        }
        rows = [
            {"id": "who", "label": _("Whose"), "options": options((_ALL, _("everyone")), *people)},
            {"id": "which", "label": _("Which"), "options": options(*which.items())},
        ]
        if self.filter.rows != rows:
            now = {"who": _ALL, "which": _ALL, **self.filter.value}
            with self.filter.hold_sync():
                self.filter.rows = rows
                self.filter.value = {
                    **now,
                    "who": now["who"] if now["who"] in dict(people) else _ALL,
                }
        first = {"id": "stakeholder", "label": _("Whose interest is it?"), "kind": "choice"}
        self.list.first = [{**first, "options": options(("", _("Choose who it is")), *people)}]

    def _redraw_list(self) -> None:
        looks, chosen = self.looks, self.filter.value
        shown = self._chosen(looks)
        today = self.work.dossier.as_of.isoformat()
        who = "" if chosen["who"] == _ALL else chosen["who"]
        with self.list.hold_sync():
            self.list.view = f"{chosen['who']} {chosen['which']}"
            self.list.fresh = {"stakeholder": who, "certainty": "1", "date": today}
            self.list.groups = self._groups(shown, set(chosen.values()) != {_ALL})
        self.outcome.lines = self._lines(looks, len(shown))
        self.field.show(self.work.dossier, who)

    def _groups(self, shown: dict[str, Look], filtered: bool = False) -> list[dict[str, Any]]:
        """Return the groups; who has no interest yet comes last, unless the list is filtered."""
        people = {one.id: one.name for one in self.work.dossier.stakeholders}
        alone = {one.id for one in self.work.dossier.fracties if one.seats == 1}
        options = {one.id: one.name for one in self.work.dossier.options}
        rows = {row.id: row for row in self.work.dossier.interests}
        held: dict[str, list[str]] = {}
        for key, look in shown.items():
            held.setdefault(look.stakeholder, []).append(key)
        silent = [] if filtered else [key for key in people if key not in held]
        return [
            {
                "id": who,
                "label": people[who],
                "note": _count(len(keys)),
                "marks": counted([shown[key] for key in keys], who in alone),
                "open": filtered or at == 0,
                "entries": [entry(rows[key], shown[key], options) for key in keys],
            }
            for at, (who, keys) in enumerate([*held.items(), *((key, []) for key in silent)])
        ]

    def _lines(self, looks: dict[str, Look], shown: int) -> list[dict[str, str]]:
        people = len(self.work.dossier.stakeholders)
        count = _("{interests} of {stakeholders}").format(
            interests=ngettext("{n} interest", "{n} interests", len(looks)).format(n=len(looks)),
            stakeholders=ngettext("{n} stakeholder", "{n} stakeholders", people).format(n=people),
        )
        unsaid = sum(look.unsaid for look in looks.values())
        due = sum(look.due for look in looks.values())
        lines: list[dict[str, str]] = [{"text": count, "look": "dv-lead"}]
        if not looks:
            lacks = missing(self.work.dossier, "people" if not people else "interests")
            return [*lines, *({"text": text} for text in lacks), *self._news()]
        told = [_("On top stand those for whom this decision matters most.")]
        if unsaid:
            text = ngettext(
                "Of {n} position you do not know yet which interest is behind it.",
                "Of {n} positions you do not know yet which interest is behind them.",
                unsaid,
            )
            told.append(text.format(n=unsaid))
        if due:
            text = ngettext("{n} is due for review.", "{n} are due for review.", due)
            told.append(text.format(n=due))
        lines.append({"text": " ".join(told)})
        if shown < len(looks):
            lines.append({"text": _("You now see {n} of them.").format(n=shown)})
        return [*lines, *self._news()]

    def _news(self) -> list[dict[str, str]]:
        """Return what was just done, and what went wrong with saving."""
        told = [{"text": self._told}] if self._told else []
        notice = self.work.notice
        return [*told, {"text": notice, "look": "dv-alert"}] if notice else told

    @guarded
    def _filtered(self, change: traitlets.Bunch) -> None:
        if not self._drawing:
            self._redraw_list()

    def _take(self, said: dict[str, Any]) -> dict[str, str]:
        what, key = said.get("what"), str(said.get("key", ""))
        values = texts(said.get("values"), ("stakeholder", *FIELDS))
        today = self.work.dossier.as_of
        errors: dict[str, str] = {}
        self._told = ""
        if what == "add":
            errors = self._add(values)
        elif key not in {row.id for row in self.work.dossier.interests}:
            errors = {"": _(_GONE)}
        elif what == "save":
            errors = self._save(key, values)
        elif what == "remove":
            self._told = _("The interest is removed. With Undo you get it back.")
            self.work.remove_interest(key)
        elif what == "again":
            self.work.change("interests", key, review_by=today)
        elif what == "holds":
            self.work.change("interests", key, date=today, review_by=None)
        return errors

    def _add(self, values: dict[str, str]) -> dict[str, str]:
        errors = self._wrong("", values)
        if not errors:
            self.work.add("interests", values["stakeholder"], **values)
        return errors

    def _save(self, key: str, values: dict[str, str]) -> dict[str, str]:
        """Change only what was changed in the form: another window may have changed the rest."""
        row = next(row for row in self.work.dossier.interests if row.id == key)
        shown = form_values(row)
        changed = {name: text for name, text in values.items() if text != shown.get(name)}
        errors = self._wrong(key, {**shown, **values})
        if changed and not errors:
            self.work.change("interests", key, **changed)
        return errors

    def _wrong(self, key: str, values: dict[str, str]) -> dict[str, str]:
        if not key and not values.get("stakeholder"):
            return {"stakeholder": _("Choose whose interest this is.")}
        if not values.get("position", "").strip() and not values.get("interest", "").strip():
            text = _("Write down what they say, or what is behind it. One of the two is enough.")
            return {"position": text}
        errors = self.work.problems("interests", key, **values)
        written, again = values.get("date", ""), values.get("review_by", "")
        if not errors and written and again and again < written:
            errors = {"review_by": _("This day comes before the day on which it was written down.")}
        return errors

    def still_html(self) -> str:
        """Return the counts and the whole list without controls."""
        looks = self.looks
        told = [f"<p>{html.escape(line['text'])}</p>" for line in self._lines(looks, len(looks))]
        for group in self._groups(looks):
            head = " ".join(
                [group["note"], *(f"{m['symbol']} {m['text']}" for m in group["marks"])]
            )
            told.append(f"<h4>{html.escape(group['label'])}</h4><p>{html.escape(head)}</p>")
            told.append("<ul>" + "".join(map(_still_entry, group["entries"])) + "</ul>")
        return "".join(told)

    def still_text(self) -> str:
        """Return in words how many interests there are and what is not known."""
        looks = self.looks
        return "\n".join(line["text"] for line in self._lines(looks, len(looks)))


def _count(interests: int) -> str:
    if not interests:
        return _("no interest written down yet")
    return ngettext("{n} interest", "{n} interests", interests).format(n=interests)


def _still_entry(one: dict[str, Any]) -> str:
    lines = [line["text"] for line in one["lines"]]
    lines += [f"{mark['symbol']} {mark['text']}" for mark in one["marks"]]
    told = "<br>".join(html.escape(text) for text in lines)
    return f"<li><strong>{html.escape(one['title'])}</strong><br>{told}</li>"
