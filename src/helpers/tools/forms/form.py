"""What the tools that somebody fills in share: a message, a step, and all is redrawn."""

from abc import abstractmethod
from typing import Any

from helpers.tools.controls.forms import Form
from helpers.tools.tool import Tool, guarded
from helpers.tools.watch import watch


class FormTool(Tool):
    """A tool on a saved file of the participant's own; ``key`` tells it from others of its kind.

    A subclass builds ``view``, says how to ``redraw`` it and what to ``take`` from a message.
    """

    work: Any
    view: Form

    def __init__(self, work: Any, key: str) -> None:
        super().__init__(work)
        self.key = key

    @abstractmethod
    def take(self, said: dict[str, Any]) -> None:
        """Do what a message of the view asks for; ``said["do"]`` names it."""

    def start(self) -> None:
        """Draw for the first time, follow the saved file and listen to the view from now on."""
        self.redraw_once()
        self.work.on_change(self._follow)
        watch(self.work)
        self.view.on_msg(self.hear)
        older = self._shown[f"{type(self).__name__} {self.key}"]
        if len(older) == older.maxlen:
            older[0].view.close()
        older.append(self)

    def hear(self, view: Form, said: Any, buffers: Any) -> None:
        """Take a message of the view and show what came of it, all at once."""
        if not isinstance(said, dict):
            return
        with self.view.hold_sync():
            self._take(said)
            self.view.heard = {"from": str(said.get("from", "")), "n": said.get("n", 0)}

    @guarded
    def _take(self, said: dict[str, Any]) -> None:
        self.take(said)
        self.redraw_once()

    def fail(self, sentence: str) -> None:
        """Show the sentence at the end of the form."""
        self.view.notice = sentence


def text_of(said: dict[str, Any], field: str = "value") -> str:
    """Return a text of a message, an empty one when it holds something else."""
    value = said.get(field)
    return value if isinstance(value, str) else ""


def ids_of(said: dict[str, Any]) -> list[str]:
    """Return the ids of a message, none when it holds something else."""
    value = said.get("value")
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
