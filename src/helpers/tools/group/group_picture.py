"""A session of the trainer: a code, the answers as they come in, and one picture of them all."""

import asyncio
from collections import Counter
from typing import Any, ClassVar

import ipywidgets as widgets

from helpers.pictures.image import svg_html
from helpers.texts.language import N_, _
from helpers.tools.controls.controls import Picture, Spoken
from helpers.tools.controls.group import GroupPictureForm
from helpers.tools.forms.form import text_of
from helpers.tools.group.agreement_words import refused_lines
from helpers.tools.group.group_answer import sharable
from helpers.tools.group.picture_words import about_of, count_of
from helpers.tools.group.shown_answers import Seen, seen
from helpers.tools.still import Still
from helpers.tools.tool import Shown, guarded
from helpers.training.group.bare import Answer
from helpers.training.group.gathering import FEWEST, MOST, Gathering
from helpers.training.group.line import Line, LineError, Session, open_line
from helpers.training.group.refused import RefusedError, Why
from helpers.training.kinds.exercise import Kind

_EVERY = 1.0
_NO_LINE = N_("The hub does not answer. What came in stays; wait a moment.")
_TOO_MANY = N_("More than {n} files at once: none of them was read.")
_READ = N_("The files have been read; they took the place of earlier files.")
_WIPED = N_("All answers have been wiped.")
_STOPPED = N_("The session has been stopped. What came in stays until you wipe it.")


class GroupPictureTool(Shown):
    """The session of one exercise; it stays as long as the lesson runs, and is written nowhere."""

    _sessions: ClassVar[dict[str, Gathering]] = {}
    _newest: ClassVar[dict[str, "GroupPictureTool"]] = {}

    def __init__(self, exercise: Kind, line: Line | None) -> None:
        super().__init__()
        self.exercise, self.line = exercise, line
        self.note, self.notice = "", ""
        self.problems: list[str] = []
        self._hidden: set[str] = set()
        self._drawn_of: tuple[Answer, ...] | None = None
        self._shows = Seen(())
        self._polls: asyncio.Task[None] | None = None
        self.form = GroupPictureForm(about=about_of(exercise, bool(line)))
        self.outcome, self.picture = Spoken(), Picture()
        self.view = widgets.VBox([self.form, self.outcome, self.picture])
        self._newest[exercise.id] = self
        self.redraw_once()
        self.form.on_msg(self._hear)
        self._watch()

    @property
    def gathering(self) -> Gathering | None:
        """The session, if one was begun."""
        return self._sessions.get(self.exercise.id)

    @property
    def seen(self) -> Seen:
        """What the answers so far show."""
        answers = self.gathering.answers if self.gathering else None
        if answers != self._drawn_of:
            self._drawn_of = answers
            self._shows = Seen(()) if answers is None else seen(self.exercise, answers)
        return self._shows

    def redraw(self) -> None:
        """Bring code, count, picture and wordings in line with the session."""
        now, form, shown = self.gathering, self.form, self.seen
        with form.hold_sync():
            form.begun = now is not None
            form.code = f"{now.code[:3]} {now.code[3:]}" if now else ""
            form.buttons = self._buttons()
            form.count = count_of(now)
            form.wordings = self._wordings()
            form.note, form.notice = self.note, self.notice
            form.problems = self.problems
        self.outcome.lines = [{"text": text, "quiet": True} for text in shown.lines]
        with self.picture.hold_sync():
            self.picture.svg, self.picture.alt = shown.svg, shown.alt
            self.picture.table = shown.table or {}

    def look(self) -> None:
        """Take what came in at the hub since, and show it."""
        now = self.gathering
        if self.line and now:
            self._show(now, self.line.look(now.code))

    def _show(self, now: Gathering, session: Session) -> None:
        before = now.answers, now.open
        now.show(session.answers)
        now.open = session.open
        if before != (now.answers, now.open) or self.notice:
            self.notice = ""
            self.redraw_once()

    def fail(self, sentence: str) -> None:
        """Show the sentence at the end of the form."""
        self.form.notice = sentence

    def _hear(self, form: GroupPictureForm, said: Any, buffers: Any) -> None:
        if not isinstance(said, dict):
            return
        with form.hold_sync():
            self._take(said, buffers)
            form.heard = {"from": str(said.get("from", "")), "n": said.get("n", 0)}

    @guarded
    def _take(self, said: dict[str, Any], buffers: Any) -> None:
        self.note, self.notice, self.problems = "", "", []
        do, now = text_of(said, "do"), self.gathering
        try:
            if do == "begin":
                self._begin()
            elif do == "files" and now:
                self._files(now, said, list(buffers or ()))
            elif do in ("hide", "show"):
                change = self._hidden.add if do == "hide" else self._hidden.discard
                change(text_of(said, "id"))
            elif do in ("stop", "wipe") and now:
                self._end(now, do == "wipe")
        except (LineError, RefusedError):
            self.notice = _(_NO_LINE)
        self.redraw_once()

    def _begin(self) -> None:
        if self.gathering and self.gathering.open:
            return
        self._hidden.clear()
        if self.line:
            session = self.line.begin(self.exercise.id)
            self._sessions[self.exercise.id] = now = Gathering(self.exercise, session.code)
            now.show(session.answers)
        else:
            self._sessions[self.exercise.id] = Gathering(self.exercise)
        self._watch()

    def _files(self, now: Gathering, said: dict[str, Any], contents: list[bytes]) -> None:
        if len(contents) > MOST:
            self.problems = [_(_TOO_MANY).format(n=MOST)]
            return
        refused = now.take_files([bytes(one) for one in contents])
        refused += [Why.TOO_LARGE] * _whole(said.get("large"))
        refused += [Why.NO_ANSWER] * _whole(said.get("unread"))
        self.note, self.problems = _(_READ), refused_lines(refused)

    def _end(self, now: Gathering, wipe: bool) -> None:
        if self.line and wipe:
            self.line.wipe(now.code)
        elif self.line:
            now.show(self.line.stop(now.code).answers)
        now.stop()
        if wipe:
            now.wipe()
            del self._sessions[self.exercise.id]
        self.note = _(_WIPED) if wipe else _(_STOPPED)

    def _watch(self) -> None:
        """Look each second as long as the session is open; outside a kernel nobody looks."""
        now = self.gathering
        if not (self.line and now and now.open):
            return
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            return
        self._polls = loop.create_task(self._poll(now, self.line))

    async def _poll(self, now: Gathering, line: Line) -> None:
        while now.open and self._follows(now):
            try:
                session = await asyncio.to_thread(line.look, now.code)
            except (LineError, RefusedError):
                self.fail(_(_NO_LINE))
            else:
                if self._follows(now):
                    self._shown_safely(now, session)
            await asyncio.sleep(_EVERY)

    def _follows(self, now: Gathering) -> bool:
        """Return whether this is still the session, and no newer tool shows it."""
        return self._newest[self.exercise.id] is self and self.gathering is now

    @guarded
    def _shown_safely(self, now: Gathering, session: Session) -> None:
        self._show(now, session)

    def _buttons(self) -> list[dict[str, Any]]:
        now = self.gathering
        open_ = bool(now and now.open)
        return [
            _button("begin", _("Open a session"), open_ and _("A session is open already.")),
            _button("stop", _("Stop the session"), not open_ and _("No session is open."), True),
            _button("wipe", _("Wipe all answers"), now is None and _("There is no session."), True),
        ]

    def _wordings(self) -> list[dict[str, Any]]:
        """Return the wordings in their mixed order; what is hidden does not go to the page."""
        now = self.gathering
        if not now or self.exercise.kind != "write" or len(now.answers) < FEWEST:
            return []
        return [
            {"id": key, "text": _counted(answer[0], n), "shown": True}
            if (key := now.mixed(answer)) not in self._hidden
            else {"id": key, "text": "", "shown": False}
            for answer, n in Counter(now.answers).items()
        ]

    @property
    def still(self) -> Still:
        """What stands above the picture, and what the answers so far show."""
        about = self.form.about
        lines = [("p", text) for text in (*about["intro"], *self.seen.lines)]
        return Still([("h3", about["title"]), *lines])

    def still_html(self) -> str:
        """Return the title, and the picture when there is one."""
        shown = self.seen
        return self.still.html + (svg_html(shown.svg, shown.alt) if shown.svg else "")

    def still_text(self) -> str:
        """Return the title and the sentences as plain text."""
        return self.still.text


class GroupPicture:
    """What a lesson shows its trainer: a session for the exercise with this name."""

    def __init__(self, name: str) -> None:
        exercise, instead = sharable(name)
        self.shown = GroupPictureTool(exercise, open_line()) if exercise else instead

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return self.shown._repr_mimebundle_(**kwargs)


def _counted(text: str, count: int) -> str:
    return _("{text} ({n} times)").format(text=text, n=count) if count > 1 else text


def _whole(count: Any) -> int:
    return min(max(count, 0), MOST) if isinstance(count, int) else 0


def _button(do: str, label: str, why: str | bool, quiet: bool = False) -> dict[str, Any]:
    """Return a button; ``why`` is the reason that it is off, if it is."""
    return {"do": do, "label": label, "why": why or "", "quiet": quiet}
