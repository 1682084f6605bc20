"""One answer for the group: its sender sees to the letter what goes, and only then sends it."""

import secrets
from typing import Any, ClassVar

from helpers.texts.language import N_, _, language
from helpers.tools.controls.group import GroupAnswerForm
from helpers.tools.forms.form import FormTool, text_of
from helpers.tools.group.shown_answers import answer_lines
from helpers.tools.still import Still
from helpers.training.content import ContentError, open_exercise
from helpers.training.group.bare import Answer, bare_of, can_be_shared
from helpers.training.group.line import Line, LineError, open_line
from helpers.training.group.refused import RefusedError, Why
from helpers.training.group.sent import Sent
from helpers.training.group.wording import sentences_of
from helpers.training.kinds.exercise import Kind
from helpers.training.progress import Progress, open_progress

_TITLE = N_("Share your answer with the group: {title}")
_INTRO = N_(
    "Only if you want to. Your trainer shows all answers together, without names. What goes is "
    "what stands below, and nothing about you."
)
_ON_THE_HUB = N_("You can send once in each session.")
_BY_FILE = N_(
    "You make a small file and put it where your trainer asks. Do not change the name of the "
    "file into your own, and do not mail it if nobody may know whose it is."
)
_NAMELESS = N_("Choose a sentence without names of persons, and one that does not give you away.")
_FIRST = N_("Answer the exercise first. Then you see here what would be sent.")
_NO_CODE = N_("Fill in the six digits of the code that your trainer tells.")
_NO_SENTENCE = N_("Choose a sentence first.")
_SENT = N_("Your answer has been sent, without your name.")
_MADE = N_("Your answer file is among your downloads. There is no name in it.")
_NO_LINE = N_("Nothing was sent: the hub does not answer. Wait a moment and press again.")
_NOT_TAKEN = {
    Why.OTHER_SESSION: N_("Nothing was sent: there is no session with this code. Is it right?"),
    Why.OTHER_EXERCISE: N_("Nothing was sent: this code is for another exercise."),
    Why.CLOSED: N_("Nothing was sent: your trainer has stopped this session."),
    Why.ALREADY: N_("Nothing was sent: you already sent an answer in this session."),
}
_OTHERWISE = N_("Nothing was sent: this answer is not taken. Change it in the exercise.")


class GroupAnswerTool(FormTool):
    """What a participant sends of an attempt at one exercise."""

    view: GroupAnswerForm
    code: ClassVar[str] = ""
    _names: ClassVar[dict[str, str]] = {}

    def __init__(self, exercise: Kind, progress: Progress, line: Line | None) -> None:
        super().__init__(progress, exercise.id)
        self.exercise, self.line = exercise, line
        self.sentence = self.note = ""
        self.view = GroupAnswerForm(
            about={
                "lang": language(),
                "title": _(_TITLE).format(title=exercise.title),
                "intro": [_(_INTRO), _(_ON_THE_HUB if line else _BY_FILE)],
                "texts": _texts(),
            },
            code=self.code,
        )
        self.start()

    @property
    def sentences(self) -> list[str]:
        """The sentences of the own text, when the exercise asks for one."""
        if self.exercise.kind != "write":
            return []
        return sentences_of(self.work.attempt(self.exercise).text)

    @property
    def answer(self) -> Answer:
        """What would be sent; nothing as long as there is no whole answer."""
        if self.exercise.kind == "write":
            return (self.sentence,) if self.sentence in self.sentences else ()
        return bare_of(self.exercise, self.work.attempt(self.exercise))

    @property
    def sent(self) -> Sent | None:
        """The message as it would go, as soon as it is whole."""
        if not self.answer or len(self.code) != 6:
            return None
        exercise, kind = self.exercise.id, self.exercise.kind
        said = {"session": self.code, "exercise": exercise, "kind": kind, "answer": self.answer}
        return Sent.model_validate(said)

    def take(self, said: dict[str, Any]) -> None:
        """Take the code or a sentence, send the answer or give its file."""
        self.note, do = "", said.get("do")
        if do == "code":
            digits = [one for one in text_of(said) if one in "0123456789"]
            GroupAnswerTool.code = "".join(digits)[:6]
        elif do == "sentence":
            found = [one for at, one in enumerate(self.sentences, 1) if str(at) == text_of(said)]
            self.sentence = found[0] if found else ""
        elif do in ("send", "file"):
            self._give(self.sent)

    def _give(self, sent: Sent | None) -> None:
        if sent is None:
            self.note = self._why_not()
        elif self.line is None:
            self.view.send({"name": self._name(sent)}, buffers=[sent.content])
            self.note = _(_MADE)
        else:
            self.note = self._send(sent, self.line)

    def _send(self, sent: Sent, line: Line) -> str:
        try:
            line.send(sent.content)
        except RefusedError as error:
            return _(_NOT_TAKEN.get(error.why, _OTHERWISE))
        except LineError:
            return _(_NO_LINE)
        return _(_SENT)

    def _name(self, sent: Sent) -> str:
        """Return a name for the file that differs for everybody, and is the same once more."""
        key = f"{sent.session}-{sent.exercise[:2]}"
        mine = self._names.setdefault(sent.session + sent.exercise, secrets.token_hex(3))
        return f"antwoord-{key}-{mine}.json"

    def _why_not(self) -> str:
        if not self.answer:
            return _(_NO_SENTENCE) if self.sentences else _(_FIRST)
        return _(_NO_CODE)

    def redraw(self) -> None:
        """Show what would be sent of the newest answer."""
        sent, view = self.sent, self.view
        words = answer_lines(self.exercise, self.answer) if self.answer else []
        with view.hold_sync():
            view.code = self.code
            view.sentences = self._offered()
            view.sentence = str(self._at) if self._at else ""
            view.lines = words
            view.exact = sent.content.decode() if sent else _(_NO_CODE)
            view.buttons = [self._button()]
            view.note = self.note or ("" if words or self.sentences else _(_FIRST))
            view.notice = self.work.notice

    @property
    def _at(self) -> int:
        """The place of the chosen sentence, from 1 on; 0 when there is none."""
        return self.sentences.index(self.sentence) + 1 if self.sentence in self.sentences else 0

    def _offered(self) -> list[dict[str, str]]:
        found = [{"id": str(at), "label": one} for at, one in enumerate(self.sentences, 1)]
        return [{"id": "", "label": _("Choose ...")}, *found] if found else []

    def _button(self) -> dict[str, str]:
        if self.line:
            return {"do": "send", "label": _("Yes, send without my name")}
        return {"do": "file", "label": _("Make my answer file")}

    @property
    def still(self) -> Still:
        """What there is to do here; an answer never gets into a notebook."""
        title = _(_TITLE).format(title=self.exercise.title)
        return Still([("h3", title), ("p", _(_INTRO))])

    def still_html(self) -> str:
        """Return what there is to do here."""
        return self.still.html

    def still_text(self) -> str:
        """Return what there is to do here as plain text."""
        return self.still.text


class GroupAnswer:
    """What a lesson shows: sharing the answer to the exercise with this name."""

    def __init__(self, name: str) -> None:
        self.shown = _shown(name)

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return self.shown._repr_mimebundle_(**kwargs)


def sharable(name: str) -> tuple[Kind | None, Still]:
    """Return the exercise whose answers can be put together, or what its author has to mend."""
    try:
        exercise = open_exercise(name)
    except ContentError as error:
        lead = _("This exercise cannot be shown yet. Its author has to mend this:")
        return None, Still([("p", lead), *(("li", str(one)) for one in error.problems)])
    if can_be_shared(exercise):
        return exercise, Still([])
    text = _("Answers of the kind {kind} cannot be put together.").format(kind=exercise.kind)
    return None, Still([("p", text)])


def _shown(name: str) -> GroupAnswerTool | Still:
    exercise, instead = sharable(name)
    return GroupAnswerTool(exercise, open_progress(), open_line()) if exercise else instead


def _texts() -> dict[str, str]:
    return {
        "code": _("Code of the session"),
        "code_hint": _("Six digits, which your trainer reads aloud."),
        "sentence": _("Which sentence of your text do you share?"),
        "sentence_hint": _(_NAMELESS),
        "goes": _("This goes, and nothing else"),
        "exact": _("Exactly as it goes, to the letter"),
    }
