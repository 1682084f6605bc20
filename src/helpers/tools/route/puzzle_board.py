"""The puzzle board: the route, who speaks for the paper, who is convinced and what comes next."""

import html
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import ipywidgets as widgets
import pandas as pd

from helpers.analysis.route import DONE, next_step, route_ahead
from helpers.dossier.model import Dossier
from helpers.pictures.image import drawn, svg_html
from helpers.pictures.route_line import describe_route, draw_route
from helpers.texts.language import N_, _
from helpers.texts.numbers import day, listed
from helpers.tools.controls.controls import Spoken
from helpers.tools.controls.rows import StepBoard, texts
from helpers.tools.controls.undo import UndoButtons
from helpers.tools.forms.typed import form_words, place_of, typed_day
from helpers.tools.missing import missing
from helpers.tools.route.route_rows import SIDES, People, step_row, taker, takers, when
from helpers.tools.tool import Tool, answering
from helpers.training.working_copy import Action, Taker, WorkingCopy

_FIELDS = ("what", "who", "by", "speaker")
_GONE = N_("This step is no longer in the dossier. Copy what you typed if you want to keep it.")


class PuzzleBoard(Tool):
    """The steps to the decision; for each who speaks, who is convinced and what is agreed."""

    def __init__(self, work: WorkingCopy) -> None:
        super().__init__(work)
        self.outcome = Spoken()
        self.undo = UndoButtons(work)
        self.board = StepBoard(
            words={
                "caption": _("The route to the decision. Choose a step."),
                **form_words(),
            },
            place=place_of(self, work.name),
        )
        self.view = widgets.VBox([self.outcome, self.undo, self.board])
        self.start()
        self.board.hear(answering(self, self._take))

    @property
    def ahead(self) -> pd.DataFrame:
        """What :func:`~helpers.analysis.route.route_ahead` gives, with ``speaker_name``."""
        return _ahead(self.work.dossier)

    @property
    def _people(self) -> People:
        return {one.id: one for one in self.work.dossier.stakeholders}

    @property
    def concerns(self) -> object:
        """The route, the contacts, what was agreed, and the names in it."""
        dossier, work = self.work.dossier, self.work
        people = tuple((one.id, one.name, one.kind) for one in dossier.stakeholders)
        tables = (dossier.route, dossier.contacts, dossier.as_of, dossier.body)
        return people, tables, work.actions, work.can_undo, work.notice

    def redraw(self) -> None:
        """Bring sentences and board in line with the working copy."""
        ahead, people, actions = self.ahead, self._people, self.work.actions
        body = self.work.dossier.body
        first = next_step(ahead)
        rows = ahead.to_dict("records")
        self.outcome.lines = self._lines(ahead)
        with self.board.hold_sync():
            self.board.chosen = "" if first is None else str(first["id"])
            self.board.steps = [step_row(one, people, actions.get(one["id"]), body) for one in rows]

    def fail(self, sentence: str) -> None:
        """Show the sentence above the board."""
        self.outcome.lines = [{"text": sentence, "look": "dv-alert"}]

    def _lines(self, ahead: pd.DataFrame) -> list[dict[str, str]]:
        first, rest = next_step(ahead), ahead[ahead["state"] != DONE]
        if not len(ahead):
            return [{"text": text} for text in missing(self.work.dossier, "route")]
        lead = _("All steps are done.")
        if first is not None:
            lead = _("Next step: {name}, {when}.").format(
                name=first["name"], when=when(dict(first))
            )
        lines = [{"text": lead, "look": "dv-lead"}]
        sides = rest[rest["body"].isin(SIDES)]
        bare = sides.loc[sides["nobody_convinced"], "name"]
        mute = sides.loc[sides["speaker"] == "", "name"]
        if len(bare):
            text = _("Nobody is completely convinced yet at: {steps}.")
            lines.append({"text": text.format(steps=listed(bare)), "look": "dv-alert"})
        elif len(sides):
            text = _(
                "At every step where a side is taken, at least one is convinced. "
                "Whether that is enough, it does not say: look also at who is not known yet."
            )
            lines.append({"text": text})
        if len(mute):
            text = _("Nobody speaks for the paper yet at: {steps}.")
            lines.append({"text": text.format(steps=listed(mute)), "look": "dv-alert"})
        agreed = sum(key in self.work.actions for key in rest["id"])
        if len(rest):
            text = _("For {n} of the {all} steps to come you have agreed what to do.")
            lines.append({"text": text.format(n=agreed, all=len(rest))})
        if self.work.notice:
            lines.append({"text": self.work.notice, "look": "dv-alert"})
        return lines

    def _take(self, said: dict[str, Any]) -> dict[str, str]:
        what, key = said.get("what"), str(said.get("key", ""))
        values = texts(said.get("values"), _FIELDS)
        step = next((one for one in self.work.dossier.route if one.id == key), None)
        errors: dict[str, str] = {}
        if step is None:
            errors = {"": _(_GONE)}
        elif what == "plan":
            errors = self._plan(key, values)
        elif what == "clear":
            self.work.plan(key, step.speaker, None)
        elif what in ("done", "open"):
            self.work.change("route", key, done=what == "done")
        return errors

    def _plan(self, key: str, values: dict[str, str]) -> dict[str, str]:
        speaker = values.get("speaker", "") or None
        errors = self.work.problems("route", key, speaker=speaker) | self._wrong(key, values)
        if errors:
            return errors
        what, by = values.get("what", "").strip(), typed_day(values.get("by", ""))
        action = Action(what=what, who=Taker(values["who"]), by=by) if what else None
        self.work.plan(key, speaker, action)
        return {}

    def _wrong(self, key: str, values: dict[str, str]) -> dict[str, str]:
        """Return what is wrong with an agreement: a sentence by field."""
        step = next(one for one in self.work.dossier.route if one.id == key)
        errors = {}
        if values.get("who") not in takers(step.body):
            errors["who"] = _("Choose who does it.")
        if not values.get("what", "").strip():
            if values.get("by"):
                errors["what"] = _("Write down what is going to happen, or leave the day empty.")
            elif (values.get("speaker") or None) == step.speaker:
                errors["what"] = _("Write down what is going to happen, or press Cancel.")
        try:
            by = typed_day(values.get("by", ""))
        except ValueError as error:
            return {**errors, "by": str(error)}
        if by and step.date and by > step.date:
            text = _("That is after the step itself, which is on {day}.")
            errors["by"] = text.format(day=day(step.date))
        return errors

    def still_html(self) -> str:
        """Return the sentences, the route as a picture and what is agreed, without controls."""
        ahead = self.ahead
        told = [f"<p>{html.escape(line['text'])}</p>" for line in self._lines(ahead)]
        if not len(ahead):
            return "".join(told)
        svg = drawn(draw_route, (11, 0.6 + 0.55 * len(ahead)), ahead)
        told.append(svg_html(svg, describe_route(ahead)))
        rows = [self._still_row(one) for one in ahead.to_dict("records") if one["state"] != DONE]
        return "".join(told) + pd.DataFrame(rows).to_html(index=False, border=0)

    def _still_row(self, one: Mapping[Any, Any]) -> dict[str, str]:
        action = self.work.actions.get(one["id"])
        agreed = _("Nothing agreed yet.")
        if action:
            agreed = f"{action.what} ({taker(action.who, self.work.dossier.body)})"
        return {
            _("Step"): one["name"],
            _("What can still happen"): one["can_happen"],
            _("What you agree to do for this step"): agreed,
        }

    def still_text(self) -> str:
        """Return in words how the route stands."""
        return "\n".join(line["text"] for line in self._lines(self.ahead))


@lru_cache(maxsize=4)
def _ahead(dossier: Dossier) -> pd.DataFrame:
    route, who, talks = map(dossier.table, ("route", "stakeholders", "contacts"))
    table = route_ahead(route, who, talks, dossier.as_of)
    people = {one.id: one for one in dossier.stakeholders}
    names = [people[key].name if key else "" for key in table["speaker"]]
    return table.assign(speaker_name=pd.Series(names, index=table.index, dtype=object))
