"""What the page's trainer view asks of the kernel: states to show, and the answer book."""

import logging
from collections.abc import Callable
from typing import Any

from helpers.texts.language import _
from helpers.tools.learning.answer_book import answer_book
from helpers.tools.tool import FAILED
from helpers.training.authored_file import AuthoredError
from helpers.training.content import ContentError
from helpers.training.demonstrations.content import open_demonstration
from helpers.training.demonstrations.showing import show_beginning, show_state, stop

_LOG = logging.getLogger(__name__)


class Answer:
    """Something for the page, which takes it as JSON."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.content = content

    def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
        return {"application/json": self.content, "text/plain": ""}


def answer(lesson: str, what: str, name: str = "") -> Answer:
    """Do ``what`` for the trainer of a lesson (its number) and say what there is to show or tell.

    ``states`` lists the states of the demonstration, ``state`` shows the one called ``name``,
    ``beginning`` every dossier as it was, ``own`` the own work; ``answers`` is the answer book.
    """
    asked: dict[str, Callable[[], dict[str, Any]]] = {
        "states": lambda: {"states": _states(lesson)},
        "state": lambda: _state(lesson, name),
        "beginning": _beginning,
        "own": _own,
        "answers": lambda: {"html": answer_book(lesson).html},
    }
    try:
        return Answer(asked[what]())
    except (AuthoredError, ContentError) as error:
        return Answer({"said": str(error)})
    except Exception:
        _LOG.exception("%s of the trainer failed", what)
        return Answer({"said": _(FAILED)})


def _states(lesson: str) -> list[dict[str, str]]:
    found = open_demonstration(lesson)
    states = found.states if found else ()
    return [{"id": one.id, "title": one.title} for one in states]


def _state(lesson: str, name: str) -> dict[str, str]:
    show_state(lesson, name)
    found = open_demonstration(lesson)
    told = {one.id: f"{one.title}. {one.story}" for one in found.states} if found else {}
    return {"said": _("Demonstration. {told}").format(told=told[name])}


def _beginning() -> dict[str, str]:
    show_beginning()
    return {"said": _("Demonstration. You see the dossier as the course gives it.")}


def _own() -> dict[str, str]:
    stop()
    return {"said": _("You see your own dossier again, as it was.")}
