"""A meeting to chair on the page: choose an act, and see what the parties make of it."""

from typing import Any

from helpers.texts.language import _, language, ngettext
from helpers.texts.numbers import day
from helpers.tools.controls.chairing_form import ChairingForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.meetings.chairing_words import (
    blocks_of,
    happened_of,
    rows_of,
    shown_of,
    told_now,
)
from helpers.tools.still import Still, paragraphs
from helpers.training.chairing.content import MeetingError, open_meeting
from helpers.training.chairing.meeting import Meeting
from helpers.training.chairing.report import report
from helpers.training.chairing.session import (
    GUESS,
    Play,
    Session,
    guess_due,
    play,
    with_step,
)
from helpers.training.chairing.sessions import SessionsFile, open_sessions
from helpers.training.chairing.state import choices, here

_UNSURE = "-"


class ChairingTool(FormTool):
    """One meeting with the participant's session in it."""

    view: ChairingForm
    work: SessionsFile

    def __init__(self, meeting: Meeting, sessions: SessionsFile) -> None:
        super().__init__(sessions, meeting.id)
        self.meeting = meeting
        self.view = ChairingForm(about=_about(meeting))
        self.start()

    @property
    def now(self) -> Play:
        """The meeting so far."""
        return play(self.meeting, self.work.session(self.meeting).steps)

    def take(self, said: dict[str, Any]) -> None:
        """Act, guess or begin again; a message about an older turn does nothing."""
        if said.get("turn") != len(self.now.steps):
            return
        do, value = text_of(said, "do"), text_of(said)
        if do == "again":
            self.work.again(self.meeting)
        elif do == "act" and not value.startswith(GUESS):
            self._step(value)
        elif do == "guess" and value:
            self._step(GUESS + ("" if value == _UNSURE else value))

    def _step(self, name: str) -> None:
        turn = len(self.now.steps)

        def stepped(session: Session) -> Session:
            return with_step(self.meeting, session, name) if len(session.steps) == turn else session

        self.work.step(self.meeting, stepped)

    def redraw(self) -> None:
        """Bring the view in line with the session."""
        meeting, now, view = self.meeting, self.now, self.view
        due = guess_due(meeting, now)
        offered = () if due else choices(meeting, now.state)
        with view.hold_sync():
            view.turn = len(now.steps)
            view.turns = [*happened_of(meeting, now), *([] if due else told_now(meeting, now))]
            view.choices = [{"id": one.id, "text": one.say} for one in offered]
            view.guess = _asked(meeting, now) if due else {}
            view.left = _left(meeting, now)
            view.report = _report(meeting, now)
            view.earlier = [_label(meeting, one) for one in reversed(self._earlier)]
            view.blocks = blocks_of(meeting, now)
            view.notice = self.work.notice

    @property
    def _earlier(self) -> tuple[Session, ...]:
        return self.work.earlier(self.meeting)

    @property
    def still(self) -> Still:
        """The scene and how it begins; what somebody did never gets in here."""
        meeting = self.meeting
        scene = [*paragraphs(meeting.scene), *paragraphs(meeting.aim)]
        return Still(
            [
                ("p", _meta(meeting)),
                ("h3", meeting.title),
                *(("p", text) for text in scene),
                ("p", _("You chair this meeting on the screen, when the lesson is open.")),
            ]
        )

    def still_html(self) -> str:
        """Return the scene without controls."""
        return self.still.html

    def still_text(self) -> str:
        """Return the scene as plain text."""
        return self.still.text


class Chairing:
    """What a lesson shows: the meeting with this id, or what its author has to mend."""

    def __init__(self, name: str) -> None:
        self.shown = _shown(name)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return self.shown._repr_mimebundle_(**kwargs)


def _shown(name: str) -> ChairingTool | Still:
    try:
        return ChairingTool(open_meeting(name), open_sessions())
    except MeetingError as error:
        lead = _("This meeting cannot be shown yet. Its author has to mend this:")
        return Still([("p", lead), *(("li", str(problem)) for problem in error.problems)])


def _meta(meeting: Meeting) -> str:
    minutes = ngettext("about {n} minute", "about {n} minutes", meeting.minutes)
    return " · ".join([_("Chairing a meeting"), minutes.format(n=meeting.minutes)])


def _left(meeting: Meeting, now: Play) -> str:
    if now.ended:
        return ""
    at = meeting.moments[now.state.at].round
    said = _("Round {n} of {total}. Choose one; it cannot be taken back.")
    return said.format(n=at, total=len(meeting.rounds))


def _asked(meeting: Meeting, now: Play) -> dict[str, Any]:
    """Return the guess that is asked for after a round."""
    there = [{"id": one, "text": meeting.party(one).who} for one in here(meeting, now.state)]
    return {
        "question": _("Before you see it: who at the table trusts you least now?"),
        "options": [*there, {"id": _UNSURE, "text": _("I do not know")}],
        "label": _("Show the trust"),
    }


def _report(meeting: Meeting, now: Play) -> dict[str, Any]:
    parts = [
        {"title": one.title, "lines": [line._asdict() for line in shown_of(one)]}
        for one in report(meeting, now)
    ]
    if not parts:
        return {}
    parts[1]["rows"] = rows_of(meeting, now.state, now)
    return {"title": _("What came of it"), "parts": parts}


def _label(meeting: Meeting, session: Session) -> str:
    """Return a meeting that was chaired before in one line."""
    now = play(meeting, session.steps)
    count = len(here(meeting, now.state))
    seated = ngettext("{n} party at the table", "{n} parties at the table", count).format(n=count)
    ended = meeting.ending(now.state.ended).title if now.ended else _("not finished")
    parts = [day(session.last) if session.last else "", seated, ended]
    return ", ".join(part for part in parts if part)


def _about(meeting: Meeting) -> dict[str, Any]:
    return {
        "lang": language(),
        "meta": _meta(meeting),
        "title": meeting.title,
        "scene": paragraphs(meeting.scene),
        "aim": meeting.aim,
        "texts": {
            "log": _("What happened and what was said"),
            "what": _("What do you do?"),
            "again": _("Begin again"),
            "print": _("Print this meeting"),
            "not_begun": _("Nothing happened in this meeting yet."),
            "guess_first": _("Choose one of these first."),
            "earlier": _("Earlier times"),
            "sure_again": _("Begin again? Then this meeting ends here."),
            "yes": _("Yes"),
            "no": _("No, go on"),
        },
    }
