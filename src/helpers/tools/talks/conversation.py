"""A conversation on the page: choose a line or type your own, and see what comes of it."""

from collections.abc import Callable, Iterable
from typing import Any

from helpers.texts.language import N_, _, language, ngettext
from helpers.texts.numbers import day, number
from helpers.tools.controls.forms import ConversationForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.forms.typed import place_of
from helpers.tools.still import Still, paragraphs
from helpers.tools.talks.talk_words import blocks_of, said_of, steps_of
from helpers.training.conversations.content import ConversationError, open_conversation
from helpers.training.conversations.conversation import Conversation as Script
from helpers.training.conversations.offered import offered, words_of
from helpers.training.conversations.report import Part, report
from helpers.training.conversations.talk import Talk, close, hear_text, say_line, say_text
from helpers.training.conversations.talks import TalksFile, open_talks
from helpers.training.conversations.wording import not_read
from helpers.training.own_text import clean

_LONGEST = 2_000
_NOT_SAID = N_(
    "Your line was not said yet. Read what is written above, and say it again if it still fits."
)


class ConversationTool(FormTool):
    """One conversation with the participant's talk in it."""

    view: ConversationForm
    work: TalksFile

    def __init__(self, script: Script, talks: TalksFile) -> None:
        super().__init__(talks, script.id)
        self.script = script
        self.note = ""
        self.view = ConversationForm(about=_about(script) | {"place": place_of(self, script.id)})
        self.start()

    @property
    def talk(self) -> Talk:
        """The talk that goes on."""
        return self.work.talk(self.script)

    def take(self, said: dict[str, Any]) -> None:
        """Say a line, end the talk or begin again; a message about an older turn does nothing."""
        self.note = ""
        step = {
            "line": self._line,
            "say": self._say,
            "listen": self._listen,
            "close": self._close,
            "again": self._again,
        }.get(text_of(said, "do"))
        if step == self._listen or (step and said.get("turn") == self.talk.state.turn):
            step(said)
        elif step == self._say:
            self.note = self._unsaid(text_of(said))

    def _step(self, take: Callable[[Talk], Talk]) -> None:
        turn = self.talk.state.turn
        self.work.step(self.script, lambda talk: take(talk) if talk.state.turn == turn else talk)

    def _listen(self, said: dict[str, Any]) -> None:
        """Have the rules read, which takes a moment the first time."""
        hear_text(self.script, self.talk, self.script.opening)

    def _line(self, said: dict[str, Any]) -> None:
        self._step(lambda talk: say_line(self.script, talk, text_of(said)))

    def _say(self, said: dict[str, Any]) -> None:
        text = text_of(said)
        heard = hear_text(self.script, self.talk, text)
        if heard.move is None:
            self.note = self._unclear(heard.why)
        else:
            self._step(lambda talk: say_text(self.script, talk, text, heard))
            self.note = self._unsaid(text)

    def _unsaid(self, text: str) -> str:
        """Return what to do when another window was first, so that the page keeps the text."""
        last = self.talk.turns[-1].said if self.talk.turns else ""
        return "" if last == clean(text).strip() else _(_NOT_SAID)

    def _unclear(self, why: str) -> str:
        replies = [text for one in self.script.replies if "unclear" in one.to for text in one.says]
        if not replies or why in ("no_words", "too_long", "not_dutch"):
            return not_read(why)
        answer = replies[self.talk.state.turn % len(replies)]
        return f'{self.script.partner}: "{answer}" {not_read(why)}'

    def _close(self, said: dict[str, Any]) -> None:
        if self.talk.turns:
            self._step(lambda talk: close(self.script, talk, _("I end the conversation.")))

    def _again(self, said: dict[str, Any]) -> None:
        self.work.again(self.script)

    def redraw(self) -> None:
        """Bring the view in line with the talk."""
        script, talk, view = self.script, self.talk, self.view
        parts = report(script, talk)
        with view.hold_sync():
            view.turn = talk.state.turn
            view.turns = said_of(script, talk)
            view.offered = [
                {"id": one.id, "text": words_of(talk.state, one)}
                for one in offered(script, talk.state)
            ]
            view.left = _left(script, talk)
            view.report = _report(parts)
            view.talks = self._talks(talk)
            view.blocks = blocks_of(script, talk)
            view.note = self.note
            view.notice = self.work.notice

    def _talks(self, talk: Talk) -> list[dict[str, Any]]:
        """Return the talks to read back, the newest first."""
        there = [*self.work.earlier(self.script), *([talk] if talk.ended else [])]
        return [
            {
                "label": _label(self.script, one),
                "steps": steps_of(self.script, one),
                "blocks": blocks_of(self.script, one),
            }
            for one in reversed(there)
        ]

    @property
    def still(self) -> Still:
        """The scene and the first line of the other; what somebody said never gets in here."""
        script = self.script
        return Still(
            [
                ("p", _meta(script)),
                ("h3", script.title),
                *(("p", text) for text in paragraphs(script.scene)),
                ("p", script.aim),
                ("p", f'{script.partner}: "{script.opening}"'),
                ("p", _("You hold this conversation on the screen, when the lesson is open.")),
            ]
        )

    def still_html(self) -> str:
        """Return the scene without controls."""
        return self.still.html

    def still_text(self) -> str:
        """Return the scene as plain text."""
        return self.still.text


class Conversation:
    """What a lesson shows: the conversation with this id, or what its author has to mend."""

    def __init__(self, name: str) -> None:
        self.shown = _shown(name)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return self.shown._repr_mimebundle_(**kwargs)


def _shown(name: str) -> ConversationTool | Still:
    try:
        return ConversationTool(open_conversation(name), open_talks())
    except ConversationError as error:
        lead = _("This conversation cannot be shown yet. Its author has to mend this:")
        return Still([("p", lead), *(("li", str(problem)) for problem in error.problems)])


def _meta(script: Script) -> str:
    minutes = ngettext("about {n} minute", "about {n} minutes", script.minutes)
    return " · ".join([_("Conversation"), script.partner, minutes.format(n=script.minutes)])


def _left(script: Script, talk: Talk) -> str:
    left = script.turns - talk.state.turn
    said = ngettext("You have {n} turn left.", "You have {n} turns left.", left)
    return said.format(n=left)


def _label(script: Script, talk: Talk) -> str:
    when = day(talk.last) if talk.last else ""
    ended = script.ending(talk.state.ended).title if talk.ended else _("not finished")
    turns = ngettext("{n} turn", "{n} turns", len(talk.turns)).format(n=len(talk.turns))
    return ", ".join(part for part in (when, turns, ended) if part)


def _report(parts: Iterable[Part]) -> dict[str, Any]:
    lines = [{"title": one.title, "lines": [line._asdict() for line in one.lines]} for one in parts]
    return {"title": _("What came of it"), "parts": lines} if lines else {}


def _about(script: Script) -> dict[str, Any]:
    said = _("More than {n} characters do not fit here. The last part was left out.")
    return {
        "lang": language(),
        "meta": _meta(script),
        "title": script.title,
        "scene": paragraphs(script.scene),
        "aim": script.aim,
        "texts": {
            "log": _("What was said"),
            "what": _("What do you say?"),
            "own": _("Or say it in your own words"),
            "hint": _("Enter says it, Shift+Enter begins a new line. No names of persons."),
            "say": _("Say this"),
            "end": _("End the conversation"),
            "again": _("Begin again"),
            "print": _("Print this conversation"),
            "print_old": _("Print"),
            "not_begun": _("Nothing was said in this conversation yet."),
            "sure_end": _("End the conversation now? You then get the report."),
            "sure_again": _("Begin again? What was said so far stays, to be read back."),
            "yes": _("Yes"),
            "no": _("No, go on"),
            "replay": _("Read back, turn by turn"),
            "which": _("Which conversation"),
            "back": _("Previous turn"),
            "next": _("Next turn"),
            "at_first": _("This is the first turn."),
            "at_last": _("This is the last turn."),
            "longest": _LONGEST,
            "too_long": said.format(n=number(_LONGEST)),
        },
    }
