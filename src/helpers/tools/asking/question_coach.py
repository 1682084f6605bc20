"""The question coach: what somebody would say, what it is, and one better wording."""

from functools import lru_cache
from typing import Any

from helpers.analysis.questions.marks import pieces, shown_words
from helpers.analysis.questions.reading import LONGEST, Reading, read_utterance
from helpers.analysis.questions.rules import build_rules
from helpers.texts.language import N_, _, language
from helpers.texts.numbers import listed
from helpers.tools.asking.question_words import (
    FORM_WHYS,
    FUNCTION_WHYS,
    FUNCTIONS,
    advice,
    form_name,
    unread,
)
from helpers.tools.controls.forms import QuestionCoachForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.forms.typed import field_texts, place_of
from helpers.tools.still import Still
from helpers.training.own_text import clean
from helpers.training.tried_lines import MOST, open_tried_lines

_TITLE = N_("Question coach")
_LABEL = N_("What would you say?")
_HINT = N_("One line, as you would say it to the other. Enter reads it. No names of persons.")
_read = lru_cache(4 * MOST)(read_utterance)


class QuestionCoach(FormTool):
    """A field for a line, what the rules say about it, and the lines that were tried before."""

    view: QuestionCoachForm

    def __init__(self) -> None:
        super().__init__(open_tried_lines(), "coach")
        build_rules()
        self.line: str | None = None
        self._count = 0
        self._emptied: tuple[str, ...] = ()
        self._note = ""
        self.view = QuestionCoachForm(about=_about() | {"place": place_of(self, self.key)})
        self.start()

    def take(self, said: dict[str, Any]) -> None:
        """Read a line, keep one that was not read yet, or empty the list and put it back."""
        self._note = ""
        step = {
            "read": self._read_line,
            "keep": self._keep,
            "empty": self._empty,
            "put_back": self._put_back,
        }.get(text_of(said, "do"))
        if step:
            step(said)

    def _read_line(self, said: dict[str, Any]) -> None:
        self.line = clean(text_of(said)).strip()
        self._count += 1
        self._keep(said)

    def _keep(self, said: dict[str, Any]) -> None:
        line = clean(text_of(said)).strip()
        if not unread(_read(line).form_why, LONGEST):
            self.work.add(line)

    def _empty(self, said: dict[str, Any]) -> None:
        self._emptied = self.work.empty()
        self._note = _("The list is empty.")

    def _put_back(self, said: dict[str, Any]) -> None:
        if self._emptied:
            self.work.put_back(self._emptied)
            self._emptied = ()
            self._note = _("The list is back.")

    def redraw(self) -> None:
        """Show the reading of the line and the lines that were tried."""
        with self.view.hold_sync():
            self.view.reading = {} if self.line is None else _shown(self.line) | {"n": self._count}
            self.view.tried = [_row(line) for line in self.work.lines]
            self.view.emptied = bool(self._emptied)
            self.view.note = self._note
            self.view.notice = self.work.notice

    @property
    def still(self) -> Still:
        """The field with room to write; what somebody typed never gets into a notebook."""
        how = _(
            "On the screen you type what you would say, and read what kind of sentence it is and "
            "what it asks about."
        )
        return Still([("h3", _(_TITLE)), ("p", how), ("p", _(_LABEL)), ("p", "……………………")])

    def still_html(self) -> str:
        """Return the field with room to write."""
        return self.still.html

    def still_text(self) -> str:
        """Return the label of the field."""
        return self.still.text


def _shown(line: str) -> dict[str, Any]:
    """Return what the page shows of a line; ``said`` is what a screen reader hears at once."""
    reading = _read(line)
    problem = unread(reading.form_why, LONGEST)
    if problem:
        return {"problem": problem, "said": problem}
    spans = {"form": reading.form_spans, "function": reading.function_spans}
    parts = [_form_part(line, reading), _function_part(line, reading)]
    offer = _offer(reading)
    heads = [part["head"] or part["why"] for part in parts]
    return {
        "line": [one._asdict() for one in pieces(line, spans)],
        "parts": parts,
        "offer": offer,
        "said": " ".join(_ended(one) for one in [*heads, offer.get("line", "")] if one),
    }


def _ended(said: str) -> str:
    return said if said[-1] in ".?!…" else f"{said}."


def _form_part(line: str, reading: Reading) -> dict[str, str]:
    if reading.form is None:
        head = _("I do not know for sure what this is")
    else:
        head = _("Form: {form}").format(form=form_name(reading.form, reading.form_why))
    why = _(FORM_WHYS[reading.form_why])
    return {"head": head, "seen": _seen(line, reading.form_spans), "why": why}


def _function_part(line: str, reading: Reading) -> dict[str, str]:
    head = ""
    if reading.function:
        head = _("You ask about: {function}").format(function=_(FUNCTIONS[reading.function]))
    why = _(FUNCTION_WHYS[reading.function_why])
    return {"head": head, "seen": _seen(line, reading.function_spans), "why": why}


def _seen(line: str, spans: tuple[tuple[int, int], ...]) -> str:
    words = [f'"{one}"' for one in shown_words(line, spans)]
    return _("You see it from {words}.").format(words=listed(words)) if words else ""


def _offer(reading: Reading) -> dict[str, str]:
    suggestion = reading.suggestion
    if suggestion:
        lead = advice(suggestion.id, reading.form)
        return {"title": _("It can also be said like this"), "lead": lead, "line": suggestion.line}
    return {"lead": _("This sentence can stay as it is.")} if reading.form else {}


def _row(line: str) -> dict[str, str]:
    reading = _read(line)
    form = form_name(reading.form, reading.form_why) if reading.form else _("not sure")
    put = _("Put in the field: {line}").format(line=line)
    return {"line": line, "form": form, "function": _function_name(reading), "put": put}


def _function_name(reading: Reading) -> str:
    if reading.function:
        return _(FUNCTIONS[reading.function])
    return _("not sure") if reading.function_why == "not_sure" else _("not about the matter")


def _about() -> dict[str, Any]:
    return {
        "lang": language(),
        "title": _(_TITLE),
        "label": _(_LABEL),
        "hint": _(_HINT),
        "marks": {"form": _("form"), "function": _("asks about")},
        "heads": [_("Your sentence"), _("Form"), _("Asks about"), ""],
        "texts": field_texts()
        | {
            "read": _("Read this sentence"),
            "try": _("Try this sentence"),
            "tried": _("What you tried"),
            "put": _("Put in the field"),
            "is_put": _("The sentence stands in the field. Press Enter to have it read."),
            "empty": _("Empty this list"),
            "put_back": _("Put the list back"),
        },
    }
